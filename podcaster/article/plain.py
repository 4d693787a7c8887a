"""Plain text, as somebody copies it from a newspaper's page: which lines are headings, captions, bylines."""

from __future__ import annotations

import re
from itertools import groupby

from podcaster.article.boxes import cut_comments, cut_end, find_boxes, is_credit
from podcaster.article.dates import find_date
from podcaster.article.draft import ADDRESS, Block, Draft, Kind
from podcaster.article.ending import drop_author_box, drop_signs
from podcaster.article.interview import is_answered, settle_speakers
from podcaster.article.lines import BULLET, DATE, LONG, NUMBER, PERIOD_END, TWO_SENTENCES, Line, read_lines
from podcaster.article.people import byline, says_byline, split_names

#: A title may be longer than a heading.
TITLE_LENGTH = 200
#: What stands between title and text (byline, date, buttons, caption) has at most so many lines.
HEAD = 20
#: The sentence below a first picture is no longer, as long as its credit stands in a line of its own.
CAPTION_LENGTH = 160
#: A standfirst without a verb has at least so many characters.
STANDFIRST = 40
#: The title is among so many lines above the first paragraph; farther up there are menus.
MENU = 120
#: Below a list in a text without empty lines, a subheading is no longer.
SHORT_HEADING = 60
#: A numbered line above a paragraph is a subheading up to this length, and no list of one.
NUMBERED = 100

_ITEM = re.compile(r"[•‣▪●◦*–—-]\s")
#: A line of dialogue: "– „Nein“".
_SPOKEN = re.compile(r"[–—-]\s.*[“”\"]\Z")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?: Uhr)?")
#: All of a line in quotation marks.
_QUOTED = re.compile(r"[\"„“»«][^\"„“”»«]+[\"“”«»]\Z")


def read_plain(text: str, title: str | None = None) -> Draft:
    """Understand plain text; `title` is the one the user gave, so that a line with it is not read twice."""
    draft = Draft()
    lines = read_lines(draft, text)
    cut_comments(lines)
    cut_end(lines)
    lines = _head(draft, lines, title)
    _bylines(draft, lines)
    find_boxes(lines)
    for line in lines:
        if line.reason:
            draft.drop(str(line), line.reason)
    draft.blocks = _blocks([line for line in lines if not line.reason])
    _end(draft)
    drop_signs(draft)
    drop_author_box(draft)
    settle_speakers(draft.blocks)
    return draft


def _may_be_title(line: Line) -> bool:
    quoted = bool(_QUOTED.match(line)) and len(line) <= TITLE_LENGTH
    ends = PERIOD_END.search(line) or TWO_SENTENCES.search(line)
    short = len(line) <= TITLE_LENGTH and line[-1] != ":" and (quoted or not ends)
    return short and line.reason is None and byline(line) is None


def _head(draft: Draft, lines: list[Line], title: str | None) -> list[Line]:
    """Find the title above the first paragraph: the line with the title given, else the likeliest one."""
    first = _first_text(lines)
    at = _line_of(lines[: first + 1], title) if title else None
    at = _title_at(lines, first) if at is None else at
    if at is None:
        return lines
    days = [day for line in lines[max(0, at - 3) : at] if (day := find_date(line))]
    draft.published = days[-1] if days else None
    for above in lines[:at]:
        draft.drop(str(above), above.reason or ("kicker above the title" if at == 1 else "above the title"))
    if title is None:
        draft.title = str(lines[at])
    else:
        draft.drop(str(lines[at]), "title line; another title was given")
    return lines[at + 1 :]


def _first_text(lines: list[Line]) -> int:
    """The first paragraph; a short one above a title with byline or date describes a picture."""
    texts = [i for i, line in enumerate(lines[:MENU]) if line.is_text]
    while len(texts) > 1 and len(lines[texts[0]]) < LONG and not TWO_SENTENCES.search(lines[texts[0]]):
        between = range(texts[0] + 1, texts[1])
        if not any(_may_be_title(lines[i]) and any(map(_is_dated, lines[i + 1 : i + 3])) for i in between):
            break
        del texts[0]
    return texts[0] if texts else next((i for i, line in enumerate(lines) if line.is_text), len(lines))


def _line_of(lines: list[Line], title: str) -> int | None:
    same = [i for i, line in enumerate(lines) if _letters(line) == _letters(title)]
    return same[-1] if same else None


def _title_at(lines: list[Line], first: int) -> int | None:
    """Which of the lines above the first paragraph is the title: long, right above the text."""
    near = range(max(0, first - MENU), first)
    may = [i for i in near if _may_be_title(lines[i]) and not BULLET.match(lines[i])]
    if not may or first == len(lines):
        return None
    return max(may, key=lambda i: (_titleness(lines, i), -i))


def _titleness(lines: list[Line], i: int) -> float:
    """How like a title line `i` is; the unit is a third of a usual title's length."""
    line = lines[i]
    below = lines[i + 1 : i + 4]
    score = min(len(line), 100) / 25 + (len(line.split()) >= 4)
    score += 1.5 * any(_is_dated(other) or other.is_text for other in below[:2])
    score += any(other == line for other in lines[max(0, i - MENU) : i])
    # a byline stands below the title; the day above a menu does not count
    score -= 3 * (any(map(_is_dated, lines[max(0, i - 6) : i])) and not any(map(_is_dated, below)))
    if below and (below[0].reason == "picture caption" or below[0] == line):
        score -= 3
    # the standfirst has the title above it
    above = lines[i - 1] if i else None
    if above is not None and _may_be_title(above) and len(above.split()) >= 4 and len(above) >= 30:
        score -= 2
    return score


def _is_dated(line: Line) -> bool:
    """Whether a line is of those between title and text: a byline, a date."""
    found = byline(line)
    return line.reason == "time stamp" or (found is not None and (found[1] is not None or says_byline(line)))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _bylines(draft: Draft, lines: list[Line]) -> None:
    """Take bylines and dates, and with them what stands between title and text."""
    last, dated = _last_of_head(draft, lines)
    for i, line in enumerate(lines):
        if i <= max(last, 3) or i >= len(lines) - 2 or line.reason == "below the text":
            _take(draft, lines, i)
    if draft.title is None:
        return
    lead = []
    for i, line in enumerate(lines[: last + 1]):
        # a standfirst may have no verb
        text = line.is_paragraph or (len(line) >= STANDFIRST and line[-1] == ".")
        if line.reason is None and text and i > dated:
            continue
        if line.reason is None and text:
            lead.append(str(line))
            line.reason = "lead"
        elif line.reason is None:
            line.reason = "above the text"
    draft.lead = " ".join(lead) or None
    lines[:] = [line for line in lines if line.reason != "lead"]


def _last_of_head(draft: Draft, lines: list[Line]) -> tuple[int, int]:
    """The last line between title and text (a byline, a date, a button), and the last byline or date."""
    last = dated = -1
    paragraphs = 0
    if draft.title is None:
        return last, dated
    for i, line in enumerate(lines[:HEAD]):
        if BULLET.match(line):
            break
        if line.reason is not None or _byline_at(draft, lines, i):
            if _CLOCK.fullmatch(line):
                continue
            last = i
            dated = i if _is_dated(line) or _byline_at(draft, lines, i) else dated
        elif 0 < i == last + 1 and is_credit(lines[last]) and line.gap == 0 and not line.is_paragraph:
            last = i  # the caption below its credit
        elif _is_captioned(lines, i, last, dated):
            line.reason = "picture caption"
        elif line.is_text:
            paragraphs += 1
            if paragraphs > 1:
                break
    return (last, dated) if dated >= 0 else (-1, -1)


def _is_captioned(lines: list[Line], i: int, last: int, dated: int) -> bool:
    """Whether a sentence between byline and text has a picture's credit below it."""
    credited = i + 1 < len(lines) and (is_credit(lines[i + 1]) or lines[i + 1].reason == "picture caption")
    return credited and dated >= 0 and i - last <= 2 and len(lines[i]) <= CAPTION_LENGTH


def _byline_at(draft: Draft, lines: list[Line], i: int) -> bool:
    if lines[i].is_paragraph:
        return False
    if lines[i].reason not in (None, "time stamp", "below the text"):
        return False
    found = byline(lines[i])
    return found is not None or _is_bare_name(draft, lines, i)


def _take(draft: Draft, lines: list[Line], i: int) -> None:
    line = lines[i]
    found = ((), find_date(line)) if line.reason == "time stamp" else byline(line)
    if line.reason not in (None, "time stamp", "below the text") or line.is_paragraph:
        return
    if found is None and _is_bare_name(draft, lines, i):
        found = (split_names(line), None)
    if found is None or (found[0] and draft.authors):
        return
    draft.authors = draft.authors or found[0]
    draft.published = draft.published or found[1]
    line.reason = line.reason if line.reason == "time stamp" else "byline, said at the start"


def _is_bare_name(draft: Draft, lines: list[Line], i: int) -> bool:
    """Whether a line is authors' names: right below the title, or above a date (as "Neue Ufer" is not)."""
    line = lines[i]
    names = split_names(line)
    said = re.sub(r"\b(?:und|sowie|[Vv]on)\b", "", line)
    placed = re.sub(r", [A-ZÄÖÜ]\w+\Z", "", said) if i == 0 else said
    if not names or _letters("".join(names)) not in (_letters(said), _letters(placed)):
        return False
    if any(len(name.split()) > 3 for name in names) or i + 1 >= len(lines):
        return False
    signed = i > 0 and re.fullmatch(r"(?:[Vv]on|[Bb]y|[Tt]ext):?", lines[i - 1]) is not None
    dated = any(_is_dated(near) for near in [*lines[max(0, i - 1) : i], *lines[i + 1 : i + 3]])
    return (i == 0 and draft.title is not None) or signed or (i < HEAD and dated)


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
        if listed and len(kinds) < len(lines) and _heads_below(run, airy, announced):
            kinds[-1] = "heading"
    for i, line in enumerate(lines[:-1]):
        beside = any(NUMBER.match(other) for other in (lines[i + 1], lines[i - 1] if i else ""))
        heads = NUMBER.match(line) and len(line) <= NUMBERED and lines[i + 1].is_paragraph and not beside
        if heads and not PERIOD_END.search(line):
            kinds[i] = "heading"
    return kinds


def _heads_below(run: list[Line], airy: bool, announced: bool) -> bool:
    """Whether the last line of a list is the subheading of what stands below it."""
    last = run[-1]
    if airy:
        return last.gap > max(line.gap for line in run[1:-1])
    return not announced and len(last) <= SHORT_HEADING and ":" not in last
