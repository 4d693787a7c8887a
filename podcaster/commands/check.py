"""`podcaster check`: is all as the standards and the other files say?"""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from podcaster.commands.context import Context


@click.command
@click.option("--url", metavar="URL", help="Check the feed at this address, as apps find it on the web.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array of what was found.")
@click.pass_context
def command(ctx: click.Context, url: str | None, as_json: bool) -> None:
    """Check episodes and feeds against the standards (RSS, PSP-1, Apple's rules) and against each other.

    Every finding says where, what, and how to mend it. Exits with 1 if there is an error among them; a
    warning is none. With --url the feed on a server is checked instead, and what it refers to: HEAD, byte
    ranges, types and lengths.

    Example: podcaster check --url https://podcast.example/feeds/podcast.xml
    """
    from podcaster.checking import check_project, check_server

    context: Context = ctx.obj
    findings = check_server(url) if url else check_project(context.project)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            click.echo(str(finding))
    errors = sum(finding.level == "error" for finding in findings)
    warnings = len(findings) - errors
    if findings:
        context.say(
            f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}."
        )
    else:
        context.say("All is well.")
    ctx.exit(1 if errors else 0)
