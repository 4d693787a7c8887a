"""Tag: an MP3 becomes an Episode, with its files."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.episode.catalogue import (
        Catalogue,
        Problem,
        find_slug,
        read_catalogue,
        read_episodes,
        remove_episode,
        write_manifest,
    )
    from podcaster.episode.cover import show_cover
    from podcaster.episode.files import write_episode
    from podcaster.episode.transcript import read_cues

__all__ = [
    "Catalogue",
    "Problem",
    "find_slug",
    "read_catalogue",
    "read_cues",
    "read_episodes",
    "remove_episode",
    "show_cover",
    "write_episode",
    "write_manifest",
]

_HOMES = {"show_cover": "cover", "write_episode": "files", "read_cues": "transcript"}


def __getattr__(name: str) -> Any:
    """Find a public name in the module where it lives, when it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'catalogue')}"), name)
