"""Transcript and chapters, as text and in every format."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from podcaster.episode import read_cues
from podcaster.episode.chapters import chapters_of
from podcaster.episode.transcript import LINE, cues_of, split, subrip, webvtt, wrap
from podcaster.model import Cue, Mix, Script, Span, Utterance
from tests import making

LONG = (
    "Die Kommission will, dass bis 2030 rund 200.000 Wärmepumpen eingebaut werden, was nach Ansicht der "
    "Verbände kaum zu schaffen ist, weil es an Fachleuten, Material und vor allem an Geld fehlt."
)


def spoken(*written: str) -> tuple[Script, Mix]:
    """A script of sentences of 2 s each, with half a second between."""
    utterances = tuple(Utterance(text, text, "body", 0, 0.5) for text in written)
    spans = tuple(Span(i * 2.5, i * 2.5 + 2) for i in range(len(written)))
    return Script("Titel", utterances, ("Einleitung",)), Mix(len(written) * 2.5, 1, spans, -16.0, -1.0)


def test_a_short_sentence_is_one_cue_with_its_own_time() -> None:
    """A cue is a sentence: its text as written, its time the mixer's."""
    cues = cues_of(*spoken("Im Jahr 2022 waren es 200.000 Tonnen.", "Das ist viel."))
    assert cues == [
        Cue("Im Jahr 2022 waren es 200.000 Tonnen.", 0.0, 2.0, 1),
        Cue("Das ist viel.", 2.5, 4.5, 2),
    ]


def test_a_long_sentence_becomes_cues_of_two_lines_in_proportion() -> None:
    """No cue has more than two lines of 42 characters; together they say the sentence, in its time."""
    cues = cues_of(*spoken(LONG))
    assert len(cues) >= 3
    assert " ".join(cue.text for cue in cues) == LONG
    for cue in cues:
        assert len(wrap(cue.text)) <= 2
        assert all(len(line) <= LINE for line in wrap(cue.text))
    assert (cues[0].start, cues[-1].end) == (0.0, 2.0)
    assert all(one.end == two.start for one, two in pairwise(cues))
    assert {cue.sentence for cue in cues} == {1}
    for cue in cues:
        share = len(cue.text) / sum(len(other.text) for other in cues)
        assert cue.end - cue.start == pytest.approx(2.0 * share)


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        (
            "Die Kommission will, dass bis 2030 rund 200.000 Wärmepumpen eingebaut werden, was nach Ansicht "
            "der Verbände kaum zu schaffen ist, weil es an Geld fehlt.",
            [
                "Die Kommission will, dass bis 2030 rund 200.000 Wärmepumpen eingebaut werden,",
                "was nach Ansicht der Verbände kaum zu schaffen ist, weil es an Geld fehlt.",
            ],
        ),
        (
            "Er sprach am Dienstag in Berlin mit der Ministerin und den Vertretern der großen Verbände über "
            "die Folgen des neuen Gesetzes.",
            [
                "Er sprach am Dienstag in Berlin mit der Ministerin",
                "und den Vertretern der großen Verbände über die Folgen des neuen Gesetzes.",
            ],
        ),
    ],
)
def test_a_long_sentence_is_cut_where_clauses_end(sentence: str, pieces: list[str]) -> None:
    """A comma or an `und` ends a cue, even where the halves are then not of the same length."""
    assert split(sentence) == pieces


def test_no_line_of_a_cue_is_an_orphan() -> None:
    """The second line is not a left-over word, and no line ends with an article."""
    assert wrap("Das ist viel weniger als in den Jahren davor.") == [
        "Das ist viel weniger",
        "als in den Jahren davor.",
    ]
    for piece in split(LONG):
        lines = wrap(piece)
        assert all(10 <= len(line) <= LINE for line in lines)
        assert not any(line.split()[-1] in ("der", "die", "das", "an", "zu") for line in lines)


def test_a_word_that_fits_no_line_is_not_cut() -> None:
    """German has words of more than 42 letters: they stand whole."""
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    assert split(word) == [word]
    assert wrap(f"Das {word} gilt.") == ["Das", word, "gilt."]


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "x --> y", "„Zitat“ – Ende", "<v Mallory>böse</v>", "😀 مرحبا"]
)
def test_webvtt_is_read_back_as_it_was(tmp_path: Path, text: str) -> None:
    """What stands in a cue is escaped as WebVTT wants it, and comes back the same."""
    cues = cues_of(*spoken(text, LONG))
    document = webvtt(cues)
    assert document.startswith("WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n")
    assert "<v" not in document
    assert document.count("-->") == len(cues)
    (tmp_path / "a.vtt").write_text(document, encoding="utf-8")
    assert [(cue.text, cue.sentence) for cue in read_cues(tmp_path / "a.vtt")] == [
        (cue.text, cue.sentence) for cue in cues
    ]


def test_srt_numbers_its_cues_and_uses_commas() -> None:
    """SRT has consecutive numbers and a comma before the milliseconds."""
    document = subrip(cues_of(*spoken(LONG, "Ende --> hier.")))
    numbers = re.findall(r"^(\d+)\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}$", document, re.MULTILINE)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert document.count("-->") == len(numbers)


def test_srt_and_webvtt_have_the_same_times_and_lines() -> None:
    """What one says at a time, the other says then too; only the marks between differ."""
    cues = cues_of(*spoken(LONG, "Das ist viel.", LONG))
    pattern = r"(\S+) --> (\S+)\n((?:.+\n)+)"
    vtt = re.findall(pattern, webvtt(cues))
    srt = re.findall(pattern, subrip(cues))
    assert len(srt) == len(cues)
    assert [(start.replace(",", "."), end.replace(",", "."), text) for start, end, text in srt] == vtt


def test_all_transcripts_of_an_episode_say_the_same(tmp_path: Path) -> None:
    """VTT, SRT and HTML hold the sentences of the script, the headings too."""
    making.episode(tmp_path)
    words = " ".join(u.written for u in making.script(making.article()).utterances).split()
    assert " ".join(cue.text for cue in read_cues(tmp_path / "kohle.vtt")).split() == words
    srt = re.sub(r"^\d+\n.* --> .*$", "", (tmp_path / "kohle.srt").read_text(), flags=re.MULTILINE)
    assert srt.split() == words

    class Text(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: list[str] = []
            self.tag = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            del attrs
            self.tag = tag

        def handle_data(self, data: str) -> None:
            if self.tag in ("p", "h1", "h2"):
                self.found += data.split()

    parser = Text()
    parser.feed((tmp_path / "kohle.html").read_text(encoding="utf-8"))
    assert parser.found == words


def test_chapters_start_at_their_headings() -> None:
    """A chapter begins where its heading sounds; there are no gaps, and the last reaches the end."""
    said = making.script(making.article())
    spans = tuple(Span(i + 0.25, i + 0.75) for i in range(len(said.utterances)))
    chapters = chapters_of(said, Mix(9.5, 1, spans, -16, -1), "https://zeitung.example/a?b=ü")
    assert [(c.title, c.start, c.end) for c in chapters] == [
        ("Einleitung", 0.0, 5.25),
        ("Wind & Wetter", 5.25, 7.25),
        ("Was bleibt", 7.25, 9.5),
    ]
    assert chapters[0].url == "https://zeitung.example/a?b=%C3%BC"
    assert chapters[1].url == "https://zeitung.example/a?b=%C3%BC#:~:text=Wind%20%26%20Wetter"


def test_chapters_are_written_as_json_1_2(tmp_path: Path) -> None:
    """JSON chapters have version, titles and start times in seconds, the same as the manifest."""
    made = making.episode(tmp_path)
    document = json.loads((tmp_path / "kohle.chapters.json").read_text())
    assert document["version"] == "1.2.0"
    assert document["title"] == made.title
    assert document["fileName"] == "kohle.mp3"
    assert [(row["startTime"], row["title"]) for row in document["chapters"]] == [
        (chapter.start, chapter.title) for chapter in made.chapters
    ]
