"""The feed as podcast apps' own parsers read it, and through all that may happen to an episode."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import feedparser
import podcastparser
from lxml import etree
from mutagen.id3 import ID3

from podcaster.checking import check_feed
from podcaster.episode import read_episodes
from podcaster.feed import Place, feed_xml, write_feeds
from podcaster.feed.rss import NAMESPACES
from podcaster.project import Project
from podcaster.settings import Settings, Show
from tests import making


def project(folder: Path, **show: object) -> Project:
    """A project whose base URL is set."""
    values = {"base_url": "https://pod.example/hoeren", **show}
    return Project(folder, Settings(show=Show(**values)))  # type: ignore[arg-type]


def items(data: bytes) -> dict[str, etree._Element]:
    """Guid -> item."""
    return {item.findtext("guid", ""): item for item in etree.fromstring(data).iter("item")}


def test_parsers_of_podcast_apps_read_the_feed(tmp_path: Path) -> None:
    """podcastparser and feedparser find the episode with its guid, the file's length, and its duration."""
    here = project(tmp_path)
    made = making.episode(here.audio, show=here.settings.show)
    write_feeds(here, read_episodes(here.audio))
    path = here.feeds / "podcast.xml"
    parsed = podcastparser.parse("https://pod.example/hoeren/feeds/podcast.xml", path.open("rb"))
    assert parsed["title"] == "Artikel zum Hören"
    assert parsed["cover_url"] == "https://pod.example/hoeren/feeds/podcast.jpg"
    (item,) = parsed["episodes"]
    (enclosure,) = item["enclosures"]
    assert enclosure["url"] == "https://pod.example/hoeren/audio/kohle.mp3"
    assert enclosure["file_size"] == (here.audio / "kohle.mp3").stat().st_size == made.size
    assert item["guid"] == "https://zeitung.example/wirtschaft/kohle-1"
    assert item["total_time"] == round(made.duration)
    assert item["published"] == int(making.PUBLISHED.timestamp())
    assert [chapter["title"] for chapter in item["chapters"]] == ["Einleitung", "Wind & Wetter", "Was bleibt"]
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo
    assert feed.feed.title == "Artikel zum Hören"
    (entry,) = feed.entries
    assert entry.title == "Kohle, Gas und Wind"
    assert entry.id == "https://zeitung.example/wirtschaft/kohle-1"
    assert entry.link == "https://zeitung.example/wirtschaft/kohle-1"
    assert entry.enclosures[0].length == str(made.size)


def test_a_rebuilt_feed_is_the_same_file(tmp_path: Path) -> None:
    """Writing the feed again from the manifests, or after all was deleted, gives the same bytes."""
    here = project(tmp_path)
    making.episode(here.audio)
    assert write_feeds(here, read_episodes(here.audio))
    before = {path.name: path.read_bytes() for path in here.feeds.iterdir()}
    assert write_feeds(here, read_episodes(here.audio)) == []
    assert write_feeds(here, read_episodes(here.audio), afresh=True) == []
    shutil.rmtree(here.feeds)
    write_feeds(here, read_episodes(here.audio))
    assert {path.name: path.read_bytes() for path in here.feeds.iterdir()} == before


def test_guid_and_date_outlive_everything(tmp_path: Path) -> None:
    """Voiced anew, renamed, moved, and with another base URL, an episode keeps guid and pubDate."""
    here = project(tmp_path / "a")
    making.episode(here.audio)
    write_feeds(here, read_episodes(here.audio))
    (first,) = items((here.feeds / "podcast.xml").read_bytes()).values()

    changed = making.article(title="Neuer Titel", url="https://zeitung.example/wirtschaft/kohle-1")
    making.episode(here.audio, changed, revision=2, updated=making.PUBLISHED.replace(day=22))
    for path in here.audio.glob("kohle.*"):
        path.rename(path.with_name(path.name.replace("kohle", "strom")))
    moved = project(tmp_path / "b", base_url="https://elsewhere.example")
    shutil.move(here.audio, moved.audio)
    write_feeds(moved, read_episodes(moved.audio))
    (second,) = items((moved.feeds / "podcast.xml").read_bytes()).values()

    assert second.findtext("title") == "Neuer Titel"
    for name in ("guid", "pubDate"):
        assert first.findtext(name) == second.findtext(name)


def test_a_revoiced_episode_has_new_addresses(tmp_path: Path) -> None:
    """Apps keep sound by its address: a second version has another, and so have transcript and chapters."""
    here = project(tmp_path)
    making.episode(here.audio, revision=2)
    write_feeds(here, read_episodes(here.audio))
    (item,) = items((here.feeds / "podcast.xml").read_bytes()).values()
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.get("url") == "https://pod.example/hoeren/audio/kohle.mp3?v=2"
    sides = item.xpath("podcast:transcript/@url | podcast:chapters/@url", namespaces=NAMESPACES)
    assert sorted(sides) == [
        f"https://pod.example/hoeren/audio/kohle.{suffix}?v=2"
        for suffix in ("chapters.json", "html", "srt", "vtt")
    ]
    picture = item.xpath("itunes:image/@href", namespaces=NAMESPACES)
    assert picture == ["https://pod.example/hoeren/audio/kohle.jpg?v=2"]
    findings = check_feed((here.feeds / "podcast.xml").read_bytes(), "podcast.xml")
    assert [finding for finding in findings if finding.level == "error"] == []


def test_what_is_missing_on_disk_is_not_in_the_feed(tmp_path: Path) -> None:
    """A deleted transcript or cover is not promised, and an episode without sound is left out."""
    here = project(tmp_path)
    making.episode(here.audio)
    making.episode(here.audio, making.article(url="https://zeitung.example/2"), slug="zwei")
    (here.audio / "kohle.srt").unlink()
    (here.audio / "kohle.jpg").unlink()
    (here.audio / "zwei.mp3").unlink()
    write_feeds(here, read_episodes(here.audio))
    (item,) = items((here.feeds / "podcast.xml").read_bytes()).values()
    kinds = item.xpath("podcast:transcript/@type", namespaces=NAMESPACES)
    assert sorted(kinds) == ["text/html", "text/vtt"]
    assert item.xpath("itunes:image/@href", namespaces=NAMESPACES) == [
        "https://pod.example/hoeren/feeds/podcast.jpg"
    ]


def test_show_notes_list_chapters_with_times_and_the_notice() -> None:
    """Lead, time stamps from 00:00:00, the article's link and the notice stand in the notes."""
    (episode,) = making.many(1)
    data = feed_xml(
        Show(), [replace(episode, notice="Gelesen von einer Computerstimme.")], Place("https://p.example/")
    )
    (item,) = items(data).values()
    notes = item.findtext("content:encoded", "", NAMESPACES)
    assert "<li>00:00:00 Kapitel 0</li><li>00:01:00 Kapitel 1</li>" in notes
    assert "Ein Vorspann" in notes
    assert '<a href="https://zeitung.example/artikel/0">' in notes
    assert "Gelesen von einer Computerstimme: SVOX Pico." in notes
    assert item.findtext("description") == notes


def test_long_show_notes_fit_4000_bytes_in_the_description() -> None:
    """A hundred chapters and an endless lead: the description is cut between elements, the notes are not."""
    (episode,) = making.many(1)
    chapters = tuple(replace(episode.chapters[0], title=f"Kapitel über Größe {i} " * 5) for i in range(100))
    long = replace(episode, lead="Größe & Gewicht " * 500, chapters=chapters)
    (item,) = items(feed_xml(Show(), [long], Place("https://p.example/"))).values()
    short, full = item.findtext("description", ""), item.findtext("content:encoded", "", NAMESPACES)
    assert 1000 < len(short.encode()) <= 4000
    assert full.count("<li>") == 100
    for notes in (short, full):
        etree.fromstring(f"<div>{notes}</div>")


def test_a_private_feed_asks_to_be_left_out_of_the_directory() -> None:
    """`block` in the settings, or at the call, becomes itunes:block."""
    place = Place("https://p.example/")
    assert b"itunes:block" not in feed_xml(Show(), [], place)
    for data in (feed_xml(Show(block=True), [], place), feed_xml(Show(), [], place, block=True)):
        assert b"<itunes:block>Yes</itunes:block>" in data


def test_without_a_lead_the_notes_begin_as_the_article_does(tmp_path: Path) -> None:
    """Show notes and the tag's comment say what the episode is about, where the article has no lead."""
    here = project(tmp_path)
    made = making.episode(here.audio, making.article(lead=None))
    write_feeds(here, [made])
    (item,) = items((here.feeds / "podcast.xml").read_bytes()).values()
    begins = "Im Jahr 2022 waren es 200.000 Tonnen. Das ist viel."
    assert item.findtext("description", "").startswith(f"<p>{begins}</p>")
    assert item.findtext("itunes:summary", "", NAMESPACES).startswith(begins)
    assert ID3(here.audio / "kohle.mp3").getall("COMM")[0].text == [begins]
