"""How the subheadings of a copied text are set: right above their paragraph, or with empty lines around them.

A browser copies an empty line behind a paragraph and none behind a heading. So where subheadings have none
below them, a short line that has one is a caption, a link or a button.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from podcaster.article.lines import BULLET, DATE, Line

#: So many subheadings show how they are set, and so many times those that are set otherwise.
SHOWN = 2
MOST = 2
#: More short lines in a row are a list.
LIST = 4

#: May stand between a subheading and its paragraph.
_BETWEEN = frozenset({"picture caption", "copyright line", "credits", "advertisement", "below the text"})
#: When something happened, in a live blog.
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2} Uhr")
_APART = "line set apart from the text"
#: A heading that is all somebody's words: „Ich wusste es nicht.“
_WORDS = re.compile(r"[„“»«\"][^„“”»«\"]{8,110}[“”«»\"]\Z")


def settle_setting(lines: Sequence[Line]) -> None:
    """Give a reason to short lines that are set otherwise than subheadings; know quotations that are some."""
    for i in _quoted_headings(lines):
        lines[i].heads = True
    runs = list(_runs(lines))
    if not _are_attached(lines, runs):
        return
    for run in runs:
        below = lines[run.stop] if run.stop < len(lines) else None
        above = lines[run.start - 1] if run.start else None
        listed = len(run) >= LIST or (above is not None and above[-1] == ":")
        if below is None or not below.gap or below.reason in _BETWEEN or listed:
            continue
        own = [lines[i] for i in run]
        if not any(line.endswith(("?", ":")) or DATE.match(line) or _CLOCK.match(line) for line in own):
            for line in own:
                line.reason = _APART


def _runs(lines: Sequence[Line]) -> Iterator[range]:
    """Short lines in a row that could be subheadings."""
    start = None
    for i, line in enumerate(lines):
        if line.could_head:
            start = i if start is None else start
        elif start is not None:
            yield range(start, i)
            start = None
    if start is not None:
        yield range(start, len(lines))


def _are_attached(lines: Sequence[Line], runs: Sequence[range]) -> bool:
    """Whether the single short lines between paragraphs stand right above the next one."""
    attached = apart = 0
    for run in runs:
        inside = run.start > 0 and run.stop < len(lines)
        if len(run) > 1 or not inside or not lines[run.start].gap:
            continue
        if lines[run.start - 1].is_paragraph and lines[run.stop].is_paragraph:
            attached += not lines[run.stop].gap
            apart += lines[run.stop].gap > 0
    return attached >= SHOWN and attached >= MOST * apart


def _quoted_headings(lines: Sequence[Line]) -> set[int]:
    """The lines that are all somebody's words, and stand right above a paragraph as none other does."""
    texts = [i for i, line in enumerate(lines) if line.is_paragraph]
    joined = [i for i in texts if i + 1 < len(lines) and lines[i + 1].is_paragraph and not lines[i + 1].gap]
    found = {i for i in joined if lines[i].gap and _WORDS.match(lines[i]) and not BULLET.match(lines[i])}
    others = len(joined) - len(found)
    return found if len(texts) >= 6 and others * 10 <= len(texts) else set()
