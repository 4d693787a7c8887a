"""Written German to spoken German."""

from __future__ import annotations

import re

from podcaster.speech import numbers

_MONTHS = (
    "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember".split()
)
_MONTH_OF = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_MONTH = "(?:" + "|".join(_MONTHS) + ")"


def spoken(text: str) -> str:
    """Written German as a newsreader says it: numbers, dates, abbreviations and signs as words."""
    text = re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)
    text = re.sub(r"[<>]", " ", text)
    text = re.sub(
        r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b",
        lambda m: _date(int(m[1]), int(m[2]), int(m[3])) or m[0],
        text,
    )
    text = re.sub(rf"\b(\d{{1,2}})\.(?=\s*{_MONTH}\b)", lambda m: _ordinal(int(m[1])), text)
    text = re.sub(r"(?<![\d.,])(1[1-9]\d\d|20\d\d)(?![\d.,]*\d)", lambda m: numbers.year(int(m[1])), text)
    text = re.sub(r"(?<=\d)[.  '’](?=\d{3}\b)", "", text)
    text = re.sub(r"(\d+),(\d+)", lambda m: numbers.decimal(m[1], m[2]), text)
    text = re.sub(r"(\d+)\s?%", lambda m: f"{m[1]} Prozent", text)
    text = re.sub(r"\b(\d{1,3})\.(?=\s[A-ZÄÖÜ][a-zäöü]+)", lambda m: _ordinal(int(m[1])), text)
    text = re.sub(r"\d+", _plain, text)
    return " ".join(text.split())


def _plain(match: re.Match[str]) -> str:
    return (
        numbers.cardinal(int(match[0])) if len(match[0]) <= numbers.MOST_DIGITS else numbers.digits(match[0])
    )


def _ordinal(n: int) -> str:
    return numbers.ordinal_stem(n) + "en"


def _date(day: int, month: int, of_year: int) -> str | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{_ordinal(day)} {_MONTH_OF[month - 1]} {numbers.year(of_year)}"
