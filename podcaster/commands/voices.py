"""`podcaster voices`: what can speak here, and why not; more voices, and a sample of each."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podcaster.commands.context import Context

if TYPE_CHECKING:
    from podcaster.voices.install import Progress

#: What a sample says: every sound of German that engines stumble over, and what news are made of.
SAMPLE = (
    "Guten Tag! Am fünfzehnten März fuhren über zwölftausend Menschen mit dem Zug nach Österreich, "
    "um sich das schöne Schloss am Wörthersee anzusehen."
)


@click.group(invoke_without_command=True, epilog="Example: podcaster voices install thorsten")
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the voices: what each is, where the text goes, and why it cannot speak here if it cannot.

    Asks no network, unless to install a voice.
    """
    if ctx.invoked_subcommand is not None:
        return
    from podcaster.voices import known_voices

    context: Context = ctx.obj
    default = context.project.settings.voices.default
    listed = known_voices()
    width = max(len(voice.name) for voice in listed)
    for voice in listed:
        mark = "*" if voice.name == default else " "
        click.echo(f"{mark} {voice.name:{width}}  {voice.description}; the text goes to {voice.text_goes_to}")
        if voice.unavailable:
            click.echo(f"{'':{width + 4}}not here: {voice.unavailable}")
    if default == "auto":
        able = [v for v in listed if v.unavailable is None and v.name != "gtts"]
        wanted = context.project.settings.voices.stand_in
        best = max(able, key=lambda v: (v.name == wanted, v.quality)) if able else None
        context.say(
            "auto: gtts where Google can be reached" + (f", else {best.name}" if best is not None else "")
        )


@command.command(epilog="Example: podcaster voices install thorsten")
@click.argument("name")
@click.pass_obj
def install(context: Context, name: str) -> None:
    """Fetch the voice NAME of the catalogue into the user's data folder; goes on where a run broke off."""
    from podcaster.errors import UsageError
    from podcaster.voices.catalogue import read_catalogue
    from podcaster.voices.install import install as fetch
    from podcaster.voices.install import voices_folder

    more = context.project.settings.voices.catalogue
    offers = {offer.name: offer for offer in read_catalogue(context.folder / more if more else None)}
    if name not in offers:
        raise UsageError(
            f"voice {name}: the catalogue has no such voice; it has {', '.join(sorted(offers))}."
        )
    offer = offers[name]
    context.say(f"{name}: {offer.description}; licence: {offer.licence or 'not stated'}")
    fetch(offer, _shown(context))
    click.echo(f"{voices_folder() / name}: installed; `podcaster voices sample {name} FILE` lets you hear it")


@command.command(epilog="Example: podcaster voices remove thorsten")
@click.argument("name")
def remove(name: str) -> None:
    """Delete the installed voice NAME, or what was fetched of it."""
    from podcaster.errors import UsageError
    from podcaster.voices.install import remove as delete

    if not delete(name):
        raise UsageError(f"voice {name}: no such voice was installed.")
    click.echo(f"{name}: removed")


@command.command(epilog="Example: podcaster voices sample kokoro sample.wav")
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--text", default=SAMPLE, help="What is said (default: a German sentence).")
def sample(name: str, file: Path, text: str) -> None:
    """Let the voice NAME say a sentence into FILE, a WAV."""
    from podcaster.errors import UsageError
    from podcaster.files import replacing
    from podcaster.voices import choose_voice

    if file.suffix.lower() != ".wav":
        raise UsageError(f"{file}: a sample is a WAV file; give it a name that ends in .wav.")
    with choose_voice(name) as voice:
        clips = [voice.say(piece) for piece in _pieces(text, voice.limit)]
    with replacing(file) as unfinished, wave.open(str(unfinished), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(clips[0].rate)
        for clip in clips:
            sound.writeframes(clip.samples.astype("<i2").tobytes())
    click.echo(f"{file}: {sum(clip.duration for clip in clips):.1f} s, {voice.label}")


def _pieces(text: str, limit: int) -> list[str]:
    """What the voice is given: spoken form, cut to its limit. Raises UsageError where that is nothing."""
    from podcaster.errors import UsageError
    from podcaster.speech import cut, spoken

    pieces = [piece for piece in cut(spoken(text), limit) if any(map(str.isalnum, piece))]
    if not pieces:
        raise UsageError(f"“{text[:60]}”: there is nothing to say in this text.")
    return pieces


def _shown(context: Context) -> Progress:
    """Tell every tenth of a file that has come."""
    told: set[tuple[str, int]] = set()

    def tell(name: str, have: int, promised: int) -> None:
        tenth = 10 * have // promised if promised else have // 10_000_000
        if (name, tenth) not in told:
            told.add((name, tenth))
            of = f" of {promised / 1e6:.1f}" if promised else ""
            context.say(f"{name}: {have / 1e6:.1f}{of} MB")

    return tell
