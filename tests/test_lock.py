"""One run at a time for each project."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from podcaster.errors import TryLaterError
from podcaster.lock import project_lock
from podcaster.project import Project
from tests.unattended.world import article_file, make_project, run

#: Takes the lock, says so, and holds it until its standard input ends.
HOLD = (
    "import sys; from pathlib import Path; from podcaster.lock import project_lock\n"
    "with project_lock(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
)


def hold(state: Path) -> subprocess.Popen[str]:
    """Start a process that has the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(state)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_second_run_says_so_at_once(tmp_path: Path) -> None:
    """While a run has the lock, a second one is told who has it, with exit status 75."""
    with hold(tmp_path) as process:
        with pytest.raises(TryLaterError, match=f"process {process.pid}") as error, project_lock(tmp_path):
            pass
        assert error.value.status == 75
        process.communicate("")
    with project_lock(tmp_path):
        assert (tmp_path / "running.json").exists()
    assert not (tmp_path / "running.json").exists()


def test_waiting_run_gets_its_turn(tmp_path: Path) -> None:
    """With `wait`, a second run begins when the first one ends, and not before."""
    with hold(tmp_path) as process:
        order = []

        def second() -> None:
            with project_lock(tmp_path, wait=True):
                order.append("second")

        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.3)
        assert order == []
        process.communicate("")
        thread.join(20)
    assert order == ["second"]


def test_lock_of_a_killed_process_is_no_obstacle(tmp_path: Path) -> None:
    """A run that was killed leaves its lock file behind, and the next run takes it."""
    with hold(tmp_path) as process:
        process.kill()
    assert (tmp_path / "running.json").exists()
    with project_lock(tmp_path):
        assert f'"pid": {os.getpid()}' in (tmp_path / "running.json").read_text()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with an episode, and one more article in its source."""
    project = make_project(tmp_path_factory.mktemp("project"))
    first = article_file(project.folder / "articles", 1, count=1)
    assert run(project, "build", str(first)).returncode == 0
    article_file(project.folder / "articles", 2, count=1)
    return project


@pytest.mark.parametrize(
    "words", ["build", "build articles/artikel-2.txt", "remove SLUG", "keep SLUG", "feed"]
)
def test_nothing_is_changed_while_a_run_is_at_work(project: Project, words: str) -> None:
    """Every command that writes says so and ends with 75 while another run has the lock; nothing changes."""
    (mp3,) = project.audio.glob("*.mp3")
    arguments = [word.replace("SLUG", mp3.stem) for word in words.split()]
    arguments = [str(project.folder / word) if "/" in word else word for word in arguments]

    def files() -> dict[Path, int]:
        return {
            path: path.stat().st_mtime_ns
            for folder in (project.audio, project.feeds)
            for path in folder.iterdir()
        }

    before = files()
    with hold(project.state) as process:
        result = run(project, *arguments)
        process.communicate("")
    assert result.returncode == 75, result.stderr
    assert f"another run (process {process.pid}" in result.stderr
    assert files() == before
