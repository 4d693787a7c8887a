"""Check: episodes and feeds against the standards and against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

if TYPE_CHECKING:
    from podcaster.checking.finding import Finding
    from podcaster.checking.project import check_project
    from podcaster.checking.rules import check_feed
    from podcaster.checking.server import check_server

__all__ = ["Finding", "check_feed", "check_project", "check_server"]

__getattr__ = lazy_names(
    __name__,
    finding="Finding",
    project="check_project",
    rules="check_feed",
    server="check_server",
)
