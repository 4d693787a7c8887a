"""Voice: a Script becomes clips, one for every utterance, cached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

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

__getattr__ = lazy_names(
    __name__,
    cache="ClipCache open_cache",
    choice="choose_voice known_voices stand_in",
    clips="Clips voice_script",
    roles="roles_fingerprint with_roles",
    voice="KnownVoice UnsayableError Voice VoiceGoneError",
)
