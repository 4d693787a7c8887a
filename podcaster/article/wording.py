"""The words of newspaper pages themselves: of what they show, sell and let readers do.

A short line that says nothing else is a button, a label or a note of the page, whichever words it puts together.
"""

from __future__ import annotations

import re

#: Stems; a few letters of an ending may follow.
_STEMS = (
    "artikel beitrag beiträge text meldung nachricht bild foto bildergalerie galerie fotostrecke video player audio "
    "vollbild podcast episode sendung mediathek audiothek stream livestream newsletter mail postfach app handy "
    "smartphone mitteilung push abo abonnement abonnieren abonnent login anmeld einlogg registrier konto profil "
    "passwort account premium plus gratis kostenlos testen freischalten limit paper epaper ausgabe heft kiosk "
    "printausgabe leseliste merkliste lesezeichen bookmark gespeichert speichern merken drucken teilen kopieren senden "
    "versenden empfehlen empfehlung empfohlen verlinken kommentar kommentieren kommentarfunktion diskussion diskutieren "
    "forum feedback umfrage abstimmung abstimmen ergebnis quiz sudoku gewinnspiel redaktion autor autorin autorenseite "
    "thema themen schlagwort schlagwörter stichwort stichwörter ressort rubrik serie dossier reihe überblick übersicht "
    "archiv suche startseite homepage seite menü navigation inhalt inhaltsverzeichnis anzeige werbung gesponsert "
    "affiliate link partnerprogramm shop shopping bestellen cookie einstellung datenschutz einwilligung zustimm "
    "akzeptier ablehn browser javascript element extern laden geladen einblenden ausblenden aktivier anpassen ändern "
    "öffnen schließen überspringen ansehen anschauen anhören hören lesen weiterlesen vorlesen ki vertont maschinell "
    "automatisch erstellt generiert übersetzt zusammenfassung originalgröße vergrößern schriftgröße version mobil desktop "
    "region regional kontakt impressum agb mediadaten top woche meistgelesen beliebt neueste älteste zuerst aktuell "
    "passend weitere nächste vorherige beste wählen eingeben postleitzahl adresse druckversion lokalausgabe teilnahme jetzt hier live liveblog newsblog ticker liveticker enthält ganze vollständig whatsapp signal telegram "
    "threema instagram facebook youtube tiktok bluesky mastodon threads linkedin twitter"
).split()
_OF_PAGES = re.compile(rf"(?:{'|'.join(sorted(_STEMS, key=len, reverse=True))})[a-zäöüß]{{0,4}}\Z")
_JOINTS = frozenset(
    "der die das dem den des ein eine einem einen einer eines im in am an auf aus bei beim mit nach per pro von vom vor "
    "für zu zum zur über um unter via als und oder auch alle allem allen aller alles dieser diese dieses diesem diesen "
    "mein meine meinem meinen meiner ihr ihre ihrem ihren ihrer dein deine unser unsere unserem unseren unserer sie wir "
    "uns es ist sind wird werden wurde nicht mehr schon noch ohne so e uhr".split()
)
_COUNTED = re.compile(
    r"\b\d[\d.,:/]*(?: ?(?:€|euro|eur|chf|franken|%)|-? ?(?:tage?|wochen?|monate?|min|minuten|sekunden)\b)?",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\d ?(?:€|euro|eur|chf|franken)", re.IGNORECASE)
#: Such a line has at most so many characters, and so many different words of pages at least.
LONGEST, LEAST = 80, 2


def is_of_page(text: str) -> bool:
    """Whether a line has no other words than those of pages: "Zur mobilen Version", "Gesponserter Beitrag"."""
    if len(text) > LONGEST:
        return False
    words = {word.strip(".,:;!?()[]„“”»«\"'–—*→›+|") for word in _COUNTED.sub(" ", text).lower().split()}
    words -= _JOINTS
    words.discard("")
    if len(words) == 1 and re.match(r"zu[mr] ", text, re.IGNORECASE):  # "Zur Umfrage"
        words.add("link")
    known = sum(all(_OF_PAGES.match(part) for part in word.split("-")) for word in words)
    return known + bool(_PRICE.search(text)) >= LEAST and known == len(words)
