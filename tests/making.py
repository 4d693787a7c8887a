"""Parts that tests of episodes, feeds and pages are made of: real MP3s, small and quickly encoded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import lameenc
import miniaudio

from podcaster.episode import write_episode
from podcaster.model import Article, Episode, Mix, Paragraph, Role, Script, Section, Span, Utterance
from podcaster.settings import Show

RATE = 24000
PUBLISHED = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


def article(title: str = "Kohle, Gas und Wind", **fields: object) -> Article:
    """An article with an opening and two sections."""
    plain = Article(
        title=title,
        sections=(
            Section(None, (Paragraph("Im Jahr 2022 waren es 200.000 Tonnen. Das ist viel."),)),
            Section("Wind & Wetter", (Paragraph("Der Wind weht, wie er will; niemand hält ihn auf."),)),
            Section("Was bleibt", (Paragraph("Am Ende bleibt die Kohle im Boden, sagen Fachleute."),)),
        ),
        lead="Deutschland verbraucht weniger Kohle als je zuvor.",
        authors=("Erika Beispiel", "Max Muster"),
        publisher="Beispielzeitung",
        published=date(2026, 11, 19),
        url="https://zeitung.example/wirtschaft/kohle-1",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def script(text: Article) -> Script:
    """A script as write_script would write it, without its German: every paragraph is one sentence."""
    utterances: list[Utterance] = []

    def say(written: str, role: Role, section: int = 0) -> None:
        utterances.append(Utterance(written, written, role, section, 0.5))

    say(text.title, "title")
    say("Von Erika Beispiel.", "byline")
    say("Gelesen von einer Computerstimme.", "notice")
    if text.lead:
        say(text.lead, "lead")
    for number, section in enumerate(text.sections):
        if section.heading:
            say(section.heading, "heading", number)
        for paragraph in section.paragraphs:
            say(paragraph.text, "body", number)
    titles = tuple(section.heading or "Einleitung" for section in text.sections)
    return Script(text.title, tuple(utterances), titles)


def mixed(text: Script, path: Path, seconds: float = 0.6) -> Mix:
    """Encode silence for a script, `seconds` a sentence with 0.5 s between, at `path`."""
    step = seconds + 0.5
    spans = tuple(Span(i * step, i * step + seconds) for i in range(len(text.utterances)))
    duration = len(spans) * step
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(32)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    data = bytes(encoder.encode(bytes(2 * round(duration * RATE))) + encoder.flush())
    path.write_bytes(data)
    decoded = miniaudio.decode(data, nchannels=1, sample_rate=RATE)
    return Mix(decoded.num_frames / RATE, len(data), spans, -16.0, -1.5)


def episode(audio: Path, text: Article | None = None, show: Show | None = None, **fields: object) -> Episode:
    """Write a whole episode into the folder `audio`, as a build does."""
    text = text or article()
    audio.mkdir(parents=True, exist_ok=True)
    said = script(text)
    mp3 = audio / ".sound.part"
    settings: dict[str, object] = {
        "guid": text.url or "urn:sha256:0",
        "slug": "kohle",
        "voice": "pico",
        "engine": "SVOX Pico",
        "script_hash": "0" * 64,
        "source": "articles/kohle.txt",
        "published": PUBLISHED,
    }
    settings |= fields
    return write_episode(audio, text, said, mixed(said, mp3), mp3, show or Show(), **settings)  # type: ignore[arg-type]


def many(count: int) -> Iterable[Episode]:
    """Episodes without files, an hour apart, oldest first."""
    from podcaster.model import Chapter

    for number in range(count):
        yield Episode(
            guid=f"https://zeitung.example/artikel/{number}",
            slug=f"2025-01-01-artikel-{number}",
            title=f"Artikel Nummer {number}: Städte & Gemeinden",
            published=PUBLISHED + timedelta(hours=number),
            duration=312.4,
            size=2_500_000 + number,
            voice="pico",
            engine="SVOX Pico",
            script_hash="0" * 64,
            source=f"articles/{number}.txt",
            chapters=tuple(Chapter(f"Kapitel {i}", i * 60.0, (i + 1) * 60.0) for i in range(5)),
            lead="Ein Vorspann, wie ihn Zeitungen schreiben: zwei Sätze lang. Er sagt, worum es geht.",
            authors=("Erika Beispiel",),
            publisher="Beispielzeitung",
            url=f"https://zeitung.example/artikel/{number}",
            files=("vtt", "srt", "html", "chapters.json", "jpg"),
        )
