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
from podcaster.pcm import fade, to_float, to_int16, trimmed
from podcaster.settings import Sound
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
    """What sounds when, and a file with all of its sound.

    Attributes:
        rate: Hz.
        pcm: int16 samples of all sound, one after the other, without the pauses.
        silence: Samples of silence since the last sound.
        at: Samples so far, without that silence.
        parts: For each stretch of sound: samples of silence before it, samples of sound.
        loudness: Of all so far.
    """

    rate: int
    pcm: IO[bytes]
    silence: int
    loudness: Loudness
    at: int = 0
    parts: list[tuple[int, int]] = field(default_factory=list)

    def add(self, samples: Samples, before: int = 0, after: int = 0) -> tuple[int, int]:
        """Append sound, of which so many samples at its ends count as silence; says where it sounds."""
        silence = max(0, self.silence - before)
        self.loudness.add(np.zeros(silence, np.float32))
        self.loudness.add(samples)
        self.pcm.write(to_int16(samples).tobytes())
        self.parts.append((silence, len(samples)))
        start = self.at + silence
        self.at = start + len(samples)
        self.silence = -after
        return start + before, self.at - after

    def wait(self, seconds: float) -> None:
        """Append silence."""
        self.silence += round(seconds * self.rate)


def mix(
    script: Script, clips: Sequence[Clip], path: Path, sound: Sound | None = None, folder: Path | None = None
) -> Mix:
    """Write the episode as an MP3 without tags to `path`.

    `clips` has one clip for every utterance of `script`, of any sample rate; each is asked for once, in
    order. Relative paths in `sound` start in `folder` (the current one if None). May run in several threads
    at a time: the heavy parts let other threads run. Raises PodcasterError where there is no sound at all,
    or nothing can be written.
    """
    sound = sound or Sound()
    if len(clips) != len(script.utterances):
        raise ValueError(f"{len(clips)} clips for {len(script.utterances)} utterances")
    jingles = {
        name: load_jingle((folder or Path()) / file, sound.sample_rate)
        for name, file in (("intro", sound.intro), ("outro", sound.outro), ("earcon", sound.earcon))
        if file
    }
    try:
        with tempfile.TemporaryFile(dir=path.parent, prefix=".mix.", suffix=".part") as pcm:
            timeline = _Timeline(sound.sample_rate, pcm, 0, Loudness(sound.sample_rate))
            spans = _first_pass(timeline, script, clips, jingles)
            duration, lufs, peak = _second_pass(timeline, path, sound)
            size = path.stat().st_size
    except OSError as error:
        raise PodcasterError(f"{path}: cannot be written: {error.strerror or error}.") from error
    rate = sound.sample_rate
    placed = tuple(Span((start + DELAY) / rate, (end + DELAY) / rate) for start, end in spans)
    return Mix(duration, size, placed, round(lufs, 2), round(peak, 2))


def _first_pass(
    timeline: _Timeline, script: Script, clips: Sequence[Clip], jingles: dict[str, Samples]
) -> list[tuple[int, int]]:
    """Bring every clip to the same rate and level, and find out when it sounds, in samples."""
    spans: list[tuple[int, int]] = []
    gains: list[float] = []
    timeline.wait(_LEAD)
    if "intro" in jingles:
        _play(timeline, jingles["intro"], 0.02, _FADE_OUT)
        timeline.wait(_AFTER_INTRO)
    for utterance, clip in zip(script.utterances, clips, strict=True):
        samples, before, after = trimmed(_resampled(clip, timeline.rate), timeline.rate)
        if len(samples):
            if utterance.role == "heading" and "earcon" in jingles:
                _play(timeline, jingles["earcon"], 0.005, 0.02, _EARCON)
                timeline.wait(_AFTER_EARCON)
            samples *= np.float32(amplitude(_evening(samples, timeline.rate, gains)))
            spans.append(timeline.add(samples, before, after))
        else:  # nothing to say: its place, and its pause
            spans.append((timeline.at + max(0, timeline.silence),) * 2)
        timeline.wait(utterance.pause_after)
    if not gains or not np.isfinite(timeline.loudness.lufs):
        raise PodcasterError(f"“{script.title}”: there is nothing in it that could be heard.")
    if "outro" in jingles:
        timeline.silence = max(timeline.silence, int(_BEFORE_OUTRO * timeline.rate))
        _play(timeline, jingles["outro"], 0.1, _FADE_OUT)
    timeline.silence = max(timeline.silence, int(_TAIL * timeline.rate))
    return spans


def _play(timeline: _Timeline, jingle: Samples, fade_in: float, fade_out: float, level: float = 0.0) -> None:
    """Append a jingle as loud as the speech, or by `level` dB louder; fades are in seconds."""
    rate = timeline.rate
    samples = jingle * np.float32(amplitude(_EVEN + level - loudness(jingle, rate)))
    fade(samples, int(fade_in * rate), min(int(fade_out * rate), len(samples) // 3))
    timeline.add(samples)


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


def _second_pass(timeline: _Timeline, path: Path, sound: Sound) -> tuple[float, float, float]:
    """Encode at the loudness that is wanted; again where that turns out to be off.

    Gives the duration in seconds, the loudness in LUFS, the true peak in dBTP.
    """
    gain = sound.loudness - timeline.loudness.lufs
    ceiling = sound.true_peak - _ROOM
    for _ in range(_PASSES):
        duration, highest, was_limited = _encode(timeline, path, sound, gain, ceiling)
        lufs, peak = timeline.loudness.lufs + gain, decibels(highest)
        if was_limited or peak > sound.true_peak - _NEAR:
            lufs, peak = _measure(path, sound.sample_rate)
        too_soft, too_high = sound.loudness - lufs, peak - sound.true_peak
        if abs(too_soft) <= _CLOSE and too_high <= 0:
            break
        gain += too_soft if abs(too_soft) > _CLOSE else 0.0
        ceiling -= too_high + 0.1 if too_high > 0 else 0.0
    return duration, lufs, peak


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
            highest = true_peak(bounded, highest)
            mp3.write(np.zeros(silence, np.float32))
            mp3.write(bounded)
        mp3.write(np.zeros(timeline.silence, np.float32))
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
        highest = true_peak(samples, highest)
    return measured.lufs, decibels(highest)
