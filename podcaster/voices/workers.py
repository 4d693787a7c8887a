"""Processes that do what may hang or crash: kept warm, watched, and replaced when they fail.

A worker is a program that answers messages on its standard input with messages on its standard output; each
is a length (4 bytes, little-endian) and so many bytes. A length of 0xFFFFFFFF says that the worker refuses.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import threading
from typing import IO

_REFUSED = 0xFFFFFFFF
_GREATEST = 1 << 30  # bytes; an answer longer than that is none


class WorkerFailedError(Exception):
    """The worker refused, crashed, or took too long; it says which."""


class Workers:
    """Up to `count` processes that run `command`; may be used from several threads."""

    def __init__(self, command: list[str], count: int) -> None:
        self._command = command
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        self._all: set[_Worker] = set()
        self._guard = threading.Lock()
        self.closed = False
        for _ in range(count):
            self._idle.put(None)  # started when it is needed

    def warm_up(self) -> None:
        """Start every process now, without waiting: they come up while the caller does something else."""
        places = [self._idle.get() for _ in range(self._idle.qsize())]
        for worker in places:
            self._idle.put(worker or self._start())

    def ask(self, message: bytes, seconds: float) -> bytes:
        """Send a message to a worker that is free, and give its answer.

        Waits for a free worker as long as it takes. Raises WorkerFailedError where the worker refuses,
        crashes, or takes longer than `seconds`. Another takes its place then: an engine that failed may be in
        disorder.
        """
        worker = self._idle.get()
        try:
            worker = worker or self._start()
            answer = worker.ask(message, seconds)
            if answer is None:
                raise WorkerFailedError("it refuses the text")
        except BaseException:
            if worker is not None:
                with self._guard:
                    self._all.discard(worker)
                worker.end()
            self._idle.put(None)
            raise
        self._idle.put(worker)
        return answer

    def close(self) -> None:
        """End every process; calls under way fail at once."""
        with self._guard:
            self.closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.end()

    def _start(self) -> _Worker:
        with self._guard:
            if self.closed:
                raise WorkerFailedError("it was stopped")
            worker = _Worker(self._command)
            self._all.add(worker)
            return worker


class _Worker:
    """One process, for one thread at a time."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def ask(self, message: bytes, seconds: float) -> bytes | None:
        """Send and receive; None where the worker refuses. A timer kills a process that takes too long."""
        put, get = self._process.stdin, self._process.stdout
        assert put is not None  # noqa: S101 - both are pipes
        assert get is not None  # noqa: S101
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            put.write(len(message).to_bytes(4, "little") + message)
            put.flush()
            length = int.from_bytes(_exactly(get, 4), "little")
            return None if length == _REFUSED else _exactly(get, length)
        except (OSError, ValueError) as error:  # ValueError: closed by `end` from another thread
            raise WorkerFailedError(
                f"it hung for {seconds:.0f} s" if late.is_set() else "it crashed"
            ) from error
        finally:
            timer.cancel()

    def end(self) -> None:
        """Kill the process and wait for it; a killed process holds nothing that has to be saved."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    """Read so many bytes. Raises OSError where the other end closes before, or the length is nonsense."""
    if length > _GREATEST:
        raise OSError("nonsense instead of an answer")
    data = pipe.read(length)
    if len(data) < length:
        raise OSError("ended too early")
    return data
