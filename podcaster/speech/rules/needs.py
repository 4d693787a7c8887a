"""What a text must hold for a pattern to match at all: a test far cheaper than the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

#: More strings than these cost as much as the pattern.
_MOST = 48
_COSTLY = 1000
#: Asking for more than these many things costs more than it saves.
_AT_ONCE = 3
Needs = tuple[str, ...]


def needs(pattern: re.Pattern[str]) -> tuple[Needs, ...]:
    """Groups of strings, figures and then the rarest first: every match, with what stands around it, holds one of each group.

    Empty where nothing is sure. A pattern without regard to case has its strings in lower case. Read off the parsed
    pattern; Python's parser is not public: without it nothing is sure, and only time is lost.
    """
    try:
        from re import _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern.pattern, pattern.flags)
    except (ImportError, AttributeError, re.error):  # pragma: no cover
        return ()
    found = _groups(parsed)
    if pattern.flags & re.IGNORECASE:
        found = [_fewest(string.lower() for string in group) for group in found]
    numeric = [group for group in found if all(string.isdecimal() for string in group)][:1]
    others = sorted({group for group in found if group not in numeric}, key=lambda g: (_frequency(g), g))
    return tuple(numeric + others[: _AT_ONCE - len(numeric)])


def _groups(sequence: Any) -> list[Needs]:
    """What the parts of a sequence ask for, one after the other."""
    found: list[Needs] = []
    run = ""
    for kind, value in sequence:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        if run:
            found.append((run,))
            run = ""
        found += [part for part in _part(str(kind), value) if part and len(part) <= _MOST]
    if run:
        found.append((run,))
    return found


def _part(kind: str, value: Any) -> list[Needs]:
    match kind:
        case "IN":
            found = _characters(value)
            return [found] if found else []
        case "SUBPATTERN":
            return [] if value[1] or value[2] else _groups(value[3])
        case "BRANCH":
            ways = [min(_groups(way), key=_frequency, default=()) for way in value[1]]
            return [_fewest(w for way in ways for w in way)] if all(ways) else []
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _groups(value[2]) if value[0] else []
        case "ASSERT":
            return _groups(value[1])
    return []


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
        elif str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            found += "0123456789"
        else:
            return None
    return tuple(found)


def _frequency(strings: Needs) -> int:
    """How likely a German sentence with numbers holds one of these, roughly, and what it costs to ask."""
    return sum(_commonness(s) for s in strings)


def _commonness(string: str) -> int:
    if len(string) > 1:
        return 2 if len(string) == 2 else 1
    if string == " ":
        return _COSTLY
    if string.isdecimal():
        return _COSTLY // 10
    return 100 if string in ".," or string.isalpha() else 3
