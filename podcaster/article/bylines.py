"""Who a page's markup says has written the article: links and elements named for authors, lines of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from podcaster.article.dates import find_date
from podcaster.article.dom import INLINE, Chunk
from podcaster.article.draft import one_line
from podcaster.article.markup import names
from podcaster.article.people import (
    is_name,
    names_said,
    said_in,
    says_byline,
    split_names,
    unique,
    without_day,
    without_office,
)
from podcaster.article.surroundings import Surroundings
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A byline has at most so many characters.
BYLINE = 120
#: Bylines stand among so many chunks above the title, and below the text.
ABOVE_TITLE = 4
BELOW_TEXT = 12
#: "Max Muster | 3.5.2024" stands so near below the text.
RIGHT_BELOW = 3
#: The author's box at the text's end has at most so many chunks that are taken for the text's.
AT_END = 6

#: Addresses of pages about authors: "/autor/max-muster", "/redaktion/max-muster-12.html".
_AUTHOR_PAGE = re.compile(
    r"/(?:autor(?:en|in(?:nen)?)?|authors?|redakteure?|journalist(?:en)?|verfasser|profile?|people|contributors?|"
    r"(?:autor|author)[-_][^/]+)[/:=?_-]|[?&]author(?:_name)?=",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?<!\w)(?:(?:article|text|story|content) )?"
    r"(?:by ?lines?|authors?|autor(?:en|in(?:nen)?)?|verfasser(?:in)?|writers?|creators?)"
    r"(?: ?(?:names?|links?|line|lines|title|item|label|text|info|prefix))?(?!\w)|"
    r"textauthor|authorline|autorname"
)
#: Where names stand that are not the author's.
_ELSEWHERE = frozenset(
    {
        "comments",
        "pointer to other articles",
        "navigation",
        "footer",
        "picture caption",
        "advertisement",
        "embedded content that is not shown",
    }
)
_DESK = re.compile(r"(?:die )?redaktion\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\bvor \d+|\bmin(?:uten|\.)?\b|lesezeit", re.IGNORECASE)
_WORDY = re.compile(
    r"\b(?:mehr|alle|neue\w*|deutsche\w*|news|jetzt|artikel|bild\w*|foto\w*|video\w*)\b", re.IGNORECASE
)
#: What nobody is called, though its words begin with capitals.
_NO_NAME = re.compile(
    r"(?:(?:ein(?:e|en)?|guten?|gutes|frohe\w*|schöne\w*|viel|vielen|herzlich\w*|liebe\w*|alles|ende|fortsetzung|danke|"
    r"mehr|quellen?|das|die|der|in|am|im|bis|mit|zum?|zur|ihre?|unsere?|aus|über|unter|vor|nach|bei|für|auf|"
    r"weitere\w*|meine?|neue\w*|alle\w*|was|wie|wer|warum|wo|hier|jetzt|heute|\w+(?:isch|lich|ig)e[rnms]?)\b|"
    r"(?-i:[A-ZÄÖÜ]{2,5} ))|.*\b(?:nachrichten|informationen|meinung|meldungen|themen|politik|wirtschaft|"
    r"sport|kultur|posts?|panorama|wissen|gesellschaft|leben|reisen?)\Z",
    re.IGNORECASE,
)


class Zone:
    """The part of a page that is about its article: from a little above the title to a little below the text.

    `title`, `first` and `last` are places among the page's chunks: of the title (or what comes first), of the
    first paragraph and of the last.
    """

    def __init__(self, chunks: list[Chunk], title: int, first: int, last: int) -> None:
        self.chunks = chunks
        self.title, self.first, self.last = title, first, last
        self.places: dict[HtmlElement, int] = {}
        for chunk in chunks[max(0, title - ABOVE_TITLE) : last + 1 + BELOW_TEXT]:
            for element in chunk.ancestors():
                if element in self.places:
                    break
                self.places[element] = chunk.index

    def place(self, element: HtmlElement) -> int | None:
        """Where an element begins; None outside the zone. Elements in a line are where their block is."""
        while element not in self.places:
            around = element.getparent()
            if around is None or element.tag not in INLINE:
                return None
            element = around
        return self.places[element]


def marked_authors(root: HtmlElement, zone: Zone, around: Surroundings) -> tuple[str, ...]:
    """The names in elements that are marked as the author's; those above the text outweigh those below."""
    above: list[str] = []
    below: list[str] = []
    for element in _marked(root):
        place = zone.place(element)
        amid = place is not None and zone.first + 1 < place < zone.last - AT_END
        if place is None or amid or _is_photographer(element) or _is_elsewhere(element, around):
            continue
        found = _names_in(element)
        (above if place <= zone.first + 1 else below).extend(found)
    return unique(above) or unique(below)


def _marked(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in (
            "meta",
            "link",
            "script",
            "style",
            "body",
            "html",
        ):
            continue
        prop = f"{element.get('itemprop') or ''} {element.get('property') or ''} {element.get('rel') or ''}"
        if (
            re.search(r"\b(?:author|creator)\b", prop)
            or (element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or ""))
            or ((element.get("class") or element.get("data-testid")) and _AUTHOR.search(names(element)))
        ):
            yield element


def _is_elsewhere(element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element is about something else: another article, a comment, a picture."""
    for above in element.iterancestors():
        if above.tag in ("blockquote", "figure", "nav"):
            return True
        reason = around.reason_at(above)
        if reason not in _ELSEWHERE:
            continue
        heading = around.heading.get(above)
        # the author's own picture may be beside the name, and a line of names may be all links
        portrait = above in around.pictured and (heading is None or not heading.linked)
        links = heading is None and reason == "pointer to other articles" and around.texts[above] <= BYLINE
        if not portrait and not links:
            return True
    return False


def _is_photographer(element: HtmlElement) -> bool:
    """Whether "Fotos" stands right before an element."""
    before, around = element.getprevious(), element.getparent()
    text = before.tail if before is not None else around.text if around is not None else ""
    return bool(
        re.search(r"(?:fotos?|bilder|illustration(?:en)?|video)\s*(?:von|:)?\s*\Z", text or "", re.IGNORECASE)
    )


def _names_in(element: HtmlElement) -> tuple[str, ...]:
    """Names in an element: in parts that are marked as names, in its links, or in its text."""
    if len(one_line(element.text_content())) > BYLINE:
        return ()
    parts = [p for p in element.iterdescendants() if (p.get("itemprop") or p.get("property")) == "name"]
    parts = parts or list(element.iterdescendants("a")) or _names_apart(element)
    texts = [part.get("content") or one_line(" ".join(part.itertext())) for part in parts] or [
        one_line(" ".join(element.itertext()))
    ]
    found = unique(name for text in texts for name in _people(text))
    return found or (_people(one_line(" ".join(element.itertext()))) if parts else ())


def _names_apart(element: HtmlElement) -> list[HtmlElement]:
    """The parts of an element if each of them is a whole name: "<i>Max Muster</i><i>Anna Acker</i>"."""
    parts = [part for part in element if isinstance(part.tag, str)]
    return parts if len(parts) > 1 and all(is_name(one_line(p.text_content())) for p in parts) else []


def _people(text: str) -> tuple[str, ...]:
    if said_in(text):
        return names_said(text)
    return tuple(name for name in split_names(without_office(text)) if len(name.split()) <= 4)


def lines_of_names(zone: Zone, bylines: list[str]) -> tuple[str, ...]:
    """The names in lines that say they are bylines ("Von …"), or that are nothing but names beside a date."""
    said = unique(name for line in bylines for name in names_said(line))
    if said:
        return said
    lines = zone.chunks[zone.title : zone.first]
    for i, chunk in enumerate(lines):
        near = lines[max(0, i - 2) : i] + lines[i + 1 : i + 3]
        dated = any(find_date(c.text) or (len(c.text) < 40 and _TIME.search(c.text)) for c in [chunk, *near])
        if dated and not chunk.level and (found := only_names(chunk.text)):
            return found
    below = zone.chunks[zone.last + 1 : zone.last + 1 + RIGHT_BELOW]
    dated_names = (only_names(chunk.text) for chunk in below if find_date(chunk.text) and not chunk.level)
    return next((found for found in dated_names if found), ())


def only_names(line: str) -> tuple[str, ...]:
    """The names in "Max Muster, Bern" or "Max Muster und Erika Beispiel"; () where anything else is said."""
    if len(line) > 80 or _WORDY.search(line) or re.search(r"[.:!?]$", line):
        return ()
    undated = without_office(without_day(line))
    if _NO_NAME.match(undated) and not says_byline(undated):
        return ()
    if says_byline(undated):
        return names_said(undated)
    parts = [part for part in re.split(r"\s*(?:,|/|\||•|·|\bund\b)\s*", undated) if part]
    found = [part for part in parts if is_name(part) and 2 <= len(part.split()) <= 3 and not part.isupper()]
    rest = [part for part in parts if part not in found and not find_date(part) and not _TIME.search(part)]
    alone = all(len(part.split()) == 1 or _DESK.match(part) for part in rest)
    return unique(found) if found and parts[0] == found[0] and alone else ()


def signed(line: str) -> tuple[str, ...]:
    """The names in a line that is nothing but a signature: "(Petra Linde, 12.8.2026)", "Petra Linde/dpa"."""
    bare = line.strip(" ()[]–—-*")
    return () if _NO_NAME.match(bare) else only_names(bare)


def is_signed_by(line: str, authors: Iterable[str]) -> bool:
    """Whether a line is a signature of some of `authors`."""
    names = {letters(name) for name in signed(line)}
    return bool(names) and names <= {letters(author) for author in authors}
