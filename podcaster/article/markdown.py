"""Markdown with front matter in YAML or TOML, as note-taking programs and site generators write it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from podcaster.article.dates import find_date
from podcaster.article.draft import Block, Draft, Kind, one_line
from podcaster.article.noise import reason_to_drop
from podcaster.article.people import byline, clean_author
from podcaster.errors import PodcasterError
from podcaster.text import letters

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCES = {"---": "YAML", "+++": "TOML"}

#: Front matter's first line below the fence: a key, not a sentence below a rule.
_OPEN = re.compile(r"---[ \t]*\n+[\w-]+:(?:[ \t]|\n)|\+\+\+[ \t]*\n+[\w-]+[ \t]*=")
_FOOTNOTE = re.compile(r"\[\^[^\]]{1,20}\]:")

#: Front matter's keys, by what people write.
_KEYS = {
    "title": ("title", "titel", "headline"),
    "authors": ("authors", "author", "autor", "autoren", "autorin", "by"),
    "published": ("published", "date", "datum", "pubdate", "created"),
    "publisher": ("publisher", "source", "quelle", "site", "site_name", "medium", "zeitung"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink", "source_url"),
    "lead": ("lead", "description", "teaser", "summary", "subtitle", "vorspann", "excerpt"),
    "language": ("language", "lang", "sprache"),
    "picture": ("picture", "image", "bild", "cover"),
}


def read_markdown(text: str, name: str, title: str | None = None) -> Draft:
    """Understand Markdown. Raises PodcasterError where the front matter is broken; `name` is for messages."""
    matter, body = _front_matter(text, name)
    draft = _draft(matter)
    draft.blocks = _blocks(draft, body, title or draft.title)
    return draft


def _front_matter(text: str, name: str) -> tuple[dict[str, Any], str]:
    fence = text.lstrip("\ufeff\n ")[:3]
    match = re.match(
        rf"\s*{re.escape(fence)}[ \t]*\n(.*?\n)?{re.escape(fence)}[ \t]*(?:\n|\Z)", text, re.DOTALL
    )
    if fence not in _FENCES:
        return {}, text
    if not match:
        if re.match(_OPEN, text.lstrip("\ufeff\n ")):
            raise PodcasterError(
                f"{name}: the front matter is not closed; write a line {fence} below its last key."
            )
        return {}, text
    kind, head = _FENCES[fence], match[1] or ""
    try:
        found = _yaml(head) if kind == "YAML" else tomllib.loads(head)
    except (ValueError, RecursionError) as error:
        raise PodcasterError(
            f"{name}: the front matter is no {kind}: {_why(error)}; mend it between the {fence} lines."
        ) from error
    if not isinstance(found, dict):
        if found is None:
            return {}, text[match.end() :]
        return {}, text
    return {str(key).lower(): value for key, value in found.items()}, text[match.end() :]


def _why(error: Exception) -> str:
    """What a parser complains of, in a few words, with the line in the file."""
    mark = getattr(error.__cause__, "problem_mark", None)
    if mark is not None:
        return f"line {mark.line + 2}: {getattr(error.__cause__, 'problem', None) or 'it cannot be read'}"
    # the first line is the fence
    words = one_line(str(error)).rstrip(".")
    return re.sub(r"\bat line (\d+)", lambda match: f"at line {int(match[1]) + 1}", words)


def _yaml(head: str) -> Any:
    import yaml

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(head, Loader=yaml.SafeLoader)):
            raise ValueError("aliases (*name) are not read")
        return yaml.safe_load(head)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _draft(matter: dict[str, Any]) -> Draft:
    draft = Draft()
    for field, keys in _KEYS.items():
        value = next((matter[key] for key in keys if matter.get(key)), None)
        if value is None:
            continue
        if field == "authors":
            draft.authors = _names(value)
        elif field == "published":
            draft.published = _day(value)
        elif field == "url":
            draft.url = value if isinstance(value, str) and value.startswith("http") else None
        elif isinstance(value, str):
            setattr(draft, field, one_line(value))
    return draft


def _names(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    texts = [item.get("name", "") if isinstance(item, dict) else str(item) for item in values]
    # [[Max Muster]] is how note-taking programs link a person
    return tuple(name for text in texts for name in clean_author(text.strip("[]")))


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else find_date(str(value))


def _blocks(draft: Draft, text: str, title: str | None) -> list[Block]:
    """The text's blocks; title, byline, pictures and noise are put where they belong."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    blocks: list[Block] = []
    titled = title is not None
    for kind, level, line, bold in _paragraphs(draft, tokens):
        if level == 1 and not blocks and (not titled or letters(line) == letters(title or "")):
            draft.title, titled = draft.title or line, True
        elif reason := "footnote" if _FOOTNOTE.match(line) else reason_to_drop(line):
            draft.drop(line, reason)
        elif len(blocks) < 2 and kind == "body" and _take_byline(draft, line):
            continue
        elif kind == "body" and bold and len(line) <= 140 and not line.endswith((".", ",", ";")):
            blocks.append(Block(line, "question" if line.endswith("?") else "heading"))
        else:
            blocks.append(Block(line, kind))
    while blocks and blocks[-1].kind == "heading":
        draft.drop(blocks.pop().text, "heading without text")
    return blocks


def _take_byline(draft: Draft, line: str) -> bool:
    found = byline(line)
    if found is None:
        return False
    draft.authors = draft.authors or found[0]
    draft.published = draft.published or found[1]
    draft.drop(line, "byline, said at the start")
    return True


def _paragraphs(draft: Draft, tokens: list[Token]) -> Iterable[tuple[Kind, int, str, bool]]:
    """Each paragraph's kind, heading level (0: none), text, and whether it is bold; tables and code go."""
    inside: list[str] = []
    table: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            inside.append(token.tag)
        elif token.nesting == -1:
            inside.pop()
            if token.tag == "table":
                draft.drop(" | ".join(table), "table")
                table = []
        elif token.type in ("fence", "code_block"):
            draft.drop(one_line(token.content), "code")
        elif token.type == "inline":
            line, bold = _inline(draft, token)
            if "table" in inside:
                table.append(line)
            elif line:
                level = int(inside[-1][1]) if re.fullmatch("h[1-6]", inside[-1]) else 0
                yield _kind(inside), level, line, bold


def _kind(inside: list[str]) -> Kind:
    if re.fullmatch("h[1-6]", inside[-1]):
        return "heading"
    if "blockquote" in inside:
        return "quote"
    return "item" if "li" in inside else "body"


def _inline(draft: Draft, token: Token) -> tuple[str, bool]:
    """The text of a paragraph without markup, and whether all of it is bold; pictures are dropped."""
    parts: list[str] = []
    plain = bold = depth = 0
    for child in token.children or []:
        if child.type == "strong_open":
            depth += 1
        elif child.type == "strong_close":
            depth -= 1
        elif child.type == "image":
            draft.drop(one_line(child.content), "picture caption")
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
            plain += len(child.content.strip()) * (not depth)
            bold += len(child.content.strip()) * bool(depth)
    text = one_line("".join(parts))
    if not _FOOTNOTE.match(text):
        text = re.sub(r"\[\^[^\]]{1,20}\]", "", text)
    return text, bool(bold) and not plain
