"""A hostile world: what strangers put into feeds, pages and folders harms nothing here."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from podcaster.unattended import build_new
from tests.unattended.world import (
    NOW,
    Paper,
    check_feed,
    entry,
    leftovers,
    make_project,
    page,
    run,
    sentences,
)

RUSSIAN = (
    "Правительство сообщило в понедельник, что новые правила вступят в силу в январе. Эксперты считают, что "
    "это решение изменит положение на рынке. Жители города выступают против таких мер."
)
ENGLISH = (
    "The government said on Monday that the new rules will come into force in January. Experts think that "
    "this decision would change the market. People who live there are not happy with what was done."
)


@pytest.fixture
def paper() -> Iterator[Paper]:
    with Paper().open() as serving:
        yield serving


def test_titles_with_markup_and_control_characters(tmp_path: Path, paper: Paper) -> None:
    """Whatever stands in a title, the feed parses; markup is text, and control characters are gone."""
    title = (
        "&lt;script&gt;alert(1)&lt;/script&gt; Zug &amp; Bahn&#27;&#x1;&#0;&#x202e; ]]&gt; „Ende“ &#x1F686;"
    )
    body = page("TITEL", sentences(1)).replace(b"TITEL", title.encode())
    one = paper.add(entry(1, title="\x1b[31m\x00<b>]]>&#0;"))
    paper.answers[one.path] = lambda handler: handler.send(200, body, "text/html")  # type: ignore[attr-defined]
    project = make_project(tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n')
    build_new(project, now=lambda: NOW)
    (text,) = check_feed(project).values()
    assert "Zug & Bahn" in text
    assert all(letter.isprintable() or letter == "\u202e" for letter in text)
    shown = (project.feeds / "podcast.xml").read_text() + (project.feeds / "index.html").read_text()
    assert "<script>alert" not in shown


@pytest.mark.parametrize(
    "name",
    [
        "../../evil Nachricht vom Hafen",
        "/tmp/podcaster-evil",
        "..\\..\\evil und Freunde",
        "Haus " * 100,
        "CON",
    ],
)
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    """Titles and front matter that are paths, or very long, name no file outside audio/ and feeds/."""
    home = tmp_path / "home"
    (home / "articles").mkdir(parents=True)
    text = "\n\n".join(sentences(3))
    (home / "articles" / "a.md").write_text(
        f"---\ntitle: '{name}'\nslug: '{name}'\nguid: '{name}'\nurl: '{name}'\npicture: /etc/passwd\n---\n"
        f"\n{text}\n"
    )
    (home / "articles" / "b.txt").write_text(f"{name}\n\n{sentences(4)[0]}\n\n{sentences(5)[1]}\n")
    project = make_project(home)
    build_new(project, now=lambda: NOW)
    assert check_feed(project)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    assert not Path("/tmp/podcaster-evil.mp3").exists()
    known = {"podcaster.toml", "audio", "feeds", "articles", "clips", ".podcaster"}
    assert {path.name for path in home.iterdir()} == known
    assert all(len(path.name) <= 120 for path in project.audio.iterdir())


def test_links_into_this_network_are_not_followed(tmp_path: Path, paper: Paper) -> None:
    """A feed's links to another port of loopback, to a router or to a file are refused: nobody is asked."""
    with Paper().open() as inside:
        secret = inside.add(entry(9))
        for number, link in enumerate(
            (
                inside.home + secret.path,
                "http://192.168.0.1/",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
            ),
            1,
        ):
            paper.add(entry(number, link=link))
        paper.add(entry(5))
        project = make_project(tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n')
        news = build_new(project, now=lambda: NOW)
        assert news.report
        errors = [str(outcome.error) for outcome in news.report.outcomes if outcome.error]
        assert len(errors) == 3
        assert all("inside this network" in error for error in errors)
        assert inside.requests == []
        assert len(check_feed(project)) == 1


def test_a_page_without_end(tmp_path: Path, paper: Paper) -> None:
    """A page, and a feed, that never end are given up after so many bytes; other articles are built."""

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Connection", "close")
        handler.end_headers()
        while True:
            handler.wfile.write(b"<p>Und so weiter, und so fort." * 1000)

    paper.add(entry(1))
    paper.answers[paper.add(entry(2)).path] = endless
    paper.answers["/endlos.xml"] = endless
    project = make_project(
        tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n[[sources]]\nfeed = "{paper.home}/endlos.xml"\n'
    )
    news = build_new(project, now=lambda: NOW)
    assert news.report
    (error,) = [str(outcome.error) for outcome in news.report.outcomes if outcome.error]
    assert "10 MB" in error
    assert "10 MB" in str(news.troubles[0].error)
    assert len(check_feed(project)) == 1


def test_an_article_of_50_megabytes(tmp_path: Path) -> None:
    """A file of 50 MB is refused in one sentence, before it is read."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("\n\n".join(sentences(1)))
    with (tmp_path / "articles" / "big.txt").open("w") as file:
        for _ in range(50):
            file.write("Ein Satz, der sich wiederholt. " * 33_000)
    project = make_project(tmp_path)
    done = run(project, "--quiet", "build")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "larger than" in done.stderr
    assert len(check_feed(project)) == 1
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "Cyrillic"), (ENGLISH, "English")])
def test_other_languages_are_skipped(tmp_path: Path, paper: Paper, text: str, language: str) -> None:
    """An article in another language is skipped, once; by name it is refused, and built if forced."""
    one = paper.add(entry(1))
    paper.answers[one.path] = lambda h: h.send(  # type: ignore[attr-defined]
        200, page("Titel", [text, text]), "text/html; charset=utf-8"
    )
    project = make_project(tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n')
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    assert "skipped" in done.stdout
    assert language in done.stdout
    assert "1 skipped" in done.stderr
    asked = len(paper.requests)
    assert run(project, "--quiet", "build").stderr == ""
    assert paper.requests[asked:] == [("/feed.xml", 304)]
    named = run(project, "build", paper.home + one.path)
    assert named.returncode == 1
    assert f"seems to be {'Russian' if language == 'Cyrillic' else language}" in named.stderr
    if language == "English":  # pico says nothing of what is not in Latin letters
        assert run(project, "build", "--force", paper.home + one.path).returncode == 0
        assert len(check_feed(project)) == 1
