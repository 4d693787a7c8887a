"""Articles are read in whatever form and encoding people have them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from podcaster.article import article_json, read_article
from podcaster.errors import PodcasterError, UsageError

TEXT = "Über die Brücke\n\nÄpfel, Öl und Süßes kosten 3 € mehr – „viel zu viel“, sagt Jürgen Groß.\n"
#: Signs that the old code page does not have.
DOS = str.maketrans({"–": "-", "„": '"', "“": '"'})
ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16-le": TEXT.encode("utf-16-le"),
    "utf-16-be with mark": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "windows-1252": TEXT.encode("cp1252"),
    "windows line ends": TEXT.replace("\n", "\r\n").encode("cp1252"),
    "dos": TEXT.replace("€", "Euro").translate(DOS).encode("cp850"),
    "utf-7": TEXT.encode("utf-7"),
    "decomposed": unicodedata.normalize("NFD", TEXT).encode(),
    "mac": TEXT.encode("mac-roman"),
    "utf-8 twice": TEXT.encode().decode("cp1252").encode(),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_the_same_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    """Umlauts, quotation marks and the euro sign come out right however they were saved."""
    path = tmp_path / "a.txt"
    path.write_bytes(ENCODINGS[encoding])
    article = read_article(path)
    assert article.title == "Über die Brücke"
    expected = TEXT.splitlines()[2]
    if encoding == "dos":
        expected = expected.replace("€", "Euro").translate(DOS)
    assert article.sections[0].paragraphs[0].text == expected


def test_named_pipe_is_read(tmp_path: Path) -> None:
    """What another program writes to a named pipe is an article, in as many pieces as it comes."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    thread = threading.Thread(target=path.write_text, args=(TEXT,), daemon=True)
    thread.start()
    assert read_article(path).title == "Über die Brücke"
    thread.join()


def test_pipe_that_nobody_writes_to_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a writer there is a sentence after some time."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    monkeypatch.setattr("podcaster.article.loading.PATIENCE", 0.1)
    with pytest.raises(PodcasterError, match="nothing came out of this pipe"):
        read_article(path)


def test_address_with_a_space_is_a_wrong_option() -> None:
    """Such an address was typed wrongly: nothing is asked for."""
    with pytest.raises(UsageError, match="no spaces"):
        read_article("https://exa mple.org/a")


def test_page_names_its_encoding(tmp_path: Path) -> None:
    """A page in Latin-1 says so in its head."""
    path = tmp_path / "a.html"
    text = "<p>Über Köln und Düsseldorf ging am Montag ein Gewitter nieder, das viele Keller füllte.</p>"
    path.write_bytes(
        f"<html><head><meta charset='iso-8859-1'></head><body>{text}</body></html>".encode("latin-1")
    )
    assert read_article(path).sections[0].paragraphs[0].text.startswith("Über Köln")


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads what is piped in: a page, Markdown or text."""
    for text in (TEXT, f"---\ntitle: Über die Brücke\n---\n{TEXT.splitlines()[2]}"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        article = read_article("-")
        assert article.title == "Über die Brücke"
        assert article.sections[0].paragraphs[0].text == TEXT.splitlines()[2]


def test_options_override_what_was_found(tmp_path: Path) -> None:
    """What the user says counts more than the file."""
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Alt\nauthor: Anna Acker\ndate: 2020-01-01\n---\nEs regnet in Köln.\n")
    article = read_article(
        path,
        title="Neu",
        authors=["Ben Berg"],
        published=date(2024, 5, 3),
        publisher="Blatt",
        url="https://x.example/",
    )
    found = article_json(article)
    assert [found[key] for key in ("title", "authors", "published", "publisher", "url")] == [
        "Neu", ["Ben Berg"], "2024-05-03", "Blatt", "https://x.example/",
    ]  # fmt: skip


def test_front_matter_in_toml(tmp_path: Path) -> None:
    """Site generators write TOML between plus signs."""
    path = tmp_path / "a.md"
    path.write_text(
        '+++\ntitle = "Regen"\ndate = 2024-05-03T10:00:00+02:00\nauthors = ["Anna Acker"]\n+++\nEs regnet.\n'
    )
    article = read_article(path)
    assert (article.title, article.published, article.authors) == ("Regen", date(2024, 5, 3), ("Anna Acker",))


@pytest.mark.parametrize(
    ("matter", "fault"),
    [
        ("---\ntitle: Regen\nauthor: : :\n---\n", "is no YAML: line 3: "),
        ("---\ntitle: [\n---\n", "is no YAML: line 3: "),
        ("+++\ntitle = \n+++\n", "is no TOML: .*line 2"),
        ("---\ntitle: Regen\n\n", "is not closed; write a line ---"),
        ('+++\ntitle = "Regen"\n\n', r"is not closed; write a line \+\+\+"),
    ],
)
def test_broken_front_matter_has_its_sentence(matter: str, fault: str, tmp_path: Path) -> None:
    """The message names the file, the line and the fault, in one short line."""
    path = tmp_path / "a.md"
    path.write_text(matter + "Es regnet hier.\n")
    with pytest.raises(PodcasterError, match=f"the front matter {fault}") as error:
        read_article(path)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 130 + len(str(path))


def test_rule_above_a_text_is_no_front_matter(tmp_path: Path) -> None:
    """A text may begin with a rule."""
    path = tmp_path / "a.md"
    path.write_text("---\n\nEs regnet hier, und das seit Tagen.\n")
    assert read_article(path).sections[0].paragraphs[0].text == "Es regnet hier, und das seit Tagen."


def test_shortened_name_keeps_its_period(tmp_path: Path) -> None:
    """Who is called "Anna B." is not called "Anna B"."""
    path = tmp_path / "a.md"
    path.write_text("---\nauthor: Anna B.\n---\nEs regnet hier, und das seit Tagen.\n")
    assert read_article(path).authors == ("Anna B.",)


def test_page_is_known_whatever_its_name(tmp_path: Path) -> None:
    """A page that was saved as .txt is read as a page."""
    path = tmp_path / "a.txt"
    text = "<p>Über Köln und Düsseldorf ging am Montag ein Gewitter nieder, das viele Keller füllte.</p>"
    path.write_text(
        f"<!DOCTYPE html><html><title>Regen</title><body>{text}<script>'<p>x</p>'</script></body></html>"
    )
    assert [p.text for p in read_article(path).sections[0].paragraphs] == [text[3:-4]]


def test_interviewer_s_questions_are_marked() -> None:
    """Bold questions that address somebody are questions, not subheadings."""
    article = read_article(Path(__file__).parent / "data" / "interview.html")
    kinds = [paragraph.kind for paragraph in article.sections[0].paragraphs]
    assert kinds == ["body"] + ["question", "body"] * 4


def test_reading_a_page_imports_nothing_heavy() -> None:
    """A page is read within a second, imports included: none of the heavy ones is among them."""
    page = Path(__file__).parent / "data" / "inline-boxes.html"
    code = f"from podcaster.article import read_article; read_article({str(page)!r})"
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True
    )
    imported = result.stderr
    for heavy in ("trafilatura", "numpy", "httpx", "rich"):
        assert f" {heavy}\n" not in imported


def test_page_that_scripts_would_fill_is_read_from_its_data(tmp_path: Path) -> None:
    """Where a saved page shows no text, its JSON-LD may have it."""
    lines = [
        f"Am {day}. Mai regnete es in Köln, und das den ganzen Tag lang, sagte die Wetterfrau."
        for day in range(12)
    ]
    data = {"@type": "NewsArticle", "headline": "Regen", "articleBody": "\n\n".join(lines)}
    path = tmp_path / "a.html"
    path.write_text(
        f'<html><head><script type="application/ld+json">{json.dumps(data)}</script></head>'
        '<body><div id="root"></div><p>Bitte aktivieren Sie JavaScript.</p></body></html>'
    )
    article = read_article(path)
    assert article.title == "Regen"
    assert [paragraph.text for paragraph in article.sections[0].paragraphs] == lines


def test_json_can_be_written(tmp_path: Path) -> None:
    """article_json gives what JSON has: strings, lists, objects, null."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert json.loads(json.dumps(article_json(read_article(path))))["published"] is None
