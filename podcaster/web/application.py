"""feeds/ and audio/ over HTTP, and nothing else."""

from __future__ import annotations

import io
import logging
import os
import secrets
import stat
from functools import partial
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from podcaster.addresses import base_of
from podcaster.project import MAIN_SHOW
from podcaster.web.addressed import Address, text_for
from podcaster.web.hosts import reached_at
from podcaster.web.markup import POLICY
from podcaster.web.sending import Content, answer

if TYPE_CHECKING:
    from pathlib import Path

    from podcaster.project import Project

#: What a feed or a page refers to. A file of another kind is not there: a manifest above all, which names the
#: path on this machine that an article came from.
MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".opus": "audio/ogg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}
TEXT_TYPES = {
    ".chapters.json": "application/json+chapters",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".xsl": "text/xsl; charset=utf-8",
    ".svg": "image/svg+xml",
}
#: A text larger than this is sent as it stands, in pieces.
LARGEST_TEXT = 8 * 1024 * 1024
#: For how long (seconds) a client may use sound and pictures unasked; a re-voiced episode has a new URL.
MEDIA_AGE = 24 * 3600
_log = logging.getLogger(__name__)


def app(project: Project, key: str | None = None, names: frozenset[str] = frozenset()) -> Starlette:
    """Make the application that serves the project's two folders.

    With a `key`, all lies behind that part of the path. `names` are host names (lower case, without port)
    under which the server may be asked for, beside the address a connection came in on and that of base_url.
    """
    site = _Site(project, key, names)
    prefix = "/{key}" if key else ""
    routes = [
        Route("/robots.txt", site.robots),
        *([Route(prefix, site.front)] if key else []),
        Route(prefix + "/", site.front),
        Route(prefix + "/feeds", site.front),
        Route(prefix + "/feeds/", site.index),
        Route(prefix + "/{folder}/{name}", site.file),
    ]
    application = Starlette(routes=routes, exception_handlers={HTTPException: _refuse, Exception: _fail})
    application.router.redirect_slashes = False
    return application


class _Site:
    """The endpoints; each checks the address first, then the key, then what is asked for."""

    def __init__(self, project: Project, key: str | None, names: frozenset[str]) -> None:
        self.folders = {"feeds": project.feeds, "audio": project.audio}
        shows = {MAIN_SHOW: project.settings.show, **project.settings.shows}
        self.bases = {name: base_of(show) if show.base_url else "" for name, show in shows.items()}
        self.key = key
        self.names = names | {host for base in self.bases.values() if (host := urlsplit(base).hostname)}
        self.public = any(self.bases.values()) and not key

    async def robots(self, request: Request) -> Response:
        """Tell search engines to stay out, unless the site has a public address."""
        self._host(request)
        return PlainTextResponse("User-agent: *\nDisallow:" + ("" if self.public else " /") + "\n")

    async def front(self, request: Request) -> Response:
        """Lead to the page that lists the episodes."""
        self._host(request)
        self._check_key(request)
        last = request.url.path.rpartition("/")[2]
        folder = f"{last}/" if last not in ("", "feeds") else ""  # the key, typed without a slash behind it
        return RedirectResponse(f"{folder}feeds/", headers=self._headers())

    async def index(self, request: Request) -> Response:
        """Show that page."""
        return await self._answer(request, "feeds", "index.html")

    async def file(self, request: Request) -> Response:
        """Send a file of one of the two folders."""
        return await self._answer(request, request.path_params["folder"], request.path_params["name"])

    def _host(self, request: Request) -> str:
        """Give the host that was asked for, if it is this one."""
        hosts = request.headers.getlist("host")
        local = (request.scope.get("server") or (None,))[0]
        host = reached_at(hosts[0], local, self.names) if len(hosts) == 1 else None
        if host is None:
            raise HTTPException(
                421, "This server is not asked for under that name; see podcaster serve --help."
            )
        return host

    def _check_key(self, request: Request) -> None:
        given = str(request.path_params.get("key", ""))
        if self.key and not secrets.compare_digest(given.encode(), self.key.encode()):
            raise HTTPException(404)

    def _headers(self) -> dict[str, str]:
        """What every answer carries."""
        headers = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
        if self.public:
            headers["access-control-allow-origin"] = "*"  # web players read transcripts and chapters
        else:
            headers |= {"cross-origin-resource-policy": "same-origin", "x-robots-tag": "noindex"}
        return headers

    async def _answer(self, request: Request, folder: str, name: str) -> Response:
        host = self._host(request)
        self._check_key(request)
        found = await anyio.to_thread.run_sync(_find, self.folders.get(folder), name)
        if found is None:
            raise HTTPException(404)
        file, status, path = found
        for kinds in (TEXT_TYPES, MEDIA_TYPES):
            media_type = next((kinds[suffix] for suffix in kinds if name.endswith(suffix)), "")
            if media_type:
                break
        if kinds is MEDIA_TYPES or status.st_size > LARGEST_TEXT:
            etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
            headers = {**self._headers(), "cache-control": f"private, max-age={MEDIA_AGE}"}
            return answer(request, Content(file, status.st_size, media_type, etag, status.st_mtime, headers))
        with file:
            base = self.bases.get(name.partition(".")[0], self.bases[MAIN_SHOW])  # a feed's name begins so
            address = Address(base, f"http://{host}/", self.key)
            packed = _accepts_gzip(request) and "range" not in request.headers
            shown = name.endswith(".xml") and "text/html" in request.headers.get("accept", "")  # to a person
            version = path, status.st_mtime_ns, status.st_size
            render = partial(text_for, *version, address, packed=packed, shown=shown)
            body, etag = await anyio.to_thread.run_sync(render)
        headers = {**self._headers(), "cache-control": "private, no-cache", "vary": "Accept-Encoding"}
        if packed:
            headers["content-encoding"] = "gzip"
        if name.endswith(".html"):
            headers["content-security-policy"] = f"{POLICY}; frame-ancestors 'none'"
        if name.endswith(".xml"):
            headers["vary"] += ", Accept"
            if shown:
                media_type = "application/xml; charset=utf-8"  # which a browser shows with its stylesheet
        content = Content(io.BytesIO(body), len(body), media_type, etag, status.st_mtime, headers)
        return answer(request, content)


def _find(folder: Path | None, name: str) -> tuple[BinaryIO, os.stat_result, Path] | None:
    """Open a file of the folder itself, if it is one that may be sent."""
    if folder is None or name.startswith(".") or "\\" in name or "\0" in name or len(name) > 255:
        return None
    if not name.endswith((*TEXT_TYPES, *MEDIA_TYPES)):
        return None
    try:
        path = (folder / name).resolve(strict=True)
        if path.parent != folder.resolve():  # a link that leads out
            return None
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        file = os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb", buffering=0)
    except (OSError, RuntimeError):
        return None
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        file.close()
        return None
    return file, status, path


def _accepts_gzip(request: Request) -> bool:
    """Read Accept-Encoding: named, and not with q=0."""
    for entry in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = entry.partition(";")
        if name.strip() in {"gzip", "x-gzip"}:
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False


async def _refuse(request: Request, error: Exception) -> Response:
    """Say no, in a line."""
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    headers = {**(error.headers or {}), "x-content-type-options": "nosniff"}
    text = "" if request.method == "HEAD" else f"{error.status_code} {error.detail}\n"
    return PlainTextResponse(text, error.status_code, headers)


async def _fail(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's signature
    """Tell the visitor that something went wrong, and the operator what."""
    _log.error("%s: %s", type(error).__name__, error)
    return PlainTextResponse("500 Internal Server Error\n", 500)
