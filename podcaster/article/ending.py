"""What stands at the end of a text and is not read: who the author is, headings without text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcaster.article.agencies import is_single_sign
from podcaster.article.bylines import is_signed_by, signed
from podcaster.article.draft import ADDRESS, Draft
from podcaster.article.parts import Part
from podcaster.article.people import signature
from podcaster.article.telling import is_sentence, tells

_AT_WORK = re.compile(
    r"\b(?:ist|war|arbeitet|schreibt|berichtet|lebt|leitet|lehrt|forscht|studierte|absolvierte|beschäftigt|zuständig|"
    r"\w*(?:redakteur|redaktor|korrespondent|reporter|autor|journalist|volontär|ressort|professor)\w*)\b"
)
_THE_AUTHOR = re.compile(
    r"(?:der autor|die autorin|unsere? autor(?:in)?) (?:\w+ ){0,3}(?:ist|arbeitet|lebt|schreibt|lehrt)\b"
    r"(?! sich\b| in (?:ihrem|seinem)\b)(?!.*\bdass\b)",
    re.IGNORECASE,
)
#: "Anna Acker ist Redakteurin in Köln …", whoever wrote the article.
_WRITES = re.compile(
    r"(?:Dr\. |Prof\. )?[A-ZÄÖÜ][\w-]+ (?:von |van |de )?[A-ZÄÖÜ][\w-]+(?:,? \w+){0,4},? "
    r"(?:ist|arbeitet|schreibt)\b"
    r".{0,80}\b(?:\w*(?:[Rr]edakteur|[Rr]edaktor|[Jj]ournalist|[Kk]orrespondent|[Rr]eporter)(?:in)?|[Rr]edaktion)\b"
)
LONGEST = 500  # characters of such a box
LONGEST_NAMED = 900  # of one that begins with an author's name and "ist"
_IS = re.compile(r"(?:[A-ZÄÖÜ][\w.-]+ |von |van |de ){2,4}(?:ist|arbeitet|schreibt|lehrt|forscht|leitet)\b")
#: Below the signature stand at most so many paragraphs about who signs.
ABOUT = 2
#: What may hold names of others.
_ELSEWHERE = frozenset(
    {"picture caption", "credits", "comments", "footer", "navigation", "pointer to other articles"}
)


def is_about_the_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph tells who an author is, one of `authors` or whoever it is."""
    # "Dann ist die Halle leer. (Anna Acker, 19.3.2024)" is signed, and tells of the hall
    if (sign := signature(text)) and sign.start:
        text = text[: sign.start]
    named = any(author in text[:80] for author in authors)
    if len(text) >= LONGEST:
        return any(text.startswith(author) for author in authors) and bool(_IS.match(text))
    return bool((named and _AT_WORK.search(text)) or _THE_AUTHOR.match(text) or _WRITES.match(text))


def drop_author_box(draft: Draft) -> None:
    """Drop a last paragraph that tells who the author is, or is signed by one."""
    while len(draft.blocks) >= 2:
        last = draft.blocks[-1]
        box = is_about_the_author(last.text, draft.authors)
        bare = last.text in draft.authors or is_signed_by(last.text, draft.authors)
        if last.kind not in ("body", "heading") or len(last.text) >= LONGEST_NAMED or not (box or bare):
            return
        draft.drop(draft.blocks.pop().text, "author box")


#: What a paper of that name signs with in a line of its own: "HAZ", "LVZ/OZ".
_HOUSE = re.compile(r"[A-ZÄÖÜ]{2,5}(?:[/ ,]{1,2}[A-ZÄÖÜ]{2,5}){0,2}\.?\Z")
_CONTACT = re.compile(
    r"(?:(?:presse|medien)?(?:kontakte?|anfragen|ansprechpartner(?:in(?:nen)?)?)|rückfragen)\b"
    r"(?: (?:bitte|für|an|der|die|den|von|zu[rm]?|redaktion\w*|journalist\w*|medien\w*|unter))*\W*(?:\Z|:)",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\btel(?:efon|\.)?\b|\S@\S+\.\w|https?:|www\.|\b0\d{2,5}[ /-]+\d{2}", re.IGNORECASE)
#: What the paper says of itself in a last line has at most so many characters.
HOUSE = 80
#: A contact has at most so many lines.
CONTACT = 8


def drop_signs(draft: Draft) -> None:
    """Drop what the paper signs with in the last line, and whom journalists may call."""
    _drop_contact(draft)
    while len(draft.blocks) >= 2 and draft.blocks[-1].kind == "body":
        last = draft.blocks[-1].text
        if not _HOUSE.match(last) and not _is_of_house(last, draft.publisher):
            return
        draft.drop(draft.blocks.pop().text, "credits")


def _is_of_house(text: str, publisher: str | None) -> bool:
    """Whether a last line is what the paper says of itself: "Das Blatt lesen alle", "Das war das Blatt"."""
    if (
        not publisher
        or len(text) > HOUSE
        or not re.search(rf"\b{re.escape(publisher)}\b", text, re.IGNORECASE)
    ):
        return False
    return not is_sentence(text) or bool(re.match(r"(?:das|dies) (?:ist|war)\b", text, re.IGNORECASE))


def _drop_contact(draft: Draft) -> None:
    """Drop the last lines from "Pressekontakt:" on, or from a heading that asks the reader, above numbers."""
    for i in range(max(1, len(draft.blocks) - CONTACT), len(draft.blocks)):
        head, rest = draft.blocks[i], draft.blocks[i:]
        asks = head.kind == "heading" and ADDRESS.search(head.text) and _REACHED.search(rest[-1].text)
        if (asks or _CONTACT.match(head.text)) and not any(tells(block.text) for block in rest):
            for block in rest:
                draft.drop(block.text, "help for readers" if asks else "press contact")
            del draft.blocks[i:]
            return


def drop_empty_headings(draft: Draft) -> None:
    """Drop headings below which nothing is left."""
    while draft.blocks and draft.blocks[-1].kind == "heading":
        draft.drop(draft.blocks.pop().text, "heading without text")


def signature_below(parts: Sequence[Part]) -> tuple[str, ...]:
    """The names signed below the last paragraph, or between it and what tells who the author is.

    Who is written about ("Ute Krampitz, Bürgermeisterin" below a quotation) signs nothing.
    """
    about: list[str] = []
    for i in range(len(parts) - 1, 0, -1):
        part = parts[i]
        if part.label == "title" or (part.label == "noise" and part.reason in _ELSEWHERE):
            continue
        names = signed(part.text)
        if names and all(is_about_the_author(text, names) for text in about):
            surnames = [name.split()[-1] for name in names]
            told = " ".join(part.text for part in parts[:i] if part.label in ("body", "quote", "item"))
            return () if set(surnames) & set(re.findall(r"[\w’'-]+", told)) else names
        if part.label != "noise":
            about.append(part.text)
        if len(about) > ABOUT:
            break
    return ()


#: "kas, lib; Foto: Archiv", "(kas/lib)": who wrote it, in a line of its own below the text.
_INITIALS = re.compile(
    r"[^\w.!?]*((?:[a-zäöü]{2,4}(?:\s?[,/+&]\s?(?=[a-zäöü]{2,4}\b))?){1,4})(?=\s*(?:[^\w\s]|\Z))"
)
#: Short words that are no author's.
_NO_INITIALS = frozenset(
    "foto bild text von und der die das ein mehr auf zum zur neu live abo plus sie wir ich uhr min std tag "
    "link top news alle nach oben hier weg los bio ende map info".split()
)


def initials_below(parts: Sequence[Part]) -> tuple[str, ...]:
    """The initials in the first line below the text, "(kas/lib)"; none beside an agency's sign."""
    last = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].label != "noise"), len(parts))
    match = _INITIALS.match(parts[last + 1].text) if last + 1 < len(parts) else None
    found = re.findall(r"[a-zäöü]+", match[1]) if match else []
    return () if any(name in _NO_INITIALS or is_single_sign(name) for name in found) else tuple(found)
