"""`podcaster cache`: what is kept of what was voiced."""

from __future__ import annotations

import click

from podcaster.commands.context import Context


@click.command(epilog="Example: podcaster cache --clear")
@click.option("--clear", is_flag=True, help="Remove every clip; what is built next is voiced anew.")
@click.pass_obj
def command(context: Context, clear: bool) -> None:
    """Show how many clips are kept, and where; each is the sound of one sentence as one voice says it.

    They let a build that broke off go on where it stopped, and an article that changed be voiced only where
    it changed.
    """
    from podcaster.voices import open_cache

    with open_cache(context.project.settings.voices, context.project.folder) as cache:
        use = cache.clear() if clear else cache.use()
        what = "removed" if clear else "kept"
        click.echo(
            f"{cache.folder}: {use.clips} clips {what}, {use.size / 1e6:.1f} of {cache.limit / 1e6:.0f} MB"
        )
