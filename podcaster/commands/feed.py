"""`podcaster feed`: write the feeds again from the manifests."""

from __future__ import annotations

import click

from podcaster.commands.context import Context


@click.command
@click.pass_obj
def command(context: Context) -> None:
    """Write the feeds and pages again from the manifests in audio/.

    Prints each feed's file and address. An episode that cannot be published is named on standard error, and
    the others go on.

    Example: podcaster feed
    """
    from podcaster.addresses import base_of, feed_url
    from podcaster.episode import read_catalogue
    from podcaster.feed import homeless, shows_of
    from podcaster.lock import project_lock
    from podcaster.publishing import publish

    project = context.project
    with project_lock(project.state):
        catalogue = read_catalogue(project.audio)
        written = publish(project, catalogue.episodes, afresh=True)
    for problem in catalogue.problems:
        click.echo(f"podcaster: {problem}", err=True)
    for episode in homeless(project, catalogue.episodes):
        path = project.audio / f"{episode.slug}.json"
        text = f'is of the show "{episode.show}", which podcaster.toml does not have: it is in no feed.'
        click.echo(f"podcaster: {path}: {text}", err=True)
    count = len(catalogue.episodes)
    changed = f"{len(written)} files changed" if written else "nothing changed"
    context.say(f"{count} episode{'' if count == 1 else 's'}; {changed}.")
    for key, show in shows_of(project, catalogue.episodes).items():
        if not context.quiet:
            click.echo(f"{project.feeds / key}.xml  {feed_url(base_of(show), key)}")
    if any(problem.left_out for problem in catalogue.problems):
        click.get_current_context().exit(1)
