"""A process that has everything imported, and starts builds by forking: each begins at once.

Run as a program, it reads from each line of its standard input a number of seconds and the folder of a
project, builds what is new there, kills that after so many seconds (0: never), and prints how it ended.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self


class Forker:
    """The same, from outside; a context manager."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.unattended.forker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            bufsize=1,
        )
        assert self._read() == "ready"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def build(self, project: Path, kill_after: float | None = None) -> int:
        """Build what is new, and kill that after so many seconds; its exit status, -9 if it was killed."""
        assert self._process.stdin
        self._process.stdin.write(f"{kill_after or 0} {project}\n")
        return int(self._read())

    def _read(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


def _kill(pid: int) -> None:
    """Kill a process; one that has just ended by itself is as good."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _main() -> None:
    import podcaster.sound.mixing
    import podcaster.unattended
    import podcaster.voices.pico
    from podcaster.project import load_project

    print("ready", flush=True)
    for line in sys.stdin:
        seconds, folder = line.strip().split(" ", 1)
        pid = os.fork()
        if pid == 0:
            os.setsid()
            news = podcaster.unattended.build_new(load_project(Path(folder)))
            os._exit(news.status)
        signal.signal(signal.SIGALRM, lambda *_, pid=pid: _kill(pid))
        signal.setitimer(signal.ITIMER_REAL, float(seconds))
        _, status = os.waitpid(pid, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    _main()
