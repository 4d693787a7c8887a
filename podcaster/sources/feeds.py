"""RSS and Atom feeds as sources. What stands in them is somebody else's: nothing of it is believed."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from podcaster.errors import PodcasterError
from podcaster.sources.offers import Offer
from podcaster.text import one_line, shortened

#: Bytes: the longest feeds of newspapers have about 2 MB.
LARGEST = 10_000_000
#: An address that is longer is none: servers refuse it.
_LONGEST_URL = 2000
_DEFAULT_PORTS = {"http": 80, "https": 443}


def offers_of_feed(data: bytes, url: str, home: str, content_type: str = "") -> list[Offer]:
    """Give the entries of the feed in `data` that was found at `url`, the oldest first.

    Entries that link to nothing that could be read from the web are left out. Only links to `home`, where the
    operator has placed trust by naming the feed, are trusted. Raises PodcasterError where `data` is no feed.
    """
    import feedparser

    headers = {"content-location": url, **({"content-type": content_type} if content_type else {})}
    # sanitize_html only makes it slower: of what is HTML in here, only words are looked at
    feed = feedparser.parse(data, response_headers=headers, sanitize_html=False)
    if not feed.get("version"):
        raise PodcasterError(f"{url}: this is no RSS or Atom feed; check its address in podcaster.toml.")
    offers: dict[str, Offer] = {}
    for entry in feed.entries:
        offer = _offer(entry, url, home)
        if offer:
            offers.setdefault(offer.key, offer)
    return list(offers.values())[::-1]


def _offer(entry: Any, url: str, home: str) -> Offer | None:
    said = one_line(str(entry.get("link") or ""))
    try:
        link = urljoin(url, said)
    except ValueError:
        return None
    if not said or not is_web_address(link):
        return None
    title = _plain(entry.get("title"))
    tags = tuple(_plain(tag.get("term")) for tag in entry.get("tags", ()))
    key = one_line(str(entry.get("id") or link))
    return Offer(
        key=key if len(key) <= _LONGEST_URL else hashlib.sha256(key.encode()).hexdigest(),
        place=link,
        mark=_mark(entry, link),
        title=shortened(title, 200),
        words=(title, _plain(entry.get("summary")), *tags),
        day=_day(entry),
        trusted=same_origin(link, home),
    )


def is_web_address(url: str) -> bool:
    """Whether `url` is one of the web (http, https), with a host and of a length that servers take."""
    try:
        parts = urlsplit(url)
        return parts.scheme in _DEFAULT_PORTS and bool(parts.hostname) and len(url) <= _LONGEST_URL
    except ValueError:
        return False


def same_origin(one: str, other: str) -> bool:
    """Whether two addresses have scheme, host and port in common (RFC 6454)."""

    def origin(url: str) -> tuple[str, str | None, int | None]:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or _DEFAULT_PORTS.get(parts.scheme)

    try:
        return origin(one) == origin(other)
    except ValueError:
        return False


def _mark(entry: Any, link: str) -> str:
    """Hash what changes when an article does. Markup is left out: servers vary addresses in it."""
    contents: Iterable[Any] = entry.get("content", ())
    parts = [
        link,
        str(_said(entry, "updated") or entry.get("published") or ""),
        _plain(entry.get("title")),
        _plain(entry.get("summary")),
        *(_plain(content.get("value")) for content in contents),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _said(entry: Any, key: str) -> Any:
    """Give what an entry says itself: for `updated`, feedparser would take `published`, and warn of it."""
    return dict.get(entry, key)


def _plain(value: Any) -> str:
    """Give the words of a text that may be HTML, in one line."""
    return one_line(html.unescape(re.sub(r"<[^<>]*>", " ", str(value or ""))))


def _day(entry: Any) -> date | None:
    when = entry.get("published_parsed") or _said(entry, "updated_parsed")
    try:
        return date(when.tm_year, when.tm_mon, when.tm_mday) if when else None
    except ValueError:
        return None
