"""Voice gtts, against a stand-in for Google on loopback."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from podcaster.errors import TryLaterError
from podcaster.voices import ClipCache, choose_voice, voice_script
from podcaster.voices.google import Google as GoogleVoice
from tests.google import Google
from tests.scripts import SENTENCES, script


def test_a_script_is_voiced_by_google_over_few_connections(google: Google, tmp_path: Path) -> None:
    """Every sentence is asked for once, in pieces of at most 100 characters, several at a time."""
    google.answer_time = 0.05
    with choose_voice("gtts") as voice, ClipCache(tmp_path) as cache:
        clips = voice_script(script(*(f"{i}. {s}" for i in range(6) for s in SENTENCES)), voice, cache)
        assert all(clip.duration > 0.5 for clip in clips)
    assert max(map(len, google.texts)) <= 100
    assert len(google.texts) == len(set(google.texts))
    assert 1 < google.connections <= 16
    assert 1 < google.most_at_a_time <= 16


def test_a_sentence_that_repeats_itself_is_told_once(google: Google, tmp_path: Path) -> None:
    """Of equal pieces of one long sentence one is asked for; the sentence is there when all of it is."""
    again = "Nein, nein und noch einmal nein, sagte der alte Mann vor seinem Haus; "
    told: list[tuple[int, float]] = []

    def late(_number: int, text: str) -> str | None:
        if not text.startswith("Nein"):
            time.sleep(0.3)
        return None

    google.fault = late
    with choose_voice("gtts") as voice, ClipCache(tmp_path) as cache:
        sentence = f"{again * 2}{again.replace('alte', 'ältere')}das sagte er."
        (clip,) = voice_script(
            script(sentence), voice, cache, lambda index, seconds: told.append((index, seconds))
        )
    assert [index for index, _ in told] == [0]
    assert google.requests == len(set(google.texts))
    assert clip.duration == pytest.approx(told[0][1], rel=0.2)


def test_a_warm_cache_asks_for_nothing(google: Google, tmp_path: Path) -> None:
    """What was voiced before is not asked for again."""
    for _ in range(2):
        with choose_voice("gtts") as voice, ClipCache(tmp_path) as cache:
            voice_script(script(), voice, cache)
    assert google.requests == len(set(google.texts))


FAULTS: list[tuple[str, Callable[[int, str], str | None]]] = [
    (name, lambda n, _, name=name: name if n % 5 == 1 else None)  # type: ignore[misc]
    for name in ("429", "500", "reset", "cut", "short", "silent", "garbage")
]


@pytest.mark.parametrize(("name", "fault"), FAULTS, ids=[name for name, _ in FAULTS])
def test_a_fifth_of_the_answers_is_bad(
    google: Google, tmp_path: Path, name: str, fault: Callable[[int, str], str | None]
) -> None:
    """The script is voiced whole nevertheless."""
    google.fault = fault
    google.retry_after = "0.1"
    with choose_voice("gtts") as voice, ClipCache(tmp_path) as cache:
        clips = voice_script(script(), voice, cache)
        assert [clip.duration > 0.5 for clip in clips] == [True] * len(SENTENCES), name


@pytest.mark.parametrize("every", [1, 5])
def test_an_answer_that_never_ends_is_given_up(google: Google, tmp_path: Path, every: int) -> None:
    """A time for the whole ends answers that come bit by bit; they are asked for again, or Google is gone."""
    google.fault = lambda n, _: "trickle" if n % every == 0 else None
    began = time.monotonic()
    with GoogleVoice(whole=1.0) as voice, ClipCache(tmp_path) as cache:
        if every == 1:
            with pytest.raises(TryLaterError, match="Google"):
                voice_script(script(), voice, cache)
        else:
            assert all(clip.duration > 0.5 for clip in voice_script(script(), voice, cache))
    assert time.monotonic() - began < 20


def test_google_goes_away_in_the_middle(google: Google, tmp_path: Path) -> None:
    """What came before is kept; the error says to try later."""
    google.gone_after = 20
    with choose_voice("gtts") as voice, ClipCache(tmp_path) as cache:
        with pytest.raises(TryLaterError, match="Google"):
            voice_script(script(*(f"{i}. {s}" for i in range(6) for s in SENTENCES)), voice, cache)
        assert 1 <= cache.use().clips <= 20


def test_auto_takes_google_where_it_can_be_reached(google: Google) -> None:
    """The handshake succeeds, and no request is sent for it."""
    with choose_voice("auto", "pico") as voice:
        assert voice.name == "gtts"
        assert "Google" in voice.reason
    assert google.requests == 0


def test_auto_takes_pico_where_google_cannot_be_reached(google: Google) -> None:
    """A refused connection is enough to know."""
    google.leave()
    with choose_voice("auto", "pico") as voice:
        assert voice.name == "pico"
        assert "Google cannot be reached" in voice.reason


def test_auto_takes_pico_where_somebody_stands_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate of an authority that is not trusted is refused, by auto and by gtts."""
    with Google(trusted=False) as liar:
        for name, value in liar.environment.items():
            monkeypatch.setenv(name, value)
        with choose_voice("auto", "pico") as voice:
            assert voice.name == "pico"
            assert "certificate" in voice.reason
        with choose_voice("gtts") as voice, pytest.raises(TryLaterError, match="certificate"):
            voice.say("Guten Tag.")
    assert liar.requests == 0


def test_a_captive_portal_is_no_google(google: Google, tmp_path: Path) -> None:
    """Pages instead of sound end the run, saying so."""
    google.fault = lambda _n, _text: "portal"
    with (
        choose_voice("gtts") as voice,
        ClipCache(tmp_path) as cache,
        pytest.raises(TryLaterError, match="web page"),
    ):
        voice_script(script(), voice, cache)
