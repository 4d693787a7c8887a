"""Where things are found on the web: the one place where addresses are built.

    BASE/feeds/podcast.xml      the feed of a show (its key, `podcast` for the only one)
    BASE/feeds/SLUG.html        the page of an episode
    BASE/audio/SLUG.mp3         its sound; BASE/audio/SLUG.mp3?v=2 once it was voiced anew

An address that carries `?v=N` is the same file for every web server, and a new one for every app and cache:
listeners who already have the old sound get the new one, and links that somebody has kept go on working. A
new file name would break them, and an app that asks for the old name while the feed is being copied would
get a 404.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from podcaster.model import Episode
    from podcaster.settings import Show

#: Stands in feeds on disk while no base_url is set: where `podcaster serve` is found on this machine. `serve`
#: puts the address at which it was reached in its place.
LOCAL = "http://localhost:8000/"


def base_of(show: Show) -> str:
    """The address of the folder that holds feeds/ and audio/, with a slash at its end."""
    return (ascii_url(show.base_url) or LOCAL).rstrip("/") + "/"


#: Ends the name, without extension, of the page of a show, or of older episodes.
_LIST = re.compile(r"\.(show|archiv-\d+)$")


@lru_cache(maxsize=64)
def _quoted(slug: str) -> str:
    """Quote a slug for an address; one episode's is asked for many times in a row."""
    return quote(slug)


def feed_url(base: str, key: str = "podcast") -> str:
    """The address of a show's feed."""
    return f"{base}feeds/{quote(key)}.xml"


def archive_url(base: str, key: str, number: int) -> str:
    """The address of a page of older episodes (RFC 5005); 1 holds the oldest."""
    return f"{base}feeds/{archive_name(key, number)}"


def archive_name(key: str, number: int) -> str:
    """The file name of a page of older episodes."""
    return f"{quote(key)}.archive-{number}.xml"


def site_url(base: str) -> str:
    """The address of the page that lists all episodes."""
    return f"{base}feeds/index.html"


def page_url(base: str, slug: str) -> str:
    """The address of an episode's page."""
    return f"{base}feeds/{_quoted(page_name(slug))}"


def page_name(slug: str) -> str:
    """The file name of an episode's page: not one that a list of episodes has, as `index.html`."""
    return f"{slug}.folge.html" if slug == "index" or _LIST.search(slug) else f"{slug}.html"


def audio_url(base: str, episode: Episode, suffix: str = "mp3") -> str:
    """The address of one of an episode's files: `mp3`, `vtt`, `srt`, `html`, `chapters.json`, `jpg`.

    All of them get a new address when the episode is voiced anew.
    """
    version = f"?v={episode.revision}" if episode.revision > 1 else ""
    return f"{base}audio/{_quoted(episode.slug)}.{suffix}{version}"


_ASCII_URL = re.compile(r"https?://[a-z0-9.-]+(:\d+)?/[A-Za-z0-9/._~%?&=+:;,@!$()*#-]*")


def ascii_url(url: str) -> str:
    """The same address in ASCII (IDNA host, percent signs), as tags and feeds need it; '' for what is none.

    >>> ascii_url("https://müller.example/bäume?a=ä#1")
    'https://xn--mller-kva.example/b%C3%A4ume?a=%C3%A4#1'
    """
    if _ASCII_URL.fullmatch(url):
        return url
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    safe = "%/:?#[]@!$&'()*+,;=~-._"
    rest = (quote(part, safe=safe, errors="replace") for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, quote(host, safe=safe), *rest))
