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
from podcaster.project import Project
from podcaster.publishing import publish
from podcaster.settings import Settings, Show
from tests import making
from tests.web.conftest import make_podcast, serving


def test_podcaster_serve_does_all_that_apps_ask_for(tmp_path: Path) -> None:
    """HEAD, byte ranges, types, lengths, conditions: `serve` passes its own check."""
    with serving(make_podcast(tmp_path)) as site:
        assert [str(finding) for finding in check_server(site.feed)] == []


@contextmanager
def poor_server(folder: Path) -> Iterator[int]:
    """Serve files as `python -m http.server` does: no byte ranges, types by guess."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
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
    errors = {(f.where.rpartition("/")[2], f.what) for f in check_server(url) if f.level == "error"}
    assert ("kohle.vtt", "answers 404 to HEAD") in errors
    assert any(name == "kohle.mp3" and "on the server, the feed says" in what for name, what in errors)


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
