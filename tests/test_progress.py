"""The bar on a terminal."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts import article


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_the_bar_reckons_with_articles_to_come(tmp_path: Path) -> None:
    """It shows articles, sentences, minutes and time left; the total is a guess until all are begun."""
    import pty

    names = [f"{number}.txt" for number in range(8)]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(article(number, 3), "utf-8")
    settings = f'[voices]\ndefault = "pico"\ncache = "{tmp_path}/clips"\n'
    (tmp_path / "podcaster.toml").write_text(settings, "utf-8")
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "podcaster", "build", *names],
        cwd=tmp_path,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "120"},
        stdout=its,
        stderr=its,
    ) as process:
        os.close(its)
        shown = b""
        with contextlib.suppress(OSError):  # raised when the program has ended
            while part := os.read(ours, 65536):
                shown += part
    os.close(ours)
    assert process.returncode == 0, shown[-2000:].decode()
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode())
    assert "[1/8] voice" in text
    assert re.search(r"\d\.\d min \d:\d\d:\d\d", text)
    totals = re.findall(r"/(~?)(\d+) sentences", text)
    assert totals[-1][0] == ""
    last = int(totals[-1][1])
    guesses = [int(total) for about, total in totals if about and int(total)]
    assert guesses
    assert all(0.6 * last < guess < 1.6 * last for guess in guesses)
