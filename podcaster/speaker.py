"""Who speaks in a run: one voice for all articles, and one that stands in where it falls silent."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

from podcaster.progress import Progress
from podcaster.settings import Voices
from podcaster.voices import VoiceGoneError

if TYPE_CHECKING:
    from podcaster.voices import Voice

#: Lets the program choose the voice.
AUTO = "auto"
#: The voice that `auto` means, where it can be reached.
PREFERRED = "gtts"


class Speaker:
    """Who speaks in this run: chosen when the first word is due, and replaced for good if it falls silent."""

    def __init__(self, wanted: str, settings: Voices, progress: Progress) -> None:
        self.wanted = wanted
        self._settings = settings
        self._progress = progress
        self._lock = threading.Lock()
        self._voice: Voice | None = None
        self._closing: list[Voice] = []
        self._closed = False

    @property
    def preferred(self) -> str:
        """The voice that would speak if all were well."""
        return PREFERRED if self.wanted == AUTO else self.wanted

    @property
    def voice(self) -> Voice:
        """The voice of this run; the first call chooses it, and says which and why."""
        with self._lock:
            from podcaster.voices import choose_voice

            self.check_open()
            return self._voice or self._take(choose_voice(self.wanted, self._settings.stand_in))

    def check_open(self) -> None:
        """Raise VoiceGoneError once the run was stopped."""
        if self._closed:
            raise VoiceGoneError("the run was stopped")

    def replace(self, lost: Voice, error: VoiceGoneError) -> None:
        """Let a stand-in speak from here on. Raises `error` where only `lost` was wanted."""
        with self._lock:
            if self._voice is not lost:
                return  # another article has found out before
            if self.wanted != AUTO or self._closed:
                raise error
            from podcaster.voices import stand_in

            self._take(stand_in(error.trouble, self._settings.stand_in))

    def _take(self, chosen: Voice) -> Voice:
        from podcaster.voices import with_roles

        voice = self._voice = with_roles(chosen, self._settings)
        self._closing.append(voice)
        if self._closed:  # while the voice was chosen
            voice.close()
        self.check_open()
        self._progress.line(voice.reason or f"Voice: {voice.label}")
        return voice

    def __enter__(self) -> Self:
        return self

    def close(self) -> None:
        """Be silent: whoever is being voiced fails, and nobody takes over."""
        self._closed = True
        for voice in self._closing:
            voice.close()

    def __exit__(self, *_: object) -> None:
        self.close()
