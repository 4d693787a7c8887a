"""The mix: utterance after utterance on one time line, twice read and once encoded, in flat memory.

First pass: each clip is decoded, resampled, trimmed and evened out, and written to a file beside the MP3,
while the loudness of all is measured. Second pass: that file is read again, brought to the loudness that is
wanted, limited and encoded.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

from podcaster.errors import PodcasterError
from podcaster.model import Clip, Mix, Script, Span
from podcaster.pcm import to_float, to_int16, trimmed
from podcaster.settings import Sound
from podcaster.sound.loudness import Loudness, amplitude, decibels, limited, loudness, true_peak
from podcaster.sound.mp3 import DELAY, Mp3Writer

if TYPE_CHECKING:
    from podcaster.pcm import Samples

#: Silence at the episode's ends, in seconds: players and loudspeakers that wake up late swallow no word.
_LEAD, _TAIL = 0.25, 0.6
#: Level of the first pass, in LUFS: what lies 23 dB above the speech's loudness still fits into 16 bits.
_EVEN = -23.0
#: A clip is brought to that level, but by no more dB than this away from what the others needed: some
#: sentences are softer.
_UNEVEN = 8.0
#: Encoding moves peaks: so much room is left below the bound, in dB, and where the peaks come near it, the
#: MP3 is decoded and measured.
_ROOM, _NEAR = 0.7, 1.0
#: How far off the loudness may be before the second pass is done again, in LU, and how often.
_CLOSE, _PASSES = 0.2, 4


@dataclass(slots=True)
class _Timeline:
    """The first pass's outcome.

    Attributes:
        pcm: int16 samples of all sound, one after the other, without the pauses.
        parts: For each stretch of sound: samples of silence before it, samples of sound.
        spans: Where each utterance lies, in samples.
        tail: Samples of silence at the end.
        lufs: Loudness of it all.
    """

    pcm: IO[bytes]
    parts: list[tuple[int, int]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    tail: int = 0
    lufs: float = -np.inf


def mix(script: Script, clips: Sequence[Clip], path: Path, sound: Sound | None = None) -> Mix:
    """Write the episode as an MP3 without tags to `path`.

    `clips` has one clip for every utterance of `script`, of any sample rate; each is asked for once, in
    order. May run in several threads at a time: the heavy parts let other threads run. Raises
    PodcasterError where there is no sound at all, or nothing can be written.
    """
    sound = sound or Sound()
    if len(clips) != len(script.utterances):
        raise ValueError(f"{len(clips)} clips for {len(script.utterances)} utterances")
    try:
        with tempfile.TemporaryFile(dir=path.parent, prefix=".mix.", suffix=".part") as pcm:
            timeline = _first_pass(script, clips, sound, pcm)
            return _second_pass(timeline, path, sound)
    except OSError as error:
        raise PodcasterError(f"{path}: cannot be written: {error.strerror or error}.") from error


def _first_pass(script: Script, clips: Sequence[Clip], sound: Sound, pcm: IO[bytes]) -> _Timeline:
    """Bring every clip to the same rate and level, and find out when it sounds."""
    rate = sound.sample_rate
    timeline = _Timeline(pcm)
    measured = Loudness(rate)
    gains: list[float] = []
    at, silence = 0, int(_LEAD * rate)
    for utterance, clip in zip(script.utterances, clips, strict=True):
        samples, before, after = trimmed(_resampled(clip, rate), rate)
        if not len(samples):  # nothing to say: its place, and its pause
            timeline.spans.append((at + silence, at + silence))
            silence = max(silence, round(utterance.pause_after * rate))
            continue
        samples *= np.float32(amplitude(_evening(samples, rate, gains)))
        silence = max(0, silence - before)
        measured.add(np.zeros(silence, np.float32))
        measured.add(samples)
        pcm.write(to_int16(samples).tobytes())
        timeline.parts.append((silence, len(samples)))
        at += silence + len(samples)
        timeline.spans.append((at - len(samples) + before, at - after))
        silence = max(0, round(utterance.pause_after * rate) - after)
    timeline.tail = max(silence, int(_TAIL * rate))
    timeline.lufs = measured.lufs
    if not timeline.parts or not np.isfinite(timeline.lufs):
        raise PodcasterError(f"“{script.title}”: there is nothing in it that could be heard.")
    return timeline


def _resampled(clip: Clip, rate: int) -> Samples:
    """The clip's samples as floats at `rate` Hz."""
    samples = to_float(clip.samples)
    if clip.rate == rate or not len(samples):
        return samples
    import soxr

    return np.asarray(soxr.resample(samples, clip.rate, rate, quality="HQ"), np.float32)


def _evening(samples: Samples, rate: int, gains: list[float]) -> float:
    """How many dB bring a clip to the common level; `gains` has those of the clips before, and gets it."""
    measured = loudness(samples, rate)
    usual = statistics.median(gains) if gains else None
    gain = _EVEN - measured if np.isfinite(measured) else usual or 0.0
    gains.append(gain)
    return gain if usual is None else min(max(gain, usual - _UNEVEN), usual + _UNEVEN)


def _second_pass(timeline: _Timeline, path: Path, sound: Sound) -> Mix:
    """Encode at the loudness that is wanted; again where that turns out to be off."""
    gain = sound.loudness - timeline.lufs
    ceiling = sound.true_peak - _ROOM
    for _ in range(_PASSES):
        duration, peak, was_limited = _encode(timeline, path, sound, gain, ceiling)
        lufs, peak = timeline.lufs + gain, decibels(peak)
        if was_limited or peak > sound.true_peak - _NEAR:
            lufs, peak = _measure(path, sound.sample_rate)
        too_soft, too_high = sound.loudness - lufs, peak - sound.true_peak
        if abs(too_soft) <= _CLOSE and too_high <= 0:
            break
        gain += too_soft if abs(too_soft) > _CLOSE else 0.0
        ceiling -= too_high + 0.1 if too_high > 0 else 0.0
    rate = sound.sample_rate
    spans = tuple(Span((start + DELAY) / rate, (end + DELAY) / rate) for start, end in timeline.spans)
    return Mix(duration, path.stat().st_size, spans, round(lufs, 2), round(peak, 2))


def _encode(
    timeline: _Timeline, path: Path, sound: Sound, gain: float, ceiling: float
) -> tuple[float, float, bool]:
    """Write the MP3; gives its duration in seconds, its peak (amplitude), and whether it was limited."""
    rate = sound.sample_rate
    highest, was_limited = 0.0, False
    with Mp3Writer(path, rate, sound.bit_rate) as mp3:
        for silence, samples in _sounds(timeline, gain):
            bounded = limited(samples, rate, amplitude(ceiling))
            was_limited = was_limited or bounded is not samples
            highest = true_peak(bounded, rate, highest)
            mp3.write(bytes(2 * silence))
            mp3.write(to_int16(bounded).tobytes())
        mp3.write(bytes(2 * timeline.tail))
        return mp3.close(), highest, was_limited


def _sounds(timeline: _Timeline, gain: float) -> Iterator[tuple[int, Samples]]:
    """Read the first pass's sound again, louder by `gain` dB: silence before it in samples, samples."""
    timeline.pcm.seek(0)
    factor = np.float32(amplitude(gain))
    for silence, length in timeline.parts:
        samples = to_float(np.frombuffer(timeline.pcm.read(2 * length), np.int16))
        samples *= factor
        yield silence, samples


def _measure(path: Path, rate: int) -> tuple[float, float]:
    """Loudness in LUFS and true peak in dBTP of the finished file, as a decoder plays it."""
    import miniaudio

    measured, highest = Loudness(rate), 0.0
    for part in miniaudio.mp3_stream_file(str(path), frames_to_read=rate * 10):
        samples = to_float(np.frombuffer(part, np.int16))
        measured.add(samples)
        highest = true_peak(samples, rate, highest)
    return measured.lufs, decibels(highest)
