"""Publish: what people and apps see of the episodes; derived from the manifests, deleted at will."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from podcaster.episode import read_episodes, remove_episode
from podcaster.errors import PodcasterError
from podcaster.feed import write_covers, write_feeds
from podcaster.model import Episode
from podcaster.project import Project
from podcaster.retention import expired
from podcaster.sources.memory import Memory, write_memory
from podcaster.web import writing_pages


def publish(project: Project, episodes: Iterable[Episode], *, afresh: bool = False) -> list[Path]:
    """Write all of feeds/ from `episodes`; return the files that changed.

    What is there already and was made from the same is left alone, unless all is to be made `afresh`. Raises
    PodcasterError where feeds/ cannot be written.
    """
    listed = list(episodes)
    covers = write_covers(project, listed, afresh=afresh)  # the pages show them
    with writing_pages(project, listed) as finish:  # many are made in processes of their own, meanwhile
        feeds = write_feeds(project, listed, afresh=afresh)
        return covers + feeds + finish()


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did.

    Attributes:
        changed: The feeds and pages that changed on disk.
        removed: Episodes that retention has taken, the oldest first.
        hook: What after_build printed; None where it did not run.
        trouble: Why after_build failed.
    """

    changed: tuple[Path, ...] = ()
    removed: tuple[Episode, ...] = ()
    hook: str | None = None
    trouble: PodcasterError | None = None


def publish_episodes(project: Project, memory: Memory, now: datetime) -> Published:
    """Publish all episodes, but remove what was kept long enough; run after_build if the feed changed.

    An episode leaves the feeds before its files go: killed in between, the next run removes them. What was
    removed stands in `memory` afterwards, so that no source brings it back. Raises PodcasterError where
    something cannot be written.
    """
    episodes = read_episodes(project.audio)
    going = expired(episodes, project.settings.retention, now)
    gone = {episode.guid for episode in going}
    staying = [episode for episode in episodes if episode.guid not in gone]
    changed = publish(project, staying)
    memory.gone |= dict.fromkeys(gone, now)
    if going:
        write_memory(project.state, memory)  # before the files go: else a source would bring them back
    for episode in going:
        remove_episode(project.audio, episode.slug)
    hook, trouble = _run_hook(project, memory, changed)
    return Published(tuple(changed), tuple(going), hook, trouble)


def _run_hook(
    project: Project, memory: Memory, changed: list[Path]
) -> tuple[str | None, PodcasterError | None]:
    """Run after_build, if the feeds are other ones than those for which it last succeeded."""
    command = project.settings.hooks.after_build
    digest = _digest(project.feeds) if command else ""
    if digest == memory.hooked:
        return None, None
    memory.hooked = ""
    if not command:
        return None, None
    from podcaster.hooks import run_hook

    try:
        said = run_hook("after_build", command, project.folder, changed, project.settings.hooks.timeout)
    except PodcasterError as error:
        return None, error
    memory.hooked = digest
    return said, None


def _digest(feeds: Path) -> str:
    """Hash the feeds."""
    digest = hashlib.sha256()
    for path in sorted(feeds.glob("*.xml")):
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()
