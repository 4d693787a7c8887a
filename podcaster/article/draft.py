"""What a reader (of text, Markdown, a page) has found, before it becomes an Article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from podcaster.article.agencies import agency_tail, without_dateline
from podcaster.article.noise import pointer_tail
from podcaster.article.people import signature
from podcaster.article.tails import credit_tail
from podcaster.model import Article, Dropped, Paragraph, Section

Kind = Literal["heading", "body", "quote", "question", "item"]

#: Stands between subheadings that follow each other without text and become one ("Mittwoch – 15.32 Uhr: …").
HEADING_JOINT = " – "

#: Words that address somebody: what an interviewer's questions have, and headings seldom.
ADDRESS = re.compile(
    r"\b(?:sie|ihnen|ihre?[mnrs]?|du|dir|dich|deine?[mnrs]?|euch|eure?[mnrs]?)\b", re.IGNORECASE
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
#: A title made of the first sentence is cut at a word at this length.
TITLE_LENGTH = 80


@dataclass(slots=True)
class Block:
    """A paragraph or subheading of the body, in the order of reading."""

    text: str
    kind: Kind = "body"


@dataclass(slots=True)
class Draft:
    """The parts of an article as they are found; the attributes are those of `Article`."""

    title: str | None = None
    lead: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    picture: str | None = None
    blocks: list[Block] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    seen: set[Dropped] = field(default_factory=set)

    def drop(self, text: str, reason: str) -> None:
        """Put `text` aside, once."""
        entry = Dropped(text, reason)
        if text and entry not in self.seen:
            self.seen.add(entry)
            self.dropped.append(entry)


def one_line(text: str) -> str:
    """`text` in one line: white space of any kind becomes a space, invisible characters go."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def finish(draft: Draft) -> Article:
    """Make the article: signature and agency taken off the end, sections cut at the subheadings."""
    _take_signature(draft)
    _take_agencies(draft)
    sections = _sections(draft.blocks)
    title = draft.title or _first_sentence(draft.blocks)
    return Article(
        title=title,
        sections=tuple(sections),
        lead=draft.lead or None,
        authors=draft.authors,
        publisher=draft.publisher,
        published=draft.published,
        url=draft.url,
        language=draft.language or "de",
        picture=draft.picture,
        dropped=tuple(draft.dropped),
    )


def _take_signature(draft: Draft) -> None:
    """Understand "(Jo Angerer, 1.11.2022)" at the end of the last paragraph, and take it off."""
    if not draft.blocks:
        return
    last = draft.blocks[-1]
    found = signature(last.text)
    if found is None:
        return
    draft.drop(last.text[found.start :].strip(), "byline at the end, said at the start")
    last.text = last.text[: found.start].strip()
    if not last.text:
        draft.blocks.pop()
    draft.authors = draft.authors or found.authors
    draft.published = draft.published or found.published


def _take_agencies(draft: Draft) -> None:
    """Take "(dpa)" off the last paragraphs, credits and pointers off all, agencies' codes off their start."""
    for block in draft.blocks[-3:]:
        kept, tail = agency_tail(block.text)
        if tail:
            block.text = kept
            draft.drop(tail, "news agency's sign")
    for block in draft.blocks:
        if block.kind != "heading":
            block.text = _trimmed(draft, block.text)
    draft.lead = _trimmed(draft, draft.lead) if draft.lead else None
    draft.blocks[:] = [block for block in draft.blocks if block.text]


def _trimmed(draft: Draft, text: str) -> str:
    """A paragraph without what stands at its ends and is not read; that is put aside."""
    kept, code = without_dateline(text)
    draft.drop(code, "news agency's sign")
    kept, tail = credit_tail(kept)
    draft.drop(tail, "credits")
    kept, tail, reason = pointer_tail(kept)
    draft.drop(tail, reason)
    return kept


def _sections(blocks: Iterable[Block]) -> list[Section]:
    """Cut at the headings; headings without text of their own are joined with the next."""
    sections: list[Section] = []
    heading: str | None = None
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if block.kind != "heading":
            paragraphs.append(Paragraph(block.text, block.kind))
            continue
        text = block.text.strip("+ ")
        if paragraphs:
            sections.append(Section(heading, tuple(paragraphs)))
            heading, paragraphs = text, []
        else:
            heading = f"{heading}{HEADING_JOINT}{text}" if heading else text
    if paragraphs:
        sections.append(Section(heading, tuple(paragraphs)))
    return sections


def _first_sentence(blocks: list[Block]) -> str:
    """A title for a text that has none: its first sentence, shortened at a word."""
    text = next((block.text for block in blocks if block.kind != "heading"), "")
    match = re.match(r".{20,}?[.!?][\"“”«»']*(?=\s+[\"„“»A-ZÄÖÜ]|$)", text)
    sentence = _whole_quotes((match[0] if match else text).strip())
    if len(sentence) <= TITLE_LENGTH:
        return sentence.rstrip(".")
    cut = sentence[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{cut} …"


def _whole_quotes(text: str) -> str:
    """Without a quotation mark at the start that is not closed in `text`."""
    opening, rest = text[:1], text[1:]
    closing = {'"': '"', "„": "“", "»": "«", "«": "»", "“": "”"}.get(opening)
    return rest if closing and closing not in rest else text
