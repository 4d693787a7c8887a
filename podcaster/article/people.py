"""Who wrote an article: bylines, signatures, and names without what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from podcaster.article.agencies import AGENCIES
from podcaster.article.dates import WRITTEN, find_date

#: A word of a name: capitalised, a title, or a particle.
_NAME_WORD = re.compile(
    r"(?:(?:Dr|Prof|Dipl|Ing|h\.c|med|iur|phil)\.-?|von|van|de|der|den|zu|vom|al|el|bin|da|di|du|le|la|ter|ten|"
    r"[^\W\d_a-zäöüß][\w’'.-]*)\Z"
)
_AGENCY = re.compile(rf"(?:{AGENCIES})(?:[-/ ,]+(?:{AGENCIES}|\w{{2,3}}))*\Z", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,|;|/|\||&|\bund\b|\bsowie\b|\n)\s*")
_BEFORE = re.compile(
    # "Mit Anna Acker sprach Max Muster": nothing but that
    r"^(?-i:(?:Mit (?:[A-ZÄÖÜ]\S+ |von |van |de ){2,4}(?:sprach|sprachen|redete)|"
    r"(?:Das|Dieses) (?:Interview|Gespräch) führten?|Die Fragen stellten?|Interview geführt von|"
    r"(?:Das|Dieses) (?:Interview|Gespräch) wurde geführt von)"
    r"(?=(?: (?:[A-ZÄÖÜ][\w’'.-]*|von|van|de|und|in|aus|für|unsere?)|,){2,8}\.?\Z)\s+)|"
    r"^(?:aus (?-i:[A-ZÄÖÜ]\w+(?: [A-ZÄÖÜ]\w+){0,2}) berichte(?:t|n)\s+|"
    r"(?:(?:ein(?:e)?|gast)?\s*(?:kommentar|beitrag|artikel|analyse|reportage|essay|interview|kolumne|bericht|test|"
    r"gespräch|porträt|protokoll|gastbeitrag)(?:es)?\s+(?=von\b)|"
    # "Eine Glosse von Petra Linde, Ahrenfelde": nothing but that
    r"eine? [\w-]+ (?=von (?-i:(?:[A-ZÄÖÜ]\S+ |von |van |de ){1,3}[A-ZÄÖÜ][\w-]+"
    r"(?:,? (?:und )?[A-ZÄÖÜ][\w-]+){0,3}\Z)))?"
    r"(?:(?:von|by|text|autor(?:in)?(?:nen|en)?(?:/autor(?:in)?)?|foto(?:s)?|protokoll|interview|aufgezeichnet|"
    r"verfasst|geschrieben|(?:veröffentlicht|publiziert|erstellt|bearbeitet)(?=:|\s+von))\b:?\s*)+(?:von\s+)?)",
    re.IGNORECASE,
)
#: After a name: where and for whom somebody writes.
_AFTER = re.compile(r"(?:,?\s+(?:in|aus|für|zzt\.|derzeit)\s+[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?)\.?$")


_ROLE = re.compile(
    r"(?:redakteur|redaktion|reporter|korrespondent|journalist|volont[äa]r|leiter|chef|autor)\w*|\bonline\b",
    re.IGNORECASE,
)


class Signature(NamedTuple):
    """The byline at the end of a text, from character `start` on."""

    start: int
    authors: tuple[str, ...]
    published: date | None


#: Where somebody works, behind the name.
_INSTITUTION = re.compile(
    r"\b(?:\w*anstalt|universität|\w*hochschule|institut\w*|\w*ministerium|\w*agentur|verlag|\w*verband|stiftung)\b",
    re.IGNORECASE,
)
#: "RUNDFUNK SACHSEN", "TV Moskau": capitals without full stops; not "Max MUSTER".
_STATION = re.compile(r"(?<![\w.])[A-ZÄÖÜ]{2,}(?![\w.])(?!\Z)|\A[A-ZÄÖÜ]{2,}\b")


def _bare(name: str) -> str:
    """A name without brackets and stars around it, and without a full stop (but "Anna B." keeps its)."""
    name = name.strip(" ()*")
    return name if re.search(r"\b[A-ZÄÖÜ]\.\Z", name) else name.strip(" .()*")


#: "Anna Acker Redakteurin Politik": what somebody is, behind the name.
_OFFICE_BEHIND = re.compile(
    r",?\s+[\w-]*(?:redakteur|reporter|korrespondent|autor|volontär|journalist|kolumnist|ressortleit)\w*\b.*\Z",
    re.IGNORECASE,
)


def without_office(line: str) -> str:
    """A line without what somebody is, behind the name: "Anna Acker, Redakteurin Politik"."""
    return _OFFICE_BEHIND.sub("", line)


def is_name(text: str) -> bool:
    """Whether `text` could be somebody's name: two to six capitalised words, no digits."""
    words = text.split()
    if _ROLE.search(text):
        return False
    return 2 <= len(words) <= 6 and all(map(_NAME_WORD.match, words)) and not _AGENCY.match(text)


#: "Redakteurin Jana Wolff", "BLATT-Reporter Max Muster": what somebody is, before the name.
_OFFICE = re.compile(
    r"^(?:(?:unser\w*|dem|der) )?[\w-]*(?:redakteur|reporter|korrespondent|autor|volontär)(?:in)?\s+"
    r"(?=[A-ZÄÖÜ]\S+\s+[A-ZÄÖÜ])",
    re.IGNORECASE,
)


#: "Max Muster (Text) und Erika Beispiel (Fotos)": who took the pictures has not written.
_PICTURES = re.compile(
    r"(?:\s*(?:\bund\b|,|;)\s*)?(?:[A-ZÄÖÜ][\w.’'-]*\s+){2,4}\((?:fotos?|bild(?:er)?|illustration(?:en)?|grafik|video)\)",
    re.IGNORECASE,
)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a byline ("Von Max Muster und Erika Beispiel, Berlin"), agencies and places left out."""
    text = _PICTURES.sub("", text)
    text = re.sub(r"\s*\([^)]{0,40}\)", "", _BEFORE.sub("", text.strip()))
    text = re.sub(r"(?<=\w)\s+(?:Fotos?|Bilder)\b:?\s+(?:von\s+)?[A-ZÄÖÜ].*$", "", text)
    names = [_OFFICE.sub("", _bare(_AFTER.sub("", part))) for part in _SPLIT.split(text)]
    names = [name for name in names if is_name(name) and not _INSTITUTION.search(name)]
    # "Anna Acker, RUNDFUNK SACHSEN": beside a person's name, capitals are a station's
    return unique([name for name in names if not _STATION.search(name)] or names)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """`names` once each, in order; case does not count."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.casefold(), name)
    return tuple(seen.values())


_SIGNATURE = re.compile(rf"\(([^()]{{2,120}}?),\s*({WRITTEN})\s*\)[\s.]*\Z", re.IGNORECASE)


def signature(text: str) -> Signature | None:
    """The byline at the end of a text, "(Jo Angerer, APA, 1.11.2022)", "(Jo Angerer)", "Von Jo Angerer"."""
    match = _SIGNATURE.search(text)
    if not match:
        return _names_in_brackets(text)
    return Signature(match.start(), split_names(match[1]), find_date(match[2]))


#: "… will es selbst ziehen. (Anna Acker)", or nothing but that; "Von Anna Acker" behind the last sentence.
_SIGNED = re.compile(r"(?:\A|(?<=[.!?])\s*)(?:\(([^()]{5,80})\)\W*|([Vv]on [^().,:;]{5,60}))\Z")


def _names_in_brackets(text: str) -> Signature | None:
    match = _SIGNED.search(text)
    if not match:
        return None
    names = split_names(match[1] or match[2])
    parts = [part for part in _SPLIT.split(_BEFORE.sub("", match[1] or match[2])) if part]
    whole = len(names) == len(parts) and all(len(name.split()) <= 4 for name in names)
    return Signature(match.start(), names, None) if names and whole else None


_WEEKDAY = "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)"
_BYLINE_DATE = re.compile(
    rf"[\s,|•·–-]*(?:am\s+)?(?:{_WEEKDAY}\b[.,]*\s*)?{WRITTEN}"
    r"(?:\s*[,|•·–-]?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*Uhr)?)?[\s.]*",
    re.IGNORECASE,
)


#: Who is no person but signs: "Redaktion hessenschau.de", "ndr.de", an abbreviation.
_DESK = re.compile(
    r"(?:(?:die )?(?:\w+-?)?[Rr]edaktion(?: [\w.-]+)?|[\w-]+\.(?:de|at|ch|com|net)|[a-zäöü]{2,3})\Z"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b(?: Uhr)?")


#: A line that names a photographer is no byline.
_PICTURED = re.compile(r"(?:foto|bild|video|grafik|illustration)\w*\s*(?::|von\b|by\b)", re.IGNORECASE)


def without_day(line: str) -> str:
    """A byline without its day and time."""
    return " ".join(_BYLINE_DATE.sub(" ", line, count=1).split()).strip(" ,|•·–-")


#: What is counted behind a byline, and where a date is joined to a name: "… 9:21 Uhr 571 Kommentare".
_COUNTED = re.compile(
    r"[\s,|•·–-]+\(?\d+ (?:Kommentare?|Beiträge|Postings?|Ergänzungen)\)?\Z|"
    r"(?<=[a-zäöü])(?=\d{1,2}\.\d{1,2}\.\d)"
)


def byline(line: str) -> tuple[tuple[str, ...], date | None] | None:
    """Names and day of a byline that stands in a line of its own; None where the line is something else.

    "Von Max Muster", "Max Muster, 3. Mai 2024, 10:15 Uhr", "Ein Kommentar von Max Muster", "3. Mai 2024".
    """
    if len(line) > 160 or _PICTURED.match(line):
        return None
    line = _COUNTED.sub("", line)
    day = find_date(line)
    rest = without_day(line) if day else line
    if day and not rest:
        return (), day
    said = bool(_BEFORE.match(rest))
    names = split_names(rest)
    who = _BEFORE.sub("", rest)
    left = len(_SPLIT.split(who))
    if names and (said or day) and left <= 2 * len(names) + 1:
        return names, day
    if said and _DESK.match(who):
        return (who,), day
    parts = [part for part in re.split(r"\s[-–|•·]\s", rest) if is_name(part)]
    if day and len(parts) == 1 and not re.search(r"[.!?]$", rest):  # "3.5.2024 - Anna Acker - in Politik"
        return (parts[0],), day
    if day and _CLOCK.search(line) and len(rest) <= 40 and not re.search(r"[.!?]$", rest):
        return (), day
    return None


#: What stands in the author fields of pages and is nobody's name.
_NOBODY = re.compile(
    r"^(?:https?:|www\.|@)|\.(?:de|at|ch|com|net|org)$|^(?:unbekannt|unknown|admin|redaktion|none|null|autor(?:in)?|n/?a)$|"
    r"^\w*(?:redakteur|reporter|korrespondent|journalist|volont|leiter)\w*\b",
    re.IGNORECASE,
)


def clean_author(text: str) -> tuple[str, ...]:
    """The names in an author field: "Von Max Muster, dpa" -> ("Max Muster",); no addresses, no agencies."""
    if re.match(r"https?:|www\.", text):
        return ()
    if "@" in text:  # "max.muster@blatt.de (Max Muster)"
        text = re.sub(r"[<(]?\S+@[^\s>)]+[>)]?", "", text).strip(" ()")
    text = re.sub(r"\s*\([^)]*\)", "", _BEFORE.sub("", text.strip()))
    names = [_bare(part) if len(part) < 60 else "" for part in _SPLIT.split(text)]
    names = [_OFFICE.sub("", name) for name in names]
    names = [name for name in names if name and not _NOBODY.search(name) and not _AGENCY.match(name)]
    # "Max Muster, Berlin": beside a whole name, a single word is a place
    whole = [name for name in names if " " in name]
    return unique(whole or names)


def agency(text: str) -> tuple[str, ...]:
    """The agencies in an author field that names nobody else: "AFP/dpa" -> ("AFP", "dpa")."""
    names = [part.strip() for part in _SPLIT.split(text)]
    return unique(name for name in names if _AGENCY.match(name))


def says_byline(line: str) -> bool:
    """Whether a line begins as bylines do: "Von …", "Autorin: …", "Ein Kommentar von …"."""
    return bool(_BEFORE.match(line)) and not _PICTURED.match(line)


#: What stands between a byline and the day, or the time it takes to read.
_BAR = re.compile(r"\s*[|·•]\s*|\s+(?=(?:Stand|Aktualisiert|Lesezeit|Veröffentlicht)\b:?)")
_DAY_BEHIND = re.compile(rf"[\s,]*(?:\bam\s+)?\b(?:{_WEEKDAY}\b[.,]*\s*)?{WRITTEN}", re.IGNORECASE)


def said_in(line: str) -> str | None:
    """The part of a line that is a byline: "3.5.2024 | 6 Uhr | Von Max Muster" -> "Von Max Muster"."""
    return next((part for part in _BAR.split(line) if says_byline(part)), None)


def names_said(line: str) -> tuple[str, ...]:
    """The names in a line that says that it is a byline ("Von …", "Autorin: …") or is nothing but a name."""
    if part := said_in(line):
        found = byline(part)
        if (found and found[0]) or not (day := _DAY_BEHIND.search(part)):
            return found[0] if found else split_names(part)
        return split_names(part[: day.start()])
    return (line,) if is_name(line) and len(line.split()) <= 3 else ()


#: The line below a quotation that says whose it is has at most so many characters.
SIGNED = 80
#: "Anton Weiher, Psychologe", "Landwirt Jörn Petersen".
_PERSON = re.compile(r"(?:Dr\. |Prof\. )*(?:[A-ZÄÖÜ][\w’'-]+\.? ){1,3}[A-ZÄÖÜ][\w’'-]+(?:\Z|, | \(| – )")
_ENDS = re.compile(r"[.!?:…]\W*\Z")


def tells_who(line: str) -> bool:
    """Whether a line is a name, and perhaps what somebody is: "Anton Weiher, Psychologe"."""
    who = line.lstrip("–—- ")
    return len(who) <= SIGNED and bool(_PERSON.match(who)) and not _ENDS.search(who)
