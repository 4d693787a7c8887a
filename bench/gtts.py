"""Google: the whole command against the script that people write, at a stand-in with a network's delays.

    python -m bench.gtts [ROUNDS]

The stand-in takes 30 ms for a round trip, three of them to connect, and 80 ms for an answer. The plain
script asks gTTS for paragraph after paragraph, adds them up with pydub, and exports; where no ffmpeg is
installed, miniaudio decodes and lameenc encodes for it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.common import ARTICLE, podcaster, project, ratio

PLAIN = """
import io, sys, time, warnings
warnings.simplefilter("ignore")
started = time.perf_counter()
import lameenc, miniaudio
from gtts import gTTS
from pydub import AudioSegment
whole = AudioSegment.silent(0, 24000)
for paragraph in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
    if paragraph.strip():
        mp3 = io.BytesIO()
        gTTS(paragraph, lang="de").write_to_fp(mp3)
        sound = miniaudio.mp3_read_s16(mp3.getvalue())
        whole = whole + AudioSegment(sound.samples.tobytes(), sample_width=2, frame_rate=24000, channels=1)
        whole = whole + AudioSegment.silent(500, 24000)
encoder = lameenc.Encoder()
encoder.silence()
encoder.set_bit_rate(64)
encoder.set_in_sample_rate(24000)
encoder.set_channels(1)
encoder.set_quality(5)
open(sys.argv[2], "wb").write(encoder.encode(whole.raw_data) + encoder.flush())
print(time.perf_counter() - started)
"""


class StandIn:
    """The stand-in in a process of its own: what a program needs to reach it, and what it has counted."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert process.stdout is not None
        self.environment: dict[str, str] = json.loads(process.stdout.readline())

    def counts(self) -> dict[str, int]:
        """Requests, connections, most requests at a time, so far."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        counts: dict[str, int] = json.loads(self._process.stdout.readline())
        return counts


@contextmanager
def stand_in(round_trip: float = 0.03, answer_time: float = 0.08) -> Iterator[StandIn]:
    """Serve for as long as the block runs."""
    command = [sys.executable, "-m", "tests.google", str(round_trip), str(answer_time)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]
    ) as process:
        try:
            yield StandIn(process)
        finally:
            process.kill()


def main() -> None:
    """Cold against plain, and how many requests a warm cache needs."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    ours, references = [], []
    with stand_in() as google:
        for _ in range(rounds):
            with project() as folder:
                run = subprocess.run(
                    [sys.executable, "-c", PLAIN, str(ARTICLE), str(Path(folder) / "plain.mp3")],
                    env=os.environ | google.environment,
                    capture_output=True,
                    text=True,
                    check=True,
                )
                references.append(float(run.stdout))
                before = google.counts()
                build = ("build", str(ARTICLE), "--voice", "gtts")
                ours.append(podcaster(Path(folder), *build, environment=google.environment).seconds)
                after = google.counts()
                podcaster(Path(folder), *build, "--again", environment=google.environment)
                warm = google.counts()
    ratio("gtts, cold, against the plain script", ours, references, 1 / 8)
    requests, connections = (after[name] - before[name] for name in ("requests", "connections"))
    print(
        f"{references[0] / ours[0]:.1f} times faster; {requests} requests over {connections} connections; "
        f"with a warm cache {warm['requests'] - after['requests']} requests"
    )


if __name__ == "__main__":
    main()
