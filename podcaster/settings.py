"""podcaster.toml: what a project can set, with types and defaults. Keys that are not here are refused.

Options override environment variables (PODCASTER_SECTION_KEY, as PODCASTER_SHOW_TITLE), which override
podcaster.toml, which overrides the defaults below.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import Annotated, Literal

import msgspec

#: Silence: more than a minute of it is a mistake.
Seconds = Annotated[float, msgspec.Meta(ge=0, le=60)]
#: The bit rates of MPEG-2 Layer III that speech needs, in kbit/s.
BitRate = Literal[32, 40, 48, 56, 64, 80, 96, 112, 128, 160]
#: The sample rates that MP3 and this program share, in Hz.
SampleRate = Literal[16000, 22050, 24000, 44100, 48000]
#: An address on the web, or nothing.
WebAddress = Annotated[str, msgspec.Meta(pattern=r"^(https?://\S+)?$")]


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
        copyright: Who holds the rights.
        locked: Whether other platforms are told not to take the show over (podcast:locked).
        block: Whether Apple is told to keep the show out of its directory.
        medium: What the show is made of: `podcast`, or `newsletter` for spoken articles (fewer apps show it).
        funding: Address of a page where listeners can give money.
        funding_text: The text of the link to it.
        frequency: How often episodes come: `daily`, `weekdays`, `weekly`, `monthly`; empty: not said.
        feed_items: How many episodes the feed holds; older ones stand on pages behind it (RFC 5005).
    """

    title: str = "Artikel zum Hören"
    author: str = "podcaster"
    description: str = "Zeitungsartikel, vorgelesen von einer Computerstimme."
    language: str = "de"
    category: str = "News"
    explicit: bool = False
    link: WebAddress = ""
    base_url: WebAddress = ""
    email: str = ""
    cover: str = ""
    copyright: str = ""
    locked: bool = True
    block: bool = False
    medium: Literal["podcast", "newsletter"] = "podcast"
    funding: WebAddress = ""
    funding_text: str = "Unterstützen"
    frequency: Literal["", "daily", "weekdays", "weekly", "monthly"] = ""
    feed_items: Annotated[int, msgspec.Meta(ge=1)] = 100


class Pauses(_Section, frozen=True):
    """Silence, in seconds.

    Attributes:
        sentence: Between two sentences.
        paragraph: Between two paragraphs.
        before_heading: Before a subheading.
        after_heading: After a subheading.
        title: After the title, and after what is said before the article begins.
    """

    sentence: Seconds = 0.35
    paragraph: Seconds = 0.7
    before_heading: Seconds = 1.2
    after_heading: Seconds = 0.7
    title: Seconds = 1.0


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
        loudness: Integrated loudness in LUFS (EBU R128); Apple asks for -16.
        true_peak: Upper bound in dBTP.
        sample_rate: Hz.
        bit_rate: kbit/s, constant.
    """

    loudness: Annotated[float, msgspec.Meta(ge=-40, le=-6)] = -16.0
    true_peak: Annotated[float, msgspec.Meta(ge=-20, le=0)] = -1.0
    sample_rate: SampleRate = 24000
    bit_rate: BitRate = 64


class Voices(_Section, frozen=True):
    """Who speaks.

    Attributes:
        default: `auto`, or the name of a voice (`podcaster voices` lists them).
        revoice: Whether episodes that a stand-in spoke are voiced again when Google is back.
        cache: Folder in which the sound of every sentence is kept; the user's cache folder where empty.
        cache_size: Megabytes that are kept there between two runs; what was not used for longest goes first.
    """

    default: str = "auto"
    revoice: bool = False
    cache: str = ""
    cache_size: Annotated[int, msgspec.Meta(ge=0)] = 1000


class Settings(_Section, frozen=True):
    """All of podcaster.toml."""

    show: Show = Show()
    voices: Voices = Voices()
    speech: Speech = Speech()
    pauses: Pauses = Pauses()
    sound: Sound = Sound()


def template() -> str:
    """Write a podcaster.toml in which every key stands with its default and what it is for, commented out."""
    lines = ["# Settings of this podcast. What is commented out is the default."]
    for table in msgspec.structs.fields(Settings):
        if not (isinstance(table.type, type) and issubclass(table.type, msgspec.Struct)):
            continue
        head, _, attributes = (table.type.__doc__ or "").partition("Attributes:")
        lines += ["", *(f"# {line.strip()}" for line in head.strip().splitlines() if line.strip())]
        lines.append(f"[{table.name}]")
        says = _attribute_docs(attributes)
        for key in msgspec.structs.fields(table.type):
            lines += [f"# {line}" for line in textwrap.wrap(says.get(key.name, ""), 100)]
            lines.append(f"# {key.name} = {_as_toml(key.default)}")
    return "\n".join(lines) + "\n"


def _attribute_docs(text: str) -> dict[str, str]:
    """Take apart the lines below `Attributes:` of a docstring: name -> what it says, in one line."""
    docs: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        start = re.match(r"\s+(\w+): (.*)", line)
        if start:
            name, docs[start[1]] = start[1], start[2].strip()
        elif name and line.strip():
            docs[name] += " " + line.strip()
    return docs


def _as_toml(value: object) -> str:
    """Write a default as TOML does; JSON's texts, numbers, truth values and lists are TOML's too."""
    return json.dumps(value, ensure_ascii=False)
