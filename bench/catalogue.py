"""10,000 episodes: how long manifests, feeds and pages take, made new, made again, and with one episode more.

    python bench/catalogue.py [EPISODES]

The first time, the text of every page is made from its transcript too; a build does that for its own
episodes, and keeps it. "all of feeds/ new" is what follows where feeds/ was deleted or the show has another
title. The ratio says how much of that is left where nothing, or one episode, has changed. Processor seconds
count, those of the processes that make pages too; memory is the process's largest resident set.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from podcaster.episode import read_episodes
from podcaster.episode.transcript import webvtt
from podcaster.model import Chapter, Cue, Episode
from podcaster.project import Project
from podcaster.publishing import publish
from podcaster.settings import Settings, Show

CUES = webvtt(Cue(f"Das ist der Satz mit der Nummer {i}.", i * 6.0, i * 6.0 + 5, i + 1) for i in range(50))


def episode(number: int) -> Episode:
    """An episode of five minutes, an hour after the one before."""
    return Episode(
        guid=f"https://zeitung.example/artikel/{number}",
        slug=f"2025-01-01-artikel-{number}",
        title=f"Artikel Nummer {number}: Städte & Gemeinden",
        published=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=number),
        duration=312.4,
        size=2_500_000 + number,
        voice="pico",
        script_hash="0" * 64,
        source=f"articles/{number}.txt",
        chapters=tuple(Chapter(f"Kapitel {i}", i * 60.0, (i + 1) * 60.0) for i in range(5)),
        lead="Ein Vorspann, wie ihn Zeitungen schreiben: zwei Sätze lang. Er sagt, worum es geht.",
        authors=("Erika Beispiel",),
        publisher="Beispielzeitung",
        files=("vtt", "srt", "html", "chapters.json", "jpg"),
    )


def store(audio: Path, made: Episode) -> None:
    """Put an episode's files into a folder; the sound has its length, and no blocks on disk."""
    (audio / f"{made.slug}.json").write_bytes(msgspec.json.encode(made))
    (audio / f"{made.slug}.vtt").write_text(CUES)
    with (audio / f"{made.slug}.mp3").open("wb") as file:
        file.truncate(made.size)
    for suffix in ("srt", "html", "chapters.json", "jpg"):
        (audio / f"{made.slug}.{suffix}").touch()


def timed(name: str, work: Callable[[], object], against: float = 0.0) -> float:
    """Run `work`, and print its seconds by clock and processor, and the ratio to `against`."""
    clock, processor = time.perf_counter(), _processor()
    work()
    clock, processor = time.perf_counter() - clock, _processor() - processor
    ratio = f"  {processor / against:5.2f} of making all" if against else ""
    print(f"{name:28} {clock:6.2f} s by clock, {processor:6.2f} s of processor{ratio}")
    return processor


def _processor() -> float:
    """Seconds of processor that this process and those it started have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main(count: int) -> None:
    """Make the episodes, then publish them four times."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder), Settings(show=Show(base_url="https://pod.example")))
        project.audio.mkdir()
        for number in range(count):
            store(project.audio, episode(number))
        timed("manifests", lambda: read_episodes(project.audio))
        timed("the first time, texts too", lambda: publish(project, read_episodes(project.audio)))
        project.feeds.rename(project.folder / "before")
        whole = timed("all of feeds/ new", lambda: publish(project, read_episodes(project.audio)))
        timed("the same again", lambda: publish(project, read_episodes(project.audio)), whole)
        store(project.audio, replace(episode(count), title="Der neueste"))
        changed: list[Path] = []
        timed(
            "one episode more", lambda: changed.extend(publish(project, read_episodes(project.audio))), whole
        )
        print(f"files written for it: {', '.join(sorted(path.name for path in changed))}")
    print(f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
