"""Sound before, after and between the speech."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from podcaster.errors import PodcasterError
from podcaster.model import Role, Script, Utterance
from podcaster.settings import Sound
from podcaster.sound import mix, sound_fingerprint
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


def test_another_jingle_is_another_sound(tmp_path: Path) -> None:
    """The fingerprint follows the file's content and the settings."""
    jingle(tmp_path / "intro.wav", 1.0, 0.9)
    first = sound_fingerprint(Sound(intro="intro.wav"), tmp_path)
    assert sound_fingerprint(Sound(intro="intro.wav"), tmp_path) == first
    assert sound_fingerprint(Sound(intro="intro.wav", loudness=-18), tmp_path) != first
    jingle(tmp_path / "intro.wav", 1.0, 0.8)
    assert sound_fingerprint(Sound(intro="intro.wav"), tmp_path) != first
