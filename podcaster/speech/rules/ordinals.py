"""Ordinals: `3.` with the ending that its article, preposition and noun ask for, and not where a sentence ends."""

from __future__ import annotations

import re
from functools import cache

from podcaster.speech import grammar, nearby, nouns, numbers
from podcaster.speech.rules import placed
from podcaster.speech.rules.rule import LABELS, Rule, integer, rule

DETERMINERS = re.compile(
    r"(?:am|im|zum|zur|vom|beim|ins|ans|fürs|aufs|durchs|der|die|das|dem|den|des|(?:dies|jed|jen|welch)(?:e|er|es|em|en)|(?:ein|kein|mein|dein|sein|ihr|unser|eur|euer)(?:e|er|es|em|en)?|alle[rn]?)"
)
#: Behind an ordinal without article these nouns are usual; others may begin a new sentence.
NOUNS = re.compile(
    r"(?:Platz|Plätzen?|Rang|Ränge|Rängen|Liga|Bundesliga|Bezirk|Jahrhundert|Jahrtausend|Etage|Stock|Stockwerk|Runde|Minute|Spieltag|Mal|Klasse|Tag|Woche|Auflage|Weltkrieg|Lauf|Lesung|Senat|"
    r"Zivilsenat|Strafsenat|Kammer|Geburtstag|Todestag|Jahrestag|Quartal|Halbjahr|Hälfte|Halbzeit|Satz|Kapitel|Absatz|Akt|Etappe|Saison|Staffel|Folge|Teils?|Band|Preis|Vorsitzende\w?|"
    r"Bürgermeister\w*|Mannschaft|Sitzung|Instanz|Generation|Reihe|Advent|Division|Stufe|Ausgabe|FC|SC|FSV|Wahlgang|Durchgang|Dan|Grad|Abend|Nacht|Monat|Jahr|Lebensjahr|Schuljahr|Semester|"
    r"Stelle|Obmann|Obfrau|Offizier|Geige|Vizepräsident\w*|[A-ZÄÖÜ][a-zäöü]+(?:reihe|runde|liga|klasse|etappe|auflage|instanz|rang)|"
    r"Novelle|Versuch|Republik|Reich|Petersbrief|Korintherbrief|Symphonie|Sinfonie|Obergeschoss|Untergeschoss|Kl\.|Welle|Dosis|Impfung|Sekunde|Stunde|Viertelfinale|Halbfinale|Kind|Sohn|Tochter|Frau|OG|UG|"
    r"(?:[A-ZÄÖÜ][a-zäöü]+)?(?:[Ss]ieg|[Nn]iederlage|[Tt]reffer|[Tt]itel|[Pp]leite|[Tt]riumph|[Rr]emis|[Aa]nlauf|[Tt]odesfall|[Tt]odesopfer|[Ww]arnstreik|[Ss]aisontor))\b"
)
_LOWER = r"[a-zäöü]"
VERBS_OF_PLACE = re.compile(
    r"\b(?:wurde|wird|werden|wurden|war|ist|sind|waren|landete|landeten|kam|kamen|[Aa]ls|blieb|beendete|endete|geworden|bin)\b"
)


def stem(text: str) -> str:
    """`dritt` of "3."."""
    return numbers.ordinal_stem(integer(text))


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
        counted = last in ("der", "die", "das") and _YEAR.match(following) and _antecedent(match)
        return f"{stem(match[1])}e" if counted else match[0]  # "das 1. Mal 1999, das 2. 2003"
    if re.match(_LOWER, following):
        return _before_lower(match, following)
    if re.match(r"[)\]]", following):
        return f"{stem(match[1])}e" if integer(match[1]) <= 120 else match[0]
    if text[:start].endswith("(") and re.match(r",\s\d{1,3}\.", following):  # minutes of goals: "(10., 55.)"
        return f"{stem(match[1])}e"
    if re.match(r"[,:;](?:\s|$)", following) or not following:
        return _at_the_end(match, words, following)
    if not re.match(r"[A-ZÄÖÜ„\"»“]", following):
        return match[0]
    if ended := _before_new_sentence(match, words, following):
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


#: "in der Nacht vom 1. auf den 2.", "vom 3. bis zum 5.": a day, although a new sentence follows.
_NIGHT = re.compile(
    r"\b(?:Nacht|[Vv]om|[Vv]or|[Ss]eit|[Aa]b|[Bb]is|verschoben|verlegt|vertagt|datiert|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b[^.]*(?:\d\.[^.]*)?$"
)


#: "wurde Kerber 3. Graf war besser": who was placed, and a new sentence with its verb.
_BECAME_HERE = re.compile(r"\b(?:wurde|landete|wird)(?: (?:der|die|das|sie|er))?(?: [A-ZÄÖÜ][\w-]+){1,3} $")
_NEW_SENTENCE = re.compile(
    r"[A-ZÄÖÜ][\w-]+ (?:[a-zäöüß]{2,}te|war|ist|hat|kam|lag|wird|wurde|bleibt|blieb|ging|fiel|gewann|siegte|holte)\b"
)


def _before_new_sentence(match: re.Match[str], words: list[str], following: str) -> str:
    """A number that ends its sentence although a capital follows: a day, a birthday, a place, a shirt's number."""
    text, start, last = match.string, match.start(), words[-1] if words else ""
    night = last.lower() in ("den", "dem") and _NIGHT.search(text, max(0, start - 60), start)
    if STARTS.match(following) and (
        night or last.lower() in ("am", "zum", "vom", "beim", "im") or _is_birthday(words)
    ):
        return f"{stem(match[1]).capitalize()}en."
    became = integer(match[1]) <= 20 and _BECAME_HERE.search(text, 0, start)
    if became and _NEW_SENTENCE.match(following) and _placed(words):
        return f"{stem(match[1]).capitalize()}{'e' if placed.is_feminine(match) else 'er'}."
    if _RANKED.search(text, 0, start) and not NOUNS.match(following):
        return f"{stem(match[1]).capitalize()}{'e' if re.match(_women(), following) else 'er'}"
    return match[0] if _is_shirt(words, following) else ""


#: "2. wurde Maier, 3. Huber": the places of a race.
_RANKED = re.compile(r"(?:^|[.!?:]\s)\d{1,3}\. (?:wurde|war|ist|wird|kam) (?:[^.!?]|\d\.)*(?:, | und )$")


@cache
def _women() -> str:
    return rf"(?:die |\w+ )?(?:{'|'.join(sorted(nouns.names('women')))}|\w+in)\b"


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


def _is_birthday(words: list[str]) -> bool:
    """`Sie feierte ihren 50.`"""
    return (
        bool(words)
        and words[-1] in ("ihren", "seinen", "meinen", "unseren", "deinen")
        and any(re.match(r"feier|beging|begeh", w) for w in words)
    )


def _is_shirt(words: list[str], following: str) -> bool:
    """`trägt die 10. Messi …`: the number on a shirt or a die ends the sentence, a name begins the next one."""
    name = re.match(r"[A-ZÄÖÜ]\w+", following)
    return (
        bool(words)
        and words[-1] == "die"
        and any(re.match(r"tr[äau]g(?:t|en)?$|erh[äi]e?lt|bek[oa]mm?t?|würfel|w[äa]hlte?", w) for w in words)
        and bool(name)
        and nouns.gender(name[0] if name else "") is None
    )


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
#: What begins a sentence, and is no noun that a number could belong to.
_STARTERS = (
    "Der Die Das Den Dem Des Er Sie Es Wir Ich In Im Am An Auf Bei Mit Nach Von Vor Für Zu Zum Zur Aus Seit Um "
    "Über Unter Doch Aber Und Auch So Dann Danach Damit Dabei Da Dort Hier Nun Jetzt Ein Eine Einen Einem "
    "Einer Kein Keine Alle Diese Dieser Dieses Sein Seine Ihr Ihre Wenn Als Ob Während Weil Man Was Wer Wie "
    "Viele Insgesamt Zuletzt Laut Trotz Wegen Außerdem Zudem Mehr Später Heute Dahinter Davor Dazu Darunter "
    "Rund Etwa Nur Noch Schon Bis Beide Beim Vom Allerdings Anschließend Bereits Gegen Hinter Ohne Wo Zwei "
    "Drei Vier Jeder Jede Manche Einige Weitere Nicht Trotzdem Dennoch Deshalb Daher Gegenüber Nachdem Bevor "
    "Sobald Obwohl Damals Gestern Immer Oft Manchmal Vielleicht Leider Natürlich Darauf Daraufhin Darüber "
    "Dafür Dagegen Daneben Davon Dadurch Darum Deswegen Seitdem Seither Zwar Zuvor Zunächst Zugleich Zumindest "
    "Zusätzlich Ebenso Ebenfalls Erst Erstmals Endlich Eigentlich Immerhin Inzwischen Indes Jedoch Kaum Kurz "
    "Längst Mittlerweile Möglicherweise Nachher Neben Niemand Nichts Nie Oben Offenbar Samt Sonst Sowohl Statt "
    "Überall Übrigens Vorher Vorerst Weder Weiter Weiters Weshalb Wieder Wieso Woher Womit Zwischen Hinzu "
    "Hingegen Entsprechend Angesichts Anders Anfangs Ansonsten Aufgrund Ausgerechnet Besonders Bisher Dank "
    "Demnach Derzeit Diesmal Einst Etliche Ganz Genau Gerade Gleichzeitig Innerhalb Je Jene Keiner Keines "
    "Lediglich Letztlich Mein Meine Mindestens Nachts Nämlich Nunmehr Pro Sämtliche Schließlich Sehr Selbst "
    "Sogar Sollte Somit Soweit Stattdessen Teils Tatsächlich Unser Unsere Vermutlich Völlig Wann Warum Wäre "
    "Welche Wem Wen Wohl Wurde Zurzeit War Waren Ist Sind Hat Haben Hatte Kann Muss Soll Wird Würde Ihm Ihn "
    "Ihnen Uns Mir Mich Dir Jemand Alles Vieles Manches Beides Allein Also Denn Dass Entweder Falls Fast Heuer "
    "Hinten Vorn Vorne Draußen Drinnen Links Rechts Meist Meistens Mehrere Nachmittags Vormittags Abends "
    "Morgens Sodass Solche Spätestens Überhaupt Umso Ungefähr Voraussichtlich Wahrscheinlich Wenig Wenige "
    "Weniger Ziemlich Zuerst Zumal Zweimal Dreimal Einmal"
).split()
STARTS = re.compile(rf"[„\"»“]?(?:{'|'.join(_STARTERS)})\b")


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


def alone(match: re.Match[str], det: grammar.Determiner) -> str:
    """The ending of an ordinal without its noun: by the article, else by who is meant."""
    if det.word in ("der", "die", "das") and match.string[: match.start()].endswith(" als "):
        return "e" if det.word == "die" else "er"  # ", der als 1. ins Ziel kam"
    if det.word in ("der", "die", "das", "dieser", "diese", "jeder", "jede"):
        if det.word in ("der", "dieser", "jeder") and (det.preposition or _is_dative_or_genitive(match, det)):
            return "en"
        return "e"
    if det.word in ("ein", "kein", "sein", "ihr", "mein", "dein", "unser", "euer"):
        return {"n": "es", "f": "e"}.get(_antecedent(match) or _of_masculine_or_neuter(match) or "", "er")
    if det.word:
        return "e" if det.word.endswith("e") else "en"
    counted = _antecedent(match) if nearby.case_of_preposition(det.preposition) == "dat" else None
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


def _antecedent(match: re.Match[str]) -> nouns.Gender | None:
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


_OF_ARTICLE = {"das": "n", "die": "f", "der": "m"}
_OF_EIN = {
    ("eine", "f"): "e",
    ("seine", "f"): "e",
    ("ihre", "f"): "e",
    ("keine", "f"): "e",
    ("ein", "m"): "er",
    ("kein", "m"): "er",
    ("ein", "n"): "es",
    ("kein", "n"): "es",
    ("einen", "m"): "en",
    ("keinen", "m"): "en",
}
_GOVERNING = (["in"], ["mit"], ["von"], ["bei"], ["an"], ["aus"])


def _same_sentence(words: list[str]) -> list[str]:
    """The words behind a number that ended a sentence: "die Nummer 10. Ihr Bruder hat die"."""
    ends = [i for i in range(1, len(words)) if words[i - 1].endswith(".") and STARTS.match(words[i])]
    return words[ends[-1] :] if ends else words


def _at_the_end(match: re.Match[str], words: list[str], following: str) -> str:
    """At the end or before a comma: `am 24.` is the twenty-fourth, `wurde sie 2.` is second, `auf Platz 3.` is a number."""
    text, start = match.string, match.start()
    low = [w.lower() for w in words]
    last = low[-1] if low else ""
    stop = "." if not following else ""
    number = integer(match[1])
    if re.match(r",\s(?:\d+\.,?\s|\d+\. )", following) or re.match(r",\s\d+\.", following):
        series = re.match(r"(?:,\s\d+\.)*(?:,?\s(?:und|oder|bis)\s\d+\.)?", text[match.end() :])
        at = match.end() + (series.end() if series else 0)
        noun, _ = grammar.noun_after(text, at)
        if noun:
            return stem(match[1]) + grammar.ending_for(text, start, at)
    if last in ("am", "zum", "vom", "beim") or (last in ("der", "den", "dem", "im") and number <= 31):
        return f"{stem(match[1]).capitalize()}{'e' if last == 'der' and not (len(low) > 1 and low[-2] in ('in', 'aus', 'von', 'mit', 'an', 'seit', 'nach')) else 'en'}{stop}"
    if last in _OF_ARTICLE and low[-2:-1] not in _GOVERNING and _antecedent(match) == _OF_ARTICLE[last]:
        return f"{stem(match[1]).capitalize()}e{stop}"  # "das 1. Fenster am 2., dann das 2."
    if ending := _OF_EIN.get((last, _antecedent(match) or "")):
        return f"{stem(match[1])}{ending}{stop}"  # "eine 2. Chance, selten eine 3."
    if last == "die" and (
        low[-2:-1] in (["als"], ["wie"]) or any(re.fullmatch(r"\d+\.", w) for w in _same_sentence(words))
    ):
        return f"{stem(match[1]).capitalize()}e{stop}"
    if re.fullmatch(r"(?:jed|dies|jen)(?:e[rsnm]?)", last) and number < 1000:
        return f"{stem(match[1]).capitalize()}{'e' if last in ('jeder', 'jede', 'jedes', 'dieser', 'diese', 'dieses', 'jener', 'jene', 'jenes') else 'en'}{stop}"
    if _is_birthday(words):
        return f"{stem(match[1]).capitalize()}en{stop}"
    later = re.match(r",[^.;:!?]{1,60}?\s\d{1,3}\.(?=\s[A-ZÄÖÜ])", following)
    if later and DETERMINERS.fullmatch(last):
        return stem(match[1]) + grammar.ending_for(
            text, start, match.end() + text[match.end() :].index(later[0]) + len(later[0])
        )
    if number <= 3 and re.search(
        r"\b(?:ist|sind|war|waren|bin|bist|bleibt|bleiben) (?:er|sie|wir|ich|du|nun|jetzt|damit|derzeit|aktuell|weiter)$",
        " ".join(words),
    ):
        return f"{stem(match[1]).capitalize()}{'e' if placed.is_feminine(match) else 'er'}{stop}"
    before = text[max(0, start - 70) : start]
    if (
        (number <= 20 or last in ("nur", "lediglich", "bloß"))
        and _BECAME.search(before)
        and _placed(words)
        and not _NO_RANK.search(before)
        and not (low[0] == "aus" and last == "wurden")  # "Aus 1 Glas wurden 3."
    ):
        return f"{stem(match[1]).capitalize()}{'e' if placed.is_feminine(match) else 'er'}{stop}"
    if (following and number <= 1000 and last) or re.search(r"\d\.,(?:[^.!?]|\d\.){1,60}$", before):
        # a period and then a comma ends no sentence: "wurde sensationell 4., ihr Mann 9."
        return stem(match[1]).capitalize() + alone(match, grammar.determiner(text, start)) + stop
    return match[0]


_BECAME = re.compile(r"\b(?:wurden?|wird|werden|als|landeten?|geworden)\b")
_NO_RANK = re.compile(
    r"\b(?:Jahre|alt|Punkte|Prozent|Uhr|Zahl|mehr|weniger|Geburtstag|Bub|Sohn|Tochter|Kind|Mädchen)\b|\b(?:auf|um|von|mit|bei) (?:(?:rund|etwa|knapp|über|nur|fast) )?$"
)


def _placed(words: list[str]) -> bool:
    """A name or a noun stands right before, or the verb: "wurde die Kärntnerin 2.", "Sie wurde 2."."""
    while words and re.fullmatch(r"(?:1[89]|20)\d\d", words[-1]):
        words = words[:-1]  # "wurde er 1968 4."
    last = words[-1] if words else ""
    return bool(last) and (
        (last[0].isupper() and last.lower() not in LABELS)
        or bool(
            re.fullmatch(
                r"wurden?|wird|als|sie|er|landeten?|nur|erneut|wieder|dort|überraschend|am Ende|heute|gestern|sogar|immerhin|zuletzt|knapp|damit|diesmal|\w+(?:ell|lich|isch|los|end|weise)|stark|gut|hier|dann|danach|am Schluss|wiederum|vorerst|gemeinsam",
                last,
            )
        )
    )


#: Tells a sentence splitter, too, whether a number is an ordinal.
ORDINAL = rule("ordinal", "der 3. Platz", "der dritte Platz", r"(?<![\d.,:/\w+-])(\d{1,3}(?:\.\d{3})+|\d{1,6})\.(?!\d)(?=\s|$|[)\],:;/])", _ordinal)  # fmt: skip
RULES: tuple[Rule, ...] = (
    rule("range of ordinals", "die 5.–8. Klasse", "die fünfte bis achte Klasse", r"(?<![\d.,:/\w+-])(\d{1,3}\.)\s?[–-]\s?(?=\d{1,3}\.\s[A-ZÄÖÜ])", r"\1 bis "),
    ORDINAL,
)  # fmt: skip
