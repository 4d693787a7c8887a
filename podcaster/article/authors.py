"""Who wrote the article of a page: by its data, by what it shows, by its scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from podcaster.article.body import Body
from podcaster.article.bylines import lines_of_names, marked_authors
from podcaster.article.draft import Draft
from podcaster.article.ending import initials_below, signature_below
from podcaster.article.people import agency, clean_author, is_name, unique
from podcaster.article.scripts import script_authors
from podcaster.article.structured import Said
from podcaster.text import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def find_authors(root: HtmlElement, said: Said, draft: Draft, body: Body) -> tuple[str, ...]:
    """People by JSON-LD, or whom the page shows; else its organisation, meta elements, scripts, the paper."""
    own = {letters(name) for name in (said.site, said.publisher, draft.publisher) if name}
    if said.url and (host := re.match(r"https?://(?:www\.)?([\w-]+)", said.url)):
        own.add(letters(host[1]))

    def people(texts: Iterable[str]) -> tuple[str, ...]:
        names = [_without_own(name, own) for text in texts for name in clean_author(text)]
        return unique(name for name in names if letters(name) not in own)

    found = people(said.people)
    if any(" " in name for name in found):
        return found
    desk = unique(said.organisations[:1])
    # "elbblatt.de, Dresden, Germany" names the paper and where it is
    meta = people(
        part
        for text in said.author_meta
        if not re.search(r"www\.|https?:", text)
        for part in _before_own(text, own)
    )
    persons = unique(name for name in meta if is_name(name))
    shown = _shown(root, body, draft, people, persons)
    if found:  # initials ("pli") in the data, the name on the page
        return shown or found
    # else the paper signs in its data, a person on the page
    if desk and (not shown or letters(desk[0]) not in own):
        return desk
    signs = unique(name for text in said.people for name in agency(text))
    paper = unique(name for name in said.people[:1] if letters(name) in own)
    return shown or meta or signs or people(script_authors(root)) or initials_below(body.parts) or paper


def _shown(
    root: HtmlElement,
    body: Body,
    draft: Draft,
    people: Callable[[Iterable[str]], tuple[str, ...]],
    persons: tuple[str, ...],
) -> tuple[str, ...]:
    """Whom the page shows: marked as its authors, in bylines, else below the text.

    `people` gives the names in texts; `persons` are those in meta elements, which decide where lines differ.
    """
    if marked := people(marked_authors(root, body.zone, body.around)) or draft.authors:
        return marked
    lines = people(lines_of_names(body.zone, body.bylines))
    said = persons if not lines or set(persons) & set(lines) else lines
    return said or signature_below(body.parts)


def _without_own(name: str, own: set[str]) -> str:
    """A name without the paper's behind it: "Petra Linde - Tageblatt"."""
    first, _, rest = name.partition(" - ")
    return first if rest and letters(rest) in own else name


def _before_own(text: str, own: set[str]) -> list[str]:
    """An author field; where the paper is named in it, only the names before it: "Petra Linde, Tageblatt"."""
    parts = [part.strip() for part in text.split(",")]
    at = next((i for i, part in enumerate(parts) if letters(part) in own), None)
    return [text] if at is None else [part for part in parts[:at] if is_name(part)]
