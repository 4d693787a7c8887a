"""Sentence splitting beside SoMaJo, syntok and sentencex: how many texts of the test file come out right.

pip install somajo syntok sentencex && python bench/sentences.py
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from podcaster.speech import sentences

CASES = Path(__file__).parent.parent / "tests/speech/data/sentences.txt"


def _somajo() -> Callable[[str], list[str]]:
    from somajo import SoMaJo

    splitter = SoMaJo("de_CMC")

    def split(text: str) -> list[str]:
        return [
            "".join(t.text + (" " if t.space_after else "") for t in s).strip()
            for s in splitter.tokenize_text([text])
        ]

    return split


def _syntok() -> Callable[[str], list[str]]:
    from syntok import segmenter

    def split(text: str) -> list[str]:
        return ["".join(t.spacing + t.value for t in s).strip() for p in segmenter.process(text) for s in p]

    return split


def _sentencex() -> Callable[[str], list[str]]:
    from sentencex import segment

    return lambda text: [s.strip() for s in segment("de", text)]


def main() -> None:
    """Print right texts and microseconds a text for every splitter that is installed."""
    cases = [line.split(" ¦ ") for line in CASES.read_text(encoding="utf-8").splitlines()]
    makers: dict[str, Callable[[], Callable[[str], list[str]]]] = {
        "podcaster": lambda: sentences,
        "SoMaJo": _somajo,
        "syntok": _syntok,
        "sentencex": _sentencex,
    }
    for name, make in makers.items():
        try:
            split = make()
        except ImportError:
            print(f"{name:10} not installed")
            continue
        start = time.perf_counter()
        right = sum(split(" ".join(case)) == case for case in cases)
        spent = (time.perf_counter() - start) / len(cases) * 1e6
        print(f"{name:10} {right}/{len(cases)} right, {spent:.0f} µs a text")


if __name__ == "__main__":
    main()
