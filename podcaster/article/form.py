"""The form of a habit of newspaper pages, what habits tell of, and the words that they share."""

from __future__ import annotations

import re
from typing import NamedTuple


class Habit(NamedTuple):
    """A way in which something that is not the article is worded.

    Attributes:
        reason: What it is.
        pattern: Looked for at the start, after punctuation.
        longest: Characters; what is longer is a paragraph that only begins like it.
        sure: Whether it is believed of a sentence that reports something, too.
        fragment: Whether it is believed only of what is no sentence.
    """

    reason: str
    pattern: re.Pattern[str]
    longest: int
    sure: bool
    fragment: bool


def habit(reason: str, longest: int, *rows: str, sure: bool = False, fragment: bool = False) -> Habit:
    """The habit of what begins as one of `rows` does: patterns in which a space also stands for a hyphen."""
    joined = "|".join(rows).replace(" ", "[ -]")
    pattern = re.compile(rf"\W*(?:{joined})", re.IGNORECASE)
    return Habit(reason, pattern, longest, sure, fragment)


#: What the paper calls what it makes.
MADE = (
    "artikel|beitr[aä]ge?|texte?|folgen?|meldungen?|nachrichten|news|infos?|informationen|hintergründe?|podcasts?|videos?|entwicklungen|"
    "liveblog|newsblog|live ?ticker|ticker|newsletter|interviews?|kommentare?|reportagen?|themen|serie|dossier|überblick|übersicht|chronik|test"
)
#: … and how it speaks of this one.
PAGE = "(?:dieser|der|diese|die|dieses|das) (?:artikel|text|beitrag|bericht|meldung|interview|recherche|reportage)"
#: "Lesen Sie auch" without a headline behind it has at most so many characters.
BARE = 45

# Reasons that other modules ask for, too.
POINTER = "pointer to other articles"
LETTER = "newsletter or subscription"
CHANNEL = "social media channel"
BUTTONS = "buttons of the page"
EMBEDDED = "embedded content that is not shown"
