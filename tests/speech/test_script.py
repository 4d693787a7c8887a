"""An Article becomes a Script."""

from __future__ import annotations

from datetime import date

from podcaster.model import Article, Paragraph, Section
from podcaster.settings import Pauses, Speech
from podcaster.speech import write_script

ARTICLE = Article(
    title="Zwei Städte, ein Fluss",
    lead="Ein Vorspann. Mit zwei Sätzen.",
    authors=("Jo Angerer", "Ada Beispiel"),
    published=date(2022, 11, 1),
    sections=(
        Section(None, (Paragraph("Erster Absatz. Am 20. November wird gewählt."),)),
        Section(
            "Wer zahlt?",
            (
                Paragraph("Und wer zahlt das?", "question"),
                Paragraph("😀 🎉"),
                Paragraph("Das Land zahlt 200.000 Euro."),
            ),
        ),
        Section("Ausblick", (Paragraph("Ein Zitat.", "quote"),)),
    ),
)


def test_everything_is_said_in_order() -> None:
    """Title, byline, notice, lead and sections follow each other, written and spoken, with their roles."""
    script = write_script(ARTICLE)
    assert [(u.role, u.section, u.written) for u in script.utterances] == [
        ("title", 0, "Zwei Städte, ein Fluss"),
        ("byline", 0, "Von Jo Angerer und Ada Beispiel."),
        ("byline", 0, "Erschienen am 1. November 2022."),
        ("notice", 0, "Gelesen von einer Computerstimme."),
        ("lead", 0, "Ein Vorspann."),
        ("lead", 0, "Mit zwei Sätzen."),
        ("body", 0, "Erster Absatz."),
        ("body", 0, "Am 20. November wird gewählt."),
        ("heading", 1, "Wer zahlt?"),
        ("question", 1, "Und wer zahlt das?"),
        ("body", 1, "Das Land zahlt 200.000 Euro."),
        ("heading", 2, "Ausblick"),
        ("quote", 2, "Ein Zitat."),
    ]
    assert script.sections == ("Einleitung", "Wer zahlt?", "Ausblick")
    said = [u.spoken for u in script.utterances]
    assert said[0] == "Zwei Städte, ein Fluss."
    assert said[2] == "Erschienen am ersten November zweitausendzweiundzwanzig."
    assert said[8] == "Wer zahlt?"
    assert said[10] == "Das Land zahlt zweihunderttausend Euro."
    assert said[11] == "Ausblick."


def test_pauses_are_those_of_the_settings() -> None:
    """Sentence, paragraph, heading and title are followed by the silence that the settings name."""
    pauses = Pauses(sentence=0.1, paragraph=0.2, before_heading=0.3, after_heading=0.4, title=0.5)
    script = write_script(ARTICLE, pauses=pauses)
    assert [u.pause_after for u in script.utterances] == [
        0.5, 0.1, 0.1, 0.5, 0.1, 0.2, 0.1, 0.3, 0.4, 0.2, 0.3, 0.4, 0.2,
    ]  # fmt: skip


def test_what_is_switched_off_is_not_said() -> None:
    """Without byline, notice and lead only title and sections are left."""
    script = write_script(ARTICLE, Speech(byline=False, notice="", lead=False, opening="Anfang"))
    assert {u.role for u in script.utterances} == {"title", "heading", "body", "question", "quote"}
    assert script.sections[0] == "Anfang"
