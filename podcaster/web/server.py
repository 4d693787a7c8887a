"""The server's process: its socket, its addresses, its end."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from podcaster.errors import PodcasterError, TryLaterError
from podcaster.web.hosts import lan_address, lan_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from podcaster.project import Project

#: More connections than this at a time are told to come again (503): each needs two files of the system's.
MOST_CONNECTIONS = 1000
#: Seconds for which downloads may go on after Ctrl-C.
PATIENCE = 1
#: Seconds that a client may take to say what it wants.
REQUEST_TIME = 10


class Protocol(H11Protocol):
    """Hangs up on clients that begin a request and never end it: a thousand would keep all others out."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._arm()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._arm()
        else:
            self._disarm()

    def connection_lost(self, exc: Exception | None) -> None:
        self._disarm()
        super().connection_lost(exc)

    def _arm(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_TIME, self.transport.close)

    def _disarm(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def listen(port: int, *, lan: bool) -> socket.socket:
    """Open the port, for this machine alone or its network; 0: any that is free. Raises PodcasterError."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("0.0.0.0" if lan else "127.0.0.1", port))  # noqa: S104 - only where --lan asks for it
        listener.listen(512)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise TryLaterError(
                f"Port {port} is taken by another program; stop it, or name another port with --port."
            ) from error
        raise PodcasterError(
            f"Port {port} cannot be used: {error.strerror}; name another with --port."
        ) from error
    return listener


def serve(
    project: Project,
    listener: socket.socket,
    *,
    key: str | None = None,
    lan: bool = False,
    names: frozenset[str] = frozenset(),
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve the project on an open port until the process is told to stop; `ready` is called at the start."""
    from podcaster.web.application import app

    _allow_many_files()
    known = names | (lan_names() if lan else frozenset())
    config = uvicorn.Config(
        app(project, key, known),
        http=Protocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=PATIENCE,
    )
    ready()
    with listener, contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def address(listener: socket.socket, *, lan: bool, key: str | None = None) -> str:
    """Give the address to type: of this machine in its network, or of loopback."""
    host = (lan_address() if lan else None) or "127.0.0.1"
    port = listener.getsockname()[1]
    return f"http://{host}:{port}/" + (f"{key}/" if key else "")


def _allow_many_files() -> None:
    """Let the process open as many files as the system grants: each download needs two."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = 4 * MOST_CONNECTIONS if hard == resource.RLIM_INFINITY else min(hard, 4 * MOST_CONNECTIONS)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
