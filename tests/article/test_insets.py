"""What is set into a sentence or around a text without being part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.article.pages import TOLD, outline, read

COMMENT = "Ich finde, die Stadt hätte das Geld besser in die Schulen gesteckt, aber auf uns hört ja keiner."


@pytest.mark.parametrize(
    "marked",
    [
        '<span class="glossary">Fluss<span class="tooltip">Gewässer, das in einem Bett läuft</span></span>',
        '<span class="tooltip">Fluss<span class="tooltiptext">Gewässer</span></span>',
        'Fluss<span role="tooltip">Gewässer</span>',
        'Fluss <span class="stock-widget">ISIN DE0007164600 +1,2 %</span>',
        'Fluss <span class="kurs">-0,4%</span>',
        '<abbr class="tooltip" title="Gewässer">Fluss</abbr>',
        '<strong class="info">Fluss</strong>',
        '<span class="stock">Fluss</span>',
    ],
)
def test_explanations_and_prices_in_a_sentence(marked: str, tmp_path: Path) -> None:
    """A tooltip and a share's price are not read into the sentence; words that have them are read."""
    body = "".join(f"<p>{text}</p>" for text in TOLD).replace("Fluss", marked)
    assert outline(read(tmp_path, f"<article><h1>Das Tal</h1>{body}</article>")) == list(TOLD)


@pytest.mark.parametrize("head", ["48 Leserbeiträge", "Leserbriefe zu diesem Artikel:"])
def test_comments_below_a_heading_that_says_so(head: str, tmp_path: Path) -> None:
    """What stands below "48 Leserbeiträge" is readers' comments, however many, in elements without names."""
    body = "".join(f"<p>{text}</p>" for text in TOLD)
    comments = "".join(f"<div><b>Nutzer {i}</b><p>Meinung {i}: {COMMENT}</p></div>" for i in range(20))
    section = f"<section><h2>{head}</h2>{comments}</section>"
    page = f"<main><article><h1>Das Tal</h1>{body}</article>{section}</main>"
    assert outline(read(tmp_path, page)) == list(TOLD)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="sp_message_container"><h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt. '
        "Mehr steht in der Erklärung.</p><h2>Blatt Pur</h2><p>Nutzen Sie es für 4,99 Euro.</p></div>",
        '<p class="browserupgrade">Sie benutzen einen veralteten Browser. Bitte aktualisieren Sie ihn.</p>',
        '<div class="adblock-notice"><h2>Adblocker erkannt</h2><p>Schalten Sie ihn bitte aus.</p></div>',
    ],
)
def test_messages_amid_the_text(box: str, tmp_path: Path) -> None:
    """A consent provider's message and a word on old browsers are not read, nor do they make a chapter."""
    half = [f"<p>{text}</p>" for text in TOLD]
    page = f"<article><h1>Das Tal</h1>{''.join(half[:3])}{box}{''.join(half[3:])}</article>"
    assert outline(read(tmp_path, page)) == list(TOLD)
