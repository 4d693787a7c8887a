"""`podcaster schedule`: the crontab entry."""

from __future__ import annotations

from pathlib import Path

import click

from podcaster.commands.context import Context


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show, install or remove the crontab entry that builds what is new.

    Example: podcaster schedule install "alle 30 Minuten"
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@command.command
@click.pass_obj
def show(context: Context) -> None:
    """Show the project's entries, in the crontab and for systemd."""
    from podcaster.errors import UsageError
    from podcaster.schedule import installed, installed_units

    folder = context.project.folder
    try:
        entries = installed(folder)
    except UsageError:  # no cron here: there may be systemd
        entries = []
    for entry in entries:
        click.echo(f"{entry.when}  {entry.command}")
    paths = installed_units(folder)
    for path in paths:
        click.echo(str(path))
    if not entries and not paths:
        context.say('nothing is scheduled; try: podcaster schedule install "alle 30 Minuten"')


@command.command
@click.argument("when")
@click.option("--systemd", is_flag=True, help="A timer of systemd's user manager instead of a crontab entry.")
@click.option(
    "--log",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the runs write what they did (default: .podcaster/podcaster.log).",
)
@click.pass_obj
def install(context: Context, when: str, systemd: bool, log: Path | None) -> None:
    """Build what is new at the times WHEN says, in place of the times before.

    WHEN is "stündlich", "alle 30 Minuten", "täglich 5:30", "werktags 6:00 und 17:30", or a cron expression
    ("30 5 * * *").

    Example: podcaster schedule install "täglich 5:30"
    """
    from podcaster.schedule import cron_times, start_timer, write_units
    from podcaster.schedule import install as install_entry

    times = cron_times(when)
    folder = context.project.folder
    if not systemd:
        for entry in install_entry(folder, times, log):
            click.echo(f"{entry.when}  {entry.command}")
        return
    paths = write_units(folder, times, log)
    for path in paths:
        click.echo(str(path))
    timer = paths[-1].name
    if trouble := start_timer(timer):
        context.say(
            f"Not started: {trouble}\n"
            f"Start it:  systemctl --user daemon-reload && systemctl --user enable --now {timer}"
        )
    context.say("To run while you are not logged in: loginctl enable-linger")


@command.command
@click.pass_obj
def remove(context: Context) -> None:
    """Remove the project's entries from the crontab, and its systemd units."""
    from podcaster.errors import UsageError
    from podcaster.schedule import installed_units, remove_units, stop_timer
    from podcaster.schedule import remove as remove_entries

    folder = context.project.folder
    timers = [path.name for path in installed_units(folder) if path.suffix == ".timer"]
    for timer in timers:
        if trouble := stop_timer(timer):
            context.say(f"{timer}: may still run until you log out: {trouble}")
    paths = remove_units(folder)
    for path in paths:
        click.echo(f"removed  {path}")
    try:
        entries = remove_entries(folder)
    except UsageError:
        entries = []
    for entry in entries:
        click.echo(f"removed  {entry.when}  {entry.command}")
    if not entries and not paths:
        context.say("nothing was scheduled")
