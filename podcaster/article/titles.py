"""An article's title: without the site's name, the kicker and what else pages put beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from typing import TYPE_CHECKING

from podcaster.article.dom import is_logo
from podcaster.article.draft import one_line
from podcaster.article.markup import KICKER, names
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from podcaster.article.structured import Said

#: A heading with which a title begins has at least so many characters, or it may be a kicker.
SHORTEST = 20
#: A title has at least so many words; fewer are a site's name where nothing else is said.
TITLE_WORDS = 3
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«›‹:-]|::)\s+|\s*\|\s*")
#: What stands behind a separator and is no part of the title: a site, a section, a date, "Video".
_NOT_TITLE = re.compile(
    r"^(?:\w+[\w.-]*\.(?:de|at|ch|com|org|net|tv|online|eu|info)|\d{1,2}\.\d{1,2}\.\d{2,4}|news|aktuell|nachrichten|politik|wirtschaft|"
    r"panorama|kultur|sport|digital|wissen|gesellschaft|ausland|inland|online|startseite|video|plus|abo|premium)$",
    re.IGNORECASE,
)


#: How much each place says: the title that is shown above the text, JSON-LD's, the page's <h1>, …
_WEIGHTS = {"shown": 2.0, "headline": 1.5, "og": 1.2, "h1": 1.0, "meta": 0.5, "twitter": 0.5, "title": 0.5}


def find_title(root: HtmlElement, said: Said, shown: list[str]) -> str | None:
    """The title on which most of the page's places agree.

    `shown` are the headings above the text, top down. One of them counts where another place has it too, with
    or without a kicker ("Kicker: Title").
    """
    sites = _site_names(said)
    headings = {letters(" ".join(element.itertext())) for element in root.iter("h1", "h2", "h3")}
    headings.update(map(letters, shown))
    candidates = {place: without_site(text, sites, headings) for place, text in said.headlines.items()}
    candidates["h1"] = without_site(_h1(root), sites)
    headline = candidates.get("headline", "")
    for text in reversed(shown):
        # a kicker may stand inside the heading
        named = candidates.get("title", "")
        within = (
            headline,
            candidates.get("og", ""),
            named if len(named) >= SHORTEST else "",
            candidates["h1"],
        )
        heading = next((said for said in within if said and letters(text).endswith(letters(said))), text)
        agreeing = [place for place, text in candidates.items() if text and _is_with_kicker(text, heading)]
        if agreeing and agreeing != ["h1"]:
            same = [candidates[place] for place in agreeing if letters(candidates[place]) == letters(heading)]
            best = candidates["headline"] if "headline" in agreeing else next(iter(same), heading)
            og = candidates.get("og", "")
            if not headline and "og" in agreeing and og in (candidates["h1"], candidates.get("title")):
                best = og  # its kicker is part of the title in the page's eyes
            candidates |= dict.fromkeys([*agreeing, "shown"], best)
            break
    if shown and not any(candidates[place] for place in candidates if place != "title"):
        named = letters(candidates.get("title", ""))
        if len(candidates.get("title", "").split()) < TITLE_WORDS and named not in headings:
            return shown[-1]  # the page's data have nothing but the site's name
    votes: Counter[str] = Counter()
    for place, text in candidates.items():
        if text:
            votes[letters(text)] += _WEIGHTS[place]  # type: ignore[assignment]
    best = max(_WEIGHTS, key=lambda place: votes[letters(candidates.get(place, ""))])
    return candidates.get(best) or None


def heads_of(text: str) -> list[str]:
    """What stands before each separator in a page's <title>, if it is long enough for a title."""
    return [text[: place.start()] for place in _SEPARATOR.finditer(text) if place.start() >= SHORTEST]


def _is_with_kicker(text: str, heading: str) -> bool:
    """Whether `text` is `heading`, or `heading` behind a kicker and a colon or dash."""
    if not text.endswith(heading):
        return letters(text) == letters(heading)
    before = text[: len(text) - len(heading)].rstrip()
    return len(heading) > 15 and (not before or before[-1] in ":|–—")


def _site_names(said: Said) -> set[str]:
    """Names under which the site may stand behind a title, as letters only."""
    found = {letters(name) for name in (said.site, said.publisher, *said.organisations) if name}
    if said.url and (match := re.match(r"https?://(?:www\.|m\.)?([\w.-]+)", said.url)):
        host = match[1].lower()
        found |= {
            letters(host),
            letters(host.rsplit(".", 1)[0]),
            letters(host.split(".")[-2] if "." in host else host),
        }
    return {name for name in found if len(name) > 1}


def without_site(text: str, sites: set[str], headings: Container[str] = ()) -> str:
    """Take the site's name, sections and dates off the title's end, as long as there are any.

    What stands before or behind a separator and is one of the page's `headings` (as letters) is the title.
    """
    text = one_line(text)
    while True:
        places = list(_SEPARATOR.finditer(text))
        if not places:
            return text
        for place in places:
            if place.start() >= SHORTEST and letters(text[: place.start()]) in headings:
                return text[: place.start()].strip()
            if len(text) - place.end() >= SHORTEST and letters(text[place.end() :]) in headings:
                return text[place.end() :].strip()  # "Site » Title"
        last = places[-1]
        tail = text[last.end() :].strip()
        if not tail:
            text = text[: last.start()].strip()
            continue
        bar = "|" in last[0]
        known = any(
            letters(tail) == site or (len(site) > 3 and letters(tail).startswith(site)) for site in sites
        )
        known = known or any(len(letters(tail)) > 2 and site.startswith(letters(tail)) for site in sites)
        section = bar and len(tail) <= 40 and last.start() > max(25, len(tail))
        if not (known or _NOT_TITLE.match(tail) or section) or last.start() < 8:
            return text
        text = text[: last.start()].strip()


def name_behind(text: str, title: str | None) -> str | None:
    """The site's name, where it is all that stands behind the title in the page's <title>."""
    if not title or not text.startswith(title):
        return None
    match = re.fullmatch(rf"(?:{_SEPARATOR.pattern})(?P<name>[^|–—·•»«›‹:]{{2,30}})", text[len(title) :])
    name = match["name"].strip() if match else ""
    return name if name and not _NOT_TITLE.match(name) else None


def _h1(root: HtmlElement) -> str:
    """The text of the page's <h1> without a kicker inside; "" where there is none or several differ."""
    found: dict[str, str] = {}
    for element in root.iter("h1"):
        text = "" if is_logo(element) else _without_kicker(element)
        if text:
            found.setdefault(letters(text), text)
    return next(iter(found.values())) if len(found) == 1 else ""


def _without_kicker(element: HtmlElement) -> str:
    kickers = [
        part for part in element.iterdescendants() if isinstance(part.tag, str) and KICKER.search(names(part))
    ]
    whole = one_line(" ".join(element.itertext()))
    for part in kickers:
        kicker = one_line(" ".join(part.itertext()))
        if kicker and whole.startswith(kicker) and len(kicker) < len(whole):
            whole = whole[len(kicker) :].lstrip(" :–|-")
    return whole
