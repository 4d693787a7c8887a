"""What a page's build says: boxes amid the text, headings in unusual mark-up, quotations set twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.article.pages import TOLD, outline, read

BOXES = {
    "of facts": "<div class='x1'><h3>Was eine Mühle ist</h3>"
    "<p>Mühlen mahlen Korn mit der Kraft des Wassers.</p></div>",
    "to sign up": "<div class='x2'><div><h2 class='x3'>Post aus dem Tal</h2>"
    "<p>Jede Woche das Neue aus dem Tal.</p>"
    "<button>Los</button></div></div>",
    "to buy": "<section class='x4'><div><h4>Stiefel „Tal“</h4><p>Leicht, warm und dicht bei jedem Wetter.</p>"
    "<span>99 Euro</span></div></section>",
    "with a button": "<div class='x5'><p>Nichts verpassen</p><p>Mit der App wissen Sie alles aus dem Tal.</p>"
    "<a href='/app'>App laden</a></div>",
    "of a bold link": "<p><strong>Tipp: <a href='/s'>Alle Neuigkeiten aus dem Tal</a></strong></p>",
    "of contacts": "<div><h2>Pressekontakt</h2><p>Gemeinde im Tal<br>Telefon: 0123 456</p></div>",
}


@pytest.mark.parametrize("box", BOXES)
def test_a_box_amid_the_text_is_known_by_its_build(box: str, tmp_path: Path) -> None:
    """A short element with a headline of its own, built as no part of the text is, is not read."""
    article = read(
        tmp_path,
        f"<article><h1>Das Tal</h1><p>{TOLD[0]}</p><h2>Feuer</h2><p>{TOLD[1]}</p>{BOXES[box]}<p>{TOLD[2]}</p>"
        f"<h2>Kohle</h2><p>{TOLD[3]}</p></article>",
    )
    assert outline(article) == [TOLD[0], "# Feuer", TOLD[1], TOLD[2], "# Kohle", TOLD[3]]


@pytest.mark.parametrize("wrap", ["<section>{}</section>", "<div class='b'><div>{}</div></div>"])
def test_sections_in_elements_of_their_own_are_read(wrap: str, tmp_path: Path) -> None:
    """Where every section is wrapped, none of them is taken for a box."""
    parts = list(zip(["Flut", "Feuer", "Bahn", "Kohle"], TOLD, strict=False))
    sections = "".join(wrap.format(f"<h2>{head}</h2><p>{text}</p>") for head, text in parts)
    article = read(tmp_path, f"<article><h1>Das Tal</h1><p>{TOLD[5]}</p>{sections}</article>")
    assert outline(article)[1:] == [line for head, text in parts for line in (f"# {head}", text)]


def test_a_first_line_in_bold_type_is_a_subheading(tmp_path: Path) -> None:
    """A line break may end a subheading within a paragraph; a label before a colon is none."""
    article = read(
        tmp_path,
        f"<article><h1>Das Tal</h1><p>{TOLD[0]}</p><p><strong>Das Feuer</strong><br>{TOLD[1]}</p>"
        f"<p><b>Die Bahn<br></b>{TOLD[2]}</p><p><b>Info:</b><br>{TOLD[3]}</p>"
        f"<p><b>Wann</b> kam sie? {TOLD[4]}</p></article>",
    )
    assert outline(article) == [
        TOLD[0],
        "# Das Feuer",
        TOLD[1],
        "# Die Bahn",
        TOLD[2],
        f"Info: {TOLD[3]}",
        f"Wann kam sie? {TOLD[4]}",
    ]


QUOTES = {
    "repeated": f"<figure><blockquote><p>{TOLD[0][14:60]}</p></blockquote></figure>",
    "repeated in an element": f"<div class='x'><div>{TOLD[0][:70]}</div></div>",
    "with its author": "<blockquote><p>Wir nehmen alle diese Menschen sehr ernst.</p>"
    "<cite>Eine Ärztin</cite></blockquote>",
    "with its author's element": "<div><blockquote><p>Wir nehmen alle diese Menschen sehr ernst.</p>"
    "<p class='zitat-autor'>Eine Ärztin</p></blockquote></div>",
}


@pytest.mark.parametrize("case", QUOTES)
def test_quotations_set_for_the_eye_are_not_read(case: str, tmp_path: Path) -> None:
    """What is set in large letters stands in the text too; a plain quotation is the text's own."""
    plain = "<blockquote><p>Es war ein guter Tag für das ganze Tal und alle darin.</p></blockquote>"
    article = read(
        tmp_path,
        f"<article><h1>Tal</h1><p>{TOLD[0]}</p>{QUOTES[case]}<p>{TOLD[1]}</p>{plain}"
        f"<p>{TOLD[2]}</p></article>",
    )
    assert outline(article) == [TOLD[0], TOLD[1], plain[15:-17], TOLD[2]]


def test_a_heading_over_what_is_left_out_is_left_out_too(tmp_path: Path) -> None:
    """A gallery's heading is not joined with the next; a chapter's is, over the first part of it."""
    gallery = "<div class='gallery'><figure><figcaption>Das Tal. Foto: Jo Meier</figcaption></figure></div>"
    article = read(
        tmp_path,
        f"<article><h1>Tal</h1><p>{TOLD[0]}</p><h2>Bilder aus dem Tal</h2>{gallery}<h2>Feuer</h2>"
        f"<p>{TOLD[1]}</p>"
        f"<h2>Neue Zeit</h2>{gallery}<h3>Bahn</h3><p>{TOLD[2]}</p></article>",
    )
    assert outline(article) == [TOLD[0], "# Feuer", TOLD[1], "# Neue Zeit – Bahn", TOLD[2]]


def test_elements_that_an_editorial_system_has_made_up_are_named_by_their_tags(tmp_path: Path) -> None:
    """Unknown tags are names as classes are, with a hyphen or without."""
    article = read(
        tmp_path,
        f"<articlecomp><h1>Tal</h1><paragraph><p>{TOLD[0]}</p></paragraph><teaserparagraph><p>{TOLD[1]}</p>"
        f"</teaserparagraph><paragraph><p>{TOLD[2]}</p><p>{TOLD[3]}</p></paragraph></articlecomp>",
    )
    assert outline(article) == [TOLD[0], TOLD[2], TOLD[3]]


def test_a_word_that_stands_on_most_of_the_text_says_nothing(tmp_path: Path) -> None:
    """Where every block is a "widget", widgets are not left out."""
    blocks = "".join(f"<div class='b-{i} site-widget'><p>{told}</p></div>" for i, told in enumerate(TOLD))
    article = read(tmp_path, f"<main><h1>Tal</h1>{blocks}</main>")
    assert outline(article) == list(TOLD)


def test_text_in_a_shadow_root_is_read(tmp_path: Path) -> None:
    """The template of a shadow root is shown, other templates are not."""
    article = read(
        tmp_path,
        f"<x-page><template shadowrootmode='open'><article><h1>Tal</h1><p>{TOLD[0]}</p><p>{TOLD[1]}</p>"
        f"</article></template></x-page><template><p>{TOLD[2]}</p></template>",
    )
    assert outline(article) == list(TOLD[:2])


def test_questions_that_unfold_are_read(tmp_path: Path) -> None:
    """Answers in <details> are the article's, though no other text is built so."""
    faq = f"<div class='f'><details><summary><h3>Und dann?</h3></summary><p>{TOLD[2]}</p></details></div>"
    article = read(
        tmp_path, f"<article><h1>Tal</h1><p>{TOLD[0]}</p><h2>Feuer</h2><p>{TOLD[1]}</p>{faq}</article>"
    )
    assert outline(article)[-2:] == ["# Und dann?", TOLD[2]]


def test_the_next_article_below_is_not_read(tmp_path: Path) -> None:
    """Pages that go on with other articles are read up to the next title."""
    parts = ["".join(f"<p>{told} {told}</p>" for told in TOLD[i : i + 3]) for i in (0, 3)]
    article = read(
        tmp_path,
        f"<div><div class='a'><h1 class='t'>Tal</h1><div class='b'>{parts[0]}</div></div>"
        f"<div class='a'><h1 class='t'>Berg</h1><div class='b'>{parts[1]}</div></div></div>",
    )
    assert outline(article) == [f"{told} {told}" for told in TOLD[:3]]


def test_a_box_is_known_by_its_classes_where_its_tags_are_the_text_s(tmp_path: Path) -> None:
    """Where all text lies in elements of the same classes, a headed element of another class is a box."""
    text = [f"<div class='k1'><p class='k2'>{told}</p></div>" for told in TOLD[:4]]
    heads = [f"<div class='k3'><h2 class='k4'>{head}</h2></div>" for head in ("Feuer", "Bahn")]
    box = "<div class='k5'><h3>Was meinen Sie?</h3><p>Soll die Bahn auch nachts fahren?</p></div>"
    body = text[0] + heads[0] + text[1] + box + text[2] + heads[1] + text[3]
    article = read(tmp_path, f"<main><h1>Tal</h1>{body}</main>")
    assert outline(article) == [TOLD[0], "# Feuer", TOLD[1], TOLD[2], "# Bahn", TOLD[3]]


def test_anchors_and_numbers_of_footnotes_are_not_read(tmp_path: Path) -> None:
    """A heading keeps its text whatever its own class is called; the sign of its link is not part of it."""
    head = "<h2 class='heading-anchor'><a href='#x' aria-hidden='true'>¶</a>Feuer</h2>"
    notes = (
        "<h2>Quellen</h2><ol class='references'><li>Wolff, J.: Das Tal und seine Leute. Bern 2001.</li></ol>"
    )
    article = read(
        tmp_path,
        f"<article><h1>Tal</h1><p>{TOLD[0]}<sup><a href='#f1'>[1]</a></sup></p>{head}<p>{TOLD[1]}</p>"
        f"{notes}</article>",
    )
    assert outline(article) == [TOLD[0], "# Feuer", TOLD[1]]


def test_a_pointer_within_a_block_does_not_take_the_block_with_it(tmp_path: Path) -> None:
    """Where a block of text holds a linked headline, only that is left out."""
    long = " ".join(TOLD[:3])
    pointer = "<div class='q1'><article><h3><a href='/x'>Der Wald am Berg</a></h3></article></div>"
    blocks = f"<section><div class='q2'><p>{long}</p></div>{pointer}</section>" + "".join(
        f"<section><div class='q2'><h3>Teil {i}</h3><p>{told}</p></div></section>"
        for i, told in enumerate(TOLD)
    )
    article = read(tmp_path, f"<article><h1>Tal</h1>{blocks}</article>")
    assert outline(article)[:3] == [long, "# Teil 0", TOLD[0]]


def test_a_long_dialog_about_cookies_is_not_the_article(tmp_path: Path) -> None:
    """However much a page says of cookies, the article is what is read."""
    dialog = "".join(
        f"<h3>Anbieter {i}</h3><p>Anbieter {i} setzt Cookies und verarbeitet Daten mit Ihrer Einwilligung, "
        "um Inhalte zu zeigen und zu messen, wie diese Seite genutzt wird.</p>"
        for i in range(30)
    )
    text = "".join(f"<p>{told}</p>" for told in TOLD)
    article = read(
        tmp_path, f"<div class='a1'><h1>Tal</h1><div>{text}</div></div><div class='a2'>{dialog}</div>"
    )
    assert outline(article) == list(TOLD)


def test_a_summary_above_the_text_is_read(tmp_path: Path) -> None:
    """A list of the main points with its heading is a part of the text, in whatever element it lies."""
    points = ["Die Bahn kommt.", "Das Bergwerk schließt."]
    items = "".join(f"<li>{point}</li>" for point in points)
    box = f"<div class='b1'><h2>Das Wichtigste in Kürze</h2><ul>{items}</ul></div>"
    text = f"<h2>Flut</h2><p>{TOLD[0]}</p><h2>Feuer</h2><p>{TOLD[1]}</p>"
    article = read(tmp_path, f"<article><h1>Tal</h1>{box}{text}</article>")
    assert outline(article)[:4] == ["# Das Wichtigste in Kürze", *points, "# Flut"]


def test_an_element_in_the_role_of_a_heading_is_one(tmp_path: Path) -> None:
    """ARIA says what a heading is where the tag does not."""
    head = "<div role='heading' aria-level='2'>Was brannte?</div>"
    article = read(tmp_path, f"<article><h1>Tal</h1><p>{TOLD[0]}</p>{head}<p>{TOLD[1]}</p></article>")
    assert outline(article) == [TOLD[0], "# Was brannte?", TOLD[1]]


HEADS = [
    "<div class='h3'>{}</div>",
    "<div class='module'><div class='article-h2'>{}</div></div>",
    "<p class='text text--h3'>{}</p>",
    "<span class='intertitle'>{}</span>",
    "<span class='subhead'>{}</span>",
    "<p style='font-weight: bold'>{}</p>",
    "<p><span style='font-weight:700'>{}</span></p>",
    "<div class='text-xl font-bold'>{}</div>",
    "<p class='fett'>{}</p>",
    "<p><u>{}</u></p>",
    "<h2 class='teaser__title'>{}</h2>",
]


@pytest.mark.parametrize("head", HEADS)
def test_what_is_set_as_a_heading_is_one(head: str, tmp_path: Path) -> None:
    """A line's class or style says that it is a heading, or bold, where its tag does not."""
    parts = [("Das große Feuer", TOLD[1]), ("Die Bahn kommt in das Tal", TOLD[2])]
    sections = "".join(head.format(title) + f"<p>{text}</p>" for title, text in parts)
    article = read(tmp_path, f"<article><h1>Das Tal</h1><div><p>{TOLD[0]}</p>{sections}</div></article>")
    assert outline(article)[1:] == [line for title, text in parts for line in (f"# {title}", text)]


SENTENCES = [
    f"<p class='font-bold'>{TOLD[1]}</p>",
    f"<div class='h4'><p>{TOLD[1]}</p></div>",
    f"<p class='h-3'>{TOLD[1]}</p>",
    f"<p><span class='subhead'>Im 4. Jahr</span>{TOLD[1].removeprefix('Im 4. Jahr')}</p>",
    f"<div style='font-weight:bold'><p>{TOLD[1]}</p></div>",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_no_heading_however_it_is_set(sentence: str, tmp_path: Path) -> None:
    """What ends as sentences do, or goes on in its line, is read as text."""
    article = read(tmp_path, f"<article><h1>Das Tal</h1><p>{TOLD[0]}</p>{sentence}<p>{TOLD[2]}</p></article>")
    assert outline(article) == list(TOLD[:3])


def test_a_paragraph_that_begins_with_its_place_is_no_date_line(tmp_path: Path) -> None:
    """Where a class calls the first paragraph "dateline", it is read."""
    text = "".join(f"<p>{told}</p>" for told in TOLD[1:])
    article = read(tmp_path, f"<article><h1>Tal</h1><p class='dateline'>{TOLD[0]}</p>{text}</article>")
    assert outline(article) == list(TOLD)


QUOTATIONS = {
    "signed by its last line": "<blockquote><p>„Wir gehen hier nicht weg, niemals.“</p>"
    "<p>Ida Wolff, Müllerin</p></blockquote>",
    "signed below": "<div class='a7'><blockquote><span>Wir gehen hier nicht weg, niemals.</span></blockquote>"
    "<p class='a8'>Ida Wolff, Müllerin</p></div>",
    "by its name": "<div class='zitat'><p>Wir gehen hier nicht weg, niemals.</p></div>"
    "<div class='zitat-von'><p>Müllerin Ida Wolff</p></div>",
}


@pytest.mark.parametrize("kind", QUOTATIONS)
def test_a_quotation_with_its_speaker_is_set_for_the_eye(kind: str, tmp_path: Path) -> None:
    """A short quotation above a line that names a person is not read, and neither is the line."""
    quotation = f"<div class='box'>{QUOTATIONS[kind]}</div>"
    article = read(
        tmp_path,
        f"<article><h1>Tal</h1><p>{TOLD[0]}</p>{quotation}<p>{TOLD[1]}</p><p>{TOLD[2]}</p></article>",
    )
    assert outline(article) == list(TOLD[:3])


def test_a_quotation_above_the_text_that_goes_on_is_read(tmp_path: Path) -> None:
    """A name at the start of the next paragraph signs nothing."""
    quotation = "<blockquote><p>„Wir gehen hier nicht weg, niemals.“</p></blockquote>"
    more = f"Ida Wolff, die Müllerin, blieb. {TOLD[1]}"
    article = read(tmp_path, f"<article><h1>Tal</h1><p>{TOLD[0]}</p>{quotation}<p>{more}</p></article>")
    assert outline(article) == [TOLD[0], "„Wir gehen hier nicht weg, niemals.“", more]


MORE_BOXES = {
    "of a film": "<div class='v1'><div><p>Film</p><h3>Der Müller und sein Sohn</h3>"
    "<p>Ein Tag in der Mühle.</p></div></div>",
    "that unfolds": "<details><summary><h3>So mahlt eine Mühle</h3></summary>"
    "<p>Mit der Kraft des Wassers.</p></details>",
}


@pytest.mark.parametrize("box", MORE_BOXES)
def test_a_box_may_have_a_kicker_or_unfold(box: str, tmp_path: Path) -> None:
    """A line above its headline does not make a box text, nor does it that it unfolds and tells something."""
    article = read(
        tmp_path,
        f"<article><h1>Tal</h1><p>{TOLD[0]}</p><h2>Feuer</h2><p>{TOLD[1]}</p>{MORE_BOXES[box]}<p>{TOLD[2]}</p>"
        "</article>",
    )
    assert outline(article) == [TOLD[0], "# Feuer", TOLD[1], TOLD[2]]


def test_the_headline_of_a_summary_does_not_head_the_text_below(tmp_path: Path) -> None:
    """Where the text goes on without a heading behind the summary's element, there is no section of it."""
    points = "<ul><li>Die Bahn kommt.</li><li>Das Bergwerk schließt.</li></ul>"
    box = f"<div class='b1'><h2>Darum gehts</h2>{points}</div>"
    text = f"<p>{TOLD[0]}</p><h2>Feuer</h2><p>{TOLD[1]}</p>"
    article = read(tmp_path, f"<article><h1>Tal</h1>{box}{text}</article>")
    assert outline(article) == [TOLD[0], "# Feuer", TOLD[1]]
    assert article.lead == "Die Bahn kommt. Das Bergwerk schließt."


def test_a_list_above_the_text_is_the_standfirst(tmp_path: Path) -> None:
    """Points between the title and the first paragraph sum up the article; below it, they are the text's."""
    points = f"<ul><li>{TOLD[4]}</li><li>{TOLD[5]}</li></ul>"
    text = f"<p>{TOLD[0]}</p>{{}}<p>{TOLD[1]}</p>"
    above = read(tmp_path, f"<article><h1>Tal</h1><div>{points}{text.format('')}</div></article>")
    assert (outline(above), above.lead) == ([TOLD[0], TOLD[1]], f"{TOLD[4]} {TOLD[5]}")
    below = read(tmp_path, f"<article><h1>Tal</h1><div>{text.format(points)}</div></article>")
    assert outline(below) == [TOLD[0], TOLD[4], TOLD[5], TOLD[1]]


def test_an_interview_is_known_by_who_speaks_in_its_first_lines(tmp_path: Path) -> None:
    """A question and an answer that say who speaks make the other questions in bold type an interviewer's."""
    asked = ["Talbote: Warum mahlt die Mühle?", "Und dann?", "Reicht das Wasser?"]
    answers = [f"Ida Wolff: {TOLD[1]}", TOLD[2], TOLD[3]]
    lines = "".join(f"<p><b>{q}</b></p><p>{a}</p>" for q, a in zip(asked, answers, strict=True))
    article = read(tmp_path, f"<article><h1>Tal</h1><p>{TOLD[0]}</p>{lines}</article>")
    assert [line for line in outline(article) if line.startswith("#")] == []
    assert [
        p.text for section in article.sections for p in section.paragraphs if p.kind == "question"
    ] == asked


ENTRIES = {
    "a time above a heading": "<div><time datetime='2024-05-03T17:48'>{}</time><h3>{}</h3><p>{}</p></div>",
    "a list": "<li class='a'><span class='b'>{}</span><div class='c'>{}</div><div class='d'>{}</div></li>",
    "a time as a heading": "<h2>{}</h2><p><b>{}</b></p><p>{}</p>",
}


@pytest.mark.parametrize("case", ENTRIES)
def test_times_of_a_live_blog_are_read_below_their_headings(case: str, tmp_path: Path) -> None:
    """An entry's time is read before its text, however it is marked; a list item's first line heads it."""
    told = [("17:48 Uhr", "Das Feuer ist gelöscht", TOLD[1]), ("16:55 Uhr", "Die Bahn fährt", TOLD[2])]
    entries = "".join(ENTRIES[case].format(*entry) for entry in told)
    entries = f"<ul>{entries}</ul>" if "<li" in entries else entries
    article = read(tmp_path, f"<article><h1>Das Tal</h1><p>{TOLD[0]}</p>{entries}</article>")
    assert outline(article)[1:] == [
        line for time, head, text in told for line in (f"# {head}", f"{time}: {text}")
    ]


ASKED = {
    "by class": "<p class='question'>{}</p><p class='answer'>{}</p>",
    "in elements of their own": "<div class='interview__q'>{}</div><div class='interview__a'>{}</div>",
    "as terms": "<dt>{}</dt><dd>{}</dd>",
    "in italics": "<p><em>{}</em></p><p>{}</p>",
    "in bold type before the answer": "<p><strong>{}</strong> {}</p>",
    "in bold type above a short answer": "<p><strong>{}</strong><br>{}</p>",
}
ANSWERED = [
    ("Frau Krampitz, was dachten Sie, als das Feuer kam?", "Ich dachte zuerst an die Tiere im Stall."),
    ("Und wie haben Sie dann das ganze Dorf geweckt?", "Mit der Glocke."),
    ("Was sagen Sie heute denen, die es nicht glauben?", TOLD[1]),
]


@pytest.mark.parametrize("case", ASKED)
def test_questions_set_unlike_the_answers_are_known(case: str, tmp_path: Path) -> None:
    """Lines of one look that end in question marks are an interviewer's."""
    talk = "".join(ASKED[case].format(*pair) for pair in ANSWERED)
    talk = f"<dl>{talk}</dl>" if "<dt" in talk else talk
    article = read(tmp_path, f"<article><h1>Das Tal</h1><p>{TOLD[0]}</p>{talk}</article>")
    assert outline(article)[1:] == [line for pair in ANSWERED for line in pair]
    kinds = [paragraph.kind for section in article.sections for paragraph in section.paragraphs]
    assert kinds == ["body"] + ["question", "body"] * len(ANSWERED)


def test_terms_and_sentences_behind_links_are_read(tmp_path: Path) -> None:
    """A short term belongs to its list; an item that says something of what it links to is no pointer."""
    article = read(
        tmp_path,
        f"<article><h1>Das Tal</h1><p>{TOLD[0]}</p><dl><dt>Der Abriss</dt><dd>Er dauert lange.</dd></dl>"
        "<ul><li><a href='/a'>Der erste Weg</a>: Die Mühle wird im März abgerissen.</li>"
        f"<li><a href='/b'>Der zweite</a>: Sie bleibt noch ein Jahr stehen.</li></ul><p>{TOLD[1]}</p>"
        "<ul><li>Alles aus dem Tal bei <a href='/w'>WhatsApp</a>, <a href='/i'>Instagram</a>.</li>"
        "<li>Mehr dazu in <a href='/l'>unserer App</a> – jetzt laden.</li></ul></article>",
    )
    assert outline(article) == [
        TOLD[0],
        "Der Abriss",
        "Er dauert lange.",
        "Der erste Weg: Die Mühle wird im März abgerissen.",
        "Der zweite: Sie bleibt noch ein Jahr stehen.",
        TOLD[1],
    ]
