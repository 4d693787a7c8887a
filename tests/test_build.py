"""An article becomes an episode: the whole command, with real parts in every room, voiced by pico."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import feedparser
import miniaudio
import podcastparser
import pytest

SAMPLE = Path(__file__).parents[1] / "articles" / "nachtzug.txt"


def podcaster(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, in `folder`, with a clip cache beside it."""
    return subprocess.run(
        [sys.executable, "-m", "podcaster", *arguments],
        cwd=folder,
        env=os.environ
        | {
            "XDG_CACHE_HOME": str(folder / "cache"),
            "PODCASTER_VOICE": "pico",
            "PODCASTER_VOICES_STAND_IN": "pico",
        }
        | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project in which the sample article has been built once."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copy(SAMPLE, folder)
    result = podcaster(folder, "build", "nachtzug.txt")
    assert result.returncode == 0, result.stderr
    assert "audio/2025-03-14-der-nachtzug" in result.stdout
    assert "feeds/podcast.xml" in result.stdout
    assert "Listen" in result.stderr
    assert "Subscribe" in result.stderr
    return folder


def test_one_duration_everywhere(built: Path) -> None:
    """Manifest, tags, feed and decoder agree on the duration to 50 ms."""
    (mp3,) = (built / "audio").glob("*.mp3")
    manifest = json.loads(mp3.with_suffix(".json").read_text(encoding="utf-8"))
    sound = miniaudio.mp3_read_file_s16(str(mp3))
    assert manifest["duration"] == pytest.approx(sound.duration, abs=0.05)
    (entry,) = feedparser.parse(built / "feeds" / "podcast.xml").entries
    assert int(entry.itunes_duration) == pytest.approx(sound.duration, abs=0.51)
    assert int(entry.enclosures[0].length) == mp3.stat().st_size


def test_a_chapter_for_every_section(built: Path) -> None:
    """The chapters are the opening and the subheadings, in order and without a gap."""
    (path,) = (built / "audio").glob("*.chapters.json")
    chapters = json.loads(path.read_text(encoding="utf-8"))["chapters"]
    titles = [chapter["title"] for chapter in chapters]
    assert titles == ["Einleitung", "Ein Bahnhof wird wach", "Wer nachts fährt", "Was noch fehlt"]
    assert chapters[0]["startTime"] == 0


def test_podcastparser_reads_the_feed(built: Path) -> None:
    """gPodder's parser finds the episode with its sound and its guid."""
    with (built / "feeds" / "podcast.xml").open("rb") as stream:
        parsed = podcastparser.parse("http://localhost/feeds/podcast.xml", stream)
    (episode,) = parsed["episodes"]
    assert episode["title"] == "Der Nachtzug kommt zurück nach Tannroda"
    assert episode["enclosures"][0]["mime_type"] == "audio/mpeg"
    assert episode["guid"].startswith("urn:sha256:")


def test_a_second_build_does_nothing(built: Path) -> None:
    """An article that has not changed is left as it is, which is said; no file changes."""
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()}
    result = podcaster(built, "build", "nachtzug.txt")
    assert result.returncode == 0
    assert "unchanged" in result.stdout
    assert "0 built, 1 unchanged" in result.stderr
    after = {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()}
    assert after == before


def test_feed_is_rebuilt_from_the_manifests(built: Path) -> None:
    """`podcaster feed` writes the same feed again when it was deleted."""
    feed = built / "feeds" / "podcast.xml"
    entries = feedparser.parse(feed).entries
    feed.unlink()
    assert podcaster(built, "feed").returncode == 0
    again = feedparser.parse(feed).entries
    assert [(e.id, e.published) for e in again] == [(e.id, e.published) for e in entries]


def test_an_edited_article_keeps_its_identity(built: Path, tmp_path: Path) -> None:
    """Guid and pubDate stay when the text changes; the sound gets a new address."""
    project = tmp_path / "copy"
    shutil.copytree(built, project)
    (old,) = feedparser.parse(project / "feeds" / "podcast.xml").entries
    article = project / "nachtzug.txt"
    article.write_text(
        article.read_text(encoding="utf-8").replace("zwölf Abteile", "vierzehn Abteile"), "utf-8"
    )
    result = podcaster(project, "build", "nachtzug.txt")
    assert "1 built" in result.stderr
    (new,) = feedparser.parse(project / "feeds" / "podcast.xml").entries
    assert (new.id, new.published) == (old.id, old.published)
    assert new.enclosures[0].href != old.enclosures[0].href


def test_a_renamed_and_edited_file_is_voiced_again(built: Path, tmp_path: Path) -> None:
    """Neither a new name nor a new sentence makes another episode; a copy beside the original is said."""
    project = tmp_path / "copy"
    shutil.copytree(built, project)
    (old,) = feedparser.parse(project / "feeds" / "podcast.xml").entries
    text = (project / "nachtzug.txt").read_text(encoding="utf-8")
    (project / "neu.txt").write_text(text.replace("zwölf Abteile", "dreizehn Abteile"), "utf-8")
    assert "the same article, or nearly, as audio/2025" in podcaster(project, "build", "neu.txt").stdout
    (project / "nachtzug.txt").unlink()
    assert "1 built" in podcaster(project, "build", "neu.txt").stderr
    (new,) = feedparser.parse(project / "feeds" / "podcast.xml").entries
    assert new.id == old.id


def test_a_lost_sound_is_built_again(built: Path, tmp_path: Path) -> None:
    """An episode whose MP3 was deleted or damaged comes back with the same guid and date."""
    project = tmp_path / "copy"
    shutil.copytree(built, project)
    (old,) = feedparser.parse(project / "feeds" / "podcast.xml").entries
    (mp3,) = (project / "audio").glob("*.mp3")
    for damage in (mp3.unlink, lambda: mp3.write_bytes(mp3.read_bytes()[:1000])):
        damage()
        assert "1 built" in podcaster(project, "build", "nachtzug.txt").stderr
        assert miniaudio.mp3_get_file_info(str(mp3)).duration > 100
        (new,) = feedparser.parse(project / "feeds" / "podcast.xml").entries
        assert (new.id, new.published) == (old.id, old.published)


def test_quiet_says_nothing(built: Path) -> None:
    """With --quiet a run that went well prints nothing, so that cron sends no mail."""
    result = podcaster(built, "--quiet", "build", "nachtzug.txt", "--again")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_text_comes_by_standard_input(tmp_path: Path) -> None:
    """`-` reads the article from standard input."""
    result = subprocess.run(
        [sys.executable, "-m", "podcaster", "--project", str(tmp_path), "build", "-", "--voice", "pico"],
        input="Ein Titel\n\nDas ist ein Satz. Und das ist noch einer, der etwas länger ist.\n",
        env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "audio" / "ein-titel.mp3").exists()


def test_the_others_are_built_when_one_fails(tmp_path: Path) -> None:
    """A missing file fails alone: the status is 1, the other article is in the feed."""
    shutil.copy(SAMPLE, tmp_path)
    result = podcaster(tmp_path, "build", "fehlt.txt", "nachtzug.txt")
    assert result.returncode == 1
    assert "fehlt.txt" in result.stderr
    assert "1 built, 0 unchanged, 1 failed" in result.stderr
    assert len(feedparser.parse(tmp_path / "feeds" / "podcast.xml").entries) == 1


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty"),
    "picture.txt": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 8, "text"),
    "numbers.txt": (b"1 2 3\n\n;;;\n", "sentence"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_articles_get_one_sentence(tmp_path: Path, name: str) -> None:
    """What is no article is refused with a sentence that names the file; nothing is left behind."""
    content, word = BAD[name]
    (tmp_path / name).write_bytes(content)
    result = podcaster(tmp_path, "build", name)
    assert result.returncode == 1
    complaint = [line for line in result.stderr.splitlines() if line.startswith("podcaster: ")]
    assert len(complaint) == 1
    assert name in complaint[0]
    assert word in complaint[0]
    assert "Traceback" not in result.stderr
    assert not [path for path in (tmp_path / "audio").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("arguments", "settings", "word"),
    [
        (["build", "nachtzug.txt", "--voice", "pavarotti"], "", "pavarotti"),
        (["build", "nachtzug.txt"], "[show]\ntitle = 3", "title"),
        (["build", "nachtzug.txt"], "[show", "podcaster.toml"),
        (["build"], "", "ARTICLE"),
        (["build", "a.txt", "b.txt", "--title", "x"], "", "--title"),
        (["build", "nachtzug.txt", "--title", "  "], "", "--title"),
        (["build", "nachtzug.txt", "--author", ""], "", "--author"),
        (["build", ""], "", "empty name"),
        (["build", "nachtzug.txt"], '[show]\nlanguage = ""', "language"),
        (["build", "nachtzug.txt"], '[show]\ncategory = "Nachrichten"', "categories"),
        (["--project", "nirgends", "build", "nachtzug.txt"], "", "nirgends"),
    ],
)
def test_wrong_usage_exits_with_2(tmp_path: Path, arguments: list[str], settings: str, word: str) -> None:
    """Wrong options and settings are refused before anything is begun."""
    shutil.copy(SAMPLE, tmp_path)
    (tmp_path / "podcaster.toml").write_text(settings, encoding="utf-8")
    result = podcaster(tmp_path, *arguments)
    assert result.returncode == 2
    assert word in result.stderr
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.rglob("*.mp3"))


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file where audio/ should be is said before a word is voiced."""
    shutil.copy(SAMPLE, tmp_path)
    (tmp_path / "audio").write_text("in the way")
    result = podcaster(tmp_path, "build", "nachtzug.txt")
    assert result.returncode == 2
    assert str(tmp_path / "audio") in result.stderr
    assert "Traceback" not in result.stderr
