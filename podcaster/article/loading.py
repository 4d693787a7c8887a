"""Bytes from a file or standard input, and the text in them."""

from __future__ import annotations

import os
import re
import select
import stat
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path

from podcaster.errors import PodcasterError

#: More is no article: the longest newspaper pages have about 3 MB.
LARGEST = 20_000_000  # bytes
#: Nobody is waited for longer at a named pipe: seconds.
PATIENCE = 30.0

#: An umlaut beside a small letter: by these the right one of the older code pages is known.
_UMLAUT = re.compile("(?<=[a-zäöü])[äöüß]|[ÄÖÜäöü](?=[a-zäöüß])")
#: Umlauts and quotation marks that were encoded twice.
_TWICE = re.compile("Ã[¤¶¼Ÿ„–œ]|â€[žœ˜™“”¦]")
#: Umlauts in UTF-7, as old mailers wrote them: "M+APw-nchen".
_UTF7 = re.compile(rb"\+A(?:OQ|PY|Pw|N8|MQ|NY|Nw)-")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

#: First bytes of files that people take for an article, and what to call them.
_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF; copy its text into a .txt file"),
    (b"PK\x03\x04", "a ZIP or Office file; save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an Office file; save it as plain text"),
    (b"ID3", "an MP3"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"{\\rtf", "an RTF file; save it as plain text"),
)


def load_file(path: Path) -> bytes:
    """The bytes of a file. Raises PodcasterError where it is missing, a folder, empty or not to be read."""
    try:
        if path.is_dir():
            raise PodcasterError(f"{path}: this is a folder; name the article in it.")
        if stat.S_ISFIFO(path.stat().st_mode):
            return _bounded(_read_pipe(path), str(path))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # a device has no size to ask for
    except FileNotFoundError:
        raise PodcasterError(f"{path}: there is no such file; check the name.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise PodcasterError(f"{path}: cannot be read: {why}.") from error
    return _bounded(data, str(path))


def _read_pipe(path: Path) -> bytes:
    """All that is written to a named pipe. Raises PodcasterError after `PATIENCE` seconds of silence."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        data = bytearray()
        while len(data) <= LARGEST:
            if not poll.poll(1000 * PATIENCE):
                raise PodcasterError(
                    f"{path}: nothing came out of this pipe for {PATIENCE:g} s; start what writes to it."
                )
            piece = os.read(descriptor, 1 << 16)
            if not piece:
                break
            data += piece
        return bytes(data)
    finally:
        os.close(descriptor)


def load_stdin() -> bytes:
    """All of standard input. Raises PodcasterError where that is too much."""
    return _bounded(sys.stdin.buffer.read(LARGEST + 1), "standard input")


def _bounded(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise PodcasterError(f"{name}: larger than {LARGEST // 1_000_000} MB, which no article is.")
    return data


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text in `data`: by its byte order mark, as declared (HTTP, meta), as UTF-8, else an old code page.

    It comes in Unicode's composed form (NFC: "ü" is one character). Raises PodcasterError for empty and for
    binary data; `name` says in the message which file it was.
    """
    if not data.strip():
        raise PodcasterError(f"{name}: the file is empty.")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            kind, _, advice = what.partition("; ")
            raise PodcasterError(f"{name}: this is {kind}, not an article's text{advice and '; ' + advice}.")
    text = _once(_decode(data, declared))
    if not text.strip("\ufeff \t\r\n"):
        raise PodcasterError(f"{name}: the file is empty.")
    # lone control characters: no text has them
    strange = len(re.findall("[\x00-\x08\x0e-\x1f]", text[:20_000]))
    if strange > 0.002 * min(len(text), 20_000):
        raise PodcasterError(f"{name}: this is not text; give plain text, Markdown or a saved web page.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its head (<meta charset=…>, <?xml encoding=…>)."""
    match = re.search(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", data[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else None


def _decode(data: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if unmarked := _without_mark(data):
        return data.decode(unmarked, "replace")
    if len(_UTF7.findall(data)) > 1:
        with suppress(UnicodeDecodeError):
            return data.decode("utf-7")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # a single wrong byte in long UTF-8 text (a cut-off file, a pasted quote) does not make it Latin-1
        good = len(re.findall(rb"[\xc3\xc2\xe2][\x80-\xbf]", data))
        bad = data.decode("utf-8", "replace").count("\ufffd")
        if good > 10 * bad or error.start >= len(data) - 3:
            return data.decode("utf-8", "replace").replace("\ufffd", "")
    if declared:
        try:
            name = declared.strip().lower()
            return data.decode("cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii") else name)
        except (LookupError, UnicodeDecodeError):
            pass
    texts = [data.decode(name, "replace") for name in ("cp1252", "mac-roman", "cp850")]
    return max(texts, key=lambda text: len(_UMLAUT.findall(text)))


def _once(text: str) -> str:
    """`text` as it was before its UTF-8 was taken for Windows' code page and encoded again ("GrÃ¼ÃŸe")."""
    twice = len(_TWICE.findall(text))
    if twice < 2 or twice < len(re.findall("[äöüÄÖÜß]", text)):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return _TWICE.sub(lambda match: match[0].encode("cp1252").decode("utf-8", "replace"), text)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte of German text is zero."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) / 1.0 * 0.5 and even < 0.05 * len(head):
        return "utf-16-le"
    if even > 0.4 * len(head) * 0.5 and odd < 0.05 * len(head):
        return "utf-16-be"
    return None
