"""The feed against the standards, written down from them: RSS 2.0, PSP-1, Apple's, the W3C feed validator.

This list stands on its own: it uses nothing of podcaster's own rules (those are tested against broken feeds).
"""

from __future__ import annotations

import re
import uuid
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from lxml import etree

from podcaster.checking import check_feed, check_project
from podcaster.episode import read_episodes
from podcaster.feed import Place, feed_xml, write_feeds
from podcaster.publishing import publish
from podcaster.settings import Settings, Show
from tests import making
from tests.feed.test_feed import project

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
}
#: Elements of RSS 2.0 by parent: another one without a namespace is "undefined" for the W3C validator.
RSS_CHANNEL = set(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate category "
    "generator docs cloud ttl image rating textInput skipHours skipDays item".split()
)
RSS_ITEM = set("title link description author category comments enclosure guid pubDate source".split())
RFC2822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")

FULL = Show(
    title="Politik & Wirtschaft",
    author="Redaktion <Hören>",
    description="Was die Zeitung schrieb.\nUnd mehr.",
    language="de-AT",
    category="News > Politics",
    base_url="https://pod.example/hoeren/",
    email="post@pod.example",
    copyright="2026 Beispielverlag",
    funding="https://pod.example/spenden",
    frequency="weekdays",
)


@pytest.fixture(scope="module")
def channel(tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    """The channel of a feed of two real episodes, with all settings in use."""
    here = project(tmp_path_factory.mktemp("standard"))
    here = type(here)(here.folder, Settings(show=FULL))
    making.episode(here.audio, show=FULL)
    later = making.article("Zweiter Artikel", url="https://zeitung.example/2", lead=None, authors=())
    making.episode(here.audio, later, FULL, slug="zwei", published=making.PUBLISHED.replace(day=21))
    write_feeds(here, read_episodes(here.audio))
    data = (here.feeds / "podcast.xml").read_bytes()
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    root = etree.fromstring(data)
    assert root.tag == "rss"
    assert root.get("version") == "2.0"
    (found,) = root
    return found


def values(parent: etree._Element, path: str) -> list[str]:
    """Texts or attributes at a path."""
    found = parent.xpath(path, namespaces=NS)
    return [str(one) if isinstance(one, str) else (one.text or "") for one in found]


def test_the_channel_has_all_that_psp_1_requires(channel: etree._Element) -> None:
    """atom:link, title, description, link, language, category, explicit, image: once each, and right."""
    (link,) = channel.findall("atom:link", NS)
    assert dict(link.attrib) == {
        "rel": "self",
        "type": "application/rss+xml",
        "href": "https://pod.example/hoeren/feeds/podcast.xml",
    }
    assert values(channel, "title") == ["Politik & Wirtschaft"]
    assert values(channel, "description") == ["Was die Zeitung schrieb.\nUnd mehr."]
    assert values(channel, "link") == ["https://pod.example/hoeren/feeds/index.html"]
    assert values(channel, "language") == ["de-at"]
    assert values(channel, "itunes:category/@text") == ["News"]
    assert values(channel, "itunes:category/itunes:category/@text") == ["Politics"]
    assert values(channel, "itunes:explicit") == ["false"]
    assert values(channel, "itunes:image/@href") == ["https://pod.example/hoeren/feeds/podcast.jpg"]


def test_the_channel_has_what_is_recommended(channel: etree._Element) -> None:
    """locked, guid (UUIDv5 of the feed's address), author, and the disclosure of synthetic speech."""
    namespace = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
    guid = uuid.uuid5(namespace, "pod.example/hoeren/feeds/podcast.xml")
    assert values(channel, "podcast:guid") == [str(guid)]
    assert values(channel, "podcast:locked") == ["yes"]
    assert values(channel, "podcast:locked/@owner") == ["post@pod.example"]
    assert values(channel, "itunes:author") == ["Redaktion <Hören>"]
    assert values(channel, "podcast:txt[@purpose='ai-content']") == ["true"]
    assert values(channel, "podcast:medium") == ["podcast"]
    assert values(channel, "itunes:type") == ["episodic"]
    assert values(channel, "itunes:owner/itunes:email") == ["post@pod.example"]
    assert values(channel, "podcast:funding/@url") == ["https://pod.example/spenden"]
    assert values(channel, "podcast:updateFrequency/@rrule") == ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]
    assert values(channel, "copyright") == ["2026 Beispielverlag"]
    assert RFC2822.fullmatch(values(channel, "lastBuildDate")[0])


def test_every_item_has_what_is_required_and_recommended(channel: etree._Element) -> None:
    """title, enclosure, guid; link, pubDate, description, duration, image, explicit, transcripts."""
    items = channel.findall("item")
    assert len(items) == 2
    for item in items:
        for name in ("title", "link", "pubDate", "description", "itunes:duration", "itunes:explicit"):
            (value,) = values(item, name)
            assert value == value.strip() != ""
            assert len(value.encode()) <= 4000
        (enclosure,) = item.findall("enclosure")
        assert enclosure.get("type") == "audio/mpeg"
        assert int(enclosure.get("length", "")) > 1000
        assert enclosure.get("url", "").endswith(".mp3")
        (guid,) = item.findall("guid")
        assert guid.get("isPermaLink") == "false"
        assert RFC2822.fullmatch(values(item, "pubDate")[0])
        assert values(item, "itunes:duration")[0].isdigit()
        assert values(item, "itunes:image/@href")[0].endswith(".jpg")
        kinds = dict(
            zip(
                values(item, "podcast:transcript/@type"), values(item, "podcast:transcript/@url"), strict=True
            )
        )
        assert set(kinds) == {"text/vtt", "application/x-subrip", "text/html"}
        assert values(item, "podcast:transcript[@type='application/x-subrip']/@rel") == ["captions"]
        assert values(item, "podcast:chapters/@type") == ["application/json+chapters"]
        assert values(item, "psc:chapters/psc:chapter/@start")[0] == "00:00:00.000"
        assert values(item, "podcast:txt[@purpose='ai-content']") == ["true"]
        assert set(re.findall(r"</?(\w+)", values(item, "description")[0])) <= set(
            "p ol ul li a b i strong em".split()
        )


def test_items_are_unique_and_newest_first(channel: etree._Element) -> None:
    """No guid and no enclosure twice; dates fall."""
    for path in ("item/guid", "item/enclosure/@url"):
        found = values(channel, path)
        assert len(set(found)) == len(found) == 2
    dates = [parsedate_to_datetime(value) for value in values(channel, "item/pubDate")]
    assert dates == sorted(dates, reverse=True)


def test_the_w3c_validator_knows_every_element(channel: etree._Element) -> None:
    """Nothing undefined, no empty element, no relative address, no script, no address without its escape."""
    assert {
        child.tag for child in channel if isinstance(child.tag, str) and "{" not in child.tag
    } <= RSS_CHANNEL
    for item in channel.findall("item"):
        assert {child.tag for child in item if "{" not in str(child.tag)} <= RSS_ITEM
    for element in channel.iter(etree.Element):
        assert element.attrib or len(element) or (element.text or "").strip(), element.tag
        for name, value in element.attrib.items():
            if name in ("href", "url"):
                assert re.fullmatch(r"https?://[!-~]+", str(value)), value
    for link in values(channel, "//link"):
        assert re.fullmatch(r"https?://[!-~]+", link)
    everything = etree.tostring(channel, encoding="unicode").lower()
    assert "<script" not in everything
    assert "onclick" not in everything


def test_podnews_has_the_guid_that_the_specification_gives() -> None:
    """podnews.net/rss is 9b024349-…, as the podcast namespace says."""
    from podcaster.feed.identity import guid_of

    for url in ("https://podnews.net/rss", "http://podnews.net/rss///"):
        assert guid_of(url) == "9b024349-ccf0-5f69-a609-6b82873eab3c"


def test_our_own_rules_find_nothing(channel: etree._Element) -> None:
    """`check` has nothing to say of a good feed."""
    parent = channel.getparent()
    assert parent is not None
    assert check_feed(etree.tostring(parent), "podcast.xml") == []


def test_a_show_that_has_no_episodes_yet_is_a_feed_too(tmp_path: Path) -> None:
    """Before the first build there is a feed that apps accept."""
    here = project(tmp_path)
    write_feeds(here, [])
    assert check_feed((here.feeds / "podcast.xml").read_bytes(), "podcast.xml") == []


GOOD = feed_xml(
    FULL,
    list(making.many(2))[::-1],
    Place("https://pod.example/"),
    guid=str(uuid.uuid5(uuid.NAMESPACE_URL, "x")),
)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<title>Politik &amp; Wirtschaft</title>", "", "has no title"),
        ("<title>Politik &amp; Wirtschaft</title>", "<title> Politik</title>", "has space"),
        ("<title>Politik &amp; Wirtschaft</title>", f"<title>{'x' * 256}</title>", "256 characters"),
        ('text="Politics"', 'text="Politik"', "which Apple does not know"),
        ('text="News"', 'text="Nachrichten"', 'is "Nachrichten"'),
        ("<language>de-at</language>", "<language>Deutsch!</language>", "no language tag"),
        ('type="audio/mpeg"', 'type="audio/mp3"', 'is "audio/mp3"'),
        ('length="2500001"', 'length="0"', "no number above 0"),
        ("artikel/1</guid>", "artikel/0</guid>", "2 times"),
        ("+0000</pubDate>", "</pubDate>", "no time zone"),
        ('href="https://pod.example/feeds/podcast.jpg"', 'href="podcast.jpg"', "no full web address"),
        (
            'href="https://pod.example/feeds/podcast.jpg"',
            'href="https://p.example/c"',
            "does not end in .jpg",
        ),
        ("<p>", "<script>", "tags script"),
        ("<itunes:explicit>false", "<itunes:explicit>no", 'is "no"'),
        ('rel="captions"', "", "without rel="),
        ("</channel>", "", "not well-formed"),
        ('version="2.0"', 'version="0.91"', "is no RSS 2.0"),
        ("</item>", "<link>https://x.example/</link></item>", "has link 2 times"),
    ],
)
def test_every_broken_rule_is_found(old: str, new: str, says: str) -> None:
    """A feed in which one thing is wrong is told so, with the place and what to do."""
    broken = GOOD.decode().replace(old, new, 1)
    assert broken != GOOD.decode()
    findings = [finding for finding in check_feed(broken.encode(), "podcast.xml") if says in finding.what]
    assert findings, [str(finding) for finding in check_feed(broken.encode(), "podcast.xml")]
    assert findings[0].level == "error"
    assert findings[0].where.startswith("podcast.xml")
    assert findings[0].mend


def test_an_address_with_umlauts_is_written_in_ascii(tmp_path: Path) -> None:
    """A base_url or link as people type it becomes one that every app can ask for."""
    here = project(tmp_path, base_url="https://müller.example/hören", link="https://käse.example/ü")
    publish(here, [making.episode(here.audio, show=here.settings.show)])
    assert check_project(here) == []
    feed = (here.feeds / "podcast.xml").read_text()
    assert 'href="https://xn--mller-kva.example/h%C3%B6ren/feeds/podcast.xml"' in feed
