"""`podcaster keep`: protect episodes from retention."""

from __future__ import annotations

import click

from podcaster.commands.context import Context


@click.command
@click.argument("episodes", metavar="EPISODE...", nargs=-1)
@click.option("--off", is_flag=True, help="Protect them no longer.")
@click.pass_obj
def command(context: Context, episodes: tuple[str, ...], off: bool) -> None:
    """Keep episodes for good, whatever [retention] says; without EPISODE, list those that are kept.

    EPISODE is the name of its files (`podcaster list` shows it), its guid, or its article's address.

    Example: podcaster keep 2022-11-01-kasachstan
    """
    from dataclasses import replace

    from podcaster.episode import find_slug, read_catalogue, write_manifest
    from podcaster.errors import PodcasterError, UsageError
    from podcaster.lock import project_lock

    project = context.project
    if not episodes:
        if off:
            raise UsageError("--off: name the episodes that retention may remove again.")
        kept = [episode for episode in read_catalogue(project.audio).episodes if episode.kept]
        for episode in kept:
            click.echo(f"{episode.slug}  {episode.title}")
        if not kept:
            context.say("No episode is kept for good.")
        return
    with project_lock(project.state):
        catalogue = read_catalogue(project.audio)
        by_slug = {episode.slug: episode for episode in catalogue.episodes}
        chosen = []
        for name in episodes:
            slug = find_slug(project.audio, catalogue, name)
            if slug not in by_slug:
                raise PodcasterError(f"{name or repr('')}: there is no such episode; see `podcaster list`.")
            chosen.append(by_slug[slug])
        for episode in chosen:
            write_manifest(project.audio, replace(episode, kept=not off))
            context.say(f"{'not kept' if off else 'kept'}  {episode.slug}")
