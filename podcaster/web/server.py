"""The server's process: its socket, its addresses, its end."""

from __future__ import annotations

import contextlib
import errno
import socket
from typing import TYPE_CHECKING

from podcaster.errors import PodcasterError, TryLaterError
from podcaster.web.hosts import lan_address, lan_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from podcaster.project import Project

#: More connections than this at a time are told to come again (503): each needs two files of the system's.
MOST_CONNECTIONS = 1000
#: Seconds for which downloads may go on after Ctrl-C.
PATIENCE = 1


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
    import uvicorn

    from podcaster.web.application import app

    _allow_many_files()
    known = names | (lan_names() if lan else frozenset())
    config = uvicorn.Config(
        app(project, key, known),
        http="h11",
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
