"""What is asked of a build, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from podcaster.errors import PodcasterError, TryLaterError

if TYPE_CHECKING:
    from podcaster.model import Episode
    from podcaster.publishing import Published


@dataclass(frozen=True, slots=True)
class Request:
    """An article to build.

    Attributes:
        source: Path, address, or `-` for standard input.
        title, authors, published, publisher, url: What the user says of it; wins over what is found.
        force: Build it although it looks like a teaser, or is not German.
        trusted: Whether the user has named the address, rather than somebody's feed.
        show: Key of the show it belongs to; None: the one its episode is in, or the main one.
    """

    source: str
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    force: bool = False
    trusted: bool = True
    show: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: the episode, or the error (`skipped`: why it is none for this podcast).

    Attributes:
        twin: Whether the episode was built from another source that has this article too.
    """

    request: Request
    result: Literal["built", "unchanged", "skipped", "failed"]
    episode: Episode | None = None
    error: PodcasterError | None = None
    twin: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did.

    Attributes:
        outcomes: One for every request, in order.
        published: What became of the feeds.
        seconds: How long it took.
    """

    outcomes: tuple[Outcome, ...]
    published: Published
    seconds: float

    def count(self, result: str) -> int:
        """How many requests ended so."""
        return sum(outcome.result == result for outcome in self.outcomes)

    @property
    def status(self) -> int:
        """The program's exit status: 0; 75 when trying later is all it takes; 1 for any other failure."""
        errors = [outcome.error for outcome in self.outcomes if outcome.result == "failed" and outcome.error]
        if self.published.trouble:
            errors.append(self.published.trouble)
        if not errors:
            return 0
        return TryLaterError.status if _all_later(errors) else PodcasterError.status


def _all_later(errors: Sequence[PodcasterError]) -> bool:
    return all(isinstance(error, TryLaterError) for error in errors)
