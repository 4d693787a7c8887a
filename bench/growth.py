"""Growth: an article ten times as long, and one of so many hours of audio.

    python -m bench.growth [HOURS]

Time is CPU time of the command and its processes; memory is the command's own peak.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.common import Run, podcaster, project, ratio, variants


def build(texts: list[str]) -> Run:
    """Build one article of all these texts, cold."""
    with project() as folder:
        (Path(folder) / "artikel.txt").write_text("Eine lange Geschichte\n\n" + "\n\n".join(texts), "utf-8")
        return podcaster(Path(folder), "build", "artikel.txt", "--voice", "pico")


def main() -> None:
    """Ten times the article against once the article."""
    once, ten = build(variants(1)), build(variants(10))
    ratio("ten times the article, CPU time", [ten.cpu], [once.cpu], 11)
    ratio("ten times the article, peak memory", [ten.memory], [once.memory], 1.2)
    if len(sys.argv) > 1:
        hours = float(sys.argv[1])
        long = build(variants(round(11.4 * hours)))
        print(long.printed)
        ratio(f"{hours:g} hours of audio, peak memory in MB", [long.memory], [1.0], 300)


if __name__ == "__main__":
    main()
