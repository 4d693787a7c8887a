"""Sound that is no speech: what is played before, after and between, from files of the user's."""

from __future__ import annotations

import hashlib
import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from podcaster.errors import PodcasterError
from podcaster.settings import Sound

if TYPE_CHECKING:
    from podcaster.pcm import Samples

#: Longest file, in seconds; a jingle is held in memory.
_LONGEST = 120.0


def sound_fingerprint(sound: Sound, folder: Path) -> str:
    """Name everything that decides how an episode is mixed: settings, and what the files have in them.

    Relative paths start in `folder`. Raises PodcasterError where a file cannot be read.
    """
    parts = [msgspec.json.encode(sound)]
    for name in (sound.intro, sound.outro, sound.earcon):
        if name:
            try:
                parts.append((folder / name).read_bytes())
            except OSError as error:
                raise PodcasterError(f"{folder / name}: cannot be read: {error.strerror}.") from error
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def load_jingle(path: Path, rate: int) -> Samples:
    """Decode a file to mono at `rate` Hz. Raises PodcasterError that names it."""
    import miniaudio
    import numpy as np
    import soxr

    from podcaster.sound.loudness import loudness

    if not path.is_file():
        raise PodcasterError(f"{path}: there is no such file; correct intro, outro or earcon under [sound].")
    data = path.read_bytes()
    try:
        # The decoder's own resampler is a plain one: decode at the file's rate, and resample well.
        samples, its_rate = _decoded(data)
    except miniaudio.DecodeError:
        samples, its_rate = _by_ffmpeg(path)
    if not np.isfinite(loudness(samples, its_rate)):  # nor can it be made as loud as the speech
        raise PodcasterError(f"{path}: is silent, or nearly; take another file.")
    if len(samples) > _LONGEST * its_rate:
        raise PodcasterError(f"{path}: is longer than {_LONGEST:.0f} s; shorten it.")
    if its_rate == rate:
        return samples
    return np.asarray(soxr.resample(samples, its_rate, rate), np.float32)


def _decoded(data: bytes) -> tuple[Samples, int]:
    """Mono samples and rate of a WAV, FLAC, MP3 or Ogg Vorbis file."""
    import miniaudio
    import numpy as np

    for about_of in (
        miniaudio.wav_get_info,
        miniaudio.flac_get_info,
        miniaudio.mp3_get_info,
        miniaudio.vorbis_get_info,
    ):
        try:
            about = about_of(data)
        except miniaudio.DecodeError:
            continue
        sound = miniaudio.decode(data, miniaudio.SampleFormat.FLOAT32, 1, about.sample_rate)
        return np.frombuffer(sound.samples, np.float32).copy(), about.sample_rate
    raise miniaudio.DecodeError("no format that is known")


def _by_ffmpeg(path: Path) -> tuple[Samples, int]:
    """What pydub makes of other formats, where ffmpeg is installed."""
    if shutil.which("ffmpeg") is None:
        raise PodcasterError(f"{path}: cannot be decoded; save it as MP3, WAV, FLAC or Ogg Vorbis.")
    import numpy as np

    from podcaster.pcm import to_float

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
        from pydub.exceptions import CouldntDecodeError
    try:
        segment = AudioSegment.from_file(path).set_channels(1).set_sample_width(2)
    except (CouldntDecodeError, OSError, IndexError, KeyError) as error:
        raise PodcasterError(f"{path}: is no sound that can be decoded.") from error
    return to_float(np.array(segment.get_array_of_samples(), np.int16)), int(segment.frame_rate)
