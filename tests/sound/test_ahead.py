"""What is made in a thread comes out as if it had been made here."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from podcaster.sound.ahead import ahead


def test_all_come_in_order() -> None:
    """Every item comes once, in order, whether there are fewer or more than are made ahead."""
    for count in (0, 1, 4, 100):
        assert list(ahead(range(count))) == list(range(count))


def test_no_more_are_made_than_asked_for() -> None:
    """A slow reader holds the maker up, so that memory stays flat."""
    made: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            made.append(number)
            yield number

    coming = ahead(numbers(), 3)
    assert next(coming) == 0
    assert next(coming) == 1
    assert len(made) <= 5
    coming.close()  # type: ignore[attr-defined]


def test_an_error_comes_in_its_place() -> None:
    """What was made before an error is given out first, then the error is raised."""

    def broken() -> Iterator[int]:
        yield 1
        yield 2
        raise ValueError("no more")

    coming = ahead(broken())
    assert [next(coming), next(coming)] == [1, 2]
    with pytest.raises(ValueError, match="no more"):
        next(coming)


def test_a_reader_that_stops_leaves_no_thread() -> None:
    """Whoever stops reading in the middle has no thread left over."""
    before = threading.active_count()
    for item in ahead(range(10**9)):
        if item == 5:
            break
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == before
