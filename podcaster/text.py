"""Text that every format can hold: XML, ID3, JSON and HTML refuse different characters, these none."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

# Control characters (C0 but tab and newline, DEL, C1), lone surrogates, and what Unicode calls noncharacters.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"[\W_]+")
#: In the order of the year.
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


def clean(text: str) -> str:
    """The text without what no XML document may hold: control characters go, half characters become U+FFFD.

    Line ends become newlines, the ends are trimmed, letters are composed (NFC), so that it is the same text
    after it was written and read again.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text.strip()  # nearly every text, and many times faster
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return unicodedata.normalize("NFC", _BROKEN.sub("\ufffd", _CONTROL.sub("", text))).strip()


def one_line(text: str) -> str:
    """The text, clean, in one line."""
    text = clean(text)
    return text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text).strip()


def letters(text: str) -> str:
    """`text` without anything but letters and digits, in lower case: for comparing."""
    return _NO_LETTERS.sub("", text).casefold()


def shortened(text: str, limit: int) -> str:
    """The text, cut at a word's end where it is longer than `limit` characters; an ellipsis says so."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at_word = head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head
    return at_word.rstrip(" ,;:–-") + "…"


def within(text: str, limit: int) -> str:
    """The text, cut likewise where it has more than `limit` bytes in UTF-8."""
    while len(text.encode()) > limit:
        text = shortened(text, len(text) * 9 // 10)
    return text


def stamp(seconds: float, mark: str = ".") -> str:
    """Format a time as HH:MM:SS.mmm.

    >>> stamp(3723.0456)
    '01:02:03.046'
    """
    ms = round(seconds * 1000)
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}{mark}{ms % 1000:03}"


def clock(seconds: float) -> str:
    """Format a time as apps recognise it in show notes: HH:MM:SS."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def length(seconds: float) -> str:
    """Format how long an episode takes, to the nearest second, as its feed says it.

    >>> length(179.7)
    '00:03:00'
    """
    return clock(round(seconds))


def german_date(day: date) -> str:
    """Format a date as people write it.

    >>> german_date(date(2022, 11, 1))
    '1. November 2022'
    """
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
