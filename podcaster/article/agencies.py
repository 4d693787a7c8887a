"""How news agencies and editors sign: "(dpa/lno)", "red/ORF.at/Agenturen"."""

from __future__ import annotations

import re

#: News agencies and what editors sign with; whole words.
AGENCIES = (
    r"dpa|afp|apa|ap|sda|ots|kna|epd|sid|rtr|reuters|dts|dapd|ddp|bloomberg|keystone|red|redaktion|afx|awp|awi|"
    r"agenturen?|tagesschau|onlineredaktion"
)

_SIGN = rf"(?:(?:{AGENCIES})(?:[-–]\w{{2,12}})?|[a-z]{{2,4}}|\w+ \w+(?= ?/))"
_AGENCY_TAIL = re.compile(
    rf"\s*(?:[(\[]\s?(?:mit (?:material|inhalten|informationen) (?:von |der )?|mit |quellen?: ?)?"
    rf"{_SIGN}(?:(?:\s?[,/|]\s?|\s(?:und\s)?){_SIGN})*\s?[)\]]|[–—]\s?(?:{AGENCIES})|©\s?dpa.{{0,60}})[\s.]*\Z",
    re.IGNORECASE,
)
_KNOWN = re.compile(rf"\b(?:{AGENCIES})\b", re.IGNORECASE)


#: Who wrote it, behind the last full stop: "… kostet Geld. (sm)".
_INITIALS = re.compile(r"(?<=[.!?“”«»\"]) \([a-zäöü]{2,4}\)\W*\Z")


def agency_tail(text: str) -> tuple[str, str]:
    """Part `text` from the agencies' sign at its end: "(dpa/lno)", "(APA, red)"; "" where there is none."""
    match = _AGENCY_TAIL.search(text, max(0, len(text) - 80))
    if not match or not _KNOWN.search(match[0]):
        match = _INITIALS.search(text, max(0, len(text) - 10))
    if not match:
        return text, ""
    return text[: match.start()].rstrip(), match[0].strip()


_STATION = re.compile(r"(?:[A-ZÄÖÜ]{2,5}|[a-zäöü]{1,4}|[\w-]+\.(?:de|at|ch|com|net))\Z")


def is_sign(text: str) -> bool:
    """Whether a line is what editors and agencies sign with: "SDA/ber", "(red, APA, 12.3.2024)"."""
    if len(text) > 60:
        return False
    parts = [part for part in re.split(r"[\s()/,|&+;]+", re.sub(r"\d[\d.]*", "", text)) if part.strip(".")]
    known = [part for part in parts if _KNOWN.fullmatch(part)]
    rest = [part for part in parts if not _KNOWN.fullmatch(part)]
    return bool(known) and (len(parts) > 1 or not text[:1].isalnum()) and all(map(_STATION.match, rest))
