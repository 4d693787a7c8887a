"""`check` on a project: nothing to say of a good one, and every kind of damage found where it is."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mutagen.id3 import ID3
from PIL import Image

from podcaster.checking import Finding, check_project
from podcaster.episode import read_episodes
from podcaster.project import Project
from podcaster.publishing import publish
from podcaster.settings import Settings, Show
from podcaster.text import stamp
from tests import making


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A whole project with one episode."""
    here = Project(tmp_path, Settings(show=Show(base_url="https://pod.example")))
    publish(here, [making.episode(here.audio, show=here.settings.show)])
    return here


def test_a_good_project_has_no_findings(project: Project) -> None:
    """All that a build writes holds against the standards and against itself."""
    assert check_project(project) == []


@pytest.mark.parametrize("mark", ["\u200e", "\u00ad", "\u2066"])
def test_characters_that_nobody_sees_are_not_missed(tmp_path: Path, mark: str) -> None:
    """A title with marks of direction or soft hyphens, which no voice reads, is as good as another."""
    here = Project(tmp_path, Settings(show=Show(base_url="https://pod.example")))
    text = making.article(f"Kohle{mark} und {mark}Gas")
    publish(here, [making.episode(here.audio, text, here.settings.show)])
    vtt = here.audio / "kohle.vtt"
    srt = here.audio / "kohle.srt"
    for path in (vtt, srt):
        path.write_text(path.read_text(encoding="utf-8").replace(mark, ""), encoding="utf-8")
    assert [finding.what for finding in check_project(here)] == [
        "has other words or times than when it was made"
    ]


def test_marks_without_words_are_not_missed(tmp_path: Path) -> None:
    """Dots and dashes that stand alone in the article need not stand in the transcript."""
    here = Project(tmp_path, Settings(show=Show(base_url="https://pod.example")))
    publish(here, [making.episode(here.audio, making.article("Kohle … und – Gas"), here.settings.show)])
    for path in (here.audio / "kohle.vtt", here.audio / "kohle.srt"):
        text = path.read_text(encoding="utf-8")
        assert "… und –" in text
        path.write_text(text.replace("… und –", "und"), encoding="utf-8")
    assert not [finding for finding in check_project(here) if finding.level == "error"]


def test_without_base_url_there_is_a_warning(tmp_path: Path) -> None:
    """A feed that works on this machine only is no error, but said."""
    here = Project(tmp_path, Settings())
    publish(here, [making.episode(here.audio)])
    (finding,) = check_project(here)
    assert finding.level == "warning"
    assert "base_url" in finding.mend


def cut(path: Path) -> None:
    """Lose the second half of a file."""
    os.truncate(path, path.stat().st_size // 2)


def reword(old: str, new: str) -> Callable[[Path], None]:
    """Replace a text in a file."""

    def edit(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def change(**values: object) -> Callable[[Path], None]:
    """Change fields of a manifest."""

    def edit(path: Path) -> None:
        path.write_text(json.dumps(json.loads(path.read_text()) | values))

    return edit


def drop(frame: str) -> Callable[[Path], None]:
    """Take an ID3 frame out, without changing the file's length."""

    def edit(path: Path) -> None:
        tags = ID3(path, translate=False)
        tags.delall(frame)
        before = path.stat().st_size
        tags.save(path, v2_version=3, padding=lambda info: info.padding)
        assert path.stat().st_size == before

    return edit


def shift(seconds: float) -> Callable[[Path], None]:
    """Move all cues of a transcript."""

    def moved(found: re.Match[str]) -> str:
        _, minutes, rest, mark, ms = found.groups()
        time = max(0.0, int(minutes) * 60 + int(rest) + int(ms) / 1000 + seconds)
        return stamp(time, mark)

    def edit(path: Path) -> None:
        pattern = r"(\d\d):(\d\d):(\d\d)([.,])(\d{3})"
        path.write_text(re.sub(pattern, moved, path.read_text(encoding="utf-8")), encoding="utf-8")

    return edit


def silence(path: Path) -> None:
    """Overwrite the second half of a file with zeros, so that its length stays."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2].ljust(len(data), b"\0"))


def delete(path: Path) -> None:
    """Remove a file."""
    path.unlink()


@pytest.mark.parametrize(
    ("name", "damage", "where", "what"),
    [
        ("audio/kohle.mp3", delete, "kohle.mp3", "is missing or empty"),
        ("audio/kohle.mp3", cut, "kohle.mp3", "its manifest says"),
        ("audio/kohle.mp3", drop("TIT2"), "kohle.mp3", "has no TIT2"),
        ("audio/kohle.mp3", drop("TXXX"), "kohle.mp3", "has no TXXX:SYNTHETIC-SPEECH"),
        ("audio/kohle.mp3", drop("CTOC"), "kohle.mp3", "CTOC"),
        ("audio/kohle.mp3", drop("CHAP"), "kohle.mp3", "does not list each CHAP once"),
        ("audio/kohle.json", delete, "kohle.mp3", "has no manifest"),
        ("audio/kohle.json", cut, "kohle.json", "is not valid JSON"),
        ("audio/kohle.json", change(duration=99.0), "kohle.mp3", "its manifest says 99.00 s"),
        ("audio/kohle.json", change(show="sport"), "kohle.json", 'of the show "sport"'),
        ("audio/kohle.json", change(guid="urn:sha256:1"), "podcast.xml", "of which there is no episode"),
        ("audio/kohle.json", change(revision=2), "podcast.xml", "gives the address"),
        ("audio/kohle.json", change(loudness=-30.0), "kohle.mp3", "-30.0 LUFS"),
        ("audio/kohle.json", change(text_hash="0" * 64), "kohle.mp3", "another text"),
        ("audio/kohle.chapters.json", reword("Was bleibt", "Anderes"), "chapters.json", "other chapters"),
        ("audio/kohle.chapters.json", cut, "chapters.json", "is no JSON chapters document"),
        (
            "audio/kohle.vtt",
            reword("200.000", "200"),
            "kohle.vtt",
            'lacks words of the article, as "200.000"',
        ),
        ("audio/kohle.vtt", reword("00:00:08.800 -->", "00:00:00.100 -->"), "kohle.vtt", "out of order"),
        ("audio/kohle.vtt", reword("--> 00:00:09.400", "--> 00:09:09.400"), "kohle.vtt", "after the sound"),
        ("audio/kohle.vtt", delete, "kohle.vtt", "is missing"),
        ("audio/kohle.vtt", shift(-0.25), "kohle.vtt", "has no cue at 5.50 s"),
        ("audio/kohle.vtt", shift(0.06), "kohle.vtt", "the nearest is +0.06 s off"),
        ("audio/kohle.vtt", shift(0.03), "kohle.vtt", "has other words or times than when it was made"),
        ("audio/kohle.srt", shift(-0.2), "kohle.srt", "at other times"),
        ("audio/kohle.srt", reword("200.000", "200"), "kohle.srt", "does not say the same"),
        ("audio/kohle.html", reword("PT3.300S", "PT3.500S"), "kohle.html", "at which no cue"),
        ("audio/kohle.mp3", silence, "kohle.mp3", "does not hold the sound"),
        ("audio/kohle.chapters.json", reword('"endTime": 5.5', '"endTime": 5.0'), "chapters.json", "other"),
        ("feeds/index.html", delete, "index.html", "is missing"),
        ("feeds/kohle.html", delete, "kohle.html", "is missing"),
        ("feeds/podcast.jpg", cut, "podcast.jpg", "cannot be read as a picture"),
        ("audio/kohle.jpg", cut, "kohle.jpg", "cannot be read as a picture"),
        ("feeds/podcast.jpg", delete, "podcast.jpg", "is missing"),
        ("feeds/podcast.xml", delete, "podcast.xml", "cannot be read"),
        ("feeds/podcast.xml", cut, "podcast.xml", "not well-formed"),
        ("feeds/podcast.xml", reword('length="', 'length="1'), "podcast.xml", "gives a length of"),
        (
            "feeds/podcast.xml",
            reword("<itunes:duration>10", "<itunes:duration>1"),
            "podcast.xml",
            "a duration of",
        ),
        ("feeds/podcast.xml", reword("audio/kohle.mp3", "audio/gas.mp3"), "podcast.xml", "gives the address"),
        ("feeds/podcast.xml", reword("/feeds/podcast.xml", "/podcast.xml"), "podcast.xml", "is found at"),
        (
            "feeds/podcast.xml",
            reword("<title>Kohle", "<title>Gas"),
            'xml, "kohle"',
            'says "Gas, Gas und Wind"',
        ),
        ("feeds/podcast.xml", reword("<podcast:guid>", "<podcast:guid>0"), "podcast.xml", "is no UUID"),
        (
            "feeds/podcast.xml",
            reword("<ttl>60</ttl>", "<ttl>60</ttl><webMaster>x</webMaster>"),
            "podcast.xml",
            "has webMaster",
        ),
        (
            "feeds/podcast.xml",
            reword("<itunes:type>episodic</itunes:type>", ""),
            "podcast.xml",
            "lacks itunes:type",
        ),
        (
            "feeds/podcast.xml",
            reword("audio/kohle.vtt", "audio/gas.vtt"),
            'xml, "kohle"',
            "podcast:transcript",
        ),
        (
            "feeds/podcast.xml",
            reword("audio/kohle.jpg", "audio/gas.jpg"),
            'xml, "kohle"',
            "itunes:image/@href",
        ),
        ("feeds/podcast.xml", reword("34ec878a", "00000000"), "podcast.xml", "in podcast:guid"),
        ("audio/.shows.json", reword(": ", ": [1], "), ".shows.json", "is damaged"),
        ("audio/.shows.json", reword('": "', '": "f'), ".shows.json", "is damaged"),
        ("feeds/page.css", delete, "page.css", "is missing or empty"),
        ("feeds/podcasts.opml", delete, "podcasts.opml", "is missing or empty"),
    ],
)
def test_damage_is_found_where_it_is(
    project: Project, name: str, damage: Callable[[Path], None], where: str, what: str
) -> None:
    """Each damage has a finding that names the file, says what is wrong, and how to mend it."""
    damage(project.folder / name)
    findings = check_project(project)
    found = [finding for finding in findings if where in finding.where and what in finding.what]
    assert found, [str(finding) for finding in findings]
    assert found[0].mend.startswith("Run `podcaster feed`") or not name.startswith("feeds/")
    assert found[0].level == "error" or "lacks words" not in what
    assert " at 0x" not in str(found[0])


def test_a_cover_that_is_no_square_is_an_error(project: Project) -> None:
    """Apple refuses covers that are not square."""
    Image.new("RGB", (1400, 1500)).save(project.audio / "kohle.jpg")
    findings = check_project(project)
    assert [finding.what for finding in findings if finding.where.endswith("kohle.jpg")] == [
        "has 1400 x 1500 px; apps want a square of 1400 to 3000"
    ]


def test_a_cover_that_another_program_has_shrunk_is_made_again(project: Project) -> None:
    """What `check` says of it helps, also where that program has kept the JPEG's comment."""
    cover = project.feeds / "podcast.jpg"
    with Image.open(cover) as picture:
        picture.resize((1000, 1000)).save(cover, comment=picture.info["comment"])
    (finding,) = check_project(project)
    assert (finding.where, finding.mend) == (str(cover), "Run `podcaster feed`")
    assert publish(project, read_episodes(project.audio), afresh=True) == [cover]
    assert check_project(project) == []


def test_a_cover_that_is_set_and_cannot_be_used_is_named(project: Project) -> None:
    """What `podcaster feed` would stop at is told, and a cover that is not drawn anew yet."""
    for show, where, what in (
        (Show(cover="nix.png"), "nix.png", "this cover does not exist"),
        (Show(cover="podcaster.toml"), "podcaster.toml", "is no picture that can be read (JPEG, PNG, WebP)"),
        (Show(title="Anders"), "podcast.jpg", "is not the cover that podcaster.toml asks for (any more)"),
    ):
        (project.folder / "podcaster.toml").write_text("[show]")
        findings = check_project(Project(project.folder, Settings(show=show)))
        assert what in [finding.what for finding in findings if finding.where.endswith(where)]


def test_what_a_killed_run_left_is_named(project: Project) -> None:
    """Unfinished files are found, and are no error."""
    (project.audio / ".kohle.mp3.x1.part").write_bytes(b"half")
    (finding,) = check_project(project)
    assert finding == Finding(
        str(project.audio / ".kohle.mp3.x1.part"),
        "was left behind by a run that was killed",
        "Delete it",
        "warning",
    )


def test_the_feed_of_a_show_that_was_renamed_is_named(project: Project) -> None:
    """A feed that stays behind when its show gets another key is no error, but said."""
    (project.feeds / "politik.xml").write_bytes((project.feeds / "podcast.xml").read_bytes())
    (finding,) = check_project(project)
    assert (finding.where, finding.level) == (str(project.feeds / "politik.xml"), "warning")
    assert "[shows.politik]" in finding.mend


def test_an_empty_folder_is_told_to_write_its_feed(tmp_path: Path) -> None:
    """Before anything was built there is no feed, and `check` says how to get one."""
    findings = check_project(Project(tmp_path, Settings(show=Show(base_url="https://pod.example"))))
    assert {finding.mend for finding in findings} == {"Run `podcaster feed`"}


def test_missing_pages_of_older_episodes_are_found(tmp_path: Path) -> None:
    """Every document that the feed leads to is checked."""
    here = Project(tmp_path, Settings(show=Show(base_url="https://pod.example", feed_items=1)))
    for number in range(3):
        text = making.article(url=f"https://zeitung.example/{number}")
        made = making.PUBLISHED.replace(hour=number)
        making.episode(here.audio, text, here.settings.show, slug=f"a{number}", published=made)
    publish(here, read_episodes(here.audio))
    assert check_project(here) == []
    (here.feeds / "podcast.archive-1.xml").unlink()
    assert [finding.where for finding in check_project(here)] == [str(here.feeds / "podcast.archive-1.xml")]
