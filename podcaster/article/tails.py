"""What paragraphs carry at their ends that is not theirs: a picture's credit, an agency's sign, a source.

A caption is a sentence with a credit behind it, too; only a paragraph that is longer, or says who said it, is
taken for the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcaster.article.agencies import is_sign, is_single_sign
from podcaster.article.captions import is_bare_credit
from podcaster.article.telling import has_verb, quotes_somebody

#: A tail has at most so many characters.
TAIL = 130
#: With an agency's sign behind it, one sentence is text from this length (characters) on, not a caption.
SIGNED = 100
#: With a picture's credit behind them, two sentences are text from this length on.
CREDITED = 160
#: Sentences that begin behind another one have at least so many characters before them.
SECOND = 25

_END = re.compile(r"[.!?…][\"“”«»›‹’‘')\]]*(?:\s+|(?=[/(\[–—©|]))")
_LABEL = re.compile(r"(?:quellen?|mit material (?:von|der)|text)\s*:?\s+", re.IGNORECASE)
#: Who wrote it, beside the agency: pictures are signed with names.
_INITIALS = re.compile(
    r"(?:\A|[/ (])(?!dpa|afp|apa|epd|kna|sda|sid|rtr|ots|ap\b|red\b)[a-zäöü]{2,3}(?![\w.])"
)
#: Who wrote a short piece: "(pl)", "[pl]".
_BRACKETED = re.compile(r"(?!.sic)[(\[][a-zäöü]{2,4}[)\]]\W*\Z")
_AROUND = " ./|()[]–—-©"


def ends(text: str) -> Iterator[tuple[str, str]]:
    """Every way to part `text` behind a sentence's end near its own: the long tails first."""
    for match in _END.finditer(text, max(0, len(text) - TAIL)):
        if match.end() < len(text):
            yield text[: match.end()].rstrip(), text[match.end() :]


def credit_tail(text: str) -> tuple[str, str]:
    """Part a paragraph from the credit or sign behind its last sentence; "" where there is none."""
    for head, tail in ends(text):
        if _is_sign(tail) or is_bare_credit(tail.lstrip("([– ")):
            return head, tail
    return text, ""


def text_before_credit(text: str) -> str | None:
    """What stands before a credit or sign, if it is surely a paragraph and no caption; else None."""
    head, tail = credit_tail(text)
    if not tail or not has_verb(head):
        return None
    if quotes_somebody(head) or (_is_sign(tail) and _INITIALS.search(tail)):
        return head
    sentences = any(match.end() >= SECOND for match in _END.finditer(head, 0, len(head) - SECOND))
    if _is_sign(tail):
        return head if sentences or len(head) >= SIGNED else None
    return head if sentences and len(head) >= CREDITED else None


def _is_sign(tail: str) -> bool:
    if _BRACKETED.match(tail):
        return True
    tail = _LABEL.sub("", tail.strip("/|–—-© "), count=1)
    return is_single_sign(tail.strip(_AROUND)) or is_sign(f"({tail.strip(_AROUND)})")
