"""Loudness by EBU R128 (ITU-R BS.1770-4), true peaks, and the limiter that bounds them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyebur128
import soxr

if TYPE_CHECKING:
    from podcaster.pcm import Samples

#: BS.1770 asks for four times the sample rate at least, at 48 kHz; at 24 kHz that is the same grid as eight
#: times at 12.
_OVER = 4
#: A true peak is hardly ever more than this factor (3 dB) above the samples around it: where even that
#: would be no news, it is not looked for.
_ABOVE_SAMPLES = 1.41
#: The limiter works on steps of 1 ms, and turns down and up again over 15 ms on either side of a peak: slow
#: enough not to distort, short enough not to be heard as a dip.
_STEP, _REACH = 0.001, 15


class Loudness:
    """Integrated loudness of sound that is handed over piece by piece."""

    def __init__(self, rate: int) -> None:
        self._state = pyebur128.R128State(1, rate, pyebur128.MeasurementMode.MODE_I)

    def add(self, samples: Samples) -> None:
        """Hear more."""
        if len(samples):
            self._state.add_frames(np.ascontiguousarray(samples, np.float32), len(samples))

    @property
    def lufs(self) -> float:
        """Of all that was heard; -inf where that was silence, or shorter than 0.4 s."""
        return float(pyebur128.get_loudness_global(self._state))


def loudness(samples: Samples, rate: int) -> float:
    """Integrated loudness in LUFS; sound shorter than a second is measured as if it went on and on."""
    measured = Loudness(rate)
    if 0 < len(samples) < rate:
        samples = np.tile(samples, -(-rate // len(samples)))
    measured.add(samples)
    return measured.lufs


def true_peak(samples: Samples, rate: int, known: float = 0.0) -> float:
    """Greatest amplitude between the samples, or `known` where it cannot be more; full scale is 1."""
    if not len(samples):
        return known
    peak = float(np.abs(samples).max())
    if peak * _ABOVE_SAMPLES <= known:
        return known
    between = soxr.resample(samples, rate, rate * _OVER)
    return max(known, peak, float(np.abs(between).max()))


def limited(samples: Samples, rate: int, ceiling: float) -> Samples:
    """Turn down what lies around true peaks above `ceiling`, an amplitude; the same array where none is."""
    if true_peak(samples, rate) <= ceiling:
        return samples
    step = int(rate * _STEP)
    count = -(-len(samples) // step)
    fine = np.zeros((count, step * _OVER), np.float32)
    between = soxr.resample(samples, rate, rate * _OVER)[: count * step * _OVER]
    fine.reshape(-1)[: len(between)] = np.abs(between)
    coarse = np.zeros((count, step), np.float32)
    coarse.reshape(-1)[: len(samples)] = np.abs(samples)
    peaks = np.maximum(fine.max(axis=1), coarse.max(axis=1))
    needed = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    # The least of what is needed nearby, then smoothed over the same reach: at a peak it is still low enough.
    around = np.lib.stride_tricks.sliding_window_view(
        np.pad(needed, _REACH + 1, constant_values=1.0), 2 * _REACH + 3
    )
    window = np.hanning(2 * _REACH + 3)[1:-1]
    smooth = np.convolve(np.pad(around.min(axis=1), _REACH, mode="edge"), window / window.sum(), mode="valid")
    gain = np.interp(np.arange(len(samples)), (np.arange(count) + 0.5) * step, smooth)
    return (samples * gain).astype(np.float32)


def decibels(amplitude: float) -> float:
    """An amplitude in dB of full scale."""
    return 20 * math.log10(max(amplitude, 1e-9))


def amplitude(db: float) -> float:
    """The amplitude, or the factor, that so many dB are."""
    return float(10 ** (db / 20))
