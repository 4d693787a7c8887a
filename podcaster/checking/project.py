"""A whole project: episodes, feeds, and one against the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.addresses import archive_name, audio_url, base_of, feed_url, page_name
from podcaster.checking.episodes import check_episode, check_picture
from podcaster.checking.finding import Finding
from podcaster.checking.rules import check_feed, parsed
from podcaster.episode import Catalogue, read_catalogue
from podcaster.feed import homeless, shows_of
from podcaster.feed.rss import NAMESPACES
from podcaster.feed.writing import pages
from podcaster.files import UNFINISHED
from podcaster.model import Episode
from podcaster.project import MAIN_SHOW, Project
from podcaster.settings import Show

if TYPE_CHECKING:
    from lxml import etree

_FEED = "Run `podcaster feed`"


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
    for key, show in shows_of(project, catalogue.episodes).items():
        own = [episode for episode in catalogue.episodes if episode.show == key]
        findings += _show(project, key, show, own)
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


def _show(project: Project, key: str, show: Show, episodes: Sequence[Episode]) -> Iterator[Finding]:
    """A show's feed, its pages of older episodes and its cover."""
    if not show.base_url:
        where = str(project.folder / "podcaster.toml")
        what = f'sets no base_url for the show "{key}", so that its feed works on this machine only'
        yield Finding(where, what, "Set base_url, or use `podcaster serve`, which fills it in", "warning")
    cover = project.feeds / f"{key}.jpg"
    if cover.exists():
        yield from check_picture(cover, _FEED)
    else:
        yield Finding(str(cover), "is missing, and no app shows a podcast without a cover", _FEED)
    size = show.feed_items
    count = pages(len(episodes), size)
    oldest_first = episodes[::-1]
    parts = {f"{key}.xml": episodes[:size]}
    for number in range(1, count + 1):
        parts[archive_name(key, number)] = oldest_first[(number - 1) * size : number * size][::-1]
    for name in ("index.html", *(page_name(episode.slug) for episode in episodes)):
        page = project.feeds / name
        if not page.is_file() or not page.stat().st_size:
            yield Finding(str(page), "is missing or empty, and the feed leads there", _FEED)
    base = base_of(show)
    for name, part in parts.items():
        path = project.feeds / name
        try:
            data = path.read_bytes()
        except OSError as error:
            yield Finding(str(path), f"cannot be read: {error.strerror or error}", _FEED)
            continue
        findings = check_feed(data, str(path))
        yield from findings
        yield from _against(data, path, part, base, key)


def _against(data: bytes, path: Path, episodes: Sequence[Episode], base: str, key: str) -> Iterator[Finding]:
    """A feed document against the manifests and files it was made from."""
    try:
        channel = parsed(data).find("channel")
    except ValueError:
        return
    if channel is None:
        return
    own = path.name if ".archive-" in path.name else f"{key}.xml"
    link = channel.find("atom:link[@rel='self']", NAMESPACES)
    address = feed_url(base, key).rpartition("/")[0] + f"/{own}"
    if link is not None and link.get("href") != address:
        what = f"says that it is found at {link.get('href')}, the settings say {address}"
        yield Finding(str(path), what, _FEED)
    items = {(item.findtext("guid") or ""): item for item in channel.findall("item")}
    for episode in episodes:
        if (item := items.pop(episode.guid, None)) is None:
            yield Finding(str(path), f'lacks the episode "{episode.slug}"', _FEED)
            continue
        yield from _item(item, episode, base, f'{path}, "{episode.slug}"')
    for guid in items:
        yield Finding(str(path), f"has an item {guid}, of which there is no episode", _FEED)


def _item(item: etree._Element, episode: Episode, base: str, where: str) -> Iterator[Finding]:
    """An item of a feed against its episode."""
    enclosure = item.find("enclosure")
    says = {} if enclosure is None else enclosure.attrib
    if says.get("length") != str(episode.size):
        what = f"gives a length of {says.get('length')} bytes, the file has {episode.size}"
        yield Finding(where, what, _FEED)
    if says.get("url") != audio_url(base, episode):
        what = f"gives the address {says.get('url')}, it is {audio_url(base, episode)}"
        yield Finding(where, what, _FEED)
    duration = item.findtext("itunes:duration", "", NAMESPACES)
    if duration != str(round(episode.duration)):
        what = f"gives a duration of {duration} s, the sound lasts {episode.duration:.1f} s"
        yield Finding(where, what, _FEED)
