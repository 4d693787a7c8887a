"""A small podcast with two real episodes, and the program serving it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from podcaster.episode import read_episodes
from podcaster.feed import write_feeds
from podcaster.project import load_project
from podcaster.web import write_pages
from tests import making


@dataclass(frozen=True)
class Site:
    """A project that is served.

    Attributes:
        folder: The project's.
        url: Address of the folder that holds feeds/ and audio/, with a slash at its end.
        process: The server.
    """

    folder: Path
    url: str
    process: subprocess.Popen[str]

    @property
    def feed(self) -> str:
        """The feed's address."""
        return f"{self.url}feeds/podcast.xml"

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask for a path below the site's address; nothing is unpacked or followed unless asked for."""
        plain = {"accept-encoding": "identity"}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.get(f"{self.url}{path}", headers={**plain, **named}, timeout=20)


def publish(folder: Path) -> None:
    """Write feeds and pages from the manifests, as a build does at its end."""
    project = load_project(folder, {})
    episodes = read_episodes(project.audio)
    write_feeds(project, episodes)
    write_pages(project, episodes)


def make_podcast(folder: Path) -> Path:
    """Make a project with two episodes, the second with hostile words in its title."""
    making.episode(folder / "audio")
    second = making.article(
        'Wer hat </script><script>alert("Angst")</script> & warum?', url="https://zeitung.example/2"
    )
    making.episode(folder / "audio", second, slug="angst", guid="https://zeitung.example/2")
    publish(folder)
    for file in (folder / "audio").iterdir():  # a date is a good validator of what is not of this second
        os.utime(file, (time.time() - 3600,) * 2)
    return folder


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Site]:
    """Run `podcaster serve` on a free port until the block ends."""
    command = [sys.executable, "-m", "podcaster", "--project", str(folder), "serve", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            lines = (re.match(r"Page: (http\S+/)feeds/", line) for line in process.stdout)
            page = next((found for found in lines if found), None)
            assert page, process.stderr and process.stderr.read()
            yield Site(folder, page[1], process)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.communicate(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a podcast that no test changes."""
    with serving(make_podcast(tmp_path_factory.mktemp("podcast"))) as found:
        yield found


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Site]]:
    """Give a function that serves a podcast of the test's own; options as on the command line."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        make_podcast(tmp_path)
        yield lambda *options: stack.enter_context(serving(tmp_path, *options))
