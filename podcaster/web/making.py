"""Make the pages of episodes: a few here, many in processes side by side, one for each processor.

The processes are started afresh (`spawn`), as a build has threads that a fork would break. Each gets its
share at the start and ends by itself when that is done: none is left over when this program is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from podcaster.addresses import page_name
from podcaster.episode import read_cues
from podcaster.errors import PodcasterError
from podcaster.files import write_file
from podcaster.model import Cue, Episode
from podcaster.settings import Show
from podcaster.web.episode_page import episode_page

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


def make_pages(audio: Path, feeds: Path, jobs: Sequence[Job]) -> Made:
    """Write the pages of all `jobs` into the folder `feeds`. Raises PodcasterError."""
    processes = min(os.cpu_count() or 1, sum(len(job.episodes) for job in jobs) // FEW)
    if processes < 2:
        return _make(audio, feeds, jobs)
    made: Made = {}
    left: list[Job] = []
    started = [(share, *_start(audio, feeds, share)) for share in _shares(jobs, processes)]
    for share, process, answer in started:
        try:
            result = answer.recv()
        except (EOFError, OSError):  # it was ended from outside, or could not start
            left += share
            continue
        finally:
            answer.close()
            process.join()
        if isinstance(result, PodcasterError):
            raise result
        made |= result
    return made | _make(audio, feeds, left)


def _shares(jobs: Sequence[Job], count: int) -> list[list[Job]]:
    """Deal the episodes out, so that each share has as many of each show."""
    return [
        [Job(job.show, job.episodes[start::count], job.index, job.cover) for job in jobs]
        for start in range(count)
    ]


def _start(
    audio: Path, feeds: Path, share: Sequence[Job]
) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    """Start a process for a share; it answers with what it has made, or the error it met."""
    context = multiprocessing.get_context("spawn")
    mine, its = context.Pipe(duplex=False)
    # JSON is packed and read many times faster than pickles of these nouns are
    packed = [(job.show, msgspec.json.encode(job.episodes), job.index, job.cover) for job in share]
    process = context.Process(target=_work, args=(its, audio, feeds, packed), daemon=True)
    process.start()
    its.close()
    return process, mine


def _work(
    answer: Connection, audio: Path, feeds: Path, packed: Sequence[tuple[Show, bytes, str, str | None]]
) -> None:
    """Do a share, in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    decoder = msgspec.json.Decoder(list[Episode])
    try:
        jobs = [Job(show, decoder.decode(data), index, cover) for show, data, index, cover in packed]
        answer.send(_make(audio, feeds, jobs))
    except PodcasterError as error:
        answer.send(PodcasterError(str(error)))


def _make(audio: Path, feeds: Path, jobs: Sequence[Job]) -> Made:
    """Write pages, one after the other."""
    made: Made = {}
    for job in jobs:
        for episode in job.episodes:
            name = page_name(episode.slug)
            cues = _cues(audio, episode)
            data = episode_page(job.show, episode, cues, index=job.index, cover=job.cover).encode()
            # the record of the pages knows a file that a power cut has cut off
            made[name] = len(data), write_file(feeds / name, data, flush=False)
    return made


def _cues(audio: Path, episode: Episode) -> list[Cue]:
    """Read the transcript; an episode without one has a page all the same."""
    if "vtt" not in episode.files:
        return []
    path = audio / f"{episode.slug}.vtt"
    try:
        return read_cues(path)
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise PodcasterError(f"{path}: cannot be read ({error}); build it again.") from error
