"""What stands at the end of a text and is not read: who the author is, headings without text."""

from __future__ import annotations

import re

from podcaster.article.draft import Draft

_AT_WORK = re.compile(
    r"\b(?:ist|war|arbeitet|schreibt|berichtet|lebt|leitet|lehrt|forscht|studierte|absolvierte|beschäftigt|zuständig|"
    r"\w*(?:redakteur|redaktor|korrespondent|reporter|autor|journalist|volontär|ressort|professor)\w*)\b"
)
_THE_AUTHOR = re.compile(
    r"(?:der autor|die autorin|unsere? autor(?:in)?) (?:\w+ ){0,3}(?:ist|arbeitet|lebt|schreibt|lehrt)\b"
    r"(?! sich\b| in (?:ihrem|seinem)\b)(?!.*\bdass\b)",
    re.IGNORECASE,
)
#: "Anna Acker ist Redakteurin in Köln …", whoever wrote the article.
_WRITES = re.compile(
    r"(?:Dr\. |Prof\. )?[A-ZÄÖÜ][\w-]+ (?:von |van |de )?[A-ZÄÖÜ][\w-]+(?:,? \w+){0,4},? "
    r"(?:ist|arbeitet|schreibt)\b"
    r".{0,80}\b(?:\w*(?:[Rr]edakteur|[Rr]edaktor|[Jj]ournalist|[Kk]orrespondent|[Rr]eporter)(?:in)?|[Rr]edaktion)\b"
)
LONGEST = 500  # characters of such a box


def drop_author_box(draft: Draft) -> None:
    """Drop a last paragraph that tells who the author is."""
    while len(draft.blocks) >= 2:
        last = draft.blocks[-1]
        named = any(author in last.text[:80] for author in draft.authors)
        box = (named and _AT_WORK.search(last.text)) or _THE_AUTHOR.match(last.text)
        box = box or _WRITES.match(last.text)
        bare = last.text in draft.authors
        if last.kind not in ("body", "heading") or len(last.text) >= LONGEST or not (box or bare):
            return
        draft.drop(draft.blocks.pop().text, "author box")


def drop_empty_headings(draft: Draft) -> None:
    """Drop headings below which nothing is left."""
    while draft.blocks and draft.blocks[-1].kind == "heading":
        draft.drop(draft.blocks.pop().text, "heading without text")
