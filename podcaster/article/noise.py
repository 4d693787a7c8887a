"""What stands among the paragraphs of a newspaper page and is not the article, known by how it is worded.

Its habits are in `habits.py`; here stands which of them is believed of what text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from podcaster.article.agencies import is_sign, is_single_sign
from podcaster.article.captions import is_caption
from podcaster.article.controls import BUTTON_ROW
from podcaster.article.form import BUTTONS, CHANNEL, LETTER, POINTER
from podcaster.article.habits import HABITS
from podcaster.article.offers import offers
from podcaster.article.tails import ends, text_before_credit
from podcaster.article.telling import addresses_reader, asks_reader, attributes, is_sentence, tells
from podcaster.article.wording import is_of_page

_WORD = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]{2}")
#: "★★★★☆ 4,2 (118)".
_RATED = re.compile("[★☆✓✔]")
#: Before a pointer at its end, a paragraph has at least so many characters.
SURE = 60
#: What asks the reader for something has at most so many characters.
ASKING = 250
#: All of it in quotation marks: somebody's words.
_QUOTED = re.compile(r"[„»«][^„“”»«]+[“”«»][.!?]?\Z")
#: What kind of article follows; as a subheading it is the article's own, as a line between others a pointer.
_KIND = re.compile(
    r"(?:hintergrund|interview|kommentar|analyse|podcast|video|grafik)\s*:\s*\w", re.IGNORECASE
)
#: What the page shows or plays, and no article says so in a subheading.
_SHOWN = re.compile(r"(?:podcast|video|grafik)\s*:", re.IGNORECASE)
#: Of a subheading with text below it, these are not believed.
_NOT_OF_HEADINGS = frozenset({BUTTONS, "credits", "picture caption", "time stamp", "copyright line"})


@lru_cache(maxsize=1000)
def reason_to_drop(text: str) -> str | None:
    """Why a line or paragraph is not read aloud, in a few words; None where it may be the article."""
    if not _WORD.search(text) or (_RATED.search(text) and not _LETTERS.search(text)):
        return "no words"
    text = text_before_credit(text) or text
    if _QUOTED.match(text) or (":" not in text and attributes(text)):
        return "picture caption" if is_caption(text) else None
    if reason := _habit(text):
        return reason
    if is_sign(text) or (is_single_sign(text) and (text.islower() or text.isupper())):
        return "credits"
    if is_of_page(text) and not is_sentence(text):
        return "words of the page"
    if offers(text) or (len(text) <= ASKING and asks_reader(text)):
        return "appeal to the reader"
    return "picture caption" if is_caption(text) else None


def _habit(text: str) -> str | None:
    """The reason of the first habit that `text` is worded by, and that is believed of it."""
    told = sentence = None
    for habit in HABITS:
        if len(text) > habit.longest or not habit.pattern.match(text):
            continue
        if not habit.sure:
            told = tells(text) if told is None else told
        if habit.fragment:
            sentence = is_sentence(text) if sentence is None else sentence
        if not (told and not habit.sure) and not (sentence and habit.fragment):
            return habit.reason
    return None


#: What can stand behind the last sentence of a paragraph.
_TAILS = frozenset(
    {
        POINTER,
        LETTER,
        CHANNEL,
        "advertisement",
        "note on the article",
    }
)
#: One of these words is in each of them.
_MAY_POINT = re.compile(
    r"\b(?:hier|lesen|lies|lest|hören|sehen|mehr|alle|weitere\w*|siehe|thema|dazu|artikel|beitrag|text|meldung|"
    r"\w*newsletter|abonn\w+|\w*kanal|folge?[nt]?|anzeige|werbung|jetzt|news|kostenlos|zu[mr]? \w+ ?:)",
    re.IGNORECASE,
)


def pointer_tail(text: str) -> tuple[str, str, str]:
    """Part a paragraph from a pointer behind its last sentence ("Mehr dazu lesen Sie hier."), with the reason."""
    for head, tail in ends(text):
        may = len(head) >= SURE and _MAY_POINT.search(tail)
        reason = reason_to_drop(tail.strip("()[]+ ")) if may else None
        if reason in _TAILS and tells(head):
            return head, tail, reason
    return text, "", ""


def reason_to_drop_heading(text: str) -> str | None:
    """The same of a line that is surely set as a subheading, with a paragraph below it."""
    reason = reason_to_drop(text)
    return None if (reason in _NOT_OF_HEADINGS and not _SHARES.match(text)) or _KIND.match(text) else reason


#: "Teile diesen Beitrag!" and "3 Kommentare" are no subheadings, though "Teilen" and "Kommentare" may be.
_SHARES = re.compile(
    r"(?:teilen? (?:sie )?|empfehlen? (?:sie )?)?(?:diese[ns]?|den) (?:artikel|beitrag|text)\b|"
    r"\d+ (?:leser)?kommentare?\W*\Z",
    re.IGNORECASE,
)
#: Buttons and labels that no paragraph stands below as below a subheading.
_NEVER_HEADS = re.compile(
    r"\W*(?:(?:(?:artikel|auf|per|bei|via) (?:.* )?)?(?:teilen|merken)|schriftgröße.*|datenschutz(?:erklärung|bestimmungen|hinweise?|einstellungen).*|impressum|agb|nutzungsbedingungen|mediadaten|cookie-einstellungen|menü|anmelden|einloggen|login|registrieren|gemerkt|drucken|speichern|versenden|kommentieren|anhören|vorlesen|verschenken|weiterlesen|kopieren|embed|"
    r".*(?:nachrichten|e-mail|google|feedback|karte|artikel|beitrag|newsletter|push|jetzt|hier|mehr|rechte|folge|inhalt\w*)\W? .*en|nach oben(?: scrollen)?|.* wird geladen|(?:weiter|zurück) zu[rm] .*|mehr erfahren|einverstanden|folge (?:uns|mir)|"
    r".* (?:anzeigen|laden|aufklappen|zuklappen|einblenden|ausblenden|vergrößern|kopieren|lesen)|.*\d.*|.*\(.*|zu[rm]? .*)\W*\Z",
    re.IGNORECASE,
)
_NAMES_ONLY = re.compile(r"[^:]{3,40}:(?: ?\W?[A-ZÄÖÜ][\w.’'-]*,?| (?:und|von|van|de))+\W*\Z")
_LABELS = re.compile(r"(?:themen|inhalt|weitere themen|tags?\s*:\s*\w.*|zum thema .*)\W*\Z", re.IGNORECASE)


def reason_to_drop_alone(text: str) -> str | None:
    """The same of a short line between two paragraphs: the place of a subheading, though it is not set as one."""
    reason = reason_to_drop(text)
    if reason == BUTTONS:
        worded = is_of_page(text) or addresses_reader(text)
        never = worded or _NEVER_HEADS.match(text) or BUTTON_ROW.match(text)
        return reason if never else None
    if reason == "credits":
        return (
            reason
            if is_single_sign(text)
            or _NAMES_ONLY.match(text)
            or re.search(r"[\[(/|@]|\d\. ?\d|uhr\b|dpa", text, re.IGNORECASE)
            else None
        )
    if reason == "time stamp":
        return None if re.fullmatch(r"\d{1,2}[.:]\d{2} Uhr", text) else reason
    if reason == POINTER:
        kind = _KIND.match(text) and not _SHOWN.match(text)
        own = (kind and not addresses_reader(text)) or _LABELS.match(text)
        return None if own else reason
    if reason == "copyright line":
        return reason if re.search(r"\d|©|dpa", text) else None
    return reason
