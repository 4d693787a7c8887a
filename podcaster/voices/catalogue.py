"""The catalogue of voices that can be installed: what each is, and where its files are."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

import msgspec

from podcaster.errors import UsageError


class RemoteFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of a voice.

    Attributes:
        url: Where it is fetched from.
        size: Bytes; 0 where that is not known.
        sha256: In hexadecimal; empty where that is not known.
    """

    url: Annotated[str, msgspec.Meta(pattern=r"^https?://\S+/[\w.-]+$")]
    size: Annotated[int, msgspec.Meta(ge=0)] = 0
    sha256: Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?$")] = ""

    @property
    def name(self) -> str:
        """Its name in the voice's folder."""
        return Path(urlsplit(self.url).path).name


class Offer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A voice that can be installed.

    Attributes:
        name: What the user calls it.
        engine: What speaks: `piper`, or `kokoro` for a Kokoro model that was trained on German.
        description: In a few words.
        files: The model first, then what it needs beside it.
        licence: Of the voice.
        quality: As in `KnownVoice`.
    """

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_-]*$")]
    engine: Literal["piper", "kokoro"]
    description: str
    files: tuple[RemoteFile, ...]
    licence: str = ""
    quality: int = 40

    @property
    def size(self) -> int:
        """Bytes, as far as they are known."""
        return sum(file.size for file in self.files)


class _Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    voice: tuple[Offer, ...] = ()


def read_catalogue(more: Path | None = None) -> list[Offer]:
    """List the voices that can be installed: ours, then those of the file `more`, which is written alike.

    Raises UsageError where that file cannot be understood.
    """
    ours = (files("podcaster.voices") / "data" / "catalogue.toml").read_bytes()
    offers = list(msgspec.toml.decode(ours, type=_Catalogue).voice)
    if more is not None:
        try:
            offers += msgspec.toml.decode(more.read_bytes(), type=_Catalogue).voice
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UsageError(f"{more}: this is no catalogue of voices: {error}.") from error
    return offers
