"""Script: an Article becomes what is said, in spoken German."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.speech.cutting import cut
    from podcaster.speech.lexicon import Lexicon, foreign, load_lexicon
    from podcaster.speech.normal import spoken
    from podcaster.speech.script import write_script
    from podcaster.speech.splitting import sentences

__all__ = ["Lexicon", "cut", "foreign", "load_lexicon", "sentences", "spoken", "write_script"]

_HOMES = {
    "Lexicon": "lexicon",
    "cut": "cutting",
    "foreign": "lexicon",
    "load_lexicon": "lexicon",
    "sentences": "splitting",
    "spoken": "normal",
    "write_script": "script",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"podcaster.speech.{_HOMES[name]}"), name)
    raise AttributeError(name)
