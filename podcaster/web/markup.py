"""What all pages share: the frame, escaping, and how Germans write dates, durations and sizes."""

from __future__ import annotations

import html
import re
from datetime import date

from podcaster.text import clean, german_date

#: What a page may load: its own files. The server sends this and frame-ancestors, which counts only there.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


_SPECIAL = re.compile("[&<>\"']")


def text(value: str) -> str:
    """Write any text so that it is text in a page, in an attribute's quotes too."""
    if not value.isprintable():
        value = clean(value)
    return html.escape(value) if _SPECIAL.search(value) else value  # most need nothing, and there are many


def page(*, title: str, description: str, body: str, feed: str | None) -> str:
    """Write a page around `body`, which is markup; `title` and `description` are text, `feed` a file name."""
    alternate = (
        f'<link rel="alternate" type="application/rss+xml" href="{text(feed)}" title="{text(title)}">\n'
        if feed
        else ""
    )
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<title>{text(title)}</title>\n<meta name="description" content="{text(description)}">\n'
        f'<meta property="og:title" content="{text(title)}">\n'
        f'<meta property="og:description" content="{text(description)}">\n'
        f'{alternate}<link rel="icon" href="data:,">\n<link rel="stylesheet" href="page.css">\n'
        '<script src="player.js" defer></script>\n'
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def day(moment: date) -> str:
    """Write a date with its mark-up."""
    return f'<time datetime="{moment.isoformat()[:10]}">{german_date(moment)}</time>'


def duration(seconds: float) -> str:
    """Write how long something takes, to the minute.

    >>> duration(3905)
    '1 Std. 5 Min.'
    """
    minutes = max(1, round(seconds / 60))
    hours, minutes = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} Std." if hours else "", f"{minutes} Min." if minutes else "")))


def clock(seconds: float) -> str:
    """Write a time in an episode as a player shows it.

    >>> clock(83.9), clock(3723)
    ('1:23', '1:02:03')
    """
    whole = int(seconds)
    minutes = f"{whole // 60 % 60:02}" if whole >= 3600 else f"{whole // 60}"
    return (f"{whole // 3600}:" if whole >= 3600 else "") + f"{minutes}:{whole % 60:02}"


def megabytes(size: int) -> str:
    """Write a file's size.

    >>> megabytes(3_420_000)
    '3,4 MB'
    """
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def seconds(value: float) -> str:
    """Write a time for a script, to 10 ms: nobody hears less."""
    return f"{value:.2f}"
