"""Whether a page shows only the teaser of a paid article."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from podcaster.article.dom import is_hidden
from podcaster.article.markup import names

if TYPE_CHECKING:
    from podcaster.article.body import Body
    from podcaster.article.dom import Chunk
    from podcaster.article.draft import Draft
    from podcaster.article.structured import Said

#: A teaser has fewer words, in at most so many paragraphs: German papers show 50 to 150 of a paid article.
TEASER_WORDS = 220
TEASER_PARTS = 4
#: A page that declares its number of words shows the whole article from this share on.
WHOLE = 0.6

#: A text that breaks off is a teaser up to this length; a whole article may end without a full stop too.
BROKEN_WORDS = 500

#: A subscription box stands among so many chunks below the text.
BELOW = 30
#: What a teaser of a paid article is labelled with has fewer characters, its title more.
LABEL = 30

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
    """What may tell that the article is paid for: nothing hidden, and no label of a linked article."""
    if body.parts:
        start, end = body.parts[0].chunk.index, body.parts[-1].chunk.index
        chunks = chunks[start : end + BELOW]
    texts: list[str] = []
    gated = False
    for chunk, following in zip_longest(chunks, chunks[1:]):
        elements = list(chunk.ancestors())
        labels = following is not None and len(chunk.text) < LABEL and len(following.text) > LABEL
        if (
            (labels and following.linked > 0.9 and not _ANY_OFFER.search(following.text))
            or (len(chunk.text) > LABEL and chunk.linked > 0.9 and not _ANY_OFFER.match(chunk.text))
            or any(is_hidden(element) for element in elements)
        ):
            continue
        texts.append(chunk.text)
        near = (element for element in elements if body.around.holds_little(element))
        gated = gated or any(_GATE.search(names(element)) for element in near)
    return Shown(texts, gated)


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
