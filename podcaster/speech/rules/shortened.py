"""What abbreviations are short for: by the table, as the end of a longer word, as a word that breaks off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from podcaster.speech import nouns


@dataclass(frozen=True, slots=True)
class Row:
    """How an abbreviation is said (and in the genitive, the plural), and under which conditions.

    The letters of `flags` are explained at the head of data/abbreviations.tsv; L, beside E: a word in -lich.
    """

    said: str
    flags: str = ""
    genitive: str = ""
    plural: str = ""


@cache
def table() -> dict[str, tuple[Row, ...]]:
    """Written without spaces -> how it is said, under each condition; what begins in lower case has a capital, too."""
    found: dict[str, tuple[Row, ...]] = {}
    for written, said, *more in nouns.rows("abbreviations"):
        genitive, _, plural = (more[1] if len(more) > 1 else "").partition("/")
        row = Row(said, more[0] if more else "", genitive, plural)
        key = written.replace(" ", "")
        found[key] = (*found.get(key, ()), row)
    for key, (row, *_) in list(found.items()):
        capital = key[0].upper() + key[1:]
        if len(key) > (2 if row.flags == "E" else 3) and key[0].islower() and not _is_a_word(key, row.flags):
            found.setdefault(capital, (Row(row.said[0].upper() + row.said[1:], row.flags),))
    found["Lt."] = (Row("Laut"),)
    return found


def _is_a_word(key: str, flags: str) -> bool:
    """Whether it would be a noun with a capital: "in der Region." """
    return "E" in flags and (
        key.rstrip(".").capitalize() in _COUNTRIES or bool(nouns.gender(key.rstrip(".")))
    )


_COUNTRIES = frozenset(
    "Japan Iran Irak Israel Ungar Pakistan Türk Jap Georg Islam Muslim Asiat Luxemburg Armen Alban Schweiz Austral Argentin".split()
)


def is_abbreviation(word: str) -> bool:
    """Whether a word with its period is one: it may end a sentence and need not."""
    return bool(look_up(word)[1])


@lru_cache(8192)
def look_up(key: str) -> tuple[str, tuple[Row, ...]]:
    """The part of a longer word before the abbreviation, and its rows; none where it is not known."""
    rows = table().get(key, ())
    if rows or len(key) < 4:
        return "", rows
    if shortened := _LICH.fullmatch(key):
        return "", (Row(shortened[1] + "lich", "EL"),)
    if found := _end_of_word(key):
        return found
    pair = _pair(key)
    return "", (pair,) if pair else ()


#: "gerichtl.", "wissenschaftl.": what has -lich behind it.
_LICH = re.compile(
    r"([A-ZÄÖÜ]?[a-zäöüß]*(?:schaft|recht|ent|ehent|öffent|kirch|amt|richt|setz|sätz|sätz|schrift|münd|sport|werb|steuer|ruf|persön|staat|städt|jähr|monat|wöchent|täg|stünd"
    r"|minüt|nächt|sommer|winter|ärzt|geist|welt|christ|jugend|kind|männ|weib|mensch|fach|säch|sach|namen|freund|fried|feind|werk|trieb|schein|mut|geb|nörd|süd|öst"
    r"|west|länd|end|mög|mein|herz|fest|bild|töd|schäd|nütz|künst|natür|wöhn|schied|bind|heb|hält|staun|träch|drück|reich|plötz|bühr|greif|schließ|züg|sicht|läss|behalt"
    r"|bürger|bäuer|häus|elter|väter|mütter|brüder|könig|kaiser|herr|adel|polizei|gastronom|handwerk|bau|grund|feier|pein|sprach|inhalt|zeit|ört|räum|fürst|päpst|bischöf|nachträg|vergleich|hoff"
    r"|vertrag|verträg|unterricht|schul|alltäg|geschicht|herbst|frühling|morgend|abend|mittäg|sonntäg))l\."
)


def _end_of_word(key: str) -> tuple[str, tuple[Row, ...]] | None:
    """`Landeshauptmann-Stv.`, `Staatssekr.`: the part before, and the row of its end."""
    head, hyphen, tail = key.rpartition("-")
    if hyphen and head and "." not in key[:-1] and (rows := table().get(tail)) and len(tail) > 3:
        return head + "-", rows
    for start in range(3, len(key) - 2):
        rows = table().get("-" + key[start:])
        if rows and key[0].isupper() and key[start - 1].isalpha():
            return key[:start], rows
    return None


_FIRST = {
    "Bez": "Bezirks", "Land": "Landes", "Verw": "Verwaltungs", "Reg": "Regierungs", "Min": "Ministerial", "Gen": "General", "Dipl": "Diplom", "Univ": "Universitäts",
    "Verf": "Verfassungs", "Bundesverf": "Bundesverfassungs", "Geschäfts": "Geschäfts", "Ehren": "Ehren", "Staatsanw": "Staatsanwalts", "Fin": "Finanz", "Wirtsch": "Wirtschafts",
}  # fmt: skip


def _pair(key: str) -> Row | None:
    """`Bez.-Ger.`: two abbreviations that are one word."""
    first, joined, second = key.partition(".-")
    row = table().get(second, (None,))[0] if joined else None
    if row is None or first not in _FIRST or not row.said[0].isupper():
        return None
    forms = [_FIRST[first] + form.lower() if form else "" for form in (row.said, row.genitive, row.plural)]
    return Row(forms[0], row.flags.replace("N", "").replace("M", ""), forms[1], forms[2])


@cache
def _shortened() -> tuple[str, ...]:
    text = resources.files("podcaster.speech").joinpath("data/shortened.txt").read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def _whole(beginning: str) -> str | None:
    return next(
        (word for word in _shortened() if word.startswith(beginning) and len(word) > len(beginning) + 1), None
    )


#: No German word ends so.
_CUT = re.compile(r"[a-zäöüß]*(?:schl|kr|rl|vl|[bdfgkpt]l|[bdfgt]r)")


#: A number that ended a sentence is not cut short.
_NUMBER_WORD = re.compile(
    r"\w*(?:null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zig|ßig|hundert|tausend)"
)


def cut_short(key: str, after: str) -> Row | None:
    """What no table knows: a word that breaks off, in the middle of a sentence or where none can end."""
    stem = key[:-1]
    if len(stem) < 4 or not stem.islower() or not stem.isalpha() or _NUMBER_WORD.fullmatch(stem):
        return None
    if not re.match(r",|\)|;| [a-zäöü(]", after) and not _CUT.fullmatch(stem):
        return None
    whole = _whole(stem)
    return (
        Row(whole, "E" if whole.endswith(("ig", "lich", "isch", "ell", "al", "ativ", "dern")) else "")
        if whole
        else None
    )
