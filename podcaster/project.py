"""A project: the folder with podcaster.toml, audio/ and feeds/."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec

from podcaster.errors import UsageError
from podcaster.settings import PATTERNS, Settings, Show, Source

#: Key of the show in [show], the only one of most projects; its feed is feeds/podcast.xml.
MAIN_SHOW = "podcast"
SETTINGS_FILE = "podcaster.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where things are, and what was set."""

    folder: Path
    settings: Settings

    @property
    def audio(self) -> Path:
        """Folder of the episodes: MP3s, manifests, transcripts."""
        return self.folder / "audio"

    @property
    def feeds(self) -> Path:
        """Folder of the feeds and pages; made from the manifests, may be deleted at any time."""
        return self.folder / "feeds"

    @property
    def state(self) -> Path:
        """Folder of what is not published: the lock, the log, what was seen in the sources."""
        return self.folder / ".podcaster"

    def named(self, key: str) -> str:
        """Give the key of a show that somebody has named. Raises UsageError where it is not set."""
        known = (MAIN_SHOW, *self.settings.shows)
        if key not in known:
            raise UsageError(f"{key}: podcaster.toml has no show of this name; it has {', '.join(known)}.")
        return key

    def show(self, key: str) -> Show:
        """The settings of a show; those of the main one for a key that is not (or no longer) set."""
        return self.settings.shows.get(key, self.settings.show)


def load_project(folder: Path, environment: dict[str, str] | None = None) -> Project:
    """Read podcaster.toml in `folder`; without one, the defaults hold.

    `environment` (the process's own if None) may override single keys: PODCASTER_SHOW_TITLE sets `title` in
    `[show]`. Raises UsageError that names the file and the key.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder; `podcaster init {folder}` makes one.")
    path = folder / SETTINGS_FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as UTF-8 text: {error}.") from error
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is not valid TOML: {error}.") from error
    settings = read_settings(values, str(path))
    overrides = _overrides(os.environ if environment is None else environment)
    for variable, (section, key, value) in overrides.items():
        values.setdefault(section, {})[key] = value
        settings = read_settings(values, f"environment variable {variable}", strict=False)
    return Project(folder.resolve(), settings)


def read_settings(values: dict[str, Any], source: str, *, strict: bool = True) -> Settings:
    """Check `values` (parsed TOML) against the settings; UsageError names `source` and the wrong key.

    With `strict` False, text is taken for numbers and truth values too ("0.5", "true"), as environment
    variables need it.
    """
    shows, common = values.get("shows"), values.get("show")
    if isinstance(shows, dict) and isinstance(common, dict):
        inherited = {key: {**common, **own} if isinstance(own, dict) else own for key, own in shows.items()}
        values = {**values, "shows": inherited}
    try:
        return msgspec.convert(values, Settings, strict=strict)
    except msgspec.ValidationError as error:
        words = _in_words(error)
        if "shows[...]" in words:  # msgspec does not say which
            words = words.replace("shows[...]", f"shows.{_wrong_show(values['shows'], strict)}")
        raise UsageError(f"{source}: {words}.") from error


def _wrong_show(shows: dict[str, Any], strict: bool) -> str:
    """The key of the first show that is wrong."""
    for key, show in shows.items():
        try:
            msgspec.convert(show, Show, strict=strict)
        except msgspec.ValidationError:
            return key
    return "KEY"


def _in_words(error: msgspec.ValidationError) -> str:
    """Say which key is wrong, as podcaster.toml names it: `[sound] bit_rate: expected int, got str`."""
    what, _, where = str(error).partition(" - at `$")
    if str(error).endswith("at `key` in `$.shows`"):
        name = "at most 60 small letters, digits and hyphens, and not `podcast`, which is the show in [show]"
        return f"[shows.KEY]: KEY names a feed's file: {name}"
    table, _, key = where.strip("`").lstrip(".").rpartition(".")
    unknown = re.fullmatch(r"Object contains unknown field `(.*)`", what)
    if unknown:
        table = f"{table}.{key}".strip(".")
        place = f"[{table}] has no key" if table else "there is no table or key"
        return f'{place} "{unknown[1]}"; `podcaster init` in an empty folder writes a file with all keys'
    place = f"[{table}] {key}" if table else f"[{key}]"
    for pattern, words in PATTERNS.items():
        if what.endswith(f"matching regex {pattern!r}"):
            return f"{place}: expected {words}"
    if what.startswith("Invalid enum value"):
        what += f"; it is one of {', '.join(_choices(table, key))}"
    return f"{place}: {what[:1].lower()}{what[1:]}".replace("`", "")


def _choices(table: str, key: str) -> list[str]:
    """The values that a key may have, besides the empty one."""
    tables = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    tables |= {"shows": Show, "sources": Source}
    kind = tables[re.split(r"[.\[]", table)[0]]
    values = next(get_args(field.type) for field in msgspec.structs.fields(kind) if field.name == key)
    return [str(value) for value in values if value != ""]


def _overrides(environment: Any) -> dict[str, tuple[str, str, str]]:
    """Find the environment variables that name a setting: variable -> (section, key, value)."""
    found = {}
    for section in msgspec.structs.fields(Settings):
        if not isinstance(section.type, type) or not issubclass(section.type, msgspec.Struct):
            continue
        for key in msgspec.structs.fields(section.type):
            variable = f"PODCASTER_{section.name}_{key.name}".upper()
            if variable in environment:
                found[variable] = (section.name, key.name, environment[variable])
    return found
