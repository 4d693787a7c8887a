"""`podcaster remove`: an article was withdrawn."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podcaster.commands.context import Context

if TYPE_CHECKING:
    from podcaster.project import Project


@click.command
@click.argument("episodes", metavar="EPISODE...", nargs=-1, required=True)
@click.option("-n", "--dry-run", is_flag=True, help="Only say what would be removed.")
@click.pass_obj
def command(context: Context, episodes: tuple[str, ...], dry_run: bool) -> None:
    """Remove episodes: first from the feed and the pages, then their files.

    EPISODE is the name of its files (`podcaster list` shows it), its guid, or its article's address.
    Nothing is removed unless all that are named are there. No source brings an episode back that was removed;
    `podcaster build ARTICLE` does. Apps keep what they have downloaded.

    Example: podcaster remove 2022-11-01-kasachstan
    """
    from podcaster.lock import project_lock

    project = context.project
    with nullcontext() if dry_run else project_lock(project.state):
        for path in _remove(project, episodes, dry_run=dry_run):
            context.say(f"{'would remove' if dry_run else 'removed'} {path}")


def _remove(project: Project, names: tuple[str, ...], *, dry_run: bool) -> list[Path]:
    """Take episodes out of feeds and pages, remember that this was meant, delete their files; give these."""
    from podcaster.episode import find_slug, read_catalogue, remove_episode
    from podcaster.errors import PodcasterError
    from podcaster.publishing import publish
    from podcaster.sources import read_memory, write_memory

    catalogue = read_catalogue(project.audio)
    slugs = {name: find_slug(project.audio, catalogue, name) for name in names}
    missing = [name for name, slug in slugs.items() if slug is None]
    if missing:
        raise PodcasterError(f"{missing[0] or repr('')}: there is no such episode; see `podcaster list`.")
    gone = {slug for slug in slugs.values() if slug}
    if not dry_run:
        publish(project, [episode for episode in catalogue.episodes if episode.slug not in gone])
        memory = read_memory(project.state)
        known = [*catalogue.episodes, *(problem.episode for problem in catalogue.problems if problem.episode)]
        now = datetime.now(UTC)
        memory.gone |= {episode.guid: now for episode in known if episode.slug in gone}
        write_memory(project.state, memory)  # before the files go: else a source would bring them back
    return [path for slug in sorted(gone) for path in remove_episode(project.audio, slug, dry_run=dry_run)]
