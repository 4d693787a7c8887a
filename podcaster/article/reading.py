"""From a path, an address or standard input to an Article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from podcaster.article.draft import Draft, finish
from podcaster.article.loading import declared_encoding, decode, load_file, load_stdin
from podcaster.errors import PodcasterError, UsageError
from podcaster.model import Article


def read_article(
    source: str | Path,
    *,
    title: str | None = None,
    authors: Iterable[str] | None = None,
    published: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    force: bool = False,
    trusted: bool = True,
) -> Article:
    """Read the article at `source`: a path, an address (http, https), or "-" for standard input.

    What is given by keyword overrides what was found. With `force`, the teaser of a paid article is read too.
    An address that is not `trusted`, as somebody else's feed names it, may not lead into the own network.
    Raises PodcasterError where there is no article, TryLaterError where the server may have it later.
    """
    name = "standard input" if source == "-" else str(source)
    data, encoding, address = _load(source, trusted)
    text = decode(data, name, encoding or declared_encoding(data))
    draft = _understand(text, name, Path(name).suffix.lower(), title, force)
    if title:
        draft.title = title
    if authors:
        draft.authors = tuple(authors)
    draft.published = published or draft.published
    draft.publisher = publisher or draft.publisher
    draft.url = url or draft.url or address
    article = finish(draft)
    check(article, name)
    return article


def _load(source: str | Path, trusted: bool) -> tuple[bytes, str | None, str | None]:
    """The bytes at `source`, their encoding if somebody has named it, and the address they came from."""
    if source == "-":
        return load_stdin(), None, None
    if isinstance(source, str) and re.match(r"[a-z][a-z0-9+.-]+://", source, re.IGNORECASE):
        if re.search(r"\s", source):
            raise UsageError(f"{source[:200]}: an address has no spaces; check it.")
        from podcaster.article.fetching import fetch

        answer = fetch(source, trusted=trusted)
        if answer is None:  # only an answer to a conditional request says that
            raise PodcasterError(f"{source}: the server sends nothing.")
        charset = re.search(r"charset=[\"']?([\w-]+)", answer.content_type, re.IGNORECASE)
        return answer.data, charset[1] if charset else None, answer.url
    return load_file(Path(source)), None, None


def _understand(text: str, name: str, suffix: str, title: str | None, force: bool) -> Draft:
    """Choose the reader: a page looks like one whatever its name, Markdown has its suffix or front matter."""
    if looks_like_page(text) or (suffix in (".html", ".htm") and re.search(r"</(?:p|h\d|div)>", text)):
        from podcaster.article.page import read_page

        draft, teaser = read_page(text, name)
        if teaser and not force:
            raise PodcasterError(
                f"{name}: only the teaser of a paid article ({teaser}); save the whole page while logged in, "
                "or use --force to build what is there."
            )
        return draft
    if suffix in (".md", ".markdown") or re.match(r"(?:---|\+\+\+)[ \t]*\n", text):
        from podcaster.article.markdown import read_markdown

        return read_markdown(text, name, title)
    from podcaster.article.plain import read_plain

    return read_plain(text, title)


def check(article: Article, name: str) -> None:
    """Raise PodcasterError where nothing is left that could be read aloud."""
    texts = [paragraph.text for section in article.sections for paragraph in section.paragraphs]
    if not any(re.search(r"[^\W\d_]{2}\W+[^\W\d_]{2}", text) for text in texts):
        raise PodcasterError(f"{name}: no sentences were found in it; is this an article?")


def looks_like_page(text: str) -> bool:
    """Whether `text` is HTML: it begins with a tag of a page, or has many."""
    head = text[:3000].lstrip("\ufeff \n\t")
    return bool(re.match(r"<(?:!doctype|html|head|body|article|\?xml|!--)", head, re.IGNORECASE)) or (
        head.startswith("<") and len(re.findall(r"</(?:p|div|h\d|a)>", text[:20_000], re.IGNORECASE)) > 3
    )
