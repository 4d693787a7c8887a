"""Plain text, as somebody copies it from a newspaper's page: which lines are headings, captions, bylines."""

from __future__ import annotations

import re
from itertools import groupby

from podcaster.article.below import cut_comments, cut_end
from podcaster.article.boxes import find_boxes
from podcaster.article.draft import ADDRESS, Block, Draft, Kind
from podcaster.article.ending import drop_author_box, drop_signs
from podcaster.article.head import take_bylines, take_title
from podcaster.article.interview import is_answered, settle_speakers
from podcaster.article.lines import BULLET, DATE, NUMBER, PERIOD_END, Line, read_lines
from podcaster.article.setting import settle_setting
from podcaster.article.span import find_span

#: Below a list in a text without empty lines, a subheading is no longer.
SHORT_HEADING = 60
#: A subheading beside a list in a text with empty lines is shorter than so many times its items.
SHORTER = 0.6
#: A numbered line above a paragraph is a subheading up to this length, and no list of one.
NUMBERED = 100

_ITEM = re.compile(r"[•‣▪●◦*–—-]\s")
#: A line of dialogue: "– „Nein“".
_SPOKEN = re.compile(r"[–—-]\s.*[“”\"]\Z")


def read_plain(text: str, title: str | None = None) -> Draft:
    """Understand plain text; `title` is the one the user gave, so that a line with it is not read twice."""
    draft = Draft()
    lines = read_lines(draft, text)
    cut_comments(lines)
    cut_end(lines)
    span = find_span(lines)
    for line in lines[span.end :]:
        line.reason = line.reason or "below the text"
    lines = take_title(draft, lines, title, span.start)
    take_bylines(draft, lines)
    find_boxes(lines)
    settle_setting(lines)
    for line in lines:
        if line.reason:
            draft.drop(str(line), line.reason)
    draft.blocks = _blocks([line for line in lines if not line.reason])
    _end(draft)
    drop_signs(draft)
    drop_author_box(draft)
    settle_speakers(draft.blocks)
    return draft


def _blocks(lines: list[Line]) -> list[Block]:
    """Headings, list items, questions and paragraphs."""
    kinds = _kinds(lines)
    asked = [i for i, line in enumerate(lines) if line.endswith("?") and kinds[i] in ("heading", "body")]
    heads = [i for i in asked if kinds[i] == "heading"]
    addressed = [i for i in asked if ADDRESS.search(lines[i])]
    if len(asked) >= 4 and len(addressed) >= 0.4 * len(asked):
        for i in asked:
            kinds[i] = "question"
    else:
        for i in set(heads) & set(addressed):
            below = lines[i + 1] if i + 1 < len(lines) else ""
            many = len(addressed) >= 3 or (len(addressed) == 2 and is_answered(lines[i], below))
            if lines[i].gap <= 1 and many:
                kinds[i] = "question"
    blocks = []
    for line, kind in zip(lines, kinds, strict=True):
        text = BULLET.sub("", line, count=1) if kind == "item" else str(line)
        blocks.append(Block(text, kind))
    return blocks


def _end(draft: Draft) -> None:
    """Short lines below the text: one is its last words, several are the headlines of other articles."""
    last = len(draft.blocks)
    while last and draft.blocks[last - 1].kind == "heading":
        last -= 1
    if len(draft.blocks) - last == 1:
        draft.blocks[-1].kind = "body"
    if len(draft.blocks) - last > 1:
        for block in draft.blocks[last:]:
            draft.drop(block.text, "line below the text")
        del draft.blocks[last:]


def _kinds(lines: list[Line]) -> list[Kind]:
    """Of each line by itself and the lines around it: heading, list item or body."""
    kinds: list[Kind] = []
    airy = any(line.gap for line in lines[1:])
    for may_head, group in groupby(lines, key=lambda line: line.could_head):
        run = list(group)
        announced = bool(kinds) and lines[len(kinds) - 1][-1] == ":"
        listed = may_head and len(run) >= (3 if announced else 4)
        kind: Kind = "body" if not may_head else "item" if listed else "heading"
        for line in run:
            is_item = _ITEM.match(line) and not _SPOKEN.match(line)
            kinds.append("item" if is_item else "heading" if DATE.match(line) else kind)
        if listed and not announced and run[0].gap and _is_short(run[0], run[1:]):
            kinds[len(kinds) - len(run)] = "heading"
        if listed and len(kinds) < len(lines) and _heads_below(run, lines[len(kinds)], airy, announced):
            kinds[-1] = "heading"
    for i, line in enumerate(lines[:-1]):
        beside = any(NUMBER.match(other) for other in (lines[i + 1], lines[i - 1] if i else ""))
        heads = NUMBER.match(line) and len(line) <= NUMBERED and lines[i + 1].is_paragraph and not beside
        if heads and not PERIOD_END.search(line):
            kinds[i] = "heading"
    return kinds


def _is_short(line: Line, items: list[Line]) -> bool:
    """Whether a line is so much shorter than the items of a list beside it that it is none."""
    return len(line) <= SHORT_HEADING and len(line) < SHORTER * sum(map(len, items)) / len(items)


def _heads_below(run: list[Line], below: Line, airy: bool, announced: bool) -> bool:
    """Whether the last line of a list is the subheading of what stands below it."""
    last = run[-1]
    if airy:
        attached = not below.gap and _is_short(last, run[1:-1])
        return attached or last.gap > max(line.gap for line in run[1:-1])
    return not announced and len(last) <= SHORT_HEADING and ":" not in last
