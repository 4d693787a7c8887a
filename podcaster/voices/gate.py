"""How many requests may be under way: more while all goes well, fewer when the server says stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from podcaster.voices.voice import VoiceGoneError

#: So many failures in a row, over so many seconds, whoever had them, and the server is gone. A passing fault
#: is over sooner, or leaves some of the others their answers.
_HOPELESS, _FOR = 5, 4.0


@dataclass(slots=True)
class Pass:
    """A request's leave to be sent.

    Attributes:
        probe: It is the only one that may be under way: its answer tells whether the block is over.
    """

    probe: bool


class Gate:
    """Lets requests through, as many at a time as the server bears.

    Additive increase, multiplicative decrease. After a 429, nothing is sent for as long as the server asks,
    then one request alone, until one is answered.

    Attributes:
        quiet_until: By the clock; nothing is sent before.
        last_good: By the clock, when the last good answer came; when this began, as long as there was none.
    """

    def __init__(
        self,
        start: int = 8,
        most: int = 16,
        patience: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with `start` at a time; once blocked, wait `patience` seconds for a good answer."""
        self._room = float(start)
        self._most = most
        self._patience = patience
        self._clock = clock
        self._changed = threading.Condition()
        self._under_way = 0
        self._blocked = False
        self.quiet_until = 0.0
        self._wait = 0.5
        self.last_good = clock()
        self._gone: VoiceGoneError | None = None
        self._over = threading.Event()
        self._failures = 0  # since the last good answer
        self._failing_since = 0.0

    @property
    def room(self) -> int:
        """How many requests may be under way now."""
        return 1 if self._blocked else int(self._room)

    @contextmanager
    def passage(self) -> Iterator[Pass]:
        """Wait until a request may be sent; it is under way inside the block. Raises VoiceGoneError."""
        with self._changed:
            leave = self._await_leave()
            self._under_way += 1
        try:
            yield leave
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()

    def _await_leave(self) -> Pass:
        while True:
            if self._gone is not None:
                raise self._gone
            still = self.quiet_until - self._clock()
            if still > 0:
                self._changed.wait(still)
            elif self._under_way < self.room:
                return Pass(probe=self._blocked)
            else:
                self._changed.wait()

    def good(self, leave: Pass) -> None:
        """An answer came: there may be room for more."""
        with self._changed:
            self._failures = 0
            self.last_good = self._clock()
            if leave.probe:
                self._blocked, self._wait = False, 0.5
            if not self._blocked:
                self._room = min(float(self._most), self._room + (1 if leave.probe else 0.5))
            self._changed.notify_all()

    def too_many(self, leave: Pass, retry_after: float | None) -> None:
        """The server said 429: send nothing for a while. Raises VoiceGoneError where it asks for too long."""
        with self._changed:
            now = self._clock()
            if not self._blocked or leave.probe:  # a burst of them counts once
                self._room = max(1.0, self._room / 2)
                self._wait = min(self._wait * 2, 16.0) if leave.probe else 0.5
                self.last_good = now if not self._blocked else self.last_good
                self._blocked = True
                self.quiet_until = now + self._wait  # who asks for less, again and again, gets more
            self.quiet_until = max(self.quiet_until, now + (retry_after or 0.0))
            if self.quiet_until - self.last_good > self._patience:
                raise self._give_up("Google asks for a pause (too many requests)")
            self._changed.notify_all()

    def bad(self, trouble: str) -> None:
        """A request failed in another way: perhaps there were too many of them.

        Raises VoiceGoneError, which says `trouble`, where nobody has had an answer for some seconds.
        """
        with self._changed:
            self._room = max(2.0, self._room * 0.8)
            if not self._failures:
                self._failing_since = self._clock()
            self._failures += 1
            if self._failures >= _HOPELESS and self._clock() - self._failing_since >= _FOR:
                raise self._give_up(trouble)

    def rest(self, seconds: float) -> None:
        """Wait for so long, or until the server is gone."""
        self._over.wait(seconds)

    def gone(self, why: str) -> VoiceGoneError:
        """Let nothing through any more; gives the error that everybody gets."""
        with self._changed:
            return self._give_up(why)

    def _give_up(self, why: str) -> VoiceGoneError:
        self._gone = self._gone or VoiceGoneError(
            f"voice gtts: {why}", "try again later, or take --voice pico"
        )
        self._over.set()
        self._changed.notify_all()
        return self._gone
