"""`podcaster inspect`: what was understood of an article, and what would be said."""

from __future__ import annotations

from typing import Any

import click

from podcaster.commands.context import Context
from podcaster.commands.options import article_options, as_keywords


@click.command
@click.argument("article")
@click.option("--json", "as_json", is_flag=True, help="The article as JSON, for other programs.")
@click.option(
    "--spoken",
    "as_spoken",
    is_flag=True,
    help="What would be said, sentence by sentence; after `?` words that look foreign, for lexicon.toml.",
)
@article_options
@click.pass_obj
def command(
    context: Context,
    /,
    article: str,
    as_json: bool,
    as_spoken: bool,
    **options: Any,
) -> None:
    """Show what is understood of ARTICLE: title, sections with their length, and what is left out and why.

    Example: podcaster inspect articles/nachtzug.txt --spoken
    """
    from podcaster.article import article_json, describe, read_article

    found = read_article(article, **as_keywords(options))
    if as_json:
        import json

        click.echo(json.dumps(article_json(found), ensure_ascii=False, indent=2))
    elif as_spoken:
        from podcaster.speech import foreign, load_lexicon, write_script

        settings = context.project.settings
        lexicon = load_lexicon(context.project.folder)
        script = write_script(found, settings.speech, settings.pauses, lexicon)
        for utterance in script.utterances:
            click.echo(f"{utterance.role:8}  {utterance.plain}")
            if strange := foreign(utterance.plain, lexicon):
                click.echo(f"{'':8}  ? {', '.join(strange)}")
    else:
        click.echo(describe(found))
