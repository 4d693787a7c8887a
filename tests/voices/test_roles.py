"""Several voices in an episode: by role, and in interviews."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcaster.errors import PodcasterError
from podcaster.model import Role, Script, Utterance
from podcaster.settings import Voices
from podcaster.voices import ClipCache, choose_voice, voice_script, with_roles

SAID: tuple[tuple[Role, str], ...] = (
    ("heading", "Die Strecke ist wieder frei."),
    ("question", "Wie lange hat das gedauert, und was ist geschehen?"),
    ("body", "Ein Baum war auf die Strecke gefallen."),
    ("question", "Wie lange hat das gedauert, und was ist geschehen?"),
    ("body", "Wie lange hat das gedauert, und was ist geschehen?"),
)


def interview() -> Script:
    """A heading, questions and answers, one of which repeats the question."""
    return Script("Bahn", tuple(Utterance(text, text, role, 0, 0.3) for role, text in SAID), ("Einleitung",))


def test_an_interviewer_sounds_different(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one voice is to hand, it asks a semitone higher than it answers; all else is as before."""
    monkeypatch.setattr("podcaster.voices.choice._MODULES", ("podcaster.voices.pico",))
    heard = []
    with with_roles(choose_voice("pico"), Voices()) as voice, ClipCache(tmp_path) as cache:
        clips = voice_script(interview(), voice, cache, lambda index, _: heard.append(index))
        assert len(clips) == len(SAID)
        assert [clip.rate for clip in clips] == [16000, 16951, 16000, 16951, 16000]
    assert sorted(heard) == list(range(len(SAID)))


def test_settings_name_voices_for_roles(tmp_path: Path) -> None:
    """Each role is said by the voice that the settings name; with the default's name, all by one."""
    settings = Voices(heading="pico", question="pico")
    with with_roles(choose_voice("pico"), settings) as voice, ClipCache(tmp_path) as cache:
        assert {clip.rate for clip in voice_script(interview(), voice, cache)} == {16000}


def test_a_voice_for_a_role_that_nobody_knows_is_named(tmp_path: Path) -> None:
    """A wrong name is told before anything is voiced."""
    with (
        with_roles(choose_voice("pico"), Voices(quote="piko", heading="piko")) as voice,
        ClipCache(tmp_path) as cache,
        pytest.raises(PodcasterError, match="voice piko: there is no such voice"),
    ):
        voice_script(interview(), voice, cache)
