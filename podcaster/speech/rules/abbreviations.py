"""Abbreviations, from a table: word by word, with the ending of an adjective where they are one."""

from __future__ import annotations

import re

from podcaster.speech import grammar, kinds, nearby, nouns
from podcaster.speech.rules.rule import MONTH_NAMES, Rule, rule
from podcaster.speech.rules.shortened import Row, cut_short, look_up

_TITLES_F = {"Magister": "Magistra", "Universitätsdozent": "Universitätsdozentin"}


def _loose() -> str:
    """Those without a period at their end, or with a word inside: a pattern of their own."""
    forms = [
        row[0] for row in nouns.rows("abbreviations") if not _DOTTED.fullmatch(row[0]) and row[0][0] != "-"
    ]
    by_first: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        ends = r"(?![\w.-])" if form.isalpha() else r"(?!\w)"
        by_first.setdefault(form[0], []).append(re.escape(form[1:]).replace(r"\ ", r"\s?") + ends)
    firsts = "".join(sorted(by_first))  # tried one by one, they take several times as long
    ways = "|".join(f"{first}(?:{'|'.join(ways)})" for first, ways in sorted(by_first.items()))
    return rf"(?<![\w.@/-])(?=[{firsts}])(?:{ways})"


_DOTTED = re.compile(r"[^\W\d_][\w-]{0,30}+\.(?:[\s-]?[^\W\d_][\w-]{0,30}+\.){0,6}")
_PART = re.compile(r"[\s-]?[^\W\d_][\w-]*+\.")


def _chain(match: re.Match[str]) -> str:
    """A row of words with periods: the longest abbreviations that are in it, from the left."""
    text = match.string
    parts = list(_PART.finditer(text, match.start(), match.end()))
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(parts):
        start = parts[index].start() + (not parts[index][0][0].isalnum())
        for last in range(len(parts), index, -1):
            end = parts[last - 1].end()
            if _say(text, start, end) is not None:
                found.append((start, end))
                index = last - 1
                break
        index += 1
    for start, end in reversed(found):  # what stands behind tells gender and number: it is said first
        text = text[:start] + (_say(text, start, end) or text[start:end]) + text[end:]
    return text[match.start() : len(text) - (len(match.string) - match.end())]


def _expand(match: re.Match[str]) -> str:
    said = _say(match.string, match.start(), match.end())
    return match[0] if said is None else said


_SPACES = re.compile(r"\s")


def _say(text: str, start: int, end: int) -> str | None:
    """What stands in text[start:end], or None where it is no abbreviation here."""
    written = text[start:end]
    key = _SPACES.sub("", written)
    after = text[end : end + 40]
    prefix, rows = look_up(key)
    if not rows and len(key) == 2 and key[0].islower():
        return _letter(key[0], text, start, after)
    if not rows and (cut := cut_short(key, after)):
        rows = (cut,)
    row = next((r for r in rows if _applies(r.flags, text, start + len(prefix), after)), None)
    if row is None:
        return None
    if (
        "E" in row.flags
        and "L" not in row.flags
        and key[0].isupper()
        and (_stop(after) or not grammar.noun_after(text, end)[0])
    ):
        return None
    said = _form(row, key, text, start, end, after)
    return prefix + said + (_stop(after) if written.endswith(".") else "")


def _form(row: Row, key: str, text: str, start: int, end: int, after: str) -> str:
    """The word in the form that it has here."""
    if "E" in row.flags:
        return _inflected(row.said, text, start, end)
    if "S" in row.flags:
        return _noun(row, text, start, after)
    if "A" in row.flags:
        return row.said + _adjective_noun(text, start, after)
    if "B" in row.flags:
        return _born(text, start, after)
    if key in ("d.J.", "d.Gr.", "d.Ä."):
        return _epithet(row.said, key, text, start)
    return (
        _TITLES_F[row.said]
        if row.said in _TITLES_F and (_is_woman(after) or text[:start].endswith("Frau "))
        else row.said
    )


def _applies(flags: str, text: str, start: int, after: str) -> bool:
    behind_number = re.search(r"\d\s?$", text[max(0, start - 3) : start])
    for flag in flags:
        if flag == "1" and not re.match(r"\s?\d", after):
            return False
        if flag == "N" and (
            not re.match(r"\s?(?:[A-ZÄÖÜ„\"]|Dr)", after)
            or (text[start : start + 3] == "Fr." and re.match(r"\s?\d", after))
        ):
            return False
        if (flag == "W" and behind_number) or (flag == "D" and not behind_number):
            return False
        if flag == "O" and not re.search(r"\d\.\s$", text[max(0, start - 4) : start]):
            return False
        if flag == "M" and _stop(after):
            return False
    return True


_ONE_LETTER = re.compile(r"\s([a-z])\. $")
_SECOND = re.compile(
    r",? (?:und|oder|sowie|bzw\.|wie|wie auch) (?:der |die |das |dem |den |des |von |im |in |einer |einem |eine )?[a-zäöüß-]+(?:\.|en?|er|es|em) ([A-ZÄÖÜ]\w+)"
)


def _inflected(said: str, text: str, start: int, end: int) -> str:
    if said in ("divers", "verschieden", "zahlreich", "Divers", "Verschieden", "Zahlreich"):
        det = grammar.determiner(text, start)
        if not det.word:
            return said + ("en" if grammar.is_dative(text, start) else "e")
    letter = _ONE_LETTER.search(text, max(0, start - 5), start)
    if letter and letter[1] in _LETTERS:  # "n. tel. Vereinbarung"
        head = text[: letter.start(1)] + _LETTERS[letter[1]] + " "
        text, start, end = head + text[start:], len(head), len(head) + end - start
    noun, _ = grammar.noun_after(text, end)
    joined = None if noun else _SECOND.match(text, end)
    if joined:  # "der ev. und der kath. Kirche"
        return said + grammar.ending_for(text, start, joined.start(1) - 1)
    if not noun:
        return said + ("e" if said.endswith("annt") else "")
    if noun.endswith(("vorsitzender", "beauftragter", "vorsitzende", "beauftragte")):
        det = grammar.determiner(text, start)
        if det.kind == "strong" and not det.preposition:
            return said + ("er" if noun.endswith("r") else "e")
    many = _MANY.search(text, max(0, start - 40), start)
    if many:
        det = grammar.determiner(text, many.start())
        return said + ("en" if det.word or grammar.is_dative(text, many.start()) else "e")
    if (
        noun.endswith("er")
        and nouns.gender(noun) == "m"
        and not grammar.is_dative(text, start)
        and grammar.determiner(text, start).kind == "strong"
        and not re.search(rf"{noun} [A-ZÄÖÜ]", text[end : end + 60])
    ):
        return f"{said}e"  # "sucht ehrenamtl. Helfer": several
    return said + grammar.ending_for(text, start, end)


#: What makes a plural of the noun behind it.
_MANY = re.compile(
    r"(?:(?<![\d.,])(?!1 )(?:(?:\d+ ?(?:[–-]|bis) ?)?\d+(?:[.,’' ]\d+)*|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|beiden?|mehreren?|einigen?|vielen?|allen?|zahlreichen?|weiteren?|(?:\d+(?:,\d+)? )?(?:Millionen|Milliarden|Billionen)|Dutzend|Tausend))\s)(?:[a-zäöüß]+en?\s)?$"
)
_GENITIVES = frozenset("des eines dieses jenes seines ihres unseres jedes keines".split())
_OBLIQUE = frozenset("den dem einen einem diesen diesem vom zum beim am im seinen seinem ihren ihrem".split())


def _noun(row: Row, text: str, start: int, after: str) -> str:
    """Number and case, where something shows them: "des 17. Jh.", "500 Mitgl.", "den Präs."."""
    before = text[max(0, start - 40) : start]
    of = nouns.gender(row.said)
    det = grammar.determiner(text, start)
    many = bool(_MANY.search(before)) or (
        of != "f" and det.word in ("die", "diese", "alle", "keine", "unsere")
    )
    if many or re.match(r"\s?\d+[a-z]?(?: (?:und|bis|sowie|oder) |\s?[–-]\s?)\d", after):
        counted = _MANY.search(text, max(0, start - 40), start)
        dative = grammar.is_dative(text, counted.start() if counted else start)
        return row.plural + ("n" if row.plural[-1] not in "ns" and dative else "")
    if of != "f" and (det.word in _GENITIVES or (det.preposition in ("trotz", "wegen") and not det.word)):
        return row.genitive
    return row.genitive if row.genitive.endswith("en") and of == "m" and det.word in _OBLIQUE else row.said


#: "der Minister und Abg.", "der ehem. Abg.": the article of the group.
_JOINED = re.compile(r"\b([Dd](?:er|ie|em|en|es)) (?:(?:[\w.-]+ ){1,3}und |[a-zäöüß-]+\.? )$")


def _adjective_noun(text: str, start: int, after: str) -> str:
    """The ending of `Abgeordnet-`: by the article, else by the first name behind."""
    if _MANY.search(text[max(0, start - 40) : start]):
        return "en" if grammar.is_dative(text, start) else "e"
    det = grammar.determiner(text, start)
    joined = _JOINED.search(text, max(0, start - 60), start)
    if not det.word and joined:
        det = grammar.Determiner("weak", joined[1].lower(), "", ())
    woman = det.word in ("die", "eine", "einer", "zur", "ihre", "seine") or (
        not det.word and _is_woman(after)
    )
    case, of = grammar.case_of(det, "f" if woman else "m")
    return grammar.adjective_ending(det, case, of)


_TIMES = frozenset(
    "Ende Anfang Mitte Beginn Herbst Frühjahr Frühling Sommer Winter Quartal Halbjahr Wochen Monate Saison".split()
)


def _epithet(said: str, key: str, text: str, start: int) -> str:
    """`Cranach d. J.` is the Younger, `im Mai d. J.` this year; `Karls d. Gr.` has the case of its name."""
    name = re.search(
        r"(?:\b(\w+) )?(?:[A-ZÄÖÜ]\w+ )?\b([A-ZÄÖÜ][a-zäöüß]+) $", text[max(0, start - 60) : start]
    )
    if not name or (key == "d.J." and (name[2] in MONTH_NAMES or name[2] in _TIMES)):
        return said
    adjective = {"d.J.": "Jüngere", "d.Ä.": "Ältere"}.get(key, "Große")
    case = grammar.case_of(grammar.Determiner("strong", "", (name[1] or "").lower(), ()), "m")[0]
    if name[2].endswith("s") and case == "nom":
        case = "gen"
    return {
        "nom": f"der {adjective}",
        "acc": f"den {adjective}n",
        "dat": f"dem {adjective}n",
        "gen": f"des {adjective}n",
    }[case]


_LETTERS = {
    "f": "für", "b": "bei", "n": "nach", "o": "ohne", "m": "mit", "v": "von", "a": "am", "u": "und",
}  # fmt: skip
_SEEN = re.compile(
    r"\s(?:Seiten?|Abb|Grafik|Bericht|Kasten|Foto|Karte|Tab|Info|Interview|Kapitel|Artikel|Anhang|Anlage|Nummer|Absatz|Paragraf)\b"
)
_NAMED = re.compile(
    r"(?:\d|[Bb]uchstabe|[Ll]it\.|[Kk]lasse|[Tt]yp|[Vv]ariante|[Pp]unkt|[Vv]itamin|[Bb]ild|[Oo]ption|[Ff]all) $|(?<![a-zäöüß).]) $|\d\. $|^$"
)


def _letter(letter: str, text: str, start: int, after: str) -> str | None:
    """A preposition or article that is one letter between words: "Institut f. Physik", "in d. Altstadt"."""
    before = text[max(0, start - 12) : start]
    following = re.match(
        r"\s(?:([a-zäöüß]{4,}e[nmrs]?|[a-zäöüß]+\.|d(?:er|ie|as|em|en)) )?([A-ZÄÖÜ][\w-]+)", after
    )
    if letter == "s":
        return "siehe" if _SEEN.match(after) else None
    if not following or _NAMED.search(before) or _STARTERS.match(after):
        return None
    if letter in _LETTERS:
        return _LETTERS[letter]
    of, plural = nouns.gender(following[2]), nouns.is_plural(following[2])
    if letter == "i":
        return "im" if of in ("m", "n") and not plural else "in"
    if letter == "z":
        return "zur" if of == "f" else "zum"
    if letter != "d":
        return None
    words = nearby.words_before(text, start)
    case = grammar.case_of(grammar.Determiner("strong", "", words[-1].lower() if words else "", ()), of)[0]
    verb = bool(words) and kinds.is_verb(words, len(words) - 1)
    if verb and words[-1] not in ("und", "oder"):  # "leiten d. Kloster"
        return "die" if of == "f" or plural else "das" if of == "n" else "den"
    if words and words[-1].lower() in ("und", "oder"):
        return "die" if of == "f" or plural else "das" if of == "n" else "der"
    if of == "f" or plural:
        return (
            ("den" if plural and following[2].endswith("n") else "der")
            if case == "dat"
            else "die"
            if case == "acc"
            else "der"
        )
    return {"dat": "dem", "acc": "den" if of == "m" else "das"}.get(case, "des")


def _born(text: str, start: int, after: str) -> str:
    if re.match(r"\s?(?:\d|am\b|in\b|im\b|um\b|ca\b|\))", after):
        return "geboren"
    before = text[max(0, start - 80) : start]
    return (
        "geborener"
        if re.search(r"\b(?:Herr|Er|er|Mann|Sohn|Prinz|Graf)\b", before)
        and not re.search(r"\b(?:Frau|Sie|sie)\b", before)
        else "geborene"
    )


def _is_woman(after: str) -> bool:
    match = re.match(r"\s?(?:\(FH\)\s)?(?:Dr\.\s)?([A-ZÄÖÜ]\w+)", after)
    return match is not None and match[1] in nouns.names("women")


_STARTERS = re.compile(
    r"\s+(?:[„\"»“]?)(?:Der|Die|Das|Den|Dem|Des|Er|Sie|Es|Wir|Ich|In|Im|Am|An|Auf|Bei|Mit|Nach|Von|Vor|Für|Zu|Zum|Zur|Aus|Seit|Um|Über|Unter|"
    r"Doch|Aber|Und|Auch|So|Dann|Danach|Damit|Dabei|Da|Dort|Hier|Nun|Jetzt|Ein|Eine|Einen|Kein|Keine|Alle|Diese|Dieser|Dieses|Sein|Seine|Ihr|Ihre|"
    r"Wenn|Als|Ob|Während|Weil|Man|Was|Wer|Wie|Viele|Insgesamt|Zuletzt|Laut|Trotz|Wegen|Außerdem|Zudem|Mehr|Später|Heute)\s"
)


def _stop(after: str) -> str:
    """The period that ended the sentence, too."""
    if not after.strip(" \n\"“»«”')"):
        return "."
    return "." if _STARTERS.match(after) and not re.match(r"\s+(?:Herr|Frau)", after) else ""


def _street(match: re.Match[str]) -> str:
    return (
        match[1]
        + ("straße" if match[2] == "s" else "Straße")
        + _stop(match.string[match.end() : match.end() + 40])
    )


#: What nearly all abbreviations show.
_SIGNS_OF_ONE = r"\.\s*[\w(,;&–-]|&|\b\w{1,9}\.|Nr|[bh]f\b|EW|Mw|VVK|\(Oder|Frankfurt[/ ]|\b(?:bzw|usw|etc|uvm|ca|inkl|exkl|gg?f|evtl|vgl|zz[gt]l?|bspw|dh|[zZ]B|i(?:d[RF]|dgF|Hv|S[dv]|Vm|Zm)|[uo]Ä|uU|zT|mE)\b|\([mwd],"
_OTHERS = [
    row[0]
    for row in nouns.rows("abbreviations")
    if not _DOTTED.fullmatch(row[0]) and row[0][0] != "-" and not re.search(_SIGNS_OF_ONE, f" {row[0]} ")
]
#: A text without this needs no rule from here.
NEEDED = rf"{_SIGNS_OF_ONE}|\b(?:{'|'.join(map(re.escape, _OTHERS))})\b"
RULES: tuple[Rule, ...] = (
    rule("Aktiengesellschaft and partner", "Huber & Co. KG", "Huber und Co KG", r"&\s?Co\.", "und Co"),
    rule("Frankfurt on the Oder", "Frankfurt (Oder)", "Frankfurt an der Oder", r"\bFrankfurt (?:\(Oder\)|a\.\s?d\.\s?O(?:der\b|\.))", "Frankfurt an der Oder"),
    rule("Frankfurt on the Main", "in Frankfurt/Main", "in Frankfurt am Main", r"\bFrankfurt(?:/| \()(?:Main|M\.)\)?", "Frankfurt am Main"),
    rule("by arrangement", "nur n. V. geöffnet", "nur nach Vereinbarung geöffnet", r"(?:(?<=\b[Nn]ur )|(?<=geöffnet )|(?<=Termin )|(?<=Termine )|(?<=Führung )|(?<=Führungen )|(?<=Besichtigung )|(?<=Öffnungszeiten )|(?<=Uhr und )|(?<=oder )|(?<=sowie ))n\.\s?V\.(?!\s\()", lambda m: "nach Vereinbarung" + _stop(m.string[m.end() : m.end() + 40])),
    rule("saint", "die St.-Pauli-Fans", "die Sankt-Pauli-Fans", r"(?<![\w-])St\.-(?=[A-ZÄÖÜ][a-zäöüß]+)", "Sankt-"),
    rule("Doctor, feminine", "Dr.in Huber", "Doktorin Huber", r"\b(Dr|Prof|Mag|Ing|Dipl\.-Ing)\.\s?(?:in|a)\b", lambda m: {"Dr": "Doktorin", "Prof": "Professorin", "Mag": "Magistra", "Ing": "Ingenieurin", "Dipl.-Ing": "Diplomingenieurin"}[m[1]]),
    rule("Doctor of", "Dr. med. Huber", "Doktor med Huber", r"\b(Dr)\.\s?((?:(?:med|phil|jur|iur|rer|nat|pol|theol|dent|vet|oec|techn|publ)\.\s?){1,4})(?:(?:univ|h\.\s?c|habil)\.\s?)?", lambda m: "Doktor " + m[2].replace(".", " ")),
    rule("pages", "die S. 12–15", "die Seiten zwölf bis fünfzehn", r"(?<=\b[Dd](?:en|ie|er) )S\.\s?(?=\d+\s?(?:[–-]|bis|und|,|ff))", "Seiten "),
    rule("page", "auf S. 12", "auf Seite zwölf", r"\bS\.\s?(?=\d)", "Seite "),
    rule("street", "Goethestr. 3", "Goethestraße drei", r"(?<![\w.])([A-ZÄÖÜ][\wäöüß-]{1,40}?)(?:(s)tr|-Str)\.(?!\w)", lambda m: _street(m) if m[2] else m[1] + "-Straße"),
    rule("place", "Marienpl. 3", "Marienplatz drei", r"(?<![\w.])([A-ZÄÖÜ][\wäöüß-]{2,40}?)pl\.(?!\w)", lambda m: m[1] + "platz" + _stop(m.string[m.end() : m.end() + 40])),
    rule("lane", "Lagerg. 3", "Lagergasse drei", r"(?<![\w.])([A-ZÄÖÜ][\wäöüß-]{3,40}?)g\.(?=\s?\d)", r"\1gasse"),
    rule("side of a picture", "Huber (l.)", "Huber, links,", r"\((l|r|M|Mitte|2\. v\. l)\.\)", lambda m: {"l": "(links)", "r": "(rechts)", "M": "(Mitte)"}.get(m[1], m[0])),
    rule("man or woman with an age", "der Täter (m., 34)", "der Täter, männlich, vierunddreißig", r"\(([mwd])\.?(?=, \d)", lambda m: "(" + {"m": "männlich", "w": "weiblich", "d": "divers"}[m[1]]),
    rule("from the table, words without a period", "bzw hier", "beziehungsweise hier", _loose(), _expand),
    rule("from the table", "z. B. hier", "zum Beispiel hier", rf"(?<![\w.@/]){_DOTTED.pattern}", _chain),
)  # fmt: skip
