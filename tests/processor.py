"""Processor time, as a multiple of what a fixed job takes on the same processor in the same minute.

A bound in seconds measures the machine as much as the code: half as quick a one, or one that others use too,
fails it with nothing changed.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_WORDS = re.compile(r"\b([A-ZÄÖÜ]?[a-zäöüß]+|\d+)\b")
_TEXT = "Am 3. Mai 1989 kamen 2.400 Menschen aus Wien, wie der Bürgermeister der Stadt am Abend sagte. " * 400


def _fixed_job() -> None:
    """What podcaster's own work is made of: expressions, look-ups, short strings, and many small objects."""
    counts: dict[str, int] = {}
    for _ in range(30):
        words = [found[1] for found in _WORDS.finditer(_TEXT)]
        for place, word in enumerate(words):
            counts[f"{word}{place}"] = counts.get(word, 0) + len(word)
        _WORDS.sub(lambda found: found[0].lower().replace("e", "ee"), _TEXT)
    sorted(counts, key=counts.__getitem__)


@dataclass
class Work:
    """How often the fixed job could have been done meanwhile; there when the block has ended."""

    jobs: float = 0.0


@contextmanager
def measured(*, children: bool = False) -> Iterator[Work]:
    """Count the work of this process, or of the processes that it starts and that end in the block."""
    found = Work()
    before = _fixed_seconds()
    begun = _seconds(children)
    yield found
    taken = _seconds(children) - begun
    found.jobs = taken / max(before, _fixed_seconds())


def _fixed_seconds() -> float:
    begun = time.process_time()
    _fixed_job()
    return time.process_time() - begun


def _seconds(children: bool) -> float:
    if not children:
        return time.process_time()
    used = os.times()
    return used.children_user + used.children_system
