"""`podcaster serve`, asked as podcast apps and strangers ask."""

from __future__ import annotations

import email
import email.policy
import gzip
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from email.utils import formatdate
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from lxml import etree

from tests import making
from tests.web.conftest import Site, make_podcast, serving

MP3 = "audio/kohle.mp3"


def raw(site: Site, request: bytes, *, hang_up: bool = False) -> bytes:
    """Send bytes as they are, and give all that comes back until the server closes; or hang up before it."""
    parts = urlsplit(site.url)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
        connection.sendall(request)
        if hang_up:
            connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


# Ranges


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=1000-1999", 1000, 1999),
        ("bytes=-100", -100, -1),
        ("bytes=500-", 500, -1),
    ],
)
def test_a_part(site: Site, asked: str, first: int, last: int) -> None:
    """First, middle, last and remaining bytes are sent as 206, with where they stand."""
    whole = (site.folder / MP3).read_bytes()
    size = len(whole)
    first, last = first % size, last % size
    answer = site.get(MP3, range=asked)
    assert answer.status_code == 206
    assert answer.content == whole[first : last + 1]
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{size}"
    assert answer.headers["content-length"] == str(last - first + 1)


def test_several_parts(site: Site) -> None:
    """Several ranges come as multipart/byteranges, each with its place; the length is right to the byte."""
    whole = (site.folder / MP3).read_bytes()
    answer = site.get(MP3, range="bytes=0-9,100-149,-5")
    assert answer.status_code == 206
    assert int(answer.headers["content-length"]) == len(answer.content)
    head = f"Content-Type: {answer.headers['content-type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + answer.content, policy=email.policy.HTTP)
    parts = list(message.iter_parts())
    assert [part["content-range"] for part in parts] == [
        f"bytes {place}/{len(whole)}" for place in ("0-9", "100-149", f"{len(whole) - 5}-{len(whole) - 1}")
    ]
    assert [part.get_payload(decode=True) for part in parts] == [whole[:10], whole[100:150], whole[-5:]]
    assert {part.get_content_type() for part in parts} == {"audio/mpeg"}


def test_past_the_end(site: Site) -> None:
    """A range behind the end is 416, with the size; a list with one good range is answered."""
    size = (site.folder / MP3).stat().st_size
    answer = site.get(MP3, range=f"bytes={size}-")
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{size}")
    assert site.get(MP3, range=f"bytes={size}-,0-3").status_code == 206


@pytest.mark.parametrize("asked", ["lines=1-2", "bytes=5-2", "bytes=x", "bytes"])
def test_no_range(site: Site, asked: str) -> None:
    """Another unit or a malformed range is ignored."""
    answer = site.get(MP3, range=asked)
    assert answer.status_code == 200
    assert answer.content == (site.folder / MP3).read_bytes()


def test_if_range(site: Site) -> None:
    """The part is sent if the version is the same, and all of it if the client has another."""
    head = site.get(MP3).headers
    for same in (head["etag"], head["last-modified"]):
        assert site.get(MP3, range="bytes=0-9", if_range=same).status_code == 206
    for stale in ('"other"', f"W/{head['etag']}", formatdate(0, usegmt=True), "nonsense"):
        assert site.get(MP3, range="bytes=0-9", if_range=stale).status_code == 200


# Conditions


def test_what_is_known_is_not_sent_again(site: Site) -> None:
    """If-None-Match and If-Modified-Since give 304 without a body, for sound and text; others the file."""
    for path in (MP3, "feeds/podcast.xml", "feeds/"):
        head = site.get(path).headers
        for known in (head["etag"], f'"x", W/{head["etag"]}', "*"):
            answer = site.get(path, if_none_match=known)
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer.headers["etag"] == head["etag"]
        assert site.get(path, if_modified_since=head["last-modified"]).status_code == 304
        assert site.get(path, if_modified_since=formatdate(0, usegmt=True)).status_code == 200
        stale = site.get(path, if_none_match='"old"', if_modified_since=head["last-modified"])
        assert stale.status_code == 200
        assert site.get(path, range="bytes=0-1", if_none_match=head["etag"]).status_code == 304


def test_another_version_was_wanted(site: Site) -> None:
    """If-Match and If-Unmodified-Since give 412 when the version has changed."""
    head = site.get(MP3).headers
    assert site.get(MP3, if_match=head["etag"]).status_code == 200
    assert site.get(MP3, if_match='"old"').status_code == 412
    assert site.get(MP3, if_unmodified_since=formatdate(0, usegmt=True)).status_code == 412
    assert site.get(MP3, if_unmodified_since="gestern").status_code == 200


def test_head(site: Site) -> None:
    """HEAD says what GET would, without the body, and knows no ranges."""
    for path in (MP3, "feeds/podcast.xml", "feeds/kohle.html"):
        get = site.get(path)
        plain = {"accept-encoding": "identity", "range": "bytes=0-3"}
        head = httpx.head(f"{site.url}{path}", headers=plain)
        assert (head.status_code, head.content) == (200, b"")
        same = ("content-length", "content-type", "etag", "last-modified", "accept-ranges")
        assert [head.headers[name] for name in same] == [get.headers[name] for name in same]


def test_only_reading(site: Site) -> None:
    """What would change something is refused, with what is allowed."""
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = httpx.request(method, f"{site.url}feeds/podcast.xml")
        assert answer.status_code == 405
        assert set(answer.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}


# Types


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("audio/kohle.mp3", "audio/mpeg"),
        ("audio/kohle.vtt", "text/vtt; charset=utf-8"),
        ("audio/kohle.srt", "application/x-subrip; charset=utf-8"),
        ("audio/kohle.html", "text/html; charset=utf-8"),
        ("audio/kohle.chapters.json", "application/json+chapters"),
        ("feeds/podcast.xml", "application/rss+xml; charset=utf-8"),
        ("feeds/", "text/html; charset=utf-8"),
        ("feeds/page.css", "text/css; charset=utf-8"),
        ("feeds/player.js", "text/javascript; charset=utf-8"),
    ],
)
def test_types(site: Site, path: str, kind: str) -> None:
    """Each kind of file is announced as the standards name it, and is not to be guessed at."""
    answer = site.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_person_gets_a_feed_that_a_browser_shows(site: Site) -> None:
    """A browser that opens the feed as a page gets it as XML, which it styles, with links to click.

    Apps get the feed's type and bytes.
    """
    answer = site.get("feeds/podcast.xml", accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    links = etree.fromstring(answer.content).findall(".//{http://www.w3.org/1999/xhtml}a")
    host = site.url.partition("//")[2]
    assert [link.get("href") for link in links][:2] == ["index.html", f"podcast://{host}feeds/podcast.xml"]
    for app in ("*/*", "application/rss+xml, application/xml;q=0.9"):
        answer = site.get("feeds/podcast.xml", accept=app)
        assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
        assert "Accept" in answer.headers["vary"].split(", ")


def test_a_page_of_older_episodes_leads_to_the_feed(serve: Callable[..., Site]) -> None:
    """Who opens such a page in a browser is offered the feed for their app, not the page."""
    site = serve()
    feeds = site.folder / "feeds"
    (feeds / "podcast.archive-1.xml").write_bytes((feeds / "podcast.xml").read_bytes())
    shown = site.get("feeds/podcast.archive-1.xml", accept="text/html").text
    assert f'href="podcast://{site.url.partition("//")[2]}feeds/podcast.xml"' in shown
    assert "archive-1" not in shown


def test_a_feed_for_another_address_is_named(serve: Callable[..., Site]) -> None:
    """Who changed base_url is told to write the feeds again, as they lead elsewhere."""
    site = serve()
    assert site.process.stderr
    site.process.send_signal(signal.SIGTERM)
    assert "base_url" not in site.process.stderr.read()
    (site.folder / "podcaster.toml").write_text('[show]\nbase_url = "https://neu.example"\n')
    site = serve()
    assert site.process.stderr
    site.process.send_signal(signal.SIGTERM)
    assert (
        "podcast.xml: was written for another base_url; run `podcaster feed`." in site.process.stderr.read()
    )


def test_text_is_packed_and_sound_is_not(site: Site) -> None:
    """Texts come as gzip where it is accepted, under an ETag of their own; sound as it is."""
    plain = site.get("feeds/podcast.xml")
    with httpx.stream("GET", site.feed, headers={"accept-encoding": "br, gzip;q=0.8"}) as packed:
        body = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(body) < len(plain.content) / 2
    assert gzip.decompress(body) == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert site.get("feeds/podcast.xml", if_none_match=packed.headers["etag"]).status_code == 200
    for refused in ("gzip;q=0", "identity", "br"):
        assert "content-encoding" not in site.get("feeds/podcast.xml", accept_encoding=refused).headers
    assert "content-encoding" not in site.get(MP3, accept_encoding="gzip").headers


# What cannot be reached


def test_the_root_leads_to_the_page(site: Site) -> None:
    """/ and /feeds lead to the page of episodes."""
    for path in ("", "feeds"):
        answer = httpx.get(f"{site.url}{path}", follow_redirects=True)
        assert str(answer.url) == f"{site.url}feeds/"
        assert "Kohle, Gas und Wind" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/podcaster.toml",
        "/feeds/../podcaster.toml",
        "/feeds/%2e%2e/podcaster.toml",
        "/feeds/..%2fpodcaster.toml",
        "/feeds/..%5cpodcaster.toml",
        "/feeds/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/audio//etc/passwd",
        "/audio/%2fetc%2fpasswd",
        "//etc/passwd",
        "/../../../../etc/passwd",
        "/audio/kohle.json",
        "/audio/.shows.json",
        "/feeds/.pages.json",
        "/audio/.kohle.mp3.abc.part",
        "/audio/kohle.mp3%00.txt",
        "/audio/kohle.mp3/",
        "/audio/",
        "/audio",
        "/articles/a.txt",
        "/feeds/" + "x" * 5000 + ".html",
        "/audio/%ff%fe.mp3",
        "/audio/con.mp3",
    ],
)
def test_nothing_else_is_there(site: Site, path: str) -> None:
    """Whatever is tried, only finished files of the two folders are found; manifests name private paths."""
    (site.folder / "podcaster.toml").touch()
    (site.folder / "audio" / ".kohle.mp3.abc.part").touch()
    host = urlsplit(site.url).netloc
    answer = raw(site, f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith((b"HTTP/1.1 404 ", b"HTTP/1.1 400 ")), answer[:200]
    assert b"root:" not in answer


def test_links_out_are_refused(serve: Callable[..., Site], tmp_path_factory: pytest.TempPathFactory) -> None:
    """A symbolic link to outside is not followed, one to a neighbour is; pipes and folders are no files."""
    site = serve()
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.mp3").write_bytes(b"secret")
    audio = site.folder / "audio"
    (audio / "out.mp3").symlink_to(outside / "secret.mp3")
    (audio / "up.html").symlink_to("../podcaster.toml")
    (audio / "loop.mp3").symlink_to("loop.mp3")
    (audio / "neighbour.mp3").symlink_to("kohle.mp3")
    (audio / "folder.mp3").mkdir()
    os.mkfifo(audio / "pipe.mp3")
    for name in ("out.mp3", "up.html", "loop.mp3", "folder.mp3", "pipe.mp3"):
        assert site.get(f"audio/{name}").status_code == 404, name
    assert site.get("audio/neighbour.mp3").content == (audio / "kohle.mp3").read_bytes()


def test_odd_hosts_are_refused(site: Site) -> None:
    """Only the names of this machine are answered, so that a page elsewhere cannot read it by its own."""
    port = urlsplit(site.url).port
    for good in (f"localhost:{port}", f"127.0.0.1:{port}", "localhost", "LOCALHOST:9999", f"[::1]:{port}"):
        assert site.get("feeds/podcast.xml", host=good).status_code == 200, good
    odd = ("evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.7.7", "0.0.0.0", "a b", "")
    for bad in (*odd, "user@localhost", "localhost:99999999", "localhost/x", '"><script>'):
        answer = site.get("feeds/podcast.xml", host=bad)
        assert answer.status_code in {400, 421}, bad
        assert b"<rss" not in answer.content
    for request in (
        b"GET /feeds/podcast.xml HTTP/1.1\r\n",
        b"GET /feeds/podcast.xml HTTP/1.0\r\n",
        b"GET /feeds/podcast.xml HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n",
    ):
        assert raw(site, request + b"Connection: close\r\n\r\n").startswith(
            (b"HTTP/1.1 400", b"HTTP/1.1 421")
        )


def test_rubbish_is_survived(site: Site) -> None:
    """Huge headers, wrong requests and clients that hang up leave the server as it was."""
    for request in (
        b"GET /feeds/ HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"GET /feeds/ HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET /feeds/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"",
    ):
        with suppress(OSError):  # the server hangs up first on some
            raw(site, request, hang_up=True)
    parts = urlsplit(site.url)
    for _ in range(20):
        with socket.create_connection((parts.hostname, parts.port)) as connection:
            connection.sendall(f"GET /{MP3} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert site.get(MP3).status_code == 200


@pytest.mark.slow
def test_who_never_asks_is_hung_up_on(site: Site) -> None:
    """A client that sends half a request, first or second on its connection, is not waited for."""
    parts = urlsplit(site.url)
    half = b"GET /feeds/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
    whole = f"GET /{MP3} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    begun = time.monotonic()
    with (
        socket.create_connection((parts.hostname, parts.port), timeout=40) as first,
        socket.create_connection((parts.hostname, parts.port), timeout=40) as second,
    ):
        first.sendall(half)
        second.sendall(whole)
        assert second.recv(100).startswith(b"HTTP/1.1 200")
        second.sendall(half)
        while first.recv(65536) or second.recv(65536):
            pass
        assert time.monotonic() - begun < 35


def test_other_names_can_be_allowed(serve: Callable[..., Site]) -> None:
    """--host adds a name under which the server is asked for; the feed carries it."""
    site = serve("--host", "Rechner.example", "--host", "10.1.2.3:80")
    assert "http://rechner.example:99/audio/" in site.get("feeds/podcast.xml", host="rechner.example:99").text
    assert site.get("feeds/podcast.xml", host="10.1.2.3").status_code == 200
    assert site.get("feeds/podcast.xml", host="10.1.2.4").status_code == 421


# Addresses


def test_the_feed_carries_the_address_it_is_reached_at(site: Site) -> None:
    """Without base_url, every address in the feed is one at which this client finds the file."""
    port = urlsplit(site.url).port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        feed = site.get("feeds/podcast.xml", host=host).text
        urls = re.findall(r'(?:url|href)="(http://[^"]+/(?:feeds|audio)/[^"]+)"', feed)
        assert f"http://{host}/feeds/podcast.xml" in urls
        assert f"http://{host}/audio/kohle.mp3" in urls
        assert all(url.startswith(f"http://{host}/") for url in urls)
    page = site.get("feeds/", host=f"localhost:{port}").text
    assert f'value="http://localhost:{port}/feeds/podcast.xml"' in page
    assert "<svg" in page


def test_a_key_hides_all(serve: Callable[..., Site]) -> None:
    """With --key only who knows it finds anything; the feed is blocked for Apple and carries it."""
    site = serve("--key")
    root, key = re.fullmatch(r"(http://[^/]+/)(\w{26})/", site.url).groups()  # type: ignore[union-attr]
    for path in ("", "feeds/", "feeds/podcast.xml", MP3, "x" * 26 + "/feeds/podcast.xml", f"{key}x/feeds/"):
        assert httpx.get(root + path).status_code == 404, path
    assert httpx.get(root + "robots.txt").text == "User-agent: *\nDisallow: /\n"
    for path in (key, f"{key}/", f"{key}/feeds"):
        assert str(httpx.get(root + path, follow_redirects=True).url) == f"{site.url}feeds/"
    assert httpx.get(root + "x" * 26).status_code == 404
    feed = site.get("feeds/podcast.xml").text
    assert feed.count("<itunes:block>Yes</itunes:block>") == 1
    urls = re.findall(r'(?:url|href)="(http://[^"]+/(?:feeds|audio)/[^"]+)"', feed)
    assert urls
    assert all(url.startswith(site.url) for url in urls)
    assert site.get(MP3).status_code == 200
    assert f"{site.url}feeds/podcast.xml" in site.get("feeds/").text
    assert site.get("feeds/").headers["referrer-policy"] == "no-referrer"


def test_the_key_stays(tmp_path: Path) -> None:
    """The key is the same in the next run, is readable by the owner alone, and changes only if asked to."""
    make_podcast(tmp_path)
    from podcaster.project import load_project
    from podcaster.web import private_key

    project = load_project(tmp_path, {})
    first = private_key(project)
    assert private_key(project) == first
    file = tmp_path / ".podcaster" / "key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert private_key(project, renew=True) != first


def test_a_public_address_stays(tmp_path: Path) -> None:
    """With base_url, the feed carries that address, however it is reached; with a key, it too."""
    (tmp_path / "podcaster.toml").write_text('[show]\nbase_url = "https://pod.example/p"\n')
    make_podcast(tmp_path)
    with serving(tmp_path) as site:
        for host in ("pod.example", urlsplit(site.url).netloc):
            answer = site.get("feeds/podcast.xml", host=host)
            assert 'href="https://pod.example/p/feeds/podcast.xml"' in answer.text
            assert answer.headers["access-control-allow-origin"] == "*"  # for web players
    with serving(tmp_path, "--key") as site:
        key = site.url.rstrip("/").rpartition("/")[2]
        feed = site.get("feeds/podcast.xml", host="pod.example").text
        assert f'href="https://pod.example/p/{key}/feeds/podcast.xml"' in feed
        assert "https://pod.example/p/audio/" not in feed


def test_each_show_has_an_address_of_its_own(tmp_path: Path) -> None:
    """A show's host is known, and its feed carries its base_url, with a key too; another show's does not."""
    (tmp_path / "podcaster.toml").write_text('[shows.politik]\nbase_url = "https://politik.example/p"\n')
    making.episode(tmp_path / "audio", show_key="politik")
    make_podcast(tmp_path)
    with serving(tmp_path, "--key") as site:
        feed = site.get("feeds/politik.xml", host="politik.example").text
        assert f'href="https://politik.example/p/{site.url[-27:]}feeds/politik.xml"' in feed
        assert f'href="{site.url}feeds/podcast.xml"' in site.get("feeds/podcast.xml").text


# The process


def test_many_downloads_at_once(serve: Callable[..., Site]) -> None:
    """200 downloads that are read slowly go on side by side, with little memory, and all arrive whole."""
    site = serve()
    big = os.urandom(3 * 1024 * 1024)
    (site.folder / "audio" / "big.mp3").write_bytes(big)
    parts = urlsplit(site.url)
    request = f"GET /audio/big.mp3 HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode()
    connections = [socket.create_connection((parts.hostname, parts.port), timeout=30) for _ in range(200)]
    try:
        for connection in connections:
            connection.sendall(request)
        firsts = [connection.recv(4096) for connection in connections]  # all are being answered now
        assert all(first.startswith(b"HTTP/1.1 200 ") for first in firsts)
        assert site.get("feeds/podcast.xml").status_code == 200
        status = Path(f"/proc/{site.process.pid}/status").read_text()
        peak = int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])  # type: ignore[index]
        assert peak < 200_000
        for first, connection in zip(firsts, connections, strict=True):
            received = bytearray(first)
            while data := connection.recv(1 << 20):
                received += data
            assert received.endswith(big)
    finally:
        for connection in connections:
            connection.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly(serve: Callable[..., Site], number: signal.Signals) -> None:
    """Ctrl-C ends the server at once, in the middle of a download too, without a traceback."""
    site = serve()
    (site.folder / "audio" / "big.mp3").write_bytes(bytes(50_000_000))
    parts = urlsplit(site.url)
    with socket.create_connection((parts.hostname, parts.port)) as connection:
        connection.sendall(f"GET /audio/big.mp3 HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        connection.recv(1000)
        site.process.send_signal(number)
        _, errors = site.process.communicate(timeout=5)
    assert "Traceback" not in errors
    assert "Error" not in errors
    if number == signal.SIGINT:
        assert site.process.returncode == 0


def test_a_port_that_is_taken(site: Site) -> None:
    """A second server on the same port says in one sentence what to do."""
    port = str(urlsplit(site.url).port)
    command = [sys.executable, "-m", "podcaster", "--project", str(site.folder), "serve", "--port", port]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert result.returncode == 75
    expected = (
        f"podcaster: Port {port} is taken by another program; stop it, or name another port with --port.\n"
    )
    assert result.stderr == expected


def test_lan_prints_a_code_to_scan(serve: Callable[..., Site]) -> None:
    """With --lan the server is reached at the machine's address, and its page prints as a QR code."""
    site = serve("--lan")
    assert site.process.stdout
    assert any("▄" in line or "█" in line for line in site.process.stdout)
    assert site.get("feeds/podcast.xml").status_code == 200
    assert site.url in site.get("feeds/podcast.xml").text
