"""Whether a page shows only the teaser of a paid article."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from podcaster.article.dom import is_hidden
from podcaster.article.draft import one_line
from podcaster.article.markup import names

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from podcaster.article.body import Body
    from podcaster.article.dom import Chunk
    from podcaster.article.draft import Draft
    from podcaster.article.structured import Said
    from podcaster.article.surroundings import Surroundings

#: A teaser has fewer words, in at most so many paragraphs: German papers show 50 to 150 of a paid article.
TEASER_WORDS = 220
TEASER_PARTS = 4
#: A page that declares its number of words shows the whole article from this share on.
WHOLE = 0.6

#: A text that breaks off is a teaser up to this length; a whole article may end without a full stop too.
BROKEN_WORDS = 500

#: A subscription box stands among so many chunks below the text.
BELOW = 30
#: What a teaser of another article is labelled with has fewer characters; its title at least so many words.
LABEL = 45
TITLE_WORDS = 3
#: A paywall has nothing of the text below it. A label that so many words of it follow is another article's.
GOES_ON = 50
#: A label and its title stand in a box of at most so many characters.
BOX = 300

#: How papers say that the text goes on for those who pay.
_GOES_ON = (
    r"(?:jetzt|hier|sofort|gratis|kostenlos|exklusiv|um|(?:diesen )?(?:artikel|text|beitrag)) (?:\w+ ){0,3}"
    r"(?:weiterlesen|weiterzulesen|freischalten|vollständig lesen|zu lesen|weiter lesen)\b",
    r"weiterlesen mit\b|weiterlesen\?",
    r"(?:wollen|möchten) sie (?:\w+ ){0,4}(?:weiterlesen|lesen)\b",
    r"(?:exklusiv|nur|inhalt) für (?:unsere )?(?:abonnent|mitglieder|registrierte|\w*plus)",
    r"(?:dieser|der|diesen) (?:\w+ )?(?:artikel|text|inhalt|beitrag) (?:ist|gehört|steht|lesen) (?:\w+ ){0,4}"
    r"(?:exklusiv|abonnent|mitglied|kostenpflichtig|plus)",
    r"mit (?:\w+ ){0,3}(?:abo|digitalabo|\w*plus|\w{1,12}\+) (?:weiter|lesen|alle)",
    r"mit (?:[\w-]+ ){0,2}[\w-]{1,14}(?:\+| plus\b| premium\b)? (?:erhalten|haben|bekommen|genießen) sie\b"
    r".{0,60}(?:zugang|zugriff)",
)
#: How they sell a subscription, on free pages too.
_SELLS = (
    r"noch kein abo\b|bereits (?:ein )?abo|jetzt (?:digital)?abo|abo abschließen|zugang zu allen",
    r"sie haben (?:bereits|schon) ein (?:abo|konto|digital)",
    r"(?:schon|bereits) (?:abonnent|mitglied|registriert|kunde)",
    r"(?:monat|wochen?) (?:lang )?(?:gratis|kostenlos|für (?:nur )?(?:1|0|einen))",
)
_OFFER = re.compile("|".join(_GOES_ON), re.IGNORECASE)
#: Names of elements that stand in for the rest of a paid article.
_GATE = re.compile(
    r"(?<!\w)(?:pay ?wall\w*|pay ?gate|piano|plenigo|reg ?wall\w*|zephr\w*|purchase\w*|"
    r"paid ?(?:barrier|content)|(?:plus|premium|abo|article|content) ?(?:gate|barrier|wall))(?!\w)"
)
_ANY_OFFER = re.compile("|".join(_GOES_ON + _SELLS), re.IGNORECASE)
_ADBLOCKER = re.compile(r"ad-?block|werbe-?blocker", re.IGNORECASE)
#: Addresses where subscriptions are sold and accounts kept, and those of articles, whatever their words.
_SHOP = re.compile(
    r"^(?:https?:)?//(?:abos?|shop|login|konto|account|angebote?|aboshop|premium|plus)\.|"
    r"abo|plus|premium|log-?in|anmeld|regist|konto|account|checkout|kauf|shop|angebot|offer|subscri|bestell|"
    r"paywall|mitglied|member|support|spende|agb|nutzungsbedingung|datenschutz|impressum|kontakt|hilfe|faq",
    re.IGNORECASE,
)
_SLUG = re.compile(r"/[^/?#]*[^\W\d_]+(?:-\w+){3,}[^/?#]*/?(?:[?#].*)?\Z|[\w-]{8,}\d{5,}")
_BREAKS_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"“«\s]*(?:mehr|weiterlesen)?\W*$|[a-zäöüß,]$")


class Shown(NamedTuple):
    """What a page shows from its article's start to a little below its end.

    Attributes:
        texts: The lines, without those of other articles' teasers.
        gated: Whether one of them stands in an element named for a paywall.
    """

    texts: list[str]
    gated: bool


def what_is_shown(chunks: list[Chunk], body: Body) -> Shown:
    """What may tell that the article is paid for: nothing hidden, nothing about other articles."""
    if body.parts:
        start, end = body.parts[0].chunk.index, body.parts[-1].chunk.index
        chunks = chunks[start : end + BELOW]
    left = _words_left(body)
    article = (
        next((e for e in body.parts[0].chunk.ancestors() if e.tag == "article"), None) if body.parts else None
    )
    texts: list[str] = []
    gated = False
    seen: dict[HtmlElement, tuple[bool, bool]] = {}  # hidden, named for a paywall
    for i, chunk in enumerate(chunks):
        elements = list(chunk.ancestors())
        for element in elements:
            if element not in seen:
                little = body.around.holds_little(element)
                seen[element] = is_hidden(element), little and bool(_GATE.search(names(element)))
        if any(seen[element][0] for element in elements):
            continue
        gate = any(seen[element][1] for element in elements)
        if _ANY_OFFER.search(chunk.text) and (
            left.get(chunk.index, 0) >= GOES_ON
            or _ADBLOCKER.search(chunk.text)
            or _is_of_another(chunk, chunks[max(0, i - 1) : i] + chunks[i + 1 : i + 2], body.around)
            or (not gate and _is_apart(elements, article))
        ):
            continue
        texts.append(chunk.text)
        gated = gated or gate
    return Shown(texts, gated)


def _words_left(body: Body) -> dict[int, int]:
    """For each chunk of the body, how many words of the text come below it, built as the text above it is."""
    left: dict[int, int] = {}
    words = 0
    for part in reversed(body.parts):
        left[part.chunk.index] = words
        if part.label == "body" and body.around.is_usual(part.chunk) and not _ANY_OFFER.search(part.text):
            words += len(part.text.split())
    return left


def _is_apart(elements: list[HtmlElement], article: HtmlElement | None) -> bool:
    """Whether elements lie in the page's menu, or in its own margin or footer, not the article's."""
    inside = elements[: elements.index(article)] if article in elements else elements
    tags = {element.tag for element in inside}
    return "nav" in tags or (article not in elements and bool(tags & {"aside", "footer"}))


def _is_of_another(chunk: Chunk, neighbours: list[Chunk], around: Surroundings) -> bool:
    """Whether a chunk is the link to another article, or the label above or below one in the same box."""
    if chunk.linked > 0.9 and len(chunk.text) >= LABEL and not _ANY_OFFER.match(chunk.text):
        return True
    if any(map(_leads_elsewhere, _links_of(chunk))):
        return True
    if len(chunk.text) >= LABEL:
        return False
    boxes = [e for e in islice(chunk.ancestors(), 1, 4) if around.texts[e] <= BOX]
    return any(
        near.linked > 0.9
        and any(element in boxes for element in near.ancestors())
        and any(map(_leads_elsewhere, _links_of(near)))
        for near in neighbours
    )


def _links_of(chunk: Chunk) -> list[HtmlElement]:
    return [e for e in chunk.ancestors() if e.tag == "a"] or list(chunk.owner.iter("a"))


def _leads_elsewhere(link: HtmlElement) -> bool:
    """Whether a link is an article's title, with or without a label; not where subscriptions are sold."""
    target = link.get("href") or "#"
    if target.startswith(("#", "mailto:", "javascript:")) or (
        _SHOP.search(target) and not _SLUG.search(target)
    ):
        return False
    title = _OFFER.sub(" ", one_line(" ".join(link.itertext())))
    return len(re.findall(r"\w{2,}", title)) >= TITLE_WORDS and not _ANY_OFFER.search(title)


def why_teaser(draft: Draft, said: Said, shown: Shown) -> str | None:
    """Why `draft` is only a teaser, in a few words; None where the article seems whole or free.

    The page's word ("isAccessibleForFree": false) is not enough: a page that a subscriber has saved says it
    too, and has the whole article.
    """
    if said.free is True:
        return None
    texts_read = [block.text for block in draft.blocks]
    words = sum(len(text.split()) for text in texts_read)
    paid = said.free is False
    offer = _find(_ANY_OFFER if paid or shown.gated else _OFFER, shown.texts)
    breaks_off = words < BROKEN_WORDS and bool(texts_read) and bool(_BREAKS_OFF.search(texts_read[-1]))
    few = words < TEASER_WORDS and (len(texts_read) <= TEASER_PARTS or offer is not None)
    if (paid or offer) and words < WHOLE * said.words:
        return f"{words} of {said.words} words are shown"
    if paid and (few or breaks_off):
        return '"isAccessibleForFree" is false' + (", and the text breaks off" if breaks_off else "")
    if offer and (words < TEASER_WORDS or breaks_off):
        return f"the page says “{offer}”"
    if breaks_off and words < TEASER_WORDS // 2 and len(texts_read) <= 2:
        return "the text breaks off"
    return None


def _find(pattern: re.Pattern[str], texts: list[str]) -> str | None:
    """What the page's subscription box says, shortened."""
    return next((match[0] for text in texts if len(text) < 300 and (match := pattern.search(text))), None)
