"""Source feeds are somebody else's: what is read from them, and what harm they cannot do."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from podcaster.errors import PodcasterError
from podcaster.settings import Source
from podcaster.sources.feeds import is_web_address, offers_of_feed, same_origin
from podcaster.sources.offers import Offer, wanted

HOME = "https://zeitung.example/feed"
ITEM = "<item><title>{title}</title><link>{link}</link><guid>{guid}</guid></item>"


def rss(*items: str, doctype: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>x</title>'
        f"{''.join(items)}</channel></rss>"
    ).encode()


def item(title: str = "Titel", link: str = "https://zeitung.example/1", guid: str = "1") -> str:
    return ITEM.format(title=title, link=link, guid=guid)


def offers(data: bytes) -> list[Offer]:
    return offers_of_feed(data, HOME, HOME)


def test_entries_of_rss_and_atom() -> None:
    """Title, address, day, words and identity are read alike from RSS and Atom, the oldest first."""
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>'
        b'<entry><id>tag:b</id><title>Neu</title><link href="b"/><updated>2026-11-22T10:00:00Z</updated>'
        b'<category term="Sport"/><summary>Kurz &amp;amp; gut</summary></entry>'
        b'<entry><id>tag:a</id><title>Alt</title><link href="/a"/><updated>2026-11-21T10:00:00Z</updated>'
        b"</entry>"
        b"</feed>"
    )
    found = offers(atom)
    assert [(o.key, o.place, o.title, str(o.day)) for o in found] == [
        ("tag:a", "https://zeitung.example/a", "Alt", "2026-11-21"),
        ("tag:b", "https://zeitung.example/b", "Neu", "2026-11-22"),
    ]
    assert found[1].words == ("Neu", "Kurz & gut", "Sport")
    assert [o.place for o in offers(rss(item(guid="2", link="https://zeitung.example/2"), item()))] == [
        "https://zeitung.example/1",
        "https://zeitung.example/2",
    ]


def test_the_mark_changes_with_the_article_alone() -> None:
    """Another title or date is another mark; other markup around the same words is none."""
    (one,) = offers(rss(item("Der <b>Titel</b>".replace("<", "&lt;"))))
    (same,) = offers(rss(item("Der <i class='x1'>Titel</i>".replace("<", "&lt;"))))
    (other,) = offers(rss(item("Ein Titel")))
    assert one.mark == same.mark != other.mark


BOMB = (
    "<!DOCTYPE r [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {x} '{f'&{y};' * 30}'>" for x, y in zip("bcdefghij", "abcdefghi", strict=True))
    + "]>"
)
#: Parses a feed from a file with at most 600 MB of memory and 20 seconds of CPU.
BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from podcaster.errors import PodcasterError
from podcaster.sources.feeds import offers_of_feed
try:
    for offer in offers_of_feed(open(sys.argv[1], "rb").read(), "https://x.example/", "https://x.example/"):
        print(offer.title[:300])
except PodcasterError as error:
    print(error)
"""


def bounded(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "feed").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(tmp_path / "feed")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason=f"needs limits on memory ({resource.RLIMIT_AS})")
def test_xml_bombs_do_not_go_off(tmp_path: Path) -> None:
    """A feed whose entities would grow to 30^9 words takes neither memory nor time."""
    begun = time.monotonic()
    said = bounded(tmp_path, rss(item("&j;"), item("Harmlos", guid="2"), doctype=BOMB))
    assert time.monotonic() - begun < 20
    assert "hahaha" not in said
    deep = b"<rss version='2.0'><channel>" + b"<item>" * 20_000
    bounded(tmp_path, deep)
    bounded(tmp_path, rss(item("x" * 5_000_000)))


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    """A feed cannot have a file of this machine, or another address, read into a title."""
    (tmp_path / "secret").write_text("GEHEIM")
    for system in (f"file://{tmp_path}/secret", f"{tmp_path}/secret", "http://127.0.0.1:1/x"):
        doctype = f'<!DOCTYPE r [<!ENTITY e SYSTEM "{system}"><!ENTITY % p SYSTEM "{system}"> %p;]>'
        said = bounded(tmp_path, rss(item("[&e;]"), doctype=doctype))
        assert "GEHEIM" not in said


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://zeitung.example/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://zeitung.example/",
        "http://",
        "http://[::1",
        "https://zeitung.example/" + "x" * 3000,
    ],
)
def test_only_links_to_the_web_are_followed(link: str) -> None:
    """What links to a file, or to nothing that is on the web, is no offer."""
    assert not is_web_address(link)
    assert [o.place for o in offers(rss(item(link=link), item(guid="2")))] == ["https://zeitung.example/1"]


def test_only_the_feeds_own_origin_is_trusted() -> None:
    """Links to elsewhere are not trusted: they may not lead into this network."""
    links = [
        "https://zeitung.example/1",
        "https://zeitung.example:443/2",
        "http://zeitung.example/3",
        "https://zeitung.example:8443/4",
        "http://127.0.0.1:8000/5",
        "https://zeitung.example@127.0.0.1/6",
    ]
    found = offers(rss(*(item(link=link, guid=str(n)) for n, link in enumerate(links))))[::-1]
    assert [o.trusted for o in found] == [True, True, False, False, False, False]
    assert not same_origin("http://[::1", "http://[::1")
    moved = offers_of_feed(rss(item(link="http://10.0.0.1/x")), "http://10.0.0.1/feed", HOME)
    assert not moved[0].trusted, "a feed that was redirected to there is not at home there"


def test_markup_and_control_characters_in_titles() -> None:
    """Titles are plain words in one line, whatever is in them, and of a length that can be shown."""
    nasty = (
        "&lt;script&gt;alert(1)&lt;/script&gt;Zug\u202e\u0085\tkommt &amp;amp; geht"
        + "&#x1F6A8;"
        + " lang" * 200
    )
    (found,) = offers(rss(item(nasty)))
    assert "<" not in found.title
    assert "\n" not in found.title
    assert found.title.startswith("alert(1) Zug")
    assert len(found.title) <= 200
    broken = rss(item("Zug\x00\x1b[31m kommt"))
    assert all(c.isprintable() for o in offers(broken) for c in o.title)


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"<html><body>Hallo</body></html>", b"\xff\xfe\x00", b"%PDF-1.4"]
)
def test_what_is_no_feed_is_said(data: bytes) -> None:
    """What is no feed is named in one sentence."""
    with pytest.raises(PodcasterError, match="this is no RSS or Atom feed"):
        offers(data)


def test_words_choose() -> None:
    """include and exclude look for whole words in any case; a star stands for any letters."""
    cases = {"Bahn": "Die Bahn kommt", "bahn": "DIE BAHN", "Bahn*": "Bahnstreik", "*bahn": "Autobahn"}
    for word, text in cases.items():
        offer = Offer("k", "p", words=(text,))
        assert wanted([offer], Source(feed=HOME, include=(word,))) == [offer], word
        assert wanted([offer], Source(feed=HOME, exclude=(word,))) == [], word
    for word, text in {"Bahn": "Autobahn", "a.c": "abc", "B*n": "B und n"}.items():
        assert wanted([Offer("k", "p", words=(text,))], Source(feed=HOME, include=(word,))) == [], word
