"""Whether a page shows only the teaser of a paid article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from podcaster.article.draft import Draft
    from podcaster.article.structured import Said

#: A teaser has fewer words: German papers show 50 to 150 of a paid article.
TEASER_WORDS = 220
#: A page that declares its number of words shows the whole article from this share on.
WHOLE = 0.6

#: How papers offer a subscription where the text ends.
_OFFERS = (
    r"(?:jetzt|hier|sofort|gratis|kostenlos|exklusiv|um|(?:diesen )?(?:artikel|text|beitrag)) (?:\w+ ){0,3}"
    r"(?:weiterlesen|weiterzulesen|freischalten|vollständig lesen|zu lesen|weiter lesen)\b",
    r"weiterlesen mit\b",
    r"(?:wollen|möchten) sie (?:\w+ ){0,4}(?:weiterlesen|lesen)\b",
    r"noch kein abo\b|bereits (?:ein )?abo|jetzt (?:digital)?abo|abo abschließen|zugang zu allen",
    r"sie haben (?:bereits|schon) ein (?:abo|konto|digital)",
    r"(?:schon|bereits) (?:abonnent|mitglied|registriert|kunde)",
    r"(?:exklusiv|nur|inhalt) für (?:unsere )?(?:abonnent|mitglieder|registrierte|\w*plus)",
    r"(?:dieser|der|diesen) (?:\w+ )?(?:artikel|text|inhalt|beitrag) (?:ist|gehört|steht|lesen) (?:\w+ ){0,4}"
    r"(?:exklusiv|abonnent|mitglied|kostenpflichtig|plus)",
    r"mit (?:\w+ ){0,3}(?:abo|digitalabo|\w*plus) (?:weiter|lesen|alle)",
    r"(?:monat|wochen?) (?:lang )?(?:gratis|kostenlos|für (?:nur )?(?:1|0|einen))",
)
_OFFER = re.compile("|".join(_OFFERS), re.IGNORECASE)
_BREAKS_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"“«\s]*(?:mehr|weiterlesen)?\W*$|[a-zäöüß,]$")


def why_teaser(draft: Draft, said: Said, texts: list[str]) -> str | None:
    """Why `draft` is only a teaser, in a few words; None where the article seems whole or free.

    `texts` is all text that the page shows. The page's word ("isAccessibleForFree": false) alone is not
    enough: a page that a subscriber has saved says it too, and has the whole article.
    """
    texts_read = [block.text for block in draft.blocks]
    words = sum(len(text.split()) for text in texts_read)
    if said.words and words < WHOLE * said.words and said.free is not True:
        short = said.free is False or _offer(texts)
        if short:
            return f"{words} of {said.words} words are shown"
    breaks_off = (
        bool(texts_read) and bool(_BREAKS_OFF.search(texts_read[-1])) and draft.blocks[-1].kind == "body"
    )
    if said.free is False and (words < TEASER_WORDS or breaks_off):
        return (
            '"isAccessibleForFree" is false, and the text breaks off'
            if breaks_off
            else '"isAccessibleForFree" is false'
        )
    if said.free is not True and (words < TEASER_WORDS or breaks_off) and (offer := _offer(texts)):
        return f"the page says “{offer}”"
    if breaks_off and words < TEASER_WORDS // 2 and len(texts_read) <= 2:
        return "the text breaks off"
    return None


def _offer(texts: list[str]) -> str | None:
    """What the page's subscription box says, shortened."""
    for text in texts:
        if len(text) < 300 and (match := _OFFER.search(text)):
            return match[0]
    return None
