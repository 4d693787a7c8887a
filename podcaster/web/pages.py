"""Write the pages, feeds/index.html and one an episode, from manifests and transcripts."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from podcaster.addresses import base_of, page_name
from podcaster.feed import shows_of
from podcaster.files import write_file
from podcaster.model import Episode
from podcaster.project import Project
from podcaster.settings import Show
from podcaster.web.kept_text import KeptTexts
from podcaster.web.list_page import home_page, older_page, show_page
from podcaster.web.making import Job, Making

#: Episodes on a page of older ones; the newest page has at least as many, and less than twice.
PAGE_SIZE = 60
#: Episodes of a show on the page of all shows.
FEW = 4
#: Remembers from what each page was made, so that no page is made again from the same.
STATE = ".pages.json"
#: The files that all pages share.
STATIC = ("page.css", "player.js")


def write_pages(project: Project, episodes: Iterable[Episode]) -> list[Path]:
    """Write the pages of all shows with their `episodes`; return the files that changed.

    A page is written only if what it shows has changed, and pages of episodes that are gone are deleted.
    Raises PodcasterError where the folder cannot be written.
    """
    with writing_pages(project, episodes) as finish:
        return finish()


@contextmanager
def writing_pages(project: Project, episodes: Iterable[Episode]) -> Iterator[Callable[[], list[Path]]]:
    """Begin what `write_pages` does, and give the function that does the rest.

    Many pages are made in processes of their own, which work while the block does; they end with it.
    """
    ordered = sorted(episodes, key=lambda episode: (episode.published, episode.slug), reverse=True)
    shows = shows_of(project, ordered)
    listings = [
        _Listing(
            key,
            show,
            [episode for episode in ordered if episode.show == key],
            show_page_name(key, alone=len(shows) == 1),
            _cover(project.feeds, key),
        )
        for key, show in shows.items()
    ]
    static = Path(__file__).parent / "static"
    changed = [
        path for name in STATIC if write_file(path := project.feeds / name, (static / name).read_bytes())
    ]
    state, texts = _State(project.feeds), KeptTexts(project.audio, project.state / "texts")

    def finish() -> list[Path]:
        lists = _write_all_lists(project.feeds, listings)
        pages = state.finish(
            making, {page_name(episode.slug) for one in listings for episode in one.episodes}
        )
        texts.sweep({episode.slug for episode in ordered})
        return changed + lists + pages

    with Making(texts, project.feeds, [state.stale_of(listing) for listing in listings]) as making:
        yield finish


def show_page_name(key: str, *, alone: bool) -> str:
    """The file name of a show's page: the index, where the show is `alone` in its project."""
    return "index.html" if alone else f"{key}.show.html"


def older_names(key: str, count: int) -> list[str]:
    """The file names of the pages of a show's older episodes, the oldest first, where it has `count`."""
    return [f"{key}.archiv-{number}.html" for number in range(1, count // PAGE_SIZE)]


@dataclass(frozen=True, slots=True)
class _Listing:
    """A show as its pages list it.

    Attributes:
        episodes: Newest first.
        page: File name of its page.
        cover: File name of its picture, if there is one.
    """

    key: str
    show: Show
    episodes: Sequence[Episode]
    page: str
    cover: str | None


def _write_all_lists(feeds: Path, listings: Sequence[_Listing]) -> list[Path]:
    """Write the pages of all shows and the one that lists several; return the files that changed."""
    several = len(listings) > 1
    names = {"index.html"}
    changed = []
    for listing in listings:
        own, more = _write_lists(feeds, listing, "index.html" if several else None)
        names |= own
        changed += more
    if several:
        data = home_page(
            {one.key: one.show for one in listings},
            {one.key: one.episodes[:FEW] for one in listings},
            {one.key: one.page for one in listings},
            {one.key: one.cover for one in listings},
        )
        changed += _write(feeds / "index.html", data)
    return changed + _sweep_lists(feeds, names)


def _write_lists(feeds: Path, listing: _Listing, home: str | None) -> tuple[set[str], list[Path]]:
    """Write a show's page and those of its older episodes, which are filled from the oldest on.

    Returns the names of all of them, and the files that changed.
    """
    key, show = listing.key, listing.show
    names = older_names(key, len(listing.episodes))
    oldest_first = listing.episodes[::-1]
    changed = []
    for number, archive in enumerate(names, 1):
        part = oldest_first[(number - 1) * PAGE_SIZE : number * PAGE_SIZE][::-1]
        older = names[number - 2] if number > 1 else None
        page = older_page(key, show, part, number=number, older=older, index=listing.page)
        changed += _write(feeds / archive, page)
    newest = oldest_first[len(names) * PAGE_SIZE :][::-1]
    base = base_of(show) if show.base_url else None
    before = names[-1] if names else None
    page = show_page(key, show, newest, cover=listing.cover, base=base, older=before, home=home)
    changed += _write(feeds / listing.page, page)
    return {listing.page, *names}, changed


def _sweep_lists(feeds: Path, names: set[str]) -> list[Path]:
    """Delete pages of shows and older episodes that are no more."""
    ours = re.compile(r"[^.]+\.(show|archiv-\d+)\.html")
    stale = [path for path in feeds.iterdir() if ours.fullmatch(path.name) and path.name not in names]
    for path in stale:
        path.unlink(missing_ok=True)
    return stale


def _cover(feeds: Path, key: str) -> str | None:
    """Name the show's picture, if it is there."""
    return f"{key}.jpg" if (feeds / f"{key}.jpg").is_file() else None


class _State:
    """Which version of which episode the pages in a folder show: page name -> [key, bytes]."""

    def __init__(self, feeds: Path) -> None:
        self.feeds = feeds
        self.path = feeds / STATE
        try:
            known = msgspec.json.decode(self.path.read_bytes(), type=dict[str, tuple[str, int]])
        except (OSError, msgspec.DecodeError):
            known = {}  # made again from the manifests
        try:
            with os.scandir(feeds) as entries:
                sizes = {entry.name: entry.stat().st_size for entry in entries if entry.name in known}
        except FileNotFoundError:
            sizes = {}
        #: Pages that are as they were written.
        self.known = {name: entry for name, entry in known.items() if sizes.get(name) == entry[1]}
        self.stale = set(known) & set(sizes)
        self.changed = self.known != known
        #: What pages that are to be made are made from.
        self.wanted: dict[str, str] = {}

    def stale_of(self, listing: _Listing) -> Job:
        """Collect the episodes of a show whose pages do not show this version yet."""
        wanted = []
        for episode in listing.episodes:
            name, key = page_name(episode.slug), _key(episode, listing)
            if self.known.get(name, ("", 0))[0] != key:
                self.wanted[name] = key
                wanted.append(episode)
        return Job(listing.show, wanted, listing.page, listing.cover)

    def finish(self, making: Making, names: set[str]) -> list[Path]:
        """Wait for the pages that are made, and delete all but those of `names`; return what changed."""
        changed = []
        for name, (size, another) in making.made().items():
            self.known[name] = (self.wanted[name], size)
            self.changed = True
            if another:
                changed.append(self.feeds / name)
        return changed + self._sweep(names)

    def _sweep(self, names: set[str]) -> list[Path]:
        """Delete pages of this program that are of no episode any more, and keep the state."""
        gone = []
        for name in sorted((self.stale | set(self.known)) - names):
            self.known.pop(name, None)
            self.changed = True
            path = self.feeds / name
            if path.exists():
                path.unlink()
                gone.append(path)
        if self.changed:
            write_file(self.path, json.dumps(self.known, separators=(",", ":"), sort_keys=True))
        return gone


def _key(episode: Episode, listing: _Listing) -> str:
    """Name what an episode's page is made from: its manifest, what it says of the show, and this program."""
    show = listing.show
    seen = msgspec.json.encode((episode, show.title, show.author, listing.page, listing.cover))
    return hashlib.blake2b(seen + _program(), digest_size=12).hexdigest()


@cache
def _program() -> bytes:
    """Give the hash of the code that makes the pages: an update makes them again."""
    own = ("web/episode_page", "web/making", "web/markup", "web/text_section", "web/transcript")
    root = Path(__file__).parents[1]
    code = [root / f"{name}.py" for name in (*own, "addresses", "feed/notes", "text")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in code)).digest()


def _write(path: Path, data: str | bytes) -> list[Path]:
    # every run compares these with what is on disk: one that a power cut has cut off is made again
    return [path] if write_file(path, data, flush=False) else []
