"""Interviews: which paragraphs are an interviewer's questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from podcaster.article.draft import ADDRESS, Block
from podcaster.article.telling import unquoted

#: "ZEITUNG: Frau Voss, wie geht es Ihnen?", "blatt.de: Frau Voss, …", "F: …": who speaks.
_SPEAKER = re.compile(r"([A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,3}|[a-zäöü][\w.-]*):\s+(?=\S)")
#: Who speaks is not said by these, and not read.
_LETTERS = frozenset({"F", "A", "Q", "Frage", "Antwort"})
#: How an interviewer ends.
THANKS = re.compile(
    r"(?:(?:vielen|herzlichen|besten|schönen|haben sie) dank|danke|wir danken|ich danke)\b", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:ich|mir|mich|mein\w*|wir|uns)\b", re.IGNORECASE)


def settle_speakers(blocks: Sequence[Block]) -> None:
    """Mark the questions of an interview whose lines begin with who speaks; "F:" and "A:" are taken off."""
    found = [_SPEAKER.match(block.text) if block.kind in ("body", "question") else None for block in blocks]
    lines = Counter(match[1] for match in found if match)
    asking = Counter(
        match[1] for match, block in zip(found, blocks, strict=True) if match and block.text[-1] == "?"
    )
    speakers = {name for name, count in lines.items() if count > 1}
    askers = {name for name in speakers if asking[name] >= 0.5 * lines[name]}
    if len(lines) < 2 or not askers or not lines.keys() - askers or lines.total() < 4:
        return
    for match, block in zip(found, blocks, strict=True):
        if match is None:
            continue
        if match[1] in askers:
            block.kind = "question"
        if match[1] in _LETTERS:
            block.text = block.text[match.end() :]


def names_both(blocks: Sequence[Block]) -> bool:
    """Whether a question in bold type and the answer below it say who speaks, as most interviews begin."""
    for asked, answer in pairwise(blocks):
        match = _SPEAKER.match(asked.text) if asked.kind == "question" else None
        below = _SPEAKER.match(answer.text) if match else None
        if match and below and below[1] != match[1]:
            return True
    return False


def is_answered(question: str, below: str) -> bool:
    """Whether `question` addresses somebody who speaks of himself below it."""
    return bool(ADDRESS.search(question) and _FIRST_PERSON.search(unquoted(below)))
