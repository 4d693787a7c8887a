"""A stand-in for the place where voices are kept: files over HTTP on loopback, ranges, bad moments."""

from __future__ import annotations

import hashlib
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class Hub:
    """Serves `files` (name -> bytes); breaks off `bad_moments` times after `bad_after` bytes."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.bad_moments = 0
        self.bad_after = 100_000
        self.sent = 0
        self.ranges: list[str] = []
        self.stated: str | None = None
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                hub._answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """Where the files are."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        data = self.files.get(request.path.lstrip("/"))
        if data is None:
            request.send_response(404)
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        tag = f'"{hashlib.md5(data).hexdigest()}"'
        first = 0
        wanted = request.headers.get("Range")
        if wanted and request.headers.get("If-Range") == tag:
            found = re.fullmatch(r"bytes=(\d+)-", wanted)
            assert found is not None
            first = int(found[1])
            self.ranges.append(wanted)
        rest = data[first:]
        request.send_response(206 if first else 200)
        request.send_header("Content-Length", str(len(rest)))
        request.send_header("ETag", tag)
        if self.stated is not None:
            request.send_header("X-Linked-ETag", f'"{self.stated}"')
        request.end_headers()
        if self.bad_moments and len(rest) > self.bad_after:
            self.bad_moments -= 1
            rest = rest[: self.bad_after]
            request.close_connection = True
        self.sent += len(rest)
        try:
            request.wfile.write(rest)
            request.wfile.flush()
        except OSError:
            request.close_connection = True
