"""Read: a file, a page or a text becomes an Article.

read_article(source)   path, address or "-" for standard input -> Article
article_json(article)  what `podcaster inspect --json` prints
describe(article)      what `podcaster inspect` prints
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

if TYPE_CHECKING:
    from podcaster.article.fetching import Fetched, Timeouts, fetch
    from podcaster.article.reading import read_article
    from podcaster.article.report import article_json, describe

__all__ = ["Fetched", "Timeouts", "article_json", "describe", "fetch", "read_article"]

__getattr__ = lazy_names(
    __name__,
    fetching="Fetched Timeouts fetch",
    reading="read_article",
    report="article_json describe",
)
