"""Show notes: what an app shows below an episode, in the few HTML tags that apps and Apple's rules allow.

All text is escaped and all links are http(s), so that nothing an article says becomes markup.
"""

from __future__ import annotations

from html import escape

from podcaster.addresses import ascii_url
from podcaster.model import Episode
from podcaster.text import clock, german_date, one_line, shortened, within

#: PSP-1: a description has at most 4000 bytes.
LIMIT = 4000


def show_notes(episode: Episode, page: str, limit: int | None = None) -> str:
    """The show notes as HTML: lead, byline, chapters with their times, links, notice.

    `page` is the address of the episode's page. With `limit`, at most so many bytes: the lead is shortened
    first, then the last chapters go.
    """
    rows = [f"<li>{clock(chapter.start)} {escape(chapter.title)}</li>" for chapter in episode.chapters]
    lead = episode.lead or episode.opening
    notes = _notes(episode, page, lead, rows)
    if limit is None or len(notes.encode()) <= limit:
        return notes
    rows = [
        f"<li>{clock(chapter.start)} {escape(shortened(chapter.title, 100))}</li>"
        for chapter in episode.chapters
    ]
    lead = shortened(lead, 500)
    while rows and len(_notes(episode, page, lead, rows).encode()) > limit:
        rows.pop()
    notes = _notes(episode, page, lead, rows)
    if len(notes.encode()) > limit:  # very long links or a lead of escapes: what must be said fits
        notes = f"<p>{escape(shortened(lead, 200))}</p>{_notice(episode)}"
    return notes


def plain_notes(episode: Episode, limit: int = LIMIT) -> str:
    """What the episode is about, as plain text of at most `limit` bytes: lead or beginning, and by whom."""
    about = episode.lead or episode.opening or episode.title
    return within("\n".join(filter(None, (about, byline(episode)))), limit)


def byline(episode: Episode) -> str:
    """Authors, paper and day of the article, where known: "Jo Angerer · taz · 1. November 2022"."""
    day = german_date(episode.article_published) if episode.article_published else ""
    return " · ".join(filter(None, (", ".join(episode.authors), episode.publisher, day)))


def voice_notice(episode: Episode) -> str:
    """Say who reads, in one sentence (EU AI Act, Article 50)."""
    notice = one_line(episode.notice or "Gelesen von einer Computerstimme").rstrip(".")
    return f"{notice}: {one_line(episode.engine or episode.voice)}."


def _notes(episode: Episode, page: str, lead: str, rows: list[str]) -> str:
    """Put the parts together."""
    url = ascii_url(episode.url or "")
    article = f'<a href="{escape(url)}">Zum Artikel</a> · ' if url else ""
    parts = [
        f"<p>{escape(lead)}</p>" if lead else "",
        f"<p>{escape(byline(episode))}</p>" if byline(episode) else "",
        f"<p>{_updated(episode)}</p>" if episode.updated else "",
        f"<p>Kapitel:</p><ul>{''.join(rows)}</ul>" if rows else "",
        f'<p>{article}<a href="{escape(page)}">Anhören und mitlesen</a></p>',
        _notice(episode),
    ]
    return "".join(parts)


def _updated(episode: Episode) -> str:
    """Say on which day, here, the article's new version was voiced."""
    return f"Aktualisiert am {german_date(episode.updated.astimezone().date())}." if episode.updated else ""


def _notice(episode: Episode) -> str:
    return f"<p>{escape(voice_notice(episode))}</p>"
