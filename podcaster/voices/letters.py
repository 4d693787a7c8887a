"""Last defence before a plain engine: only Latin letters, figures and plain punctuation are left."""

from __future__ import annotations

import re
import unicodedata

#: What is said for letters that have no sound here: silence would be a lie.
_FOREIGN = "fremde Schriftzeichen"
#: Stands for one such letter for the time being; from Unicode's private use area.
_MARK = "\ue000"

#: How letters sound that are not Latin, or not in German.
_SOUNDS = {
    **dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщыэюя",
            "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch y e ju ja".split(),
            strict=True,
        )
    ),
    "ъ": "",
    "ь": "",
    "і": "i",
    "ї": "ji",
    "є": "je",
    "ґ": "g",
    **dict(
        zip(
            "αβγδεζηθικλμνξοπρσςτυφχψω",
            "a w g d e s i th i k l m n x o p r s s t y f ch ps o".split(),
            strict=True,
        )
    ),
    "ø": "ö",
    "æ": "ä",
    "œ": "ö",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ə": "e",
}
_PUNCTUATION = {"–": " - ", "—": " - ", "…": "...", "’": "'"} | dict.fromkeys("„“”«»", '"')
#: What is handed on as it is; other Latin letters lose their accents.
_KNOWN = frozenset("abcdefghijklmnopqrstuvwxyzäöüßàáâçèéêëíîïñóôùúû0123456789 .,;:!?-'\"()%&+=/§€$@")
#: Longest runs that are handed on in one: no German word has as many letters, no number as many figures.
_LETTERS, _FIGURES = 60, 12


def sayable(text: str) -> str:
    """Make a text harmless for an engine that knows Latin letters only.

    Cyrillic and Greek letters are written as they sound, letters of other scripts become two spoken words,
    emoji and control characters go, runs that no German word has are broken up. No markup can be left.
    """
    said = "".join(map(_sayable, unicodedata.normalize("NFC", text)))
    if any(map(str.isalnum, text)) and not any(map(str.isalnum, said.replace(_MARK, "x"))):
        said = _MARK  # a letter that is silent on its own
    said = re.sub(rf"{_MARK}(?:\s*{_MARK})*", f" {_FOREIGN} ", said)
    said = re.sub(rf"\d{{{_FIGURES + 1},}}", lambda run: _broken(run[0], 3), said)
    said = re.sub(rf"\S{{{_LETTERS + 1},}}", lambda run: _broken(run[0], _LETTERS // 2), said)
    return " ".join(said.split())


def _sayable(char: str) -> str:
    """What stands for one character."""
    low = char.lower()
    if low in _KNOWN:
        return char
    if low in _SOUNDS:
        return _SOUNDS[low] if char == low else _SOUNDS[low].capitalize()
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    if plain != char:
        return "".join(map(_sayable, plain))
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.digit(char))
    if kind[0] in "LN":
        return _MARK
    # Soft hyphens, joiners, halves of surrogate pairs stand inside of words; emoji and signs between them.
    return "" if kind in {"Cf", "Cs", "Co", "Cn", "Mn", "Mc", "Me"} else " "


def _broken(run: str, size: int) -> str:
    """Part a run with spaces."""
    return " ".join(run[i : i + size] for i in range(0, len(run), size))
