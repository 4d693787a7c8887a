"""German text to sentences.

Own rules, because the tables are there anyway: `rules` knows what is an ordinal, a date, an abbreviation.
SoMaJo, syntok and sentencex were compared on tests/speech/data/sentences.txt (bench/sentences.py).
"""

from __future__ import annotations

import re
from functools import cache

from podcaster.speech.rules import dates, ordinals, rank, shortened

_END = re.compile(
    r"(?:\.{2,}|…|[.!?]+)[.!?…]*[\"“”»«’')\]]*(?=\s|$)|\n+"
    # glued to the next sentence, as pages without paragraphs leave it
    r"|(?<=[a-zäöüß]{2})[.!?…]{1,3}[“”»«)]?(?=[„»“\"]?[A-ZÄÖÜ][a-zäöüß])"
)
#: Abbreviations that are read by rules of their own, or not at all.
_MORE = frozenset(
    "art artt abs ziff rn rdnr rz az gz beschl urt lit buchst s hs jan jän feb mrz apr jun jul aug sep "
    "sept okt nov dez mo di mi do fr sa so dr prof mag ing dipl med phil jur iur rer nat pol theol dent "
    "techn str pl min sek std sfr phd ph kl vorm nachm verl tel co vol nos ed eds hg pp ff tsd mill".split()
)
#: These never end a sentence: a name or number follows.
_TITLES = frozenset(
    "dr prof mag ing dipl st hl hr hrn nr nrn art abs bd kap fa fam ca vgl sog str abb tel s rdn rdnr rn "
    "tz abf ank z.b d.h bzw bspw inkl exkl max min mind mult geb gest verh lt zzgl ggü ggf evtl betr bes "
    "insb insbes drucks th joh jos wilh friedr heinr rud ferd matth bernh".split()
)
#: A date in figures with spaces: `1. 11. 2022`.
_FIGURES = re.compile(r"(?<!\d)\d{1,2}\. \d{1,2}\.(?: \d{4})?")
_WORD = re.compile(r"[\w’'-]+")


def sentences(text: str) -> list[str]:
    """Split a text into its sentences, each with its end mark; line breaks end sentences, too."""
    found = []
    start = 0
    for end in _END.finditer(text):
        if end.start() >= start and _is_end(text, end):
            found.append(text[start : end.end()])
            start = end.end()
    found.append(text[start:])
    return [" ".join(sentence.split()) for sentence in found if sentence.strip()]


def _is_end(text: str, end: re.Match[str]) -> bool:
    mark = end.group()
    if mark[0] == "\n":
        return True
    if not text[end.end() : end.end() + 1].isspace() and end.end() < len(text):
        return _is_seam(text, end)
    following = _WORD.search(text[end.end() : end.end() + 80])
    if following is None:
        return True
    between = text[end.end() : end.end() + following.start()].strip()
    if (
        following[0][0].islower()
        or between[:1] in (",", ";", ")", "]")
        or (between[:1] in ("–", "—") and mark != ".")
    ):
        return following[0][0].islower() and between[:1] in ("„", "»", "“", '"') and mark[-1] in '“”«"'
    if mark in (".)", ".]"):
        return not _is_abbreviated(text, end)
    if mark != ".":
        return True
    return _period_ends(text, end, following[0])


#: Shortened words that only an ordinal goes with: "3. Aufl.", "19. Jh."
_OF_A_RANK = re.compile(r"\s(?:Aufl|Jh|Jhd|Jhdt|Jhs|Jahrh|Kl|St|Bez|Kap|Bd|Jg|Min|OG|UG|Int|Gen)\.")
#: The first of two days: "12.–16. Juni".
_RANGE = re.compile(r"^\d{1,2}\.?[–/-](?=\d{1,2}$)")


#: A point of a list: "(2.) Geld".
_POINT = re.compile(r"(?:^|\s)[(\[]?\d{1,2}$")


def _is_abbreviated(text: str, end: re.Match[str]) -> bool:
    """`Huber (Hrsg.) Das Buch`, `1.) Geld`: the period is that of an abbreviation or a number."""
    before = text[max(0, end.start() - 40) : end.start()]
    last = before.split()[-1].lstrip("([") if before.strip() else ""
    return bool(_POINT.search(before)) or _may_be_abbreviation(last)


def _is_seam(text: str, end: re.Match[str]) -> bool:
    """`So war es.Dann kam er`: a new sentence without a space, and no address, name or abbreviation."""
    before = text[max(0, end.start() - 60) : end.start()].rsplit(maxsplit=1)[-1]
    after = text[end.end() : end.end() + 60]
    if re.search(r"[@/:_.]|www", before) or re.match(r"\S*[@/_]|\S*\w\.\w", after):
        return False
    if end.group()[0] != "." or len(end.group()) > 1 or after[0] in '„»“"':
        return True
    if _may_be_abbreviation(before):
        return False
    return bool(rank.STARTS.match(after)) or before[0].islower()


def _may_be_abbreviation(word: str) -> bool:
    return (
        word.lower().rsplit(".", 1)[-1] in _MORE
        or word.lower() in _TITLES
        or word.rsplit(".", 1)[-1] in _known()
        or shortened.is_abbreviation(word + ".")
    )


def _period_ends(text: str, end: re.Match[str], next_word: str) -> bool:
    before = text[max(0, end.start() - 60) : end.start()].split()
    last = before[-1].lstrip("(„\"»«'‚“[–-") if before else ""
    last = _RANGE.sub("", last)
    if last.isdecimal():
        if next_word.isdecimal() and _FIGURES.search(text[max(0, end.start() - 8) : end.end() + 6]):
            return False
        return not _OF_A_RANK.match(text, end.end()) and not _is_ordinal(text, end.start() - len(last))
    starter = bool(rank.STARTS.match(next_word))
    if last.lower() in _TITLES and last != "s":
        return False
    if (len(last) == 1 and last.isalpha()) or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        return starter and not (
            len(before) > 1 and _is_inside(before[-2], last, text[end.end() : end.end() + 12])
        )
    stem = last.lower()
    if _may_be_abbreviation(last):
        return starter and stem not in _TITLES
    return True


def _is_inside(previous: str, last: str, following: str) -> bool:
    """Whether a single letter is the middle of an abbreviation: `i. d. R.`, `z. B.`."""
    return bool(re.match(r"\s?[A-Za-zÄÖÜ]\.", following)) or (previous.lower(), last) in (
        ("z.", "B"),
        ("d.", "h"),
    )


def _is_ordinal(text: str, start: int) -> bool:
    """Whether the number at a position, with the period behind it, is a day or an ordinal that goes on."""
    day = dates.DAY_OF_MONTH.pattern.match(text, start)
    if day:
        return dates.DAY_OF_MONTH.said(day) != day[0]
    ordinal = ordinals.ORDINAL.pattern.match(text, start)
    if not ordinal:
        return False
    said = ordinals.ORDINAL.said(ordinal)
    return said != ordinal[0] and not said.endswith(".")


@cache
def _known() -> frozenset[str]:
    """Abbreviations of the table without their last period, and the last part of those with several."""
    whole = {key[:-1] for key in shortened.table() if key.endswith(".") and key[0] != "-"}
    return frozenset(whole | {w.rsplit(".", 1)[-1] for w in whole})
