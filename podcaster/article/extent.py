"""Where on a page its article ends: at the readers' comments, or at the next article that the page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from podcaster.article.bylines import BYLINE
from podcaster.article.dates import find_date
from podcaster.article.dom import Chunk, is_logo
from podcaster.article.named import Titles
from podcaster.article.people import said_in, says_byline
from podcaster.article.surroundings import Surroundings, kind_of
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Characters of text above a heading "Kommentare" that make it that of the readers' comments.
ENOUGH = 500
#: An article's byline stands among so many chunks below its title.
HEADER = 8

_COMMENTS = re.compile(
    r"(?:\d+ )?(?:leser)?kommentare?\b.{0,20}\Z|diskutieren sie|(?:zur )?diskussion\W*\Z|"
    r"\d+ (?:leser)?(?:beiträge|briefe|meinungen|stimmen|zuschriften|postings)\W*\Z|"
    r"(?:leser)?(?:beiträge|briefe|meinungen|zuschriften|kommentare) "
    r"zu(?:m| diesem) (?:artikel|beitrag|text)\W*\Z",
    re.IGNORECASE,
)
#: The same where it is not set as a heading.
_COMMENTED = re.compile(
    r"(?:\d+ (?:leser)?kommentare?|(?:leser)?kommentare? ?(?:\(\d+\)|: ?\d+))\Z", re.IGNORECASE
)


def is_byline(chunk: Chunk) -> bool:
    """Whether a line, or a part of it between bars, is a byline: "3.5.2024 | Von Max Muster"."""
    part = said_in(chunk.text) if len(chunk.text) <= 2 * BYLINE else None
    return part is not None and len(part) <= BYLINE


class Extent:
    """A page's chunks, those that are surely paragraphs (`sure`), its titles, and the place of its own."""

    def __init__(
        self, chunks: list[Chunk], sure: list[Chunk], titles: Titles, title_at: int, around: Surroundings
    ) -> None:
        self.chunks, self.sure = chunks, sure
        self.titles, self.title_at = titles, title_at
        self.around = around

    def end(self) -> int:
        """The place of the first chunk that is not the article's."""
        return min(self._comments_start(), self._next_article())

    def _comments_start(self) -> int:
        """Where the readers' comments begin, if a line below the text heads them; else behind all."""
        for chunk in self.chunks:
            if not (_COMMENTS if chunk.level > 1 else _COMMENTED).match(chunk.text):
                continue
            above = [c for c in self.sure if c.index < chunk.index]
            below = [c for c in self.sure if c.index > chunk.index]
            if sum(len(c.text) for c in above) >= ENOUGH and not self._goes_on(above, below):
                return chunk.index
        return len(self.chunks)

    def _goes_on(self, above: list[Chunk], below: list[Chunk]) -> bool:
        """Whether a paragraph below lies in the element that holds one above, or in one named alike."""
        places = {chunk.owner.getparent() for chunk in above}
        kinds = {kind_of(chunk) for chunk in above if chunk.owner.getparent().get("class")}
        return any(c.owner.getparent() in places or kind_of(c) in kinds for c in below)

    def _next_article(self) -> int:
        """Where the next article begins, if its title is built like the first one's; else behind all."""
        heads = self._heads()
        for head in heads[1:]:
            above = sum(len(c.text) for c in self.sure if heads[0].index < c.index < head.index)
            if above >= ENOUGH and self._begins_article(head, heads[0]):
                return head.index
        return len(self.chunks)

    def _heads(self) -> list[Chunk]:
        """The title, and the headings that may be other articles' titles."""
        heads = [chunk for chunk in self.chunks if chunk.level == 1 and not is_logo(chunk.owner)]
        is_named = self.titles.is_named
        named = next((chunk for chunk in self.chunks if chunk.level > 1 and is_named(chunk)), None)
        if named is not None and not any(map(is_named, heads)):
            return self._heads_like(named)
        if self.title_at >= 0:
            return [self.chunks[self.title_at], *(chunk for chunk in heads if chunk.index > self.title_at)]
        return heads

    def _heads_like(self, title: Chunk) -> list[Chunk]:
        """A title that is no <h1>, and the headings like it that have a byline below them as it has."""
        usual = {kind_of(chunk) for chunk in self.sure}
        below = self.chunks[title.index + 1 : title.index + HEADER]
        header = {kind_of(chunk) for chunk in below if says_byline(chunk.text)} - usual
        alike = [c for c in self.chunks if c.level == title.level and kind_of(c) == kind_of(title)]
        return [
            chunk
            for chunk in alike
            if any(kind_of(c) in header for c in self.chunks[chunk.index : chunk.index + HEADER])
        ]

    def _begins_article(self, head: Chunk, title: Chunk) -> bool:
        """Whether a heading set like the title is one: beside a byline, or in an element with its text."""
        around = title.owner.getparent()
        if kind_of(head) != kind_of(title) or head.owner.getparent() is around:
            return False
        if letters(head.text) in self.titles.texts:
            return False
        near = self.chunks[max(0, head.index - 2) : head.index + HEADER]
        if any(is_byline(c) or (len(c.text) <= BYLINE and find_date(c.text)) for c in near):
            return True
        return _article_of(head) is not _article_of(title) or self.around.paragraphs[around] >= ENOUGH


def _article_of(chunk: Chunk) -> HtmlElement | None:
    return next((element for element in chunk.ancestors() if element.tag == "article"), None)
