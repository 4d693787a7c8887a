"""Plain text, as somebody copies it from a newspaper's page: which lines are headings, captions, bylines."""

from __future__ import annotations

import re
from itertools import groupby
from statistics import median

from podcaster.article.dates import MONTH
from podcaster.article.draft import ADDRESS, Block, Draft, Kind, one_line
from podcaster.article.noise import agency_tail, reason_to_drop, reason_to_drop_heading
from podcaster.article.people import byline, split_names
from podcaster.model import Dropped

#: A heading is at most so long (characters, words): the longest subheadings of German papers have about 120.
HEADING_LENGTH = 150
HEADING_WORDS = 22
#: A title may be longer than a heading, a kicker above it is short.
TITLE_LENGTH = 200
KICKER_LENGTH = 45
#: Title, kicker and where the page is found ("Startseite", "Politik") are among so many lines at the top.
TOP = 6
#: In a browser's copy the menu may stand above all that: lines with at most so many characters, half of them.
MENU_LENGTH = 25
#: "Lesen Sie auch" without a headline behind it has at most so many characters; a sentence at least so many.
POINTER = 45
SENTENCE = 30
#: A caption whose credit stands on the next line has at most so many characters.
CAPTION = 300
#: Lines of a text that was wrapped by hand or by a mailer are no longer than this.
WRAP_WIDTH = 100

#: A picture's credit that is all of a line: "Foto: Max Muster/dpa".
_CREDIT = re.compile(
    r"\W*(?:(?:symbol|archiv)?(?:foto|bild)\w*|quelle|grafik|illustration|credits?)\s*:|\W*©", re.IGNORECASE
)

_BULLET = re.compile(r"^(?:[•‣▪●◦·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"(?:[.…]|[!?])[\"“”«»'’‘)\]]*$")
_PERIOD_END = re.compile(r"[.…;,][\"“”«»'’‘)\]]*$")
_ITEM = re.compile(r"[•‣▪●◦*–—-]\s")
#: A line of dialogue: "– „Nein“".
_SPOKEN = re.compile(r"[–—-]\s.*[“”\"]\Z")
#: A full stop inside a line, and not that of an abbreviation.
_TWO_SENTENCES = re.compile(r"[a-zäöüß]{4}\. [\"„»A-ZÄÖÜ]")
#: All of a line in quotation marks.
_QUOTED = re.compile(r"[\"„“»«][^\"„“”»«]+[\"“”«»]\Z")
#: A date as a heading of a live blog: "Mittwoch, 17. 7.".
_DATE = re.compile(
    r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\w*,? )?(?:den )?"
    rf"\d{{1,2}}\. ?(?:\d{{1,2}}\.|(?:{MONTH})\b\.?)(?: ?\d{{4}})?:?\Z",
    re.IGNORECASE,
)


def read_plain(text: str, title: str | None = None) -> Draft:
    """Understand plain text; `title` is the one the user gave, so that a line with it is not read twice."""
    draft = Draft()
    lines = _drop_noise(draft, _lines(text))
    lines = _head(draft, lines, title)
    _bylines(draft, lines)
    draft.blocks = _blocks(lines)
    _end(draft)
    return draft


class _Line(str):
    """A line of the text, with the number of empty lines before it, and whether a time stamp is below it."""

    gap: int = 0
    dated: bool = False


def _line(text: str, gap: int) -> _Line:
    line = _Line(text)
    line.gap = gap
    return line


def _lines(text: str) -> list[_Line]:
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
    lines: list[_Line] = []
    for gap, group in groups:
        if wrapped and not any(_BULLET.match(line) for line in group[1:]):
            lines.append(_line(_unwrap(group), gap))
        else:
            lines.extend(_line(line, gap if i == 0 else 0) for i, line in enumerate(group))
    return lines


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether line ends are the width of a page: inner lines are of one length and break off in sentences."""
    inner = [line for group in groups for line in group[:-1]]
    if len(inner) < 3 or max(map(len, inner)) > WRAP_WIDTH:
        return False
    broken = sum(not _SENTENCE_END.search(line) for line in inner)
    return broken >= 0.6 * len(inner) and median(map(len, inner)) >= 40


def _unwrap(group: list[str]) -> str:
    """Join lines; a word that was divided at the line's end is put together ("Bundes-\\nrat")."""
    text = group[0]
    for line in group[1:]:
        if re.search(r"[a-zäöüß]-$", text) and re.match(r"(?!und\b|oder\b|bzw\b|bis\b)[a-zäöüß]", line):
            text = text[:-1] + line
        else:
            text += " " + line
    return text


def _drop_noise(draft: Draft, lines: list[_Line]) -> list[_Line]:
    """Put aside what is no article by its words."""
    kept: list[_Line] = []
    pointers: list[int] = []
    for i, line in enumerate(lines):
        heads = line.gap and line[-1] != ":" and i + 1 < len(lines) and _is_paragraph(lines[i + 1])
        reason = reason_to_drop(line)
        if heads and reason == "pointer to other articles":
            reason = reason_to_drop_heading(line)
        if reason is None:
            kept.append(line)
            continue
        if reason == "pointer to other articles" and len(line) < POINTER:
            pointers.append(len(kept))
        if reason == "time stamp":
            if draft.published is None:
                found = byline(re.sub(r"^\W*[A-Za-zÄÖÜäöü ]+:?\s+(?=\d)", "", line))
                draft.published = found[1] if found else None
            if kept and kept[-1] is lines[i - 1]:
                kept[-1].dated = True
        if reason == "picture caption" and kept and _is_credit_of(lines, i) and kept[-1] is lines[i - 1]:
            draft.drop(str(kept.pop()), reason)
        draft.drop(str(line), reason)
    return _drop_pointed(draft, kept, pointers)


def _is_credit_of(lines: list[_Line], i: int) -> bool:
    """Whether line `i` is a picture's credit and the line above, in a block with it alone, its caption."""
    alone = lines[i].gap == 0 and i >= 1 and lines[i - 1].gap and (i + 1 == len(lines) or lines[i + 1].gap)
    return bool(alone) and len(lines[i - 1]) <= CAPTION and bool(_CREDIT.match(lines[i]))


def _drop_pointed(draft: Draft, lines: list[_Line], pointers: list[int]) -> list[_Line]:
    """Put aside the headlines below a bare "Lesen Sie auch", never a sentence.

    In one block with it, all are other articles' where an empty line follows. Else the last of them may be
    the next subheading, unless no sentence follows any more.
    """
    gone: set[int] = set()
    for start in pointers:
        end = start
        while end < len(lines) and _is_headline(lines[end]):
            end += 1
        attached = start
        while attached < end and lines[attached].gap == 0:
            attached += 1
        if not any(map(_is_paragraph, lines[end:])):
            gone |= set(range(start, end))
        elif attached > start and (attached == len(lines) or lines[attached].gap):
            gone |= set(range(start, attached)) | set(range(attached, end - 1))
        else:
            gone |= set(range(start, end - 1))
    for i in sorted(gone):
        draft.drop(str(lines[i]), "pointer to other articles")
    return [line for i, line in enumerate(lines) if i not in gone]


def _is_headline(line: str) -> bool:
    return _could_head(line) and not _DATE.match(line)


def _is_paragraph(line: str) -> bool:
    """Whether a line is a sentence, or several."""
    return bool(_TWO_SENTENCES.search(line)) or (len(line) >= SENTENCE and bool(_SENTENCE_END.search(line)))


def _may_be_title(line: str) -> bool:
    quoted = bool(_QUOTED.match(line)) and len(line) <= HEADING_LENGTH
    return len(line) <= TITLE_LENGTH and (quoted or not _PERIOD_END.search(line)) and byline(line) is None


def _head(draft: Draft, lines: list[_Line], title: str | None) -> list[_Line]:
    """Find the title among the first lines: the line with the title given, else one over a paragraph."""
    same = _letters(title or "")
    for i, line in enumerate(lines[:4]):
        if same and _letters(line) == same:
            for above in lines[:i]:
                draft.drop(str(above), "above the title")
            return lines[i + 1 :]
    at = _title_at(lines)
    if at is None:
        return lines
    for above in lines[:at]:
        draft.drop(str(above), "kicker above the title" if at == 1 else "above the title")
    if title is None:
        draft.title = str(lines[at])
    else:
        draft.drop(str(lines[at]), "title line; another title was given")
    return lines[at + 1 :]


def _title_at(lines: list[_Line]) -> int | None:
    """Which of the lines above the first paragraph is the title."""
    top = 0
    while top < len(lines) and _may_be_title(lines[top]) and not _BULLET.match(lines[top]):
        top += 1
    menu = top > TOP and median(map(len, lines[:top])) <= MENU_LENGTH
    top = top if menu else min(top, TOP)
    if not 0 < top < len(lines):
        return None
    if menu:  # the longest of the last lines above the text, and no standfirst
        near = [i for i in range(top - 4, top) if not _TWO_SENTENCES.search(lines[i])]
        return max(near or [top - 1], key=lambda i: len(lines[i]))
    if top >= 4:  # where the page is found, then the title, the longest of them
        return max(range(top), key=lambda i: len(lines[i]))
    return int(top >= 2 and len(lines[0]) <= KICKER_LENGTH and len(lines[0]) < len(lines[1]))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _bylines(draft: Draft, lines: list[_Line]) -> None:
    """Take bylines off the first and the last lines; a paragraph above the byline is the lead."""
    places = [i for i in range(len(lines)) if i < 4 or i >= len(lines) - 2]
    taken = []
    for i in places:
        found = byline(lines[i])
        if found is None and _is_bare_name(draft, lines, i):
            found = (split_names(lines[i]), None)
        if found is None or (found[0] and draft.authors):
            continue
        draft.authors = draft.authors or found[0]
        draft.published = draft.published or found[1]
        draft.dropped.append(Dropped(str(lines[i]), "byline, said at the start"))
        taken.append(i)
    if taken and taken[0] in (1, 2) and taken[0] < len(lines) - 1 and draft.title:
        draft.lead = " ".join(lines[: taken[0]])
        taken.extend(range(taken[0]))
    for i in sorted(taken, reverse=True):
        del lines[i]


def _is_bare_name(draft: Draft, lines: list[_Line], i: int) -> bool:
    """Whether a line is authors' names: right below the title, or above a date (as "Neue Ufer" is not)."""
    names = split_names(lines[i])
    if not names or _letters("".join(names)) != _letters(re.sub(r"\b(?:und|sowie)\b", "", lines[i])):
        return False
    if any(len(name.split()) > 3 for name in names) or i + 1 >= len(lines):
        return False
    below = byline(lines[i + 1])
    dated = lines[i].dated or (below is not None and below[1] is not None)
    return (i == 0 and draft.title is not None) or (i < 4 and dated)


def _could_head(line: str) -> bool:
    """Whether a line has the form of a subheading."""
    line = agency_tail(line)[0]
    return (
        0 < len(line) <= HEADING_LENGTH
        and len(line.split()) <= HEADING_WORDS
        and (bool(_DATE.match(line)) or not _PERIOD_END.search(line))
        and not _TWO_SENTENCES.search(line)
        and not _BULLET.match(line)
        and not line[0].islower()
        and bool(re.search(r"[^\W\d_]{2}", line))
    )


def _blocks(lines: list[_Line]) -> list[Block]:
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
            if lines[i].gap <= 1 and len(addressed) >= 3:
                kinds[i] = "question"
    blocks = []
    for line, kind in zip(lines, kinds, strict=True):
        text = _BULLET.sub("", line, count=1) if kind == "item" else str(line)
        blocks.append(Block(text, kind))
    return blocks


def _end(draft: Draft) -> None:
    """Short lines below the text: one is its last words, several are the headlines of other articles."""
    last = len(draft.blocks)
    while last and draft.blocks[last - 1].kind == "heading":
        last -= 1
    if len(draft.blocks) - last == 1:
        draft.blocks[-1].kind = "body"
    for block in draft.blocks[last + 1 :] and draft.blocks[last:]:
        draft.drop(block.text, "line below the text")
        draft.blocks.remove(block)


def _kinds(lines: list[_Line]) -> list[Kind]:
    """Of each line by itself and the lines around it: heading, list item or body."""
    kinds: list[Kind] = []
    for may_head, group in groupby(lines, key=_could_head):
        run = list(group)
        # four and more short lines in a row are a list
        kind: Kind = "body" if not may_head else "heading" if len(run) < 4 else "item"
        for line in run:
            if _ITEM.match(line) and not _SPOKEN.match(line):
                kinds.append("item")
            else:
                kinds.append("heading" if _DATE.match(line) else kind)
    return kinds
