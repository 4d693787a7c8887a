"""Foreign words: respelled for engines that know nothing but German, as they are written for the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcaster.model import Script, Utterance
from podcaster.voices import ClipCache, choose_voice, known_voices, voice_script
from podcaster.voices.roles import Cast, Raised

AS_WRITTEN, RESPELLED = "In New York regnet es.", "In Nju Jork regnet es."
ABLE = [known.name for known in known_voices() if known.unavailable is None]


@pytest.mark.parametrize("several", [False, True], ids=["alone", "by role"])
@pytest.mark.parametrize(("name", "said"), [("pico", RESPELLED), ("kokoro", AS_WRITTEN)])
def test_each_voice_gets_foreign_words_as_it_knows_them(
    tmp_path: Path, name: str, said: str, several: bool
) -> None:
    """What is voiced, and kept under its text, is the one reading and not the other; questions, too."""
    if name not in ABLE:
        pytest.skip("needs the extra `neural`")
    utterances = tuple(
        Utterance(AS_WRITTEN, AS_WRITTEN, role, 0, 0.3, RESPELLED) for role in ("body", "question")
    )
    with choose_voice(name) as voice, ClipCache(tmp_path) as cache:
        speaker = Cast(voice, {"question": name}, choose_voice) if several else voice
        assert len(voice_script(Script("Regen", utterances, ("Einleitung",)), speaker, cache)) == 2
        kept = [text for text in (AS_WRITTEN, RESPELLED) if cache.get(cache.key(voice.fingerprint, text))]
        assert kept == [said]
        raised = Raised(voice)
        voice_script(Script("Regen", utterances, ("Einleitung",)), raised, cache)
        assert cache.get(cache.key(raised.fingerprint, said))
