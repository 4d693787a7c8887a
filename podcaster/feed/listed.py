"""What the feeds on disk still say of an episode whose manifest is gone."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

_VERSION = re.compile(r"\?v=(\d{1,6})$")


@dataclass(frozen=True, slots=True)
class Listed:
    """An episode as apps know it: when it came out, and how often it was voiced."""

    published: datetime
    revision: int


def listed_episodes(feeds: Path) -> dict[str, Listed]:
    """Read the items of all documents in `feeds`: guid -> what is listed. What cannot be read is left out."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found: dict[str, Listed] = {}
    for path in sorted(feeds.glob("*.xml")):
        with suppress(OSError, etree.XMLSyntaxError):
            for item in etree.parse(str(path), parser).iter("item"):
                with suppress(ValueError, TypeError):  # no date, or none that is one
                    published = parsedate_to_datetime(item.findtext("pubDate"))
                    enclosure = item.find("enclosure")
                    if published.tzinfo is None:
                        continue
                    version = _VERSION.search("" if enclosure is None else enclosure.get("url", ""))
                    found[item.findtext("guid") or ""] = Listed(published, int(version[1]) if version else 1)
    return found
