"""What is wrong with articles of the sources, in words for `podcaster list`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from podcaster.project import Project
from podcaster.sources.memory import read_memory
from podcaster.sources.polling import sources_of


@dataclass(frozen=True, slots=True)
class Stuck:
    """An article that has no episode, or not its newest one, because it failed.

    Attributes:
        place: Its path or address.
        given_up: Whether it is not tried any more.
        tries: How often it has failed.
        since: When it first did.
        due: When it is tried again.
        reason: The last error.
    """

    place: str
    given_up: bool
    tries: int
    since: datetime | None
    due: datetime | None
    reason: str

    def __str__(self) -> str:
        times = "once" if self.tries == 1 else f"{self.tries} times"
        since = f" since {self.since.astimezone():%Y-%m-%d %H:%M}" if self.since else ""
        next_try = f"next try {self.due.astimezone():%Y-%m-%d %H:%M}" if self.due else "tried in the next run"
        what = "given up" if self.given_up else f"failed, {next_try}"
        return f"{what}: {self.place}: {times}{since}: {self.reason}"


def stuck_articles(project: Project) -> list[Stuck]:
    """Give the articles of the project's sources that have failed, those that were given up last."""
    memory = read_memory(project.state)
    found = []
    for source in sources_of(project):
        known = memory.sources.get(source.name)
        for item in known.items.values() if known else ():
            if item.state in ("failed", "given up"):
                over = item.state == "given up"
                found.append(Stuck(item.place, over, item.tries, item.failing, item.due, item.reason))
    return sorted(found, key=lambda stuck: stuck.given_up)
