"""Scripts for the tests of voices and sound."""

from __future__ import annotations

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
