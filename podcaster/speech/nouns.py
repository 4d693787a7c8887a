"""Nouns: their gender, and whether they are plurals, by lists in the package's data and by their ends."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

Gender = Literal["m", "f", "n"]


@cache
def load(name: str) -> dict[str, Any]:
    """A TOML file of the package's data."""
    return tomllib.loads(
        resources.files("podcaster.speech").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    )


@cache
def names(key: str) -> frozenset[str]:
    """First names and surnames: `women`, `rulers`, those `ending_in_s`."""
    return frozenset(load("names")[key].split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """A TSV file of the package's data, without comments."""
    text = resources.files("podcaster.speech").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _genders() -> tuple[dict[str, Gender], dict[str, Gender], dict[str, Gender]]:
    data = load("nouns")
    genders: tuple[Gender, ...] = ("m", "f", "n")
    nouns: dict[str, Gender] = {}
    for row in rows("units"):
        nouns[row[1].lower()] = row[4]  # type: ignore[assignment]
    nouns.update({w: g for g in genders for w in data[g].split()})
    endings: dict[str, Gender] = {w: g for g in genders for w in data["endings"][g].split()}
    exact: dict[str, Gender] = {w: g for g in genders for w in data["exact"][g].split()}
    return nouns, endings, exact


@cache
def gender(noun: str) -> Gender | None:
    """Gender of a noun in the singular or plural, from the lists or its ending; None where nothing tells."""
    word = noun.lower().rsplit("-", 1)[-1]
    known = _known(word)
    inflected = _known_stem(word)
    if known and not (inflected and inflected[0] < known[0]):
        return known[1]
    if inflected:
        return inflected[1]
    if _INFINITIVE.match(word):
        return "n"
    if _CLUB.fullmatch(noun):
        return "m"
    _, endings, _ = _genders()
    return next((endings[word[i:]] for i in range(1, len(word)) if word[i:] in endings), None)


def is_listed(noun: str) -> bool:
    """Whether the lists hold exactly this word."""
    return noun.lower() in _genders()[0]


#: Clubs by their letters: FCK, HSV.
_CLUB = re.compile(r"(?:FC|SC|SV|SK|FK|AC|EC|HC|FSV|TSV|VfL|VfB|VfR|HSV|BVB|ASV|ESV|USV)[A-Z]{0,2}")
#: A verb with its prefix that is used as a noun: "das Überqueren".
_INFINITIVE = re.compile(
    r"(?:ab|an|auf|aus|be|durch|ein|ent|er|fest|fort|her|hin|los|miss|mit|nach|über|um|unter|ver|vor|weg|wieder|zer|zu|zurück|zusammen)"
    r"\w{2,}(?:[^u]n|er[nt]|el)n?$(?<=[elr]n)(?<!igen)(?<!lichen)(?<!ten)(?<!enden)"
)


def _known(word: str) -> tuple[int, Gender] | None:
    """Where the part begins that is in the lists, and its gender: "heimniederlage" holds "niederlage"."""
    nouns, endings, exact = _genders()
    known = exact.get(word) or nouns.get(word)
    if known:
        return 0, known
    for start in range(2, len(word) - 2):
        if word[start:] in nouns:
            return start, nouns[word[start:]]
        if len(word) - start > 3 and word[start:] in endings:
            return start, endings[word[start:]]
    return None


def _known_stem(word: str, *, plural: bool = False) -> tuple[int, Gender] | None:
    """The same for what the word may be a form of; `plural`: without what is more often a genitive."""
    found: tuple[int, Gender] | None = None
    for ending, stem in _stems(word):
        known = _known(stem)
        if not known or (found and found[0] <= known[0]):
            continue
        if ending in ("er", "ern") and not _IN_ER.search(stem):
            continue
        if ending == "" and stem[known[0] :] not in _IN_UMLAUT:
            continue
        if known[1] == "f" and ending == "e" and not _UMLAUT.search(word) and not stem.endswith("nis"):
            continue
        if plural and ending in ("s", "es") and not _LOAN.search(stem):
            continue
        found = known
    return found


_UMLAUT = re.compile("[äöü]")
#: What has its plural in -er: few nouns, but their compounds are many.
_IN_ER = re.compile(
    r"(?:kind|bild|feld|licht|lied|gesicht|ei|schild|geist|leib|kleid|glied|rind|brett|nest|schwert|geld|weib|wicht|haus|buch|land|wald|mann|rad|glas|blatt"
    r"|dorf|bad|amt|haupt|tal|loch|volk|wort|schloss|dach|gut|grab|huhn|kalb|lamm|kraut|mund|rand|wurm|gott|gehalt|regiment|spital|holz|band|denkmal|fass|pfand"
    r"|tuch|horn|korn|grad|strauch|trumm|gemach|gewand)$"
)
#: What has its plural in an umlaut alone.
_IN_UMLAUT = frozenset(
    "vater mutter tochter bruder garten kindergarten laden schaden faden graben hafen flughafen ofen "
    "boden kasten bogen magen wagen vogel mantel apfel nagel mangel "
    "hammer sattel acker kloster schwager".split()
)
#: What has its plural in -s.
_LOAN = re.compile(
    r"(?:[aiouy]|team|job|club|klub|chef|hotel|star|test|fan|shop|song|link|blog|restaurant|ticket|trainings?|camp|park|streik|start-up|clip|deal|trend|event|balkon|bonbon|level|tunnel|single|scheck|tank|app|bar|mail|show|gang|serie|film-set|set|hit|rap|ballon|waggon|salon|cent|account|server|laptop|flop|stopp|hub|lkw|pkw)$"
)


def _stems(word: str) -> list[tuple[str, str]]:
    """What a word may be an inflected form of, each behind the ending that it would have."""
    forms: list[tuple[str, str]] = []
    for ending in ("s", "es", "n", "en", "e", "er", "ern"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            forms.append((ending, stem))
            if ending[0] == "e":
                if _UMLAUT.search(stem):
                    forms.append((ending, stem.translate(_PLAIN)))
                if ending == "en":
                    forms += ((ending, stem + latin) for latin in ("a", "um", "us", "o"))
                elif ending == "es" and stem.endswith("nis"):
                    continue
            if stem.endswith("niss"):
                forms.append((ending, stem[:-1]))
    if _UMLAUT.search(word):
        forms.append(("", word.translate(_PLAIN)))
    return forms


_PLAIN = str.maketrans("äöü", "aou")


@cache
def is_plural(noun: str) -> bool:
    """Whether a noun looks like a plural: it is in the lists without its ending."""
    _, _, exact = _genders()
    word = noun.lower().rsplit("-", 1)[-1]
    if word in exact or word.endswith("schafter"):
        return False
    if word.endswith(("ungen", "heiten", "keiten", "schaften", "tionen", "innen", "täten")):
        return True
    known = _known(word)
    inflected = _known_stem(word, plural=True)
    return bool(inflected) and not (known and known[0] <= inflected[0]) if inflected else False
