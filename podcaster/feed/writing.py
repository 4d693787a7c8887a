"""Write the feeds of a project: one a show, and their pages of older episodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from podcaster.addresses import archive_name, base_of, feed_url
from podcaster.feed.identity import show_guid
from podcaster.feed.rss import Place, feed_xml
from podcaster.files import write_file
from podcaster.model import Episode
from podcaster.project import Project
from podcaster.settings import Show


def write_feeds(project: Project, episodes: Iterable[Episode]) -> list[Path]:
    """Write the feeds of all shows with their `episodes`; return the files that changed.

    Raises PodcasterError where the folder cannot be written.
    """
    episodes = sorted(episodes, key=lambda episode: (episode.published, episode.slug), reverse=True)
    written: list[Path] = []
    for key, show in shows_of(project, episodes).items():
        own = [episode for episode in episodes if episode.show == key]
        written += _write_show(project, key, show, own)
    return written


def shows_of(project: Project, episodes: Iterable[Episode]) -> dict[str, Show]:
    """The shows that have a feed: those in [shows], and that in [show] unless all episodes are elsewhere."""
    del episodes
    return {"podcast": project.settings.show}


def pages(count: int, size: int) -> int:
    """How many pages of older episodes there are, when the feed and every page hold `size` of `count`.

    Pages are filled from the oldest on, and each is full, so that a new episode changes none of them; the
    newest page may share episodes with the feed.
    """
    return max(0, -(-(count - size) // size))


def _write_show(project: Project, key: str, show: Show, episodes: Sequence[Episode]) -> list[Path]:
    """Write one show's documents, the oldest first, so that no link leads nowhere."""
    base = base_of(show)
    guid = show_guid(project.audio, key, feed_url(base, key) if show.base_url else None)
    size = show.feed_items
    count = pages(len(episodes), size)
    oldest_first = episodes[::-1]
    documents: dict[str, bytes] = {}
    for number in range(1, count + 1):
        part = oldest_first[(number - 1) * size : number * size][::-1]
        place = Place(base, key, number, count)
        documents[archive_name(key, number)] = feed_xml(show, part, place, guid=guid)
    documents[f"{key}.xml"] = feed_xml(show, episodes[:size], Place(base, key, 0, count), guid=guid)
    written = [
        project.feeds / name for name, data in documents.items() if write_file(project.feeds / name, data)
    ]
    return written + _sweep(project.feeds, key, documents)


def _sweep(feeds: Path, key: str, documents: Iterable[str]) -> list[Path]:
    """Delete pages of older episodes that there are no more."""
    ours = re.compile(rf"{re.escape(key)}\.archive-\d+\.xml")
    stale = [path for path in feeds.iterdir() if ours.fullmatch(path.name) and path.name not in documents]
    for path in stale:
        path.unlink(missing_ok=True)
    return stale
