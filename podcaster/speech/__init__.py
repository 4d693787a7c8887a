"""Script: an Article becomes what is said, in spoken German."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.speech.cutting import cut
    from podcaster.speech.normal import spoken
    from podcaster.speech.script import write_script
    from podcaster.speech.splitting import sentences

__all__ = ["cut", "sentences", "spoken", "write_script"]

_HOMES = {"cut": "cutting", "sentences": "splitting", "spoken": "normal", "write_script": "script"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"podcaster.speech.{_HOMES[name]}"), name)
    raise AttributeError(name)
