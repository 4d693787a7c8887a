"""Parts that belong together: times and entries of live blogs, questions and answers, terms and meanings."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from podcaster.article.dom import Chunk
from podcaster.article.parts import Part
from podcaster.text import letters

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: Uhr)?\Z")
_ENDS = re.compile(r"[.!?…:,;][\"“”«»›‹'’‘)\]]*\Z")
#: A line below an entry's time is its heading up to this length (characters).
HEADING = 140
#: Lines of one look are questions if this share of them ends as questions do, and there are two of them.
ASKING = 0.7
ASKED = 2


def join_entries(parts: list[Part]) -> list[Part]:
    """The parts with times put before the text of their entries; questions and terms are marked as such."""
    _mark_questions(parts)
    _mark_terms(parts)
    entries = [i for i in range(len(parts) - 1) if _is_clock(parts[i]) and _heads(parts, i + 1)]
    if len(entries) < 2:
        return parts
    for i in entries:
        clock, head = parts[i].text, parts[i + 1]
        if head.label != "heading":
            head.label = "heading"
            for part in _rest_of(parts, i + 1):
                part.label = "body"
        # the heading stays as it is set, and the time is read behind it
        below = next((part for part in parts[i + 2 :] if part.label != "noise"), None)
        if below is not None and below.label == "body":
            below.chunk.text = f"{clock}: {below.text}"
    times = set(entries)
    return [part for i, part in enumerate(parts) if i not in times]


def _is_clock(part: Part) -> bool:
    return part.label in ("noise", "item", "heading") and bool(_CLOCK.match(part.text))


def _heads(parts: list[Part], i: int) -> bool:
    """Whether a part is a heading, or a line above more text in the same list item."""
    if parts[i].label == "heading":
        return True
    if parts[i].label != "item" or len(parts[i].text) > HEADING or _ENDS.search(parts[i].text):
        return False
    return bool(_rest_of(parts, i))


def _rest_of(parts: list[Part], i: int) -> list[Part]:
    """The items behind a part in the same list item."""
    entry = next((e for e in parts[i].chunk.ancestors() if e.tag == "li"), None)
    rest = []
    for part in parts[i + 1 :]:
        if part.label != "item" or entry not in part.chunk.ancestors():
            break
        rest.append(part)
    return rest


def _mark_questions(parts: list[Part]) -> None:
    """Mark lines that are set unlike the answers (class, italics, a term) and nearly all end in "?"."""
    looks: defaultdict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for i, part in enumerate(parts):
        if part.label in ("body", "item") or part.chunk.owner.tag == "dt":
            looks[_look(part.chunk)].append(i)
    for group in looks.values():
        asking = sum(parts[i].text.endswith("?") for i in group)
        answered = all(i + 1 < len(parts) and i + 1 not in group for i in group)
        if asking >= ASKED and asking >= ASKING * len(group) and answered:
            for i in group:
                parts[i].label = "question"
                if parts[i + 1].chunk.owner.tag == "dd":
                    parts[i + 1].label = "body"


def _look(chunk: Chunk) -> tuple[str, str, bool]:
    """How a chunk is set: tag, class, and whether all of it is in italics."""
    slanted = next(chunk.owner.iter("em", "i"), None)
    italic = slanted is not None and letters(slanted.text_content()) == letters(chunk.text)
    return chunk.owner.tag, chunk.owner.get("class") or "", italic


def _mark_terms(parts: list[Part]) -> None:
    """A term above what it means is an item of the list, however short."""
    for part, below in pairwise(parts):
        if part.reason == "no sentence" and part.chunk.owner.tag == "dt" and below.label == "item":
            part.label, part.reason = "item", ""
