"""Write the feeds of a project: one a show, with cover and pages of older episodes, and what all share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from podcaster import __version__
from podcaster.addresses import archive_name, base_of, feed_url
from podcaster.episode.cover import show_cover
from podcaster.feed.identity import show_guid
from podcaster.feed.opml import opml
from podcaster.feed.rss import Place, feed_xml
from podcaster.files import write_file
from podcaster.model import Episode
from podcaster.project import MAIN_SHOW, Project
from podcaster.settings import Show

OPML = "podcasts.opml"
STYLE = "feed.css"


def write_feeds(project: Project, episodes: Iterable[Episode], *, afresh: bool = False) -> list[Path]:
    """Write the feeds of all shows with their `episodes`; return the files that changed.

    A document that says it was made from the same is left alone, unless all is to be made `afresh`.

    An episode of a show that is not in the settings is in no feed (see `homeless`). Raises PodcasterError
    where the folder cannot be written, or where a cover that was set cannot be used.
    """
    episodes = sorted(episodes, key=lambda episode: (episode.published, episode.slug), reverse=True)
    shows = shows_of(project, episodes)
    style = (Path(__file__).parent / STYLE).read_bytes()
    written = [path for path in (project.feeds / STYLE,) if write_file(path, style)]
    for key, show in shows.items():
        own = [episode for episode in episodes if episode.show == key]
        written += _write_show(project, key, show, own, afresh)
    path = project.feeds / OPML
    if write_file(path, opml(shows, project.settings.show.title)):
        written.append(path)
    return written


def write_covers(project: Project, episodes: Iterable[Episode], *, afresh: bool = False) -> list[Path]:
    """Write the shows' covers alone; return those that changed. Raises as `write_feeds` does.

    One that says it was made from the same is left alone, unless all are to be made `afresh`.
    """
    shows = shows_of(project, episodes)
    return [path for key, show in shows.items() for path in _write_cover(project, key, show, afresh)]


def shows_of(project: Project, episodes: Iterable[Episode]) -> dict[str, Show]:
    """The shows that have a feed: those in [shows], and that in [show] unless all episodes are elsewhere."""
    main, others = project.settings.show, project.settings.shows
    if others and not any(episode.show == MAIN_SHOW for episode in episodes):
        return dict(others)
    return {MAIN_SHOW: main, **others}


def homeless(project: Project, episodes: Iterable[Episode]) -> list[Episode]:
    """The episodes whose show is not in the settings (any more): they are in no feed."""
    known = {MAIN_SHOW, *project.settings.shows}
    return [episode for episode in episodes if episode.show not in known]


def pages(count: int, size: int) -> int:
    """How many pages of older episodes there are, when the feed and every page hold `size` of `count`.

    Pages are filled from the oldest on, and each is full, so that a new episode changes none of them; the
    newest page may share episodes with the feed.
    """
    return max(0, -(-(count - size) // size))


def documents(
    key: str, show: Show, episodes: Sequence[Episode]
) -> dict[str, tuple[Place, Sequence[Episode]]]:
    """What the feed of a show with these `episodes` (newest first) consists of, the oldest documents first.

    File name -> its place among the others, and its episodes.
    """
    base, size = base_of(show), show.feed_items
    count = pages(len(episodes), size)
    oldest_first = episodes[::-1]
    found = {
        archive_name(key, number): (
            Place(base, key, number, count),
            oldest_first[(number - 1) * size : number * size][::-1],
        )
        for number in range(1, count + 1)
    }
    return found | {f"{key}.xml": (Place(base, key, 0, count), episodes[:size])}


def _write_show(
    project: Project, key: str, show: Show, episodes: Sequence[Episode], afresh: bool
) -> list[Path]:
    """Write one show's documents, the cover and the oldest first, so that no link leads nowhere."""
    guid = show_guid(project.audio, key, feed_url(base_of(show), key) if show.base_url else None)
    written = _write_cover(project, key, show)
    parts = documents(key, show, episodes)
    for name, (place, part) in parts.items():
        path = project.feeds / name
        mark = _mark(show, place, guid, part)
        if not afresh and _ends_with(path, mark):
            continue
        # a page that a power cut has emptied lacks its mark, and is made again
        if write_file(path, feed_xml(show, part, place, guid=guid, mark=mark), flush=not place.archive):
            written.append(path)
    return written + _sweep(project.feeds, key, parts)


def _write_cover(project: Project, key: str, show: Show, afresh: bool = False) -> list[Path]:
    cover = project.feeds / f"{key}.jpg"
    return [cover] if write_file(cover, show_cover(show, project.folder, None if afresh else cover)) else []


def _mark(show: Show, place: Place, guid: str, episodes: Sequence[Episode]) -> str:
    """What a document says it was made from: equal marks, equal documents."""
    if 0 < place.archive < place.archives:
        place = replace(place, archives=place.archive + 1)  # how many follow the next one changes nothing
    parts = msgspec.json.encode((__version__, show, place, guid, episodes))
    return f"made from {hashlib.sha256(parts).hexdigest()[:32]}"


def _ends_with(path: Path, mark: str) -> bool:
    """Whether the document at `path` was made from what `mark` stands for, and is whole."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - 200))
            return mark.encode() in file.read()
    except OSError:
        return False


def _sweep(feeds: Path, key: str, documents: Iterable[str]) -> list[Path]:
    """Delete pages of older episodes that there are no more."""
    ours = re.compile(rf"{re.escape(key)}\.archive-\d+\.xml")
    stale = [path for path in feeds.iterdir() if ours.fullmatch(path.name) and path.name not in documents]
    for path in stale:
        path.unlink(missing_ok=True)
    return stale
