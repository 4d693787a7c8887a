"""Find an article's body among a page's chunks, and say of each chunk what it is."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from podcaster.article.builds import note_odd_boxes
from podcaster.article.bylines import ABOVE_TITLE, AT_END, BELOW_TEXT, BYLINE, Zone
from podcaster.article.dom import Chunk, is_logo
from podcaster.article.extent import ENOUGH, Extent, is_byline
from podcaster.article.looks import PERIOD_END
from podcaster.article.markup import HEADING, LEAD, names
from podcaster.article.named import LONG, Titles
from podcaster.article.noise import reason_to_drop, reason_to_drop_heading
from podcaster.article.parts import Part, drop_pulled_quotes
from podcaster.article.people import byline
from podcaster.article.surroundings import BOX_TEXT, Surroundings, kind_of
from podcaster.article.telling import addresses_reader
from podcaster.article.unmarked import mark_unmarked_headings
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from podcaster.article.structured import Said

#: A paragraph that surely belongs to an article (not a menu, not a button) has so many characters.
SURE = 60
#: The body is the innermost element that holds this share of the sure paragraphs.
SHARE = 0.9
#: A sure paragraph that the page's own data have too counts so many times.
QUOTED = 4
#: Of several <article> elements, the one with this share of the sure paragraphs is the page's own.
MAIN = 0.5
#: Subheadings of German papers have up to 150 characters; what is longer is set as a heading for looks.
LONGEST_HEADING = 250
#: What names say wrongly at times: the page's own text of the article (articleBody) outweighs them.
DOUBTFUL = frozenset(
    {"newsletter or subscription", "share bar", "pointer to other articles", "advertisement", "navigation"}
)
#: A caption begins as the picture's own text (alt) does, with at least this share of its letters.
ALIKE = 0.7
#: Title and standfirst are looked for among so many chunks above the first paragraph.
ABOVE = 60
#: Bold paragraphs up to this length (characters) can be subheadings.
BOLD_HEADING = 140

#: Whose bylines are not the article's.
_OF_OTHERS = frozenset(
    (
        "pointer to other articles",
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
_DOUBTED = frozenset({"pointer to other articles", "picture caption"})
#: Words of cookie dialogs: such text does not count in the search for the article where there is other text.
_CONSENT = re.compile(
    r"cookies?\b|einwilligung|drittanbieter|anbieter verarbeite|zählpixel|nutzungsverhalten", re.IGNORECASE
)
#: Words of theirs that articles have too; a dialog addresses the reader.
_PRIVACY = re.compile(r"datenschutz|personenbezogen", re.IGNORECASE)
#: What is a part of a text, and never holds the whole article beside other paragraphs.
_PARTS = frozenset({"p", "blockquote", "ul", "ol", "dl", "li"})
_SENTENCE_END = re.compile(r"[.!?…:][\"“”«»›‹'’‘)\]]*$")
#: "+++ 10:15 Uhr: Zug fährt wieder +++": how live blogs head their entries.
_TICKER = re.compile(r"\+\+\+.+\+\+\+\Z")


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


def _is_paragraph(chunk: Chunk) -> bool:
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


def _asks_consent(text: str) -> bool:
    return bool(_CONSENT.search(text) or (_PRIVACY.search(text) and addresses_reader(text)))


class _Finder:
    """One page's search for its body."""

    def __init__(self, chunks: list[Chunk], said: Said) -> None:
        self.chunks = chunks
        self.said = letters(said.body)
        self.titles = Titles(said)
        self.descriptions = [letters(text) for text in said.descriptions]
        self.sure = [chunk for chunk in chunks if _is_paragraph(chunk)]
        self.pictures = _pictures(chunks)
        self.around = Surroundings(chunks, self.sure, self.titles.is_title, self.titles.is_named)
        self.weights: dict[HtmlElement, float] = defaultdict(float)
        self.container: HtmlElement
        self.start, self.end = 0, len(chunks)
        self.title_at = self.titles.place(chunks, self.sure)

    def body(self) -> Body:
        container = self._container()
        if container is None:
            return Body(
                [], None, [], [], Zone(self.chunks, 0, len(self.chunks), len(self.chunks)), self.around
            )
        self.container = container
        inside = [chunk for chunk in self.chunks if any(e is container for e in chunk.ancestors())]
        usually = note_odd_boxes(self.around, inside, self.sure, container)
        below = (chunk for chunk in inside if chunk.index > self.title_at and _is_paragraph(chunk))
        self.start = next((chunk.index for chunk in below if not self._is_lead(chunk)), 0)
        parts = [self._label(chunk) for chunk in inside]
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
            if self._is_lead(chunk) and self._surroundings(chunk) in (None, "pointer to other articles"):
                return chunk.text
        plain = [c for c in may if _is_paragraph(c) and self._surroundings(c) is None]
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

    # where the body is

    def _container(self) -> HtmlElement | None:
        sure = [c for c in self.sure if not any(self.around.reason_at(element) for element in c.ancestors())]
        self.end = Extent(self.chunks, sure, self.titles, self.title_at, self.around).end()
        sure = [chunk for chunk in sure if self.title_at < chunk.index < self.end]
        if not sure:
            return None
        seen: set[str] = set()
        others = [chunk for chunk in sure if not _asks_consent(chunk.text)]
        for chunk in others if sum(len(chunk.text) for chunk in others) >= ENOUGH else sure:
            if chunk.text in seen:
                continue
            seen.add(chunk.text)
            # articleBody may be a part of the text only, or the place of comments
            weight = (len(chunk.text) - 0.5 * SURE) * (QUOTED if self._is_said(chunk) else 1)
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

    def _is_said(self, chunk: Chunk) -> bool:
        """Whether the page's own data has the chunk's text as the article's."""
        text = letters(chunk.text)
        return len(text) >= 20 and bool(self.said) and text in self.said

    # what each chunk is

    def _label(self, chunk: Chunk) -> Part:
        if self.titles.is_named(chunk) or (chunk.index < self.start and self.titles.is_title(chunk)):
            return Part(chunk, "title")
        if chunk.index < self.title_at:
            return Part(chunk, "noise", "above the article")
        reason = self._surroundings(chunk) if chunk.index < self.end else "below the article"
        above = chunk.index < self.start
        if (
            above
            and reason in (None, "pointer to other articles")
            and self._is_lead(chunk)
            and not chunk.linked
        ):
            return Part(chunk, "lead")
        if reason and not (reason in DOUBTFUL and self._is_said(chunk)):
            return Part(chunk, "noise", "pointer to other articles" if chunk.linked > 0.9 else reason)
        if (reason := self._wording(chunk)) and not (self._is_said(chunk) and len(chunk.text) > 80):
            return Part(chunk, "noise", reason)
        if chunk.linked >= 0.75 and len(chunk.text) < 300 and not self._is_said(chunk):
            return Part(chunk, "noise", "pointer to other articles")
        if above and self._is_lead(chunk):
            return Part(chunk, "lead")
        return _label_text(chunk, self.container)

    def _is_of_picture(self, chunk: Chunk) -> bool:
        """Whether a chunk is what stands in for a picture that is not shown (alt), and so its caption."""
        text = letters(chunk.text)
        # the credit behind it may differ
        start = text[: max(LONG, round(ALIKE * len(text)))]
        return not chunk.level and len(text) >= LONG and start in self.pictures

    def _heads_text(self, chunk: Chunk) -> bool:
        """Whether a chunk is a subheading without a link, and a paragraph stands right below it."""
        below = self.chunks[chunk.index + 1 : chunk.index + 2]
        return chunk.level > 1 and not chunk.linked and all(map(_is_paragraph, below)) and bool(below)

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

    def _surroundings(self, chunk: Chunk) -> str | None:
        return self.around.reason(chunk, self.container)

    def _is_lead(self, chunk: Chunk) -> bool:
        """Whether a chunk is the standfirst by its names, or is what the page gives as its description."""
        if len(chunk.text) < (SURE if chunk.level else 30) or byline(chunk.text) is not None:
            return False
        near = list(islice(chunk.ancestors(), 2))
        if any(LEAD.search(names(element)) for element in near if self.around.holds_little(element)):
            return True
        if chunk.owner.tag == "p" and self.title_at < chunk.index and self.around.is_header(near[1]):
            return reason_to_drop(chunk.text) is None
        text = letters(chunk.text)
        # the page may show a place before it ("Berlin. …")
        return len(text) > 40 and any(
            text.endswith(said) and len(said) > 0.7 * len(text) for said in self.descriptions
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
            return Part(chunk, "noise", "pointer to other articles")
        return Part(chunk, "question" if text.endswith("?") else "heading")
    kinds = {element.tag for element in takewhile(lambda e: e is not container, chunk.ancestors())}
    if "blockquote" in kinds:
        return Part(chunk, "quote")
    if "li" in kinds or "dd" in kinds:
        return Part(chunk, "item")
    if chunk.owner.tag == "p" or _SENTENCE_END.search(text) or len(text) > 2 * SURE:
        return Part(chunk, "body")
    return Part(chunk, "noise", "no sentence")
