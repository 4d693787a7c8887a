"""Loudness by EBU R128 (ITU-R BS.1770-4), true peaks, and the limiter that bounds them."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

import numpy as np
import pyebur128

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from podcaster.pcm import Samples

#: True peaks are looked for at four times the rate, as BS.1770-4 does (annex 2), with an interpolator of so
#: many taps on either side.
_OVER, _TAPS = 4, 16
#: Sound between two samples is hardly ever more than this factor (3 dB) above both of them: only where a
#: sample comes so near to the bound in question is it worth looking.
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


def true_peak(samples: Samples, known: float = 0.0) -> float:
    """Greatest amplitude on or between the samples, or `known` where that is greater; full scale is 1."""
    known = max(known, float(np.abs(samples).max(initial=0.0)))
    return float(_peaks(samples, known)[1].max(initial=known))


def limited(samples: Samples, rate: int, ceiling: float) -> Samples:
    """Turn down what lies around true peaks above `ceiling`, an amplitude; the same array where none is."""
    where, heights = _peaks(samples, ceiling)
    if not len(where):
        return samples
    step = int(rate * _STEP)
    count = -(-len(samples) // step)
    needed = np.ones(count)
    np.minimum.at(needed, where // step, ceiling / heights)
    # The least of what is needed nearby, then smoothed over the same reach: at a peak it is still low enough.
    # One step more on either side, since gains between the steps' middles are interpolated.
    around = np.lib.stride_tricks.sliding_window_view(
        np.pad(needed, _REACH + 1, constant_values=1.0), 2 * _REACH + 3
    ).min(axis=1)
    window = np.hanning(2 * _REACH + 3)[1:-1]
    smooth = np.convolve(np.pad(around, _REACH, mode="edge"), window / window.sum(), mode="valid")
    gain = np.interp(np.arange(len(samples)), (np.arange(count) + 0.5) * step, smooth)
    return (samples * gain).astype(np.float32)


def _peaks(samples: Samples, above: float) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Where the amplitude on or just after a sample is greater than `above`, and how great it is there."""
    near = np.abs(samples) * np.float32(_ABOVE_SAMPLES) > above
    near[:-1] |= near[1:]
    where = np.flatnonzero(near)
    around = np.pad(samples, (_TAPS - 1, _TAPS))[where[:, None] + np.arange(2 * _TAPS)]
    heights = np.maximum(np.abs(samples[where]), np.abs(around @ _interpolator()).max(axis=1, initial=0.0))
    high = heights > above
    return where[high], heights[high].astype(np.float64)


@functools.cache
def _interpolator() -> NDArray[np.float32]:
    """Windowed sinc: the samples around a place, times this, are the sound 1/4, 1/2, 3/4 of one later."""
    taps = np.arange(2 * _TAPS)[:, None] - (_TAPS - 1)
    after = taps - np.arange(1, _OVER) / _OVER
    kernel = np.sinc(after) * np.cos(np.pi * after / (2 * _TAPS + 1)) ** 2
    filters: NDArray[np.float32] = (kernel / kernel.sum(axis=0)).astype(np.float32)
    return filters


def decibels(amplitude: float) -> float:
    """An amplitude in dB of full scale."""
    return 20 * math.log10(max(amplitude, 1e-9))


def amplitude(db: float) -> float:
    """The amplitude, or the factor, that so many dB are."""
    return float(10 ** (db / 20))
