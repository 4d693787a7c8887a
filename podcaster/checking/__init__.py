"""Check: episodes and feeds against the standards and against each other."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.checking.finding import Finding
    from podcaster.checking.project import check_project
    from podcaster.checking.rules import check_feed
    from podcaster.checking.server import check_server

__all__ = ["Finding", "check_feed", "check_project", "check_server"]

_HOMES = {"Finding": "finding", "check_feed": "rules", "check_server": "server"}


def __getattr__(name: str) -> Any:
    """Find a public name in the module where it lives, when it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'project')}"), name)
