"""The text sections of pages, kept from when an episode's page was first made: half the work of a page.

They stand in .podcaster/texts, a file an episode, and may be deleted at any time. Each begins with a mark:
the hash of what it was made from and of itself. So one that is damaged, or was made from another transcript
or by another version of this program, is not used but made anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from podcaster.episode import read_cues
from podcaster.errors import PodcasterError
from podcaster.files import write_file
from podcaster.model import Episode
from podcaster.web.text_section import NO_TEXT, text_section

_MARK = 32


class KeptTexts:
    """The text sections of the episodes in the folder `audio`, kept in the folder `kept`."""

    def __init__(self, audio: Path, kept: Path) -> None:
        self._audio = audio
        self._kept = kept
        with suppress(OSError):  # without what is kept, pages take longer and are the same
            kept.mkdir(parents=True, exist_ok=True)

    def section(self, episode: Episode) -> str:
        """Give the section for an episode's page; NO_TEXT where its transcript is missing.

        Raises PodcasterError where the transcript cannot be read.
        """
        if "vtt" not in episode.files:
            return NO_TEXT
        transcript = self._audio / f"{episode.slug}.vtt"
        try:
            made_from = _made_from(episode, transcript.stat())
            path = self._kept / f"{episode.slug}.html"
            section = _read(path, made_from)
            if section is None:
                section = text_section(episode, read_cues(transcript)).encode()
                with suppress(PodcasterError):
                    write_file(path, _mark(made_from, section) + b"\n" + section, flush=False)
            return section.decode()
        except FileNotFoundError:
            return NO_TEXT
        except (OSError, UnicodeDecodeError) as error:
            raise PodcasterError(f"{transcript}: cannot be read ({error}); build it again.") from error

    def sweep(self, slugs: Container[str]) -> None:
        """Delete what is kept of episodes other than these."""
        with suppress(OSError):  # they are in nobody's way
            for name in os.listdir(self._kept):  # noqa: PTH208 - quick
                if name.removesuffix(".html") not in slugs:
                    (self._kept / name).unlink(missing_ok=True)


def _read(path: Path, made_from: bytes) -> bytes | None:
    """Read what is kept at `path`, if it is whole and was made from this."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    mark, section = data[:_MARK], data[_MARK + 1 :]
    return section if mark == _mark(made_from, section) else None


def _mark(made_from: bytes, section: bytes) -> bytes:
    return hashlib.blake2b(made_from + section, digest_size=_MARK // 2).hexdigest().encode()


def _made_from(episode: Episode, transcript: os.stat_result) -> bytes:
    """Name all that decides how a section comes out."""
    told = (episode.title, episode.lead, episode.language, episode.chapters)
    return msgspec.json.encode((_program(), transcript.st_size, transcript.st_mtime_ns, told))


@cache
def _program() -> bytes:
    """Give the hash of the code that makes the sections: an update makes them again."""
    code = [Path(__file__).with_name(f"{name}.py") for name in ("markup", "text_section", "transcript")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in code)).digest()
