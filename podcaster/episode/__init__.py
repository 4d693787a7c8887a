"""Tag: an MP3 becomes an Episode, with its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

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

__getattr__ = lazy_names(
    __name__,
    catalogue="Catalogue Problem find_slug read_catalogue read_episodes remove_episode write_manifest",
    cover="show_cover",
    files="write_episode",
    transcript="read_cues",
)
