"""How many requests are let through, on a clock that the test turns."""

from __future__ import annotations

import threading

import pytest

from podcaster.voices import VoiceGoneError
from podcaster.voices.gate import Gate


class Clock:
    """A clock that stands still until it is turned."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_room_grows_while_all_goes_well_and_shrinks_on_429() -> None:
    """Good answers make room up to the most there may be; one that says too many halves it."""
    gate = Gate(start=4, most=6, clock=(clock := Clock()))
    with gate.passage() as leave:
        for _ in range(10):
            gate.good(leave)
        assert gate.room == 6
        gate.too_many(leave, retry_after=2.0)
    assert gate.room == 1  # one probe while blocked
    clock.now = 3.0
    with gate.passage() as probe:
        assert probe.probe
        gate.good(probe)
    assert gate.room == 4


def test_a_burst_of_429_counts_once() -> None:
    """Requests that were under way together do not halve the room again and again."""
    gate = Gate(start=8, most=8, clock=(clock := Clock()))
    with gate.passage() as first, gate.passage() as second, gate.passage() as third:
        for leave, asked in ((first, 1.0), (second, 2.0), (third, None)):
            gate.too_many(leave, retry_after=asked)
    assert gate.quiet_until == 2.0  # as long as any of them asks for
    clock.now = 2.5
    with gate.passage() as probe:
        gate.good(probe)
    assert gate.room == 5


def test_a_wait_that_is_too_long_ends_the_run() -> None:
    """Google asks for an hour: that is not waited for, and everybody learns it."""
    gate = Gate(clock=Clock())
    with gate.passage() as leave, pytest.raises(VoiceGoneError, match="pause"):
        gate.too_many(leave, retry_after=3600)
    with pytest.raises(VoiceGoneError), gate.passage():
        pass


@pytest.mark.parametrize("asked", [None, 0.0, 0.2])
def test_probes_that_fail_for_long_end_the_run(asked: float | None) -> None:
    """Each failed probe doubles the wait, however little is asked for; after the patience comes the end."""
    gate = Gate(patience=60, clock=(clock := Clock()))
    waits: list[float] = []

    def fail() -> None:
        for _ in range(100):
            with gate.passage() as leave:
                gate.too_many(leave, asked)
            waits.append(gate.quiet_until - clock.now)
            clock.now = gate.quiet_until

    with pytest.raises(VoiceGoneError):
        fail()
    assert waits[:5] == [0.5, 1, 2, 4, 8]
    assert clock.now <= 60


def test_a_server_that_answers_nobody_is_gone_soon() -> None:
    """Failures of whatever text, over four seconds and without one answer among them, end the run."""
    gate = Gate(clock=(clock := Clock()))
    for clock.now in (0.0, 0.3, 0.9, 2.1, 3.9):
        gate.bad("no connection")
    clock.now = 4.1
    with pytest.raises(VoiceGoneError, match="no connection"):
        gate.bad("no connection")
    with pytest.raises(VoiceGoneError, match="no connection"), gate.passage():
        pass


def test_failures_among_answers_end_nothing() -> None:
    """As long as somebody gets an answer now and then, the server is there; so it is after a long silence."""
    gate = Gate(clock=(clock := Clock()))
    for second in range(101):
        clock.now = float(second)
        with gate.passage() as leave:
            gate.good(leave) if second % 4 == 0 else gate.bad("no connection")
    clock.now = 1000.0
    for _ in range(16):  # all that were under way, at once
        gate.bad("no connection")
    with gate.passage() as leave:
        gate.good(leave)


def test_nobody_rests_when_all_is_over() -> None:
    """Whoever waits for another try learns at once that there will be none."""
    gate = Gate()
    resting = threading.Thread(target=gate.rest, args=(60,))
    resting.start()
    gate.gone("it was stopped")
    resting.join(10)
    assert not resting.is_alive()
