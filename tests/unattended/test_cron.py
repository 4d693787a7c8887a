"""Debian's real cron, a feed on loopback that gains an article, and real podcast clients that see it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import podcastparser
import pytest

from tests.unattended.world import Paper, check_feed, entry, make_project, run, wait_until
from tests.web.conftest import serving
from tests.web.test_clients import Client, GPodder, Newsboat

#: cron looks at its tables once a minute; the rest is for a busy machine.
A_MINUTE_AND_MORE = 150


#: Real podcast clients, where they are installed.
CLIENTS: tuple[type[Client], ...] = (GPodder, Newsboat)


def there(kind: type[Client]) -> bool:
    return all(map(shutil.which, kind.programs))


def crontab(*words: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["crontab", *words], input=text, capture_output=True, text=True, check=False)


@contextmanager
def cron_running() -> Iterator[None]:
    """A real cron daemon: that of the machine, or one of our own while the block runs."""
    with suppress(OSError, ValueError):
        os.kill(int(Path("/run/crond.pid").read_text()), 0)
        yield
        return
    with subprocess.Popen(["cron", "-f"]) as daemon:
        try:
            yield
        finally:
            daemon.terminate()


@pytest.fixture
def own_table() -> Iterator[None]:
    """This user's crontab, as it was before, once the test is over."""
    before = crontab("-l")
    yield
    if before.returncode:
        crontab("-r")
    else:
        crontab("-", text=before.stdout)


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("cron") and shutil.which("crontab") and os.geteuid() == 0),
    reason="needs Debian's cron, and root to start it",
)
@pytest.mark.usefixtures("own_table")
def test_cron_builds_what_is_new(tmp_path: Path) -> None:
    """The entry that `schedule install` writes fires, builds what is new, prints nothing; clients see it."""
    with Paper().open() as paper:
        project = make_project(tmp_path / "mein podcast", f'[[sources]]\nfeed = "{paper.feed}"\n')
        paper.add(entry(1))
        assert run(project, "build").returncode == 0
        assert len(check_feed(project)) == 1
        new = paper.add(entry(2))
        paper.requests.clear()
        # cron's own way of choosing a shell: this one is sh, but what a job prints is kept instead of mailed
        shell, printed = tmp_path / "shell", tmp_path / "printed"
        shell.write_text(f'#!/bin/sh\n/bin/sh "$@" >> {printed} 2>&1\necho "exit $?" >> {printed}.status\n')
        shell.chmod(0o755)
        crontab("-", text=f"# before\nSHELL={shell}\n")
        installed = run(project, "schedule", "install", "jede Minute")
        assert installed.returncode == 0, installed.stderr
        assert crontab("-l").stdout.startswith(f"# before\nSHELL={shell}\n* * * * * ")
        status = Path(f"{printed}.status")
        with serving(project.folder) as site:
            clients = [kind(tmp_path / kind.__name__, site.feed) for kind in CLIENTS if there(kind)]
            for client in clients:
                client.fetch()
                assert client.episodes() == [paper.entries[0].title]
            with cron_running():
                assert wait_until(status.exists, A_MINUTE_AND_MORE), "cron did not run the entry"
            for client in clients:
                client.fetch()
                assert sorted(client.episodes()) == sorted([paper.entries[0].title, new.title])
        assert run(project, "schedule", "remove").returncode == 0
        assert crontab("-l").stdout == f"# before\nSHELL={shell}\n"
        assert status.read_text().startswith("exit 0\n")
        assert printed.read_text() == ""
        assert [path for path, _ in paper.requests][:2] == ["/feed.xml", new.path]
        assert next(iter(check_feed(project).values())) == new.title
        with (project.feeds / "podcast.xml").open("rb") as file:
            seen = podcastparser.parse("http://localhost:8000/feeds/podcast.xml", file)
        assert [episode["title"] for episode in seen["episodes"]] == [new.title, paper.entries[0].title]
        log = (project.state / "podcaster.log").read_text().splitlines()
        assert sum(" built " in line for line in log) == 1
