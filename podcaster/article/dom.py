"""A page as a row of text chunks in the order of reading, each with what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from podcaster.article.draft import one_line
from podcaster.article.looks import is_bold, is_line_of_its_own, level_by_class
from podcaster.errors import PodcasterError
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Elements whose text is never shown or never an article's.
_SKIPPED = frozenset(
    "script style noscript template svg iframe head button select option textarea canvas object map datalist "
    "math dialog nav meta link input progress".split()
)
#: Elements that flow in a line of text; all others begin a new chunk.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_BOLD = frozenset({"b", "strong", "u"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|visuallyhidden|screen-?reader(?:-text|-only)?|a11y-?hidden|"
    r"is-?hidden|u-?hidden|hide-?visually|aural|hidden-?text|invisible)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: What explains a word when it is pointed at, and what such a word is set in.
_TIP = re.compile(r"(?:^|[\s_-])(?:tool-?tip|pop-?over)", re.IGNORECASE)
_TERM = re.compile(
    r"gloss|lexi[kc]|tool-?tip|pop-?over|term|hint|explain|erkl|definition|info", re.IGNORECASE
)
#: The price of a share, set into a sentence.
_SHARE = re.compile(r"stock|kurs|b(?:ö|oe)rse|quote|ticker|widget|finan|instrument|isin", re.IGNORECASE)
_PRICE = re.compile(r"\W*(?:(?:ISIN|WKN)\b|.*[+−–-]\s?\d+(?:[.,]\d+)?\s?%\W*\Z)", re.DOTALL)
_LONGEST_PRICE = 80  # characters
#: Hidden text of this length is kept: pages hide their body until a script shows it.
_LONG_HIDDEN = 600  # characters
#: A first line in bold type up to this length can be a subheading that a line break ends.
_LONGEST_LINE = 140  # characters
#: Elements within elements; what lies deeper is taken as text (Python's own stack ends at 1000).
_DEEPEST = 400


@dataclass(slots=True, eq=False)
class Chunk:
    """A run of text between two block elements.

    Attributes:
        text: In one line.
        owner: The block element that holds it.
        level: 1 to 6 inside h1 to h6, else 0.
        linked: Share of its characters in links to other places.
        bold: Share of its characters in bold type.
        bold_start: The text in bold type at its start ("Berlin.", an interviewer's question).
        index: Its place among the page's chunks.
    """

    text: str
    owner: HtmlElement
    level: int = 0
    linked: float = 0.0
    bold: float = 0.0
    bold_start: str = ""
    index: int = 0

    def ancestors(self) -> Iterator[HtmlElement]:
        """Its owner and all elements around it, from the inside out."""
        yield self.owner
        yield from self.owner.iterancestors()


@dataclass(slots=True)
class _Run:
    """Text that is being collected: pieces, and how many of their characters are linked and bold.

    `first_line` is the number of pieces, and `first_length` of characters, before the first line break, where
    all before it is in bold type and what follows is not, or begins with a label ("Q?<br>Name: …").
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    bold: int = 0
    bold_start: list[str] = field(default_factory=list)
    breaks: int = 0
    line: tuple[int, int] = (0, 0)
    first_line: int = 0
    first_length: int = 0

    def add(self, text: str, linked: bool, bold: bool) -> None:
        length = len(text.strip())
        if length and 0 < self.length == self.bold:
            if self.breaks:
                self.line = len(self.parts), self.length
            label = one_line("".join(self.parts[self.line[0] :]))
            if self.line[0] and not bold and (not label or label.endswith(":")):
                self.first_line, self.first_length = self.line
        self.parts.append(text)
        if not length:
            return
        if bold and self.bold == self.length:
            self.bold_start.append(text)
        self.length += length
        self.linked += length * linked
        self.bold += length * bold
        self.breaks = 0

    def find_question(self) -> None:
        """ "<b>Why so late?</b> Because …": a question in bold type is a first line too."""
        start = "".join(self.bold_start).rstrip()
        if self.first_line or not start.endswith("?") or self.bold == self.length:
            return
        texts = [i for i, part in enumerate(self.parts) if part.strip()]
        behind = texts[len(self.bold_start)]
        if re.match(r"[\"„“»«]?[A-ZÄÖÜ]", self.parts[behind].strip()):
            self.first_line, self.first_length = behind, sum(len(part.strip()) for part in self.bold_start)


def parse_page(text: str, name: str) -> HtmlElement:
    """The page's tree. Raises PodcasterError where there is no HTML in it."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        # an encoding declaration contradicts text that is decoded already
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PodcasterError(f"{name}: this page has no content.") from error
    return root


def chunks(root: HtmlElement) -> list[Chunk]:
    """All text of the page's body that is shown, in the order of reading."""
    body = root.find("body")
    walker = _Walker()
    start = root if body is None else body
    walker.visit(start, start, _Style(), 0)
    for index, chunk in enumerate(walker.found):
        chunk.index = index
    return walker.found


class _Style(NamedTuple):
    """What the elements around a text make of it."""

    linked: bool = False
    bold: bool = False
    level: int = 0


class _Walker:
    """Goes through the tree and cuts its text where block elements begin and end."""

    def __init__(self) -> None:
        self.found: list[Chunk] = []
        self.run = _Run()

    def visit(self, element: HtmlElement, owner: HtmlElement, style: _Style, depth: int) -> None:
        """Collect the text in `element`; `owner` is the block element that holds it."""
        tag = element.tag
        if tag == "br":
            self.line_break(owner, style)
        elif depth > _DEEPEST:
            self.run.add(element.text_content(), style.linked, style.bold)
        elif not _is_skipped(element) and not _is_hidden(element) and not _is_inset(element):
            self.open(element, owner, style, depth)

    def open(self, element: HtmlElement, owner: HtmlElement, style: _Style, depth: int) -> None:
        """Collect the text in an element that is shown."""
        tag = element.tag
        block = not _is_inline(element) or self._is_line(element, style)
        if block:
            self.flush(owner, style)
            owner = element
        style = _Style(
            style.linked or (tag == "a" and not (element.get("href") or "#").startswith("#")),
            style.bold or tag in _BOLD or is_bold(element),
            _level(element) or style.level or level_by_class(element),
        )
        if element.text:
            self.run.add(element.text, style.linked, style.bold)
        for child in element:
            if style.level and self._touches(child):
                self.run.add(" ", style.linked, style.bold)
            if isinstance(child.tag, str):
                self.visit(child, owner, style, depth + 1)
            if child.tail:
                self.run.add(child.tail, style.linked, style.bold)
        if block:
            self.flush(owner, style)

    def _is_line(self, element: HtmlElement, style: _Style) -> bool:
        """Whether an element that flows in a line is a subheading by its name, in a line of its own."""
        return not self.run.length and not style.level and is_line_of_its_own(element)

    def _touches(self, child: HtmlElement) -> bool:
        """Whether a heading's part begins where another ended: "<span>Kicker</span><span>Title</span>"."""
        before = child.getprevious()
        return before is not None and child.tag == before.tag == "span" and not before.tail

    def line_break(self, owner: HtmlElement, style: _Style) -> None:
        """One <br> is a space, two are a new paragraph."""
        self.run.breaks += 1
        if self.run.breaks >= 2:
            self.flush(owner, style)
        else:
            self.run.parts.append(" ")

    def flush(self, owner: HtmlElement, style: _Style) -> None:
        """End the run: what was collected belongs to `owner`."""
        run = self.run
        if not run.parts:
            return
        self.run = _Run()
        run.find_question()
        if run.first_line and not style.level:
            self.keep_first_line(owner, run)
        text = one_line("".join(run.parts))
        if text and run.length:
            linked, bold = run.linked / run.length, run.bold / run.length
            start = one_line("".join(run.bold_start))
            self.found.append(Chunk(text, owner, style.level, linked, bold, start))

    def keep_first_line(self, owner: HtmlElement, run: _Run) -> None:
        """ "<b>Head</b><br>Text …": a first line in bold type is a chunk of its own."""
        first, rest = one_line("".join(run.parts[: run.first_line])), run.parts[run.first_line :]
        short = len("".join(rest)) < len(first) and not first.endswith("?")
        if len(first) > _LONGEST_LINE or first.endswith(":") or short:
            return
        self.found.append(Chunk(first, owner, 0, min(1.0, run.linked / run.first_length), 1.0, first))
        run.parts, run.bold_start = rest, []
        run.length, run.bold = run.length - run.first_length, run.bold - run.first_length
        run.linked = min(run.linked, run.length)


def _level(element: HtmlElement) -> int:
    """1 to 6 for a heading, by its tag or its role; 0 for all else."""
    if element.get("role") == "heading":
        level = element.get("aria-level") or "2"
        return int(level) if level in "123456" and level else 2
    return _HEADINGS.get(element.tag, 0)


def is_logo(heading: HtmlElement) -> bool:
    """Whether a heading is the site's name: all of it is a link to the first page."""
    link = next(heading.iter("a"), None)
    if link is None or letters(link.text_content()) != letters(heading.text_content()):
        return False
    return bool(re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", link.get("href") or "#"))


def _is_skipped(element: HtmlElement) -> bool:
    """Whether the element's text is never shown; the template of a shadow root is."""
    if element.tag == "template":
        return not any(name.startswith("shadowroot") for name in element.attrib)
    if element.tag == "sup":  # the number of a footnote
        return any((link.get("href") or "").startswith("#") for link in element.iter("a"))
    return element.tag in _SKIPPED


def _is_inline(element: HtmlElement) -> bool:
    """Whether the element flows in a line; of custom elements, those amid text with only text inside."""
    tag = element.tag
    if "-" not in tag:
        return tag in INLINE
    parent = element.getparent()
    around = (element.tail or "").strip() or (parent is not None and (parent.text or "").strip())
    return bool(around) and all(child.tag in INLINE for child in element.iterdescendants())


def _is_hidden(element: HtmlElement) -> bool:
    """Whether the element is for screen readers or not shown at all, and does not hold a whole text."""
    return is_hidden(element) and len(element.text_content()) < _LONG_HIDDEN


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element is for screen readers, or not shown before a script shows it."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style, names = element.get("style"), element.get("class")
    return bool((style and _HIDDEN_STYLE.search(style)) or (names and _HIDDEN_CLASS.search(names)))


def _is_inset(element: HtmlElement) -> bool:
    """Whether an element explains a word of the sentence, or shows a share's price, and is no part of it."""
    if element.get("role") == "tooltip":
        return True
    names = element.get("class")
    if not names or not _may_be_inset(names) or (around := element.getparent()) is None:
        return False
    if _TIP.search(names):
        of_term = around.tag in ("abbr", "dfn", "button") or (
            around.tag in INLINE and bool(_TERM.search(around.get("class") or ""))
        )
        wraps = any(_TIP.search(inner.get("class") or "") for inner in element.iterdescendants())
        return (
            of_term and not wraps and bool((around.text or "").strip() or element.getprevious() is not None)
        )
    if element.tag not in INLINE or not _SHARE.search(names):
        return False
    text = element.text_content()
    return len(text) <= _LONGEST_PRICE and bool(_PRICE.match(text))


@lru_cache(maxsize=4096)
def _may_be_inset(names: str) -> bool:
    return bool(_TIP.search(names) or _SHARE.search(names))
