"""Which voice speaks: by name, or the best that can be had here and now."""

from __future__ import annotations

import importlib
from importlib.metadata import entry_points
from types import ModuleType
from typing import cast

from podcaster.errors import PodcasterError, UsageError
from podcaster.voices.voice import KnownVoice, Voice

#: Modules of the voices that come with the program. Each offers `known() -> list[KnownVoice]` and
#: `make(name) -> Voice`; other packages add theirs by an entry point in the group `podcaster.voices`.
_MODULES = ("podcaster.voices.google", "podcaster.voices.pico")
_GROUP = "podcaster.voices"


def known_voices() -> list[KnownVoice]:
    """List every voice that the program knows, with why some cannot speak here; asks no network."""
    return [known for module in _modules() for known in module.known()]


def choose_voice(name: str = "auto") -> Voice:
    """Make the voice called `name`; `auto` is Google's, or the best one here where Google is not reached.

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
    return stand_in(trouble)


def stand_in(trouble: str) -> Voice:
    """Make the best voice that needs no network, because of `trouble` (a clause, as "Google … ")."""
    able = [k for k in known_voices() if k.name != "gtts" and k.unavailable is None]
    if not able:
        raise PodcasterError(f"{trouble}, and no voice is installed that needs no network.")
    best = max(able, key=lambda k: k.quality)
    voice = _make(best.name)
    voice.reason = f"{trouble}: {voice.label} speaks instead ({voice.name}); the text stays here."
    return voice


def _make(name: str) -> Voice:
    """Find the module that knows `name`, and let it make the voice."""
    names = []
    for module in _modules():
        for known in module.known():
            if known.name == name:
                if known.unavailable is not None:
                    raise PodcasterError(f"voice {name}: {known.unavailable}")
                return cast(Voice, module.make(name))
            names.append(known.name)
    raise UsageError(f"voice {name}: there is no such voice; known are auto, {', '.join(names)}.")


def _modules() -> list[ModuleType]:
    """The modules of voices, ours first."""
    ours = [importlib.import_module(name) for name in _MODULES]
    return ours + [point.load() for point in entry_points(group=_GROUP)]
