"""Clips on disk, found by what was said and by whom; bounded in size, safe with several runs at once."""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
import threading
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from podcaster.errors import PodcasterError

if TYPE_CHECKING:
    from podcaster.model import Clip
    from podcaster.settings import Voices

#: Start of a clip's file: magic with the format's version, sample rate in Hz, CRC-32 of the samples that
#: follow.
_HEAD = struct.Struct("<4sII")
_MAGIC = b"PCL1"
_SUFFIX = ".clip"
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


def open_cache(voices: Voices) -> ClipCache:
    """The cache that the settings ask for."""
    folder = Path(voices.cache).expanduser() if voices.cache else default_folder()
    return ClipCache(folder, voices.cache_size * 1_000_000)


class ClipCache:
    """Clips by content. An entry appears whole or not at all; a damaged one counts as missing.

    Closing it removes what was least recently used until `limit` bytes are left, unless another run is at
    work: then that one does it.
    """

    def __init__(self, folder: Path | None = None, limit: int = DEFAULT_LIMIT) -> None:
        self.folder = folder or default_folder()
        self.limit = limit
        self._lock: IO[bytes] | None = None
        self._guard = threading.Lock()

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
            if magic == _MAGIC and zlib.crc32(body) == check and len(body) % 2 == 0 and rate > 0:
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
            self._hold()
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                with unfinished.open("wb") as file:
                    file.write(_HEAD.pack(_MAGIC, clip.rate, zlib.crc32(body)))
                    file.write(body)
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
        except OSError as error:
            raise PodcasterError(
                f"{self.folder}: the clip cache cannot be written: {error.strerror or error}."
            ) from error

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
        left = sum(size for _, size, _ in entries)
        gone = freed = 0
        for _, size, path in entries:
            if left <= self.limit:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                gone, freed, left = gone + 1, freed + size, left - size
        return CacheUse(gone, freed)

    def close(self) -> None:
        """Let go; the last run that does so brings the cache down to its limit."""
        with self._guard:
            lock, self._lock = self._lock, None
        if lock is None:
            return  # nothing was written
        with lock:
            if _lock_alone(lock):
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
        """Remove what killed runs have not finished; only while no other run is at work."""
        for path in self.folder.glob("??/.*"):
            with contextlib.suppress(OSError):
                path.unlink()

    def _hold(self) -> None:
        """Show other runs that this one is at work, so that none removes its clips."""
        with self._guard:
            if self._lock is None:
                self.folder.mkdir(parents=True, exist_ok=True)
                lock = (self.folder / "in-use").open("ab")
                _lock_shared(lock)
                self._lock = lock


def _lock_shared(file: IO[bytes]) -> None:
    """Take a lock that others may share; where the system knows none, runs are not told of each other."""
    try:
        import fcntl
    except ImportError:
        return
    with contextlib.suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_SH)


def _lock_alone(file: IO[bytes]) -> bool:
    """Whether nobody else holds the lock, which is then ours alone."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
