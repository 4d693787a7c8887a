"""Schedule: the entry that makes cron, or systemd, build what is new.

cron_times(text)           "täglich 5:30" or a cron expression -> cron expressions
installed(folder)          the entries of a project in this user's crontab
install(folder, times)     puts them there, in place of former ones
remove(folder)             takes them out
units(folder, times)       the same as systemd units: name -> text
start_timer(name)          has systemd run them, stop_timer(name) ends it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

if TYPE_CHECKING:
    from podcaster.schedule.crontab import Entry, install, installed, remove
    from podcaster.schedule.systemd import (
        installed_units,
        remove_units,
        start_timer,
        stop_timer,
        units,
        write_units,
    )
    from podcaster.schedule.times import cron_times

__all__ = [
    "Entry",
    "cron_times",
    "install",
    "installed",
    "installed_units",
    "remove",
    "remove_units",
    "start_timer",
    "stop_timer",
    "units",
    "write_units",
]

__getattr__ = lazy_names(
    __name__,
    crontab="Entry install installed remove",
    systemd="installed_units remove_units start_timer stop_timer units write_units",
    times="cron_times",
)
