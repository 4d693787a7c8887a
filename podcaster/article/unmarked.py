"""Subheadings that no tag and no name marks: short lines set alike, each alone above a paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from podcaster.article.builds import Usual
from podcaster.article.entries import ASKING
from podcaster.article.looks import PERIOD_END
from podcaster.article.parts import Part
from podcaster.article.people import tells_who
from podcaster.article.surroundings import Surroundings, kind_of
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Such a subheading has at most so many characters.
LONGEST = 100
#: So many lines set alike are subheadings; one alone may be anything.
FEWEST = 2
#: This share of them may stand by a picture, or begin with a quotation.
ODD = 0.34
_PICTURES = ("img", "picture", "video", "iframe", "figure")
_QUOTES = "\"“”„«»‹›‚‘’'"


def mark_unmarked_headings(parts: list[Part], around: Surroundings, usually: Usual) -> None:
    """Label as headings the lines that are set alike, if nearly all that is set so can be one.

    Not where the text has others.
    """
    if any(part.label in ("heading", "question") for part in parts):
        return
    told = "\n".join(letters(part.text) for part in parts if part.label == "body")
    kinds: defaultdict[tuple[str, ...], list[Part]] = defaultdict(list)
    odd: Counter[tuple[str, ...]] = Counter()
    for part, below in pairwise(part for part in parts if part.label != "noise" or _is_line(part)):
        if not _is_line(part):
            continue
        kinds[kind_of(part.chunk)].append(part)
        heads = below.label in ("body", "item", "quote") and not _is_line(below)
        again = told.count(letters(part.text)) > (part.label == "body")  # a quotation, set for the eye
        odd[kind_of(part.chunk)] += not heads or again or not _may_head(part, around, usually)
    for kind, lines in kinds.items():
        asking = sum(line.text.endswith("?") for line in lines)  # an interviewer's lines
        alike = FEWEST <= len(lines) == len({line.text for line in lines})
        if alike and odd[kind] <= ODD * len(lines) and asking < ASKING * len(lines):
            for line in lines:
                line.label, line.reason = "heading", ""


def _is_line(part: Part) -> bool:
    """Whether a part is a short line that does not end as sentences do."""
    text = part.text
    if part.label != "body" and part.reason != "no sentence":
        return False
    return len(text) <= LONGEST and not PERIOD_END.search(text) and not text.endswith(":")


def _may_head(part: Part, around: Surroundings, usually: Usual) -> bool:
    """Whether a line is alone in an element that is not built as the text, and is no caption and no name."""
    chunk = part.chunk
    if chunk.linked or chunk.text[0] in _QUOTES or tells_who(chunk.text) or not chunk.owner.get("class"):
        return False
    box = usually.box_of(chunk)
    if box is None or around.first[box] is not chunk or around.last[box] is not chunk:
        return False
    return not _is_by_picture(box)


def _is_by_picture(box: HtmlElement) -> bool:
    """Whether an element holds a picture, or stands behind one, or behind an element without text."""
    before = box.getprevious()
    for element in (box, before):
        if element is not None and next(element.iter(*_PICTURES), None) is not None:
            return True
    return before is not None and before.tag != "br" and not (before.text_content() or "").strip()
