"""The forms of `ein` for a 1: by the noun behind it, and by what governs both."""

from __future__ import annotations

import re

from podcaster.speech import grammar, kinds, subject
from podcaster.speech.nearby import (
    DATIVE,
    EIN_WORDS,
    GENITIVE,
    PREPOSITIONS,
    REACH,
    Case,
    case_of_preposition,
    words_after,
    words_before,
)
from podcaster.speech.nouns import Gender, gender, is_listed

_EIN: dict[Case, dict[Gender, str]] = {
    "nom": {"m": "ein", "f": "eine", "n": "ein"},
    "acc": {"m": "einen", "f": "eine", "n": "ein"},
    "dat": {"m": "einem", "f": "einer", "n": "einem"},
    "gen": {"m": "eines", "f": "einer", "n": "eines"},
}


#: Behind a measure: "1 Meter dicke".
_DIMENSION = re.compile(
    r"(?:lang|breit|hoh|groß|alt|schwer|dick|tief|weit|entfernt|stark|dünn|teur|kalt|heiß|warm)(?:e|er|es|en|em)"
)


def ein(text: str, start: int, end: int) -> str | None:
    """The form of `ein` for a 1 that stands in text[start:end]; None where no noun follows it."""
    noun, adjectives = grammar.noun_after(text, end)
    if not noun:
        return _ein_before_adjective(text, start, adjectives)
    person = grammar.ADJECTIVE_NOUN.fullmatch(noun)
    extent = words_after(text, end, 3)[1 + len(adjectives) :]
    if extent and _DIMENSION.fullmatch(extent[0]):  # "das 1 Meter lange Seil"
        return "ein" if noun == "Mann" else _EIN["acc"][gender(noun) or "n"]
    of = gender(noun) or _gender_shown(adjectives) or ("m" if noun.endswith(("en", "er")) else "n")
    if person:
        of = "f" if person[1] == "e" else "m"
    det = grammar.determiner(text, start)
    relative = det.word in ("der", "die", "das", "den", "dem") and (
        det.before[-1:] == (",",) or (bool(det.preposition) and det.before[-2:-1] == (",",))
    )
    if det.word == "ihr" or relative:  # "es fehlte ihr 1 Punkt", "der Stau, der 1 Kilometer lang ist"
        det = grammar.Determiner("strong", "", "", (*det.before, det.word))
    if det.word and not det.word.startswith(("ein", "kein")) and (det.word != "das" or of == "n"):
        case, found = grammar.case_of(det, of)
        return "ein" + grammar.adjective_ending(det, case, found or of)
    case = _case_of_one(text, start, end, noun, adjectives, of, det)
    if noun == "Grad" and case == "acc" and not adjectives:
        return "ein"  # newsreaders say "um ein Grad" more often than "um einen Grad"
    return _EIN[case][of]


def _ein_before_adjective(text: str, start: int, adjectives: list[str]) -> str | None:
    """`1 weitere wurde verletzt`, `1 mündliche und 2 schriftliche Tests`: the adjective tells what it can."""
    word = adjectives[0] if adjectives else ""
    if not word.endswith(("e", "er", "es")) or word.endswith("te"):
        return None
    dative = grammar.determiner(text, start).preposition in DATIVE
    return "eine" if word.endswith("e") else "einer" if dative and word.endswith("er") else "ein"


def _gender_shown(adjectives: list[str]) -> Gender | None:
    """A strong adjective tells the gender: `neuer` is masculine, `neues` neuter."""
    for word in adjectives:
        if word[0].islower():
            return "m" if word.endswith("er") else "n" if word.endswith("es") else None
    return None


def _case_of_one(
    text: str, start: int, end: int, noun: str, adjectives: list[str], of: Gender, det: grammar.Determiner
) -> Case:
    if det.word == "das":
        return "nom"
    if det.preposition:
        return _case_shown(det.preposition, text, start, end, noun, of)
    case = grammar.bare_case(text, start, end)
    if det.before and det.before[-1] in _JOINING:
        extent = case == "acc" and grammar.is_extent(words_after(text, end, 5))
        verb = words_after(text, end, 6)[len(adjectives) + 1 :]
        while verb and verb[0][0].isupper():  # "1 Liter Milch kostet"
            verb = verb[1:]
        clause = det.before[-1] == "," and bool(verb) and verb[0].islower() and verb[0] not in _GOING_ON
        clause = clause or bool(_GAPPED.match(text, end))
        new = bool(verb) and kinds.is_past(verb[0])  # "und 1 Mast knickte um"
        words = words_before(text, start, commas=True)
        joined = None if clause else _coordinated(words, text[end : end + REACH], noun, new=new)
        if joined == "dat" or not extent:
            case = "nom" if clause else joined or ("nom" if new else case)
    if of == "m" and case == "nom":
        if noun.endswith("en") and not is_listed(noun):
            return "acc"  # "Zeugen", "Verdächtigen": no nominative looks so
        if any(word[0].islower() and word.endswith("en") for word in adjectives):
            return "acc"
    return case


#: "1 Ether kostet 3 Dollar und 1 Dogecoin 10 Cent": the verb is that of the clause before.
_GAPPED = re.compile(r"\s[A-ZÄÖÜ][\wäöüß-]+ (?:nur |rund |etwa )?(?:\d|zwei|drei|vier|fünf|null|zehn|zwölf)")


_STATIC = re.compile(
    r"\b(?:leb|wohn|steh|stand|sitz|saß|lieg|lag|dräng|tummel|wachs|wuchs|find|fand|befind|befand|arbeit|schlaf|schlief|entsteh|entstand|stapel|gedeih|spiel|wart|haus)\w*"
)


def _is_place(text: str, start: int, end: int, noun: str) -> bool:
    """`auf 1 Hektar wächst Mais` is where, `wuchs auf 1 Hektar` how far."""
    if _STATIC.search(" ".join(words_after(text, end, 3)[1:])):
        return True
    near = text[max(0, start - REACH) : end + REACH]
    return noun.lower().endswith(("hektar", "meter", "kilometer")) and not _GROWING.search(near)


_GROWING = re.compile(
    r"\b\w*(?:st[ie]{1,2}g|stieg|wachs|wuchs|wächst|s[aiu]nk|f[aäi]e?ll?|kletter|erhöh|vergrößer|verkleiner|verkürz|verlänger|verringer|erweiter|ausgedehn|dehn|ausgeweit|begrenz|"
    r"beschränk|schätz|bezif|belief|beläuft|summier|brach|bring|komm|kam|zurückg|breit|gefror|fror|reduzier|anheb|anhob|senk|schrumpf|näher|heran|verbreiter|abgesenk|schmolz|schmilz|genau)\w*"
)


#: With these `an` has the accusative: "10 Cent gehen an 1 Verein".
_GIVEN_TO = re.compile(
    r"\b(?:ge)?(?:geh|ging|gang|verk[aä]uf|spend|gespend|zahl|überg[aäe]b|schick|s[ae]nd|liefer|verg[aei]b|verl[ei]e?h|vererb|verl[oi]e?r|denk|dacht|erinner|glaub|appell|"
    r"schr[ei]{1,2}b|adressier|richt|wandt|wend|überw[ie]{1,2}s|verteil|verschenk|vermiet|abg[aäei]b|weiter|stiftet)\w*"
)


def _case_shown(preposition: str, text: str, start: int, end: int, noun: str, of: Gender) -> Case:
    """The preposition's case, unless the noun's end tells another: "binnen 1 Jahres", "statt 1 Trainer"."""
    genitive = of != "f" and noun.endswith("s") and gender(noun.removesuffix("s").removesuffix("e")) == of
    if preposition in GENITIVE and of != "f" and not noun.endswith(("s", "en")):
        return "dat"
    if genitive and preposition in ("binnen", "laut", "dank", "samt") and not is_listed(noun):
        return "gen"
    if (
        preposition == "an"
        and not kinds.is_time(noun)
        and _GIVEN_TO.search(text, max(0, start - 60), min(len(text), end + 60))
    ):
        return "acc"
    if preposition == "auf" and _is_place(text, start, end, noun):
        return "dat"
    return case_of_preposition(preposition)


_JOINING = frozenset(("und", "oder", "sowie", ","))


def _coordinated(words: list[str], following: str, noun: str, *, new: bool) -> Case | None:
    """The case of what an `und` joins the number to: "mit 2 Frauen und 1 Mann", "es starben 3 und 1"."""
    before = [word.lower() for word in words]
    index = len(before) - 1
    while index >= 0 and before[index] in _JOINING:
        near = range(index - 1, max(-1, index - (4 if before[index] == "," else 6)), -1)
        first = next((i for i in near if grammar.counts(before[i])), -1)
        if first < 0:
            break
        shown = EIN_WORDS.fullmatch(before[first])
        if shown and shown[1] in _SHOWN:
            return _SHOWN[shown[1]]
        index = first - 1
        while index >= 0 and (
            before[index] in grammar.BETWEEN - _JOINING
            or before[index][0].isdecimal()
            or before[index] in ("komma", "null", "eins", "minus")
            or grammar.QUANTITIES.fullmatch(before[index])
        ):
            index -= 1
        if index < 0:
            return "nom"
        if before[index] in PREPOSITIONS:
            return case_of_preposition(before[index])
        if before[index] not in _JOINING:
            return "nom" if new else subject.case_in_clause(words[: index + 1], following, noun)
    for word in () if before[-1] == "," else reversed(before[-4:-1]):
        if word in PREPOSITIONS or kinds.has_no_object(word):
            return case_of_preposition(word) if word in PREPOSITIONS else None
    return None


#: Behind a noun these are no verbs.
_GOING_ON = PREPOSITIONS | frozenset(
    "und oder sowie als wie im am zum zur vom beim bzw beziehungsweise der des".split()
)
_SHOWN: dict[str, Case] = {"em": "dat", "en": "acc", "er": "dat"}


def pronoun(text: str, start: int, end: int, of: Gender) -> str:
    """The form of `einer` for a 1 that stands for one of those: "1 von ihnen", "bei 1 von 10 Kindern"."""
    det = grammar.determiner(text, start)
    case = case_of_preposition(det.preposition) if det.preposition else grammar.bare_case(text, start, end)
    return (
        {"m": "einer", "n": "eines"}.get(of, "eine")
        if case == "nom"
        else _EIN[case][of] + ("es" if case == "acc" and of == "n" else "")
    )
