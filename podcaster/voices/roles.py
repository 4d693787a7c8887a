"""Voices by role: who says headings, quotes and an interviewer's questions."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from podcaster.errors import PodcasterError
from podcaster.voices.voice import Closing, Voice, VoiceGoneError

if TYPE_CHECKING:
    from podcaster.model import Clip, Role
    from podcaster.settings import Voices

#: What a setting speaks for; the other roles are the default voice's.
_ROLES: dict[Role, str] = {
    "title": "heading",
    "heading": "heading",
    "lead": "body",
    "body": "body",
    "quote": "quote",
    "question": "question",
}
#: How much higher and quicker the questions are where one voice has to ask and to answer: a semitone.
_RAISED = 2 ** (1 / 12)
#: A voice of this quality may stand beside a natural one without sounding like a machine.
_NATURAL = 50


class Cast(Closing):
    """A voice for everything, and others for some roles, made when the first of their sentences is due."""

    def __init__(self, voice: Voice, roles: dict[str, str], make: Callable[[str], Voice]) -> None:
        """Let `voice` speak, but for the settings in `roles` (role -> name of a voice)."""
        self.voice = voice
        self.name = voice.name
        self.label = voice.label
        self.reason = voice.reason
        self.fingerprint = voice.fingerprint
        self.concurrency = voice.concurrency
        self.limit = voice.limit
        self._roles = {role: name for role, name in roles.items() if name}
        self._make = make
        self._made: dict[str, Voice] = {voice.name: voice}
        self._guard = threading.Lock()
        self._closed = False

    def say(self, text: str) -> Clip:
        """Speak as the voice for everything."""
        return self.voice.say(text)

    def speaker(self, role: Role) -> Voice:
        """Who speaks for `role`. Raises PodcasterError where that voice cannot be had here."""
        setting = _ROLES.get(role, "")
        name = self._roles.get(setting, "")
        with self._guard:
            if setting == "question" and not name:
                return self._interviewer()
            return self._named(name or self.name)

    def close(self) -> None:
        """Close every voice that was made."""
        with self._guard:
            self._closed = True
            for voice in self._made.values():
                voice.close()

    def _named(self, name: str) -> Voice:
        if self._closed:
            raise VoiceGoneError(f"voice {name} was stopped")
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _interviewer(self) -> Voice:
        """Another natural voice of this machine, or the same a little higher: no more than two, unasked."""
        from podcaster.voices.choice import known_voices

        answers = self._roles.get("body") or self.name
        if answers != "gtts":  # Google's has no equal here
            others = [k for k in known_voices() if k.unavailable is None and k.name not in (answers, "gtts")]
            best = max(others, key=lambda known: known.quality, default=None)
            if best is not None and best.quality >= _NATURAL:
                try:
                    return self._named(best.name)
                except VoiceGoneError:
                    raise
                except PodcasterError:
                    pass  # a damaged one is no reason to fall silent
        raised = f"{answers} raised"
        if raised not in self._made:
            self._made[raised] = Raised(self._named(answers))
        return self._made[raised]


class Raised(Closing):
    """A voice that speaks a semitone higher and as much quicker: the same, at another setting."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self.name = voice.name
        self.label = voice.label
        self.reason = ""
        self.fingerprint = f"{voice.fingerprint}/raised"
        self.concurrency = voice.concurrency
        self.limit = voice.limit
        self.knows_words = getattr(voice, "knows_words", False)

    def say(self, text: str) -> Clip:
        """Speak; the mixer resamples what is said to be of a higher rate."""
        from podcaster.model import Clip

        clip = self._voice.say(text)
        return Clip(clip.samples, round(clip.rate * _RAISED))


def with_roles(voice: Voice, settings: Voices) -> Cast:
    """Let other voices speak for the roles for which the settings name one."""
    from podcaster.voices.choice import choose_voice

    roles = {role: getattr(settings, role) for role in sorted(set(_ROLES.values()))}
    return Cast(voice, roles, choose_voice)


def roles_fingerprint(settings: Voices) -> str:
    """What the settings say of roles: part of what an episode is made of; empty where they say nothing."""
    named = [f"{role}={getattr(settings, role)}" for role in sorted(set(_ROLES.values()))]
    return ",".join(each for each in named if not each.endswith("="))
