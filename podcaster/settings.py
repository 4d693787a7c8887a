"""podcaster.toml: what a project can set, with types and defaults. Keys that are not here are refused.

Options override environment variables (PODCASTER_SECTION_KEY, as PODCASTER_SHOW_TITLE), which override
podcaster.toml, which overrides the defaults below.
"""

from __future__ import annotations

import json
import re
import textwrap
from datetime import date
from typing import Annotated, Literal

import msgspec

from podcaster.categories import is_category

#: Silence: more than a minute of it is a mistake.
Seconds = Annotated[float, msgspec.Meta(ge=0, le=60)]
#: The bit rates of MPEG-2 Layer III that speech needs, in kbit/s.
BitRate = Literal[32, 40, 48, 56, 64, 80, 96, 112, 128, 160]
#: The sample rates that MP3 and this program share, in Hz.
SampleRate = Literal[16000, 22050, 24000, 44100, 48000]
#: Names a show in podcaster.toml, and its feed: `politik` is feeds/politik.xml.
ShowKey = Annotated[str, msgspec.Meta(pattern="^(?!podcast$)[a-z0-9][a-z0-9-]*$", max_length=60)]

_WEB = r"^(https?://\S+)?$"
_FOLDER = r"^(https?://[^\s?#]+)?$"
_MAIL = r"^([^\s@<>]+@[^\s@<>]+)?$"
_LANGUAGE = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_TEXT = r"\S"
#: What each of these patterns wants, for people.
PATTERNS = {
    _WEB: "an address that begins with https:// or http://",
    _FOLDER: "the address of a folder, as https://podcast.example/, without ? and #",
    _MAIL: "an e-mail address",
    _LANGUAGE: "a language tag, as de or de-at",
    _TEXT: "a text that is not empty",
}
#: An address on the web, or nothing.
WebAddress = Annotated[str, msgspec.Meta(pattern=_WEB)]
#: One to which paths can be added, or nothing.
FolderAddress = Annotated[str, msgspec.Meta(pattern=_FOLDER)]
#: An e-mail address, or nothing.
MailAddress = Annotated[str, msgspec.Meta(pattern=_MAIL)]
#: A language as the feed says it: ISO 639, then perhaps a country.
LanguageTag = Annotated[str, msgspec.Meta(pattern=_LANGUAGE)]
#: What may not be empty.
SomeText = Annotated[str, msgspec.Meta(pattern=_TEXT)]


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

    title: SomeText = "Artikel zum Hören"
    author: SomeText = "podcaster"
    description: SomeText = "Zeitungsartikel, vorgelesen von einer Computerstimme."
    language: LanguageTag = "de"
    category: str = "News"
    explicit: bool = False
    link: WebAddress = ""
    base_url: FolderAddress = ""
    email: MailAddress = ""
    cover: str = ""
    copyright: str = ""
    locked: bool = True
    block: bool = False
    medium: Literal["podcast", "newsletter"] = "podcast"
    funding: WebAddress = ""
    funding_text: str = "Unterstützen"
    frequency: Literal["", "daily", "weekdays", "weekly", "monthly"] = ""
    feed_items: Annotated[int, msgspec.Meta(ge=1)] = 100

    def __post_init__(self) -> None:
        if not is_category(self.category):
            raise ValueError(f"`{self.category}` is not one of Apple's categories, as News > Politics")


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
        intro: File that is played before the title: MP3, WAV, FLAC or Ogg Vorbis, seen from this folder.
        outro: File that is played at the end.
        earcon: Short file that is played before every subheading.
    """

    loudness: Annotated[float, msgspec.Meta(ge=-40, le=-6)] = -16.0
    true_peak: Annotated[float, msgspec.Meta(ge=-20, le=0)] = -1.0
    sample_rate: SampleRate = 24000
    bit_rate: BitRate = 64
    intro: str = ""
    outro: str = ""
    earcon: str = ""


class Voices(_Section, frozen=True):
    """Who speaks.

    Attributes:
        default: `auto`, or the name of a voice (`podcaster voices` lists them).
        stand_in: The voice that `auto` takes where Google cannot be reached: `best` for the most natural one
            that is installed here, or a name. Pico is by far the quickest.
        body: Voice of lead and text; the one above where empty. A change voices episodes anew.
        heading: Voice of titles and subheadings.
        quote: Voice of block quotes.
        question: Voice of an interviewer; where empty, another natural one here, or the same a little higher.
        catalogue: File with more voices to install, written as the program's own (see docs/voices.md).
        revoice: Whether episodes that a stand-in spoke are voiced again when Google is back.
        cache: Folder in which the sound of every sentence is kept; the user's cache folder where empty.
        cache_size: Megabytes that are kept there between two runs; what was not used for longest goes first.
    """

    default: str = "auto"
    stand_in: str = "best"
    body: str = ""
    heading: str = ""
    quote: str = ""
    question: str = ""
    catalogue: str = ""
    revoice: bool = False
    cache: str = ""
    cache_size: Annotated[int, msgspec.Meta(ge=0)] = 1000


class Source(_Section, frozen=True):
    """Where articles come from; a project may have several of these tables, each with one of the first three.

    Attributes:
        folder: New and changed files in this folder are built; without any source, those in articles/.
        feed: Address of an RSS or Atom feed; each entry is an article.
        list: A text file with an address on each line; lines that begin with # are left out.
        include: Only what has one of these words in title, summary, category or file name.
        exclude: Not what has one of these words there.
        limit: At most so many articles in one run; the others follow in the next ones.
        since: Only what came out (or changed, for a file) on this day or later, as 2026-01-31.
        show: Key of the show that its new episodes belong to; empty: the one in [show].
    """

    folder: str = ""
    feed: WebAddress = ""
    list: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    limit: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 20
    since: date | None = None
    show: str = ""

    def __post_init__(self) -> None:
        if sum(map(bool, (self.folder, self.feed, self.list))) != 1:
            raise ValueError("a source has one of the keys folder, feed and list")

    @property
    def name(self) -> str:
        """The folder, address or file: how people and the memory call this source."""
        return self.folder or self.feed or self.list


class Retry(_Section, frozen=True):
    """When an article that failed is tried again: after growing times, for so long.

    Attributes:
        minutes: After the first failure; twice as long after each further one, but at most a day.
        days: After so many days it is given up, and `podcaster list` says so.
    """

    minutes: Annotated[int, msgspec.Meta(ge=1, le=1440)] = 30
    days: Annotated[int, msgspec.Meta(ge=0, le=365)] = 7


class Retention(_Section, frozen=True):
    """How long episodes are kept. What `podcaster keep` protects stays.

    Attributes:
        episodes: Keep the last so many; 0: all.
        days: Keep what came out in the last so many days; 0: all.
        gigabytes: Keep the newest that fit, in 10⁹ bytes of sound; 0: all.
    """

    episodes: Annotated[int, msgspec.Meta(ge=0)] = 0
    days: Annotated[int, msgspec.Meta(ge=0)] = 0
    gigabytes: Annotated[float, msgspec.Meta(ge=0)] = 0.0


class Hooks(_Section, frozen=True):
    """Commands of your own.

    Attributes:
        after_build: Given to the shell, in the project's folder, when the feed has changed: rsync, git push.
            One that fails is reported, and run again with the next build.
        timeout: After so many seconds a command is ended.
    """

    after_build: str = ""
    timeout: Annotated[int, msgspec.Meta(ge=1)] = 600


class Settings(_Section, frozen=True):
    """All of podcaster.toml. A show in `shows` takes from `[show]` what it does not set itself."""

    show: Show = Show()
    shows: dict[ShowKey, Show] = {}
    voices: Voices = Voices()
    speech: Speech = Speech()
    pauses: Pauses = Pauses()
    sound: Sound = Sound()
    retry: Retry = Retry()
    retention: Retention = Retention()
    hooks: Hooks = Hooks()
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        for source in self.sources:
            if source.show not in ("", "podcast", *self.shows):
                raise ValueError(
                    f"the source {source.name} is for the show {source.show}, which is not there"
                )


def template() -> str:
    """Write a podcaster.toml in which every key stands with its default and what it is for, commented out."""
    lines = ["# Settings of this podcast. What is commented out is the default."]
    for table in msgspec.structs.fields(Settings):
        if table.name not in ("sources", "shows"):
            lines += _table(f"[{table.name}]", table.type)
    lines += _table("#[[sources]]", Source, mark="#")
    lines += [
        "",
        "# More shows, each with its own feed (feeds/politik.xml). They have the keys of [show], and take",
        "# from there what they do not set. `podcaster build --show politik` adds an article to one.",
        "#[shows.politik]",
        '#title = "Politik zum Hören"',
    ]
    return "\n".join(lines) + "\n"


def _table(header: str, kind: type[msgspec.Struct], mark: str = "# ") -> list[str]:
    """Write one table, its keys behind `mark`; an example stands for a default that TOML cannot say."""
    head, _, attributes = (kind.__doc__ or "").partition("Attributes:")
    lines = ["", *(f"# {line.strip()}" for line in head.strip().splitlines() if line.strip()), header]
    says = _attribute_docs(attributes)
    for key in msgspec.structs.fields(kind):
        lines += [f"# {line}" for line in textwrap.wrap(says.get(key.name, ""), 100)]
        value = "2026-01-31" if key.default is None else _as_toml(key.default)
        lines.append(f"{mark}{key.name} = {value}")
    return lines


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
