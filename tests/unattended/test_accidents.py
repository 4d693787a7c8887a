"""What happens to machines and folders: runs at once, full disks, wrong clocks, files that were touched."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import feedparser
import pytest

from podcaster.project import Project, load_project
from podcaster.unattended import News, build_new
from tests.unattended.world import (
    NOW,
    article_file,
    check_feed,
    command,
    leftovers,
    make_project,
    run,
    wait_until,
)


def build(project: Project, minutes: float = 0) -> News:
    return build_new(project, now=lambda: NOW + timedelta(minutes=minutes))


def built(news: News) -> int:
    assert news.report
    return news.report.count("built")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in which two articles are built."""
    project = make_project(tmp_path)
    for number in (1, 2):
        article_file(tmp_path / "articles", number)
    assert built(build(project)) == 2
    return project


def published(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.feeds.iterdir()}


def dates(project: Project) -> dict[str, str]:
    """When each item of the feed came out, by guid."""
    feed = feedparser.parse((project.feeds / "podcast.xml").read_bytes())
    return {item.id: item.published for item in feed.entries}


def manifest(project: Project, number: int) -> Path:
    (path,) = [
        path for path in project.audio.glob(f"nachricht-{number}-*.json") if "chapters" not in path.name
    ]
    return path


@pytest.mark.slow
def test_eight_builds_at_once(tmp_path: Path) -> None:
    """Eight runs that wait for each other, two for each article, make four episodes, and none fails."""
    project = make_project(tmp_path)
    files = [article_file(tmp_path, number) for number in (1, 2, 3, 4)] * 2
    runs = [
        subprocess.Popen(command(project, "build", "--wait", str(file)), stderr=subprocess.PIPE, text=True)
        for file in files
    ]
    for process in runs:
        said = process.communicate(timeout=120)[1]
        assert process.returncode == 0, said
    assert len(check_feed(project)) == 4
    assert len(list(project.audio.glob("*.mp3"))) == 4
    assert leftovers(tmp_path) == []


def test_two_builds_at_once(tmp_path: Path) -> None:
    """The second of two runs says so and exits with 75 at once; the first is not disturbed."""
    hook = "touch begun; while [ ! -e go ]; do sleep 0.05; done"
    project = make_project(tmp_path, f"[hooks]\nafter_build = '{hook}'\n")
    article_file(tmp_path / "articles", 1)
    with subprocess.Popen(command(project, "--quiet", "build"), stderr=subprocess.PIPE, text=True) as first:
        assert wait_until((tmp_path / "begun").exists, 60)
        article_file(tmp_path / "articles", 2)
        second = run(project, "--quiet", "build")
        assert second.returncode == 75
        assert second.stderr.startswith(f"podcaster: {tmp_path}: another run (process {first.pid}, since ")
        assert run(project, "remove", "nachricht-1").returncode != 0
        (tmp_path / "go").touch()
        assert first.communicate(timeout=60)[1] == ""
        assert first.returncode == 0
    assert len(check_feed(project)) == 1
    assert run(project, "--quiet", "build").returncode == 0
    assert len(check_feed(project)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs ulimit")
def test_a_full_disk(project: Project) -> None:
    """Where files cannot grow, that is one sentence, the old feed stays, and the next run recovers."""
    article_file(project.folder / "articles", 3, count=8)
    before = published(project)
    limited = f"ulimit -f 16; exec {shlex.join(command(project, '--quiet', 'build'))}"
    done = subprocess.run(["bash", "-c", limited], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "File too large" in done.stderr
    assert published(project) == before
    check_feed(project)
    assert leftovers(project.folder) == []
    assert built(build(project, 60 * 24)) == 1
    assert len(check_feed(project)) == 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A file system with room for 1.5 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount")
    return place


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="needs tmpfs")
def test_a_disk_that_runs_full(small_disk: Path, tmp_path: Path) -> None:
    """When a disk runs full in the middle of several articles, those before stay in a whole feed."""
    try:
        project = make_project(small_disk, f'[voices]\ndefault = "pico"\ncache = "{tmp_path}/clips"\n')
        article_file(small_disk / "articles", 1)
        assert built(build(project)) == 1
        before = published(project)
        for number in (2, 3, 4):
            article_file(small_disk / "articles", number, count=40)
        done = run(project, "--quiet", "build")
        assert done.returncode == 1
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        assert check_feed(project)
        assert published(project).keys() >= before.keys()
        assert leftovers(small_disk) == []
        subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
        build(load_project(small_disk, {}), 60 * 24)
        assert len(check_feed(project)) == 4
    finally:
        subprocess.run(["umount", "-l", str(small_disk)], check=True)


def test_a_clock_that_was_set_back(project: Project) -> None:
    """After the clock went back an hour, what is new is still the newest; tries are not put off."""
    (project.folder / "articles" / "leer.txt").write_text("")
    assert build(project, 1).status == 1
    article_file(project.folder / "articles", 3)
    assert built(build(project, -60)) == 1
    newest = next(iter(check_feed(project).values()))
    assert newest.startswith("Nachricht 3")
    (project.folder / "articles" / "leer.txt").write_text(
        "Artikel\n\nJetzt steht hier etwas, und es ist gut.\n"
    )
    build(project, -60 * 24 * 300)
    assert len(check_feed(project)) == 4


@pytest.mark.skipif(
    not shutil.which("setpriv") or os.geteuid() != 0, reason="needs root, to be without its rights"
)
def test_a_folder_that_cannot_be_written(project: Project) -> None:
    """Where audio/ is read-only, that is one sentence before anything is built, with exit status 2."""
    article_file(project.folder / "articles", 3)
    before = published(project)
    project.audio.chmod(0o555)
    without = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override"]
    done = subprocess.run([*without, *command(project, "build")], capture_output=True, text=True, check=False)
    project.audio.chmod(0o755)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"podcaster: {project.audio}: ")
    assert "Permission denied" in done.stderr
    assert published(project) == before


def test_a_deleted_manifest(project: Project) -> None:
    """Without its manifest an episode is unfinished: the next run finishes it, with its guid and its date."""
    guids = check_feed(project)
    before = dates(project)
    manifest(project, 1).unlink()
    assert built(build(project, 30)) == 1
    assert check_feed(project) == guids
    assert dates(project) == before
    assert (project.feeds / "podcast.xml").read_text("utf-8").count(".mp3?v=2") == 1
    assert len(list(project.audio.glob("*.mp3"))) == 2


@pytest.mark.parametrize("damage", ["deleted", "emptied", "cut"])
def test_a_damaged_sound(project: Project, damage: str) -> None:
    """An MP3 that is gone, empty or cut is made again by the next run, with guid and date as before."""
    guids = check_feed(project)
    path = manifest(project, 1)
    mp3 = path.with_suffix(".mp3")
    date = json.loads(path.read_text())["published"]
    if damage == "deleted":
        mp3.unlink()
    else:
        os.truncate(mp3, 0 if damage == "emptied" else 1000)
    listed = run(project, "list")
    assert mp3.name in listed.stderr
    run(project, "feed")
    check_feed(project)
    assert built(build(project, 30)) == 1
    assert check_feed(project) == guids
    again = json.loads(path.read_text())
    assert again["published"] == date
    assert mp3.stat().st_size == again["size"] > 1000


def test_a_manifest_from_a_newer_version(project: Project) -> None:
    """A project that a newer program has written is left as it is, to the byte, and that is said."""
    path = manifest(project, 1)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 99, "guid": {"new": "kind"}}))
    article_file(project.folder / "articles", 3)
    before = published(project), path.read_bytes(), sorted(project.audio.iterdir())
    done = run(project, "--quiet", "build")
    assert done.returncode == 2
    assert "was written by a newer podcaster (format 99)" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (published(project), path.read_bytes(), sorted(project.audio.iterdir())) == before


def test_a_manifest_edited_by_hand(project: Project) -> None:
    """A title changed by hand is what the feed says; a manifest that is broken by it is made anew."""
    guids = check_feed(project)
    path = manifest(project, 1)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"title": "Von Hand"}))
    assert built(build(project, 30)) == 0
    assert "Von Hand" in check_feed(project).values()
    path.write_text(path.read_text()[:-20])
    assert path.name in run(project, "list").stderr
    assert built(build(project, 60)) == 1
    assert check_feed(project) == guids


def test_foreign_files_stay(project: Project) -> None:
    """What is not ours in audio/ and feeds/ is neither published nor removed."""
    foreign = [project.audio / "jingle.mp3", project.audio / "notes.html", project.feeds / "robots.txt"]
    for path in foreign:
        path.write_text("mine")
    build(project, 30)
    check_feed(project)
    assert [path.read_text() for path in foreign] == ["mine"] * 3


def test_retention_and_keep(tmp_path: Path) -> None:
    """The oldest episode goes, feed first, and does not come back; what `keep` protects stays."""
    project = make_project(tmp_path, "[retention]\nepisodes = 2\n")
    article_file(tmp_path / "articles", 1)
    build(project)
    assert run(project, "keep", manifest(project, 1).stem).returncode == 0
    for number in (2, 3, 4):
        article_file(tmp_path / "articles", number)
        build(project, number)
    assert [title.split()[1] for title in check_feed(project).values()] == ["4", "3", "1"]
    article_file(tmp_path / "articles", 1, count=3)
    build(project, 10)  # voiced anew, it is still kept
    assert [title.split()[1] for title in check_feed(project).values()] == ["4", "3", "1"]
    assert run(project, "keep").stdout.startswith("nachricht-1")
    assert run(project, "keep", "--off", manifest(project, 1).stem).returncode == 0
    news = build(project, 20)
    assert news.report
    assert [episode.title.split()[1] for episode in news.report.published.removed] == ["1"]
    assert built(build(project, 30)) == 0
    assert len(check_feed(project)) == 2
    assert len(list(project.audio.glob("*.*"))) == 2 * len(
        list(project.audio.glob(f"{manifest(project, 4).stem}.*"))
    )


def test_the_hook_runs_when_the_feed_changed(tmp_path: Path) -> None:
    """after_build runs once for every change of the feed; one that fails is reported and run again."""
    project = make_project(tmp_path, "[hooks]\nafter_build = 'echo run >> hooks; test ! -e stop'\n")
    article_file(tmp_path / "articles", 1)
    build(project)
    build(project, 1)
    assert (tmp_path / "hooks").read_text() == "run\n"
    (tmp_path / "stop").touch()
    article_file(tmp_path / "articles", 2)
    done = run(project, "--quiet", "build")
    assert done.returncode == 1
    assert "after_build: failed with exit status 1" in done.stderr
    (tmp_path / "stop").unlink()
    assert run(project, "--quiet", "build").returncode == 0
    assert run(project, "--quiet", "build").returncode == 0
    assert (tmp_path / "hooks").read_text() == "run\n" * 3
