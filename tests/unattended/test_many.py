"""A thousand articles that are all built: a run with nothing new does next to nothing."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from podcaster.episode import write_manifest
from podcaster.project import Project
from tests import making
from tests.processor import measured
from tests.unattended.world import NOW, Paper, check_feed, entry, make_project, run

COUNT = 1000


def fill(project: Project, paper: Paper) -> None:
    """A thousand entries, and an episode for each: copies of one, as far as nobody listens to them."""
    first = making.episode(project.audio)
    for number in range(COUNT):
        new = paper.add(entry(number, published=NOW - timedelta(hours=COUNT - number)))
        slug, url = f"artikel-{number}", paper.home + new.path
        for suffix in ("mp3", *first.files):
            os.link(project.audio / f"{first.slug}.{suffix}", project.audio / f"{slug}.{suffix}")
        write_manifest(
            project.audio,
            replace(
                first, guid=url, url=url, source=url, slug=slug, title=new.title, published=new.published
            ),
        )
    for path in project.audio.glob(f"{first.slug}.*"):
        path.unlink()


@pytest.mark.slow
def test_a_run_with_nothing_new(tmp_path_factory: pytest.TempPathFactory) -> None:
    """With 1,000 articles built, a run asks for the feed alone, gets 304, and takes a second of work."""
    folder = tmp_path_factory.mktemp("many")
    with Paper().open() as paper:
        project = make_project(folder, f'[[sources]]\nfeed = "{paper.feed}"\n')
        fill(project, paper)
        done = run(project, "build")
        assert done.returncode == 0, done.stderr
        assert f"0 built, {COUNT} unchanged, 0 failed" in done.stderr
        assert paper.requests == [("/feed.xml", 200)]
        paper.requests.clear()
        feeds = {path: path.stat().st_mtime_ns for path in project.feeds.iterdir()}
        with measured(children=True) as work:
            done = run(project, "--quiet", "build")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert paper.requests == [("/feed.xml", 304)]
        assert {path: path.stat().st_mtime_ns for path in project.feeds.iterdir()} == feeds
        assert work.jobs < 10  # 5
        assert len(check_feed(project)) == project.settings.show.feed_items
    shutil.rmtree(folder)
