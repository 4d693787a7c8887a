"""`check --url`: a good server has no findings, and what a poor one does wrong is named."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from podcaster.checking import check_server
from podcaster.episode import read_episodes
from podcaster.project import Project
from podcaster.publishing import publish
from podcaster.settings import Settings, Show
from tests import making
from tests.web.conftest import make_podcast, serving


def test_podcaster_serve_does_all_that_apps_ask_for(tmp_path: Path) -> None:
    """HEAD, byte ranges, types, lengths, conditions: `serve` passes its own check."""
    with serving(make_podcast(tmp_path)) as site:
        assert [str(finding) for finding in check_server(site.feed)] == []


class Poor(http.server.SimpleHTTPRequestHandler):
    """A server as `python -m http.server` is one: no byte ranges, types by guess."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class Poorer(Poor):
    """One that knows no HEAD either."""

    def do_HEAD(self) -> None:
        """Refuse."""
        self.send_error(405)


@contextmanager
def poor_server(folder: Path, kind: type[Poor] = Poor) -> Iterator[int]:
    """Serve files, poorly."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Project, str]]:
    """A project on a poor server, whose base_url is right."""
    with poor_server(tmp_path) as port:
        project = Project(tmp_path, Settings(show=Show(base_url=f"http://127.0.0.1:{port}")))
        publish(project, [making.episode(project.audio)])
        yield project, f"http://127.0.0.1:{port}/feeds/podcast.xml"


def test_a_server_without_byte_ranges_is_told(served: tuple[Project, str]) -> None:
    """Apple refuses shows whose server cannot send parts: that is the error, with the file's address."""
    _, url = served
    findings = check_server(url)
    errors = {
        finding.where.rpartition("/")[2]: finding.what for finding in findings if finding.level == "error"
    }
    assert list(errors) == ["kohle.mp3"]
    assert "byte range" in errors["kohle.mp3"]
    warned = {finding.where.rpartition("/")[2] for finding in findings if finding.level == "warning"}
    assert "kohle.chapters.json" in warned  # sent as application/json


def test_files_that_were_not_copied_are_found(served: tuple[Project, str]) -> None:
    """What the feed names and the server lacks, or has in another length, is an error."""
    project, url = served
    (project.audio / "kohle.vtt").unlink()
    with (project.audio / "kohle.mp3").open("ab") as file:
        file.write(b"longer")
    (project.feeds / "index.html").unlink()
    findings = check_server(url)
    errors = {(f.where.rpartition("/")[2], f.what) for f in findings if f.level == "error"}
    for name in ("kohle.vtt", "index.html"):
        assert (name, "answers 404 to HEAD") in errors
    assert {f.mend for f in findings if "404" in f.what} == {"Copy audio/ and feeds/ to the server again"}
    assert any(name == "kohle.mp3" and "on the server, the feed says" in what for name, what in errors)


def test_a_server_without_head_is_to_be_set_up_otherwise(tmp_path: Path) -> None:
    """Apple asks for HEAD; to copy the files again would not help. Older pages are asked for, too."""
    with poor_server(tmp_path, Poorer) as port:
        show = Show(base_url=f"http://127.0.0.1:{port}", feed_items=1)
        project = Project(tmp_path, Settings(show=show))
        for slug in ("kohle", "gas"):
            making.episode(project.audio, show=show, slug=slug, guid=slug)
        publish(project, read_episodes(project.audio))
        findings = check_server(f"http://127.0.0.1:{port}/feeds/podcast.xml")
    refused = {f.where.rpartition("/")[2]: f.mend for f in findings if f.what == "answers 405 to HEAD"}
    assert refused.keys() > {"kohle.mp3", "kohle.jpg", "podcast.jpg", "podcast.archive-1.xml"}
    assert set(refused.values()) == {"Change the web server's configuration"}


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/feeds/podcast.xml", "http://", "nonsense", "ftp://x/"])
def test_a_server_that_is_not_there_is_one_finding(url: str) -> None:
    """No connection, or no address: said as such."""
    (finding,) = check_server(url)
    assert finding.what.startswith("cannot be reached")


def test_another_page_is_no_feed(served: tuple[Project, str]) -> None:
    """The address of a page instead of the feed's is told."""
    _, url = served
    findings = check_server(url.replace("podcast.xml", "index.html"))
    assert any("is sent as text/html" in finding.what for finding in findings)
