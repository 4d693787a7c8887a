"""Which bytes of a file a request asks for: the Range header of RFC 9110, section 14."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

#: A request for more ranges than this is answered with the whole file (RFC 9110, section 14.2 allows it): no
#: player asks for so many, and each costs a part of a multipart answer.
MOST_RANGES = 16

_INT_RANGE = re.compile(r"([0-9]+)-([0-9]*)", re.ASCII)
_SUFFIX_RANGE = re.compile(r"-([0-9]+)", re.ASCII)
#: Numbers longer than this are larger than any file; bounds the cost of reading one.
_MOST_DIGITS = 30


class NotSatisfiableError(Exception):
    """No part of the file lies in what was asked for: status 416."""


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes `first` to `last` of a file, both included, as Content-Range counts them."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Number of bytes."""
        return self.last - self.first + 1


def spans_of(header: str, size: int) -> list[Span]:
    """Give the parts of a file of `size` bytes that a Range header names, in its order; none: all of it.

    A header in another unit than bytes, one that is not well formed, and one that asks for overly many parts
    are ignored, as the standard allows or demands. Parts that overlap are joined. Raises NotSatisfiableError.
    """
    unit, equals, names = header.partition("=")
    if not equals or unit.strip().lower() != "bytes":
        return []
    specs = [spec for name in names.split(",") if (spec := name.strip(" \t"))]
    if not specs or len(specs) > MOST_RANGES:
        return []
    spans = []
    for spec in specs:
        found = _one(spec, size)
        if found is None:
            return []
        if found.first <= found.last:
            spans.append(found)
    if not spans:
        if size == 0:
            return []  # there is no way to write a Content-Range for nothing
        raise NotSatisfiableError
    return _joined(spans)


def _one(spec: str, size: int) -> Span | None:
    """Read one range; a Span that ends before it begins lies outside of the file; None: not well formed."""
    if len(spec) > 2 * _MOST_DIGITS:
        return None
    if suffix := _SUFFIX_RANGE.fullmatch(spec):
        return Span(max(0, size - int(suffix[1])), size - 1)
    if not (both := _INT_RANGE.fullmatch(spec)):
        return None
    first = int(both[1])
    if both[2] and int(both[2]) < first:
        return None
    last = min(int(both[2]), size - 1) if both[2] else size - 1
    return Span(first, last)


def _joined(spans: list[Span]) -> list[Span]:
    """Join parts when any two overlap, so that nobody gets the same bytes many times for one request."""
    ordered = sorted(spans, key=lambda span: span.first)
    if all(one.last < other.first for one, other in pairwise(ordered)):
        return spans
    joined = [ordered[0]]
    for span in ordered[1:]:
        if span.first <= joined[-1].last:
            joined[-1] = Span(joined[-1].first, max(joined[-1].last, span.last))
        else:
            joined.append(span)
    return joined
