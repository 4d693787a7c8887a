"""Find an article's body among a page's chunks, and what belongs to it around it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from podcaster.article.builds import note_odd_boxes
from podcaster.article.bylines import ABOVE_TITLE, AT_END, BELOW_TEXT, BYLINE, Zone
from podcaster.article.dom import Chunk, is_logo
from podcaster.article.extent import ENOUGH, Extent, is_byline
from podcaster.article.form import POINTER
from podcaster.article.labels import SURE, Labels, is_paragraph
from podcaster.article.named import Titles
from podcaster.article.noise import reason_to_drop
from podcaster.article.parts import Part, drop_pulled_quotes
from podcaster.article.surroundings import BOX_TEXT, Surroundings
from podcaster.article.telling import addresses_reader, is_sentence
from podcaster.article.unmarked import mark_unmarked_headings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from podcaster.article.structured import Said

#: The body is the innermost element that holds this share of the sure paragraphs.
SHARE = 0.9
#: A sure paragraph that the page's own data have too counts so many times.
QUOTED = 4
#: Of several <article> elements, the one with this share of the sure paragraphs is the page's own.
MAIN = 0.5
#: Title and standfirst are looked for among so many chunks above the first paragraph.
ABOVE = 60

#: Whose bylines are not the article's.
_OF_OTHERS = frozenset(
    (
        POINTER,
        "comments",
        "picture caption",
        "below the article",
        "footer",
        "navigation",
        "advertisement",
        "quotation set apart",
    )
)
#: What the last line may be by its wording, and a byline all the same.
_DOUBTED = frozenset({POINTER, "picture caption"})
#: Words of cookie dialogs: such text does not count in the search for the article where there is other text.
_CONSENT = re.compile(
    r"cookies?\b|einwilligung|drittanbieter|anbieter verarbeite|zählpixel|nutzungsverhalten", re.IGNORECASE
)
#: Words of theirs that articles have too; a dialog addresses the reader.
_PRIVACY = re.compile(r"datenschutz|personenbezogen", re.IGNORECASE)
#: What is a part of a text, and never holds the whole article beside other paragraphs.
_PARTS = frozenset({"p", "blockquote", "ul", "ol", "dl", "li"})


@dataclass(slots=True)
class Body:
    """The element that holds the article.

    Attributes:
        parts: Its chunks, in order.
        lead: The standfirst, where it stands above and outside the element.
        shown: Headings above the first paragraph, top down: one of them is the title that readers see.
        bylines: Lines that may name the authors, from the title to the end of the text.
        zone: Where on the page all this is.
        around: What the page's elements hold.
    """

    parts: list[Part]
    lead: str | None
    shown: list[str]
    bylines: list[str]
    zone: Zone
    around: Surroundings


def find_body(chunks: list[Chunk], said: Said) -> Body:
    """Find the element that holds the article and label its chunks; no parts where there is no paragraph."""
    return _Finder(chunks, said).body()


def _asks_consent(text: str) -> bool:
    return bool(_CONSENT.search(text) or (_PRIVACY.search(text) and addresses_reader(text)))


class _Finder:
    """One page's search for its body."""

    def __init__(self, chunks: list[Chunk], said: Said) -> None:
        self.chunks = chunks
        self.titles = Titles(said)
        self.sure = [chunk for chunk in chunks if is_paragraph(chunk)]
        self.around = Surroundings(chunks, self.sure, self.titles.is_title, self.titles.is_named)
        self.weights: dict[HtmlElement, float] = defaultdict(float)
        self.title_at = self.titles.place(chunks, self.sure)
        self.labels = Labels(chunks, said, self.titles, self.title_at, self.around)

    def body(self) -> Body:
        container = self._container()
        if container is None:
            return Body(
                [], None, [], [], Zone(self.chunks, 0, len(self.chunks), len(self.chunks)), self.around
            )
        self.labels.container = container
        inside = [chunk for chunk in self.chunks if any(e is container for e in chunk.ancestors())]
        usually = note_odd_boxes(self.around, inside, self.sure, container)
        below = (chunk for chunk in inside if chunk.index > self.title_at and is_paragraph(chunk))
        self.labels.start = next((chunk.index for chunk in below if not self.labels.is_lead(chunk)), 0)
        parts = [self.labels.label(chunk) for chunk in inside]
        drop_pulled_quotes(parts)
        mark_unmarked_headings(parts, self.around, usually)
        first = next((part.chunk for part in parts if part.label == "body"), parts[0].chunk)
        above = self.chunks[max(0, first.index - ABOVE) : first.index]
        titles = [chunk.index for chunk in above if self.titles.is_title(chunk)]
        title = titles[-1] if titles else max(0, first.index - 15)
        return Body(
            parts,
            self._lead_above(above, parts[0].chunk),
            self._shown(above),
            self._bylines(self._above_title(title) + self.chunks[title : first.index], parts),
            Zone(self.chunks, title, first.index, parts[-1].chunk.index),
            self.around,
        )

    def _lead_above(self, above: list[Chunk], start: Chunk) -> str | None:
        """The standfirst between title and body: by its names, or else the paragraph below the title."""
        outside = [chunk for chunk in above if self.title_at <= chunk.index < start.index]
        titles = [i for i, chunk in enumerate(outside) if self.titles.is_title(chunk)]
        below = outside[titles[-1] + 1 :] if titles else outside
        may = [chunk for chunk in below if len(chunk.text) >= SURE and chunk.linked < 0.5]
        for chunk in reversed(may):
            if self.labels.is_lead(chunk) and self.labels.surroundings(chunk) in (
                None,
                POINTER,
            ):
                return chunk.text
        # a short one is told by its names, and is a sentence: "Auf der Bühne wird aus Regen ein Chor."
        for chunk in below:
            told = len(chunk.text) < SURE and not chunk.linked and is_sentence(chunk.text)
            told = told and reason_to_drop(chunk.text) is None and self.labels.is_lead(chunk)
            if told and self.labels.surroundings(chunk) is None:
                return chunk.text
        plain = [c for c in may if is_paragraph(c) and self.labels.surroundings(c) is None]
        return plain[0].text if titles and plain else None

    def _shown(self, above: list[Chunk]) -> list[str]:
        return [
            chunk.text
            for chunk in above
            if (chunk.level in (1, 2) or self.titles.is_named(chunk))
            and chunk.linked < 0.5
            and not is_logo(chunk.owner)
        ]

    def _bylines(self, above: list[Chunk], parts: list[Part]) -> list[str]:
        last = parts[-1].chunk.index + 1
        told = [part.chunk.index for part in parts if part.label == "body"]
        # a byline amid the text is of another article
        amid = range(told[1] + 1, told[-1] - AT_END) if len(told) > 1 else range(0)
        near = above + [
            part.chunk
            for part in parts
            if (
                part.chunk.index not in amid
                and (part.label == "body" or (part.label == "noise" and part.reason not in _OF_OTHERS))
            )
            # "Text: …; Fotos: …", "Interview: …" in the last line
            or (part is parts[-1] and part.reason in _DOUBTED and not part.chunk.linked)
        ]
        said = [c.text for c in near if is_byline(c) or (len(c.text) <= BYLINE and self._is_author(c))]
        below = self.chunks[last : last + BELOW_TEXT]
        return said + [c.text for c in below if is_byline(c)]

    def _above_title(self, title: int) -> list[Chunk]:
        """The chunks right above the title that share a small element with it, its header, say."""
        around = self.chunks[title].ancestors()
        header = [e for e in around if e.tag == "article" or self.around.texts[e] <= BOX_TEXT]
        above = self.chunks[max(0, title - ABOVE_TITLE) : title]
        return [chunk for chunk in above if any(element in header for element in chunk.ancestors())]

    def _is_author(self, chunk: Chunk) -> bool:
        near = [element for element in chunk.ancestors() if element.tag in ("blockquote", "figure")]
        return not near and any(
            self.around.reason_at(element) == "author box" for element in islice(chunk.ancestors(), 3)
        )

    def _container(self) -> HtmlElement | None:
        """The element that holds the article; None where no paragraph of the page is surely one of its."""
        sure = [c for c in self.sure if not any(self.around.reason_at(element) for element in c.ancestors())]
        self.labels.end = end = Extent(self.chunks, sure, self.titles, self.title_at, self.around).end()
        sure = [chunk for chunk in sure if self.title_at < chunk.index < end]
        if not sure:
            return None
        seen: set[str] = set()
        others = [chunk for chunk in sure if not _asks_consent(chunk.text)]
        for chunk in others if sum(len(chunk.text) for chunk in others) >= ENOUGH else sure:
            if chunk.text in seen:
                continue
            seen.add(chunk.text)
            # articleBody may be a part of the text only, or the place of comments
            weight = (len(chunk.text) - 0.5 * SURE) * (QUOTED if self.labels.is_said(chunk) else 1)
            for element in chunk.ancestors():
                self.weights[element] += weight
        root = list(sure[0].ancestors())[-1]
        articles = [element for element in self.weights if element.tag == "article"]
        best = max(articles, key=lambda element: self.weights[element], default=root)
        return self._innermost(best if self.weights[best] > MAIN * self.weights[root] else root)

    def _innermost(self, element: HtmlElement) -> HtmlElement:
        total = self.weights[element]
        while True:
            best = max(element, key=lambda child: self.weights.get(child, 0.0), default=None)
            if best is None or self.weights.get(best, 0.0) < SHARE * total or best.tag in _PARTS:
                return element
            element = best
