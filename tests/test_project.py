"""podcaster.toml: typed, and strict about what it does not know."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import msgspec
import pytest

from podcaster.errors import UsageError
from podcaster.project import load_project, read_settings
from podcaster.settings import Settings, template


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """A folder without podcaster.toml is a project with default settings."""
    assert load_project(tmp_path, {}).settings == Settings()


def test_the_template_says_nothing_but_the_defaults() -> None:
    """The file that `init` writes changes nothing; with its comment signs taken away, it is the defaults."""
    assert read_settings(tomllib.loads(template()), "template") == Settings()
    keys = "\n".join(
        line.removeprefix("# ") if " = " in line and line.startswith("# ") else line
        for line in template().splitlines()
    )
    assert read_settings(tomllib.loads(keys), "template") == Settings()


def test_the_template_explains_every_key() -> None:
    """Before every key of the template stands a comment that says what it is for."""
    lines = template().splitlines()
    for above, line in itertools.pairwise(lines):
        if line.startswith("# ") and " = " in line:
            assert above.startswith("# ")
            assert " = " not in above


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('[show]\ntitel = "x"', ["[show]", '"titel"']),
        ("[sound]\nbit_rate = 65", ["[sound] bit_rate", "65"]),
        ('[pauses]\nsentence = "kurz"', ["[pauses] sentence", "float"]),
        ("[pauses]\nsentence = -1", ["[pauses] sentence"]),
        ("[colour]\nx = 1", ['"colour"']),
        ("show = 1", ["[show]"]),
        ('[shows."Kultur & Mehr"]', ["[shows.KEY]", "small letters"]),
        ("[shows.podcast]", ["[shows.KEY]", "not `podcast`"]),
        ("[show]\n[show", ["TOML"]),
        ('[show]\nbase_url = "ftp://example.org"', ["[show] base_url: expected the address of a folder"]),
        ('[show]\nbase_url = "https://pod.example/?feed=1"', ["[show] base_url", "without ? and #"]),
        ('[show]\nlink = "javascript:x"', ["[show] link: expected an address"]),
        ('[show]\nemail = "nobody"', ["[show] email: expected an e-mail address"]),
        ('[show]\nfrequency = "hourly"', ["[show] frequency", "one of daily, weekdays, weekly, monthly."]),
        ('[shows.a]\nmedium = "music"', ["[shows.a] medium", "'music'; it is one of podcast, newsletter."]),
        ('[show]\ntitle = " "', ["[show] title: expected a text that is not empty"]),
        ('[shows.politik]\nlanguage = "Deutsch"', ["[shows.politik] language: expected a language tag"]),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, text: str, names: list[str]) -> None:
    """A key that is unknown, or has a value of a wrong type or size, is refused with file and key."""
    (tmp_path / "podcaster.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        load_project(tmp_path, {})
    for name in ["podcaster.toml", *names]:
        assert name in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are no settings."""
    (tmp_path / "podcaster.toml").write_bytes(b"[show]\ntitle = '\xff'")
    with pytest.raises(UsageError, match="UTF-8"):
        load_project(tmp_path, {})


def test_environment_overrides_the_file(tmp_path: Path) -> None:
    """PODCASTER_SHOW_TITLE wins over `title` in [show]; numbers and truth values are understood."""
    (tmp_path / "podcaster.toml").write_text('[show]\ntitle = "Datei"\nauthor = "A"', encoding="utf-8")
    environment = {
        "PODCASTER_SHOW_TITLE": "Umgebung",
        "PODCASTER_PAUSES_TITLE": "2.5",
        "PODCASTER_SPEECH_BYLINE": "false",
    }
    settings = load_project(tmp_path, environment).settings
    assert settings.show.title == "Umgebung"
    assert settings.show.author == "A"
    assert settings.pauses.title == 2.5
    assert settings.speech.byline is False


def test_a_wrong_environment_variable_is_named(tmp_path: Path) -> None:
    """What cannot be right in the environment is said with the variable's name."""
    with pytest.raises(UsageError, match="PODCASTER_SOUND_BIT_RATE"):
        load_project(tmp_path, {"PODCASTER_SOUND_BIT_RATE": "laut"})


def test_every_table_is_frozen() -> None:
    """Settings do not change once they are read."""
    settings = Settings()
    for table in msgspec.structs.fields(Settings):
        with pytest.raises(AttributeError):
            setattr(settings, table.name, None)
