"""Where compounds are parted, and which words are left whole."""

from __future__ import annotations

import pytest

from podcaster.voices.compounds import parts

KNOWN = {"Militär", "Militärs", "Raketen", "Kapital", "Kamera", "Kabinett", "Verdi", "Conte"}
PARTED = (
    "Bundestags|präsidentin Berufs|schule Kriegs|beginn Impf|stoff Raketen|angriffe Mittags|schlaf "
    "Haft|befehl Bundes|behörde Waffen|stillstands Sprech|stunde Einstich|stelle Umgangs|sprachlich "
    "Wohn|gebiet Ehe|frau Halte|stelle Rede|zeit Rede|recht Straf|täter Maß|nahme Militär|basis "
    "Militär|stützpunkt Kapital|markt Kabinetts|beschluss Echt|heit Kunst|handwerk Forscher|team "
    "Körper|gewichts Innen|stadt Über|blick unter|schiedlich Gegen|teil Hinter|grund Rad|weg Blut|druck "
    "Mond|licht Fuß|ball Buch|stabe Tat|sache Rot|wein Außen|ministerium Regierungs|partei Chef|redakteur"
)
WHOLE = (
    "Radio Hoffnung Gastgeber Gastronomie Rotterdam Gründung Spargelzeit Lobbyist Wertung Abstand "
    "Verstand bisschen Küsschen Angestellte Gegenstand gegenüber Kapitalismus Kameradschaft militärisch "
    "Verdienste Contentanbieter transportieren Manifestation Konstellation Industrie Registrierung "
    "Fenster redeten Behandlung unbekannt Bundestag verwenden Vorsitzende Hunderte Tonne Tagen überleben "
    "Ehemalige Leben kurz Wald-Brand"
)


@pytest.mark.parametrize("word", PARTED.split())
def test_compounds_are_parted(word: str) -> None:
    """Before parts that are read wrongly behind another, and behind words that have sounds of their own."""
    assert parts(word.replace("|", ""), KNOWN) == tuple(word.split("|"))


@pytest.mark.parametrize("word", WHOLE.split())
def test_other_words_stay_whole(word: str) -> None:
    """Words with prefixes and endings, and those in which such a part stands by accident."""
    assert parts(word, KNOWN) is None
