"""The feed as podcast apps' own parsers read it."""

from __future__ import annotations

from pathlib import Path

import feedparser
import podcastparser

from podcaster.episode import read_episodes
from podcaster.feed import write_feeds
from podcaster.project import Project
from podcaster.settings import Settings, Show
from tests import making


def project(folder: Path, **show: object) -> Project:
    """A project whose base URL is set."""
    values = {"base_url": "https://pod.example/hoeren", **show}
    return Project(folder, Settings(show=Show(**values)))  # type: ignore[arg-type]


def test_parsers_of_podcast_apps_read_the_feed(tmp_path: Path) -> None:
    """podcastparser and feedparser find the episode with its guid, the file's length, and its duration."""
    here = project(tmp_path)
    made = making.episode(here.audio, show=here.settings.show)
    write_feeds(here, read_episodes(here.audio))
    path = here.feeds / "podcast.xml"
    parsed = podcastparser.parse("https://pod.example/hoeren/feeds/podcast.xml", path.open("rb"))
    (item,) = parsed["episodes"]
    (enclosure,) = item["enclosures"]
    assert enclosure["url"] == "https://pod.example/hoeren/audio/kohle.mp3"
    assert enclosure["file_size"] == (here.audio / "kohle.mp3").stat().st_size == made.size
    assert item["guid"] == "https://zeitung.example/wirtschaft/kohle-1"
    assert item["total_time"] == round(made.duration)
    assert item["published"] == int(making.PUBLISHED.timestamp())
    assert [chapter["title"] for chapter in item["chapters"]] == ["Einleitung", "Wind & Wetter", "Was bleibt"]
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo
    assert feed.feed.title == "Artikel zum Hören"
    assert feed.entries[0].title == "Kohle, Gas und Wind"


def test_a_rebuilt_feed_is_the_same_file(tmp_path: Path) -> None:
    """Writing the feed again from the manifests changes no byte of it."""
    here = project(tmp_path)
    making.episode(here.audio)
    assert write_feeds(here, read_episodes(here.audio))
    assert write_feeds(here, read_episodes(here.audio)) == []
