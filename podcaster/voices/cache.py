"""Clips on disk, found by what was said and by whom; bounded in size, safe with several runs at once."""

from __future__ import annotations

import contextlib
import hashlib
import math
import os
import struct
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from podcaster.errors import PodcasterError, UsageError
from podcaster.processes import has_died

if TYPE_CHECKING:
    from podcaster.model import Clip
    from podcaster.settings import Voices

#: Start of a clip's file: magic with the format's version, sample rate in Hz, CRC-32 of the samples that
#: follow, begun with the rate.
_HEAD = struct.Struct("<4sII")
_MAGIC = b"PCL2"
_SUFFIX = ".clip"
#: Subfolder with a locked file for every script that is being voiced or mixed.
_USED = "in-use"
#: Seconds after which what a killed run has left is removed: clips that are not finished, marks of use.
_FORSAKEN, _UNMARKED = 3600.0, 10.0
DEFAULT_LIMIT = 1_000_000_000  # bytes: about 6 hours of speech at 24 kHz


@dataclass(frozen=True, slots=True)
class CacheUse:
    """What a cache holds: clips, and their size in bytes."""

    clips: int
    size: int


def default_folder() -> Path:
    """Where clips are kept unless settings say otherwise; outside of every project."""
    import platformdirs

    return platformdirs.user_cache_path("podcaster", appauthor=False) / "clips"


def open_cache(voices: Voices, project: Path) -> ClipCache:
    """The cache that the settings ask for; a relative path starts in the folder `project`.

    Raises UsageError for the home of a user that there is not.
    """
    try:
        folder = project / Path(voices.cache).expanduser() if voices.cache else default_folder()
    except RuntimeError as error:
        raise UsageError(f"{voices.cache}: there is no such home; correct cache under [voices].") from error
    return ClipCache(folder, voices.cache_size * 1_000_000)


class ClipCache:
    """Clips by content. An entry appears whole or not at all; a damaged one counts as missing.

    Whenever a tenth of `limit` bytes has been written, and on close, what was least recently used is removed
    until `limit` bytes are left; but never what a script needs that is being voiced or mixed (`in_use`), in
    this run or another.
    """

    def __init__(self, folder: Path | None = None, limit: int = DEFAULT_LIMIT) -> None:
        self.folder = folder or default_folder()
        self.limit = limit
        self._guard = threading.Lock()
        self._changed = False
        self._room = limit // 10  # bytes that may be written before the next trim

    def key(self, fingerprint: str, text: str) -> str:
        """Name the clip of `text` as the voice with this fingerprint says it."""
        said = f"{fingerprint}\0{text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(said).hexdigest()

    def get(self, key: str) -> Clip | None:
        """Read a clip; None where it is missing or damaged (then it is removed)."""
        import numpy as np

        from podcaster.model import Clip

        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if len(data) >= _HEAD.size:
            magic, rate, check = _HEAD.unpack_from(data)
            body = memoryview(data)[_HEAD.size :]
            if magic == _MAGIC and zlib.crc32(body, rate) == check and len(body) % 2 == 0:
                with contextlib.suppress(OSError):
                    os.utime(path)  # now it is the most recently used
                return Clip(np.frombuffer(body, "<i2"), rate)
        self.drop(key)
        return None

    def drop(self, key: str) -> None:
        """Remove a clip, if it is there."""
        with contextlib.suppress(OSError):
            self._path(key).unlink()

    def put(self, key: str, clip: Clip) -> None:
        """Keep a clip. Raises PodcasterError where the folder cannot be written or the disk is full."""
        body = clip.samples.astype("<i2", copy=False).tobytes()
        path = self._path(key)
        # No fsync: after a power cut, the check sum finds what was lost, and it is voiced again.
        unfinished = path.with_name(f".{key[:16]}.{os.getpid()}.{threading.get_ident()}")
        try:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                with unfinished.open("wb") as file:
                    file.write(_HEAD.pack(_MAGIC, clip.rate, zlib.crc32(body, clip.rate)))
                    file.write(body)
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
        except OSError as error:
            raise PodcasterError(
                f"{self.folder}: the clip cache cannot be written: {error.strerror or error}."
            ) from error
        with self._guard:
            self._changed = True
            before, self._room = self._room, self._room - _HEAD.size - len(body)
            full = before >= 0 > self._room  # whoever uses up the room makes some again
        if full:
            self.trim()

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """While this lasts, no run removes a clip that was read or written since it began."""
        mark = self.folder / _USED / f"{os.getpid()}.{threading.get_ident()}.{time.monotonic_ns()}"
        file = None
        with contextlib.suppress(OSError):  # a cache that cannot be written is not trimmed either
            mark.parent.mkdir(parents=True, exist_ok=True)
            file = mark.open("wb")
            _lock(file)
        try:
            yield
        finally:
            if file is not None:
                file.close()
                with contextlib.suppress(OSError):
                    mark.unlink()

    def use(self) -> CacheUse:
        """Count what is kept."""
        entries = self._entries()
        return CacheUse(len(entries), sum(size for _, size, _ in entries))

    def clear(self) -> CacheUse:
        """Remove every clip; say what is gone."""
        entries = self._entries()
        for _, _, path in entries:
            path.unlink(missing_ok=True)
        return CacheUse(len(entries), sum(size for _, size, _ in entries))

    def trim(self) -> CacheUse:
        """Remove what was least recently used until the rest fits the limit; say what is gone."""
        entries = sorted(self._entries())
        needed = self._needed_since()
        left = sum(size for _, size, _ in entries)
        gone = freed = 0
        for used, size, path in entries:
            if left <= self.limit or used >= needed:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                gone, freed, left = gone + 1, freed + size, left - size
        with self._guard:  # where much is needed, look again only when there is a tenth more
            self._room = max(self.limit, left) // 10
        return CacheUse(gone, freed)

    def close(self) -> None:
        """Bring the cache down to its limit, if anything was written."""
        with self._guard:
            changed, self._changed = self._changed, False
        if changed:
            self._sweep()
            self.trim()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}{_SUFFIX}"

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Every clip: when it was last used, its bytes, its path."""
        found = []
        for path in self.folder.glob(f"??/*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                about = path.stat()
                found.append((about.st_mtime, about.st_size, path))
        return found

    def _sweep(self) -> None:
        """Remove what killed runs have not finished."""
        for path in self.folder.glob("??/.*"):
            with contextlib.suppress(OSError, ValueError, IndexError):
                pid = path.name.split(".")[2]
                if has_died(int(pid)) or path.stat().st_mtime < time.time() - _FORSAKEN:
                    path.unlink()

    def _needed_since(self) -> float:
        """When the oldest script came into use that still is, as its file's time; infinity where none is."""
        since = math.inf
        for mark in self.folder.glob(f"{_USED}/*"):
            with contextlib.suppress(OSError):
                made = mark.stat().st_mtime
                if made > time.time() - _UNMARKED or _is_locked(mark):  # a new one is locked in a moment
                    since = min(since, made)
                else:
                    mark.unlink()
        return since


def _lock(file: IO[bytes]) -> None:
    """Lock a file until it is closed, or its process ends."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def _is_locked(path: Path) -> bool:
    """Whether somebody has a file locked; where the system cannot say, whether it is of the last day."""
    with path.open("rb") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except ImportError:
            return path.stat().st_mtime > time.time() - 86400
        except BlockingIOError:
            return True
        return False
