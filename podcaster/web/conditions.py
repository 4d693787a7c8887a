"""Whether a client has the newest version already: the conditions of RFC 9110, section 13."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Literal


def http_date(seconds: float) -> str:
    """Write a time (seconds since 1970) as HTTP has it."""
    return format_datetime(datetime.fromtimestamp(int(seconds), UTC), usegmt=True)


def check(headers: Mapping[str, str], etag: str, modified: float) -> Literal[200, 304, 412]:
    """Judge the conditions of a GET or HEAD request for what has this ETag and time, in the standard's order.

    200: send it; 304: the client has it; 412: the client wanted another version.
    """
    if (wanted := headers.get("if-match")) is not None:
        if wanted.strip() != "*" and etag not in _strong(wanted):
            return 412
    elif (until := _seconds(headers.get("if-unmodified-since"))) is not None and int(modified) > until:
        return 412
    if (known := headers.get("if-none-match")) is not None:
        held = {tag.removeprefix("W/") for tag in _tags(known)}
        return 304 if known.strip() == "*" or etag in held else 200
    since = _seconds(headers.get("if-modified-since"))
    return 304 if since is not None and int(modified) <= since else 200


def range_holds(if_range: str | None, etag: str, modified: float, now: float) -> bool:
    """Say whether the part that a client has is of this version, so that it may be sent the rest alone.

    A date counts only if the file was a second old by then (section 8.8.2.2): else it could have changed
    again within that second.
    """
    if if_range is None:
        return True
    value = if_range.strip()
    if value.startswith(('"', "W/")):
        return value == etag
    return value == http_date(modified) and int(modified) + 1 <= now


def _tags(header: str) -> list[str]:
    """Split a list of entity tags; the program's own have no comma in them."""
    return [tag.strip() for tag in header.split(",")]


def _strong(header: str) -> list[str]:
    return [tag for tag in _tags(header) if not tag.startswith("W/")]


def _seconds(date: str | None) -> float | None:
    """Read an HTTP date; a wrong one is as good as none (section 13.1.3)."""
    if date is None:
        return None
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
