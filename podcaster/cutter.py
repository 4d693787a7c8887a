"""A bound for an HTTP request as a whole: no time-out for silence ends an answer that comes byte by byte."""

from __future__ import annotations

import socket
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any


class Cutter:
    """Cuts connections, so that who reads from them goes on; learns of them by `watch`."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()

    def watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of a new connection: to be a request's extension `trace` (httpcore's, through httpx)."""
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            with self._guard:
                self._sockets.add(info["return_value"].get_extra_info("socket"))

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Cut the connections if the block takes longer."""
        timer = threading.Timer(max(0.0, seconds), self.cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def cut(self) -> None:
        """End all connections that are open."""
        with self._guard:
            sockets = list(self._sockets)
        for connection in sockets:
            with suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
