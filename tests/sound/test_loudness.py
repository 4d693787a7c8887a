"""Loudness, true peaks, and the limiter."""

from __future__ import annotations

import numpy as np
import pyebur128
import pytest

from podcaster.sound.loudness import amplitude, decibels, limited, loudness, true_peak


@pytest.mark.parametrize("seed", range(5))
def test_true_peaks_are_those_of_libebur128(seed: int) -> None:
    """On noise of several colours, within 0.2 dB."""
    rng = np.random.default_rng(seed)
    noise = np.convolve(rng.standard_normal(24000), np.hanning(3 + 2 * seed), mode="same")
    samples = (noise / np.abs(noise).max() * 0.8).astype(np.float32)
    state = pyebur128.R128State(1, 24000, pyebur128.MeasurementMode.MODE_TRUE_PEAK)
    state.add_frames(samples, len(samples))
    assert decibels(true_peak(samples)) == pytest.approx(decibels(pyebur128.get_true_peak(state, 0)), abs=0.2)


def test_a_peak_between_samples_is_found() -> None:
    """A sine of a quarter of the sample rate, sampled 45° off its crests, peaks 3 dB above its samples."""
    samples = np.sin(np.pi / 2 * np.arange(4800) + np.pi / 4).astype(np.float32) * 0.5
    samples *= np.hanning(4800).astype(np.float32)
    assert np.abs(samples).max() == pytest.approx(0.3535, abs=0.001)
    assert true_peak(samples) == pytest.approx(0.5, abs=0.005)


def test_the_limiter_bounds_true_peaks_and_little_else() -> None:
    """No true peak is above the ceiling, sound far from any peak is untouched, and the gain never jumps."""
    t = np.arange(48000) / 24000
    samples = (0.2 * np.sin(2 * np.pi * 220 * t)).astype(np.float32)
    samples[20000:20100] *= 4
    bounded = limited(samples, 24000, amplitude(-6))
    assert decibels(true_peak(bounded)) <= -6
    assert np.array_equal(bounded[:19000], samples[:19000])
    assert np.array_equal(bounded[21100:], samples[21100:])
    gain = bounded[np.abs(samples) > 0.01] / samples[np.abs(samples) > 0.01]
    assert np.abs(np.diff(gain)).max() < 0.01


def test_what_is_low_enough_is_left_alone() -> None:
    """Without a peak above the ceiling, the very same array comes back."""
    samples = np.full(1000, 0.1, np.float32)
    assert limited(samples, 24000, 0.5) is samples


def test_short_sounds_have_a_loudness() -> None:
    """A word of 0.2 s is as loud as the same sound that goes on."""
    t = np.arange(48000) / 24000
    samples = (0.1 * np.sin(2 * np.pi * 440 * t)).astype(np.float32)
    assert loudness(samples[:4800], 24000) == pytest.approx(loudness(samples, 24000), abs=0.3)
