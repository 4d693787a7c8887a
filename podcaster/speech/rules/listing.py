"""Points of lists: "1. Wir kommen" and "will 1. neue Wege, 2. mehr Geld" are `erstens`."""

from __future__ import annotations

import re

from podcaster.speech import grammar, nearby, nouns
from podcaster.speech.rules import rank
from podcaster.speech.rules.rule import LABELS, Rule, rule


def _point(match: re.Match[str]) -> str:
    """`1. neue Gleise, 2. mehr Züge`: points of a list within a sentence, unless places are listed."""
    text, number = match.string, int(match[1])
    first = match if number == 1 else None
    for found in _FIRST.finditer(text, 0, match.start()):
        first = found
    if (
        not first
        or not _SECOND.search(text, first.end())
        or rank.VERBS_OF_PLACE.search(text, 0, first.start())
    ):
        return match[0]
    words = nearby.words_before(text, first.start())
    last = words[-1].lower() if words else ""
    if (
        not last
        or rank.DETERMINERS.fullmatch(last)
        or nearby.is_preposition(last)
        or last in LABELS | grammar.BETWEEN
    ):
        return match[0]
    if number > 1 and not re.search(
        r"(?:[,;]|\bund|\boder|\bsowie)\s$", text[max(0, match.start() - 7) : match.start()]
    ):
        return match[0]
    noun = re.match(r"[A-ZÄÖÜ][\w-]+", text[match.end() + 1 :])
    if noun and (rank.NOUNS.match(noun[0]) or nouns.gender(noun[0]) is None):
        return match[0]
    return f"{rank.stem(match[1])}ens"


_FIRST = re.compile(
    r"(?<![\w.,:/+-])1\.(?=\s)(?!\s(?:und|oder|bis|im|in|am|beim|bei|vor|hinter|mit|auf|von)\b)"
)
_SECOND = re.compile(
    r"(?:[,;]|\bund|\boder)\s2\.\s(?!(?:und|oder|bis|im|in|am|beim|bei|vor|hinter|mit|auf|von)\b)"
)

#: Before the rules for ordinals.
RULES: tuple[Rule, ...] = (
    rule("first, second, third of a list", "1. Wir kommen", "Erstens: Wir kommen", r"(?:(?<=\n)|(?<=^))([1-9])\.(?=\s(?:Wir|Ich|Der|Die|Das|Es|Sie|Man|Ein|Eine)\s)", lambda m: rank.stem(m[1]).capitalize() + "ens:"),
    rule("points of a list with a bracket", "1.) Graz, 2.) Wien", "erstens Graz, zweitens Wien", r"(?<![\w.,:/+(-])([1-9])\.\)(?=\s)", lambda m: rank.stem(m[1]) + "ens"),
    rule("points of a list in a sentence", "Er will 1. neue Wege und 2. mehr Geld", "Er will erstens neue Wege und zweitens mehr Geld", r"(?<![\w.,:/+-])([1-9])\.(?=\s[A-Za-zÄÖÜäöü])", _point),
)  # fmt: skip
