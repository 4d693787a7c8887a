"""What a page's build says: boxes amid the text, headings in unusual mark-up, quotations set twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.article.pages import TOLD, outline, read

BOXES = {
    "of facts": "<div class='x1'><h3>Was eine Mühle ist</h3>"
    "<p>Mühlen mahlen Korn mit der Kraft des Wassers.</p></div>",
    "to sign up": "<div class='x2'><div><h2 class='x3'>Post aus dem Tal</h2>"
    "<p>Jede Woche das Neue aus dem Tal.</p>"
    "<button>Los</button></div></div>",
    "to buy": "<section class='x4'><div><h4>Stiefel „Tal“</h4><p>Leicht, warm und dicht bei jedem Wetter.</p>"
    "<span>99 Euro</span></div></section>",
    "of contacts": "<div><h2>Pressekontakt</h2><p>Gemeinde im Tal<br>Telefon: 0123 456</p></div>",
}


@pytest.mark.parametrize("box", BOXES)
def test_a_box_amid_the_text_is_known_by_its_build(box: str, tmp_path: Path) -> None:
    """A short element with a headline of its own, built as no part of the text is, is not read."""
    article = read(
        tmp_path,
        f"<article><h1>Das Tal</h1><p>{TOLD[0]}</p><h2>Feuer</h2><p>{TOLD[1]}</p>{BOXES[box]}<p>{TOLD[2]}</p>"
        f"<h2>Kohle</h2><p>{TOLD[3]}</p></article>",
    )
    assert outline(article) == [TOLD[0], "# Feuer", TOLD[1], TOLD[2], "# Kohle", TOLD[3]]


@pytest.mark.parametrize("wrap", ["<section>{}</section>", "<div class='b'><div>{}</div></div>"])
def test_sections_in_elements_of_their_own_are_read(wrap: str, tmp_path: Path) -> None:
    """Where every section is wrapped, none of them is taken for a box."""
    parts = list(zip(["Flut", "Feuer", "Bahn", "Kohle"], TOLD, strict=False))
    sections = "".join(wrap.format(f"<h2>{head}</h2><p>{text}</p>") for head, text in parts)
    article = read(tmp_path, f"<article><h1>Das Tal</h1><p>{TOLD[5]}</p>{sections}</article>")
    assert outline(article)[1:] == [line for head, text in parts for line in (f"# {head}", text)]
