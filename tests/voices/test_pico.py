"""Voice pico: real Pico, in real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from podcaster.errors import PodcasterError
from podcaster.voices import ClipCache, choose_voice, pico_worker, voice_script
from podcaster.voices.letters import sayable
from podcaster.voices.pico import parted
from tests.scripts import SENTENCES, script


def test_a_script_is_voiced(tmp_path: Path) -> None:
    """Every sentence has a clip as long as its text deserves, at 16 kHz."""
    with choose_voice("pico") as voice, ClipCache(tmp_path) as cache:
        clips = voice_script(script(), voice, cache)
        assert [clip.rate for clip in clips] == [16000] * len(SENTENCES)
        assert all(
            0.04 < clip.duration / len(text) < 0.12 for clip, text in zip(clips, SENTENCES, strict=True)
        )


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5000,
        "1" * 500,
        'Er sagte <speed level="300"> und ging.',
        "Das freut mich \N{GRINNING FACE}\N{GRINNING FACE}.",
        "Er heißt 李明 und wohnt hier.",
        "你好",
        "Москва",
        "Ein\0 Null.",
        "Ein halbes \ud800 Paar.",
        "Sil\u00adben\u200btren\u00adnung",
    ],
    ids=[
        "letters",
        "digits",
        "markup",
        "emoji",
        "chinese name",
        "chinese",
        "russian",
        "nul",
        "surrogate",
        "soft hyphen",
    ],
)
def test_odd_text_is_said(text: str, tmp_path: Path) -> None:
    """Rubbish neither hangs nor crashes the voice, and is said as far as it can be."""
    with choose_voice("pico") as voice, ClipCache(tmp_path) as cache:
        (clip,) = voice_script(script(text), voice, cache)
        assert clip.duration > 0.2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sil\u00adben", "Silben"),
        ("Москва", "Moskwa"),
        ("Kassym-Schomart Tokajew", "Kassym-Schomart Tokajew"),
        ("<b>fett</b>", "b fett /b"),
        ("Łódź und Čapek", "Lódz und Capek"),
        ("er heißt 李明, sagt er", "er heißt fremde Schriftzeichen , sagt er"),
        ("„So?“ – ja…", '"So?" - ja...'),
        ("٣ Tage", "3 Tage"),
        ("Ь", "fremde Schriftzeichen"),
        ("...", "..."),
    ],
)
def test_what_the_engine_gets(text: str, said: str) -> None:
    """Only letters and signs that Pico knows reach it."""
    assert sayable(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zweitausendvierundzwanzig", "zweitausend vierundzwanzig"),
        ("seit zweitausendacht", "seit zweitausend acht"),
        ("am ersten Mai zweitausendzehn.", "am ersten Mai zweitausend zehn."),
        ("hundertachtundsechzigtausendneunhundertzwölf", "hundertachtundsechzigtausend neunhundertzwölf"),
        ("zweitausend Euro, tausendfach, Tausende, zwei", "zweitausend Euro, tausendfach, Tausende, zwei"),
    ],
)
def test_long_numbers_are_said_in_two(text: str, said: str) -> None:
    """Behind `tausend` Pico takes a breath; other words stay whole."""
    assert parted(text) == said


def test_a_process_that_nobody_watches_ends_itself(tmp_path: Path) -> None:
    """An engine that hangs, the interpreter's lock in its hands, outlives a killed run by a moment only."""
    hanging = "import re\nclass NanoTTS:\n    def speak(self, *_, **__): re.match('(a+)+$', 'a' * 60 + 'b')\n"
    (tmp_path / "py_nanotts.py").write_text(hanging, "utf-8")
    command = [sys.executable, "-S", pico_worker.__file__, str(tmp_path), "0.5"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
        try:
            assert worker.stdin is not None
            worker.stdin.write((3).to_bytes(4, "little") + b"Ja.")
            worker.stdin.flush()
            assert worker.wait(timeout=20) != 0
        finally:
            worker.kill()


def test_killed_processes_are_replaced(tmp_path: Path) -> None:
    """A process that dies between two sentences is not missed."""
    with choose_voice("pico") as voice, ClipCache(tmp_path):
        voice.say("Guten Tag.")
        for child in _children():
            os.kill(child, signal.SIGKILL)
        assert voice.say("Guten Abend.").duration > 0.5


def test_a_closed_voice_says_nothing() -> None:
    """After close, no process is left, and a call fails at once."""
    voice = choose_voice("pico")
    voice.say("Guten Tag.")
    voice.close()
    assert not _children()
    with pytest.raises(PodcasterError, match="stopped"):
        voice.say("Guten Abend.")


def _children() -> list[int]:
    """Workers of this test's process."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return [int(c) for c in children if b"pico_worker" in Path(f"/proc/{c}/cmdline").read_bytes()]
