"""Scripts for the tests of voices and sound."""

from __future__ import annotations

import random

from podcaster.model import Script, Utterance

SENTENCES = (
    "Der Zug nach Linz fährt heute eine Stunde später ab.",
    "Das teilte die Bahn am Montag mit, nachdem ein Baum auf die Strecke gefallen war.",
    "Niemand wurde verletzt.",
    "Die Strecke soll am Abend wieder frei sein, sagte eine Sprecherin; bis dahin fahren Busse "
    "zwischen den Bahnhöfen.",
    "Wer kann, möge auf andere Linien ausweichen.",
)


def script(*texts: str, pause: float = 0.35) -> Script:
    """A script of these sentences, all of one section."""
    return Script(
        "Der Zug nach Linz",
        tuple(Utterance(text, text, "body", 0, pause) for text in texts or SENTENCES),
        ("Einleitung",),
    )


_WHO = (
    "Die Ministerin",
    "Der Verein",
    "Ein Sprecher der Stadt",
    "Die Forscherin",
    "Der Betrieb",
    "Eine Zeugin",
)
_DOES = ("erklärte", "bestritt", "bestätigte", "verschwieg", "betonte", "bezweifelte")
_WHEN = ("am Montag", "vor drei Jahren", "in der Nacht", "kurz darauf", "beim Frühstück", "im Jahr 2019")
_WHAT = (
    "die Kosten der Brücke",
    "den Umzug nach Graz",
    "eine neue Messung",
    "das Ende der Dürre",
    "den Streik",
)
_ALSO = (", obwohl niemand gefragt hatte", "; das Protokoll liegt vor", "", "", " und ging dann nach Hause")


def article(seed: int, paragraphs: int) -> str:
    """A German article that is like no other: title, paragraphs, a heading before every third."""
    choose = random.Random(seed)
    parts = [f"Bericht {seed} aus {choose.choice(('Wels', 'Linz', 'Steyr'))}"]
    for number in range(paragraphs):
        if number % 3 == 1:
            parts.append(f"Was {choose.choice(_WHO).lower()} wusste")
        said = (
            f"{choose.choice(_WHO)} {choose.choice(_DOES)} {choose.choice(_WHEN)} {choose.choice(_WHAT)}"
            f"{choose.choice(_ALSO)}."
            for _ in range(choose.randint(3, 6))
        )
        parts.append(" ".join(said))
    return "\n\n".join(parts) + "\n"
