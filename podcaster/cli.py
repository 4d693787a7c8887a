"""The command line: parses, calls, prints. Each command stands in a module of podcaster.commands.

A command's module is imported only when the command runs, so that `podcaster --help` is quick.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from podcaster import __version__
from podcaster.commands.context import Context
from podcaster.errors import PodcasterError

#: Command -> what it is for; its function is `command` in the module of that name.
COMMANDS = {
    "init": "A new podcast: podcaster.toml with comments, feeds/, audio/, articles/.",
    "build": "Articles to episodes and feed.",
    "inspect": "What was understood of an article, and what would be said.",
    "list": "The episodes.",
    "remove": "Take episodes out of the feed, and their files off the disk.",
    "keep": "Protect episodes from retention.",
    "feed": "Write the feeds again from the manifests.",
    "check": "Feeds and episodes against the standards and against each other.",
    "voices": "What can speak here, and why not.",
    "cache": "What is kept of what was voiced: show it, clear it.",
    "schedule": "The crontab entry: show, install, remove.",
    "serve": "feeds/ and audio/ over HTTP, for a phone in the same network.",
}


class _Commands(click.Group):
    """Knows its commands by name, imports them by need, and turns errors into one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"podcaster.commands.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PodcasterError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"podcaster: {error}", err=True)
            ctx.exit(error.status)


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    envvar="PODCASTER_PROJECT",
    help="The folder with podcaster.toml, audio/ and feeds/ (default: this folder).",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing unless something failed (for cron).")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def podcaster(ctx: click.Context, project: Path, quiet: bool, debug: bool) -> None:  # noqa: ARG001
    """Turn German news articles into podcast episodes, and keep the feed."""
    ctx.obj = Context(project, quiet)


def main() -> None:
    """Run the program; never returns."""
    try:
        podcaster(prog_name="podcaster")
    except BrokenPipeError:  # `podcaster … | head` is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
