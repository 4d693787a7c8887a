"""How text is set that has no tag for it: bold by style or class, and headings that are so by class alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from podcaster.article.markup import HEADING, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A style or class for bold type is believed of elements with at most so many characters, not of whole texts.
LONGEST_BOLD = 300
#: A class like "h3" makes a heading of a line of at most so many characters.
LONGEST_LINE = 140

_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_BOLD = re.compile(r"(?<!\w)(?<!no )(?<!not )(?<!non )(?:(?:semi|extra|demi) ?)?(?:bold|fett)(?!\w)")
#: "h3", "article-h3", "text--h3"; "h-3" is a height.
_LEVEL = re.compile(r"(?:^|[\s_-])h([2-6])(?=$|\s)")
#: What ends a sentence or a part of it, and no heading.
PERIOD_END = re.compile(r"[.,;…][\"“”«»›‹'’‘)\]]*\Z")
_LINES = frozenset({"p", "div", "span"})
#: What flows in a line of text and can be set apart.
_SPANS = frozenset({"span", "b", "strong", "em", "i"})


def is_bold(element: HtmlElement) -> bool:
    """Whether an element's style or class sets it in bold type, and it is short."""
    style, names = element.get("style"), element.get("class")
    if not (style and _BOLD_STYLE.search(style)) and not (names and _BOLD.search(words(names))):
        return False
    return len(element.text_content()) <= LONGEST_BOLD


def level_by_class(element: HtmlElement) -> int:
    """2 to 6 for a line that is set as a heading by a class like "h3"; 0 for all else, sentences too."""
    names = element.get("class")
    if not names or element.tag not in _LINES or not (found := _LEVEL.search(names)):
        return 0
    text = element.text_content().strip()
    return int(found[1]) if len(text) <= LONGEST_LINE and not PERIOD_END.search(text) else 0


def is_line_of_its_own(element: HtmlElement) -> bool:
    """Whether an element in a line is named as a subheading and nothing stands behind it in its line."""
    if element.tag not in _SPANS or not (names := element.get("class")) or not HEADING.search(words(names)):
        return False
    following = element.getnext()
    return not (element.tail or "").strip() and (following is None or following.tag not in _SPANS | {"a"})
