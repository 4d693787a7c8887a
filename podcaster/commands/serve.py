"""`podcaster serve`: feeds/ and audio/ over HTTP, for a phone in the same network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from podcaster.commands.context import Context

if TYPE_CHECKING:
    from podcaster.project import Project


@click.command
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
@click.option(
    "--lan", is_flag=True, help="Let other machines in the network in (default: this machine alone)."
)
@click.option("--key", is_flag=True, help="Put all behind a secret part of the path; it stays the same.")
@click.option("--new-key", is_flag=True, help="The same with another secret: old addresses end.")
@click.option("--host", "hosts", multiple=True, help="A further name under which this server is asked for.")
@click.pass_obj
def command(context: Context, port: int, lan: bool, key: bool, new_key: bool, hosts: tuple[str, ...]) -> None:
    """Serve feeds/ and audio/ until Ctrl-C; nothing else of this machine can be reached.

    Without base_url in podcaster.toml, the feed carries the address at which it is asked for.

    Example: podcaster serve --lan --key
    """
    from podcaster.web import private_key
    from podcaster.web.server import address, listen, serve

    project = context.project
    secret = private_key(project, renew=new_key) if key or new_key else None
    listener = listen(port, lan=lan)
    root = address(listener, lan=lan, key=secret)
    names = frozenset(re.sub(r":\d+$", "", host.lower()) for host in hosts)
    if not (project.feeds / "index.html").exists():
        context.say(
            f"{project.feeds}: there is no page yet; `podcaster build ARTICLE` makes the first episode."
        )
    _warn(context, project)

    def ready() -> None:
        _tell(context, root, _feeds(project), lan=lan)

    serve(project, listener, key=secret, lan=lan, names=names, ready=ready)


def _feeds(project: Project) -> list[str]:
    """Name the feeds that there are of shows that are set."""
    from podcaster.project import MAIN_SHOW

    names = [f"{key}.xml" for key in sorted({MAIN_SHOW, *project.settings.shows})]
    return [name for name in names if (project.feeds / name).exists()] or [f"{MAIN_SHOW}.xml"]


def _warn(context: Context, project: Project) -> None:
    """Name feeds that were written before base_url was changed: apps would look elsewhere for the sound."""
    from podcaster.addresses import base_of, feed_url

    for name in _feeds(project):
        path, key = project.feeds / name, name.removesuffix(".xml")
        address = feed_url(base_of(project.show(key)), key)
        if path.exists() and f'"{address}"'.encode() not in path.read_bytes()[:10_000]:
            context.say(f"{path}: was written for another base_url; run `podcaster feed`.")


def _tell(context: Context, root: str, feeds: list[str], *, lan: bool) -> None:
    """Print the addresses: of the page, also as a QR code for a phone, and of the feeds."""
    if context.quiet:
        return
    click.echo(f"Page: {root}feeds/")
    for name in feeds:
        click.echo(f"Feed: {root}feeds/{name}")
    if lan:
        import segno

        segno.make(f"{root}feeds/", micro=False).terminal(compact=True)
        context.say("Everybody in this network who knows the address can listen. Ctrl-C ends.")
    else:
        context.say("Reachable from this machine alone; --lan lets a phone in. Ctrl-C ends.")
