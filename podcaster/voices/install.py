"""Voices come into the user's data folder: resumed where a run broke off, checked, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from podcaster.errors import PodcasterError, TryLaterError
from podcaster.files import write_file

if TYPE_CHECKING:
    import httpx

    from podcaster.voices.catalogue import Offer, RemoteFile

#: Written last: a voice is installed where this file is.
_RECORD = "voice.json"
#: Ends the name of a file that is being fetched.
_PART = ".part"
_TRIES = 4
#: A voice of this size is none: the largest known have 330 MB.
_MOST = 2_000_000_000

#: Called with the file's name, bytes that are there, and bytes that there will be (0: not known).
Progress = Callable[[str, int, int], None]


class Installed(msgspec.Struct, frozen=True):
    """What is known of an installed voice.

    Attributes:
        name, engine, description, licence, quality: As in the catalogue.
        files: Name -> SHA-256, the model first.
    """

    name: str
    engine: str
    description: str
    licence: str
    quality: int
    files: dict[str, str]


def voices_folder() -> Path:
    """The user's folder of installed voices, with a folder for each."""
    from platformdirs import user_data_path

    return user_data_path("podcaster", appauthor=False) / "voices"


def installed_voices() -> tuple[list[Installed], list[str]]:
    """Give what is installed, and the names of voices whose installation broke off."""
    found, broken = [], []
    for folder in sorted(voices_folder().glob("*/")):
        if not re.fullmatch(r"[a-z][a-z0-9_-]*", folder.name):
            continue
        try:
            found.append(msgspec.json.decode((folder / _RECORD).read_bytes(), type=Installed))
        except (OSError, msgspec.MsgspecError):
            broken.append(folder.name)
    return found, broken


def checked_files(voice: Installed) -> list[Path]:
    """The files of an installed voice, the model first. Raises PodcasterError where one is damaged."""
    folder = voices_folder() / voice.name
    paths = []
    for name, digest in voice.files.items():
        path = folder / name
        try:
            with path.open("rb") as file:
                whole = hashlib.file_digest(file, "sha256").hexdigest() == digest
        except OSError:
            whole = False
        if not whole:
            raise PodcasterError(
                f"{path}: this file of voice {voice.name} is missing or damaged; "
                f"`podcaster voices install {voice.name}` fetches it again."
            )
        paths.append(path)
    return paths


def install(offer: Offer, on_progress: Progress | None = None) -> Installed:
    """Fetch a voice's files, those that are not here yet; goes on where an earlier run broke off.

    Raises TryLaterError where the server cannot be reached or breaks off again and again (what has come stays
    for the next run), PodcasterError where what comes is not what was expected.
    """
    import httpx

    folder = voices_folder() / offer.name
    digests: dict[str, str] = {}
    timeout = httpx.Timeout(30, connect=10)
    with httpx.Client(timeout=timeout, follow_redirects=True) as client:
        for remote in offer.files:
            digests[remote.name] = _Fetching(client, remote, folder, on_progress).run()
    record = Installed(offer.name, offer.engine, offer.description, offer.licence, offer.quality, digests)
    write_file(folder / _RECORD, msgspec.json.format(msgspec.json.encode(record)) + b"\n")
    return record


def remove(name: str) -> bool:
    """Delete an installed voice, or what there is of it; say whether there was any."""
    import shutil

    folder = voices_folder() / name
    if not re.fullmatch(r"[a-z][a-z0-9_-]*", name) or not folder.is_dir():
        return False
    (folder / _RECORD).unlink(missing_ok=True)
    shutil.rmtree(folder)
    return True


class _Fetching:
    """One file on its way into the folder."""

    def __init__(
        self, client: httpx.Client, remote: RemoteFile, folder: Path, on_progress: Progress | None
    ) -> None:
        self._client = client
        self._remote = remote
        self._path = folder / remote.name
        self._part = folder / f"{remote.name}{_PART}"
        self._tag = folder / f"{remote.name}{_PART}.json"
        self._on_progress = on_progress

    def run(self) -> str:
        """Bring the file here; gives its SHA-256."""
        import httpx

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._is_here():
                return self._remote.sha256
            for _ in range(_TRIES):
                before = self._have()
                try:
                    return self._fetched()
                except httpx.HTTPError as error:
                    trouble: Exception = error
                    if self._have() == before and isinstance(error, httpx.ConnectError):
                        break  # nobody there: asking again at once helps nobody
            raise TryLaterError(
                f"{self._remote.url}: cannot be fetched ({trouble or type(trouble).__name__}); "
                "what has come is kept: run the same command again to go on."
            ) from trouble
        except OSError as error:
            raise PodcasterError(f"{self._path}: cannot be written: {error.strerror or error}.") from error

    def _is_here(self) -> bool:
        """Whether the file is here already, and is known to be the right one."""
        if not self._remote.sha256 or not self._path.is_file():
            return False
        with self._path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self._remote.sha256

    def _have(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _fetched(self) -> str:
        """One request: the rest of the file, or all of it where the server's file is another by now."""
        have, tag = self._have(), self._read_tag()
        headers = {"Accept-Encoding": "identity"}
        if have and tag:
            headers |= {"Range": f"bytes={have}-", "If-Range": tag}
        else:
            have = 0
        with self._client.stream("GET", self._remote.url, headers=headers) as answer:
            if answer.status_code == 416:  # all of it is here, or more than there is
                self._part.unlink(missing_ok=True)
                raise _retry("the server's file has another length", answer)
            if answer.status_code >= 500 or answer.status_code == 429:
                raise _retry(f"the server answers {answer.status_code}", answer)
            if answer.status_code not in (200, 206):
                raise PodcasterError(
                    f"{self._remote.url}: the server answers {answer.status_code} {answer.reason_phrase}; "
                    "the voice may have moved: a newer podcaster may know where."
                )
            if answer.status_code == 200:
                have = 0
            promised = have + int(answer.headers.get("Content-Length", 0) or 0)
            self._expect_size(promised)
            write_file(self._tag, json.dumps({"tag": answer.headers.get("ETag", "")}))
            with self._part.open("ab" if have else "wb") as file:
                for chunk in answer.iter_raw():  # unbuffered: what has come is kept if the next does not
                    file.write(chunk)
                    have += len(chunk)
                    if have > _MOST:
                        raise PodcasterError(f"{self._remote.url}: longer than any voice.")
                    if self._on_progress is not None:
                        self._on_progress(self._remote.name, have, promised)
                file.flush()
                os.fsync(file.fileno())
            if promised and have < promised:
                raise _retry(f"it broke off at {have} of {promised} bytes", answer)
            return self._settled(_stated_digest(answer))

    def _expect_size(self, promised: int) -> None:
        if self._remote.size and promised and promised != self._remote.size:
            raise PodcasterError(
                f"{self._remote.url}: {promised} bytes are offered, {self._remote.size} expected: "
                "it is not the voice that this podcaster knows."
            )

    def _settled(self, stated: str) -> str:
        """Compare what has come with what should have, and put it in its place."""
        with self._part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        expected = self._remote.sha256 or stated
        if expected and digest != expected:
            self._part.unlink()
            self._tag.unlink(missing_ok=True)
            raise PodcasterError(
                f"{self._remote.url}: what came has another SHA-256 ({digest[:12]}…) than expected "
                f"({expected[:12]}…) and was thrown away; run the same command again."
            )
        self._part.replace(self._path)
        self._tag.unlink(missing_ok=True)
        return digest

    def _read_tag(self) -> str:
        """The ETag of the file whose beginning is here; weak ones do not tell one byte from another."""
        try:
            tag = str(json.loads(self._tag.read_text("utf-8"))["tag"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""
        return "" if tag.startswith("W/") else tag


def _retry(why: str, answer: httpx.Response) -> httpx.HTTPError:
    """An error that lets the request be made again."""
    import httpx

    return httpx.ReadError(why, request=answer.request)


def _stated_digest(answer: httpx.Response) -> str:
    """The SHA-256 that the hub states of large files, in its answer or the redirection before; or nothing."""
    for each in (*answer.history, answer):
        stated = each.headers.get("X-Linked-ETag", "").strip('"')
        if re.fullmatch(r"[0-9a-f]{64}", stated):
            return str(stated)
    return ""
