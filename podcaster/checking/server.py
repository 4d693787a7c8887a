"""A feed as it is found on the web: what apps ask of a server (Apple: HEAD, byte ranges, types, lengths)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from podcaster.checking.finding import Finding
from podcaster.checking.rules import check_feed, parsed
from podcaster.feed.rss import NAMESPACES

if TYPE_CHECKING:
    from lxml import etree

_FEED_TYPES = ("application/rss+xml", "application/xml", "text/xml")
#: Address -> what the server must call it: by what the feed says, or by extension.
_PICTURE_TYPES = ("image/jpeg", "image/png")
_SERVER = "Change the web server's configuration"
_COPY = "Copy audio/ and feeds/ to the server again"
#: Seconds. A server that takes longer loses listeners.
_TIMEOUT = 20.0
#: Bytes; a feed that is larger is refused by some apps.
_LARGEST_FEED = 20_000_000


def check_server(url: str) -> list[Finding]:
    """Check the feed at `url` and all it refers to."""
    limits = httpx.Limits(max_connections=6)
    with httpx.Client(timeout=_TIMEOUT, follow_redirects=True, limits=limits) as client:
        try:
            answer = client.get(url)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return [Finding(url, f"cannot be reached: {error}", "Look whether the server runs")]
        if answer.status_code != 200:
            return [Finding(url, f"answers {answer.status_code}", _mend(answer.status_code))]
        findings = [*_feed(client, url, answer), *check_feed(answer.content, url)]
        try:
            channel = parsed(answer.content).find("channel")
        except ValueError:
            channel = None
        if channel is None:
            return findings
        with ThreadPoolExecutor(6) as pool:
            for found in pool.map(lambda check: list(check()), _checks(client, channel, answer.url)):
                findings += found
    return findings


def _feed(client: httpx.Client, url: str, answer: httpx.Response) -> Iterator[Finding]:
    """Type, size, and what keeps apps from fetching it over and over."""
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if kind not in _FEED_TYPES:
        yield Finding(url, f"is sent as {kind or 'nothing'}, not as application/rss+xml", _SERVER)
    if len(answer.content) > _LARGEST_FEED:
        yield Finding(url, f"has {len(answer.content)} bytes", "Set a smaller feed_items", "warning")
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    if not etag and not modified:
        what = "is sent without ETag and Last-Modified, so that apps fetch all of it each time"
        yield Finding(url, what, _SERVER, "warning")
        return
    conditions = {"If-None-Match": etag} if etag else {"If-Modified-Since": modified}
    try:
        again = client.get(url, headers=conditions)
    except httpx.HTTPError as error:
        yield Finding(url, f"cannot be fetched again: {error}", _SERVER)
        return
    if again.status_code != 304:
        what = f"answers {again.status_code} to {next(iter(conditions))}, not 304"
        yield Finding(url, what, _SERVER, "warning")


def _checks(
    client: httpx.Client, channel: etree._Element, feed: httpx.URL
) -> Iterator[partial[Iterator[Finding]]]:
    """A check for each address in the feed; articles elsewhere are nothing to it."""
    images = [image.get("href", "") for image in channel.iterfind(".//itunes:image", NAMESPACES)]
    for address in dict.fromkeys(filter(None, images)):
        yield partial(_file, client, address, _PICTURE_TYPES)
    for page in [channel.findtext("link", ""), *(link.text or "" for link in channel.iterfind("item/link"))]:
        if urlsplit(page).netloc == feed.netloc.decode():
            yield partial(_file, client, page, ("text/html",))
    for older in channel.iterfind("atom:link[@rel='prev-archive']", NAMESPACES):
        yield partial(_file, client, older.get("href", ""), _FEED_TYPES)
    for enclosure in channel.iterfind("item/enclosure"):
        yield partial(_sound, client, enclosure.get("url", ""), enclosure.get("length", ""))
    for name in ("transcript", "chapters"):
        for element in channel.iterfind(f"item/podcast:{name}", NAMESPACES):
            yield partial(_file, client, element.get("url", ""), (element.get("type", ""),))


def _head(client: httpx.Client, url: str) -> httpx.Response | Finding:
    """Ask for a file's head."""
    try:
        # what is packed on the way has another length than the file
        answer = client.head(url, headers={"Accept-Encoding": "identity"})
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Finding(url, f"cannot be reached: {error}", "Look whether the server runs")
    if answer.status_code != 200:
        return Finding(url, f"answers {answer.status_code} to HEAD", _mend(answer.status_code))
    return answer


def _mend(status: int) -> str:
    """What to do about an answer other than 200: what is not there was not copied."""
    return _COPY if status in (404, 410) else _SERVER


def _file(client: httpx.Client, url: str, kinds: tuple[str, ...]) -> Iterator[Finding]:
    """A file that is sent with the right type."""
    answer = _head(client, url)
    if isinstance(answer, Finding):
        yield answer
        return
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if kind not in kinds:
        yield Finding(url, f"is sent as {kind or 'nothing'}, not as {' or '.join(kinds)}", _SERVER, "warning")


def _sound(client: httpx.Client, url: str, length: str) -> Iterator[Finding]:
    """An enclosure: type, length, and byte ranges, without which Apple refuses a show."""
    answer = _head(client, url)
    if isinstance(answer, Finding):
        yield answer
        return
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if kind not in ("audio/mpeg", "audio/mp3"):
        yield Finding(url, f"is sent as {kind or 'nothing'}, not as audio/mpeg", _SERVER)
    if (size := answer.headers.get("content-length")) != length:
        what = f"has {size or 'no length'} on the server, the feed says {length} bytes"
        yield Finding(url, what, _COPY if size else _SERVER)
    try:
        part = client.get(url, headers={"Range": "bytes=0-1"})
    except httpx.HTTPError as error:
        yield Finding(url, f"cannot be fetched in parts: {error}", _SERVER)
        return
    if part.status_code != 206 or len(part.content) != 2:
        what = (
            f"answers {part.status_code} to a byte range, not 206; apps cannot seek, Apple refuses the show"
        )
        yield Finding(url, what, _SERVER)
