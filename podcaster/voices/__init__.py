"""Voice: a Script becomes clips, one for every utterance, cached."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.voices.cache import ClipCache, open_cache
    from podcaster.voices.choice import choose_voice, known_voices, stand_in
    from podcaster.voices.clips import Clips, voice_script
    from podcaster.voices.roles import roles_fingerprint, with_roles
    from podcaster.voices.voice import KnownVoice, UnsayableError, Voice, VoiceGoneError

__all__ = [
    "ClipCache",
    "Clips",
    "KnownVoice",
    "UnsayableError",
    "Voice",
    "VoiceGoneError",
    "choose_voice",
    "known_voices",
    "open_cache",
    "roles_fingerprint",
    "stand_in",
    "voice_script",
    "with_roles",
]

_HOMES = {
    "ClipCache": "cache",
    "Clips": "clips",
    "KnownVoice": "voice",
    "UnsayableError": "voice",
    "Voice": "voice",
    "VoiceGoneError": "voice",
    "choose_voice": "choice",
    "known_voices": "choice",
    "open_cache": "cache",
    "roles_fingerprint": "roles",
    "stand_in": "choice",
    "voice_script": "clips",
    "with_roles": "roles",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"podcaster.voices.{_HOMES[name]}"), name)
    raise AttributeError(name)
