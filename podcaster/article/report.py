"""An article for people and for programs to look at."""

from __future__ import annotations

from typing import Any

from podcaster.model import Article, Section

#: Words a minute of a German newsreader, and of the voices here at their usual speed.
WORDS_A_MINUTE = 130

#: Dropped text is shown up to this length, in characters.
SHOWN = 90


def article_json(article: Article) -> dict[str, Any]:
    """What was understood, for `inspect --json`: strings, lists and None only; `published` as YYYY-MM-DD."""
    return {
        "title": article.title,
        "lead": article.lead,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
        "picture": article.picture,
        "sections": [
            {"heading": section.heading, "paragraphs": [paragraph.text for paragraph in section.paragraphs]}
            for section in article.sections
        ],
        "dropped": [{"text": dropped.text, "reason": dropped.reason} for dropped in article.dropped],
    }


def describe(article: Article) -> str:
    """What was understood, to be read: title, byline, sections with their length, what was dropped, why."""
    lines = [article.title, ""]
    lines += [f"  {name:<11}{value}" for name, value in _facts(article) if value]
    words = sum(map(_words, article.sections)) + len((article.lead or "").split())
    lines += ["", f"Sections ({_minutes(words)} in all)"]
    for section in article.sections:
        count = len(section.paragraphs)
        lines.append(
            f"  {_minutes(_words(section)):>8}  {section.heading or '(opening)'}  "
            f"[{count} paragraph{'s' * (count != 1)}]"
        )
    if article.dropped:
        lines += ["", "Not read aloud"]
        lines += [f"  {dropped.reason}: {_short(dropped.text)}" for dropped in article.dropped]
    return "\n".join(lines)


def _facts(article: Article) -> list[tuple[str, str]]:
    return [
        ("by", ", ".join(article.authors)),
        ("published", article.published.isoformat() if article.published else ""),
        ("in", article.publisher or ""),
        ("address", article.url or ""),
        ("language", article.language if article.language != "de" else ""),
        ("lead", article.lead or ""),
    ]


def _words(section: Section) -> int:
    texts = [section.heading or "", *(paragraph.text for paragraph in section.paragraphs)]
    return sum(len(text.split()) for text in texts)


def _minutes(words: int) -> str:
    seconds = round(words / WORDS_A_MINUTE * 60)
    return f"{seconds // 60}:{seconds % 60:02} min"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rsplit(" ", 1)[0] + " …"
