"""`list`, `remove`, `feed` and `check` as a user meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from podcaster.project import load_project
from podcaster.publishing import publish
from tests import making


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the real program on a project."""
    command = [sys.executable, "-m", "podcaster", "--project", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with two episodes, `kohle` and `wind`."""
    (tmp_path / "podcaster.toml").write_text('[show]\nbase_url = "https://pod.example"\n')
    project = load_project(tmp_path, {})
    first = making.episode(project.audio, show=project.settings.show)
    text = making.article("Wind & Wellen", url="https://zeitung.example/wind")
    later = making.PUBLISHED.replace(day=21)
    second = making.episode(project.audio, text, project.settings.show, slug="wind", published=later)
    publish(project, [second, first])
    return tmp_path


def test_list_shows_the_newest_first(folder: Path) -> None:
    """A line an episode: date, length to the nearest second (as in the feed), voice, name and title."""
    result = run(folder, "list")
    assert result.returncode == 0
    first, second = result.stdout.splitlines()
    assert first.endswith("wind  Wind & Wellen")
    assert " 00:00:10  pico " in second
    assert second.endswith("kohle  Kohle, Gas und Wind")


def test_list_as_json_is_for_programs(folder: Path) -> None:
    """--json gives an array with all that is known of each episode."""
    rows = json.loads(run(folder, "list", "--json").stdout)
    assert [row["slug"] for row in rows] == ["wind", "kohle"]
    assert rows[1]["guid"] == "https://zeitung.example/wirtschaft/kohle-1"
    assert rows[1]["audio"] == "https://pod.example/audio/kohle.mp3"
    assert rows[1]["chapters"] == ["Einleitung", "Wind & Wetter", "Was bleibt"]


def test_list_of_a_show(folder: Path) -> None:
    """--show takes a show that is set, or that episodes are of; any other is named with those there are."""
    (folder / "podcaster.toml").write_text('[shows.politik]\nbase_url = "https://politik.example"\n')
    assert run(folder, "list", "--show", "politik").stderr.startswith("No episodes yet; `podcaster build")
    result = run(folder, "list", "--show", "nix")
    assert result.returncode == 2
    assert (
        result.stderr == "podcaster: nix: podcaster.toml has no show of this name; it has podcast, politik.\n"
    )
    making.episode(folder / "audio", making.article("Wahl"), slug="wahl", guid="wahl", show_key="politik")
    (row,) = json.loads(run(folder, "list", "--json", "--show", "politik").stdout)
    assert row["audio"] == "https://politik.example/audio/wahl.mp3"


def test_episodes_are_named_by_their_files(folder: Path) -> None:
    """Any file of an episode names it, as a shell completes it; a file elsewhere does not."""
    for name in (
        "audio/wind.mp3",
        "audio/wind.json",
        "audio/wind.chapters.json",
        "./audio/../audio/wind.vtt",
    ):
        result = run(folder, "remove", "-n", str(folder / name))
        assert (result.stdout + result.stderr).count("would remove") == 7, name
    for name in ("", "wind.mp3", str(folder / "wind.mp3"), str(folder / "audio" / "wind"), "audio/wind.toml"):
        assert run(folder, "remove", "-n", name).returncode == 1


def test_keep_says_what_it_needs(folder: Path) -> None:
    """Nothing kept is said; --off without an episode is refused."""
    assert "No episode is kept" in run(folder, "keep").stderr
    assert run(folder, "keep", "--off").returncode == 2
    assert run(folder, "keep", "wind").returncode == 0
    assert run(folder, "keep").stdout == "wind  Wind & Wellen\n"


def test_list_of_nothing_says_how_to_begin(tmp_path: Path) -> None:
    """No episodes is no error."""
    result = run(tmp_path, "list")
    assert (result.returncode, result.stdout) == (0, "")
    assert "podcaster build" in result.stderr
    assert run(tmp_path, "list", "--json").stdout == "[]\n"


def test_list_names_what_is_damaged_and_lists_the_rest(folder: Path) -> None:
    """A damaged manifest is named on standard error."""
    (folder / "audio" / "wind.json").write_text("{")
    result = run(folder, "list")
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == 1
    assert "wind.json: is not valid JSON" in result.stderr


@pytest.mark.parametrize("name", ["kohle", "https://zeitung.example/wirtschaft/kohle-1", "audio/kohle.mp3"])
def test_remove_takes_an_episode_out_of_feed_pages_and_folder(folder: Path, name: str) -> None:
    """After `remove` nothing of the episode is left, and all of the other one."""
    result = run(folder, "remove", str(folder / name) if name.endswith(".mp3") else name)
    assert result.returncode == 0, result.stderr
    assert "kohle.mp3" in result.stderr
    assert [
        path.name for folder in folder.iterdir() if folder.is_dir() for path in folder.glob("kohle*")
    ] == []
    feed = (folder / "feeds" / "podcast.xml").read_text()
    assert "kohle" not in feed
    assert "wind.mp3" in feed
    assert (folder / "feeds" / "wind.html").exists()
    assert run(folder, "check").returncode == 0


def test_remove_takes_all_or_none(folder: Path) -> None:
    """Where one of the names is wrong, nothing is removed."""
    result = run(folder, "remove", "kohle", "gas")
    assert result.returncode == 1
    assert result.stderr.startswith("podcaster: gas: there is no such episode")
    assert (folder / "audio" / "kohle.mp3").exists()


def test_remove_can_be_tried_first(folder: Path) -> None:
    """--dry-run names the files and leaves them."""
    before = sorted(path.name for path in folder.rglob("*"))
    result = run(folder, "remove", "--dry-run", "kohle")
    assert result.returncode == 0
    assert "would remove" in result.stderr
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_remove_takes_a_damaged_episode_too(folder: Path) -> None:
    """An episode whose manifest cannot be read is removed by its name."""
    (folder / "audio" / "kohle.json").write_text("{")
    assert run(folder, "remove", "kohle").returncode == 0
    assert not list((folder / "audio").glob("kohle*"))


def test_feed_writes_all_again(folder: Path) -> None:
    """`feed` needs nothing but the manifests, and prints the feed's file and address."""
    before = (folder / "feeds" / "podcast.xml").read_bytes()
    for path in (folder / "feeds").iterdir():
        path.unlink()
    result = run(folder, "feed")
    assert result.returncode == 0
    assert "https://pod.example/feeds/podcast.xml" in result.stdout
    assert (folder / "feeds" / "podcast.xml").read_bytes() == before
    assert "nothing changed" in run(folder, "feed").stderr


def test_check_exits_with_1_on_errors_only(folder: Path) -> None:
    """A good project: 0; a deleted transcript is a warning: 0; a deleted sound: 1, with file and remedy."""
    assert run(folder, "check").returncode == 0
    (folder / "audio" / "wind.srt").unlink()
    warned = run(folder, "check")
    assert warned.returncode == 0
    assert warned.stdout.startswith("warning: ")
    (folder / "audio" / "kohle.mp3").unlink()
    result = run(folder, "check", "--json")
    assert result.returncode == 1
    rows = json.loads(result.stdout)
    (row,) = [row for row in rows if row["where"].endswith("kohle.mp3")]
    assert row == {
        "where": str(folder / "audio" / "kohle.mp3"),
        "what": "is missing or empty",
        "mend": "Build the article again",
        "level": "error",
    }


def test_quiet_prints_nothing_when_all_is_well(folder: Path) -> None:
    """cron mails what is printed: --quiet prints nothing."""
    for command in ("feed", "check"):
        result = run(folder, "--quiet", command)
        assert (result.returncode, result.stdout, result.stderr) == (0, "", ""), command
