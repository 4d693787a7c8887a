"""What a rule is, and the patterns that many rules share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from podcaster.speech.rules.needs import Needs, needs
from podcaster.text import MONTHS


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: what is replaced, by what, with an example that a test runs.

    Attributes:
        name: What it is about.
        written: An example.
        spoken: What the whole table makes of the example.
        pattern: What is looked for.
        replace: The match to its replacement, or a template as for re.sub. Digits may stay: the rules for numbers come last.
    """

    name: str
    written: str
    spoken: str
    pattern: re.Pattern[str]
    replace: Callable[[re.Match[str]], str] | str
    _needs: tuple[Needs, ...] = field(init=False, repr=False, compare=False)
    _any_case: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_needs", needs(self.pattern))
        object.__setattr__(self, "_any_case", bool(self.pattern.flags & re.IGNORECASE))

    def __call__(self, text: str) -> str:
        seen = text if not self._any_case else text.lower()
        for group in self._needs:
            for string in group:
                if string in seen:
                    break
            else:
                return text
        return self.pattern.sub(self.replace, text)

    def said(self, match: re.Match[str]) -> str:
        """What one match becomes."""
        return match.expand(self.replace) if isinstance(self.replace, str) else self.replace(match)


def rule(
    name: str,
    written: str,
    spoken: str,
    pattern: str,
    replace: Callable[[re.Match[str]], str] | str,
    flags: int = 0,
) -> Rule:
    """A row of the table; `replace` may be a template as for re.sub."""
    return Rule(name, written, spoken, re.compile(pattern, flags), replace)


#: A whole number, with points, apostrophes or spaces between thousands.
INT = r"(?:\d{1,3}(?:[.'’ ]\d{3}){1,5}(?!\d)|\d{1,24})"
#: A number with or without decimals.
NUM = rf"{INT}(?:,\d{{1,24}})?"
#: What must not stand before a number for it to begin there.
START = r"(?<![\d.,:\w])"
MINUS = "[-−–]"
MONTH_NAMES = {
    **{m: m for m in MONTHS},
    "Jänner": "Jänner", "Feber": "Feber", "Jan": "Januar", "Jän": "Jänner", "Feb": "Februar", "Mrz": "März", "Apr": "April",
    "Jun": "Juni", "Jul": "Juli", "Aug": "August", "Sep": "September", "Sept": "September", "Okt": "Oktober", "Nov": "November",
    "Dez": "Dezember",
}  # fmt: skip
MONTH = (
    r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|(?:Jan|Jän|Feb|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\b\.?)(?!\w)"
)
WEEKDAY = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
#: Words that name the number behind them: "Platz 1" is `eins`, and "Platz 3." no ordinal.
LABELS = frozenset(
    "nummer nummern platz rang gleis gleise artikel paragraf paragrafen paragraph absatz satz kapitel "
    "band teil seite seiten zimmer haus gruppe stufe phase typ klasse linie formel staffel folge level "
    "stand akt block kategorie top raum halle terminal punkt ziffer schritt zone steuerklasse "
    "pflegegrad apollo kanal los station note stärke version buch strophe zeile spalte abbildung "
    "tabelle hausnummer plätze plätzen rängen ränge artikeln kapiteln halbfinale tagesordnungspunkt "
    "unterabsatz buchstabe windows iphone ios android startnummer rückennummer warnstufe alarmstufe anlage anhang saison "
    "staffeln folgen liga bundesliga randnummer schalter tor stadion schacht startplatz tabellenplatz "
    "punkte punkten tagesordnungspunkte tagesordnungspunkten hausnummern stufen klassen gleisen linien gruppen ziffern blöcke akte zonen szenen medaillenrang rangliste block reaktor reaktorblock teile bände szene größe".split()
)


def integer(text: str) -> int:
    """The number that is written with or without thousands separators."""
    return int("".join(c for c in text if c.isdecimal()) or "0")
