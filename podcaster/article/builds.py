"""Boxes amid the text that only their build gives away: they lie as hardly any of the text does."""

from __future__ import annotations

import re
from collections import Counter, deque
from itertools import groupby, islice, pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from podcaster.article.dom import Chunk
from podcaster.article.people import tells_who
from podcaster.article.surroundings import (
    BOX_HEADLINE,
    BOX_TEXT,
    PICTURE_TEXT,
    TOO_BIG,
    Surroundings,
    kind_of,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A link that is a box's button has fewer characters.
BUTTON = 40
#: A box that only its build gives away has at most so many characters.
ODD_TEXT = 700
#: … or, with a headline of its own, this share of the text.
LITTLE = 0.2
#: Paragraphs that lie in their elements as this share of the text does are built as usual.
USUAL = 0.15
#: If so much of the text is built as usual with regard to classes too, they count.
AGREE = 0.8
#: … without what lies in one place alone, so much of it.
MOST = 0.6
#: What heads a summary or a verdict, which is a part of the text wherever it stands.
SUMMARY = re.compile(
    r"(?:das wichtigste|die wichtigsten|(?:darum|worum) (?:es )?geht(?:[’']?s)?|auf einen blick|"
    r"(?:(?:mein|unser) )?fazit|kurz (?:gefasst|zusammengefasst|und knapp)|in kürze|zusammenfassung)\b",
    re.IGNORECASE,
)
#: Lists and quotations may stand anywhere in a text.
_OF_TEXT = frozenset({"ul", "ol", "dl", "li", "blockquote", "details", "table"})

Path = tuple[str, ...]
_NUMBER = re.compile(r"\d+")


class Usual(NamedTuple):
    """How most of the text lies.

    Attributes:
        paths: The tags (and classes) from its chunks up to the container.
        around: The elements that hold some of it.
        heads: The kinds of its headings.
        first, last: The places of its first and last paragraph.
        unfolding: How many elements unfold in it.
    """

    paths: set[Path]
    around: set[HtmlElement]
    heads: set[tuple[str, ...]]
    first: int
    last: int
    unfolding: int

    def box_of(self, chunk: Chunk) -> HtmlElement | None:
        """The largest element around a chunk that holds none of the text; None where even its own does."""
        outside = takewhile(lambda element: element not in self.around, chunk.ancestors())
        return next(iter(deque(outside, maxlen=1)), None)


def note_odd_boxes(
    around: Surroundings, inside: list[Chunk], sure: list[Chunk], container: HtmlElement
) -> Usual:
    """Note in `around` the boxes among the chunks `inside` a container; give how its text lies.

    A box has a headline or ends in a link, is short, lies in its elements as hardly any of the text does,
    and its headline is not of the kind that heads the text.
    """
    told = {chunk.index for chunk in sure}
    text = [chunk for chunk in inside if chunk.index in told]
    paths, usual, alone = _usual_paths(inside, text, container)
    # what lies in one place alone is a box rather than text, if the text has headings or goes on below
    usually = _usually(inside, paths, usual - alone, container)
    together = [chunk.index for chunk in text if paths[chunk.index] not in alone]
    below = together[-2] if len(together) > 1 else 0
    if not usually.heads and any(c.index > below for c in text if paths[c.index] in alone):
        usually = _usually(inside, paths, usual, container)
    for chunk in inside:
        if paths[chunk.index] not in usually.paths:
            _note_odd_box(around, chunk, usually)
    return usually


def _note_odd_box(around: Surroundings, chunk: Chunk, usually: Usual) -> None:
    box = usually.box_of(chunk)
    if (
        box is None
        or box in around.titled
        or around.first[box] is not chunk
        or not _may_be_box(box, chunk, usually)
    ):
        return
    # "Kicker", then the headline
    head = around.heading.get(box, chunk) if len(chunk.text) < BOX_HEADLINE else chunk
    headed = (head.level > 1 or head.bold > 0.9) and _head_kind(head) not in usually.heads
    headed = headed and head.index - chunk.index <= 1 and not head.text.endswith((".", ":"))
    last = around.last[box]
    # a quotation, and whose it is
    signed = last.index == chunk.index + 1 and len(chunk.text) <= PICTURE_TEXT and tells_who(last.text)
    # "App laden": what a box asks for is its last line
    asks = last is not chunk and last.linked > 0.9 and len(last.text) < BUTTON
    longer = headed and usually.first < chunk.index
    most = max(ODD_TEXT, min(BOX_TEXT, LITTLE * around.most)) if longer else ODD_TEXT
    if len(chunk.text) < around.texts[box] <= most and (headed or asks or signed):
        around.reasons[box] = "quotation set apart" if signed else "box beside the article"


def _usual_paths(
    inside: list[Chunk], text: list[Chunk], container: HtmlElement
) -> tuple[dict[int, Path], set[Path], set[Path]]:
    """How each chunk lies in the container, how the text does, and which of that is in one place alone.

    By tags and classes, if these agree; else by tags.
    """
    paths: dict[int, Path] = {}
    usual: set[Path] = set()
    alone: set[Path] = set()
    for classes in (True, False):
        paths = {chunk.index: _path(chunk, container, classes) for chunk in inside}
        weights: Counter[Path] = Counter()
        for chunk in text:
            weights[paths[chunk.index]] += len(chunk.text)
        runs = Counter(path for path, _ in groupby(paths[chunk.index] for chunk in text))
        total = sum(weights.values())
        usual = {path for path, weight in weights.items() if weight >= USUAL * total}
        alone = {path for path in usual if runs[path] == 1 and weights[path] < TOO_BIG * total}
        if sum(weights[path] for path in usual - alone) >= MOST * total:
            return paths, usual, alone
        if sum(weights[path] for path in usual) >= AGREE * total:
            return paths, usual, set()
    return paths, usual, alone


def _usually(inside: list[Chunk], paths: dict[int, Path], usual: set[Path], container: HtmlElement) -> Usual:
    text = [chunk for chunk in inside if paths[chunk.index] in usual and not chunk.level]
    told = {chunk.index for chunk in text}
    above = (head for head, chunk in pairwise(inside) if head.level and chunk.index in told)
    heads = {_head_kind(head) for head in above if head.linked < 0.5}
    around = {container}.union(*(chunk.ancestors() for chunk in text))
    unfolding = sum(1 for _ in container.iter("details"))
    return Usual(usual, around, heads, min(told, default=0), max(told, default=0), unfolding)


def _may_be_box(element: HtmlElement, first: Chunk, usually: Usual) -> bool:
    """Whether an element that `first` opens is none of those that may stand anywhere in a text."""
    if SUMMARY.match(first.text):
        return False
    # questions that unfold are the text's; one thing that is told, or stands alone amid the text, is a box
    unfolding = list(islice(element.iter("details"), 2))
    if unfolding:
        amid = usually.unfolding == 1 and usually.last > first.index
        asks = first.text.endswith("?") and not amid
        return len(unfolding) == 1 and first.level > 0 and not asks
    return element.tag not in _OF_TEXT


def _head_kind(chunk: Chunk) -> tuple[str, ...]:
    return f"h{chunk.level}", *(_NUMBER.sub("", part) for part in kind_of(chunk))


def _path(chunk: Chunk, container: HtmlElement, classes: bool) -> Path:
    """The tags (and classes) from a chunk's element up to the container."""
    path = []
    for element in chunk.ancestors():
        if element is container:
            break
        path.append(
            f"{element.tag} {_NUMBER.sub('', element.get('class') or '')}" if classes else element.tag
        )
    return tuple(path)
