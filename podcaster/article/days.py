"""The day on which a page's article was published: by its data, its markup, or a line that readers see."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from podcaster.article.body import Body
from podcaster.article.bylines import BELOW_TEXT, only_names
from podcaster.article.captions import is_caption
from podcaster.article.dates import find_date
from podcaster.article.dom import Chunk
from podcaster.article.people import said_in
from podcaster.article.structured import Said

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A line with the article's date has at most so many characters beside it.
REST = 70
#: Beside a picture, so many: it may be a caption.
BESIDE = 30
#: What stands before the day of a later change.
_CHANGED = re.compile(
    r"(?:aktualisiert|update|ge[äa]ndert|bearbeitet|letzte \w+)\W*(?:am|vom|um)?\W*$", re.IGNORECASE
)
#: What says below a text that a day is its own: "Veröffentlicht am 7.6.2019".
_PUBLISHED = re.compile(
    r"\b(?:(?:erst)?veröffentlicht|publiziert|erschienen|erstellt|datum|stand|posted|publish\w*)\b",
    re.IGNORECASE,
)
#: "(18.01.2018) In den Dörfern …": before the first sentence.
_OPENING = re.compile(r"\((\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{4})\)\s")
_DAY = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|\w+\.?)\s?\d{2,4}")


def find_day(root: HtmlElement, said: Said, body: Body) -> date | None:
    """The day by the page's data; else by an element for times, a line near the title, or the last change."""
    return (
        day(said.published)
        or _marked_day(root, body)
        or _shown_day(said, body)
        or _day_below(body)
        or _marked_day(root, None)
        or day(said.changed)
    )


def day(text: str | None) -> date | None:
    """The day of an ISO time, in Germany's time where the time has a zone ("…T23:10Z" is the next day)."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(re.sub(r"([+-]\d{2})(\d{2})$", r"\1:\2", text.strip()))
    except ValueError:
        return find_date(text)
    if moment.tzinfo is None:
        return moment.date()
    moment = moment.astimezone(UTC)
    return (moment + timedelta(hours=2 if _is_summer(moment) else 1)).date()


def _is_summer(moment: datetime) -> bool:
    """Whether it is summer time in Central Europe: from the last Sunday of March to October's, 1:00 UTC."""

    def last_sunday(month: int) -> datetime:
        end = datetime(moment.year, month, 31, 1, tzinfo=UTC)
        return end - timedelta(days=(end.weekday() + 1) % 7)

    return last_sunday(3) <= moment < last_sunday(10)


def _marked_day(root: HtmlElement, body: Body | None) -> date | None:
    """The day of a <time>, or of an element marked as its publication's; with `body`, near the article."""
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("meta", "script"):
            continue
        marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}"
        published = re.search(r"\b(?:datePublished|date|created|issued)\b", marks)
        if element.tag != "time" and not published:
            continue
        place = body.zone.place(element) if body else None
        if (body and (place is None or place > body.zone.first + 1)) or "dateModified" in marks:
            continue
        text = element.get("datetime") or element.get("content") or element.text_content()
        if found := day(text):
            return found
    return None


def _shown_day(said: Said, body: Body) -> date | None:
    """The day in a line between title and text, in a byline, or in the page's title ("… | 28.04.2023")."""
    zone = body.zone
    near = [chunk for chunk in zone.chunks[max(0, zone.title - 3) : zone.first + 2] if _may_date(chunk, body)]
    lines = [chunk.text for chunk in near] + body.bylines
    changed: date | None = None
    for line in lines:
        for match in _DAY.finditer(line):
            if not (found := find_date(match[0])):
                continue
            if not _CHANGED.search(line[: match.start()]):
                return found
            changed = changed or found
    # "… | 28.04.2023"
    titles = (text[-30:] for text in said.headlines.values())
    return changed or next((found for text in titles if (found := find_date(text))), None)


def _day_below(body: Body) -> date | None:
    """The day in a line below the text that says so, or in brackets before the first sentence."""
    zone = body.zone
    for chunk in zone.chunks[zone.last : zone.last + 1 + BELOW_TEXT]:
        match = _DAY.search(chunk.text) if len(chunk.text) <= 2 * REST else None
        says = match and (_PUBLISHED.search(chunk.text[: match.start()]) or only_names(chunk.text))
        if match and says and (found := find_date(match[0])):
            return found
    openings = (_OPENING.match(chunk.text) for chunk in zone.chunks[zone.title : zone.first + 1])
    return next((found for match in openings if match and (found := find_date(match[1]))), None)


def _may_date(chunk: Chunk, body: Body) -> bool:
    """Whether a line holds a date and little else, and belongs to no picture or other article."""
    rest = _DAY.sub("", chunk.text)
    if (
        rest == chunk.text
        or (len(rest) > REST and not said_in(chunk.text))
        or (is_caption(chunk.text) and not _DAY.match(chunk.text))
    ):
        return False
    around = body.around
    return not any(
        around.reason_at(element) in ("picture caption", "pointer to other articles", "comments")
        for element in chunk.ancestors()
        if element not in around.pictured or len(rest) > BESIDE  # the author's portrait may be there
    )
