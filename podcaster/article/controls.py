"""How the controls of newspaper pages are worded, and what stands in the place of content that is not shown.

The patterns of a habit are alternatives, looked for at the start of the text, after punctuation; in them, a space
also stands for a hyphen.
"""

from __future__ import annotations

import re

from podcaster.article.form import BUTTONS, EMBEDDED, habit

_NETWORK = (
    "facebook|twitter|whatsapp|linkedin|xing|telegram|e mail|mail|flipboard|pinterest|x|x\\.com|bluesky|threads|"
    "pocket|reddit|instagram|mastodon|link kopieren|link"
)
_BUTTON = (
    "teilen|drucken|merken|gemerkt|speichern|versenden|kommentieren|anhören|vorlesen|hören|verschenken|kopieren|"
    "folgen|gefolgt|zusammenfassen|weiterlesen|feedback|empfehlen|druckansicht|pdf|in pocket speichern|später lesen|"
    "vergrößern|bookmark|merkliste|tweet|tweeten|twittern|mailen|mitreden|verlinken|zitieren|senden"
)


#: Several buttons in a line, as no subheading has.
BUTTON_ROW = re.compile(
    rf"(?:{_BUTTON}|{_NETWORK})(?:[\s,|/•·]+(?:{_BUTTON}|{_NETWORK}))+\W*\Z".replace(" ", "[ -]"),
    re.IGNORECASE,
)

CONTROLS = (
    habit(
        BUTTONS,
        140,
        rf"(?:(?:den |diesen )?(?:artikel|beitrag|seite|text) )?(?:{_BUTTON})(?:[\s,|/•·]+(?:{_BUTTON}|{_NETWORK}))*\W*$",
        rf"(?:{_NETWORK})(?:[\s,|/•·]+(?:{_NETWORK}|{_BUTTON}))*\W*$",
        rf"(?:auf|per|bei|über|via|mit) (?:{_NETWORK})(?: (?:{_BUTTON}))?\W*$",
        r"(?:diesen )?artikel (?:zum hören\b.{0,20}|vorlesen lassen\W*)$|teilen auf (?:x|facebook|whatsapp)\W*$",
        r"(?:kurz)?link (?:kopieren|kopiert|teilen)\W*$|link wurde .{0,40}kopiert\W*$|kurzlink:",
        r"(?:jetzt |artikel |beitrag )?teilen\s*:\W*$|(?:artikel|beitrag) (?:als|per|via) (?:e )?mail\b.{0,20}$|schriftgröße\b.{0,20}$|(?:bookmark|lesezeichen)(?: setzen)?\W*$",
        r"(?:audio|video|podcast|play)\W*\d+:\d\d\b.{0,40}$|.{3,90}\(\d+ min\w*\.?\)\W*$|\d+:\d\d (?:anhören|abspielen)\W*$|(?:lesen|hören)(?:\W+(?:lesen|hören))+\W*$",
        r"(?:weiter|zurück) zu[rm] .{3,30}$|zu[rm] .{3,40} wechseln\W*$|.{2,30} wird geladen\W*$|feedback geben\W*$|(?:\d+ )?(?:kommentare?|beiträge) lesen\b.{0,20}$",
        r"diese seite (?:drucken|empfehlen|teilen|per|als|weiterempfehlen)\b.{0,60}$|(?:empfiehl|empfehlen sie) (?:dies|uns|diese|diesen)\b.{0,50}$|weiterempfehlen(?: drucken)?\W*$",
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
        r"in (?:app|pocket) speichern|als favorit|.{0,30}\b(?:als|zur) bevorzugte\w* quelle\b|bei google\b.{0,40}(?:hinzufügen|bevorzug)|später lesen\W*$|druckansicht\W*$",
        r"(?:dieser|der) (?:artikel|text|beitrag) (?:wurde|wird) (?:ihnen |gerade |dir )?(?:gemerkt|gespeichert|vorgelesen)",
        r"(?:gefällt|gefiel) (?:ihnen|dir) (?:der|dieser) (?:artikel|text|beitrag)|zum (?:original)?(?:artikel|beitrag)\W*$|auch auf \S+\.(?:de|ch|at|com)\W*$|icon:",
        r"haben sie (?:fragen|hinweise|anregungen|feedback|kritik|anmerkungen)\b.{0,80}\b(?:artikel|schreiben sie|redaktion)\b|"
        r"(?:rückmeldung|feedback|mail|nachricht) an (?:den autor|die autorin|die redaktion|uns)\b",
        r"(?:war|ist|fanden sie) dies\w+ (?:artikel|beitrag|text) (?:hilfreich|interessant|nützlich)|wie hat ihnen (?:der|dieser) artikel|haben sie (?:einen )?fehler (?:entdeckt|gefunden)|fehler (?:gefunden|melden|entdeckt)\b",
        r"(?:https?://\S+|www\.\S+|[\w-]+\.(?:de|at|ch|com|net|org|info))\W*$",
        r"(?:bild )?\d+ ?/ ?\d+\W*$|(?:bild|foto|seite|slide) \d+ (?:von|/) ?\d+\b|bild \d+/\d+:",
        r"(?:zum|direkt zum|zur) (?:inhalt|hauptinhalt|navigation|hauptnavigation|suche)(?: springen)?\W*$|(?:haupt)?navigation\W*$|(?:seiten )?menü\W*$|suche\W*$|"
        r"(?:anmelden|einloggen|login|logout|registrieren|startseite|merkliste|mein konto|e paper|abo|abonnement|abo kündigen|verträge kündigen)\W*$",
        r"(?:impressum|datenschutz(?:erklärung)?(?: des anbieters)?|agb|nutzungsbedingungen|barrierefreiheit|mediadaten|leichte sprache|gebärdensprache|jugendschutz|"
        r"kontakt|cookie einstellungen|privatsphäre|alle akzeptieren|nur notwendige|einstellungen)\W*$",
    ),
    habit(
        BUTTONS,
        200,
        r"(?:teile|teilen sie|empfehle|empfiehl|empfehlen sie) (?:dies|diesen|diese|den|die|das)\b.{0,40}(?:artikel|beitrag|text|seite|freund\w*|weiter)\W*$",
        r"(?:diese (?:web)?seite|diesen (?:artikel|beitrag)) (?:per (?:e )?mail )?(?:drucken|verschicken|versenden|empfehlen)\b.{0,60}$",
        r"(?:zustimmung|lob|kritik|anregungen?|fragen|anmerkungen?)\b[^.!?]{0,40}\?.{0,140}\b(?:kommentar\w*|diskussion\w*|schreiben|facebook|mail)\b",
        sure=True,
    ),
    habit(
        BUTTONS,
        60,
        r".{2,50} (?:öffnen|anzeigen|laden|aktivieren|abonnieren|testen|kommentieren|verschenken|erlauben|zulassen|ausblenden|einblenden|bestellen|entdecken|vergleichen|erwerben|senden|überspringen|reinhören|ansehen|"
        r"herunterladen|weiterlesen|registrieren|einloggen|folgen|hinzufügen|erfahren|schreiben)\W*$",
        r"(?:einverstanden|ablehnen|akzeptieren|verstanden|bestätigen|folge (?:uns|mir)|melden|antworten|zum kommentar|ressorts|services|advertising|"
        r"feedback|weiter|abbrechen|mehr infos|mehr dazu)\W*$",
        r".{0,60}\bjederzeit (?:kündbar|widerrufbar)\W*$|.{0,30}\bkostenlos(?: \w+)?\W*$|folgen (?:auf|sie|uns)\W*$",
        fragment=True,
    ),
    habit(
        EMBEDDED,
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
        r"(?:mit|durch) (?:einem |ihrem |deinem |dem |den )?klick(?:en)? auf\b.{0,160}\b(?:stimm|willig|akzept|daten\b)",
        r"zum schutz (?:ihrer|deiner) (?:daten|privatsphäre)\b",
        r"(?:ihr|dein) (?:browser|gerät|player) (?:unterstützt|kann|ist|akzeptiert|hat|lässt|blockiert)\b|bitte aktivieren sie javascript|javascript (?:ist|wird|muss)\b|"
        r"(?:cookies|inhalte?) (?:akzeptieren|zulassen|aktivieren|anzeigen|laden)\W*$",
    ),
    habit(
        EMBEDDED,
        160,
        r"ich bin damit einverstanden, dass mir\b|die wiedergabe wurde\b.{0,40}$",
        r"(?:wir|die redaktion|uns) (?:(?:sind|finden sie|gibt es) )?(?:jetzt )?(?:auch )?auf (?:tiktok|instagram|facebook|threads|bluesky|whatsapp|youtube|mastodon|x)\b.{0,40}$",
        r"dieser browser\b.{0,60}\bnicht\b.{0,40}$|(?:ausführliche |weitere )?(?:hinweise|informationen|infos) zu[mr]? (?:datenschutz|widerruf|versand\w*|abmeldung)\b.{0,160}$",
        r"an dieser stelle (?:finden|befindet|steht|ist|sehen)\b.{0,60}\bextern\w*\b.{0,60}$|möchten sie\b.{0,60}\b(?:laden|anzeigen|ansehen|aktivieren)\?\W*$",
        r"sieh dir diesen beitrag\b.{0,40}$|beitrag auf (?:instagram|facebook|x|tiktok|threads) ansehen\W*$|ein beitrag geteilt von\b|view this post on\b",
        r"(?:sie können|du kannst) (?:ihre|deine|diese) (?:einwilligung|zustimmung|auswahl)\b.{0,60}\b(?:widerr|änder)\w*\W*$",
        r"dies\w+ (?:grafik|karte|video|inhalt|element|galerie)\b[^,]{0,80}\bnicht (?:darstellbar|dargestellt|abspielbar)\W*$|(?:das|dieses) video konnte nicht\b.{0,40}$",
        r"(?:dieser|dieses|der|das) (?:externe |eingebettete )?(?:inhalt|video|audio|element)\b[^,]{0,80}(?:nicht (?:mehr )?verfügbar|(?:angezeigt|geladen) werden|nicht (?:angezeigt|geladen|abgespielt))\W*$",
        sure=True,
    ),
)  # fmt: skip
