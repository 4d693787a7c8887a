"""`podcaster feed`: write the feeds and pages again from the manifests."""

from __future__ import annotations

import click

from podcaster.commands.context import Context


@click.command(epilog="Example: podcaster feed")
@click.pass_obj
def command(context: Context) -> None:
    """Write the feeds and pages again from the manifests in audio/.

    Prints the addresses of the feeds. An episode that cannot be published is named, and the others go on.
    """
    from podcaster.addresses import base_of, feed_url
    from podcaster.episode import read_catalogue
    from podcaster.feed import shows_of
    from podcaster.publishing import publish

    project = context.project
    catalogue = read_catalogue(project.audio)
    for problem in catalogue.problems:
        click.echo(f"podcaster: {problem}", err=True)
    written = publish(project, catalogue.episodes)
    count = len(catalogue.episodes)
    changed = f"{len(written)} files changed" if written else "nothing changed"
    context.say(f"{count} episode{'' if count == 1 else 's'}; {changed}.")
    for key, show in shows_of(project, catalogue.episodes).items():
        if not context.quiet:
            click.echo(f"{project.feeds / key}.xml  {feed_url(base_of(show), key)}")
