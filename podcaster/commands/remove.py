"""`podcaster remove`: an article was withdrawn."""

from __future__ import annotations

import click

from podcaster.commands.context import Context


@click.command
@click.argument("episodes", metavar="EPISODE...", nargs=-1, required=True)
@click.option("-n", "--dry-run", is_flag=True, help="Only say what would be removed.")
@click.pass_obj
def command(context: Context, episodes: tuple[str, ...], dry_run: bool) -> None:
    """Remove episodes: first from the feed and the pages, then their files.

    EPISODE is the name of its files (`podcaster list` shows it), its guid, or its article's address.
    Nothing is removed unless all that are named are there. Apps keep what they have downloaded.

    Example: podcaster remove 2022-11-01-kasachstan
    """
    from podcaster.episode import find_slug, read_catalogue, remove_episode
    from podcaster.errors import PodcasterError
    from podcaster.publishing import publish

    project = context.project
    catalogue = read_catalogue(project.audio)
    slugs = {name: find_slug(project.audio, catalogue, name) for name in episodes}
    missing = [name for name, slug in slugs.items() if slug is None]
    if missing:
        raise PodcasterError(f"{missing[0]}: there is no such episode; see `podcaster list`.")
    gone = {slug for slug in slugs.values() if slug}
    if not dry_run:
        publish(project, [episode for episode in catalogue.episodes if episode.slug not in gone])
    for slug in sorted(gone):
        removed = remove_episode(project.audio, slug, dry_run=dry_run)
        for path in removed:
            context.say(f"{'would remove' if dry_run else 'removed'} {path}")
