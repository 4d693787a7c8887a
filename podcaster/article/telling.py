"""Whether a sentence tells something, as articles do, or speaks to the reader, as boxes beside them do."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"„[^„“”]*[“”]|»[^»«]*«|«[^»«]*»|\"[^\"]*\"|“[^“”]*”")
#: The end of a sentence, and not of an abbreviation of one letter.
_FULL_STOP = re.compile(r"(?:[a-zäöüß]{2}|[\d%€)A-Z])[\"“”«»›‹’']?[.!?…]+[\"“”«»›‹)]*\Z|[.!?…][\"“”«»›‹]+\Z")
#: Who is told to do something, or who offers it.
_READER = re.compile(
    r"(?<=\w )(?:Sie|Ihr)\b|\b(?:Ihr\w{1,2}|Ihnen)\b|"
    r"\b(?:[Uu]ns|[Uu]nser\w*|[Ww]ir|[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]uer\w*|[Kk]lick\w*)\b|"
    r"\AIhr (?:Browser|Gerät|Abo)\b|"
    r"(?:\A|[.!?] )Sie (?:haben|möchten|wollen|können|sind|finden|erhalten|benötigen|müssen)\b"
)
#: What only the boxes of a page speak of.
_TRADE = re.compile(
    r"affiliate|partner-?links?\b.*(?:gekennzeichnet|markiert|stern)|datenschutz(?!gesetz|behörd|beauftragt|recht|verordn)|"
    r"javascript|drittanbieter|geladen\b|postfach|\bkostenlos",
    re.IGNORECASE,
)
#: "…, sagte der Anwalt", "…, heißt es", "…, so die Behörden": somebody is quoted.
_SAYS = (
    "sagte?n?|sagen|schrieb(?:en)?|schreibt|hieß|heißt|erklärte?n?|räumte?n?|fragte?n?|warnte?n?|rief|"
    "berichtete?n?|klagte?n?|urteilte?|betonte?|meinte?|kritisierte?|bat|bittet|begann|verspricht|versprach"
)
_SAID = re.compile(
    rf"\b(?:{_SAYS}|teilte?n?|lautet|stand|findet|gab|gibt|kündigte?|forderte?|so)\b"
    r"(?: (?:er|sie|es|ihm|ihr|ihnen|mir|sich|der|die|das|den|ein|eine|sein|in|am|auf|im|mit|zu|[A-ZÄÖÜ]))"
)
_ATTRIBUTES = re.compile(
    rf"[,“”»«\"] ?(?:(?:{_SAYS})(?: (?:es|er|sie|ihm|ihr|der|die|das|ein|eine|sein)\b| [A-ZÄÖÜ])|"
    r"so (?:der|die|das|ein|eine)\b)"
)
#: "Werden Sie …", "Bitte schalten Sie …", "hören Sie …", "Folge uns": somebody is asked, or told where.
_ASKS = re.compile(
    r"\b[\wäöüß]{2,}[en]n Sie\b|\b[Bb]itte\b|\b[Ww]ir bitten\b|"
    r"\b(?:Folge|Schreib|Abonniere|Melde|Unterstütze|Schick)\w* (?:uns|mir|dich)\b"
)
#: What the paper is and makes, as boxes name it.
_PAPER = re.compile(
    r"\b(?:artikels?|newsletters?|podcasts?|(?:live|news)-?(?:blog|ticker)s?|journalismus|redaktion|"
    r"netiquette|themenseite|adblocker|push-\w+|testen sie uns|stimmen sie ab|(?:der autorin|dem autor) eine|"
    r"unserem shop|ihre anmeldung|kommentarfunktion|lieblings-app|javascript|printausgabe|aktuellen ausgabe|"
    r"probeabo|mitglied und|schreiben sie uns|kontaktieren sie uns|"
    r"unser(?:e[mnr]?)? (?:app|kanal|team|angebot|abo|ausgabe|seite|portal|community|"
    r"serie|formular|umfrage))\b|"
    r"\S@\S+\.\w",
    re.IGNORECASE,
)
#: Verbs that have a subject, whatever follows.
_FINITE = frozenset(
    "wäre wären hätte hätten würde würden möge dürfte müsste aß traf half warf riet schlief fing hing "
    "schwieg flog verlor sang klang trank wuchs lud schlug ist sind war waren sei wird wurde wurden hat "
    "hatte hatten habe kann könnte konnte konnten soll "
    "sollte sollten will wollte wollten muss musste mussten darf durfte gibt gab geht ging kommt kam "
    "kamen steht stand standen liegt lag lagen lässt ließ bleibt blieb blieben gilt galt nennt nannte "
    "fiel fielen fällt weiß sieht sah nahm nimmt hält hielt hielten trägt trug fuhr fährt lief läuft "
    "rief starb fand finden schrieb sprach spricht bekam bekamen begann begannen zog verließ entstand "
    "stieg stiegen sank sanken hieß heißt tut tat fehlen stehen liegen bleiben".split()
)
#: Words in -t and -te(n) that are no verbs.
_NO_VERB = frozenset(
    "nicht mit seit erst jetzt oft dort statt fast selbst meist zuletzt sonst bereit weit gut echt laut "
    "samt direkt insgesamt überhaupt zumindest mindestens damit somit womit gesamt bekannt leicht recht "
    "vielleicht derzeit jederzeit wert exklusiv perfekt kompakt breit spät nackt sanft hart alt kalt "
    "heute bitte erste ersten letzte letzten beste besten gute guten alte alten nächste nächsten weite "
    "rechte rechten gesamte gesamten zweite zweiten dritte dritten wichtigste wichtigsten schönsten "
    "neueste neuesten meisten leichte exakt komplett konkret".split()
)
#: What can follow a plural verb ("Jetzt spenden die Menschen"), but no infinitive ("Jetzt spenden und …").
_SUBJECT = frozenset(
    "nicht die der das den ein eine sich er sie es alle viele manche einige nur noch inzwischen auch wieder "
    "immer mehr fast nun heute beide keine neun zehn zwei drei vier fünf seit in bei zu ihre seine nach "
    "kaum längst selbst".split()
)


def unquoted(text: str) -> str:
    """`text` without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


def is_sentence(text: str) -> bool:
    """Whether `text` ends as sentences do."""
    return bool(_FULL_STOP.search(text))


def quotes_somebody(text: str) -> bool:
    """Whether `text` says that somebody has said something."""
    return bool(_SAID.search(text))


def attributes(text: str) -> bool:
    """Whether `text` ends in who said it: "…, sagt der Anwalt", "…, so die Behörden"."""
    return bool(_ATTRIBUTES.search(text))


def asks_reader(text: str) -> bool:
    """Whether `text` asks the reader for something that has to do with the paper: "Schreiben Sie uns …"."""
    plain = unquoted(text)
    return bool(_ASKS.search(plain) and _PAPER.search(plain)) and not attributes(text)


def asks(text: str) -> bool:
    """Whether `text`, without its quotations, asks somebody for something: "Werden Sie …", "Bitte …"."""
    return bool(_ASKS.search(text))


def addresses_reader(text: str) -> bool:
    """Whether `text` speaks to somebody or for the paper, outside quotation marks."""
    return bool(_READER.search(unquoted(text)))


def has_verb(text: str) -> bool:
    """Whether `text` has a verb with a subject, by the forms of its words (no dictionary)."""
    return any(_has_verb(re.findall(r"\w+", part)) for part in re.split(r"[.!?:]\s", unquoted(text)))


def _has_verb(words: list[str]) -> bool:
    for i, word in enumerate(words):
        if word in _FINITE:
            return True
        if not word.islower() or word in _NO_VERB or len(word) < 4:
            continue
        following = words[i + 1] if i + 1 < len(words) else ""
        if re.search(r"ten?\Z", word):
            return True
        if word.endswith("t") and (following or not re.match("ge|ver|be|er|ent|zer|.+ge", word)):
            return True
        if word.endswith("en") and 0 < i < 4 and (following in _SUBJECT or following[:1].isupper()):
            return True
    return False


def tells(text: str) -> bool:
    """Whether `text` is a whole sentence that reports something and asks nothing of the reader."""
    if not is_sentence(text):
        return False
    if quotes_somebody(text):
        return True
    return not addresses_reader(text) and not _TRADE.search(text) and has_verb(text)
