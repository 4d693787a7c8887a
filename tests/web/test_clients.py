"""Real podcast clients, as Debian ships them, against `podcaster serve`: what listeners get."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pty
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from xml.sax import saxutils

import feedparser
import httpx
import podcastparser
import pytest

from tests.web.conftest import Site, serving

_FIRST = """Der Zug ist da

Von Erika Beispiel

Am Montag fuhr der erste Zug in den neuen Bahnhof ein. Viele Leute waren gekommen, um ihn zu sehen.

Ein langer Weg

Fünf Jahre lang wurde hier gebaut. Nun ist alles fertig, sagt die Bürgermeisterin und lacht.
"""
_SECOND = """Kohle & Wind: „Wer <zahlt> das?“

Von Max Muster

Der Strom kommt aus der Steckdose, doch wer zahlt dafür? Darüber streiten sich die Fachleute seit Jahren.

Was nun

Niemand weiß es genau. Im Herbst soll ein Bericht darüber erscheinen, heißt es aus dem Ministerium.
"""


class Client(ABC):
    """A podcast client with its own empty home folder."""

    programs: tuple[str, ...]

    def __init__(self, home: Path, feed: str) -> None:
        for program in self.programs:
            if not shutil.which(program):
                pytest.skip(f"needs {program}")
        self.home = home
        self.feed = feed
        home.mkdir()
        keep = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        self.environment = {**keep, "HOME": str(home), "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
        self.subscribe()

    @abstractmethod
    def subscribe(self) -> None:
        """Tell the client of the feed."""

    @abstractmethod
    def fetch(self) -> str:
        """Let it look for new episodes and download all of them; give what it says."""

    @abstractmethod
    def episodes(self) -> list[str]:
        """Give the titles of all episodes that it knows."""

    def run(self, *command: str) -> str:
        """Run a program to its end; give what it says."""
        result = subprocess.run(
            command, env=self.environment, cwd=self.home, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=60, check=True,
        )  # fmt: skip
        return result.stdout

    def files(self) -> dict[str, tuple[str, int]]:
        """Give what was downloaded: name -> (SHA-256, time of its last change)."""
        return {path.name: (_sha256(path), path.stat().st_mtime_ns) for path in self.home.rglob("*.mp3*")}


class GPodder(Client):
    """gPodder's command line."""

    programs = ("gpo",)

    def subscribe(self) -> None:
        self.environment |= {
            "GPODDER_HOME": str(self.home / "state"),
            "GPODDER_DOWNLOAD_DIR": str(self.home / "downloads"),
        }
        self.run("gpo", "subscribe", self.feed)

    def fetch(self) -> str:
        return self.run("gpo", "update") + self.run("gpo", "download")

    def episodes(self) -> list[str]:
        with contextlib.closing(sqlite3.connect(self.home / "state" / "Database")) as database:
            return [title for (title,) in database.execute("SELECT title FROM episode")]


class Podget(Client):
    """podget, a shell script around wget; it knows addresses, and no guids.

    By default it lets wget continue whatever file has the right name (-c), and so would append the end of a
    re-voiced episode to its old sound, whatever the server says: switched off, as docs/serve.md advises.
    """

    programs = ("podget", "wget")

    def subscribe(self) -> None:
        self.run("podget", "-d", str(self.home / "settings"), "--create-config", "podgetrc")
        settings = self.home / "settings" / "podgetrc"
        settings.write_text(settings.read_text().replace('"-c -nH"', '"-nH"'))
        (self.home / "settings" / "serverlist").write_text(f"{self.feed} News Artikel\n")

    def fetch(self) -> str:
        return self.run("podget", "-d", str(self.home / "settings"))

    def episodes(self) -> list[str]:
        return [path.name for path in self.home.rglob("*.mp3")]


class Newsboat(Client):
    """newsboat, which puts new episodes on the list of podboat, which downloads them."""

    programs = ("newsboat", "podboat")

    def subscribe(self) -> None:
        folder = self.home / ".newsboat"
        folder.mkdir()
        (self.home / "downloads").mkdir()
        (folder / "urls").write_text(f"{self.feed}\n")
        (folder / "config").write_text(f'download-path "{self.home}/downloads"\npodcast-auto-enqueue yes\n')

    def fetch(self) -> str:
        said = self.run("newsboat", "-x", "reload", "print-unread")
        queue = self.home / ".newsboat" / "queue"
        waiting = queue.read_text().splitlines()
        if any(not line.endswith(" downloaded") for line in waiting):
            self._podboat(len(waiting))
        return said

    def _podboat(self, wanted: int) -> None:
        """Let podboat download its list on a terminal, and quit it by its key."""
        terminal, inner = pty.openpty()
        with subprocess.Popen(
            ["podboat", "-a"],
            env=self.environment,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
        ):
            os.close(inner)
            end = time.monotonic() + 30
            finished: list[Path] = []
            while time.monotonic() < end and len(finished) < wanted:
                if select.select([terminal], [], [], 0.1)[0]:
                    os.read(terminal, 65536)
                finished = list((self.home / "downloads").glob("*.mp3"))
            os.write(terminal, b"q")
            with contextlib.suppress(OSError):
                while os.read(terminal, 65536):
                    pass
        os.close(terminal)
        assert len(finished) == wanted

    def episodes(self) -> list[str]:
        with contextlib.closing(sqlite3.connect(self.home / ".newsboat" / "cache.db")) as database:
            return [title for (title,) in database.execute("SELECT title FROM rss_item WHERE deleted = 0")]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(folder: Path, *articles: Path) -> None:
    """Build articles with the program, with the voice that needs no network."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / ".cache")}
    command = [sys.executable, "-m", "podcaster", "--project", str(folder), "build", "--voice", "pico"]
    subprocess.run([*command, *articles], check=True, capture_output=True, timeout=120, env=environment)


@pytest.fixture
def podcast(tmp_path: Path) -> Iterator[Site]:
    """Build two articles, and serve them."""
    folder = tmp_path / "podcast"
    folder.mkdir()
    for name, text in (("a.txt", _FIRST), ("b.txt", _SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
    build(folder, folder / "a.txt", folder / "b.txt")
    with serving(folder) as site:
        yield site


def published(site: Site) -> dict[str, str]:
    """Give the sound files there are: name -> SHA-256."""
    return {path.name: _sha256(path) for path in (site.folder / "audio").glob("*.mp3")}


def voice_again(site: Site) -> str:
    """Change an article and build it anew; give the name of its sound, which is another now."""
    before = published(site)
    article = site.folder / "a.txt"
    article.write_text(_FIRST.replace("Fünf Jahre", "Sieben Jahre"), encoding="utf-8")
    build(site.folder, article)
    (changed,) = (name for name, digest in published(site).items() if before.get(name) != digest)
    assert set(published(site)) == set(before)
    return changed


@pytest.mark.parametrize("kind", [GPodder, Podget, Newsboat])
def test_a_client(kind: type[Client], podcast: Site, tmp_path: Path) -> None:
    """A client sees every episode once with its bytes, none twice, and none anew when it is re-voiced."""
    client = kind(tmp_path / "client", podcast.feed)
    client.fetch()
    first = client.files()
    assert {name: digest for name, (digest, _) in first.items()} == published(podcast)
    assert len(client.episodes()) == 2

    client.fetch()
    assert client.files() == first
    assert len(client.episodes()) == 2

    changed = voice_again(podcast)
    said = client.fetch()
    assert len(client.episodes()) == 2
    after = client.files()
    assert set(after) == set(first)
    untouched = {name: entry for name, entry in after.items() if name != changed}
    assert untouched == {name: entry for name, entry in first.items() if name != changed}
    if kind is GPodder:
        assert "0 new episodes" in said
        assert "0 episodes downloaded" in said
    if kind is Podget:  # replaces the old sound by the new, under its old name
        assert after[changed][0] == published(podcast)[changed]
    if kind is Newsboat:
        assert "2 unread articles" in said


def test_parsers(podcast: Site) -> None:
    """podcastparser and feedparser read every episode and its sound, and know it again after a re-voicing."""

    def guids() -> tuple[list[str], list[str]]:
        document = httpx.get(podcast.feed).content
        one = podcastparser.parse(podcast.feed, io.BytesIO(document))
        other = feedparser.parse(document)
        assert not other.bozo
        for episode in one["episodes"]:
            (enclosure,) = episode["enclosures"]
            sound = httpx.get(enclosure["url"])
            assert len(sound.content) == enclosure["file_size"]
            assert sound.headers["content-type"] == enclosure["mime_type"] == "audio/mpeg"
        assert [e["title"] for e in one["episodes"]] == [saxutils.unescape(e.title) for e in other.entries]
        return [e["guid"] for e in one["episodes"]], [e.id for e in other.entries]

    first = guids()
    assert first[0] == first[1]
    assert len(set(first[0])) == 2
    voice_again(podcast)
    assert guids() == first


def test_a_client_behind_a_key(tmp_path: Path, podcast: Site) -> None:
    """A client that knows the secret address gets everything through it."""
    with serving(podcast.folder, "--key") as secret:
        client = GPodder(tmp_path / "client", secret.feed)
        client.fetch()
        assert {name: digest for name, (digest, _) in client.files().items()} == published(podcast)
