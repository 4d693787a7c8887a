"""Texts as they are sent: with the address at which this server was reached in them, packed where wanted."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from podcaster.addresses import LOCAL, feed_url
from podcaster.web.subscribing import fill_subscribe, link_feed


@dataclass(frozen=True, slots=True)
class Address:
    """Where things are for the client.

    Attributes:
        base: base_url of the settings, or nothing.
        reached: `http://HOST[:PORT]/` as the client asked for it, checked.
        key: The private part of the path.
    """

    base: str
    reached: str
    key: str | None

    @property
    def root(self) -> str:
        """Address of the folder that holds feeds/ and audio/, with a slash at its end."""
        return (self.base.rstrip("/") + "/" if self.base else self.reached) + (
            f"{self.key}/" if self.key else ""
        )


@lru_cache(maxsize=24)
def text_for(
    path: Path, modified: int, size: int, address: Address, *, packed: bool, shown: bool = False
) -> tuple[bytes, str]:
    """Read a text file and give what is sent of it, and its ETag. `modified` and `size` name its version.

    `packed` is with gzip; a feed may be `shown` by a browser.
    """
    del modified, size
    data = path.read_bytes()
    if path.suffix in {".xml", ".opml", ".json"}:
        data = _with_address(data, address)
    if path.suffix == ".xml" and address.key:
        data = _blocked(data)
    if path.suffix == ".xml" and shown:
        key = path.name.partition(".")[0]  # of a page of older episodes too: it is the feed that apps want
        data = link_feed(data, feed_url(address.root, key))
    if path.suffix == ".html":
        data = fill_subscribe(data, address.root if address.key or not address.base else None)
    if packed:
        data = gzip.compress(data, compresslevel=6, mtime=0)
    digest = hashlib.sha256(data).hexdigest()[:24]
    return data, f'"{digest}"'


def _with_address(data: bytes, address: Address) -> bytes:
    """Put the address at which things are reached in place of the one that stands in the files."""
    written = address.base.rstrip("/") + "/" if address.base else LOCAL
    if address.root == written:
        return data
    pattern = re.escape(written.encode()) + rb"(?=feeds/|audio/|[\"'<\s])"
    root = address.root.encode()
    return re.sub(pattern, lambda _: root, data)


def _blocked(data: bytes) -> bytes:
    """Mark a feed as not for Apple's directory, which would show its private address to everybody."""
    if b"<itunes:block>" in data or b"xmlns:itunes=" not in data:
        return data
    return data.replace(b"<channel>", b"<channel><itunes:block>Yes</itunes:block>", 1)
