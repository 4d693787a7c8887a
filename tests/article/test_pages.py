"""Real newspaper pages, scored against what people marked as title, authors, sections and paragraphs."""

from __future__ import annotations

import gzip
import json
import runpy
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from podcaster.article import article_json, read_article


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """Score all pages with the script beside them; sums over the pages."""
    folder = tmp_path_factory.mktemp("pages")
    score_one: Callable[..., dict[str, Any]] = runpy.run_path(str(shared / "articles" / "score_articles.py"))[
        "score_one"
    ]
    total: Counter[str] = Counter()
    for gold in json.loads((shared / "articles" / "dev" / "gold.json").read_text()):
        page = folder / f"{gold['id']}.html"
        page.write_bytes(gzip.decompress((shared / "articles" / "dev" / f"{page.name}.gz").read_bytes()))
        scored = score_one(gold, article_json(read_article(page)))
        total.update({key: int(value) for key, value in scored.items()})
        total["articles"] += 1
    return total


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
