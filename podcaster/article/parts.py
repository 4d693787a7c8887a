"""The parts of an article's body: chunks with what they are; quotations that a page shows twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from podcaster.article.dom import Chunk
from podcaster.article.markup import names
from podcaster.article.people import tells_who
from podcaster.article.surroundings import kind_of
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Label = Literal["heading", "body", "quote", "question", "item", "lead", "noise", "title"]

#: A quotation set for the eye has at most so many characters.
PULLED = 350
#: So many letters in a row are no chance.
SAME = 25
_QUOTE = re.compile(r"(?<!\w)(?:zitate?|\w*quotes?)(?!\w)")
_WHO = re.compile(r"(?<!\w)\w*(?:autor|author|source|quelle|cite|attribution|caption|name|person)\w*(?!\w)")


@dataclass(slots=True)
class Part:
    """A chunk of the body with what it is and, for noise, why."""

    chunk: Chunk
    label: Label
    reason: str = ""

    @property
    def text(self) -> str:
        """Its text, in one line."""
        return self.chunk.text


def drop_pulled_quotes(parts: list[Part]) -> None:
    """Mark as noise what is set in large letters for the eye: repeated from the text, or with its author."""
    texts = [letters(part.text) if part.label in ("body", "item", "quote") else "" for part in parts]
    whole = "\n".join(texts)
    kinds = [kind_of(part.chunk) for part in parts if part.label == "body"]
    usual = max(Counter(kinds).items(), key=lambda kind: kind[1], default=((), 0))[0]
    for i, (part, text) in enumerate(zip(parts, texts, strict=True)):
        if part.label not in ("quote", "body"):
            continue
        quotation = next((e for e in part.chunk.ancestors() if _is_quotation(e)), None)
        apart = quotation is not None or kind_of(part.chunk) != usual
        repeated = apart and SAME <= len(text) <= PULLED and whole.count(text) > texts.count(text)
        repeated = repeated and any(
            kind_of(other.chunk) != kind_of(part.chunk)
            for other, within in zip(parts, texts, strict=True)
            if text in within and text != within
        )
        if repeated or (quotation is not None and _is_attributed(quotation)):
            part.label, part.reason = "noise", "quotation set apart"
        elif quotation is not None and (who := _signed_below(quotation, parts[i : i + 3])):
            for line in (part, who):
                line.label, line.reason = "noise", "quotation set apart"


def _is_quotation(element: HtmlElement) -> bool:
    """Whether an element holds a quotation and its source alone, by its tag or its names."""
    if element.tag == "blockquote":
        return True
    return (
        element.tag != "p" and bool(_QUOTE.search(names(element))) and len(element.text_content()) <= PULLED
    )


def _signed_below(quotation: HtmlElement, parts: list[Part]) -> Part | None:
    """The line that says whose a short quotation is: its last one, or the one right below it."""
    if len(quotation.text_content()) > PULLED:
        return None
    around = quotation.getparent()
    for part in parts[1:]:
        within = quotation in part.chunk.ancestors()
        if not within and around not in part.chunk.ancestors():
            return None
        if not part.chunk.level and tells_who(part.text):
            return part
        if not within:
            return None
    return None


def _is_attributed(quotation: HtmlElement) -> bool:
    """Whether a short quotation, or what it is set in, has a line that says whose it is."""
    around = quotation.getparent()
    for element in (quotation, around):
        if element is None or len(element.text_content()) > PULLED:
            continue
        for inner in element.iterdescendants():
            if inner.tag in ("cite", "footer", "figcaption") or (
                isinstance(inner.tag, str) and inner.text_content().strip() and _WHO.search(names(inner))
            ):
                return True
    return False
