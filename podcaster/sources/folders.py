"""Folders and list files as sources."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from podcaster.errors import PodcasterError
from podcaster.sources.offers import Offer
from podcaster.text import one_line

#: Files that may hold an article.
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
#: A list of addresses that is longer is no list.
_LONGEST_LIST = 5_000_000  # bytes


def offers_of_folder(folder: Path, project: Path) -> list[Offer]:
    """Give the articles in `folder` and below, in order of their names.

    What is not a plain file is left out, and so is a link that leads out of the folder: who can put a link
    there shall not have other files of this machine read aloud. Raises PodcasterError where there is no such
    folder.
    """
    if not folder.is_dir():
        raise PodcasterError(f"{folder}: there is no such folder; make it, or change it in podcaster.toml.")
    home = folder.resolve()
    offers = []
    for path in sorted(_files(folder)):
        try:
            real = path.resolve(strict=True)
            about = real.stat()
        except (OSError, RuntimeError):  # gone meanwhile, or a link in a circle (RuntimeError before 3.13)
            continue
        if not stat.S_ISREG(about.st_mode) or not real.is_relative_to(home):
            continue
        offers.append(
            Offer(
                key=path.relative_to(folder).as_posix(),
                place=Path(os.path.relpath(path, project)).as_posix(),
                mark=f"{about.st_mtime_ns}-{about.st_size}",
                title=path.stem,
                words=(path.stem.replace("_", " "),),
                day=datetime.fromtimestamp(about.st_mtime).astimezone().date(),
            )
        )
    return offers


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(ENDINGS) and not name.startswith((".", "~")) and _is_text(name):
                yield Path(where, name)


def _is_text(name: str) -> bool:
    """Whether a file's name can be written down; bytes that are no text cannot."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def offers_of_list(path: Path) -> list[Offer]:
    """Give the addresses in a text file, one a line. Raises PodcasterError where it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST_LIST + 1)
    except OSError as error:
        raise PodcasterError(f"{path}: the list cannot be read: {error.strerror or error}.") from error
    if len(data) > _LONGEST_LIST:
        raise PodcasterError(f"{path}: larger than {_LONGEST_LIST // 1_000_000} MB, which no list is.")
    offers = {}
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        address = one_line(line)
        if not address or address.startswith("#"):
            continue
        if not address.lower().startswith(("http://", "https://")) or " " in address:
            raise PodcasterError(f"{path}: line {number} is no web address: {address[:80]}")
        offers[address] = Offer(key=address, place=address, title=address, words=(address,))
    return list(offers.values())
