"""Voice `pico`: SVOX Pico's German voice, on this machine, in processes that are watched.

Pico is quick (some 190 times faster than real time) and plain, and fragile: it reads `<…>` as markup, drops
what is not Latin script without a word, and a run of thousands of letters makes it fail, after which its
process may hang for ever.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.voices.letters import sayable
from podcaster.voices.voice import Closing, KnownVoice, UnsayableError, Voice, VoiceGoneError
from podcaster.voices.workers import WorkerFailedError, Workers

if TYPE_CHECKING:
    from podcaster.model import Clip

_RATE = 16000  # Hz
_DESCRIPTION = "SVOX Pico, German, 16 kHz: quick and plain"
#: Part of the fingerprint; counts up when `sayable`, `parted` or the worker changes the sound.
_REVISION = 3
#: Seconds after which a process ends itself, in case that nobody is left to end it.
_PATIENCE = 60


#: Pico swallows the end of a long number word. With a breath behind "tausend", a recogniser mishears a
#: quarter fewer words of a text full of numbers.
_THOUSANDS = re.compile(
    r"(?<=tausend)(?=(?:ein|zwei|zwan|zwölf|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf)[a-zäöüß]*(?:ein|zig|ßig|hundert|zehn|zehnte[nrms]?))"
    r"|(?<=tausend)(?=(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b)"
)


def parted(text: str) -> str:
    """The text with long number words in two, as Pico says them best: "zweitausend vierundzwanzig"."""
    return _THOUSANDS.sub(" ", text)


def known() -> list[KnownVoice]:
    """List this module's voice."""
    missing = None
    if importlib.util.find_spec("py_nanotts") is None:
        missing = "the package py-nanotts is not installed; `pip install py-nanotts` adds it."
    return [KnownVoice("pico", _DESCRIPTION, "nobody: stays on this machine", missing, quality=10)]


def make(name: str) -> Voice:
    """Make the voice; its processes start at once, so that they are up when the script is."""
    return Pico(name)


class Pico(Closing):
    """SVOX Pico in one process for every core."""

    label = "SVOX Pico (German)"
    #: Long enough for every sentence that a person writes, short enough that a failure costs little.
    limit = 400

    def __init__(self, name: str = "pico") -> None:
        from importlib.metadata import version

        package = importlib.util.find_spec("py_nanotts")
        assert package is not None  # noqa: S101 - `known` has looked
        assert package.origin is not None  # noqa: S101
        self.name = name
        self.reason = ""
        self.fingerprint = f"pico/{version('py-nanotts')}/de-DE/{_REVISION}"
        self.concurrency = max(1, _cores())
        # -E -s -S: no site-packages to scan; a worker is up in half the time.
        worker = str(Path(__file__).with_name("pico_worker.py"))
        folder = str(Path(package.origin).parent.parent)
        command = [sys.executable, "-E", "-s", "-S", worker, folder, str(_PATIENCE)]
        self._workers = Workers(command, self.concurrency)
        self._workers.warm_up()

    def say(self, text: str) -> Clip:
        """Speak; a text that makes a process fail is split and tried again."""
        import numpy as np

        from podcaster.model import Clip

        sound = b"".join(self._sounds(parted(sayable(text)), text))
        if not sound:
            raise UnsayableError(f"voice {self.name} cannot say “{text[:120]}”.")
        return Clip(np.frombuffer(sound, "<i2"), _RATE)

    def close(self) -> None:
        """End the processes."""
        self._workers.close()

    def _sounds(self, text: str, whole: str, tries: int = 2) -> list[bytes]:
        """Say `text`, a part of `whole`; where that fails, its halves."""
        if not text:
            return []
        try:
            # A hundred times what it takes on an idle core, and a start: other runs may need the cores as
            # well.
            return [self._workers.ask(text.encode(), 4 + 0.03 * len(text))]
        except WorkerFailedError as error:
            if self._workers.closed:
                raise VoiceGoneError(f"voice {self.name} was stopped") from error
            if tries > 0 and len(text) < 40:  # perhaps it was not the text's fault
                return self._sounds(text, whole, tries - 1)
            if len(text) < 8:
                raise UnsayableError(
                    f"voice {self.name} cannot say “{whole[:120]}”: at “{text}” {error}."
                ) from error
            middle = text.rfind(" ", 0, len(text) // 2 + 1)
            middle = middle if middle > 0 else len(text) // 2
            return self._sounds(text[:middle].strip(), whole, tries) + self._sounds(
                text[middle:].strip(), whole, tries
            )


def _cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1
