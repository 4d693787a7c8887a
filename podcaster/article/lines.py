"""The lines of a plain text, and what each could be by its form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median

from podcaster.article.agencies import agency_tail
from podcaster.article.dates import MONTH
from podcaster.article.draft import Draft, one_line
from podcaster.article.form import BUTTONS, POINTER
from podcaster.article.noise import reason_to_drop, reason_to_drop_alone
from podcaster.article.people import byline
from podcaster.article.telling import has_verb

#: A heading is at most so long (characters, words): the longest subheadings of German papers have about 120.
HEADING_LENGTH = 150
HEADING_WORDS = 22
#: A line that ends in a colon announces a list, and is no subheading, from so many characters on.
ANNOUNCED = 40
#: A sentence has at least so many characters; a paragraph that no teaser has, so many.
SENTENCE = 30
LONG = 90
#: Lines of a text that was wrapped by hand or by a mailer are no longer than this.
WRAP_WIDTH = 100

BULLET = re.compile(r"^(?:[•‣▪●◦·*–—-]|\d{1,2}[.)])\s+(?=\S)")
NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
PERIOD_END = re.compile(r"[.…;,][\"“”«»'’‘)\]]*$")
_SENTENCE_END = re.compile(r"(?:[.…]|[!?])[\"“”«»'’‘)\]]*$")
#: A full stop inside a line, and not that of an abbreviation.
TWO_SENTENCES = re.compile(r"[a-zäöüß]{4}\.[“\"»«]? [\"„»«A-ZÄÖÜ]")
#: The short form of "and company" ends no sentence.
_ABBREVIATED = re.compile(r"\b(?:Co|Nr|St|Dr|etc|usw|Jr|Sr)\.\Z")
#: "… (Anna Acker, 3.5.2024)" behind a full stop.
_SIGNED = re.compile(r"(?<=[.!?“«])\s*\([^()]{2,60}\)\W*\Z")
#: A date as a heading of a live blog: "Mittwoch, 17. 7.".
DATE = re.compile(
    r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\w*,? )?(?:den )?"
    rf"\d{{1,2}}\. ?(?:\d{{1,2}}\.|(?:{MONTH})\b\.?)(?: ?\d{{4}})?:?\Z",
    re.IGNORECASE,
)

#: Where a small letter stands before a capital one, or a date, a copy has joined two elements of the page.
_JOINT = re.compile(r"(?<=[a-zäöüß)])(?=[A-ZÄÖÜ]|\d{1,2}[.:]\d)|(?<=\d{4})(?=\d{1,2}\. [A-Z])")
_JOINED = frozenset({BUTTONS, "time stamp"})
#: Buttons and time stamps in a line have at most so many characters.
JOINED_LINE = 100

#: What bylines could be taken for: "Interview: Max Muster", "Max Muster, 3.5.2024, 10:15 Uhr".
_AS_BYLINES = frozenset({"time stamp", "credits", POINTER})


class Line(str):
    """A line of the text.

    Attributes:
        gap: Empty lines before it.
        reason: Why it is no part of the article; None where it may be.
        heads: Whether it is set as the text's subheadings are, though it ends as a sentence does.
    """

    gap: int = 0
    reason: str | None = None
    heads: bool = False

    @cached_property
    def _is_paragraph(self) -> bool:
        return is_paragraph(self)

    @cached_property
    def _could_head(self) -> bool:
        return could_head(self)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a sentence, or several, of the article."""
        return self.reason is None and not self.heads and self._is_paragraph

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph and no question or exclamation that could be a title."""
        return self.is_paragraph and (
            len(self) > 120 or not re.search(r"[?!]\W*\Z", self) or bool(TWO_SENTENCES.search(self))
        )

    @property
    def could_head(self) -> bool:
        """Whether it has the form of a subheading."""
        return self.reason is None and (self.heads or self._could_head)


def announces(line: str) -> bool:
    """Whether a line is a sentence that announces a list: "Fünf Handgriffe genügen, wenn man sie kennt:"."""
    return line[-1] == ":" and len(line) >= ANNOUNCED and has_verb(line)


def mark(line: Line, reason: str) -> None:
    """Give `line` a reason, if it has none."""
    line.reason = line.reason or reason


def block_start(lines: Sequence[Line], i: int) -> int:
    """The first line of the block (between empty lines) in which line `i` stands."""
    while i and lines[i].gap == 0:
        i -= 1
    return i


def block_ranges(lines: Sequence[Line]) -> list[range]:
    """The blocks, from the first line that has an empty one above it."""
    starts = [i for i, line in enumerate(lines) if line.gap]
    return [range(a, b) for a, b in pairwise([*starts, len(lines)])]


def is_paragraph(line: str) -> bool:
    """Whether a line is a sentence, or several."""
    line = _SIGNED.sub("", agency_tail(line)[0])
    if TWO_SENTENCES.search(line) or len(line) > 2 * HEADING_LENGTH:
        return True
    if _ABBREVIATED.search(line) or not _SENTENCE_END.search(line):
        return False
    verb = has_verb(re.sub('[„“”»«"]', "", line))
    return (len(line) >= SENTENCE and (verb or len(line) > LONG)) or (line.endswith(".") and verb)


def could_head(line: str) -> bool:
    """Whether a line has the form of a subheading."""
    line = agency_tail(line)[0]
    return (
        0 < len(line) <= HEADING_LENGTH
        and len(line.split()) <= HEADING_WORDS
        and (bool(DATE.match(line)) or not PERIOD_END.search(line) or bool(_ABBREVIATED.search(line)))
        and not TWO_SENTENCES.search(line)
        and not BULLET.match(line)
        and not announces(line)
        and not line[0].islower()
        and bool(re.search(r"[^\W\d_]{2}", line))
    )


def read_lines(draft: Draft, text: str) -> list[Line]:
    """The lines that are not empty, each with the reason not to read it, if it has one."""
    lines = _lines(_without_tables(draft, text))
    airy = any(line.gap for line in lines[1:])
    for line in lines:
        line.reason = reason_to_drop(line) or _joined_reason(line)
        found = byline(line) if line.reason in _AS_BYLINES and not is_paragraph(line) else None
        if found and found[0]:
            line.reason = None
    begun = listed = False
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        begun = begun or above.is_paragraph
        listed = announces(above) or (listed and not line.gap and not is_paragraph(line))
        if listed and line.reason == BUTTONS:  # of a list, "Das Fenster öffnen" is a step
            line.reason = reason_to_drop_alone(line)
        own = line.gap and (below.gap or above.is_paragraph)
        alone = below.is_paragraph and (own if airy else above.is_paragraph)
        if line.reason and alone and begun and line[-1] != ":":
            line.reason = reason_to_drop_alone(line)
    return lines


def _joined_reason(line: Line) -> str | None:
    """The reason for what a copy joined: "KommentareDrucken", "Stand: 10:49 UhrLesedauer: 5 Minuten"."""
    if line.endswith("Anzeige") and re.search(r"[a-zäöüß]Anzeige\Z", line):
        return "advertisement"
    parted = _JOINT.sub(" ", line) if len(line) <= JOINED_LINE else line
    reason = reason_to_drop(parted) if parted != line else None
    return reason if reason in _JOINED else None


def _without_tables(draft: Draft, text: str) -> str:
    """Put aside the rows of tables: lines whose cells a browser's copy divides by tabs."""
    rows = text.split("\n")
    cells = [len([cell for cell in row.split("\t") if cell.strip()]) for row in rows]
    kept = []
    for i, row in enumerate(rows):
        beside = [cells[j] for j in (i - 1, i + 1) if 0 <= j < len(rows)]
        if cells[i] > 1 and max(beside, default=0) > 1:
            draft.drop(one_line(row.replace("\t", " | ")), "table")
            kept.append("")
        else:
            kept.append(row)
    return "\n".join(kept)


def _lines(text: str) -> list[Line]:
    """The lines that are not empty; lines of a hard-wrapped paragraph are one."""
    groups: list[tuple[int, list[str]]] = []
    gap = 1
    for raw in text.splitlines():
        line = one_line(raw)
        if not line:
            gap += 1
        elif gap or not groups:
            groups.append((gap, [line]))
            gap = 0
        else:
            groups[-1][1].append(line)
    wrapped = _is_wrapped([group for _, group in groups])
    lines: list[Line] = []
    for gap, group in groups:
        joined = wrapped and not any(BULLET.match(line) for line in group[1:])
        for i, part in enumerate([_unwrap(group)] if joined else group):
            lines.append(Line(part))
            lines[-1].gap = 0 if i else gap
    return lines


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether line ends are the width of a page: inner lines are of one length and break off in sentences."""
    inner = [line for group in groups for line in group[:-1]]
    if len(inner) < 3 or max(map(len, inner)) > WRAP_WIDTH:
        return False
    # a heading right above its paragraph is no wrapped line, and the paragraph is longer than any
    if sum(len(group[-1]) > WRAP_WIDTH for group in groups) > 0.1 * len(groups):
        return False
    broken = sum(not _SENTENCE_END.search(line) for line in inner)
    return broken >= 0.6 * len(inner) and median(map(len, inner)) >= 40


def _unwrap(group: list[str]) -> str:
    """Join lines; a word that was divided at the line's end is put together ("Bundes-\\nrat")."""
    parts = [group[0]]
    for line in group[1:]:
        if re.search(r"[a-zäöüß]-\Z", parts[-1]) and re.match(r"(?!und\b|oder\b|bzw\b|bis\b)[a-zäöüß]", line):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            parts += [" ", line]
    return "".join(parts)
