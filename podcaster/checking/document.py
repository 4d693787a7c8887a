"""A document of a feed on disk against the manifests that it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from podcaster.addresses import audio_url, feed_url
from podcaster.checking.finding import Finding
from podcaster.checking.rules import check_feed, parsed
from podcaster.episode.catalogue import SIDE_FILES
from podcaster.feed.rss import NAMESPACES, Place, feed_xml
from podcaster.model import Episode
from podcaster.settings import Show

#: How to mend what is derived from the manifests.
FEED = "Run `podcaster feed`"
_PREFIXES = {address: prefix for prefix, address in NAMESPACES.items()}


def check_document(
    path: Path, show: Show, place: Place, episodes: Sequence[Episode], guid: str | None
) -> Iterator[Finding]:
    """Check the document at `path`, which should list these `episodes`, newest first.

    `guid` is the podcast:guid that the show has been given; None: none yet.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Finding(str(path), f"cannot be read: {error.strerror or error}", FEED)
        return
    yield from check_feed(data, str(path))
    try:
        channel = parsed(data).find("channel")
    except ValueError:
        return
    if channel is None:
        return
    findings = [*_listed(channel, path, place, episodes)]
    yield from findings
    if not findings:
        guid = guid or channel.findtext("podcast:guid", "", NAMESPACES)
        wanted = parsed(feed_xml(show, episodes, place, guid=guid)).find("channel")
        assert wanted is not None  # noqa: S101 - every feed has one
        yield from _edited(channel, wanted, episodes, str(path))


def _listed(
    channel: etree._Element, path: Path, place: Place, episodes: Sequence[Episode]
) -> Iterator[Finding]:
    """The document's own address, and whether it lists what it should with the right sound."""
    link = channel.find("atom:link[@rel='self']", NAMESPACES)
    address = feed_url(place.base, place.key).rpartition("/")[0] + f"/{path.name}"
    if link is not None and link.get("href") != address:
        what = f"says that it is found at {link.get('href')}, the settings say {address}"
        yield Finding(str(path), what, FEED)
    items = {(item.findtext("guid") or ""): item for item in channel.findall("item")}
    for episode in episodes:
        if (item := items.pop(episode.guid, None)) is None:
            yield Finding(str(path), f'lacks the episode "{episode.slug}"', FEED)
            continue
        yield from _item(item, episode, place.base, f'{path}, "{episode.slug}"')
    for guid in items:
        yield Finding(str(path), f"has an item {guid}, of which there is no episode", FEED)


def _item(item: etree._Element, episode: Episode, base: str, where: str) -> Iterator[Finding]:
    """An item of a feed against its episode."""
    enclosure = item.find("enclosure")
    says = {} if enclosure is None else enclosure.attrib
    if says.get("length") != str(episode.size):
        what = f"gives a length of {says.get('length')} bytes, the file has {episode.size}"
        yield Finding(where, what, FEED)
    if says.get("url") != audio_url(base, episode):
        what = f"gives the address {says.get('url')}, it is {audio_url(base, episode)}"
        yield Finding(where, what, FEED)
    duration = item.findtext("itunes:duration", "", NAMESPACES)
    if duration != str(round(episode.duration)):
        what = f"gives a duration of {duration} s, the sound lasts {episode.duration:.1f} s"
        yield Finding(where, what, FEED)


def _edited(
    channel: etree._Element, wanted: etree._Element, episodes: Sequence[Episode], where: str
) -> Iterator[Finding]:
    """What else differs from the document as it would be written now: the first such place of each item."""
    there, due = channel.findall("item"), wanted.findall("item")
    for item in (*there, *due):
        item.getparent().remove(item)
    if what := _difference([*_values(channel)], [*_values(wanted)]):
        yield Finding(where, what, FEED)
    for found, made, episode in zip(there, due, episodes, strict=False):
        if what := _difference([*_values(found)], [*_values(made)]):
            whole = set(episode.files) >= set(SIDE_FILES)  # else it is told already what is missing
            yield Finding(f'{where}, "{episode.slug}"', what, FEED, "error" if whole else "warning")


def _difference(found: list[tuple[str, str]], made: list[tuple[str, str]]) -> str:
    """Say where two lists of names and values first differ; nothing if they are the same."""
    for one, other in zip_longest(found, made, fillvalue=("", "")):
        if one == other:
            continue
        if one[0] == other[0]:
            return f'says "{one[1][:80]}" in {one[0]}, podcaster writes "{other[1][:80]}"'
        if other in found or not other[0]:
            return f'has {one[0]} "{one[1][:80]}", which podcaster does not write'
        return f'lacks {other[0]} "{other[1][:80]}"'
    return ""


def _values(element: etree._Element) -> Iterator[tuple[str, str]]:
    """All names of elements and attributes below an element, and what they say.

    The generator is left out: another version of podcaster writes much the same.
    """
    for below in element.iterdescendants(etree.Element):
        if below.tag == "generator":
            continue
        name = etree.QName(below)
        full = ":".join(filter(None, (_PREFIXES.get(name.namespace or "", name.namespace), name.localname)))
        yield full, (below.text or "").strip()
        for attribute, value in sorted(below.attrib.items()):
            yield f"{full}/@{attribute}", str(value)
