"""Small pages for tests, built of paragraphs that are long enough to be an article's."""

from __future__ import annotations

from pathlib import Path

from podcaster.article import read_article
from podcaster.model import Article

TOLD = tuple(
    f"Im {number}. Jahr {what}, und die Leute im Dorf sprachen noch lange davon, wie es damals gewesen war."
    for number, what in enumerate(
        (
            "trat der Fluss über das Ufer",
            "brannte die alte Mühle nieder",
            "kam die Bahn in das Tal",
            "schloss das Bergwerk für immer",
            "zog die Schule in ein neues Haus",
            "baute man die zweite Brücke",
        ),
        start=3,
    )
)


def read(folder: Path, body: str, head: str = "") -> Article:
    """Read a page with `body` and with `head` in its head."""
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html lang='de'><head>{head}</head><body>{body}</body></html>")
    return read_article(path)


def outline(article: Article) -> list[str]:
    """Headings, each behind "# ", and paragraphs, in the order of reading."""
    found = []
    for section in article.sections:
        found += [f"# {section.heading}"] if section.heading else []
        found += [paragraph.text for paragraph in section.paragraphs]
    return found
