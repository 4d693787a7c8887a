"""`podcaster list`: the episodes there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from podcaster.commands.context import Context

if TYPE_CHECKING:
    from podcaster.model import Episode


@click.command
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array, one object an episode.")
@click.option("--show", metavar="KEY", help="Only the episodes of one show of podcaster.toml.")
@click.pass_obj
def command(context: Context, as_json: bool, show: str | None) -> None:
    """List the episodes, newest first: date, length, voice, name of its files, title.

    Episodes that cannot be published, and articles of the sources that could not be built, are named on
    standard error, with the reason.

    Example: podcaster list --json
    """
    from podcaster.addresses import base_of
    from podcaster.episode import read_catalogue
    from podcaster.sources import stuck_articles
    from podcaster.text import length

    project = context.project
    catalogue = read_catalogue(project.audio)
    for problem in catalogue.problems:
        click.echo(f"podcaster: {problem}", err=True)
    for stuck in stuck_articles(project):
        click.echo(f"podcaster: {stuck}", err=True)
    episodes = [episode for episode in catalogue.episodes if show in (None, episode.show)]
    if show is not None and not episodes:
        project.named(show)
    if as_json:
        rows = [_row(episode, base_of(project.show(episode.show))) for episode in episodes]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for episode in episodes:
        day = f"{episode.published.astimezone():%Y-%m-%d %H:%M}"
        click.echo(f"{day}  {length(episode.duration)}  {episode.voice:<8} {episode.slug}  {episode.title}")
    if not episodes:
        of_show = f" --show {show}" if show else ""
        context.say(f"No episodes yet; `podcaster build ARTICLE{of_show}` makes one.")


def _row(episode: Episode, base: str) -> dict[str, Any]:
    """What --json says of an episode."""
    from podcaster.addresses import audio_url

    return {
        "slug": episode.slug,
        "title": episode.title,
        "guid": episode.guid,
        "show": episode.show,
        "published": episode.published.isoformat(),
        "updated": episode.updated.isoformat() if episode.updated else None,
        "duration": episode.duration,
        "size": episode.size,
        "voice": episode.voice,
        "wanted_voice": episode.wanted_voice,
        "revision": episode.revision,
        "kept": episode.kept,
        "authors": list(episode.authors),
        "publisher": episode.publisher,
        "url": episode.url,
        "source": episode.source,
        "audio": audio_url(base, episode),
        "chapters": [chapter.title for chapter in episode.chapters],
    }
