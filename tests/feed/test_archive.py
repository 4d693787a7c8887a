"""Long feeds: pages of older episodes (RFC 5005), which a new episode leaves as they are."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from lxml import etree

from podcaster.feed import write_feeds
from podcaster.feed.rss import NAMESPACES
from podcaster.feed.writing import pages
from podcaster.model import Episode
from tests import making
from tests.feed.test_feed import project
from tests.processor import measured


def linked(path: Path) -> tuple[dict[str, str], list[str]]:
    """The atom links of a document (rel -> file name), and its guids."""
    channel = etree.parse(str(path)).getroot()[0]
    links = channel.findall("atom:link", NAMESPACES)
    names = {link.get("rel", ""): (link.get("href") or "").rpartition("/")[2] for link in links}
    return names, [item.findtext("guid", "") for item in channel.iter("item")]


def walked(feeds: Path) -> list[str]:
    """All guids that an app finds which follows prev-archive to the end."""
    found: list[str] = []
    name = "podcast.xml"
    while name:
        links, guids = linked(feeds / name)
        assert links["self"] == name
        found += [guid for guid in guids if guid not in found]
        name = links.get("prev-archive", "")
    return found


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 19, 20, 21, 35])
def test_every_episode_is_found_by_following_the_pages(tmp_path: Path, count: int) -> None:
    """The feed holds the newest ten, its pages ten each, and together all, newest first."""
    here = project(tmp_path, feed_items=10)
    episodes = list(making.many(count))
    write_feeds(here, episodes)
    assert len(linked(here.feeds / "podcast.xml")[1]) == min(10, count)
    assert walked(here.feeds) == [episode.guid for episode in reversed(episodes)]
    archives = sorted(here.feeds.glob("podcast.archive-*.xml"))
    assert len(archives) == pages(count, 10)
    for path in archives:
        links, guids = linked(path)
        assert len(guids) == 10
        assert links["current"] == "podcast.xml"
        assert etree.parse(str(path)).getroot().find("channel/fh:archive", NAMESPACES) is not None


def test_a_new_episode_changes_the_feed_alone(tmp_path: Path) -> None:
    """A new episode changes only the feed; where it fills a page, that page and the link to it too."""
    here = project(tmp_path, feed_items=10)
    episodes = list(making.many(41))
    write_feeds(here, episodes[:39])
    assert [path.name for path in write_feeds(here, episodes[:40])] == ["podcast.xml"]
    assert [path.name for path in write_feeds(here, episodes)] == [
        "podcast.archive-3.xml",
        "podcast.archive-4.xml",
        "podcast.xml",
    ]


def test_pages_that_are_no_longer_needed_go(tmp_path: Path) -> None:
    """When episodes are removed, the pages behind the feed shrink, and every link still leads somewhere."""
    here = project(tmp_path, feed_items=10)
    episodes = list(making.many(35))
    write_feeds(here, episodes)
    (here.feeds / "podcast.archive-x.xml").write_text("of somebody else")
    write_feeds(here, episodes[:15])
    assert sorted(path.name for path in here.feeds.glob("*.archive-*")) == [
        "podcast.archive-1.xml",
        "podcast.archive-x.xml",
    ]
    assert len(walked(here.feeds)) == 15


@pytest.mark.parametrize("damage", ["cut", "edited"])
def test_a_damaged_page_is_written_again(tmp_path: Path, damage: str) -> None:
    """A document that was cut short is mended by the next build, one that was edited by `podcaster feed`."""
    here = project(tmp_path, feed_items=10)
    episodes = list(making.many(15))
    write_feeds(here, episodes)
    path = here.feeds / "podcast.archive-1.xml"
    whole = path.read_bytes()
    path.write_bytes(whole[:-100] if damage == "cut" else whole.replace(b"Erika", b"Eduard"))
    assert write_feeds(here, episodes, afresh=damage == "edited") == [path]
    assert path.read_bytes() == whole


@pytest.mark.slow
def test_ten_thousand_episodes_are_quick_and_small(tmp_path: Path) -> None:
    """10,000 episodes: all documents in some seconds of work, one more in a tenth of that."""
    here = project(tmp_path)
    episodes: list[Episode] = list(making.many(10_001))
    with measured() as all_of_them:
        assert len(write_feeds(here, episodes[:-1])) == 103
    assert all_of_them.jobs < 12  # 6
    with measured() as one_more:
        assert [path.name for path in write_feeds(here, episodes)] == [
            "podcast.archive-99.xml",
            "podcast.archive-100.xml",
            "podcast.xml",
        ]
    assert one_more.jobs < max(1.2, all_of_them.jobs / 5)  # 0.5
    tracemalloc.start()
    write_feeds(here, episodes, afresh=True)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000
