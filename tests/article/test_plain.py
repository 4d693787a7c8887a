"""Plain text is understood: sections, captions, bylines, titles."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from podcaster.article import describe, read_article
from tests.article.copied import Style, copied


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


@pytest.mark.parametrize("style", ["airy", "dense", "bare"])
def test_text_copied_from_a_page_keeps_its_chapters(shared: Path, tmp_path: Path, style: Style) -> None:
    """Of real articles' subheadings as lines of text, at most three in a hundred are missed or invented."""
    hits = found = wanted = 0
    for gold in json.loads((shared / "articles" / "dev" / "gold.json").read_text()):
        path = tmp_path / "copied.txt"
        path.write_text(copied(gold, style))
        article = read_article(path)
        have = Counter(_words(section.heading or "") for section in article.sections if section.heading)
        want = Counter(_words(" ".join(s["headline"])) for s in gold["sections"] if s["headline"])
        hits, found, wanted = hits + sum((have & want).values()), found + have.total(), wanted + want.total()
        read = " ".join(paragraph.text for section in article.sections for paragraph in section.paragraphs)
        for noise in ("Foto:", "Bild:", "Lesen Sie auch", "Mehr zum Thema", "Anzeige", "(dpa)", "3.5.2024"):
            assert noise not in read
    assert hits / found >= 0.97
    assert hits / wanted >= 0.97


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_text_below_a_pointer_is_kept(tmp_path: Path) -> None:
    """Only the headline in one block with "Lesen Sie auch" goes; subheading and short paragraphs stay."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Regen im Land\n\nEs regnet seit Tagen im ganzen Land.\n\nLesen Sie auch\nSonne im Süden\n\n"
        "Die Flüsse steigen\n\nAm Abend stieg der Fluss um zwei Meter.\n\nMehr zum Thema\nWind im Norden\n"
    )
    article = read_article(path)
    assert [section.heading for section in article.sections] == [None, "Die Flüsse steigen"]
    assert article.sections[1].paragraphs[0].text == "Am Abend stieg der Fluss um zwei Meter."
    assert [d.text for d in article.dropped if "S" in d.text[:1] or "Wind" in d.text] == [
        "Sonne im Süden",
        "Wind im Norden",
    ]


def test_menu_above_the_title_is_dropped(tmp_path: Path) -> None:
    """A browser's copy begins with the page's menu; title, authors and captions are found below it."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Startseite\nPolitik\nWirtschaft\nSport\nKultur\nReise\nWissen\nSuche\nAnmelden\n\n"
        "Der Regen will im ganzen Land nicht enden\n\nLena Hart und Tom Brüll\n"
        "Stand: 12.03.2024, 14:30 Uhr\n\n"
        "Ein Haus am Fluss.\nFoto: Max Muster/dpa\n\nEs regnet seit Tagen im ganzen Land.\n"
    )
    article = read_article(path)
    assert article.title == "Der Regen will im ganzen Land nicht enden"
    assert article.authors == ("Lena Hart", "Tom Brüll")
    assert article.published == date(2024, 3, 12)
    assert [p.text for s in article.sections for p in s.paragraphs] == [
        "Es regnet seit Tagen im ganzen Land."
    ]


def test_reports_about_channels_and_letters_are_read(tmp_path: Path) -> None:
    """A sentence that tells of a channel or a newsletter is the article's; one that sells it is not."""
    told = [
        "Die Polizei informierte auf ihrem Telegram-Kanal über den Einsatz.",
        "Der Abgeordnete verschickte in seinem Newsletter falsche Zahlen an 12.000 Menschen.",
        "Der Autor ist sich sicher, dass sein Roman kein Schlüsselroman ist.",
    ]
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(["Regen im Land", *told, "Abonnieren Sie unseren Kanal bei WhatsApp."]))
    article = read_article(path)
    assert [p.text for s in article.sections for p in s.paragraphs] == told
