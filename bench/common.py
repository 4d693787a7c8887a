"""What the benchmarks have in common: the article, the whole command as a process of its own, and medians."""

from __future__ import annotations

import compileall
import functools
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ARTICLE = (
    Path(os.environ.get("PODCASTER_SHARED", Path(__file__).parents[2] / "shared")) / "articles/kasachstan.txt"
)


@functools.cache
def _compile() -> None:
    """Compile the program once, as pip does when it installs: no run would do it again."""
    compileall.compile_dir(Path(__file__).parents[1] / "podcaster", quiet=2)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: seconds, seconds of CPU with its children, peak memory in MB, its output."""

    seconds: float
    cpu: float
    memory: float
    printed: str


def podcaster(project: Path, *arguments: str, environment: dict[str, str] | None = None) -> Run:
    """Run the whole command in `project`; it must succeed."""
    variables = os.environ | {"PODCASTER_VOICES_CACHE": str(project / "cache")} | (environment or {})
    _compile()
    with tempfile.TemporaryFile("w+") as out:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "podcaster", *arguments],
            cwd=project,
            env=variables,
            stdout=out,
            stderr=out,
        )
        memory = 0.0
        while process.poll() is None:
            memory = max(memory, _memory(process.pid))
            time.sleep(0.02)
        seconds = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        out.seek(0)
        printed = out.read()
    assert process.returncode == 0, printed
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, memory, printed)


def _memory(process: int) -> float:
    """Peak resident memory of a process so far, in MB; 0 where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def project() -> tempfile.TemporaryDirectory[str]:
    """A project folder for a while."""
    return tempfile.TemporaryDirectory(prefix="podcaster-bench-")


def variants(count: int) -> list[str]:
    """The article `count` times, two words changing places in each sentence: hardly a clip serves two."""
    text = ARTICLE.read_text("utf-8")

    def turned(sentence: re.Match[str]) -> str:
        words = sentence[0].split(" ")
        at = 1 + number % max(1, len(words) - 3)
        words[at : at + 2] = words[at : at + 2][::-1]
        return " ".join(words)

    return [
        re.sub(r"[^.!?:\"\n]{40,}(?=[.!?:\"\n])", turned, text) if (number := n) else text
        for n in range(count)
    ]


def ratio(name: str, values: list[float], references: list[float], bound: float) -> None:
    """Print the median of the ratios, with the medians that it is made of."""
    found = statistics.median(v / r for v, r in zip(values, references, strict=True))
    verdict = "ok" if found <= bound else "MISSED"
    print(
        f"{name}: {found:.2f} (bound {bound}) {verdict}; "
        f"{statistics.median(values):.2f} against {statistics.median(references):.2f}"
    )
