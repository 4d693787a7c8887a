"""The entry in the crontab, and the systemd units."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcaster.cli import podcaster
from podcaster.errors import UsageError
from podcaster.schedule import Entry, units
from podcaster.schedule.crontab import command_of, entries_in, with_entries

#: A table as people have it: variables in the middle, tabs, comments that look like entries.
TABLE = (
    "# my own\n*/5 * * * * echo '50\\% off' # podcaster: /elsewhere\nMAILTO=me@example.org\n"
    "# 0 0 * * * disabled\n0 5 * * *\ttabs  here\n\n@reboot foo\n"
)


def entry_for(folder: Path) -> Entry:
    return Entry("*/30 * * * *", shlex.join(command_of(folder)))


@pytest.mark.parametrize("name", ["/home/a/podcast", "/home/a b/50% 'off' \"x\"", "/home/ä/$HOME;ls"])
def test_entry_comes_and_goes(name: str) -> None:
    """An entry is put in once, found again, and taken out, and no other line changes by a byte."""
    folder = Path(name)
    entry = entry_for(folder)
    table = with_entries(with_entries(TABLE, folder, [entry]), folder, [entry])
    assert table.startswith(TABLE)
    assert table.count("\n") == TABLE.count("\n") + 1
    assert entries_in(table, folder) == [entry]
    assert entries_in(table, Path("/home/a")) == []
    assert with_entries(table, folder, []) == TABLE


def test_command_reaches_the_shell_as_it_is(tmp_path: Path) -> None:
    """The shell that cron starts gets every word whole, whatever the folder is called."""
    folder = tmp_path / "50% 'off' \"x\" $HOME"
    line = with_entries("", folder, [entry_for(folder)]).split(" ", 5)[5]
    seen = line.replace(r"\%", "%").replace(command_of(folder)[0], "printf '%s\\n'", 1)
    words = subprocess.run(["/bin/sh", "-c", seen], capture_output=True, text=True, check=True).stdout
    assert words.splitlines() == command_of(folder)[1:]


def test_command_has_absolute_paths() -> None:
    """cron starts in the home folder with an almost empty environment: every path is absolute."""
    words = command_of(Path("podcast"))
    assert [Path(words[0]), Path(words[5])] == [Path(words[0]).absolute(), Path("podcast").absolute()]
    assert Path(words[-1]) == Path("podcast").absolute() / ".podcaster" / "podcaster.log"


def test_folder_with_newline_is_refused() -> None:
    """A folder's name cannot smuggle a line into the crontab."""
    with pytest.raises(UsageError, match="rename"):
        with_entries("", Path("/a\n* * * * * rm -rf /"), [])


@pytest.fixture
def own_crontab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a `crontab` program that keeps its table in a file first in PATH; give the file."""
    table = tmp_path / "table"
    program = tmp_path / "bin" / "crontab"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nt={table}\ncase "$1" in\n'
        '-l) [ -f "$t" ] || { echo "no crontab for me" >&2; exit 1; }; cat "$t";;\n-) cat > "$t";;\nesac\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return table


def run(folder: Path, *words: str, status: int = 0) -> str:
    result = CliRunner().invoke(podcaster, ["--project", str(folder), "--quiet", "schedule", *words])
    assert result.exit_code == status, result.output
    return result.stdout


def test_schedule_from_nothing_to_nothing(tmp_path: Path, own_crontab: Path) -> None:
    """`schedule` shows nothing, then what was installed, then what replaced it, then nothing again."""
    assert run(tmp_path) == ""
    run(tmp_path, "install", "alle 30 Minuten")
    assert run(tmp_path).startswith("*/30 * * * *  ")
    run(tmp_path, "install", "werktags 6:00 und 17:30")
    assert [line.split("  ")[0] for line in run(tmp_path).splitlines()] == ["0 6 * * 1-5", "30 17 * * 1-5"]
    run(tmp_path, "remove")
    assert run(tmp_path) == ""
    assert own_crontab.read_text() == ""


def test_wrong_time_changes_nothing(tmp_path: Path, own_crontab: Path) -> None:
    """A time that is none exits with 2 and leaves the crontab alone."""
    run(tmp_path, "install", "irgendwann", status=2)
    assert not own_crontab.exists()


@pytest.fixture
def own_systemctl(own_crontab: Path) -> Path:
    """Put a `systemctl` first in PATH that notes what it is asked, and what units are there."""
    notes = own_crontab.with_name("asked")
    program = own_crontab.with_name("bin") / "systemctl"
    program.write_text(f'#!/bin/sh\necho "$*" >> {notes}\nls "$XDG_CONFIG_HOME"/systemd/user >> {notes}\n')
    program.chmod(0o755)
    return notes


@pytest.mark.usefixtures("own_systemctl")
def test_systemd_units_come_and_go(tmp_path: Path, own_crontab: Path) -> None:
    """With --systemd a service and a timer are written, shown and removed; the crontab is not touched."""
    written = run(tmp_path, "install", "täglich 5:30", "--systemd").split()
    assert [Path(path).suffix for path in written] == [".service", ".timer"]
    assert "OnCalendar=*-*-* 05:30:00\n" in Path(written[1]).read_text()
    assert run(tmp_path).split() == written
    run(tmp_path, "remove")
    assert not any(Path(path).exists() for path in written)
    assert not own_crontab.exists()


def test_systemd_starts_and_stops_the_timer(tmp_path: Path, own_systemctl: Path) -> None:
    """The timer is started once its file is there, and stopped before its file goes."""
    service, timer = (Path(path).name for path in run(tmp_path, "install", "stündlich", "--systemd").split())
    run(tmp_path, "remove")
    there = f"{service}\n{timer}\n"
    asked = ["daemon-reload", f"enable --now {timer}", f"disable --now {timer}"]
    assert own_systemctl.read_text() == "".join(f"--user {words}\n{there}" for words in asked)


def test_systemd_that_says_no(tmp_path: Path, own_crontab: Path) -> None:
    """Where systemd does not start the timer, the units stay, and what it said and what to do is printed."""
    program = own_crontab.with_name("bin") / "systemctl"
    program.write_text("#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n")
    program.chmod(0o755)
    words = ["--project", str(tmp_path), "schedule", "install", "stündlich", "--systemd"]
    result = CliRunner().invoke(podcaster, words)
    assert result.exit_code == 0
    assert "Not started: Failed to connect to bus" in result.output
    assert "systemctl --user enable --now podcaster-" in result.output
    assert len(list((tmp_path / "config/systemd/user").iterdir())) == 2


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_units_are_understood_by_systemd(tmp_path: Path) -> None:
    """systemd finds nothing wrong with the units of a folder with an odd name."""
    folder = tmp_path / "50% 'off' $x"
    paths = []
    for name, text in units(folder, ["30 5 * * *"]).items():
        paths.append(tmp_path / name)
        paths[-1].write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "--man=no", "verify", *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not [line for line in done.stderr.splitlines() if "podcaster-" in line], done.stderr
    assert done.returncode == 0
