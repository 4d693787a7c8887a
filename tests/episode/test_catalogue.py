"""The catalogue in a world that damages files: the whole episodes go on, the others are named."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3

from podcaster.episode import find_slug, read_catalogue, read_episodes, remove_episode
from podcaster.errors import PodcasterError
from podcaster.feed import Place, feed_xml
from podcaster.model import Episode
from podcaster.settings import Show
from tests import making


@pytest.fixture
def audio(tmp_path: Path) -> Path:
    """A folder with one whole episode, `gut`, and one that a test may damage, `kohle`."""
    making.episode(tmp_path / "audio", making.article(url="https://zeitung.example/gut"), slug="gut")
    making.episode(tmp_path / "audio")
    return tmp_path / "audio"


def edit(path: Path, **values: object) -> None:
    """Change fields of a manifest, as somebody with an editor would."""
    document: dict[str, Any] = json.loads(path.read_text())
    path.write_text(json.dumps(document | values))


def damaged(audio: Path) -> tuple[list[str], list[str]]:
    """The slugs that can be published, and the problems."""
    catalogue = read_catalogue(audio)
    return sorted(e.slug for e in catalogue.episodes), [str(problem) for problem in catalogue.problems]


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    """Every field of an episode survives its manifest."""
    made = making.episode(tmp_path, wanted_voice="gtts", article_hash="a" * 64, revision=3)
    assert read_episodes(tmp_path) == [made]


def test_an_empty_or_missing_folder_has_no_episodes(tmp_path: Path) -> None:
    """A project in which nothing was built has no episodes and no problems."""
    assert read_catalogue(tmp_path) == read_catalogue(tmp_path / "missing")
    assert read_episodes(tmp_path) == []


def test_a_deleted_manifest_is_an_unfinished_build(audio: Path) -> None:
    """Without its manifest an episode is not there, and nothing is wrong with the others."""
    (audio / "kohle.json").unlink()
    assert damaged(audio) == (["gut"], [])


@pytest.mark.parametrize("emptied", [False, True])
def test_a_deleted_or_empty_sound_is_left_out_and_named(audio: Path, emptied: bool) -> None:
    """An episode without sound is in no feed, and its manifest is still known, to build it again."""
    if emptied:
        (audio / "kohle.mp3").write_bytes(b"")
    else:
        (audio / "kohle.mp3").unlink()
    slugs, (problem,) = damaged(audio)
    assert slugs == ["gut"]
    assert "kohle.mp3: is missing or empty; the episode is left out of the feed" in problem
    (known,) = read_catalogue(audio).problems
    assert isinstance(known.episode, Episode)
    assert known.episode.guid == "https://zeitung.example/wirtschaft/kohle-1"


@pytest.mark.parametrize("lost", [1, 1000, 20_000])
@pytest.mark.parametrize("hashed", [True, False])
def test_a_sound_that_was_cut_off_is_left_out(tmp_path: Path, lost: int, hashed: bool) -> None:
    """Nobody is sent the beginning of an MP3: neither where the manifest has a hash nor where it is older."""
    made = making.episode(tmp_path)
    path = tmp_path / "kohle.mp3"
    if not hashed:
        _announce(path, made.sound_size)
        edit(tmp_path / "kohle.json", sound_hash="", sound_size=0, size=path.stat().st_size)
    assert damaged(tmp_path) == (["kohle"], [])
    os.truncate(path, path.stat().st_size - lost)
    slugs, (problem,) = damaged(tmp_path)
    assert slugs == []
    assert "the episode is left out of the feed: build the article again" in problem


def _announce(path: Path, size: int) -> None:
    """Give the sound an Info frame, as the mixer does; it is counted as 72 bytes."""
    data = path.read_bytes()
    head = data[:-size] + data[-size : -size + 4]
    info = b"Info" + (3).to_bytes(4, "big") + (1).to_bytes(4, "big") + (size + 72).to_bytes(4, "big")
    path.write_bytes(head + (bytes(9) + info).ljust(68, b"\0") + data[-size:])


@pytest.mark.parametrize("hashed", [True, False])
def test_a_sound_that_was_tagged_anew_keeps_its_place(tmp_path: Path, hashed: bool) -> None:
    """Other tags, or none, change the file's length and not the sound: the episode goes on."""
    made = making.episode(tmp_path)
    path = tmp_path / "kohle.mp3"
    if not hashed:
        _announce(path, made.sound_size)
        edit(tmp_path / "kohle.json", sound_hash="", sound_size=0)
    ID3(path).delete(path)
    slugs, (problem,) = damaged(tmp_path)
    assert slugs == ["kohle"]
    assert "left out" not in problem


def test_a_sound_of_another_length_keeps_its_place_with_the_real_length(audio: Path) -> None:
    """Where the MP3 was changed by hand, the feed gives the file's length, and the problem is named."""
    with (audio / "kohle.mp3").open("ab") as file:
        file.write(b"more")
    slugs, (problem,) = damaged(audio)
    assert slugs == ["gut", "kohle"]
    assert "left out" not in problem
    by_slug = {episode.slug: episode for episode in read_episodes(audio)}
    assert by_slug["kohle"].size == (audio / "kohle.mp3").stat().st_size


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is not valid JSON"),
        (b"{", "is not valid JSON"),
        (b"[1]", "is no manifest"),
        (b'{"guid": 1}', "is no manifest"),
        (b"\xff\xfe\x00", "is not valid JSON"),
        (b'{"format": 2, "episodes": "elsewhere"}', "was written by a newer podcaster (format 2)"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_named(audio: Path, content: bytes, says: str) -> None:
    """A damaged manifest, or one of a newer version, costs its own episode only."""
    (audio / "kohle.json").write_bytes(content)
    slugs, (problem,) = damaged(audio)
    assert slugs == ["gut"]
    assert says in problem
    assert "kohle.json" in problem


def test_a_newer_manifest_that_looks_like_ours_is_refused_too(audio: Path) -> None:
    """What a newer format means is not guessed, even where its fields have the same names."""
    edit(audio / "kohle.json", format=2, later="field")
    slugs, (problem,) = damaged(audio)
    assert slugs == ["gut"]
    assert "update podcaster" in problem


@pytest.mark.parametrize(
    "values",
    [
        {"duration": -1},
        {"duration": 1e300},
        {"revision": 0},
        {"guid": " "},
        {"title": ""},
        {"published": "gestern"},
        {"chapters": [{"title": "x"}]},
        {"size": "groß"},
    ],
)
def test_a_hand_edited_manifest_with_impossible_values_is_named(
    audio: Path, values: dict[str, object]
) -> None:
    """A value that cannot be is no reason to publish nonsense, nor to stop."""
    edit(audio / "kohle.json", **values)
    slugs, (problem,) = damaged(audio)
    assert slugs == ["gut"]
    assert "kohle.json" in problem


def test_a_hand_edited_title_is_taken_and_unknown_fields_are_ignored(audio: Path) -> None:
    """Who corrects a title in a manifest finds it in the feed."""
    edit(
        audio / "kohle.json", title="  Ein besserer\nTitel ", note="von mir", published="2026-11-20T06:30:00"
    )
    by_slug = {episode.slug: episode for episode in read_episodes(audio)}
    assert by_slug["kohle"].title == "Ein besserer Titel"
    assert by_slug["kohle"].published == making.PUBLISHED


def test_what_no_feed_can_hold_is_taken_out_of_a_hand_edited_manifest(audio: Path) -> None:
    """Control characters that an editor has put anywhere into a manifest stop no feed."""
    dirty = "a\x00\x1b\ufffe\nb"
    chapters = [{"title": dirty, "start": 0.0, "end": 9.0, "url": dirty}]
    texts = dict.fromkeys(("title", "lead", "publisher", "url", "language", "engine", "notice"), dirty)
    edit(audio / "kohle.json", authors=[dirty, "\x00"], chapters=chapters, **texts)
    episode = {episode.slug: episode for episode in read_episodes(audio)}["kohle"]
    assert (episode.title, episode.lead, episode.language) == ("a\ufffd b",) * 3
    assert episode.authors == ("a\ufffd b",)
    assert episode.chapters[0].title == "a\ufffd b"
    feed_xml(Show(), [episode], Place("https://pod.example/"))


@pytest.mark.parametrize("name", [b"\xffkohle", b"ko\nhle", b"ko\x1bhle"])
def test_a_name_that_no_address_can_hold_is_left_out(audio: Path, name: bytes) -> None:
    """Files whose names are no UTF-8, or hold control characters, stop no feed."""
    for suffix in (b".json", b".mp3"):
        (audio / f"kohle{suffix.decode()}").rename(os.fsdecode(os.fsencode(audio) + b"/" + name + suffix))
    slugs, (problem,) = damaged(audio)
    assert slugs == ["gut"]
    assert "rename the episode's files" in problem


def test_a_renamed_episode_keeps_guid_and_date(audio: Path) -> None:
    """Who renames all files of an episode has renamed it: the manifest's own name counts."""
    for path in audio.glob("kohle.*"):
        path.rename(audio / path.name.replace("kohle", "../audio/strom"))
    by_slug = {episode.slug: episode for episode in read_episodes(audio)}
    assert by_slug["strom"].guid == "https://zeitung.example/wirtschaft/kohle-1"
    assert by_slug["strom"].published == making.PUBLISHED


def test_a_copied_episode_is_left_out(audio: Path) -> None:
    """Two manifests with one guid would hide one another: the first stays, the other is named."""
    for suffix in ("json", "mp3"):
        (audio / f"kohle2.{suffix}").write_bytes((audio / f"kohle.{suffix}").read_bytes())
    slugs, (problem,) = damaged(audio)
    assert slugs == ["gut", "kohle"]
    assert "kohle2.json: has the guid of kohle.json" in problem


def test_episodes_stand_newest_first(tmp_path: Path) -> None:
    """The order is that of publication, whatever the names."""
    for number, slug in enumerate(("b", "c", "a")):
        text = making.article(url=f"https://zeitung.example/{slug}")
        making.episode(tmp_path, text, slug=slug, published=making.PUBLISHED.replace(hour=number))
    assert [episode.slug for episode in read_episodes(tmp_path)] == ["a", "c", "b"]


def test_removing_takes_all_files_and_no_other(audio: Path) -> None:
    """All files of an episode go, the manifest first; those of the others stay."""
    before = {path.name for path in audio.iterdir()}
    removed = remove_episode(audio, "kohle")
    assert removed[0].name == "kohle.json"
    assert {path.name for path in audio.iterdir()} == {name for name in before if name.startswith("gut.")}


def test_an_episode_is_found_by_slug_guid_address_and_path(audio: Path) -> None:
    """Every name that a user has at hand leads to the episode; another one leads nowhere."""
    catalogue = read_catalogue(audio)
    for name in ("kohle", "https://zeitung.example/wirtschaft/kohle-1", str(audio / "kohle.mp3")):
        assert find_slug(audio, catalogue, name) == "kohle"
    assert find_slug(audio, catalogue, "kohl") is None


@pytest.mark.parametrize("suffix", ["vtt", "chapters.json", "jpg", "mp3"])
def test_a_file_that_cannot_be_written_leaves_no_episode(audio: Path, suffix: str) -> None:
    """Whatever file fails, it is named, and there is no manifest: the episode is unfinished."""
    (audio / f"neu.{suffix}").mkdir()
    with pytest.raises(PodcasterError, match=rf"neu\.{suffix}: cannot be written"):
        making.episode(audio, slug="neu", guid="neu")
    assert not (audio / "neu.json").exists()
