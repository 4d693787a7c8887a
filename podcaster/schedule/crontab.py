"""The entry in this user's crontab: marked as ours by its comment, so that it is found again.

python-crontab checks and reads the entry itself. The table around it is edited as text, line by line: it
belongs to somebody, and python-crontab would move variables to its top, which changes what they hold for.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from podcaster.errors import PodcasterError, UsageError

#: Begins the comment that ends each of our lines; the project's folder follows.
MARK = "podcaster"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the crontab that is ours: when (a cron expression), and the command as a shell gets it."""

    when: str
    command: str


def command_of(folder: Path, log: Path | None = None) -> list[str]:
    """Give the command that builds what is new in the project at `folder`, with absolute paths only.

    The lock is the program's own. `-P` keeps Python from importing a folder `podcaster` where cron starts it.
    """
    folder = folder.absolute()
    log = (log or folder / ".podcaster" / "podcaster.log").absolute()
    program = [sys.executable, "-P", "-m", "podcaster", "--project", str(folder)]
    return [*program, "--quiet", "build", "--log", str(log)]


def install(folder: Path, times: Iterable[str], log: Path | None = None) -> list[Entry]:
    """Put an entry for each of `times` into the crontab, in place of the project's former ones."""
    command = shlex.join(command_of(folder, log))
    entries = [Entry(when, command) for when in times]
    _write(with_entries(_read(), folder, entries))
    return entries


def installed(folder: Path) -> list[Entry]:
    """Give the project's entries; none where there is no crontab."""
    return entries_in(_read(), folder)


def remove(folder: Path) -> list[Entry]:
    """Take the project's entries out of the crontab, and give them."""
    table = _read()
    entries = entries_in(table, folder)
    if entries:
        _write(with_entries(table, folder, []))
    return entries


def entries_in(table: str, folder: Path) -> list[Entry]:
    """Find the project's entries in a crontab's text."""
    from crontab import CronTab

    ours = "\n".join(line for line in table.splitlines() if _is_ours(line, folder))
    return [Entry(" ".join(map(str, item.slices)), str(item.command)) for item in CronTab(tab=ours)]


def with_entries(table: str, folder: Path, entries: Iterable[Entry]) -> str:
    """Write a crontab's text with `entries` as the project's only ones; every other line stays as it is."""
    mark = _mark(folder)
    lines = [line for line in table.splitlines() if not _is_ours(line, folder)]
    lines += [f"{entry.when} {_escaped(entry.command)} # {mark}" for entry in entries]
    return "".join(f"{line}\n" for line in lines)


def _escaped(text: str) -> str:
    """A bare percent sign is the end of the command to cron (crontab(5)), in a comment, too."""
    return text.replace("%", r"\%")


def _mark(folder: Path) -> str:
    path = str(folder.absolute())
    if not path.isprintable():
        raise UsageError(f"{path!r}: a crontab cannot name a folder with such characters; rename it.")
    return _escaped(f"{MARK}: {path}")


def _is_ours(line: str, folder: Path) -> bool:
    return line.rstrip().endswith(f"# {_mark(folder)}") and not line.lstrip().startswith("#")


def _read() -> str:
    done = _crontab("-l")
    if done.returncode == 0:
        return done.stdout
    if "no crontab" in done.stderr.lower():
        return ""
    raise PodcasterError(f"crontab -l: {done.stderr.strip() or 'failed'}; the crontab cannot be read.")


def _write(table: str) -> None:
    done = _crontab("-", table)
    if done.returncode:
        raise PodcasterError(f"crontab: {done.stderr.strip() or 'failed'}; the crontab was not changed.")


def _crontab(argument: str, text: str = "") -> subprocess.CompletedProcess[str]:
    if not shutil.which("crontab"):
        raise UsageError("crontab: there is no such program here; install cron, or use --systemd.")
    return subprocess.run(
        ["crontab", argument], input=text, capture_output=True, encoding="utf-8", timeout=30, check=False
    )
