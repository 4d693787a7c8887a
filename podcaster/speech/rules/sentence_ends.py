"""Numbers with a period where a clause or a sentence ends: "am 24.", "wurde sie 2.", "auf Platz 3."."""

from __future__ import annotations

import re
from functools import cache

from podcaster.speech import grammar, nouns
from podcaster.speech.rules import placed
from podcaster.speech.rules.rank import DETERMINERS, NOUNS, STARTS, stem
from podcaster.speech.rules.rule import LABELS, integer
from podcaster.speech.rules.without_noun import alone, antecedent

#: "in der Nacht vom 1. auf den 2.", "vom 3. bis zum 5.": a day, although a new sentence follows.
_NIGHT = re.compile(
    r"\b(?:Nacht|[Vv]om|[Vv]or|[Ss]eit|[Aa]b|[Bb]is|verschoben|verlegt|vertagt|datiert|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b[^.]*(?:\d\.[^.]*)?$"
)


#: "wurde Kerber 3. Graf war besser": who was placed, and a new sentence with its verb.
_BECAME_HERE = re.compile(r"\b(?:wurde|landete|wird)(?: (?:der|die|das|sie|er))?(?: [A-ZÄÖÜ][\w-]+){1,3} $")
_NEW_SENTENCE = re.compile(
    r"[A-ZÄÖÜ][\w-]+ (?:[a-zäöüß]{2,}te|war|ist|hat|kam|lag|wird|wurde|bleibt|blieb|ging|fiel|gewann|siegte|holte)\b"
)


def before_new_sentence(match: re.Match[str], words: list[str], following: str) -> str:
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


def at_the_end(match: re.Match[str], words: list[str], following: str) -> str:
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
    if last in _OF_ARTICLE and low[-2:-1] not in _GOVERNING and antecedent(match) == _OF_ARTICLE[last]:
        return f"{stem(match[1]).capitalize()}e{stop}"  # "das 1. Fenster am 2., dann das 2."
    if ending := _OF_EIN.get((last, antecedent(match) or "")):
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
