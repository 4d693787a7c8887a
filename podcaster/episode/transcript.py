"""Transcript: what is heard, as written, in cues; as WebVTT, SRT and HTML.

A cue is a sentence. One that does not fit two lines of 42 characters (what subtitle guidelines, such as the
BBC's and Netflix's, hold readable) becomes several, in proportion to their length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
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
    """Cut a sentence into pieces that fit a cue, of about equal length, preferably after a comma."""
    if not sentence or len(wrap(sentence)) <= LINES:
        return [sentence] if sentence else []
    words = sentence.split(" ")
    if len(words) == 1:
        return [sentence]
    # The cut nearest the middle, where a comma, a colon or a dash is worth 12 characters of distance.
    best, position, score = 1, 0, float("inf")
    for index, word in enumerate(words[:-1], 1):
        position += len(word) + 1
        distance = abs(position - len(sentence) / 2) - (12 if word[-1:] in ",;:–" else 0)
        if distance < score:
            best, score = index, distance
    return [*split(" ".join(words[:best])), *split(" ".join(words[best:]))]


def wrap(text: str) -> list[str]:
    """Break a cue's text into lines of at most 42 characters; a longer word stands alone, uncut."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= LINE:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


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
    r"^(\d+)[.\d]*\n(\d+):(\d\d):(\d\d\.\d{3}) --> (\d+):(\d\d):(\d\d\.\d{3}).*\n(.+(?:\n.+)*)",
    re.MULTILINE,
)


def read_cues(path: Path) -> list[Cue]:
    """Read the cues back from a WebVTT file that `webvtt` wrote. Raises OSError where there is none."""
    return [
        Cue(
            html.unescape(" ".join(text.split())),
            int(h) * 3600 + int(m) * 60 + float(s),
            int(hours) * 3600 + int(minutes) * 60 + float(seconds),
            int(sentence),
        )
        for sentence, h, m, s, hours, minutes, seconds, text in _CUE.findall(path.read_text(encoding="utf-8"))
    ]
