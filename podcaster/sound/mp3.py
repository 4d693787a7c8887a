"""MP3 with a constant bit rate, as a stream, and with the Info frame that tells players how long it is."""

from __future__ import annotations

import struct
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

import numpy as np

from podcaster.pcm import to_int16

if TYPE_CHECKING:
    from podcaster.pcm import Samples

#: LAME's delay and a decoder's: every decoder plays the sound so many samples later than it was put in.
#: Said nowhere in the file, so that players which would take it off and those which would not agree about
#: every time.
DELAY = 576 + 529
#: LAME's scale is 0 (best) to 9. On German speech at 64 kbit/s, 7 is as near to the original as 5 and 2
#: (24.9, 24.6, 24.2 dB segmental SNR) and takes 60 % and 30 % of their time.
_QUALITY = 7
#: LAME turns everything down by so much, at every bit rate that can be set (its presets for 8 to 160 kbit/s).
_SCALE = np.float32(0.95)


class Mp3Writer:
    """Writes mono 16-bit samples to an MP3 file. The file is whole when the writer is closed."""

    def __init__(self, path: Path, rate: int, bit_rate: int) -> None:
        """Begin a file of `rate` Hz and `bit_rate` kbit/s."""
        import lameenc

        self._encoder = lameenc.Encoder()
        self._encoder.silence()
        self._encoder.set_channels(1)
        self._encoder.set_in_sample_rate(rate)
        self._encoder.set_out_sample_rate(rate)
        self._encoder.set_bit_rate(bit_rate)
        self._encoder.set_quality(_QUALITY)
        self._rate = rate
        self._bit_rate = bit_rate
        self._file: IO[bytes] = path.open("wb")
        self._head = b""
        self._bytes = 0

    def write(self, samples: Samples) -> None:
        """Encode more samples, of at most -0.45 dBFS."""
        self._put(self._encoder.encode(to_int16(samples / _SCALE).tobytes()))

    def close(self) -> float:
        """End the file; gives its duration in seconds, as every decoder plays it."""
        self._put(self._encoder.flush())
        per_frame = _samples_in_frame(self._rate)
        # Padding keeps the sum of the frames' bytes within one of what the bit rate says.
        average = per_frame / 8 * self._bit_rate * 1000 / self._rate
        frames = round(self._bytes / average)
        self._file.seek(0)
        self._file.write(_info_frame(self._head, self._rate, self._bit_rate, frames, self._bytes))
        self._file.close()
        return frames * per_frame / self._rate

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _put(self, encoded: bytes) -> None:
        if not self._head and len(encoded) >= 4:
            self._head = bytes(encoded[:4])
            self._file.write(_info_frame(self._head, self._rate, self._bit_rate, 0, 0))
        self._file.write(encoded)
        self._bytes += len(encoded)


def _samples_in_frame(rate: int) -> int:
    """MPEG-1 has 1152 samples in a frame, MPEG-2 (24 kHz and less) 576."""
    return 1152 if rate >= 32000 else 576


def _info_frame(head: bytes, rate: int, bit_rate: int, frames: int, size: int) -> bytes:
    """A frame of silence that says how many frames and bytes follow; `head` begins a frame of sound.

    "Info" is what LAME writes instead of "Xing" where the bit rate is constant.
    """
    length = int(_samples_in_frame(rate) / 8 * bit_rate * 1000 / rate)
    header = bytes([head[0], head[1], head[2] & 0b1111_1101, head[3]])  # without the padding bit
    side = bytes(17 if rate >= 32000 else 9)  # side information of a mono frame
    says = b"Info" + struct.pack(">III", 0b0011, frames, length + size)
    table = bytes(i * 256 // 100 for i in range(100))  # where each hundredth begins, of 256 parts of the file
    if len(header + side + says + table) <= length:
        says = b"Info" + struct.pack(">III", 0b0111, frames, length + size) + table
    return (header + side + says).ljust(length, b"\0")
