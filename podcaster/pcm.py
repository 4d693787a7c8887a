"""Arithmetic on mono sound that more than one room needs: float samples, full scale is 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

#: Length of the frames in which levels are measured: 5 ms, a quarter of the accuracy that pauses have to
#: keep.
FRAME = 0.005
#: What lies this far below the level of the speech is silence: -50 dBFS in an episode of -16 LUFS.
SILENCE_DB = -34.0
#: What is kept around the sound, faded: soft onsets, and consonants that die away below the threshold.
BEFORE, AFTER = 0.010, 0.020
#: Shortest fade, in seconds, for a clip that begins or ends in the middle of a sound.
SHORTEST_FADE = 0.002


def to_float(samples: NDArray[np.int16]) -> Samples:
    """16 bits as floats."""
    return samples * np.float32(1 / 32768)


def to_int16(samples: Samples) -> NDArray[np.int16]:
    """Round to 16 bits; what is above full scale is bounded."""
    rounded: NDArray[np.int16] = np.clip(np.rint(samples * np.float32(32768)), -32768, 32767).astype(np.int16)
    return rounded


def sound_edges(samples: Samples, rate: int) -> tuple[int, int]:
    """Find where the sound begins and ends, as indexes of samples; (0, 0) where there is none."""
    size = int(rate * FRAME)
    count = -(-len(samples) // size)
    frames = np.zeros((count, size), np.float32)
    frames.reshape(-1)[: len(samples)] = samples
    powers = np.einsum("ij,ij->i", frames, frames) / size
    loudest = float(powers.max(initial=0.0))
    if loudest < 1e-7:  # -70 dBFS: nothing but noise
        return 0, 0
    speech = powers[powers > loudest * 1e-3]
    loud = (powers > float(speech.mean()) * 10 ** (SILENCE_DB / 10)).nonzero()[0]
    return int(loud[0]) * size, min((int(loud[-1]) + 1) * size, len(samples))


def trimmed(samples: Samples, rate: int) -> tuple[Samples, int, int]:
    """Cut the silence off both ends and fade what is left.

    Returns the rest, and how many of its samples stand before and after the sound: those count as silence
    when a pause is measured.
    """
    start, end = sound_edges(samples, rate)
    before = min(start, int(BEFORE * rate))
    after = min(len(samples) - end, int(AFTER * rate))
    kept = samples[start - before : end + after].copy()
    fade(kept, max(before, int(SHORTEST_FADE * rate)), max(after, int(SHORTEST_FADE * rate)))
    return kept, before, after


def fade(samples: Samples, fade_in: int, fade_out: int) -> None:
    """Raise the first samples from nothing and lower the last ones to nothing, in place.

    By half a cosine: neither its value nor its slope jumps.
    """
    for part, wanted in ((samples, fade_in), (samples[::-1], fade_out)):
        length = min(wanted, len(part))
        part[:length] *= (0.5 - 0.5 * np.cos(np.pi * (np.arange(length) + 0.5) / max(length, 1))).astype(
            np.float32
        )
