"""The journal: what happened, an event a line, in a file that is rotated, and as JSON for programs."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Any

from podcaster.errors import UsageError

#: Bytes of a log file before a new one is begun, and how many old ones stay: some 100,000 events in all.
_SIZE, _OLD = 2_000_000, 5


class Journal:
    """Writes events to the log file `log`, and as a JSON object a line to `out`; either may be None.

    An event has a name (built, failed, voice, …), details, and the time at which it was told.
    """

    def __init__(
        self,
        log: Path | None = None,
        out: IO[str] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._out = out
        self._now = now
        self._file = _Log(log) if log else None

    def event(self, name: str, **details: Any) -> None:
        """Write an event down; details that are None are left out. Safe to call from several threads."""
        at = self._now().isoformat(timespec="seconds")
        said = {key: value for key, value in details.items() if value is not None}
        if self._file:
            words = [f"{key}={_as_word(value)}" for key, value in said.items()]
            self._file.write(" ".join([at, name, *words]))
        if self._out:
            line = json.dumps({"time": at, "event": name, **said}, ensure_ascii=False, default=str)
            self._out.write(line + "\n")
            self._out.flush()

    def close(self) -> None:
        """Close the log file."""
        if self._file:
            self._file.close()


class _Log(RotatingFileHandler):
    """A rotated file of plain lines; one that cannot be written is said once, and stops nothing."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            super().__init__(path, maxBytes=_SIZE, backupCount=_OLD, encoding="utf-8", errors="replace")
        except OSError as error:
            raise UsageError(f"{path}: the log cannot be written: {error.strerror or error}.") from error
        self._path = path
        self._failed = False

    def write(self, line: str) -> None:
        self.handle(logging.LogRecord("podcaster", logging.INFO, "", 0, line, None, None))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        error = sys.exc_info()[1]
        if not self._failed:
            self._failed = True
            sys.stderr.write(f"podcaster: {self._path}: the log cannot be written: {error}.\n")


def _as_word(value: Any) -> str:
    """Write a detail so that it stays one word of one line, whatever a headline holds."""
    if isinstance(value, float):
        return f"{value:.1f}"
    text = str(value)
    plain = text.isprintable() and text and not any(c in text for c in ' "=')
    return text if plain else json.dumps(text, ensure_ascii=not text.isprintable())
