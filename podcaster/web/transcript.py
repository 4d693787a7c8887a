"""From cues to text for readers: sentences in paragraphs, paragraphs below the chapters' headings.

The cues know neither paragraphs nor headings; the sound does: the pause after a paragraph is longer than the
one after a sentence, and a chapter begins with its heading, spoken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from podcaster.model import Chapter, Cue
from podcaster.text import letters

#: Pauses are exact to 20 ms; one longer than the usual by this much (seconds) ends a paragraph.
LONGER = 0.12
#: Times that differ by less than this (seconds) are the same: they were rounded in different files.
SAME = 0.06


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of the text.

    Attributes:
        heading: As it is spoken; None where the chapter begins without one.
        start: Of the chapter, in seconds.
        paragraphs: Their sentences.
    """

    heading: Cue | None
    start: float
    paragraphs: tuple[tuple[Cue, ...], ...]


def parts_of(cues: Iterable[Cue], chapters: Sequence[Chapter], title: str) -> list[Part]:
    """Lay out the transcript of an episode; its own `title`, which is read first, is left out."""
    sentences = _sentences(cues)
    times = [sentence.start for sentence in sentences]
    usual = _usual_pause(sentences)
    starts = [chapter.start for chapter in chapters] or [0.0]
    parts = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else float("inf")
        first = 0 if number == 0 else bisect_left(times, start - SAME)
        own = sentences[first : bisect_left(times, end - SAME)]
        if number == 0 and own and _alike(own[0].text, title):
            own = own[1:]
        heading = None
        if number and own and _alike(own[0].text, chapters[number].title):
            heading, own = own[0], own[1:]
        parts.append(Part(heading, start, _paragraphs(own, usual)))
    return [part for part in parts if part.heading or part.paragraphs]


def _sentences(cues: Iterable[Cue]) -> list[Cue]:
    """Put the cues of one sentence together again."""
    found: list[Cue] = []
    last = 0
    for cue in cues:
        if last and cue.sentence == last:
            found[-1] = Cue(f"{found[-1].text} {cue.text}", found[-1].start, cue.end, last)
        else:
            found.append(cue)
        last = cue.sentence
    return sorted(found, key=_START)


def _usual_pause(sentences: Sequence[Cue]) -> float:
    """Give the pause after a sentence, in seconds: the shortest of those that are heard often."""
    pauses = Counter([round(after.start - before.end, 1) for before, after in pairwise(sentences)])
    least = pauses.total() / 10
    often = [pause for pause, count in pauses.items() if count >= least]
    return min(often, default=0.0)


def _paragraphs(sentences: Sequence[Cue], usual: float) -> tuple[tuple[Cue, ...], ...]:
    long = usual + LONGER
    ends = [n for n, (one, two) in enumerate(pairwise(sentences), 1) if two.start - one.end > long]
    return tuple(tuple(sentences[one:two]) for one, two in pairwise([0, *ends, len(sentences)]) if one < two)


_START = attrgetter("start")


def _alike(one: str, two: str) -> bool:
    """Whether two texts have the same letters: they were made fit for tags or speech in different places."""
    return one == two or letters(one) == letters(two)
