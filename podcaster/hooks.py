"""Hooks: commands of the user's own that run when something has happened."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path

from podcaster.errors import PodcasterError


def run_hook(name: str, command: str, folder: Path, changed: Iterable[Path], timeout: float) -> str:
    """Give `command` to the shell in `folder`, and return what it printed.

    It finds the project's folder in PODCASTER_PROJECT and the files that changed, a line each, in
    PODCASTER_CHANGED. Raises PodcasterError with the last line that it printed where it fails, or runs for
    longer than `timeout` seconds: then it is ended, with all that it has started.
    """
    environment = os.environ | {
        "PODCASTER_PROJECT": str(folder),
        "PODCASTER_CHANGED": "\n".join(map(str, changed)),
    }
    with subprocess.Popen(  # noqa: S602 - the user's own line, as in a crontab
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            _end(process)
            raise PodcasterError(f"{name}: did not end within {timeout:g} seconds: {command}") from None
        except BaseException:
            _end(process)
            raise
    if process.returncode:
        last = (said.strip().splitlines() or ["it said nothing"])[-1]
        how = (
            f"signal {-process.returncode}" if process.returncode < 0 else f"exit status {process.returncode}"
        )
        raise PodcasterError(f"{name}: failed with {how} ({last.strip()[:200]}): {command}")
    return said


def _end(process: subprocess.Popen[str]) -> None:
    """End a command and all in its session."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
