"""What stands at a paragraph's ends and is not read goes; the paragraph stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcaster.article import read_article
from podcaster.article.agencies import is_sign, without_dateline
from podcaster.article.noise import pointer_tail, reason_to_drop
from podcaster.article.tails import credit_tail
from tests.article.pages import TOLD, outline, read

LAST = (
    "Eröffnet wird die neue Halle mit einem Turnier der Schulen. Wer daran teilnehmen darf, entscheidet im "
    "Herbst das Los, und die Bürgermeisterin will es selbst ziehen, auf dem Markt."
)


@pytest.mark.parametrize(
    "tail",
    [
        *(" pl/dpa", " AFP/dpa", " /dpa", "/dpa", " – dpa", " © dpa", "<br>Quelle: dpa", " Quelle: dpa"),
        *(
            " dpa/pl",
            " dpa",
            " - red -",
            " (mit Material der dpa)",
            "<br>Foto: dpa",
            " (Foto: Anna Acker/dpa)",
        ),
        *(" Zum Video: <a href='/v'>Turnhalle</a>", " Mehr dazu lesen Sie hier.", " (Anzeige)"),
        *(" (Lesen Sie auch: <a href='/v'>So baut die Stadt</a>)", " [Mehr dazu: <a href='/v'>Halle</a>]"),
    ],
)
@pytest.mark.parametrize("place", [2, 5])
def test_tail_is_cut_off_and_paragraph_read(tail: str, place: int, tmp_path: Path) -> None:
    """A paragraph that ends in a credit, a sign or a pointer is read without it, and what was cut is told."""
    texts = [*TOLD[:place], LAST, *TOLD[place:]]
    body = "".join(f"<p>{text}{tail if text == LAST else ''}</p>" for text in texts)
    article = read(tmp_path, f"<article><h1>Die Halle</h1>{body}</article>")
    assert outline(article) == texts
    assert article.dropped


@pytest.mark.parametrize(
    "caption",
    [
        "Die Halle ist seit dem Winter gesperrt. Foto: Anna Acker/dpa",
        "Blick in die Halle, die 1964 gebaut wurde (Foto: dpa)",
        "Der Kanzler spricht im Bundestag. AFP/dpa",
        "Die Halle am Abend. Sie wird abgerissen. © Anna Acker",
    ],
)
def test_captions_stay_captions(caption: str) -> None:
    """One or two short sentences with a picture's credit behind them are a caption."""
    assert reason_to_drop(caption) == "picture caption"


@pytest.mark.parametrize(
    "text",
    [
        "Niemand werde vergessen, sagte sie AFP und dpa.",
        "Das sagte der Sprecher der Deutschen Presse-Agentur. So berichtet es auch AFP.",
        "Aus dem Rathaus hieß es zum Foto: kein Kommentar",
        "Der Verein lud alle ein. Wer kommen will, findet das Programm im Rathaus.",
        "Sie schrieb drei Briefe. Lesen Sie mehr Romane, riet ihr die Ärztin.",
    ],
)
def test_sentences_are_not_cut(text: str) -> None:
    """A last sentence that speaks of agencies, pictures or reading is the article's."""
    assert reason_to_drop(text) is None
    assert credit_tail(text)[1] == pointer_tail(text)[1] == ""


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        ("Ahrenfelde (dpa/bb) – Der Rat tagt.", "Ahrenfelde – Der Rat tagt."),
        ("Wien (APA) - „Wir bauen“, hieß es.", "Wien – „Wir bauen“, hieß es."),
        ("FRANKFURT (dpa-AFX) - Der Dax fällt.", "FRANKFURT – Der Dax fällt."),
        ("Halle (Saale) (dpa/sa) - Der Rat tagt.", "Halle (Saale) – Der Rat tagt."),
        ("Frankfurt am Main (epd). Der Rat tagt.", "Frankfurt am Main. Der Rat tagt."),
        ("Berlin/Ahrenfelde (ots) Der Rat tagt.", "Berlin/Ahrenfelde – Der Rat tagt."),
        ("Bern, 06.10.26 (kath.ch) Der Rat tagt.", "Bern, 06.10.26 – Der Rat tagt."),
        ("BERLIN blatt | Der Rat tagt.", "BERLIN – Der Rat tagt."),
        ("Bern (blatt.ch) Der Rat tagt.", "Bern – Der Rat tagt."),
        ("BERLIN taz | Der Rat tagt.", "BERLIN – Der Rat tagt."),
        ("Bern -sda- Der Rat tagt.", "Bern – Der Rat tagt."),
        ("Ahrenfelde. (red) Der Rat tagt.", "Ahrenfelde. Der Rat tagt."),
        ("(sda) Der Rat tagt.", "Der Rat tagt."),
        ("München/London – Der Rat tagt.", "München/London – Der Rat tagt."),
        ("Kiel (dpo) - Finnland ist in Gefahr.", "Kiel (dpo) - Finnland ist in Gefahr."),
        ("Anna Acker (CDU) – Der Rat kennt sie.", "Anna Acker (CDU) – Der Rat kennt sie."),
        (
            "Die Nachrichtenagentur AFP – Der Rat kennt sie.",
            "Die Nachrichtenagentur AFP – Der Rat kennt sie.",
        ),
        ("Die Deutsche Presse-Agentur (dpa) hat gefragt.", "Die Deutsche Presse-Agentur (dpa) hat gefragt."),
    ],
)
def test_agency_is_not_said_behind_the_place(line: str, spoken: str) -> None:
    """The code of a news agency goes from a dateline, the place stays; parties and sentences are kept."""
    assert without_dateline(line)[0] == spoken


def test_dateline_of_a_page(tmp_path: Path) -> None:
    """A page's first paragraph is read without the agency's code."""
    body = "".join(f"<p>{text}</p>" for text in ("<b>Wien (APA)</b> – " + TOLD[0], *TOLD[1:]))
    article = read(tmp_path, f"<article><h1>Die Halle</h1>{body}</article>")
    assert outline(article)[0] == f"Wien – {TOLD[0]}"


@pytest.mark.parametrize(
    "line", ["(APA/red.)", "(kurier.at, apa, mh) | Stand: 06.10.2026, 08:12", "RND/dpa", "[dpa/pl]"]
)
def test_signs(line: str) -> None:
    """Signs may have full stops, brackets of either kind, and the time behind them."""
    assert is_sign(line)


@pytest.mark.parametrize(
    "tail",
    [
        *(" [pl]", " <i>pl</i>", " (pl)", " (Anna Acker)", "<br><em>Von Anna Acker</em>"),
        *("</p><p>HAZ", "</p><p>(APA/red.)", "</p><p>(Anna Acker)", "</p><p>Von Anna Acker und Uwe Ohm"),
        "</p><p>Pressekontakt:</p><p>Stadt Ahrenfelde<br>Uwe Ohm<br>Telefon: 040 123 45</p>"
        "<p>Original-Content von: Stadt Ahrenfelde, übermittelt durch news aktuell",
        "</p><h3>Hast du Fragen zum Sport?</h3><p>Hier findest du Hilfe:</p><p>Pro Juventute, Tel. 147",
    ],
)
def test_signatures_and_contacts_at_the_end(tail: str, tmp_path: Path) -> None:
    """Who signs the text, in its last paragraph or below it, and whom to call is not read."""
    body = "".join(f"<p>{text}</p>" for text in (*TOLD, LAST + tail))
    article = read(tmp_path, f"<article><h1>Die Halle</h1>{body}</article>")
    assert outline(article) == [*TOLD, LAST]
    assert article.authors[:1] in ((), ("Anna Acker",))


@pytest.mark.parametrize(
    "last",
    [
        "„Wir bauen neu und ziehen im Herbst wieder ein.“ (Anna Acker)",
        "Das Ende der Geschichte kennt nur der Wirt vom Goldenen Hirschen (Markt 3).",
        "Kontakt zu ihr hat er nicht mehr: Sie zog nach Köln.",
        "Fortsetzung morgen",
    ],
)
def test_last_lines_that_are_read(last: str, tmp_path: Path) -> None:
    """Speakers behind their words, brackets in sentences and last words are the article's."""
    body = "".join(f"<p>{text}</p>" for text in (*TOLD, last))
    assert outline(read(tmp_path, f"<article><h1>Die Halle</h1>{body}</article>"))[-1] == last


@pytest.mark.parametrize(
    ("last", "kept"), [("Uferblatt lesen kann jede:r", False), ("Uferblut fließt", True)]
)
def test_word_of_the_paper_on_itself(last: str, kept: bool, tmp_path: Path) -> None:
    """A last line that is no sentence and names the paper is the paper's; another one is the article's."""
    body = "".join(f"<p>{text}</p>" for text in (*TOLD, last))
    head = '<meta property="og:site_name" content="Uferblatt">'
    article = read(tmp_path, f"<article><h1>Die Halle</h1>{body}</article>", head)
    assert (outline(article)[-1] == last) is kept


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "tail", [" pl/dpa", " Foto: dpa", "\nQuelle: dpa", " Mehr dazu lesen Sie hier.", " [pl]"]
)
def test_tails_in_a_copied_page(tail: str, gap: str, tmp_path: Path) -> None:
    """In plain text, too, paragraphs are read without what stands behind them, or below in their block."""
    path = tmp_path / "a.txt"
    path.write_text(gap.join(["Neues aus dem Tal und der Stadt", *TOLD[:3], LAST + tail, *TOLD[3:]]))
    assert outline(read_article(path)) == [*TOLD[:3], LAST, *TOLD[3:]]
