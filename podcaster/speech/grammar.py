"""The grammar that numbers need: gender of nouns, case by preposition and article, endings of adjectives.

No parser: what stands a few words to the left and right decides, and where that is silent, what is usual in
news.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

Gender = Literal["m", "f", "n"]
Case = Literal["nom", "acc", "dat", "gen"]

#: How many characters beside a number are looked at: a dozen words.
REACH = 110

_DATIVE = frozenset(
    "mit nach von bei seit aus zu ab gegenüber außer samt entgegen laut nahe dank binnen nebst in an "
    "vor hinter neben zwischen unter".split()
)
_ACCUSATIVE = frozenset("für durch gegen ohne um bis pro je auf über per à via".split())
_GENITIVE = frozenset(
    "wegen trotz während statt anstatt innerhalb außerhalb aufgrund mithilfe anlässlich hinsichtlich "
    "infolge jenseits diesseits oberhalb unterhalb inmitten angesichts anhand mittels namens seitens "
    "zugunsten".split()
)
#: Contracted preposition and article -> case and gender of what follows (None: masculine or neuter).
_CONTRACTED: dict[str, tuple[Case, Gender | None]] = {
    **dict.fromkeys(("am", "im", "zum", "vom", "beim", "unterm", "überm", "hinterm", "vorm"), ("dat", None)),
    "zur": ("dat", "f"),
    **dict.fromkeys(
        ("ins", "ans", "aufs", "fürs", "durchs", "ums", "übers", "unters", "hinters"), ("acc", "n")
    ),
}
_DER_WORDS = re.compile(r"(?:dies|jed|jen|welch|manch|solch|all|beid|derselb|sämtlich)(e|er|es|em|en)")
_EIN_WORDS = re.compile(r"(?:ein|kein|mein|dein|sein|ihr|unser|euer|eur)(e|er|es|em|en|)")
#: What may stand between an article and its number.
BETWEEN = frozenset(
    "bereits schon insgesamt erst nur inzwischen mittlerweile nunmehr jetzt gleich also noch gerade "
    "fast rund etwa knapp gut sogar immerhin wiederum offiziell und oder bis sowie beziehungsweise zum "
    "aktuell ca circa genau zirka lediglich mindestens höchstens maximal exakt stolze ungefähr mehr "
    "weniger als bloß wohl".split()
)
_NOT_ADJECTIVES = frozenset(
    "über unter hinter oder aber einer seiner ihrer meiner eine seine ihre meine unsere keine keiner "
    "heute ohne gegen neben wegen zwischen wurde hatte sollte wollte konnte musste werden haben waren "
    "wieder immer nicht weiter später früher allerdings gestern morgen lange ganze vorne hinten oben "
    "unten außen innen innerhalb einen einem eines seinen ihren statt während alle viele wenige mehrere "
    "beide gerne nachdem indem außer außerdem trotzdem zudem seitdem bevor jeder jede jedes dieser "
    "diese dieses diesem diesen jener welcher welche der dem den des die es er sie ihnen bitte sondern "
    "davor danach würde könnte müsste dürfte möge habe seien sei wäre hätte bisher daher jeher woher".split()
)
#: Verbs whose subject often follows them: what stands behind is nominative.
_SUBJECT_VERBS = frozenset(
    "ist war sind waren wurde wurden wird werden blieb bleibt blieben saß sitzt stand steht standen "
    "fehlt fehlte fehlten starb stirbt kam kommt kamen lag liegt lagen lebt lebte lebten gehört gehörte "
    "folgte folgt entstand erschien floh verschwand verunglückte existiert existierte genügt genügte "
    "reicht reichte heißt hieß sei wäre brannte gilt galt".split()
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
_WORD = re.compile(r"[^\W_][\w’'-]*|[.!?;:]")


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


@cache
def load(name: str) -> dict[str, Any]:
    """A TOML file of the package's data."""
    return tomllib.loads(
        resources.files("podcaster.speech").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    )


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """A TSV file of the package's data, without comments."""
    text = resources.files("podcaster.speech").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _genders() -> tuple[dict[str, Gender], dict[str, Gender], dict[str, Gender]]:
    data = load("nouns")
    genders: tuple[Gender, ...] = ("m", "f", "n")
    nouns: dict[str, Gender] = {}
    for row in rows("units"):
        nouns[row[1].lower()] = row[4]  # type: ignore[assignment]
    nouns.update({w: g for g in genders for w in data[g].split()})
    endings: dict[str, Gender] = {w: g for g in genders for w in data["endings"][g].split()}
    exact: dict[str, Gender] = {w: g for g in genders for w in data["exact"][g].split()}
    return nouns, endings, exact


@cache
def gender(noun: str) -> Gender | None:
    """Gender of a noun in the singular or plural, from the lists or its ending; None where nothing tells."""
    word = noun.lower().rsplit("-", 1)[-1]
    for form in _stems(word):
        found = _look_up(form)
        if found:
            return found
    _, endings, _ = _genders()
    return _longest_end(word, endings)


def _look_up(word: str) -> Gender | None:
    nouns, endings, exact = _genders()
    known = exact.get(word) or nouns.get(word)
    if known:
        return known
    for start in range(2, len(word) - 2):
        if word[start:] in nouns:
            return nouns[word[start:]]
        if len(word) - start > 3 and word[start:] in endings:
            return endings[word[start:]]
    return None


def _longest_end(word: str, table: dict[str, Gender], least: int = 1) -> Gender | None:
    for start in range(1, len(word) - least + 1):
        found = table.get(word[start:])
        if found and (least == 1 or start >= 2):
            return found
    return None


def _stems(word: str) -> list[str]:
    """The word, and what it may be an inflected form of."""
    forms = [word]
    for ending in ("s", "es", "n", "en", "e", "er", "ern"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            forms.append(stem)
            if ending[0] == "e":
                flat = stem.translate(str.maketrans("äöü", "aou"))
                if flat != stem:
                    forms.append(flat)
    return forms


def is_plural(noun: str) -> bool:
    """Whether a noun looks like a plural: it is in the lists without its ending."""
    nouns, _, exact = _genders()
    word = noun.lower().rsplit("-", 1)[-1]
    if word in exact or word in nouns or word.endswith("schafter"):
        return False
    if word.endswith(("ungen", "heiten", "keiten", "schaften", "tionen", "innen", "täten")):
        return True
    direct = _longest_end(word, nouns, least=3)
    if direct:
        return False
    return any(_look_up(form) for form in _stems(word)[1:] if not word.endswith("s") or word.endswith("ens"))


_WORD_BEFORE = re.compile(
    r"\d+\.(?=[ ,])|[IVX]+\.(?=[ ,])|[^\W_][\w’'-]*\.(?=[^\W\d]?[^\s])|[^\W_][\w’'-]*|[.,]"
)


def words_before(text: str, position: int, *, commas: bool = False) -> list[str]:
    """The words of the same sentence that stand before a position, nearest last; `N.` counts as a word.

    `commas`: a comma counts, too, unless it stands in a series of ordinals.
    """
    return list(_words_in(text[max(0, position - REACH) : position], commas))


@lru_cache(4096)
def _words_in(window: str, commas: bool) -> tuple[str, ...]:
    begin = max(map(window.rfind, "!?;:(")) + 1  # what stands before is another clause
    found: list[str] = []
    for word in _WORD_BEFORE.findall(window, begin):
        if word == ",":
            if commas and found and not found[-1].endswith("."):
                found.append(word)
        elif word == ".":
            found.clear()
        else:
            found.append(word)
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
        if word[0].isdecimal() or not is_adjective(word):
            return "", adjectives
        adjectives.append(word)
    return "", adjectives


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


def is_adjective(word: str) -> bool:
    """Whether a word in lower case looks like an inflected adjective."""
    return (
        len(word) > 3
        and word[0].islower()
        and word.endswith(("e", "er", "es", "en", "em"))
        and word not in _NOT_ADJECTIVES
        and not _EIN_WORDS.fullmatch(word)
        and not _DER_WORDS.fullmatch(word)
    )


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
    preposition = previous if previous in _DATIVE | _ACCUSATIVE | _GENITIVE else ""
    before = tuple(lower[:index])
    if (
        word in _CONTRACTED
        or word in ("der", "die", "das", "dem", "den", "des")
        or _DER_WORDS.fullmatch(word)
    ):
        return Determiner("weak", word, preposition, before)
    if _EIN_WORDS.fullmatch(word):
        return Determiner("mixed", word, preposition, before)
    if word in _DATIVE | _ACCUSATIVE | _GENITIVE:
        return Determiner("strong", "", word, before)
    return Determiner("strong", "", "", tuple(lower))


def _may_stand_between(words: list[str], index: int) -> bool:
    word = words[index]
    low = word.lower()
    if low == "zum" and not (
        index > 1 and words[index - 1].lower() == "bis" and is_ordinal_like(words[index - 2])
    ):
        return False  # "bis zum 30.", but "vom 3. bis zum 5."
    if low in BETWEEN:
        return low not in ("bis", "oder", "und") or (index > 0 and is_ordinal_like(words[index - 1]))
    if is_ordinal_like(word):
        return True
    if low.endswith(("te", "ten")) and not low.startswith(
        ("letzt", "best", "größt", "höchst", "jüngst", "bekannt")
    ):
        return False  # more often a verb
    return word[0].islower() and is_adjective(word) and low not in _DATIVE | _ACCUSATIVE and index > 0


def is_ordinal_like(word: str) -> bool:
    return bool(re.fullmatch(r"\d+\.", word)) or (
        word.islower()
        and bool(re.fullmatch(r"\w*(?:erst|zweit|dritt|viert|[nfst]t|zigst|ßigst|hundertst)e[rnms]?", word))
    )


def case_of(det: Determiner, noun_gender: Gender | None, plural: bool = False) -> tuple[Case, Gender | None]:
    """Case and gender that determiner and noun agree on; gender None for the plural."""
    word = det.word
    if word in _CONTRACTED:
        case, fixed = _CONTRACTED[word]
        return case, fixed or noun_gender or "m"
    ending = _ending_of(det)
    if ending == "em":
        return "dat", noun_gender if noun_gender != "f" else "m"
    if ending == "es" and det.kind == "weak":
        if word in ("das", "dieses", "jedes", "jenes", "welches"):
            return ("acc" if det.preposition in _ACCUSATIVE else "nom"), "n"
        return "gen", noun_gender
    if ending == "es":
        return "gen", noun_gender
    if ending == "en":
        return ("dat", None) if plural or noun_gender in ("f", "n") else ("acc", "m")
    if ending == "er" and (det.kind == "weak" or word != "ihr"):
        return _case_of_der(det, noun_gender, plural)
    if ending == "e":
        return ("acc" if det.preposition in _ACCUSATIVE else "nom"), (
            None if plural or noun_gender in ("m", "n") else "f"
        )
    if ending == "":
        return "nom", noun_gender
    return _case_of_preposition(det.preposition), (None if plural else noun_gender)


def _case_of_preposition(preposition: str) -> Case:
    if preposition in _DATIVE:
        return "dat"
    if preposition in _ACCUSATIVE:
        return "acc"
    return "gen" if preposition in _GENITIVE else "nom"


def _case_of_der(det: Determiner, noun_gender: Gender | None, plural: bool) -> tuple[Case, Gender | None]:
    if plural:
        return "gen", None
    if noun_gender == "m" and det.kind == "weak" and det.preposition not in _DATIVE:
        return "nom", "m"
    if noun_gender is None and det.kind == "weak" and not det.preposition and not det.before:
        return "nom", "m"
    if noun_gender == "n":
        return "gen", None
    return ("dat" if det.preposition in _DATIVE else "gen"), "f"


def _ending_of(det: Determiner) -> str | None:
    """The ending that the determiner itself shows; None where there is none."""
    if det.kind == "strong":
        return None
    if det.word in ("der", "die", "das", "dem", "den", "des"):
        return {"der": "er", "die": "e", "das": "es", "dem": "em", "den": "en", "des": "es_"}[
            det.word
        ].rstrip("_")
    match = _DER_WORDS.fullmatch(det.word) if det.kind == "weak" else _EIN_WORDS.fullmatch(det.word)
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


def ending_for(text: str, start: int, end: int) -> str:
    """The ending of an adjective (an ordinal, `halb`, `sogenannt`) that stands in text[start:end]."""
    noun, adjectives = noun_after(text, end)
    for word in adjectives:
        if word[0].islower() or _CAPITAL_ADJECTIVE.fullmatch(word):
            return word[-2:] if word.endswith(("er", "es", "en", "em")) else "e"
    det = determiner(text, start)
    case, of = case_of(det, gender(noun) if noun else None, bool(noun) and is_plural(noun))
    if det.kind == "strong" and noun and of is None and not is_plural(noun):
        of = "m"
    if det.kind == "strong" and not det.preposition and noun:
        case = bare_case(text, start, end)
    return adjective_ending(det, case, of)


def bare_case(text: str, start: int, end: int) -> Case:
    """The case of a noun group without article and preposition: subject or object, by the verb before it."""
    before = [w.lower() for w in words_before(text, start)]
    following = words_after(text, end, 5)
    if any(w in _MEASURE_TAILS for w in following[1:3]):
        return "acc"
    if not before:
        return "nom"
    if any(w in _SUBJECT_VERBS for w in before):
        return "nom"
    return (
        "nom"
        if before[-1] in ("als", "wie", "sowie")
        or text[max(0, start - 9) : start].rstrip().endswith((":", "(", ","))
        else "acc"
    )


def ein(text: str, start: int, end: int) -> str | None:
    """The form of `ein` for a 1 that stands in text[start:end]; None where no noun follows it."""
    noun, adjectives = noun_after(text, end)
    if not noun:
        return None
    of = gender(noun) or ("m" if noun.endswith(("en", "er")) else "n")
    det = determiner(text, start)
    if det.word and not det.word.startswith(("ein", "kein")) and (det.word != "das" or of == "n"):
        case, found = case_of(det, of)
        return "ein" + adjective_ending(det, case, found or of)
    case = _case_of_preposition(det.preposition) if det.preposition else bare_case(text, start, end)
    if det.word == "das":
        case = "nom"
    if not det.preposition and det.before and det.before[-1] in ("und", "oder"):
        case = _coordinated(det.before) or case
    if case == "nom" and of == "m" and noun.endswith("en") and noun.lower() not in _genders()[0]:
        case = "acc"  # "Zeugen", "Verdächtigen": no nominative looks so
    for word in adjectives:
        if word[0].islower() and word.endswith("en") and of == "m" and not det.preposition:
            case = "acc"
    return _EIN[case][of]


def _coordinated(before: tuple[str, ...]) -> Case | None:
    """The case of the preposition that governs both sides of an `und`: "mit einer Frau und 1 Mann"."""
    for word in reversed(before[-7:-1]):
        if word in _DATIVE | _ACCUSATIVE | _GENITIVE:
            return _case_of_preposition(word)
        if word in _SUBJECT_VERBS:
            return None
    return None


def is_dative(text: str, start: int) -> bool:
    """Whether what stands at a position is in the dative, by its preposition or its article."""
    det = determiner(text, start)
    if det.word:
        return det.word in ("den", "dem", "am", "im", "zum", "zur", "vom", "beim") and (
            det.word != "den" or det.preposition in _DATIVE or not det.preposition
        )
    return det.preposition in _DATIVE
