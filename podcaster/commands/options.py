"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from podcaster.errors import UsageError
from podcaster.text import one_line

_ARTICLE = (
    click.option("--title", help="The article's title, where it is not found or not right."),
    click.option("--author", "authors", multiple=True, help="An author's name; may be given several times."),
    click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day the article came out."),
    click.option("--publisher", help="The paper or site."),
    click.option("--url", help="The article's address, for a saved page or a text."),
    click.option("--force", is_flag=True, help="Take what looks like the teaser of a paid article, too."),
)


def article_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say something of an article, over what is found in it.

    They arrive as keywords of `read_article`; those that were not given are None.
    """
    for option in reversed(_ARTICLE):
        command = option(command)
    return command


def as_keywords(options: dict[str, Any]) -> dict[str, Any]:
    """Turn what click hands over into keywords of `read_article`. Raises UsageError for what is empty."""
    for name in ("title", "publisher", "url"):
        if options[name] is not None and not one_line(options[name]):
            raise UsageError(f"--{name}: is empty; leave the option away, or say something.")
    if not all(map(one_line, options["authors"])):
        raise UsageError("--author: is empty; leave the option away, or name somebody.")
    day = options["published"]
    return options | {"authors": options["authors"] or None, "published": day.date() if day else None}
