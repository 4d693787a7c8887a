"""Proof that a text was said whole: how long its clip must be, learned from the voice's other clips."""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from podcaster.files import write_file

#: Seconds for a letter where nothing is known of a voice yet: German newsreaders and engines take 0.055 to
#: 0.085.
_USUAL = 0.068
#: How far a clip may be from what its text's length lets expect, before and after 10 clips were heard.
_LOOSE, _TIGHT = (0.3, 3.0), (0.5, 2.0)
_ENOUGH = 10
#: A voice whose pace is further off the usual one than this factor says something else, or nothing.
_STRANGE = 4
#: Shorter texts say too little about a voice's pace.
_TELLING = 20
#: Letters before this one are Latin (Unicode's blocks end there).
_LATIN_END = "\u0250"


#: Punctuation as it stands in sentences, of which no more can be heard than a rest. Other signs may be
#: read out (“Schrägstrich”), each so many letters long.
_UNHEARD = re.compile(r"(?<=[\w)”“\"'’»«])[.,;:!?…]+(?=[\s”“\"'’»«)]|$)|(?<=\w)[-'’](?=\w)|[–—„“”\"»«‚‘’'()]")
_SIGN = 12


def weight(text: str) -> float:
    """How much there is to say in `text`, in letters: figures and acronyms are longer than they look."""
    # "EU" is said as two words.
    acronyms = sum(len(word) for word in re.findall(r"\b[A-ZÄÖÜ]{2,5}\b", text))
    return _least(text) + 5 * _figures(text) + 2 * acronyms


def _least(text: str) -> float:
    """How much there is to say at least: "NATO" may be a word, and "1000000" is “eine Million”."""
    letters = sum(char.isalpha() and char < _LATIN_END for char in text)
    # A comma or full stop is a rest.
    rests = len(re.findall(r"[,;:.!?–—](?=\s)", text))
    return letters + _figures(text) + 4 * rests


def _most(text: str) -> float:
    """How much there is to say at most, every sign by its name."""
    return weight(text) + _SIGN * len(re.findall(r"[^\w\s]", _UNHEARD.sub("", text)))


def _figures(text: str) -> int:
    return sum(map(str.isdigit, text))


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a voice speaks: seconds for a letter, and from how many clips that is known."""

    seconds: float = _USUAL
    heard: int = 0

    def bounds(self, text: str) -> tuple[float, float]:
        """Least and greatest duration, in seconds, of the sound of `text` said whole."""
        # Letters of other scripts may be said by name, by sound, or as "foreign letters".
        foreign = 30 * any(char.isalpha() and char >= _LATIN_END for char in text)
        low, high = _TIGHT if self.heard >= _ENOUGH else _LOOSE
        # A word of its own is said slower, and has a beginning and an end: 0.8 s and four letters of play.
        least, most = max(0.0, _least(text) - 4), _most(text) + foreign
        return low * self.seconds * least, high * self.seconds * most + 0.8

    def fits(self, text: str, seconds: float) -> bool:
        """Whether sound of this duration can be `text`, whole and no more than that."""
        low, high = self.bounds(text)
        return low <= seconds <= high

    def learned(self, said: Iterable[tuple[str, float]]) -> Pace:
        """The pace after these texts and the seconds that each took were heard.

        Few clips do not teach anything, but they can show that what was learned before does not hold any
        more.
        """
        paces = [seconds / weight(text) for text, seconds in said if weight(text) >= _TELLING]
        if len(paces) >= _ENOUGH:
            pace = statistics.median(paces)
            return Pace(pace, len(paces)) if 1 / _STRANGE < pace / _USUAL < _STRANGE else Pace()
        if paces and not 1 / 1.5 < statistics.median(paces) / self.seconds < 1.5:
            return Pace()
        return self


def load_pace(folder: Path, fingerprint: str) -> Pace:
    """Read what earlier runs have learned of a voice."""
    known = _read(folder).get(fingerprint)
    return Pace(float(known), _ENOUGH) if known else Pace()


def save_pace(folder: Path, fingerprint: str, pace: Pace) -> None:
    """Keep what was learned of a voice; two runs at once may lose one another's news, which harms nobody."""
    known = _read(folder)
    if pace.heard >= _ENOUGH and abs(known.get(fingerprint, 0.0) - pace.seconds) > 0.1 * pace.seconds:
        write_file(folder / "pace.json", json.dumps(known | {fingerprint: round(pace.seconds, 5)}, indent=1))


def _read(folder: Path) -> dict[str, float]:
    try:
        known = json.loads((folder / "pace.json").read_text("utf-8"))
        return {str(name): float(pace) for name, pace in known.items() if 0.01 < float(pace) < 1}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
