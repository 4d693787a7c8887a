"""Piper's voices (VITS as ONNX), run by onnxruntime with phonemes of eSpeak NG.

A voice is a file NAME.onnx with its settings in NAME.onnx.json beside it: numbers of the phonemes, which are
single Unicode characters, the language of eSpeak NG, sample rate, and how lively it speaks.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from podcaster.errors import PodcasterError
from podcaster.voices.runtime import Runs, cores, file_identity, load
from podcaster.voices.voice import Closing, UnsayableError

if TYPE_CHECKING:
    from podcaster.model import Clip

_REVISION = 1
#: Phonemes in a call: a minute of speech would take a gigabyte.
_MOST = 400
_START, _END, _BETWEEN = "^", "$", "_"


class _Audio(msgspec.Struct):
    sample_rate: int


class _Espeak(msgspec.Struct):
    voice: str = "de"


class _Inference(msgspec.Struct):
    noise_scale: float = 0.667
    length_scale: float = 1.0
    noise_w: float = 0.8


class _Config(msgspec.Struct):
    """What is needed of a voice's settings."""

    audio: _Audio
    phoneme_id_map: dict[str, list[int]]
    espeak: _Espeak = msgspec.field(default_factory=_Espeak)
    inference: _Inference = msgspec.field(default_factory=_Inference)
    num_speakers: int = 1


def language(path: Path) -> str:
    """The language of eSpeak NG that the voice at `path` speaks, as `de`. Raises PodcasterError."""
    return _config(path).espeak.voice


class Piper(Closing):
    """A Piper voice, a sentence in each thread."""

    limit = 300

    def __init__(self, name: str, path: Path, label: str = "", identity: str = "") -> None:
        """Raise PodcasterError where the model or its settings cannot be used."""
        self.name = name
        self.label = label or f"Piper, {path.stem}"
        self.reason = ""
        self._config = _config(path)
        self.fingerprint = f"piper/{identity or file_identity(path)}/{_REVISION}"
        self.concurrency = cores()
        self._session = load(path)
        self._runs = Runs(name)

    def say(self, text: str) -> Clip:
        """Speak; a long text in pieces, cut at its marks."""
        import numpy as np

        from podcaster.model import Clip
        from podcaster.pcm import to_int16
        from podcaster.voices.letters import sayable

        known = self._config.phoneme_id_map
        signs = [sign for sign in phonemes(sayable(text), self._config.espeak.voice) if sign in known]
        if not any(map(str.isalpha, signs)):
            raise UnsayableError(f"voice {self.name} cannot say “{text[:120]}”.")
        parts = [self._spoken(piece, text) for piece in _pieces(signs)]
        return Clip(to_int16(np.concatenate(parts)), self._config.audio.sample_rate)

    def close(self) -> None:
        """Call off every sentence under way."""
        self._runs.close()

    def _spoken(self, signs: list[str], text: str) -> Any:
        import numpy as np

        known = self._config.phoneme_id_map
        between = known.get(_BETWEEN, [0])
        numbers = [*known[_START], *between]
        for sign in signs:
            numbers += [*known[sign], *between]
        numbers += known[_END]
        voice = self._config.inference
        inputs = {
            "input": np.array([numbers], np.int64),
            "input_lengths": np.array([len(numbers)], np.int64),
            "scales": np.array([voice.noise_scale, voice.length_scale, voice.noise_w], np.float32),
        }
        if self._config.num_speakers > 1:
            inputs["sid"] = np.array([0], np.int64)
        return self._runs.run(self._session, inputs, seconds=20 + 0.5 * len(signs), text=text)


def phonemes(text: str, language: str) -> str:
    """Phonemes as Piper's models learned them: eSpeak NG's IPA, each accent a sign of its own, marks kept."""
    from podcaster.voices.espeak import phonemes as ipa

    out = []
    for part in re.split(r"([.,;:!?]+)", text):
        if re.fullmatch(r"[.,;:!?]+", part):
            out.append(part[0])
        elif part.strip():
            out.append((" " if out else "") + ipa(part, language).replace("\u0361", ""))
    return unicodedata.normalize("NFD", "".join(out))


def _pieces(signs: list[str]) -> list[list[str]]:
    """Cut after a mark or a space where there is too much for one call."""
    if len(signs) <= _MOST:
        return [signs]
    half = len(signs) // 2
    for marks in (".;:!?", ",", " "):
        places = [i + 1 for i, sign in enumerate(signs[:-1]) if sign in marks]
        if places:
            half = min(places, key=lambda place: abs(place - half))
            break
    return _pieces(signs[:half]) + _pieces(signs[half:])


def _config(path: Path) -> _Config:
    beside = path.with_name(f"{path.name}.json")
    try:
        config = msgspec.json.decode(beside.read_bytes(), type=_Config)
    except OSError as error:
        raise PodcasterError(
            f"{beside}: cannot be read; a Piper voice has its settings there, beside the model."
        ) from error
    except msgspec.MsgspecError as error:
        raise PodcasterError(f"{beside}: these are no settings of a Piper voice: {error}.") from error
    if not {_START, _END} <= config.phoneme_id_map.keys():
        raise PodcasterError(f"{beside}: these are no settings of a Piper voice: no marks for start and end.")
    return config
