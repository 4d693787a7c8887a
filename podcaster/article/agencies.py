"""How news agencies and editors sign: "(dpa/lno)", "red/blatt.at/Agenturen"."""

from __future__ import annotations

import re

#: News agencies and what editors sign with; whole words.
AGENCIES = (
    r"dpa|afp|apa|ap|sda|ots|kna|epd|sid|rtr|reuters|dts|dapd|ddp|bloomberg|keystone|red|redaktion|afx|awp|awi|"
    r"agenturen?|onlineredaktion|rnd"
)

_SIGN = rf"(?:(?:{AGENCIES})(?:[-–]\w{{2,12}})?|[a-z]{{2,4}}|\w+(?: \w+)?(?= ?/))"
_AGENCY_TAIL = re.compile(
    rf"\s*(?:[(\[]\s?(?:mit (?:material|inhalten|informationen) (?:von |der )?|mit |quellen?: ?)?"
    rf"{_SIGN}(?:(?:\s?[,/|]\s?|\s(?:und\s)?){_SIGN})*\s?[)\]]|[–—]\s?(?:{AGENCIES})|©\s?dpa.{{0,60}})[\s.]*\Z",
    re.IGNORECASE,
)
_KNOWN = re.compile(rf"\b(?:{AGENCIES})\b", re.IGNORECASE)


#: Who wrote it, behind the last full stop: "… kostet Geld. (sm)".
_INITIALS = re.compile(
    r"(?<=[.!?“”«»\"]) (?:\([a-zäöü]{2,4}\)|\[[a-zäöü]{2,4}\])\W*\Z|(?<=[a-zäöüß“”]{3}[.!?]) [a-zäöü]{2,3}\Z"
)


def agency_tail(text: str) -> tuple[str, str]:
    """Part `text` from the agencies' sign at its end: "(dpa/lno)", "(APA, red)"; "" where there is none."""
    match = _AGENCY_TAIL.search(text, max(0, len(text) - 80))
    if not match or not _KNOWN.search(match[0]):
        match = _INITIALS.search(text, max(0, len(text) - 10))
    if not match:
        return text, ""
    return text[: match.start()].rstrip(), match[0].strip()


_STATION = re.compile(r"(?:[A-ZÄÖÜ]{2,5}|[a-zäöü]{1,4}|[\w.-]+\.(?:de|at|ch|com|net))\Z")
#: When it was written, behind a sign: "(apa, mh) | Stand: 6.10.2026, 8.12 Uhr".
_STAND = re.compile(
    r"(?<=[\w.)\]])[\s|,–-]+(?:stand|aktualisiert|erstellt)\s*:?[\s\d.,:|–-]*(?:uhr)?\W*\Z", re.IGNORECASE
)


def is_single_sign(text: str) -> bool:
    """Whether `text` is an agency's sign and nothing else: "dpa", "APA"."""
    return bool(_KNOWN.fullmatch(text))


def is_sign(text: str) -> bool:
    """Whether a line is what editors and agencies sign with: "SDA/ber", "(red, APA, 12.3.2024)"."""
    text = _STAND.sub("", text)
    if len(text) > 60:
        return False
    parts = re.split(r"[\s()\[\]/,|&+;–]+", re.sub(r"\d[\d.]*", "", text))
    parts = [part.strip(".") for part in parts if part.strip(".-")]
    known = [part for part in parts if _KNOWN.fullmatch(part)]
    rest = [part for part in parts if not _KNOWN.fullmatch(part)]
    return bool(known) and (len(parts) > 1 or not text[:1].isalnum()) and all(map(_STATION.match, rest))


_PLACE_WORD = r"(?:[A-ZÄÖÜ][\w.’'-]*|am|an der|im|in|bei|ob der|vor der|v\. ?d\. ?H\.|\([A-ZÄÖÜ][\w -]+\))"
_DAY = r"(?:, (?:den )?\d{1,2}\.(?: ?\d{1,2}\.| \w+)(?: ?\d{2,4})?)?"
_PLACE = rf"{_PLACE_WORD}(?:[ /]+{_PLACE_WORD}){{0,5}}{_DAY}"
_NEWS = rf"(?:{AGENCIES}|pm|kap|cid|csr|nag|dpa-afx|idea|[\w-]+\.(?:de|at|ch))"
#: A paper's own code behind a place in capitals: "BERLIN blatt | ".
_OWN = r"(?-i:(?<=[A-ZÄÖÜ]{2}\s)[a-z]{2,5}(?=\s\|\s))"
_CODES = rf"{_NEWS}(?:[-–]\w{{2,12}})?(?:(?:[/,]\s?|\s)[\w.-]{{2,12}}){{0,4}}"
#: "Halle (Saale) (dpa/sa) - ", "FRANKFURT (dpa-AFX) – ", "BERLIN blatt | ", "Wien -sda- ", "(ots) ".
_DATELINE = re.compile(
    rf"(?:(?P<place>(?-i:{_PLACE}))(?P<stop>\.?)(?:\s?,)?\s)?"
    rf"(?:[(\[](?:{_CODES}|[\w.]{{2,12}}/{_CODES})\s?[)\]]|"
    rf"(?<=\s)[-–]{_NEWS}[-–]|(?<=\s){_NEWS}(?:/[\w.]{{2,6}})*(?=\s[|∙•–—-]\s)|{_OWN})"
    r"(?P<mark>\s?[-–—:.,|∙•+]+)?\s*(?=(?-i:[\"„“»«‚‹›A-ZÄÖÜ\d]))",
    re.IGNORECASE,
)
_AGENCY_ITSELF = re.compile(r"agentur|nachrichten|\b(?:die|der|das|den)\b", re.IGNORECASE)


def without_dateline(text: str) -> tuple[str, str]:
    """Part a paragraph from the agency's code behind its place: "Wien (APA) – Der …" -> "Wien – Der …"."""
    match = _DATELINE.match(text)
    if not match or _AGENCY_ITSELF.search(match["place"] or ""):
        return text, ""
    place, rest = match["place"], text[match.end() :]
    if not place:
        return rest, match[0].strip()
    stop = place.endswith(".") or match["stop"] or (match["mark"] or "").strip() == "."
    joint = ". " if stop else " – "
    return f"{place.rstrip('.')}{joint}{rest}", match[0].strip()
