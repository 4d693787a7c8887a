"""Real newspaper pages, scored against what people marked as title, authors, sections and paragraphs."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import runpy
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from podcaster.article import article_json, read_article


def _as_saved(page: str) -> str:
    return page


def _without_data(page: str) -> str:
    """Without JSON-LD."""
    return re.sub(r"<script[^>]*ld\+json.*?</script>", "", page, flags=re.DOTALL | re.IGNORECASE)


def _with_strange_names(page: str) -> str:
    """With classes, ids and the like that say nothing, as if from an editorial system that nobody knows."""
    root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag != "meta":
            for name in set(element.keys()) - {
                "href",
                "src",
                "datetime",
                "type",
                "hidden",
                "style",
                "rel",
                "lang",
            }:
                strange = "".join(
                    chr(97 + byte % 26) for byte in hashlib.sha256(element.get(name).encode()).digest()
                )
                element.set(name, strange[:12])
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, Any]]:
    """Give what people marked in the pages."""
    found: list[dict[str, Any]] = json.loads((shared / "articles" / "dev" / "gold.json").read_text())
    return found


def _score(
    shared: Path, gold: list[dict[str, Any]], folder: Path, change: Callable[[str], str] = _as_saved
) -> Counter[str]:
    """Score all pages with the script beside them; sums over the pages."""
    score_one = runpy.run_path(str(shared / "articles" / "score_articles.py"))["score_one"]
    total: Counter[str] = Counter()
    for entry in gold:
        page = folder / f"{entry['id']}.html"
        saved = gzip.decompress((shared / "articles" / "dev" / f"{page.name}.gz").read_bytes())
        page.write_text(change(saved.decode(errors="replace")))
        scored = score_one(entry, article_json(read_article(page)))
        total.update({key: int(value) for key, value in scored.items()})
        total["articles"] += 1
    return total


@pytest.fixture(scope="module")
def scores(
    shared: Path, gold: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> Counter[str]:
    """Give the score of the pages as they were saved."""
    return _score(shared, gold, tmp_path_factory.mktemp("pages"))


def _f1(total: Counter[str], kind: str) -> float:
    return 2 * total[f"{kind}_tp"] / (total[f"{kind}_pred"] + total[f"{kind}_gold"])


def test_subheadings_are_found_and_nothing_else(scores: Counter[str]) -> None:
    """Of the chapters that an editor set, hardly one is lost or invented."""
    assert _f1(scores, "h") >= 0.99


def test_text_is_whole_and_clean(scores: Counter[str]) -> None:
    """Nearly all words are the article's, nearly none of them is missing, and they stand in their section."""
    assert _f1(scores, "t") >= 0.99
    assert scores["t_tp"] / scores["t_pred"] >= 0.99
    assert scores["placed"] / scores["paras"] >= 0.98
    assert scores["perfect"] >= scores["articles"] - 2


def test_title_and_authors_are_the_page_s(scores: Counter[str]) -> None:
    """The title is the article's, not the site's; authors are people."""
    assert scores["title"] / scores["articles"] >= 0.9
    assert _f1(scores, "a") >= 0.95


@pytest.mark.parametrize("change", [_without_data, _with_strange_names])
def test_pages_are_understood_without_what_helps(
    shared: Path, gold: list[dict[str, Any]], tmp_path: Path, change: Callable[[str], str]
) -> None:
    """Neither the page's own data nor telling class names are needed to find text and chapters."""
    found = _score(shared, gold, tmp_path, change)
    assert _f1(found, "h") >= 0.96
    assert _f1(found, "t") >= 0.988
    assert found["placed"] / found["paras"] >= 0.96


def test_appeals_and_notices_of_the_page_are_not_read(tmp_path: Path) -> None:
    """A fragment of a page is read as one, without appeals for money, notices and logins."""
    path = tmp_path / "a.html"
    told = "Es regnet seit Tagen im ganzen Land, und die Flüsse steigen weiter an."
    noise = (
        "Der Artikel wird nach der Werbung fortgesetzt",
        "Hier finden Sie Inhalte von Instagram",
        "Bereits Abonnent? Hier anmelden",
        "Unsere Arbeit bei zeitung.de wird fast nur durch freiwillige Spenden bezahlt.",
    )
    path.write_text(
        f"Regen <p>{told}</p>" + "".join(f"<p>{text}</p>" for text in noise) + f"<p>{told} Bald.</p>"
    )
    article = read_article(path)
    assert [p.text for s in article.sections for p in s.paragraphs] == [told, told + " Bald."]


def test_a_list_without_links_is_the_articles_own(tmp_path: Path) -> None:
    """A list is read although its class sounds like links to other articles; a station is no author."""
    path = tmp_path / "a.html"
    told = "Es regnet seit Tagen im ganzen Land, und die Flüsse steigen weiter an. " * 3
    path.write_text(
        f"<p>von Lucas Grothe, MDR SACHSEN-ANHALT</p><p>{told}</p><ul class='article-list'>"
        f"<li>Marode Dämme: viele.</li><li>Wenig Personal: überall.</li></ul><p>{told} Bald.</p>"
    )
    article = read_article(path)
    read = [p.text for s in article.sections for p in s.paragraphs]
    assert read[1:3] == ["Marode Dämme: viele.", "Wenig Personal: überall."]
    assert article.authors == ("Lucas Grothe",)
