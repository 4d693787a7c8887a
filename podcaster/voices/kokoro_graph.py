"""Kokoro's int8 model, rewritten for onnxruntime's quick kernels: the same sound in half the time.

As it comes, the model spends two thirds of its time in ConvInteger with unsigned weights, for which
onnxruntime has no quick kernel (125 GOPS on a core with AVX512-VNNI, where u8 x s8 matrices reach 490):

- a convolution becomes a matrix product: the taps are gathered side by side;
- the weights of the busy ones become signed, of seven bits, with a scale for every output. With eight bits,
  processors without VNNI (many before 2020, and virtual ones) lose the sum of two products in 16 bits
  without a word, and "Donnerstag" is heard as "Rohnstag";
- all other weights become unsigned, which is slower and exact everywhere: they are few;
- instance normalisation, spelt out as eight operators that each walk through all of memory, becomes one;
- a square is a product, not a power;
- the short Fourier transform of the pitch is a convolution, forty times as quick, whose phases do
  not hang on rounding;
- what the model has learned of German stands in the place of what it replaces.

Measured on one core: 5.9 s of speech in 1.9 s instead of 3.9 s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: Counts up when the rewriting changes: part of the name under which its result is kept.
REVISION = 5
#: The largest weight: two products with an input of at most 255 stay below 2**15.
_LARGEST = 63
#: The inputs that are weights, and their zero points.
_WEIGHTS = {"MatMulInteger": (1, 3), "DynamicQuantizeLSTM": (1, 9, 2, 11)}
#: The convolutions that take the time; what comes before them tells how long and how high sounds are.
_BUSY = "/decoder/"


def quickened(data: bytes, path: Path, learned: Mapping[str, Any]) -> None:
    """Rewrite the model in `data` and write it to `path`.

    `learned` has arrays by the names of the constants that they replace: biases, and rows of embeddings,
    whose places are in `learned["signs"]`. Raises ValueError or KeyError where the model is not built as
    expected.
    """
    import onnx

    model = onnx.load_from_string(data)
    rewriting = _Rewriting(model.graph)
    rewriting.learn(learned)
    rewriting.run()
    onnx.save(model, str(path))


class _Rewriting:
    """One walk through a graph; nodes are replaced where they stand, so that their order stays valid."""

    def __init__(self, graph: Any) -> None:
        self.graph = graph
        self.constants = {tensor.name: tensor for tensor in graph.initializer}
        self.makers = {name: node for node in graph.node for name in node.output}
        self.users = defaultdict(list)
        for node in graph.node:
            for name in node.input:
                self.users[name].append(node)
        self.instead: dict[int, list[Any]] = {}
        self.gone: set[int] = set()

    def learn(self, learned: Mapping[str, Any]) -> None:
        """Put what was learned in its place; an embedding is dequantised for it, all of its rows."""
        import numpy as np

        for name, values in learned.items():
            if name.endswith(".bias"):
                self.replace(name, values)
            elif name.endswith(".weight"):
                gather = self.users[f"{name}_quantized"][0]
                dequantise = self.users[gather.output[0]][0]
                scale, zero = (self.value(n) for n in dequantise.input[1:3])
                table = (self.value(f"{name}_quantized").astype(np.float32) - zero) * scale
                if values.shape != (len(learned["signs"]), table.shape[1]):
                    raise ValueError(f"{name}: rows of {table.shape[1]} expected, not {values.shape}")
                table[learned["signs"]] = values
                inputs = [self.constant(f"{name}_learned", table.astype(np.float32)), gather.input[1]]
                self.instead[id(gather)] = [self.node("Gather", inputs, list(dequantise.output))]
                self.gone.add(id(dequantise))

    def replace(self, name: str, new: Any) -> None:
        """Give a constant another value of the same shape."""
        import onnx

        old = self.value(name)
        if old.shape != new.shape:
            raise ValueError(f"{name}: {old.shape} expected, not {new.shape}")
        self.constants[name].CopyFrom(onnx.numpy_helper.from_array(new.astype(old.dtype), name))

    def run(self) -> None:
        """Rewrite all that is known."""
        for node in list(self.graph.node):
            if node.op_type == "ConvInteger":
                self.convolution(node)
            elif node.op_type in _WEIGHTS:
                self.unsigned(node)
            elif node.op_type == "Div":
                self.normalisation(node)
            elif node.op_type == "STFT":
                self.spectrum(node)
            elif node.op_type == "Pow" and self.is_two(node.input[1]):
                self.instead[id(node)] = [self.node("Mul", [node.input[0], node.input[0]], list(node.output))]
        self.tidy()

    def tidy(self) -> None:
        """Put what was rewritten in its place, and drop what nothing uses any more."""
        nodes = []
        for node in self.graph.node:
            if id(node) not in self.gone:
                nodes += self.instead.get(id(node), [node])
        needed = {output.name for output in self.graph.output}
        kept = []
        for node in reversed(nodes):
            if needed.intersection(node.output):
                kept.append(node)
                needed.update(node.input)
        constants = [tensor for tensor in self.graph.initializer if tensor.name in needed]
        del self.graph.node[:], self.graph.initializer[:]
        self.graph.node.extend(reversed(kept))
        self.graph.initializer.extend(constants)

    def convolution(self, node: Any) -> None:
        """ConvInteger, its bias in int32, Cast and scale: one product of matrices with all that."""
        import numpy as np

        after = self.users[node.output[0]][0]
        bias = None
        gone = [node]
        if after.op_type == "Add":  # the bias, brought to the product's scale at run time: take it as it was
            term = _other(after, node.output[0])
            for _ in range(4):  # Reshape, Cast, Floor, Div
                term = self.makers[term].input[0]
            bias = term
            gone.append(after)
            after = self.users[after.output[0]][0]
        scaled = self.users[after.output[0]][0]
        gone += [after, scaled]
        if node.input[0] not in self.makers:
            raise ValueError(f"{node.name}: quantised otherwise than expected")
        weights, scale, zero = self.convolution_weights(
            node, next(n for n in self.makers[_other(scaled, after.output[0])].input if n in self.constants)
        )
        outputs, channels, taps = weights.shape
        columns, nodes = self.columns(node, channels, taps)
        quantised = self.makers[node.input[0]]
        name = node.name
        matrix = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(taps * channels, outputs))
        inputs = [
            columns,
            self.constant(f"{name}_matrix", matrix),
            quantised.output[1],
            self.constant(f"{name}_scale", scale),
            quantised.output[2],
            self.constant(f"{name}_zero", zero),
            *([bias] if bias else []),
        ]
        nodes.append(self.node("MatMulIntegerToFloat", inputs, [f"{name}_product"], domain="com.microsoft"))
        nodes.append(self.node("Transpose", [f"{name}_product"], [scaled.output[0]], perm=[0, 2, 1]))
        self.instead[id(node)] = nodes
        self.gone.update(map(id, gone))
        self.gone.discard(id(node))

    def convolution_weights(self, node: Any, scale_name: str) -> tuple[Any, Any, Any]:
        """Weights (outputs, channels, taps), scale and zero point of a convolution; of a busy one, signed."""
        import numpy as np

        weights, scale, zero = (self.value(n) for n in (node.input[1], scale_name, node.input[3]))
        if zero.size != 1 or scale.size != 1:
            raise ValueError(f"{node.name}: quantised otherwise than expected")
        if not node.name.startswith(_BUSY):
            return _unsigned(weights), scale.reshape(()), _unsigned(zero).reshape(())
        real = (weights.astype(np.float32) - np.float32(zero.item())) * np.float32(scale.item())
        scale = np.abs(real).max(axis=(1, 2)) / np.float32(_LARGEST)
        scale[scale == 0] = 1
        return np.round(real / scale[:, None, None]).astype(np.int8), scale, np.zeros(len(scale), np.int8)

    def unsigned(self, node: Any) -> None:
        """Make the weights of a node unsigned, and their zero points with them."""
        for place in _WEIGHTS[node.op_type]:
            name = node.input[place]
            node.input[place] = self.constant(f"{name}_unsigned", _unsigned(self.value(name)))

    def columns(self, node: Any, channels: int, taps: int) -> tuple[str, list[Any]]:
        """Lay out a convolution's input for the product: a row for every output, its taps side by side."""
        import numpy as np
        import onnx

        given = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
        if given.get("group", 1) != 1:
            raise ValueError(f"{node.name}: grouped")
        before, behind = given.get("pads", [0, 0])
        stride, spread = given.get("strides", [1])[0], given.get("dilations", [1])[0]
        name = node.name
        at = f"{name}_rows"
        nodes = [self.node("Transpose", [node.input[0]], [at], perm=[0, 2, 1])]
        if before or behind:
            pads = self.constant(f"pads_{before}_{behind}", np.array([0, before, 0, 0, behind, 0]))
            nodes.append(self.node("Pad", [at, pads, node.input[2]], [f"{name}_padded"]))
            at = f"{name}_padded"
        if taps == 1 and stride == 1:
            return at, nodes
        span = (taps - 1) * spread
        offsets = np.array([[k * spread for k in range(taps)]], np.int32)
        steps: list[tuple[str, list[str], dict[str, Any]]] = [
            ("Shape", [at], {"start": 1, "end": 2}),
            ("Sub", ["", self.constant(f"span_{span}", np.array([span]))], {}),
            ("Squeeze", [""], {}),
            (
                "Range",
                [self.constant("zero", np.array(0)), "", self.constant(f"step_{stride}", np.array(stride))],
                {},
            ),
            ("Cast", [""], {"to": onnx.TensorProto.INT32}),
            ("Unsqueeze", ["", self.constant("second_axis", np.array([1]))], {}),
            ("Add", ["", self.constant(f"taps_{taps}_{spread}", offsets)], {}),
            ("Gather", [at, ""], {"axis": 1}),
            (
                "Reshape",
                ["", self.constant(f"row_{taps * channels}", np.array([1, -1, taps * channels]))],
                {},
            ),
        ]
        last = at
        for number, (kind, inputs, options) in enumerate(steps):
            result = f"{name}_columns{number}"
            nodes.append(self.node(kind, [i or last for i in inputs], [result], **options))
            last = result
        return last, nodes

    def normalisation(self, node: Any) -> None:
        """(x - mean) / sqrt(variance + epsilon), then scaled and shifted, perhaps more than once."""
        import numpy as np

        above, below = (self.makers.get(name) for name in node.input)
        if above is None or below is None or (above.op_type, below.op_type) != ("Sub", "Sqrt"):
            return
        mean = self.makers.get(above.input[1])
        if mean is None or mean.op_type != "ReduceMean" or mean.input[0] != above.input[0]:
            return
        epsilon = [n for n in self.makers[below.input[0]].input if n in self.constants]
        if not epsilon or self.value(mean.input[1]).tolist() not in ([2], [-1]):
            return
        flat = self.constant("flat", np.array([-1]))
        for scaled in self.users[node.output[0]]:
            shifted = self.users[scaled.output[0]][0]
            if (scaled.op_type, shifted.op_type) != ("Mul", "Add"):
                raise ValueError(f"{node.name}: normalised otherwise than expected")
            name = shifted.output[0]
            scale, shift = _other(scaled, node.output[0]), _other(shifted, scaled.output[0])
            self.instead[id(shifted)] = [
                self.node("Reshape", [scale, flat], [f"{name}_scale"]),
                self.node("Reshape", [shift, flat], [f"{name}_shift"]),
                self.node(
                    "InstanceNormalization",
                    [above.input[0], f"{name}_scale", f"{name}_shift"],
                    [name],
                    epsilon=float(self.value(epsilon[0]).item()),
                ),
            ]

    def spectrum(self, node: Any) -> None:
        """A short Fourier transform, (1, samples) -> (1, frames, bins, 2), as a convolution."""
        import numpy as np

        step, window, frame = (self.value(name) for name in node.input[1:4])
        taps = len(window)
        if taps % 2 or frame.item() != taps:
            raise ValueError(f"{node.name}: windows otherwise than expected")
        turns = np.arange(taps // 2 + 1)[:, None] * np.arange(taps) * (2 * np.pi / taps)
        waves = np.stack([np.cos(turns), -np.sin(turns)], 1) * window  # (bins, 2, taps)
        # Where a value is nothing, rounding would choose the phase, another one on each processor. Unvoiced
        # sounds have a constant signal, which is heard in the bins 0 and 1 alone: a trace of it gives the
        # others the phase 0. The outer bins are real: a trace of an imaginary part gives negative ones the
        # phase π, with which the model was trained, not -π.
        waves[2:, 0] -= 1e-6 * waves[0, 0]
        waves[[0, -1], 1] = -(2.0**-23) * waves[[0, -1], 0]
        name = node.name
        kernel = self.constant(f"{name}_waves", waves.reshape(-1, 1, taps).astype(np.float32))
        row = self.constant(f"{name}_row", np.array([1, 1, -1]))
        bins = self.constant(f"{name}_bins", np.array([1, len(waves), 2, -1]))
        self.instead[id(node)] = [
            self.node("Reshape", [node.input[0], row], [f"{name}_signal"]),
            self.node("Conv", [f"{name}_signal", kernel], [f"{name}_flat"], strides=[int(step.item())]),
            self.node("Reshape", [f"{name}_flat", bins], [f"{name}_parts"]),
            self.node("Transpose", [f"{name}_parts"], list(node.output), perm=[0, 3, 1, 2]),
        ]

    def is_two(self, name: str) -> bool:
        """Whether a constant is the number 2."""
        return name in self.constants and self.value(name).size == 1 and self.value(name).item() == 2

    def value(self, name: str) -> Any:
        """A constant as an array."""
        import onnx

        return onnx.numpy_helper.to_array(self.constants[name])

    def constant(self, name: str, value: Any) -> str:
        """Add a constant where there is none of that name yet; give its name."""
        import onnx

        if name not in self.constants:
            self.constants[name] = onnx.numpy_helper.from_array(value, name)
            self.graph.initializer.append(self.constants[name])
        return name

    def node(self, kind: str, inputs: list[str], outputs: list[str], **options: Any) -> Any:
        """A new node."""
        import onnx

        return onnx.helper.make_node(kind, inputs, outputs, **options)


def _other(node: Any, name: str) -> str:
    """The input of a two-sided node that is not `name`."""
    found: str = next(i for i in node.input if i != name)
    return found


def _unsigned(value: Any) -> Any:
    """Weights or a zero point in uint8; those in int8 move up by 128, both alike, so that nothing changes."""
    import numpy as np

    return value if value.dtype == np.uint8 else (value.astype(np.int16) + 128).astype(np.uint8)
