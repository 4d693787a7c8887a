"""Serve: pages for people, and feeds/ and audio/ over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

if TYPE_CHECKING:
    from podcaster.web.application import app
    from podcaster.web.key import private_key
    from podcaster.web.pages import write_pages, writing_pages
    from podcaster.web.server import serve

__all__ = ["app", "private_key", "serve", "write_pages", "writing_pages"]

__getattr__ = lazy_names(
    __name__,
    application="app",
    key="private_key",
    pages="write_pages writing_pages",
    server="serve",
)
