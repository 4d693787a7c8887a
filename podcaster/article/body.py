"""Find an article's body among a page's chunks, and say of each chunk what it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Literal

from podcaster.article.dom import Chunk
from podcaster.article.markup import HEADING, LEAD, names, noise_by_name
from podcaster.article.noise import reason_to_drop, reason_to_drop_heading
from podcaster.article.people import byline, says_byline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from podcaster.article.structured import Said

Label = Literal["heading", "body", "quote", "question", "item", "lead", "noise", "title"]

#: A paragraph that surely belongs to an article (not a menu, not a button) has so many characters.
SURE = 60
#: The body is the innermost element that holds this share of the sure paragraphs.
SHARE = 0.9
#: A sure paragraph that the page's own data have too counts so many times.
QUOTED = 4
#: Characters of text above a heading "Kommentare" that make it that of the readers' comments.
ENOUGH = 500
#: Of several <article> elements, the one with this share of the sure paragraphs is the page's own.
MAIN = 0.5
#: Names that whole articles stand in at times ("paywall", "widget") say nothing about an element with this
#: share of the page's paragraphs; other names not about one with that share.
TOO_BIG = 0.4
FAR_TOO_BIG = 0.7
MISLEADING = frozenset(
    {
        "newsletter or subscription",
        "advertisement",
        "embedded content that is not shown",
        "share bar",
        "player",
        "date line",
        "box beside the article",
        "navigation",
        "form",
        "table",
    }
)
#: An element with a picture and at most so many characters is a picture with its caption, or a teaser.
PICTURE_TEXT = 300
#: An element with at most so many characters can be a box: a list of links, a newsletter form.
BOX_TEXT = 1200
#: Subheadings of German papers have up to 150 characters; what is longer is set as a heading for looks.
LONGEST_HEADING = 250
#: What names say wrongly at times: the page's own text of the article (articleBody) outweighs them.
DOUBTFUL = frozenset(
    {"newsletter or subscription", "share bar", "pointer to other articles", "advertisement", "navigation"}
)
#: Title and standfirst are looked for among so many chunks above the first paragraph.
ABOVE = 60
#: A byline has at most so many characters.
BYLINE = 120
#: Bold paragraphs up to this length (characters) can be subheadings.
BOLD_HEADING = 140

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: What the first line of a box can say of the rest.
_BOXES = frozenset(
    {
        "pointer to other articles",
        "newsletter or subscription",
        "social media channel",
        "advertisement",
        "author box",
    }
)
_COMMENTS = re.compile(
    r"(?:\d+ )?(?:leser)?kommentare?\b.{0,20}\Z|diskutieren sie|(?:zur )?diskussion\W*\Z", re.IGNORECASE
)
_BOX_HEADS = re.compile(
    r"(?:(?:transparenz)?hinweis|info(?:box|kasten)?|zur (?:person|sache)|steckbrief|service|zitier\w+)\W*\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:][\"“”«»›‹'’‘)\]]*$")
#: "+++ 10:15 Uhr: Zug fährt wieder +++": how live blogs head their entries.
_TICKER = re.compile(r"\+\+\+.+\+\+\+\Z")
_PERIOD_END = re.compile(r"[.…,;][\"“”«»›‹'’‘)\]]*$")


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


def letters(text: str) -> str:
    """`text` without anything but letters and digits, in lower case: for comparing."""
    return re.sub(r"[\W_]+", "", text).casefold()


@dataclass(slots=True)
class Body:
    """The element that holds the article.

    Attributes:
        parts: Its chunks, in order.
        lead: The standfirst, where it stands above and outside the element.
        shown: Headings above the first paragraph, top down: one of them is the title that readers see.
        bylines: Lines that may name the authors, from the title to the end of the text.
    """

    parts: list[Part]
    lead: str | None
    shown: list[str]
    bylines: list[str]


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


def _kind_of(chunk: Chunk) -> tuple[str, ...]:
    """Tag and class of a chunk's element and of the one around it."""
    return tuple(
        part for element in islice(chunk.ancestors(), 2) for part in (element.tag, element.get("class") or "")
    )


def _box_by_headline(first: str) -> str | None:
    """What a box is by its first line ("Newsletter", "Auch interessant", "Zur Person")."""
    if _BOX_HEADS.match(first):
        return "box beside the article"
    if "newsletter" in first.casefold():
        return "newsletter or subscription"
    reason = reason_to_drop(first)
    return reason if reason in _BOXES else None


class _Finder:
    """One page's search for its body."""

    def __init__(self, chunks: list[Chunk], said: Said) -> None:
        self.chunks = chunks
        self.said = letters(said.body)
        self.titles = {letters(text) for text in said.headlines.values()}
        self.descriptions = [letters(text) for text in said.descriptions]
        # what each element holds, in characters: text, text in links, sure paragraphs of any article
        self.texts: Counter[HtmlElement] = Counter()
        self.linked: Counter[HtmlElement] = Counter()
        self.paragraphs: Counter[HtmlElement] = Counter()
        self.titled: set[HtmlElement] = set()
        self.pictured: set[HtmlElement] = set()
        self.unlinked: Counter[HtmlElement] = Counter()
        self.first: dict[HtmlElement, Chunk] = {}
        self.heading: dict[HtmlElement, Chunk] = {}
        self.sure = [chunk for chunk in chunks if _is_paragraph(chunk)]
        kinds: Counter[tuple[str, ...]] = Counter()
        for chunk in self.sure:
            kinds[_kind_of(chunk)] += len(chunk.text)
        self.usual = max(kinds, key=lambda kind: kinds[kind], default=())
        self._measure()
        self.most = max(self.paragraphs.values(), default=0)
        self.noise: dict[HtmlElement, str | None] = {}
        self.weights: dict[HtmlElement, float] = defaultdict(float)
        self.container: HtmlElement
        self.start, self.end = 0, len(chunks)

    def _measure(self) -> None:
        for chunk in self.chunks:
            # "Kicker: linked title": the bold kicker counts as part of the link
            titled = chunk.level == 1 or letters(chunk.text) in self.titles
            linked = chunk.linked + (chunk.bold if chunk.linked > 0.3 and chunk.bold < 0.6 else 0.0)
            for element in chunk.ancestors():
                self.texts[element] += len(chunk.text)
                self.linked[element] += round(min(1.0, linked) * len(chunk.text))
                self.unlinked[element] += not chunk.linked
                if titled:
                    self.titled.add(element)
                self.first.setdefault(element, chunk)
                if chunk.level:
                    self.heading.setdefault(element, chunk)
        for chunk in self.sure:
            for element in chunk.ancestors():
                self.paragraphs[element] += len(chunk.text)

    def body(self) -> Body:
        container = self._container()
        if container is None:
            return Body([], None, [], [])
        self.container = container
        inside = [chunk for chunk in self.chunks if any(e is container for e in chunk.ancestors())]
        self.start = next((c.index for c in inside if _is_paragraph(c) and not self._is_lead(c)), 0)
        parts = [self._label(chunk) for chunk in inside]
        first = next((part.chunk for part in parts if part.label == "body"), parts[0].chunk)
        above = self.chunks[max(0, first.index - ABOVE) : first.index]
        return Body(
            parts, self._lead_above(above, parts[0].chunk), self._shown(above), self._bylines(above, parts)
        )

    def _lead_above(self, above: list[Chunk], start: Chunk) -> str | None:
        """The standfirst between title and body: by its names, or else the paragraph below the title."""
        outside = [chunk for chunk in above if chunk.index < start.index]
        titles = [
            i for i, chunk in enumerate(outside) if chunk.level == 1 or letters(chunk.text) in self.titles
        ]
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
            if chunk.level in (1, 2)
            and chunk.linked < 0.5
            and any(element.tag in ("article", "main", "section") for element in chunk.ancestors())
        ]

    def _bylines(self, above: list[Chunk], parts: list[Part]) -> list[str]:
        titles = [
            i for i, chunk in enumerate(above) if chunk.level == 1 or letters(chunk.text) in self.titles
        ]
        last = parts[-1].chunk.index + 1
        near = above[titles[0] if titles else -15 :]
        near += [part.chunk for part in parts if part.label in ("noise", "body")]
        said = [c.text for c in near if len(c.text) <= BYLINE and (says_byline(c.text) or self._is_author(c))]
        below = self.chunks[last : last + 12]
        return said + [c.text for c in below if len(c.text) <= BYLINE and says_byline(c.text)]

    def _is_author(self, chunk: Chunk) -> bool:
        return any(self._noise_at(element) == "author box" for element in islice(chunk.ancestors(), 3))

    # where the body is

    def _container(self) -> HtmlElement | None:
        sure = [c for c in self.sure if not any(self._noise_at(element) for element in c.ancestors())]
        self.end = self._comments_start(sure)
        sure = [chunk for chunk in sure if chunk.index < self.end]
        if not sure:
            return None
        for chunk in sure:
            # articleBody may be a part of the text only, or the place of comments
            weight = (len(chunk.text) - 0.5 * SURE) * (QUOTED if self._is_said(chunk) else 1)
            for element in chunk.ancestors():
                self.weights[element] += weight
        root = list(sure[0].ancestors())[-1]
        articles = [element for element in self.weights if element.tag == "article"]
        best = max(articles, key=lambda element: self.weights[element], default=root)
        return self._innermost(best if self.weights[best] > MAIN * self.weights[root] else root)

    def _comments_start(self, sure: list[Chunk]) -> int:
        """Where the readers' comments begin, if they have a heading below the text; else behind all."""
        for chunk in self.chunks:
            if chunk.level > 1 and _COMMENTS.match(chunk.text):
                above = sum(len(c.text) for c in sure if c.index < chunk.index)
                if above >= ENOUGH:
                    return chunk.index
        return len(self.chunks)

    def _innermost(self, element: HtmlElement) -> HtmlElement:
        total = self.weights[element]
        while True:
            best = max(element, key=lambda child: self.weights.get(child, 0.0), default=None)
            if best is None or self.weights.get(best, 0.0) < SHARE * total or best.tag == "p":
                return element
            element = best

    def _is_said(self, chunk: Chunk) -> bool:
        """Whether the page's own data has the chunk's text as the article's."""
        text = letters(chunk.text)
        return len(text) >= 20 and bool(self.said) and text in self.said

    def _noise_at(self, element: HtmlElement) -> str | None:
        """Why an element's text is not the article's; None where it holds much of the page's paragraphs."""
        if element not in self.noise:
            share = self.paragraphs[element] / max(1, self.most)
            reason = noise_by_name(element)
            if (
                element.tag in ("ul", "ol")
                and reason == "pointer to other articles"
                and not self.linked[element]
            ):
                reason = None  # a list of the article's own, whatever its class is called
            if share > (TOO_BIG if reason in MISLEADING else FAR_TOO_BIG):
                reason = None
            elif reason is None and share <= TOO_BIG:
                reason = self._box(element)
            self.noise[element] = reason
        return self.noise[element]

    def _box(self, element: HtmlElement) -> str | None:
        """Small elements that say by what they hold what they are: pictures, links, boxes with a headline."""
        size = self.texts[element]
        if element.tag == "p" or not 0 < size <= BOX_TEXT or element in self.titled:
            return None
        if size <= PICTURE_TEXT and next(element.iter("img", "picture", "video"), None) is not None:
            self.pictured.add(element)
            return "picture caption"
        if self.linked[element] >= 0.6 * size and element.tag not in _HEADINGS:
            return "pointer to other articles"
        if element.tag in ("ul", "ol") and len(element) > 1 and not self.unlinked[element]:
            return "pointer to other articles"
        heading = self.heading.get(element)
        if heading is not None and heading.linked > 0.9:
            return "pointer to other articles"
        first = self.first[element].text
        return _box_by_headline(first) if len(first) < min(SURE, size) else None

    # what each chunk is

    def _label(self, chunk: Chunk) -> Part:
        if letters(chunk.text) in self.titles or chunk.level == 1:
            return Part(chunk, "title")
        reason = self._surroundings(chunk) if chunk.index < self.end else "comments"
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
        judge = reason_to_drop_heading if self._heads_text(chunk) else reason_to_drop
        if (reason := judge(chunk.text)) and not (self._is_said(chunk) and len(chunk.text) > 80):
            return Part(chunk, "noise", reason)
        if chunk.linked >= 0.75 and len(chunk.text) < 300 and not self._is_said(chunk):
            return Part(chunk, "noise", "pointer to other articles")
        if above and self._is_lead(chunk):
            return Part(chunk, "lead")
        return _label_text(chunk, self.container)

    def _heads_text(self, chunk: Chunk) -> bool:
        """Whether a chunk is a subheading without a link, and a paragraph stands right below it."""
        below = self.chunks[chunk.index + 1 : chunk.index + 2]
        return chunk.level > 1 and not chunk.linked and all(map(_is_paragraph, below)) and bool(below)

    def _surroundings(self, chunk: Chunk) -> str | None:
        for element in chunk.ancestors():
            if element is self.container:
                return None
            reason = self._noise_at(element)
            if reason and not (element in self.pictured and self._is_usual(chunk)):
                return reason
        return None

    def _is_usual(self, chunk: Chunk) -> bool:
        """Whether a chunk stands in the same kind of element as most of the text: beside a picture, say."""
        return len(chunk.text) >= SURE and _kind_of(chunk) == self.usual

    def _is_lead(self, chunk: Chunk) -> bool:
        """Whether a chunk is the standfirst by its names, or is what the page gives as its description."""
        if len(chunk.text) < (SURE if chunk.level else 30) or byline(chunk.text) is not None:
            return False
        near = list(islice(chunk.ancestors(), 2))
        if any(
            LEAD.search(names(element)) for element in near if self.paragraphs[element] <= TOO_BIG * self.most
        ):
            return True
        text = letters(chunk.text)
        # the page may show a place before it ("Berlin. …")
        return len(text) > 40 and any(
            text.endswith(said) and len(said) > 0.7 * len(text) for said in self.descriptions
        )


def _label_text(chunk: Chunk, container: HtmlElement) -> Part:
    text = chunk.text
    if chunk.level:
        return Part(chunk, "heading" if len(text) < LONGEST_HEADING else "body")
    if len(text) < LONGEST_HEADING and HEADING.search(names(chunk.owner)):
        return Part(chunk, "heading")
    if len(text) < LONGEST_HEADING and _TICKER.match(text):
        return Part(chunk, "heading")
    if chunk.bold > 0.95 and len(text) <= BOLD_HEADING and not _PERIOD_END.search(text):
        return Part(chunk, "question" if text.endswith("?") else "heading")
    kinds = {element.tag for element in takewhile(lambda e: e is not container, chunk.ancestors())}
    if "blockquote" in kinds:
        return Part(chunk, "quote")
    if "li" in kinds or "dd" in kinds:
        return Part(chunk, "item")
    if chunk.owner.tag == "p" or _SENTENCE_END.search(text) or len(text) > 2 * SURE:
        return Part(chunk, "body")
    return Part(chunk, "noise", "no sentence")
