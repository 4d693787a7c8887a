"""Sound before, after and between the speech."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import lameenc
import numpy as np
import pytest

from podcaster.errors import PodcasterError
from podcaster.model import Role, Script, Utterance
from podcaster.settings import Sound
from podcaster.sound import mix, sound_fingerprint
from podcaster.sound.jingles import load_jingle
from podcaster.sound.loudness import loudness
from tests.sound.test_mixing import decoded, stretches, tone


def jingle(path: Path, seconds: float, level: float, rate: int = 44100) -> None:
    """Write a stereo WAV with a chord."""
    t = np.arange(int(seconds * rate)) / rate
    sound = level * (np.sin(2 * np.pi * 330 * t) + np.sin(2 * np.pi * 495 * t)) / 2
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, rate, 0, "NONE", ""))
        file.writeframes(np.repeat((sound * 32767).astype("<i2"), 2).tobytes())


def chaptered() -> Script:
    """A title, a sentence, a heading, a sentence."""
    said: tuple[tuple[str, Role, float], ...] = (
        ("Titel", "title", 1.0),
        ("Eins.", "body", 1.2),
        ("Kapitel", "heading", 0.7),
        ("Zwei.", "body", 0.35),
    )
    return Script("Titel", tuple(Utterance(t, t, r, 0, p) for t, r, p in said), ("Einleitung",))


def test_jingles_stand_where_they_should(tmp_path: Path) -> None:
    """Intro, speech, earcon before the heading alone, outro; pauses and spans stay exact."""
    jingle(tmp_path / "intro.wav", 3.0, 0.9)
    jingle(tmp_path / "outro.wav", 2.0, 0.05)
    jingle(tmp_path / "ping.wav", 0.5, 0.5)
    sound = Sound(intro="intro.wav", outro="outro.wav", earcon="ping.wav")
    made = mix(chaptered(), [tone(1.5)] * 4, tmp_path / "a.mp3", sound, tmp_path)
    samples = decoded(tmp_path / "a.mp3")
    heard = stretches(samples)
    lengths = [end - start for start, end in heard]
    assert lengths == pytest.approx([3.0, 1.5, 1.5, 0.5, 1.5, 1.5, 2.0], abs=0.15)
    for span, (start, end) in zip(made.spans, [heard[i] for i in (1, 2, 4, 5)], strict=True):
        assert (span.start, span.end) == pytest.approx((start, end), abs=0.02)
    assert heard[3][0] - heard[2][1] == pytest.approx(1.2, abs=0.02)
    levels = [loudness(samples[int(a * 24000) : int(b * 24000)].astype(np.float32), 24000) for a, b in heard]
    assert levels[0] == pytest.approx(levels[1], abs=2.0)
    assert levels[6] == pytest.approx(levels[1], abs=2.0)


@pytest.mark.parametrize("content", [None, b"", b"GIF89a" + bytes(500)], ids=["missing", "empty", "picture"])
def test_a_bad_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    """The error names the file."""
    if content is not None:
        (tmp_path / "intro.mp3").write_bytes(content)
    with pytest.raises(PodcasterError, match=r"intro\.mp3"):
        mix(chaptered(), [tone(1.0)] * 4, tmp_path / "a.mp3", Sound(intro="intro.mp3"), tmp_path)


def test_a_file_too_soft_to_be_made_as_loud_as_speech_is_named(tmp_path: Path) -> None:
    """What loudness meters take for silence is no fault of the article's."""
    jingle(tmp_path / "intro.wav", 3.0, 0.0001)
    with pytest.raises(PodcasterError, match=r"intro\.wav: is silent"):
        mix(chaptered(), [tone(1.0)] * 4, tmp_path / "a.mp3", Sound(intro="intro.wav"), tmp_path)


def test_another_jingle_is_another_sound(tmp_path: Path) -> None:
    """The fingerprint follows the file's content and the settings."""
    jingle(tmp_path / "intro.wav", 1.0, 0.9)
    first = sound_fingerprint(Sound(intro="intro.wav"), tmp_path)
    assert sound_fingerprint(Sound(intro="intro.wav"), tmp_path) == first
    assert sound_fingerprint(Sound(intro="intro.wav", loudness=-18), tmp_path) != first
    jingle(tmp_path / "intro.wav", 1.0, 0.8)
    assert sound_fingerprint(Sound(intro="intro.wav"), tmp_path) != first


def as_wav(chord: np.ndarray, rate: int, width: int, channels: int) -> bytes:
    """Encode samples as WAV of so many bytes each."""
    whole = (np.repeat(chord, channels) * (2 ** (8 * width - 1) - 1)).astype("<i4")
    packed = whole.view(np.uint8).reshape(-1, 4)[:, :width]
    packed = packed ^ np.uint8(0x80) if width == 1 else packed  # 8 bits are without sign
    into = io.BytesIO()
    with wave.open(into, "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes(packed.tobytes())
    return into.getvalue()


def as_mp3(chord: np.ndarray, rate: int) -> bytes:
    """Encode samples as MP3."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_bit_rate(96)
    return bytes(encoder.encode((chord * 32767).astype("<i2").tobytes()) + encoder.flush())


@pytest.mark.parametrize("form", ["8 bits", "16 bits", "24 bits", "32 bits", "stereo", "mp3", "no extension"])
@pytest.mark.parametrize("rate", [8000, 24000, 44100, 48000])
def test_files_of_many_forms_sound_alike(tmp_path: Path, form: str, rate: int) -> None:
    """Whatever its form, rate and name, a jingle plays as long, as high and as loud."""
    t = np.arange(2 * rate) / rate
    chord = 0.5 * np.sin(2 * np.pi * 440 * t)
    width = int(form.split(maxsplit=1)[0]) // 8 if form.endswith("bits") else 2
    data = as_mp3(chord, rate) if form == "mp3" else as_wav(chord, rate, width, 1 + (form == "stereo"))
    path = tmp_path / ("jingle" if form == "no extension" else "jingle.mp3")
    path.write_bytes(data)
    samples = load_jingle(path, 24000)
    assert len(samples) / 24000 == pytest.approx(2, abs=0.2)
    middle = samples[12000:36000]
    assert float(np.sqrt(np.mean(middle**2))) == pytest.approx(0.5 / 2**0.5, rel=0.06)  # LAME takes 5 %
    assert int(np.abs(np.fft.rfft(middle)).argmax()) == 440
