"""The command line as a user meets it."""

from __future__ import annotations

import subprocess
import sys


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "podcaster", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_help_names_every_command() -> None:
    """`podcaster --help` lists the commands and exits with 0."""
    result = run("--help")
    assert result.returncode == 0
    for command in ("init", "build", "inspect", "feed", "voices"):
        assert f"\n  {command} " in result.stdout


def test_an_unknown_command_is_wrong_usage() -> None:
    """A command that does not exist exits with 2."""
    assert run("frobnicate").returncode == 2
