"""What stands above a plain text: title, byline, day, standfirst, and what is none of these."""

from __future__ import annotations

import re

from podcaster.article.boxes import is_credit
from podcaster.article.dates import find_date
from podcaster.article.draft import Draft
from podcaster.article.lines import BULLET, LONG, PERIOD_END, TWO_SENTENCES, Line
from podcaster.article.people import byline, says_byline, split_names
from podcaster.text import letters

#: A title may be longer than a heading.
TITLE_LENGTH = 200
#: What stands between title and text (byline, date, buttons, caption) has at most so many lines.
HEAD = 20
#: The sentence below a first picture is no longer, as long as its credit stands in a line of its own.
CAPTION_LENGTH = 160
#: A standfirst without a verb has at least so many characters.
STANDFIRST = 40
#: The title is among so many lines above the first paragraph; farther up there are menus.
MENU = 40
#: Standfirst and captions above the byline are so many paragraphs.
PIECES = 3
#: A longer word is several that no space stands between: "politik.beispiel.atsport.beispiel.at".
LONGEST_WORD = 40

_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?: Uhr)?")
#: All of a line in quotation marks.
_QUOTED = re.compile(r"[\"„“»«][^\"„“”»«]+[\"“”«»]\Z")


def take_title(draft: Draft, lines: list[Line], title: str | None, start: int) -> list[Line]:
    """Find the title above the first paragraph, the line with the title given, else the likeliest one.

    The text stands at line `start` or below it.
    """
    first = _first_text(lines, start)
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


def _first_text(lines: list[Line], start: int) -> int:
    """The first paragraph; a short one above a title with byline or date describes a picture."""
    near = range(start, min(start + HEAD, len(lines)))
    texts = [i for i in near if lines[i].is_text and not _is_quoted(lines[i])]
    while len(texts) > 1 and len(lines[texts[0]]) < LONG and not TWO_SENTENCES.search(lines[texts[0]]):
        between = range(texts[0] + 1, texts[1])
        if not any(_may_be_title(lines[i]) and any(map(_is_dated, lines[i + 1 : i + 3])) for i in between):
            break
        del texts[0]
    return texts[0] if texts else next((i for i, line in enumerate(lines) if line.is_text), len(lines))


def _line_of(lines: list[Line], title: str) -> int | None:
    same = [i for i, line in enumerate(lines) if letters(line) == letters(title)]
    return same[-1] if same else None


def _title_at(lines: list[Line], first: int) -> int | None:
    """Which of the lines above the first paragraph is the title: long, right above the text."""
    near = range(max(0, first - MENU), first)
    may = [i for i in near if _may_be_title(lines[i]) and not BULLET.match(lines[i])]
    if not may or first == len(lines):
        return None
    return max(may, key=lambda i: (_titleness(lines, i, first), -i))


def _titleness(lines: list[Line], i: int, first: int) -> float:
    """How like a title line `i` is; the unit is a third of a usual title's length."""
    line = lines[i]
    below = lines[i + 1 : i + 4]
    score = min(len(line), 100) / 25 + (len(line.split()) >= 4)
    score += 1.5 * any(_is_dated(other) or other.is_text for other in below[:2])
    score += any(other == line for other in lines[max(0, i - MENU) : i])
    score -= 0.04 * (first - i)
    score -= 4 * _is_menu(line)
    # a byline stands below the title; the day above a menu does not count
    score -= 3 * (
        any(map(_is_dated, lines[max(0, i - 6) : max(0, i - 1)])) and not any(map(_is_dated, below))
    )
    if below and (below[0].reason == "picture caption" or below[0] == line):
        score -= 3
    # the standfirst has the title above it
    above = lines[i - 1] if i else None
    if above is not None and _may_be_title(above) and len(above.split()) >= 4 and len(above) >= 30:
        score -= 2
    return score


def _may_be_title(line: Line) -> bool:
    quoted = _is_quoted(line)
    ends = PERIOD_END.search(line) or TWO_SENTENCES.search(line)
    short = len(line) <= TITLE_LENGTH and line[-1] != ":" and (quoted or not ends)
    return short and line.reason is None and byline(line) is None


def _is_quoted(line: Line) -> bool:
    """Whether all of a line that is no longer than a title is somebody's words."""
    return len(line) <= TITLE_LENGTH and bool(_QUOTED.match(line))


def _is_menu(line: Line) -> bool:
    """Whether a line is several in one, names of authors, or the end of a sentence."""
    words = line.split()
    long = [word.casefold() for word in words if len(word) > 3]
    again = len(long) - len(set(long))
    names = split_names(line)
    return (
        line[0].islower()
        or line[0] in "«»‹›<>"
        or len(re.findall(r"[|»›>]", line)) > 1
        or max(map(len, words)) > LONGEST_WORD
        or (len(words) >= 6 and (not any(word[0].islower() for word in words) or again > len(words) / 3))
        or (bool(names) and letters("".join(names)) == letters(line))
    )


def take_bylines(draft: Draft, lines: list[Line]) -> None:
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
        text = line.is_paragraph or len(line) > TITLE_LENGTH or (len(line) >= STANDFIRST and line[-1] == ".")
        if line.reason is None and text and i > dated:
            continue
        if line.reason is None and text:
            lead.append(str(line))
            line.reason = "lead"
        elif line.reason is None:
            line.reason = "above the text"
    draft.lead = " ".join(lead) or None
    lines[:] = [line for line in lines if line.reason != "lead"]
    first = next((i for i, line in enumerate(lines) if line.is_text), 0) if dated >= 0 else 0
    for line in lines[: max(0, first - 1)] if first <= HEAD else ():  # the last of them may be a subheading
        if line.could_head:
            line.reason = "above the text"


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
        else:
            paragraphs += line.is_text
            if _begins(lines, i, paragraphs):
                break
    return (last, dated) if dated >= 0 else (-1, -1)


def _begins(lines: list[Line], i: int, paragraphs: int) -> bool:
    """Whether the text has begun at line `i`, the last of so many paragraphs or below them.

    Between standfirst and byline there may be captions, each alone.
    """
    if lines[i].is_text:
        joined = lines[i - 1].is_text and not any(map(says_byline, lines[i + 1 : i + PIECES]))
        return paragraphs > 1 and (joined or paragraphs > PIECES)
    below = lines[i + 1] if i + 1 < len(lines) else None
    text = below is not None and (below.is_text or (below.reason is None and len(below) > LONG))
    return paragraphs > 0 and lines[i].could_head and text


def _is_captioned(lines: list[Line], i: int, last: int, dated: int) -> bool:
    """Whether a sentence between byline and text has a picture's credit below it."""
    line, below = lines[i], lines[i + 1] if i + 1 < len(lines) else None
    if below is None or not (is_credit(below) or below.reason == "picture caption"):
        return False
    # one of two paragraphs is the text's, unless it stands in one block with the credit
    alone = i == 0 or not lines[i - 1].is_text or len(line) <= LONG or (line.gap > 0 and not below.gap)
    return alone and dated >= 0 and i - last <= 2 and len(line) <= CAPTION_LENGTH


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
    if not names or letters("".join(names)) not in (letters(said), letters(placed)):
        return False
    if any(len(name.split()) > 3 for name in names) or i + 1 >= len(lines):
        return False
    signed = i > 0 and re.fullmatch(r"(?:[Vv]on|[Bb]y|[Tt]ext):?", lines[i - 1]) is not None
    dated = any(_is_dated(near) for near in [*lines[max(0, i - 1) : i], *lines[i + 1 : i + 3]])
    return (i == 0 and draft.title is not None) or signed or (i < HEAD and dated)


def _is_dated(line: Line) -> bool:
    """Whether a line is of those between title and text: a byline, a date."""
    found = byline(line)
    return line.reason == "time stamp" or (found is not None and (found[1] is not None or says_byline(line)))
