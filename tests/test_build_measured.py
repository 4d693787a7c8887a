"""The finished MP3 as a decoder plays it: chapters, pauses, loudness and durations, measured."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import miniaudio
import numpy as np
import pyebur128
import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MPEGInfo

from podcaster.settings import Pauses
from tests.test_build import podcaster

#: Sound below this level is silence, where the voice is at -16 LUFS: -50 dBFS.
FLOOR = 10 ** (-50 / 20)


class Heard:
    """An MP3, decoded: where it sounds, and how loud."""

    def __init__(self, path: Path) -> None:
        decoded = miniaudio.mp3_read_file_f32(str(path))
        self.rate = decoded.sample_rate
        self.samples = np.frombuffer(decoded.samples, np.float32)
        self.duration = len(self.samples) / self.rate
        # a stop consonant in the middle of a word is no pause: silence counts from 0.15 s on
        loud = np.flatnonzero(np.abs(self.samples) > FLOOR)
        gaps = np.flatnonzero(np.diff(loud) > 0.15 * self.rate)
        starts = loud[np.concatenate(([0], gaps + 1))] / self.rate
        ends = loud[np.concatenate((gaps, [len(loud) - 1]))] / self.rate
        self.stretches = list(zip(starts.tolist(), ends.tolist(), strict=True))

    def silence_before(self, moment: float) -> tuple[float, float]:
        """The silence that ends nearest to `moment`: its start and end in seconds."""
        pauses = [(a[1], b[0]) for a, b in itertools.pairwise(self.stretches)]
        return min(pauses, key=lambda pause: abs(pause[1] - moment))

    def loudness(self) -> tuple[float, float]:
        """Integrated loudness in LUFS and true peak in dBTP."""
        state = pyebur128.R128State(
            1, self.rate, pyebur128.MeasurementMode.MODE_I | pyebur128.MeasurementMode.MODE_TRUE_PEAK
        )
        state.add_frames(self.samples, len(self.samples))
        peak = pyebur128.get_true_peak(state, 0)
        return pyebur128.get_loudness_global(state), 20 * float(np.log10(peak))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Path:
    """Give a project with a real newspaper text in it, built by a machine without network."""
    folder = tmp_path_factory.mktemp("project")
    result = podcaster(
        folder,
        "build",
        str(shared / "articles" / "kasachstan.txt"),
        PODCASTER_VOICE="auto",
        HTTPS_PROXY="http://127.0.0.1:9",
        https_proxy="http://127.0.0.1:9",
    )
    assert result.returncode == 0, result.stderr
    assert [line for line in result.stderr.splitlines() if "pico" in line]
    return folder


@pytest.fixture(scope="module")
def mp3(project: Path) -> Path:
    """Give its only episode."""
    (path,) = (project / "audio").glob("*.mp3")
    return path


@pytest.fixture(scope="module")
def heard(mp3: Path) -> Heard:
    """Give its sound."""
    return Heard(mp3)


def test_what_was_understood(shared: Path, tmp_path: Path) -> None:
    """`inspect --json` gives the four sections, the author, the day, and both captions as dropped."""
    result = podcaster(tmp_path, "inspect", "--json", str(shared / "articles" / "kasachstan.txt"))
    article = json.loads(result.stdout)
    assert [section["heading"] for section in article["sections"]] == [
        None,
        "Multiple Konfliktpunkte",
        "Russische Truppen gegen Regierungsumsturz",
        "Neue Möglichkeiten",
    ]
    assert (article["authors"], article["published"]) == (["Jo Angerer"], "2022-11-01")
    captions = [dropped["text"] for dropped in article["dropped"] if "Foto:" in dropped["text"]]
    assert len(captions) == 2
    spoken = " ".join(text for section in article["sections"] for text in section["paragraphs"])
    assert "Foto:" not in spoken
    assert "1.11.2022" not in spoken


def test_chapters_begin_where_their_headings_sound(mp3: Path, heard: Heard) -> None:
    """A chapter begins within 50 ms of its heading, and before it is the pause that was set, to 20 ms."""
    chapters = [frame for frame in ID3(mp3).values() if frame.FrameID == "CHAP"]
    starts = sorted(frame.start_time / 1000 for frame in chapters)
    assert len(starts) == 4
    assert starts[0] == 0
    for start in starts[1:]:
        silence = heard.silence_before(start)
        assert start == pytest.approx(silence[1], abs=0.05)
        assert silence[1] - silence[0] == pytest.approx(Pauses().before_heading, abs=0.02)


def test_sentences_and_paragraphs_are_as_far_apart_as_set(mp3: Path, heard: Heard) -> None:
    """Between any two cues of the transcript lies one of the pauses that were set, to 20 ms."""
    blocks = mp3.with_suffix(".vtt").read_text(encoding="utf-8").split("\n\n")
    times = [line for block in blocks for line in block.splitlines() if " --> " in line]
    spans = [tuple(_seconds(t) for t in line.split(" --> ")[:2]) for line in times]
    pauses = [(a[1], b[0]) for a, b in itertools.pairwise(spans) if b[0] - a[1] > 0.2]
    known = {getattr(Pauses(), name) for name in Pauses.__struct_fields__}
    off = []
    for _, end in pauses:
        silence = heard.silence_before(end)
        length = silence[1] - silence[0]
        assert silence[1] == pytest.approx(end, abs=0.05)
        off.append(min(abs(length - pause) for pause in known))
    assert len(pauses) > 40
    assert max(off) <= 0.02


def test_the_sound_is_even(heard: Heard) -> None:
    """The episode has -16 LUFS, to half a unit, and no true peak above -1 dBTP."""
    loudness, peak = heard.loudness()
    assert loudness == pytest.approx(-16, abs=0.5)
    assert peak <= -1


def test_one_duration(project: Path, mp3: Path, heard: Heard) -> None:
    """Decoder, Xing header, tags, manifest and feed agree on the duration."""
    manifest = json.loads(mp3.with_suffix(".json").read_text(encoding="utf-8"))
    assert _xing_duration(mp3) == pytest.approx(heard.duration, abs=0.05)
    assert int(str(ID3(mp3)["TLEN"])) / 1000 == pytest.approx(heard.duration, abs=0.05)
    assert manifest["duration"] == pytest.approx(heard.duration, abs=0.05)
    feed = (project / "feeds" / "podcast.xml").read_text(encoding="utf-8")
    assert f"<itunes:duration>{round(heard.duration)}</itunes:duration>" in feed


def _xing_duration(path: Path) -> float:
    """The duration that the Xing header promises, in seconds."""
    with path.open("rb") as stream:
        stream.seek(ID3(path).size)
        length: float = MPEGInfo(stream).length
    return length


def _seconds(stamp: str) -> float:
    """Read a time as WebVTT writes it."""
    seconds = 0.0
    for part in stamp.strip().split(":"):
        seconds = seconds * 60 + float(part)
    return seconds
