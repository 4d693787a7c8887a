"""Serve: pages for people, and feeds/ and audio/ over HTTP."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.web.application import app
    from podcaster.web.key import private_key
    from podcaster.web.pages import write_pages
    from podcaster.web.server import serve

__all__ = ["app", "private_key", "serve", "write_pages"]

_HOMES = {"app": "application", "private_key": "key", "serve": "server", "write_pages": "pages"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
