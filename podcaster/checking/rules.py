"""The rules of a feed: RSS 2.0, PSP-1 (required and recommended), Apple's, and the W3C feed validator's.

A rule looks at one value and says what is wrong with it, or nothing. The tables below name for each element
whether it must stand there, how often, and its rule.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urlsplit

from lxml import etree

from podcaster.categories import CATEGORIES
from podcaster.checking.finding import Finding
from podcaster.feed.rss import NAMESPACES

Rule = Callable[[str], str | None]

_AGAIN = "Run `podcaster feed`; if it stays, it is a fault of podcaster"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_TAG = re.compile(r"</?\s*([a-zA-Z][a-zA-Z0-9]*)")
#: What Apple and PSP-1 allow in a description.
_ALLOWED_TAGS = {"p", "ol", "ul", "li", "a", "b", "i", "strong", "em"}
_TRANSCRIPTS = {"text/plain", "text/html", "text/vtt", "application/json", "application/x-subrip", "text/srt"}


@dataclass(frozen=True, slots=True)
class Element:
    """An element (or, after an @, an attribute) that a channel or an item may have, and its rule.

    Attributes:
        name: As in XPath.
        rule: Says what is wrong with a value.
        need: `required` by RSS or PSP-1, `recommended`, or `optional`.
        mend: What to do if it is missing or wrong.
        many: Whether it may stand there more than once.
    """

    name: str
    rule: Rule
    need: Literal["required", "recommended", "optional"] = "optional"
    mend: str = _AGAIN
    many: bool = False


def text(limit: int = 255) -> Rule:
    """A text that is not empty, without space at its ends, of at most `limit` characters."""

    def rule(value: str) -> str | None:
        if not value.strip():
            return "is empty"
        if value != value.strip():
            return "has space at its start or end"
        return f"has {len(value)} characters, more than {limit}" if len(value) > limit else None

    return rule


def html(value: str) -> str | None:
    """A description: at most 4000 bytes, of the tags that apps show."""
    if not value.strip():
        return "is empty"
    if (size := len(value.encode())) > 4000:
        return f"has {size} bytes, more than 4000"
    foreign = {name.lower() for name in _TAG.findall(value)} - _ALLOWED_TAGS
    return f"has the tags {', '.join(sorted(foreign))}, which apps do not show" if foreign else None


def web(value: str) -> str | None:
    """A full address on the web, in ASCII."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return f'"{value[:80]}" is no full web address'
    return (
        None
        if value.isascii() and " " not in value
        else f'"{value[:80]}" has characters to be percent-encoded'
    )


def picture(value: str) -> str | None:
    """The address of a cover: JPEG or PNG, and the extension says so."""
    if not re.search(r"\.(jpe?g|png)$", urlsplit(value).path, re.IGNORECASE):
        return f'"{value[:80]}" does not end in .jpg or .png'
    return web(value)


def one_of(*values: str) -> Rule:
    """One of a few words."""
    return lambda value: None if value in values else f'is "{value[:40]}", not one of {", ".join(values)}'


def number(value: str) -> str | None:
    """A whole number above 0."""
    return (
        None
        if value.isascii() and value.isdigit() and int(value) > 0
        else f'"{value[:40]}" is no number above 0'
    )


def date(value: str) -> str | None:
    """A date of RFC 2822 with a zone."""
    try:
        return None if parsedate_to_datetime(value).tzinfo else f'"{value}" has no time zone'
    except (ValueError, TypeError):
        return f'"{value[:40]}" is no date of RFC 2822'


def language(value: str) -> str | None:
    """A language of ISO 639, in lower case."""
    return None if _LANGUAGE.fullmatch(value) else f'"{value[:40]}" is no language tag as de or de-at'


def uuid5(value: str) -> str | None:
    """A UUID of version 5."""
    try:
        return None if uuid.UUID(value).version == 5 else f'"{value}" is no UUID of version 5'
    except ValueError:
        return f'"{value[:40]}" is no UUID'


def any_text(value: str) -> str | None:
    """Whatever it says, it says something."""
    return None if value.strip() else "is empty"


_SET = "Set {} in podcaster.toml".format

CHANNEL = (
    Element("atom:link[@rel='self']/@href", web, "required"),
    Element("atom:link[@rel='self']/@type", one_of("application/rss+xml"), "required"),
    Element("title", text(), "required", _SET("title")),
    Element("description", text(4000), "required", _SET("description")),
    Element("link", web, "required", _SET("link or base_url")),
    Element("language", language, "required", _SET("language")),
    Element("itunes:category/@text", one_of(*CATEGORIES), "required", _SET("category"), many=True),
    Element("itunes:explicit", one_of("true", "false"), "required"),
    Element("itunes:image/@href", picture, "required"),
    Element("itunes:author", text(), "recommended", _SET("author")),
    Element("podcast:locked", one_of("yes", "no"), "recommended"),
    Element("podcast:guid", uuid5, "recommended"),
    Element("itunes:type", one_of("episodic", "serial")),
    Element("itunes:owner/itunes:email", text(), "optional", _SET("email")),
    Element("itunes:block", one_of("Yes")),
    Element("lastBuildDate", date),
    Element("ttl", number),
    Element("podcast:medium", one_of("podcast", "newsletter")),
    Element("podcast:txt[@purpose='ai-content']", one_of("true"), "recommended"),
    Element("podcast:funding/@url", web, "optional", _SET("funding")),
    Element("podcast:person", text(128), many=True),
)

ITEM = (
    Element("title", text(), "required"),
    Element("enclosure/@url", web, "required"),
    Element("enclosure/@length", number, "required"),
    Element("enclosure/@type", one_of("audio/mpeg"), "required"),
    Element("guid", any_text, "required"),
    Element("link", web, "recommended"),
    Element("pubDate", date, "recommended"),
    Element("description", html, "recommended"),
    Element("itunes:duration", number, "recommended"),
    Element("itunes:image/@href", picture, "recommended"),
    Element("itunes:explicit", one_of("true", "false"), "recommended"),
    Element("podcast:transcript/@url", web, "recommended", "Build the article again", many=True),
    Element("podcast:transcript/@type", one_of(*sorted(_TRANSCRIPTS)), many=True),
    Element("podcast:chapters/@url", web),
    Element("podcast:chapters/@type", one_of("application/json+chapters")),
    Element("podcast:txt[@purpose='ai-content']", one_of("true"), "recommended"),
    Element("podcast:person", text(128), many=True),
    Element("itunes:title", text()),
    Element("itunes:author", text()),
    Element("itunes:summary", text(4000)),
    Element("itunes:episodeType", one_of("full", "trailer", "bonus")),
    Element("psc:chapters/psc:chapter/@start", any_text, many=True),
    Element("psc:chapters/psc:chapter/@title", text(), many=True),
    Element("dc:creator", text(), many=True),
)


def parsed(data: bytes) -> etree._Element:
    """Parse a feed, safely. Raises ValueError that says where it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"is not well-formed XML: {error}") from error


def check_feed(data: bytes, name: str) -> list[Finding]:
    """Check one feed document, named `name` in what is found."""
    try:
        root = parsed(data)
    except ValueError as error:
        return [Finding(name, str(error), _AGAIN)]
    if root.tag != "rss" or root.get("version") != "2.0" or (channel := root.find("channel")) is None:
        return [Finding(name, "is no RSS 2.0", _AGAIN)]
    findings = list(_elements(channel, CHANNEL, name))
    guids: Counter[str] = Counter()
    for index, item in enumerate(channel.findall("item"), 1):
        title = (item.findtext("title") or "").strip()
        place = f'{name}, item {index} "{title[:40]}"'
        findings += _elements(item, ITEM, place)
        findings += _item(item, place)
        guids[(item.findtext("guid") or "").strip()] += 1
    for guid, count in guids.items():
        if count > 1:
            what = f"has the guid {guid} {count} times, so apps show only one of these episodes"
            findings.append(Finding(name, what, _AGAIN))
    findings += _channel(channel, name)
    return findings


def _elements(parent: etree._Element, table: tuple[Element, ...], place: str) -> Iterator[Finding]:
    """Hold a channel's or an item's children against their rules."""
    for element in table:
        values = _values(parent, element.name)
        if not values and element.need != "optional":
            level: Literal["error", "warning"] = "error" if element.need == "required" else "warning"
            yield Finding(place, f"has no {element.name}, which PSP-1 wants", element.mend, level)
        if len(values) > 1 and not element.many:
            yield Finding(place, f"has {element.name} {len(values)} times", element.mend)
        for value in values:
            if wrong := element.rule(value):
                yield Finding(f"{place}, {element.name}", wrong, element.mend)


def _values(parent: etree._Element, path: str) -> list[str]:
    """The texts of the elements, or the attributes, at a path."""
    found = parent.xpath(path, namespaces=NAMESPACES)
    return [one if isinstance(one, str) else "".join(one.itertext()) for one in found]


def _item(item: etree._Element, place: str) -> Iterator[Finding]:
    """What concerns more than one value of an item."""
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false" and web(guid.text or ""):
        yield Finding(place, 'has a guid that is no address, without isPermaLink="false"', _AGAIN)
    for enclosure in item.findall("enclosure"):
        if not urlsplit(enclosure.get("url", "")).path.endswith(".mp3"):
            yield Finding(place, "has an enclosure whose address does not end in .mp3", _AGAIN)
    for transcript in item.findall("podcast:transcript", NAMESPACES):
        kind, rel = transcript.get("type"), transcript.get("rel")
        if kind == "application/x-subrip" and rel != "captions":
            yield Finding(place, 'has an SRT transcript without rel="captions"', _AGAIN)
    starts = _values(item, "psc:chapters/psc:chapter/@start")
    if starts != sorted(starts):
        yield Finding(place, "has chapters out of order", "Build the article again")


def _channel(channel: etree._Element, name: str) -> Iterator[Finding]:
    """What concerns more than one value of the channel."""
    for outer in channel.findall("itunes:category", NAMESPACES):
        below = CATEGORIES.get(outer.get("text", ""), ())
        for inner in outer.findall("itunes:category", NAMESPACES):
            if inner.get("text") not in below:
                what = (
                    f'has the category "{outer.get("text")} > {inner.get("text")}", which Apple does not know'
                )
                yield Finding(name, what, _SET("category"))
    dates = [parsedate_to_datetime(value) for value in _values(channel, "item/pubDate") if not date(value)]
    if dates != sorted(dates, reverse=True):
        yield Finding(name, "does not list the newest episode first", _AGAIN, "warning")
