"""Every data/NAME.txt, .md or .html is understood as data/NAME.json says (the keys that it has)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from podcaster.article import article_json, read_article

DATA = Path(__file__).parent / "data"
INPUTS = sorted(path for path in DATA.iterdir() if path.suffix in {".txt", ".md", ".html"})


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_article_is_understood_as_written_beside_it(path: Path) -> None:
    """What `inspect --json` says of the file is what stands in the JSON file of the same name."""
    expected = json.loads(path.with_suffix(".json").read_text())
    found = article_json(read_article(path))
    assert {key: found[key] for key in expected} == expected


def test_every_expectation_has_its_input() -> None:
    """No JSON file is left behind whose input was renamed or removed."""
    inputs = {path.stem for path in INPUTS}
    assert {path.stem for path in DATA.glob("*.json")} == inputs
