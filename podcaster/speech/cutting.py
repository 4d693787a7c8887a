"""A long sentence in pieces that an engine takes."""

from __future__ import annotations

import re

from podcaster.text import MONTHS

#: Where a sentence may be cut, best first. Each matches the white space of the cut.
_PLACES = (
    re.compile(r"(?<=[.!?…;:])[\"“”»«’')]*\s+|\s+(?=[–—] )|(?<= [–—])\s+"),
    re.compile(r"(?<=,)\s+"),
    re.compile(r"\s+(?=(?:und|oder|aber|sondern|denn|sowie|dass|weil|wenn|als|ob|wie)\b)"),
    re.compile(
        r"\s+(?=(?:der|die|das|dem|den|ein|eine|einen|einem|in|im|am|an|auf|bei|mit|nach|von|vom|vor|für|zu|zum|zur|"
        r"aus|seit|um|über|unter|durch|gegen|ohne)\b)"
    ),
    re.compile(r"\s+(?=[a-zäöü])"),
    re.compile(r"\s+"),
    re.compile(r"\s+"),
)
_LAST = len(_PLACES) - 1
_ARTICLE = (
    r"(?:[Dd](?:er|ie|as|em|en|es)|[Dd]iese[rmns]?|(?:[Kk]?[Ee]in|[MmSsDd]ein|[Ii]hr|[Uu]nser)(?:e[rmns]?)?"
    r"|[AaIi]m|[Zz]u[mr]|[Vv]om|[Bb]eim|[Ii]ns)"
)
#: A word that belongs to what follows it: no cut behind it.
_BINDS = re.compile(
    rf"(?:\b(?:{_ARTICLE}|[Kk]ein\w{{0,2}}|in|an|auf|bei|mit|nach|von|vor|für|zu|aus|seit|um|über|unter|durch|gegen|ohne|bis|"
    r"zwischen|wegen|trotz|laut|ab|pro|je|"
    r"mehr als|weniger als|Zwischen|Wegen|Trotz|Laut|Ab|"
    r"In|An|Auf|Bei|Mit|Nach|Von|Vor|Für|Zu|Aus|Seit|Um|Über|Unter|Durch|Gegen|Ohne|Bis|und|oder|"
    r"Doktorin|Doktor|Professorin|Professor|Herrn?|Frau|Sankt|\w+ste[nrms]?|"
    r"Komma|Punkt|minus|plus|Nummer|Platz|Seite|Paragraf|Absatz|Artikel|"
    r"\w*(?:zig|ßig|hundert|tausend|zehn|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|elf|zwölf)|Millionen?|Milliarden?)"
    # an article and its adjectives
    rf"|\b{_ARTICLE}(?: sehr| besonders| ganz)?(?: [a-zäöüß-]{{3,40}}(?:e|en|er|es|em)){{1,4}}"
    rf"|\b{_ARTICLE} (?:sehr|besonders|ganz)"
    # "kurz vor", "Geschichts- und Politiklehrer", "Juni zweitausendzwei"
    r"|\b(?:kurz|lange|bald|gleich|mitten|noch|erst|nur|schon|bereits|auch|gerade|genau|rund|etwa|fast|immer|selbst|sogar)"
    rf"|\w-|\b(?:Jänner|{'|'.join(MONTHS)})"
    # figures; what only an abbreviation's period ends
    r"|\d[.,]?|\b(?:[A-ZÄÖÜa-zäöü]|[A-ZÄÖÜ]?[a-zäöü]{1,4}|[Uu]sw|Dipl)\.)$"
)
#: A row of adjectives: "eine mögliche, | seltene Nebenwirkung".
_ROW = re.compile(rf"\b{_ARTICLE}(?: [a-zäöüß-]+){{0,3}} [a-zäöüß-]+(?:e|en|er|es|em),$")
_NEXT_OF_ROW = re.compile(rf"(?!{_ARTICLE} )(?:[a-zäöüß-]+(?:e|en|er|es|em),? ){{1,2}}[A-ZÄÖÜ]")
#: "zwischen Januar | und April".
_BETWEEN = re.compile(r"\b[Zz]wischen [^,;]{1,40}$")
#: "mehr | als neun Monate".
_COMPARED = re.compile(r"\b(?:mehr|weniger|anders|[a-zäöüß]{3,}er)$")
_DETERMINED = re.compile(r"(?:der|die|das|dem|den|ein|eine|einen|einem)\b")
_GENITIVE = re.compile(r"(?:der|des|deren|dessen|eines|einer)\b")
#: Behind these an abbreviation's period looks like a sentence's.
_NO_END = re.compile(r"(?:\b(?:[A-ZÄÖÜ]?[a-zäöü]{0,3}|[A-ZÄÖÜ]|Prof|Dipl|Hofr|Univ)|\d)\.$")
_PARTICLE = re.compile(r"(?:von|van|zu|de|del|della|di|da|bin|ibn|al)(?: de[rnm]?)? [A-ZÄÖÜ]")


def cut(text: str, limit: int) -> list[str]:
    """Cut a text into pieces of at most `limit` characters, at the ends of clauses.

    Never inside a number, a name or an article and its noun, unless nothing else is left. Raises ValueError
    for a limit below 1.
    """
    if limit < 1:
        raise ValueError("limit must be at least 1")
    rest = " ".join(text.split())
    pieces = []
    while len(rest) > limit:
        end, start = _best_place(rest, limit)
        pieces.append(rest[:end])
        rest = rest[start:]
    return [*pieces, rest] if rest else pieces


#: No piece shall be one last word: characters that at least are left behind a cut.
_TAIL = 16


def _best_place(text: str, limit: int) -> tuple[int, int]:
    """Where the first piece ends and where the rest begins."""
    window = text[: limit + 1]
    most = min(limit, len(text) - _TAIL)
    for rank, place in enumerate(_PLACES):
        least, farthest = (limit // 3, most) if rank < _LAST - 1 else (0, limit)
        found = [m for m in place.finditer(window) if least < m.start() <= farthest]
        for cut_at in reversed(found):
            if _may_cut(rank, text[: cut_at.start()], text[cut_at.end() : cut_at.end() + 60]):
                return cut_at.start(), cut_at.end()
    return limit, limit


def _may_cut(rank: int, before: str, after: str) -> bool:
    """Whether nothing is torn that belongs together; the last resort tears whatever it must."""
    if rank == 0:
        return not _NO_END.search(before[-12:])
    if rank == 1:
        return not (_ROW.search(before[-80:]) and _NEXT_OF_ROW.match(after))
    if rank == _LAST:
        return True
    if after.startswith("und ") and (_BETWEEN.search(before[-60:]) or _is_pair(before, after)):
        return False
    if after.startswith("als ") and _COMPARED.search(before[-20:]):
        return False
    if after[0].isdecimal() or _BINDS.search(before[-120:]):
        return False
    last = before.rsplit(" ", 1)[-1]
    named = last[0].isupper() and not last.endswith((",", ";", ":"))
    if named and ((rank == 3 and _DETERMINED.match(after)) or (rank == 4 and _GENITIVE.match(after))):
        return False  # a noun and its genitive
    return not (named and (after[0].isupper() or _PARTICLE.match(after[:40])))


def _is_pair(before: str, after: str) -> bool:
    """`Teilnehmerinnen | und Teilnehmer`: both are one."""
    women = before.rsplit(" ", 1)[-1]
    return women.endswith("innen") and after[4:].startswith(women.removesuffix("innen"))
