"""Publish: what people and apps see of the episodes; derived from the manifests, deleted at will."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from podcaster.feed import write_feeds
from podcaster.model import Episode
from podcaster.project import Project
from podcaster.web import write_pages


def publish(project: Project, episodes: Iterable[Episode], *, afresh: bool = False) -> list[Path]:
    """Write all of feeds/ from `episodes`; return the files that changed.

    What is there already and was made from the same is left alone, unless all is to be made `afresh`. Raises
    PodcasterError where feeds/ cannot be written.
    """
    listed = list(episodes)
    return write_feeds(project, listed, afresh=afresh) + write_pages(project, listed)
