"""An episode's files: what is written when its sound is ready, and in which order."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from podcaster import settings
from podcaster.addresses import base_of, feed_url
from podcaster.episode.catalogue import SIDE_FILES, write_manifest
from podcaster.episode.chapters import chapters_json, chapters_of
from podcaster.episode.cover import episode_cover
from podcaster.episode.stream import sound_hash
from podcaster.episode.tags import write_tags
from podcaster.episode.transcript import cues_of, subrip, transcript_html, webvtt
from podcaster.errors import PodcasterError
from podcaster.files import replacing, write_file
from podcaster.model import Article, Episode, Mix, Script
from podcaster.text import clean, one_line, shortened

#: Bytes; a larger picture of an article is not read.
PICTURE_LIMIT = 40_000_000


def write_episode(  # noqa: PLR0913 - what build.py alone knows of an episode
    audio: Path,
    article: Article,
    script: Script,
    mix: Mix,
    mp3: Path,
    show: settings.Show,
    *,
    guid: str,
    slug: str,
    voice: str,
    script_hash: str,
    source: str,
    published: datetime,
    engine: str = "",
    wanted_voice: str | None = None,
    updated: datetime | None = None,
    article_hash: str = "",
    sketch: str = "",
    revision: int = 1,
    kept: bool = False,
    show_key: str = "podcast",
    fetch: Callable[[str], bytes] | None = None,
) -> Episode:
    """Tag the MP3 that the mixer left at `mp3`; put it and all that belongs to it into the folder `audio`.

    Written are, in this order: transcript (SLUG.vtt, .srt, .html), chapters (SLUG.chapters.json), picture
    (SLUG.jpg), sound (SLUG.mp3; `mp3` is gone afterwards), manifest (SLUG.json). Raises PodcasterError
    where the folder cannot be written; without a manifest the episode is unfinished and in no feed.
    """
    text = full_text(article)
    lead = one_line(article.lead or "")
    episode = Episode(
        guid=one_line(guid),
        slug=slug,
        title=one_line(article.title),
        published=published.replace(microsecond=0),
        duration=round(mix.duration, 3),
        size=0,
        voice=voice,
        script_hash=script_hash,
        source=clean(source),
        chapters=tuple(
            replace(chapter, start=round(chapter.start, 3), end=round(chapter.end, 3))
            for chapter in chapters_of(script, mix, article.url)
        ),
        show=show_key,
        lead=lead or None,
        authors=_lines(article.authors),
        publisher=one_line(article.publisher) or None if article.publisher else None,
        article_published=article.published,
        url=clean(article.url) or None if article.url else None,
        language=article.language,
        picture=clean(article.picture)[:2000] or None if article.picture else None,
        updated=updated.replace(microsecond=0) if updated else None,
        loudness=round(mix.loudness, 2),
        true_peak=round(mix.true_peak, 2),
        engine=one_line(engine),
        wanted_voice=wanted_voice,
        opening="" if lead else _opening(article),
        notice=" ".join(one_line(u.written) for u in script.utterances if u.role == "notice"),
        article_hash=article_hash,
        sketch=sketch,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        revision=revision,
        kept=kept,
    )
    stream, digest = sound_hash(mp3)
    cues = cues_of(script, mix)
    transcript = webvtt(cues)
    episode = replace(
        episode,
        sound_size=stream,
        sound_hash=digest,
        transcript_hash=hashlib.sha256(transcript.encode()).hexdigest(),
    )
    sides: dict[str, str | bytes] = {
        "vtt": transcript,
        "srt": subrip(cues),
        "html": transcript_html(script, mix),
        "chapters.json": chapters_json(episode, one_line(show.title)),
    }
    cover = episode_cover(show, audio.parent, episode.title, _picture(article.picture, source, audio, fetch))
    feed = feed_url(base_of(show), show_key)
    write_tags(mp3, episode, text=text, show=one_line(show.title), feed=feed, cover=cover)
    episode = replace(episode, size=mp3.stat().st_size, files=SIDE_FILES)
    # all that can fail for its content has been made by now: an older version stays whole where it does
    for suffix, content in (sides | {"jpg": cover}).items():
        write_file(audio / f"{slug}.{suffix}", content)
    _move(mp3, audio / f"{slug}.mp3")
    write_manifest(audio, episode)
    return episode


def _picture(
    picture: str | None, source: str, audio: Path, fetch: Callable[[str], bytes] | None
) -> bytes | None:
    """Read the article's picture: a web address through `fetch`, or a file that lies with the article's.

    None where there is none or it cannot be had: an episode does not fail for its picture. What a page says
    leads to no file elsewhere on this machine.
    """
    if not picture:
        return None
    try:
        if "://" in picture:
            return fetch(picture) if fetch and picture.startswith(("http://", "https://")) else None
        folder = (audio.parent / source).parent.resolve()
        path = (folder / picture).resolve()
        if "://" in source or not path.is_relative_to(folder):
            return None
        return path.read_bytes() if path.stat().st_size <= PICTURE_LIMIT else None
    except (OSError, ValueError, PodcasterError):
        return None


def _opening(article: Article) -> str:
    """How the article begins, for where a lead would stand."""
    paragraphs = (paragraph.text for section in article.sections for paragraph in section.paragraphs)
    return shortened(one_line(next(paragraphs, "")), 300)


def full_text(article: Article) -> str:
    """The article as plain text, with blank lines between its paragraphs."""
    parts = [article.title, article.lead or ""]
    for section in article.sections:
        parts.append(section.heading or "")
        parts += [paragraph.text for paragraph in section.paragraphs]
    return "\n\n".join(filter(None, map(one_line, parts)))


def _lines(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, values)))


def _move(source: Path, target: Path) -> None:
    """Give a finished file its place, whole or not at all, from another disk too."""
    try:
        with replacing(target) as unfinished:
            try:
                source.replace(unfinished)
            except OSError:
                shutil.copyfile(source, unfinished)
                source.unlink()
    except OSError as error:
        raise PodcasterError(f"{source}: cannot be moved to {target}: {error.strerror or error}.") from error
