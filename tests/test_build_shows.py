"""Building into one of several shows, and with the article's picture."""

from __future__ import annotations

import http.server
import io
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from podcaster.episode import read_episodes

TEXT = """Der Zug fährt wieder

Nach drei Jahren Pause fährt der Nachtzug wieder. Die Fahrt dauert elf Stunden.
"""
SETTINGS = """
[shows.politik]
title = "Politik"

[[sources]]
folder = "neu"
show = "politik"
"""
PAGE = """<!DOCTYPE html><html lang="de"><head><title>Der Zug fährt wieder</title>
<meta property="og:type" content="article"><meta property="og:image" content="{base}/bild.jpg"></head>
<body><article><h1>Der Zug fährt wieder</h1>
<p>Nach drei Jahren Pause fährt der Nachtzug zwischen den beiden Städten wieder, und zwar jeden Tag.</p>
<p>Die Fahrt dauert elf Stunden, und das Frühstück ist im Preis enthalten, sagt die Bahn dazu.</p>
<p>Für den Winter sind weitere Verbindungen geplant, über die noch nicht entschieden worden ist.</p>
</article></body></html>"""


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `podcaster build` with Pico in a project."""
    command = [sys.executable, "-m", "podcaster", "--project", str(folder), "build", "--voice", "pico"]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a second show, and an article in neu/."""
    (tmp_path / "podcaster.toml").write_text(SETTINGS)
    (tmp_path / "neu").mkdir()
    (tmp_path / "neu" / "zug.txt").write_text(TEXT)
    return tmp_path


def test_an_article_goes_to_the_show_that_is_named_and_stays_there(folder: Path) -> None:
    """--show puts an episode into a show; a build that names none leaves it there, another moves it."""
    path = str(folder / "neu" / "zug.txt")
    result = build(folder, path, "--show", "politik")
    assert result.returncode == 0, result.stderr
    assert "politik.xml" in result.stdout
    assert [episode.show for episode in read_episodes(folder / "audio")] == ["politik"]
    assert "1 unchanged" in build(folder, path).stderr
    assert "1 built" in build(folder, path, "--show", "podcast").stderr
    assert [episode.show for episode in read_episodes(folder / "audio")] == ["podcast"]
    assert "zug-faehrt" in (folder / "feeds" / "podcast.xml").read_text()


def test_a_source_may_be_for_a_show(folder: Path) -> None:
    """What a source with `show` brings belongs to that show."""
    result = build(folder)
    assert result.returncode == 0, result.stderr
    assert [episode.show for episode in read_episodes(folder / "audio")] == ["politik"]


def test_a_show_that_is_not_there_is_wrong_usage(folder: Path) -> None:
    """An unknown show is named, at the command line and in a source, and nothing is built."""
    result = build(folder, str(folder / "neu" / "zug.txt"), "--show", "sport")
    assert (result.returncode, list((folder / "audio").glob("*.mp3"))) == (2, [])
    assert (
        result.stderr
        == "podcaster: sport: podcaster.toml has no show of this name; it has podcast, politik.\n"
    )
    (folder / "podcaster.toml").write_text('[[sources]]\nfolder = "neu"\nshow = "sport"\n')
    result = build(folder)
    assert result.returncode == 2
    assert "the show sport" in result.stderr


@pytest.fixture
def web() -> Iterator[str]:
    """Serve a page and its picture, green and large."""
    picture = io.BytesIO()
    Image.new("RGB", (1800, 1500), "green").save(picture, "JPEG")

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            base = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
            page = self.path == "/zug"
            data = PAGE.format(base=base).encode() if page else picture.getvalue()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8" if page else "image/jpeg")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_articles_picture_becomes_the_cover(tmp_path: Path, web: str) -> None:
    """A page that is fetched brings its picture; a saved page does not make the program ask the web."""
    result = build(tmp_path, f"{web}/zug")
    assert result.returncode == 0, result.stderr
    (cover,) = (tmp_path / "audio").glob("*.jpg")
    red, green, blue = Image.open(cover).resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert green > 100 > red + blue
    (tmp_path / "saved.html").write_text(PAGE.format(base=web).replace("wieder", "nie wieder"))
    assert build(tmp_path, str(tmp_path / "saved.html")).returncode == 0
    (drawn,) = (path for path in (tmp_path / "audio").glob("*.jpg") if path != cover)
    red, green, blue = Image.open(drawn).resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert green < 100
