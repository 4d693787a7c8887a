"""The mix: utterance after utterance on one time line, measured and encoded as it goes, in flat memory.

Every clip is measured and brought to a common level, so that the loudness of the whole is known beforehand,
nearly. The whole is measured while it is encoded, and encoded again where it is not as loud as it should be.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from podcaster.errors import PodcasterError
from podcaster.model import Clip, Mix, Script, Span
from podcaster.pcm import fade, to_float, trimmed
from podcaster.settings import Sound
from podcaster.sound.ahead import ahead
from podcaster.sound.jingles import load_jingle
from podcaster.sound.loudness import Loudness, amplitude, decibels, limited, loudness, true_peak
from podcaster.sound.mp3 import DELAY, Mp3Writer

if TYPE_CHECKING:
    from podcaster.pcm import Samples

#: Silence at the episode's ends, in seconds: players and loudspeakers that wake up late swallow no word.
_LEAD, _TAIL = 0.25, 0.6
#: A jingle fades away over so many seconds, a third of its length at most; silence after an intro, before
#: an outro.
_FADE_OUT, _AFTER_INTRO, _BEFORE_OUTRO = 1.5, 0.6, 1.0
#: An earcon is a sign, not a shock: softer than the speech by so many dB, and close to its heading, in
#: seconds.
_EARCON, _AFTER_EARCON = -3.0, 0.35
#: The common level of the clips, in LUFS, and by how many LU all of them together are softer: at each end
#: of a clip some blocks are half silence. News of two minutes and more lie 0.13 to 0.16 below.
_EVEN, _TOGETHER = -23.0, -0.15
#: A clip is brought to that level, but by no more dB than this away from what the others needed: some
#: sentences are softer.
_UNEVEN = 8.0
#: Encoding moves peaks: so much room is left below the bound, in dB, and where the peaks come near it, the
#: MP3 is decoded and measured.
_ROOM, _NEAR = 0.7, 1.0
#: How far off the loudness may be before all is encoded again, in LU, and how often that is done.
_CLOSE, _PASSES = 0.1, 4


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Sound on the time line.

    Attributes:
        silence: Samples of silence before it.
        span: Where it can be heard, in samples from the episode's beginning.
    """

    silence: int
    samples: Samples
    span: tuple[int, int]


@dataclass(slots=True)
class _Timeline:
    """What sounds when, and how loud it is altogether.

    Attributes:
        rate: Hz.
        loudness: Of all so far.
        silence: Samples of silence since the last sound.
        at: Samples so far, without that silence.
        spans: Of every utterance, in samples.
        peak: The highest true peak (amplitude) of all so far, as it is encoded.
        limited: Whether a peak was turned down.
    """

    rate: int
    loudness: Loudness
    silence: int = 0
    at: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
    peak: float = 0.0
    limited: bool = False

    def add(self, samples: Samples, before: int = 0, after: int = 0) -> _Stretch:
        """Append sound, of which so many samples at its ends count as silence."""
        silence = max(0, self.silence - before)
        self.loudness.add(np.zeros(silence, np.float32))
        self.loudness.add(samples)
        start = self.at + silence
        self.at = start + len(samples)
        self.silence = -after
        return _Stretch(silence, samples, (start + before, self.at - after))

    def wait(self, seconds: float) -> None:
        """Append silence."""
        self.silence += round(seconds * self.rate)


def mix(
    script: Script, clips: Sequence[Clip], path: Path, sound: Sound | None = None, folder: Path | None = None
) -> Mix:
    """Write the episode as an MP3 without tags to `path`.

    `clips` has one clip for every utterance of `script`, of any sample rate; each is asked for in order,
    again where all is encoded again. Relative paths in `sound` start in `folder` (the current one if None).
    May run in several threads at a time: the heavy parts let other threads run. Raises PodcasterError where
    there is no sound at all, or nothing can be written.
    """
    sound = sound or Sound()
    if len(clips) != len(script.utterances):
        raise ValueError(f"{len(clips)} clips for {len(script.utterances)} utterances")
    jingles = {
        name: load_jingle((folder or Path()) / file, sound.sample_rate)
        for name, file in (("intro", sound.intro), ("outro", sound.outro), ("earcon", sound.earcon))
        if file
    }
    rate = sound.sample_rate
    gain = sound.loudness - _EVEN - _TOGETHER
    ceiling = sound.true_peak - _ROOM
    try:
        for _ in range(_PASSES):
            timeline = _Timeline(rate, Loudness(rate))
            stretches = _stretches(timeline, script, clips, jingles)
            duration = _encode(timeline, stretches, path, sound.bit_rate, gain, ceiling)
            lufs, peak = timeline.loudness.lufs + gain, decibels(timeline.peak)
            if timeline.limited or peak > sound.true_peak - _NEAR:
                lufs, peak = _measure(path, rate)
            too_soft, too_high = sound.loudness - lufs, peak - sound.true_peak
            if abs(too_soft) <= _CLOSE and too_high <= 0:
                break
            gain += too_soft if abs(too_soft) > _CLOSE else 0.0
            ceiling -= too_high + 0.1 if too_high > 0 else 0.0
        size = path.stat().st_size
    except OSError as error:
        raise PodcasterError(f"{path}: cannot be written: {error.strerror or error}.") from error
    placed = tuple(Span((start + DELAY) / rate, (end + DELAY) / rate) for start, end in timeline.spans)
    return Mix(duration, size, placed, round(lufs, 2), round(peak, 2))


def _stretches(
    timeline: _Timeline, script: Script, clips: Sequence[Clip], jingles: dict[str, Samples]
) -> Iterator[_Stretch]:
    """Bring every clip to the same rate and level, and put it on the time line."""
    rate = timeline.rate
    gains: list[float] = []
    timeline.wait(_LEAD)
    if "intro" in jingles:
        yield timeline.add(_faded(jingles["intro"], rate, 0.02, _FADE_OUT))
        timeline.wait(_AFTER_INTRO)
    for utterance, clip in zip(script.utterances, clips, strict=True):
        samples, before, after = trimmed(_resampled(clip, rate), rate)
        if len(samples):
            if utterance.role == "heading" and "earcon" in jingles:
                yield timeline.add(_faded(jingles["earcon"], rate, 0.005, 0.02, _EARCON))
                timeline.wait(_AFTER_EARCON)
            even = samples * np.float32(amplitude(_evening(samples, rate, gains)))
            stretch = timeline.add(even, before, after)
            timeline.spans.append(stretch.span)
            yield stretch
        else:  # nothing to say: its place, and its pause
            timeline.spans.append((timeline.at + max(0, timeline.silence),) * 2)
        timeline.wait(utterance.pause_after)
    if not gains or not np.isfinite(timeline.loudness.lufs):
        raise PodcasterError(f"“{script.title}”: there is nothing in it that could be heard.")
    if "outro" in jingles:
        timeline.silence = max(timeline.silence, int(_BEFORE_OUTRO * rate))
        yield timeline.add(_faded(jingles["outro"], rate, 0.1, _FADE_OUT))
    timeline.silence = max(timeline.silence, int(_TAIL * rate))


def _faded(jingle: Samples, rate: int, fade_in: float, fade_out: float, level: float = 0.0) -> Samples:
    """A jingle as loud as the speech, or by `level` dB louder; fades are in seconds."""
    samples = jingle * np.float32(amplitude(_EVEN + level - loudness(jingle, rate)))
    fade(samples, int(fade_in * rate), min(int(fade_out * rate), len(samples) // 3))
    return samples


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


def _encode(
    timeline: _Timeline, stretches: Iterator[_Stretch], path: Path, bit_rate: int, gain: float, ceiling: float
) -> float:
    """Write the MP3, louder by `gain` dB, no peak above `ceiling` dBTP; gives its duration in seconds."""
    with Mp3Writer(path, timeline.rate, bit_rate) as mp3:
        for samples in ahead(_bounded(timeline, stretches, gain, ceiling)):
            mp3.write(samples)
        return mp3.close()


def _bounded(
    timeline: _Timeline, stretches: Iterator[_Stretch], gain: float, ceiling: float
) -> Iterator[Samples]:
    """Silence and sound as they are encoded."""
    factor, bound = np.float32(amplitude(gain)), amplitude(ceiling)
    for stretch in stretches:
        louder = stretch.samples * factor
        samples = limited(louder, timeline.rate, bound)
        timeline.peak = true_peak(samples, timeline.peak)
        timeline.limited = timeline.limited or samples is not louder
        yield np.concatenate((np.zeros(stretch.silence, np.float32), samples))
    yield np.zeros(timeline.silence, np.float32)


def _measure(path: Path, rate: int) -> tuple[float, float]:
    """Loudness in LUFS and true peak in dBTP of the finished file, as a decoder plays it."""
    import miniaudio

    measured, highest = Loudness(rate), 0.0
    for part in miniaudio.mp3_stream_file(str(path), frames_to_read=rate * 10):
        samples = to_float(np.frombuffer(part, np.int16))
        measured.add(samples)
        highest = true_peak(samples, highest)
    return measured.lufs, decibels(highest)
