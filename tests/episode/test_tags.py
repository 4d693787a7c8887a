"""ID3 tags, as a reader of the standard finds them."""

from __future__ import annotations

from pathlib import Path

import miniaudio
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from podcaster.episode import read_episodes
from podcaster.model import Paragraph, Section
from tests import making


def test_tags_hold_all_that_the_standard_names(tmp_path: Path) -> None:
    """The MP3 carries ID3v2.3 frames of title, author, show, date, language, text, link and disclosure."""
    made = making.episode(tmp_path)
    tags = ID3(tmp_path / "kohle.mp3", translate=False)
    assert tags.version == (2, 3, 0)
    texts = {name: str(tags[name]) for name in ("TIT2", "TPE1", "TALB", "TLAN", "TCON", "TPUB", "TGID")}
    assert texts == {
        "TIT2": "Kohle, Gas und Wind",
        "TPE1": "Erika Beispiel, Max Muster",
        "TALB": "Artikel zum Hören",
        "TLAN": "deu",
        "TCON": "Podcast",
        "TPUB": "Beispielzeitung",
        "TGID": made.guid,
    }
    assert str(tags["TYER"]) == "2026"
    assert tags.getall("USLT")[0].lang == "deu"
    assert "200.000 Tonnen" in tags.getall("USLT")[0].text
    assert tags.getall("COMM")[0].text == ["Deutschland verbraucht weniger Kohle als je zuvor."]
    assert tags["WOAS"].url == "https://zeitung.example/wirtschaft/kohle-1"
    assert tags["PCST"].value == 1
    assert tags["WFED"].url == "http://localhost:8000/feeds/podcast.xml"
    (disclosure,) = tags.getall("TXXX")[0].text
    for part in ("engine=SVOX Pico", "voice=pico", "date=2026-11-20", made.text_hash):
        assert part in disclosure


def test_chapters_are_listed_with_title_and_link(tmp_path: Path) -> None:
    """CTOC is ordered, top-level, titled and names every CHAP; each has its times in ms, title and link."""
    made = making.episode(tmp_path)
    tags = ID3(tmp_path / "kohle.mp3")
    (toc,) = tags.getall("CTOC")
    assert toc.flags == 3
    assert toc.sub_frames["TIT2"].text
    chapters = [tags[f"CHAP:{name}"] for name in toc.child_element_ids]
    assert len(chapters) == len(made.chapters) == 3
    assert [str(c.sub_frames["TIT2"]) for c in chapters] == ["Einleitung", "Wind & Wetter", "Was bleibt"]
    end = round(made.duration * 1000)
    assert [(c.start_time, c.end_time) for c in chapters] == [(0, 5500), (5500, 7700), (7700, end)]
    assert [frame.start_time for frame in tags.getall("CHAP")] == [0, 5500, 7700]  # FFmpeg takes this order
    link = chapters[1].sub_frames.getall("WXXX")[0].url
    assert link == "https://zeitung.example/wirtschaft/kohle-1#:~:text=Wind%20%26%20Wetter"


def test_more_chapters_than_the_standard_counts(tmp_path: Path) -> None:
    """With 300 sections, the tag lists as many chapters as fit; the manifest has all."""
    sections = tuple(Section(f"Teil {n}", (Paragraph("Kurz."),)) for n in range(300))
    made = making.episode(tmp_path, making.article(sections=sections))
    tags = ID3(tmp_path / f"{made.slug}.mp3")
    assert len(tags.getall("CTOC")[0].child_element_ids) == len(tags.getall("CHAP")) == 255
    assert len(made.chapters) == 300


def test_all_durations_are_the_same(tmp_path: Path) -> None:
    """Manifest, tag, header and decoder agree on the length, within 50 ms."""
    making.episode(tmp_path)
    path = tmp_path / "kohle.mp3"
    (read,) = read_episodes(tmp_path)
    decoded = miniaudio.mp3_read_file_s16(str(path))
    lengths = [
        read.duration,
        int(str(ID3(path)["TLEN"])) / 1000,
        MP3(path).info.length,  # type: ignore[attr-defined]
        decoded.num_frames / decoded.sample_rate,
    ]
    assert max(lengths) - min(lengths) < 0.05, lengths
