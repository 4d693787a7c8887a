"""What a page's parts are by what stands beside them: below a pointer, above a credit, behind the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from podcaster.article.captions import is_bare_credit
from podcaster.article.form import BARE, POINTER
from podcaster.article.parts import Part
from podcaster.article.telling import has_verb, is_sentence

#: A headline below "Lesen Sie auch" has at most so many characters.
HEADLINE = 150
#: A box has at most so many headlines.
HEADLINES = 5
_SOURCES = re.compile(
    r"(?:unsere |die |verwendete |weitere |wichtigsten?,? |öffentlichen?,? )*"
    r"(?:quellen|literatur|quellenangaben)(?: (?:für|zu) dies\w+ \w+)?\W*\Z",
    re.IGNORECASE,
)


def mark_by_neighbours(parts: list[Part]) -> None:
    """Mark as noise what the wording of a neighbour tells."""
    for i, part in enumerate(parts):
        below = parts[i + 1 : i + 1 + HEADLINES]
        if part.label == "noise" and part.reason == POINTER and _is_bare(part.text):
            _mark(takewhile(_is_fragment, below), POINTER)
        if part.label == "noise" and is_bare_credit(part.text) and i and _is_caption(parts[i - 1]):
            _mark([parts[i - 1]], "picture caption")
        if _SOURCES.match(part.text) and all(_is_source(below) for below in parts[i + 1 :]):
            _mark([part, *parts[i + 1 :]], "sources")
    _mark_end(parts)


def _mark(parts: Iterable[Part], reason: str) -> None:
    for part in parts:
        if part.label != "noise":
            part.label, part.reason = "noise", reason


def _is_bare(text: str) -> bool:
    return len(text) < BARE and not re.search(r":\s*\S|\bhier\W*\Z", text)


def _is_fragment(part: Part) -> bool:
    """Whether a part is a short line of text that is no sentence, and no heading."""
    return part.label in ("body", "item") and len(part.text) <= HEADLINE and not is_sentence(part.text)


def _is_caption(part: Part) -> bool:
    return part.label == "body" and len(part.text) <= HEADLINE and not has_verb(part.text)


def _is_source(part: Part) -> bool:
    """Whether a part can stand in a list of sources: an item, a line without a verb, one with a year."""
    if part.label == "noise":
        return True
    return part.label in ("item", "body") and (
        part.label == "item" or _is_fragment(part) or bool(re.search(r"\b(?:19|20)\d\d\b", part.text))
    )


def _is_label(part: Part) -> bool:
    return part.label == "body" and _is_fragment(part) and not has_verb(part.text)


def _mark_end(parts: list[Part]) -> None:
    """Lines without a verb behind the last sentence, if there are several or noise among them."""
    end = len(parts)
    while end and (parts[end - 1].label == "noise" or _is_label(parts[end - 1])):
        end -= 1
    if sum(part.label == "body" for part in parts[:end]) > 1 and len(parts) - end > 1:
        _mark(parts[end:], "below the text")
