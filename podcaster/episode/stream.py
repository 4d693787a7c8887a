"""The sound inside an MP3: what stays the same, byte for byte, when somebody changes the tags around it."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path
from typing import IO

from podcaster.model import Episode

_BLOCK = 1 << 20


def sound_hash(path: Path) -> tuple[int, str]:
    """Bytes and SHA-256 of an MP3's sound: all that follows the ID3v2 tag. Raises OSError."""
    with path.open("rb") as file:
        start = start_of_sound(file)
        size = file.seek(0, 2) - start
        file.seek(start)
        return size, _hash(file, size)


def same_sound(path: Path, episode: Episode) -> bool:
    """Whether the MP3 at `path` still holds the sound of `episode` in full, whatever its tags are.

    Manifests of older versions name no hash: there the frame that LAME calls Info says how many bytes there
    should be. Raises OSError.
    """
    with path.open("rb") as file:
        start = start_of_sound(file)
        there = file.seek(0, 2) - start
        file.seek(start)
        if not episode.sound_hash:
            wanted = _announced(file.read(256))
            return wanted is not None and there >= wanted
        return there >= episode.sound_size and _hash(file, episode.sound_size) == episode.sound_hash


def start_of_sound(file: IO[bytes]) -> int:
    """Where the sound begins: behind the ID3v2 tag, whose size stands in four bytes of seven bits.

    The 10 bytes of the tag's head have been read from `file` then.
    """
    head = file.read(10)
    if len(head) < 10 or head[:3] != b"ID3":
        return 0
    size = 0
    for byte in head[6:]:
        size = size << 7 | byte & 0x7F
    return 10 + size + (10 if head[5] & 0x10 else 0)  # with a footer


def _announced(frame: bytes) -> int | None:
    """How many bytes of sound the first frame says there are ("Info" or "Xing", flags, frames, bytes)."""
    at = max(frame.find(b"Info"), frame.find(b"Xing"))
    if at < 0 or len(frame) < at + 16:
        return None
    flags, _frames, size = struct.unpack(">III", frame[at + 4 : at + 16])
    return int(size) if flags & 0b11 == 0b11 else None


def _hash(file: IO[bytes], size: int) -> str:
    """SHA-256 of the next `size` bytes."""
    digest = hashlib.sha256()
    while size > 0 and (block := file.read(min(_BLOCK, size))):
        digest.update(block)
        size -= len(block)
    return digest.hexdigest()
