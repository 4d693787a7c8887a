"""The proof that all was said: it refuses what is missing and what is too much, and no text for being odd."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from podcaster.errors import PodcasterError
from podcaster.model import Clip
from podcaster.speech import spoken
from podcaster.voices import ClipCache, Voice, choose_voice, voice_script
from podcaster.voices.voice import Closing
from tests.scripts import SENTENCES, script

#: More than enough for a voice's pace to be learned.
KNOWN = [f"{sentence[:-1]}, {end}." for sentence in SENTENCES for end in ("leider", "sagte er", "zum Glück")]

#: Titles, with a bar between.
ODD = """
../../z|../..//etc/passwd|***|+++|+++ EIL +++|3|0|007|1:0|-5|- 5 -|3,14|1+1=2|½|x²
12345678901234567890|A|z|Ö|y|I|IV|A B C D E F G|A.B.C.D.|a.b.c.d|b. c. d.|F.A.Z.|a/b|A/B
CDU/CSU|NATO|NATO, EU und USA|XKCD|HHHH|ZZZZZ|AAAAAAAAAA|WWW|QWERTZ|EILMELDUNG
DAS IST EIN TITEL IN GROSSBUCHSTABEN|C++|C#|R2-D2|iPhone 15|A7|SARS-CoV-2|10×10|#metoo|@heise
www.example.org|http://a.b/c|<script>|{}|[1]|(c)|™|&|100 %|€|§ 3|e.V.|GmbH & Co. KG|😀
🎉🎉🎉 Party 🎉|★★★|♥|→|…|?!|?z|z?|—|~|__init__|x|X|Hmm|Pst|Grrr|tschk|Krk|Nguyễn|Łódź|Привет|中文|日本
مرحبا|Ω|٣|①|Ь|„“|«»|•|a_b_c|Q&A|n-tv|1. FC Union|COVID-19|Äh|Oh!|Ja
"""


def test_no_title_is_too_odd(tmp_path: Path) -> None:
    """Titles of signs, single letters, figures, capitals, emoji and foreign scripts pass the proof."""
    texts = [text for odd in re.split("[|\n]", ODD.strip()) for text in dict.fromkeys((odd, spoken(odd)))]
    with choose_voice("pico") as voice, ClipCache(tmp_path) as cache:
        clips = voice_script(script(*texts, *KNOWN), voice, cache)
        assert len(clips) == len(texts) + len(KNOWN)


class Careless(Closing):
    """Pico, but what it says is changed by a function of the text and of how often it was said before."""

    def __init__(self, pico: Voice, change: Callable[[str, int, Clip], Clip]) -> None:
        self._pico = pico
        self._change = change
        self._said: dict[str, int] = {}
        self.name, self.label, self.reason = "careless", "Careless", ""
        self.fingerprint, self.concurrency, self.limit = "careless", 1, pico.limit

    def say(self, text: str) -> Clip:
        """Speak, somehow."""
        before = self._said.get(text, 0)
        self._said[text] = before + 1
        return self._change(text, before, self._pico.say(text))


def part(share: float) -> Callable[[Clip], Clip]:
    """Keep so much of a clip, from its beginning; more than 1 says some of it again."""

    def kept(clip: Clip) -> Clip:
        whole = np.concatenate((clip.samples, clip.samples, clip.samples))
        return Clip(whole[: int(share * len(clip.samples))], clip.rate)

    return kept


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 2.6], ids=["silence", "beginning", "third", "repeated"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_is_not_said_whole_is_refused(tmp_path: Path, sentence: str, share: float) -> None:
    """Where much is missing or said again, each time, the error names the sentence, and no clip is kept."""

    def change(text: str, _before: int, clip: Clip) -> Clip:
        return part(share)(clip) if text == sentence else clip

    with choose_voice("pico") as pico, ClipCache(tmp_path) as cache:
        voice = Careless(pico, change)
        with pytest.raises(PodcasterError, match=sentence[:60]):
            voice_script(script(*KNOWN, sentence), voice, cache)
        assert cache.get(cache.key(voice.fingerprint, sentence)) is None
        assert cache.use().clips == len(KNOWN)


def test_a_bad_moment_is_forgiven(tmp_path: Path) -> None:
    """What was cut short is said once more, and that clip is kept."""

    def change(text: str, before: int, clip: Clip) -> Clip:
        return part(0.3)(clip) if text == SENTENCES[1] and before == 0 else clip

    with choose_voice("pico") as pico, ClipCache(tmp_path) as cache:
        clips = voice_script(script(*KNOWN, SENTENCES[1]), Careless(pico, change), cache)
        assert clips[-1].duration > 0.04 * len(SENTENCES[1])


def test_a_voice_that_says_nothing_teaches_nothing(tmp_path: Path) -> None:
    """Silence for every text is no pace that a clip could fit."""
    with choose_voice("pico") as pico, ClipCache(tmp_path) as cache:
        voice = Careless(pico, lambda _text, _before, clip: part(0.0)(clip))
        with pytest.raises(PodcasterError, match="not say this sentence whole"):
            voice_script(script(*KNOWN), voice, cache)
