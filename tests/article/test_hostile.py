"""Broken and hostile input ends in an article or in one sentence, and soon."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from podcaster.article import article_json, describe, read_article
from podcaster.errors import PodcasterError
from tests.processor import measured

PARAGRAPH = "<p>Es regnet in Köln, und das den ganzen Tag lang, sagte die Wetterfrau am Montag.</p>"
HOSTILE = {
    "deep.html": "<html><body>" + "<div>" * 5000 + PARAGRAPH * 5,
    "deep-inline.html": "<html><body>" + "<span>" * 20000 + "Es regnet. " * 30,
    "open.html": "<html><body>" + "".join(f"<div>{PARAGRAPH}" for _ in range(1000)),
    "headings.html": "<article>" + f"<h2>Teilen</h2>{PARAGRAPH}" * 3000,
    "names.html": '<html><body><div class="' + "a-b " * 100_000 + '">' + PARAGRAPH * 5,
    "one-word.txt": "A" * 1_000_000,
    "one-line.txt": "Es regnet und " * 50_000,
    "short-lines.txt": "".join(f"Es regnet {i}\n" for i in range(10_000)),
    "wrapped.txt": "".join(f"Zeile {i}: So endlos weit ist dieser Absatz noch\n" for i in range(20_000)),
    "dashes.txt": ("–" * 400 + "\n\n") * 200,
    "brackets.txt": "(" * 5000 + "dpa/" * 1000,
    "credits.txt": "Foto: " * 5000,
    "json.html": '<html><script type="application/ld+json">' + "[" * 50_000 + f"</script><body>{PARAGRAPH}",
    "entities.html": "<html><body><p>" + "&amp;" * 100_000,
    "front.md": "---\n" + "a: [" * 500 + "\n---\nEs regnet.",
    "bomb.md": "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefg", "bcdefgh", strict=True))
    + "---\nEs regnet in Köln.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_does_no_harm(name: str, tmp_path: Path) -> None:
    """However deep, long or repetitive: an article, or an error of one line, within some seconds of work."""
    path = tmp_path / name
    path.write_text(HOSTILE[name])
    with measured() as work:
        try:
            describe(read_article(path))
        except PodcasterError as error:
            assert "\n" not in str(error)  # noqa: PT017
    assert work.jobs < 15  # 5


def test_damaged_pages_do_no_harm(tmp_path: Path) -> None:
    """Pages with bytes lost, doubled and changed: an article whole in itself, or an error of one line."""
    chance = random.Random(1)
    pages = sorted((Path(__file__).parent / "data").glob("*.html"))
    for _ in range(60):
        data = bytearray(chance.choice(pages).read_bytes())
        start, end = sorted(chance.sample(range(len(data)), 2))
        match chance.randrange(3):
            case 0:
                del data[start:end]
            case 1:
                data[start:start] = data[start:end]
            case _:
                for at in chance.sample(range(len(data)), 50):
                    data[at] = chance.randrange(256)
        path = tmp_path / f"page{chance.choice(['.html', '.txt', '.md'])}"
        path.write_bytes(data)
        try:
            found = article_json(read_article(path, force=True))
        except PodcasterError as error:
            assert "\n" not in str(error)  # noqa: PT017
        else:
            assert found["title"]
            assert all(text.strip() for section in found["sections"] for text in section["paragraphs"])
