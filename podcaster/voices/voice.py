"""What a voice is: the protocol that every engine speaks, and how it introduces itself."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from podcaster.errors import PodcasterError, TryLaterError

if TYPE_CHECKING:
    from podcaster.model import Clip


class UnsayableError(PodcasterError):
    """The engine cannot say this piece of text, whole or in parts; the message names it."""


class VoiceGoneError(TryLaterError):
    """The engine has gone away in the middle: another voice may speak the episode, or a later run.

    Attributes:
        trouble: What happened, as a clause, for a sentence that goes on with what is done about it.
    """

    def __init__(self, trouble: str, advice: str = "") -> None:
        super().__init__(f"{trouble}; {advice}." if advice else f"{trouble}.")
        self.trouble = trouble


@runtime_checkable
class Voice(Protocol):
    """An engine with one of its voices, ready to speak German.

    Attributes:
        name: What the user calls it: `gtts`.
        label: For people, as in a manifest: "SVOX Pico (German)".
        fingerprint: Engine, version and every setting that changes the sound; part of the clip cache's key.
        reason: Why this voice was taken, in one line for the user; empty where it was asked for by name.
        concurrency: How many calls of `say` at a time make it fastest.
        limit: Characters that one call of `say` takes; longer text is cut before.
        knows_words: May be missing: True where it says foreign words well as they are written; else it gets
            them respelled.
    """

    name: str
    label: str
    fingerprint: str
    reason: str
    concurrency: int
    limit: int

    def say(self, text: str) -> Clip:
        """Speak `text`, of at most `limit` characters; may be called from several threads at a time.

        Silence at the clip's ends does not matter. Raises UnsayableError for this text alone, VoiceGoneError
        when the engine is away for good.
        """

    def close(self) -> None:
        """Let go of processes and connections; calls that are under way end with an error."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Closing:
    """A voice as a context manager that closes itself, and that knows nothing but German."""

    knows_words = False

    def close(self) -> None:
        """Let go of what is held."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class KnownVoice:
    """A voice as `podcaster voices` lists it.

    Attributes:
        name: What the user calls it.
        description: What it is, in a few words.
        text_goes_to: Who gets the article's text: "Google", or "nobody: stays on this machine".
        unavailable: Why it cannot speak here, and what to do; None where it can.
        quality: Rank among the voices that need no network; `auto` takes the highest that can speak.
    """

    name: str
    description: str
    text_goes_to: str
    unavailable: str | None = None
    quality: int = 0
