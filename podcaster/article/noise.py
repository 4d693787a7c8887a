"""What stands among the paragraphs of a newspaper page and is not the article, known by how it is worded.

Every pattern is a habit of German papers in general; none is for one site. The patterns of a habit are alternatives,
looked for at the start of the text, after punctuation; in them, a space also stands for a hyphen.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: News agencies and what editors sign with; whole words.
AGENCIES = (
    r"dpa|afp|apa|ap|sda|ots|kna|epd|sid|rtr|reuters|dts|dapd|ddp|bloomberg|keystone|red|redaktion|afx|awp|awi|"
    r"agenturen?|tagesschau|onlineredaktion"
)

_NETWORK = (
    "facebook|twitter|whatsapp|linkedin|xing|telegram|e mail|mail|flipboard|pinterest|x|x\\.com|bluesky|threads|"
    "pocket|reddit|instagram|mastodon|link kopieren|link"
)
_BUTTON = (
    "teilen|drucken|merken|gemerkt|speichern|versenden|kommentieren|anhören|vorlesen|hören|verschenken|kopieren|"
    "folgen|gefolgt|zusammenfassen|weiterlesen|feedback"
)
_CREDITED = (
    "(?:symbol|archiv)?(?:foto|bild)s?|bilder|(?:bild|foto)(?:quelle|rechte|credits?|nachweis|material)|grafik|"
    "infografik|illustration|(?:foto)?montage|collage|screenshot|karikatur|quelle|credits?|copyright|video"
)


class Habit(NamedTuple):
    """A way in which something that is not the article is worded."""

    reason: str
    pattern: re.Pattern[str]
    longest: int  # characters; what is longer is a paragraph that only begins like it


def _habit(reason: str, longest: int, *rows: str) -> Habit:
    joined = "|".join(rows).replace(" ", "[ -]")
    return Habit(reason, re.compile(rf"\W*(?:{joined})", re.IGNORECASE), longest)


#: In order: the first that fits gives the reason.
HABITS = (
    _habit(
        "advertisement",
        60,
        r"(?:anzeige|werbung|advertisement|advertorial|sponsored|verlagsangebot|ende der anzeige|zum angebot|jetzt kaufen)\W*$",
    ),
    _habit(
        "advertisement",
        500,
        r"(?:hinweis: )?(?:dieser (?:artikel|beitrag|text) enthält|bei (?:den|einem|einigen)|(?:die|der|alle) mit|wir (?:erhalten|verdienen)|"
        r"über diese)\b.{0,160}(?:affiliate|provision|partner ?links?)",
        r"affiliate ?links?\b.{0,60}$",
    ),
    _habit(
        "advertisement",
        80,
        r"(?:(?:der |dieser )?artikel wird (?:nach der werbung|nach der anzeige|unten) fortgesetzt|nach (?:der )?anzeige weiterlesen)\W*$",
    ),
    _habit(
        "appeal for support",
        600,
        r"(?:du möchtest|sie möchten|möchten sie|wollen sie) mehr (?:\w+ ){0,3}(?:berichterstattung|journalismus)\b",
        r"unsere arbeit (?:bei \S+ )?(?:wird|ist|lebt)\b.{0,120}spenden",
        r"wenn (?:ihnen|dir) dieser artikel gefallen hat\b|.{0,300}\bunterstützen sie uns\W*$",
    ),
    _habit(
        "pointer to other articles",
        300,
        r"(?:lesen|hören|sehen|schauen|erfahren) sie (?:auch|dazu|hier|mehr|zum thema|weiter|jetzt|außerdem)\b",
        r"(?:lies|lest|hört|hör) (?:auch|dazu|hier|mehr)\b",
        r"(?:auch|ebenfalls) (?:interessant|lesenswert|spannend)\b",
        r"das könnte (?:sie|dich|euch) (?:auch |noch )*interessieren",
        r"(?:lese|buch|video|podcast|hör|serien)?tipps? der redaktion\b",
        r"(?:lese|buch|video|podcast|hör|link) ?tipps?\s*:",
        r"(?:mehr|weiteres) (?:zum thema|dazu|zu diesem thema|zu den themen)\b(?:\W*$|\s*(?::|\||lesen|hier|in ))",
        r"(?:mehr|alles|alle infos|aktuelles) (?:zum|zur|zu|über|aus|rund um|von|auf)\b[^.!?]{0,120}(?:hier|:|\bin unserem\b.*)\W*$",
        r"weitere[ns]? (?:artikel|infos|informationen|meldungen|nachrichten|themen|texte|beiträge|links?|videos?)\b"
        r"(?:\W*$|[^.!?]{0,80}(?::|hier\b|finden sie))",
        r"(?:siehe|sehen sie|vgl\.?) (?:auch|dazu)\b",
        r"(?:passend )?zum thema\s*(?::|$)",
        r"weiterführende (?:links|informationen|artikel)",
        r"(?:jetzt|hier) (?:weiterlesen|mehr lesen|lesen|nachlesen)\b",
        r"(?:hier )?(?:geht es|geht's|geht’s) (?:zum|zur|zu) (?:artikel|interview|bericht|podcast|liveblog|newsblog|kommentar|video)\b",
        r"(?:verwandte|ähnliche|empfohlene|passende|meistgelesene|neueste|aktuelle|beliebte) (?:artikel|themen|beiträge|nachrichten)\W*$",
        r"(?:redaktionelle )?empfehlung(?:en)? (?:der redaktion|für sie|aus)",
        r"(?:meistgelesen|themen in diesem artikel|themen des artikels|schlagworte|schlagwörter|links zum thema|tags?:)",
        r"(?:(?:mehr )?(?:hintergründe|hintergrund|interview|kommentar|analyse|liveblog|newsblog|podcast|video|lesen sie))\s*:\s*[^.]{10,110}$",
        r"themen\s*:\W*$",
        r"externer link\b|dieser link führt\b|in eigener sache:",
        r"(?:inhaltsverzeichnis|in diesem (?:artikel|beitrag|text)|inhalt|das erwartet sie)\W*$",
        r"(?:nächste|vorherige|erste|letzte) seite\W*$|(?:artikel )?auf (?:einer|mehreren) seiten? lesen|seite \d+ (?:von|/) \d+\W*$|weiter auf seite",
    ),
    _habit(
        "newsletter or subscription",
        420,
        r"newsletter\b",
        r"bereits (?:abonnent|registriert|mitglied)\w*\W.{0,60}$",
        r"(?:melden sie sich|melde dich|jetzt|hier|abonnieren sie|bestellen sie|erhalten sie|holen sie sich|sie wollen|"
        r"sie möchten|möchten sie|wollen sie)\b[^.]{0,160}\b(?:newsletter|abonnement|probeabo|push nachrichten|e paper)",
        r".{0,90}\b(?:unser|den|dem|im|zum|als|per|ein|der|die)\w* (?:[\w„“\"-]+ ){0,4}\w*newsletter\b.{0,110}"
        r"(?:abonn|anmeld|bestell|\ban\b|\blesen|eintrag|registr|erhalten|kostenlos|per mail|postfach)",
        r"(?:jetzt|hier) (?:gratis |kostenlos )?(?:testen|abonnieren|bestellen|registrieren|anmelden)\b",
        r"(?:mit|durch) (?:der|ihrer|meiner) (?:anmeldung|registrierung|bestellung)\b",
        r"ich (?:möchte|bin damit einverstanden|stimme zu|habe die datenschutz)\b.{0,160}(?:newsletter|datenschutz|e mail|nutzung)",
        r"(?:vielen dank|danke) für (?:ihr|dein)e? (?:interesse|anmeldung|registrierung)",
        r"unser(?:e)? (?:angebot|abo|abonnement|empfehlung)\w*\b.{0,60}(?::|$)",
        r"(?:jetzt|hier)? ?(?:unterstützen|spenden)(?: sie)?\b.{0,80}(?:uns|spende|journalismus)",
        r"dieser (?:artikel|text|beitrag) ist (?:nur )?für (?:abonnent|mitglieder|sie freigeschaltet)",
    ),
    _habit(
        "social media channel",
        400,
        r"folg(?:en|e|t) (?:sie )?(?:uns|\w+(?: \w+)?) (?:auf|bei|in|via)\b",
        r".{0,220}\b(?:whatsapp|telegram|threads|instagram|tiktok|google news|facebook|youtube|bluesky)\b.{0,90}"
        r"\b(?:kanal|kanals|channel|abonnieren|zu folgen|folgen sie)\b(?!.{120})",
        r".{0,120}\b(?:unser\w*|jetzt|neue\w*)\b.{0,40}\b\w*kanal\b.{0,60}\b(?:whatsapp|telegram|instagram)\b",
        r"(?:auch )?(?:bei|auf) (?:whatsapp|telegram|instagram|tiktok|facebook)\b.{0,80}(?:folgen|abonnieren|hier)\W*$",
    ),
    _habit(
        "buttons of the page",
        140,
        rf"(?:(?:den |diesen )?(?:artikel|beitrag|seite|text) )?(?:{_BUTTON})(?:[\s,|/•·]+(?:{_BUTTON}|{_NETWORK}))*\W*$",
        rf"(?:{_NETWORK})(?:[\s,|/•·]+(?:{_NETWORK}|{_BUTTON}))*\W*$",
        rf"(?:auf|per|bei|über|via|mit) (?:{_NETWORK})(?: (?:{_BUTTON}))?\W*$",
        r"(?:diesen )?artikel (?:zum hören\b.{0,20}|vorlesen lassen\W*)$|teilen auf (?:x|facebook|whatsapp)\W*$",
        r"link (?:kopieren|kopiert|teilen)\W*$|link wurde .{0,40}kopiert\W*$",
        r"zur? (?:startseite|merkliste|übersicht|homepage)\W*$|zum seitenanfang|nach oben\W*$|zurück\W*$",
        r"(?:mehr|alle|weitere|kommentare) (?:anzeigen|laden|lesen)\W*$|schlie(?:ß|ss)en\W*$|öffnen\W*$|ausblenden\W*$",
        r"(?:die )?wiedergabe .{0,40}$|(?:video )?abspielen\W*$|pause\W*$|play\W*$|audio\W*$|video\W*$",
        r"\d+ kommentare?\W*$|(?:kommentare?|diskussion|forum)(?: \(?\d+\)?)?\W*$|(?:zu den|alle|jetzt) kommentare?\w*\W*$",
        r"(?:kommentar|leserbrief) schreiben\W*$|diskutieren sie mit\b|schreiben sie (?:den ersten|einen) kommentar\b|jetzt mitdiskutieren\W*$",
        r"(?:geschätzte )?(?:lese|hör)?(?:zeit|dauer)\W*(?:ca\.? )?\d.{0,25}$|\d+ min(?:uten|ute|\.)?(?: (?:lese|hör)?(?:zeit|dauer))?\W*$",
        r"(?:diesen |den )?(?:artikel|beitrag|text) (?:jetzt )?(?:an)?hören\b.{0,40}$|\d+:\d\d(?:\s*[/|]?\s*\d+:\d\d)?\W*$",
        r"in app speichern|als favorit|(?:als|zur) bevorzugte\w* quelle\b|bei google\b.{0,40}(?:hinzufügen|bevorzug)",
        r"(?:dieser|der) (?:artikel|text|beitrag) wurde (?:ihnen )?(?:gemerkt|gespeichert|vorgelesen)",
        r"war dieser artikel (?:hilfreich|interessant)|wie hat ihnen (?:der|dieser) artikel|haben sie (?:einen )?fehler (?:entdeckt|gefunden)|fehler (?:gefunden|melden)",
    ),
    _habit(
        "embedded content that is not shown",
        800,
        r"hier finden sie (?:weitere )?inhalte\b.{0,60}$|wir würden (?:ihnen|dir) hier gerne\b.{0,160}$",
        r"empfohlener (?:redaktioneller|externer) inhalt|externer? inhalte?\W*(?:$|von|an)",
        r"an dieser stelle (?:finden|befindet|steht|ist|sehen|wird|hat|haben|würde)\b.{0,160}(?:inhalt|artikel|redaktion|extern|grafik|video|embed|post|tweet|drittanbieter)",
        r"(?:dies(?:er|es|e|en)|der|ein|das|die|den) (?:externe[rn]? )?(?:inhalt|video|beitrag|tweet|embed|post|element|datawrapper|grafik|karte)\b"
        r".{0,160}(?:zustimm|einwillig|datenschutz|cookies|javascript|geladen|nicht (?:mehr )?verfügbar|angezeigt|drittanbieter|externe)",
        r".{0,260}(?:bin damit einverstanden|personenbezogene daten an dritt|datenschutzerklärung|externe inhalte (?:angezeigt|anzeigen)|"
        r"inhalte? von drittanbietern|datenschutzeinstellungen)(?!.{260})",
        r"(?:zum )?(?:laden|anzeigen) (?:des|der|dieses|dieser|von)\b.{0,120}(?:einwilligung|zustimmung|klick|cookies)",
        r"(?:wir benötigen|bitte (?:aktivieren|erlauben|stimmen sie|akzeptieren))\b.{0,160}(?:einwilligung|zustimmung|javascript|cookies|\bzu\b)",
        r"to view this (?:video|content)\b.{0,140}$|um (?:eingebettete|externe) inhalte anzuzeigen\b",
        r"(?:ihr|dein) browser\b|bitte aktivieren sie javascript|javascript (?:ist|wird|muss)\b|(?:cookies|inhalte?) (?:akzeptieren|zulassen|aktivieren|anzeigen|laden)\W*$",
    ),
    _habit(
        "copyright line",
        300,
        r"alle rechte vorbehalten|copyright\b.{0,80}$|dpa infocom.{0,60}$|.{0,40}dpa:\d{6}\b.{0,50}$",
        r"dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde|stammt) (?:eine übersetzung|zuerst|erstmals|ursprünglich|original|aus der)\b.{0,220}$",
        r"(?:dieser|der) (?:artikel|text|beitrag|bericht)\b.{0,120}\b(?:mit (?:hilfe|unterstützung) (?:von |einer )?(?:ki|künstlicher|maschin)|"
        r"maschinell|automatisiert|ki gestützt|künstlicher intelligenz)\b.{0,220}$",
    ),
    _habit(
        "credits",
        200,
        r"(?:redaktion|sendung|moderation|kamera|schnitt|produktion|regie|onlinefassung|zitiervorschlag|redaktionelle (?:mitarbeit|bearbeitung)|"
        r"mitarbeit|mit material von|quellen?|übersetzung|übersetzt von|dieses thema im programm|über dieses thema berichte\w*|darüber berichte\w*)\b(?:\s*:|\W*$| .{0,90}(?:radio|fernsehen|sendung|uhr|programm|20\d\d))",
        r"mit (?:agenturmaterial|material|agenturen|informationen|inhalten)?(?: (?:von|der) )?\W*(?:dpa|afp|apa|reuters|agenturen)?\W*$",
        r"\([a-zäöü]{2,4}(?:[/,] ?[a-zäöü]{2,5})*\)\W*$",
        r".{0,260}\babgerufen am:? \d",
        r"aus dem (?:englischen|französischen|russischen|spanischen|italienischen|amerikanischen) (?:übersetzt )?von\b.{0,160}$",
        r"e mails? an\b.{0,80}$|(?:mail|e mail|kontakt) (?:an (?:den autor|die autorin|die redaktion)|zum autor)?\W*\S+@\S+\W*$|\S+@\S+\.\w+\W*$",
    ),
    _habit(
        "author box",
        600,
        r"(?:zum autor|zur autorin|zu den autor\w+|über (?:den autor|die autorin|die autor\w+))\b",
        r"(?:der autor|die autorin|unser autor|unsere autorin)(?:\W*$|\s*:| (?:ist|arbeitet|war|schreibt|lebt|lehrt|leitet)\b)",
    ),
    _habit(
        "time stamp",
        160,
        r"(?:stand|erstellt|erstmals|erstpublikation|(?:erst)?veröffentlicht|(?:zuletzt |letztmals )?(?:aktualisiert|geändert|bearbeitet)|letzte[sr]? "
        r"(?:aktualisierung|änderung|update)|update|publiziert|erschienen|datum|online seit)(?: am| vom| um)?\s*:?\s*(?:\w+\.?,? )?(?:\d|heute|gestern|vor \d)[^!?]{0,90}$",
        r"vor \d+ (?:minuten?|stunden?|tagen?|monaten?|jahren?)\W*$|\d{1,2}[.:]\d{2}(?: uhr)?\W*$|(?:heute|gestern),? (?:um )?\d{1,2}[.:]\d{2}(?: uhr)?\W*$",
    ),
    _habit(
        "picture caption",
        500,
        r"(?:symbol|archiv)(?:bild|foto)\b.{0,100}$",
        r"(?:bildergalerie|fotostrecke|foto ?galerie|bilderstrecke|galerie)\b.{0,100}$",
        r"(?:©|\(c\))\s?.{1,120}$",
        r"[^.!?]{20,200}(?:, (?:am )?\d{1,2}\. (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember) \d{4}|\((?:archiv|symbol)(?:bild|foto)\))\W*$",
    ),
)  # fmt: skip

#: The end of a caption: "Foto: EPA/STR", "(Bild: dpa)", "Quelle: imago", "© Getty"; no sentence follows the colon.
_CREDIT = re.compile(
    rf"(?:^|[\s(\[|/•–.-])(?:(?:{_CREDITED})(?: von| der)?\s?:|(?:foto|bild) (?=©)|©)\s*"
    r"(?:[^.!?]|\.(?!\s+[A-ZÄÖÜ]\w+\s+[a-zäöü]+)){1,90}$",
    re.IGNORECASE,
)
#: Agencies of pictures in brackets or after a stroke at the end: "… (picture alliance)", "… | dpa".
_PICTURE_AGENCY = re.compile(
    r"(?:[(|/]\s?|\s[-–]\s)(?:imago\b|picture[- ]alliance|getty ?images?|istock\w*|shutterstock|adobe ?stock|unsplash|"
    r"epa/|(?:dpa|reuters|afp|ap)(?=\s*$))[^()]{0,60}\)?\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]")
_CAPTION_LENGTH = 500  # characters


#: Words that a credit has in lower case: "Foto: Press service of the President", "Bild: privat".
_OF_CREDITS = frozenset(
    "a an und von van vom der die das dem den des de di da du of the for via by in im aus am zur zum für with mit "
    "privat dpa afp ap apa epa imago picture alliance getty images reuters press service archiv handout pool verfügung "
    "gestellt promo pr zvg red ots sid media photo foto stock adobe istock shutterstock unsplash pexels pixabay "
    "screenshot montage collage grafik quelle".split()
)


def is_caption(text: str) -> bool:
    """Whether `text` ends in a picture's credit: names after "Foto:", and no sentence."""
    if len(text) > _CAPTION_LENGTH:
        return False
    if _PICTURE_AGENCY.search(text):
        return True
    match = _CREDIT.search(text)
    if not match:
        return False
    credited = re.findall(r"\b[a-zäöüß]{2,}\b", re.sub(r"^.*?(?::|©)", "", match[0]))
    return sum(word not in _OF_CREDITS for word in credited) < 2


#: Who is told to do something, or what to do: words of boxes and not of reports.
_READER = re.compile(
    r"\b(?:Sie|Ihr\w{0,2}|[Uu]ns|[Uu]nser\w*|[Ww]ir|[Dd]u|[Dd]ich|[Dd]ein\w*|[Ee]uch|[Kk]lick\w*)\b|"
    r"(?i:affiliate|partner-?links?\b.*(?:gekennzeichnet|markiert|stern)|datenschutz|javascript|drittanbieter|geladen|"
    r"abonnier|anmeldung|postfach|kostenlos)"
)
#: A verb that reports: "sagte", "soll", "hat", or any in the past tense ("zahlte", "informierten").
_REPORTS = re.compile(
    r"\b(?:hat|hatten?|haben|habe|war|waren|wurden?|sollen?|will|kann|konnten?|sagt|warnt|sind|sei|dass|testen|bestellen|läuft|"
    r"(?:zeigt|zeigen), (?:wie|dass)|so (?:der|die|das)|wie eine|beginnt|"
    r"(?!heute|bitte|erste|letzte|beste|gute|alte|nächste|weite|rechte|gesamte)[a-zäöüß]{3,}ten?)\b"
)
#: Where such a sentence is believed to be the article's, whatever channel or letter it mentions.
_REPORTABLE = frozenset(
    {
        "social media channel",
        "newsletter or subscription",
        "advertisement",
        "embedded content that is not shown",
        "author box",
        "pointer to other articles",
        "time stamp",
        "picture caption",
        "copyright line",
    }
)
_FULL_STOP = re.compile(r"[a-zäöüß]{2}[.!][\"“”«»]?\Z")
_BOX_STARTS = re.compile(
    r"(?:stand|(?:zuletzt )?(?:aktualisiert|veröffentlicht|geändert)|foto|bild|symbol|archiv|externer link|"
    r"(?:dieser|der) (?:artikel|text|beitrag|bericht) (?:ist|wurde|erschien)|(?:der|die|unsere?) autor\w*(?:\s*:| (?:ist|war|arbeitet|lehrt|leitet|lebt|schreibt) (?!sich|in ihrem|in seinem)))\b",
    re.IGNORECASE,
)
#: What kind of article follows; as a subheading it is the article's own, as a line between others a pointer.
_KIND = re.compile(
    r"(?:hintergrund|interview|kommentar|analyse|podcast|video|grafik)\s*:\s*\w", re.IGNORECASE
)
#: Of a subheading with text below it, these are not believed.
_NOT_OF_HEADINGS = frozenset(
    {"buttons of the page", "credits", "picture caption", "time stamp", "copyright line"}
)


def _is_report(text: str) -> bool:
    """Whether `text` is a whole sentence that tells something and asks nothing of the reader."""
    return bool(
        _FULL_STOP.search(text)
        and _REPORTS.search(text)
        and not _READER.search(text)
        and not _BOX_STARTS.match(text)
    )


def reason_to_drop(text: str) -> str | None:
    """Why a line or paragraph is not read aloud, in a few words; None where it may be the article."""
    if not _WORD.search(text):
        return "no words"
    for habit in HABITS:
        if len(text) <= habit.longest and habit.pattern.match(text):
            return None if habit.reason in _REPORTABLE and _is_report(text) else habit.reason
    return "picture caption" if is_caption(text) else None


def reason_to_drop_heading(text: str) -> str | None:
    """The same of a line that is surely set as a subheading, with a paragraph below it."""
    reason = reason_to_drop(text)
    return None if reason in _NOT_OF_HEADINGS or _KIND.match(text) else reason


_SIGN = rf"(?:(?:{AGENCIES})(?:[-–]\w{{2,12}})?|[a-z]{{2,4}}|\w+ \w+(?= ?/))"
_AGENCY_TAIL = re.compile(
    rf"\s*(?:[(\[]\s?(?:mit (?:material|inhalten|informationen) (?:von |der )?|mit |quellen?: ?)?"
    rf"{_SIGN}(?:(?:\s?[,/|]\s?|\s(?:und\s)?){_SIGN})*\s?[)\]]|[–—]\s?(?:{AGENCIES})|©\s?dpa.{{0,60}})[\s.]*\Z",
    re.IGNORECASE,
)
_KNOWN = re.compile(rf"\b(?:{AGENCIES})\b", re.IGNORECASE)


def agency_tail(text: str) -> tuple[str, str]:
    """Part `text` from the agencies' sign at its end: "(dpa/lno)", "(APA, red)"; "" where there is none."""
    match = _AGENCY_TAIL.search(text, max(0, len(text) - 80))
    if not match or not _KNOWN.search(match[0]):
        return text, ""
    return text[: match.start()].rstrip(), match[0].strip()
