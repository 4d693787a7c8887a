"""Look into all sources, and say what is to be built now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from podcaster.errors import PodcasterError
from podcaster.identity import url_key
from podcaster.model import Episode
from podcaster.project import Project
from podcaster.settings import Source
from podcaster.sources.memory import FORGOTTEN, Item, Known, Memory
from podcaster.sources.offers import Offer, wanted

if TYPE_CHECKING:
    from podcaster.article import Fetched

#: An article whose address stands in a list is looked at again so long after it was built: nobody tells when
#: it was changed, and most changes come soon.
LOOKS = (timedelta(hours=6), timedelta(days=1), timedelta(days=3))


class Fetch(Protocol):
    """Ask a server for a document; None: it has not changed."""

    def __call__(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched | None: ...


@dataclass(frozen=True, slots=True)
class Trouble:
    """A source that could not be had, and whether that is to be said now (it was not said lately)."""

    source: Source
    error: PodcasterError
    say: bool


def sources_of(project: Project) -> tuple[Source, ...]:
    """Give the project's sources: those that are set, else the folder articles/, if it is there."""
    if project.settings.sources:
        return project.settings.sources
    return (Source(folder="articles"),) if (project.folder / "articles").is_dir() else ()


def poll(
    project: Project, memory: Memory, episodes: Iterable[Episode], now: datetime, fetch: Fetch | None = None
) -> list[Trouble]:
    """Look into every source: what is new or has changed waits in `memory` afterwards.

    Of what was there before the memory, `episodes` tell. A source that cannot be had is in the answer, and
    stops no other one.
    """
    troubles = []
    built = _Built(episodes)
    for source in sources_of(project):
        known = memory.sources.setdefault(source.name, Known())
        try:
            offers = _offers(project, source, known, fetch or _fetch)
        except PodcasterError as error:
            say = known.told is None or not timedelta(0) <= now - known.told < _patience(known, now)
            known.failing = known.failing or now
            known.told = now if say else known.told
            troubles.append(Trouble(source, error, say))
            continue
        known.failing = known.told = None
        if offers is not None:
            _note(source, known, wanted(offers, source), now, built, memory)
            _forget(known, source, {offer.key for offer in offers}, now)
    return troubles


def due(project: Project, memory: Memory, episodes: Iterable[Episode], now: datetime) -> list[Item]:
    """Choose what is to be built now: of each source what waits longest, but not more than its limit."""
    there = {episode.guid for episode in episodes}
    chosen = []
    for source in sources_of(project):
        known = memory.sources.get(source.name, Known())
        ready = [item for item in known.items.values() if _ready(item, source, there, memory, now)]
        chosen += ready[: source.limit]
    return chosen


def _ready(item: Item, source: Source, there: set[str], memory: Memory, now: datetime) -> bool:
    if item.guid in memory.gone:
        return False
    if item.state == "built":
        lost = item.guid is not None and item.guid not in there
        return lost or bool(source.list and item.tries < len(LOOKS) and item.due and item.is_due(now))
    return item.state in ("waiting", "failed") and item.is_due(now)


class _Built:
    """The episodes that are there, by the address or path of their article."""

    def __init__(self, episodes: Iterable[Episode]) -> None:
        self._by_place: dict[str, Episode] = {}
        for episode in episodes:
            for place in (episode.source, episode.url, episode.guid):
                if place:
                    self._by_place.setdefault(url_key(place), episode)

    def guid_of(self, offer: Offer) -> str | None:
        """Give the guid of the episode that was built of this offer as it is now, as far as can be told."""
        episode = self._by_place.get(url_key(offer.place))
        if not episode:
            return None
        last = (episode.updated or episode.published).astimezone().date()
        return None if offer.day and offer.day > last else episode.guid


def _offers(project: Project, source: Source, known: Known, fetch: Fetch) -> list[Offer] | None:
    """Ask one source; None where it says that nothing has changed."""
    from podcaster.sources.folders import offers_of_folder, offers_of_list

    if source.folder:
        return offers_of_folder(project.folder / source.folder, project.folder)
    if source.list:
        return offers_of_list(project.folder / source.list)
    choice = f"{source.include} {source.exclude} {source.since}"
    if choice != known.choice:  # what was passed over before may be wanted now
        known.choice, known.etag, known.last_modified = choice, None, None
    answer = fetch(source.feed, etag=known.etag, last_modified=known.last_modified)
    if answer is None:
        return None
    from podcaster.sources.feeds import offers_of_feed

    offers = offers_of_feed(answer.data, answer.url, source.feed, answer.content_type)
    known.etag, known.last_modified = answer.etag, answer.last_modified
    return offers


def _note(
    source: Source, known: Known, offers: list[Offer], now: datetime, built: _Built, memory: Memory
) -> None:
    """Remember what a source offers; what is new, or has changed, waits."""
    gone = {url_key(guid) for guid in memory.gone}
    for offer in offers:
        item = known.items.get(offer.key)
        if item is None:
            item = known.items[offer.key] = Item(offer.place, now)
            if not source.folder and (guid := built.guid_of(offer)):
                item.settle("built", guid)
        elif item.mark != offer.mark and item.state != "gone":
            item.settle("waiting")
        item.seen, item.mark, item.title = now, offer.mark, offer.title
        item.place, item.trusted = offer.place, offer.trusted
        if item.guid in memory.gone or url_key(offer.place) in gone:
            item.settle("gone")


def _forget(known: Known, source: Source, offered: set[str], now: datetime) -> None:
    """Forget what a source has not shown for long, and files and list lines that are not there any more."""
    for key, item in list(known.items.items()):
        if key in offered:
            continue
        waits = item.state in ("waiting", "failed")
        if (waits and not source.feed) or (not waits and now - item.seen > FORGOTTEN):
            del known.items[key]


def _patience(known: Known, now: datetime) -> timedelta:
    """How long nothing more is said of a source that fails: longer, the longer it does."""
    return max(timedelta(hours=1), (now - known.failing) if known.failing else timedelta(0))


def _fetch(url: str, *, etag: str | None, last_modified: str | None) -> Fetched | None:
    from podcaster.article import fetch
    from podcaster.sources.feeds import LARGEST

    return fetch(url, trusted=True, etag=etag, last_modified=last_modified, limit=LARGEST)
