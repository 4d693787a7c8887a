"""The feed: RSS 2.0 with the tags that PSP-1 (of the Podcast Standards Project) requires and recommends.

    required      atom:link rel=self, title, description, link, language, itunes:category, itunes:explicit,
                  itunes:image; in an item title, enclosure, guid
    recommended   podcast:locked, podcast:guid, itunes:author; in an item link, pubDate, description,
                  itunes:duration, itunes:image, itunes:explicit, podcast:transcript

The same show and episodes give the same bytes: no clock is read, lastBuildDate is that of the newest episode.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from lxml import etree

from podcaster import __version__, addresses
from podcaster.feed.notes import LIMIT, plain_notes, show_notes
from podcaster.model import Episode
from podcaster.settings import Show
from podcaster.text import clean, one_line, shortened, stamp, within

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
}
#: PSP-1: values have at most 255 characters unless said otherwise.
LIMIT_VALUE = 255
#: File extension -> the type it is announced with, and more attributes of podcast:transcript.
TRANSCRIPTS = {
    "vtt": {"type": "text/vtt"},
    "srt": {"type": "application/x-subrip", "rel": "captions"},
    "html": {"type": "text/html"},
}
#: updateFrequency in podcaster.toml -> recurrence rule (RFC 5545) and words.
FREQUENCIES = {
    "daily": ("FREQ=DAILY", "täglich"),
    "weekdays": ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "werktags"),
    "weekly": ("FREQ=WEEKLY", "wöchentlich"),
    "monthly": ("FREQ=MONTHLY", "monatlich"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a feed document stands (RFC 5005).

    Attributes:
        base: Address of the folder that holds feeds/ and audio/, with a slash at its end.
        key: The show's key.
        archive: Number of this page of older episodes; 0: this is the feed that apps subscribe to.
        archives: How many pages of older episodes there are; the last one holds the newest of them.
    """

    base: str
    key: str = "podcast"
    archive: int = 0
    archives: int = 0


def feed_xml(
    show: Show,
    episodes: Sequence[Episode],
    place: Place,
    *,
    guid: str = "",
    image: str = "",
    block: bool = False,
    mark: str = "",
) -> bytes:
    """The feed of `show` with `episodes` (newest first), as UTF-8.

    `guid` is the show's podcast:guid, `image` the address of its cover; `block` keeps Apple's directory off.
    `mark` stands as a comment at the end.
    """
    rss = etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES)
    channel = etree.SubElement(rss, "channel")
    _channel(channel, show, episodes, place, guid)
    image = image or f"{place.base}feeds/{place.key}.jpg"
    _add(channel, "itunes:image", href=image)
    if block or show.block:
        _add(channel, "itunes:block", "Yes")
    for episode in episodes:
        _item(etree.SubElement(channel, "item"), show, episode, place.base, image)
    if mark:
        channel.append(etree.Comment(mark))
    style = etree.ProcessingInstruction("xml-stylesheet", 'type="text/css" href="feed.css"')
    rss.addprevious(style)
    document: bytes = etree.tostring(
        rss.getroottree(), xml_declaration=True, encoding="utf-8", pretty_print=True
    )
    return document


def rfc2822(moment: datetime) -> str:
    """Format a time as RSS wants it; it has a zone."""
    return format_datetime(moment)


def _channel(
    channel: etree._Element, show: Show, episodes: Sequence[Episode], place: Place, guid: str
) -> None:
    """What the feed says of the show."""
    feed = addresses.feed_url(place.base, place.key)
    here = addresses.archive_url(place.base, place.key, place.archive) if place.archive else feed
    _add(channel, "atom:link", rel="self", type="application/rss+xml", href=here)
    _paging(channel, place, feed)
    _add(channel, "title", _title(show))
    _add(channel, "link", addresses.ascii_url(show.link) or addresses.site_url(place.base))
    _add(channel, "description", within(clean(show.description) or _title(show), LIMIT))
    _add(channel, "language", show.language.lower())
    _add(channel, "generator", f"podcaster {__version__}")
    _add(channel, "ttl", "60")
    if episodes:
        newest = max(episode.updated or episode.published for episode in episodes)
        _add(channel, "lastBuildDate", rfc2822(newest))
    if show.copyright:
        _add(channel, "copyright", _value(show.copyright))
    if show.email:
        _add(channel, "managingEditor", f"{show.email} ({_author(show)})")
    _itunes(channel, show)
    _podcast(channel, show, guid)


def _paging(channel: etree._Element, place: Place, feed: str) -> None:
    """Links between the feed and the pages of older episodes (RFC 5005, section 4: archived feeds)."""
    previous = place.archive - 1 if place.archive else place.archives
    if place.archive:
        _add(channel, "fh:archive")
        _add(channel, "atom:link", rel="current", href=feed)
    if previous:
        href = addresses.archive_url(place.base, place.key, previous)
        _add(channel, "atom:link", rel="prev-archive", href=href)
    if 0 < place.archive < place.archives:
        href = addresses.archive_url(place.base, place.key, place.archive + 1)
        _add(channel, "atom:link", rel="next-archive", href=href)


def _itunes(channel: etree._Element, show: Show) -> None:
    """Apple's tags of the show."""
    _add(channel, "itunes:author", _author(show))
    _add(channel, "itunes:type", "episodic")
    _add(channel, "itunes:explicit", "true" if show.explicit else "false")
    category, _, below = (part.strip() for part in show.category.partition(">"))
    outer = _add(channel, "itunes:category", text=category)
    if below:
        _add(outer, "itunes:category", text=below)
    if show.email:
        owner = _add(channel, "itunes:owner")
        _add(owner, "itunes:name", _author(show))
        _add(owner, "itunes:email", show.email)


def _podcast(channel: etree._Element, show: Show, guid: str) -> None:
    """The tags of the podcast namespace ("Podcasting 2.0")."""
    if guid:
        _add(channel, "podcast:guid", guid)
    owner = {"owner": show.email} if show.email else {}
    _add(channel, "podcast:locked", "yes" if show.locked else "no", **owner)
    _add(channel, "podcast:medium", show.medium)
    _add(channel, "podcast:person", _author(show)[:128].strip(), role="host", group="cast")
    _add(channel, "podcast:txt", "true", purpose="ai-content")
    if show.funding:
        _add(
            channel, "podcast:funding", _value(show.funding_text)[:128], url=addresses.ascii_url(show.funding)
        )
    if show.frequency:
        rule, words = FREQUENCIES[show.frequency]
        _add(channel, "podcast:updateFrequency", words, rrule=rule)


def _item(item: etree._Element, show: Show, episode: Episode, base: str, show_image: str) -> None:
    """One episode."""
    page = addresses.page_url(base, episode.slug)
    title = _value(episode.title)
    _add(item, "title", title)
    _add(item, "link", addresses.ascii_url(episode.url or "") or page)
    _add(item, "guid", episode.guid, isPermaLink="false")
    _add(item, "pubDate", rfc2822(episode.published))
    url = addresses.audio_url(base, episode)
    _add(item, "enclosure", url=url, length=str(episode.size), type="audio/mpeg")
    notes = show_notes(episode, page)
    short = notes if len(notes.encode()) <= LIMIT else show_notes(episode, page, LIMIT)
    _add(item, "description", etree.CDATA(short))
    _add(item, "content:encoded", etree.CDATA(notes))
    _add(item, "itunes:title", title)
    _add(item, "itunes:summary", plain_notes(episode))
    _add(item, "itunes:author", _value(", ".join(episode.authors) or episode.publisher or _author(show)))
    _add(item, "itunes:duration", str(round(episode.duration)))
    image = addresses.audio_url(base, episode, "jpg") if "jpg" in episode.files else show_image
    _add(item, "itunes:image", href=image)
    _add(item, "itunes:explicit", "true" if show.explicit else "false")
    _add(item, "itunes:episodeType", "full")
    _more(item, episode, base)


def _more(item: etree._Element, episode: Episode, base: str) -> None:
    """What newer apps read: people, transcripts, chapters."""
    for author in episode.authors:
        _add(item, "dc:creator", _value(author))
        _add(item, "podcast:person", _value(author)[:128].strip(), role="author", group="writing")
    _add(item, "podcast:txt", "true", purpose="ai-content")
    for suffix, attributes in TRANSCRIPTS.items():
        if suffix in episode.files:
            url = addresses.audio_url(base, episode, suffix)
            _add(item, "podcast:transcript", url=url, language=episode.language, **attributes)
    if "chapters.json" in episode.files:
        url = addresses.audio_url(base, episode, "chapters.json")
        _add(item, "podcast:chapters", url=url, type="application/json+chapters")
    if episode.chapters:
        chapters = _add(item, "psc:chapters", version="1.2")
        for chapter in episode.chapters:
            link = {"href": chapter.url} if chapter.url else {}
            _add(chapters, "psc:chapter", start=stamp(chapter.start), title=_value(chapter.title), **link)


_QUALIFIED: dict[str, str] = {}


def _add(
    parent: etree._Element, _name: str, _content: str | etree.CDATA | None = None, **attributes: str
) -> etree._Element:
    """Append an element; `prefix:name` is looked up in NAMESPACES."""
    if (name := _QUALIFIED.get(_name)) is None:
        prefix, colon, local = _name.partition(":")
        name = _QUALIFIED[_name] = f"{{{NAMESPACES[prefix]}}}{local}" if colon else _name
    element = etree.SubElement(parent, name, attributes)
    if _content is not None:
        element.text = _content
    return element


def _title(show: Show) -> str:
    """The show's title; never nothing, since apps refuse a feed without."""
    return _value(show.title) or "Podcast"


def _author(show: Show) -> str:
    """Who makes the show."""
    return _value(show.author) or _title(show)


def _value(text: str) -> str:
    """Text as PSP-1 wants a value: one line, no space at its ends, at most 255 characters."""
    return shortened(one_line(text), LIMIT_VALUE)
