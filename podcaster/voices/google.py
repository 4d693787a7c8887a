"""Voice `gtts`: Google Translate's voice. The text goes to Google.

The package gTTS knows the protocol: its request bodies are used as they are, and its answers are read as it
reads them. The requests go over one pool of kept-alive connections whose certificates are checked, several
at a time.
"""

from __future__ import annotations

import base64
import binascii
import random
import re
import ssl
import threading
import time
import unicodedata
from typing import TYPE_CHECKING

from podcaster.cutter import Cutter
from podcaster.errors import PodcasterError
from podcaster.voices.gate import Gate, Pass
from podcaster.voices.pace import Pace
from podcaster.voices.voice import Closing, KnownVoice, UnsayableError, Voice, VoiceGoneError

if TYPE_CHECKING:
    import httpx

    from podcaster.model import Clip

_DESCRIPTION = "Google Translate's voice, German, 24 kHz: natural, needs network"
#: Where gTTS looks for the sound in an answer (gtts/tts.py, `stream`).
_SOUND = re.compile(r'jQ1olc","\[\\"(.*)\\"]')
#: Requests at a time, at most: over so few connections, too.
_MOST = 16
#: Seconds: for a connection, between two pieces of an answer, and for a request as a whole.
_CONNECT, _READ, _WHOLE = 5.0, 5.0, 12.0
#: Bytes of an answer; 100 characters are some 100 kB.
_LARGEST = 4_000_000
#: Tries for one piece of text while others get their answers: then it is this text that Google does not say.
_TRIES = 12
#: Seconds before a try: the first, doubled for each that follows, and the greatest.
_FIRST_WAIT, _LONGEST_WAIT = 0.3, 2.5


def known() -> list[KnownVoice]:
    """List this module's voice; whether Google can be reached is not tried."""
    return [KnownVoice("gtts", _DESCRIPTION, "Google")]


def make(name: str) -> Voice:
    """Make the voice; nothing is sent yet."""
    return Google(name)


class _BadAnswerError(Exception):
    """An answer that is not what was asked for; worth another try."""


class Google(Closing):
    """Google Translate's voice, by the package gTTS."""

    label = "Google Translate (German)"
    limit = 100  # gTTS.GOOGLE_TTS_MAX_CHARS

    def __init__(self, name: str = "gtts", gate: Gate | None = None, whole: float = _WHOLE) -> None:
        """Let requests through `gate`, each for `whole` seconds at most."""
        self.name = name
        self.reason = ""
        # Not the package's version: the sound is Google's.
        self.fingerprint = "gtts/de/com/1"
        self.concurrency = _MOST
        self._gate = gate or Gate(most=_MOST)
        self._client: httpx.Client | None = None
        self._whole = whole
        self._cutter = Cutter()
        self._guard = threading.Lock()
        self._closed = False

    def say(self, text: str) -> Clip:
        """Ask Google; tries again where that may help. Raises VoiceGoneError when Google is away for good."""
        plain = _sendable(text)
        if not plain:
            raise UnsayableError(f"voice {self.name} cannot say “{text[:120]}”.")
        trouble, failures = "", 0
        while failures < _TRIES:
            if failures:  # jitter: those that failed together do not come back together
                wait = min(_FIRST_WAIT * 2 ** (failures - 1), _LONGEST_WAIT)
                self._gate.rest(wait * random.uniform(0.5, 1.5))  # noqa: S311
            with self._gate.passage() as leave:
                clip, trouble = self._attempt(plain, leave)
            if clip is not None:
                return clip
            failures += bool(trouble)  # being told to wait is no failure; the gate bounds how long
        raise UnsayableError(f"voice {self.name} cannot say “{text}”: {trouble}.")

    def close(self) -> None:
        """Close the connections; requests under way end with an error."""
        self._closed = True
        self._gate.gone("it was stopped")
        with self._guard:
            if self._client is not None:
                self._cutter.cut()
                self._client.close()
                self._client = None

    def _attempt(self, text: str, leave: Pass) -> tuple[Clip | None, str]:
        """Send one request: its clip, or what was wrong with the answer (empty: told to wait)."""
        import httpx

        deadline = time.monotonic() + self._whole
        try:
            with self._cutter.within(self._whole):
                clip = self._ask(text, leave)
        except (httpx.HTTPError, OSError, RuntimeError) as error:  # RuntimeError: the client was closed
            if _is_about_certificates(error):
                raise self._gate.gone(
                    "Google's certificate is not trusted: somebody may listen in "
                    "(SSL_CERT_FILE names the authority of a proxy that is meant to)"
                ) from error
            if time.monotonic() < deadline:
                trouble = f"Google cannot be reached ({_plain(error)})"
            else:
                trouble = "Google answers too slowly"
        except _BadAnswerError as error:
            trouble = str(error)
        else:
            if clip is not None:
                self._gate.good(leave)
            return clip, ""
        self._gate.bad(trouble)
        return None, trouble

    def _ask(self, text: str, leave: Pass) -> Clip | None:
        """Send one request and read its answer; None where Google says that it was too many."""
        url, body, headers = _request(text)
        with self._connections().stream(
            "POST", url, content=body, headers=headers, extensions={"trace": self._cutter.watch}
        ) as answer:
            status = answer.status_code
            if status == 429 or (status == 503 and "retry-after" in answer.headers):
                self._gate.too_many(leave, _seconds(answer.headers.get("retry-after")))
                return None
            if status >= 500:
                raise _BadAnswerError(f"Google has trouble (HTTP status {status})")
            if status >= 400:
                raise self._gate.gone(f"Google refuses (HTTP status {status})")
            if status != 200:
                raise _BadAnswerError(
                    f"Google cannot be reached: this network sends elsewhere (HTTP status {status})"
                )
            content = bytearray()
            for part in answer.iter_bytes():
                content += part
                if len(content) > _LARGEST:
                    raise _BadAnswerError("Google sends more than the sound of a sentence")
        return _clip(bytes(content), text)

    def _connections(self) -> httpx.Client:
        """The pool, made when it is needed."""
        with self._guard:
            if self._closed:
                raise VoiceGoneError("voice gtts was stopped")
            self._client = self._client or _pool()
            return self._client


def _pool() -> httpx.Client:
    """Kept-alive connections with checked certificates, by the proxy that the environment names.

    Raises PodcasterError for a proxy or certificates that cannot be used.
    """
    import httpx

    from podcaster.voices.reach import trusted

    try:
        return httpx.Client(
            verify=trusted(),
            timeout=httpx.Timeout(_READ, connect=_CONNECT, pool=None),
            limits=httpx.Limits(max_connections=_MOST, max_keepalive_connections=_MOST, keepalive_expiry=60),
        )
    except (ValueError, ImportError, httpx.InvalidURL) as error:  # ImportError: a SOCKS proxy
        raise PodcasterError(
            f"the proxy of HTTPS_PROXY, ALL_PROXY and NO_PROXY cannot be used: {str(error).rstrip('.')}."
        ) from error


def _sendable(text: str) -> str:
    """The text without what is no text: control characters, halves of surrogate pairs, doubled spaces."""
    kept = (" " if unicodedata.category(c) in {"Cc", "Cs", "Cn"} else c for c in text)
    return " ".join("".join(kept).split())


def _request(text: str) -> tuple[str, str, dict[str, str]]:
    """What gTTS would send for `text`: address, body, headers."""
    from gtts import gTTS

    speech = gTTS(text, lang="de", lang_check=False, pre_processor_funcs=[], tokenizer_func=lambda t: [t])
    requests = speech._prepare_requests()
    assert len(requests) == 1  # noqa: S101 - `limit` sees to it
    prepared = requests[0]
    headers = {k: v for k, v in prepared.headers.items() if k.lower() != "content-length"}
    return prepared.url, prepared.body, headers


def _clip(content: bytes, text: str) -> Clip:
    """Find and decode the sound in an answer. Raises _BadAnswerError where it is missing or cut short."""
    import miniaudio
    import numpy as np

    from podcaster.model import Clip
    from podcaster.pcm import sound_edges, to_float

    found = [s for line in content.decode("utf-8", "replace").splitlines() if (s := _SOUND.search(line))]
    if not found:
        page = content.lstrip()[:1] == b"<"
        raise _BadAnswerError(
            "a web page came instead of sound (does this network want a log-in?)"
            if page
            else "Google sends no sound"
        )
    try:
        mp3 = b"".join(base64.b64decode(s[1].encode("ascii"), validate=True) for s in found)
        sound = miniaudio.mp3_read_s16(mp3)
    except (binascii.Error, UnicodeEncodeError, miniaudio.DecodeError) as error:
        raise _BadAnswerError("Google's sound cannot be decoded") from error
    samples = np.frombuffer(sound.samples, np.int16)
    if sound.nchannels > 1:
        samples = samples.reshape(-1, sound.nchannels).mean(axis=1).astype(np.int16)
    start, end = sound_edges(to_float(samples), sound.sample_rate)
    if (end - start) / sound.sample_rate < max(Pace().bounds(text)[0], 0.03):
        raise _BadAnswerError("Google's sound is too short for its text")
    return Clip(samples, sound.sample_rate)


def _seconds(header: str | None) -> float | None:
    """Read a Retry-After (RFC 9110, section 10.2.3): seconds, or a date."""
    if header is None:
        return None
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _plain(error: Exception) -> str:
    """What went wrong, in words."""
    from httpx import TimeoutException

    return "no answer in time" if isinstance(error, TimeoutException) else str(error) or type(error).__name__


def _is_about_certificates(error: BaseException | None) -> bool:
    """Whether a certificate that is not trusted is at the bottom of an error."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
