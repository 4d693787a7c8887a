"""How what is not the article is worded on newspaper pages: pointers, newsletters, notes, credits, buttons.

Every pattern is a habit of German papers in general; none is for one site. The patterns of a habit are alternatives,
looked for at the start of the text, after punctuation; in them, a space also stands for a hyphen.
"""

from __future__ import annotations

from podcaster.article.controls import CONTROLS
from podcaster.article.dates import MONTH
from podcaster.article.form import CHANNEL, LETTER, MADE, PAGE, POINTER, habit

#: Nothing but words and numbers of dates and clocks, and who has written.
_WHEN = (
    rf"(?:\W|\d|\b(?:{MONTH}|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|uhr|h|um|am|vom|den|"
    r"heute|gestern|vor|minuten?|stunden?|std|min|tag(?:en)?|mez|mesz|zuletzt|letztes|update|aktualisiert|veröffentlicht|online|print|lesezeit|"
    r"lesedauer|t|z)\b|(?-i:\bvon(?: [A-ZÄÖÜ][\w.-]+){1,4}))*"
)


#: In order: the first that fits gives the reason.
HABITS = (
    habit(
        "advertisement",
        160,
        r"(?:anzeigen?|werbung|advertisement|advertorial|sponsored(?: content| post)?|verlagsangebot|ende der anzeige|zum angebot|jetzt kaufen|"
        r"bezahlter inhalt|anzeige schließen)\W*$",
        r"(?:anzeige|werbung)\W+(?:scrollen|weiter|ausblenden|überspringen|bitte)\b.{0,40}$|.{2,70}\((?:m/w/d|w/m/d|d/m/w|m/w/x|gn)\).{0,30}$",
        r"(?:ab |nur |uvp:? )?\d[\d.,]* ?(?:€|eur|euro|chf)\W*$|.{0,60}\b(?:inkl\.? mwst|zzgl\.? versand)",
        r"(?:hinweis: )?dieser (?:podcast|artikel|beitrag) enthält werbung\b",
        r".{0,60}\blinks?\b.{0,50}\b(?:werbe|provisions?|affiliate|partner) ?links?\b|(?:für|bei) links auf dieser seite\b",
        r"(?:(?:der |dieser )?(?:artikel|beitrag|text) )?(?:wird|geht) (?:nach (?:der|dieser) (?:werbung|anzeige)|unten) (?:fortgesetzt|weiter)\W*$",
        r"(?:weiter(?:lesen)? )?nach (?:der |dieser )?(?:anzeige|werbung)(?: weiterlesen)?\W*$",
        sure=True,
    ),
    habit(
        "advertisement",
        500,
        r"(?:hinweis: )?(?:dieser (?:artikel|beitrag|text) enthält|bei (?:den|einem|einigen)|(?:die|der|alle) mit|"
        r"über diese)\b.{0,160}(?:affiliate|provision|partner ?links?)",
        r"wir (?:erhalten|verdienen)\b(?=.*(?:link|käufe?|kauf|bestell|partner)).{0,160}(?:affiliate|provision)",
        r".{0,120}\b(?:kauf|einkauf|bestell|erw[ie]rb)\w*\b.{0,60}\b\w*links?\b.{0,100}(?:provision|vergütung|kommission)",
        r"affiliate ?links?\b.{0,60}$|(?:die |alle )?(?:mit .{3,40} )?(?:gekennzeichnete|markierte)n? (?:\w+ )?links\b.{0,60}\b(?:affiliate|partner|provision|werbe)",
    ),
    habit(
        "appeal for support",
        700,
        r"(?:du möchtest|sie möchten|möchten sie|wollen sie) mehr (?:\w+ ){0,3}(?:berichterstattung|journalismus)\b",
        r"unterstützen? .{0,30}\bunsere arbeit\b|jetzt spenden\W*$",
        r"unsere arbeit (?:bei \S+ )?(?:wird|ist|lebt)\b.{0,120}spenden",
        r"(?:wenn )?(?:hat )?(?:ihnen|dir) (?:dieser|der) (?:artikel|text|beitrag) gefallen\b|.{0,300}\bunterstützen sie uns\W*$",
        r"(?=.*\b(?:spende\w*|spendenfinanziert|unterstütz\w+|genossenschaft\w*|freiwillig\w*)\b)(?=.*\b(?:uns|unser\w*|wir)\b)"
        r"(?=.*(?:journalis|berichterstatt|\bberichten\b|redaktion|\bartikel\b|\bleser|recherch))",
    ),
    habit(
        POINTER,
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
        rf"(?=.*\b(?:{MADE})\b).{{0,160}}\b(?:finden|sehen|erfahren|findet|gibt) (?:sie|ihr|du|es)\b.{{0,40}}\b(?:hier|in unserem|in unserer|unter)\b.{{0,60}}$",
        rf"hier (?:finden|sehen|erfahren|lesen|hören) (?:sie|ihr|du)\b.{{0,80}}\b(?:{MADE})\b.{{0,60}}$",
        r"weitere[ns]? (?:artikel|infos|informationen|meldungen|nachrichten|themen|texte|beiträge|links?|videos?)\b"
        r"(?:\W*$|[^.!?]{0,80}(?::|hier\b|finden sie))",
        r"(?:siehe|sehen sie|vgl\.?) (?:auch|dazu)\b(?![^:]*\?\W*$)",
        r"(?:passend )?zum thema\s*(?::|$)",
        r"(?:hier )?zu[mr]? (?:video|podcast|bildergalerie|fotostrecke|liveblog|newsblog|live ?ticker|interview|kommentar|dossier)s?\s*:\s*\w[^.]*$",
        r"weiterführende (?:links|informationen|artikel)",
        rf"(?:den|das) (?:kompletten?|ganzen?|vollständigen?|gesamten?) (?:{MADE}) (?:lesen|finden|hören|sehen) (?:sie|ihr)\b",
        r"weiterlesen\W*$|.{20,300}[.!?…] ?(?:mehr|weiterlesen)\W*$",
        r"(?:jetzt|hier) (?:weiterlesen|mehr lesen|lesen|nachlesen)\b",
        rf"(?:hier |und hier )?(?:geht es|geht's|geht’s|gehts) (?:direkt )?(?:zum|zur|zu)\b.{{0,40}}\b(?:{MADE}|anmeldung|startseite|podcasts?)\b",
        r"(?:verwandte|ähnliche|empfohlene|passende|meistgelesene|neueste|aktuelle|beliebte|weitere) (?:artikel|themen|beiträge|nachrichten)\W*$",
        r"(?:redaktionelle )?empfehlung(?:en)? (?:der redaktion|für sie|aus)",
        r"(?:themen in diesem artikel|themen des artikels|links zum thema)\b",
        rf"{PAGE} (?:ist (?:ein )?(?:teil|bestandteil)|gehört zu|erscheint im rahmen|entstand im rahmen)\b.{{0,200}}\b(?:serie|reihe|\w*schwerpunkt\w*|\w*projekt\w*|\w*heft\w*|dossier\w*|folgen)\b",
        r"externer link\W*$|dieser link führt (?:auf|zu) (?:eine|externe|seiten?)\b|in eigener sache:|.{0,40}\brechte an diesem (?:artikel|beitrag)\b.{0,30}$",
        r"(?:dazu mehr|mehr dazu) (?:im|in|hier|auf)\b.{0,80}$|aus dem archiv\s*:|(?:episode|folge) \d+\s*:|(?:fotos|bilder)\s*: \w(?!.*\d{4}).{12,80}$",
        r"jetzt live\b.{0,80}$|(?:live ?blog|news ?blog|live ?ticker) (?:zu|zum|zur|über|vom)\b.{0,60}$|(?:anzeigen|stellen|immobilien|auto)markt\b.{0,40}$|(?:empfohlen|nicht verpassen)\W*$",
        r"ihre (?:stimme|meinung) (?:zählt|ist gefragt)\b.{0,80}$|mitmachen und gewinnen\b.{0,80}$|(?:.{0,20} )?\d(?:[.,]\d+)? (?:von|bei) \d+ (?:sternen?|bewertungen)\W*$",
        r"(?:dazu )?passend(?: dazu| zum thema)?\s*:|zum (?:weiterlesen|nachlesen|nachhören)\s*:|die redaktion empfiehlt\b|mehr \w+(?:kommentare|beiträge|texte)\W*$",
        r"(?:den |das )?(?:vollständige|komplette|ganze|gesamte)s?n? (?:artikel|beitrag|text|bericht|interview)\b.{0,30}\b(?:lesen|finden|hören) sie\b",
        r"(?:teil|folge) \d+ (?:unserer|der|einer) (?:\w+ )?(?:serie|reihe|kolumne)\b.{0,60}$",
        r"(?:inhaltsverzeichnis|(?:in diesem|der) (?:artikel|beitrag|text) (?:im überblick)?|auf dieser seite|das erwartet sie)\W*$",
        r"(?:nächste|vorherige|erste|letzte) seite\W*$|(?:artikel )?auf (?:einer|mehreren) seiten? lesen|seite \d+ (?:von|/) \d+\W*$|weiter auf seite \d",
    ),
    habit(
        POINTER,
        120,
        rf"(?:hier |und hier )?(?:geht es|geht's|geht’s|gehts) (?:direkt )?(?:zum|zur|zu)\b.{{0,30}}\b\w*(?:{MADE}|kanal|channel|anmeldung)\b(?! der\b)[^,.]{{0,80}}\W*$",
        r"(?:alle|mehr|weitere) (?:infos?|informationen|nachrichten|details) (?:dazu )?(?:gibt es |gibt's )?(?:im|in unserem|per) (?:\w+ ){0,2}newsletter\W*$",
        sure=True,
    ),
    habit(
        POINTER,
        160,
        r"(?:meistgelesen|meistgesehen|meistkommentiert|neueste|top|meistgelesene)(?: (?:artikel|themen|news|videos))?\W*$",
        r"(?:meistgelesen|beliebt|neu|aktuell|empfohlen) (?:auf|bei|im|in) .{2,40}$|was andere (?:\w+ )?(?:leser|nutzer|user)\w*\b.{0,40}$",
        r"(?:schlagzeilen|top themen|aktuelle meldungen|quiz\s*: .*|umfrage\s*: .*\?)\W*$|(?:ressort|rubrik|kategorien?|artikel id)\s*: .{0,60}$",
        r"(?:themen|schlagworte|schlagwörter|stichworte|tags?)(?:\s*:|\W*$)|inhalt\W*$",
        r"(?:(?:mehr )?(?:hintergründe|hintergrund|interview|kommentar|analyse|liveblog|newsblog|podcast|video|lesen sie))\s*:\s*[^.]{10,110}$",
        r"(?:im )?video\s*:",
        r"(?:weiterlesen|weiterhören|hören|anhören|ansehen|lest auch)\s*: .{5,120}$|infos zum podcast\W*$|zum (?:archiv|shop|video|podcast|forum|test)\W*$",
        rf"(?:alle|weitere|mehr|neue|sämtliche) (?:{MADE})\b(?: (?:von|aus|zu[mr]?|über|dieser|dieses|des|der|rund)\b[^:]*$|\W*$)",
        r"mehr (?:aus|von|zu) (?:diesem autor|dieser autorin|dem ressort|der rubrik|dem archiv|unserem|unserer|unseren|dieser|diesem)\b",
        r"mehr (?:aus|von|über|zu)(?-i:(?: (?:[A-ZÄÖÜ][\w.’'-]*|von|van|de)){1,4}\W*$)",
        rf"mehr (?:aus|von|über|zu) (?:(?:der|die|dem|den) )?(?:{MADE}|ressort|autor\w*)\b",
        r"(?:nächster|vorheriger|voriger) (?:artikel|beitrag)\b",
        r"(?:alle|weitere) themen\b.{0,40}$|themen zu (?:diesem|dem) (?:artikel|beitrag)\W*$",
        fragment=True,
    ),
    habit(LETTER, 60, r"(?:[\w-]+ ){0,3}[\w-]*newsletter\W*$|.{0,40}\b(?:digital|probe|jahres) ?abo\b", r"(?:schon |nur |ab |für |danach |dann |statt )*\d+(?:[.,]\d+)? ?(?:€|euro|franken|chf) (?:im|pro|in der|je|die) (?:monat|woche|jahr|ausgabe)\b.{0,40}$", fragment=True),
    habit(
        LETTER,
        200,
        r"jetzt .{0,50}\b(?:für|nur|ab) \d+(?:[.,]\d\d)? (?:€|eur|euro)\b.{0,20}\b(?:testen|lesen|abonnieren)\b",
        r".{0,90}\binformiert in den (?:tag|morgen|abend)\b.{0,30}$|.{0,40}\büberall,? wo es podcasts gibt\b.{0,20}$",
        r"(?:sie sind|sind sie|bist du|du bist|ich bin) (?:schon |bereits )?(?:abonnent|kunde|kundin|mitglied|registriert)\w*\b.{0,50}$",
        r"(?:die|ihre|deine) (?:anmeldung|registrierung|abmeldung)\b.{0,40}\b(?:geklappt|fehlgeschlagen|erfolgreich)\b.{0,70}$",
        sure=True,
    ),
    habit(
        LETTER,
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
        r"(?:mit|durch) (?:dem|der) (?:absenden|abschicken|anmeldung|registrierung)\b.{0,120}$",
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
    habit(
        CHANNEL,
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
    *CONTROLS,
    habit(
        "copyright line",
        300,
        r"original content von\s*:.{0,160}$|übermittelt durch news aktuell\W*$",
        r"alle rechte vorbehalten\W*(?:$|[.©])|copyright\W*(?:$|\d|©|by\b|:|(?-i:[A-ZÄÖÜ]\w+ )).{0,80}$|dpa (?:infocom|afx|custom content).{0,60}$|.{0,40}dpa:\d{6}\b.{0,50}$",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|meldung|interview) (?:ist|erschien|wurde|stammt|entstand)\b.{0,40}"
        r"(?:eine übersetzung|zuerst|erstmals|ursprünglich|original|aus der|aus dem)\b.{0,220}$",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|meldung|zusammenfassung|übersetzung)\b.{0,120}\b(?:mit (?:hilfe|unterstützung) (?:von |einer )?(?:ki|künstlicher|maschin)|"
        r"maschinell|automatisiert|ki gestützt|künstlicher intelligenz)\b.{0,220}$",
    ),
    habit("copyright line", 200, r"dies(?:er|e|es) (?:text|artikel|beitrag) ist unter der lizenz\b|©.{0,80}\brechte vorbehalten", sure=True),
    habit(
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
        r"(?:offenlegung|disclosure|interessenkonflikt)\s*:|(?:korrektur|richtigstellung|berichtigung)\s*:.{0,240}\b(?:entschuldig|fehler|falsch|irrtüm|richtig (?:ist|muss)|zunächst|ursprünglich|nicht)",
        r"(?:korrektur|transparenz|redaktions) ?hinweis\s*:|dieser (?:artikel|beitrag|text) stammt aus\b.{0,40}\b(?:ausgabe|heft|magazin)\b",
        r"(?:dies\w+ |die |der |das )?(?:zusammenfassung|artikel|beitrag|text|übersetzung|überschrift|audio\w*)\b[^,]{0,70}\b(?:ki|künstlich\w+ intelligenz|chatgpt|automatisch|maschinell)\b[^,]{0,50}\b"
        r"(?:erstellt|generiert|erzeugt|übersetzt|zusammengefasst|vorgelesen|überarbeitet|redaktionell)\b[^,]{0,80}$|ki generierte\w* (?:zusammenfassung|audio\w*|übersetzung)\W*$|.{0,40}\W(?:automatisch|maschinell|mit ki) (?:erstellt|generiert)\W*$",
        r"(?:diese|die) recherche (?:wurde|ist|entstand)\b.{0,80}\b(?:gefördert|unterstützt|stipendium|förderung|kooperation|zusammenarbeit)\b.{0,80}$",
        r".{0,120}\b(?:müssen|muss) nicht (?:\w+ ){0,4}(?:meinung|ansicht|auffassung) der redaktion\b|die redaktion behält sich\b.{0,100}$",
        r"(?:die )?kommentare?\b.{0,30}\b(?:unter|zu|für) dies\w+ (?:artikel|beitrag|text)\b.{0,60}$",
        r"(?:der|dieser) (?:text|artikel|beitrag) wurde\b.{0,60}\b(?:ki|maschinell|automatisch)\b.{0,40}$",
        r"dies(?:er|e|es) (?:artikel|text|beitrag|meldung|analyse)\b.{0,60}\b(?:informationszwecken|anlage(?:empfehlung|beratung))\b.{0,160}$",
        r"(?:hinweis|anmerkung|korrektur) (?:der redaktion|im sinne)\b|in einer (?:früheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des|hieß|stand|war|hatten|haben)\b",
        r"(?:der|die) (?:reise|recherche|teilnahme) (?:erfolgte|fand|wurde)\b.{0,60}\beinladung\b.{0,80}$",
        sure=True,
    ),
    habit(
        "credits",
        200,
        r"(?:dieses thema im programm|über dieses thema berichte\w*|darüber berichte\w*)\b.{0,160}$",
        r".{0,260}\babgerufen am:? \d",
        sure=True,
    ),
    habit(
        "credits",
        200,
        r"(?:redaktion|sendung|moderation|kamera|schnitt|produktion|regie|onlinefassung|zitiervorschlag|redaktionelle (?:mitarbeit|bearbeitung)|"
        r"mitarbeit|mit material von|quellen?|übersetzung|übersetzt von|protokoll|aufgezeichnet)\b(?:\s*:|\W*$| .{0,90}(?:radio|fernsehen|sendung|uhr|programm|20\d\d))",
        r"(?:unsere |die )?quellen\W*$|(?:redaktionell )?verantwortlich\b.{0,20}:|(?:autor(?:in)?|fotos?|bilder|text)(?: \(\d+\))?(?: von|\s*:)(?-i:(?: (?:[A-ZÄÖÜ][\w.’'-]*,?|von|van|de|und)){2,5})\W*$",
        r"mit (?:agenturmaterial|material|agenturen|informationen|inhalten)?(?: (?:von|der) )?\W*(?:dpa|afp|apa|sda|epd|kna|reuters|agenturen)(?:(?:,| und|/) ?(?:dpa|afp|apa|sda|epd|kna|reuters))*(?: material)?\W*$",
        r"[(\[][a-zäöü]{2,4}(?:[/,] ?[a-zäöü]{2,5})*[)\]]\W*$|\(ende\)",
        r"(?-i:[A-ZÄÖÜ]{2,8}(?: [A-ZÄÖÜ]{2,14})?) ?\([^()]{2,60}\)(?:\W*$|/)",
        r"aus (?:der ausgabe|dem heft|heft)\b[^.]{0,40}\d",
        r"in (?:kooperation|zusammenarbeit) mit\b[^,.]{0,60}$",
        r"aus dem (?:englischen|französischen|russischen|spanischen|italienischen|amerikanischen) (?:übersetzt )?von\b.{0,160}$",
        r"e mails? an (?:den autor|die autorin|die redaktion|\S+@)|(?:mail|e mail|kontakt|zuschriften|\w*telefon|hotline)\s*:? [\d /+-]{6,}$|(?:e )?mail an \S+@\S+$|(?:mail|e mail|kontakt) (?:an (?:den autor|die autorin|die redaktion)|zum autor)?\W*\S+@\S+\W*$|\S+@\S+\.\w+\W*$",
    ),
    habit(
        "author box",
        600,
        r"(?:zum autor|zur autorin|zu den autor\w+|über (?:den autor|die autorin|die autor[:*_]?\w+))(?:\W*$|\s*[:|])",
        r"autor(?:in|en|innen)?\W*$",
        r"(?:der autor|die autorin|unser autor|unsere autorin)(?:\W*$|\s*:(?-i:(?: (?:Dr\.|Prof\.|von|[A-ZÄÖÜ][\w’'-]+)){2,4}))",
        r"(?:der autor|die autorin|unser autor|unsere autorin) (?:ist|arbeitet|schreibt|lebt|lehrt|leitet|forscht)\b.{0,160}\b(?:\w*redakteur|\w*journalist|\w*korrespondent|"
        r"\w*reporter|\w*professor|dozent|volontär|kolumnist|publizist|fellow|freie[rn]?|ressort\w*|mitglied der (?:redaktion|chefredaktion))(?:in)?\b",
        sure=True,
    ),
    habit(
        "time stamp",
        160,
        rf"(?:stand(?: der informationen)?|erstellt|erstmals|erstpublikation|(?:erst)?veröffentlicht|(?:zuletzt |letztmals )?(?:aktualisiert|geändert|bearbeitet)|letzte[sr]? "
        rf"(?:aktualisierung|änderung|update)|update|publiziert|erschienen|datum|online seit)(?: am| vom| um)?\s*:?\s*(?=.*\d|heute|gestern){_WHEN}$",
        rf"(?=.*\d{{4}})(?=.*(?:lesezeit|lesedauer|\bmin\b)){_WHEN}$",
        r"(?=.*\d{1,2}\.\d{1,2}\.\d{2,4})(?=.*:)[\d\s.,:|/–-]+(?:uhr)?\W*$",
        r"[^.!?]{3,60}, \d{1,2}\.\d{1,2}\.\d{2,4},? \d{1,2}[:.]\d{2} uhr;[\w/;.,\s]{2,40}$",
        r"vor \d+ (?:std|min|minuten?|stunden?|tagen?|monaten?|jahren?)\W*$|\d{1,2}[.:]\d{2}(?: uhr)?\W*$|(?:heute|gestern),? (?:um )?\d{1,2}[.:]\d{2}(?: uhr)?\W*$",
        rf"\d{{1,2}}\. ?(?:\d{{1,2}}\.|(?:{MONTH})\b\.?) ?\d{{4}}\W+(?:um )?\d{{1,2}}[:.]\d{{2}}(?: uhr)?\W*$",
        sure=True,
    ),
    habit(
        "picture caption",
        500,
        r"(?:symbol|archiv|agentur)(?:bild|foto)\b.{0,100}$",
        r"(?:zur )?(?:bildergalerie|fotostrecke|foto ?galerie|bilderstrecke|galerie)\b.{0,100}$|.{0,80}\(\d+ (?:bilder|fotos)\)\W*$",
        r"(?:galerie mit )?\d+ (?:bilder|fotos)(?: ansehen)?\W*$|.{3,120}\((?:archiv|symbol)(?:bild|foto|aufnahme)\):",
        r"(?:©|\(c\))\s?.{1,120}$",
        r"(?:bildunterschrift|bildtext|bildrechte|legende|(?:beitrags|titel|aufmacher|vorschau)bild)\s*:",
        r"[^!?]{12,200}\((?:archiv|symbol)(?:bild|foto)?\)\W*$",
    ),
    habit(
        "picture caption",
        200,
        rf"[^.!?]{{20,160}}, (?:am )?\d{{1,2}}\. (?:{MONTH}) \d{{4}}\W*$",
        r"(?:keystone|imago(?: images)?|picture alliance|getty(?: images)?|reuters|afp|apa|dpa|epa|zvg|shutterstock|istock|unsplash|adobe stock)(?:\s*[/|].{1,60}|-sda)?\W*$",
        fragment=True,
    ),
    habit("box beside the article", 40, r"(?:info ?(?:box|kasten)|fakten ?(?:box|kasten)|steckbrief|fact ?box)\W*$", sure=True),
)  # fmt: skip
