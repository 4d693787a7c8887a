"""List: episodes become a feed."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.feed.listed import Listed, listed_episodes
    from podcaster.feed.notes import show_notes
    from podcaster.feed.rss import Place, feed_xml
    from podcaster.feed.writing import homeless, shows_of, write_covers, write_feeds

__all__ = [
    "Listed",
    "Place",
    "feed_xml",
    "homeless",
    "listed_episodes",
    "show_notes",
    "shows_of",
    "write_covers",
    "write_feeds",
]

_HOMES = {
    "Listed": "listed",
    "listed_episodes": "listed",
    "show_notes": "notes",
    "Place": "rss",
    "feed_xml": "rss",
}


def __getattr__(name: str) -> Any:
    """Find a public name in the module where it lives, when it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'writing')}"), name)
