"""Which episodes have been kept long enough."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from podcaster.model import Episode
from podcaster.retention import expired
from podcaster.settings import Retention

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def episode(days: float, *, size: int = 1_000_000, kept: bool = False) -> Episode:
    """An episode that came out so many days ago; its slug says so, too."""
    return Episode(
        f"urn:{days}", f"d{days}", "T", NOW - timedelta(days=days), 60.0, size, "pico", "", "s", (), kept=kept
    )


@pytest.mark.parametrize(
    ("retention", "going"),
    [
        (Retention(), []),
        (Retention(episodes=2), ["d9", "d5"]),
        (Retention(days=4), ["d9", "d5"]),
        (Retention(days=5), ["d9"]),
        (Retention(gigabytes=0.003), ["d9"]),
        (Retention(gigabytes=0.0029), ["d9", "d5"]),
        (Retention(episodes=3, days=1), ["d9", "d5", "d2"]),
        (Retention(episodes=10, days=10, gigabytes=1), []),
    ],
)
def test_what_goes(retention: Retention, going: list[str]) -> None:
    """The oldest go, as far as number, age or size ask for it; at the limit itself they stay."""
    episodes = [episode(5), episode(0), episode(9), episode(2)]
    assert [e.slug for e in expired(episodes, retention, NOW)] == going


def test_kept_ones_stay() -> None:
    """A protected episode stays whatever the limits say, and is not counted as one of the last N."""
    episodes = [episode(0), episode(3), episode(9, kept=True)]
    assert expired(episodes, Retention(episodes=2, days=30), NOW) == []
    assert [e.slug for e in expired(episodes, Retention(episodes=1, days=1), NOW)] == ["d3"]


def test_kept_ones_take_room() -> None:
    """The bytes of a protected episode are not there for others."""
    episodes = [episode(0), episode(3), episode(9, kept=True)]
    assert [e.slug for e in expired(episodes, Retention(gigabytes=0.002), NOW)] == ["d3"]


def test_there_are_no_holes() -> None:
    """Behind an episode that does not fit, a smaller and older one does not stay either."""
    episodes = [episode(0), episode(3, size=5_000_000), episode(5, size=10)]
    assert [e.slug for e in expired(episodes, Retention(gigabytes=0.002), NOW)] == ["d5", "d3"]


def test_clock_that_was_ahead_removes_nothing() -> None:
    """Episodes from the future, after a clock was set back, are not old."""
    assert expired([episode(-400), episode(0)], Retention(days=3), NOW) == []
