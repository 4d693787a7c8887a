"""List: episodes become a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

if TYPE_CHECKING:
    from podcaster.feed.listed import Listed, listed_episodes
    from podcaster.feed.notes import show_notes, voice_notice
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
    "voice_notice",
    "write_covers",
    "write_feeds",
]

__getattr__ = lazy_names(
    __name__,
    listed="Listed listed_episodes",
    notes="show_notes voice_notice",
    rss="Place feed_xml",
    writing="homeless shows_of write_covers write_feeds",
)
