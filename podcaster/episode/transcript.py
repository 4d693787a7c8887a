"""Transcript: what is heard, as written, in cues; as WebVTT, SRT and HTML.

A cue is a sentence. One that does not fit two lines of 42 characters (what subtitle guidelines, such as the
BBC's and Netflix's, hold readable) becomes several, cut where clauses end; each has its share of the time by
its length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from podcaster.model import Cue, Mix, Script
from podcaster.text import one_line, stamp

LINE = 42
LINES = 2


def cues_of(script: Script, mix: Mix) -> list[Cue]:
    """The cues of an episode, in order."""
    cues: list[Cue] = []
    for number, (utterance, span) in enumerate(zip(script.utterances, mix.spans, strict=True), 1):
        pieces = split(one_line(utterance.written))
        total = sum(map(len, pieces))
        start = span.start
        for index, piece in enumerate(pieces):
            last = index == len(pieces) - 1
            end = span.end if last else start + (span.end - span.start) * len(piece) / total
            cues.append(Cue(piece, start, end, number))
            start = end
    return cues


def split(sentence: str) -> list[str]:
    """Cut a sentence into the pieces that fit a cue and read best: few, of like length, whole clauses.

    What a piece costs is 1, plus the square of how far it is from one and a half lines, plus the cut's cost.
    """
    words = sentence.split(" ")
    if len(words) == 1 or _fits(sentence):
        return [sentence] if sentence else []
    ideal = LINE * 1.5
    #: For the first words: the least cost, and where the last of their pieces begins.
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        cut = _cut_cost(words, end) if end < len(words) else 0.0
        choices = []
        for begin in range(end - 1, -1, -1):
            piece = " ".join(words[begin:end])
            if begin < end - 1 and not _fits(piece):
                break
            choices.append((best[begin][0] + 1 + (len(piece) / ideal - 1) ** 2 + cut, begin))
        best.append(min(choices))
    pieces, end = [], len(words)
    while end:
        begin = best[end][1]
        pieces.append(" ".join(words[begin:end]))
        end = begin
    return pieces[::-1]


def wrap(text: str) -> list[str]:
    """Break a cue's text into lines of at most 42 characters; a longer word stands alone, uncut.

    Two lines are of like length, unless a clause ends nearby.
    """
    lines = _filled(text)
    if len(lines) != LINES:
        return lines
    words = text.split(" ")
    pairs = [(" ".join(words[:n]), " ".join(words[n:]), _cut_cost(words, n)) for n in range(1, len(words))]
    fitting = [pair for pair in pairs if len(pair[0]) <= LINE and len(pair[1]) <= LINE]
    if not fitting:
        return lines
    first, second, _ = min(fitting, key=lambda pair: abs(len(pair[0]) - len(pair[1])) + 12 * pair[2])
    return [first, second]


def _fits(text: str) -> bool:
    return len(text) <= LINE or len(_filled(text)) <= LINES


def _filled(text: str) -> list[str]:
    """Break text into as few lines as can be."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= LINE:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


#: A clause or a part of a list begins with these; a comma stands before most others that do.
_JOINING = frozenset("und oder aber sondern sowie denn doch als wie bis beziehungsweise".split())
#: A phrase begins with these.
_LEADING = frozenset(
    "an am auf aus bei beim durch für gegen hinter in im ins mit nach ohne seit über um unter von vom vor "
    "während wegen zu zum zur zwischen".split()
)
#: What follows belongs to these.
_HOLDING = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine nicht sehr zu rund etwa mehr".split()
)


def _cut_cost(words: Sequence[str], index: int) -> float:
    """How badly a reader is held up by a cut before the word at `index`: 0 where a clause ends, up to 1.5."""
    before, after = words[index - 1], words[index].lower()
    if before[-1:] in tuple(",;:!?–—") or after[:1] in ("–", "—", "("):
        return 0.0
    if after in _JOINING:
        return 0.25
    if before.lower() in _HOLDING or before.lower() in _LEADING or before[-1:] in tuple(".0123456789"):
        return 1.5
    return 0.5 if after in _LEADING else 0.9


def webvtt(cues: Iterable[Cue]) -> str:
    """The transcript as WebVTT (W3C); a cue is named by its sentence's number, and its part."""
    blocks = ["WEBVTT\n"]
    part, sentence = 0, 0
    for cue in cues:
        part = part + 1 if cue.sentence == sentence else 1
        sentence = cue.sentence
        name = f"{sentence}" if part == 1 else f"{sentence}.{part}"
        text = html.escape("\n".join(wrap(cue.text)), quote=False)
        blocks.append(f"{name}\n{stamp(cue.start)} --> {stamp(cue.end)}\n{text}\n")
    return "\n".join(blocks)


def subrip(cues: Iterable[Cue]) -> str:
    """The transcript as SRT."""
    blocks = []
    for number, cue in enumerate(cues, 1):
        text = "\n".join(wrap(cue.text)).replace("-->", "→")
        blocks.append(f"{number}\n{stamp(cue.start, ',')} --> {stamp(cue.end, ',')}\n{text}\n")
    return "\n".join(blocks)


def transcript_html(script: Script, mix: Mix) -> str:
    """The transcript as a page: headings, and a time and a paragraph for each sentence."""
    body = []
    for utterance, span in zip(script.utterances, mix.spans, strict=True):
        text = html.escape(one_line(utterance.written))
        tag = {"title": "h1", "heading": "h2"}.get(utterance.role)
        clock = f'<time datetime="PT{span.start:.3f}S">{stamp(span.start)[:8]}</time>'
        body.append(f"<{tag}>{text}</{tag}>" if tag else f"{clock}\n<p>{text}</p>")
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(script.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(one_line(script.title))}</title>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


_CUE = re.compile(
    r"^(\d+)[.\d]*\n(\d+:\d\d:)(\d\d\.\d{3}) --> (\d+:\d\d:)(\d\d\.\d{3}).*\n(.+(?:\n.+)*)",
    re.MULTILINE,
)


def read_cues(path: Path) -> list[Cue]:
    """Read the cues back from a WebVTT file that `webvtt` wrote. Raises OSError where there is none."""
    return [
        Cue(
            html.unescape(text.replace("\n", " ")),
            _whole_minutes(minutes) + float(seconds),
            _whole_minutes(last_minutes) + float(last_seconds),
            int(sentence),
        )
        for sentence, minutes, seconds, last_minutes, last_seconds, text in _CUE.findall(
            path.read_text(encoding="utf-8")
        )
    ]


@lru_cache(maxsize=1000)
def _whole_minutes(time: str) -> int:
    """Give the seconds of `HH:MM:`; a transcript names the same few minutes in all its cues."""
    hours, minutes, _ = time.split(":")
    return int(hours) * 3600 + int(minutes) * 60
