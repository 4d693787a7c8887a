"""What a page says of itself: JSON-LD (schema.org), OpenGraph and other meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from podcaster.article.draft import one_line
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Types of schema.org that are an article (https://schema.org/Article and below).
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")


@dataclass(slots=True)
class Said:
    """The page's data of itself, as found; texts in one line.

    Attributes:
        headlines: JSON-LD's headline, og:title, twitter:title, <title>: the most trustworthy first.
        descriptions: JSON-LD's and OpenGraph's description.
        people, organisations: Authors, by what JSON-LD says they are.
        author_meta: Of meta elements named author.
        body: JSON-LD's articleBody without markup, a paragraph a line.
        free: `isAccessibleForFree`, None where it is not said.
        published, changed: ISO 8601 time or day.
    """

    headlines: dict[str, str] = field(default_factory=dict)
    descriptions: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    author_meta: list[str] = field(default_factory=list)
    publisher: str | None = None
    site: str | None = None
    published: str | None = None
    changed: str | None = None
    url: str | None = None
    picture: str | None = None
    language: str | None = None
    body: str = ""
    words: int = 0
    free: bool | None = None
    live: bool = False


def what_is_said(root: HtmlElement) -> Said:
    """Read the page's data of itself; what is broken is left out."""
    said = Said()
    article = _main_article(list(_objects(root)), _titles(root))
    if article:
        _take_article(said, article)
    _take_meta(said, root)
    return said


def _objects(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object with a type in the page's JSON-LD, lists and @graph unfolded."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        yield from _unfold(_load(script.text or ""), 0)


def _load(text: str) -> Any:
    """JSON as pages write it: in CDATA or comments, with raw line breaks in strings, escaped as HTML."""
    text = re.sub(
        r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*;?\s*$", "", text.strip()
    ).strip()
    for attempt in (text, text.rstrip(";"), html.unescape(text), re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unfold(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _unfold(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"):
            if isinstance(value.get(key), list | dict) and key in (
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
            ):
                yield from _unfold(value[key], depth + 1)


def _is_article(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in _list(kinds))


def _titles(root: HtmlElement) -> str:
    """All that may be the page's title, as letters: meta elements, <title>, <h1>."""
    metas = root.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    texts = [*map(str, metas), *(element.text_content() for element in root.iter("title", "h1"))]
    return "\n".join(map(letters, texts))


def _main_article(found: list[dict[str, Any]], titles: str) -> dict[str, Any]:
    """The page's article: of several objects the one that is named as the page is, or else says most.

    It is completed by others of its headline.
    """
    articles = [
        value for value in found if _is_article(value) and (value.get("headline") or value.get("name"))
    ]
    if not articles:
        pages = [value for value in found if "WebPage" in _list(value.get("@type")) and value.get("headline")]
        return pages[0] if pages else {}
    named = [
        value for value in articles if letters(_text(value.get("headline") or value.get("name"))) in titles
    ]
    best = max(
        named or articles,
        key=lambda value: (bool(value.get("articleBody")), bool(value.get("author")), len(value)),
    )
    merged = dict(best)
    by_id = {str(value["@id"]): value for value in found if isinstance(value.get("@id"), str)}
    for other in articles:
        if _text(other.get("headline")) == _text(best.get("headline")):
            merged = {**other, **merged}
    merged["author"] = [
        {**by_id.get(str(author["@id"]), {}), **author}
        if isinstance(author, dict) and "@id" in author
        else author
        for author in _list(merged.get("author"))
    ]
    return merged


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = next((item for item in value if item), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if not isinstance(value, str):
        return ""
    return one_line(
        re.sub(r"<[^>]{1,300}>", " ", html.unescape(value)) if re.search("[<&]", value) else value
    )


def _lines(value: Any) -> str:
    """A text of several paragraphs, each in a line."""
    text = value if isinstance(value, str) else _text(value)
    text = re.sub(r"</(?:p|h\d|div|li)>|<br ?/?>", "\n", html.unescape(text), flags=re.IGNORECASE)
    return "\n".join(line for raw in text.split("\n") if (line := _text(raw)))


def _take_article(said: Said, article: dict[str, Any]) -> None:
    headline = _text(article.get("headline")) or _text(article.get("name"))
    if headline:
        said.headlines["headline"] = headline
    if description := _text(article.get("description")):
        said.descriptions.append(description)
    for author in _flat(article.get("author")) or _flat(article.get("creator")):
        _take_author(said, author)
    said.publisher = _text(article.get("publisher")) or None
    said.published = _text(article.get("datePublished")) or _text(article.get("dateCreated")) or None
    said.body = _lines(article.get("articleBody"))
    words = str(article.get("wordCount") or "")
    said.words = int(words) if words.isdigit() else 0
    said.picture = _picture(article.get("image"))
    said.language = _text(article.get("inLanguage")) or None
    said.url = _address(article.get("url")) or _address(article.get("mainEntityOfPage"))
    said.free = _free(article)
    said.live = "LiveBlogPosting" in _list(article.get("@type"))


def _flat(value: Any) -> list[Any]:
    """A value, the items of a list, or of JSON-LD's {"@list": …}, however deep."""
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    return [inner for item in value for inner in _flat(item)] if isinstance(value, list) else _list(value)


def _take_author(said: Said, author: Any) -> None:
    if isinstance(author, dict) and isinstance(author.get("name"), list):
        for name in author["name"]:
            _take_author(said, {**author, "name": name})
        return
    name = _text(author)
    if isinstance(author, dict) and not name:
        name = one_line(f"{_text(author.get('givenName'))} {_text(author.get('familyName'))}")
    if not name:
        return
    kinds = _list(author.get("@type")) if isinstance(author, dict) else []
    if any("Organization" in str(kind) for kind in kinds):
        said.organisations.append(name)
    else:
        said.people.append(name)


def _picture(value: Any) -> str | None:
    for item in _flat(value):
        address = _text(item.get("url") or item.get("contentUrl")) if isinstance(item, dict) else item
        if isinstance(address, str) and address.startswith(("http", "/")):
            return address
    return None


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith("http") else None


def _free(article: dict[str, Any]) -> bool | None:
    """`isAccessibleForFree` in whatever spelling; a part that is not free makes the article paid."""
    values = [v for k, v in article.items() if k.casefold() == "isaccessibleforfree"]
    for part in _list(article.get("hasPart")):
        if isinstance(part, dict):
            values += [v for k, v in part.items() if k.casefold() == "isaccessibleforfree"]
    truths = [
        str(value).strip().casefold() in ("true", "1", "yes", "http://schema.org/true") for value in values
    ]
    return all(truths) if truths else None


_META = {
    "og:title": "og",
    "twitter:title": "twitter",
    "title": "meta",
    "headline": "meta",
    "dc.title": "meta",
    "dcterms.title": "meta",
    "parsely-title": "meta",
    "sailthru.title": "meta",
}
_DATES = tuple(
    (
        "article:published_time og:article:published_time datepublished schema:datepublished "
        "parsely-pub-date "
        "sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date.created publish-date pubdate "
        "published_time publication_date article:published citation_publication_date date dc.date "
        "dcterms.date"
    ).split()
)
_CHANGES = ("last-modified", "article:modified_time", "og:updated_time", "dcterms.modified", "datemodified")
_AUTHORS = frozenset(
    (
        "author authors article:author og:article:author dc.creator dcterms.creator dc.contributor "
        "sailthru.author cxenseparse:author parsely-author article.author article_author page.author byl "
        "vr:author mrf:authors citation_author shareaholic:article_author_name bt:author creator"
    ).split()
)


def _metas(said: Said, root: HtmlElement) -> dict[str, str]:
    """The first content of each meta element; all authors go to `said`."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        content = one_line(element.get("content") or "")
        if not name or not content:
            continue
        if name in _AUTHORS and not re.match(r"https?:|/|@", content):
            said.author_meta.append(content)
        meta.setdefault(name, content)
    for number in ("1", "2"):  # "Verfasst von": "Max Muster"
        label = meta.get(f"twitter:label{number}", "")
        if re.match(r"verfasst|geschrieben|written|autor|von\b", label, re.IGNORECASE):
            said.author_meta.append(meta.get(f"twitter:data{number}", ""))
    return meta


def _take_meta(said: Said, root: HtmlElement) -> None:
    meta = _metas(said, root)
    for name, key in _META.items():
        if name in meta:
            said.headlines.setdefault(key, meta[name])
    title = root.find(".//head/title")
    if title is not None and one_line(title.text_content()):
        said.headlines["title"] = one_line(title.text_content())
    for name in ("og:description", "description", "twitter:description"):
        if name in meta:
            said.descriptions.append(meta[name])
    said.site = meta.get("og:site_name")
    said.published = said.published or next((meta[name] for name in _DATES if name in meta), None)
    said.changed = next((meta[name] for name in _CHANGES if name in meta), None)
    said.picture = said.picture or meta.get("og:image")
    said.language = root.get("lang") or said.language or meta.get("og:locale")
    canonical = root.xpath("//link[@rel='canonical']/@href")
    said.url = (
        next((str(a) for a in canonical if str(a).startswith("http")), None) or said.url or meta.get("og:url")
    )
    if said.free is None and meta.get("article:content_tier") in ("locked", "paid", "premium"):
        said.free = False
