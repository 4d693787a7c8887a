"""Why a chunk's text is not the article's, by the elements around it: their names, content and build."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from podcaster.article.dom import Chunk
from podcaster.article.draft import one_line
from podcaster.article.markup import Sign, noise_by_name, signs
from podcaster.article.noise import reason_to_drop

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
#: The first line of a box has at most so many characters.
BOX_HEADLINE = 60


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: What a heading's own name says wrongly ("teaser__title", "caption") where it heads a paragraph of the text.
_OF_PLACE = frozenset({"pointer to other articles", "picture caption"})
#: What no element is that holds the page's title above the text: "article-comment__header".
_NEVER_HEADER = frozenset(
    {"comments", "pointer to other articles", "box beside the article", "picture caption", "author box"}
)
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
_BOX_HEADS = re.compile(
    r"(?:(?:transparenz)?hinweis|info(?:box|kasten)?|zur (?:person|sache)|steckbrief|service|zitier\w+|"
    r"quellen(?:angaben?|verzeichnis|nachweise?)?|literatur(?:verzeichnis|angaben?)?|"
    r"(?:presse)?kontakt|ansprechpartner\w*)\W*\Z",
    re.IGNORECASE,
)


def kind_of(chunk: Chunk) -> tuple[str, ...]:
    """Tag and class of a chunk's element and of the one around it."""
    return tuple(
        part for element in islice(chunk.ancestors(), 2) for part in (element.tag, element.get("class") or "")
    )


class Surroundings:
    """What the elements of one page hold, and why their text is not the article's.

    `sure` are the chunks that are surely paragraphs of some article, `is_title` says whether one is the
    page's title, `is_named` whether it is surely so, by the page's data.
    """

    def __init__(
        self,
        chunks: list[Chunk],
        sure: list[Chunk],
        is_title: Callable[[Chunk], bool],
        is_named: Callable[[Chunk], bool],
    ) -> None:
        # what each element holds, in characters: text, text in links, sure paragraphs of any article
        self.texts: Counter[HtmlElement] = Counter()
        self.linked: Counter[HtmlElement] = Counter()
        self.paragraphs: Counter[HtmlElement] = Counter()
        self.titled: set[HtmlElement] = set()
        self.headers: set[HtmlElement] = set()
        self.pictured: set[HtmlElement] = set()
        self.unlinked: Counter[HtmlElement] = Counter()
        self.first: dict[HtmlElement, Chunk] = {}
        self.last: dict[HtmlElement, Chunk] = {}
        self.heading: dict[HtmlElement, Chunk] = {}
        self.reasons: dict[HtmlElement, str | None] = {}
        kinds: Counter[tuple[str, ...]] = Counter()
        for chunk in sure:
            kinds[kind_of(chunk)] += len(chunk.text)
            for element in chunk.ancestors():
                self.paragraphs[element] += len(chunk.text)
        self.unbelieved = self._misleading_signs(sure)
        self.usual = max(kinds, key=lambda kind: kinds[kind], default=())
        self.most = max(self.paragraphs.values(), default=0)
        self._measure(chunks, is_title)
        half = sure[len(sure) // 2].index if sure else 0
        for chunk in chunks[:half]:
            if chunk.level and is_named(chunk):
                self.headers.update(chunk.ancestors())

    def _measure(self, chunks: list[Chunk], is_title: Callable[[Chunk], bool]) -> None:
        for chunk in chunks:
            # "Kicker: linked title": the bold kicker counts as part of the link
            linked = chunk.linked + (chunk.bold if chunk.linked > 0.3 and chunk.bold < 0.6 else 0.0)
            titled = is_title(chunk)
            apart = not chunk.linked or _goes_on_behind_link(chunk)
            for element in chunk.ancestors():
                self.texts[element] += len(chunk.text)
                self.linked[element] += round(min(1.0, linked) * len(chunk.text))
                self.unlinked[element] += apart
                if titled:
                    self.titled.add(element)
                self.first.setdefault(element, chunk)
                self.last[element] = chunk
                if chunk.level:
                    self.heading.setdefault(element, chunk)

    def _misleading_signs(self, sure: list[Chunk]) -> set[Sign]:
        """Signs that stand on much of the page's text, on one element or on many: "widget" on every block."""
        weights: Counter[Sign] = Counter()
        known: dict[HtmlElement, tuple[Sign, ...]] = {}
        for chunk in sure:
            found: set[Sign] = set()
            for element in chunk.ancestors():
                if element not in known:
                    known[element] = tuple(sign for sign in signs(element) if sign.reason in MISLEADING)
                found.update(known[element])
            for sign in found:
                weights[sign] += len(chunk.text)
        total = sum(len(chunk.text) for chunk in sure)
        return {sign for sign, weight in weights.items() if weight > TOO_BIG * total}

    def holds_little(self, element: HtmlElement) -> bool:
        """Whether an element holds only a part of the page's paragraphs."""
        return self.paragraphs[element] <= TOO_BIG * self.most

    def is_header(self, element: HtmlElement) -> bool:
        """Whether an element holds the title, and little beside it."""
        return element in self.headers and self.texts[element] <= BOX_TEXT and self.holds_little(element)

    def reason_at(self, element: HtmlElement) -> str | None:
        """Why an element's text is not the article's; None where it holds much of the page's paragraphs."""
        if element not in self.reasons:
            share = self.paragraphs[element] / max(1, self.most)
            reason = noise_by_name(element, self.unbelieved)
            if reason in _NEVER_HEADER and self._is_of_header(element):
                reason = None
            if element.tag in _HEADINGS and reason in MISLEADING:
                reason = None  # "heading-anchor", "article-info-title": a heading's own name
            if reason in _OF_PLACE and self._heads_text(element):
                reason = None
            if (
                element.tag in ("ul", "ol")
                and reason == "pointer to other articles"
                and not self.linked[element]
            ):
                reason = None  # a list of the article's own, whatever its class is called
            if reason == "date line" and self.paragraphs[element]:
                reason = None  # a first paragraph with its place, "dateline"
            if share > (TOO_BIG if reason in MISLEADING else FAR_TOO_BIG):
                reason = None
            elif reason is None and share <= TOO_BIG:
                reason = self._box(element)
            self.reasons[element] = reason
        return self.reasons[element]

    def _is_of_header(self, element: HtmlElement) -> bool:
        """Whether an element holds the title above the text, or lies in one that is named as it is."""
        around = element.getparent()
        if element in self.headers or around not in self.headers:
            return element in self.headers
        # "entry__teaser" right beside the title is the standfirst
        beside = element.tag == "p" and not self.linked[element]
        return (beside and self.is_header(around)) or bool(set(signs(element)) & set(signs(around)))

    def _heads_text(self, element: HtmlElement) -> bool:
        """Whether an element is a heading without a link, and a paragraph stands right below it."""
        below = element.getnext()
        return (
            element.tag in _HEADINGS
            and not self.linked[element]
            and below is not None
            and self.paragraphs[below] > 0
            and (below.tag == "p" or noise_by_name(below, self.unbelieved) is None)
        )

    def reason(self, chunk: Chunk, container: HtmlElement | None) -> str | None:
        """Why a chunk's text is not the article's, by an element around it and inside `container`."""
        for element in chunk.ancestors():
            if element is container:
                return None
            reason = self.reason_at(element)
            if reason and not (element in self.pictured and self.is_usual(chunk)):
                return reason
        return None

    def is_usual(self, chunk: Chunk) -> bool:
        """Whether a chunk stands in the same kind of element as most of the text: beside a picture, say."""
        return len(chunk.text) >= BOX_HEADLINE and kind_of(chunk) == self.usual

    def _tells(self, opening: Chunk) -> bool:
        """Whether an element's first chunk is a paragraph of the text, above the box that follows in it."""
        if opening.level or opening.linked > 0.3:
            return False
        return len(opening.text) > PICTURE_TEXT or (
            self.paragraphs[opening.owner] > 0 and self.is_usual(opening)
        )

    def _box(self, element: HtmlElement) -> str | None:
        """Small elements that say by what they hold what they are: pictures, links, boxes with a headline."""
        size = self.texts[element]
        if element.tag == "p" or not 0 < size <= BOX_TEXT or element in self.titled:
            return None
        if size <= PICTURE_TEXT and next(element.iter("img", "picture", "video"), None) is not None:
            self.pictured.add(element)
            return "picture caption"
        opening = self.first[element]
        if self.linked[element] >= 0.6 * size and element.tag not in _HEADINGS and not self._tells(opening):
            return "pointer to other articles"
        if element.tag in ("ul", "ol") and len(element) > 1 and not self.unlinked[element]:
            return "pointer to other articles"
        heading = self.heading.get(element)
        if heading is not None and heading.linked > 0.9 and not self._tells(opening):
            return "pointer to other articles"
        first = opening.text
        return _box_by_headline(first) if len(first) < min(BOX_HEADLINE, size) else None


def _goes_on_behind_link(chunk: Chunk) -> bool:
    """Whether a sentence stands behind a link at the start: "<a>First way</a>: The hall is torn down."."""
    link = next(chunk.owner.iter("a"), None)
    tail = (link.tail or "").strip() if link is not None else ""
    return bool(
        link is not None
        and tail.startswith((":", "–"))
        and chunk.linked < 0.5
        and chunk.text.endswith((".", "!", "?"))
        and chunk.text.startswith(one_line(link.text_content()))
    )


def _box_by_headline(first: str) -> str | None:
    """What a box is by its first line ("Newsletter", "Auch interessant", "Zur Person")."""
    if _BOX_HEADS.match(first):
        return "box beside the article"
    if "newsletter" in first.casefold():
        return "newsletter or subscription"
    reason = reason_to_drop(first)
    return reason if reason in _BOXES else None
