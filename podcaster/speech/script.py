"""An Article becomes a Script: what is said, in which role, with which pauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from podcaster.model import Article, Paragraph, Role, Script, Utterance
from podcaster.settings import Pauses, Speech
from podcaster.speech.lexicon import Lexicon
from podcaster.speech.normal import spoken
from podcaster.speech.splitting import sentences
from podcaster.text import german_date

_ROLES: dict[str, Role] = {"quote": "quote", "question": "question"}


def write_script(
    article: Article,
    speech: Speech | None = None,
    pauses: Pauses | None = None,
    lexicon: Lexicon | None = None,
) -> Script:
    """Write down all that an episode says: title, byline, notice, lead, then the sections and headings.

    Every utterance is one sentence, written and spoken. Title, byline, notice and lead belong to the first
    section (`speech.opening`), and so do paragraphs before the first heading. What cannot be said (a lone
    emoji) is left out. Words of the lexicon are respelled as it says; without one, none is.
    """
    speech, pauses, lexicon = speech or Speech(), pauses or Pauses(), lexicon or Lexicon({})
    sections = [speech.opening]
    said = _block(article.title, "title", 0, pauses, lexicon, pauses.title)
    for line in _around(article, speech):
        said += _block(
            line, "notice" if line == speech.notice else "byline", 0, pauses, lexicon, pauses.sentence
        )
    said = _with_last_pause(said, pauses.title)
    if speech.lead and article.lead:
        said += _block(article.lead, "lead", 0, pauses, lexicon, pauses.paragraph)
    for section in article.sections:
        heading = _block(
            section.heading or "", "heading", len(sections), pauses, lexicon, pauses.after_heading
        )
        if heading:
            sections.append(str(section.heading))
            said = _with_last_pause(said, pauses.before_heading) + heading
        for paragraph in section.paragraphs:
            said += _paragraph(paragraph, len(sections) - 1, pauses, lexicon)
    return Script(article.title, tuple(said), tuple(sections), article.language)


def _around(article: Article, speech: Speech) -> Iterator[str]:
    """The sentences that are said after the title: who wrote it, when it came out, who reads."""
    if speech.byline and article.authors:
        *others, last = article.authors
        yield f"Von {', '.join(others)} und {last}." if others else f"Von {last}."
    if speech.byline and article.published:
        day = article.published
        yield f"Erschienen am {german_date(day)}."
    if speech.notice:
        yield speech.notice


def _paragraph(paragraph: Paragraph, section: int, pauses: Pauses, lexicon: Lexicon) -> list[Utterance]:
    return _block(
        paragraph.text, _ROLES.get(paragraph.kind, "body"), section, pauses, lexicon, pauses.paragraph
    )


def _block(
    text: str, role: Role, section: int, pauses: Pauses, lexicon: Lexicon, pause: float
) -> list[Utterance]:
    """The sentences of a text, the last followed by a pause of its own."""
    said = []
    for sentence in sentences(text):
        as_written, as_german = lexicon.own_words(sentence), lexicon(sentence)
        words = spoken(as_written)
        respelled = words if as_german == as_written else spoken(as_german)
        if any(c.isalnum() for c in words):
            if role in ("title", "heading"):
                words, respelled = _with_fall(words), _with_fall(respelled)
            plain = respelled if respelled != words else ""
            said.append(Utterance(sentence, words, role, section, pauses.sentence, plain))
    return _with_last_pause(said, pause)


def _with_last_pause(said: list[Utterance], pause: float) -> list[Utterance]:
    return [*said[:-1], replace(said[-1], pause_after=pause)] if said else said


def _with_fall(words: str) -> str:
    """A line without an end mark gets a period, so that the voice falls at its end."""
    return words if words.rstrip("“”»«\"')’").endswith((".", "!", "?", "…", ":")) else words + "."
