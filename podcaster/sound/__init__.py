"""Mix: clips and pauses become one MP3, even in loudness, with exact times."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.sound.jingles import sound_fingerprint
    from podcaster.sound.mixing import mix

__all__ = ["mix", "sound_fingerprint"]

_HOMES = {"mix": "mixing", "sound_fingerprint": "jingles"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"podcaster.sound.{_HOMES[name]}"), name)
    raise AttributeError(name)
