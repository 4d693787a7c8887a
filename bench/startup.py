"""How long the program takes to do nothing: `--help`, and a build with nothing to do over 1,000 episodes.

Run: python bench/startup.py
Prints each as a ratio to what Python itself takes to start and import click, measured in the same run.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "articles" / "nachtzug.txt"
EPISODES = 1000


def seconds(*command: str, cwd: Path | None = None, runs: int = 7) -> float:
    """Give the median of a command's wall time over several runs, after one that is not counted."""
    times = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        subprocess.run(command, cwd=cwd, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times[1:])


def many_episodes(folder: Path) -> None:
    """Build the sample, and copy its episode until there are 1,000."""
    shutil.copy(SAMPLE, folder)
    build = [sys.executable, "-m", "podcaster", "build", SAMPLE.name, "--voice", "pico"]
    subprocess.run(build, cwd=folder, check=True, capture_output=True)
    audio = folder / "audio"
    (mp3,) = audio.glob("*.mp3")
    manifest = json.loads(mp3.with_suffix(".json").read_text(encoding="utf-8"))
    files = [path for path in audio.iterdir() if path.name.startswith(mp3.stem) and path.suffix != ".json"]
    for number in range(1, EPISODES):
        slug = f"folge-{number:04}"
        for path in files:
            os.link(path, audio / path.name.replace(mp3.stem, slug))
        copy = manifest | {
            "slug": slug,
            "guid": f"urn:test:{number}",
            "source": f"{number}.txt",
            "sketch": "",
        }
        (audio / f"{slug}.json").write_text(json.dumps(copy), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "podcaster", "feed"], cwd=folder, check=True, capture_output=True)


def main() -> None:
    """Measure, and print."""
    reference = seconds(sys.executable, "-c", "import click")
    print(f"python -c 'import click'                        {reference:.3f} s  1.0")
    helping = seconds(sys.executable, "-m", "podcaster", "--help")
    print(f"podcaster --help                                {helping:.3f} s  {helping / reference:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many_episodes(folder)
        nothing = seconds(
            sys.executable, "-m", "podcaster", "build", SAMPLE.name, "--voice", "pico", cwd=folder
        )
    print(f"build, nothing to do, {EPISODES} episodes            {nothing:.3f} s  {nothing / reference:.1f}")


if __name__ == "__main__":
    main()
