"""Mix: clips and pauses become one MP3, even in loudness, with exact times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

if TYPE_CHECKING:
    from podcaster.sound.jingles import sound_fingerprint
    from podcaster.sound.mixing import mix

__all__ = ["mix", "sound_fingerprint"]

__getattr__ = lazy_names(
    __name__,
    jingles="sound_fingerprint",
    mixing="mix",
)
