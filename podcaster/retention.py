"""Retention: which episodes have been kept long enough."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from podcaster.model import Episode
from podcaster.settings import Retention


def expired(episodes: Iterable[Episode], retention: Retention, now: datetime) -> list[Episode]:
    """Give the episodes that go, oldest first. Those with `kept` stay, and do not count as one of the last N.

    Their bytes count: what is protected takes room from the others, but never goes for it.
    """
    newest_first = sorted(episodes, key=lambda e: (e.published, e.slug), reverse=True)
    room = retention.gigabytes * 1e9 - sum(episode.size for episode in newest_first if episode.kept)
    going = []
    full = False
    count = 0
    for episode in newest_first:
        if episode.kept:
            continue
        count += 1
        room -= episode.size
        # once one does not fit, what is older goes too: the feed has no holes
        full = full or bool(
            (retention.episodes and count > retention.episodes)
            or (retention.days and now - episode.published > timedelta(days=retention.days))
            or (retention.gigabytes and room < 0)
        )
        if full:
            going.append(episode)
    return going[::-1]
