"""A build that is killed, at whatever moment, breaks nothing and loses nothing that was finished."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from podcaster.project import Project
from tests.unattended.forker import Forker
from tests.unattended.world import article_file, check_feed, leftovers, make_project, wait_until


def clips(project: Project) -> dict[str, int]:
    """The clips that are finished; a clip that is voiced again is another file."""
    return {str(path): path.stat().st_ino for path in (project.folder / "clips").rglob("*.clip")}


def episodes(project: Project) -> dict[str, tuple[int, bytes]]:
    """The episodes that are finished: their manifests, and their sounds as files."""
    return {
        path.name: (path.with_suffix(".mp3").stat().st_ino, path.read_bytes())
        for path in project.audio.glob("*.json")
        if not path.name.endswith(".chapters.json")
    }


def workers_of(project: Project) -> list[str]:
    """Processes that have the project's lock file, or any other of its files, open."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            found += [
                str(fd) for fd in (process / "fd").iterdir() if str(project.folder) in str(fd.readlink())
            ]
        except OSError:
            continue
    return found


#: What is not needed to break off in, and takes time.
SHORT = '[speech]\nnotice = ""\nbyline = false\n'


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_kills(tmp_path: Path, seed: int) -> None:
    """After each of 50 kills the feed is whole, and the next run finishes, voicing nothing finished again."""
    dice = random.Random(seed)
    killed = 0
    with Forker() as forker:
        number, duration = 0, 1.0
        while killed < 50:
            if number % 20 == 0:  # the feed stays short, and first runs are killed, too
                project = make_project(tmp_path / str(number), SHORT)
            for _ in range(2):
                number += 1
                article_file(project.folder / "articles", number, count=1)
            if number % 20 > 4:  # an article that has its episode changes
                article_file(project.folder / "articles", number - 3, count=2)
            before = episodes(project)
            status = forker.build(project.folder, dice.uniform(0, duration))
            killed += status == -9
            if (project.feeds / "podcast.xml").exists():
                check_feed(project, killed=True)
            voiced, finished = clips(project), episodes(project)
            begun = time.monotonic()
            assert forker.build(project.folder) == 0
            duration = 0.8 * duration + 0.2 * max(0.3, time.monotonic() - begun) if killed > 3 else 1.0
            assert len(check_feed(project)) == (number - 1) % 20 + 1
            assert clips(project).items() >= voiced.items(), "a clip was voiced twice"
            # the manifest is written last: one that is new says that the killed run had finished this one
            unchanged = {name for name, kept in finished.items() if before.get(name, kept)[1] != kept[1]}
            unchanged |= finished.keys() - before.keys()
            after = episodes(project)
            assert {name: after[name] for name in unchanged} == {name: finished[name] for name in unchanged}
            assert leftovers(project.folder) == []
            assert not [p for p in (project.folder / "clips").rglob(".*") if p.is_file()]
        assert wait_until(lambda: not workers_of(project), 10), "a process was left behind"
