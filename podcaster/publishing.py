"""Publish: what people and apps see of the episodes; derived from the manifests, deleted at will."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from podcaster.feed import write_feeds
from podcaster.model import Episode
from podcaster.project import Project
from podcaster.web import write_pages


def publish(project: Project, episodes: Iterable[Episode]) -> list[Path]:
    """Write the feeds and pages that show `episodes`; return the files that changed.

    Raises PodcasterError where feeds/ cannot be written.
    """
    episodes = list(episodes)
    return write_feeds(project, episodes) + write_pages(project, episodes)
