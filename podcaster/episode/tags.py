"""ID3 tags of an episode: version 2.3 with UTF-16 text, which every player reads.

Chapters follow "ID3v2 Chapter Frame Addendum": CTOC (ordered, top level, with a title, and as many children
as there are CHAP frames: some apps ignore chapters otherwise) and a CHAP a chapter. PCST, TGID and WFED
mark a podcast as iTunes does.
"""

from __future__ import annotations

import struct
from pathlib import Path

from mutagen import id3

from podcaster import __version__
from podcaster.addresses import ascii_url
from podcaster.episode.stream import start_of_sound
from podcaster.errors import PodcasterError
from podcaster.model import Episode

_UTF16 = id3.Encoding.UTF16
#: CTOC counts its chapters in one byte; the rest stands in the JSON chapters alone.
MOST_CHAPTERS = 255
#: 0xFFFFFFFF in CHAP: no byte offsets, the times hold.
_NO_OFFSET = 0xFFFFFFFF


def write_tags(path: Path, episode: Episode, *, text: str, show: str, feed: str, cover: bytes | None) -> None:
    """Put all tags of `episode` into the MP3 at `path`, in place of any that are there.

    `text` is the article in full, `show` the podcast's title, `feed` the feed's address, `cover` a JPEG.
    """
    tags = id3.ID3()
    for frame in [*_about(episode, text, show, feed), *_chapters(episode)]:
        tags.add(frame)
    if cover:
        tags.add(
            id3.APIC(encoding=0, mime="image/jpeg", type=id3.PictureType.COVER_FRONT, desc="", data=cover)
        )
    try:
        id3.ID3().delete(path)
        tags.update_to_v23()
        tags.save(path, v2_version=3)
        _order_chapters(path)
    except (OSError, id3.error) as error:
        raise PodcasterError(f"{path}: the tags cannot be written: {error}.") from error


def _about(episode: Episode, text: str, show: str, feed: str) -> list[id3.Frame]:
    """Frames that describe the episode."""
    date = (episode.article_published or episode.published).isoformat()[:10]
    author = ", ".join(episode.authors) or episode.publisher or show
    frames: list[id3.Frame] = [
        _text("TIT2", episode.title),
        _text("TPE1", author),
        _text("TALB", show),
        _text("TDRC", date),
        _text("TLAN", iso_639_2(episode.language)),
        _text("TCON", "Podcast"),
        _text("TLEN", str(round(episode.duration * 1000))),
        _text("TENC", f"podcaster {__version__}"),
        _text("TGID", episode.guid),
        id3.PCST(value=1),
        id3.WFED(url=feed),
        id3.USLT(encoding=_UTF16, lang=iso_639_2(episode.language), desc="", text=text),
        id3.TXXX(encoding=_UTF16, desc="SYNTHETIC-SPEECH", text=[disclosure(episode)]),
    ]
    if episode.publisher:
        frames.append(_text("TPUB", episode.publisher))
    if about := episode.lead or episode.opening:
        frames.append(id3.COMM(encoding=_UTF16, lang=iso_639_2(episode.language), desc="", text=[about]))
    if episode.url and (url := ascii_url(episode.url)):
        frames.append(id3.WOAS(url=url))
    return frames


def _chapters(episode: Episode) -> list[id3.Frame]:
    """CTOC and CHAP frames; times in ms."""
    chapters = episode.chapters[:MOST_CHAPTERS]
    names = [f"chp{number}" for number, _ in enumerate(chapters)]
    frames: list[id3.Frame] = []
    for name, chapter in zip(names, chapters, strict=True):
        inside = [_text("TIT2", chapter.title)]
        if chapter.url:
            inside.append(id3.WXXX(encoding=0, desc="chapter url", url=chapter.url))
        frames.append(
            id3.CHAP(
                element_id=name,
                start_time=round(chapter.start * 1000),
                end_time=round(chapter.end * 1000),
                start_offset=_NO_OFFSET,
                end_offset=_NO_OFFSET,
                sub_frames=inside,
            )
        )
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    titles = [_text("TIT2", "Kapitel")]
    return [id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=titles), *frames]


def _order_chapters(path: Path) -> None:
    """Put the CHAP frames into the order of their times.

    mutagen writes frames by size, and FFmpeg, with all that is built on it, lists chapters as they stand in
    the file, whatever CTOC says.
    """
    with path.open("r+b") as file:
        tag = file.read(start_of_sound(file) - 10)
        frames, at = [], 0
        while tag[at : at + 1].isalnum():  # zeros pad the end
            (length,) = struct.unpack(">I", tag[at + 4 : at + 8])
            frames.append(tag[at : at + 10 + length])
            at += 10 + length
        chapters = iter(sorted(filter(_is_chapter, frames), key=_start))
        file.seek(10)
        file.write(b"".join(next(chapters) if _is_chapter(frame) else frame for frame in frames))


def _is_chapter(frame: bytes) -> bool:
    return frame.startswith(b"CHAP")


def _start(frame: bytes) -> int:
    """When a chapter starts (ms): behind the frame's head, and its name, which ends with a zero."""
    at = frame.index(b"\0", 10) + 1
    return int.from_bytes(frame[at : at + 4])


def disclosure(episode: Episode) -> str:
    """Say for machines what EU AI Act, Article 50, wants marked: synthetic, by what, when, of which text."""
    day = (episode.updated or episode.published).date().isoformat()
    return (
        f"synthetic speech; engine={episode.engine or episode.voice}; voice={episode.voice}; date={day}; "
        f"text-sha256={episode.text_hash}"
    )


def iso_639_2(language: str) -> str:
    """The three letters that ID3 wants for a language: `deu` for `de-AT`, `und` for one unknown here."""
    known = {"de": "deu", "en": "eng", "fr": "fra", "it": "ita", "es": "spa", "nl": "nld"}
    return known.get(language.partition("-")[0].lower(), "und")


def _text(name: str, value: str) -> id3.Frame:
    """A text frame in UTF-16."""
    frame: id3.Frame = getattr(id3, name)(encoding=_UTF16, text=[value])
    return frame
