"""How written German is said: the score and speed of `spoken` beside digits replaced by num2words alone.

    pip install num2words && python bench/german.py [CASES.tsv …]

Cases: category, written, accepted readings separated by ` | `; by default those of tests/speech/data. Only
letters count. Speed is measured on the texts of the cases, joined to a megabyte.
"""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from podcaster.speech import spoken

DATA = Path(__file__).parent.parent / "tests/speech/data"


def digits_only(text: str) -> str:
    """What replacing numbers alone reaches: thousands and decimals known, nothing of their grammar."""
    from num2words import num2words

    text = re.sub(r"(?<=\d)[. '’](?=\d{3}\b)", "", text).replace("%", " Prozent ")
    text = re.sub(r"(\d+),(\d+)", lambda m: num2words(float(f"{m[1]}.{m[2]}"), lang="de"), text)
    return re.sub(r"\d{1,30}", lambda m: num2words(int(m[0]), lang="de"), text)


def letters(text: str) -> str:
    """What an engine says of a text."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text).casefold())


def cases(paths: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Category, written text, accepted readings."""
    for path in map(Path, paths or sorted(map(str, DATA.glob("*.tsv")))):
        for line in path.read_text(encoding="utf-8").splitlines():
            *category, written, accepted = line.split("\t")
            yield (category or [path.stem])[0], written, accepted.split(" | ")


def main() -> None:
    """Print right readings by category, and characters a second."""
    rows = list(cases(sys.argv[1:]))
    ways: dict[str, Callable[[str], str]] = {"podcaster": spoken, "num2words": digits_only}
    right = {
        name: [letters(say(w)) in map(letters, accepted) for _, w, accepted in rows]
        for name, say in ways.items()
    }
    print(f"{'':14}" + "".join(f"{name:>12}" for name in ways) + "      of")
    for category in sorted({c for c, _, _ in rows}):
        of = [i for i, row in enumerate(rows) if row[0] == category]
        print(f"{category:14}" + "".join(f"{sum(right[n][i] for i in of):12}" for n in ways) + f"{len(of):8}")
    print(f"{'share':14}" + "".join(f"{sum(r) / len(r):12.3f}" for r in right.values()) + f"{len(rows):8}")
    text = "\n".join(written for _, written, _ in rows)
    text = (text + "\n") * (10**6 // len(text) + 1)
    for name, say in ways.items():
        start = time.perf_counter()
        say(text[: 10**6])
        print(f"{name}: {1 / (time.perf_counter() - start):.2f} MB/s")


if __name__ == "__main__":
    main()
