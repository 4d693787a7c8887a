"""How what is not the article is worded on newspaper pages: buttons, pointers, newsletters, notes, credits.

Every pattern is a habit of German papers in general; none is for one site. The patterns of a habit are alternatives,
looked for at the start of the text, after punctuation; in them, a space also stands for a hyphen.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from podcaster.article.dates import MONTH

_NETWORK = (
    "facebook|twitter|whatsapp|linkedin|xing|telegram|e mail|mail|flipboard|pinterest|x|x\\.com|bluesky|threads|"
    "pocket|reddit|instagram|mastodon|link kopieren|link"
)
_BUTTON = (
    "teilen|drucken|merken|gemerkt|speichern|versenden|kommentieren|anhören|vorlesen|hören|verschenken|kopieren|"
    "folgen|gefolgt|zusammenfassen|weiterlesen|feedback"
)

#: Nothing but words and numbers of dates and clocks, and who has written.
_WHEN = (
    rf"(?:\W|\d|\b(?:{MONTH}|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|uhr|h|um|am|vom|den|"
    r"heute|gestern|vor|minuten?|stunden?|std|min|tag(?:en)?|mez|mesz|zuletzt|letztes|update|aktualisiert|veröffentlicht|online|print|lesezeit|"
    r"lesedauer|t|z)\b|(?-i:\bvon(?: [A-ZÄÖÜ][\w.-]+){1,4}))*"
)


class Habit(NamedTuple):
    """A way in which something that is not the article is worded.

    Attributes:
        reason: What it is.
        pattern: Looked for at the start, after punctuation.
        longest: Characters; what is longer is a paragraph that only begins like it.
        sure: Whether it is believed of a sentence that reports something, too.
        fragment: Whether it is believed only of what is no sentence.
    """

    reason: str
    pattern: re.Pattern[str]
    longest: int
    sure: bool
    fragment: bool


def _habit(reason: str, longest: int, *rows: str, sure: bool = False, fragment: bool = False) -> Habit:
    joined = "|".join(rows).replace(" ", "[ -]")
    pattern = re.compile(rf"\W*(?:{joined})", re.IGNORECASE)
    return Habit(reason, pattern, longest, sure, fragment)


#: What the paper calls what it makes.
_MADE = (
    "artikel|beitr[aä]ge?|texte?|folgen?|meldungen?|nachrichten|news|infos?|informationen|hintergründe?|podcasts?|videos?|entwicklungen|"
    "liveblog|newsblog|live ?ticker|ticker|newsletter|interviews?|kommentare?|reportagen?|themen|serie|dossier|überblick|übersicht|chronik|test"
)
_POINTER = "pointer to other articles"
_LETTER = "newsletter or subscription"
_CHANNEL = "social media channel"
_BUTTONS = "buttons of the page"
_EMBEDDED = "embedded content that is not shown"
_PAGE = "(?:dieser|der|diese|die|dieses|das) (?:artikel|text|beitrag|bericht|meldung|interview|recherche|reportage)"

#: In order: the first that fits gives the reason.
HABITS = (
    _habit(
        "advertisement",
        70,
        r"(?:anzeigen?|werbung|advertisement|advertorial|sponsored(?: content| post)?|verlagsangebot|ende der anzeige|zum angebot|jetzt kaufen|"
        r"bezahlter inhalt|anzeige schließen)\W*$",
        r"(?:hinweis: )?dieser (?:podcast|artikel|beitrag) enthält werbung\b",
        r"(?:(?:der |dieser )?(?:artikel|beitrag|text) )?(?:wird|geht) (?:nach (?:der|dieser) (?:werbung|anzeige)|unten) (?:fortgesetzt|weiter)\W*$",
        r"(?:weiter(?:lesen)? )?nach (?:der |dieser )?(?:anzeige|werbung)(?: weiterlesen)?\W*$",
        sure=True,
    ),
    _habit(
        "advertisement",
        500,
        r"(?:hinweis: )?(?:dieser (?:artikel|beitrag|text) enthält|bei (?:den|einem|einigen)|(?:die|der|alle) mit|"
        r"über diese)\b.{0,160}(?:affiliate|provision|partner ?links?)",
        r"wir (?:erhalten|verdienen)\b(?=.*(?:link|käufe?|kauf|bestell|partner)).{0,160}(?:affiliate|provision)",
        r".{0,120}\b(?:kauf|einkauf|bestell|erw[ie]rb)\w*\b.{0,60}\b\w*links?\b.{0,100}(?:provision|vergütung|kommission)",
        r"affiliate ?links?\b.{0,60}$|(?:die |alle )?(?:mit .{3,40} )?(?:gekennzeichnete|markierte)n? (?:\w+ )?links\b.{0,60}\b(?:affiliate|partner|provision|werbe)",
    ),
    _habit(
        "appeal for support",
        700,
        r"(?:du möchtest|sie möchten|möchten sie|wollen sie) mehr (?:\w+ ){0,3}(?:berichterstattung|journalismus)\b",
        r"unterstützen? .{0,30}\bunsere arbeit\b|jetzt spenden\W*$",
        r"unsere arbeit (?:bei \S+ )?(?:wird|ist|lebt)\b.{0,120}spenden",
        r"(?:wenn )?(?:hat )?(?:ihnen|dir) (?:dieser|der) (?:artikel|text|beitrag) gefallen\b|.{0,300}\bunterstützen sie uns\W*$",
        r"(?=.*\b(?:spende\w*|spendenfinanziert|unterstütz\w+|genossenschaft\w*|freiwillig\w*)\b)(?=.*\b(?:uns|unser\w*|wir)\b)"
        r"(?=.*(?:journalis|berichterstatt|\bberichten\b|redaktion|\bartikel\b|\bleser|recherch))",
    ),
    _habit(
        _POINTER,
        300,
        r"(?:lesen|hören|sehen|schauen|erfahren) sie (?:auch|dazu|hier|mehr|zum thema|weiter|jetzt|außerdem)\b(?![^:]*\?\W*$)",
        r"(?:lies|lest|hört|hör) (?:auch|dazu|hier|mehr)\b",
        r"(?:auch|ebenfalls|besonders|weiterhin) (?:interessant|lesenswert|spannend|hörenswert)(?:\W*$|.{0,25}[:|–-])",
        r"(?:das |dies |diese artikel )?(?:könnten?|dürften?) (?:sie|dich|euch) (?:auch |noch |ebenfalls )*interessieren\b",
        r"interessieren (?:könnten?|dürften?) (?:sie|dich|euch)\b",
        r"(?:unsere? |die |weitere )*(?:lese|buch|video|podcast|hör|serien|artikel)?(?:tipps?|empfehlung(?:en)?) (?:der|aus der|für sie|von der)\b.{0,40}$",
        r"(?:unsere? |weitere )*(?:lese|buch|video|podcast|hör|link) ?(?:tipps?|empfehlung(?:en)?)(?:\s*:|\W*$)",
        r"(?:mehr|weiteres|passend) (?:zum thema|dazu|zu diesem thema|zu den themen)\b(?:\W*$|\s*(?::|\||lesen|hier|in ))",
        r"(?:mehr|alles|alle infos|aktuelles) (?:zum|zur|zu|über|aus|rund um|von|auf)\b[^.!?]{0,120}(?:hier|:|\bin unserem\b.*)\W*$",
        r".{0,160}\b(?:lesen|hören|lest) (?:sie|ihr|du)\b.{0,30}\b(?:hier|in unserem|in unserer)\b.{0,60}$",
        rf"(?=.*\b(?:{_MADE})\b).{{0,160}}\b(?:finden|sehen|erfahren|findet|gibt) (?:sie|ihr|du|es)\b.{{0,40}}\b(?:hier|in unserem|in unserer|unter)\b.{{0,60}}$",
        rf"hier (?:finden|sehen|erfahren|lesen|hören) (?:sie|ihr|du)\b.{{0,80}}\b(?:{_MADE})\b.{{0,60}}$",
        r"weitere[ns]? (?:artikel|infos|informationen|meldungen|nachrichten|themen|texte|beiträge|links?|videos?)\b"
        r"(?:\W*$|[^.!?]{0,80}(?::|hier\b|finden sie))",
        r"(?:siehe|sehen sie|vgl\.?) (?:auch|dazu)\b(?![^:]*\?\W*$)",
        r"(?:passend )?zum thema\s*(?::|$)",
        r"(?:hier )?zu[mr]? (?:video|podcast|bildergalerie|fotostrecke|liveblog|newsblog|live ?ticker|interview|kommentar|dossier)s?\s*:\s*\w[^.]*$",
        r"weiterführende (?:links|informationen|artikel)",
        rf"(?:den|das) (?:kompletten?|ganzen?|vollständigen?|gesamten?) (?:{_MADE}) (?:lesen|finden|hören|sehen) (?:sie|ihr)\b",
        r"weiterlesen\W*$|.{20,300}[.!?…] ?(?:mehr|weiterlesen)\W*$",
        r"(?:jetzt|hier) (?:weiterlesen|mehr lesen|lesen|nachlesen)\b",
        rf"(?:hier |und hier )?(?:geht es|geht's|geht’s|gehts) (?:direkt )?(?:zum|zur|zu)\b.{{0,40}}\b(?:{_MADE}|anmeldung|startseite|podcasts?)\b",
        r"(?:verwandte|ähnliche|empfohlene|passende|meistgelesene|neueste|aktuelle|beliebte|weitere) (?:artikel|themen|beiträge|nachrichten)\W*$",
        r"(?:redaktionelle )?empfehlung(?:en)? (?:der redaktion|für sie|aus)",
        r"(?:themen in diesem artikel|themen des artikels|links zum thema)\b",
        rf"{_PAGE} (?:ist (?:ein )?(?:teil|bestandteil)|gehört zu|erscheint im rahmen|entstand im rahmen)\b.{{0,200}}\b(?:serie|reihe|\w*schwerpunkt\w*|\w*projekt\w*|\w*heft\w*|dossier\w*|folgen)\b",
        r"externer link\W*$|dieser link führt (?:auf|zu) (?:eine|externe|seiten?)\b|in eigener sache:|.{0,40}\brechte an diesem (?:artikel|beitrag)\b.{0,30}$",
        r"(?:inhaltsverzeichnis|(?:in diesem|der) (?:artikel|beitrag|text) (?:im überblick)?|auf dieser seite|das erwartet sie)\W*$",
        r"(?:nächste|vorherige|erste|letzte) seite\W*$|(?:artikel )?auf (?:einer|mehreren) seiten? lesen|seite \d+ (?:von|/) \d+\W*$|weiter auf seite \d",
    ),
    _habit(
        _POINTER,
        120,
        rf"(?:hier |und hier )?(?:geht es|geht's|geht’s|gehts) (?:direkt )?(?:zum|zur|zu)\b.{{0,30}}\b\w*(?:{_MADE}|kanal|channel|anmeldung)\b(?! der\b)[^,.]{{0,80}}\W*$",
        r"(?:alle|mehr|weitere) (?:infos?|informationen|nachrichten|details) (?:dazu )?(?:gibt es |gibt's )?(?:im|in unserem|per) (?:\w+ ){0,2}newsletter\W*$",
        sure=True,
    ),
    _habit(
        _POINTER,
        160,
        r"(?:meistgelesen|meistgesehen|meistkommentiert|neueste|top|meistgelesene)(?: (?:artikel|themen|news|videos))?\W*$",
        r"(?:themen|schlagworte|schlagwörter|stichworte|tags?)(?:\s*:|\W*$)|inhalt\W*$",
        r"(?:(?:mehr )?(?:hintergründe|hintergrund|interview|kommentar|analyse|liveblog|newsblog|podcast|video|lesen sie))\s*:\s*[^.]{10,110}$",
        r"(?:im )?video\s*:",
        r"(?:weiterlesen|weiterhören|hören|anhören|ansehen|lest auch)\s*: .{5,120}$|infos zum podcast\W*$|zum (?:archiv|shop|video|podcast|forum|test)\W*$",
        rf"(?:alle|weitere|mehr|neue|sämtliche) (?:{_MADE})\b(?: (?:von|aus|zu[mr]?|über|dieser|dieses|des|der|rund)\b[^:]*$|\W*$)",
        r"mehr (?:aus|von|zu) (?:diesem autor|dieser autorin|dem ressort|der rubrik|dem archiv|unserem|unserer|unseren|dieser|diesem)\b",
        r"mehr (?:aus|von|über|zu)(?-i:(?: (?:[A-ZÄÖÜ][\w.’'-]*|von|van|de)){1,4}\W*$)",
        rf"mehr (?:aus|von|über|zu) (?:(?:der|die|dem|den) )?(?:{_MADE}|ressort|autor\w*)\b",
        r"(?:nächster|vorheriger|voriger) (?:artikel|beitrag)\b",
        r"(?:alle|weitere) themen\b.{0,40}$|themen zu (?:diesem|dem) (?:artikel|beitrag)\W*$",
        fragment=True,
    ),
    _habit(_LETTER, 60, r"(?:[\w-]+ ){0,3}[\w-]*newsletter\W*$|.{0,40}\b(?:digital|probe|jahres) ?abo\b", fragment=True),
    _habit(
        _LETTER,
        200,
        r"jetzt .{0,50}\b(?:für|nur|ab) \d+(?:[.,]\d\d)? (?:€|eur|euro)\b.{0,20}\b(?:testen|lesen|abonnieren)\b",
        sure=True,
    ),
    _habit(
        _LETTER,
        420,
        r"newsletter\b|(?:verpassen sie )?keine? (?:\w+ )?(?:news|nachrichten?|neuigkeiten|eilmeldung(?:en)?|artikel|beitr[aä]ge?|folgen?) (?:mehr )?(?:zu )?verpassen\b",
        r".{0,160}\bnewsletter\b[^.!?]{0,30} abonnieren\W*$|(?:vielen dank|danke|schön),? dass (?:du|sie|ihr)\b.{0,40}\b(?:liest|lesen|lest|hörst|hören|hört)\b",
        r"(?:bereits|schon) (?:abonnent|registriert|mitglied)\w*\W.{0,60}$",
        r"(?:sie haben|haben sie|du hast|hast du) (?:bereits|schon)\b.{0,40}\b(?:abo\w*|konto|registriert|zugang)\b",
        r"(?:melden sie sich|melde dich|jetzt|hier|abonnieren sie|bestellen sie|erhalten sie|holen sie sich|sie wollen|"
        r"sie möchten|möchten sie|wollen sie)\b[^.]{0,160}\b(?:newsletter|abonnement|probeabo|push nachrichten|e paper)",
        r".{0,90}\b(?:unser|den|dem|im|zum|als|per|ein|der|die)\w* (?:[\w„“\"-]+ ){0,4}\w*newsletter\b.{0,110}"
        r"(?:abonn|anmeld|bestell|\ban\b|\blesen|eintrag|registr|erhalten|kostenlos|per mail|postfach|bleiben|verpass)",
        r".{0,160}\b(?:nachrichten|wichtigste|wichtigsten|news)\b.{0,120}\b(?:postfach|per (?:e )?mail|als (?:e mail|push))",
        r"(?:jetzt|hier) (?:\w+ )?(?:gratis |kostenlos |exklusiv |unverbindlich )?(?:testen|abonnieren|bestellen|registrieren|anmelden|einloggen|sichern)\b",
        r"jetzt .{0,30}\b(?:für|ab) .{0,12}(?:euro|€|chf|franken)\b",
        r"(?:weiterlesen|mehr lesen|alles lesen|sofort lesen) mit\b",
        r"(?:mit|durch) (?:der|ihrer|meiner) (?:anmeldung|registrierung|bestellung)\b",
        r"ich (?:möchte|bin damit einverstanden|stimme zu|habe die datenschutz)\b.{0,160}(?:newsletter|datenschutz|e mail|nutzung)",
        r"(?:vielen dank|danke) für (?:ihr|dein)e? (?:interesse|anmeldung|registrierung)",
        r"(?:ihre|deine) (?:anmeldung|registrierung|bestellung) (?:war|ist|wurde|konnte)\b",
        r"sie können (?:sich|den newsletter)\b.{0,40}(?:abmelden|abbestellen)",
        r"bitte (?:geben|tragen) sie\b.{0,60}(?:e mail|passwort)|e mail adresse\W*$",
        r"unser(?:e)? (?:abo|abonnement)\w*\b.{0,60}(?::|$)|unser(?:e)? (?:angebot|empfehlung)\b.{0,60}\b(?:abo|lesen|podcast|hören)",
        r"(?:jetzt|hier)? ?(?:unterstützen|spenden)(?: sie)?\b[^?]{0,80}\b(?:uns|spende|journalismus)\b",
        r"(?:bestellen|abonnieren|registrieren|melden) sie (?:sich )?(?:hier|jetzt)\b|.{0,60}\bunser newsletter\W*$",
        r".{0,60}\babonnieren sie\b.{0,60}\b(?:newsletter|kanal|podcast)",
        r"dieser (?:artikel|text|beitrag) ist (?:nur )?für (?:abonnent|mitglieder|sie freigeschaltet)|zugang zu allen (?:artikeln|inhalten)\b|exklusiv für (?:abonnent|mitglieder|leser|plus)",
    ),
    _habit(
        _CHANNEL,
        400,
        r"folg(?:en|e|t) (?:sie )?uns\b",
        r"folg(?:en|e|t) (?:sie )?\w+(?: \w+)? (?:auf|bei|via) (?:facebook|instagram|x|twitter|whatsapp|tiktok|youtube|telegram|google news|bluesky)\b(?!.*\?\W*$)",
        r".{0,220}\b(?:whatsapp|telegram|threads|instagram|tiktok|google news|facebook|youtube|bluesky)\b.{0,90}"
        r"\b(?:kanal|kanals|channel|abonnieren|zu folgen|folgen sie)\b(?!.{120})",
        r".{0,120}\bfolg(?:en sie|e|t|st du)\b[^.!?]{0,60}\b(?:auf|bei|via) (?:facebook|instagram|x|twitter|whatsapp|tiktok|youtube|telegram|google news|bluesky|threads)\b.{0,60}$",
        r"(?:hier )?(?:geht es|geht's|geht’s|gehts) (?:direkt )?(?:zum|zu) .{0,40}\b\w*(?:kanal|channel)\b",
        r".{0,120}\b(?:unser\w*|jetzt|neue\w*)\b.{0,40}\b\w*kanal\b.{0,60}\b(?:whatsapp|telegram|instagram)\b",
        r"(?:auch )?(?:bei|auf) (?:whatsapp|telegram|instagram|tiktok|facebook)\b.{0,80}(?:folgen|abonnieren|hier)\W*$",
        r".{0,80}\b(?:auf|bei|per|via) (?:whatsapp|telegram|signal)\b.{0,40}\b(?:bekommen|erhalten|lesen|abonnieren|holen) sie\b",
    ),
    _habit(
        _BUTTONS,
        140,
        rf"(?:(?:den |diesen )?(?:artikel|beitrag|seite|text) )?(?:{_BUTTON})(?:[\s,|/•·]+(?:{_BUTTON}|{_NETWORK}))*\W*$",
        rf"(?:{_NETWORK})(?:[\s,|/•·]+(?:{_NETWORK}|{_BUTTON}))*\W*$",
        rf"(?:auf|per|bei|über|via|mit) (?:{_NETWORK})(?: (?:{_BUTTON}))?\W*$",
        r"(?:diesen )?artikel (?:zum hören\b.{0,20}|vorlesen lassen\W*)$|teilen auf (?:x|facebook|whatsapp)\W*$",
        r"(?:kurz)?link (?:kopieren|kopiert|teilen)\W*$|link wurde .{0,40}kopiert\W*$|kurzlink:",
        r"bitte beachten sie\b.{0,120}\b(?:nutzung|netiquette|nutzungsbedingungen|kommentar\w*|abo\w*)\b",
        r"(?:diesen |teile |teilen sie )+(?:artikel|beitrag|text)(?: teilen)?\W*$|weitere optionen zum teilen\W*$",
        r"zur? (?:\w+ )?(?:startseite|merkliste|übersicht|homepage)\b(?: hinzufügen)?\W*$|zum seitenanfang|nach oben(?: scrollen)?\W*$|zurück\W*$",
        r"(?:mehr|alle|weitere) (?:anzeigen|laden|lesen|infos)\W*$|schlie(?:ß|ss)en\W*$|öffnen\W*$|ausblenden\W*$|(?:zum |box )?(?:auf|zu)klappen\W*$",
        r"(?:tweet|inhalte?|karte|grafik|video|bild|bilder|bildunterschrift|kommentare?|alle|box|text|galerie|beitrag|post|posting|umfrage|quiz|menü|bildergalerie|externe inhalte) "
        r"(?:anzeigen|laden|aufklappen|zuklappen|einblenden|ausblenden|vergrößern|öffnen|schließen|starten|ansehen|verfassen|abgeben|erlauben|zulassen)\W*$",
        r"(?:die )?wiedergabe .{0,40}$|(?:video )?abspielen\W*$|pause\W*$|play\W*$|audio\W*$|video\W*$|embed\W*$",
        r"\d+ (?:kommentare?|postings?|reaktionen|leserbriefe)(?: lesen)?\W*$|(?:kommentare?|diskussion|forum)(?: lesen)?(?: \(?\d+\)?)?\W*$|(?:zu den|alle|jetzt) kommentare?\w*\W*$",
        r"sortieren nach\b|(?:kommentar|leserbrief) schreiben\W*$|diskutieren sie mit\b|schreiben sie (?:den ersten|einen) kommentar\b|jetzt mitdiskutieren\W*$",
        r"was (?:meinen|denken) sie\b.{0,60}\b(?:diskutieren|stimmen|schreiben|kommentar)|(?:ihre|deine) meinung (?:ist gefragt|zählt|interessiert)|bitte melden sie sich an\b|die (?:kommentarfunktion|debatte|diskussion) (?:ist|wurde|steht) (?:\w+ )?(?:geschlossen|beendet|zur verfügung)\W*$",
        r"(?:geschätzte )?(?:lese|hör)?(?:zeit|dauer)\W*(?:ca\.? )?\d.{0,25}$|\d+ min(?:uten|ute|\.)?(?: (?:lese|hör)?(?:zeit|dauer))?\W*$",
        r"(?:diesen |den )?(?:artikel|beitrag|text) (?:jetzt )?(?:an)?hören\b.{0,40}$|\d+:\d\d(?:\s*[/|]?\s*\d+:\d\d)?(?: min\w*\.?)?\W*$",
        r"in (?:app|pocket) speichern|als favorit|(?:als|zur) bevorzugte\w* quelle\b|bei google\b.{0,40}(?:hinzufügen|bevorzug)|später lesen\W*$|druckansicht\W*$",
        r"(?:dieser|der) (?:artikel|text|beitrag) (?:wurde|wird) (?:ihnen |gerade |dir )?(?:gemerkt|gespeichert|vorgelesen)",
        r"(?:gefällt|gefiel) (?:ihnen|dir) (?:der|dieser) (?:artikel|text|beitrag)|zum (?:original)?(?:artikel|beitrag)\W*$|auch auf \S+\.(?:de|ch|at|com)\W*$|icon:",
        r"haben sie (?:fragen|hinweise|anregungen|feedback|kritik|anmerkungen)\b.{0,80}\b(?:artikel|schreiben sie|redaktion)\b|"
        r"(?:rückmeldung|feedback|mail|nachricht) an (?:den autor|die autorin|die redaktion|uns)\b",
        r"war dieser artikel (?:hilfreich|interessant)|wie hat ihnen (?:der|dieser) artikel|haben sie (?:einen )?fehler (?:entdeckt|gefunden)|fehler (?:gefunden|melden|entdeckt)\b",
        r"(?:bild )?\d+ ?/ ?\d+\W*$|bild \d+ (?:von|/) ?\d+\b|bild \d+/\d+:",
        r"(?:zum|direkt zum|zur) (?:inhalt|hauptinhalt|navigation|hauptnavigation|suche)(?: springen)?\W*$|(?:haupt)?navigation\W*$|(?:seiten )?menü\W*$|suche\W*$|"
        r"(?:anmelden|einloggen|login|logout|registrieren|startseite|merkliste|mein konto|e paper|abo|abonnement|abo kündigen|verträge kündigen)\W*$",
        r"(?:impressum|datenschutz(?:erklärung)?(?: des anbieters)?|agb|nutzungsbedingungen|barrierefreiheit|mediadaten|leichte sprache|gebärdensprache|jugendschutz|"
        r"kontakt|cookie einstellungen|privatsphäre|alle akzeptieren|nur notwendige|einstellungen)\W*$",
    ),
    _habit(
        _BUTTONS,
        60,
        r".{2,50} (?:öffnen|anzeigen|laden|aktivieren|abonnieren|testen|kommentieren|verschenken|erwerben|senden|überspringen|reinhören|ansehen|"
        r"herunterladen|weiterlesen|registrieren|einloggen|folgen|hinzufügen|erfahren|schreiben)\W*$",
        r"(?:einverstanden|ablehnen|akzeptieren|verstanden|bestätigen|folge (?:uns|mir)|melden|antworten|zum kommentar|ressorts|services|advertising|"
        r"feedback|weiter|abbrechen|mehr infos|mehr dazu)\W*$",
        r".{0,60}\bjederzeit (?:kündbar|widerrufbar)\W*$|.{0,30}\bkostenlos(?: \w+)?\W*$|folgen (?:auf|sie|uns)\W*$",
        fragment=True,
    ),
    _habit(
        _EMBEDDED,
        800,
        r"hier finden sie (?:weitere )?inhalte\b.{0,60}$|wir würden (?:ihnen|dir) hier gerne\b.{0,160}$",
        r"empfohlener (?:redaktioneller|externer) inhalt|externer? inhalte?\W*(?:$|von (?:x|tiktok|youtube|instagram|facebook|twitter)\b)",
        r"an dieser stelle (?:finden|befindet|steht|ist|sehen|wird|hat|haben|würde)\b.{0,160}(?:inhalt|artikel|redaktion|extern|grafik|video|embed|post|tweet|drittanbieter)",
        r"(?:dies(?:er|es|e|en)|der|ein|das|die|den) (?:externe[rn]? )?(?:inhalt|video|beitrag|tweet|embed|post|element|datawrapper|grafik|karte)\b"
        r".{0,160}(?:zustimm|einwillig|datenschutz|cookies|javascript|geladen|nicht (?:mehr )?verfügbar|angezeigt|drittanbieter|externe)",
        r"wir (?:verwenden|nutzen) (?:den dienst|den anbieter|cookies)\b|die inhalte\b.{0,80}\bdrittanbieter|dieser inhalt (?:stammt von|wurde von unserer redaktion|ergänzt)\b",
        r".{0,260}(?:bin damit einverstanden|personenbezogene daten an dritt|datenschutzerklärung|externe inhalte (?:angezeigt|anzeigen)|"
        r"inhalte? von drittanbietern|datenschutzeinstellungen)(?!.{260})",
        r"(?=.*\bcookies?\b)(?=.*\b(?:partner|einwilligung|einstellungen|anbieter|zustimm\w+|seite)\b)(?=.*\b(?:wir|unsere\w*|ihre|sie)\b)",
        r"(?:zum|zur|um diesen|um dieses) ?(?:laden|anzeigen?|inhalt)\b.{0,120}(?:einwilligung|zustimmung|klick|cookies)",
        r"mit (?:ihrer|deiner|eurer) (?:zustimmung|einwilligung)\b.{0,80}\b(?:geladen|angezeigt|inhalte?n?)\b",
        r"(?:sie|du) (?:benutzen|verwenden|nutzen|benutzt|verwendest|nutzt) (?:leider )?(?:einen|eine) (?:sehr )?(?:veraltet|alt|ältere|nicht unterstützt)\w* (?:browser|version)",
        r"(?:wir benötigen|bitte (?:aktivieren|erlauben|stimmen sie|akzeptieren))\b.{0,160}(?:einwilligung|zustimmung|javascript|cookies|\bzu\b)",
        r"to view this (?:video|content)\b.{0,140}$|um (?:eingebettete|externe) inhalte anzuzeigen\b",
        r"(?:ihr|dein) browser (?:unterstützt|kann|ist|akzeptiert|hat|lässt|blockiert)\b|bitte aktivieren sie javascript|javascript (?:ist|wird|muss)\b|"
        r"(?:cookies|inhalte?) (?:akzeptieren|zulassen|aktivieren|anzeigen|laden)\W*$",
    ),
    _habit(
        _EMBEDDED,
        160,
        r"ich bin damit einverstanden, dass mir\b|die wiedergabe wurde\b.{0,40}$",
        r"(?:dieser|dieses|der|das) (?:externe |eingebettete )?(?:inhalt|video|audio|element)\b[^,]{0,80}(?:nicht (?:mehr )?verfügbar|(?:angezeigt|geladen) werden|nicht (?:angezeigt|geladen|abgespielt))\W*$",
        sure=True,
    ),
    _habit(
        "copyright line",
        300,
        r"original content von\s*:.{0,160}$|übermittelt durch news aktuell\W*$",
        r"alle rechte vorbehalten\W*(?:$|[.©])|copyright\W*(?:$|\d|©|by\b|:|(?-i:[A-ZÄÖÜ]\w+ )).{0,80}$|dpa (?:infocom|afx).{0,60}$|.{0,40}dpa:\d{6}\b.{0,50}$",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|meldung|interview) (?:ist|erschien|wurde|stammt|entstand)\b.{0,40}"
        r"(?:eine übersetzung|zuerst|erstmals|ursprünglich|original|aus der|aus dem)\b.{0,220}$",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|meldung|zusammenfassung|übersetzung)\b.{0,120}\b(?:mit (?:hilfe|unterstützung) (?:von |einer )?(?:ki|künstlicher|maschin)|"
        r"maschinell|automatisiert|ki gestützt|künstlicher intelligenz)\b.{0,220}$",
    ),
    _habit("copyright line", 200, r"dies(?:er|e|es) (?:text|artikel|beitrag) ist unter der lizenz\b|©.{0,80}\brechte vorbehalten", sure=True),
    _habit(
        "note on the article",
        300,
        r"(?:hinweis: )?dies(?:er|e|es) (?:artikel|text|beitrag|meldung|interview)\b.{0,140}(?:print ausgabe|ausgabe vom|\bzeitung\b|magazin\b|(?:mit|durch|von) (?:hilfe|unterstützung)? ?(?:von )?ki\b|"
        r"künstlicher intelligenz|maschinell|automatisiert|gesendet\W*$|ausgestrahlt\W*$|kooperation mit|verfasst von)",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|meldung|interview) (?:erschien|wurde|ist|lief)\b.{0,40}\b(?:am|im) .{0,60}\b(?:gesendet|ausgestrahlt|erschienen|veröffentlicht|20\d\d)\b.{0,60}$",
        r"(?:hinweis|anmerkung|korrektur|richtigstellung|transparenz(?:hinweis)?|disclaimer)(?: der redaktion)?\s*:.{0,300}\b(?:version|fassung|redaktion|autor\w*|korrigiert|artikel|"
        r"dieser text|beitrag|ki|einladung|interessenkonflikt)\b",
        r"diese (?:audioversion|audiofassung|stimme|zusammenfassung)\b.{0,100}$|(?:erstmals |zuerst )?(?:erschienen|veröffentlicht) (?:in|im|auf)\b[^.]{0,60}(?:ausgabe|heft)\b.{0,40}$",
        r"(?:dieser (?:text|artikel|beitrag)|der (?:text|artikel)|diese meldung) (?:ist|wurde|wird)\b.{0,40}\b(?:aktualisiert|ergänzt|überarbeitet)\W*$",
        r"das original zu diesem (?:beitrag|artikel|text)\b.{0,160}\b(?:stammt|erschien)\b.{0,60}$",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|interview) wurde aus dem \w+ (?:übersetzt|übertragen)\W*(?:$|\. ?das original\b)",
        r"(?:wichtiger )?(?:hinweis: )?dies(?:er|e|es) (?:artikel|text|beitrag)\b.{0,120}\b(?:selbst ?diagnose|arztbesuch|ärztlichen? (?:rat|beratung|diagnose))\b",
        r"(?:der|dieser) (?:text|artikel|beitrag) wurde\b.{0,60}\b(?:ki|maschinell|automatisch)\b.{0,40}$",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|meldung|analyse)\b.{0,60}\b(?:informationszwecken|anlage(?:empfehlung|beratung))\b.{0,160}$",
        r"(?:hinweis|anmerkung|korrektur) (?:der redaktion|im sinne)\b|in einer (?:früheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des|hieß|stand|war|hatten|haben)\b",
        r"(?:der|die) (?:reise|recherche|teilnahme) (?:erfolgte|fand|wurde)\b.{0,60}\beinladung\b.{0,80}$",
        sure=True,
    ),
    _habit(
        "credits",
        200,
        r"(?:dieses thema im programm|über dieses thema berichte\w*|darüber berichte\w*)\b.{0,160}$",
        r".{0,260}\babgerufen am:? \d",
        sure=True,
    ),
    _habit(
        "credits",
        200,
        r"(?:redaktion|sendung|moderation|kamera|schnitt|produktion|regie|onlinefassung|zitiervorschlag|redaktionelle (?:mitarbeit|bearbeitung)|"
        r"mitarbeit|mit material von|quellen?|übersetzung|übersetzt von|protokoll|aufgezeichnet)\b(?:\s*:|\W*$| .{0,90}(?:radio|fernsehen|sendung|uhr|programm|20\d\d))",
        r"(?:unsere |die )?quellen\W*$|(?:redaktionell )?verantwortlich\b.{0,20}:|(?:autor(?:in)?|fotos?|bilder|text)(?: \(\d+\))?(?: von|\s*:)(?-i:(?: (?:[A-ZÄÖÜ][\w.’'-]*,?|von|van|de|und)){2,5})\W*$",
        r"mit (?:agenturmaterial|material|agenturen|informationen|inhalten)?(?: (?:von|der) )?\W*(?:dpa|afp|apa|reuters|agenturen)(?: material)?\W*$",
        r"\([a-zäöü]{2,4}(?:[/,] ?[a-zäöü]{2,5})*\)\W*$|\(ende\)",
        r"(?-i:[A-ZÄÖÜ]{2,8}(?: [A-ZÄÖÜ]{2,14})?) ?\([^()]{2,60}\)(?:\W*$|/)",
        r"aus (?:der ausgabe|dem heft|heft)\b[^.]{0,40}\d",
        r"in (?:kooperation|zusammenarbeit) mit\b[^,.]{0,60}$",
        r"aus dem (?:englischen|französischen|russischen|spanischen|italienischen|amerikanischen) (?:übersetzt )?von\b.{0,160}$",
        r"e mails? an (?:den autor|die autorin|die redaktion|\S+@)|(?:mail|e mail|kontakt) (?:an (?:den autor|die autorin|die redaktion)|zum autor)?\W*\S+@\S+\W*$|\S+@\S+\.\w+\W*$",
    ),
    _habit(
        "author box",
        600,
        r"(?:zum autor|zur autorin|zu den autor\w+|über (?:den autor|die autorin|die autor[:*_]?\w+))(?:\W*$|\s*[:|])",
        r"(?:der autor|die autorin|unser autor|unsere autorin)(?:\W*$|\s*:(?-i:(?: (?:Dr\.|Prof\.|von|[A-ZÄÖÜ][\w’'-]+)){2,4}))",
        r"(?:der autor|die autorin|unser autor|unsere autorin) (?:ist|arbeitet|schreibt|lebt|lehrt|leitet|forscht)\b.{0,160}\b(?:\w*redakteur|\w*journalist|\w*korrespondent|"
        r"\w*reporter|\w*professor|dozent|volontär|kolumnist|publizist|fellow|freie[rn]?|ressort\w*|mitglied der (?:redaktion|chefredaktion))(?:in)?\b",
        sure=True,
    ),
    _habit(
        "time stamp",
        160,
        rf"(?:stand(?: der informationen)?|erstellt|erstmals|erstpublikation|(?:erst)?veröffentlicht|(?:zuletzt |letztmals )?(?:aktualisiert|geändert|bearbeitet)|letzte[sr]? "
        rf"(?:aktualisierung|änderung|update)|update|publiziert|erschienen|datum|online seit)(?: am| vom| um)?\s*:?\s*(?=.*\d|heute|gestern){_WHEN}$",
        rf"(?=.*\d{{4}})(?=.*(?:lesezeit|lesedauer|\bmin\b)){_WHEN}$",
        r"(?=.*\d{1,2}\.\d{1,2}\.\d{2,4})(?=.*:)[\d\s.,:|/–-]+(?:uhr)?\W*$",
        r"[^.!?]{3,60}, \d{1,2}\.\d{1,2}\.\d{2,4},? \d{1,2}[:.]\d{2} uhr;[\w/;.,\s]{2,40}$",
        r"vor \d+ (?:minuten?|stunden?|tagen?|monaten?|jahren?)\W*$|\d{1,2}[.:]\d{2}(?: uhr)?\W*$|(?:heute|gestern),? (?:um )?\d{1,2}[.:]\d{2}(?: uhr)?\W*$",
        rf"\d{{1,2}}\. ?(?:\d{{1,2}}\.|(?:{MONTH})\b\.?) ?\d{{4}}\W+(?:um )?\d{{1,2}}[:.]\d{{2}}(?: uhr)?\W*$",
        sure=True,
    ),
    _habit(
        "picture caption",
        500,
        r"(?:symbol|archiv|agentur)(?:bild|foto)\b.{0,100}$",
        r"(?:zur )?(?:bildergalerie|fotostrecke|foto ?galerie|bilderstrecke|galerie)\b.{0,100}$|.{0,80}\(\d+ (?:bilder|fotos)\)\W*$",
        r"(?:©|\(c\))\s?.{1,120}$",
        r"(?:bildunterschrift|bildtext|bildrechte|legende|(?:beitrags|titel|aufmacher|vorschau)bild)\s*:",
        r"[^!?]{12,200}\((?:archiv|symbol)(?:bild|foto)?\)\W*$",
    ),
    _habit(
        "picture caption",
        200,
        rf"[^.!?]{{20,160}}, (?:am )?\d{{1,2}}\. (?:{MONTH}) \d{{4}}\W*$",
        r"(?:keystone|imago(?: images)?|picture alliance|getty(?: images)?|reuters|afp|apa|dpa|epa|zvg|shutterstock|istock|unsplash|adobe stock)(?:\s*[/|].{1,60}|-sda)?\W*$",
        fragment=True,
    ),
    _habit("box beside the article", 40, r"(?:info ?(?:box|kasten)|fakten ?(?:box|kasten)|steckbrief|fact ?box)\W*$", sure=True),
)  # fmt: skip
