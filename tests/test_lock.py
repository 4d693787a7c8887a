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
