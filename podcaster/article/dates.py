"""Dates as German papers and their pages write them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan", "februar feber february feb", "märz mrz mär march", "april apr",
            "mai may", "juni june jun", "juli july jul", "august aug", "september sept sep",
            "oktober october okt oct", "november nov", "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

#: Names of months, as an alternative in a pattern; for use without regard to case.
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

#: "1.11.2022", "01. 11. 22", "1. November 2022", "3. Mai 2024": groups day, month, year.
WRITTEN = rf"(\d{{1,2}})\.\s?(?:(\d{{1,2}})\.|({MONTH})\b\.?)\s?(\d{{4}}|\d{{2}}\b)"

_WRITTEN = re.compile(WRITTEN, re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_date(text: str) -> date | None:
    """The first day that `text` names, written or ISO; None where there is none."""
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _WRITTEN.search(text):
        month = int(match[2]) if match[2] else MONTHS[match[3].lower()]
        year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        return _day(year, month, int(match[1]))
    return None
