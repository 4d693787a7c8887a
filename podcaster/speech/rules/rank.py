"""Words around ordinals: what asks for one, what goes with one, what begins the next sentence instead."""

from __future__ import annotations

import re

from podcaster.speech import numbers
from podcaster.speech.rules.rule import integer

DETERMINERS = re.compile(
    r"(?:am|im|zum|zur|vom|beim|ins|ans|fürs|aufs|durchs|der|die|das|dem|den|des|(?:dies|jed|jen|welch)(?:e|er|es|em|en)|(?:ein|kein|mein|dein|sein|ihr|unser|eur|euer)(?:e|er|es|em|en)?|alle[rn]?)"
)
#: Behind an ordinal without article these nouns are usual; others may begin a new sentence.
NOUNS = re.compile(
    r"(?:Platz|Plätzen?|Rang|Ränge|Rängen|Liga|Bundesliga|Bezirk|Jahrhundert|Jahrtausend|Etage|Stock|Stockwerk|Runde|Minute|Spieltag|Mal|Klasse|Tag|Woche|Auflage|Weltkrieg|Lauf|Lesung|Senat|"
    r"Zivilsenat|Strafsenat|Kammer|Geburtstag|Todestag|Jahrestag|Quartal|Halbjahr|Hälfte|Halbzeit|Satz|Kapitel|Absatz|Akt|Etappe|Saison|Staffel|Folge|Teils?|Band|Preis|Vorsitzende\w?|"
    r"Bürgermeister\w*|Mannschaft|Sitzung|Instanz|Generation|Reihe|Advent|Division|Stufe|Ausgabe|FC|SC|FSV|Wahlgang|Durchgang|Dan|Grad|Abend|Nacht|Monat|Jahr|Lebensjahr|Schuljahr|Semester|"
    r"Stelle|Obmann|Obfrau|Offizier|Geige|Vizepräsident\w*|[A-ZÄÖÜ][a-zäöü]+(?:reihe|runde|liga|klasse|etappe|auflage|instanz|rang)|"
    r"Novelle|Versuch|Republik|Reich|Petersbrief|Korintherbrief|Symphonie|Sinfonie|Obergeschoss|Untergeschoss|Kl\.|Welle|Dosis|Impfung|Sekunde|Stunde|Viertelfinale|Halbfinale|Kind|Sohn|Tochter|Frau|OG|UG|"
    r"(?:[A-ZÄÖÜ][a-zäöü]+)?(?:[Ss]ieg|[Nn]iederlage|[Tt]reffer|[Tt]itel|[Pp]leite|[Tt]riumph|[Rr]emis|[Aa]nlauf|[Tt]odesfall|[Tt]odesopfer|[Ww]arnstreik|[Ss]aisontor))\b"
)
VERBS_OF_PLACE = re.compile(
    r"\b(?:wurde|wird|werden|wurden|war|ist|sind|waren|landete|landeten|kam|kamen|[Aa]ls|blieb|beendete|endete|geworden|bin)\b"
)
#: What begins a sentence, and is no noun that a number could belong to.
_STARTERS = (
    "Der Die Das Den Dem Des Er Sie Es Wir Ich In Im Am An Auf Bei Mit Nach Von Vor Für Zu Zum Zur Aus Seit Um "
    "Über Unter Doch Aber Und Auch So Dann Danach Damit Dabei Da Dort Hier Nun Jetzt Ein Eine Einen Einem "
    "Einer Kein Keine Alle Diese Dieser Dieses Sein Seine Ihr Ihre Wenn Als Ob Während Weil Man Was Wer Wie "
    "Viele Insgesamt Zuletzt Laut Trotz Wegen Außerdem Zudem Mehr Später Heute Dahinter Davor Dazu Darunter "
    "Rund Etwa Nur Noch Schon Bis Beide Beim Vom Allerdings Anschließend Bereits Gegen Hinter Ohne Wo Zwei "
    "Drei Vier Jeder Jede Manche Einige Weitere Nicht Trotzdem Dennoch Deshalb Daher Gegenüber Nachdem Bevor "
    "Sobald Obwohl Damals Gestern Immer Oft Manchmal Vielleicht Leider Natürlich Darauf Daraufhin Darüber "
    "Dafür Dagegen Daneben Davon Dadurch Darum Deswegen Seitdem Seither Zwar Zuvor Zunächst Zugleich Zumindest "
    "Zusätzlich Ebenso Ebenfalls Erst Erstmals Endlich Eigentlich Immerhin Inzwischen Indes Jedoch Kaum Kurz "
    "Längst Mittlerweile Möglicherweise Nachher Neben Niemand Nichts Nie Oben Offenbar Samt Sonst Sowohl Statt "
    "Überall Übrigens Vorher Vorerst Weder Weiter Weiters Weshalb Wieder Wieso Woher Womit Zwischen Hinzu "
    "Hingegen Entsprechend Angesichts Anders Anfangs Ansonsten Aufgrund Ausgerechnet Besonders Bisher Dank "
    "Demnach Derzeit Diesmal Einst Etliche Ganz Genau Gerade Gleichzeitig Innerhalb Je Jene Keiner Keines "
    "Lediglich Letztlich Mein Meine Mindestens Nachts Nämlich Nunmehr Pro Sämtliche Schließlich Sehr Selbst "
    "Sogar Sollte Somit Soweit Stattdessen Teils Tatsächlich Unser Unsere Vermutlich Völlig Wann Warum Wäre "
    "Welche Wem Wen Wohl Wurde Zurzeit War Waren Ist Sind Hat Haben Hatte Kann Muss Soll Wird Würde Ihm Ihn "
    "Ihnen Uns Mir Mich Dir Jemand Alles Vieles Manches Beides Allein Also Denn Dass Entweder Falls Fast Heuer "
    "Hinten Vorn Vorne Draußen Drinnen Links Rechts Meist Meistens Mehrere Nachmittags Vormittags Abends "
    "Morgens Sodass Solche Spätestens Überhaupt Umso Ungefähr Voraussichtlich Wahrscheinlich Wenig Wenige "
    "Weniger Ziemlich Zuerst Zumal Zweimal Dreimal Einmal"
).split()
STARTS = re.compile(rf"[„\"»“]?(?:{'|'.join(_STARTERS)})\b")


def stem(text: str) -> str:
    """`dritt` of "3."."""
    return numbers.ordinal_stem(integer(text))
