"""Pages are fetched within bounds; each way a server can misbehave has its sentence."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from podcaster.article import fetch, read_article
from podcaster.article.fetching import Timeouts
from podcaster.errors import PodcasterError, TryLaterError
from tests.article.stand_in import Answer, StandIn, stand_in

QUICK = Timeouts(connect=2, silence=0.3, whole=1.0, pause=0.01)
#: On a busy machine, too, a server that is silent is told from one that drips.
SILENT = Timeouts(connect=10, silence=0.3, whole=60.0, pause=0.01)
DRIPPING = Timeouts(connect=10, silence=30.0, whole=1.0, pause=0.01)
PUBLIC = "93.184.216.34"


@pytest.fixture
def server() -> Iterator[StandIn]:
    """Give a web server on loopback."""
    with stand_in() as started:
        yield started


@pytest.fixture
def proxied(server: StandIn, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Make the server the proxy of all requests, so that addresses on the web lead to it."""
    for name in ("no_proxy", "NO_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("http_proxy", server.url)
    return server


def test_page_comes_with_what_its_server_says(server: StandIn) -> None:
    """Content, final address and validators are given; the program says who it is."""
    url = server.says("/a", Answer(headers={"Content-Type": "text/html", "ETag": '"1"'}, body=b"<p>Hallo"))
    answer = fetch(url, trusted=True)
    assert answer is not None
    assert (answer.data, answer.url, answer.content_type, answer.etag) == (
        b"<p>Hallo",
        url,
        "text/html",
        '"1"',
    )
    assert server.asked[0][1]["user-agent"].startswith("podcaster/")


def test_unchanged_page_is_none(server: StandIn) -> None:
    """A conditional request passes the validators on, and 304 means that nothing has changed."""
    url = server.says("/a", Answer(304))
    assert fetch(url, trusted=True, etag='"1"', last_modified="Mon, 23 Nov 2026 03:00:00 GMT") is None
    assert server.asked[0][1]["if-none-match"] == '"1"'
    assert server.asked[0][1]["if-modified-since"] == "Mon, 23 Nov 2026 03:00:00 GMT"


def test_five_redirects_are_followed_and_no_more(server: StandIn) -> None:
    """A chain of five ends at its page; a sixth, as any circle, is refused."""
    for i in range(6):
        server.says(f"/{i}", Answer(302, {"Location": f"/{i + 1}"}))
    server.says("/6", Answer(body=b"da"))
    answer = fetch(server.url + "/1", trusted=True)
    assert answer is not None
    assert answer.url == server.url + "/6"
    with pytest.raises(PodcasterError, match="redirects more than 5 times"):
        fetch(server.url + "/0", trusted=True)


def test_answer_that_says_it_is_too_large_is_not_read(server: StandIn) -> None:
    """Content-Length over the limit is enough to refuse."""
    url = server.says("/a", Answer(headers={"Content-Length": "10000001"}, body=iter([b"x"])))
    with pytest.raises(PodcasterError, match="larger than 10 MB"):
        fetch(url, trusted=True)


def test_page_that_never_ends_is_left_at_the_limit(server: StandIn) -> None:
    """Without a length, the bytes are counted."""

    def endless() -> Iterator[bytes]:
        while True:
            yield b"<p>mehr</p>" * 5000

    url = server.says("/a", Answer(body=endless()))
    with pytest.raises(PodcasterError, match="larger than 10 MB"):
        fetch(url, trusted=True)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_compressed_bomb_is_refused_without_unpacking_it(server: StandIn, encoding: str) -> None:
    """A gigabyte of nothing in a megabyte of answer takes neither the memory nor the time of a gigabyte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
    bomb = b"".join(packer.compress(bytes(10_000_000)) for _ in range(30)) + packer.flush()
    url = server.says("/a", Answer(headers={"Content-Encoding": encoding}, body=bomb))
    tracemalloc.start()
    try:
        with pytest.raises(PodcasterError, match="larger than 10 MB"):
            fetch(url, trusted=True)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_compressed_page_is_unpacked(server: StandIn) -> None:
    """gzip, and deflate with and without its header, as servers send it."""
    text = ("<p>" + "Es regnet. " * 1000).encode()
    bare = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = {
        "gzip": gzip.compress(text),
        "deflate": zlib.compress(text),
        "deflate ": bare.compress(text) + bare.flush(),
    }
    for encoding, body in packed.items():
        url = server.says("/a", Answer(headers={"Content-Encoding": encoding.strip()}, body=body))
        answer = fetch(url, trusted=True)
        assert answer is not None
        assert answer.data == text


def test_packing_that_was_not_asked_for_is_refused(server: StandIn) -> None:
    """An unknown Content-Encoding has its sentence."""
    url = server.says("/a", Answer(headers={"Content-Encoding": "br"}, body=b"\x0b\x02\x80"))
    with pytest.raises(PodcasterError, match="packed with br"):
        fetch(url, trusted=True)


def test_busy_server_is_asked_again_when_it_says(server: StandIn) -> None:
    """Retry-After is honoured, as a number of seconds and as a date."""
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)
    url = server.says(
        "/a", Answer(429, {"Retry-After": "1"}), Answer(503, {"Retry-After": soon}), Answer(body=b"da")
    )
    start = time.monotonic()
    answer = fetch(url, trusted=True, timeouts=QUICK)
    assert answer is not None
    assert answer.data == b"da"
    assert time.monotonic() - start >= 1.0


def test_server_that_stays_busy_is_left_for_the_next_run(server: StandIn) -> None:
    """After three tries, or at once where the server asks for a long wait, the error says: try later."""
    url = server.says("/a", Answer(503))
    with pytest.raises(TryLaterError, match="answers 503"):
        fetch(url, trusted=True, timeouts=QUICK)
    assert len(server.asked) == 3
    url = server.says("/b", Answer(429, {"Retry-After": "3600"}))
    with pytest.raises(TryLaterError, match="answers 429"):
        fetch(url, trusted=True, timeouts=QUICK)
    assert len(server.asked) == 4


@pytest.mark.parametrize(("status", "words"), [(404, "no such page"), (403, "refuses"), (410, "removed")])
def test_refusals_are_explained(server: StandIn, status: int, words: str) -> None:
    """What will not pass is not tried again, and the sentence says what to do."""
    url = server.says("/a", Answer(status))
    with pytest.raises(PodcasterError, match=words):
        fetch(url, trusted=True)
    assert len(server.asked) == 1


def test_silent_server_is_given_up(server: StandIn) -> None:
    """A server that takes the request and says nothing is left after the time set."""
    done = threading.Event()

    def nothing() -> Iterator[bytes]:
        done.wait(10)
        yield b""

    url = server.says("/a", *(Answer(body=nothing()) for _ in range(3)))
    with pytest.raises(TryLaterError, match="does not answer in time"):
        fetch(url, trusted=True, timeouts=SILENT)
    done.set()


def test_dripping_server_is_given_up(server: StandIn) -> None:
    """A byte now and then keeps no request alive for longer than the time for the whole."""
    done = threading.Event()

    def drip() -> Iterator[bytes]:
        while not done.wait(0.1):
            yield b"x"

    url = server.says("/a", Answer(body=drip()))
    with pytest.raises(TryLaterError, match="too slowly"):
        fetch(url, trusted=True, timeouts=DRIPPING)
    done.set()


def test_server_that_drips_its_head_is_given_up() -> None:
    """A head that comes byte by byte ends at the time for the whole, too."""
    done = threading.Event()

    def drip(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not done.wait(0.1):
                connection.sendall(b"x")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=drip, args=(listener,), daemon=True).start()
        started = time.monotonic()
        with pytest.raises(TryLaterError, match="too slowly"):
            fetch(f"http://127.0.0.1:{listener.getsockname()[1]}/a", trusted=True, timeouts=DRIPPING)
        assert time.monotonic() - started < DRIPPING.whole + 20
    done.set()


def test_broken_connection_is_tried_again(server: StandIn) -> None:
    """An answer that ends before its length is no answer."""
    short = Answer(headers={"Content-Length": "100"}, body=b"<p>")
    url = server.says("/a", short, Answer(body=b"ganz"))
    answer = fetch(url, trusted=True, timeouts=QUICK)
    assert answer is not None
    assert answer.data == b"ganz"


def test_unreachable_host_is_left_for_later() -> None:
    """Nobody listens: one sentence, and the status that says try later."""
    with pytest.raises(TryLaterError, match="cannot be reached"):
        fetch("http://127.0.0.1:9/a", trusted=True, timeouts=QUICK)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/a", "gopher://x/", "http:///a", "http://[::1"]
)
def test_only_the_web_is_fetched(url: str) -> None:
    """Other schemes and broken addresses are refused before anything is opened."""
    with pytest.raises(PodcasterError, match=r"only addresses|no host|no web address"):
        fetch(url, trusted=True)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "10.1.2.3",
        "192.168.0.1", "169.254.169.254", "172.16.0.1", "0.0.0.0", "[fe80::1]", "[fc00::1]",
        "[64:ff9b::7f00:1]",         "224.0.0.1",
    ],
)  # fmt: skip
def test_links_from_elsewhere_reach_no_private_address(server: StandIn, host: str) -> None:
    """Whatever way a private address is written, nothing is sent there."""
    port = server.url.rsplit(":", 1)[1]
    with pytest.raises(PodcasterError, match=r"inside this network|no such host"):
        fetch(f"http://{host}:{port}/", trusted=False)
    assert server.asked == []


def test_links_from_elsewhere_reach_no_private_address_by_a_name(server: StandIn) -> None:
    """A public name with a private address among its addresses is refused."""

    def find(_host: str, _port: int) -> list[str]:
        return [PUBLIC, "127.0.0.1"]

    with pytest.raises(PodcasterError, match=r"leads to 127\.0\.0\.1"):
        fetch(server.url.replace("127.0.0.1", "news.example") + "/", trusted=False, find=find)
    assert server.asked == []


@pytest.mark.parametrize("trusted", [False, True])
def test_redirects_into_the_own_network_are_refused(proxied: StandIn, trusted: bool) -> None:
    """A public page may not send the program to this machine, even one that the user has named."""
    start = f"http://{PUBLIC}/a"
    proxied.answers[start] = [Answer(302, {"Location": "http://127.0.0.1/geheim"})]
    with pytest.raises(PodcasterError, match=r"leads to 127\.0\.0\.1"):
        fetch(start, trusted=trusted)
    assert [path for path, _ in proxied.asked] == [start]


def test_redirects_within_the_own_network_are_the_user_s(server: StandIn) -> None:
    """An address that the user has named in the own network may redirect there."""
    server.says("/a", Answer(302, {"Location": server.url.replace("127.0.0.1", "localhost") + "/b"}))
    server.says("/b", Answer(body=b"da"))
    answer = fetch(server.url + "/a", trusted=True)
    assert answer is not None
    assert answer.data == b"da"


def test_the_address_that_was_checked_is_the_one_asked(proxied: StandIn) -> None:
    """A name is resolved once: the request goes to that address, with the name as Host."""
    proxied.answers[f"http://{PUBLIC}/a"] = [Answer(body=b"da")]
    answer = fetch("http://news.example/a", trusted=False, find=lambda _host, _port: [PUBLIC])
    assert answer is not None
    assert answer.url == "http://news.example/a"
    assert proxied.asked[0][1]["host"] == "news.example"


def test_article_at_an_address_is_read(server: StandIn) -> None:
    """The page's encoding is the one its server names; its address is the article's if it names no other."""
    page = "<html><title>Regen</title><body><article><h1>Regen</h1>" + 3 * (
        "<p>Über Köln regnet es seit Tagen, und es hört nicht auf, sagte die Wetterfrau am Montag.</p>\n"
    )
    url = server.says(
        "/a", Answer(headers={"Content-Type": "text/html; charset=iso-8859-1"}, body=page.encode("latin-1"))
    )
    article = read_article(url)
    assert article.title == "Regen"
    assert article.url == url
    assert article.sections[0].paragraphs[0].text.startswith("Über Köln")


def test_untrusted_article_is_not_read_from_loopback(server: StandIn) -> None:
    """read_article passes on whose the address is."""
    with pytest.raises(PodcasterError, match="inside this network"):
        read_article(server.says("/a", Answer(body=b"x")), trusted=False)
