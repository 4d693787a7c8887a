"""What stands between a plain text's paragraphs and is none of it: boxes, captions, menus, footers.

Wording alone tells of single lines only; here position does: what stands in one block with a line that is
surely of a box, between two of them, above a picture's credit, or in a run of short lines at the end.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from podcaster.article.agencies import agency_tail, is_sign
from podcaster.article.captions import is_bare_credit
from podcaster.article.dates import find_date
from podcaster.article.lines import BULLET, HEADING_LENGTH, LONG, Line
from podcaster.article.people import byline, signature
from podcaster.article.tails import text_before_credit
from podcaster.article.telling import addresses_reader, has_verb

#: "Lesen Sie auch" without a headline behind it has at most so many characters.
POINTER = 45
#: A caption whose credit stands on the next line has at most so many characters.
CAPTION = 300
#: A line below a credit that could as well be the next subheading is a caption if it is longer.
CAPTION_OR_HEADING = 60
#: Below headlines of other articles, a line is a subheading if it is no longer than so many times theirs.
LONGER = 1.4
#: A teaser has at most so many lines above its last one.
TEASER = 7
#: Readers' comments stand below this share of all paragraphs (characters), or more.
COMMENTED = 0.3
#: Below the sign that ends a text there are paragraphs of other articles, at most this share of all.
SIGNED_BELOW = 0.4
#: At most this share of a text (characters) stands in paragraphs below its end.
BELOW = 0.2

_POINTER = "pointer to other articles"
#: Boxes with more lines than the one that says what they are.
_OPENERS = frozenset(
    {
        _POINTER,
        "appeal to the reader",
        "newsletter or subscription",
        "social media channel",
        "appeal for support",
        "author box",
    }
)
#: Lines of boxes; of the others ("Anzeige", a caption) each stands for itself.
_BOXES = _OPENERS | {"embedded content that is not shown", "buttons of the page"}
#: Boxes with sentences of their own.
_ADVERTS = frozenset(
    {"newsletter or subscription", "social media channel", "appeal for support", "appeal to the reader"}
)
#: Where the whole text is from, below it: "Quelle: F.A.Z.".
_SOURCE = re.compile(r"Quellen?: [^:]{2,40}")
#: Who said it: "Fatma, Rentnerin aus Istanbul".
_WHO = re.compile(r"[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w-]+){0,3}, [^.!?:]{3,60}")
#: How long something plays.
_LENGTH = re.compile(r"\d{1,3}:\d\d(?: Min\w*\.?)?|\d+ Min\w*\.?")
_SINGLE = frozenset({"time stamp", "picture caption", "advertisement", "table of contents", "table"})
#: What stands below articles and never between their paragraphs.
_FOOTER = re.compile(
    r"\W*(?:impressum|datenschutz\w*|agb|kontakt|meistgelesen\w*|neueste artikel|top-?artikel|mediadaten|"
    r"cookie-einstellungen|nutzungsbedingungen|barrierefreiheit|kommentare? lesen.*|zur startseite|"
    r"mehr zum thema|©.*)\W*\Z",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"(?:unsere |verwendete |weitere )?(?:quellen|literatur|quellenangaben|links)\W*\Z", re.IGNORECASE
)
#: The heading of readers' comments, and what stands beside each of them.
_COMMENTS = re.compile(
    r"(?:\d+ |die (?:beliebtesten|neuesten) |alle )?(?:leser)?"
    r"(?:kommentare?|postings?|ergänzungen|reaktionen)\b.{0,20}\Z",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\A(?:melden|antworten|zitieren|zum kommentar|\d{1,2}\.\d{1,2}\.\d{4},? \d{1,2}[:.]\d{2}.{0,4})\Z",
    re.IGNORECASE,
)
_BOX_LABEL = "box beside the article"


def find_boxes(lines: list[Line]) -> None:
    """Give the lines of boxes, captions and lists of contents their reasons."""
    _captions(lines)
    _teasers(lines)
    _contents(lines)
    _pulled(lines)
    _boxed_sentences(lines)
    _blocks(lines)
    for run in _runs(lines):
        _box(lines, run)
    _labelled(lines)


def is_credit(line: Line) -> bool:
    """Whether a line is all a picture's credit."""
    return line.reason in ("picture caption", "copyright line", "credits") and is_bare_credit(line)


def _mark(line: Line, reason: str) -> None:
    line.reason = line.reason or reason


def _runs(lines: list[Line]) -> list[range]:
    """The runs of lines between two paragraphs."""
    paragraphs = [i for i, line in enumerate(lines) if line.is_paragraph]
    return [range(a + 1, b) for a, b in pairwise([-1, *paragraphs]) if b - a > 1]


def _captions(lines: list[Line]) -> None:
    """What stands above a credit, or is said again in a caption, is a caption."""
    for i, line in enumerate(lines):
        if line.reason != "picture caption" and not is_credit(line):
            continue
        for above in lines[max(0, i - 3) : i]:
            text = above.rstrip(".")
            if above.reason is None and len(text) >= 12 and line.startswith(text) and line != above:
                _mark(above, "picture caption")
        if is_credit(line):
            _caption_of(lines, i)
    for one, other in pairwise(lines):
        # the text for those who do not see the picture, and the caption: the same
        if one == other and one.reason is None and len(one) > 20 and not one.is_paragraph:
            _mark(other, "picture caption")
    for i, line in enumerate(lines[1:], start=1):
        if line.reason == "picture caption" and lines[i - 1] == line:
            _mark(lines[i - 1], "picture caption")


def _caption_of(lines: list[Line], i: int) -> None:
    """The lines above a bare credit: all of their block, or a fragment too long for a subheading."""
    start = i
    while start and lines[start].gap == 0:
        start -= 1
    block = lines[start:i]
    own = [line for line in block if line.reason is None]
    if own and text_before_credit(f"{own[-1]} {lines[i]}"):
        return  # a source below a whole paragraph
    if start and 0 < len(own) <= 3 and all(len(line) <= CAPTION for line in own):
        for line in own:
            _mark(line, "picture caption")
        return
    above = lines[i - 1] if i else None
    if above is None or above.reason or len(above) > CAPTION:
        return
    between = i + 1 < len(lines) and lines[i + 1].is_paragraph
    fragment = above[-1] == "." and not has_verb(above)
    if fragment or (not above.is_paragraph and (len(above) > CAPTION_OR_HEADING or not between)):
        _mark(above, "picture caption")


def _teasers(lines: list[Line]) -> None:
    """What stands in one block above "… mehr", or above date and length, is a teaser with its headline."""
    for i, line in enumerate(lines):
        ends = line.reason == _POINTER and re.search(r"\b(?:mehr|weiterlesen)\W*\Z", line, re.IGNORECASE)
        if ends or (line.reason == "time stamp" and re.search(r"\bmin\W*\Z", line, re.IGNORECASE)):
            start = i
            while start and lines[start].gap == 0:
                start -= 1
            if start and i - start <= TEASER:
                for above in lines[start:i]:
                    _mark(above, _POINTER)
                headline = start > 1 and lines[start - 1].could_head and lines[start - 2].is_paragraph
                if headline and i + 1 < len(lines) and lines[i + 1].could_head:
                    _mark(lines[start - 1], _POINTER)


def _pulled(lines: list[Line]) -> None:
    """A sentence in one block with who said it ("Fatma, Rentnerin aus Istanbul") is set apart for the eye."""
    for a, line, who, b in zip(lines, lines[1:], lines[2:], lines[3:], strict=False):
        alone = line.gap and not who.gap and b.gap and a.reason != "picture caption"
        if alone and line.is_paragraph and len(line) <= CAPTION and _WHO.fullmatch(who):
            _mark(line, "quotation set apart")
            _mark(who, "quotation set apart")


def _boxed_sentences(lines: list[Line]) -> None:
    """A short paragraph between two lines of a newsletter's box is of the box."""
    for line, below in pairwise(lines):
        if below.reason in _ADVERTS and below.gap == 0 and line.could_head and addresses_reader(line):
            _mark(line, str(below.reason))
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        same = above.reason in _ADVERTS and below.reason in _ADVERTS
        if same and line.is_paragraph and len(line) <= CAPTION:
            _mark(line, str(above.reason))


def _contents(lines: list[Line]) -> None:
    """Lines in a row that come again below, as subheadings, are a table of contents."""
    last = {str(line): i for i, line in enumerate(lines)}
    again = [i for i, line in enumerate(lines) if line.could_head and last[str(line)] > i + 1]
    for i in again:
        if i - 1 in again or i + 1 in again:
            _mark(lines[i], "table of contents")
            if i - 1 not in again and lines[i - 1].could_head and lines[i].gap == 0:
                _mark(lines[i - 1], "table of contents")


def _blocks(lines: list[Line]) -> None:
    """Short lines in one block with a newsletter's or a channel's are of that box."""
    starts = [i for i, line in enumerate(lines) if line.gap] + [len(lines)]
    for a, b in pairwise(starts):
        reason = next((line.reason for line in lines[a:b] if line.reason in _ADVERTS), None)
        small = b - a <= TEASER and all(len(line) <= CAPTION_OR_HEADING * 3 for line in lines[a:b])
        if reason and len(starts) > 3 and small:
            for line in lines[a:b]:
                _mark(line, reason)


def _box(lines: list[Line], run: range) -> None:
    """The short lines of one run that belong to a box in it."""
    boxed = [i for i in run if lines[i].reason in _BOXES]
    _between(lines, run, boxed)
    openers = [i for i in run if lines[i].reason in _OPENERS and len(lines[i]) < POINTER]
    if not openers:
        _kicked(lines, [i for i in run if lines[i].reason is None])
        return
    last = openers[-1]
    below = [i for i in range(last + 1, run.stop) if lines[i].reason is None]
    airy = any(lines[i].gap for i in range(run.start, min(run.stop + 1, len(lines))))
    attached = takewhile(lambda i: not lines[i].gap, range(last + 1, run.stop))
    block = [i for i in attached if airy and lines[i].reason is None]
    if block or _is_whole(lines[last]):  # what names its article needs no headline below it
        below = block
    elif _is_heading_last(lines, last, below) or (
        len(below) == 1 and boxed[-1] != last and boxed[-1] < below[0]
    ):
        below.pop()
    for i in below:
        _mark(lines[i], str(lines[last].reason))


def _between(lines: list[Line], run: range, boxed: list[int]) -> None:
    """Lines between two of a box; what is played, above its length; a date beside any of them."""
    for i in run:
        if i and lines[i].gap == 0 and _LENGTH.fullmatch(lines[i]) and not lines[i - 1].is_paragraph:
            _mark(lines[i - 1], "player")
    for a, b in pairwise(boxed):
        if lines[a].reason in _OPENERS or b - a <= 2:
            for i in range(a + 1, b):
                _mark(lines[i], str(lines[a].reason))
    for i in run if boxed else ():  # "Reporterin Anna Acker / 3 Min / 14.03.2024"
        day = find_date(lines[i])
        if day and byline(lines[i]) == ((), day):
            _mark(lines[i], "time stamp")


def _kicked(lines: list[Line], run: list[int]) -> None:
    """Of two lines, "Kicker: Headline of another article" above a short subheading is a pointer."""
    if len(run) == 2 and run[0] > 0 and all(lines[i].could_head for i in run):
        first, second = (lines[i] for i in run)
        if find_date(first):  # "Panorama 13.03.24" above a headline
            _mark(first, _POINTER)
            _mark(second, _POINTER)
        if re.search(r"\w: \S.{10}", first) and len(first) > 1.5 * len(second) and ":" not in second:
            _mark(first, _POINTER)


def _is_heading_last(lines: list[Line], opener: int, below: list[int]) -> bool:
    """Whether the last of the short lines below the head of a box is the next subheading."""
    if not below or not lines[below[-1]].could_head:
        return False
    last = lines[below[-1]]
    others = [lines[i] for i in below[:-1]]
    if any(lines[i].gap for i in range(opener, below[-1] + 2) if i < len(lines)):
        # in a block of its own, after another that can be the box
        return bool(last.gap) and (
            bool(others) or lines[opener].reason != _POINTER or _is_whole(lines[opener])
        )
    if not others:
        return lines[opener].reason != _POINTER or _is_whole(lines[opener])
    usual = sum(map(len, others)) / len(others)
    return ":" not in last and len(last) <= CAPTION_OR_HEADING and len(last) < LONGER * usual


def _is_whole(line: Line) -> bool:
    """Whether a pointer names what it points to: "Lesen Sie auch: Wie es weitergeht"."""
    return bool(re.search(r":\s*\S", line)) or bool(re.search(r"\bhier\W*\Z", line))


def _labelled(lines: list[Line]) -> None:
    """The paragraph in one block with "Infobox" or "Zur Person"; what stands below "Quellen" at the end."""
    for i, line in enumerate(lines[:-1]):
        if _SOURCES.match(line) and line.reason:
            rest = [below for below in lines[i + 1 :] if below.reason is None]
            for below in rest if sum(below.is_paragraph and len(below) > LONG for below in rest) < 2 else ():
                if below.is_paragraph and len(below) > LONG and not re.search(r"\d{4}", below):
                    break
                _mark(below, "sources")
        label = line.reason == _BOX_LABEL or re.match(
            r"(?:zur person|zur sache|info)\W*\Z", line, re.IGNORECASE
        )
        if not label or not line.gap or lines[i + 1].gap:
            continue
        for below in lines[i:]:
            if below is not line and below.gap:
                break
            _mark(below, _BOX_LABEL)


def cut_comments(lines: list[Line]) -> None:
    """Give a reason to readers' comments: what stands below their heading and is signed line by line."""
    total = sum(len(line) for line in lines if line.is_paragraph)
    above = 0
    for i, line in enumerate(lines):
        above += len(line) * line.is_paragraph
        if above > COMMENTED * total and _COMMENTS.match(line):
            signed = sum(bool(_SIGNED.search(below)) for below in lines[i + 1 :])
            if signed >= 2:
                for below in lines[i:]:
                    _mark(below, "comments")
                return


def cut_end(lines: list[Line]) -> None:
    """Give a reason to what stands below the text: from where short lines outweigh the paragraphs."""
    total = sum(len(line) for line in lines if line.is_paragraph)
    if (end := _signed_end(lines, total)) is not None:
        for line in lines[end:]:
            _mark(line, "below the text")
    weight = best = 0.0
    cut = len(lines)
    introduced = _introduced(lines)
    below = run = 0
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.is_paragraph:
            below += len(line)
            weight -= 3 + 2 * len(line) / LONG
            run = 0
            if below > BELOW * total:
                break
            continue
        run += 1
        listed = bool(BULLET.match(line)) or i in introduced
        weight += 0 if listed or line.reason in _SINGLE or (run <= 2 and not line.reason) else 1
        weight += bool(_FOOTER.match(line)) * 2
        ends_run = i == 0 or lines[i - 1].is_paragraph
        if ends_run and weight > max(best, 1.5) and not listed:
            best, cut = weight, i
    for line in lines[cut:]:
        _mark(line, "below the text")


def _signed_end(lines: list[Line], total: int) -> int | None:
    """Where the text ends with an agency's or an author's sign, if little stands below it."""
    below = 0
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        paragraph = line.is_paragraph
        sourced = _SOURCE.fullmatch(line) and i + 1 < len(lines) and not lines[i + 1].is_paragraph
        byline = signature(line)
        dated = byline is not None and byline.published is not None
        signed = (paragraph and (agency_tail(line)[1] or dated)) or is_sign(line) or sourced
        if signed:
            return i + 1
        if line.reason == "author box" and len(line) <= POINTER:
            return i
        below += len(line) * paragraph
        if below > SIGNED_BELOW * total:
            return None
    return None


def _introduced(lines: list[Line]) -> set[int]:
    """The lines of lists that a colon announces."""
    found: set[int] = set()
    for i, line in enumerate(lines[1:], start=1):
        may = line.reason is None and not line.is_paragraph and len(line) <= HEADING_LENGTH
        if may and (lines[i - 1][-1] == ":" or i - 1 in found):
            found.add(i)
    return found
