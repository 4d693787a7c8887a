"""The grammar that numbers need: gender of nouns, case by preposition and article, endings of adjectives.

No parser: what stands a few words to the left and right decides, and where that is silent, what is usual in
news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from podcaster.speech import kinds, subject
from podcaster.speech.nearby import (
    ACCUSATIVE,
    CONTRACTED,
    DATIVE,
    DER_WORDS,
    EIN_WORDS,
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
from podcaster.speech.nouns import Gender, gender, is_plural

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
    if low in ("über", "unter") and index and words[index - 1].lower() in PREPOSITIONS:
        return True  # "von über 1 Milliarde": more than that, and no preposition
    if low in BETWEEN:
        return low not in ("bis", "oder", "und") or (index > 0 and is_ordinal_like(words[index - 1]))
    if is_ordinal_like(word):
        return True
    if kinds.is_past_plural(low):
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
    if noun.endswith("e") and (det.word in _HERS or det.word == "der") and ADJECTIVE_NOUN.fullmatch(noun):
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


def is_extent(following: list[str]) -> bool:
    """`1 Meter breit`: how much, and no subject."""
    if not following or not kinds.is_measure(following[0]):
        return False
    return (
        any(w in _MEASURE_TAILS for w in following[1:3])
        or _is_distance(following)
        or following[1:2] in _BEFORE_OR_AFTER
    )


QUANTITIES = re.compile(
    r"\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mehrere\w?|einige\w?|viele\w?|zahlreiche\w?"
)


def counts(word: str) -> bool:
    """Whether a word says how many."""
    return word != "," and bool(
        word[0].isdecimal() or QUANTITIES.fullmatch(word) or EIN_WORDS.fullmatch(word)
    )


def _of_those(text: str, start: int, end: int) -> Case:
    """`sahen 11 Leute zu, darunter 1 Kritiker`: the case of those that were counted before."""
    words = words_before(text, start, commas=True)
    counted = max((i for i, word in enumerate(words) if counts(word.lower())), default=0)
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
    if is_extent(following):
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
ADJECTIVE_NOUN = re.compile(
    r"\w*(?:[Vv]erletzt|[Tt]ot|[Vv]erdächtig|[Aa]ngeklagt|[Bb]eklagt|[Vv]orgesetzt|[Gg]esandt|[Dd]elegiert|[Gg]eschädigt|[Bb]efragt|[Vv]ersichert|[Gg]eehrt|[Bb]edienstet|\w+jährig|[Bb]eschuldigt|[Vv]ermisst|[Dd]eutsch|[Aa]ngestellt|[Jj]ugendlich|[Ee]rwachsen|[Kk]rank|[Oo]bdachlos|[Aa]rbeitslos"
    r"|[Ff]reiwillig|[Üü]berlebend|[Rr]eisend|[Vv]erwandt|[Bb]ekannt|[Aa]bgeordnet|[Vv]orsitzend|[Bb]eteiligt|[Bb]etroffen|[Gg]efangen|[Ee]rkrankt|[Ii]nfiziert|[Bb]eschäftigt|[Vv]erstorben"
    r"|[Ff]estgenommen|[Vv]erhaftet|[Vv]ertraut|[Hh]eilig|[Ff]remd|[Uu]nbekannt|[Gg]eflüchtet|[Ss]tudierend|[Aa]ngehörig|[Vv]erunglückt)(e|er|en)"
)


def is_dative(text: str, start: int) -> bool:
    """Whether what stands at a position is in the dative, by its preposition or its article."""
    det = determiner(text, start)
    if det.word:
        return det.word in ("den", "dem", "am", "im", "zum", "zur", "vom", "beim") and (
            det.word != "den" or det.preposition in DATIVE or not det.preposition
        )
    return det.preposition in DATIVE or corresponds(det)


def corresponds(det: Determiner) -> bool:
    """Whether `entspricht` stands right before: "entspricht etwa 5 Kilometern"."""
    last = next((word for word in reversed(det.before) if word not in BETWEEN), "")
    return not det.preposition and bool(re.fullmatch(r"entspr[iae]ch\w*", last))
