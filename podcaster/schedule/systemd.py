"""The same as systemd has it: a service that builds what is new, and a timer that starts it.

Units of the user's own manager, in ~/.config/systemd/user. A time that was missed because the machine slept
is made up for (`Persistent`), which cron does not do.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from podcaster.errors import PodcasterError
from podcaster.files import write_file
from podcaster.schedule.crontab import command_of

_DAY_NAMES = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAYS = "sun mon tue wed thu fri sat".split()


def units(folder: Path, times: Iterable[str], log: Path | None = None) -> dict[str, str]:
    """Write service and timer for the project at `folder`: file name -> text."""
    folder = folder.absolute()
    name = unit_name(folder)
    command = " ".join(_quoted(word) for word in command_of(folder, log))
    service = (
        f"[Unit]\nDescription=podcaster: builds what is new in {_escaped(str(folder))}\n"
        "Wants=network-online.target\nAfter=network-online.target\n\n"
        "# 75: try again later, as the timer does anyway\n"
        f"[Service]\nType=oneshot\nExecStart={command}\nSuccessExitStatus=75\nNice=10\n"
    )
    calendar = "".join(f"OnCalendar={line}\n" for when in times for line in calendar_times(when))
    timer = (
        f"[Unit]\nDescription=podcaster: when to build in {_escaped(str(folder))}\n\n"
        f"[Timer]\n{calendar}Persistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
    return {f"{name}.service": service, f"{name}.timer": timer}


def write_units(folder: Path, times: Iterable[str], log: Path | None = None) -> list[Path]:
    """Write the units to where the user's systemd finds them, and give their paths, the timer last."""
    paths = []
    for name, text in units(folder, times, log).items():
        write_file(unit_folder() / name, text)
        paths.append(unit_folder() / name)
    return paths


def start_timer(timer: str) -> str | None:
    """Have the user's systemd read the units anew and start `timer`, now and at every login.

    Gives why it does not run: there is no systemd, or it says no.
    """
    return _systemctl("daemon-reload") or _systemctl("enable", "--now", timer)


def stop_timer(timer: str) -> str | None:
    """Stop and forget `timer`, before its file goes; gives why that was not possible."""
    return _systemctl("disable", "--now", timer)


def _systemctl(*words: str) -> str | None:
    """Ask the user's systemd; what it said if it failed."""
    if not shutil.which("systemctl"):
        return "there is no systemctl here"
    try:
        done = subprocess.run(
            ["systemctl", "--user", *words], capture_output=True, text=True, timeout=30, check=False
        )
    except subprocess.TimeoutExpired:
        return "systemctl does not answer"
    return None if done.returncode == 0 else " ".join(done.stderr.split()) or "systemctl failed"


def installed_units(folder: Path) -> list[Path]:
    """Give the project's units that are there."""
    paths = [unit_folder() / f"{unit_name(folder)}.{kind}" for kind in ("service", "timer")]
    return [path for path in paths if path.exists()]


def remove_units(folder: Path) -> list[Path]:
    """Delete the project's units, and give their paths."""
    paths = installed_units(folder)
    for path in paths:
        try:
            path.unlink()
        except OSError as error:
            raise PodcasterError(f"{path}: cannot be removed: {error.strerror or error}.") from error
    return paths


def unit_folder() -> Path:
    """Where the user's own units stand (systemd.unit(5))."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def unit_name(folder: Path) -> str:
    """Name the units after the folder; the hash of its path tells two of the same name apart."""
    path = folder.absolute()
    word = re.sub(r"[^A-Za-z0-9]+", "-", path.name).strip("-") or "podcast"
    return f"podcaster-{word[:40]}-{hashlib.sha256(os.fsencode(path)).hexdigest()[:8]}"


def calendar_times(cron: str) -> list[str]:
    """Write a cron expression as OnCalendar= has it (systemd.time(7)).

    Given a day of the month and one of the week, cron means either, OnCalendar both: two lines then.
    """
    minute, hour, day, month, weekday = cron.split()
    clock = f"{_field(hour, 0, (), 2)}:{_field(minute, 0, (), 2)}:00"
    months = _field(month, 1, _MONTHS, 2)
    days = _weekdays(weekday)
    if weekday != "*" and day != "*":
        return [f"*-{months}-{_field(day, 1, (), 2)} {clock}", f"{days}*-{months}-* {clock}"]
    return [f"{days}*-{months}-{_field(day, 1, (), 2)} {clock}"]


def _field(text: str, first: int, names: Iterable[str], width: int) -> str:
    """Write a field: systemd has `..` for a range, and a step counts from a value, not from `*`."""
    return ",".join(_part(part, first, list(names), width) for part in text.split(","))


def _part(part: str, first: int, names: list[str], width: int) -> str:
    span, _, step = part.partition("/")
    start, _, end = span.partition("-")

    def number(word: str) -> str:
        value = names.index(word.lower()) + first if word.lower() in names else int(word)
        return f"{value:0{width}}"

    if span == "*":
        return f"{first:0{width}}/{step}" if step and step != "1" else "*"
    value = f"{number(start)}..{number(end)}" if end else number(start)
    return f"{value}/{step}" if step else value


def _weekdays(text: str) -> str:
    """Name the days of the week, with a space after them; nothing for all of them."""
    chosen: set[str] = set()
    for part in text.lower().split(","):
        span, _, step = part.partition("/")
        start, _, end = span.partition("-")
        low, high = (0, 6) if span == "*" else (_weekday(start), _weekday(end or start))
        chosen |= {_DAY_NAMES[day] for day in range(low, high + 1, int(step or 1))}
    week = [day for day in _DAY_NAMES[1:] if day in chosen]
    return "" if len(week) == 7 else ",".join(week) + " "


def _weekday(word: str) -> int:
    return _DAYS.index(word) if word in _DAYS else int(word)


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


def _quoted(word: str) -> str:
    """Quote a word as systemd.service(5) has it: C escapes in double quotes; `%` and `$` are doubled."""
    if re.fullmatch(r"[\w@+=:,./-]+", word, re.ASCII):
        return word
    inside = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{inside}"'
