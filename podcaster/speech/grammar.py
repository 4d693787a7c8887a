"""The grammar that numbers need: gender of nouns, case by preposition and article, endings of adjectives.

No parser: what stands a few words to the left and right decides, and where that is silent, what is usual in
news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from podcaster.speech import subject
from podcaster.speech.nearby import (
    ACCUSATIVE,
    CONTRACTED,
    DATIVE,
    DER_WORDS,
    EIN_WORDS,
    GENITIVE,
    NOT_ADJECTIVES,
    PREPOSITIONS,
    REACH,
    Case,
    case_of_preposition,
    is_adjective,
    is_determiner,
    is_ordinal_like,
    is_preposition,
    words_after,
    words_before,
)
from podcaster.speech.nouns import Gender, gender, is_listed, is_plural

__all__ = [
    "NOT_ADJECTIVES",
    "REACH",
    "Case",
    "case_of_preposition",
    "is_adjective",
    "is_determiner",
    "is_ordinal_like",
    "is_preposition",
    "words_before",
]

#: What may stand between an article and its number.
BETWEEN = frozenset(
    "bereits schon insgesamt erst nur inzwischen mittlerweile nunmehr jetzt gleich also noch gerade "
    "fast rund etwa knapp gut sogar immerhin wiederum offiziell und oder bis sowie beziehungsweise zum "
    "aktuell ca circa genau zirka lediglich mindestens höchstens maximal exakt stolze ungefähr mehr "
    "weniger als bloß wohl jeweils".split()
)
_MEASURE_TAILS = frozenset(
    "lang breit hoch groß alt schwer dick tief weit entfernt wert teuer teurer mehr weniger länger "
    "kürzer höher tiefer niedriger größer kleiner älter jünger später früher zurück vorher nachher "
    "schneller langsamer kalt heiß warm".split()
)
_STRONG: dict[Case, dict[Gender | None, str]] = {
    "nom": {"m": "er", "f": "e", "n": "es", None: "e"},
    "acc": {"m": "en", "f": "e", "n": "es", None: "e"},
    "dat": {"m": "em", "f": "er", "n": "em", None: "en"},
    "gen": {"m": "en", "f": "er", "n": "en", None: "er"},
}
_EIN: dict[Case, dict[Gender, str]] = {
    "nom": {"m": "ein", "f": "eine", "n": "ein"},
    "acc": {"m": "einen", "f": "eine", "n": "ein"},
    "dat": {"m": "einem", "f": "einer", "n": "einem"},
    "gen": {"m": "eines", "f": "einer", "n": "eines"},
}


@dataclass(frozen=True, slots=True)
class Determiner:
    """What stands before a number: `weak` after der, `mixed` after ein, `strong` after nothing.

    Attributes:
        word: The article or pronoun in lower case; empty where there is none.
        preposition: The preposition before it, in lower case; empty where there is none.
        before: The words before all that, in lower case, nearest last, as far as the sentence goes.
    """

    kind: Literal["weak", "mixed", "strong"]
    word: str
    preposition: str
    before: tuple[str, ...]


def noun_after(text: str, position: int) -> tuple[str, list[str]]:
    """The noun behind a number, and the adjectives between; an empty noun where none follows."""
    adjectives: list[str] = []
    for word in words_after(text, position):
        if word[0].isupper():
            if _CAPITAL_ADJECTIVE.fullmatch(word) and _stands_before_noun(text, word, position):
                adjectives.append(word)
                continue
            if (
                word.endswith("er")
                and len(word) > 5
                and gender(word) == "m"
                and _names_a_place(text, word, position)
            ):
                adjectives.append(word)
                continue
            return word, adjectives
        if word in _DEGREES and len(adjectives) < 3:
            continue
        if word[0].isdecimal() or not is_adjective(word):
            return "", adjectives
        adjectives.append(word)
    return "", adjectives


#: What may stand before an adjective: "1 leicht verletzten Beamten".
_DEGREES = frozenset(
    "leicht schwer lebensgefährlich sehr besonders frisch neu voll teilweise mittelschwer schwerst stark gut "
    "schlecht völlig ganz noch fast extrem".split()
)
#: Adjectives that are a part of names: "die 2. Deutsche Bundesliga".
_CAPITAL_ADJECTIVE = re.compile(
    r"(?:\w+isch|Deutsch|Groß|Klein|Neu|Alt|Rot|Grün|Schwarz|Weiß|Blau|Hoh|Heilig|International|National|Vereinigt|Freiwillig|Geheim|Ökumenisch|Königlich|Staatlich|Öffentlich)(?:e|er|es|en|em)"
)


def _stands_before_noun(text: str, word: str, position: int) -> bool:
    at = text.find(word, position) + len(word)
    return bool(re.match(r" [A-ZÄÖÜ]\w", text[at : at + 3]))


def _names_a_place(text: str, word: str, position: int) -> bool:
    """`Wiener` in "3. Wiener Bezirk": a capitalised word in -er with a noun right behind it."""
    if word.lower().endswith(("meter", "liter")):
        return False
    at = text.find(word, position)
    following = re.match(r" ([A-ZÄÖÜ]\w+)", text[at + len(word) : at + len(word) + 40])
    return bool(following) and gender(following[1]) is not None if following else False


def determiner(text: str, position: int) -> Determiner:
    """What governs the number at a position: its article, its preposition."""
    words = words_before(text, position, commas=True)
    lower = [w.lower() for w in words]
    index = len(lower) - 1
    while index >= 0 and _may_stand_between(words, index):
        index -= 1
    if index < 0:
        return Determiner("strong", "", "", ())
    word = lower[index]
    previous = lower[index - 1] if index else ""
    preposition = previous if previous in PREPOSITIONS else ""
    before = tuple(lower[:index])
    if is_determiner(word) and not EIN_WORDS.fullmatch(word):
        return Determiner("weak", word, preposition, before)
    if EIN_WORDS.fullmatch(word):
        return Determiner("mixed", word, preposition, before)
    if word in PREPOSITIONS and before[-2:] != ("nach", "wie"):
        return Determiner("strong", "", word, before)
    return Determiner("strong", "", "", tuple(lower))


#: Behind these `je` is a preposition: "3 Euro je 1 Liter".
_PER = re.compile(
    r"(?:Euro|Dollar|Franken|Cent|Rappen|Pfund|Fälle|Stück|Gramm|Kilogramm|Milligramm|Liter|Kilo|Tonnen|Todesfälle|Infektionen|Einwohner|Personen|Prozent)"
)


def _may_stand_between(words: list[str], index: int) -> bool:
    word = words[index]
    low = word.lower()
    if low == "zum" and not (
        index > 1 and words[index - 1].lower() == "bis" and is_ordinal_like(words[index - 2])
    ):
        return False  # "bis zum 30.", but "vom 3. bis zum 5."
    if low == "je":  # "mit je 1 Euro", "stellen je 1 Mann": no preposition, but "Fälle je 1 Million"
        return index > 0 and not _PER.fullmatch(words[index - 1])
    if low in BETWEEN:
        return low not in ("bis", "oder", "und") or (index > 0 and is_ordinal_like(words[index - 1]))
    if is_ordinal_like(word):
        return True
    if subject.is_past_plural(low):
        return False
    if low.endswith(("te", "ten")) and not low.startswith(
        ("letzt", "best", "größt", "höchst", "jüngst", "bekannt")
    ):
        return False  # more often a verb
    return word[0].islower() and is_adjective(word) and low not in DATIVE | ACCUSATIVE and index > 0


def case_of(det: Determiner, noun_gender: Gender | None, plural: bool = False) -> tuple[Case, Gender | None]:
    """Case and gender that determiner and noun agree on; gender None for the plural."""
    word = det.word
    if word in CONTRACTED:
        case, fixed = CONTRACTED[word]
        return case, fixed or noun_gender or "m"
    ending = _ending_of(det)
    if ending == "em":
        return "dat", noun_gender if noun_gender != "f" else "m"
    if ending == "es" and det.kind == "weak":
        if word in ("das", "dieses", "jedes", "jenes", "welches"):
            return ("acc" if det.preposition in ACCUSATIVE else "nom"), "n"
        return "gen", noun_gender
    if ending == "es":
        return "gen", noun_gender
    if ending == "en":
        return ("dat", None) if plural or noun_gender in ("f", "n") else ("acc", "m")
    if ending == "er" and (det.kind == "weak" or word != "ihr"):
        return _case_of_der(det, noun_gender, plural)
    if ending == "e":
        return ("acc" if det.preposition in ACCUSATIVE else "nom"), (
            None if plural or noun_gender in ("m", "n") else "f"
        )
    if ending == "":
        return "nom", noun_gender
    return case_of_preposition(det.preposition), (None if plural else noun_gender)


def _case_of_der(det: Determiner, noun_gender: Gender | None, plural: bool) -> tuple[Case, Gender | None]:
    if plural:
        return "gen", None
    if noun_gender == "m" and det.kind == "weak" and det.preposition not in DATIVE:
        return "nom", "m"
    if noun_gender is None and det.kind == "weak" and not det.preposition and not det.before:
        return "nom", "m"
    if noun_gender == "n":
        return "gen", None
    return ("dat" if det.preposition in DATIVE else "gen"), "f"


def _ending_of(det: Determiner) -> str | None:
    """The ending that the determiner itself shows; None where there is none."""
    if det.kind == "strong":
        return None
    if det.word in ("der", "die", "das", "dem", "den", "des"):
        return {"der": "er", "die": "e", "das": "es", "dem": "em", "den": "en", "des": "es_"}[
            det.word
        ].rstrip("_")
    match = DER_WORDS.fullmatch(det.word) if det.kind == "weak" else EIN_WORDS.fullmatch(det.word)
    return match[1] if match else None


def adjective_ending(det: Determiner, case: Case, of: Gender | None) -> str:
    """The ending of an adjective: weak after der, mixed after ein, strong after nothing."""
    if det.kind == "strong":
        return _STRONG[case][of]
    if det.kind == "mixed" and _ending_of(det) == "":
        return {"m": "er", "n": "es", "f": "e"}.get(of or "n", "es") if case in ("nom", "acc") else "en"
    if of is None:
        return "en"
    if case == "nom" or (case == "acc" and of in ("f", "n")):
        return "e"
    return "en"


_HERS = frozenset("die eine diese jede jene ihre seine unsere meine keine".split())
_GENITIVE_NAME = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}(?:[^s\W]s|[sxz][’']) $")


def ending_for(text: str, start: int, end: int) -> str:
    """The ending of an adjective (an ordinal, `halb`, `sogenannt`) that stands in text[start:end]."""
    noun, adjectives = noun_after(text, end)
    for word in adjectives:
        if word[0].islower() or _CAPITAL_ADJECTIVE.fullmatch(word):
            return word[-2:] if word.endswith(("er", "es", "en", "em")) else "e"
    det = determiner(text, start)
    if (
        not det.word
        and not det.preposition
        and len(det.before) > 1
        and _GENITIVE_NAME.search(text, 0, start)
        and det.before[-2] in PREPOSITIONS
    ):
        det = Determiner("strong", "", det.before[-2], det.before[:-2])  # "bei Deutschlands 5. Titel"
    if noun.endswith("e") and (det.word in _HERS or det.word == "der") and _PERSON.fullmatch(noun):
        return "e"  # "die 2. Vorsitzende"
    case, of = case_of(det, gender(noun) if noun else None, bool(noun) and is_plural(noun))
    if det.kind == "strong" and noun and of is None and not is_plural(noun):
        of = "m"
    if det.kind == "strong" and not det.preposition and noun:
        case = bare_case(text, start, end)
    return adjective_ending(det, case, of)


#: What was caught, saved, sold: "nahm vier Männer fest, darunter einen Deutschen".
_TRANSITIVE = re.compile(
    r"\b(?:nahm(?:en)?|fasste\w?|rettete\w?|kaufte\w?|verkaufte\w?|fand|entdeckte\w?|hat|haben|hatten?|gewann|gewannen|holte\w?|erhielt(?:en)?|bekam(?:en)?|verletzte\w?|tötete\w?|"
    r"zählt|zählte\w?|umfasst|besitzt|sah|lud|schickte\w?|bestellte\w?|verlor|verloren|erzielte\w?|baute\w?|plant|meldete\w?)\b(?!.*\b(?:wurden?|worden|waren)\b)"
)


_UNDER = frozenset(
    "unter über vor hinter neben nördlich südlich östlich westlich oberhalb unterhalb vom von".split()
)


def _is_distance(following: list[str]) -> bool:
    """`1 Meter unter dem Meeresspiegel`: how far, and no subject."""
    return (
        len(following) > 1
        and following[0].lower().endswith(("meter", "zoll", "fuß", "grad"))
        and following[1] in _UNDER
    )


_BEFORE_OR_AFTER = (["vor"], ["nach"], ["später"], ["zuvor"], ["danach"], ["nachdem"], ["bevor"])


def _is_extent(following: list[str]) -> bool:
    """`1 Meter breit`: how much, and no subject."""
    if not following or not subject.is_measure(following[0]):
        return False
    return (
        any(w in _MEASURE_TAILS for w in following[1:3])
        or _is_distance(following)
        or following[1:2] in _BEFORE_OR_AFTER
    )


def _of_those(text: str, start: int, end: int) -> Case:
    """`sahen 11 Leute zu, darunter 1 Kritiker`: the case of those that were counted before."""
    words = words_before(text, start, commas=True)
    counted = max((i for i, word in enumerate(words) if _counts(word.lower())), default=0)
    group = words[:counted]
    while group and group[-1].lower() in BETWEEN:
        group.pop()
    if counted and group and not is_preposition(group[-1].lower()):
        following = text[end : end + REACH].split(",", maxsplit=1)[0]
        return subject.case_in_clause(group, following, "")
    return "acc" if _TRANSITIVE.search(text, max(0, start - REACH), start) else "nom"


def bare_case(text: str, start: int, end: int) -> Case:
    """The case of a noun group without article and preposition: subject or object, by the verb before it."""
    before = [w.lower() for w in words_before(text, start)]
    while before and before[-1] in BETWEEN and before[-1] not in ("als", "sowie", "und", "oder"):
        before.pop()
    following = words_after(text, end, 5)
    if _is_extent(following):
        return "acc"
    if not before:
        return "nom"
    if before[-1] == "darunter":
        return _of_those(text, start, end)
    if before[-1] in ("als", "wie", "sowie") or text[max(0, start - 9) : start].rstrip().endswith(
        (":", "(", ",")
    ):
        return "nom"
    words = words_before(text, start, commas=True)
    while words and words[-1].lower() in BETWEEN and words[-1].lower() not in ("als", "sowie", "und", "oder"):
        words.pop()
    return subject.case_in_clause(words, text[end : end + REACH], noun_after(text, end)[0])


#: An adjective that is a noun: without an article "Verletzte" is a woman, "Verletzter" a man.
_PERSON = re.compile(
    r"\w*(?:[Vv]erletzt|[Tt]ot|[Vv]erdächtig|[Aa]ngeklagt|[Bb]eklagt|[Vv]orgesetzt|[Gg]esandt|[Dd]elegiert|[Gg]eschädigt|[Bb]efragt|[Vv]ersichert|[Gg]eehrt|[Bb]edienstet|\w+jährig|[Bb]eschuldigt|[Vv]ermisst|[Dd]eutsch|[Aa]ngestellt|[Jj]ugendlich|[Ee]rwachsen|[Kk]rank|[Oo]bdachlos|[Aa]rbeitslos"
    r"|[Ff]reiwillig|[Üü]berlebend|[Rr]eisend|[Vv]erwandt|[Bb]ekannt|[Aa]bgeordnet|[Vv]orsitzend|[Bb]eteiligt|[Bb]etroffen|[Gg]efangen|[Ee]rkrankt|[Ii]nfiziert|[Bb]eschäftigt|[Vv]erstorben"
    r"|[Ff]estgenommen|[Vv]erhaftet|[Vv]ertraut|[Hh]eilig|[Ff]remd|[Uu]nbekannt|[Gg]eflüchtet|[Ss]tudierend|[Aa]ngehörig|[Vv]erunglückt)(e|er|en)"
)


#: Behind a measure: "1 Meter dicke".
_DIMENSION = re.compile(
    r"(?:lang|breit|hoh|groß|alt|schwer|dick|tief|weit|entfernt|stark|dünn|teur|kalt|heiß|warm)(?:e|er|es|en|em)"
)


def ein(text: str, start: int, end: int) -> str | None:
    """The form of `ein` for a 1 that stands in text[start:end]; None where no noun follows it."""
    noun, adjectives = noun_after(text, end)
    if not noun:
        return _ein_before_adjective(text, start, adjectives)
    person = _PERSON.fullmatch(noun)
    extent = words_after(text, end, 3)[1 + len(adjectives) :]
    if extent and _DIMENSION.fullmatch(extent[0]):  # "das 1 Meter lange Seil"
        return "ein" if noun == "Mann" else _EIN["acc"][gender(noun) or "n"]
    of = gender(noun) or _gender_shown(adjectives) or ("m" if noun.endswith(("en", "er")) else "n")
    if person:
        of = "f" if person[1] == "e" else "m"
    det = determiner(text, start)
    relative = det.word in ("der", "die", "das", "den", "dem") and (
        det.before[-1:] == (",",) or (bool(det.preposition) and det.before[-2:-1] == (",",))
    )
    if det.word == "ihr" or relative:  # "es fehlte ihr 1 Punkt", "der Stau, der 1 Kilometer lang ist"
        det = Determiner("strong", "", "", (*det.before, det.word))
    if det.word and not det.word.startswith(("ein", "kein")) and (det.word != "das" or of == "n"):
        case, found = case_of(det, of)
        return "ein" + adjective_ending(det, case, found or of)
    case = _case_of_one(text, start, end, noun, adjectives, of, det)
    if noun == "Grad" and case == "acc" and not adjectives:
        return "ein"  # newsreaders say "um ein Grad" more often than "um einen Grad"
    return _EIN[case][of]


def _ein_before_adjective(text: str, start: int, adjectives: list[str]) -> str | None:
    """`1 weitere wurde verletzt`, `1 mündliche und 2 schriftliche Tests`: the adjective tells what it can."""
    word = adjectives[0] if adjectives else ""
    if not word.endswith(("e", "er", "es")) or word.endswith("te"):
        return None
    dative = determiner(text, start).preposition in DATIVE
    return "eine" if word.endswith("e") else "einer" if dative and word.endswith("er") else "ein"


def _gender_shown(adjectives: list[str]) -> Gender | None:
    """A strong adjective tells the gender: `neuer` is masculine, `neues` neuter."""
    for word in adjectives:
        if word[0].islower():
            return "m" if word.endswith("er") else "n" if word.endswith("es") else None
    return None


def _case_of_one(
    text: str, start: int, end: int, noun: str, adjectives: list[str], of: Gender, det: Determiner
) -> Case:
    if det.word == "das":
        return "nom"
    if det.preposition:
        return _case_shown(det.preposition, text, start, end, noun, of)
    case = bare_case(text, start, end)
    if det.before and det.before[-1] in _JOINING:
        extent = case == "acc" and _is_extent(words_after(text, end, 5))
        verb = words_after(text, end, 6)[len(adjectives) + 1 :]
        while verb and verb[0][0].isupper():  # "1 Liter Milch kostet"
            verb = verb[1:]
        clause = det.before[-1] == "," and bool(verb) and verb[0].islower() and verb[0] not in _GOING_ON
        clause = clause or bool(_GAPPED.match(text, end))
        new = bool(verb) and verb[0].endswith("te") and verb[0].islower()  # "und 1 Mast knickte um"
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
        and not subject.is_time(noun)
        and _GIVEN_TO.search(text, max(0, start - 60), min(len(text), end + 60))
    ):
        return "acc"
    if preposition == "auf" and _is_place(text, start, end, noun):
        return "dat"
    return case_of_preposition(preposition)


_JOINING = frozenset(("und", "oder", "sowie", ","))
_QUANTITIES = re.compile(
    r"\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mehrere\w?|einige\w?|viele\w?|zahlreiche\w?"
)


def _coordinated(words: list[str], following: str, noun: str, *, new: bool) -> Case | None:
    """The case of what an `und` joins the number to: "mit 2 Frauen und 1 Mann", "es starben 3 und 1"."""
    before = [word.lower() for word in words]
    index = len(before) - 1
    while index >= 0 and before[index] in _JOINING:
        near = range(index - 1, max(-1, index - (4 if before[index] == "," else 6)), -1)
        first = next((i for i in near if _counts(before[i])), -1)
        if first < 0:
            break
        shown = EIN_WORDS.fullmatch(before[first])
        if shown and shown[1] in _SHOWN:
            return _SHOWN[shown[1]]
        index = first - 1
        while index >= 0 and (
            before[index] in BETWEEN - _JOINING
            or before[index][0].isdecimal()
            or before[index] in ("komma", "null", "eins", "minus")
            or _QUANTITIES.fullmatch(before[index])
        ):
            index -= 1
        if index < 0:
            return "nom"
        if before[index] in PREPOSITIONS:
            return case_of_preposition(before[index])
        if before[index] not in _JOINING:
            return "nom" if new else subject.case_in_clause(words[: index + 1], following, noun)
    for word in () if before[-1] == "," else reversed(before[-4:-1]):
        if word in PREPOSITIONS or subject.has_no_object(word):
            return case_of_preposition(word) if word in PREPOSITIONS else None
    return None


#: Behind a noun these are no verbs.
_GOING_ON = PREPOSITIONS | frozenset(
    "und oder sowie als wie im am zum zur vom beim bzw beziehungsweise der des".split()
)
_SHOWN: dict[str, Case] = {"em": "dat", "en": "acc", "er": "dat"}


def _counts(word: str) -> bool:
    return word != "," and bool(
        word[0].isdecimal() or _QUANTITIES.fullmatch(word) or EIN_WORDS.fullmatch(word)
    )


def pronoun(text: str, start: int, end: int, of: Gender) -> str:
    """The form of `einer` for a 1 that stands for one of those: "1 von ihnen", "bei 1 von 10 Kindern"."""
    det = determiner(text, start)
    case = case_of_preposition(det.preposition) if det.preposition else bare_case(text, start, end)
    return (
        {"m": "einer", "n": "eines"}.get(of, "eine")
        if case == "nom"
        else _EIN[case][of] + ("es" if case == "acc" and of == "n" else "")
    )


def is_dative(text: str, start: int) -> bool:
    """Whether what stands at a position is in the dative, by its preposition or its article."""
    det = determiner(text, start)
    if det.word:
        return det.word in ("den", "dem", "am", "im", "zum", "zur", "vom", "beim") and (
            det.word != "den" or det.preposition in DATIVE or not det.preposition
        )
    return det.preposition in DATIVE
