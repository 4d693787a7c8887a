"""A long sentence in pieces that an engine takes."""

from __future__ import annotations

import re

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
)
#: A word that belongs to what follows it: no cut behind it.
_BINDS = re.compile(
    r"\b(?:der|die|das|dem|den|des|ein\w{0,2}|kein\w{0,2}|in|im|am|an|auf|bei|beim|mit|nach|von|vom|vor|für|zu|zum|zur|aus|seit|um|"
    r"über|unter|durch|gegen|ohne|bis|sein\w{0,2}|ihr\w{0,2}|und|oder|Doktor|Professor|Herr|Frau|Sankt|\w+ste[nrms]?|"
    r"Komma|Punkt|minus|plus|Nummer|Paragraf|Absatz|Artikel|\w*(?:zig|hundert|tausend|zehn)|eins|zwei|drei|vier|fünf|"
    r"sechs|sieben|acht|neun|elf|zwölf|Millionen?|Milliarden?)$",
    re.IGNORECASE,
)


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


def _best_place(text: str, limit: int) -> tuple[int, int]:
    """Where the first piece ends and where the rest begins."""
    window = text[: limit + 1]
    for rank, place in enumerate(_PLACES):
        least = limit // 3 if rank < len(_PLACES) - 1 else 0
        found = [m for m in place.finditer(window) if least < m.start() <= limit]
        for cut_at in reversed(found):
            if rank < 3 or rank == len(_PLACES) - 1 or not _BINDS.search(window[: cut_at.start()]):
                return cut_at.start(), cut_at.end()
    return limit, limit
