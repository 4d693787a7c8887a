"""The whole command with Google's voice: the real gTTS against a stand-in for Google on loopback."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.google import Google
from tests.test_build import SAMPLE, podcaster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a project with the sample article."""
    shutil.copy(SAMPLE, tmp_path)
    return tmp_path


def manifest(folder: Path) -> dict[str, object]:
    """Read the only episode's manifest."""
    (mp3,) = (folder / "audio").glob("*.mp3")
    found: dict[str, object] = json.loads(mp3.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def test_the_episode_is_googles_voice(google: Google, folder: Path) -> None:
    """With `auto`, Google speaks where it is reached: short requests, several at a time, few connections."""
    google.answer_time = 0.05
    result = podcaster(folder, "build", "nachtzug.txt", PODCASTER_VOICE="auto")
    assert result.returncode == 0, result.stderr
    assert "Google" in result.stderr
    assert manifest(folder)["voice"] == "gtts"
    assert max(map(len, google.texts)) <= 100
    assert google.most_at_a_time > 1
    assert google.connections < google.requests / 2


def test_no_request_cuts_what_belongs_together(google: Google, folder: Path) -> None:
    """Nothing that Google is asked to say has a digit or an abbreviation's period left in it."""
    assert podcaster(folder, "build", "nachtzug.txt", PODCASTER_VOICE="gtts").returncode == 0
    for text in google.texts:
        assert not re.search(r"\d", text), text
        assert not re.search(r"\w\.\s*\w", text), text
    assert any("zum Beispiel für Familien" in text for text in google.texts)
    assert any("neununddreißig Euro neunzig" in text for text in google.texts)


def test_a_stand_in_speaks_the_whole_episode_when_google_goes_away(google: Google, folder: Path) -> None:
    """No episode mixes voices: what Google has said is kept for later, pico says all of it."""
    google.gone_after = 10
    result = podcaster(folder, "build", "nachtzug.txt", PODCASTER_VOICE="auto")
    assert result.returncode == 0, result.stderr
    assert "pico" in result.stderr
    assert (manifest(folder)["voice"], manifest(folder)["wanted_voice"]) == ("pico", "gtts")


def test_google_or_nothing(google: Google, folder: Path) -> None:
    """With --voice gtts a lost Google leaves the article for later: status 75, and nothing half-written."""
    google.gone_after = 10
    result = podcaster(folder, "build", "nachtzug.txt", PODCASTER_VOICE="gtts")
    assert result.returncode == 75
    assert "Traceback" not in result.stderr
    assert not [path for path in (folder / "audio").iterdir() if path.suffix in {".mp3", ".json"}]


def test_a_stand_in_is_voiced_again_only_if_asked_for(google: Google, folder: Path) -> None:
    """When Google is back, `revoice = true` lets it speak what pico has spoken; without, all stays."""
    away = podcaster(
        folder,
        "build",
        "nachtzug.txt",
        PODCASTER_VOICE="auto",
        https_proxy="http://127.0.0.1:9",
        HTTPS_PROXY="http://127.0.0.1:9",
    )
    assert away.returncode == 0
    assert manifest(folder)["voice"] == "pico"
    assert "1 unchanged" in podcaster(folder, "build", "nachtzug.txt", PODCASTER_VOICE="auto").stderr
    guid = manifest(folder)["guid"]
    again = podcaster(
        folder, "build", "nachtzug.txt", PODCASTER_VOICE="auto", PODCASTER_VOICES_REVOICE="true"
    )
    assert "1 built" in again.stderr
    assert (manifest(folder)["voice"], manifest(folder)["guid"]) == ("gtts", guid)
    assert google.requests > 0


def test_a_run_over_the_sources_voices_again_what_a_stand_in_spoke(google: Google, tmp_path: Path) -> None:
    """With `revoice = true`, a source where nothing is new is gone through again once Google is back."""
    (tmp_path / "articles").mkdir()
    shutil.copy(SAMPLE, tmp_path / "articles")
    away = {"https_proxy": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"}
    wanted = {"PODCASTER_VOICE": "auto", "PODCASTER_VOICES_REVOICE": "true"}
    assert podcaster(tmp_path, "build", **wanted, **away).returncode == 0
    assert manifest(tmp_path)["voice"] == "pico"
    assert "0 built" in podcaster(tmp_path, "build", **wanted, **away).stderr
    assert "0 built" in podcaster(tmp_path, "build", PODCASTER_VOICE="auto").stderr
    assert google.requests == 0
    guid = manifest(tmp_path)["guid"]
    assert "1 built" in podcaster(tmp_path, "build", **wanted).stderr
    assert (manifest(tmp_path)["voice"], manifest(tmp_path)["guid"]) == ("gtts", guid)
    assert "0 built" in podcaster(tmp_path, "build", **wanted).stderr
