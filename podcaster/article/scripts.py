"""Whom a page's scripts name as its author, to count readers: `dataLayer.push({"author": "…"})`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from podcaster.article.people import clean_author, is_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Longer scripts are programs or the data of whole sites (characters).
LONGEST = 100_000
_FIELD = re.compile(
    r"[\"']?\b(?:(?:page|article|content|story|artikel)[_.]?)?(?:author|autor)(?:s|en|[_.]?names?)?[\"']?\s*[:=]\s*"
    r"(\[[^\[\]{}]{0,400}\]|\"(?:[^\"\\\n]|\\.){2,150}\"|'[^'\n]{2,150}')",
    re.IGNORECASE,
)
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'([^']*)'")


def script_authors(root: HtmlElement) -> tuple[str, ...]:
    """The people that the page's scripts agree on; () where they name nobody or name different ones."""
    found: list[tuple[str, ...]] = []
    for script in root.iter("script"):
        text = script.text or ""
        if len(text) > LONGEST or "ld+json" in (script.get("type") or ""):
            continue
        found += [names for match in _FIELD.finditer(text) if (names := _names(match[1]))]
    return found[0] if found and all(set(names) == set(found[0]) for names in found) else ()


def _names(value: str) -> tuple[str, ...]:
    """The names in a string or a list of strings, as JavaScript writes them."""
    texts = [_unescaped(match[1] or match[2] or "") for match in _STRING.finditer(value)]
    names = [name for text in texts for name in clean_author(text)]
    return tuple(name for name in names if is_name(name))


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
