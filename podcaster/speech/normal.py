"""Written German to spoken German: the rules in reading order.

A rule replaces what it knows and leaves the rest; units become words first and leave their numbers ("5 km" is
"5 Kilometer" then), so that ranges, decimals and forms of `ein` are said in one place, at the end. After the
last rule there is no digit and no sign left that an engine would have to guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcaster.speech.clean import clean
from podcaster.speech.rules import (
    abbreviations,
    compounds,
    counting,
    dates,
    genderforms,
    law,
    listing,
    measures,
    money,
    ordinals,
    phone,
    places,
    romans,
    shortened,
    symbols,
    times,
    typed,
    web,
)
from podcaster.speech.rules.rule import Rule

#: Letters of German texts; others are rare enough to be taken for signs at first sight.
_LETTERS = "0-9A-Za-zäöüÄÖÜßéèáàâóòôíúñçÉ"
#: The table, in groups: a group is tried where its pattern is found. The patterns begin with one of some
#: characters: those are found fast. Order matters: an address is no date, a date no version, a version no
#: decimal.
GROUPS: tuple[tuple[re.Pattern[str], tuple[Rule, ...]], ...] = (
    (re.compile(r"\d\d{24}"), phone.ENDLESS),
    (re.compile(r"[(\[]"), typed.ADDRESSES),
    (re.compile(r"[:;][-o^')(DPp*|]"), typed.FACES),
    (
        re.compile(r"[@#/*.](?:(?<!\.)|[^\W\d_]|(?<=[^\W\d_]\.)\w|(?<![^\s„“\"»(]\.)\w|\d+\.\d+\.\d)"),
        web.RULES,
    ),
    (re.compile(r"\d"), typed.NUMBERS),
    (re.compile(r"[:*_·/(I](?:(?<!I)\w|(?<=[a-zäöüß]I)n)"), genderforms.RULES),
    (re.compile(r"\(\w"), typed.BRACKETS),
    (re.compile(r"\.(?<=\d\.)\d"), counting.POINTS),
    (re.compile(r"\d"), phone.RULES),
    (re.compile(r"[\d§.A](?:(?<=[\d§])|(?<=[a-zA-Z]\.)\s?[A-Za-z]|(?<=A)[zZ])"), law.RULES),
    (re.compile(r"[IVXLCDM](?<!\w[IVXLCDM])[IVXLCDM]*+\b"), romans.RULES),
    (re.compile(dates.NEEDED), dates.RULES),
    (re.compile(r"\d"), times.RULES),
    (re.compile(r"-(?<=\w-)\d{1,3}\."), places.RULES),
    (re.compile(r"[\d€$£¥₽₴₺₹₩₪₿/]"), money.RULES),
    (re.compile(abbreviations.NEEDED), abbreviations.RULES),
    (
        re.compile(r"[\d½⅓⅔¼¾⅕-⅞]"),
        (*measures.RULES[: measures.EARLY], *compounds.RULES[: compounds.EARLY]),
    ),
    (re.compile(r"[\d%‰°²³/½⅓⅔¼¾⅕-⅞qk](?:(?<![qk])|m)"), measures.RULES[measures.EARLY :]),
    (re.compile(r"\d"), (*compounds.RULES[compounds.EARLY :], *counting.YEARS)),
    (
        re.compile(rf"[^{_LETTERS}\s.,;:!?'’“”„](?:(?<!-)|(?<=[ABCD\d]-)(?!\w)|(?<=\d\s-)(?!\w))"),
        symbols.RULES,
    ),
    (re.compile(r"\d"), (*listing.RULES, *ordinals.RULES)),
    (re.compile(r"[\d*†✝]"), counting.RULES),
    (re.compile(rf"[^{_LETTERS}\s.,;:!?–—-]"), symbols.SILENT),
    (
        re.compile(
            r"[\s.,;:!?…(*•–—-](?:(?<=\s)[\s.,;:!?…]|(?<=[.,;:!?…(])\s?[.,;:!?…]"
            r"|(?<=[*•–—-])\s|(?<=[,;:])(?<![\s\S][,;:]))"
        ),
        symbols.MARKS,
    ),
)
RULES: tuple[Rule, ...] = tuple(rule for _, rules in GROUPS for rule in rules)

#: Between sentences that certainly are two: a word of some length, its period, a capital letter.
_SEAM = re.compile(r"[.!?](?<=[a-zäöüß]{5}.) (?=[A-ZÄÖÜ][a-zäöüß]{2,})|\n+")
_LAST_WORD = re.compile(r"[\w-]{1,40}$")


def spoken(text: str) -> str:
    """Written German as a newsreader says it: numbers, dates, abbreviations and signs as words.

    Any text gives a text; what is spoken already stays as it is. Line breaks become spaces.
    """
    known: dict[str, str] = {}
    said = _once(clean(text), known)
    for _ in range(_MOST_PASSES):
        again = _once(clean(said), known)
        if again == said:
            break
        said = again
    return said


#: What is spoken must stay as it is; where a rule's words ask for another rule, a second pass settles it.
_MOST_PASSES = 4


def _once(text: str, known: dict[str, str]) -> str:
    """All rules once; `known` holds the pieces that were said before, those of earlier passes, too."""
    said = []
    for piece in map(str.strip, _pieces(text)):
        found = known.get(piece)
        if found is None:
            found = known[piece] = _sentence(piece)
        said.append(found)
    return " ".join(" ".join(said).split())


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for seam in _SEAM.finditer(text):
        word = _LAST_WORD.search(text[max(start, seam.start() - 40) : seam.start()])
        if not word or not shortened.is_abbreviation(f"{word[0]}."):
            yield from _bounded(text[start : seam.end()])
            start = seam.end()
    yield from _bounded(text[start:])


#: Characters that are worked on at once where nothing is known to end; the longest sentences have 1,000.
_LONG = 1500
_SPACE = re.compile(r"\s")
_SIGN = re.compile(r"[^\w\s](?=\w)")


def _bounded(text: str) -> Iterator[str]:
    """An endless run in parts, at white space or else at a sign: no rule sees more than it can take."""
    start = position = 0
    while len(text) - position > 2 * _LONG:
        near, far = position + _LONG, position + 2 * _LONG
        found = _SPACE.search(text, near, far) or _SIGN.search(text, near, far)
        position = found.end() if found else far
        if found:
            yield text[start:position]
            start = position
    yield text[start:]


def _sentence(text: str) -> str:
    for needs, rules in GROUPS:
        if needs.search(text):
            for rule in rules:
                text = rule(text)
    return text
