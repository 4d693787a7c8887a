"""Places in rankings: "der Tabellen-2." is who is second there."""

from __future__ import annotations

import re

from podcaster.speech import grammar
from podcaster.speech.rules.rank import stem
from podcaster.speech.rules.rule import Rule, rule
from podcaster.speech.rules.without_noun import alone

#: Behind what a ranking is of, `2.` is a person: "der Tabellen-2.", "die WM-3.".
_RANKING = (
    r"(?:Tabellen|Weltranglisten|Ranglisten|Vorjahres|Olympia|[A-ZÄÖÜ]{0,3}WM|[A-ZÄÖÜ]{0,3}EM|Weltcup|Europacup|Gesamt|Liga|Gruppen|Staffel|Quali|Qualifikations|Slalom|"
    r"Riesenslalom|Riesentorlauf|Abfahrts|Super-G|Meisterschafts|Etappen|Sprint|Finals?|Zwischen|Halbzeit|Vorrunden|Herbst|Winter|Zweitliga|Listen|Ranking|Halbfinal)"
)


def _ranked(match: re.Match[str]) -> str:
    text, number = match.string, match["number"]
    det = grammar.determiner(text, match.start())
    if det.word in ("des", "eines") or (not det.word and det.preposition in ("gegen", "für", "durch", "um")):
        tail = "en"
    elif not det.word and det.preposition in ("mit", "von", "bei", "vor", "nach", "hinter", "aus", "zu"):
        tail = "em"
    elif not det.word:
        tail = "er"
    else:
        tail = alone(match, det)
    what = match["what"]
    said = stem(number) + tail
    stop = "." if not text[match.end() :].strip(' \n”“«»"') else ""
    if what[-1].isupper():
        return f"{what}-{said.capitalize()}{stop}"
    return f"{what}{said}{stop}"


#: Before the rules for compounds with numbers.
RULES: tuple[Rule, ...] = (
    rule("place in a ranking", "der Tabellen-2. aus Graz", "der Tabellenzweite aus Graz", rf"\b(?P<what>{_RANKING})-(?P<number>\d{{1,3}})\.(?!\d|-)", _ranked),
    rule("place in another ranking", "den Rodel-3. aus Igls", "den Rodeldritten aus Igls", r"(?<![\w-])(?P<what>[A-ZÄÖÜ][a-zäöüß]{2,30})-(?P<number>\d{1,3})\.(?=\s[a-zäöü(])", _ranked),
)  # fmt: skip
