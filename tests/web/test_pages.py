"""What stands in the pages, and which of them are written."""

from __future__ import annotations

import multiprocessing
import os
import re
import resource
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from podcaster.episode import read_episodes
from podcaster.errors import PodcasterError
from podcaster.model import Chapter, Cue, Episode, Paragraph, Section
from podcaster.project import Project, load_project
from podcaster.settings import Show
from podcaster.web import write_pages, writing_pages
from podcaster.web.episode_page import episode_page
from podcaster.web.list_page import show_page
from podcaster.web.text_section import text_section
from podcaster.web.transcript import parts_of
from tests import making
from tests.processor import measured


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give an empty project."""
    for name in ("audio", "feeds"):
        (tmp_path / name).mkdir()
    return load_project(tmp_path, {})


def names(paths: list[Path]) -> set[str]:
    """Give the names of what was written."""
    return {path.name for path in paths}


def test_only_what_changed_is_written(project: Project) -> None:
    """A second run writes nothing; a new episode its own page and the list; a changed one the same."""
    making.episode(project.audio)
    assert names(write_pages(project, read_episodes(project.audio))) == {
        "kohle.html", "index.html", "page.css", "player.js",
    }  # fmt: skip
    assert write_pages(project, read_episodes(project.audio)) == []
    making.episode(project.audio, making.article("Neues"), slug="neues", guid="neues")
    assert names(write_pages(project, read_episodes(project.audio))) == {"neues.html", "index.html"}
    making.episode(project.audio, making.article("Neueres"), slug="neues", guid="neues", revision=2)
    assert names(write_pages(project, read_episodes(project.audio))) == {"neues.html", "index.html"}
    assert "neues.mp3?v=2" in (project.feeds / "neues.html").read_text()


def test_what_is_lost_is_made_again(project: Project) -> None:
    """A page that was deleted or cut off, or a lost record of the pages, is mended by the next run."""
    making.episode(project.audio)
    episodes = read_episodes(project.audio)
    write_pages(project, episodes)
    page = project.feeds / "kohle.html"
    whole = page.read_bytes()
    page.unlink()
    assert names(write_pages(project, episodes)) == {"kohle.html"}
    page.write_bytes(b"")
    assert names(write_pages(project, episodes)) == {"kohle.html"}
    for damage in (b"", b"{", b'{"kohle.html": 5}', b"[]"):
        (project.feeds / ".pages.json").write_bytes(damage)
        write_pages(project, episodes)
        assert page.read_bytes() == whole


def test_pages_of_what_was_removed_go(project: Project) -> None:
    """The page of an episode that is gone is deleted; files that others put there stay."""
    making.episode(project.audio)
    write_pages(project, read_episodes(project.audio))
    (project.feeds / "impressum.html").write_text("ours")
    assert names(write_pages(project, [])) == {"kohle.html", "index.html"}
    assert not (project.feeds / "kohle.html").exists()
    assert (project.feeds / "impressum.html").exists()
    assert "Noch gibt es keine Folge" in (project.feeds / "index.html").read_text()


@pytest.mark.parametrize("slug", ["index", "podcast.archiv-1", "podcast.show"])
def test_an_episode_named_as_a_list_has_a_page(project: Project, slug: str) -> None:
    """An episode whose name is that of a list neither takes its place nor is swept away with old ones."""
    making.episode(project.audio, slug=slug)
    write_pages(project, read_episodes(project.audio))
    assert "<h1" in (project.feeds / f"{slug}.folge.html").read_text()
    assert f'href="{slug}.folge.html"' in (project.feeds / "index.html").read_text()


def test_ten_thousand(project: Project) -> None:
    """10,000 episodes that have their pages are looked through in no time, and one more writes two files."""
    episodes = list(making.many(10_000))
    write_pages(project, episodes)
    linked = set()
    for page in project.feeds.glob("*.html"):
        if page.name == "index.html" or ".archiv-" in page.name:
            text = page.read_text()
            assert len(text) < 200_000
            linked |= set(re.findall(r'<h3[^>]*><a href="([^"]+)"', text))
    assert linked == {f"{episode.slug}.html" for episode in episodes}
    with measured() as none:
        assert write_pages(project, episodes) == []
    newest = replace(
        episodes[-1], slug="neu", guid="neu", published=episodes[-1].published + timedelta(hours=1)
    )
    with measured() as one:
        assert names(write_pages(project, [newest, *episodes])) == {"neu.html", "index.html"}
    assert none.jobs + one.jobs < 5  # 2


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs two processors")
def test_many_pages_are_made_by_all_processors(project: Project) -> None:
    """Other processes make the same pages as this one, and name a transcript that they cannot read."""
    made = making.episode(project.audio)
    episodes = [
        replace(episode, files=made.files, slug=f"f{n}") for n, episode in enumerate(making.many(900))
    ]
    for episode in episodes:
        (project.audio / f"{episode.slug}.vtt").symlink_to(project.audio / "kohle.vtt")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    write_pages(project, episodes)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime > before + 0.1
    for episode in (episodes[0], episodes[-1]):
        page = project.feeds / f"{episode.slug}.html"
        whole = page.read_bytes()
        assert b"200.000 Tonnen" in whole
        page.unlink()
        assert names(write_pages(project, episodes)) == {page.name}
        assert page.read_bytes() == whole
    (project.feeds / ".pages.json").unlink()
    (project.audio / "kohle.vtt").write_bytes(b"\xff")
    with pytest.raises(PodcasterError, match=r"\.vtt: cannot be read"):
        write_pages(project, episodes)


def test_kept_texts_change_no_page(project: Project) -> None:
    """A page is the same whether its text was kept, is missing, damaged, or of another transcript."""
    making.episode(project.audio)
    episodes = read_episodes(project.audio)
    page, kept = project.feeds / "kohle.html", project.state / "texts" / "kohle.html"
    write_pages(project, episodes)
    whole, text = page.read_bytes(), kept.read_bytes()
    assert text.partition(b"\n")[2] in whole
    for damage in (None, text, b"", text[:-40], text.replace(b"200.000", b"300.000"), b"\xff" * 99):
        kept.unlink() if damage is None else kept.write_bytes(damage)
        page.unlink()
        assert names(write_pages(project, episodes)) == {"kohle.html"}
        assert page.read_bytes() == whole
        assert kept.read_bytes() == text


def test_kept_texts_follow_their_episodes(project: Project) -> None:
    """A kept text is used as it stands, until the transcript changes; it goes with its episode."""
    making.episode(project.audio)
    episodes = read_episodes(project.audio)
    transcript, kept = project.audio / "kohle.vtt", project.state / "texts" / "kohle.html"
    write_pages(project, episodes)
    before = kept.stat()
    (project.feeds / "kohle.html").unlink()
    write_pages(project, episodes)
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    transcript.write_text(transcript.read_text().replace("200.000", "300.000"))
    (project.feeds / "kohle.html").unlink()
    write_pages(project, episodes)
    assert "300.000" in (project.feeds / "kohle.html").read_text()
    write_pages(project, [])
    assert not kept.exists()


def test_pages_do_without_kept_texts(project: Project) -> None:
    """Where texts cannot be kept, the pages are made all the same."""
    making.episode(project.audio)
    project.state.mkdir(exist_ok=True)
    (project.state / "texts").write_text("in the way")
    write_pages(project, read_episodes(project.audio))
    assert "200.000 Tonnen" in (project.feeds / "kohle.html").read_text()


def test_pages_end_with_what_is_done_meanwhile(project: Project) -> None:
    """Processes that make pages end when the work beside them fails."""
    with pytest.raises(RuntimeError), writing_pages(project, making.many(2000)):
        raise RuntimeError
    assert multiprocessing.active_children() == []


def test_older_episodes_stay_on_their_pages(project: Project) -> None:
    """Every page of older episodes leads to the one before, and a new episode changes none of them."""
    episodes = list(making.many(200))
    write_pages(project, episodes)
    pages = sorted(project.feeds.glob("podcast.archiv-*.html"))
    assert [page.name for page in pages] == ["podcast.archiv-1.html", "podcast.archiv-2.html"]
    index = (project.feeds / "index.html").read_text()
    assert 'href="podcast.archiv-2.html"' in index
    assert 'href="podcast.archiv-1.html"' in pages[1].read_text()
    assert "Artikel Nummer 0:" in pages[0].read_text()
    write_pages(project, episodes[:100])
    assert not pages[1].exists()


def test_several_shows(project: Project) -> None:
    """Several shows share a page that leads to each one's own; when they are one again, it is the index."""
    (project.folder / "podcaster.toml").write_text('[shows.politik]\ntitle = "Politik <hören>"\n')
    making.episode(project.audio)
    making.episode(project.audio, making.article("Wahl"), slug="wahl", guid="wahl", show_key="politik")
    several = load_project(project.folder, {})
    episodes = read_episodes(project.audio)
    assert {"podcast.show.html", "politik.show.html"} <= names(write_pages(several, episodes))
    home = (project.feeds / "index.html").read_text()
    assert "Politik &lt;hören&gt;" in home
    assert 'href="politik.show.html"' in home
    own = (project.feeds / "politik.show.html").read_text()
    assert "wahl.html" in own
    assert "kohle.html" not in own
    assert 'data-feed="politik.xml"' in own
    assert 'href="politik.show.html"' in (project.feeds / "wahl.html").read_text()
    assert write_pages(several, episodes) == []
    (project.folder / "podcaster.toml").unlink()
    write_pages(project, [episode for episode in episodes if episode.show == "podcast"])
    assert not list(project.feeds.glob("*.show.html"))
    assert not (project.feeds / "wahl.html").exists()
    assert 'data-feed="podcast.xml"' in (project.feeds / "index.html").read_text()


#: Words as an attacker, a careless editor or the whole of Unicode would have them.
hostile = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '" onclick="alert(1)',
            "' autofocus onfocus='x",
            "]]>",
            "<!--",
            "-->",
            "<!--/subscribe-->",
            "</title><img src=x onerror=alert(1)>",
            "&amp;lt;",
            "&#x3c;b&#x3e;",
            "\x00\x08\x1b",
            "\ud800",
            "\ufffe",
            "\u202eאבג\u200f",
            "👩‍👩‍👧‍👦",
            "a\r\nb\x85c\u2028d",
            "x" * 10_000,
            "{0}{x}%s\\",
        ]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=hostile, lead=hostile, author=hostile, chapter=hostile, sentence=hostile, url=hostile)
def test_words_stay_words(title: str, lead: str, author: str, chapter: str, sentence: str, url: str) -> None:
    """Whatever is written anywhere, the page has the elements and attributes it always has, and shows it."""
    show = Show(title=title, author=author, description=lead)
    (plain,) = making.many(1)
    calm = replace(plain, chapters=(Chapter("a", 0, 9), Chapter("b", 9, 20)))
    wild = replace(
        calm, title=title, lead=lead, authors=(author,), publisher=author, notice=sentence, engine=chapter,
        url=f"https://{url}", guid=url, chapters=(Chapter("a", 0, 9), Chapter(chapter, 9, 20)),
    )  # fmt: skip
    for wrong, right in zip(pages(show, wild, sentence), pages(Show(), calm, "b"), strict=True):
        assert elements(wrong) <= elements(right)
    document = html.document_fromstring(pages(show, wild, sentence)[0])
    assert _words(document.find(".//h1").text_content()) == _words(title)


def pages(show: Show, episode: Episode, sentence: str) -> list[str]:
    """Write the pages that an episode is on."""
    cues = [Cue("Am Anfang.", 1, 2, 1), Cue(sentence, 10, 12, 2), Cue(f"{sentence}.", 13, 15, 3)]
    return [
        episode_page(show, episode, text_section(episode, cues), index="index.html", cover=None),
        show_page("podcast", show, [episode], cover=None, base="https://pod.example/", older=None, home=None),
    ]


def elements(page: str) -> set[tuple[str, ...]]:
    """Give all kinds of elements in a page with the names of their attributes."""
    document = html.document_fromstring(page)
    found = {(str(e.tag), *sorted(map(str, e.attrib))) for e in document.iter() if isinstance(e.tag, str)}
    hrefs = [str(href) for href in document.xpath("//@href")]
    assert not [h for h in hrefs if re.match(r"\s*(javascript|data:(?!,$)|vbscript)", h, re.IGNORECASE)]
    comments = [c.text for c in document.iter() if not isinstance(c.tag, str)]
    assert all(re.fullmatch(r"/?subscribe( podcast)?", text or "") for text in comments)
    return found


def _words(text: str) -> str:
    """Leave out what differs between any two ways of writing a text: spaces, and what has no glyph."""
    import unicodedata

    kept = unicodedata.normalize("NFC", re.sub("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text))
    return "".join(c for c in kept if not c.isspace() and unicodedata.category(c) != "Cc")


def test_paragraphs_and_headings_are_heard() -> None:
    """Longer pauses make paragraphs; a chapter's spoken title becomes its heading; the article's goes."""
    times = [(0, 2), (3, 4), (4.35, 6), (6.7, 8), (8.35, 9), (10.2, 11), (11.7, 13), (13.35, 14)]
    texts = ["Der Titel", "Eins.", "Zwei.", "Drei.", "Vier.", "Die Wende", "Fünf.", "Sechs,"]
    cues = [Cue(text, a, b, n) for n, (text, (a, b)) in enumerate(zip(texts, times, strict=True), 1)]
    cues.append(Cue("ganz am Ende.", 14, 15, 8))
    parts = parts_of(cues, [Chapter("Einleitung", 0, 10.2), Chapter("Die Wende", 10.2, 15)], "Der Titel")
    read = [[[s.text for s in paragraph] for paragraph in part.paragraphs] for part in parts]
    assert read == [[["Eins.", "Zwei."], ["Drei.", "Vier."]], [["Fünf.", "Sechs, ganz am Ende."]]]
    assert [part.heading and part.heading.text for part in parts] == [None, "Die Wende"]


def test_an_episode_without_transcript_has_a_page(project: Project) -> None:
    """Where the transcript is missing, the page has the player, the lead and the chapters."""
    making.episode(project.audio)
    (project.audio / "kohle.vtt").unlink()
    write_pages(project, read_episodes(project.audio))
    page = (project.feeds / "kohle.html").read_text()
    assert "Deutschland verbraucht weniger Kohle als je zuvor." in page
    assert "Wind &amp; Wetter" in page


def test_one_chapter_is_none(project: Project) -> None:
    """An episode of one chapter lists none, and has no buttons that would lead to others."""
    short = making.article(sections=(Section(None, (Paragraph("Die Brücke ist gesperrt."),)),))
    making.episode(project.audio, short)
    making.episode(project.audio, slug="lang", guid="lang")
    write_pages(project, read_episodes(project.audio))
    done = {
        name: re.findall(r'data-do="(\w+)" aria-label|id="(chapters)"', (project.feeds / name).read_text())
        for name in ("kohle.html", "lang.html")
    }
    assert ["".join(found) for found in done["kohle.html"]] == ["back", "play", "on"]
    assert ["".join(found) for found in done["lang.html"]] == [
        "previous", "back", "play", "on", "next", "chapters",
    ]  # fmt: skip
