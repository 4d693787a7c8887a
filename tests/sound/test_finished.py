"""Whole episodes, measured as a listener's player decodes them: with both voices, short and long."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import feedparser
import mutagen.mp3
import numpy as np
import pytest
from numpy.typing import NDArray

from podcaster.article import read_article
from podcaster.build import build
from podcaster.episode import read_episodes
from podcaster.model import Mix, Script
from podcaster.outcome import Request
from podcaster.project import load_project
from podcaster.sound import mix
from podcaster.sound.loudness import Loudness, decibels, true_peak
from podcaster.speech import write_script
from podcaster.voices import ClipCache, choose_voice, voice_script
from tests.scripts import article
from tests.sound.test_mixing import decoded

#: Paragraphs of each article: from half a minute to six minutes.
LENGTHS = (1, 2, 2, 3, 4, 5, 6, 8, 10, 15)
RATE = 24000


@pytest.mark.slow
@pytest.mark.parametrize("voice", ["pico", "gtts"])
@pytest.mark.usefixtures("google")
def test_ten_articles_of_different_length(tmp_path: Path, voice: str) -> None:
    """Loudness, true peak, pauses and joins are as promised in every one of them."""
    with choose_voice(voice) as speaker, ClipCache(tmp_path / "cache") as cache:
        for seed, paragraphs in enumerate(LENGTHS):
            source, path = tmp_path / "artikel.txt", tmp_path / "a.mp3"
            source.write_text(article(seed, paragraphs), "utf-8")
            script = write_script(read_article(source))
            made = mix(script, voice_script(script, speaker, cache), path)
            samples = decoded(path)
            check_loudness(samples, made)
            check_pauses(samples, script, made)
            check_joins(samples, made)


def check_loudness(samples: NDArray[np.float32], made: Mix) -> None:
    """-16 LUFS to half a unit, at most -1 dBTP, and the mix says so."""
    measured = Loudness(RATE)
    measured.add(samples)
    peak = decibels(true_peak(samples))
    assert measured.lufs == pytest.approx(-16, abs=0.5)
    assert made.loudness == pytest.approx(measured.lufs, abs=0.2)
    assert peak <= -1.0
    assert made.true_peak == pytest.approx(peak, abs=0.5)
    assert made.duration == pytest.approx(len(samples) / RATE, abs=0.05)


def check_pauses(samples: NDArray[np.float32], script: Script, made: Mix) -> None:
    """Between two utterances it is still (below -50 dBFS in 5 ms) as long as the script says, to 20 ms."""
    frame = RATE // 200
    powers = np.mean(samples[: len(samples) // frame * frame].reshape(-1, frame) ** 2, axis=1)
    loud = np.flatnonzero(powers > 10**-5)
    for utterance, (one, other) in zip(script.utterances, itertools.pairwise(made.spans), strict=False):
        middle = (one.end + other.start) / 2 * 200
        after = np.searchsorted(loud, middle)
        heard = (loud[after] - loud[after - 1] - 1) / 200
        assert heard == pytest.approx(utterance.pause_after, abs=0.02), utterance.written


def check_joins(samples: NDArray[np.float32], made: Mix) -> None:
    """No click: where sound begins and ends, no two neighbouring samples differ more than speech itself does.

    A click is a jump. In the 15 ms around each edge of an utterance, the largest difference between two
    samples is less than a tenth of the largest within the utterance; in the pauses nothing is above -60 dBFS.
    """
    jumps = np.abs(np.diff(samples))
    for span in made.spans:
        start, end = int(span.start * RATE), int(span.end * RATE)
        inside = float(jumps[start:end].max())
        for edge in (start - int(0.010 * RATE), end + int(0.020 * RATE)):  # where the fades begin and end
            around = jumps[max(0, edge - RATE * 15 // 2000) : edge + RATE * 15 // 2000]
            assert float(around.max(initial=0.0)) < inside / 10
    for one, other in itertools.pairwise(made.spans):
        still = samples[int((one.end + 0.06) * RATE) : int((other.start - 0.06) * RATE)]
        assert float(np.abs(still).max(initial=0.0)) < 0.001


@pytest.mark.parametrize("voice", ["pico", "gtts"])
@pytest.mark.usefixtures("google")
def test_all_durations_are_one(tmp_path: Path, voice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decoder, Info frame, ID3 tag and manifest agree to 50 ms, the feed to a second."""
    monkeypatch.setenv("PODCASTER_VOICES_CACHE", str(tmp_path / "cache"))
    requests = []
    for seed, paragraphs in enumerate((1, 4)):
        source = tmp_path / f"artikel-{seed}.txt"
        source.write_text(article(seed, paragraphs), "utf-8")
        requests.append(Request(str(source)))
    report = build(load_project(tmp_path), requests, voice=voice)
    assert report.count("built") == 2, report.outcomes
    feed = feedparser.parse((tmp_path / "feeds/podcast.xml").read_bytes())
    said = {entry.id: entry.itunes_duration for entry in feed.entries}
    for episode in read_episodes(tmp_path / "audio"):
        path = tmp_path / "audio" / f"{episode.slug}.mp3"
        played = len(decoded(path)) / RATE
        about: Any = mutagen.mp3.MP3(path)
        assert about.info.length == pytest.approx(played, abs=0.05)
        assert float(about["TLEN"].text[0]) / 1000 == pytest.approx(played, abs=0.05)
        assert episode.duration == pytest.approx(played, abs=0.05)
        parts = reversed([float(part) for part in said[episode.guid].split(":")])
        assert sum(part * 60**power for power, part in enumerate(parts)) == pytest.approx(played, abs=1.0)
