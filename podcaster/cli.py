"""The command line: parses, calls, prints. Each command stands in a module of podcaster.commands.

A command's module is imported only when the command runs, so that `podcaster --help` is quick.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Callable
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
        own = {option for param in command.params for option in param.opts}
        command.params += [option for option in _anywhere() if own.isdisjoint(option.opts)]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PodcasterError as error:
            if ctx.obj.debug:
                raise
            click.echo(f"podcaster: {error}", err=True)
            ctx.exit(error.status)


def _anywhere() -> list[click.Option]:
    """The options before the command's name may stand behind it too, where people write them."""
    return [
        click.Option(
            ["--project"],
            type=click.Path(path_type=Path),
            expose_value=False,
            callback=_set("folder"),
            help="The folder with podcaster.toml, audio/ and feeds/ (default: this folder).",
        ),
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_set("quiet"),
            help="Print nothing unless something failed.",
        ),
        click.Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            callback=_set("debug"),
            help="Show the traceback of an error.",
        ),
    ]


def _set(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        if value:
            setattr(ctx.obj, name, value)

    return callback


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
def podcaster(ctx: click.Context, project: Path, quiet: bool, debug: bool) -> None:
    """Turn German news articles into podcast episodes, and keep the feed."""
    ctx.obj = Context(project, quiet, debug)


def main() -> None:
    """Run the program; never returns."""
    # NumPy's BLAS starts a thread for every core, which spin while they wait; articles side by side use the
    # cores better.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        sys.exit(podcaster(prog_name="podcaster", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("podcaster: stopped; what is done is kept, and the next run goes on from there.", err=True)
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        os._exit(130)  # as a shell reports what Ctrl-C has ended; waits for no thread that waits for a server
    except BrokenPipeError:  # `podcaster … | head` is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
