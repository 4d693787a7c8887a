"""When: times as people say them, as cron writes them.

A cron expression has five fields: minute, hour, day of the month, month, day of the week (0, 7: Sunday).
"""

from __future__ import annotations

import re

from podcaster.errors import UsageError

#: Words for a choice of days -> cron's field for the day of the week.
_DAYS = {
    "täglich": "*",
    "jeden tag": "*",
    "daily": "*",
    "every day": "*",
    "werktags": "1-5",
    "weekdays": "1-5",
    "wochenends": "0,6",
    "am wochenende": "0,6",
    "weekends": "0,6",
    "montags": "1",
    "dienstags": "2",
    "mittwochs": "3",
    "donnerstags": "4",
    "freitags": "5",
    "samstags": "6",
    "sonnabends": "6",
    "sonntags": "0",
}
_FIXED = {
    "stündlich": "0 * * * *",
    "jede stunde": "0 * * * *",
    "hourly": "0 * * * *",
    "every hour": "0 * * * *",
    "halbstündlich": "*/30 * * * *",
    "jede halbe stunde": "*/30 * * * *",
    "jede minute": "* * * * *",
    "every minute": "* * * * *",
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
}
#: "alle 30 Minuten", "every 2 hours"
_EVERY = re.compile(r"(?:alle|every) (\d{1,4}) (minuten|minutes|stunden|hours)")
#: "täglich um 5:30 und 17.30 Uhr", "werktags 6 Uhr"
_AT = re.compile(rf"({'|'.join(_DAYS)})(?: um| at)? ((?:[\d:. ,]|uhr|und|and)+)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?: uhr)?")

_HINT = 'say "stündlich", "alle 30 Minuten", "täglich 5:30", or a cron expression as "30 5 * * *"'


def cron_times(text: str) -> tuple[str, ...]:
    """Write `text` as cron expressions; together they are all the times that it names.

    Raises UsageError for what is no time, and for a rhythm that cron cannot keep ("alle 45 Minuten").
    """
    wanted = " ".join(text.casefold().split())
    wanted = wanted.replace("stuendlich", "stündlich").replace("taeglich", "täglich")
    if wanted in _FIXED:
        return (_FIXED[wanted],)
    if every := _EVERY.fullmatch(wanted):
        return (_rhythm(int(every[1]), every[2], text),)
    if at := _AT.fullmatch(wanted):
        return _clock_times(at[2], _DAYS[at[1]], text)
    if _is_cron(wanted):
        return (wanted,)
    raise UsageError(f'"{text}" is no time; {_HINT}.')


def _rhythm(number: int, unit: str, text: str) -> str:
    """cron starts anew every hour and every day, so only what divides them is even."""
    minutes = unit.startswith("min")
    whole = 60 if minutes else 24
    if number and minutes and number % 60 == 0:
        number, minutes, whole = number // 60, False, 24
    if number == 0 or whole % number:
        fits = ", ".join(str(n) for n in range(1, whole + 1) if whole % n == 0)
        raise UsageError(f'"{text}" is a rhythm that cron cannot keep; a number that it can: {fits}.')
    if minutes:
        return "0 * * * *" if number == 60 else f"*/{number} * * * *".replace("*/1 ", "* ")
    return "0 0 * * *" if number == 24 else f"0 */{number} * * *".replace("*/1 ", "* ")


def _clock_times(clocks: str, days: str, text: str) -> tuple[str, ...]:
    """One expression for each minute that is named: those at the same minute share one."""
    hours: dict[int, list[int]] = {}
    for clock in re.split(r",|und|and", clocks):
        found = _CLOCK.fullmatch(clock.strip())
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise UsageError(f'"{text}": "{clock.strip()}" is no time of day; {_HINT}.')
        hours.setdefault(int(found[2] or 0), []).append(int(found[1]))
    return tuple(
        f"{minute} {','.join(map(str, sorted(set(at))))} * * {days}" for minute, at in sorted(hours.items())
    )


def _is_cron(text: str) -> bool:
    from crontab import CronSlices

    return len(text.split()) == 5 and bool(CronSlices.is_valid(text))
