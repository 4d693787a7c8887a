"""What a source offers: articles by name, before any of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from podcaster.settings import Source


@dataclass(frozen=True, slots=True)
class Offer:
    """An article that a source has.

    Attributes:
        key: Tells it from the source's other articles, for as long as it is there.
        place: The path or address to read it from.
        mark: Changes when the article may have changed; empty where the source cannot tell.
        title: For people.
        words: Title, summary and categories: where include and exclude look.
        day: When it came out, or was last changed, if the source says so.
        trusted: Whether the operator has named its address, rather than somebody's feed.
    """

    key: str
    place: str
    mark: str = ""
    title: str = ""
    words: tuple[str, ...] = ()
    day: date | None = None
    trusted: bool = True


def wanted(offers: Iterable[Offer], source: Source) -> list[Offer]:
    """Choose what a source's include, exclude and since leave."""
    include = [_pattern(word) for word in source.include]
    exclude = [_pattern(word) for word in source.exclude]

    def fits(offer: Offer) -> bool:
        words = "\n".join(offer.words)
        return (
            (not include or any(p.search(words) for p in include))
            and not any(p.search(words) for p in exclude)
            and not (source.since and offer.day and offer.day < source.since)
        )

    return [offer for offer in offers if fits(offer)]


def _pattern(word: str) -> re.Pattern[str]:
    """Find a whole word or phrase in any case; `*` stands for any letters: "Bahn*" finds Bahnstreik."""
    letters = re.escape(word.strip()).replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w){letters}(?!\w)", re.IGNORECASE)
