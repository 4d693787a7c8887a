"""A whole project: episodes, feeds, and one against the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from podcaster.addresses import page_name
from podcaster.checking.document import FEED, check_document
from podcaster.checking.episodes import check_episode, check_picture
from podcaster.checking.finding import Finding
from podcaster.episode import Catalogue, read_catalogue, show_cover
from podcaster.errors import PodcasterError, UsageError
from podcaster.feed import homeless, shows_of
from podcaster.feed.identity import MEND, STATE, known_guids
from podcaster.feed.writing import OPML, STYLE, documents
from podcaster.files import UNFINISHED
from podcaster.model import Episode
from podcaster.project import MAIN_SHOW, Project
from podcaster.settings import Show
from podcaster.web.pages import STATIC, older_names, show_page_name


def check_project(project: Project) -> list[Finding]:
    """Check all that is in audio/ and feeds/. Only reads."""
    catalogue = read_catalogue(project.audio)
    findings = [*_catalogue(project.audio, catalogue)]
    for episode in homeless(project, catalogue.episodes):
        where, what = (
            f"{project.audio / episode.slug}.json",
            f'is of the show "{episode.show}", which is not set',
        )
        findings.append(
            Finding(where, what, f"Set [shows.{episode.show}] in podcaster.toml, or change it there")
        )
    for episode in catalogue.episodes:
        findings += check_episode(project.audio, episode)
    try:
        guids = known_guids(project.audio)
    except PodcasterError:
        what = "is damaged, and with it is lost by which podcast:guid apps know the show"
        findings.append(Finding(str(project.audio / STATE), what, MEND[:1].upper() + MEND[1:]))
        guids = {}
    shows = shows_of(project, catalogue.episodes)
    needed = [*STATIC, STYLE, OPML, "index.html"]
    for key, show in shows.items():
        own = [episode for episode in catalogue.episodes if episode.show == key]
        findings += _show(project, key, show, own, guids.get(key))
        needed += [show_page_name(key, alone=len(shows) == 1), *older_names(key, len(own))]
        needed += [page_name(episode.slug) for episode in own]
    findings += _missing(project.feeds, needed)
    return [*findings, *_orphans(project)]


def _orphans(project: Project) -> Iterator[Finding]:
    """Feeds of shows that were renamed or taken out of the settings: they stay, and nothing new comes in."""
    known = {MAIN_SHOW, *project.settings.shows}
    for path in sorted(project.feeds.glob("*.xml")):
        key = path.name.partition(".")[0]
        if key not in known:
            what = "is the feed of a show that podcaster.toml does not have, and gets nothing new"
            mend = f"Set [shows.{key}] again, or delete the file: apps that ask for it then say so"
            yield Finding(str(path), what, mend, "warning")


def _catalogue(audio: Path, catalogue: Catalogue) -> Iterator[Finding]:
    """What cannot be published, and what was left behind."""
    for problem in catalogue.problems:
        yield Finding(str(problem.path), problem.what, problem.mend[:1].upper() + problem.mend[1:])
    known = {episode.slug for episode in catalogue.episodes}
    known |= {problem.path.name.partition(".")[0] for problem in catalogue.problems}
    for path in sorted(audio.glob("*.mp3")) if audio.is_dir() else []:
        if path.stem not in known:
            what = "has no manifest: its build was not finished, or the manifest was deleted"
            yield Finding(str(path), what, "Build the article again, or delete the file", "warning")
    for path in sorted(audio.glob(f".*{UNFINISHED}")) if audio.is_dir() else []:
        yield Finding(str(path), "was left behind by a run that was killed", "Delete it", "warning")


def _missing(feeds: Path, names: Iterable[str]) -> Iterator[Finding]:
    """The pages, and what all feeds and pages need beside them."""
    for name in dict.fromkeys(names):
        path = feeds / name
        if not path.is_file() or not path.stat().st_size:
            yield Finding(str(path), "is missing or empty, and feeds or pages lead there", FEED)


def _show(
    project: Project, key: str, show: Show, episodes: Sequence[Episode], guid: str | None
) -> Iterator[Finding]:
    """A show's feed, its pages of older episodes and its cover."""
    if not show.base_url:
        where = str(project.folder / "podcaster.toml")
        what = f'sets no base_url for the show "{key}", so that its feed works on this machine only'
        yield Finding(where, what, "Set base_url, or use `podcaster serve`, which fills it in", "warning")
    cover = project.feeds / f"{key}.jpg"
    if cover.exists():
        yield from check_picture(cover, FEED)
    else:
        yield Finding(str(cover), "is missing, and no app shows a podcast without a cover", FEED)
    try:
        if cover.exists() and show_cover(show, project.folder, cover) != cover.read_bytes():
            what = "is not the cover that podcaster.toml asks for (any more)"
            yield Finding(str(cover), what, FEED, "warning")
    except UsageError as error:  # as `podcaster feed` says it
        where, _, what = str(error).partition(": ")
        yield Finding(where, what.partition(";")[0], "Set another picture as `cover` in podcaster.toml")
    for name, (place, part) in documents(key, show, episodes).items():
        yield from check_document(project.feeds / name, show, place, part, guid)
