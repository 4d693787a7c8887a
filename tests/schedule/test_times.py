"""Times as people say them become cron expressions, and OnCalendar lines."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from podcaster.errors import UsageError
from podcaster.schedule import cron_times
from podcaster.schedule.systemd import calendar_times


@pytest.mark.parametrize(
    ("text", "cron"),
    [
        ("stündlich", ["0 * * * *"]),
        ("Stuendlich", ["0 * * * *"]),
        ("halbstündlich", ["*/30 * * * *"]),
        ("alle 30 Minuten", ["*/30 * * * *"]),
        ("alle 1 Minuten", ["* * * * *"]),
        ("every 2 hours", ["0 */2 * * *"]),
        ("alle 120 Minuten", ["0 */2 * * *"]),
        ("alle 60 Minuten", ["0 * * * *"]),
        ("alle 24 Stunden", ["0 0 * * *"]),
        ("täglich 5:30", ["30 5 * * *"]),
        ("täglich um 5.30 Uhr", ["30 5 * * *"]),
        ("werktags 6 Uhr", ["0 6 * * 1-5"]),
        ("werktags 6:00 und 17:30", ["0 6 * * 1-5", "30 17 * * 1-5"]),
        ("täglich 6:15, 12:15 und 18:15", ["15 6,12,18 * * *"]),
        ("sonntags 9:05", ["5 9 * * 0"]),
        ("wochenends 9:00", ["0 9 * * 0,6"]),
        ("30 5 * * mon-fri", ["30 5 * * mon-fri"]),
        ("@daily", ["0 0 * * *"]),
    ],
)
def test_time_becomes_cron(text: str, cron: list[str]) -> None:
    """What people say becomes the cron expression that fires just then."""
    assert list(cron_times(text)) == cron


@pytest.mark.parametrize(
    "text",
    ["", "bald", "alle 45 Minuten", "alle 0 Minuten", "alle 5 Stunden", "täglich 25:00", "täglich 5:75",
     "täglich", "99 * * * *", "* * * *", "5 4 * * * rm -rf /", "@reboot"],
)  # fmt: skip
def test_no_time_is_refused(text: str) -> None:
    """What is no time, or none that cron can keep, is refused in one sentence that says what would do."""
    with pytest.raises(UsageError) as error:
        cron_times(text)
    assert str(error.value).startswith(f'"{text}"')
    assert "\n" not in str(error.value)


CALENDARS = [
    ("0 * * * *", ["*-*-* *:00:00"]),
    ("*/30 * * * *", ["*-*-* *:00/30:00"]),
    ("30 5 * * *", ["*-*-* 05:30:00"]),
    ("15 6,12,18 * * *", ["*-*-* 06,12,18:15:00"]),
    ("0 6 * * 1-5", ["Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00"]),
    ("0 9 * * 0,6", ["Sat,Sun *-*-* 09:00:00"]),
    ("0 9 * * 5-7", ["Fri,Sat,Sun *-*-* 09:00:00"]),
    ("0 9 1-7 jan-mar *", ["*-01..03-01..07 09:00:00"]),
    ("0 9 1 * mon", ["*-*-01 09:00:00", "Mon *-*-* 09:00:00"]),
    ("0 8-18/2 * * *", ["*-*-* 08..18/2:00:00"]),
]


@pytest.mark.parametrize(("cron", "calendar"), CALENDARS)
def test_cron_becomes_calendar(cron: str, calendar: list[str]) -> None:
    """A cron expression becomes the OnCalendar lines that fire at the same times."""
    assert calendar_times(cron) == calendar


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_calendars_are_understood_by_systemd() -> None:
    """systemd reads every line that is written for it."""
    lines = [line for _, calendar in CALENDARS for line in calendar]
    subprocess.run(["systemd-analyze", "calendar", *lines], check=True, capture_output=True)
