"""A page (HTML) becomes an article's draft: body, title, authors, date and what else the page says."""

from __future__ import annotations

import re
from itertools import takewhile

from podcaster.article.authors import find_authors
from podcaster.article.body import find_body
from podcaster.article.builds import SUMMARY
from podcaster.article.bylines import BYLINE
from podcaster.article.dates import find_date
from podcaster.article.days import find_day
from podcaster.article.dom import chunks, parse_page
from podcaster.article.draft import ADDRESS, Block, Draft
from podcaster.article.ending import drop_author_box, drop_empty_headings, drop_signs
from podcaster.article.entries import join_entries
from podcaster.article.interview import THANKS, names_both, settle_speakers
from podcaster.article.labels import SURE
from podcaster.article.lines import TWO_SENTENCES
from podcaster.article.neighbours import mark_by_neighbours
from podcaster.article.noise import reason_to_drop
from podcaster.article.parts import Part
from podcaster.article.paywall import what_is_shown, why_teaser
from podcaster.article.people import byline, names_said, said_in
from podcaster.article.structured import Said, what_is_said
from podcaster.article.titles import find_title, name_behind
from podcaster.text import letters


def read_page(text: str, name: str) -> tuple[Draft, str | None]:
    """Understand a page's HTML, and say why it is only a teaser of a paid article, if it is.

    `name` is for messages. Raises PodcasterError where there is no content.
    """
    root = parse_page(text, name)
    said = what_is_said(root)
    everything = chunks(root)
    body = find_body(everything, said)
    draft = Draft(title=find_title(root, said, body.shown))
    draft.published = find_day(root, said, body)
    draft.url = said.url
    draft.picture = said.picture
    draft.language = (said.language or "de").replace("_", "-")
    draft.publisher = _publisher(said) or name_behind(said.headlines.get("title", ""), draft.title)
    draft.lead = body.lead
    _take_parts(draft, body.parts, [*said.headlines.values(), draft.title or ""])
    if said.free is not False and _is_mostly_missing(draft, said):
        _take_said(draft, said)
    draft.authors = find_authors(root, said, draft, body)
    drop_signs(draft)
    drop_author_box(draft)
    settle_speakers(draft.blocks)
    return draft, why_teaser(draft, said, what_is_shown(everything, body))


def _publisher(said: Said) -> str | None:
    """The paper's name, and not its company's, by JSON-LD or OpenGraph."""
    host = letters(re.sub(r"^https?://(?:www\.)?|/.*", "", said.url or ""))
    site = said.site or ""
    # a blog's data name the company that hosts it
    better = site and "." not in site and letters(site) in host and letters(said.publisher or "") not in host
    for name in (site, said.publisher) if better else (said.publisher, site):
        if name and not re.search(r"GmbH|\bAG\b|\bKG\b|Verlag|https?:", name):
            return name
    return said.site or (re.split(r"\s+[-–|]\s+", said.publisher)[0] if said.publisher else None)


def _take_parts(draft: Draft, parts: list[Part], titles: list[str]) -> None:
    """Put the body's parts where they belong: lead, blocks, dropped."""
    parts = join_entries(parts)
    mark_by_neighbours(parts)
    _close_summary(parts)
    _take_summary(parts)
    first = next((i for i, part in enumerate(parts) if _is_text(part)), len(parts))
    _take_asking_lead(parts, first)
    if first + 1 < len(parts) and _is_bold_lead(parts, first):
        parts[first].label = "lead"
        first = next((i for i in range(first + 1, len(parts)) if _is_text(parts[i])), len(parts))
    start = _first_heading(parts, first, titles)
    _take_head(draft, parts[:start])
    _take_text(draft, parts[start:])


def _close_summary(parts: list[Part]) -> None:
    """The headline of a summary in an element of its own is no heading for the text that goes on below."""
    for i, part in enumerate(parts):
        if part.label != "heading" or not SUMMARY.match(part.text):
            continue
        rest = [other for other in parts[i + 1 :] if other.label != "noise"]
        below = next((other for other in rest if other.label != "item"), None)
        box = part.chunk.owner.getparent()
        if not rest or below is None or rest[0].label != "item" or below.label not in ("body", "quote"):
            continue
        if box in rest[0].chunk.ancestors() and box not in below.chunk.ancestors():
            part.label = "body"


def _take_summary(parts: list[Part]) -> None:
    """A list between the title and the first paragraph, without a heading, is a part of the standfirst."""
    first = next((i for i, part in enumerate(parts) if part.label in ("body", "quote", "question")), None)
    if first is None:
        return
    if SUMMARY.match(parts[first].text) and parts[first + 1 :] and parts[first + 1].label == "item":
        parts[first].label, parts[first].reason = "noise", "headline of a summary"
        first = next((i for i, part in enumerate(parts) if part.label in ("body", "quote")), first)
    above = parts[:first]
    items = [part for part in above if part.label == "item"]
    # no table of contents, no menu
    told = all(len(part.text) >= SURE or part.text.endswith((".", "!", "?")) for part in items)
    heads = {part.text for part in parts if part.label == "heading"}
    told = told and not any(part.text in heads for part in items)
    if len(items) > 1 and told and not any(part.label == "heading" for part in above):
        for part in items:
            part.label = "lead"


def _take_asking_lead(parts: list[Part], first: int) -> None:
    """The one bold line that asks, of two sentences above the text, is the standfirst of no interview."""
    asked = [i for i, part in enumerate(parts) if part.label == "question"]
    above = [i for i in asked if i < first and TWO_SENTENCES.search(parts[i].text)]
    if len(asked) == len(above) == 1 and len(parts[above[0]].text) >= SURE:
        parts[above[0]].label = "lead"


def _first_heading(parts: list[Part], first: int, titles: list[str]) -> int:
    """Where the text begins: at the first paragraph, or the headings (and their lists) right above it."""
    start = at = first
    while at and parts[at - 1].label in ("heading", "question", "item"):
        at -= 1
        if parts[at].label != "item":
            if _is_of_title(parts[at].text, titles):
                break
            start = at
    return start


def _is_text(part: Part) -> bool:
    return part.label in ("body", "quote", "item") and len(part.text) >= SURE and byline(part.text) is None


def _is_bold_lead(parts: list[Part], i: int) -> bool:
    """Whether a first paragraph in bold type stands before others that are not."""
    following = next((part for part in parts[i + 1 :] if part.label == "body"), None)
    return parts[i].chunk.bold > 0.9 and following is not None and following.chunk.bold < 0.5


def _is_of_title(text: str, titles: list[str]) -> bool:
    """Whether a heading above the text is the title or its kicker."""
    return any(letters(text) in letters(title) for title in titles)


def _take_head(draft: Draft, parts: list[Part]) -> None:
    """What stands above the text: standfirst, byline, and things of no use."""
    for part in parts:
        if part.label == "lead":
            if letters(part.text) not in letters(draft.lead or ""):
                draft.lead = f"{draft.lead} {part.text}" if draft.lead else part.text
        elif part.label == "noise":
            if part.reason in ("author box", "date line"):
                _take_byline(draft, part.text)
            draft.drop(part.text, part.reason)
        elif part.label != "title" and not _take_byline(draft, part.text):
            draft.drop(part.text, "above the text")


def _take_text(draft: Draft, parts: list[Part]) -> None:
    """The text itself; what was read once is not read again."""
    seen = {letters(draft.lead or "")}
    headings = {letters(part.text) for part in parts if part.label == "heading"}
    last = max((i for i, part in enumerate(parts) if part.label != "noise"), default=0)
    for i, part in enumerate(parts):
        key = letters(part.text)
        if part.label == "noise":
            draft.drop(part.text, part.reason)
        elif part.label == "title" or (key in seen and len(key) > 20):
            continue
        elif part.label == "item" and key in headings:
            draft.drop(part.text, "table of contents")
        elif part.label == "heading" and (reason := _heads_nothing(parts, i)):
            draft.drop(part.text, reason)
        elif (2 <= i < last or (i >= 2 and not said_in(part.text))) or not _take_byline(draft, part.text):
            seen.add(key)
            draft.blocks.append(Block(part.text, "body" if part.label == "lead" else part.label))
    _settle_questions(draft.blocks)
    drop_empty_headings(draft)


def _settle_questions(blocks: list[Block]) -> None:
    """Questions in bold type are an interviewer's where some address somebody; else they are subheadings."""
    asked = [block for block in blocks if block.kind == "question"]
    addressing = sum(bool(ADDRESS.search(block.text)) for block in asked)
    if addressing < max(2, 0.3 * len(asked)) and not names_both(blocks):
        for block in asked:
            block.kind = "heading"
        return
    for block in blocks:
        if asked and block.kind == "heading" and THANKS.match(block.text):
            block.kind = "question"


def _is_mostly_missing(draft: Draft, said: Said) -> bool:
    """Whether the page's data hold an article that the page itself, made by scripts, does not show."""
    shown = sum(len(block.text) for block in draft.blocks)
    return len(said.body) > 800 and shown < 0.4 * len(said.body)


def _take_said(draft: Draft, said: Said) -> None:
    """Take the text from the page's data (articleBody)."""
    draft.blocks = []
    for line in said.body.split("\n"):
        if reason := reason_to_drop(line):
            draft.drop(line, reason)
        elif letters(line) not in (letters(draft.lead or ""), letters(draft.title or "")):
            draft.blocks.append(Block(line))


def _heads_nothing(parts: list[Part], i: int) -> str | None:
    """Why a heading is left out below which there is no text: only links, or a gallery, a form, a film."""
    rest = (parts[j] for j in range(i + 1, len(parts)))
    below = list(takewhile(lambda part: part.label not in ("heading", "title"), rest))
    if not below and i + 1 < len(parts) and 0 < parts[i + 1].chunk.level < (parts[i].chunk.level or 7):
        return "heading without text"  # a label above a heading that outranks it
    if not below or any(part.label != "noise" for part in below):
        return None
    if all(part.reason == "pointer to other articles" for part in below):
        return "pointer to other articles"
    following = i + 1 + len(below)
    deeper = following < len(parts) and parts[following].chunk.level > parts[i].chunk.level
    return None if deeper else "heading without text"


def _take_byline(draft: Draft, text: str) -> bool:
    said = said_in(text) if len(text) <= 2 * BYLINE else None
    found = byline(text)
    # "Stand: 3.5.2024, 6 Uhr | Von: Max Muster"
    if said and (found is None or said != text) and (names := names_said(said)):
        found = names, find_date(text)
    if found is None:
        return False
    draft.authors = draft.authors or found[0]
    draft.published = draft.published or found[1]
    draft.drop(text, "byline, said at the start")
    return True
