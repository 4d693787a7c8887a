"""Files appear whole or not at all: written beside their place, flushed, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from podcaster.errors import PodcasterError

#: Ends the name of a file that is being written: what a killed run leaves behind is found by it.
UNFINISHED = ".part"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a new file beside `path` to write to; it takes the place of `path` when the block ends well.

    The folder is made where it is missing. A reader sees the old file or the new one, never a part of it.
    Raises PodcasterError where the folder cannot be written or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=UNFINISHED, dir=path.parent)
        os.close(handle)
        unfinished = Path(name)
        try:
            yield unfinished
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            unfinished.chmod(0o644)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise PodcasterError(f"{path}: cannot be written: {error.strerror or error}.") from error


def write_file(path: Path, data: bytes | str, *, flush: bool = True) -> bool:
    """Write `data` (text as UTF-8) to `path`, whole or not at all; say whether that changed anything.

    A file that already holds `data` is left alone, so that its time stays and nothing is sent again. Without
    `flush` it may come out empty after a power cut: for what is noticed then, and made again.
    """
    content = data.encode() if isinstance(data, str) else data
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except OSError:
        pass
    if flush:
        with replacing(path) as unfinished:
            unfinished.write_bytes(content)
        return True
    quick = os.path.join(path.parent, f".{path.name[:100]}.{os.getpid()}{UNFINISHED}")  # noqa: PTH118 - quick
    try:
        with open(quick, "wb", buffering=0) as file:  # noqa: PTH123
            file.write(content)
        os.replace(quick, path)  # noqa: PTH105
    except OSError as error:
        with suppress(OSError):
            Path(quick).unlink()
        raise PodcasterError(f"{path}: cannot be written: {error.strerror or error}.") from error
    return True
