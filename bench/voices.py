"""Every voice that can speak here, on three texts of two minutes: words understood, naturalness, speed.

    python -m bench.voices [--voice NAME]... [--text NAME]... [--recogniser PYTHON] [--judge PYTHON]

WER, CER: share of words and letters that a recogniser (Whisper base) hears otherwise than they were said;
sentences are heard in groups of at most 25 s, without chance. likely: the log-probability that it gives
to what was said (numbers in words, which it would not write: compare voices, not texts). DistillMOS and
DNSMOS: how natural, and how clean, it sounds (1 to 5). Speed: seconds of speech for a second of voicing,
without cache. PYTHON are interpreters that have the packages named in bench/hear.py and bench/judge.py
(default: this one); a column whose packages are missing stays empty.

NAME is that of a file in bench/texts. Tune with those in tuning/ (`--text tuning/news`), never with the three
that are measured.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import wave
from pathlib import Path

import numpy as np

from podcaster.model import Clip, Script, Utterance
from podcaster.pcm import to_float, to_int16, trimmed
from podcaster.speech import load_lexicon, sentences, spoken
from podcaster.voices import ClipCache, choose_voice, known_voices, voice_script

HERE = Path(__file__).parent
TEXTS = ("news", "numbers", "names")
PAUSE = 0.35  # seconds
LONGEST = 25.0  # seconds: a recogniser hears 30 at once


def script(name: str) -> Script:
    """One of the texts, as a script."""
    paragraphs = (HERE / "texts" / f"{name}.txt").read_text("utf-8").split("\n\n")
    said = [spoken(s) for paragraph in paragraphs for s in sentences(" ".join(paragraph.split()))]
    lexicon = load_lexicon(HERE)  # the program's own: there is none beside the texts
    return Script(name, tuple(Utterance(s, s, "body", 0, PAUSE, lexicon(s)) for s in said), (name,))


def groups(texts: list[str], clips: list[Clip]) -> list[tuple[str, Clip]]:
    """Sentences side by side, as many as fit what the recogniser hears at once."""
    found: list[tuple[list[str], list[np.ndarray]]] = []
    rate = clips[0].rate
    gap = np.zeros(int(PAUSE * rate), np.float32)
    for text, clip in zip(texts, clips, strict=True):
        sound = np.concatenate([trimmed(to_float(clip.samples), rate)[0], gap])
        if not found or sum(map(len, found[-1][1])) + len(sound) > LONGEST * rate:
            found.append(([], []))
        found[-1][0].append(text)
        found[-1][1].append(sound)
    return [(" ".join(said), Clip(to_int16(np.concatenate(parts)), rate)) for said, parts in found]


def write_wav(path: Path, clip: Clip) -> None:
    """Write a clip."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(clip.rate)
        sound.writeframes(clip.samples.astype("<i2").tobytes())


def asked(python: str, program: str, folder: Path) -> dict[str, float]:
    """What a program of this folder says of the sounds in `folder`; nothing where it cannot run."""
    result = subprocess.run(
        [python, str(HERE / program), str(folder)], capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        print(f"{program}: {result.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return {}
    found: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print a row for each voice and text."""
    options = argparse.ArgumentParser()
    options.add_argument("--voice", action="append")
    options.add_argument("--text", action="append")
    options.add_argument("--recogniser", default=sys.executable)
    options.add_argument("--judge", default=sys.executable)
    given = options.parse_args()
    able = [v.name for v in known_voices() if v.unavailable is None and v.name != "gtts"]
    print(
        f"{'voice':10} {'text':8} {'WER':>6} {'CER':>6} {'likely':>7} {'DistillMOS':>10} {'P.808':>6} "
        f"{'speed':>6}"
    )
    for name in given.voice or able:
        for text in given.text or TEXTS:
            with tempfile.TemporaryDirectory() as folder, choose_voice(name) as voice:
                said = script(text)
                with ClipCache(Path(folder) / "clips") as cache:
                    started = time.perf_counter()
                    clips = list(voice_script(said, voice, cache))
                    seconds = time.perf_counter() - started
                length = sum(clip.duration for clip in clips)
                texts = [u.written for u in said.utterances]
                for number, (words, clip) in enumerate(groups(texts, clips)):
                    write_wav(Path(folder) / f"{number:03}.wav", clip)
                    (Path(folder) / f"{number:03}.txt").write_text(words, "utf-8")
                heard = asked(given.recogniser, "hear.py", Path(folder))
                judged = asked(given.judge, "judge.py", Path(folder))
            nan = float("nan")
            print(
                f"{name:10} {text:8} {heard.get('wer', nan):6.3f} {heard.get('cer', nan):6.3f} "
                f"{heard.get('likely', nan):7.3f} "
                f"{judged.get('distillmos', nan):10.2f} {judged.get('p808', nan):6.2f} "
                f"{length / seconds:5.1f}x",
                flush=True,
            )


if __name__ == "__main__":
    main()
