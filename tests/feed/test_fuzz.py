"""Whatever people or machines write into titles, leads and names: feeds, files and tags stay whole."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import feedparser
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from mutagen.id3 import ID3

from podcaster.checking import check_feed
from podcaster.episode import read_cues, read_episodes
from podcaster.feed import Place, feed_xml, show_notes
from podcaster.feed.rss import NAMESPACES
from podcaster.model import Chapter, Episode
from podcaster.settings import Show
from podcaster.text import clean, one_line
from tests import making

NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "]]>",
        "<![CDATA[",
        "&amp; & &#x0; &lt;",
        "\x00\x01\x08\x0b\x1f\x7f\x9f",
        "\ud800",
        "\udfff\ud83d",
        "\ufffe\uffff\ufdd0",
        "مرحبا بالعالم",
        "\u202eRTL\u202c",
        "😀👨‍👩‍👧‍👦",
        "x" * 10_000,
        "ä" * 10_000,
        "\r\n\t \u2028\u2029\x85\xa0",
        "-->",
        "<?xml version='1.0'?>",
        "e\u0301",
        "' onclick='x",
        '" onclick="x',
        "javascript:alert(1)",
    ]
)
TEXT = st.lists(st.one_of(st.text(st.characters(exclude_categories=()), max_size=40), NASTY), max_size=4).map(
    "".join
)
FUZZ = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(title: str, lead: str, author: str, chapter: str, url: str) -> Episode:
    """An episode as `write_episode` makes it of such texts."""
    (plain,) = making.many(1)
    fields = {
        "title": one_line(title) or "Ohne Titel",
        "lead": one_line(lead) or None,
        "authors": tuple(filter(None, [one_line(author)])),
        "publisher": one_line(author) or None,
        "chapters": (Chapter(one_line(chapter) or "Kapitel", 0, 60, None), *plain.chapters[1:]),
        "url": clean(url) or None,
    }
    return Episode(**{name: fields.get(name, getattr(plain, name)) for name in Episode.__dataclass_fields__})


@FUZZ
@given(TEXT, TEXT, TEXT, TEXT, TEXT)
@example("]]>", "<script>alert(1)</script>", "&", "\ud800", "https://zeitung.example/ä b?<>&\"'")
def test_feeds_are_well_formed_and_say_the_same(
    title: str, lead: str, author: str, chapter: str, url: str
) -> None:
    """The feed is parsed, says just what was put in, holds no markup of others, and breaks no rule."""
    show = Show(
        title=title or "x", author=author or "x", description=lead or "x", base_url="https://pod.example"
    )
    episode = made(title, lead, author, chapter, url)
    data = feed_xml(show, [episode], Place("https://pod.example/"))
    root = etree.fromstring(data)
    item = root.find("channel/item")
    assert item is not None
    said = item.findtext("title", "")
    assert said == episode.title if len(episode.title) <= 255 else said[:100] == episode.title[:100]
    assert root.findtext("channel/description") is not None
    errors = [str(found) for found in check_feed(data, "x") if found.level == "error"]
    assert errors == []
    notes = item.findtext("content:encoded", "", NAMESPACES)
    tree = html.fragment_fromstring(notes, create_parent="div")
    assert {element.tag for element in tree.iter()} <= {"div", "p", "ul", "li", "a"}
    assert all(set(element.attrib) <= {"href"} for element in tree.iter())
    assert all(str(a.get("href")).startswith("http") for a in tree.iter("a"))
    if episode.lead:
        assert tree[0].text_content() == episode.lead
    parsed = feedparser.parse(data)
    assert not parsed.bozo
    assert len(parsed.entries) == 1


@FUZZ
@given(TEXT, TEXT)
def test_show_notes_are_xml_too(lead: str, chapter: str) -> None:
    """Show notes are well-formed, for apps that parse them strictly, within their limit."""
    episode = made("x", lead, lead, chapter, "")
    for limit in (None, 4000):
        notes = show_notes(episode, "https://pod.example/feeds/x.html", limit)
        etree.fromstring(f"<div>{notes}</div>")
        assert limit is None or len(notes.encode()) <= limit


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT, TEXT, TEXT, TEXT)
@example("<b>]]>&\x00\ud800", "\udfff", "😀", "مرحبا -->")
@example("", "", "", " ")
def test_tags_and_files_say_the_same(title: str, lead: str, author: str, heading: str) -> None:
    """An article of such texts becomes an episode: tags, transcript, chapters and manifest say the same."""
    from podcaster.model import Paragraph, Section

    sections = (
        Section(None, (Paragraph(lead or "Text."),)),
        Section(heading or "Überschrift", (Paragraph("Noch ein Satz."),)),
    )
    text = making.article(title=title or "x", lead=lead, authors=(author,), sections=sections, url=None)
    folder = Path(tempfile.mkdtemp())
    try:
        episode = making.episode(folder, text, guid="urn:sha256:1", source=title)
        if not episode.title:
            assert read_episodes(folder) == []  # a title of control characters is none, and is named
            return
        assert read_episodes(folder) == [episode]
        tags = ID3(folder / "kohle.mp3")
        assert str(tags["TIT2"]) == episode.title == one_line(title or "x")
        assert [str(tags[f"CHAP:chp{i}"].sub_frames["TIT2"]) for i in range(2)] == [
            chapter.title for chapter in episode.chapters
        ]
        document = json.loads((folder / "kohle.chapters.json").read_text(encoding="utf-8"))
        assert [row["title"] for row in document["chapters"]] == [
            chapter.title for chapter in episode.chapters
        ]
        said = " ".join(cue.text for cue in read_cues(folder / "kohle.vtt"))
        wanted = " ".join(one_line(u.written) for u in making.script(text).utterances)
        assert said.split() == wanted.split()
        page = html.document_fromstring((folder / "kohle.html").read_bytes())
        assert not page.xpath("//script")
    finally:
        shutil.rmtree(folder)
