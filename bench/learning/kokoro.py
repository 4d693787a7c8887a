"""Kokoro-82M in PyTorch, its weights out of the int8 model that the voice `kokoro` speaks with.

Needs: pip install torch transformers loguru attrs, and pip install --no-deps kokoro==0.9.4 (code, no model).
"""

from __future__ import annotations

import importlib.util
import sys
import types
from collections.abc import Iterator
from typing import Any

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional

from podcaster.voices.kokoro_model import packaged_model

_SIGNS, _HIDDEN, _STYLE = 178, 512, 128
_ISTFT: dict[str, Any] = {
    "upsample_kernel_sizes": [20, 12],
    "upsample_rates": [10, 6],
    "gen_istft_hop_size": 5,
    "gen_istft_n_fft": 20,
    "resblock_dilation_sizes": [[1, 3, 5]] * 3,
    "resblock_kernel_sizes": [3, 7, 11],
    "upsample_initial_channel": 512,
}
_ALBERT: dict[str, Any] = {
    "vocab_size": _SIGNS,
    "hidden_size": 768,
    "num_attention_heads": 12,
    "intermediate_size": 2048,
    "max_position_embeddings": 512,
    "num_hidden_layers": 12,
}
#: The names of the two tables of embeddings in the ONNX model.
TEXT, BERT = "encoder.text_encoder.embedding.weight", "encoder.bert.embeddings.word_embeddings.weight"


class Kokoro(nn.Module):  # type: ignore[misc]
    """The model with its tables of embeddings apart, so that they can be learned."""

    def __init__(self) -> None:
        super().__init__()
        package = importlib.util.find_spec("kokoro")
        assert package is not None
        assert package.submodule_search_locations
        stub = types.ModuleType("kokoro")  # the package itself would ask for English and Chinese as well
        stub.__path__ = list(package.submodule_search_locations)
        sys.modules["kokoro"] = stub
        from kokoro.istftnet import Decoder, SineGen
        from kokoro.modules import CustomAlbert, ProsodyPredictor, TextEncoder
        from transformers import AlbertConfig

        SineGen.forward = _sines  # without noise, as in the ONNX model
        self.bert = CustomAlbert(AlbertConfig(attn_implementation="eager", **_ALBERT))
        self.bert_encoder = nn.Linear(768, _HIDDEN)
        self.predictor = ProsodyPredictor(_STYLE, _HIDDEN, nlayers=3, max_dur=50, dropout=0.0)
        self.text_encoder = TextEncoder(_HIDDEN, kernel_size=5, depth=3, n_symbols=_SIGNS)
        self.decoder = Decoder(_HIDDEN, _STYLE, 80, disable_complex=True, **_ISTFT)
        for module in self.modules():
            if hasattr(module, "weight_g"):
                torch.nn.utils.remove_weight_norm(module)
        self.eval()
        _fill(self)
        for parameter in self.parameters():
            parameter.requires_grad_(False)
        self.text_table = self.text_encoder.embedding.weight
        self.bert_table = self.bert.embeddings.word_embeddings.weight

    def biases(self) -> Iterator[tuple[str, Any]]:
        """What a style adds to, all over the decoder: the biases, by their names in the ONNX model."""
        for name, module in self.decoder.named_modules():
            if name.endswith(".fc"):
                yield f"decoder.decoder.{name}.bias", module.bias

    def speak(self, signs: Any, style: Any) -> Any:
        """Samples at 24 kHz, shape (n,), of signs (1, m) in a style (1, 256)."""
        voice, manner = style[:, :_STYLE], style[:, _STYLE:]
        lengths = torch.tensor([signs.shape[1]])
        nothing = torch.zeros_like(signs, dtype=torch.bool)
        bert = self.bert(inputs_embeds=self.bert_table[signs], attention_mask=torch.ones_like(signs))
        encoded = self.bert_encoder(bert).transpose(-1, -2)
        prosody = self.predictor.text_encoder(encoded, manner, lengths, nothing)
        durations = torch.sigmoid(self.predictor.duration_proj(self.predictor.lstm(prosody)[0])).sum(-1)
        frames = torch.round(durations).clamp(min=1).long().squeeze(0)
        where = torch.repeat_interleave(torch.arange(signs.shape[1]), frames)
        pitch, energy = self.predictor.F0Ntrain(prosody.transpose(-1, -2)[:, :, where], manner)
        text = self.text_table[signs].transpose(1, 2)
        for layer in self.text_encoder.cnn:
            text = layer(text)
        text = self.text_encoder.lstm(text.transpose(1, 2))[0].transpose(-1, -2)
        return self.decoder(text[:, :, where], pitch, energy, voice).reshape(-1)


def _sines(self: Any, pitch: Any) -> tuple[Any, Any, None]:
    """The harmonics of a pitch curve (1, n, 1), silent where there is no voice."""
    harmonics = pitch * torch.arange(1, self.harmonic_num + 2).float()
    turns = (harmonics / self.sampling_rate % 1).transpose(1, 2)
    turns = functional.interpolate(turns, scale_factor=1 / self.upsample_scale, mode="linear").double()
    phase = torch.cumsum(turns, dim=2) * 2 * torch.pi * self.upsample_scale
    phase = functional.interpolate(phase, scale_factor=self.upsample_scale, mode="linear")
    voiced = (pitch > self.voiced_threshold).float()
    return torch.sin(phase).float().transpose(1, 2) * self.sine_amp * voiced, voiced, None


class _Weights:
    """The weights of the ONNX model, as real numbers; int8 as they are there."""

    def __init__(self) -> None:
        self.graph = onnx.load_from_string(packaged_model()).graph
        self.values = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in self.graph.initializer}
        self.nodes = {node.name: node for node in self.graph.node}

    def real(self, name: str, scale: str, zero: str) -> Any:
        """A quantised constant."""
        numbers, step = self.values[name].astype(np.float32), self.values[scale].astype(np.float32)
        origin = self.values[zero].astype(np.float32) if zero in self.values else np.float32(0)
        if numbers.ndim == 3 and step.size == 2:  # an LSTM's two directions
            step, origin = step.reshape(2, 1, 1), np.reshape(origin, (-1, 1, 1))
        return (numbers - origin) * step

    def constant(self, name: str) -> Any:
        """A parameter by its name in PyTorch, or None where it stands in a node."""
        stored = f"{'decoder' if name.startswith('decoder') else 'encoder'}.{name}"
        if f"{stored}_quantized" in self.values:
            return self.real(f"{stored}_quantized", f"{stored}_scale", f"{BERT}_zero_point")
        return self.values.get(stored)

    def product(self, name: str) -> Any:
        """The weights of a convolution or matrix, by its module's name."""
        ends = ("Gemm_MatMul_quant", "MatMul_quant", "Conv_quant", "ConvTranspose", "Conv", "MatMul")
        nodes = (self.nodes.get(f"{path}/{end}") for path in _paths(name) for end in ends)
        node = next(node for node in nodes if node is not None)
        weights = node.input[1]
        if not weights.endswith("_quantized"):
            return self.values[weights]
        return self.real(weights, weights.replace("_quantized", "_scale"), node.input[3])

    def lstm(self, name: str) -> Iterator[tuple[str, Any]]:
        """Parameters of an LSTM: ONNX has the gates in another order, and matrices the other way round."""
        nodes = (self.nodes.get(f"{path}/LSTM_quant") for path in _paths(name))
        node = next(node for node in nodes if node is not None)
        inputs = self.real(node.input[1], node.input[8], node.input[9])
        states = self.real(node.input[2], node.input[10], node.input[11])
        for direction, suffix in enumerate(("", "_reverse")):
            biases = np.split(self.values[node.input[3]][direction], 2)
            yield f"weight_ih_l0{suffix}", _gates(inputs[direction].T)
            yield f"weight_hh_l0{suffix}", _gates(states[direction].T)
            yield f"bias_ih_l0{suffix}", _gates(biases[0])
            yield f"bias_hh_l0{suffix}", _gates(biases[1])


def _gates(rows: Any) -> Any:
    given, out, forget, cell = np.split(rows, 4)
    return np.concatenate([given, forget, cell, out])


def _fill(net: Kokoro) -> None:
    """Take the weights from the ONNX model."""
    weights = _Weights()

    def put(parameter: Any, value: Any) -> None:
        value = np.array(value, np.float32)
        parameter.data.copy_(torch.from_numpy(value.reshape(parameter.shape)))

    for name, parameter in net.named_parameters():
        value = weights.constant(name)
        if value is not None:
            put(parameter, value)
    for name, module in net.named_modules():
        if isinstance(module, nn.LSTM):
            for part, value in weights.lstm(name):
                put(getattr(module, part), value)
        elif isinstance(module, nn.Linear) and name != "bert.pooler":
            put(module.weight, weights.product(name).T)
        elif isinstance(module, nn.Conv1d | nn.ConvTranspose1d):
            put(module.weight, weights.product(name))


def _paths(name: str) -> list[str]:
    """Where a module's nodes may stand in the graph."""
    steps: list[str] = []
    for step in name.split("."):
        if not step.isdigit():
            steps.append(step)
        elif steps[-1][-1:].isdigit() and "." in steps[-1]:  # a list in a list is named as a whole
            steps.append(f"{steps[-1]}.{step}")
        else:
            steps[-1] += f".{step}"
    path = "/".join(steps)
    if name.startswith("decoder"):
        return [f"/decoder/{path}", f"/decoder/{path.replace('asr_res.0', 'asr_res/asr_res.0')}"]
    return [f"/encoder/{path}", f"/encoder/{path.removeprefix('predictor/')}"]
