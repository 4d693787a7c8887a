"""Which voice speaks: by name, or the best that can be had here and now."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Protocol, cast

from podcaster.errors import PodcasterError, UsageError
from podcaster.voices.voice import KnownVoice, Voice

#: Modules of the voices that come with the program. Each offers `known() -> list[KnownVoice]` and
#: `make(name) -> Voice`; other packages add theirs by an entry point in the group `podcaster.voices`.
_MODULES = (
    "podcaster.voices.google",
    "podcaster.voices.kokoro",
    "podcaster.voices.pico",
    "podcaster.voices.installed",
)
_GROUP = "podcaster.voices"


def known_voices() -> list[KnownVoice]:
    """List every voice that the program knows, with why some cannot speak here; asks no network."""
    return [known for source in _sources() for known in source.known()]


def choose_voice(name: str = "auto", preferred: str = "") -> Voice:
    """Make the voice called `name`; `auto` is Google's, or a stand-in where Google is not reached.

    With `auto`, takes at most 5 seconds, and says in the voice's `reason` what was found. Raises UsageError
    for a name that nobody knows, PodcasterError for a voice that cannot speak here.
    """
    if name != "auto":
        return _make(name)
    from podcaster.voices.reach import why_unreachable

    trouble = why_unreachable()
    if trouble is None:
        voice = _make("gtts")
        voice.reason = "Google can be reached: its voice speaks (gtts); the text goes to Google."
        return voice
    return stand_in(trouble, preferred)


def stand_in(trouble: str, preferred: str = "") -> Voice:
    """Make the best voice that needs no network, because of `trouble` (a clause, as "Google … ").

    `preferred` is the name of the one to take before better ones, where it can speak; `best` names none. One
    that turns out to be damaged is passed over for the next, and `reason` says so.
    """
    able = [k for k in known_voices() if k.name != "gtts" and k.unavailable is None]
    for best in sorted(able, key=lambda k: (k.name != preferred, -k.quality)):
        try:
            voice = _make(best.name)
        except PodcasterError as error:
            trouble = f"{trouble}; {str(error).rstrip('.')}"
            continue
        voice.reason = f"{trouble}: {voice.label} speaks instead ({voice.name}); the text stays here."
        return voice
    raise PodcasterError(f"{trouble}, and no voice is installed that needs no network.")


def _make(name: str) -> Voice:
    """Find the module that knows `name`, and let it make the voice."""
    if name.endswith(".onnx"):
        from podcaster.voices.installed import from_path

        return from_path(Path(name))
    names = []
    for source in _sources():
        for known in source.known():
            if known.name == name:
                if known.unavailable is not None:
                    raise PodcasterError(f"voice {name}: {known.unavailable}")
                return _made(source, name)
            names.append(known.name)
    raise UsageError(f"voice {name}: there is no such voice; known are auto, {', '.join(names)}.")


def _made(source: _Source, name: str) -> Voice:
    """Let `source` make a voice; what a package leads to that is there and broken is said of the voice."""
    try:
        return source.make(name)
    except PodcasterError:
        raise
    except Exception as error:
        raise PodcasterError(
            f"voice {name}: what it needs is installed, and does not work "
            f"({type(error).__name__}: {str(error)[:200]}); installing its packages again may help."
        ) from error


class _Source(Protocol):
    """Where voices come from: a module of ours, or a plug-in."""

    def known(self) -> list[KnownVoice]: ...

    def make(self, name: str) -> Voice: ...


def _sources() -> Iterator[_Source]:
    """The sources of voices, ours first; what comes after the one that is wanted is never imported."""
    for name in _MODULES:
        yield cast(_Source, importlib.import_module(name))
    for point in entry_points(group=_GROUP):
        yield _Plugin(point)


class _Plugin:
    """What an entry point offers; whatever goes wrong in it is its own trouble, and named as such."""

    def __init__(self, point: EntryPoint) -> None:
        self._point = point

    def known(self) -> list[KnownVoice]:
        """List the plug-in's voices, or itself as one that cannot speak."""
        try:
            voices = list(self._point.load().known())
            if not all(isinstance(voice, KnownVoice) for voice in voices):
                raise TypeError("known() gives something other than KnownVoice")
            return voices
        except (Exception, SystemExit) as error:
            return [KnownVoice(self._point.name, "a plug-in", "nobody", self._sentence(error))]

    def make(self, name: str) -> Voice:
        """Make one of the plug-in's voices."""
        try:
            return cast(Voice, self._point.load().make(name))
        except PodcasterError:
            raise
        except (Exception, SystemExit) as error:
            raise PodcasterError(f"voice {name}: {self._sentence(error)}") from error

    def _sentence(self, error: BaseException) -> str:
        package = self._point.dist.name if self._point.dist else self._point.value
        return (
            f"the plug-in {self._point.value} of the package {package} does not work "
            f"({type(error).__name__}: {str(error)[:200]}); upgrade or uninstall that package."
        )
