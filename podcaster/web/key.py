"""The private part of the path: who knows it can subscribe, nobody else finds anything."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from podcaster.errors import PodcasterError
from podcaster.project import Project

#: 26 letters of this alphabet hold 130 bits; none of them is mistaken for another when typed from a screen.
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
_KEY = re.compile(r"[A-Za-z0-9_-]{16,100}", re.ASCII)


def private_key(project: Project, *, renew: bool = False) -> str:
    """Give the project's key; it is made on first use, and stays, so that subscribers do.

    It is kept outside feeds/ and audio/, readable by the owner alone.
    `renew` makes another one: whoever has only the old address is locked out. Raises PodcasterError.
    """
    path = project.state / "key"
    if not renew:
        try:
            key = path.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            pass
        except (OSError, UnicodeDecodeError) as error:
            raise PodcasterError(f"{path}: cannot be read: {error}; --new-key makes another one.") from error
        else:
            if not _KEY.fullmatch(key):
                raise PodcasterError(
                    f"{path}: is not a key (16 to 100 letters or digits); --new-key makes one."
                )
            return key
    key = "".join(secrets.choice(_ALPHABET) for _ in range(26))
    _keep(path, key)
    return key


def _keep(path: Path, key: str) -> None:
    """Write the key whole, for the owner's eyes, and keep git from taking it along."""
    unfinished = path.with_name("key.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (path.parent / ".gitignore").write_text("*\n", encoding="ascii")
        unfinished.unlink(missing_ok=True)
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{key}\n")
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise PodcasterError(f"{path}: cannot be written: {error.strerror or error}.") from error
