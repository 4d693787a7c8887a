"""Abbreviations, from a table: word by word, with the ending of an adjective where they are one."""

from __future__ import annotations

import re
from functools import cache

from podcaster.speech import grammar
from podcaster.speech.rules.rule import Rule, rule

_TITLES_F = {"Magister": "Magistra"}


@cache
def table() -> dict[str, tuple[str, str]]:
    """Written without spaces -> (spoken, flag)."""
    found: dict[str, tuple[str, str]] = {}
    for row in grammar.rows("abbreviations"):
        found.setdefault(_key(row[0]), (row[1], row[2] if len(row) > 2 else ""))
    found["Lt."] = ("Laut", "")
    return found


def _key(written: str) -> str:
    return written.replace(" ", "")


def _pattern() -> str:
    """All abbreviations, by their first letters: a pattern that tries them one by one takes ten times as long."""
    by_first: dict[str, list[str]] = {}
    for form in sorted({row[0] for row in grammar.rows("abbreviations")}, key=len, reverse=True):
        ways = re.escape(form[1:]).replace(r"\ ", r"\s?") + ("" if form.endswith(".") else r"(?!\w)")
        by_first.setdefault(form[0], []).append(ways)
    firsts = "".join(map(re.escape, sorted(by_first)))
    ways = "|".join(f"{re.escape(first)}(?:{'|'.join(ways)})" for first, ways in sorted(by_first.items()))
    return rf"(?<![\w.@/])(?=[{firsts}])(?:{ways})"


def _expand(match: re.Match[str]) -> str:
    written = match[0]
    said, flag = table()[_key(re.sub(r"\s", "", written))]
    text, start, end = match.string, match.start(), match.end()
    after = text[end:] if end > len(text) - 40 else text[end : end + 40]
    if not _applies(flag, text, start, after):
        return written
    if flag == "E":
        said = _inflected(said, text, start, end)
    elif flag == "J" and re.search(
        r"\b(?:des|eines|dieses|jenes|vorigen|vergangenen)\b[^.;]{0,25}$", text[max(0, start - 40) : start]
    ):
        said += "s"
    elif flag == "B":
        said = _born(text, start, after)
    elif said in _TITLES_F and _is_woman(after):
        said = _TITLES_F[said]
    return said + (_stop(after) if written.endswith(".") else "")


def _applies(flag: str, text: str, start: int, after: str) -> bool:
    if flag == "1":
        return bool(re.match(r"\s?\d", after))
    if flag == "N":
        return bool(re.match(r"\s?(?:[A-ZÄÖÜ„\"]|Dr)", after)) and not (
            text[start : start + 3] == "Fr." and re.match(r"\s?\d", after)
        )
    if flag == "W":
        return not re.search(r"\d\s?$", text[max(0, start - 3) : start])
    if flag == "D":
        return bool(re.search(r"\d\s?$", text[max(0, start - 3) : start]))
    return True


def _inflected(said: str, text: str, start: int, end: int) -> str:
    noun, _ = grammar.noun_after(text, end)
    if not noun:
        return said + ("e" if said.endswith("annt") else "")
    return said + grammar.ending_for(text, start, end)


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
    return bool(match) and match[1] in grammar.load("names")["women"].split() if match else False


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


RULES: tuple[Rule, ...] = (
    rule("Aktiengesellschaft and partner", "Huber & Co. KG", "Huber und Co KG", r"&\s?Co\.", "und Co"),
    rule("Frankfurt on the Oder", "Frankfurt (Oder)", "Frankfurt an der Oder", r"\bFrankfurt (?:\(Oder\)|a\.\s?d\.\s?O(?:der\b|\.))", "Frankfurt an der Oder"),
    rule("Frankfurt on the Main", "in Frankfurt/Main", "in Frankfurt am Main", r"\bFrankfurt(?:/| \()(?:Main|M\.)\)?", "Frankfurt am Main"),
    rule("Doctor, feminine", "Dr.in Huber", "Doktorin Huber", r"\b(Dr|Prof|Mag|Ing|Dipl\.-Ing)\.\s?(?:in|a)\b", lambda m: {"Dr": "Doktorin", "Prof": "Professorin", "Mag": "Magistra", "Ing": "Ingenieurin", "Dipl.-Ing": "Diplomingenieurin"}[m[1]]),
    rule("Doctor of", "Dr. med. Huber", "Doktor med Huber", r"\b(Dr)\.\s?((?:(?:med|phil|jur|iur|rer|nat|pol|theol|dent|vet|oec|techn|publ)\.\s?){1,4})(?:(?:univ|h\.\s?c|habil)\.\s?)?", lambda m: "Doktor " + m[2].replace(".", " ")),
    rule("pages", "die S. 12–15", "die Seiten zwölf bis fünfzehn", r"(?<=\b[Dd](?:en|ie|er) )S\.\s?(?=\d+\s?(?:[–-]|bis|und|,|ff))", "Seiten "),
    rule("page", "auf S. 12", "auf Seite zwölf", r"\bS\.\s?(?=\d)", "Seite "),
    rule("street", "Goethestr. 3", "Goethestraße drei", r"(?<![\w.])([A-ZÄÖÜ][\wäöüß-]{1,40}?)(?:(s)tr|-Str)\.(?!\w)", lambda m: _street(m) if m[2] else m[1] + "-Straße"),
    rule("place", "Marienpl. 3", "Marienplatz drei", r"(?<![\w.])([A-ZÄÖÜ][\wäöüß-]{2,40}?)pl\.(?=\s?\d)", r"\1platz"),
    rule("side of a picture", "Huber (l.)", "Huber, links,", r"\((l|r|M|Mitte|2\. v\. l)\.\)", lambda m: {"l": "(links)", "r": "(rechts)", "M": "(Mitte)"}.get(m[1], m[0])),
    rule("from the table", "z. B. hier", "zum Beispiel hier", _pattern(), _expand),
)  # fmt: skip
