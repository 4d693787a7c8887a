"""One run at a time for each project."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from podcaster.errors import TryLaterError, UsageError
from podcaster.files import write_file
from podcaster.processes import has_died


@contextmanager
def project_lock(state: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the project's lock, a file in its folder `state`, while the block runs.

    The system frees it when the process dies, however it dies. Raises TryLaterError at once where another
    process has it, or waits for as long as that takes if `wait`.
    """
    holder = state / "running.json"
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock = FileLock(state / "lock", timeout=-1 if wait else 0)
        try:
            lock.acquire()
        except Timeout:
            if not _died(holder):
                raise
            lock.acquire(timeout=5)  # a child that it had just begun lets go in a moment
    except Timeout:
        raise TryLaterError(
            f"{state.parent}: {_who(holder)} is at work on it; try again later, or wait with --wait."
        ) from None
    except (OSError, NotImplementedError) as error:
        raise UsageError(
            f"{state}: no lock can be had there ({error}); use a folder that can be written."
        ) from error
    try:
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        write_file(holder, json.dumps({"pid": os.getpid(), "since": since}))
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _died(holder: Path) -> bool:
    """Whether the run that has told of itself in `holder` is no more."""
    try:
        return has_died(json.loads(holder.read_text())["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _who(holder: Path) -> str:
    """Name the run that has the lock, as far as it has told."""
    try:
        known = json.loads(holder.read_text())
        return f"another run (process {known['pid']}, since {known['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another run"
