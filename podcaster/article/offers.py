"""Whether a short text offers readers what the paper makes, or asks them for something, however it is worded.

No phrase tells this, but what comes together: somebody is addressed, the paper speaks of itself, and of the
things that boxes beside articles are about. An article that explains how to cancel a subscription addresses its
readers too, but speaks of no "we" and of no "this article".
"""

from __future__ import annotations

import re

from podcaster.article.telling import (
    addresses_reader,
    asks,
    attributes,
    has_verb,
    is_sentence,
    tells,
    unquoted,
)

#: A box's sentence has at most so many characters.
LONGEST = 260
#: So many things, or so many together with who speaks and what is asked.
ENOUGH = 3

#: What boxes are about, by the stems of words; each counts once.
_THINGS = re.compile(
    r"(newsletter|briefing|überblick|postfach|\bmails?\b|push|\bapp\b|e-?paper|\babos?\b|-abo|abonn|\bplus\b|"
    r"premium|inhalt|werbefrei|ohne werbung|anmeld|registrier|einlogg|konto\b|mitglied|kanal|channel|podcast|"
    r"\bfolgen?\b|video|grafik|element\b|cookie|einwillig|zustimm|datenschutz|drittanbieter|extern|browser|"
    r"klick|artikel|beitrag|beiträg|\btext\b|meldung|nachricht|\bnews\b|wichtigste|aktuelle|thema\b|themen|serie\b|"
    r"reihe\b|teil \d|dossier|ticker|liveblog|redaktion|leserbrief|kommentar|netiquette|meinung|diskut|"
    r"mitreden|umfrage|abstimm|quiz|gewinn|verlos|spende|unterstütz|journalis|unabhängig|bericht|recherch|"
    r"handy|smartphone|laufenden|informiert|verpass|lesen\b|empfehl|kostenlos|gratis|testen\b|jederzeit|"
    r"kündbar|angebot|stellenanzeige|\bjobs\b|immobilien|wetter|region\b|nähe\b|hinweis|feedback|fehler|"
    r"kontakt|\bautor|bilder|galerie|herunterlad|download|\bstore\b|google play|exklusiv|inklusive|bestätigung|mitteilung|community|kaufen\b|bestell|neukund|preis\b|server|seite neu|lesbar|digital|zusammengefasst|vimeo|rätsel|sudoku|audiothek|mediathek|anzeigen|"
    r"zeitung|ausgabe|leser|\S@\S+\.\w|(?:für|ab|nur) \d[\d.,]* ?(?:€|euro|franken|chf))",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"\b(?:whatsapp|signal|telegram|instagram|facebook|youtube|tiktok|bluesky|mastodon|threads|linkedin)\b",
    re.IGNORECASE,
)
#: The paper speaks of itself, or of this page.
_PAGE = (
    r"\bunser\w*\b|\bdies\w* (?:artikel|text|beitrag|inhalt|element|video|grafik|recherche|angebot|seite|browser)\w*\b|\b(?:audio|media)thek\b|"
    r"\be-?paper\b|\b(?:plus|probe|digital)-?abo|\bpostfach|\bleserbrief|\bnetiquette|\bextern\w+ inhalt|"
    r"\bdrittanbieter|\blokaljournalis|\bjournalismus\b|\S@\S+\.\w"
)
_THIS = re.compile(r"\bdies\w* (?:artikel|text|beitrag|video|podcast|meldung)\b", re.IGNORECASE)
_ITSELF = re.compile(_PAGE, re.IGNORECASE)
_PAPER = re.compile(rf"\b(?:wir|uns)\b|{_PAGE}", re.IGNORECASE)
_YOU = re.compile(
    r"(?:\A|[.!?] )Sie (?:haben|möchten|wollen|können|sind|finden|erhalten|benötigen|müssen)\b|"
    r"(?<=\w )Sie\b|\A[^.!?]*\bSie\b|\b(?:Ihr\w{0,2}|Ihnen)\b|\b[Dd](?:u|ich|ir|ein\w*)\b|\b[Ee]uch\b"
)
#: What calls the reader without a word of address.
_CALL = re.compile(
    r"\b(?:jetzt|hier|gratis|kostenlos|herunterladen|anmelden|abonnieren|testen|kaufen|exklusiv|inklusive|store|"
    r"aufs handy)\b|@",
    re.IGNORECASE,
)
#: How subheadings begin that tell readers what to do: "So kündigen Sie Ihr Abo per E-Mail".
_SERVICE = re.compile(r"(?:So|Wie|Was|Wann|Warum|Wo|Welche\w?|Darum|Das|Diese|Worauf|Wer)\b")
#: "Teste dein Wissen", "Hör rein".
_DO = re.compile(
    r"\A(?:Tritt|Hör|Teste|Melde|Abonniere|Folge?|Lade|Hol|Sichere|Entdecke|Probiere|Mach|Schau|Lies|Klicke?|Registriere|"
    r"Schreibe?|Stimme?|Rate|Gewinne|Unterstütze|Werde|Aktiviere|Lerne|Finde)\b"
)
#: A first sentence of some length, with another one behind it.
_SENTENCES = re.compile(r".{60,}?[a-zäöüß]{2}[.!?](?=\s)")
_PLEASE = re.compile(r"\bbitte\b", re.IGNORECASE)


def _begins_telling(text: str) -> bool:
    """Whether a paragraph reports something before a pointer behind it."""
    first = _SENTENCES.match(text)
    return first is not None and tells(first[0])


def offers(text: str) -> bool:
    """Whether `text` offers readers something of the paper's, or asks them for it."""
    if len(text) > LONGEST or attributes(text) or _begins_telling(text):
        return False
    plain = unquoted(text)
    reader = addresses_reader(text)
    if not (reader or _CALL.search(plain) or _THIS.search(plain)):
        return False
    things = len({match[1].casefold() for match in _THINGS.finditer(plain)}) + bool(_NETWORK.search(plain))
    if not things:
        return False
    told = is_sentence(text) or (has_verb(plain) and bool(_SERVICE.match(text)))
    if _THIS.search(plain) and (things > 1 or (_YOU.search(plain) and things)):
        return True
    if not reader:
        return not told and things >= ENOUGH and bool(_CALL.search(plain))
    done = bool(_DO.match(text))
    if not _YOU.search(plain) and not done:  # "we" may be who tells the story
        return things + (not told) >= ENOUGH and bool(_ITSELF.search(plain))
    paper = bool(_PAPER.search(plain))
    asked = asks(plain) or done
    please = bool(_PLEASE.search(plain))
    may = paper or not told or (asked and please)
    return may and things + paper + asked + please + (not told) >= ENOUGH
