"""Sentences of articles are told from the boxes, buttons and notes beside them by how they are worded."""

from __future__ import annotations

import pytest

from podcaster.article.noise import reason_to_drop, reason_to_drop_alone

TOLD = """
Das Interview mit dem Minister wurde nach zehn Minuten abgebrochen.
Das Gespräch wurde geführt, als die Stadt schon schlief.
Das Interview wurde nie geführt, es war von Anfang bis Ende erfunden und übersetzt wurde es auch nicht.
Sehen Sie im Video auch den Hund?
Jetzt wird die Karte für 29 Euro im Monat auch in Bussen getestet, sagt der Verband.
Dieser Text wurde aus dem Lateinischen übersetzt, als Karl noch Kaiser war, und niemand verstand ihn.
Stand heute fehlen in Bayern 12.000 Lehrkräfte, und die Lücke wächst.
Erschienen sind an diesem Abend mehr als 400 Menschen.
Zuletzt war sie hier mit ihrem Vater, am 3. Oktober 1990.
Der Prozess wird fortgesetzt, das Urteil fällt frühestens am 12. März 2024.
Die Autorin schreibt in ihrem Buch, dass Scham ein Luxus sei.
Der Autor: ein Mann von 80 Jahren, der noch jeden Morgen schwimmt.
Zum Autor wurde er erst im Gefängnis.
Wer den Newsletter des Ministeriums abonniert hatte, bekam die Warnung am Montag.
Newsletter verschicken inzwischen fast alle Ministerien.
Hier abonnieren noch neun von zehn Haushalten die Lokalzeitung.
Der Youtube-Kanal hat mehr als eine Million Abonnenten.
Copyright gilt im Netz wie auf Papier.
Dieser Text erschien zuerst nur auf Latein, erst Luther machte ihn allen zugänglich.
Der Bericht wurde automatisiert erstellt und enthielt 300 Fehler, räumt die Behörde ein.
Der Inhalt der Akte wird nach dem Datenschutzgesetz nicht öffentlich gemacht.
Kamera: ein Smartphone, mehr brauchte der Regisseur nicht.
Lesen Sie auch die Bibel?
Nach Informationen unserer Redaktion soll das Werk 2026 schließen.
Gegenüber unserer Redaktion sagte sie, sie habe nichts gewusst.
Hier finden Sie keinen Arzt mehr, sagt der Apotheker.
Sie lesen richtig: Die Miete beträgt 14 Euro, im Jahr.
Kündigen können Kunden jederzeit.
Lesen Sie mehr Romane, sagt die Hirnforscherin
Auch interessant ist, dass die Preise im Osten fallen.
Bild: „Der Kanzler lügt“, so stand es am Morgen auf jeder Titelseite.
„Unsere Arbeit wird von Spenden bezahlt“, sagt die Leiterin der Tafel.
Dieses Video ist nicht mehr verfügbar, hieß es wenige Minuten später auf der Seite.
Wir folgen ihm auf Instagram, seit er in den Alpen lebt.
Millionen Menschen folgen ihr auf Instagram und auf YouTube.
„Folgen Sie mir auf Instagram“, sagte der Arzt zu den Patienten.
Keine Nachrichten verpassen wollte der alte Fischer, deshalb lief das Radio den ganzen Tag.
Wer keine Folge verpassen will, muss früh aufstehen, sagt die Regisseurin.
Danke, dass ihr da wart, rief der Sänger in die Halle.
Mit Ihrer Zustimmung zum Vertrag hat die Ministerin viele überrascht.
Der Beitrag wurde zum 1. Januar erhöht und die Satzung ergänzt.
Die Satzung wurde am Dienstag aktualisiert.
Das Gesetz wurde vom Bundestag ergänzt.
Die Meldung wurde später ergänzt, doch da glaubte sie schon niemand mehr.
Newsletter zu abonnieren kostet nichts.
Sie benutzen einen alten Trick: Sie stellen sich tot.
Gekennzeichnete Links auf der Seite der Stadt führen zu den Formularen.
Wer dem Amt auf X folgt, weiß es zuerst: Folge eins ist eine volle Straße.
Treffpunkt ist die Aula der Gesamtschule, 11.10.2026, 18:00 Uhr
Keine Artikel zu verpassen ist ihr Ehrgeiz.
Nach der Werbung geht der Film weiter.
Hier geht es zum Strand, sagt das Schild.
Hier geht es zur Nachrichtenlage der Nation, und die ist schlecht.
Es geht zum Test in die Werkstatt.
Hier geht es zu wie im Taubenschlag.
Der Text auf der Tafel wurde mit Hilfe von KI geschrieben, und so klingt er auch.
Schreiben Sie uns einen Zettel, bat der Bürgermeister, und 300 Leute taten es.
Wir haben zu lange gewartet, räumt die Landrätin ein.
Unser Kanal ist die einzige Verbindung zum Meer, sagen die Fischer.
So kündigen Sie ein Abo: Schreiben Sie eine E-Mail und heben Sie die Antwort auf.
Öffnen Sie die App und tippen Sie auf das Zahnrad, um Cookies zu löschen.
Hinweise nimmt die Polizei unter der Nummer 110 entgegen.
Nur 1,99 Euro bekommt der Fischer für das Kilo Hering.
Ein Video zeigt, wie das Schiff gegen die Mole fährt.
Die Karte ist aus dem Jahr 1790 und zeigt zwei Häfen.
Das Kontingent an Diesel ist für diesen Monat aufgebraucht.
Diesen Beitrag zahlen nur die Inselbewohner.
Die ganze Geschichte lesen die Kinder im Heimatbuch.
„Wir sind auch auf See noch Menschen“, sagt der Koch.
Bitte nicht füttern, steht an der Mole, und alle füttern.
Ja, unbedingt, antwortet der Kapitän auf die Frage, ob er bleibe.
Das interessiert andere Länder mehr als uns.
Die ältere Version der Geschichte stand 1950 in der Zeitung.
Ein Sprachmodell der Hochschule übersetzt jetzt den Seefunk.
Dann geht es zur Serie der Bilder aus dem Jahr 1920, die der Maler nie verkaufte.
"""

BESIDE = """
Das Interview wurde gekürzt und redigiert.
Das Gespräch wurde zur besseren Lesbarkeit gekürzt und bearbeitet.
Für die bessere Verständlichkeit wurde das Interview gekürzt.
Das Interview wurde schriftlich geführt.
Das Interview wurde vor dem Rücktritt des Ministers geführt.
Dieses Interview wurde auf Englisch geführt und übersetzt.
Das Interview ist zuerst in der Talpost erschienen.
Der Text ist eine gekürzte und redigierte Version des Interviews.
Sehen Sie im Video: So eng ist es im Schlafwagen wirklich.
Jetzt Blatt Plus 4 Wochen für 0 EUR testen – Zugang zu allen Artikeln, jederzeit kündbar.
Das Original zu diesem Beitrag "Ersatz ohne Bus" stammt von Blatt online.
Dieser Text wurde aus dem Englischen übersetzt. Das Original lest ihr hier.
Wichtiger Hinweis: Dieser Artikel gibt allgemeine Hinweise und darf nicht zur Selbstdiagnose verwendet werden.
Dieser Text dient ausschließlich zu Informationszwecken und stellt keine Anlageempfehlung dar.
Transparenzhinweis: Dieser Text erschien zuerst im Blatt 37/2025.
Artikel wird nach dieser Werbung fortgesetzt
Lesen Sie auch: Warum die Mieten weiter steigen
Was die Nachbarn dazu sagen, lesen Sie hier.
Hier finden Sie alle aktuellen Entwicklungen im Liveblog.
Mehr von Anna Berger
Weitere Artikel dieser Autorin
Guter Journalismus kostet Geld. Mit Ihrer Spende helfen Sie uns, unabhängig zu bleiben.
Hat Ihnen der Artikel gefallen? Dann unterstützen Sie uns mit einem kleinen Betrag.
Preis inklusive Mehrwertsteuer. Bei einem Kauf über diese Links bekommen wir eine Vergütung.
Sie wollen nichts mehr verpassen? Mit unserem Newsletter bleiben Sie auf dem Laufenden.
Unser WhatsApp-Kanal: Alle wichtigen Nachrichten direkt aufs Handy
Dieser Inhalt stammt von X und ergänzt den Artikel. Sie können ihn sich anzeigen lassen.
Der externe Inhalt kann leider nicht geladen werden.
Wir und unsere Partner verwenden Cookies, um die Nutzung der Seite zu messen.
Stand: 12. März 2024, 14:30 Uhr
Zuletzt aktualisiert am 12.03.2024 um 14:30 Uhr von Anna Berger
Die Autorin ist Redakteurin im Ressort Lokales.
Zur Autorin: Anna Berger, geboren 1980, lebt in Köln.
Korrektur: In einer früheren Version hieß es, das Rathaus sei 1913 gebaut worden.
Dieser Beitrag wurde am 12. März 2024 im Radio gesendet.
MDR (Anna Berger)
red/ORF.at/Agenturen
(Bild: Anna Berger / Bilderdienst)
Baustelle an der Elbe, 2. Mai 2024
Bild 1 von 12
Tweet anzeigen
Den vollständigen Artikel finden Sie in der aktuellen Ausgabe.
Werden Sie Mitglied und unterstützen Sie freien Journalismus.
Haben Sie Ähnliches erlebt? Schreiben Sie uns an redaktion@zeitung.example
Wir freuen uns über Ihre Meinung. Bitte beachten Sie unsere Netiquette.
Danach nur 9,99 Euro im Monat, jederzeit kündbar
Erstmals erschienen in der Printausgabe vom 14. März 2024
Impressum
Bleiben Sie mit uns auf dem Laufenden: Folgen Sie dem Tageblatt auf WhatsApp, Instagram und Facebook.
Hier geht es zum WhatsApp-Kanal des Tageblatts: Alle News direkt aufs Handy.
Folgst du schon 20 Minuten auf Whatsapp?
Keine News verpassen! Jeden Morgen der frische Nachrichtenüberblick von heise online
Verpassen Sie keine Nachrichten mehr mit unserer App.
Vielen Dank, dass du Golem liest. Unsere Top-Themen per E-Mail: Newsletter abonnieren
Schön, dass Sie uns lesen!
*Mit einem Stern gekennzeichnete Links sind Affiliate-Links. Wenn Sie darüber kaufen, erhalten wir Geld.
Mit Ihrer Zustimmung werden Inhalte von X geladen.
Weiter nach der Werbung
Dieser Artikel wird vorgelesen. 0:00 / 3:12
Dieser Beitrag wurde am 6.10. aktualisiert
Regionaljournal Zürich, 6.10.2026, 17:30 Uhr;srf/herb;weds
Sie benutzen einen veralteten Browser. Bitte aktualisieren Sie Ihren Browser.
Hier geht es zum Newsletter.
Alle Infos im Newsletter.
Möchten Sie keine wichtige Nachricht mehr verpassen? Dann melden Sie sich für unseren Morgenüberblick an.
Der Tag im Überblick – jeden Abend um 18 Uhr in Ihrem Postfach
Jetzt auch bei WhatsApp: Alle News aus dem Landkreis aufs Handy
Unser Kanal bei Signal hält Sie auf dem Laufenden
Die Kurier-App: Jetzt im App Store und bei Google Play
Lesen Sie die Zeitung von morgen schon heute Abend als E-Paper.
Mit einem Plus-Abo lesen Sie alle Inhalte ohne Werbung.
Nur 1,99 Euro in der Woche
Weil Sie uns lesen, können wir unabhängig berichten.
Um dieses Element zu sehen, müssen Sie Cookies von Drittanbietern zulassen.
Mit Klick auf „Laden“ stimmen Sie der Übertragung von Daten an YouTube zu.
Ein Beitrag geteilt von Stadtwerke Neuhausen (@swneuhausen)
Das Video konnte nicht abgespielt werden.
Den Podcast gibt es überall, wo es Podcasts gibt.
Korrekturhinweis: In einer ersten Fassung war von 40 Bäumen die Rede.
Die Zusammenfassung wurde mithilfe von KI generiert.
Die mit Sternchen versehenen Links sind sogenannte Provisions-Links.
Schlosser (m/w/d)
Die Redaktion behält sich vor, Leserbriefe zu kürzen.
Diese Recherche wurde gefördert durch die Stiftung Presse.
Was andere Leser gerade lesen
Gespeichert in Ihrer Leseliste
Wenn du nichts verpassen willst, aktiviere unsere Mitteilungen.
Wir sind auch auf TikTok
Heft 12/2024 jetzt am Kiosk
Freischalten für 0,99 €
Diesen Beitrag können nur Abonnentinnen und Abonnenten lesen.
Als gemeinnützige Redaktion leben wir von den Beiträgen unserer Leserinnen und Leser.
Dieses Element enthält Daten von Datawrapper. Sie können es mit einem Klick laden.
Zum Schutz Ihrer Daten ist diese Karte nicht aktiviert.
Dieser Browser kann das Video nicht wiedergeben.
Video-Player überspringen
Visualisierung: Büro Nordwind
Richtigstellung: Die Fähre ist 1974 gebaut worden, nicht 1947. Wir bitten, den Fehler zu entschuldigen.
Der Beitrag wurde mit ChatGPT überarbeitet und redaktionell kontrolliert.
Gesponserter Beitrag
Teste dein Wissen im Insel-Quiz
Wie gefällt Ihnen dieser Beitrag?
Zur mobilen Version
red, ahlbeck.ORF.at
Bleiben Sie informiert: Der Küstenbrief erscheint jeden Donnerstag.
Dieser Text ist nur mit Plus lesbar.
Unterstützen Sie unabhängigen Lokaljournalismus mit 5 Euro im Monat.
Ein Sprachmodell hat diesen Artikel zusammengefasst.
Ihr Gerät unterstützt keine HTML5-Videos.
Als Amazon-Partner verdienen wir an qualifizierten Verkäufen.
Haben auch Sie Probleme mit der Fähre? Erzählen Sie uns davon.
Zur Umfrage
Singles in Ihrer Nähe
★★★★☆ 4,2 (118)
KNA
"""

HEADINGS = """
WhatsApp
Kamera und Akku: solide
Produktion soll steigen
Analyse: Ein Sieg mit Makel
Kommentare
Pause
14.30 Uhr
Stand 18 Uhr: zwei Tote
Redaktion unter Druck
Mehr Geld für Schulen
Der Newsletter aus dem Rathaus
Podcast aus dem Maschinenraum
Jetzt wird gebaut
14 Bilder einer Insel
Abo statt Fahrkarte
So kündigen Sie Ihr Abo per E-Mail
Weiter nach Norden
Keine Kommentare
Umfrage ohne Folgen
Live-Ticker
Region im Wandel
Seite an Seite
"""


@pytest.mark.parametrize("text", TOLD.strip().split("\n"))
def test_sentences_that_tell_something_are_read(text: str) -> None:
    """A sentence that reports is the article's, whatever words of newspaper pages are in it."""
    assert reason_to_drop(text) is None


@pytest.mark.parametrize("text", BESIDE.strip().split("\n"))
def test_what_speaks_to_the_reader_is_not_read(text: str) -> None:
    """Pointers, offers, notes, credits and buttons have a reason not to be read."""
    assert reason_to_drop(text)


@pytest.mark.parametrize("text", HEADINGS.strip().split("\n"))
def test_a_line_in_a_subheading_s_place_may_be_one(text: str) -> None:
    """Between two paragraphs, a word that is a button elsewhere is a subheading."""
    assert reason_to_drop_alone(text) is None
