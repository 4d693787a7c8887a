"""podcaster.toml: what a project can set, with types and defaults. Keys that are not here are refused.

Options override environment variables (PODCASTER_SECTION_KEY, as PODCASTER_SHOW_TITLE), which override
podcaster.toml, which overrides the defaults below.
"""

from __future__ import annotations

import msgspec


class _Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of podcaster.toml."""


class Show(_Section, frozen=True):
    """What the feed says of itself.

    Attributes:
        title: Name of the podcast.
        author: Who makes it.
        description: At most 4000 bytes; shown by apps on the show's page.
        language: BCP 47 tag, as `de` or `de-at`.
        category: One of Apple's categories; a sub-category follows after " > ".
        explicit: Whether the content is for adults only.
        link: The show's website; base_url where empty.
        base_url: Where the folder that holds feeds/ and audio/ is found on the web.
        email: Of the owner; some directories send a code there.
        cover: Path of a square picture, 1400 to 3000 px; drawn by the program where empty.
    """

    title: str = "Artikel zum Hören"
    author: str = "podcaster"
    description: str = "Zeitungsartikel, vorgelesen von einer Computerstimme."
    language: str = "de"
    category: str = "News"
    explicit: bool = False
    link: str = ""
    base_url: str = ""
    email: str = ""
    cover: str = ""


class Pauses(_Section, frozen=True):
    """Silence in seconds."""

    sentence: float = 0.35
    paragraph: float = 0.7
    before_heading: float = 1.2
    after_heading: float = 0.7
    title: float = 1.0


class Speech(_Section, frozen=True):
    """What is said around the article.

    Attributes:
        byline: Whether authors and date are said after the title.
        notice: The sentence that tells listeners of the computer voice (EU AI Act, Article 50); empty: none.
        lead: Whether the standfirst is read.
        opening: Title of the first chapter, before the first subheading.
    """

    byline: bool = True
    notice: str = "Gelesen von einer Computerstimme."
    lead: bool = True
    opening: str = "Einleitung"


class Sound(_Section, frozen=True):
    """How the episode sounds as a file.

    Attributes:
        loudness: Integrated loudness in LUFS.
        true_peak: Upper bound in dBTP.
        sample_rate: Hz.
        bit_rate: kbit/s, constant.
    """

    loudness: float = -16.0
    true_peak: float = -1.0
    sample_rate: int = 24000
    bit_rate: int = 64


class Voices(_Section, frozen=True):
    """Who speaks.

    Attributes:
        default: `auto`, or the name of a voice (`podcaster voices` lists them).
        revoice: Whether episodes that a stand-in spoke are voiced again when Google is back.
    """

    default: str = "auto"
    revoice: bool = False


class Settings(_Section, frozen=True):
    """All of podcaster.toml."""

    show: Show = Show()
    voices: Voices = Voices()
    speech: Speech = Speech()
    pauses: Pauses = Pauses()
    sound: Sound = Sound()
