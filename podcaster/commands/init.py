"""`podcaster init`: a new podcast."""

from __future__ import annotations

from pathlib import Path

import click

from podcaster.commands.context import Context


@click.command
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def command(context: Context, folder: Path | None) -> None:
    """Make a new podcast in FOLDER (default: this folder): podcaster.toml, feeds/, audio/, articles/.

    What is there already is left as it is.

    Example: podcaster init ~/podcast
    """
    from podcaster.errors import UsageError
    from podcaster.files import write_file
    from podcaster.project import SETTINGS_FILE
    from podcaster.settings import template

    root = folder or context.folder
    settings = root / SETTINGS_FILE
    if settings.exists():
        raise UsageError(f"{settings}: is there already; nothing was changed.")
    for name in ("feeds", "audio", "articles"):
        try:
            (root / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{root / name}: cannot be made: {error.strerror or error}.") from error
    write_file(settings, template())
    click.echo(f"{settings}: set title and author of your podcast here.")
    where = "" if root == Path() else f"--project {root} "
    context.say(f"Then: podcaster {where}build ARTICLE")
