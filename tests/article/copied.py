"""An article as a browser's copy gives it: headings as lines, and what stands around the text on the page."""

from __future__ import annotations

from itertools import cycle
from typing import Any, Literal

Style = Literal["airy", "dense", "bare"]

_CAPTIONS = cycle(
    (
        "Blick auf den Ort des Geschehens am Montag. Foto: Max Muster/dpa",
        "Hier soll gebaut werden. (Bild: picture alliance / Erika Beispiel)",
        "Die Ministerin bei ihrer Rede im Bundestag © Getty Images",
        "Archivbild: So sah es hier vor zehn Jahren aus. Quelle: IMAGO/Panama Pictures",
        'Der Präsident und sein Gast vor dem "Weißen Haus". Foto: EPA/STR',
    )
)
_POINTERS = cycle(
    (
        "Lesen Sie auch: Was jetzt auf die Bürger zukommt",
        "Lesen Sie auch\nWie die Nachbarn mit der Krise leben",
        "Mehr zum Thema: So teuer wird das Wohnen",
        "Auch interessant: Das sagen Experten dazu",
    )
)


def copied(gold: dict[str, Any], style: Style) -> str:
    """The text of an article of gold.json.

    `airy`: title, standfirst, byline; empty lines between all blocks. `dense`: a kicker too, no empty lines.
    `bare`: no title, and the byline in brackets at the end; three empty lines below a heading.
    """
    author = gold["authors"][0] if gold["authors"] else "Max Muster"
    lines: list[str] = []
    if style == "dense":
        lines += ["Politik", gold["title"], *gold["lead"], f"Von {author}"]
        lines += ["03.05.2024, 10:15 Uhr", "Teilen"]
    elif style == "airy":
        lines += [gold["title"], *gold["lead"], f"{author}, 3. Mai 2024, 10:15 Uhr"]
    after_heading = "\n\n" if style == "bare" else ""
    count = last = 0
    for section in gold["sections"]:
        lines += [heading + after_heading for heading in section["headline"]]
        for paragraph in section["paragraphs"]:
            lines.append(" ".join(paragraph.split()))
            last = len(lines) - 1
            count += 1
            if count % 4 == 2:
                lines.append(next(_CAPTIONS))
            if count % 5 == 4 and style != "bare":
                lines.append(next(_POINTERS))
            if count % 7 == 3 and style == "dense":
                lines.append("Anzeige")
    lines[last] += f" ({author}, 3.5.2024)" if style == "bare" else " (dpa)"
    return ("\n" if style == "dense" else "\n\n").join(line for line in lines if line.strip()) + "\n"
