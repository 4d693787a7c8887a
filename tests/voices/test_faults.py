"""The whole program against a Google that has every fault: it ends soon, with all or saying why not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.google import Google
from tests.scripts import article


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start `podcaster build` in `folder`, on an article of its own, with a cache of its own."""
    source = folder / "artikel.txt"
    if not source.exists():
        source.write_text(article(7, 5), "utf-8")
    return subprocess.Popen(
        [sys.executable, "-m", "podcaster", "build", "artikel.txt", *arguments],
        cwd=folder,
        env=os.environ
        | {"PODCASTER_VOICES_CACHE": str(folder / "cache"), "PODCASTER_VOICES_STAND_IN": "pico"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # what runs the tests may ignore Ctrl-C, and its children would with it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run `podcaster build` to its end; gives status and all that it printed."""
    process = start(folder, *arguments)
    out, errors = process.communicate(timeout=120)
    return process.returncode, out + errors


def manifests(folder: Path) -> list[dict[str, object]]:
    """What the manifests say."""
    found = [path for path in (folder / "audio").glob("*.json") if ".chapters." not in path.name]
    return [json.loads(path.read_text("utf-8")) for path in found]


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["429", "500", "reset", "cut", "short", "stall"])
def test_a_fifth_of_the_answers_has_a_fault(google: Google, tmp_path: Path, fault: str) -> None:
    """The episode is Google's, and whole."""
    google.fault = lambda n, _text: fault if n % 5 == 2 else None
    google.retry_after = "1"
    status, printed = run(tmp_path, "--voice", "gtts")
    assert status == 0, printed
    (manifest,) = manifests(tmp_path)
    assert manifest["voice"] == "gtts"
    assert len(set(google.texts)) <= google.answered


def test_google_gone_after_half(google: Google, tmp_path: Path) -> None:
    """With auto, the stand-in speaks all of the episode, and the manifest says so."""
    google.gone_after = 8
    status, printed = run(tmp_path)
    assert status == 0, printed
    (manifest,) = manifests(tmp_path)
    assert manifest["voice"] == "pico"
    assert manifest["wanted_voice"] == "gtts"


def test_google_gone_after_half_and_back(google: Google, tmp_path: Path) -> None:
    """With gtts, the run ends with 75 and no episode; the next one asks only for what is missing."""
    google.fault = lambda n, _text: "portal" if n >= 8 else None
    status, printed = run(tmp_path, "--voice", "gtts")
    assert status == 75, printed
    assert "Google" in printed
    assert not manifests(tmp_path)
    answered = set(google.texts[:8])
    google.texts.clear()
    google.fault = None
    status, printed = run(tmp_path, "--voice", "gtts")
    assert status == 0, printed
    assert google.texts
    assert not answered & set(google.texts)


@pytest.mark.parametrize("voice", ["auto", "gtts"])
def test_no_network_at_all(google: Google, tmp_path: Path, voice: str) -> None:
    """Auto falls back to Pico at once; gtts says to try later."""
    google.leave()
    started = time.monotonic()
    status, printed = run(tmp_path, "--voice", voice)
    assert status == (0 if voice == "auto" else 75), printed
    assert "Google cannot be reached" in printed
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("fault", ["500", "reset", "stall"])
def test_nobody_waits_long_for_a_google_that_is_gone(google: Google, tmp_path: Path, fault: str) -> None:
    """An article of many sentences ends within seconds: four, or two answers that never come."""
    (tmp_path / "artikel.txt").write_text(article(7, 25), "utf-8")
    google.fault = lambda n, _text: fault if n >= 20 else None
    google.stall = 60.0
    started = time.monotonic()
    status, printed = run(tmp_path, "--voice", "gtts")
    assert status == 75, printed
    assert time.monotonic() - started < 25


def test_only_what_changed_is_voiced(google: Google, tmp_path: Path) -> None:
    """After one sentence changed, only that one is asked for."""
    assert run(tmp_path, "--voice", "gtts")[0] == 0
    source = tmp_path / "artikel.txt"
    text = source.read_text("utf-8").rstrip("\n")
    source.write_text(f"{text[: text.rindex('.', 0, -1) + 1]} Das alles steht fest.\n", "utf-8")
    google.texts.clear()
    assert run(tmp_path, "--voice", "gtts")[0] == 0
    assert google.texts == ["Das alles steht fest."]


@pytest.mark.parametrize("voice", ["pico", "gtts"])
def test_ctrl_c_stops_and_keeps_what_is_done(google: Google, tmp_path: Path, voice: str) -> None:
    """The program ends soon, leaves no process and nothing half-written, and its clips are kept."""
    (tmp_path / "artikel.txt").write_text(article(3, 120), "utf-8")
    google.answer_time = 0.3
    process = start(tmp_path, "--voice", voice)
    deadline = time.monotonic() + 60
    while len(list(tmp_path.glob("cache/*/*.clip"))) < 5 and time.monotonic() < deadline:
        assert process.poll() is None, process.communicate()
    started = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, errors = process.communicate(timeout=30)
    assert time.monotonic() - started < 10
    assert process.returncode not in (0, None)
    assert "Traceback" not in errors
    assert list(tmp_path.glob("cache/*/*.clip"))
    assert not list((tmp_path / "audio").glob("*.json"))
    assert not list((tmp_path / "audio").glob("*.mp3"))
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_two_runs_at_once(google: Google, tmp_path: Path) -> None:
    """Two projects that share a cache, of which nothing may be kept, both end well."""
    runs = []
    for name in ("eins", "zwei"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "podcaster.toml").write_text("[voices]\ncache_size = 0\n", "utf-8")
        (tmp_path / name / "cache").symlink_to(tmp_path / "cache")
        (tmp_path / name / "artikel.txt").write_text(article(len(name), 6), "utf-8")
    (tmp_path / "cache").mkdir()
    google.answer_time = 0.1
    runs = [start(tmp_path / name, "--voice", "gtts") for name in ("eins", "zwei")]
    for process in runs:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert not list(tmp_path.glob("cache/*/*.clip"))


@pytest.mark.parametrize("fault", ["portal", "silent", "garbage"])
def test_answers_that_are_never_right(google: Google, tmp_path: Path, fault: str) -> None:
    """With auto, Pico speaks; nothing waits for long."""
    google.fault = lambda _n, _text: fault
    status, printed = run(tmp_path)
    assert status == 0, printed
    assert manifests(tmp_path)[0]["voice"] == "pico"
