"""`podcaster build`: articles to episodes and feed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcaster.commands.context import Context
from podcaster.commands.options import article_options, as_keywords

if TYPE_CHECKING:
    from podcaster.build import Outcome, Report
    from podcaster.project import Project


@click.command
@click.argument("articles", nargs=-1)
@article_options
@click.option(
    "--voice", envvar="PODCASTER_VOICE", help="Who speaks: auto, or a name from `podcaster voices`."
)
@click.option("--again", is_flag=True, help="Build what has not changed, too.")
@click.pass_obj
def command(
    context: Context, /, articles: tuple[str, ...], voice: str | None, again: bool, **options: Any
) -> None:
    """Turn each ARTICLE (a file, an address, or - for standard input) into an episode, and write the feed.

    An article that has not changed since is left as it is.

    Example: podcaster build articles/nachtzug.txt --voice pico
    """
    from podcaster.errors import UsageError
    from podcaster.progress import watch_progress

    if not articles:
        raise UsageError("no article was named; try `podcaster build ARTICLE`, a file or an address.")
    says = as_keywords(options)
    if len(articles) > 1 and (says["title"] or says["authors"] or says["url"]):
        raise UsageError("--title, --author and --url say something of one article, but several were named.")
    from podcaster.build import Request, build

    requests = [Request(source, **says) for source in dict.fromkeys(articles)]
    project = context.project
    with watch_progress(quiet=context.quiet) as progress:
        report = build(project, requests, voice=voice, again=again, progress=progress)
    _tell(context, project, report)
    click.get_current_context().exit(report.status)


def _tell(context: Context, project: Project, report: Report) -> None:
    """Say what came of it: failures always, the rest unless --quiet."""
    for outcome in report.outcomes:
        if outcome.error:
            click.echo(f"podcaster: {outcome.error}", err=True)
        elif not context.quiet:
            click.echo(_line(project, outcome))
    if context.quiet:
        return
    built, unchanged, failed = (report.count(result) for result in ("built", "unchanged", "failed"))
    minutes = sum(o.episode.duration for o in report.outcomes if o.result == "built" and o.episode) / 60
    if built:
        feed = _shown(project.feeds / "podcast.xml")
        click.echo(f"feed       {feed}")
        context.say(
            f"Listen:    open {_shown(project.feeds / 'index.html')} in a browser, or the MP3 in any player"
        )
        context.say(
            "Subscribe: run `podcaster serve --lan`, and give a podcast app the address that it prints"
        )
    context.say(
        f"{built} built, {unchanged} unchanged, {failed} failed; "
        f"{minutes:.1f} minutes of audio in {report.seconds:.1f} seconds"
    )


def _line(project: Project, outcome: Outcome) -> str:
    """Write one line about an article that did not fail."""
    episode = outcome.episode
    if episode is None:
        return f"unchanged  {outcome.request.source}: the same article as another one named here"
    length = f"{episode.duration // 60:.0f}:{episode.duration % 60:02.0f}"
    return f"{outcome.result:9}  {_shown(project.audio / episode.slug)}.mp3  {length}  {episode.title}"


def _shown(path: Path) -> str:
    """Write a path as short as it can be typed here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
