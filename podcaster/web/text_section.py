"""The text in an episode's page: sentences that know their times, below the chapters' headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from podcaster.model import Cue, Episode
from podcaster.web.markup import clock, seconds, text
from podcaster.web.transcript import Part, parts_of

#: Stands where an episode has no transcript.
NO_TEXT = '<section id="text" class="text"></section>'


def text_section(episode: Episode, cues: Iterable[Cue]) -> str:
    """Write the section of an episode's page that holds its transcript, NO_TEXT where there is none."""
    parts = parts_of(cues, episode.chapters, episode.title)
    if not parts:
        return NO_TEXT
    sections = "\n".join(_part(part, episode) for part in parts)
    return (
        f'<section id="text" class="text" lang="{text(episode.language)}" aria-labelledby="text-title">'
        f'<h2 id="text-title" class="unseen">Text zum Mitlesen</h2>\n{sections}</section>'
    )


def _part(part: Part, episode: Episode) -> str:
    """Write a chapter of the text; its id lets links to its time work without script."""
    start = seconds(part.start)
    heading = ""
    if part.heading:
        time = clock(part.start)
        label = f"Ab {time} hören"
        stamp = f'<a class="clock" href="#t={start}" data-t="{start}" aria-label="{label}">{time}</a>'
        heading = f'<h3 dir="auto">{_sentence(part.heading)} {stamp}</h3>\n'
    paragraphs = "\n".join(
        f'<p dir="auto"{_kind(paragraph, episode)}>{" ".join(map(_sentence, paragraph))}</p>'
        for paragraph in part.paragraphs
    )
    return f'<section id="t={start}">{heading}{paragraphs}</section>'


def _kind(paragraph: Sequence[Cue], episode: Episode) -> str:
    if not episode.lead or not episode.lead.startswith(paragraph[0].text):
        return ""
    whole = " ".join(sentence.text for sentence in paragraph)
    return ' class="lead"' if whole == " ".join(episode.lead.split()) else ""


def _sentence(said: Cue) -> str:
    # the innermost loop of all: `seconds` stands here in place
    return f'<span data-t="{said.start:.2f}" data-e="{said.end:.2f}">{text(said.text)}</span>'
