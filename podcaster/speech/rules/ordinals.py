"""Ordinals: `3.` with the ending that its article, preposition and noun ask for, and not where a sentence ends."""

from __future__ import annotations

import re

from podcaster.speech import grammar, nearby, nouns
from podcaster.speech.rules.rank import DETERMINERS, NOUNS, STARTS, VERBS_OF_PLACE, stem
from podcaster.speech.rules.rule import LABELS, Rule, integer, rule
from podcaster.speech.rules.sentence_ends import at_the_end, before_new_sentence
from podcaster.speech.rules.without_noun import alone, antecedent

_LOWER = r"[a-zäöü]"


def _ordinal(match: re.Match[str]) -> str:
    """`3.` before a word: an ordinal where something asks for one, else it stays and is a number at a sentence's end."""
    text, start, end = match.string, match.start(), match.end()
    if len(match[1]) > 9 or match[1] == "0":
        return match[0]
    words = nearby.words_before(text, start)
    last = words[-1] if words else ""
    following = text[end : end + 60].lstrip()
    if last in ("am", "zum", "vom", "beim") and re.match(r"\d{1,3}\b(?!\.\d)", following):
        return f"{stem(match[1]).capitalize()}en"  # "wurde am 4. 29"
    if _is_number(last, following):
        counted = last in ("der", "die", "das") and _YEAR.match(following) and antecedent(match)
        return f"{stem(match[1])}e" if counted else match[0]  # "das 1. Mal 1999, das 2. 2003"
    if re.match(_LOWER, following):
        return _before_lower(match, following)
    if re.match(r"[)\]]", following):
        return f"{stem(match[1])}e" if integer(match[1]) <= 120 else match[0]
    if text[:start].endswith("(") and re.match(r",\s\d{1,3}\.", following):  # minutes of goals: "(10., 55.)"
        return f"{stem(match[1])}e"
    if re.match(r"[,:;](?:\s|$)", following) or not following:
        return at_the_end(match, words, following)
    if not re.match(r"[A-ZÄÖÜ„\"»“]", following):
        return match[0]
    if ended := before_new_sentence(match, words, following):
        return ended
    several = _SEVERAL.fullmatch(last.lower())
    if several and text[:start].endswith(f"{last} ") and _is_plural(following):
        return stem(match[1]) + _plural_ending(words, several, following)
    participle = _PARTICIPLE.fullmatch(last)
    if participle and nouns.gender(re.split(r"\W", following)[0]) and not STARTS.match(following):
        return stem(match[1]) + participle[1]  # "der am 1. Tag gewählte 2. Präsident"
    if not _asks_for_ordinal(words, following, integer(match[1]) < 3):
        return match[0]
    return stem(match[1]) + grammar.ending_for(text, start, end)


_YEAR = re.compile(r"(?:1[89]|20)\d\d\b")


def _is_number(last: str, following: str) -> bool:
    """A label stands before, or a number behind: no ordinal."""
    label = last.lower() in LABELS and not DETERMINERS.fullmatch(last.lower())
    return label or bool(re.match(r"[\d–—-]", following))


_PARTICIPLE = re.compile(
    r"(?:(?:ab|an|auf|aus|ein|nach|vor|zu|wieder|neu)?ge\w{2,}(?<!ör)(?<!lang)(?<!ieß)t|neu|ehemalig|bisherig|damalig|jetzig|amtierend|einstig)(e|er|es|en|em)"
)


#: What counts several of a rank: "mehrere 1. Klassen", "zwei 4. Plätze".
_SEVERAL = re.compile(
    r"(?:einige|mehrere|viele|manche|wenige|etliche|sämtliche)(?P<ending>[rn]?)|zwei|drei|vier|fünf|sechs"
)


def _is_plural(following: str) -> bool:
    noun = re.match(r"\w+", following)
    return bool(noun) and nouns.is_plural(noun[0] if noun else "")


def _plural_ending(words: list[str], several: re.Match[str], following: str) -> str:
    """`mehrere erste Klassen`, `einigen achten Klassen`, `mit zwei vierten Plätzen`."""
    if several["ending"] is not None:
        return "e" + several["ending"]
    noun = re.match(r"\w+", following)
    dative = len(words) > 1 and words[-2].lower() in ("mit", "von", "nach", "bei", "aus", "und", "dank", "zu")
    return "en" if dative and noun and noun[0].endswith("n") else "e"


def _asks_for_ordinal(words: list[str], following: str, ordinal: bool) -> bool:
    """`ordinal`: the number is so small that a rank is meant rather than somebody's age: "war 1. Geiger"."""
    low = [w.lower() for w in words]
    index = len(low) - 1
    while index >= 0 and (
        (low[index] in grammar.BETWEEN and low[index] != "zum")
        or nearby.is_ordinal_like(words[index])
        or (words[index].islower() and nearby.is_adjective(low[index]) and not _PAST.fullmatch(low[index]))
    ):
        index -= 1
    governed = index >= 0 and bool(DETERMINERS.fullmatch(low[index]))
    inside = governed and (low[index].startswith("ein") or NOUNS.match(following))  # "eines 2. Falls"
    if STARTS.match(following) and not inside:
        return False
    if governed:
        return True
    if re.match(r"(?:Frau|Herrn?) [A-ZÄÖÜ]", following):
        return False
    if (
        low
        and (low[-1] in _COUNTING or low[-1].endswith(("straße", "gasse", "weg", "allee")))
        and _AMBIGUOUS.match(following)
    ):
        return False
    if NOUNS.match(following):
        return True
    if (
        low
        and low[-1] in ("war", "wurde", "ist", "wird", "bleibt", "blieb")
        and re.match(r"\w+(?:er|or|ent|ist|in|chef|mann|frau)\b", following)
    ):
        return ordinal and not nouns.is_plural(following.split(maxsplit=1)[0])
    noun = following.split(maxsplit=1)[0].rstrip(',.;:!?“”«"')
    if low[-2:-1] == ["als"] and low[-1] in ("erst", "bereits", "schon", "nur", "bislang", "nunmehr"):
        low = low[:-1]  # "als erst 3. Läufer"
    if words and _GENITIVE_NAME.fullmatch(words[-1]) and low[-1] not in LABELS:
        return nouns.gender(noun) is not None and not nouns.is_plural(noun)
    if (
        low
        and low[-1] == "als"
        and not (len(low) > 1 and (low[-2] in ("mehr", "weniger", "anders") or low[-2].endswith("er")))
    ):
        return not nouns.is_plural(noun)
    if low and low[-1] in ("laut", "trotz", "wegen", "ohne", "dank"):
        return nouns.gender(noun) is not None and not nouns.is_plural(noun)
    if len(low) == 1 and low[0] in _OPENING:  # no sentence is "Mit 2."
        return nouns.gender(noun) is not None and not nouns.is_plural(noun)
    return (
        bool(low)
        and low[-1] in ("in", "ab", "nach", "vor", "seit", "bis", "als", "und", "erster", "jeder")
        and (
            low[-1] in ("in", "ab", "nach", "vor", "seit", "als")
            and nouns.gender(following.split(maxsplit=1)[0]) is not None
            and len(words) < 8
        )
    )


#: Behind these a number counts, and nouns like "Frau" begin the next sentence: "Sie waren 12. Frau Huber ging."
_COUNTING = frozenset(
    "auf um von bei mit über unter nur rund etwa waren sind ist war hat haben lautet lautete beträgt betrug bis genau exakt insgesamt erst schon noch "
    "knapp fast zählt zählte blieben bleiben kamen starben".split()
)
_AMBIGUOUS = re.compile(
    r"(?:Frau|Kind|Sohn|Tochter|Tag|Abend|Nacht|Monat|Jahr|Woche|Stunde|Sekunde|Grad|Mannschaft|Bürgermeister\w*|Vorsitzende\w?|Preis|Teil|Band|Runde|Sitzung|Mal|Stock|Reich|Republik|Welle|Impfung|Generation|Reihe|Versuch|Saison|Klasse)\b"
)
#: Verbs of the past, which end as adjectives do; "letzte" and "erste" are none.
_PAST = re.compile(
    r"(?!letzt|alte|gute|späte|bunte|harte|kalte|weite|breite|tote|rote|echte|rechte|schlechte|leichte|fette|nette|satte|best|erst|zweit|dritt|viert|bekannt|berühmt|größt|nächst|höchst|jüngst|ältest|neuest)\w+te[nt]?"
)
#: "Österreichs 1. Kanzlerin".
_GENITIVE_NAME = re.compile(r"[A-ZÄÖÜ][\wäöüß-]{2,}(?<!s)s|[A-ZÄÖÜ][\w-]{2,}[sxz][’']")
_OPENING = frozenset("mit von bei aus zu für ohne unter durch trotz wegen als laut dank per".split())


def _behind_als(text: str, start: int) -> bool:
    """Whether `als` stands right before: "als 8. und letzter Zeuge"."""
    return text[max(0, start - 4) : start].lower() == "als "


def _before_lower(match: re.Match[str], following: str) -> str:
    """`wurde 4. im Slalom`, `am 3. beginnt`, `die 1. von vier`, `der 2. große Wurf`."""
    text, start, end = match.string, match.start(), match.end()
    noun, adjectives = grammar.noun_after(text, end)
    det = grammar.determiner(text, start)
    first = re.match(r"[\wäöüß]+", following)
    word = first[0] if first else ""
    if (
        word in ("und", "oder", "bis", "sowie", "beziehungsweise", "auf")
        and not det.word
        and not re.match(r"\w+\s(?:zum\s|den\s|dem\s)?\d+\.", following)
    ) and not VERBS_OF_PLACE.search(text[max(0, start - 60) : start]):
        return match[0]
    coordinated = _COORDINATED.match(following)
    if coordinated and (det.word or _behind_als(text, start)) and nearby.is_adjective(coordinated[1]):
        tail = coordinated[1]
        return stem(match[1]) + (tail[-2:] if tail.endswith(("er", "es", "en", "em")) else "e")
    joined = det.word in ("der", "die", "das") and det.before[-1:] == ("und",)
    if joined and word.endswith("ten") and _PAST.fullmatch(word):
        return stem(match[1]).capitalize() + "e"  # "der 1. und der 2. forderten Opfer"
    if adjectives and noun and nearby.is_adjective(word):
        return stem(match[1]) + grammar.ending_for(text, start, end)
    series = re.match(
        r"(?:und|oder|bis|sowie|beziehungsweise|auf|bis zum)\s(?:zum\s|den\s|dem\s|der\s|die\s|das\s)?(\d+\.)",
        following,
    )
    if series and not (det.word == "der" and following.startswith("auf")):
        at = end + text[end:].index(series[1]) + len(series[1])
        if det.word or det.preposition:
            return stem(match[1]) + grammar.ending_for(text, start, at)
        return stem(match[1]) + (
            grammar.ending_for(text, start, at) if grammar.noun_after(text, at)[0] else "er"
        )
    return stem(match[1]).capitalize() + alone(match, det)


#: "sein 3. und bislang letztes Album": both have one ending.
_COORDINATED = re.compile(
    r"(?:und|oder|aber|beziehungsweise)\s(?:(?:bislang|bisher|vorerst|wohl|zugleich|damit|auch|gleichzeitig|vorläufig|vermutlich|wahrscheinlich|"
    r"voraussichtlich|zumindest|gar|sogar|somit|also|vielleicht|hoffentlich)\s){0,2}([a-zäöüß]+(?:er|es|en|em|e))\s[A-ZÄÖÜ]"
)


#: Tells a sentence splitter, too, whether a number is an ordinal.
ORDINAL = rule("ordinal", "der 3. Platz", "der dritte Platz", r"(?<![\d.,:/\w+-])(\d{1,3}(?:\.\d{3})+|\d{1,6})\.(?!\d)(?=\s|$|[)\],:;/])", _ordinal)  # fmt: skip
RULES: tuple[Rule, ...] = (
    rule("range of ordinals", "die 5.–8. Klasse", "die fünfte bis achte Klasse", r"(?<![\d.,:/\w+-])(\d{1,3}\.)\s?[–-]\s?(?=\d{1,3}\.\s[A-ZÄÖÜ])", r"\1 bis "),
    ORDINAL,
)  # fmt: skip
