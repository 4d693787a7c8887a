"""Make the pages of episodes: a few here, many in processes side by side, one for each processor.

The processes are started afresh (`spawn`), as a build has threads that a fork would break. Each gets its
share at the start and ends by itself when that is done: none is left over when this program is killed.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from podcaster.addresses import page_name
from podcaster.errors import PodcasterError
from podcaster.files import write_file
from podcaster.model import Episode
from podcaster.settings import Show
from podcaster.web.episode_page import episode_page
from podcaster.web.kept_text import KeptTexts

#: Pages that are made in less time than a process takes to start.
FEW = 400


@dataclass(frozen=True, slots=True)
class Job:
    """Pages to make of one show: `index` and `cover` name the files of its page and picture."""

    show: Show
    episodes: Sequence[Episode]
    index: str
    cover: str | None


#: File name -> bytes it has, and whether it was another file before.
Made = dict[str, tuple[int, bool]]


class Making:
    """Pages of `jobs` that are being made in the folder `feeds`, in processes of their own if they are many.

    They are started at once; `made` waits for them, and does the work itself if it is too little to share.
    Leaving the `with` block ends those that nobody has waited for.
    """

    def __init__(self, texts: KeptTexts, feeds: Path, jobs: Sequence[Job]) -> None:
        self._make = partial(_make, texts, feeds)
        processes = min(os.cpu_count() or 1, sum(len(job.episodes) for job in jobs) // FEW)
        shares = _shares(jobs, processes) if processes > 1 else []
        self._left = [] if shares else list(jobs)
        self._started = [(share, *_start(texts, feeds, share)) for share in shares]

    def __enter__(self) -> Making:
        return self

    def __exit__(self, *_: object) -> None:
        for _share, process, answer in self._started:
            process.terminate()
            process.join()
            answer.close()

    def made(self) -> Made:
        """Give what was made. Raises PodcasterError where a page cannot be written or made."""
        made: Made = {}
        while self._started:
            share, process, answer = self._started[0]
            try:
                result = answer.recv()
            except (EOFError, OSError):  # it was ended from outside, or could not start
                self._left += share
                result = {}
            if isinstance(result, PodcasterError):
                raise result
            made |= result
            process.join()
            answer.close()
            del self._started[0]
        return made | self._make(self._left)


def _shares(jobs: Sequence[Job], count: int) -> list[list[Job]]:
    """Deal the episodes out, so that each share has as many of each show."""
    return [
        [Job(job.show, job.episodes[start::count], job.index, job.cover) for job in jobs]
        for start in range(count)
    ]


def _start(
    texts: KeptTexts, feeds: Path, share: Sequence[Job]
) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    """Start a process for a share; it answers with what it has made, or the error it met."""
    context = multiprocessing.get_context("spawn")
    mine, its = context.Pipe(duplex=False)
    # JSON is packed and read many times faster than pickles of these nouns are
    packed = [(job.show, msgspec.json.encode(job.episodes), job.index, job.cover) for job in share]
    process = context.Process(target=_work, args=(its, texts, feeds, packed), daemon=True)
    process.start()
    its.close()
    return process, mine


def _work(
    answer: Connection, texts: KeptTexts, feeds: Path, packed: Sequence[tuple[Show, bytes, str, str | None]]
) -> None:
    """Do a share, in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    gc.disable()  # pages leave no cycles behind
    decoder = msgspec.json.Decoder(list[Episode])
    try:
        jobs = [Job(show, decoder.decode(data), index, cover) for show, data, index, cover in packed]
        answer.send(_make(texts, feeds, jobs))
    except PodcasterError as error:
        answer.send(PodcasterError(str(error)))


def _make(texts: KeptTexts, feeds: Path, jobs: Sequence[Job]) -> Made:
    """Write pages, one after the other."""
    made: Made = {}
    for job in jobs:
        for episode in job.episodes:
            name = page_name(episode.slug)
            section = texts.section(episode)
            data = episode_page(job.show, episode, section, index=job.index, cover=job.cover).encode()
            # the record of the pages knows a file that a power cut has cut off
            made[name] = len(data), write_file(feeds / name, data, flush=False)
    return made
