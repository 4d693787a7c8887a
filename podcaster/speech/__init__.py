"""Script: an Article becomes what is said, in spoken German."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

if TYPE_CHECKING:
    from podcaster.speech.cutting import cut
    from podcaster.speech.lexicon import Lexicon, foreign, load_lexicon
    from podcaster.speech.normal import spoken
    from podcaster.speech.script import write_script
    from podcaster.speech.splitting import sentences

__all__ = ["Lexicon", "cut", "foreign", "load_lexicon", "sentences", "spoken", "write_script"]

__getattr__ = lazy_names(
    __name__,
    cutting="cut",
    lexicon="Lexicon foreign load_lexicon",
    normal="spoken",
    script="write_script",
    splitting="sentences",
)
