"""`podcaster voices`: what can speak here, and why not."""

from __future__ import annotations

import click

from podcaster.commands.context import Context


@click.command
@click.pass_obj
def command(context: Context, /) -> None:
    """List the voices: what each is, where the text goes, and why it cannot speak here if it cannot.

    Asks no network.

    Example: podcaster voices
    """
    from podcaster.voices import known_voices

    default = context.project.settings.voices.default
    for voice in known_voices():
        mark = "*" if voice.name == default else " "
        click.echo(f"{mark} {voice.name:8} {voice.description}; the text goes to {voice.text_goes_to}")
        if voice.unavailable:
            click.echo(f"{'':10} not here: {voice.unavailable}")
    if default == "auto":
        context.say("auto: gtts where Google can be reached, else the best of the others")
