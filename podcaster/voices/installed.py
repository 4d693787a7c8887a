"""Voices that the user has installed, or names by a file's path: Piper's, and German Kokoro models."""

from __future__ import annotations

from pathlib import Path

from podcaster.errors import PodcasterError, UsageError
from podcaster.voices.install import checked_files, installed_voices
from podcaster.voices.voice import KnownVoice, Voice

_HERE = "nobody: stays on this machine"


def known() -> list[KnownVoice]:
    """List what is installed, what broke off, and what the catalogue offers."""
    from podcaster.voices.catalogue import read_catalogue
    from podcaster.voices.kokoro_model import missing_packages

    found, broken = installed_voices()
    needed = {"onnxruntime", "espeakng-loader"} & set(missing_packages())
    missing = (
        f"needs {' and '.join(sorted(needed))}; `pip install 'podcaster[neural]'` adds it."
        if needed
        else None
    )
    listed = [KnownVoice(v.name, v.description, _HERE, missing, v.quality) for v in found]
    names = {voice.name for voice in listed}
    for offer in read_catalogue():
        if offer.name in names:
            continue
        half = "only half fetched" if offer.name in broken else "not installed"
        size = f" ({offer.size / 1e6:.0f} MB)" if offer.size else ""
        trouble = f"{half}; `podcaster voices install {offer.name}` fetches it{size}."
        listed.append(KnownVoice(offer.name, offer.description, _HERE, trouble, offer.quality))
        names.add(offer.name)
    for name in broken:
        if name not in names:
            trouble = (
                f"only half fetched; `podcaster voices install {name}` goes on, "
                f"`podcaster voices remove {name}` deletes it."
            )
            listed.append(KnownVoice(name, "an installed voice", _HERE, trouble))
    return listed


def make(name: str) -> Voice:
    """Make an installed voice. Raises PodcasterError where a file of it is damaged."""
    (voice,) = [each for each in installed_voices()[0] if each.name == name]
    paths = checked_files(voice)
    identity = "/".join([voice.name, *(digest[:16] for digest in voice.files.values())])
    return _from_files(name, voice.description, identity, paths[0], paths[1:])


def from_path(path: Path) -> Voice:
    """Make the voice in a file: Piper's with its settings beside it, or Kokoro's with its styles (.npz).

    Raises UsageError where there is no such voice, PodcasterError where it cannot be used.
    """
    from podcaster.voices.runtime import file_identity

    if not path.is_file():
        raise UsageError(f"{path}: there is no such voice file.")
    beside = [path.with_name(f"{path.name}.json")] if path.with_name(f"{path.name}.json").is_file() else []
    tables = sorted(path.parent.glob("*.npz"))
    if not beside and len(tables) != 1:
        raise UsageError(
            f"{path}: a voice's settings are missing beside it: {path.name}.json for Piper's, "
            "or one table of styles (.npz) for Kokoro's."
        )
    return _from_files(str(path), f"voice file {path.name}", file_identity(path), path, beside or tables)


def _from_files(name: str, label: str, identity: str, model: Path, beside: list[Path]) -> Voice:
    if beside and beside[0].suffix == ".npz":
        from podcaster.voices.kokoro import trained_on_german

        return trained_on_german(name, label, identity, model, beside[0])
    if not beside:
        raise PodcasterError(f"{model}: a voice's settings are missing beside this file; install it again.")
    from podcaster.voices.piper import Piper

    return Piper(name, model, label, identity)
