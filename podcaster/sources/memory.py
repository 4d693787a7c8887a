"""What is remembered of the sources: one file for each project, outside the published folders.

It can be lost without harm to any episode: then every source is asked for all it has, and articles whose
episodes are there are known again.
"""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from podcaster.files import write_file

#: The version of the file's format; a file of another version is not read.
FORMAT = 1
#: What a source has not shown for so long is forgotten, unless it still waits.
FORGOTTEN = timedelta(days=180)
#: The longest distance between two tries.
LONGEST = timedelta(days=1)

State = Literal["waiting", "built", "skipped", "failed", "given up", "gone"]


class Item(msgspec.Struct, omit_defaults=True):
    """An article of a source, and what became of it.

    Attributes:
        place: The path (as seen from the project's folder) or address to read it from.
        seen: When the source last showed it.
        mark: The offer's mark when it was last seen.
        state: `waiting` to be built; `built`; `skipped`, because it is in another language; `failed`, and
            tried again at `due`; `given up`; `gone`: its episode was removed on purpose.
        title: For people.
        trusted: As in `Offer`.
        guid: Of its episode.
        due: When it is tried, or looked at, again.
        tries: How often it has failed, or was looked at, since it last changed.
        failing: Since when it fails.
        reason: The error, for people.
    """

    place: str
    seen: datetime
    mark: str = ""
    state: State = "waiting"
    title: str = ""
    trusted: bool = True
    guid: str | None = None
    due: datetime | None = None
    tries: int = 0
    failing: datetime | None = None
    reason: str = ""

    def fail(self, now: datetime, reason: str, first: timedelta, days: int) -> None:
        """Note a failure: try again after twice the distance of last time, and give up after `days`."""
        self.failing = min(self.failing or now, now)
        self.tries += 1
        self.reason = reason
        over = now - self.failing >= timedelta(days=days)
        self.state = "given up" if over else "failed"
        self.due = None if over else now + min(first * 2 ** min(self.tries - 1, 16), LONGEST)

    def settle(self, state: State, guid: str | None = None) -> None:
        """Note what became of it, and forget its failures."""
        self.state, self.guid = state, guid or self.guid
        self.due, self.failing, self.tries, self.reason = None, None, 0, ""

    def is_due(self, now: datetime) -> bool:
        """Whether its time has come. One further ahead than any distance was set by a wrong clock."""
        return self.due is None or self.due <= now or self.due > now + 4 * LONGEST


class Known(msgspec.Struct, omit_defaults=True):
    """What is remembered of one source.

    Attributes:
        items: By key, in the order in which the source first showed them.
        choice: The source's include, exclude and since, when it was last asked.
        etag, last_modified: What its server wants to hear again (RFC 9110, 13.1).
        failing: Since when it cannot be had.
        told: When that was last said.
    """

    items: dict[str, Item] = {}
    choice: str = ""
    etag: str | None = None
    last_modified: str | None = None
    failing: datetime | None = None
    told: datetime | None = None


class Memory(msgspec.Struct, omit_defaults=True):
    """What is remembered of all sources of a project.

    Attributes:
        sources: By name.
        gone: Episodes that were removed on purpose, by retention or by hand: guid -> when.
        hooked: Digest of the feeds for which after_build last succeeded.
        format: Version of this file's format.
    """

    sources: dict[str, Known] = {}
    gone: dict[str, datetime] = {}
    hooked: str = ""
    format: int = FORMAT


_decoder = msgspec.json.Decoder(Memory)


def read_memory(state: Path) -> Memory:
    """Read what is remembered; an empty memory where there is none, or it cannot be understood."""
    with contextlib.suppress(OSError, msgspec.DecodeError):
        memory = _decoder.decode((state / "memory.json").read_bytes())
        if memory.format == FORMAT:
            return memory
    return Memory()


def write_memory(state: Path, memory: Memory) -> None:
    """Keep what is remembered, whole or not at all."""
    write_file(state / "memory.json", msgspec.json.encode(memory))
