"""The nouns: what goes from room to room. Plain frozen data, no behaviour beyond what the fields say.

read -> Article -> script -> Script -> voice -> Clips -> mix -> Mix -> tag -> Episode -> list -> feed
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is written.

    Attributes:
        text: Its text, in one line, without markup.
        kind: `body`; `quote` for a block quote; `question` for what an interviewer asks; `item` of a list.
    """

    text: str
    kind: Literal["body", "quote", "question", "item"] = "body"


@dataclass(frozen=True, slots=True)
class Section:
    """The part of an article below one subheading (heading None: the opening, before the first)."""

    heading: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that was found beside the article and is not read aloud, and why, in a few words."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was understood of a newspaper article.

    Attributes:
        title: The headline, without the kicker above it.
        lead: The standfirst (Vorspann) between headline and body; None where there is none.
        sections: The body, split at its subheadings; at least one, none of them empty.
        authors: Names of people, without "Von" and without the paper.
        publisher: The paper or site.
        published: The day the article came out.
        url: The canonical address, where there is one.
        language: BCP 47 tag, `de` unless the page says otherwise.
        picture: Address or path of the article's lead picture.
        dropped: What was left out of the above.
    """

    title: str
    sections: tuple[Section, ...]
    lead: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "de"
    picture: str | None = None
    dropped: tuple[Dropped, ...] = ()


Role = Literal["title", "byline", "notice", "lead", "heading", "body", "quote", "question"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, spoken in one breath of the voice.

    Attributes:
        written: As the article writes it ("200.000"): what the transcript shows.
        spoken: As a newsreader says it ("zweihunderttausend"): what the voice gets.
        role: What the sentence is in the episode.
        section: Index of the section it belongs to in `Script.sections`.
        pause_after: Silence that follows, in seconds.
        respelled: `spoken` with foreign words as German would spell their sound ("Nju Jork"), for engines
            that know nothing but German; empty where that is the same.
    """

    written: str
    spoken: str
    role: Role
    section: int
    pause_after: float
    respelled: str = ""

    @property
    def plain(self) -> str:
        """What an engine gets that knows nothing but German."""
        return self.respelled or self.spoken


@dataclass(frozen=True, slots=True)
class Script:
    """All that is said in an episode, in order.

    Attributes:
        title: The article's title, as written.
        utterances: Sentence by sentence; `section` never falls.
        sections: Chapter titles as written, one a section; the first is the opening.
        language: BCP 47 tag.
    """

    title: str
    utterances: tuple[Utterance, ...]
    sections: tuple[str, ...]
    language: str = "de"


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound of one utterance.

    Attributes:
        samples: Mono PCM, shape (n,), int16.
        rate: Sample rate in Hz.
    """

    samples: NDArray[np.int16]
    rate: int

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate


@dataclass(frozen=True, slots=True)
class Span:
    """Where an utterance sounds in the episode: seconds from its start."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Mix:
    """What the mixer made.

    Attributes:
        duration: Seconds, as a decoder plays the file.
        size: Bytes of the MP3 as the mixer left it, before tags.
        spans: One for every utterance of the script, in order.
        loudness: Integrated loudness in LUFS (ITU-R BS.1770-4).
        true_peak: In dBTP.
    """

    duration: float
    size: int
    spans: tuple[Span, ...]
    loudness: float
    true_peak: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of an episode; times in seconds, `url` the article's address at the section, if any."""

    title: str
    start: float
    end: float
    url: str | None = None


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A sentence of the transcript (or a part of a long one), as written, with its time in seconds.

    A Struct, which is made in a tenth of the time of a frozen dataclass: the pages of 10,000 episodes take
    half a million of them.

    Attributes:
        sentence: Number of the sentence it belongs to, from 1: cues of one sentence share it.
    """

    text: str
    start: float
    end: float
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Episode:
    """A finished episode: what its manifest says, and all that a feed needs. (The .vtt holds the cues.)

    Attributes:
        guid: Identifies the episode for ever: the article's canonical address, or `urn:sha256:` and the hash
            of its first version.
        slug: Name of its files in audio/, without extension; the manifest's own name, whatever stands in it.
        show: Key of the show it belongs to, `podcast` for the only one.
        title, lead, authors, publisher, article_published, url, language, picture: As in `Article`, without
            characters that XML cannot hold.
        published: When the episode first came out (the feed's pubDate), with time zone.
        updated: When it was last voiced anew because the article had changed.
        duration: Seconds.
        size: Bytes of the tagged MP3.
        loudness: LUFS.
        true_peak: dBTP.
        voice: Name of the voice that was used.
        engine: The same voice as people would call it ("SVOX Pico"); the name where that is not known.
        wanted_voice: The voice that was asked for; another than `voice` where a stand-in spoke.
        opening: Where there is no lead: how the article begins, in at most 300 characters.
        notice: The sentence that tells listeners of the computer voice.
        script_hash: SHA-256 of all that was voiced and how: equal hash, equal sound.
        article_hash: SHA-256 of the article: another hash, a changed article.
        sketch: A digest of the text that stays alike when the text does (see identity.py).
        text_hash: SHA-256 of the text as written.
        source: The path or address it was built from.
        chapters: In order, without gaps, the first at 0.
        sound_size: Bytes of the MP3 without tags; 0 in manifests of older versions.
        sound_hash: SHA-256 of these bytes; empty in manifests of older versions.
        transcript_hash: SHA-256 of the .vtt as it was made; empty in manifests of older versions.
        files: Extensions of its other files that exist: `vtt`, `srt`, `html`, `chapters.json`, `jpg`.
        revision: Counts the times it was voiced, from 1: part of the audio's URL.
        kept: Whether retention never removes it (`podcaster keep`).
        format: Version of the manifest's format.
    """

    guid: str
    slug: str
    title: str
    published: datetime
    duration: float
    size: int
    voice: str
    script_hash: str
    source: str
    chapters: tuple[Chapter, ...]
    show: str = "podcast"
    lead: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    article_published: date | None = None
    url: str | None = None
    language: str = "de"
    picture: str | None = None
    updated: datetime | None = None
    loudness: float = 0.0
    true_peak: float = 0.0
    engine: str = ""
    wanted_voice: str | None = None
    article_hash: str = ""
    sketch: str = ""
    opening: str = ""
    notice: str = ""
    text_hash: str = ""
    sound_size: int = 0
    sound_hash: str = ""
    transcript_hash: str = ""
    files: tuple[str, ...] = ()
    revision: int = 1
    kept: bool = False
    format: int = 1
