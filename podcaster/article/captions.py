"""Captions of pictures, known by the credit at their end."""

from __future__ import annotations

import re

from podcaster.article.telling import has_verb, is_sentence

_CREDITED = (
    "(?:symbol|archiv)?(?:foto|bild)s?|bilder|(?:bild|foto)(?:quelle|rechte|credits?|nachweis|material)|grafik|"
    "infografik|illustration|visualisierung|animation|zeichnung|karte|repro|standbild|(?:foto)?montage|collage|screenshot|karikatur|quelle|credits?|copyright|video"
)

#: The end of a caption: "Foto: EPA/STR", "(Bild: dpa)", "© Getty"; no sentence follows the colon.
_CREDIT = re.compile(
    rf"(?:^|[\s(\[|/•–.-])(?:(?:{_CREDITED})(?: von| der)?\s?:|(?:foto|bild) (?=©)|©)\s*"
    r"(?:[^.!?]|\.(?!\s+[A-ZÄÖÜ]\w+\s+[a-zäöü]+)){1,90}$",
    re.IGNORECASE,
)
#: Agencies of pictures in brackets or after a stroke at the end: "… (picture alliance)", "… | dpa".
_PICTURE_AGENCY = re.compile(
    r"(?:[(|/]\s?|\s[-–]\s)(?:imago\b|picture[- ]alliance|getty ?images?|istock\w*|shutterstock|"
    r"adobe ?stock|unsplash|epa/|(?:dpa|reuters|afp|ap)(?=\s*$))[^()]{0,60}\)?\W*$",
    re.IGNORECASE,
)
#: A line that is all a credit in brackets: "(Bild: Erika Beispiel / heise medien)".
_BRACKETED = re.compile(rf"[(\[](?:{_CREDITED})\s?:[^()]{{2,120}}[)\]]\W*\Z", re.IGNORECASE)
_LICENSED = re.compile(r"\b(?:gemeinfrei|freigegeben durch|CC[ -](?:BY|0)|unsplash\.com)\b", re.IGNORECASE)
#: A line that begins as credits do: "Foto: Max Muster/dpa", "APA/Erika Beispiel", "© Getty".
_BARE = re.compile(
    r"\W*(?:(?:(?:symbol|archiv)?(?:foto|bild)\w*|quelle|grafik|illustration|credits?|copyright)\s*:|©|"
    r"(?:keystone|imago|picture[ -]alliance|getty|reuters|afp|apa|dpa|epa)\b\s*(?:[/|]|-sda|images|\Z))",
    re.IGNORECASE,
)
BARE_LENGTH = 120
#: Before a word that credits begin with: "Im Rathaus hieß es zum Foto: …", "Zum Video: …".
_IN_SENTENCE = re.compile(
    r"\b(?:zum|zur|zu|das|dem|den|die|der|des|ein|eine|einem|im|am|beim|vom|mit|auf|neue[sn]?|mehr|ihr|sein)\s\Z",
    re.IGNORECASE,
)
_CAPTION_LENGTH = 500  # characters


#: Words that a credit has in lower case: "Foto: Press service of the President", "Bild: privat".
_OF_CREDITS = frozenset(
    "a an und von van vom der die das dem den des de di da du of the for via by in im aus am zur zum "
    "für with mit privat dpa afp ap apa epa imago picture alliance getty images reuters press service "
    "archiv handout pool verfügung gestellt promo pr zvg red ots sid media photo foto stock adobe "
    "großes kleines oben unten links rechts "
    "istock shutterstock unsplash pexels pixabay screenshot montage collage grafik quelle".split()
)


def is_bare_credit(text: str) -> bool:
    """Whether a line is nothing but a picture's credit."""
    return len(text) <= BARE_LENGTH and bool(_BARE.match(text))


def is_caption(text: str) -> bool:
    """Whether `text` ends in a picture's credit: names after "Foto:", and no sentence."""
    if len(text) > _CAPTION_LENGTH:
        return False
    if len(text) <= BARE_LENGTH and _LICENSED.search(text) and not is_sentence(text):
        return True
    bare = is_bare_credit(text) and not has_verb(text)
    if bare or _PICTURE_AGENCY.search(text) or _BRACKETED.match(text):
        return True
    if is_bare_credit(text) and not has_verb(text):
        return True
    match = _CREDIT.search(text)
    if not match or _IN_SENTENCE.search(text[: match.start() + 1]):
        return False
    credited = re.findall(r"\b[a-zäöüß]{2,}\b", re.sub(r"^.*?(?::|©)", "", match[0]))
    return sum(word not in _OF_CREDITS for word in credited) < 2
