"""What a line is by what stands beside it, on pages and in plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcaster.article import read_article
from podcaster.model import Article

TEXT = [
    "Das Rathaus am Markt wird von Grund auf saniert. Das hat der Rat am Dienstagabend beschlossen.",
    "Der Bürgermeister sprach von einem guten Tag. Die Arbeiten sollen im Mai beginnen.",
    "In dieser Zeit ziehen die Ämter in eine alte Schule um, in der es 200 Arbeitsplätze gibt.",
]


def page(tmp_path: Path, middle: list[str], end: list[str]) -> Article:
    """A page of paragraphs without names, with `middle` among them and `end` below them."""
    path = tmp_path / "a.html"
    lines = [*TEXT[:2], *middle, TEXT[2], *end]
    body = "".join(f"<p>{line}</p>" for line in lines)
    path.write_text(f"<!DOCTYPE html><html><body><article><h1>Rathaus</h1>{body}</article></body></html>")
    return read_article(path)


def read(article: Article) -> list[str]:
    """All that is read below the title."""
    return [paragraph.text for section in article.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize(
    "middle",
    [
        ["Lesen Sie auch", "Warum die Mieten weiter steigen", "So leben die Dänen"],
        ["Der Bürgermeister vor dem Rathaus.", "© Erika Beispiel"],
    ],
)
def test_neighbours_of_noise_are_noise(middle: list[str], tmp_path: Path) -> None:
    """Headlines below a bare pointer and a caption above its credit are not read; sentences are."""
    assert read(page(tmp_path, middle, [])) == TEXT


@pytest.mark.parametrize(
    "end",
    [
        ["Themen", "Wohnen", "Rathaus"],
        ["Unsere Quellen:", "Gespräch mit dem Bürgermeister", "Pressemitteilung der Stadt"],
        ["Anna Acker", "Redakteurin", "E-Mail"],
        ["Anna Acker ist Redakteurin in Köln und schreibt über Wohnen und Verkehr."],
    ],
)
def test_lines_behind_the_text_are_not_read(end: list[str], tmp_path: Path) -> None:
    """Topics, sources and who the author is stand behind the last sentence."""
    assert read(page(tmp_path, [], end)) == TEXT


def test_last_words_are_read(tmp_path: Path) -> None:
    """One line without a verb below the text is its end."""
    assert read(page(tmp_path, [], ["Fortsetzung morgen"]))[-1] == "Fortsetzung morgen"


@pytest.mark.parametrize("airy", [True, False])
def test_one_word_between_paragraphs_is_a_subheading(airy: bool, tmp_path: Path) -> None:
    """A name of a network, a label, a numbered line: alone between two paragraphs each is a subheading."""
    for heading in ("WhatsApp", "Kamera und Akku: solide", "2. Der Akku", "Produktion soll steigen"):
        path = tmp_path / "a.txt"
        lines = ["Neues aus der Stadt und dem Land", *TEXT[:2], heading, TEXT[2], TEXT[2]]
        path.write_text(("\n\n" if airy else "\n").join(lines))
        assert (read_article(path).sections[-1].heading or "").endswith(heading.removeprefix("2. "))


def test_row_of_networks_is_a_share_bar(tmp_path: Path) -> None:
    """The same words in a row are buttons."""
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(["Neues aus der Stadt", *TEXT[:2], "Facebook\nWhatsApp\nE-Mail", TEXT[2]]))
    assert read(read_article(path)) == TEXT


def test_table_in_a_copy_is_left_out(tmp_path: Path) -> None:
    """Cells that a browser's copy divides by tabs are no sentences."""
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(["Neues aus der Stadt", TEXT[0], "Jahr\tKosten\n2023\t2 Mio.", *TEXT[1:]]))
    article = read_article(path)
    assert read(article) == TEXT
    assert [dropped.text for dropped in article.dropped if dropped.reason == "table"] == [
        "Jahr | Kosten",
        "2023 | 2 Mio.",
    ]


@pytest.mark.parametrize("labels", [("F", "A"), ("Frage", "Antwort"), ("ZEITUNG", "Voss")])
def test_interview_by_its_speakers(labels: tuple[str, str], tmp_path: Path) -> None:
    """Lines of the one who asks are questions; "F:" and "A:" are not read, names are."""
    asks, answers = labels
    path = tmp_path / "a.txt"
    lines = ["Die Försterin wartet auf Regen", TEXT[0]]
    lines += [f"{asks}: Wann waren Sie zuletzt im Wald?", f"{answers}: Heute früh war ich dort, um sechs."]
    lines += [f"{asks}: Und was haben Sie gesehen?", f"{answers}: Ich sah drei Rehe und einen Jogger."]
    path.write_text("\n\n".join(lines))
    paragraphs = [p for s in read_article(path).sections for p in s.paragraphs]
    assert [p.kind for p in paragraphs] == ["body", "question", "body", "question", "body"]
    assert paragraphs[1].text.startswith("ZEITUNG: " if asks == "ZEITUNG" else "Wann")


def test_interview_of_two_questions(tmp_path: Path) -> None:
    """Two questions that address somebody, with answers in the first person, are no subheadings."""
    path = tmp_path / "a.txt"
    lines = ["Die Försterin wartet auf Regen", TEXT[0]]
    lines += ["Wann waren Sie zuletzt im Wald?", "Heute früh war ich dort, um sechs Uhr, wie jeden Tag."]
    lines += ["Und was haben Sie gesehen?", "Ich sah drei Rehe und einen Jogger, sonst war es still."]
    path.write_text("\n\n".join(lines))
    article = read_article(path)
    assert [section.heading for section in article.sections] == [None]
    assert [p.kind for p in article.sections[0].paragraphs] == [
        "body",
        "question",
        "body",
        "question",
        "body",
    ]
