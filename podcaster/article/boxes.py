"""What stands between a plain text's paragraphs and is none of it: boxes, captions, menus, footers.

Wording alone tells of single lines only; here position does: what stands in one block with a line that is
surely of a box, between two of them, above a picture's credit, or in a run of short lines at the end.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from statistics import median

from podcaster.article.blocks import BOXES, OPENERS, SMALL, find_blocks, mark_labelled
from podcaster.article.captions import is_bare_credit
from podcaster.article.dates import find_date
from podcaster.article.form import BARE, POINTER
from podcaster.article.lines import BULLET, DATE, Line, block_start, mark
from podcaster.article.people import byline
from podcaster.article.tails import text_before_credit
from podcaster.article.telling import has_verb

#: A caption whose credit stands on the next line has at most so many characters.
CAPTION = 300
#: A line below a credit that could as well be the next subheading is a caption if it is longer.
CAPTION_OR_HEADING = 60
#: Below headlines of other articles, a line is a subheading if it is no longer than so many times theirs.
LONGER = 1.4
#: Below what is no pointer, a box has at most so many short lines.
HEADLINES = 3
#: A teaser has at most so many lines above its last one.
TEASER = 7

#: Who said it: "Fatma, Rentnerin aus Istanbul".
_WHO = re.compile(r"[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w-]+){0,3}, [^.!?:]{3,60}")
#: How long something plays.
_LENGTH = re.compile(r"\d{1,3}:\d\d(?: Min\w*\.?)?|\d+ Min\w*\.?")
#: A kicker has at most so many words.
KICKER = 3
#: "Kicker: Headline", of three words or more.
_HEADLINE = re.compile(r"\w[“”\"]?: \S+ \S+ \S")
#: In a row of them each has at least so many characters.
ROW_OF = 30


def find_boxes(lines: list[Line]) -> None:
    """Give the lines of boxes, captions and lists of contents their reasons."""
    _captions(lines)
    _teasers(lines)
    _contents(lines)
    _pulled(lines)
    _insets(lines)
    find_blocks(lines)
    for run in _runs(lines):
        _box(lines, run)
    mark_labelled(lines)


def is_credit(line: Line) -> bool:
    """Whether a line is all a picture's credit."""
    return line.reason in ("picture caption", "copyright line", "credits") and is_bare_credit(line)


def _runs(lines: list[Line]) -> list[range]:
    """The runs of lines between two paragraphs."""
    paragraphs = [i for i, line in enumerate(lines) if line.is_text]
    return [range(a + 1, b) for a, b in pairwise([-1, *paragraphs]) if b - a > 1]


def _captions(lines: list[Line]) -> None:
    """What stands above a credit, or is said again in a caption, is a caption."""
    for i, line in enumerate(lines):
        if line.reason != "picture caption" and not is_credit(line):
            continue
        for above in lines[max(0, i - 3) : i]:
            text = above.rstrip(".")
            if above.reason is None and len(text) >= 12 and line.startswith(text) and line != above:
                mark(above, "picture caption")
        if is_credit(line):
            _caption_of(lines, i)
    for one, other in pairwise(lines):
        # the text for those who do not see the picture, and the caption: the same
        if one == other and one.reason is None and len(one) > 20 and not one.is_paragraph:
            mark(other, "picture caption")
    for i, line in enumerate(lines[1:], start=1):
        if line.reason == "picture caption" and lines[i - 1] == line:
            mark(lines[i - 1], "picture caption")


def _caption_of(lines: list[Line], i: int) -> None:
    """The lines above a bare credit: all of their block, or a fragment too long for a subheading."""
    start = block_start(lines, i)
    block = lines[start:i]
    own = [line for line in block if line.reason is None]
    if own and text_before_credit(f"{own[-1]} {lines[i]}"):
        return  # a source below a whole paragraph
    if start and 0 < len(own) <= 3 and all(len(line) <= CAPTION for line in own):
        for line in own:
            mark(line, "picture caption")
        return
    above = lines[i - 1] if i else None
    if above is None or above.reason or len(above) > CAPTION:
        return
    between = i + 1 < len(lines) and lines[i + 1].is_paragraph
    fragment = above[-1] == "." and not has_verb(above)
    if fragment or (not above.is_paragraph and (len(above) > CAPTION_OR_HEADING or not between)):
        mark(above, "picture caption")


def _teasers(lines: list[Line]) -> None:
    """What stands in one block above "… mehr", or above date and length, is a teaser with its headline."""
    for i, line in enumerate(lines):
        ends = line.reason == POINTER and re.search(r"\b(?:mehr|weiterlesen)\W*\Z", line, re.IGNORECASE)
        if ends or (line.reason == "time stamp" and re.search(r"\bmin\W*\Z", line, re.IGNORECASE)):
            start = block_start(lines, i)
            if start and i - start <= TEASER:
                for above in lines[start:i]:
                    mark(above, POINTER)
                headline = start > 1 and lines[start - 1].could_head and lines[start - 2].is_paragraph
                if headline and i + 1 < len(lines) and lines[i + 1].could_head:
                    mark(lines[start - 1], POINTER)


def _pulled(lines: list[Line]) -> None:
    """A sentence in one block with who said it ("Fatma, Rentnerin aus Istanbul") is set apart for the eye."""
    for a, line, who, b in zip(lines, lines[1:], lines[2:], lines[3:], strict=False):
        alone = line.gap and not who.gap and b.gap and a.reason != "picture caption"
        if alone and line.is_paragraph and len(line) <= CAPTION and _WHO.fullmatch(who):
            mark(line, "quotation set apart")
            mark(who, "quotation set apart")


def _contents(lines: list[Line]) -> None:
    """Lines in a row that come again below, as subheadings, are a table of contents."""
    last = {str(line): i for i, line in enumerate(lines)}
    again = [i for i, line in enumerate(lines) if line.could_head and last[str(line)] > i + 1]
    for i in again:
        if i - 1 in again or i + 1 in again:
            mark(lines[i], "table of contents")
            if i - 1 not in again and lines[i - 1].could_head and lines[i].gap == 0:
                mark(lines[i - 1], "table of contents")


def _insets(lines: list[Line]) -> None:
    """Kicker, headline and one sentence in a block are of another article, if the text's own are longer.

    The same line again and again is what pictures of a gallery are called.
    """
    lengths = [len(line) for line in lines if line.is_text]
    usual = median(lengths) if lengths else 0
    rows = zip(lines, lines[1:], lines[2:], lines[3:], lines[4:], strict=False)
    for a, kicker, headline, text, b in rows:
        block = kicker.gap and not headline.gap and not text.gap and (b.gap or b.reason)
        worded = len(kicker.split()) <= KICKER < len(headline.split())
        heads = worded and kicker.could_head and headline.could_head
        short = text.is_text and len(text) <= CAPTION and 1.5 * len(text) <= usual
        if block and heads and short and a.is_text and not DATE.match(kicker):
            for line in (kicker, headline, text):
                mark(line, POINTER)
    for one, other in pairwise(lines):
        if one == other and len(one) <= CAPTION_OR_HEADING and not one.is_text:
            mark(one, "picture caption")
            mark(other, "picture caption")


def _box(lines: list[Line], run: range) -> None:
    """The short lines of one run that belong to a box in it."""
    boxed = [i for i in run if lines[i].reason in BOXES]
    _between(lines, run, boxed)
    openers = [i for i in run if lines[i].reason in OPENERS and len(lines[i]) < BARE]
    if not openers:
        _kicked(lines, [i for i in run if lines[i].reason is None])
        return
    last = openers[-1]
    below = [i for i in range(last + 1, run.stop) if lines[i].reason is None]
    airy = any(lines[i].gap for i in range(run.start, min(run.stop + 1, len(lines))))
    attached = takewhile(lambda i: not lines[i].gap, range(last + 1, run.stop))
    block = [i for i in attached if airy and lines[i].reason is None]
    known = last + 1 < run.stop and lines[last + 1].reason == SMALL and airy and not lines[last + 1].gap
    if block or known or _is_whole(lines[last]):  # what names its article needs no headline below it
        if block and _is_attached(lines, run.stop) and _is_shortest(lines, block):
            block.pop()
        below = block
    elif _is_heading_last(lines, last, below) or (
        len(below) == 1 and boxed[-1] != last and boxed[-1] < below[0]
    ):
        below.pop()
    if lines[last].reason != POINTER and len(below) > HEADLINES and not block:
        below = []  # an offer stands for itself; these are a list of the text's
    for i in below:
        mark(lines[i], str(lines[last].reason))


def _between(lines: list[Line], run: range, boxed: list[int]) -> None:
    """Lines between two of a box; what is played, above its length; a date beside any of them."""
    for i in run:
        if i and lines[i].gap == 0 and _LENGTH.fullmatch(lines[i]) and not lines[i - 1].is_paragraph:
            mark(lines[i - 1], "player")
    for a, b in pairwise(boxed):
        most = TEASER if lines[a].reason == POINTER else HEADLINES if lines[a].reason in OPENERS else 1
        if b - a <= most + 1:
            for i in range(a + 1, b):
                mark(lines[i], str(lines[a].reason))
    for i in run if boxed else ():  # "Reporterin Anna Acker / 3 Min / 14.03.2024"
        day = find_date(lines[i])
        if day and byline(lines[i]) == ((), day):
            mark(lines[i], "time stamp")


def _kicked(lines: list[Line], run: list[int]) -> None:
    """Lines like "Kicker: Headline of another article" are pointers above a short subheading, or in a row."""
    if len(run) < 2 or run[0] == 0 or not all(lines[i].could_head for i in run):
        return
    *others, last = (lines[i] for i in run)
    if len(run) == 2 and find_date(others[0]):  # "Panorama 13.03.24" above a headline
        mark(others[0], POINTER)
        mark(last, POINTER)
    heads = ":" not in last
    for line in others:
        if _HEADLINE.search(line) and heads and len(line) > 1.5 * len(last):
            mark(line, POINTER)
    kicked = [lines[i] for i in run if _HEADLINE.search(lines[i]) and len(lines[i]) >= ROW_OF]
    announced = lines[run[0] - 1][-1] == ":" or any(BULLET.match(lines[i]) for i in run)
    if len(kicked) >= 3 and len(kicked) >= 0.6 * len(run) and not announced:
        heading = (heads and last.gap) or (_is_attached(lines, run[-1] + 1) and _is_shortest(lines, run))
        for line in others if heading else [*others, last]:
            mark(line, POINTER)


def _is_attached(lines: list[Line], end: int) -> bool:
    """Whether what ends above line `end` stands right above a paragraph, as browsers set subheadings."""
    return end < len(lines) and lines[end].is_paragraph and not lines[end].gap


def _is_shorter(lines: list[Line], below: list[int]) -> bool:
    """Whether the last of several lines is no headline as the others are, but a subheading."""
    *others, last = (lines[i] for i in below)
    if not others or not last.could_head or byline(last):
        return False
    usual = sum(map(len, others)) / len(others)
    return ":" not in last and len(last) <= CAPTION_OR_HEADING and len(last) < LONGER * usual


def _is_shortest(lines: list[Line], below: list[int]) -> bool:
    """The same where a kicker may stand above the headline."""
    return _is_shorter(lines, below) and len(lines[below[-1]]) <= max(len(lines[i]) for i in below[:-1])


def _is_heading_last(lines: list[Line], opener: int, below: list[int]) -> bool:
    """Whether the last of the short lines below the head of a box is the next subheading."""
    if not below or not lines[below[-1]].could_head:
        return False
    last = lines[below[-1]]
    others = [lines[i] for i in below[:-1]]
    if any(lines[i].gap for i in range(opener, below[-1] + 2) if i < len(lines)):
        if _is_attached(lines, below[-1] + 1):
            return bool(last.gap) or _is_shortest(lines, below)
        # in a block of its own, after another that can be the box
        return bool(last.gap) and (
            bool(others) or lines[opener].reason != POINTER or _is_whole(lines[opener])
        )
    if not others:
        return lines[opener].reason != POINTER or _is_whole(lines[opener])
    return _is_shorter(lines, below)


def _is_whole(line: Line) -> bool:
    """Whether a pointer names what it points to: "Lesen Sie auch: Wie es weitergeht"."""
    return bool(re.search(r":\s*\S", line)) or bool(re.search(r"\bhier\W*\Z", line))
