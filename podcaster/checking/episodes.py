"""An episode's files against each other: sound, tags, chapters, transcript, cover, manifest."""

from __future__ import annotations

import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import miniaudio
import mutagen
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from PIL import Image

from podcaster.checking.finding import Finding
from podcaster.episode.catalogue import SIDE_FILES
from podcaster.episode.cover import LIMIT
from podcaster.episode.stream import same_sound
from podcaster.episode.tags import MOST_CHAPTERS
from podcaster.episode.transcript import read_cues, subrip
from podcaster.model import Cue, Episode

#: Seconds by which durations may differ.
TOLERANCE = 0.05
#: LUFS and dBTP by which loudness may be off.
LOUDNESS = 0.5

_BUILD = "Build the article again with `podcaster build --again`"


def check_episode(audio: Path, episode: Episode) -> Iterator[Finding]:
    """Check one episode's files in the folder `audio`; its manifest and MP3 are there."""
    for suffix in SIDE_FILES:
        if suffix not in episode.files:
            path = audio / f"{episode.slug}.{suffix}"
            yield Finding(str(path), "is missing; the feed does without it", _BUILD, "warning")
    path = audio / f"{episode.slug}.mp3"
    try:
        yield from _sound(path, episode)
        yield from _tags(path, episode)
    except (mutagen.MutagenError, miniaudio.MiniaudioError, OSError) as error:
        yield Finding(str(path), f"cannot be read as an MP3 ({error})", _BUILD)
    yield from _chapters(audio / f"{episode.slug}.json", episode)
    if "chapters.json" in episode.files:
        yield from _chapters_json(audio / f"{episode.slug}.chapters.json", episode)
    if "vtt" in episode.files:
        yield from _transcript(audio / f"{episode.slug}.vtt", path, episode)
    if "jpg" in episode.files:
        yield from check_picture(audio / f"{episode.slug}.jpg")


def check_picture(path: Path, mend: str = _BUILD) -> Iterator[Finding]:
    """A cover: square, 1400 to 3000 px, JPEG or PNG in RGB, at most 500 kB."""
    try:
        data = path.read_bytes()
        with Image.open(io.BytesIO(data)) as picture:
            width, height, mode, kind = *picture.size, picture.mode, picture.format
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        yield Finding(str(path), "cannot be read as a picture", mend)
        return
    if width != height or not 1400 <= width <= 3000:
        what = f"has {width} x {height} px; apps want a square of 1400 to 3000"
        yield Finding(str(path), what, mend)
    if kind not in ("JPEG", "PNG") or mode != "RGB":
        yield Finding(str(path), f"is {kind} in {mode}; apps want JPEG or PNG in RGB", mend)
    if len(data) > LIMIT:
        yield Finding(str(path), f"has {len(data)} bytes; apps want at most {LIMIT}", mend, "warning")


def _sound(path: Path, episode: Episode) -> Iterator[Finding]:
    """The sound that was made, and its length as the manifest, the header and a decoder have it."""
    if episode.sound_hash and not same_sound(path, episode):
        yield Finding(str(path), "does not hold the sound that was made: it was damaged or replaced", _BUILD)
    info = miniaudio.mp3_get_file_info(str(path))
    decoded = info.num_frames / info.sample_rate
    header = MP3(path).info.length  # type: ignore[attr-defined]
    for name, seconds in (("a decoder", decoded), ("its header", header)):
        if abs(seconds - episode.duration) > TOLERANCE:
            what = f"lasts {seconds:.2f} s by {name}, its manifest says {episode.duration:.2f} s"
            yield Finding(str(path), what, _BUILD)
    if episode.loudness and abs(episode.loudness + 16) > LOUDNESS + 1:
        what = f"has {episode.loudness:.1f} LUFS; Apple wants -16 ±1"
        yield Finding(str(path), what, "Set loudness = -16 in [sound] and build it again", "warning")


def _tags(path: Path, episode: Episode) -> Iterator[Finding]:
    """ID3: version, title, guid, chapters as the manifest has them."""
    try:
        tags = ID3(path)
    except mutagen.MutagenError:
        yield Finding(str(path), "has no ID3 tags", _BUILD)
        return
    wanted = {"TIT2": episode.title, "TGID": episode.guid, "TLEN": str(round(episode.duration * 1000))}
    for name, value in wanted.items():
        if name not in tags:
            yield Finding(str(path), f"has no {name} frame", _BUILD, "warning")
        elif (found := str(tags[name])) != value:
            what = f'says "{found[:60]}" in {name}, its manifest says "{value[:60]}"'
            yield Finding(str(path), what, _BUILD, "warning")
    for name in ("TXXX:SYNTHETIC-SPEECH", "APIC:"):
        if name not in tags:
            yield Finding(str(path), f"has no {name.rstrip(':')} frame", _BUILD, "warning")
    yield from _tag_chapters(path, tags, episode)


def _tag_chapters(path: Path, tags: ID3, episode: Episode) -> Iterator[Finding]:
    """CTOC and CHAP."""
    tables = tags.getall("CTOC")
    if len(tables) != 1 or "TIT2" not in tables[0].sub_frames:
        yield Finding(str(path), "has no single CTOC with a title; some apps then show no chapters", _BUILD)
        return
    frames = {frame.element_id: frame for frame in tags.getall("CHAP")}
    listed = [frames[name] for name in tables[0].child_element_ids if name in frames]
    if len(listed) != len(frames) or len(listed) != len(tables[0].child_element_ids):
        yield Finding(str(path), "has a CTOC that does not list each CHAP once", _BUILD)
    times = [(frame.start_time, frame.end_time) for frame in listed]
    wanted = [(round(chapter.start * 1000), round(chapter.end * 1000)) for chapter in episode.chapters]
    wanted = wanted[:MOST_CHAPTERS]
    if times != wanted:
        yield Finding(str(path), "has other chapters in its tags than in its manifest", _BUILD)


def _chapters(path: Path, episode: Episode) -> Iterator[Finding]:
    """Chapters without gaps, inside the audio."""
    chapters = episode.chapters
    if not chapters:
        return
    if chapters[0].start != 0:
        yield Finding(str(path), "has a first chapter that does not start at 0", _BUILD)
    if any(one.end <= one.start for one in chapters):
        yield Finding(str(path), "has a chapter that ends before it starts", _BUILD)
    if any(abs(one.end - two.start) > TOLERANCE for one, two in pairwise(chapters)):
        yield Finding(str(path), "has gaps between its chapters", _BUILD, "warning")
    if chapters[-1].end > episode.duration + TOLERANCE:
        what = (
            f"has a chapter that ends at {chapters[-1].end:.2f} s, after the sound ({episode.duration:.2f} s)"
        )
        yield Finding(str(path), what, _BUILD)


def _chapters_json(path: Path, episode: Episode) -> Iterator[Finding]:
    """JSON chapters say what the manifest says."""
    try:
        document = json.loads(path.read_bytes())
        found = [
            (float(row["startTime"]), float(row["endTime"]), row["title"]) for row in document["chapters"]
        ]
    except (OSError, ValueError, KeyError, TypeError):
        yield Finding(str(path), "is no JSON chapters document with titles and times", _BUILD)
        return
    wanted = [(round(chapter.start, 3), round(chapter.end, 3), chapter.title) for chapter in episode.chapters]
    if not str(document.get("version", "")).startswith("1.") or found != wanted:
        yield Finding(str(path), "has other chapters than the manifest", _BUILD)


def _transcript(path: Path, mp3: Path, episode: Episode) -> Iterator[Finding]:
    """The cues stand in order, inside the sound, and hold the article's text."""
    try:
        cues = read_cues(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError) as error:
        yield Finding(str(path), f"cannot be read ({error})", _BUILD)
        return
    if episode.transcript_hash and digest != episode.transcript_hash:
        what = "has other words or times than when it was made"
        yield Finding(
            str(path), what, f"Leave it if that was meant, else: {_BUILD[0].lower()}{_BUILD[1:]}", "warning"
        )
    if not cues:
        yield Finding(str(path), "has no cues", _BUILD)
        return
    if any(cue.end < cue.start for cue in cues) or any(two.start < one.start for one, two in pairwise(cues)):
        yield Finding(str(path), "has cues out of order", _BUILD)
    if cues[-1].end > episode.duration + TOLERANCE:
        what = f"has a cue that ends at {cues[-1].end:.2f} s, after the sound ({episode.duration:.2f} s)"
        yield Finding(str(path), what, _BUILD)
    yield from _same_times(path, cues, episode)
    try:
        texts = ID3(mp3).getall("USLT")
    except mutagen.MutagenError:
        return
    full = texts[0].text if texts else ""
    if episode.text_hash and hashlib.sha256(full.encode("utf-8", "replace")).hexdigest() != episode.text_hash:
        yield Finding(str(mp3), "has another text in its tags than was voiced", _BUILD, "warning")
    said = set(_words(" ".join(cue.text for cue in cues)))
    missing = [word for word in _words(full) if word not in said]
    if missing:
        what = f'lacks words of the article, as "{missing[0][:40]}"'
        yield Finding(str(path), what, _BUILD)


def _same_times(path: Path, cues: Sequence[Cue], episode: Episode) -> Iterator[Finding]:
    """The cues against what else knows their times: the chapters, which begin with one, and the copies."""
    starts = [cue.start for cue in cues]
    for chapter in episode.chapters[1:]:
        nearest = min(starts, key=lambda start: abs(start - chapter.start))
        if abs(nearest - chapter.start) > TOLERANCE:
            what = f'has no cue at {chapter.start:.2f} s, where the chapter "{chapter.title[:40]}" begins'
            yield Finding(str(path), f"{what}; the nearest is {nearest - chapter.start:+.2f} s off", _BUILD)
            break
    try:
        if "srt" in episode.files:
            srt = path.with_suffix(".srt")
            if srt.read_text(encoding="utf-8").split() != subrip(cues).split():
                yield Finding(str(srt), f"does not say the same, or at other times, as {path.name}", _BUILD)
        if "html" in episode.files:
            page = path.with_suffix(".html")
            times = map(float, re.findall(r'datetime="PT([0-9.]+)S"', page.read_text(encoding="utf-8")))
            if not {round(time, 3) for time in times} <= {round(start, 3) for start in starts}:
                yield Finding(str(page), f"has times at which no cue of {path.name} begins", _BUILD)
    except (OSError, ValueError) as error:
        yield Finding(str(path.with_suffix("")), f"has transcripts that cannot be read ({error})", _BUILD)


def _words(text: str) -> list[str]:
    """The words, without marks around them, which may stand alone or go where sentences are cut.

    What nobody sees (marks of direction, soft hyphens and the like) is left out.
    """
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return re.findall(r"\w(?:\S*\w)?", seen)
