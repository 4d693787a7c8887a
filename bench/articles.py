"""How well and how fast pages are understood, beside trafilatura (where it is installed) in the same run.

Run: python bench/articles.py [GOLD.json]   (default: ../shared/articles/dev/gold.json, pages beside it)
Scores are those of ../shared/articles/score_articles.py; times are CPU milliseconds a page, without imports.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from podcaster.article import article_json, read_article
from podcaster.errors import PodcasterError

SHARED = Path(os.environ.get("PODCASTER_SHARED", Path(__file__).parents[2] / "shared"))


def ours(path: Path) -> dict[str, Any]:
    """What podcaster understands of a page."""
    try:
        return article_json(read_article(path))
    except PodcasterError as error:
        return {"error": str(error)}


def trafilaturas(path: Path) -> dict[str, Any]:
    """What trafilatura understands of a page, in its precision mode, cut at its headings."""
    import trafilatura
    from lxml import etree

    xml = trafilatura.extract(
        path.read_bytes(),
        output_format="xml",
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
    )
    if not xml:
        return {"error": "nothing"}
    root = etree.fromstring(xml.encode())
    sections: list[dict[str, Any]] = [{"heading": None, "paragraphs": []}]
    for element in root.iter("head", "p", "item", "quote"):
        text = " ".join("".join(element.itertext()).split())
        if element.tag == "head":
            sections.append({"heading": text, "paragraphs": []})
        elif text:
            sections[-1]["paragraphs"].append(text)
    authors = [name for name in re.split(r";\s*", root.get("author") or "") if name]
    return {
        "title": root.get("title"),
        "authors": authors,
        "published": root.get("date"),
        "sections": sections,
    }


def measure(name: str, read: Callable[[Path], dict[str, Any]], pages: dict[str, Path], gold: Path) -> float:
    """Print the score and the time a page; give the time."""
    read(next(iter(pages.values())))
    started = time.process_time()
    found = {key: read(path) for key, path in pages.items()}
    spent = 1000 * (time.process_time() - started) / len(pages)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as predictions:
        json.dump(found, predictions)
        predictions.flush()
        script = SHARED / "articles" / "score_articles.py"
        scored = subprocess.run(
            [sys.executable, script, gold, predictions.name], capture_output=True, text=True, check=True
        )
    print(f"{name:12} {scored.stdout.strip()} | {spent:.0f} ms a page")
    return spent


def main() -> None:
    """Measure both."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "articles" / "dev" / "gold.json"
    with tempfile.TemporaryDirectory() as folder:
        pages = {}
        for entry in json.loads(gold.read_text()):
            pages[entry["id"]] = Path(folder) / f"{entry['id']}.html"
            packed = gold.parent / f"{entry['id']}.html.gz"
            pages[entry["id"]].write_bytes(gzip.decompress(packed.read_bytes()))
        own = measure("podcaster", ours, pages, gold)
        try:
            theirs = measure("trafilatura", trafilaturas, pages, gold)
        except ImportError:
            print("trafilatura is not installed: nothing to compare with")
        else:
            print(f"time: {own / theirs:.2f} of trafilatura's")


if __name__ == "__main__":
    main()
