"""The pages that list episodes: of one show, of several, and of the older ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from podcaster.addresses import page_name
from podcaster.model import Episode
from podcaster.settings import Show
from podcaster.web.episode_page import byline
from podcaster.web.markup import page, text
from podcaster.web.subscribing import subscribe_links


def show_page(
    key: str,
    show: Show,
    episodes: Sequence[Episode],
    *,
    cover: str | None,
    base: str | None,
    older: str | None,
    home: str | None,
) -> str:
    """Write the page of a show with its newest episodes.

    `cover` is the file name of its picture; `base` the address of the folder that holds feeds/ and audio/,
    where it is known; `older` the file name of the page behind this one; `home` that of the page of all
    shows, where there are several.
    """
    body = "\n".join(
        [
            '<a class="skip" href="#episodes">Zu den Folgen springen</a>',
            f'<header class="site"><a href="{home}">Alle Podcasts</a></header>' if home else "",
            '<main class="show">',
            _masthead(show, cover, "h1"),
            '<section class="abo" aria-labelledby="abo"><h2 id="abo">Abonnieren</h2>',
            f"{subscribe_links(key, base)}</section>",
            _episodes(episodes, "Folgen"),
            f'<p class="older"><a class="button" href="{older}">Ältere Folgen</a></p>' if older else "",
            "</main>",
        ]
    )
    return page(title=show.title, description=show.description, body=body, feed=f"{quote(key)}.xml")


def older_page(
    key: str, show: Show, episodes: Sequence[Episode], *, number: int, older: str | None, index: str
) -> str:
    """Write a page of older episodes; such a page is full and stays as it is."""
    body = "\n".join(
        [
            f'<header class="site"><a href="{index}" dir="auto">{text(show.title)}</a></header>',
            '<main class="show">',
            f'<h1 dir="auto">{text(show.title)}: Archiv {number}</h1>',
            _episodes(episodes, "Folgen"),
            f'<p class="older"><a class="button" href="{older}">Ältere Folgen</a></p>' if older else "",
            "</main>",
        ]
    )
    title = f"{show.title}: Archiv {number}"
    return page(title=title, description=show.description, body=body, feed=f"{quote(key)}.xml")


def home_page(
    shows: Mapping[str, Show],
    newest: Mapping[str, Sequence[Episode]],
    pages: Mapping[str, str],
    covers: Mapping[str, str | None],
) -> str:
    """Write the page of all shows: each with a few episodes and a link to its page (`pages`: file names)."""
    sections = "\n".join(
        f'<section class="one">{_masthead(show, covers[key], "h2", pages[key])}\n{_rows(newest[key], "h3")}'
        f'<p class="older"><a class="button" href="{pages[key]}">Alle Folgen und Abo</a></p></section>'
        for key, show in shows.items()
    )
    everything = '<p class="older"><a class="button" href="podcasts.opml" download>Alle als OPML</a></p>'
    body = f'<main class="show several">\n<h1>Podcasts</h1>\n{sections}\n{everything}\n</main>'
    return page(title="Podcasts", description="Artikel zum Hören.", body=body, feed=None)


def _masthead(show: Show, cover: str | None, heading: str, link: str | None = None) -> str:
    title = text(show.title)
    if link:
        title = f'<a href="{link}">{title}</a>'
    picture = f'<img src="{quote(cover)}" alt="" width="176" height="176" decoding="async">' if cover else ""
    return (
        f'<header class="masthead">{picture}\n'
        f'<div><{heading} dir="auto">{title}</{heading}>\n<p class="by" dir="auto">{text(show.author)}</p>\n'
        f'<p class="about" dir="auto">{text(show.description)}</p></div></header>'
    )


def _episodes(episodes: Sequence[Episode], title: str) -> str:
    rows = _rows(episodes, "h3") if episodes else "<p>Noch gibt es keine Folge.</p>"
    heading = f'<h2 id="episodes-title">{title}</h2>'
    return f'<section id="episodes" aria-labelledby="episodes-title">{heading}\n{rows}</section>'


def _rows(episodes: Sequence[Episode], heading: str) -> str:
    return '<ol class="episodes">\n' + "\n".join(_row(episode, heading) for episode in episodes) + "\n</ol>"


def _row(episode: Episode, heading: str) -> str:
    kicker = f'<p class="kicker" dir="auto">{text(episode.publisher)}</p>' if episode.publisher else ""
    about = episode.lead or episode.opening
    lead = f'<p class="lead" dir="auto">{text(about)}</p>' if about else ""
    meta = "\n".join(filter(None, byline(episode)))
    href = quote(page_name(episode.slug))
    return (
        f'<li>{kicker}<{heading} dir="auto"><a href="{href}">{text(episode.title)}</a></{heading}>\n'
        f'{lead}<p class="meta">{meta}</p></li>'
    )
