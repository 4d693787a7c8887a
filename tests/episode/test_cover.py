"""Covers: drawn, taken from the article, or set by the user."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from mutagen.id3 import ID3
from PIL import Image, ImageDraw

from podcaster.episode import show_cover
from podcaster.episode.cover import LIMIT, _syllable, episode_cover
from podcaster.errors import UsageError
from podcaster.settings import Show
from tests import making


def opened(data: bytes) -> Image.Image:
    """The picture, whose size and kind every app can use."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    assert picture.format == "JPEG"
    assert picture.mode == "RGB"
    assert picture.width == picture.height
    assert len(data) <= LIMIT
    return picture


def jpeg(width: int, height: int, colour: str = "green") -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG")
    return file.getvalue()


@pytest.mark.parametrize(
    "title", ["Artikel zum Hören", "Ä", "", "W" * 10_000, "مرحبا 😀", "Rindfleischetikettierungsgesetz " * 40]
)
def test_a_drawn_cover_is_what_apps_want(tmp_path: Path, title: str) -> None:
    """Whatever the title: a show's cover has 3000 px, an episode's 1400, both at most 500 kB."""
    assert opened(show_cover(Show(title=title), tmp_path)).width == 3000
    assert opened(episode_cover(Show(), tmp_path, title, None)).width == 1400


@pytest.mark.parametrize("word", ["Verfassungsbeschwerde", "Donaudampfschifffahrtsgesellschaft"])
def test_a_long_word_is_small_rather_than_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    """German words of up to 34 letters stand whole on a cover."""
    drawn: list[str] = []
    draw = ImageDraw.ImageDraw.text

    def text(self: ImageDraw.ImageDraw, place: object, said: str, **rest: object) -> None:
        drawn.append(said)
        draw(self, place, said, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", text)
    episode_cover(Show(), tmp_path, f"Die {word} hat Erfolg", None)
    assert word in " ".join(drawn).split()


def test_a_word_that_must_be_cut_is_cut_after_a_syllable() -> None:
    """Two consonants between vowels are parted, and those that are said as one go on together."""
    word = "Verfassungsbeschwerde"
    assert [word[: _syllable(word, longest)] for longest in (6, 14, 17, 20)] == [
        "Verfas",
        "Verfassungsbe",
        "Verfassungsbe",
        "Verfassungsbeschwer",
    ]


def test_a_title_changes_the_cover_and_the_same_title_does_not(tmp_path: Path) -> None:
    """The type is really drawn, umlauts included, and drawing it again gives the same bytes."""
    plain, umlaut = (episode_cover(Show(), tmp_path, title, None) for title in ("Bar", "Bär"))
    assert plain != umlaut
    assert plain == episode_cover(Show(), tmp_path, "Bar", None)


def test_the_shows_cover_is_drawn_only_when_it_changes(tmp_path: Path) -> None:
    """A cover that stands there is taken as it is until title or author change."""
    path = tmp_path / "podcast.jpg"
    path.write_bytes(show_cover(Show(), tmp_path))
    drawn = path.read_bytes()
    marked = drawn[:-2] + b"as it was" + drawn[-2:]
    path.write_bytes(marked)
    assert show_cover(Show(), tmp_path, path) == marked
    path.write_bytes(drawn[:-1000])
    assert show_cover(Show(), tmp_path, path) == drawn
    assert show_cover(Show(title="Neu"), tmp_path, path) != marked


@pytest.mark.parametrize("noise", [False, True])
def test_a_cover_of_the_users_own_is_squared_and_reduced(tmp_path: Path, noise: bool) -> None:
    """A large picture of any shape becomes a square of at most 3000 px and 500 kB."""
    image = Image.effect_noise((3200, 3000), 60) if noise else Image.new("RGBA", (3200, 3000), "#ff000080")
    image.save(tmp_path / "own.png")
    show = Show(cover="own.png")
    assert opened(show_cover(show, tmp_path)).width in ((1400, 2000) if noise else (3000,))
    assert opened(episode_cover(show, tmp_path, "Titel", None)).width == 1400


def test_a_cover_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    """A cover that is missing, too small or no picture is one sentence with the file's name."""
    (tmp_path / "small.jpg").write_bytes(jpeg(800, 800))
    (tmp_path / "text.jpg").write_text("no picture")
    for name, says in (
        ("missing.jpg", "does not exist"),
        ("small.jpg", "800 x 800"),
        ("text.jpg", "no picture"),
    ):
        with pytest.raises(UsageError, match=says):
            show_cover(Show(cover=name), tmp_path)


def test_a_large_picture_of_the_article_is_the_episodes_cover(tmp_path: Path) -> None:
    """The article's picture is squared to 1400 px, stands in audio/ and in the MP3."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bild.jpg").write_bytes(jpeg(2000, 1500))
    making.episode(tmp_path / "audio", making.article(picture="bild.jpg"))
    data = (tmp_path / "audio" / "kohle.jpg").read_bytes()
    red, green, blue = opened(data).resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert green > 100 > red + blue
    assert ID3(tmp_path / "audio" / "kohle.mp3").getall("APIC")[0].data == data


@pytest.mark.parametrize("content", [jpeg(1399, 3000), b"no picture", b"", jpeg(2000, 2000)[:2000]])
def test_a_small_or_broken_picture_is_not_used(tmp_path: Path, content: bytes) -> None:
    """An article's picture that is too small, damaged or none never fails the episode: its title is drawn."""
    assert episode_cover(Show(), tmp_path, "Titel", content) == episode_cover(Show(), tmp_path, "Titel", None)


def test_grey_of_16_bits_stays_grey(tmp_path: Path) -> None:
    """A scan with 65,536 shades comes out as bright as it is, not white."""
    file = io.BytesIO()
    Image.new("I;16", (1500, 1500), 0x8000).save(file, "PNG")
    assert (
        opened(episode_cover(Show(), tmp_path, "Titel", file.getvalue())).getpixel((700, 700)) == (128,) * 3
    )


def test_a_picture_of_too_many_pixels_is_not_worth_a_word(tmp_path: Path) -> None:
    """It is not used, and nothing is printed: cron mails what is."""
    file = io.BytesIO()
    Image.new("1", (10_000, 12_500)).save(file, "PNG")
    (tmp_path / "picture.png").write_bytes(file.getvalue())
    code = (
        "from pathlib import Path; from podcaster.episode.cover import _usable;"
        "assert _usable(Path('picture.png').read_bytes()) is None"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True)
    assert done.stderr == b""


def test_a_picture_on_the_web_comes_through_the_given_fetch(tmp_path: Path) -> None:
    """An address is asked for through `fetch`, and what it raises costs the picture only."""
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        if "gone" in url:
            raise OSError("gone")
        return jpeg(1500, 1500, "blue")

    for name in ("bild", "gone"):
        text = making.article(
            picture=f"https://zeitung.example/{name}.jpg", url=f"https://zeitung.example/{name}"
        )
        making.episode(tmp_path, text, slug=name, fetch=fetch)
    assert asked == ["https://zeitung.example/bild.jpg", "https://zeitung.example/gone.jpg"]
    assert (tmp_path / "bild.jpg").read_bytes() != (tmp_path / "gone.jpg").read_bytes()


@pytest.mark.parametrize(
    ("source", "picture"),
    [
        ("articles/kohle.txt", "../bild.jpg"),
        ("articles/kohle.txt", "{folder}/bild.jpg"),
        ("https://zeitung.example/a", "{folder}/bild.jpg"),
        ("https://zeitung.example/a", "bild.jpg"),
        ("-", "file://{folder}/bild.jpg"),
        ("articles/kohle.txt", "data:image/jpeg;base64," + "x" * 5000),
    ],
)
def test_a_page_cannot_name_other_files_of_this_machine(tmp_path: Path, source: str, picture: str) -> None:
    """Only a picture that lies with a local article is taken from disk."""
    (tmp_path / "bild.jpg").write_bytes(jpeg(2000, 1500))
    (tmp_path / "articles").mkdir()
    named = making.article(picture=picture.format(folder=tmp_path))
    making.episode(tmp_path / "audio", named, source=source)
    drawn = episode_cover(Show(), tmp_path, named.title, None)
    assert (tmp_path / "audio" / "kohle.jpg").read_bytes() == drawn


def test_a_cover_that_cannot_be_used_leaves_the_old_episode_whole(tmp_path: Path) -> None:
    """A new version that fails for a wrong setting changes no file of the one that is there."""
    making.episode(tmp_path / "audio")
    before = {path.name: path.read_bytes() for path in (tmp_path / "audio").iterdir()}
    with pytest.raises(UsageError):
        making.episode(tmp_path / "audio", making.article("Neu"), Show(cover="nix.png"), revision=2)
    after = {path.name: path.read_bytes() for path in (tmp_path / "audio").iterdir()}
    assert {name: data for name, data in after.items() if not name.startswith(".")} == before
