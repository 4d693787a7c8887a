"""A run that nobody watches: everything new from the sources becomes episodes; what failed is tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from podcaster.build import build_locked, make_folders
from podcaster.episode import read_catalogue
from podcaster.errors import TryLaterError, UsageError
from podcaster.lock import project_lock
from podcaster.model import Episode
from podcaster.outcome import Outcome, Report, Request
from podcaster.progress import Progress
from podcaster.project import Project
from podcaster.sources.memory import Item, Memory, read_memory, write_memory
from podcaster.sources.polling import LOOKS, Fetch, Trouble, due, poll, sources_of
from podcaster.speaker import AUTO, PREFERRED
from podcaster.voices import VoiceGoneError, choose_voice


@dataclass(frozen=True, slots=True)
class News:
    """What a run found, and did.

    Attributes:
        items: What was to be built, in order.
        troubles: The sources that could not be had.
        report: What became of it; None where nothing was to be done but to say so.
        unchanged: How many of the sources' articles have their episode, and were left as they are.
    """

    items: tuple[Item, ...]
    troubles: tuple[Trouble, ...]
    report: Report | None = None
    unchanged: int = 0

    @property
    def status(self) -> int:
        """The program's exit status, as that of a report; an article in another language is no failure."""
        status = self.report.status if self.report else 0
        if not self.troubles or status == 1:
            return status
        later = all(isinstance(trouble.error, TryLaterError) for trouble in self.troubles)
        return TryLaterError.status if later else 1


def build_new(
    project: Project,
    *,
    voice: str | None = None,
    progress: Progress | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    wait: bool = False,
    fetch: Fetch | None = None,
) -> News:
    """Build what is new or has changed in the sources of `project`, and write the feeds.

    Raises TryLaterError where another run is at work, unless `wait`; UsageError as `build` does. What goes
    wrong with one source or one article is in the answer.
    """
    _need_sources(project)
    make_folders(project)
    with project_lock(project.state, wait=wait):
        memory = read_memory(project.state)
        episodes = _whole_episodes(project)
        there = {episode.guid for episode in episodes}
        moment = now()
        troubles = poll(project, memory, episodes, moment, fetch)
        items = due(project, memory, episodes, moment)
        # a feed that was read is not sent again: what it offered is kept, even if this run is killed
        write_memory(project.state, memory)
        by_source = _by_source(project, items)
        requests = [
            Request(source, trusted=found[0].trusted, show=_show(project, memory, found[0]))
            for source, found in by_source.items()
        ]
        requests += _stand_ins(project, episodes, voice, set(by_source))
        report = build_locked(project, requests, memory, voice=voice, progress=progress, now=now)
        for outcome in report.outcomes:
            for item in by_source.get(outcome.request.source, ()):
                _note(project, item, outcome, moment, there)
        write_memory(project.state, memory)
    settled = sum(
        item.state == "built"
        for source in sources_of(project)
        for item in memory.sources[source.name].items.values()
    )
    return News(tuple(items), tuple(troubles), report, settled - report.count("built"))


def preview(
    project: Project,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    fetch: Fetch | None = None,
) -> News:
    """Say what `build_new` would build; nothing is written, and nothing remembered."""
    _need_sources(project)
    memory = read_memory(project.state)
    episodes = _whole_episodes(project)
    troubles = poll(project, memory, episodes, now(), fetch)
    return News(tuple(due(project, memory, episodes, now())), tuple(troubles))


def _whole_episodes(project: Project) -> list[Episode]:
    """Give the episodes with which nothing is wrong; the others are built again."""
    catalogue = read_catalogue(project.audio)
    damaged = {problem.episode.guid for problem in catalogue.problems if problem.episode}
    return [episode for episode in catalogue.episodes if episode.guid not in damaged]


def _need_sources(project: Project) -> None:
    if not sources_of(project):
        raise UsageError(
            "no source of articles is known; name an ARTICLE, or [[sources]] in podcaster.toml, or make a "
            "folder articles/."
        )


def _show(project: Project, memory: Memory, item: Item) -> str | None:
    """Name the show that the item's source is for; None where it does not say."""
    for source in sources_of(project):
        known = memory.sources.get(source.name)
        if source.show and known and any(item is other for other in known.items.values()):
            return source.show
    return None


def _by_source(project: Project, items: Iterable[Item]) -> dict[str, list[Item]]:
    """Join the items that are the same file or address; two sources may offer one article."""
    found: dict[str, list[Item]] = {}
    for item in items:
        place = item.place if "://" in item.place else str(project.folder / item.place)
        found.setdefault(place, []).append(item)
    return found


def _stand_ins(
    project: Project, episodes: Iterable[Episode], voice: str | None, taken: set[str]
) -> list[Request]:
    """Ask for the episodes that a stand-in has spoken, if they are to be voiced again and can be now."""
    if not project.settings.voices.revoice or (voice or project.settings.voices.default) != AUTO:
        return []
    sources = []
    for episode in episodes:
        if episode.wanted_voice in (None, episode.voice) or episode.source == "-":
            continue
        source = episode.source
        if "://" not in source:
            path = project.folder / source
            if not path.is_file():
                continue
            source = str(path)
        if source not in taken:
            sources.append(source)
    if not sources:
        return []
    with choose_voice(AUTO, project.settings.voices.stand_in) as found:
        return [Request(source) for source in sources] if found.name == PREFERRED else []


def _note(project: Project, item: Item, outcome: Outcome, now: datetime, there: set[str]) -> None:
    """Remember what became of an item."""
    looked_at = item.state == "built" and item.guid in there
    if outcome.result in ("built", "unchanged"):
        tries = item.tries + 1 if looked_at else 0
        item.settle("built", outcome.episode.guid if outcome.episode else None)
        item.title = outcome.episode.title if outcome.episode else item.title
        _look_again(item, tries, now)
    elif outcome.result == "skipped":
        item.settle("skipped")
        item.reason = str(outcome.error)
    elif isinstance(outcome.error, VoiceGoneError):
        pass  # the article is not to blame: it waits for the next run
    elif looked_at:
        _look_again(item, item.tries + 1, now)
    else:
        retry = project.settings.retry
        item.fail(now, str(outcome.error), timedelta(minutes=retry.minutes), retry.days)


def _look_again(item: Item, tries: int, now: datetime) -> None:
    """Say when an article is looked at again that nobody tells about: only lists are asked for that."""
    item.tries = tries
    item.due = now + LOOKS[tries] if tries < len(LOOKS) else None
