"""The page of an episode: player, chapters, and the text that follows the sound."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from podcaster.addresses import ascii_url, audio_url
from podcaster.feed import voice_notice
from podcaster.model import Episode
from podcaster.settings import Show
from podcaster.web.markup import clock, day, duration, megabytes, page, seconds, text
from podcaster.web.text_section import NO_TEXT

#: Speeds to choose from; German decimals.
SPEEDS = ("0,75", "0,9", "1", "1,1", "1,25", "1,5", "1,75", "2")
#: Seconds that a press of a key or button goes back and on.
BACK, ON = 15, 30

_ICONS = {
    "play": (
        '<path class="when-paused" d="M8 5v14l11-7z"/>'
        '<path class="when-playing" d="M6 5h4v14H6zM14 5h4v14h-4z"/>'
    ),
    "previous": '<path d="M6 6h2.2v12H6zM19 6v12l-9.5-6z"/>',
    "next": '<path d="M15.8 6H18v12h-2.2zM5 6l9.5 6L5 18z"/>',
    "back": '<path d="M12 5V1L6.5 6 12 11V7a6 6 0 1 1-6 6H4a8 8 0 1 0 8-8z"/>',
    "on": '<path d="M12 5V1l5.5 5L12 11V7a6 6 0 1 0 6 6h2a8 8 0 1 1-8-8z"/>',
}


def episode_page(show: Show, episode: Episode, section: str, *, index: str, cover: str | None) -> str:
    """Write the page; `index` and `cover` name the files of the show's page and picture.

    `section` is the text to read along, as `text_section` writes it.
    """
    body = "\n".join(
        [
            '<a class="skip" href="#text">Zum Text springen</a>',
            f'<header class="site"><a href="{text(index)}" dir="auto">{text(show.title)}</a></header>',
            f'<main class="episode" data-guid="{text(episode.guid)}">',
            _head(episode, with_lead=section == NO_TEXT),
            _player(show, episode, cover),
            '<div class="columns">',
            _chapters(episode),
            section,
            "</div>",
            _foot(episode),
            "</main>",
        ]
    )
    return page(
        title=f"{episode.title} – {show.title}",
        description=episode.lead or episode.opening or f"{episode.title}, zum Anhören und Mitlesen.",
        body=body,
        feed=f"{quote(episode.show)}.xml",
    )


def byline(episode: Episode) -> list[str]:
    """Name authors, day and length, each as markup."""
    moment = episode.article_published or episode.published.date()
    names = ", ".join(episode.authors)
    return [
        f"<span>Von <bdi>{text(names)}</bdi></span>" if names else "",
        f"<span>{day(moment)}</span>",
        f"<span>{duration(episode.duration)}</span>",
    ]


def _head(episode: Episode, *, with_lead: bool) -> str:
    url = ascii_url(episode.url or "")
    link = f'<span><a href="{text(url)}" rel="noreferrer">Zum Artikel</a></span>' if url else ""
    kicker = f'<p class="kicker" dir="auto">{text(episode.publisher)}</p>' if episode.publisher else ""
    lead = f'<p class="lead" dir="auto">{text(episode.lead)}</p>' if with_lead and episode.lead else ""
    meta = "\n".join(filter(None, [*byline(episode), link]))
    picture = ""
    if "jpg" in episode.files:
        source = _file(episode, "jpg")
        picture = f'<img src="{source}" alt="" width="160" height="160" loading="lazy" decoding="async">'
    return (
        f'<header class="title"><div>{kicker}\n<h1 dir="auto">{text(episode.title)}</h1>\n{lead}'
        f'<p class="meta">{meta}</p></div>{picture}</header>'
    )


def _player(show: Show, episode: Episode, cover: str | None) -> str:
    """Write the player: the browser's own, and the program's, which its script shows instead."""
    picture = _file(episode, "jpg") if "jpg" in episode.files else cover or ""
    whole = round(episode.duration)
    return f"""<section class="player" aria-label="Player" data-title="{text(episode.title)}" \
data-artist="{text(", ".join(episode.authors) or show.author)}" data-album="{text(show.title)}" \
data-picture="{text(picture)}">
<audio controls preload="metadata" src="{_file(episode, "mp3")}"></audio>
<div class="controls" hidden>
<div class="buttons">
{_buttons(chapters=len(episode.chapters) > 1)}
</div>
<div class="line"><span class="now">0:00</span>
<div class="slider"><input type="range" min="0" max="{whole}" value="0" step="1" aria-label="Position" \
aria-valuetext="0:00 von {clock(whole)}"><div class="ticks" aria-hidden="true"></div></div>
<span class="all">{clock(episode.duration)}</span></div>
<div class="more">
<label><span class="unseen">Tempo</span><select data-do="speed">{_speeds()}</select></label>
<button type="button" class="button" data-do="follow" aria-pressed="true">Mitlesen</button>
<button type="button" class="button" data-do="link">Link zur Stelle</button>
</div>
<p class="status" role="status"></p>
</div>
</section>"""


@cache
def _speeds() -> str:
    return "".join(
        f'<option value="{speed.replace(",", ".")}"{" selected" if speed == "1" else ""}>{speed}×</option>'
        for speed in SPEEDS
    )


@cache
def _buttons(*, chapters: bool) -> str:
    buttons = [
        _button("back", f"{BACK} Sekunden zurück", str(BACK)),
        _button("play", "Abspielen"),
        _button("on", f"{ON} Sekunden vor", str(ON)),
    ]
    if chapters:
        buttons = [_button("previous", "Voriges Kapitel"), *buttons, _button("next", "Nächstes Kapitel")]
    return "\n".join(buttons)


def _button(do: str, label: str, number: str = "") -> str:
    figure = f'<text x="12" y="16" text-anchor="middle">{number}</text>' if number else ""
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true">{_ICONS[do]}{figure}</svg>'
    return f'<button type="button" data-do="{do}" aria-label="{label}" title="{label}">{icon}</button>'


def _chapters(episode: Episode) -> str:
    if len(episode.chapters) < 2:
        return ""
    rows = "\n".join(
        f'<li><a href="#t={seconds(chapter.start)}" data-t="{seconds(chapter.start)}">'
        f'<span dir="auto">{text(chapter.title)}</span> '
        f'<span class="clock">{clock(chapter.start)}</span></a></li>'
        for chapter in episode.chapters
    )
    title = '<h2 id="chapters">Kapitel</h2>'
    return f'<nav class="chapters" aria-labelledby="chapters">{title}\n<ol>{rows}</ol></nav>'


def _foot(episode: Episode) -> str:
    """Say who speaks (EU AI Act, Article 50), and offer the files."""
    sides = {"vtt": "WebVTT", "srt": "SRT"}
    links = [f'<a href="{_file(episode, "mp3")}" download>MP3, {megabytes(episode.size)}</a>'] + [
        f'<a href="{_file(episode, suffix)}" download>{name}</a>'
        for suffix, name in sides.items()
        if suffix in episode.files
    ]
    return (
        f'<footer class="foot"><p>{text(voice_notice(episode))}</p>\n'
        f"<p>Herunterladen: {' · '.join(links)}</p>\n"
        '<p class="keys">Tasten: Leertaste spielt und hält an, ← und → springen, '
        "ein Klick auf einen Satz spielt ihn.</p></footer>"
    )


def _file(episode: Episode, suffix: str) -> str:
    """Name one of the episode's files as a page links to it."""
    return audio_url("../", episode, suffix)
