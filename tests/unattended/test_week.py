"""A week of half-hourly runs: articles come, change and vanish, and Google is away for a day."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from podcaster.episode import read_episodes
from podcaster.unattended import build_new
from tests.google import Google
from tests.unattended.world import NOW, Entry, Paper, check_feed, entry, leftovers, make_project, sentences

RUNS = 7 * 48
#: The runs during which Google is away: the fourth day.
AWAY = range(3 * 48, 4 * 48)
KEPT = 20

SETTINGS = f"""
[voices]
default = "auto"
revoice = true
cache = "CACHE"
[speech]
notice = ""
byline = false
[retention]
episodes = {KEPT}
[[sources]]
feed = "FEED"
limit = 3
"""


@dataclass
class Fate:
    """What happens to an article, by the number of the run before which it does.

    Attributes:
        comes: It is in the feed.
        readable: Its page can be read; None: never.
        changes: Its text changes, and its entry says so.
        leaves: It is in the feed no more, and its page is gone.
    """

    article: Entry
    comes: int
    readable: int | None
    changes: list[int] = field(default_factory=list)
    leaves: int | None = None


def fates(dice: random.Random) -> list[Fate]:
    """About 40 articles: one in ten is never readable, one in ten hours later; some change or leave."""
    found: list[Fate] = []
    for run in range(RUNS - 12):
        if dice.random() > 0.12:
            continue
        number = len(found) + 1
        kind = dice.random()
        readable = None if kind < 0.1 else run + dice.randrange(2, 9) if kind < 0.2 else run
        changes = sorted(dice.sample(range(run + 10, run + 60), dice.choice([0, 0, 1, 2])))
        leaves = run + dice.randrange(20, 100) if dice.random() < 0.3 else None
        changes = [c for c in changes if c < min(leaves or RUNS, RUNS - 12)]
        new = entry(number, paragraphs=sentences(number, 1), there=False)
        found.append(Fate(new, run, readable, changes, leaves))
    return found


def let_happen(run: int, now: datetime, all_fates: list[Fate], paper: Paper) -> None:
    for fate in all_fates:
        article = fate.article
        if run == fate.comes:
            article.published = now
            paper.add(article)
        if run == fate.readable:
            article.there = True
        if run in fate.changes:
            article.title = f"{article.title.split(' (')[0]} (Fassung {fate.changes.index(run) + 2})"
            article.paragraphs.append(sentences(article.number, 1, f"run {run}")[0])
            article.updated = now
        if run == fate.leaves:
            paper.entries.remove(article)
            article.there = False


@pytest.mark.slow
def test_a_week(tmp_path: Path, google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end the feed holds just the articles it should, in their last version and Google's voice."""
    all_fates = fates(random.Random(7))
    # as on a machine without the neural voices: they take their time
    monkeypatch.setattr(
        "podcaster.voices.choice._MODULES", ("podcaster.voices.google", "podcaster.voices.pico")
    )
    run = 0
    google.fault = lambda *_: "reset" if run in AWAY else None
    with Paper().open() as paper:
        settings = SETTINGS.replace("FEED", paper.feed).replace("CACHE", str(tmp_path / "clips"))
        project = make_project(tmp_path / "project", settings)
        first_built: dict[str, int] = {}
        said: Counter[tuple[str, str, str]] = Counter()
        for run in range(RUNS):
            now = NOW + timedelta(minutes=30 * run)
            let_happen(run, now, all_fates, paper)
            news = build_new(project, now=lambda now=now: now)  # type: ignore[misc]
            assert news.report
            assert not news.troubles
            for outcome in news.report.outcomes:
                if outcome.episode and outcome.result == "built":
                    first_built.setdefault(outcome.episode.guid, run)
                    said[outcome.episode.guid, outcome.episode.voice, outcome.episode.title] += 1
            if run % 12 == 0:
                check_feed(project)

        def address(fate: Fate) -> str:
            return paper.home + fate.article.path

        # by the rules: built when it comes, or at the first try after it is readable
        expected: dict[str, int] = {}
        for fate in all_fates:
            if fate.readable is None:
                continue
            tries = [fate.comes]
            while tries[-1] < RUNS:
                tries.append(tries[-1] + 2 ** (len(tries) - 1))
            at = next(t for t in tries if t >= fate.readable)
            if at < min(fate.leaves or RUNS, RUNS):
                expected[address(fate)] = at
        assert first_built == expected
        newest = sorted(expected, key=lambda guid: (expected[guid], guid), reverse=True)[:KEPT]
        feed = check_feed(project)
        assert sorted(feed) == sorted(newest)
        titles = {address(fate): fate.article.title for fate in all_fates}
        assert feed == {guid: titles[guid] for guid in feed}
        assert {episode.voice for episode in read_episodes(project.audio)} == {"gtts"}
        assert {voice for _, voice, _ in said} == {"pico", "gtts"}
        assert set(said.values()) == {1}, "a version was voiced twice in the same voice"
        assert len(list(project.audio.glob("*.mp3"))) == KEPT
        assert leftovers(project.folder) == []
