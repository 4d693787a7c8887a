"""Plain text is understood: sections, captions, bylines, titles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from podcaster.article import describe, read_article


def test_newspaper_text_is_understood_whole(shared: Path) -> None:
    """Sections, captions, author and date of a copied article are right, and no word of it is lost."""
    path = shared / "articles" / "kasachstan.txt"
    article = read_article(path)
    assert [section.heading for section in article.sections] == [
        None,
        "Multiple Konfliktpunkte",
        "Russische Truppen gegen Regierungsumsturz",
        "Neue Möglichkeiten",
    ]
    assert article.authors == ("Jo Angerer",)
    assert article.published == date(2022, 11, 1)
    captions = [dropped.text for dropped in article.dropped if dropped.reason == "picture caption"]
    assert len(captions) == 2
    assert all("Foto:" in caption for caption in captions)
    read = [paragraph.text for section in article.sections for paragraph in section.paragraphs]
    read += [section.heading or "" for section in article.sections]
    read += [dropped.text for dropped in article.dropped]
    assert sorted(" ".join(read).split()) == sorted(path.read_text().split())


def test_given_title_wins_and_is_not_read_twice(tmp_path: Path) -> None:
    """A title given by option replaces the text's title line."""
    path = tmp_path / "a.txt"
    path.write_text("Regen im Land\n\nEs regnet seit Tagen.\n\nMorgen regnet es wieder.\n")
    article = read_article(path, title="Der Regen")
    assert article.title == "Der Regen"
    assert [p.text for s in article.sections for p in s.paragraphs] == [
        "Es regnet seit Tagen.",
        "Morgen regnet es wieder.",
    ]


def test_title_of_a_text_without_one_is_its_first_sentence_shortened(tmp_path: Path) -> None:
    """Without a title line the first sentence serves, cut at a word."""
    path = tmp_path / "a.txt"
    path.write_text("Es regnet, und zwar " + "sehr " * 30 + "viel. Morgen auch.\n")
    title = read_article(path).title
    assert title.startswith("Es regnet, und zwar sehr")
    assert title.endswith(" …")
    assert len(title) <= 80


def test_description_names_sections_and_reasons(tmp_path: Path) -> None:
    """The readable view shows title, byline, sections with minutes and what was dropped."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Regen\n\nVon Max Muster\n\nEs regnet viel.\n\nLesen Sie auch: Sonne\n\nWind\n\nEs weht.\n"
    )
    text = describe(read_article(path))
    for part in (
        "Regen",
        "Max Muster",
        "(opening)",
        "Wind",
        "min",
        "pointer to other articles: Lesen Sie auch: Sonne",
    ):
        assert part in text
