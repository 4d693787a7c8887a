"""How an open file is answered with: conditions, ranges, and a stream that holds little in memory.

Starlette's own FileResponse differs from RFC 9110 in what matters to podcast apps: it answers unknown units
with 400 where they must be ignored, takes ranges of HEAD requests, refuses a list of ranges when one of them
lies past the end, knows no If-Match, and opens the file after it has sent the length of the one before.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import anyio
from starlette.responses import Response

from podcaster.web.conditions import check, http_date, range_holds
from podcaster.web.ranges import NotSatisfiableError, Span, spans_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

#: Bytes read and handed on at a time: so much of each download is in memory.
CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Content:
    """What lies under an address.

    Attributes:
        file: Open for reading; closed once it has been sent.
        size: Bytes.
        media_type: With charset for text.
        etag: Strong: another one whenever a byte differs.
        modified: Seconds since 1970.
        headers: Further ones.
    """

    file: BinaryIO
    size: int
    media_type: str
    etag: str
    modified: float
    headers: dict[str, str]


def answer(request: Request, content: Content) -> Response:
    """Make the response to a GET or HEAD request for `content`."""
    headers = {
        **content.headers,
        "etag": content.etag,
        "last-modified": http_date(content.modified),
        "accept-ranges": "bytes",
    }
    status = check(request.headers, content.etag, content.modified)
    if status != 200:
        content.file.close()
        return Response(status_code=status, headers=headers)
    spans: list[Span] = []
    wanted = request.headers.get("range")
    ours = range_holds(request.headers.get("if-range"), content.etag, content.modified, time.time())
    if wanted and ours and request.method == "GET":  # section 14.2: of no other method
        try:
            spans = spans_of(wanted, content.size)
        except NotSatisfiableError:
            content.file.close()
            return Response(status_code=416, headers={**headers, "content-range": f"bytes */{content.size}"})
    return _Stream(content, spans, headers)


class _Stream(Response):
    """Sends a file, a part of it, or several parts; stops when the client has gone."""

    def __init__(self, content: Content, spans: list[Span], headers: dict[str, str]) -> None:
        self.file = content.file
        self.background = None
        self.status_code = 206 if spans else 200
        self.media_type = content.media_type
        whole = Span(0, content.size - 1)
        if len(spans) > 1:
            boundary = secrets.token_hex(16)
            self.media_type = f"multipart/byteranges; boundary={boundary}"
            self.pieces, self.closing = _multipart(spans, content, boundary)
        else:
            self.pieces, self.closing = [(b"", spans[0] if spans else whole)], b""
        if len(spans) == 1:
            headers["content-range"] = _content_range(spans[0], content.size)
        length = sum(len(head) + span.length for head, span in self.pieces) + len(self.closing)
        self.init_headers({**headers, "content-length": str(length), "content-type": self.media_type})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with anyio.create_task_group() as tasks:

                async def send_all() -> None:
                    await self._send(send, head=scope["method"] == "HEAD")
                    tasks.cancel_scope.cancel()

                tasks.start_soon(send_all)
                while (await receive())["type"] != "http.disconnect":
                    pass
                tasks.cancel_scope.cancel()
        finally:
            self.file.close()

    async def _send(self, send: Send, *, head: bool) -> None:
        start = {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
        await send(start)
        for heading, span in [] if head else self.pieces:
            if heading:
                await _body(send, heading)
            left = span.length
            position = span.first
            while left > 0:
                chunk = await anyio.to_thread.run_sync(self._read, position, min(CHUNK, left))
                if not chunk:
                    raise OSError("the file became shorter while it was sent")
                position += len(chunk)
                left -= len(chunk)
                await _body(send, chunk)
        await _body(send, b"" if head else self.closing, more=False)

    def _read(self, position: int, length: int) -> bytes:
        self.file.seek(position)
        return self.file.read(length)


async def _body(send: Send, data: bytes, *, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": data, "more_body": more})


def _content_range(span: Span, size: int) -> str:
    return f"bytes {span.first}-{span.last}/{size}"


def _multipart(spans: list[Span], content: Content, boundary: str) -> tuple[list[tuple[bytes, Span]], bytes]:
    """Give what stands before each part, and at the end (RFC 9110, section 14.6)."""
    pieces = []
    for number, span in enumerate(spans):
        lines = [
            ("\r\n" if number else "") + f"--{boundary}",
            f"Content-Type: {content.media_type}",
            f"Content-Range: {_content_range(span, content.size)}",
            "\r\n",
        ]
        pieces.append(("\r\n".join(lines).encode("latin-1"), span))
    return pieces, f"\r\n--{boundary}--\r\n".encode()
