"""Written German to spoken German."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from podcaster.speech import sentences, spoken
from podcaster.speech.normal import RULES
from podcaster.speech.rules.rule import Rule

DATA = Path(__file__).parent / "data"


def letters(text: str) -> str:
    """What an engine says: letters, without case, punctuation and white space."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text).casefold())


def cases() -> Iterator[object]:
    """Every line of data/CATEGORY.tsv: written, then the accepted readings, separated by ` | `."""
    for path in sorted(DATA.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            written, accepted = line.split("\t")
            yield pytest.param(written, accepted.split(" | "), id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("written", "accepted"), list(cases()))
def test_cases(written: str, accepted: list[str]) -> None:
    """Every case is read in one of the ways that are right."""
    got = spoken(written)
    assert letters(got) in {letters(a) for a in accepted}, got


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples_of_the_rules(rule: Rule) -> None:
    """The example that stands beside a rule is what the table makes of it."""
    assert letters(spoken(rule.written)) == letters(rule.spoken)


def test_texts_are_split_into_their_sentences() -> None:
    """Ordinals, dates, abbreviations, initials and quotes do not mislead: the cases of data/sentences.txt."""
    for line in (DATA / "sentences.txt").read_text(encoding="utf-8").splitlines():
        expected = line.split(" ¦ ")
        assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "So war es. ¦ Dann kam der Regen.",
        "Das Ende. ¦ „Wirklich?“, fragte er.",
        "Ist das so? ¦ Ja, das ist so.",
        "Er sagte: „Ich gehe.“ ¦ Dann ging er.",
        "Alle sind gekommen. ¦ Peter Huber fehlte.",
        "Das Portal Table.Briefings und Amazon.De berichten.",
        "B.Braun, Dr.Huber und info@Wien.At zahlen 3 Mio.Euro.",
    ],
)
def test_sentences_without_a_space_between_them_are_two(text: str) -> None:
    """Pages glue paragraphs together; names and addresses with a period inside stay whole."""
    assert sentences(text.replace(" ¦ ", "")) == text.split(" ¦ ")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Der Chef Си Цзиньпин kam.", "Der Chef Si Zsinpin kam."),
        ("Владимир Путин und Киев", "Wladimir Putin und Kiew"),
        ("Ольга Чехова", "Olga Tschechowa"),
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
        ("die α-Variante", "die Alpha-Variante"),
        ("Donau\u00addampf\u200bschiff", "Donaudampfschiff"),
        ("Mоskаu", "Moskau"),
        ("ein <b>fettes</b> Wort", "ein fettes Wort"),
        ("ein &amp; zwei", "ein und zwei"),
        ("Finanz\ufb01lter", "Finanzfilter"),
        ("Ja\ud800 nein\x07", "Ja nein"),
        ("Bei Sport1 lief t3n.", "Bei Sport eins lief t drei n."),
        ("Es ist (so Huber.).", "Es ist, so Huber."),
        ("Er ging (nach Hause.", "Er ging, nach Hause."),
    ],
)
def test_other_scripts_and_what_cannot_be_seen(written: str, said: str) -> None:
    """Other scripts are transliterated as newspapers do; invisible and look-alike characters are mended."""
    assert spoken(written) == said
