"""`podcaster build` without an article: what is new in the sources becomes episodes, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from podcaster.outcome import Report
from podcaster.project import Project
from podcaster.unattended import News, build_new, preview
from tests.unattended.world import NOW, Paper, article_file, check_feed, entry, make_project, run, sentences


@pytest.fixture
def paper() -> Iterator[Paper]:
    with Paper().open() as serving:
        yield serving


def build(project: Project, minutes: float = 0) -> News:
    return build_new(project, now=lambda: NOW + timedelta(minutes=minutes))


def counts(news: News) -> tuple[int, int, int]:
    assert isinstance(news.report, Report)
    return news.report.count("built"), news.unchanged, news.report.count("failed")


def reads(paper: Paper) -> list[str]:
    """The articles that were asked for since last time."""
    paths = [path for path, _ in paper.requests if path != "/feed.xml"]
    paper.requests.clear()
    return paths


def test_a_folder(tmp_path: Path) -> None:
    """New files are built once, changed ones again with the same guid and a new address of their sound."""
    project = make_project(tmp_path)
    articles = tmp_path / "articles"
    article_file(articles, 1)
    article_file(articles / "sub", 2)
    (articles / "notiz.pdf").write_bytes(b"%PDF")
    (articles / ".versteckt.txt").write_text("Nein.")
    assert counts(build(project)) == (2, 0, 0)
    before = check_feed(project)
    assert len(before) == 2
    assert counts(build(project, 10)) == (0, 2, 0)
    article_file(articles, 1, count=3)
    assert counts(build(project, 20)) == (1, 1, 0)
    assert check_feed(project) == before
    feed = (project.feeds / "podcast.xml").read_text()
    assert feed.count("?v=2") >= 1
    assert "ktualisiert am 23" in feed


def test_a_feed(tmp_path: Path, paper: Paper) -> None:
    """An entry is read once; only one whose entry has changed is read again; what leaves the feed stays."""
    project = make_project(tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n')
    first, second = paper.add(entry(1)), paper.add(entry(2))
    assert counts(build(project)) == (2, 0, 0)
    assert sorted(reads(paper)) == [first.path, second.path]
    guids = check_feed(project)
    assert set(guids) == {paper.home + first.path, paper.home + second.path}
    assert counts(build(project, 30)) == (0, 2, 0)
    assert reads(paper) == []
    first.paragraphs.append(sentences(77, 1)[0])
    first.updated = NOW + timedelta(minutes=40)
    paper.entries.remove(second)
    assert counts(build(project, 60)) == (1, 1, 0)
    assert reads(paper) == [first.path]
    assert check_feed(project) == guids


def test_include_exclude_since_and_limit(tmp_path: Path, paper: Paper) -> None:
    """Words and categories choose, old entries stay out, and no run takes more than its limit."""
    project = make_project(
        tmp_path,
        f'[[sources]]\nfeed = "{paper.feed}"\ninclude = ["Politik", "Streik*"]\nexclude = ["Sport"]\n'
        f"limit = 2\nsince = 2026-11-20\n",
    )
    paper.add(entry(1, published=NOW - timedelta(days=9)))
    paper.add(entry(2, category="Sport", title="Politik im Sport"))
    paper.add(entry(3, category="Kultur"))
    paper.add(entry(4, category="Kultur", title="Streikende im Theater"))
    wanted = [paper.add(entry(n)) for n in (5, 6)]
    assert [item.title for item in preview(project).items] == ["Streikende im Theater", wanted[0].title]
    assert not (project.state / "memory.json").exists()
    assert counts(build(project)) == (2, 0, 0)
    assert counts(build(project, 1)) == (1, 2, 0)
    assert counts(build(project, 2)) == (0, 3, 0)
    (tmp_path / "podcaster.toml").write_text(
        (tmp_path / "podcaster.toml").read_text().replace('"Streik*"', '"Kultur"')
    )
    assert [item.title for item in preview(make_again(project)).items] == [paper.entries[2].title]


def make_again(project: Project) -> Project:
    from podcaster.project import load_project

    return load_project(project.folder, {})


@pytest.mark.slow
def test_a_list_of_addresses(tmp_path: Path, paper: Paper) -> None:
    """Each address in a list is built; it is looked at again after hours and days, and then no more."""
    one = paper.add(entry(1))
    (tmp_path / "liste.txt").write_text(f"# zum Hören\n\n{paper.home}{one.path}\n{paper.home}{one.path}\n")
    project = make_project(tmp_path, '[[sources]]\nlist = "liste.txt"\n')
    assert counts(build(project)) == (1, 0, 0)
    assert reads(paper) == [one.path]
    build(project, 60)
    assert reads(paper) == []
    one.paragraphs.append(sentences(78, 1)[0])
    assert counts(build(project, 6 * 60)) == (1, 0, 0)
    for hour in range(7, 24 * 8):
        build(project, hour * 60)
    assert len(reads(paper)) == 3


def test_one_article_by_two_ways_is_one_episode(tmp_path: Path, paper: Paper) -> None:
    """The same article in a feed, in a list under another address, and as a file is one episode."""
    one = paper.add(entry(1))
    paper.pages[f"{one.path}?utm_source=x"] = one
    (tmp_path / "liste.txt").write_text(f"{paper.home}{one.path}?utm_source=x\n")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("\n\n".join([one.title, *one.paragraphs]))
    project = make_project(
        tmp_path,
        f'[[sources]]\nfeed = "{paper.feed}"\n[[sources]]\nlist = "liste.txt"\n'
        '[[sources]]\nfolder = "articles"\n',
    )
    build(project)
    assert len(check_feed(project)) == 1
    paper.requests.clear()
    assert counts(build(project, 30))[0] == 0
    assert reads(paper) == []


@pytest.mark.slow
def test_failures_are_tried_again_ever_later_and_given_up(tmp_path: Path, paper: Paper) -> None:
    """The distance between tries doubles up to a day; after a week there is none, and `list` says so."""
    project = make_project(tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n')
    lost = paper.add(entry(1, there=False))
    tries = []
    for half_hour in range(48 * 12):
        build(project, 30 * half_hour)
        if reads(paper):
            tries.append(half_hour / 2)
    assert tries == [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5, 55.5, 79.5, 103.5, 127.5, 151.5, 175.5]
    said = run(project, "list").stderr
    assert f"given up: {paper.home}{lost.path}: 13 times since 2026-11-23" in said
    assert "there is no such page" in said
    lost.there, lost.updated = True, NOW + timedelta(days=12)
    assert counts(build(project, 30 * 48 * 12)) == (1, 0, 0)
    assert "given up" not in run(project, "list").stderr


def test_a_source_that_fails_stops_no_other(tmp_path: Path, paper: Paper) -> None:
    """Where a feed is gone, one is none and a folder is missing, the rest is built, and each is named."""
    paper.add(entry(1))
    paper.answers["/seite"] = lambda handler: handler.send(200, b"<p>Hallo", "text/html")  # type: ignore[attr-defined]
    project = make_project(
        tmp_path,
        f'[[sources]]\nfeed = "{paper.home}/weg"\n[[sources]]\nfeed = "{paper.home}/seite"\n'
        f'[[sources]]\nfolder = "fehlt"\n[[sources]]\nfeed = "{paper.feed}"\n',
    )
    news = build(project)
    assert counts(news) == (1, 0, 0)
    assert news.status == 1
    for trouble, name in zip(news.troubles, ("/weg", "/seite", "fehlt"), strict=True):
        assert name in str(trouble.error)
    told = [sum(t.say for t in build(project, 30 * n).troubles) for n in range(48)]
    assert 0 < sum(told) / 3 < 8, "a source that stays away is named ever more rarely"


def test_lost_memory_harms_nothing(tmp_path: Path, paper: Paper) -> None:
    """Without its memory a run asks the feed again, knows what it has built, and reads nothing anew."""
    project = make_project(tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n')
    paper.add(entry(1))
    build(project)
    guids = check_feed(project)
    for text in (None, "{", '{"format": 99}', '{"sources": 3}'):
        paper.requests.clear()
        path = project.state / "memory.json"
        path.unlink() if text is None else path.write_text(text)
        assert counts(build(project, 30)) == (0, 1, 0)
        assert paper.requests == [("/feed.xml", 200)]
        assert check_feed(project) == guids


def test_what_was_removed_does_not_come_back(tmp_path: Path, paper: Paper) -> None:
    """An episode that was removed is not built again from its source, even when it changes; by name it is."""
    project = make_project(tmp_path, f'[[sources]]\nfeed = "{paper.feed}"\n')
    one = paper.add(entry(1))
    build(project)
    assert run(project, "remove", paper.home + one.path).returncode == 0
    assert check_feed(project) == {}
    assert counts(build(project, 30))[0] == 0
    one.updated = NOW + timedelta(hours=1)
    assert counts(build(project, 90))[0] == 0
    assert run(project, "build", paper.home + one.path).returncode == 0
    assert len(check_feed(project)) == 1
    assert counts(build(project, 120))[0] == 0


def test_a_run_is_told_in_one_line_or_as_json(tmp_path: Path) -> None:
    """A run ends with a line that sums it up; --quiet says nothing; --json tells events; --log keeps them."""
    import json

    project = make_project(tmp_path)
    article_file(tmp_path / "articles", 1)
    assert "would build  articles/artikel-1.txt" in run(project, "build", "--dry-run").stdout
    done = run(project, "build", "--log", str(tmp_path / "log.txt"))
    assert done.stderr.splitlines()[-1].startswith("1 built, 0 unchanged, 0 failed; 0.")
    quiet = run(project, "--quiet", "build")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    article_file(tmp_path / "articles", 2)
    (tmp_path / "articles" / "leer.txt").write_text("")
    events = [json.loads(line) for line in run(project, "build", "--json").stdout.splitlines()]
    names = [event["event"] for event in events if event["event"] != "note"]
    assert sorted(names) == ["begin", "built", "end", "failed", "published"]
    assert events[-1]["built"] == 1
    assert events[-1]["unchanged"] == 1
    assert events[-1]["failed"] == 1
    log = (tmp_path / "log.txt").read_text().splitlines()
    assert [line.split()[1] for line in log] == ["begin", "note", "built", "published", "end"]
