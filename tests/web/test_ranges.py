"""Which bytes a Range header means (RFC 9110, section 14)."""

from __future__ import annotations

import pytest

from podcaster.web.ranges import MOST_RANGES, NotSatisfiableError, Span, spans_of


@pytest.mark.parametrize(
    ("header", "spans"),
    [
        ("bytes=0-499", [(0, 499)]),
        ("bytes=500-999", [(500, 999)]),
        ("bytes=-500", [(9500, 9999)]),
        ("bytes=9500-", [(9500, 9999)]),
        ("bytes=0-0,-1", [(0, 0), (9999, 9999)]),
        ("bytes=9000-20000", [(9000, 9999)]),  # past the end: up to it
        ("bytes=-20000", [(0, 9999)]),
        ("BYTES=0-1", [(0, 1)]),
        ("bytes= 0-1 , 4-5", [(0, 1), (4, 5)]),
        ("bytes=0-1,,4-5,", [(0, 1), (4, 5)]),  # empty elements of a list count for nothing
        ("bytes=4-5,0-1", [(4, 5), (0, 1)]),  # in the order that was asked for
        ("bytes=0-5,3-8", [(0, 8)]),  # overlapping: joined
        ("bytes=0-1,20000-", [(0, 1)]),  # one that can be met is enough
    ],
)
def test_ranges_as_the_standard_has_them(header: str, spans: list[tuple[int, int]]) -> None:
    """Each form gives the bytes that the standard says, of a file of 10,000."""
    assert spans_of(header, 10_000) == [Span(*span) for span in spans]


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=a-b",
        "bytes=+1-2",
        "bytes=1_0-20",
        "bytes=٣-٤",
        "bytes=--1",
        "bytes=0-1;2",
        "lines=0-1",
        "bytes=0-1,5-2",
        "bytes=" + ",".join(f"{n}-{n}" for n in range(0, 200, 2)),
        "bytes=" + "9" * 5000 + "-",
    ],
)
def test_what_is_no_range_is_ignored(header: str) -> None:
    """An unknown unit, a malformed set and too many ranges give the whole file."""
    assert spans_of(header, 10_000) == []


@pytest.mark.parametrize("header", ["bytes=10000-", "bytes=99999-100000", "bytes=-0"])
def test_past_the_end_cannot_be_met(header: str) -> None:
    """A range that holds no byte of the file is refused."""
    with pytest.raises(NotSatisfiableError):
        spans_of(header, 10_000)


def test_an_empty_file_has_no_ranges() -> None:
    """Nothing can be named of an empty file, so all of it is sent."""
    assert spans_of("bytes=0-", 0) == spans_of("bytes=-5", 0) == []


def test_the_same_bytes_are_not_sent_many_times() -> None:
    """Ranges that overlap are joined, so that a small request cannot ask for more than the file."""
    header = "bytes=" + ",".join(["0-"] * MOST_RANGES)
    assert spans_of(header, 10_000) == [Span(0, 9999)]
