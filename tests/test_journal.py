"""What happened, an event a line."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from podcaster import journal
from podcaster.errors import UsageError
from podcaster.journal import Journal

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def test_an_event_is_a_line(tmp_path: Path) -> None:
    """The log holds time, event, article and details, a line an event; what is not known is left out."""
    log = Journal(tmp_path / "sub" / "log.txt", now=lambda: NOW)
    log.event("built", article="Über „Züge“", minutes=3.25, path="audio/x.mp3", error=None)
    log.event("end")
    log.close()
    assert (tmp_path / "sub" / "log.txt").read_text() == (
        '2026-11-23T06:00:00+00:00 built article="Über „Züge“" minutes=3.2 path=audio/x.mp3\n'
        "2026-11-23T06:00:00+00:00 end\n"
    )


def test_a_headline_cannot_write_lines(tmp_path: Path) -> None:
    """Line ends and control characters in a title cannot forge an event or reach a terminal."""
    log = Journal(tmp_path / "log", now=lambda: NOW)
    log.event("built", article="x\n2026-11-23 failed\x1b[31m\u202e\x85y")
    log.close()
    text = (tmp_path / "log").read_text()
    assert len(text.splitlines()) == 1
    assert text[:-1].isprintable()


def test_events_as_json(tmp_path: Path) -> None:
    """For programs every line is a JSON object."""
    out = io.StringIO()
    Journal(None, out, lambda: NOW).event("failed", article="a\nb", path=tmp_path, tries=2)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        {"time": NOW.isoformat(), "event": "failed", "article": "a\nb", "path": str(tmp_path), "tries": 2}
    ]


def test_log_is_rotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log that has grown is begun anew, and only so many old ones stay."""
    monkeypatch.setattr(journal, "_SIZE", 300)
    log = Journal(tmp_path / "log")
    for number in range(100):
        log.event("built", number=number)
    log.close()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["log", *(f"log.{n}" for n in range(1, 6))]
    assert all(path.stat().st_size <= 300 for path in tmp_path.iterdir())
    assert "number=99\n" in (tmp_path / "log").read_text()


def test_log_that_cannot_be_opened_is_a_wrong_option(tmp_path: Path) -> None:
    """A log in an impossible place is said before anything is built."""
    with pytest.raises(UsageError, match="cannot be written"):
        Journal(tmp_path / "file" / "log") if (tmp_path / "file").write_text("") == 0 else None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_stops_no_run(capsys: pytest.CaptureFixture[str]) -> None:
    """When the log cannot be written any more, that is said once, and the run goes on."""
    log = Journal(Path("/dev/full"))
    log.event("one")
    log.event("two")
    assert capsys.readouterr().err.count("the log cannot be written") == 1
