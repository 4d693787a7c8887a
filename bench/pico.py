"""Pico: the whole command against one plain engine call and one plain encoder call on the same text.

    python -m bench.pico [ROUNDS]

Reference and command take turns, and the medians of their ratios are printed. The reference's time is
measured in a process of its own, without its start: `NanoTTS().speak(text)` on the article's file as it is,
and one `lameenc` call at quality 5 and 64 kbit/s on the sound.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.common import ARTICLE, podcaster, project, ratio, variants

PLAIN = """
import sys, time
from py_nanotts import NanoTTS
import lameenc
texts = [open(path, encoding="utf-8").read() for path in sys.argv[1:]]
started = time.perf_counter()
for text in texts:
    pcm = NanoTTS().speak(text, voice="de-DE")
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(16000)
    encoder.set_channels(1)
    encoder.set_quality(5)
    mp3 = encoder.encode(pcm) + encoder.flush()
print(time.perf_counter() - started)
"""


def plain(*paths: Path) -> float:
    """Seconds for the engine and the encoder, one article after the other, in one process."""
    run = subprocess.run(
        [sys.executable, "-c", PLAIN, *map(str, paths)], capture_output=True, text=True, check=True
    )
    return float(run.stdout)


def main() -> None:
    """One article cold, twenty articles cold, one paragraph changed, nothing to do."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    ours, references, changed = [], [], []
    for _ in range(rounds):
        references.append(plain(ARTICLE))
        with project() as folder:
            article = Path(folder) / "artikel.txt"
            article.write_text(ARTICLE.read_text("utf-8"), "utf-8")
            ours.append(podcaster(Path(folder), "build", "artikel.txt", "--voice", "pico").seconds)
            text = article.read_text("utf-8")
            article.write_text(
                text.replace("Das Land hat viele Rohstoffe", "Das Land besitzt viele Rohstoffe"), "utf-8"
            )
            changed.append(podcaster(Path(folder), "build", "artikel.txt", "--voice", "pico").seconds)
    ratio("one article, cold, against engine + encoder", ours, references, 1.3)
    ratio("one paragraph changed, seconds", changed, [1.0] * rounds, 1.5)
    ours, references = [], []
    for _ in range(max(1, rounds // 3)):
        with project() as folder:
            paths = []
            for number, text in enumerate(variants(20)):
                paths.append(Path(folder) / f"artikel-{number:02}.txt")
                paths[-1].write_text(f"Fassung Nummer {number} von zwanzig\n\n{text}", "utf-8")
            references.append(plain(*paths))
            run = podcaster(Path(folder), "build", *(path.name for path in paths), "--voice", "pico")
            ours.append(run.seconds)
    ratio("twenty articles, cold, against the plain sum", ours, references, 0.65)


if __name__ == "__main__":
    main()
