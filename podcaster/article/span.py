"""Where in a copied page the article stands: between menus and teasers, where there is most text.

Every line has a weight: paragraphs speak for the article; short lines in rows, buttons, and labels that come
again and again, against it; the single sentences of teasers weigh half. The article is the stretch with the
greatest sum (a maximum subsequence, found in one pass).
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from podcaster.article.dates import find_date
from podcaster.article.lines import BULLET, Line, announces
from podcaster.article.people import says_byline

#: A whole paragraph weighs so much, however long it is: one that is no shorter than those which half of the
#: text stands in, within these bounds (characters).
TEXT = 4.0
SHORTEST, FULL = 100, 400
#: The one sentence of a teaser has at most so many.
SENTENCE = 320
#: A label that comes so often, digits aside, is one of the page's ("weiterlesen 5 Minuten", "Antworten").
AGAIN = 4
LABEL = 60
#: Lines that weigh no more part no paragraph from the stretch.
SLACK = 3.0
#: A row of short lines weighs no more, however long it is; above the text, where menus are, not this much.
ROW = 3.5
MENU = 9.0
#: Short lines above a second article's byline weigh more.
PARTED = 2.0
#: An article has so many whole paragraphs, and so many lines between its title and byline.
SEVERAL, HEAD = 3, 6
#: A paragraph that stands alone is no teaser's from this weight on.
WHOLE = 1.4
#: One that is as long as most is the first of the text also above a list.
LONG_ENOUGH = 3.0
#: Texts with fewer lines have no menus and no teasers that this could tell.
FEW = 8


class Span(NamedTuple):
    """Lines `start` to `end` (exclusive) are the article's, from its first paragraph on."""

    start: int
    end: int


def find_span(lines: Sequence[Line]) -> Span:
    """The stretch of the article's paragraphs; all of a short text."""
    paragraph = [line.is_text for line in lines]
    if len(lines) < FEW or not any(paragraph):
        return Span(0, len(lines))
    weights = _weights(lines, paragraph)
    end = _heaviest(_bounded(weights, ROW))[1]
    first = _first_only(lines, weights, end)
    start = _heaviest(_bounded(weights[:first], MENU))[0]
    end = first if first < end else _ended(lines, weights, paragraph, end)
    return Span(_begun(weights, paragraph, start), end)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _weights(lines: Sequence[Line], paragraph: Sequence[bool]) -> list[float]:
    """How much each line speaks for the article."""
    both = list(zip(lines, paragraph, strict=True))
    shapes = Counter(_shape(line) for line, is_text in both if not is_text and len(line) <= LABEL)
    lengths = sorted(len(line) for line, is_text in both if is_text)
    gaps = sorted(line.gap for line in lines if line.gap)
    usual = gaps[len(gaps) // 2] if gaps else 0
    # half of the text stands in paragraphs that are longer
    middle = bisect(list(accumulate(lengths)), sum(lengths) / 2)
    full = max(SHORTEST, min(FULL, lengths[middle]))
    weights: list[float] = []
    last = len(lines) - 1
    listed = announced = False
    for i, line in enumerate(lines):
        above, below = i > 0 and paragraph[i - 1], i < last and paragraph[i + 1]
        if i > 0 and lines[i - 1][-1] == ":" and lines[i - 1].reason is None:
            listed, announced = True, announces(lines[i - 1])
        listed = listed and not paragraph[i] and line.reason is None
        if paragraph[i]:
            alone = not above and not below and len(line) <= SENTENCE
            weight = min(len(line) / full, 1.0) * (TEXT / 2 if alone else TEXT)
        elif len(line) <= LABEL and shapes[_shape(line)] >= AGAIN:
            weight = -1.5
        elif line.reason or (below and line.gap > usual):
            weight = -0.5 if above and below and line.reason else -1.0
        elif line.reason is None and announces(line):
            weight = TEXT / 4
        elif listed or BULLET.match(line):
            weight = 0.1 if announced else -0.1
        else:
            weight = -0.2 if above and below else -0.6
        weights.append(weight)
    return weights


def _bounded(weights: Sequence[float], most: float) -> list[float]:
    """Weights of which no row of short lines says more than `most` against the article."""
    bounded: list[float] = []
    row = 0.0
    for weight in weights:
        row = row + weight if weight < 0 else 0.0
        bounded.append(weight if row >= -most else 0.0)
    return bounded


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """The stretch with the greatest sum."""
    best = total = 0.0
    start = at = end = 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, at = 0.0, i
        total += weight
        if total > best:
            best, start, end = total, at, i + 1
    return start, end


def _first_only(lines: Sequence[Line], weights: Sequence[float], end: int) -> int:
    """The end of the first of several whole articles: above the second byline with its day."""
    paragraphs = 0
    for i in range(end):
        paragraphs += weights[i] >= WHOLE
        if paragraphs < SEVERAL or len(lines[i]) > LABEL * 2 or not says_byline(lines[i]):
            continue
        day = any(find_date(line) for line in lines[i + 1 : i + 3] if len(line) <= LABEL)
        parted = sum(weight for weight in weights[i - HEAD : i] if weight < 0) < -PARTED
        if day and parted:
            return _heaviest(_bounded(weights[: i - HEAD], ROW))[1]
    return end


def _begun(weights: Sequence[float], paragraph: Sequence[bool], start: int) -> int:
    """The first paragraph above `start` that only a caption, a date, buttons stand between."""
    whole = [weight >= LONG_ENOUGH for weight in weights[:start]]
    for i in range(start - 1):
        if whole[i] and whole[i + 1]:  # no menu has two paragraphs in a row
            start = i
            break
    total, found = 0.0, start
    for i in range(start - 1, -1, -1):
        total += weights[i]
        if total < -2 * SLACK:
            break
        if paragraph[i] and (weights[i] >= LONG_ENOUGH or total >= -SLACK):
            found = i
    return found


def _ended(lines: Sequence[Line], weights: Sequence[float], paragraph: Sequence[bool], end: int) -> int:
    """The end of the last whole paragraph below `end` that only pointers and pictures stand between.

    Teasers stand right below their headlines: what stands between empty lines is parted by two boxes, too.
    """
    total, found = 0.0, end
    for i in range(end, len(lines)):
        total += weights[i]
        if total < -2 * SLACK:
            break
        own = lines[i].gap and (i + 1 == len(lines) or lines[i + 1].gap)
        if paragraph[i] and weights[i] >= WHOLE and (own or total >= -SLACK):
            found, total = i + 1, 0.0
    return found
