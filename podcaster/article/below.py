"""What stands below a plain text: readers' comments, teasers, the page's footer."""

from __future__ import annotations

import re
from bisect import bisect
from operator import and_

from podcaster.article.agencies import agency_tail, is_sign
from podcaster.article.dates import MONTH
from podcaster.article.form import BARE
from podcaster.article.lines import BULLET, HEADING_LENGTH, LONG, Line, mark
from podcaster.article.people import signature

#: Readers' comments stand below this share of all paragraphs (characters), or more.
COMMENTED = 0.3
#: Below the sign that ends a text there are paragraphs of other articles, at most this share of all.
SIGNED_BELOW = 0.4
#: Where a text goes on below a sign, its paragraphs are among so many lines.
FOLLOWING = 6
#: At most this share of a text (characters) stands in paragraphs below its end.
BELOW = 0.2
#: Where the whole text is from, below it: "Quelle: F.A.Z.".
_SOURCE = re.compile(r"Quellen?: [^:]{2,40}")
_SINGLE = frozenset({"time stamp", "picture caption", "advertisement", "table of contents", "table"})
#: What stands below articles and never between their paragraphs.
_FOOTER = re.compile(
    r"\W*(?:impressum|datenschutz\w*|agb|kontakt|meistgelesen\w*|neueste artikel|top-?artikel|mediadaten|"
    r"cookie-einstellungen|nutzungsbedingungen|barrierefreiheit|kommentare? lesen.*|zur startseite|"
    r"mehr zum thema|©.*)\W*\Z",
    re.IGNORECASE,
)
#: The heading of readers' comments, and what stands beside each of them.
_COMMENTS = re.compile(
    r"(?:\d+ |die (?:beliebtesten|neuesten) |alle )?(?:leser)?"
    r"(?:kommentare?|comments?|postings?|ergänzungen|reaktionen|meinungen|gedanken zu)\b.{0,20}\Z|"
    r"\d+ (?:kommentare?|comments?|gedanken|antworten|reaktionen) (?:zu|to|on|auf)\b.{0,150}\Z",
    re.IGNORECASE,
)
_REPLY = r"(?:melden|antworten|zitieren|empfehlen|permalink|zum kommentar|auf diesen kommentar antworten)"
_SIGNED = re.compile(
    rf"\A(?:(?:{_REPLY}\W*)+|\d{{1,2}}\.\d{{1,2}}\.\d{{4}},? \d{{1,2}}[:.]\d{{2}}.{{0,4}}|"
    rf"\d{{1,2}}\. ?(?:{MONTH}) \d{{4}}(?:,| um)? \d{{1,2}}[:.]\d{{2}}(?: uhr)?|"
    r"(?:#[\d.]+\W*)?vor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|"
    rf".{{0,50}}\b\d{{1,2}}\. ?(?:\d{{1,2}}\.?|{MONTH}),? ?(?:\d{{2,4}})?\W.{{0,6}}"
    r"\d{1,2}[:.]\d{2}(?: uhr)?\W*(?:antworten|antwort|reply)?\W*|"
    r"[^.!?:]{2,40} (?:sagt|schrieb|meint)(?: am .{6,30})?:)\Z",
    re.IGNORECASE,
)
#: What stands beside a comment has at most so many characters.
SIGNATURE = 80
#: So many of them among so many lines, below so many paragraphs, are comments whatever the text's length.
SIGNS, AMONG, WRITTEN = 3, 25, 3


def cut_comments(lines: list[Line]) -> None:
    """Give a reason to readers' comments: what stands below their heading and is signed line by line."""
    total = sum(len(line) for line in lines if line.is_paragraph)
    signed = [i for i, line in enumerate(lines) if len(line) <= SIGNATURE and _SIGNED.match(line)]
    above = paragraphs = 0
    for i, line in enumerate(lines if len(signed) > 1 else ()):
        above += len(line) * line.is_paragraph
        paragraphs += line.is_paragraph
        if not _COMMENTS.match(line):
            continue
        below = len(signed) - bisect(signed, i)
        near = bisect(signed, i + AMONG) - bisect(signed, i)
        if (below >= 2 and above > COMMENTED * total) or (near >= SIGNS and paragraphs >= WRITTEN):
            for comment in lines[i:]:
                mark(comment, "comments")
            return


def cut_end(lines: list[Line]) -> None:
    """Give a reason to what stands below the text: from where short lines outweigh the paragraphs."""
    total = sum(len(line) for line in lines if line.is_paragraph)
    if (end := _signed_end(lines, total)) is not None:
        for line in lines[end:]:
            mark(line, "below the text")
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
        mark(line, "below the text")


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
        if signed and not _goes_on(lines[i + 1 : i + 1 + FOLLOWING]):
            return i + 1
        if line.reason == "author box" and len(line) <= BARE:
            return i
        below += len(line) * paragraph
        if below > SIGNED_BELOW * total:
            return None
    return None


def _goes_on(lines: list[Line]) -> bool:
    """Whether two long paragraphs in a row follow: the sign above them is that of a picture or a box."""
    long = [line.is_paragraph and len(line) > LONG for line in lines]
    return any(map(and_, long, long[1:]))


def _introduced(lines: list[Line]) -> set[int]:
    """The lines of lists that a colon announces."""
    found: set[int] = set()
    for i, line in enumerate(lines[1:], start=1):
        may = line.reason is None and not line.is_paragraph and len(line) <= HEADING_LENGTH
        if may and (lines[i - 1][-1] == ":" or i - 1 in found):
            found.add(i)
    return found
