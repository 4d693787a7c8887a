"""Read: a file, a page or a text becomes an Article.

read_article(source)   path, address or "-" for standard input -> Article
article_json(article)  what `podcaster inspect --json` prints
describe(article)      what `podcaster inspect` prints
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.article.fetching import Fetched, Timeouts, fetch
    from podcaster.article.reading import read_article
    from podcaster.article.report import article_json, describe

__all__ = ["Fetched", "Timeouts", "article_json", "describe", "fetch", "read_article"]

_HOMES = {
    "Fetched": "fetching",
    "Timeouts": "fetching",
    "article_json": "report",
    "describe": "report",
    "fetch": "fetching",
    "read_article": "reading",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
