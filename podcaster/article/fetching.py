"""Fetch a page or a feed over HTTP: with bounds on time, size, redirects and retries.

RFC 9110 for redirects, Retry-After and conditional requests (If-None-Match, If-Modified-Since).
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from podcaster import __version__
from podcaster.article.guard import Resolve, check_scheme, is_public, public_address, resolve
from podcaster.cutter import Cutter
from podcaster.errors import PodcasterError, TryLaterError

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"podcaster/{__version__} (turns articles into podcast episodes for its user)"

#: Bytes of an answer, after decompression. The longest newspaper pages have 3 MB.
LARGEST = 10_000_000
REDIRECTS = 5
#: Tries of a request that fails for a reason that may pass.
TRIES = 3
#: Answers that may be another one a little later (RFC 9110; 429: RFC 6585).
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
#: Seconds a server may ask to be left alone before a try; who asks for more is asked again in another run.
LONGEST_WAIT = 20.0

_MEANINGS = {
    401: "the server asks for a log-in; save the page while logged in and give the file",
    402: "the article is to be paid for; save the page while logged in and give the file",
    403: "the server refuses; save the page in a browser and give the file",
    404: "there is no such page; check the address",
    410: "the page was removed",
    451: "the page is withheld for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect; without a byte; for a request with all its redirects; before a second try."""

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 60.0
    pause: float = 0.5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered.

    Attributes:
        data: The content, decompressed, in bytes.
        url: Where it was found in the end, after redirects.
        content_type: As the server says: "text/html; charset=utf-8"; "" where it says nothing.
        etag, last_modified: To ask next time whether it has changed.
    """

    data: bytes
    url: str
    content_type: str = ""
    etag: str | None = None
    last_modified: str | None = None


def fetch(
    url: str,
    *,
    trusted: bool,
    etag: str | None = None,
    last_modified: str | None = None,
    limit: int = LARGEST,
    timeouts: Timeouts = Timeouts(),
    find: Resolve = resolve,
) -> Fetched | None:
    """Get what is at `url`; None where it has not changed since the answer with `etag` and `last_modified`.

    `trusted` addresses are those that the user has named: they may lead into the own network. All others may
    not, nor may redirects from the public web. `limit` is in bytes; `find` resolves host names. Raises
    TryLaterError for what may pass (time-outs, 5xx, 429), PodcasterError for the rest.
    """
    conditions = {"If-None-Match": etag or "", "If-Modified-Since": last_modified or ""}
    request = _Request(url, trusted, {k: v for k, v in conditions.items() if v}, limit, timeouts, find)
    wait = timeouts.pause
    for attempt in range(1, TRIES + 1):
        try:
            return request.send()
        except _PassingError as error:
            asked = error.wait if error.wait is not None else wait
            if attempt == TRIES or asked > LONGEST_WAIT:
                raise TryLaterError(str(error)) from error
        time.sleep(asked)
        wait *= 3
    raise AssertionError


class _PassingError(Exception):
    """Something that may pass; `wait`: how many seconds the server asks to wait, if it does."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class _Request:
    """A request with all that bounds it."""

    url: str
    trusted: bool
    conditions: dict[str, str]
    limit: int
    timeouts: Timeouts
    find: Resolve

    def send(self) -> Fetched | None:
        """Ask once, following redirects."""
        import httpx

        deadline = time.monotonic() + self.timeouts.whole
        times = httpx.Timeout(self.timeouts.silence, connect=self.timeouts.connect)
        cutter = Cutter()
        with (
            httpx.Client(timeout=times, follow_redirects=False) as client,
            cutter.within(self.timeouts.whole),
        ):
            url = self.url
            for _ in range(REDIRECTS + 1):
                trusted = self.trusted and self._stays_home(url)
                try:
                    with client.stream(**self._ask(url, trusted, cutter)) as response:  # type: ignore[arg-type]
                        target = response.headers.get("location") if response.is_redirect else None
                        if target is None:
                            return self._answer(response, url, deadline)
                        url = urljoin(url, target)
                except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
                    if time.monotonic() >= deadline:
                        raise _too_slow(url) from error
                    raise _PassingError(_trouble(url, error)) from error
                except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
                    raise PodcasterError(f"{url[:200]}: cannot be fetched: {error}.") from error
        raise PodcasterError(
            f"{self.url[:200]}: redirects more than {REDIRECTS} times; give the final address."
        )

    def _stays_home(self, url: str) -> bool:
        """Whether `url` is on the host that was asked for, or that host is one of the own network itself."""
        host, port = check_scheme(self.url)
        return check_scheme(url)[0] == host or not all(map(is_public, self.find(host, port)))

    def _ask(self, url: str, trusted: bool, cutter: Cutter) -> dict[str, object]:
        """The request; to a host that is not trusted it goes to the very address that was checked."""
        import httpx

        host, port = check_scheme(url)
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
            "Accept-Language": "de,de-AT;q=0.9,de-CH;q=0.8,en;q=0.3",
            "Accept-Encoding": "gzip, deflate",
            **self.conditions,
        }
        asked = httpx.URL(url)
        extensions: dict[str, object] = {"trace": cutter.watch}
        if not trusted:
            address = public_address(host, port, url, self.find)
            headers["Host"] = asked.netloc.decode("ascii")
            extensions["sni_hostname"] = asked.raw_host.decode("ascii")
            asked = asked.copy_with(host=address)
        return {"method": "GET", "url": asked, "headers": headers, "extensions": extensions}

    def _answer(self, response: httpx.Response, url: str, deadline: float) -> Fetched | None:
        status = response.status_code
        if status == 304 and self.conditions:
            return None
        if status in _PASSING:
            raise _PassingError(
                f"{url[:200]}: the server answers {status} ({response.reason_phrase}); try again later.",
                _retry_after(response.headers.get("retry-after")),
            )
        if status != 200:
            meaning = _MEANINGS.get(status, f"the server answers {status} {response.reason_phrase}".rstrip())
            raise PodcasterError(f"{url[:200]}: {meaning}.")
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length) > self.limit:
            raise self._too_large(url)
        encoding = response.headers.get("content-encoding", "").strip().lower()
        data = bytearray()
        for piece in _decompressed(_pieces(response, url, deadline), encoding, url, self.limit):
            data += piece
            if len(data) > self.limit:
                raise self._too_large(url)
        headers = response.headers
        return Fetched(
            bytes(data),
            url,
            headers.get("content-type", ""),
            headers.get("etag"),
            headers.get("last-modified"),
        )

    def _too_large(self, url: str) -> PodcasterError:
        size = f"{self.limit / 1_000_000:g} MB"
        return PodcasterError(f"{url[:200]}: the answer is larger than {size}, which no article is.")


def _pieces(response: httpx.Response, url: str, deadline: float) -> Iterator[bytes]:
    for piece in response.iter_raw():
        if time.monotonic() > deadline:
            break
        yield piece
    if time.monotonic() > deadline:  # also where the end is that of a connection that was cut
        raise _too_slow(url)


def _too_slow(url: str) -> _PassingError:
    return _PassingError(f"{url[:200]}: the server sends too slowly; try again later.", LONGEST_WAIT * 2)


def _decompressed(pieces: Iterator[bytes], encoding: str, url: str, limit: int) -> Iterator[bytes]:
    """Undo gzip and deflate, never more than `limit` bytes at a time, however small the sent bytes are."""
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise PodcasterError(
            f"{url[:200]}: the answer is packed with {encoding[:40]}, which was not asked for."
        )
    inflate = zlib.decompressobj(47)  # gzip or zlib, by the first bytes
    first = True
    for piece in pieces:
        try:
            yield inflate.decompress(piece, limit + 1)
        except zlib.error as error:
            if not first or encoding != "deflate":
                raise PodcasterError(f"{url[:200]}: the answer is packed wrongly ({error}).") from error
            inflate = zlib.decompressobj(-15)  # deflate without its header, as some servers send it
            yield inflate.decompress(piece, limit + 1)
        first = False
        while inflate.unconsumed_tail:
            yield inflate.decompress(inflate.unconsumed_tail, limit + 1)


def _retry_after(value: str | None) -> float | None:
    """Seconds of a Retry-After header: a number or a date (RFC 9110, 10.2.3)."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def _trouble(url: str, error: Exception) -> str:
    import httpx

    host = urlsplit(url).hostname
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError):
        secure = "CERTIFICATE" not in str(error).upper()
        why = "cannot be reached" if secure else "has a certificate that is not valid"
    elif isinstance(error, httpx.TimeoutException):
        why = "does not answer in time"
    else:
        why = "broke the connection off"
    return f"{url[:200]}: {host} {why}; try again later."
