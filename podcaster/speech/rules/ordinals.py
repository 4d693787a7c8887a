"""Ordinals: `3.` with the ending that its article, preposition and noun ask for, and not where a sentence ends."""

from __future__ import annotations

import re

from podcaster.speech import grammar, numbers
from podcaster.speech.rules.rule import LABELS, Rule, rule

_DETERMINERS = re.compile(
    r"(?:am|im|zum|zur|vom|beim|ins|ans|fürs|aufs|durchs|der|die|das|dem|den|des|(?:dies|jed|jen|welch)(?:e|er|es|em|en)|(?:ein|kein|mein|dein|sein|ihr|unser|eur|euer)(?:e|er|es|em|en)?)"
)
#: Behind an ordinal without article these nouns are usual; others may begin a new sentence.
_NOUNS = re.compile(
    r"(?:Platz|Plätzen?|Rang|Ränge|Rängen|Liga|Bundesliga|Bezirk|Jahrhundert|Jahrtausend|Etage|Stock|Stockwerk|Runde|Minute|Spieltag|Mal|Klasse|Tag|Woche|Auflage|Weltkrieg|Lauf|Lesung|Senat|"
    r"Zivilsenat|Strafsenat|Kammer|Geburtstag|Todestag|Jahrestag|Quartal|Halbjahr|Hälfte|Halbzeit|Satz|Kapitel|Absatz|Akt|Etappe|Saison|Staffel|Folge|Teil|Band|Preis|Vorsitzende\w?|"
    r"Bürgermeister\w*|Mannschaft|Sitzung|Instanz|Generation|Reihe|Advent|Division|Stufe|Ausgabe|FC|SC|FSV|Wahlgang|Durchgang|Dan|Grad|Abend|Nacht|Monat|Jahr|Lebensjahr|Schuljahr|Semester|"
    r"Novelle|Versuch|Republik|Reich|Petersbrief|Korintherbrief|Symphonie|Sinfonie|Obergeschoss|Untergeschoss|Kl\.|Welle|Dosis|Impfung|Sekunde|Stunde|Viertelfinale|Halbfinale|Kind|Sohn|Tochter|Frau|OG|UG)\b"
)
_LOWER = r"[a-zäöü]"
_VERBS_OF_PLACE = re.compile(
    r"\b(?:wurde|wird|werden|wurden|war|ist|sind|waren|landete|landeten|kam|kamen|als|blieb|beendete|endete|geworden|bin)\b"
)
_FEMININE = re.compile(
    r"\b(?:[Ss]ie|[Dd]ie|[Ii]hre?|Frau|eine|[A-ZÄÖÜ][a-zäöüß]+(?:in|frau|dame|schwester|tochter))\b"
)


def _stem(text: str) -> str:
    return numbers.ordinal_stem(int(text))


def _ordinal(match: re.Match[str]) -> str:
    """`3.` before a word: an ordinal where something asks for one, else it stays and is a number at a sentence's end."""
    text, start, end = match.string, match.start(), match.end()
    if len(match[1]) > 6:
        return match[0]
    words = grammar.words_before(text, start)
    last = words[-1] if words else ""
    following = text[end : end + 60].lstrip()
    if (last.lower() in LABELS and not _DETERMINERS.fullmatch(last.lower())) or re.match(
        r"[\d–—-]", following
    ):
        return match[0]
    if re.match(_LOWER, following):
        return _before_lower(match, following)
    if re.match(r"[)\]]", following):
        return f"{_stem(match[1])}e" if int(match[1]) <= 120 else match[0]
    if re.match(r",\s", following) or not following:
        return _at_the_end(match, words, following)
    if not re.match(r"[A-ZÄÖÜ„\"»“]", following):
        return match[0]
    if last.lower() in ("am", "zum", "vom", "beim") and STARTS.match(following):
        return f"{_stem(match[1]).capitalize()}en."
    if not _asks_for_ordinal(words, following):
        return match[0]
    return _stem(match[1]) + grammar.ending_for(text, start, end)


def _asks_for_ordinal(words: list[str], following: str) -> bool:
    low = [w.lower() for w in words]
    index = len(low) - 1
    while index >= 0 and (
        low[index] in grammar.BETWEEN
        or grammar.is_ordinal_like(words[index])
        or (words[index].islower() and grammar.is_adjective(low[index]))
    ):
        index -= 1
    governed = index >= 0 and bool(_DETERMINERS.fullmatch(low[index]))
    if STARTS.match(following) and not (governed and _NOUNS.match(following)):
        return False
    if governed:
        return True
    if _NOUNS.match(following):
        return True
    return (
        bool(low)
        and low[-1] in ("in", "ab", "nach", "vor", "seit", "bis", "als", "und", "erster", "jeder")
        and (
            low[-1] in ("in", "ab", "nach", "vor", "seit", "als")
            and grammar.gender(following.split(maxsplit=1)[0]) is not None
            and len(words) < 8
        )
    )


STARTS = re.compile(
    r"[„\"»“]?(?:Der|Die|Das|Den|Dem|Des|Er|Sie|Es|Wir|Ich|In|Im|Am|An|Auf|Bei|Mit|Nach|Von|Vor|Für|Zu|Zum|Zur|Aus|Seit|Um|Über|Unter|Doch|Aber|Und|Auch|So|Dann|Danach|Damit|Dabei|Da|Dort|Hier|Nun|"
    r"Jetzt|Ein|Eine|Einen|Einem|Einer|Kein|Keine|Alle|Diese|Dieser|Dieses|Sein|Seine|Ihr|Ihre|Wenn|Als|Ob|Während|Weil|Man|Was|Wer|Wie|Viele|Insgesamt|Zuletzt|Laut|Trotz|Wegen|Außerdem|Zudem|Mehr|Später|Heute|"
    r"Dahinter|Davor|Dazu|Darunter|Rund|Etwa|Nur|Noch|Schon|Bis|Beide|Beim|Vom|Allerdings|Anschließend|Bereits|Gegen|Hinter|Ohne|Wo|Zwei|Drei|Vier|Jeder|Jede|Manche|Einige|Weitere|Nicht|Trotzdem|Dennoch|Deshalb|Daher)\b"
)


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
    ) and not _VERBS_OF_PLACE.search(text[max(0, start - 60) : start]):
        return match[0]
    if adjectives and noun and grammar.is_adjective(word):
        return _stem(match[1]) + grammar.ending_for(text, start, end)
    series = re.match(
        r"(?:und|oder|bis|sowie|beziehungsweise|auf|bis zum)\s(?:zum\s|den\s|dem\s|der\s|die\s|das\s)?(\d+\.)",
        following,
    )
    if series:
        at = end + text[end:].index(series[1]) + len(series[1])
        if det.word or det.preposition:
            return _stem(match[1]) + grammar.ending_for(text, start, at)
        return _stem(match[1]) + (
            grammar.ending_for(text, start, at) if grammar.noun_after(text, at)[0] else "er"
        )
    return _stem(match[1]).capitalize() + _alone(match, det)


def _alone(match: re.Match[str], det: grammar.Determiner) -> str:
    """The ending of an ordinal without its noun: by the article, else by who is meant."""
    if det.word in ("der", "die", "das", "dieser", "diese", "jeder", "jede"):
        if det.preposition and det.word in ("der", "dieser", "jeder"):
            return "en"
        return "e"
    if det.word in ("ein", "kein", "sein", "ihr"):
        return "er"
    if det.word:
        return "e" if det.word.endswith("e") else "en"
    return "e" if _is_feminine(match) else "er"


def _is_feminine(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 120) : match.start()]
    sentence = re.split(r"[.!?]\s", before)[-1]
    if re.search(
        r"\b(?:Die [A-ZÄÖÜ]\w+(?:en|er|innen)|[Ss]ie) (?:wurden|waren|sind|werden|kamen|landeten)\b", sentence
    ):
        return True
    if re.search(r"\b(?:[Ee]r|[Dd]er)\b", sentence) and not re.search(
        r"\b(?:[Ss]ie|[A-ZÄÖÜ]\w+in)\b", sentence
    ):
        return False
    women = grammar.load("names")["women"].split()
    if any(w in women for w in re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]+", sentence)):
        return True
    for noun in re.findall(r"\b(?:[Dd]ie|[Ee]ine|[Ii]hre) ((?:[a-zäöüß-]+ )?[A-ZÄÖÜ][\wäöüß-]+)", sentence):
        last = noun.split()[-1]
        if last.endswith("in") or re.search(r"(?:e|frau|läuferin|mutter|tochter|schwester)$", last):
            return True
    return bool(
        re.search(
            r"\b(?:[Ss]ie|Frau|[A-ZÄÖÜ][a-zäöüß-]{3,}(?:erin|istin|entin|antin|anzösin|rztin|öchin|ärntnerin))\b",
            sentence,
        )
    )


def _at_the_end(match: re.Match[str], words: list[str], following: str) -> str:
    """At the end or before a comma: `am 24.` is the twenty-fourth, `wurde sie 2.` is second, `auf Platz 3.` is a number."""
    text, start = match.string, match.start()
    low = [w.lower() for w in words]
    last = low[-1] if low else ""
    stop = "." if not following else ""
    number = int(match[1])
    if re.match(r",\s(?:\d+\.,?\s|\d+\. )", following) or re.match(r",\s\d+\.", following):
        series = re.match(r"(?:,\s\d+\.)*(?:,?\s(?:und|oder|bis)\s\d+\.)?", text[match.end() :])
        at = match.end() + (series.end() if series else 0)
        noun, _ = grammar.noun_after(text, at)
        if noun:
            return _stem(match[1]) + grammar.ending_for(text, start, at)
    if last in ("am", "zum", "vom", "beim") or (last in ("der", "den", "dem", "im") and number <= 31):
        return f"{_stem(match[1]).capitalize()}{'e' if last == 'der' and not (len(low) > 1 and low[-2] in ('in', 'aus', 'von', 'mit', 'an', 'seit', 'nach')) else 'en'}{stop}"
    nearby = text[max(0, start - 70) : start]
    if number <= 20 and _BECAME.search(nearby) and _placed(words) and not _NO_RANK.search(nearby):
        return f"{_stem(match[1]).capitalize()}{'e' if _is_feminine(match) else 'er'}{stop}"
    return match[0]


_BECAME = re.compile(r"\b(?:wurden?|wird|werden|als|landeten?|geworden)\b")
_NO_RANK = re.compile(
    r"\b(?:Jahre|alt|Punkte|Prozent|Uhr|Zahl|mehr|weniger|auf|um|von|mit|bei|Geburtstag|Bub|Sohn|Tochter|Kind|Mädchen)\b"
)


def _placed(words: list[str]) -> bool:
    """A name or a noun stands right before, or the verb: "wurde die Kärntnerin 2.", "Sie wurde 2."."""
    last = words[-1] if words else ""
    return bool(last) and (
        (last[0].isupper() and last.lower() not in LABELS)
        or bool(
            re.fullmatch(
                r"wurden?|wird|als|sie|er|landeten?|nur|erneut|wieder|dort|überraschend|am Ende|heute|gestern|sogar|immerhin|zuletzt|knapp|damit|diesmal",
                last,
            )
        )
    )


#: Tells a sentence splitter, too, whether a number is an ordinal.
ORDINAL = rule("ordinal", "der 3. Platz", "der dritte Platz", r"(?<![\d.,:/\w+-])(\d{1,6})\.(?!\d)(?=\s|$|[)\],/])", _ordinal)  # fmt: skip
RULES: tuple[Rule, ...] = (
    rule("first, second, third of a list", "1. Wir kommen", "Erstens: Wir kommen", r"(?:(?<=\n)|(?<=^))([1-9])\.(?=\s(?:Wir|Ich|Der|Die|Das|Es|Sie|Man|Ein|Eine)\s)", lambda m: _stem(m[1]).capitalize() + "ens:"),
    ORDINAL,
)  # fmt: skip
