"""What the user sees while articles are built: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import threading
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from podcaster.journal import Journal
    from podcaster.outcome import Outcome


class Progress(AbstractContextManager["Progress"]):
    """Hears what happens in a build, from any thread, and shows nothing: for cron."""

    def begin(self, articles: int) -> None:
        """So many articles are to be built."""

    def step(self, name: str, step: str) -> None:
        """The article `name` comes to `step`: read, script, voice, mix or tag."""

    def script(self, utterances: int) -> None:
        """So many utterances more are to be voiced."""

    def clip(self, number: int, seconds: float) -> None:
        """Utterance `number` of its script has a clip now, which lasts `seconds`."""

    def finish(self, outcome: Outcome | None) -> None:
        """One more article is done, or has failed; None: the run ends with it."""

    def line(self, text: str) -> None:
        """Something is to be told that is no result: which voice speaks."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End whatever is shown."""


class Lines(Progress):
    """Tells what is to be told on standard error, and shows nothing else: for pipes."""

    def line(self, text: str) -> None:
        print(text, file=sys.stderr)  # noqa: T201


class Bar(Progress):
    """A bar on a terminal: step and article, utterances, minutes of audio, time left."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._lock = threading.Lock()
        self._articles = self._finished = self._written = 0
        self._utterances = 0
        self._seconds = 0.0
        self._bar: Any = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.fields[about]}{task.total:.0f} sentences"),
            TextColumn("{task.fields[minutes]:.1f} min"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("read", total=0, minutes=0.0, about="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def begin(self, articles: int) -> None:
        self._articles = articles

    def step(self, name: str, step: str) -> None:
        count = f"[{self._finished + 1}/{self._articles}] " if self._articles > 1 else ""
        self._bar.update(self._task, description=f"{count}{step:6} {name[:40]}".replace("[", r"\["))

    def script(self, utterances: int) -> None:
        with self._lock:
            self._utterances += utterances
            self._written += 1
            self._expect()

    def clip(self, number: int, seconds: float) -> None:
        with self._lock:
            self._seconds += seconds
            self._bar.update(self._task, advance=1, minutes=self._seconds / 60)

    def finish(self, outcome: Outcome | None) -> None:
        with self._lock:
            self._finished += 1
            self._expect()

    def _expect(self) -> None:
        """Reckon with the articles to come, so that the time left is true: as long as the others."""
        unknown = max(0, self._articles - max(self._written, self._finished))
        total = self._utterances * (1 + unknown / max(1, self._written))
        self._bar.update(self._task, total=total, about="~" if unknown else "")

    def line(self, text: str) -> None:
        self._bar.console.print(text, markup=False, highlight=False)


def watch_progress(*, quiet: bool) -> Progress:
    """Choose what fits: a bar where a person looks on."""
    if quiet:
        return Progress()
    return Bar() if sys.stderr.isatty() else Lines()


class Recorded(Progress):
    """Hears what another one hears, and writes the events down in a journal."""

    def __init__(self, inner: Progress, journal: Journal) -> None:
        self._inner = inner
        self._journal = journal

    def __enter__(self) -> Self:
        self._inner.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._inner.__exit__(kind, error, traceback)

    def begin(self, articles: int) -> None:
        self._inner.begin(articles)
        self._journal.event("begin", articles=articles)

    def step(self, name: str, step: str) -> None:
        self._inner.step(name, step)

    def script(self, utterances: int) -> None:
        self._inner.script(utterances)

    def clip(self, number: int, seconds: float) -> None:
        self._inner.clip(number, seconds)

    def finish(self, outcome: Outcome | None) -> None:
        self._inner.finish(outcome)
        if outcome:
            episode = outcome.episode
            self._journal.event(
                outcome.result,
                article=episode.title if episode else None,
                source=outcome.request.source,
                episode=episode.slug if episode else None,
                guid=episode.guid if episode else None,
                seconds=episode.duration if episode else None,
                voice=episode.voice if episode else None,
                error=str(outcome.error) if outcome.error else None,
            )

    def line(self, text: str) -> None:
        self._inner.line(text)
        self._journal.event("note", text=text)
