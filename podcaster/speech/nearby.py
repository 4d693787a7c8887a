"""What stands around a position of a text: the words before and behind, and of what kind a word is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from podcaster.speech.nouns import Gender

Case = Literal["nom", "acc", "dat", "gen"]

#: How many characters beside a number are looked at: a dozen words.
REACH = 110

DATIVE = frozenset(
    "mit nach von bei seit aus zu ab gegenüber außer samt entgegen laut nahe dank binnen nebst in an "
    "vor hinter neben zwischen unter".split()
)
ACCUSATIVE = frozenset("für durch gegen ohne um bis pro je auf über per à via".split())
GENITIVE = frozenset(
    "wegen trotz während statt anstatt innerhalb außerhalb aufgrund mithilfe anlässlich hinsichtlich "
    "infolge jenseits diesseits oberhalb unterhalb inmitten angesichts anhand mittels namens seitens "
    "zugunsten".split()
)
PREPOSITIONS = DATIVE | ACCUSATIVE | GENITIVE
#: Contracted preposition and article -> case and gender of what follows (None: masculine or neuter).
CONTRACTED: dict[str, tuple[Case, Gender | None]] = {
    **dict.fromkeys(("am", "im", "zum", "vom", "beim", "unterm", "überm", "hinterm", "vorm"), ("dat", None)),
    "zur": ("dat", "f"),
    **dict.fromkeys(
        ("ins", "ans", "aufs", "fürs", "durchs", "ums", "übers", "unters", "hinters"), ("acc", "n")
    ),
}
DER_WORDS = re.compile(r"(?:dies|jed|jen|welch|manch|solch|all|beid|derselb|sämtlich)(e|er|es|em|en)")
EIN_WORDS = re.compile(r"(?:ein|kein|mein|dein|sein|ihr|unser|euer|eur)(e|er|es|em|en|)")
NOT_ADJECTIVES = frozenset(
    "über unter hinter oder aber einer seiner ihrer meiner eine seine ihre meine unsere keine keiner "
    "heute ohne gegen neben wegen zwischen wurde hatte sollte wollte konnte musste werden haben waren "
    "wieder immer nicht weiter später früher allerdings gestern morgen lange ganze vorne hinten oben "
    "unten außen innen innerhalb einen einem eines seinen ihren statt während alle viele wenige mehrere "
    "beide gerne nachdem indem außer außerdem trotzdem zudem seitdem bevor jeder jede jedes dieser "
    "diese dieses diesem diesen jener welcher welche der dem den des die es er sie ihnen bitte sondern "
    "davor danach würde könnte müsste dürfte möge habe seien sei wäre hätte bisher daher jeher woher".split()
)


_WORD_BEFORE = re.compile(
    r"\d+(?:[.,]\d+)+(?![\d.])|\d+\.(?=[ ,])|"
    r"[IVX]+\.(?=[ ,])|[^\W_][\w’'-]*\.(?=[^\W\d]?[^\s])|[^\W_][\w’'-]*|[.,]"
)


def words_before(text: str, position: int, *, commas: bool = False) -> list[str]:
    """The words of the same sentence that stand before a position, nearest last; `N.` counts as a word.

    `commas`: a comma counts, too, unless it stands in a series of ordinals.
    """
    return list(_words_in(text[max(0, position - REACH) : position], commas))


#: A comma behind "Karl V." that ends a clause: no further name follows.
_ROMAN_ENDED = re.compile(r"(?<=[IVX]\.), (?=[a-zäöüß])")


_BRACKETED = re.compile(r"\([^()]{0,60}\) ?")


@lru_cache(4096)
def _words_in(window: str, commas: bool) -> tuple[str, ...]:
    window = _BRACKETED.sub("", window)
    begin = max(map(window.rfind, "!?;:(")) + 1  # what stands before is another clause
    found: list[str] = []
    for match in _WORD_BEFORE.finditer(window, begin):
        word = match[0]
        if word == ",":
            if (
                commas
                and found
                and (not found[-1].endswith(".") or _ROMAN_ENDED.match(window, match.start()))
            ):
                found.append(word)
        elif word == ".":
            found.clear()
        else:
            found.append(word)
        if word in ("anderem", "allem") and found[-2:-1] and found[-2].lower() in ("unter", "vor"):
            del found[-2:]  # no preposition governs what follows
    return tuple(found)


_WORD_AFTER = re.compile(r"[^\W_][\w’'-]*|[.,!?;:()–—\"“”»«]")


def words_after(text: str, position: int, count: int = 4) -> list[str]:
    """The next words of the same clause."""
    return list(_words_from(text[position : position + REACH], count))


@lru_cache(4096)
def _words_from(window: str, count: int) -> tuple[str, ...]:
    found: list[str] = []
    for match in _WORD_AFTER.finditer(window):
        word = match[0]
        if word in '.,!?;:()–—"“”»«' or len(found) == count:
            break
        found.append(word)
    return tuple(found)


def is_adjective(word: str) -> bool:
    """Whether a word in lower case looks like an inflected adjective."""
    return (
        len(word) > 3
        and word[0].islower()
        and word.endswith(("e", "er", "es", "en", "em"))
        and word not in NOT_ADJECTIVES
        and not EIN_WORDS.fullmatch(word)
        and not DER_WORDS.fullmatch(word)
    )


def is_ordinal_like(word: str) -> bool:
    return bool(re.fullmatch(r"\d+\.", word)) or (
        word.islower()
        and bool(
            re.fullmatch(
                r"(?:\w*(?:erst|zweit|dritt|viert|fünft|sechst|siebt|siebent|neunt|zehnt|elft|zwölft|zigst|ßigst|hundertst|tausendst)|acht)e[rnms]?",
                word,
            )
        )
    )


def case_of_preposition(preposition: str) -> Case:
    """The case that a preposition is used with in news; the nominative where it is none."""
    if preposition in DATIVE:
        return "dat"
    if preposition in ACCUSATIVE:
        return "acc"
    return "gen" if preposition in GENITIVE else "nom"


def is_preposition(word: str) -> bool:
    """Whether a word in lower case is a preposition without an article in it."""
    return word in PREPOSITIONS


def is_determiner(word: str) -> bool:
    """Whether a word in lower case is an article, a possessive or a pronoun that stands before a noun."""
    return (
        word in CONTRACTED
        or word in ("der", "die", "das", "dem", "den", "des")
        or bool(DER_WORDS.fullmatch(word) or EIN_WORDS.fullmatch(word))
    )
