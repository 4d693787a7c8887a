"""Covers: square pictures, JPEG, sRGB, at most 500 kB. A show's has 3000 px, an episode's 1400 px.

An episode's is the article's picture where there is a large one, else the show's cover with the title on
it. A show without a cover of its own gets one drawn: its title above the bars of a sound. The type is IBM
Plex Serif, in fonts/ with its licence (SIL Open Font License 1.1), as no system font can be relied on.
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from podcaster.errors import UsageError
from podcaster.settings import Show
from podcaster.text import one_line, shortened

#: Apple: 1400 to 3000 px. A show's cover has the most, an episode's, which is in the MP3 too, the least.
SHOW_SIZE = 3000
EPISODE_SIZE = 1400
#: Bytes. Larger pictures in a tag make old players stumble.
LIMIT = 500_000
#: A picture with more pixels than any camera's is an attack or a mistake.
MAX_PIXELS = 120_000_000
# Pillow warns earlier, on standard error, of what is not used anyway.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)

_FONT = Path(__file__).parent / "fonts" / "IBMPlexSerif-SemiBold.ttf"
#: Dark ground and light accent; a show has always the same pair. All hold white type at a contrast above 7.
_COLOURS = (
    ("#14324a", "#f2b84b"),
    ("#3b1f3f", "#f58f6c"),
    ("#173f35", "#f0c987"),
    ("#4a1c24", "#f3b49f"),
    ("#24304f", "#8fd0c6"),
    ("#3d3420", "#e9c46a"),
)
_PAPER = "#fbf7ee"
#: What the font cannot draw stays out of the picture: it has Latin and Cyrillic letters, digits, punctuation.
_UNDRAWABLE = re.compile(
    r"[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u0400-\u045f\u2010-\u2026\u2030\u2039\u203a\u20ac\u2122]+"
)


def show_cover(show: Show, folder: Path, before: Path | None = None) -> bytes:
    """The show's cover as JPEG: the file set as `cover`, squared and reduced, or one drawn.

    The file is looked for in `folder`. `before` is where the cover stands from an earlier run: its content
    is given where nothing has changed since, as drawing takes longer than all else that a feed needs.
    Raises UsageError where the file that is set cannot be read or is too small.
    """
    mark = _mark(show, folder)
    try:
        old = before.read_bytes() if before else b""
    except OSError:
        old = b""
    if mark in old[:512] and old.endswith(b"\xff\xd9"):  # the end of a JPEG: nothing was cut off
        return old
    if not show.cover:
        image = _drawn(show, SHOW_SIZE, one_line(show.title), one_line(show.author))
        return _jpeg(image, mark)
    image = _opened(folder / show.cover)
    return _jpeg(_squared(image, min(SHOW_SIZE, *image.size)), mark)


def _mark(show: Show, folder: Path) -> bytes:
    """What stands in the cover as JPEG's comment: it changes when the cover would."""
    if show.cover:
        try:
            state = (folder / show.cover).stat()
            seen = f"{show.cover} {state.st_mtime_ns} {state.st_size}"
        except OSError:
            seen = ""
    else:
        seen = f"2 {show.title}\n{show.author}"  # the digit: the drawing's own version
    return b"podcaster " + hashlib.sha256(seen.encode("utf-8", "replace")).hexdigest()[:16].encode()


def episode_cover(show: Show, folder: Path, title: str, picture: bytes | None) -> bytes:
    """The cover of an episode as JPEG: `picture` (a file's content) if it is large enough, else drawn."""
    if picture and (image := _usable(picture)):
        return _jpeg(_squared(image, EPISODE_SIZE))
    if show.cover:
        ground = _squared(_opened(folder / show.cover), EPISODE_SIZE)
        _band(ground, one_line(title))
        return _jpeg(ground)
    headline = one_line(_UNDRAWABLE.sub(" ", title))
    if not any(map(str.isalnum, headline)):
        return _jpeg(_drawn(show, EPISODE_SIZE, one_line(show.title), one_line(show.author)))
    return _jpeg(_drawn(show, EPISODE_SIZE, headline, one_line(show.title)))


def _usable(data: bytes) -> Image.Image | None:
    """The article's picture, if it can be read and has 1400 px on both sides."""
    try:
        image = Image.open(io.BytesIO(data))
        if min(image.size) < EPISODE_SIZE or image.width * image.height > MAX_PIXELS:
            return None
        image.draft("RGB", (EPISODE_SIZE, EPISODE_SIZE))
        image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return image


def _opened(path: Path) -> Image.Image:
    """Read the picture that the user has set as cover. Raises UsageError."""
    try:
        image: Image.Image = Image.open(path)
        image.load()
    except FileNotFoundError as error:
        raise UsageError(f"{path}: this cover does not exist; see `cover` in podcaster.toml.") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UsageError(f"{path}: is no picture that can be read (JPEG, PNG, WebP); see `cover`.") from error
    if min(image.size) < EPISODE_SIZE:
        text = f"has {image.width} x {image.height} px, a cover needs at least {EPISODE_SIZE} on each side"
        raise UsageError(f"{path}: {text}; see `cover` in podcaster.toml.")
    return image


def _squared(image: Image.Image, size: int) -> Image.Image:
    """The middle of a picture, as a square of `size` px, upright, without transparency."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut to 8 at the upper end
        upright = upright.convert("I").point(lambda grey: grey / 256).convert("L")
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        over = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", over.size, "white"), over)
    return ImageOps.fit(upright.convert("RGB"), (size, size), Image.Resampling.LANCZOS)


def _drawn(show: Show, size: int, headline: str, below: str) -> Image.Image:
    """Draw a cover: bars as of a sound, a headline, and a line below it."""
    digest = hashlib.sha256(one_line(show.title).encode()).digest()
    ground, accent = _COLOURS[digest[0] % len(_COLOURS)]
    image = Image.new("RGB", (size, size), ground)
    draw = ImageDraw.Draw(image)
    unit = size / 100
    for number in range(20):  # the bars: their heights are the show's own
        height = (6 + digest[number + 1] / 255 * 20) * unit * (0.55 + 0.45 * (1 - abs(number - 9.5) / 9.5))
        left, middle = (9 + number * 4.15) * unit, 24 * unit
        box = (round(left), round(middle - height / 2), round(left + 2.2 * unit), round(middle + height / 2))
        draw.rounded_rectangle(box, radius=round(1.1 * unit), fill=accent)
    _text(draw, headline, (9 * unit, 46 * unit, 91 * unit, 84 * unit), 13 * unit, _PAPER)
    _text(draw, below, (9 * unit, 87 * unit, 91 * unit, 93 * unit), 4.4 * unit, accent)
    return image


def _band(image: Image.Image, headline: str) -> None:
    """Write a headline on the lower third of a picture, on a dark band."""
    size = image.width
    top = round(size * 0.66)
    lower = image.crop((0, top, size, size))
    image.paste(Image.blend(lower, Image.new("RGB", lower.size, "#10141c"), 0.82), (0, top))
    box = (0.06 * size, 0.69 * size, 0.94 * size, 0.97 * size)
    _text(ImageDraw.Draw(image), headline, box, 0.09 * size, _PAPER)


def _text(
    draw: ImageDraw.ImageDraw, text: str, box: tuple[float, float, float, float], largest: float, fill: str
) -> None:
    """Write text into a box (left, top, right, bottom), in lines, as large as it fits."""
    drawable = one_line(_UNDRAWABLE.sub(" ", text))
    left, top, right, bottom = box
    size, smallest = largest, min(largest, 0.04 * draw.im.size[0])
    while True:
        font = ImageFont.truetype(_FONT, round(size))
        lines = _lines(drawable, font, right - left)
        fitting = max(1, int((bottom - top) // (size * 1.18)))
        cut = any(line.endswith("\u00ad") for line in lines)  # a long word is small rather than cut
        if (len(lines) <= fitting and not cut) or size <= smallest:
            break
        size = max(size * 0.9, smallest)
    if len(lines) > fitting:
        lines = [*lines[: fitting - 1], lines[fitting - 1].rstrip(" ,;:.") + "…"]
    for number, line in enumerate(lines):
        draw.text((left, top + number * size * 1.18), line.replace("\u00ad", "-"), font=font, fill=fill)


def _lines(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Break text into lines of at most `width` px; a wider word is cut after a syllable."""
    lines: list[str] = []
    for word in shortened(text, 300).split(" "):
        whole = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(whole) <= width:
            lines[-1] = whole
            continue
        rest = word
        while font.getlength(rest) > width and len(rest) > 1:
            fits = _syllable(rest, max(1, int(len(rest) * width / font.getlength(rest)) - 2))
            lines.append(rest[:fits] + "\u00ad")
            rest = rest[fits:]
        lines.append(rest)
    return lines


#: Where a syllable may begin: one consonant (ch, ck, ph, sch, schw, th, qu count as one) before a vowel.
_SYLLABLE = re.compile(
    r"(?<=\w)(?:sch[lmnrw]?|ch|ck|ph|th|qu|(?<![cpt])h|[b-dfgj-np-tv-xzß])(?=[aeiouäöüy])", re.IGNORECASE
)


def _syllable(word: str, longest: int) -> int:
    """Where to cut a word after at most `longest` letters: before a syllable, if one begins near."""
    starts = [found.start() for found in _SYLLABLE.finditer(word) if found.start() <= longest]
    return starts[-1] if starts and starts[-1] > longest // 2 else longest


def _jpeg(image: Image.Image, comment: bytes = b"") -> bytes:
    """Encode as JPEG of at most 500 kB: coarser, then smaller, until it fits."""
    full = image.width
    for size, quality in ((full, 88), (full, 75), (full, 55), (2000, 60), (1400, 75), (1400, 45), (1400, 20)):
        if size > image.width:
            continue
        if size < image.width:
            image = image.resize((size, size), Image.Resampling.LANCZOS)
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, optimize=size == EPISODE_SIZE, comment=comment)
        if file.tell() <= LIMIT:
            break
    return file.getvalue()
