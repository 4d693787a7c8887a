"""The lexicon: words that are said otherwise than they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcaster.errors import UsageError
from podcaster.model import Article, Paragraph, Section, Utterance
from podcaster.speech import foreign, load_lexicon, write_script

OWN = """
"Kreschatyk" = "Kreschtschatik"
"deal*" = "dihl*"
"Muster*" = { say = "Mister*" }
"NGO" = { spell = true }
"Washington*" = { leave = true }
"U2" = "Ju Tu"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project's folder with a lexicon of its own."""
    (tmp_path / "lexicon.toml").write_text(OWN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Am Kreschatyk ist es still.", "Am Kreschtschatik ist es still."),
        ("Der Kreschatykplatz ist leer.", "Der Kreschatykplatz ist leer."),
        ("Musters Haus und das Mustern.", "Misters Haus und das Mistern."),
        ("Das muster ist klein.", "Das muster ist klein."),
        ("Deals und ein deal.", "Dihls und ein dihl."),
        ("Eine NGO klagt.", "Eine N G O klagt."),
        ("In Washington regnet es.", "In Washington regnet es."),
        ("Die Band U2 spielt.", "Die Band Ju Tu spielt."),
        ("In New Yorks Straßen.", "In Nju Jorks Straßen."),
    ],
)
def test_words_are_said_as_the_lexicon_says(folder: Path, written: str, said: str) -> None:
    """Whole words, with the endings asked for, in the user's words first; the written text stays."""
    utterance = last_of(written, folder)
    assert (utterance.written, utterance.respelled or utterance.spoken) == (written, said)


def last_of(written: str, folder: Path) -> Utterance:
    """The sentence as the lexicon there has it said."""
    article = Article("Titel", (Section(None, (Paragraph(written),)),))
    return write_script(article, lexicon=load_lexicon(folder)).utterances[-1]


def test_voices_that_know_foreign_words_get_the_users_respellings_alone(folder: Path) -> None:
    """Both readings are there where the program's own words make a difference, else one."""
    both = last_of("Die NGO aus New York hat 3 Büros.", folder)
    assert both.spoken == "Die N G O aus New York hat drei Büros."
    assert both.respelled == "Die N G O aus Nju Jork hat drei Büros."
    one = last_of("Die NGO hat 3 Büros.", folder)
    assert (one.spoken, one.respelled) == ("Die N G O hat drei Büros.", "")


@pytest.mark.parametrize(
    "line",
    ['"A" = 3', '"A" = {}', '"A" = { spell = false }', '"A" = ""', '"A" = ', '"A" = { say = "b", x = 1 }'],
)
def test_a_wrong_entry_is_named(tmp_path: Path, line: str) -> None:
    """What is no entry is refused in a sentence that names the file."""
    (tmp_path / "lexicon.toml").write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match=r"lexicon\.toml: "):
        load_lexicon(tmp_path)


def test_words_that_look_foreign_are_found() -> None:
    """Foreign spellings are named, once each; German words and those of the lexicon are not."""
    text = "Szijjártó und Youssef bei Crewe; Kovačićs Frauen, Häuser, Schiffe und Steuern. Crewe und HipHop."
    assert foreign(text) == ["Youssef", "Crewe", "Kovačićs", "HipHop"]


def test_where_german_words_are_joined_nothing_looks_foreign() -> None:
    """Two words that meet, words from Latin and Greek and what the lexicon has respelled are not marked."""
    text = (
        "Deshalb beantragen zweiundzwanzig Krankenhäuser derzeit tatsächlich Reaktionen; Syrien, Mexiko, "
        "Praxis, Symptome, Ägypten, Kopfschmerzen, Chancen, Szenen, Genauigkeit, existieren, Flughafen, "
        "Neuenhaus, Schiiten, Corona, Bayern, Holocaust, Konsequenzen und Niveau in Chemnitz. "
    )
    assert foreign(text + str(load_lexicon(Path())("Chelsea und Manchester"))) == []
