"""Voices of other packages: the example in docs/voices.md as a package, and some that do not work."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from podcaster.errors import PodcasterError
from podcaster.voices import ClipCache, choose_voice, known_voices, stand_in, voice_script
from tests.scripts import script

DOCS = Path(__file__).parents[2] / "docs" / "voices.md"
Install = Callable[[str, str], None]


def example(name: str) -> str:
    """Give the code of an example in docs/voices.md."""
    found = re.search(
        rf"<!-- example: {re.escape(name)} -->\n```\w+\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL
    )
    assert found is not None
    return found[1]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a package of one module, as pip leaves it: the module, and what names its entry point."""

    def installed(module: str, code: str) -> None:
        (tmp_path / f"{module}.py").write_text(code, "utf-8")
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[podcaster.voices]\n{module} = {module}\n")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, module, raising=False)
        importlib.invalidate_caches()

    return installed


def test_the_example_speaks(install: Install, tmp_path: Path) -> None:
    """The plug-in in the documentation is complete: it is listed, and says a script, in at most 30 lines."""
    code = example("podcaster_piep.py")
    assert len([line for line in code.splitlines() if line.strip()]) <= 30
    assert "podcaster_piep" in example("entry point")
    install("podcaster_piep", code)
    assert "piep" in [voice.name for voice in known_voices()]
    text = "Die Gemeinde will das leer stehende Haus kaufen."
    with choose_voice("piep") as voice, ClipCache(tmp_path / "clips") as cache:
        (clip,) = voice_script(script(text), voice, cache)
        assert clip.duration == pytest.approx(len(text) / 12, abs=0.1)


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("raise RuntimeError('no sound card')\n", "RuntimeError: no sound card"),
        ("import sys\nsys.exit('no licence')\n", "SystemExit: no licence"),
        ("def known():\n    return ['kaputt']\n", "TypeError: known() gives something other than KnownVoice"),
    ],
    ids=["raises", "exits", "other"],
)
def test_a_plugin_that_does_not_work_is_named(install: Install, code: str, trouble: str) -> None:
    """A plug-in that fails on import, or offers no voices, is listed with its error; others go on."""
    install("podcaster_kaputt", code)
    (broken,) = [voice for voice in known_voices() if voice.name == "podcaster_kaputt"]
    assert broken.unavailable == (
        "the plug-in podcaster_kaputt of the package podcaster_kaputt does not work "
        f"({trouble}); upgrade or uninstall that package."
    )
    with pytest.raises(PodcasterError, match="voice podcaster_kaputt: the plug-in podcaster_kaputt"):
        choose_voice("podcaster_kaputt")
    with stand_in("Google cannot be reached", "pico") as voice:
        assert voice.name == "pico"


def test_a_plugin_that_fails_later_is_named(install: Install) -> None:
    """A plug-in whose voice cannot be made is one sentence, whatever it raises."""
    code = example("podcaster_piep.py").replace("return Piep()", "return Piep(name)")
    install("podcaster_piep", code)
    with pytest.raises(PodcasterError, match=r"voice piep: the plug-in .* does not work \(TypeError: "):
        choose_voice("piep")
