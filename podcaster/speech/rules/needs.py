"""What a text must hold for a pattern to match at all: a test far cheaper than the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

#: More strings than these cost as much as the pattern.
_MOST = 48
_COSTLY = 1000
Needs = tuple[str, ...]


def needs(pattern: re.Pattern[str]) -> Needs:
    """Strings of which every match, with what stands around it, holds at least one; empty where nothing is sure.

    Read off the parsed pattern. Python's parser is not public: without it nothing is sure, and only time is lost.
    """
    try:
        from re import _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern.pattern, pattern.flags)
    except (ImportError, AttributeError, re.error):  # pragma: no cover
        return ()
    if pattern.flags & re.IGNORECASE:
        return ()
    return _best(parsed) or ()


def _best(sequence: Any) -> Needs | None:
    """The rarest of what the parts of a sequence ask for."""
    found: list[Needs] = []
    run = ""
    for kind, value in sequence:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        if run:
            found.append((run,))
            run = ""
        part = _part(str(kind), value)
        if part and len(part) <= _MOST:
            found.append(part)
    if run:
        found.append((run,))
    return min(found, key=_frequency, default=None)


def _part(kind: str, value: Any) -> Needs | None:
    match kind:
        case "IN":
            return _characters(value)
        case "SUBPATTERN":
            return None if value[1] or value[2] else _best(value[3])
        case "BRANCH":
            ways = [_best(way) for way in value[1]]
            return _fewest(w for way in ways for w in way or ()) if all(ways) else None
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _best(value[2]) if value[0] else None
        case "ASSERT":
            return _best(value[1])
    return None


def _fewest(strings: Iterable[str]) -> Needs:
    """Without those that hold another one: where "Januar" stands, "Jan" does."""
    found: list[str] = []
    for string in sorted(set(strings), key=len):
        if not any(shorter in string for shorter in found):
            found.append(string)
    return tuple(found)


def _characters(items: Any) -> Needs | None:
    found: list[str] = []
    for kind, value in items:
        if str(kind) == "LITERAL":
            found.append(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _MOST:
            found += map(chr, range(value[0], value[1] + 1))
        else:
            return None
    return tuple(found)


def _frequency(strings: Needs) -> int:
    """How likely a German sentence with numbers holds one of these, roughly, and what it costs to ask."""
    return sum(_commonness(s) for s in strings)


def _commonness(string: str) -> int:
    if len(string) > 1:
        return 2 if len(string) == 2 else 1
    if string.isdecimal() or string == " ":
        return _COSTLY
    return 100 if string in ".," or string.isalpha() else 3
