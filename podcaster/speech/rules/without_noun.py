"""The ending of an ordinal that stands without its noun: "der 2. von links", "in 1. Ehe, in 2. mit einem Koch"."""

from __future__ import annotations

import re

from podcaster.speech import grammar, nearby, nouns
from podcaster.speech.rules import placed


def alone(match: re.Match[str], det: grammar.Determiner) -> str:
    """The ending of an ordinal without its noun: by the article, else by who is meant."""
    if det.word in ("der", "die", "das") and match.string[: match.start()].endswith(" als "):
        return "e" if det.word == "die" else "er"  # ", der als 1. ins Ziel kam"
    if det.word in ("der", "die", "das", "dieser", "diese", "jeder", "jede"):
        if det.word in ("der", "dieser", "jeder") and (det.preposition or _is_dative_or_genitive(match, det)):
            return "en"
        return "e"
    if det.word in ("ein", "kein", "sein", "ihr", "mein", "dein", "unser", "euer"):
        return {"n": "es", "f": "e"}.get(antecedent(match) or _of_masculine_or_neuter(match) or "", "er")
    if det.word:
        return "e" if det.word.endswith("e") else "en"
    counted = antecedent(match) if nearby.case_of_preposition(det.preposition) == "dat" else None
    if counted and match.string[: match.start()].endswith(f" {det.preposition} "):
        return "er" if counted == "f" else "em"  # "in 1. Ehe, in 2. mit einem Koch"
    return "e" if placed.is_feminine(match) else "er"


_DATIVE_VERB = re.compile(
    r"(?:unterl[aie]+g|gratulier|folg|begegn|h[ai]lf|dank|vertrau|gehör|gelang|glück|nütz|schad|droh|fehlt|traut)\w*"
)


#: "vor der 2. und der 3.": the preposition governs both.
_BOTH = re.compile(
    r"\b(?:von|vor|mit|nach|bei|hinter|aus|zu|zwischen|gegenüber|neben|unter|in|an) der \d+\.[^.,;:]{0,25} (?:und|oder|sowie) der $"
)


def _is_dative_or_genitive(match: re.Match[str], det: grammar.Determiner) -> bool:
    """`unterlag der 108. aus Japan`, `der Sieg der 3. aus Graz`: a woman, or several."""
    near = match.string[max(0, match.start() - 60) : match.start()]
    if _BOTH.search(near):
        return True
    before = re.search(r"([\wäöüß-]+) der $", near)
    return bool(before) and (
        bool(_DATIVE_VERB.fullmatch(before[1] if before else ""))
        or any(_DATIVE_VERB.fullmatch(w) for w in det.before[-3:])
        or (before is not None and before[1][0].isupper() and len(det.before) > 1)
    )


def antecedent(match: re.Match[str]) -> nouns.Gender | None:
    """The gender of what was counted before: "mein 1. Auto war …, mein 2. ein Golf"."""
    found = re.findall(
        r"\d\.\s(?:[a-zäöüß]+\s)?([A-ZÄÖÜ]\w+)", match.string[max(0, match.start() - 120) : match.start()]
    )
    return nouns.gender(found[-1]) if found else None


def _of_masculine_or_neuter(match: re.Match[str]) -> nouns.Gender | None:
    """The gender of the last noun that `ein` could stand for: "Das Spiel beginnt um 18 Uhr, ein 2. um 21 Uhr"."""
    found = _WITH_ARTICLE.findall(match.string, max(0, match.start() - 120), match.start())
    genders = [of for of in map(nouns.gender, found) if of in ("m", "n")]
    return genders[-1] if genders else None


_WITH_ARTICLE = re.compile(
    r"\b(?:[Dd]er|[Dd]as|[Ee]inen?|[Kk]einen?|[Dd]en|[Ss]einen?|[Ii]hr(?:en)?) (?:[a-zäöüß-]+ )?([A-ZÄÖÜ\d][\wäöüß-]+)"
)
