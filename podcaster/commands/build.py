"""`podcaster build`: articles to episodes and feed."""

from __future__ import annotations

import sys
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING, Any

import click

from podcaster.commands.context import Context
from podcaster.commands.options import article_options, as_keywords

if TYPE_CHECKING:
    from podcaster.journal import Journal
    from podcaster.outcome import Outcome, Report
    from podcaster.progress import Progress
    from podcaster.project import Project
    from podcaster.unattended import News


@click.command
@click.argument("articles", nargs=-1)
@article_options
@click.option(
    "--voice", envvar="PODCASTER_VOICE", help="Who speaks: auto, or a name from `podcaster voices`."
)
@click.option("--show", metavar="KEY", help="The show of podcaster.toml that the episodes belong to.")
@click.option("--again", is_flag=True, help="Build what has not changed, too.")
@click.option("--dry-run", is_flag=True, help="Only say what would be built from the sources.")
@click.option("--wait", is_flag=True, help="Wait where another run is at work, rather than exit with 75.")
@click.option(
    "--log",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="PODCASTER_LOG",
    help="Write what happens to this file, an event a line; it is rotated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print events as JSON, one a line, for programs.")
@click.pass_obj
def command(
    context: Context,
    /,
    articles: tuple[str, ...],
    voice: str | None,
    again: bool,
    dry_run: bool,
    wait: bool,
    log: Path | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Turn each ARTICLE (a file, an address, or - for standard input) into an episode, and write the feed.

    Without ARTICLE: everything new or changed in the sources that podcaster.toml names. An article that has
    not changed since is left as it is.

    Example: podcaster build articles/nachtzug.txt --voice pico
    """
    from podcaster.errors import PodcasterError, UsageError
    from podcaster.journal import Journal

    show: str | None = options.pop("show")
    says = as_keywords(options)
    if not all(article.strip() for article in articles):
        raise UsageError("an empty name was given for an article; name a file or an address.")
    if len(articles) > 1 and (says["title"] or says["authors"] or says["url"]):
        raise UsageError("--title, --author and --url say something of one article, but several were named.")
    if articles and dry_run:
        raise UsageError("--dry-run says what would be built from the sources; name no article with it.")
    if not articles and (again or show or any(value for value in says.values())):
        raise UsageError("no article was named, but something is said of one; name it: a file or an address.")
    project = context.project
    if show is not None:
        project.named(show)
    journal = Journal(log, sys.stdout if as_json else None)
    run = _Run(context, project, journal, silent=context.quiet or as_json)
    try:
        if dry_run:
            status = run.preview()
        elif articles:
            status = run.named(articles, says | {"show": show}, voice=voice, again=again, wait=wait)
        else:
            status = run.new(voice=voice, wait=wait)
    except PodcasterError as error:
        journal.event("error", error=str(error))
        raise
    finally:
        journal.close()
    click.get_current_context().exit(status)


class _Run:
    """One run, and how it is told: failures always, the rest unless `silent`; all of it to the journal."""

    def __init__(self, context: Context, project: Project, journal: Journal, *, silent: bool) -> None:
        self.context = context
        self.project = project
        self.journal = journal
        self.silent = silent

    def named(
        self, articles: tuple[str, ...], says: dict[str, Any], *, voice: str | None, again: bool, wait: bool
    ) -> int:
        """Build the articles that were named."""
        from podcaster.build import build
        from podcaster.outcome import Request

        requests = [Request(source, **says) for source in dict.fromkeys(articles)]
        with self._progress() as progress:
            report = build(self.project, requests, voice=voice, again=again, progress=progress, wait=wait)
        self._tell(report, report.count("unchanged"), skipped_is_failure=True)
        return report.status or (1 if report.count("skipped") else 0)

    def new(self, *, voice: str | None, wait: bool) -> int:
        """Build what is new in the sources."""
        from podcaster.unattended import build_new

        with self._progress() as progress:
            news = build_new(self.project, voice=voice, progress=progress, wait=wait)
        self._tell_troubles(news)
        assert news.report  # noqa: S101 - only a preview has none
        self._tell(news.report, news.unchanged, skipped_is_failure=False)
        return news.status

    def preview(self) -> int:
        """Say what would be built."""
        from podcaster.unattended import preview

        news = preview(self.project)
        self._tell_troubles(news)
        for item in news.items:
            self._result(f"would build  {item.place}  {item.title}".rstrip())
            self.journal.event("would build", source=item.place, article=item.title or None)
        if not self.silent and not news.items:
            self.context.say("nothing is new")
        return news.status

    def _progress(self) -> Progress:
        from podcaster.progress import Recorded, watch_progress

        return Recorded(watch_progress(quiet=self.silent), self.journal)

    def _result(self, text: str) -> None:
        if not self.silent:
            click.echo(text)

    def _tell_troubles(self, news: News) -> None:
        """Name the sources that could not be had; not in every run, while one stays away."""
        for trouble in news.troubles:
            self.journal.event("source failed", source=trouble.source.name, error=str(trouble.error))
            if trouble.say:
                click.echo(f"podcaster: {trouble.error}", err=True)

    def _tell(self, report: Report, unchanged: int, *, skipped_is_failure: bool) -> None:
        """Say what came of it."""
        for outcome in report.outcomes:
            if outcome.result == "failed" or (outcome.result == "skipped" and skipped_is_failure):
                click.echo(f"podcaster: {outcome.error}", err=True)
                if self.context.debug and outcome.error:
                    click.echo("".join(format_exception(outcome.error)), err=True)
            elif outcome.error:
                self._result(f"skipped    {outcome.error}")
            elif outcome.result == "built" or skipped_is_failure:
                self._result(_line(self.project, outcome))
        published = report.published
        for episode in published.removed:
            self._result(f"removed    {episode.slug}: kept long enough  {episode.title}")
            self.journal.event("removed", article=episode.title, episode=episode.slug, guid=episode.guid)
        if published.changed:
            self.journal.event("published", files=len(published.changed))
        if published.hook is not None:
            self.journal.event("hook", said=published.hook.strip()[-500:] or None)
        if published.trouble:
            click.echo(f"podcaster: {published.trouble}", err=True)
            self.journal.event("hook failed", error=str(published.trouble))
        self._sum_up(report, unchanged)

    def _sum_up(self, report: Report, unchanged: int) -> None:
        """Say it in one line, and to people who look on what to do with it."""
        built = [o.episode for o in report.outcomes if o.result == "built" and o.episode]
        failed, skipped = report.count("failed"), report.count("skipped")
        minutes = sum(episode.duration for episode in built) / 60
        for show in sorted({episode.show for episode in built}):
            self._result(f"feed       {_shown(self.project.feeds / show)}.xml")
        if built and not self.silent:
            page = _shown(self.project.feeds / "index.html")
            self.context.say(f"Listen:    open {page} in a browser, or the MP3 in any player")
            self.context.say(
                "Subscribe: run `podcaster serve --lan`, and give a podcast app the address that it prints"
            )
        if not self.silent:
            self.context.say(
                f"{len(built)} built, {unchanged} unchanged, {f'{skipped} skipped, ' if skipped else ''}"
                f"{failed} failed; {minutes:.1f} minutes of audio in {report.seconds:.1f} seconds"
            )
        self.journal.event(
            "end",
            built=len(built),
            unchanged=unchanged,
            skipped=skipped,
            failed=failed,
            minutes=round(minutes, 1),
            seconds=round(report.seconds, 1),
        )


def _line(project: Project, outcome: Outcome) -> str:
    """Write one line about an article that did not fail."""
    from podcaster.text import length

    episode = outcome.episode
    if outcome.twin:
        other = f"{_shown(project.audio / episode.slug)}.mp3" if episode else "another one named here"
        return f"known      {outcome.request.source}: the same article, or nearly, as {other}"
    if episode is None:
        return f"{outcome.result:9}  {outcome.request.source}"
    place = f"{_shown(project.audio / episode.slug)}.mp3"
    return f"{outcome.result:9}  {place}  {length(episode.duration)}  {episode.title}"


def _shown(path: Path) -> str:
    """Write a path as short as it can be typed here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
