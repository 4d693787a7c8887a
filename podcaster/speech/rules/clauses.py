"""Whether a name without an article is subject or object: by the verb, and by what stands before and behind it.

German leaves the case of "Karl V." to the reader; the second part of a main clause is its verb, and where the
subject stands before the verb or right behind it, the name is an object.
"""

from __future__ import annotations

import re

from podcaster.speech import grammar, nearby, nouns
from podcaster.speech.kinds import is_adverb, is_verb
from podcaster.speech.nearby import Case

#: Behind these stands who somebody is, or the subject: never an object.
_COPULA = frozenset(
    "ist war sind waren heißt hieß heißen hießen bleibt blieb bleiben blieben starb stirbt starben kam kommt kamen regierte regiert regierten herrschte "
    "herrschten herrscht trat ging lebte lebten sei wäre stand entstammte floh reiste".split()
)
#: Who or what acts, or shows somebody, although it is neither masculine nor a woman: "Das Volk stürzte Ludwig XVI."
_AGENT = re.compile(
    r"\w*(?:volk|menge|partei|armee|regierung|revolution|polizei|kirche|stadt|parlament|bevölkerung|museum|ausstellung|schau|buch|gemälde|porträt|bild|statue|serie|biografie|biographie|"
    r"land|opposition|republik|kurie|zeitung|presse|jury|verschwörung|familie|frau|mutter|tochter|denkmal|stück|doku|dokumentation|inschrift|gruppe|delegation|orchester|publikum|paar|"
    r"gericht|konklave|konzil|adel|heer|flotte|universität|nation|gesellschaft|galerie|kammer|versammlung|münze|briefmarke|büste|kind|mädchen|team|foto|aufnahme|szene|tafel|niederlage|krankheit)"
)
_SHOWING = re.compile(
    r"(?:zeig|erinner|würdig|ehr|porträtier|beschreib|schilder|nenn|stürz|koste|darstell|preis|rühm|verherrlich|zwang|zwing|beleidig|trifft|macht|überrasch|erreicht|schützt)\w*"
)
#: Who does so is a person; what stands before is what was made: "Die Universität gründete Karl IV."
_MADE = re.compile(
    r"(?:gründe|stifte|errichte|erbau|bau|verfass|komponier|eröffne|weih|unterzeichne|erließ|erläss|ließ|lässt|schuf|regier|beherrsch|verlieh|begann|ordne|führ)\w*"
)
_THINGS = (
    "universität", "kirche", "kammer", "galerie", "stadt", "denkmal", "buch", "museum", "bild", "statue", "republik", "gesellschaft", "land", "akademie", "orden", "schloss",
    "dom", "hof", "palast", "bau", "turm", "kloster", "schule", "messe", "brücke", "bibliothek", "festung", "burg", "park", "garten", "edikt", "gesetz", "vertrag", "bulle", "enzyklika",
)  # fmt: skip
#: What is said stands before: "Das sagte Leo XIV.".
_SAID = re.compile(
    r"(?:sag|erklär|mein|beton|forder|schrieb|schreib|erzähl|ruf|rief|bekräftig|bet|fügt|so|räum|kündig|warn|mahn|bat|lob|berichte|antwort|klag|gestand|sprach|begründ|versicher|schloss|appellier)\w*"
)
_AUXILIARIES = re.compile(
    r"ließ|lassen|lässt|wird|werden|wurden?|würden?|soll\w*|will|woll\w+|kann|könn\w+|muss\w*|müss\w+|darf|dürf\w+"
)
_INFINITIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:en|ern|eln)")
_DATIVE_VERB = re.compile(
    r"(?:folg|nachfolg|gratulier|dank|begegn|h[ai]lf|dien|gehör|gelang|gelung|glück|unterl[ai]e?g|vertrau|widersetz|widersprach|huldig|droh|ähnel|entgeg|entging|gehorch|missfiel|"
    r"imponier|verzieh|verzeih|jubel|zujubel|applaudier|kondolier|schmeichel|misstrau|fehl|entkam|nah)\w*"
)
_GIVING = re.compile(
    r"(?:überreich|verl[ie]+h|schenk|g[ai]b|übergab|überließ|schick|send|sandte|bot|bring|brach|widm|schrieb|erklär|versprach|verkauf|überbrach|entzog|sag)\w*"
)
_GIVEN = re.compile(r"\s(?:eine?n?|das|die|den|seine?n?|ihre?n?|\d+)\s")
_PASSIVE = frozenset("wurde wurden wird werden ist sind war waren".split())
_GIVEN_TO = re.compile(
    r"\s(?:verliehen|überreicht|gewidmet|geschenkt|zugeschrieben|zuerkannt|zugesprochen|angeboten|übergeben|überlassen|gelungen|vorgelegt|angetragen|entzogen|nachgesagt)\b"
)
_SUBJECTS = frozenset(
    "der die das ein eine er sie es man wir ich sein seine ihre unser unsere dieser diese dieses jener viele mehrere beide einige zahlreiche zwei drei "
    "vier niemand jemand wer alle tausende hunderte keiner jeder deren dessen mancher".split()
)
_OBJECTS = frozenset(
    "den ihr dem des einen einem ihm ihn ihnen seinem seinen ihrem ihren diesem diesen dem wen wem welchen mir mich uns".split()
)
_SUBORDINATING = frozenset(
    "dass weil als nachdem bevor wie ob wenn obwohl damit während da seit seitdem sodass wo bis indem sobald warum ehe".split()
)
_PERSON = re.compile(
    r"\w*(?:vater|sohn|bruder|onkel|neffen?|enkel|vetter|cousin|nachfolger|vorgänger|gatten?|gemahl|ehemann|rivalen?|gegner|gegenspieler|ahn|großonkel|"
    r"schwager|schwiegersohn|thronfolger|landesherrn?|staufer|habsburger|wittelsbacher|mutter|tochter|schwester|tante|nichte|enkelin|gattin|gemahlin|"
    r"ehefrau|schwägerin|nachfolgerin|vorgängerin|cousine|freund|verbündeten?|sonnenkönig|monarchen|welfe|bourbone|erben?|söhne|brüder)"
)
_ROMAN = re.compile(r"[IVXL]+\.")


_NEXT_VERB = re.compile(
    r"\s(?:muss|soll|will|kann|darf|war|ist|hat|wird|wurde|kam|[a-zäöüß]{2,}(?:te|t))\s(?!und )"
)


def case_of_name(words: list[str], following: str, starts_sentence: re.Pattern[str]) -> Case:
    """The case of a name without preposition or article.

    Args:
        words: The words and commas of the sentence before the name and its titles, nearest last.
        following: What stands behind the name.
        starts_sentence: What begins a sentence and is no name.
    """
    if words and _ROMAN.fullmatch(words[-1]) and _NEXT_VERB.match(following):
        return "nom"  # "liebte Elizabeth II., Charles III. muss …": a new clause
    if (
        len(words) > 2
        and words[-1] == ","
        and _PERSON.fullmatch(words[-2].lower())
        and following.startswith(",")
    ):
        shown, _ = _apposition(words[:-1])  # "mit seiner Mutter, Königin Elizabeth II.,"
        if shown:
            return shown
    while words:
        if _PERSON.fullmatch(words[-1].lower()):
            shown, words = _apposition(words)
            if shown:
                return shown
        if not words or not (
            words[-1] in ("und", "oder", "sowie")
            or (words[-1] == "," and _ROMAN.fullmatch(words[-2]) if len(words) > 1 else False)
        ):
            break
        joined = len(words) - 1
        while joined and (
            _is_name(words[joined - 1])
            or words[joined - 1] == ","
            or re.fullmatch(r"\d+\.", words[joined - 1])
        ):
            joined -= 1
        if joined == len(words) - 1:
            return "nom"  # another clause
        words = words[:joined]
        if len(words) > 1 and words[-2] == "," and words[-1] in ("der", "die", "das", "den", "dem", "denen"):
            return "acc" if words[-1] == "der" else "nom"  # ", den Karl VI. und August II. schlossen"
        shown = _shown(words)
        if shown:
            return shown
    return _in_clause(words, following, starts_sentence)


def _is_name(word: str) -> bool:
    low = word.lower()
    return word[0].isupper() and not nearby.is_preposition(low) and not nearby.is_determiner(low)


def _apposition(words: list[str]) -> tuple[Case | None, list[str]]:
    """`seinen Vetter`: the case of the article; and the words before both."""
    index = len(words) - 2
    while index >= 0 and words[index][0].islower() and nearby.is_adjective(words[index]):
        index -= 1
    if (
        index >= 0
        and words[index][0].isupper()
        and words[index][-1] in "sxz’'"
        and not nearby.is_determiner(words[index].lower())
    ):
        while index and words[index][0].isupper() and not nearby.is_preposition(words[index].lower()):
            index -= 1  # "bei Papst Franziskus' Vorgänger"
        return _shown(words[: index + 1]), words[: index + 1]
    word = words[index].lower() if index >= 0 else ""
    if word in ("dessen", "deren"):
        return _shown(words[:index]), words[:index]
    if not word or word in (",", "und"):
        return None, words
    det = grammar.Determiner("mixed", word, words[index - 1].lower() if index else "", ())
    if nearby.is_determiner(word):
        return grammar.case_of(det, nouns.gender(words[-1]))[0] if word not in ("der", "die") else _shown(
            words[:-1]
        ), words
    return None, words


def _shown(words: list[str]) -> Case | None:
    """The case that the last word shows, a preposition or an article."""
    word = words[-1].lower() if words else ""
    if word in ("der", "die", "das"):
        previous = words[-2].lower() if len(words) > 1 else ""
        return nearby.case_of_preposition(previous) if nearby.is_preposition(previous) else "nom"
    if word in ("den", "einen", "seinen", "ihren"):
        return "acc"
    if word in ("dem", "einem", "vom", "zum", "beim", "im", "am", "zur"):
        return "dat"
    if word in ("des", "eines"):
        return "gen"
    return nearby.case_of_preposition(word) if nearby.is_preposition(word) else None


def _in_clause(words: list[str], following: str, starts_sentence: re.Pattern[str]) -> Case:
    following = following.split(". ", maxsplit=1)[0]
    comma = max((i for i, w in enumerate(words) if w == ","), default=-1)
    clause = words[comma + 1 :]
    if not clause:
        return _before_its_verb(following)
    if "sich" in clause and any(word.startswith(("nenn", "nannte")) for word in clause):
        return "nom"  # "als Papst nannte er sich Leo XIV."
    main = clause[0].lower() in ("als", "wie") and any(is_verb(clause, i) for i in range(1, len(clause)))
    if clause[0].lower() in _SUBORDINATING and not main and (len(clause) == 1 or _subject_in(clause[1:])):
        last = re.search(r"(\w+)(?:[.,;]|$)", following)
        if len(clause) == 1 or not last or last[1] in _COPULA:
            return "nom"
        return _object_case(last[1], following)
    verbs = [i for i in range(len(clause)) if is_verb(clause, i)]
    if not verbs or clause[-1] in ("als", "wie") or (not verbs[0] and _SAID.fullmatch(clause[0])):
        return "nom"
    field = clause[: verbs[0]] or words[: words.index(",") if comma >= 0 else 0]
    if len(field) == 1 and _INFINITIVE.fullmatch(field[0]) and _AUXILIARIES.fullmatch(clause[verbs[0]]):
        return "nom"  # "erbauen ließ das Schloss Karl V."
    subject = _subject_before(field, clause[verbs[0]], starts_sentence)
    return _behind_verb(clause, verbs, subject, following)


def _behind_verb(clause: list[str], verbs: list[int], subject: bool | None, following: str) -> Case:
    verb = clause[verbs[-1]]
    if verb in _PASSIVE and _GIVEN_TO.match(following):
        return "dat"
    if subject is None:
        between = clause[verbs[0] + 1 :]
        if not _subject_in(between[:1]):
            several = verb.endswith("ten") and verb not in _COPULA and not between
            return "acc" if several and " und " not in following[:40] else "nom"
        subject = True
    to_come = re.search(r"\b(?!ge)\w+(?:en|ern|eln)(?: (?:und|,)|[.,;]|$)", following)
    if verb in _COPULA or (_AUXILIARIES.fullmatch(verb) and not to_come):
        return "nom"
    if not subject and not _SHOWING.fullmatch(verb):
        return "nom"
    if _MADE.fullmatch(verb) and _head(clause[: verbs[0]]).lower().endswith(_THINGS):
        return "nom"
    return "dat" if verb.startswith("widm") and "sich" in clause else _object_case(verb, following)


def _before_its_verb(following: str) -> Case:
    """The name begins its clause: a dative where the subject stands behind its verb: "Karl I. folgte sein Sohn"."""
    verb = re.match(
        r"\s([a-zäöüß]+)\s(?:[a-zäöüß0-9]+\s){0,3}?(?:der|sein|ihr|ein|die|das|eine|seine|ihre)\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ]",
        following,
    )
    if verb and (
        _DATIVE_VERB.fullmatch(verb[1]) or (_GIVING.fullmatch(verb[1]) and _TWO_GROUPS.match(following))
    ):
        return "dat"
    return "dat" if re.match(r"\s(?:zufolge|gegenüber|zuliebe|zu Ehren)\b", following) else "nom"


#: "widmet das Museum eine Schau": who gives, and what.
_TWO_GROUPS = re.compile(
    r"\s[a-zäöüß]+\s(?:der|das|die|ein|eine|sein|seine|ihr|ihre)\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]+\s(?:(?:im|am|in|heuer|heute|\d+|[A-ZÄÖÜ]\w+)\s){0,3}(?:eine?n?|das|die|den)\s"
)


def _object_case(verb: str, following: str) -> Case:
    if _DATIVE_VERB.fullmatch(verb) or (_GIVING.fullmatch(verb) and _GIVEN.match(following)):
        return "dat"
    return "acc"


def _subject_in(words: list[str]) -> bool:
    return any(w.lower() in _SUBJECTS or w[0].isupper() for w in words)


def _head(field: list[str]) -> str:
    """The noun of a group: `Konvent` of "der Konvent in Paris"."""
    nouns_of = [i for i, word in enumerate(field) if word[0].isupper() and i]
    last = next((i for i in nouns_of if i + 1 == len(field) or not field[i + 1][0].isupper()), len(field) - 1)
    return field[last]


def _subject_before(field: list[str], verb: str, starts_sentence: re.Pattern[str]) -> bool | None:
    """Whether what stands before the verb is its subject: True surely, False probably, None not."""
    if len(field) == 1 and is_adverb(field[0]):
        return None
    first = field[0].lower() if field else ""
    if (
        not first
        or first in _OBJECTS
        or nearby.is_preposition(first)
        or first[0].isdecimal()
        or first in _SUBORDINATING
    ):
        return None
    if first in ("er", "man", "wir", "ich", "sie", "wer", "niemand") or verb.endswith("ten"):
        return True
    last = _head(field)
    if first in _SUBJECTS:
        of = nouns.gender(last)
        if first in ("der", "dieser", "jener") and of == "f" and not last.endswith("in"):
            return None
        return (
            (first in ("der", "dieser", "ein", "sein") and of == "m")
            or last.endswith("in")
            or bool(_AGENT.fullmatch(last.lower()))
        )
    return None if starts_sentence.match(field[0]) or field[0][0].islower() else True
