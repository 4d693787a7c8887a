"""Processes that hang, crash, refuse and lie, and those who watch them."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator

import pytest

from podcaster.voices.workers import WorkerFailedError, Workers

#: A worker that does what it is told.
WORKER = """
import sys, time, os
get, put = sys.stdin.buffer, sys.stdout.buffer
while len(head := get.read(4)) == 4:
    order = get.read(int.from_bytes(head, "little")).decode()
    if order == "hang": time.sleep(1000)
    if order == "crash": os.abort()
    if order == "refuse": put.write(bytes([255] * 4)); put.flush(); continue
    if order == "lie": put.write(bytes([255, 255, 255, 254])); put.flush(); continue
    if order == "half": put.write((100).to_bytes(4, "little") + b"x"); put.flush(); os._exit(0)
    answer = str(os.getpid()).encode() if order == "who" else order.encode()
    put.write(len(answer).to_bytes(4, "little") + answer); put.flush()
"""


@pytest.fixture
def workers() -> Iterator[Workers]:
    """Two of them."""
    made = Workers([sys.executable, "-c", WORKER], 2)
    yield made
    made.close()


def test_a_worker_is_kept(workers: Workers) -> None:
    """One call after the other goes to the same process."""
    assert workers.ask(b"who", 10) == workers.ask(b"who", 10)


@pytest.mark.parametrize("order", [b"hang", b"crash", b"refuse", b"lie", b"half"])
def test_a_worker_that_fails_is_replaced(workers: Workers, order: bytes) -> None:
    """The call fails within its time, and the next one is answered."""
    started = time.monotonic()
    with pytest.raises(WorkerFailedError):
        workers.ask(order, 1.0)
    assert time.monotonic() - started < 5
    assert workers.ask(b"ja", 10) == b"ja"


def test_closing_ends_calls_under_way(workers: Workers) -> None:
    """A call that waits for a hung process fails at once when all is closed."""
    failed = threading.Event()

    def hang() -> None:
        with pytest.raises(WorkerFailedError):
            workers.ask(b"hang", 60)
        failed.set()

    thread = threading.Thread(target=hang)
    thread.start()
    assert workers.ask(b"ja", 10) == b"ja"  # by the other one
    workers.close()
    thread.join(5)
    assert failed.is_set()
    with pytest.raises(WorkerFailedError, match="stopped"):
        workers.ask(b"ja", 10)
