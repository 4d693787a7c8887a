"""The catalogue: the manifests in audio/, an episode each. There is no other record of what was made.

Whatever somebody did to the folder, the episodes that are whole go on; every other is named in a `Problem`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Any

import msgspec

from podcaster.episode.stream import same_sound
from podcaster.errors import PodcasterError
from podcaster.files import write_file
from podcaster.model import Episode
from podcaster.text import one_line

#: The version of the manifest's format that this program writes, and the newest that it reads.
FORMAT = 1
#: Fields of an episode that feeds, pages and tags show.
_TEXTS = ("guid", "title", "lead", "opening", "publisher", "url", "language", "voice", "engine", "notice")
#: Extensions of an episode's files besides sound and manifest.
SIDE_FILES = ("vtt", "srt", "html", "chapters.json", "jpg")
#: Extensions of all its files; of two that fit a name, the longer one stands first.
_SUFFIXES = (*SIDE_FILES, "mp3", "json")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an episode's files.

    Attributes:
        path: The file that is meant.
        what: What is wrong with it, in words that continue the path.
        mend: What to do.
        episode: What its manifest says, where that could be read.
        left_out: Whether the episode is missing from the feed for it.
        newer: Whether a newer podcaster has written the manifest.
    """

    path: Path
    what: str
    mend: str
    episode: Episode | None = None
    left_out: bool = True
    newer: bool = False

    def __str__(self) -> str:
        rest = "; the episode is left out of the feed" if self.left_out else ""
        return f"{self.path}: {self.what}{rest}: {self.mend}."


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The episodes that can be published, newest first, and what is wrong with the others."""

    episodes: tuple[Episode, ...]
    problems: tuple[Problem, ...]


class _NewerError(ValueError):
    """A manifest of a format that only a newer podcaster knows."""


class _Head(msgspec.Struct):
    """What a manifest of any version says of itself."""

    format: int = 1


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Episode)
_head = msgspec.json.Decoder(_Head)


def write_manifest(audio: Path, episode: Episode) -> Path:
    """Write an episode's manifest: from then on it is finished. Times are stored in ms."""
    path = audio / f"{episode.slug}.json"
    write_file(path, msgspec.json.format(_encoder.encode(episode), indent=1) + b"\n")
    return path


def read_episodes(audio: Path) -> list[Episode]:
    """The episodes in the folder `audio` that can be published, newest first."""
    return list(read_catalogue(audio).episodes)


def read_catalogue(audio: Path) -> Catalogue:
    """Read all manifests in the folder `audio`. Nothing that is found there raises an error."""
    try:
        with os.scandir(audio) as entries:
            sizes = {  # only the length of the sound is of interest
                entry.name: entry.stat().st_size if entry.name.endswith(".mp3") else 0
                for entry in entries
                if entry.is_file()
            }
    except FileNotFoundError:
        return Catalogue((), ())
    except OSError as error:
        raise PodcasterError(f"{audio}: cannot be read: {error.strerror or error}.") from error
    episodes: list[Episode] = []
    problems: list[Problem] = []
    for name in sorted(sizes):
        if not _is_manifest(name):
            continue
        episode, problem = _read(audio, name, sizes)
        if problem:
            problems.append(problem)
        if episode:
            episodes.append(episode)
    episodes.sort(key=lambda episode: (episode.published, episode.slug))
    unique: dict[str, Episode] = {}
    for episode in episodes:
        first = unique.setdefault(episode.guid, episode)
        if first is not episode:
            what = f"has the guid of {first.slug}.json, and apps would hide one of the two"
            problems.append(Problem(audio / f"{episode.slug}.json", what, "remove one of them"))
    return Catalogue(tuple(reversed(unique.values())), tuple(problems))


def find_slug(audio: Path, catalogue: Catalogue, name: str) -> str | None:
    """Find the slug of the episode that `name` means: slug, path of a file, guid, or the article's URL.

    An episode whose manifest cannot be read is found by its slug.
    """
    episodes = [*catalogue.episodes, *(problem.episode for problem in catalogue.problems if problem.episode)]
    slugs = {episode.slug for episode in episodes}
    slugs |= {problem.path.name.partition(".")[0] for problem in catalogue.problems}
    if name in slugs:
        return name
    for episode in episodes:
        if name in (episode.guid, episode.url):
            return episode.slug
    path = Path(name)
    slug = next((path.name.removesuffix(f".{end}") for end in _SUFFIXES if path.name.endswith(f".{end}")), "")
    return slug if slug in slugs and path.parent.resolve() == audio.resolve() else None


def remove_episode(audio: Path, slug: str, *, dry_run: bool = False) -> list[Path]:
    """Delete an episode's files, the manifest first: a run that is cut short leaves none in the feed."""
    removed = []
    for suffix in ("json", "mp3", *SIDE_FILES[::-1]):  # the transcript last: by it, a next run knows the rest
        path = audio / f"{slug}.{suffix}"
        try:
            if dry_run:
                path.stat()
            else:
                path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PodcasterError(f"{path}: cannot be removed: {error.strerror or error}.") from error
        removed.append(path)
    return removed


def _is_manifest(name: str) -> bool:
    return name.endswith(".json") and not name.endswith(".chapters.json") and not name.startswith(".")


def _read(audio: Path, name: str, sizes: dict[str, int]) -> tuple[Episode | None, Problem | None]:
    """Read one manifest and look for its sound: the episode, if it can be published; a problem."""
    path = audio / name
    slug = name.removesuffix(".json")
    if not slug.isprintable():
        what = "has a name with characters that no address can hold"
        return None, Problem(path, what, "rename the episode's files")
    try:
        episode = _decode(path.read_bytes(), slug)
    except (OSError, ValueError) as error:
        newer = isinstance(error, _NewerError)
        return None, Problem(path, _reason(error), _mend(error), newer=newer)
    sound = path.with_name(f"{slug}.mp3")
    size = sizes.get(sound.name, 0)
    files = tuple(suffix for suffix in SIDE_FILES if f"{slug}.{suffix}" in sizes)
    if files != episode.files:
        episode = replace(episode, files=files)
    if not size:
        return None, Problem(sound, "is missing or empty", "build the article again", episode)
    if size != episode.size:
        what = f"has {size} bytes, its manifest says {episode.size}"
        whole = _is_whole(sound, episode)  # tagged anew by another program, perhaps
        problem = Problem(sound, what, "build the article again", episode, left_out=not whole)
        return (replace(episode, size=size) if whole else None), problem
    return episode, None


def _is_whole(sound: Path, episode: Episode) -> bool:
    try:
        return same_sound(sound, episode)
    except OSError:
        return False


def _decode(data: bytes, slug: str) -> Episode:
    """Understand a manifest. Raises ValueError (msgspec's too) that says what is wrong."""
    try:
        episode = _decoder.decode(data)
        version = episode.format
    except msgspec.ValidationError:
        version = _head.decode(data).format
        if version <= FORMAT:
            raise
    if version > FORMAT:
        raise _NewerError(f"was written by a newer podcaster (format {version})")
    if not one_line(episode.guid) or not one_line(episode.title):
        raise ValueError("has no guid or no title")
    if not 0 < episode.duration < 1e6 or episode.revision < 1:
        raise ValueError("has a duration or revision that cannot be")
    changes: dict[str, Any] = _cleaned(episode)
    if episode.slug != slug:
        changes["slug"] = slug
    if episode.published.tzinfo is None:
        changes["published"] = episode.published.replace(tzinfo=UTC)
    return replace(episode, **changes) if changes else episode


def _cleaned(episode: Episode) -> dict[str, Any]:
    """The texts that somebody's editor has put into a manifest as no feed or tag can hold them, made fit."""
    changes: dict[str, Any] = {}
    for field in _TEXTS:
        value = getattr(episode, field)
        if value and (fit := one_line(value)) != value:
            changes[field] = fit
    if not all(author.isprintable() for author in episode.authors):
        changes["authors"] = tuple(filter(None, map(one_line, episode.authors)))
    texts = (text for chapter in episode.chapters for text in (chapter.title, chapter.url or ""))
    if not all(map(str.isprintable, texts)):
        changes["chapters"] = tuple(
            replace(chapter, title=one_line(chapter.title), url=one_line(chapter.url or "") or None)
            for chapter in episode.chapters
        )
    return changes


def _reason(error: Exception) -> str:
    """What is wrong with a manifest, in words that continue its path."""
    if isinstance(error, msgspec.ValidationError):
        return "is no manifest of an episode: " + re.sub(r"`", '"', str(error)).rstrip(".")
    if isinstance(error, msgspec.DecodeError):
        return f"is not valid JSON ({error})"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return str(error)


def _mend(error: Exception) -> str:
    """What to do about a manifest that cannot be read."""
    return "update podcaster" if isinstance(error, _NewerError) else "build the article again, or remove it"
