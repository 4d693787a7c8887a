"""A small world for runs that nobody watches: a newspaper on loopback, and projects that read its feed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import feedparser
import miniaudio
import mutagen.mp3

from podcaster.project import Project, load_project

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
_WORDS = (
    "Bahn Regen Schule Wahl Hafen Brot Wind Straße Kohle Arzt Fluss Messe Garten Bank Turm Licht Markt Wald "
    "Insel Brücke Motor Papier Wasser Fenster Lehrer Winter Sommer Stein Vogel Karte"
).split()


def sentences(number: int, count: int = 3, seed: str = "") -> list[str]:
    """Short German sentences that no other number has."""
    pick = random.Random(f"{number} {seed}")
    return [
        f"Der {pick.choice(_WORDS)} und die {pick.choice(_WORDS)} von {pick.choice(_WORDS)} "
        f"{pick.randrange(2, 99)} sind nach {pick.choice(_WORDS)} und {pick.choice(_WORDS)} nicht zu sehen."
        for _ in range(count)
    ]


def page(title: str, paragraphs: list[str], *, canonical: str = "") -> bytes:
    """An article as a web page."""
    link = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{escape(title)}</title>{link}'
        f"</head><body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    ).encode()


@dataclass
class Entry:
    """An article of the newspaper, and its entry in the feed."""

    number: int
    title: str
    paragraphs: list[str]
    published: datetime = NOW
    updated: datetime | None = None
    category: str = "Politik"
    link: str = ""
    there: bool = True

    @property
    def path(self) -> str:
        return f"/artikel/{self.number}"


def entry(number: int, **fields: object) -> Entry:
    """A new article."""
    given = {
        "title": f"Nachricht {number} aus {_WORDS[number % 30]}",
        "paragraphs": sentences(number),
    } | fields
    return Entry(number, **given)  # type: ignore[arg-type]


@dataclass
class Paper:
    """A newspaper on loopback: pages of its articles, and a feed that answers conditional requests.

    Attributes:
        entries: What the feed lists, the oldest first; pages of entries that were taken out stay.
        requests: Path and status of every answer, in order.
        answers: Path -> own answer, instead of a page.
    """

    entries: list[Entry] = field(default_factory=list)
    requests: list[tuple[str, int]] = field(default_factory=list)
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    pages: dict[str, Entry] = field(default_factory=dict)
    port: int = 0

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def feed(self) -> str:
        return f"{self.home}/feed.xml"

    def add(self, new: Entry) -> Entry:
        """Publish an article."""
        self.entries.append(new)
        self.pages[new.path] = new
        return new

    def rss(self) -> bytes:
        items = "".join(
            f"<item><title>{escape(e.title)}</title><link>{escape(e.link or self.home + e.path)}</link>"
            f'<guid isPermaLink="false">paper-{e.number}</guid><category>{escape(e.category)}</category>'
            f"<pubDate>{format_datetime(e.published)}</pubDate>"
            f"<description>{escape(' '.join(e.paragraphs)[:60])}</description>"
            + (f"<atom:updated>{e.updated.isoformat()}</atom:updated>" if e.updated else "")
            + "</item>"
            for e in reversed(self.entries)
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?>'
            '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Blatt</title>'
            f"<link>{self.home}</link><description>Nachrichten</description>{items}</channel></rss>"
        ).encode()

    @contextmanager
    def open(self) -> Iterator[Paper]:
        """Serve while the block runs."""
        paper = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                pass

            def send(self, status: int, data: bytes, kind: str, etag: str = "") -> None:
                paper.requests.append((self.path, status))
                self.send_response(status)
                if etag:
                    self.send_header("ETag", etag)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def do_GET(self) -> None:
                with suppress(ConnectionError):
                    self.answer()

            def answer(self) -> None:
                if self.path in paper.answers:
                    paper.requests.append((self.path, 200))
                    paper.answers[self.path](self)
                elif self.path == "/feed.xml":
                    data = paper.rss()
                    etag = f'"{sha256(data).hexdigest()[:16]}"'
                    if self.headers.get("If-None-Match") == etag:
                        paper.requests.append((self.path, 304))
                        self.send_response(304)
                        self.send_header("ETag", etag)
                        self.end_headers()
                    else:
                        self.send(200, data, "application/rss+xml", etag)
                else:
                    found = paper.pages.get(self.path)
                    if found and found.there:
                        self.send(200, page(found.title, found.paragraphs), "text/html; charset=utf-8")
                    else:
                        self.send(404, b"nicht da", "text/plain")

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()


def make_project(folder: Path, settings: str = "") -> Project:
    """A project that speaks with pico, with a clip cache of its own and the given tables."""
    folder.mkdir(parents=True, exist_ok=True)
    voices = f'[voices]\ndefault = "pico"\ncache = "{folder}/clips"\n' if "[voices]" not in settings else ""
    (folder / "podcaster.toml").write_text(voices + settings, encoding="utf-8")
    return load_project(folder, {})


def article_file(folder: Path, number: int, *, count: int = 2, seed: str = "") -> Path:
    """Write an article as plain text."""
    path = folder / f"artikel-{number}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n\n".join([f"Nachricht {number} aus {_WORDS[number % 30]}", *sentences(number, count, seed)])
    path.write_text(text + "\n", encoding="utf-8")
    return path


def command(project: Project, *words: str) -> list[str]:
    return [sys.executable, "-m", "podcaster", "--project", str(project.folder), *words]


def run(project: Project, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PODCASTER_")} | more
    return subprocess.run(
        command(project, *words), env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def check_feed(project: Project, *, killed: bool = False) -> dict[str, str]:
    """Parse the feed, see that all it names is whole on disk, and give guid -> title.

    A run that was `killed` after it put a new sound in the place of an old one has not come to telling
    its new length in the feed; the sound is whole all the same.
    """
    path = project.feeds / "podcast.xml"
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo, found.bozo_exception
    for item in found.entries:
        (sound,) = item.enclosures
        mp3 = project.audio / sound.href.partition("?")[0].rsplit("/", 1)[-1]
        if killed and mp3.stat().st_size != int(sound.length):
            assert is_whole(mp3), f"{mp3} is not whole"
        assert killed or mp3.stat().st_size == int(sound.length), f"{mp3} has another length"
        assert mp3.with_suffix(".json").exists()
    guids = [item.id for item in found.entries]
    assert len(set(guids)) == len(guids), "an episode stands there twice"
    return {item.id: item.title for item in found.entries}


def is_whole(mp3: Path) -> bool:
    """Whether as much sound is in the file as its header says."""
    about: Any = mutagen.mp3.MP3(mp3).info
    return bool(abs(miniaudio.mp3_read_file_s16(str(mp3)).duration - about.length) < 0.1)


def leftovers(folder: Path) -> list[Path]:
    """Temporary files anywhere below."""
    return [p for p in folder.rglob("*") if p.name.endswith(".part") or p.name.startswith((".tmp", "tmp"))]


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait for a condition, for so long at most."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
