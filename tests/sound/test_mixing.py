"""The mix, measured on what a decoder makes of the MP3."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import miniaudio
import mutagen.mp3
import numpy as np
import pytest

from podcaster.model import Clip, Utterance
from podcaster.sound import mix
from podcaster.sound.loudness import Loudness, decibels, true_peak
from podcaster.voices import ClipCache, choose_voice, voice_script
from tests.scripts import SENTENCES, script


def decoded(path: Path) -> np.ndarray:
    """The file's samples as floats, at 24 kHz."""
    sound = miniaudio.mp3_read_file_s16(str(path))
    assert (sound.nchannels, sound.sample_rate) == (1, 24000)
    return np.frombuffer(sound.samples, np.int16) / np.float32(32768)


def tone(seconds: float, level: float = 0.1, rate: int = 24000, silence: float = 0.3) -> Clip:
    """A clip that sounds for so long, with silence at both ends."""
    t = np.arange(int(seconds * rate)) / rate
    sound = level * sum(np.sin(2 * np.pi * 140 * k * t + k * k) for k in range(1, 9))
    quiet = np.zeros(int(silence * rate))
    return Clip((np.concatenate([quiet, sound, quiet]) * 32767).clip(-32768, 32767).astype(np.int16), rate)


def stretches(samples: np.ndarray, rate: int = 24000, least: float = 0.1) -> list[tuple[float, float]]:
    """Where it sounds, in seconds: stretches above -50 dBFS with `least` seconds of silence in between."""
    frame = rate // 200
    levels = np.sqrt(np.mean(samples[: len(samples) // frame * frame].reshape(-1, frame) ** 2, axis=1))
    loud = np.flatnonzero(levels > 10 ** (-50 / 20))
    breaks = np.flatnonzero(np.diff(loud) > least * 200)
    starts, ends = loud[np.r_[0, breaks + 1]], loud[np.r_[breaks, len(loud) - 1]] + 1
    return [(float(a) / 200, float(b) / 200) for a, b in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 48000])
def test_pauses_and_spans_are_exact(tmp_path: Path, rate: int) -> None:
    """Pauses are as set to 20 ms, and spans say where a decoder plays the sound, whatever the clips' rate."""
    pauses = (0.35, 0.7, 1.2, 0.0, 0.5)
    said = script()
    utterances = tuple(
        Utterance(u.written, u.spoken, u.role, 0, p) for u, p in zip(said.utterances, pauses, strict=True)
    )
    said = type(said)(said.title, utterances, said.sections)
    clips = [tone(0.8 + 0.3 * i, rate=rate) for i in range(5)]
    made = mix(said, clips, tmp_path / "a.mp3")
    heard = stretches(decoded(tmp_path / "a.mp3"))
    spans = [(s.start, s.end) for s in made.spans]
    spans[3:] = [(spans[3][0], spans[4][1])]  # no pause between the last two
    assert len(heard) == 4
    for (start, end), (begins, stops) in zip(heard, spans, strict=True):
        assert start == pytest.approx(begins, abs=0.02)
        assert end == pytest.approx(stops, abs=0.02)
    gaps = [b[0] - a[1] for a, b in itertools.pairwise(heard)]
    assert gaps == pytest.approx([0.35, 0.7, 1.2], abs=0.02)


def test_loudness_and_peaks_are_as_set(tmp_path: Path) -> None:
    """-16 LUFS to half a unit and at most -1 dBTP, also where peaks stand far above the loudness."""
    clips = [tone(2.0, level) for level in (0.02, 0.05, 0.1, 0.05, 0.02)]
    for clip in clips:
        clip.samples[10000:40000:4000] = 30000
    made = mix(script(), clips, tmp_path / "a.mp3")
    samples = decoded(tmp_path / "a.mp3")
    measured = Loudness(24000)
    measured.add(samples)
    assert measured.lufs == pytest.approx(-16, abs=0.5)
    assert made.loudness == pytest.approx(measured.lufs, abs=0.2)
    assert decibels(true_peak(samples)) <= -1.0
    assert made.true_peak == pytest.approx(decibels(true_peak(samples)), abs=0.3)


def test_soft_and_loud_clips_are_evened_out(tmp_path: Path) -> None:
    """Clips that differ by 7 dB sound equally loud in the episode."""
    made = mix(script(), [tone(2.0, level) for level in (0.04, 0.09, 0.04, 0.09, 0.09)], tmp_path / "a.mp3")
    samples = decoded(tmp_path / "a.mp3")
    levels = [
        decibels(float(np.sqrt(np.mean(samples[int(s.start * 24000) : int(s.end * 24000)] ** 2))))
        for s in made.spans
    ]
    assert max(levels) - min(levels) < 0.5


def test_every_reader_finds_the_same_duration(tmp_path: Path) -> None:
    """Mix, decoder and Info frame agree to 50 ms."""
    made = mix(script(), [tone(3.0)] * 5, tmp_path / "a.mp3")
    assert len(decoded(tmp_path / "a.mp3")) / 24000 == pytest.approx(made.duration, abs=0.03)
    about: Any = mutagen.mp3.MP3(tmp_path / "a.mp3").info
    assert about.length == pytest.approx(made.duration, abs=0.001)
    assert about.bitrate_mode == mutagen.mp3.BitrateMode.CBR
    assert made.size == (tmp_path / "a.mp3").stat().st_size


def test_pico_ends_in_an_episode(tmp_path: Path) -> None:
    """Real speech, 16 kHz, comes out as long as its clips and at the loudness that is asked for."""
    with choose_voice("pico") as voice, ClipCache(tmp_path) as cache:
        clips = voice_script(script(), voice, cache)
        made = mix(script(), clips, tmp_path / "a.mp3")
        assert sum(s.end - s.start for s in made.spans) == pytest.approx(
            sum(c.duration for c in clips), rel=0.15
        )
    assert len(made.spans) == len(SENTENCES)
    assert made.loudness == pytest.approx(-16, abs=0.3)


def test_speech_whose_level_nobody_foresees_is_as_loud_as_set(tmp_path: Path) -> None:
    """Where clips are far softer than the others, the whole is encoded again until its loudness is right."""
    clips = [tone(1.0, 0.2), tone(4.0, 0.01), tone(4.0, 0.01), tone(0.5, 0.01), tone(4.0, 0.01)]
    made = mix(script(), clips, tmp_path / "a.mp3")
    measured = Loudness(24000)
    measured.add(decoded(tmp_path / "a.mp3"))
    assert made.loudness == pytest.approx(-16, abs=0.11)
    assert measured.lufs == pytest.approx(-16, abs=0.2)
