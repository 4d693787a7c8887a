"""Boxes that are a few lines between empty ones, known by a label, a button, answers to choose."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from podcaster.article.form import BUTTONS, CHANNEL, EMBEDDED, LETTER, POINTER
from podcaster.article.lines import LONG, Line, block_ranges, mark
from podcaster.article.telling import addresses_reader

#: A box has at most so many lines.
LINES = 7
#: Its sentences have at most so many characters.
SENTENCE = 300
#: A line of one has at most so many.
SHORT = 180
#: Boxes with more lines than the one that says what they are.
OPENERS = frozenset(
    {
        POINTER,
        "appeal to the reader",
        LETTER,
        CHANNEL,
        "appeal for support",
        "author box",
    }
)
#: Lines of boxes; of the others ("Anzeige", a caption) each stands for itself.
BOXES = OPENERS | {EMBEDDED, BUTTONS}
SMALL = "box of short lines"
#: What a label of at most so many characters may stand above.
NOTED = BOXES | {"note on the article", "copyright line"}
LABEL = 30
#: Boxes with sentences of their own.
_ADVERTS = frozenset({LETTER, CHANNEL, "appeal for support", "appeal to the reader"})
#: What kind of article, or of box, the next lines name.
_KINDS = re.compile(
    r"(?:hintergr(?:u|ü)nde?|interview(?: mit .{3,30})?|kommentar|meinung|analyse|reportage|porträt|kolumne|"
    r"leitartikel|live-?ticker|newsblog|liveblog|newsticker|video|podcast|audio|fotos|bilder|grafik|dossier|serie|"
    r"quiz|umfrage|abstimmung|gewinnspiel|exklusiv|plus|termine|stellenmarkt|"
    r"(?:das )?wetter(?: in .{2,30})?|(?:jobs|immobilien)(?: (?:in|aus) .{2,30})?)\W*\Z",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:ja|nein|weiß (?:ich )?nicht|keine meinung|(?:ist )?mir egal|vielleicht)\b.{0,30}\Z", re.IGNORECASE
)
_SOURCES = re.compile(
    r"(?:unsere |verwendete |weitere )?(?:quellen|literatur|quellenangaben|links)\W*\Z", re.IGNORECASE
)
_BOX = "box beside the article"
#: Heads such a box, where it stands in one block with a paragraph.
_LABEL = re.compile(r"(?:zur person|zur sache|info)\W*\Z", re.IGNORECASE)


def find_blocks(lines: list[Line]) -> None:
    """Give the lines of small boxes their reasons."""
    _small_boxes(lines)
    _polls(lines)
    for label, below in pairwise(lines):  # "Hinweis:" above a note
        if label[-1] == ":" and len(label) <= LABEL and not below.gap and below.reason in NOTED:
            mark(label, str(below.reason))
    _boxed_sentences(lines)
    _blocks(lines)


def _small_boxes(lines: list[Line]) -> None:
    """Two or more short lines between empty ones, below a label of their kind or with a button, are a box.

    Below subheadings there are paragraphs.
    """
    for place in block_ranges(lines):
        block = lines[place.start : place.stop]
        if place.start == 0 or not 2 <= len(block) <= LINES or any(line.is_text for line in block):
            continue
        button = any(line.reason in BOXES or line.reason == "advertisement" for line in block)
        if button or _KINDS.match(block[0]):
            for line in block:
                mark(line, SMALL)


def _polls(lines: list[Line]) -> None:
    """Answers to choose, with the question above them and its label."""
    for i, line in enumerate(lines[:-1]):
        if not _ANSWER.match(line) or not _ANSWER.match(lines[i + 1]):
            continue
        start = i
        while start > 0 and i - start < 2 and not lines[start - 1].is_text and lines[start].gap == 0:
            start -= 1
        for answer in takewhile(lambda other: not other.is_text, lines[start : i + LINES]):
            mark(answer, "poll")


def _boxed_sentences(lines: list[Line]) -> None:
    """A short paragraph between two lines of a newsletter's box is of the box."""
    for line, below in pairwise(lines):
        if below.reason in _ADVERTS and below.gap == 0 and line.could_head and addresses_reader(line):
            mark(line, str(below.reason))
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        same = above.reason in _ADVERTS and below.reason in _ADVERTS
        if same and line.is_paragraph and len(line) <= SENTENCE:
            mark(line, str(above.reason))


def _blocks(lines: list[Line]) -> None:
    """Short lines in one block with a newsletter's or a channel's are of that box."""
    blocks = [lines[place.start : place.stop] for place in block_ranges(lines)]
    for block in blocks if len(blocks) > 2 else ():
        reason = next((line.reason for line in block if line.reason in _ADVERTS), None)
        if reason and len(block) <= LINES and all(len(line) <= SHORT for line in block):
            for line in block:
                mark(line, reason)


def mark_labelled(lines: list[Line]) -> None:
    """The paragraph in one block with "Infobox" or "Zur Person"; what stands below "Quellen" at the end."""
    for i, line in enumerate(lines[:-1]):
        if _SOURCES.match(line) and line.reason:
            _mark_sources(lines[i + 1 :])
        if (line.reason == _BOX or _LABEL.match(line)) and line.gap and not lines[i + 1].gap:
            mark(line, _BOX)
            for below in takewhile(lambda other: not other.gap, lines[i + 1 :]):
                mark(below, _BOX)


def _mark_sources(below: list[Line]) -> None:
    """Lines below "Quellen" are sources down to a paragraph without a year, unless the text goes on there."""
    rest = [line for line in below if line.reason is None]
    long = [line for line in rest if line.is_paragraph and len(line) > LONG]
    if len(long) > 1:
        return
    for line in rest:
        if line in long and not re.search(r"\d{4}", line):
            return
        mark(line, "sources")
