"""What each of a page's chunks is: title, standfirst, heading, paragraph, or none of the article's."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from podcaster.article.dom import Chunk
from podcaster.article.form import LETTER, POINTER
from podcaster.article.looks import PERIOD_END
from podcaster.article.markup import HEADING, LEAD, names
from podcaster.article.named import LONG, Titles
from podcaster.article.noise import reason_to_drop, reason_to_drop_heading
from podcaster.article.parts import Part
from podcaster.article.people import byline
from podcaster.article.surroundings import Surroundings, kind_of
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from podcaster.article.structured import Said

#: A paragraph that surely belongs to an article (not a menu, not a button) has so many characters.
SURE = 60
#: Subheadings of German papers have up to 150 characters; what is longer is set as a heading for looks.
LONGEST_HEADING = 250
#: What names say wrongly at times: the page's own text of the article (articleBody) outweighs them.
DOUBTFUL = frozenset({LETTER, "share bar", POINTER, "advertisement", "navigation"})
#: A caption begins as the picture's own text (alt) does, with at least this share of its letters.
ALIKE = 0.7
#: Bold paragraphs up to this length (characters) can be subheadings.
BOLD_HEADING = 140
_SENTENCE_END = re.compile(r"[.!?…:][\"“”«»›‹'’‘)\]]*$")
#: A heading of two sentences right below the title is the standfirst.
_SENTENCES = re.compile(r"[a-zäöüß]{3}[.!?…][\"“»«]? [\"„»«A-ZÄÖÜ]")
#: "+++ 10:15 Uhr: Zug fährt wieder +++": how live blogs head their entries.
_TICKER = re.compile(r"\+\+\+.+\+\+\+\Z")


def is_paragraph(chunk: Chunk) -> bool:
    """Whether a chunk is surely a paragraph of some article: long, not linked, a sentence."""
    return (
        len(chunk.text) >= SURE
        and not chunk.level
        and chunk.linked < 0.5
        and bool(_SENTENCE_END.search(chunk.text) or len(chunk.text) > 3 * SURE)
        and reason_to_drop(chunk.text) is None
    )


def _pictures(chunks: list[Chunk]) -> str:
    """What the page's pictures show, as their markup says (alt), as letters, one a line."""
    if not chunks:
        return ""
    root = list(chunks[0].ancestors())[-1]
    return "\n".join({letters(picture.get("alt") or "") for picture in root.iter("img")})


class Labels:
    """What the chunks of one page are.

    Attributes:
        container: The element that holds the article; needed for `label` and `surroundings`.
        start, end: The places of the first paragraph in it, and of the first chunk below the article.
    """

    container: HtmlElement

    def __init__(
        self, chunks: list[Chunk], said: Said, titles: Titles, title_at: int, around: Surroundings
    ) -> None:
        self.chunks, self.around = chunks, around
        self.titles, self.title_at = titles, title_at
        self.start, self.end = 0, len(chunks)
        self._said = letters(said.body)
        self._descriptions = [letters(text) for text in said.descriptions]
        self._pictures = _pictures(chunks)

    def label(self, chunk: Chunk) -> Part:
        """What a chunk is, and why where it is none of the article's."""
        if self.titles.is_named(chunk) or (chunk.index < self.start and self.titles.is_title(chunk)):
            return Part(chunk, "title")
        if chunk.index < self.title_at:
            return Part(chunk, "noise", "above the article")
        reason = self.surroundings(chunk) if chunk.index < self.end else "below the article"
        above = chunk.index < self.start
        if above and reason in (None, POINTER) and self.is_lead(chunk) and not chunk.linked:
            return Part(chunk, "lead")
        if reason and not (reason in DOUBTFUL and self.is_said(chunk)):
            return Part(chunk, "noise", POINTER if chunk.linked > 0.9 else reason)
        if (reason := self._wording(chunk)) and not (self.is_said(chunk) and len(chunk.text) > 80):
            return Part(chunk, "noise", reason)
        if chunk.linked >= 0.75 and len(chunk.text) < 300 and not self.is_said(chunk):
            return Part(chunk, "noise", POINTER)
        if above and self.is_lead(chunk):
            return Part(chunk, "lead")
        return _label_text(chunk, self.container)

    def _is_of_picture(self, chunk: Chunk) -> bool:
        """Whether a chunk is what stands in for a picture that is not shown (alt), and so its caption."""
        text = letters(chunk.text)
        # the credit behind it may differ
        start = text[: max(LONG, round(ALIKE * len(text)))]
        return not chunk.level and len(text) >= LONG and start in self._pictures

    def _heads_text(self, chunk: Chunk) -> bool:
        """Whether a chunk is a subheading without a link, and a paragraph stands right below it."""
        below = self.chunks[chunk.index + 1 : chunk.index + 2]
        return chunk.level > 1 and not chunk.linked and all(map(is_paragraph, below)) and bool(below)

    def _wording(self, chunk: Chunk) -> str | None:
        """Why a chunk's text is not the article's, by its wording, or because a picture says the same."""
        if self._is_of_picture(chunk):
            return "picture caption"
        if not self._heads_text(chunk):
            return reason_to_drop(chunk.text)
        alone = " " not in chunk.text and self._is_usual_heading(chunk)
        return None if alone else reason_to_drop_heading(chunk.text)

    def _is_usual_heading(self, chunk: Chunk) -> bool:
        """Whether a heading lies beside the paragraph below it and is set as others are, better ones."""
        below = self.chunks[chunk.index + 1]
        beside = below.owner.getparent() is chunk.owner.getparent()
        return beside and _setting(chunk) in self._usual_settings

    @cached_property
    def _usual_settings(self) -> set[tuple[int, HtmlElement, tuple[str, ...]]]:
        """How the headings are set that are none but subheadings by their wording."""
        return {_setting(c) for c in self.chunks if c.level and not reason_to_drop(c.text)}

    def surroundings(self, chunk: Chunk) -> str | None:
        """Why a chunk is none of the article's by the elements around it; None where it may be."""
        return self.around.reason(chunk, self.container)

    def is_said(self, chunk: Chunk) -> bool:
        """Whether the page's own data has the chunk's text as the article's."""
        text = letters(chunk.text)
        return len(text) >= 20 and bool(self._said) and text in self._said

    def is_lead(self, chunk: Chunk) -> bool:
        """Whether a chunk is the standfirst by its names, or is what the page gives as its description."""
        if len(chunk.text) < (SURE if chunk.level else 30) or byline(chunk.text) is not None:
            return False
        near = list(islice(chunk.ancestors(), 2))
        if any(LEAD.search(names(element)) for element in near if self.around.holds_little(element)):
            return True
        if chunk.owner.tag == "p" and self.title_at < chunk.index and self.around.is_header(near[1]):
            return reason_to_drop(chunk.text) is None
        if chunk.level > 1 and chunk.index == self.title_at + 1 and _SENTENCES.search(chunk.text):
            return True
        text = letters(chunk.text)
        # the page may show a place before it ("Berlin. …")
        return len(text) > 40 and any(
            text.endswith(said) and len(said) > 0.7 * len(text) for said in self._descriptions
        )


def _setting(heading: Chunk) -> tuple[int, HtmlElement, tuple[str, ...]]:
    return heading.level, heading.owner.getparent(), kind_of(heading)


def _is_item(chunk: Chunk) -> bool:
    """Whether a chunk is all that an item of a list holds."""
    item = next((e for e in islice(chunk.ancestors(), 3) if e.tag == "li"), None)
    return item is not None and letters(item.text_content()) == letters(chunk.text)


def _label_text(chunk: Chunk, container: HtmlElement) -> Part:
    text = chunk.text
    if chunk.level:
        return Part(chunk, "heading" if len(text) < LONGEST_HEADING else "body")
    if len(text) < LONGEST_HEADING and (HEADING.search(names(chunk.owner)) or _TICKER.match(text)):
        return Part(chunk, "heading")
    if (
        chunk.bold > 0.95
        and len(text) <= BOLD_HEADING
        and not PERIOD_END.search(text)
        and not _is_item(chunk)
    ):
        if chunk.linked > 0.5:
            return Part(chunk, "noise", POINTER)
        return Part(chunk, "question" if text.endswith("?") else "heading")
    kinds = {element.tag for element in takewhile(lambda e: e is not container, chunk.ancestors())}
    if "blockquote" in kinds:
        return Part(chunk, "quote")
    if "li" in kinds or "dd" in kinds:
        return Part(chunk, "item")
    if chunk.owner.tag == "p" or _SENTENCE_END.search(text) or len(text) > 2 * SURE:
        return Part(chunk, "body")
    return Part(chunk, "noise", "no sentence")
