"""Chapters: one a section of the script, at the times of the mix; and as JSON chapters 1.2."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from podcaster.addresses import ascii_url
from podcaster.model import Chapter, Episode, Mix, Script
from podcaster.text import one_line


def chapters_of(script: Script, mix: Mix, url: str | None = None) -> tuple[Chapter, ...]:
    """One chapter a section that is heard: without gaps, the first at 0, the last to the end.

    A chapter starts where its heading (or first sentence) does. `url` is the article's address; a chapter's
    own leads to its heading there.
    """
    starts: dict[int, float] = {}
    for utterance, span in zip(script.utterances, mix.spans, strict=True):
        starts.setdefault(utterance.section, span.start)
    order = list(starts)
    times = [0.0, *(starts[section] for section in order[1:]), mix.duration]
    return tuple(
        Chapter(
            one_line(script.sections[section]) or f"Kapitel {number + 1}",  # an empty title is lost in tags
            start,
            end,
            _link(url, script.sections[section], number),
        )
        for number, (section, (start, end)) in enumerate(zip(order, pairwise(times), strict=True))
    )


def _link(url: str | None, heading: str, number: int) -> str | None:
    """The article's address, at the heading: browsers scroll to a text named so (URL text fragments)."""
    address = ascii_url(url) if url else ""
    if not address or number == 0 or "#" in address:
        return address or None
    return f"{address}#:~:text={quote(one_line(heading), safe='').replace('-', '%2D')}"


def chapters_json(episode: Episode, podcast: str) -> str:
    """The chapters as Podcasting 2.0 apps read them (JSON chapters 1.2); times in seconds."""
    chapters = []
    for chapter in episode.chapters:
        row: dict[str, Any] = {
            "startTime": round(chapter.start, 3),
            "title": chapter.title,
            "endTime": round(chapter.end, 3),
        }
        if chapter.url:
            row["url"] = chapter.url
        chapters.append(row)
    document = {
        "version": "1.2.0",
        "title": episode.title,
        "podcastName": podcast,
        "fileName": f"{episode.slug}.mp3",
        "chapters": chapters,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
