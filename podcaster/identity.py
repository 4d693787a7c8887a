"""Identity: which episode an article belongs to, if there is one.

An article is known again by its canonical address; else by its text, which may have been edited meanwhile.
"""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from podcaster.model import Article, Episode

#: Texts alike to this degree (Jaccard of their word quadruples) are one article that came by two ways.
DUPLICATE = 0.8
#: The same file with a text alike to this degree holds an edited article; below, it holds another one.
EDITED = 0.25
#: Hashes kept of a text to compare it by: enough to tell 0.8 from 0.25 with room to spare.
_SKETCH = 48
#: Parameters of an address that say where a reader came from, not what is read.
_TRACKING = re.compile(r"(utm_|at_|mtm_|pk_|wt_|icid|fbclid|gclid|ref$|xtor|cid$|maca$|ns_)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article belongs among the episodes.

    Attributes:
        guid: Of its episode, for ever.
        slug: Name of its files.
        episode: What was built of it before, if anything.
        relation: `new`; `same` article, perhaps changed; `duplicate` of an episode from elsewhere.
    """

    guid: str
    slug: str
    episode: Episode | None
    relation: Literal["new", "same", "duplicate"]


class _Told:
    """By what an article is known again; what has to be computed is computed once, where it is needed."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.url = url_key(article.url) if article.url else ""
        self.guid = guid_of(article)

    @cached_property
    def sketch(self) -> str:
        return sketch_of(self._article)

    def is_like(self, other: _Told) -> bool:
        """Whether both are one article."""
        if self.url and other.url:
            return self.url == other.url
        return self.guid == other.guid or similarity(self.sketch, other.sketch) >= DUPLICATE


class Register:
    """The episodes there are, and the places given away in this run. Safe to use from several threads."""

    def __init__(self, episodes: Iterable[Episode], *, gone: Callable[[str], bool] = lambda _: False) -> None:
        """Take the `episodes`; `gone` says whether a source is there no more: its article has moved."""
        self._gone = gone
        self._lock = threading.Lock()
        self._episodes = {episode.guid: episode for episode in episodes}
        self._by_url = {url_key(e.url or e.guid): e for e in self._episodes.values()}
        self._slugs = {episode.slug for episode in self._episodes.values()}
        self._given: list[_Told] = []

    def claim(self, article: Article, source: str) -> Place:
        """Give `article` its place; a second claim for the same text in this run is told `duplicate`."""
        told = _Told(article)
        with self._lock:
            taken = any(told.is_like(other) for other in self._given)
            self._given.append(told)
            episode = self._find(article, told, source)
            if episode:
                own = self._is_own(episode, article, source)
                relation: Literal["same", "duplicate"] = "same" if own and not taken else "duplicate"
                return Place(episode.guid, episode.slug, episode, relation)
            if taken:
                return Place(told.guid, "", None, "duplicate")
            slug = self._free_slug(article)
            self._slugs.add(slug)
            return Place(told.guid, slug, None, "new")

    def _find(self, article: Article, told: _Told, source: str) -> Episode | None:
        if told.url and (known := self._by_url.get(told.url)):
            return known
        if known := self._episodes.get(told.guid):
            return known
        best, likeness = None, 0.0
        for episode in self._episodes.values():
            alike = similarity(told.sketch, episode.sketch)
            enough = EDITED if episode.source == source and not article.url else DUPLICATE
            if alike >= enough and alike > likeness:
                best, likeness = episode, alike
        return best

    def _is_own(self, episode: Episode, article: Article, source: str) -> bool:
        if article.url and episode.url:
            return url_key(article.url) == url_key(episode.url)
        return episode.source == source or episode.guid == guid_of(article) or self._gone(episode.source)

    def _free_slug(self, article: Article) -> str:
        wanted = slug_of(article)
        slug, number = wanted, 2
        while slug in self._slugs:
            slug, number = f"{wanted}-{number}", number + 1
        return slug


def text_of(article: Article) -> str:
    """Write all that is read aloud of an article in one text, for comparing."""
    parts = [article.title, article.lead or ""]
    for section in article.sections:
        parts += [section.heading or "", *(paragraph.text for paragraph in section.paragraphs)]
    return "\n".join(parts)


def article_hash(article: Article) -> str:
    """Give the SHA-256 (hex) of the text and of what is said of it: another hash, a changed article."""
    said = "\n".join([text_of(article), *article.authors, str(article.published or "")])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def guid_of(article: Article) -> str:
    """Give the guid that a new episode of this article gets: its address, else the hash of its text."""
    if article.url:
        return article.url
    text = text_of(article).encode("utf-8", "surrogatepass")
    return f"urn:sha256:{hashlib.sha256(text).hexdigest()}"


def url_key(url: str) -> str:
    """Write an address so that two ways of writing it are equal: no fragment, no tracking, no `www.`."""
    parts = urlsplit(url.strip())
    query = urlencode(
        [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    )
    host = parts.netloc.lower().removeprefix("www.")
    scheme = "https" if parts.scheme in {"http", "https"} else parts.scheme
    return urlunsplit((scheme, host, parts.path.rstrip("/") if host else parts.path, query, ""))


def slug_of(article: Article) -> str:
    """Name the files of an article: date and title in ASCII, at most 80 characters, no path in it."""
    title = article.title.casefold()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        title = title.replace(letter, plain)
    title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", title).strip("-")
    day = article.published.isoformat() if article.published else ""
    slug = f"{day}-{words or 'artikel'}".strip("-")
    return slug if len(slug) <= 80 else slug[:80].rsplit("-", 1)[0]


def sketch_of(article: Article) -> str:
    """Give a bottom-k sketch of the text's word quadruples: at most 48 hashes of 32 bits, in hex."""
    words = re.findall(r"\w+", text_of(article).casefold())
    shingles = {" ".join(words[i : i + 4]) for i in range(max(1, len(words) - 3))}
    hashes = (
        hashlib.blake2b(s.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest() for s in shingles
    )
    return "".join(sorted(set(hashes))[:_SKETCH])


def similarity(one: str, other: str) -> float:
    """Estimate from two sketches how much two texts have in common (Jaccard, 0 to 1)."""
    a, b = _hashes(one), _hashes(other)
    if a.isdisjoint(b):  # as nearly all are
        return 0.0
    smallest = sorted(a | b)[:_SKETCH]
    return sum(h in a and h in b for h in smallest) / len(smallest)


@lru_cache(maxsize=2000)
def _hashes(sketch: str) -> frozenset[str]:
    return frozenset(sketch[i : i + 8] for i in range(0, len(sketch), 8))
