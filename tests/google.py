"""A stand-in for Google Translate's voice: HTTPS on loopback, behind a CONNECT proxy, with a CA of its own.

It answers as translate.google.com does, with real MP3s as long as their text deserves, counts what it is
asked, and has every fault that it is told to have. Run as a program, it prints its environment and serves
until standard input ends.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import json
import random
import socket
import ssl
import struct
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import lameenc
import numpy as np
import trustme

HOST = "translate.google.com"
#: Seconds of sound for a letter, and of silence at both ends.
PACE, SILENCE = 0.065, 0.25


@functools.lru_cache(maxsize=4096)
def speech(tenths: int, pitch: int) -> bytes:
    """Make a 24 kHz mono MP3 that sounds for so many tenths of a second, with silence at both ends."""
    rate = 24000
    t = np.arange(tenths * rate // 10) / rate
    tone = sum(np.sin(2 * np.pi * pitch * k * t) / k for k in range(1, 12))
    sound = 0.12 * tone * (0.65 + 0.35 * np.sin(2 * np.pi * 4 * t))  # syllables
    silence = np.zeros(int(SILENCE * rate))
    samples = (np.concatenate([silence, sound, silence]) * 32767).astype("<i2")
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(rate)
    encoder.set_bit_rate(32)
    encoder.set_quality(7)
    return bytes(encoder.encode(samples.tobytes()) + encoder.flush())


def spoken(text: str) -> bytes:
    """The MP3 for a text."""
    letters = sum(map(str.isalnum, text))
    return speech(max(2, round(letters * PACE * 10)), 110 + 5 * (len(text) % 20))


#: What may go wrong with an answer: its name, for `Google.fault`.
FAULTS = ("429", "500", "reset", "cut", "short", "silent", "stall", "portal", "garbage", "trickle")


@dataclass
class Google:
    """The stand-in; a context manager that serves while the block runs.

    Attributes:
        round_trip: Seconds that a packet's way there and back takes: three for a connection, one for an
            answer.
        answer_time: Seconds that Google needs for an answer.
        fault: Given the number of the request (from 0) and its text, names what goes wrong (see FAULTS), or
            None.
        retry_after: What a 429 says in Retry-After; nothing where None.
        stall: Seconds of a stall.
        gone_after: Number of requests after which nobody listens any more.
        trusted: Whether the certificate is one that the environment trusts.
    """

    round_trip: float = 0.0
    answer_time: float = 0.0
    fault: Callable[[int, str], str | None] | None = None
    retry_after: str | None = None
    stall: float = 10.0
    gone_after: int | None = None
    trusted: bool = True
    texts: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    answered: int = 0
    connections: int = 0
    most_at_a_time: int = 0

    def __post_init__(self) -> None:
        self._guard = threading.Lock()
        self._at_a_time = 0
        self._open: set[socket.socket] = set()
        self._folder = tempfile.TemporaryDirectory()
        authority = trustme.CA()
        self.ca = Path(self._folder.name) / "ca.pem"
        authority.cert_pem.write_to_path(str(self.ca))
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        signer = authority if self.trusted else trustme.CA()
        signer.issue_cert(HOST).configure_cert(self._context)
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]

    @property
    def requests(self) -> int:
        """How many requests came."""
        return len(self.texts)

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to reach the stand-in instead of Google."""
        proxy = f"http://127.0.0.1:{self.port}"
        return {
            "HTTPS_PROXY": proxy,
            "https_proxy": proxy,
            "SSL_CERT_FILE": str(self.ca),
            "NO_PROXY": "",
            "no_proxy": "",
        }

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()
        self._folder.cleanup()

    def leave(self) -> None:
        """Be gone: refuse connections, and drop those that are open."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._guard:
            connections, self._open = self._open, set()
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._guard:
                self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        """A connection's life: CONNECT, TLS, requests."""
        with connection, contextlib.suppress(OSError, ValueError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            reader = connection.makefile("rb")
            line = reader.readline()
            while reader.readline().strip():
                pass
            if line.split()[:2] != [b"CONNECT", f"{HOST}:443".encode()]:
                connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
                return
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            time.sleep(3 * self.round_trip)
            with self._context.wrap_socket(connection, server_side=True) as tls:
                with self._guard:
                    self.connections += 1
                    self._open.add(tls)
                stream = tls.makefile("rb")
                while self._answer(tls, stream):
                    pass

    def _answer(self, tls: ssl.SSLSocket, stream: object) -> bool:
        """Read a request and answer it; says whether the connection stays open."""
        length = 0
        if not stream.readline():  # type: ignore[attr-defined]
            return False
        while line := stream.readline().strip():  # type: ignore[attr-defined]
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        body = stream.read(length)  # type: ignore[attr-defined]
        if len(body) < length:
            return False
        text = _text(body)
        with self._guard:
            number = len(self.texts)
            self.texts.append(text)
            self.times.append(time.monotonic())
            self._at_a_time += 1
            self.most_at_a_time = max(self.most_at_a_time, self._at_a_time)
        try:
            if self.gone_after is not None and number >= self.gone_after:
                self.leave()
                return False
            time.sleep(self.round_trip + self.answer_time)
            fault = self.fault(number, text) if self.fault else None
            if fault == "trickle":
                _trickle(tls)
            return self._send(tls, text, fault)
        finally:
            with self._guard:
                self._at_a_time -= 1

    def _send(self, tls: ssl.SSLSocket, text: str, fault: str | None) -> bool:
        status, headers, body = "200 OK", "", _batch(spoken(text))
        if fault == "429":
            status, body = "429 Too Many Requests", b""
            headers = f"Retry-After: {self.retry_after}\r\n" if self.retry_after is not None else ""
        elif fault == "500":
            status, body = "500 Internal Server Error", b"<html>Error</html>"
        elif fault == "portal":
            body = b"<!DOCTYPE html><html><title>Hotel WLAN</title>Bitte melden Sie sich an.</html>"
        elif fault == "short":
            body = _batch(speech(2, 150))
        elif fault == "silent":
            body = b')]}\'\n\n[["wrb.fr","jQ1olc",null,null,null,[3]]]\n'
        elif fault == "garbage":
            body = _batch(random.Random(1).randbytes(5000))
        elif fault == "stall":
            time.sleep(self.stall)
        elif fault == "reset":
            tls.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\n{headers}"
        head += f"Content-Length: {len(body)}\r\n\r\n"
        if fault == "cut":
            tls.sendall(head.encode() + body[: len(body) // 2])
            return False
        tls.sendall(head.encode() + body)
        with self._guard:
            self.answered += fault is None
        return True


def _trickle(tls: ssl.SSLSocket) -> None:
    """Send something all the time and never an answer, until the other side has had enough."""
    while True:
        tls.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.2)


def _text(body: bytes) -> str:
    """Find the text in a request's body, as gTTS writes it."""
    query = urllib.parse.parse_qs(body.decode())["f.req"][0]
    text, language, _, _ = json.loads(json.loads(query)[0][0][1])
    assert language == "de"
    return str(text)


def _batch(mp3: bytes) -> bytes:
    """Wrap sound in Google's batchexecute format."""
    sound = json.dumps([base64.b64encode(mp3).decode()], separators=(",", ":"))
    line = json.dumps(
        [["wrb.fr", "jQ1olc", sound, None, None, None, "generic"], ["di", 80]], separators=(",", ":")
    )
    return f')]}}\'\n\n{len(line) + 2}\n{line}\n25\n[["e",4,null,null,132]]\n'.encode()


def main() -> None:
    """Serve as a process of its own: `python -m tests.google ROUND_TRIP ANSWER_TIME`."""
    google = Google(round_trip=float(sys.argv[1]), answer_time=float(sys.argv[2]))
    with google:
        print(json.dumps(google.environment), flush=True)
        for line in sys.stdin:  # any line asks for the counts
            counts = {name: getattr(google, name) for name in ("requests", "connections", "most_at_a_time")}
            print(json.dumps(counts | {"line": line.strip()}), flush=True)


if __name__ == "__main__":
    main()
