"""Commands of the user's own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from podcaster.errors import PodcasterError
from podcaster.hooks import run_hook


def test_hook_runs_in_the_project(tmp_path: Path) -> None:
    """A hook runs in the project's folder and is told what changed."""
    said = run_hook("after_build", 'pwd; echo "$PODCASTER_CHANGED"', tmp_path, [tmp_path / "a b.xml"], 10)
    assert said.splitlines() == [str(tmp_path), str(tmp_path / "a b.xml")]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("echo one; echo 'no route to host' >&2; exit 12", "exit status 12 (no route to host)"),
        ("exit 3", "exit status 3 (it said nothing)"),
        ("kill -9 $$", "signal 9"),
        ("no-such-program", "exit status 127"),
    ],
)
def test_failure_is_reported_in_one_sentence(tmp_path: Path, command: str, says: str) -> None:
    """A hook that fails is named with how it ended and its last words."""
    with pytest.raises(PodcasterError) as error:
        run_hook("after_build", command, tmp_path, [], 10)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_hook_that_hangs_is_ended(tmp_path: Path) -> None:
    """A hook that does not end is ended, with what it has started, and that is reported."""
    begun = time.monotonic()
    with pytest.raises(PodcasterError, match="did not end within"):
        run_hook("after_build", "sleep 61 & sleep 60", tmp_path, [], 0.3)
    assert time.monotonic() - begun < 10
