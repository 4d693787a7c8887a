"""The command line as a user meets it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest


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


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts threads as Linux shows them")
def test_numpy_starts_no_threads_of_its_own() -> None:
    """BLAS would spin a thread on every core while articles side by side use them."""
    program = """
import os, sys
from podcaster.cli import main
sys.argv = ["podcaster", "--version"]
try:
    main()
except SystemExit:
    import numpy
    numpy.ones((200, 200)) @ numpy.ones((200, 200))
    print(len(os.listdir("/proc/self/task")))
"""
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
    )
    assert result.stdout.split()[-1] == "1"


def test_an_unknown_command_is_wrong_usage() -> None:
    """A command that does not exist exits with 2."""
    assert run("frobnicate").returncode == 2


def test_options_may_stand_behind_the_command(tmp_path: Path) -> None:
    """`--project` and `--quiet` work on either side of the command's name."""
    assert run("init", str(tmp_path / "p")).returncode == 0
    for arguments in (["--project", str(tmp_path / "p"), "feed"], ["feed", "--project", str(tmp_path / "p")]):
        assert str(tmp_path / "p") in run(*arguments).stdout
    assert run("feed", "-q", "--project", str(tmp_path / "p")).stdout == ""


def test_wrong_usage_is_one_complaint() -> None:
    """An option that does not exist exits with 2, without a traceback."""
    result = run("build", "--frobnicate")
    assert result.returncode == 2
    assert "--frobnicate" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGINT to send")
def test_ctrl_c_is_said_and_ends_with_130(tmp_path: Path) -> None:
    """A run that the user stops says so in a sentence, and ends as a shell expects."""
    fifo = tmp_path / "article.txt"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "podcaster", "inspect", str(fifo)]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as process:  # a shell's background job, as the tests may be, ignores the signal
        with fifo.open("wb"):  # opens when the program reads: it is at work then
            process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)  # closed, lest a read that began just before goes on
    assert process.returncode == 130
    assert said.strip().startswith("podcaster: stopped")


def test_ctrl_c_while_the_program_starts_says_nothing() -> None:
    """There is no traceback of what was just being imported."""
    program = """
import runpy, sys
class Impatient:
    def find_spec(self, name, path, target=None):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Impatient())
runpy.run_module("podcaster", run_name="__main__")
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (130, "")


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGINT to send")
@pytest.mark.parametrize("waits_for", ["page", "voice"])
def test_ctrl_c_waits_for_no_server(tmp_path: Path, waits_for: str) -> None:
    """A build ends at once and makes nothing more, though a server that it asks never answers."""
    (tmp_path / "a.txt").write_text(
        "Der Zug\n\nDer Zug nach Linz fährt heute eine Stunde später ab.\n", "utf-8"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        article = address if waits_for == "page" else "a.txt"
        environment = os.environ | {"HTTPS_PROXY": address, "https_proxy": address, "NO_PROXY": "127.0.0.1"}
        process = subprocess.Popen(
            [sys.executable, "-m", "podcaster", "build", article, "--voice", "auto"],
            cwd=tmp_path,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
        )
        with process, server.accept()[0]:
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.strip().endswith("the next run goes on from there.")
    assert not list((tmp_path / "audio").iterdir())


def test_help_is_quick() -> None:
    """What `podcaster --help` imports is the command line alone: no room, nothing heavy."""
    code = "import sys, podcaster.cli; print([m for m in sys.modules if m.startswith('podcaster.')])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert eval(result.stdout) == [
        "podcaster.commands",
        "podcaster.commands.context",
        "podcaster.errors",
        "podcaster.cli",
    ]
