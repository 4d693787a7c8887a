"""What every command is handed: the options before its name, and the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from podcaster.project import Project


class Context:
    """The options that stand before the command's name; a command takes it with `@click.pass_obj`."""

    def __init__(self, folder: Path, quiet: bool, debug: bool = False) -> None:
        self.folder = folder
        self.quiet = quiet
        self.debug = debug

    @property
    def project(self) -> Project:
        """The project, read when it is asked for. Raises UsageError for wrong settings."""
        from podcaster.project import load_project

        return load_project(self.folder)

    def say(self, text: str) -> None:
        """Tell the user something on standard error, unless --quiet."""
        if not self.quiet:
            click.echo(text, err=True)
