"""From a path, an address or standard input to an Article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from podcaster.article.draft import Draft, finish
from podcaster.article.loading import decode, load_file, load_stdin
from podcaster.errors import PodcasterError
from podcaster.model import Article


def read_article(
    source: str | Path,
    *,
    title: str | None = None,
    authors: Iterable[str] | None = None,
    published: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    force: bool = False,  # noqa: ARG001
) -> Article:
    """Read the article at `source`: a path, an address (http, https), or "-" for standard input.

    What is given by keyword overrides what was found. Raises PodcasterError where there is no article.
    """
    name = "standard input" if source == "-" else str(source)
    data = load_stdin() if source == "-" else load_file(Path(source))
    text = decode(data, name)
    draft = _read_plain(text, title)
    if title:
        draft.title = title
    if authors:
        draft.authors = tuple(authors)
    draft.published = published or draft.published
    draft.publisher = publisher or draft.publisher
    draft.url = url or draft.url
    article = finish(draft)
    check(article, name)
    return article


def _read_plain(text: str, title: str | None) -> Draft:
    from podcaster.article.plain import read_plain

    return read_plain(text, title)


def check(article: Article, name: str) -> None:
    """Raise PodcasterError where nothing is left that could be read aloud."""
    texts = [paragraph.text for section in article.sections for paragraph in section.paragraphs]
    if not any(re.search(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}", text) for text in texts):
        raise PodcasterError(f"{name}: no sentences were found in it; is this an article?")
