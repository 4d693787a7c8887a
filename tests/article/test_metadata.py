"""Title, authors and day of pages that say them in their markup or to readers alone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.article.pages import TOLD, outline, read

TEXT = "".join(f"<p>{text}</p>" for text in TOLD)
TEASER = "<div class='teaser'><a href='/x'><h3>Der Wald</h3></a><span class='author'>Rolf Wald</span></div>"

BYLINES = {
    "a link with rel": "<a rel='author' href='/x'>Jana Wolff</a>",
    "links to authors' pages": "<div><a href='/autor/jw'>Jana Wolff</a>"
    "<a href='/autor/tb'>Timo Brand</a></div>",
    "microdata": "<div itemprop='author' itemscope><i>Autorin: </i><b itemprop='name'>Jana Wolff</b></div>",
    "a class": "<span class='article-author'>Jana Wolff</span>",
    "a line with a station": "<p>Von Jana Wolff, ARD Moskau</p>",
    "a line beside the date": "<div class='q'>Jana Wolff, Bern</div><div>3. Mai 2024, 10.15 Uhr</div>",
    "names with points between": "<div>Jana Wolff · 3. Mai 2024</div>",
    "not the photographer": "<p>Foto: Boris Fluss/dpa</p><p>Von Jana Wolff</p>",
    "not another article's": "<p>Von Jana Wolff</p>"
    "<div class='teaser'><h3>Wald</h3><p>Von Klara Klotz</p></div>",
    "beside a photographer": "<p>Text <a href='/people/jw'>Jana Wolff</a> "
    "Fotos <a href='/people/eb'>Eli Baum</a></p>",
    "with an office": "<p><a class='author' href='/x'>TAL-Redakteurin Jana Wolff</a></p>",
    "in an attribute": "<i itemprop='author' itemscope><meta itemprop='name' content='Jana Wolff'></i>",
    "names that touch": "<div class='autor'><i>Jana Wolff</i><i>Timo Brand</i></div>",
    "a kind of text": "<p>Eine Glosse von Jana Wolff, Talheim</p>",
    "a kind of text without an article": "<div>Kommentar von <span>Jana Wolff</span></div>",
    "our own": "<p>Von unserer Redakteurin Jana Wolff</p>",
    "an editor": "<p>Bearbeitet von: Jana Wolff</p>",
    "with a portrait": "<div><img src='jw.jpg'><span class='byline-name'>Jana Wolff</span></div>",
    "a quoted author": "<a rel='author' href='/x'>Jana Wolff</a><blockquote><p>Schön war es.</p>"
    "<footer class='author'>Autor: Bernd Fluss</footer></blockquote>",
}


@pytest.mark.parametrize("case", BYLINES)
def test_authors_are_found_in_the_markup(case: str, tmp_path: Path) -> None:
    """Who is marked or named as the author above the text is, and nobody else on the page."""
    article = read(
        tmp_path,
        f"<main><article><h1>Das Tal im Wandel der Zeit</h1>{BYLINES[case]}{TEXT}</article>{TEASER}</main>",
    )
    assert article.authors == (("Jana Wolff", "Timo Brand") if "Timo" in BYLINES[case] else ("Jana Wolff",))


def _ld(author: object) -> str:
    """JSON-LD of an article by `author`."""
    data = {
        "@type": "NewsArticle",
        "headline": "Das Tal",
        "datePublished": "2024-05-03",
        "publisher": {"@type": "Organization", "name": "Talpost"},
        "author": author,
    }
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


METAS = {
    "dcterms": "<meta name='dcterms.creator' content='Jana Wolff'>"
    "<meta name='dcterms.date' content='2024-05-03'>",
    "parsely": "<meta name='parsely-author' content='Jana Wolff'>"
    "<meta name='parsely-pub-date' content='2024-05-03T08:00:00Z'>",
    "beside the paper": "<meta name='author' content='Jana Wolff, Talbote'>"
    "<meta property='og:site_name' content='Talbote'><meta name='date' content='2024-05-03'>",
    "with an address for mail": "<meta name='author' content='jw@talbote.example (Jana Wolff)'>"
    "<meta name='date' content='2024-05-03'>",
    "labels": "<meta name='twitter:label1' content='Verfasst von'>"
    "<meta name='twitter:data1' content='Jana Wolff'>"
    "<meta property='article:author' content='https://facebook.com/tal'>"
    "<meta property='article:published_time' content='2024-05-03T08:00:00+02:00'>",
    "given and family name": _ld({"@type": "Person", "givenName": "Jana", "familyName": "Wolff"}),
    "a list of JSON-LD": _ld({"@list": [{"@type": "Person", "name": "Jana Wolff"}]}),
    "a name with the paper's": _ld({"@type": "Person", "name": "Jana Wolff - Talpost"}),
    "an address and a name": _ld([{"@type": "Person", "name": "https://talpost.example/jana"}, "Jana Wolff"]),
}


@pytest.mark.parametrize("case", METAS)
def test_authors_and_day_are_found_in_meta_elements(case: str, tmp_path: Path) -> None:
    """The habits of several editorial systems are known; an address is no name."""
    article = read(tmp_path, f"<article><h1>Das Tal</h1>{TEXT}</article>", METAS[case])
    assert (article.authors, article.published) == (("Jana Wolff",), date(2024, 5, 3))


DAYS = {
    "a line": "<p>Stand: 03.05.2024 14:13 Uhr</p>",
    "a line with an agency": "<div>03.05.2024, 12:31 Uhr | dpa</div>",
    "a line with the change first": "<div>Aktualisiert: 08.05.2024, 10:00 Uhr | Erstellt: 03.05.2024</div>",
    "microdata": "<span itemprop='datePublished' content='2024-05-03T10:00:00+02:00'>vor einem Jahr</span>",
    "not the caption's": "<p>Der Fluss am 1.2.2023, Foto: Jo Meier</p><p>3. Mai 2024</p>",
}


@pytest.mark.parametrize("case", DAYS)
def test_the_day_is_found_near_the_title(case: str, tmp_path: Path) -> None:
    """Readers see the day of publication; it outweighs the day of the last change in the data."""
    article = read(
        tmp_path,
        f"<article><h1>Das Tal</h1>{DAYS[case]}{TEXT}</article><p><time datetime='2025-01-01'>x</time></p>",
        "<meta name='last-modified' content='2024-09-09'>",
    )
    assert article.published == date(2024, 5, 3)


def test_the_site_s_name_is_no_title(tmp_path: Path) -> None:
    """A heading that links to the first page is the site's; one that begins the page's title is not."""
    article = read(
        tmp_path,
        f"<h1><a href='/'>Am Rand</a></h1><div><h2><a href='/?p=9'>Wie das Tal sich gewandelt hat</a></h2>"
        f"<small>3. Mai 2024 von <a href='/?author=1'>Jana Wolff</a></small>{TEXT}</div>",
        "<title>Wie das Tal sich gewandelt hat « Notizen vom Rand</title>",
    )
    assert article.title == "Wie das Tal sich gewandelt hat"
    assert (article.authors, article.published) == (("Jana Wolff",), date(2024, 5, 3))


def test_the_kicker_in_a_heading_is_no_part_of_the_title(tmp_path: Path) -> None:
    """What the data call the title is what counts, where the heading shows a kicker before it."""
    article = read(
        tmp_path,
        f"<div><h1><span>Heimat</span><span>Wie das Tal sich gewandelt hat</span></h1>{TEXT}</div>",
        "<title>Heimat: Wie das Tal sich gewandelt hat - Talbote</title>"
        "<meta property='og:title' content='Wie das Tal sich gewandelt hat'>"
        "<meta property='og:site_name' content='Talbote'>"
        "<meta name='citation_publication_date' content='2024/05/03'>",
    )
    assert (article.title, article.published) == ("Wie das Tal sich gewandelt hat", date(2024, 5, 3))


def test_a_byline_below_the_text_is_not_read(tmp_path: Path) -> None:
    """Who has written it stands below the text at times; it is said at the start."""
    article = read(tmp_path, f"<article><h1>Das Tal</h1>{TEXT}<p><em>Von Jana Wolff (epd)</em></p></article>")
    assert article.authors == ("Jana Wolff",)
    assert article.sections[-1].paragraphs[-1].text == TOLD[-1]


SIGNED = {
    "in brackets, with the day": "<p>(Jana Wolff, 3.5.2024)</p>",
    "in brackets": "<p>(Jana Wolff)</p>",
    "a name alone": "<p>Jana Wolff</p>",
    "in bold type, with a place": "<p><strong>Jana Wolff, Talheim</strong></p>",
    "in italics": "<p><em>Von Jana Wolff</em></p>",
    "above who she is": "<p>(Jana Wolff, 3.5.2024)</p><p><b>Jana Wolff</b> ist Lehrerin und Autorin.</p>",
    "above what she does": "<p>Jana Wolff</p><p><i>Jana Wolff schreibt über Täler und Berge.</i></p>",
}


@pytest.mark.parametrize("case", SIGNED)
def test_authors_who_sign_below_the_text_are_found(case: str, tmp_path: Path) -> None:
    """A line of nothing but a name behind the last paragraph is its author's, and is not read."""
    article = read(tmp_path, f"<article><h1>Das Tal im Wandel der Zeit</h1>{TEXT}{SIGNED[case]}</article>")
    assert article.authors == ("Jana Wolff",)
    assert outline(article) == list(TOLD)


@pytest.mark.parametrize("line", ["Timo Brand, Bürgermeister", "Guten Appetit"])
def test_who_is_written_about_has_not_signed(line: str, tmp_path: Path) -> None:
    """A last line with the name of somebody in the text, or with a wish, names no author."""
    text = (
        TEXT + "<p>„So war es damals im Tal“, erinnert sich Timo Brand in seinem Haus am alten Bahnhof.</p>"
    )
    article = read(tmp_path, f"<article><h1>Das Tal im Wandel der Zeit</h1>{text}<p>{line}</p></article>")
    assert article.authors == ()


def test_a_name_in_the_byline_outweighs_initials_in_the_data(tmp_path: Path) -> None:
    """Data that know the author by initials only do not hide the name that readers see."""
    article = read(
        tmp_path,
        f"<article><h1>Das Tal</h1><p class='byline'>Von Jana Wolff</p>{TEXT}</article>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Das Tal", '
        '"author": {"@type": "Person", "name": "jaw"}}</script>',
    )
    assert article.authors == ("Jana Wolff",)
