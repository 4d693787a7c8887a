"""Words of capitals, said letter by letter or as a word."""

from __future__ import annotations

import pytest

from podcaster.voices.initials import is_spelt

SPELT = (
    "CDU UN ARD EZB BIP KI ICE WHO IWF OECD UNHCR ETH BASF SAP ÖPNV SPÖ ADAC ISDN DGUV DOSB EMRK FAZ "
    "IGBCE OPCW WASG EKG AKW"
)
WORDS = (
    "NATO FIFA UEFA UNO UNESCO PISA AIDS BAMF STIKO SARS OPEC NASA IKEA REWE EDEKA LIDL PETA NABU BUND "
    "MINT KITA FRONTEX ASEAN SCHUFA GEMA TÜV UFO NICHT JETZT ACHTUNG WELT ZEIT BILD SPIEGEL EILMELDUNG "
    "DAS IST Eis ARDs A"
)


@pytest.mark.parametrize("word", SPELT.split())
def test_said_letter_by_letter(word: str) -> None:
    """What cannot be a German word, and what is short."""
    assert is_spelt(word)


@pytest.mark.parametrize("word", WORDS.split())
def test_said_as_a_word(word: str) -> None:
    """What reads like a German word, what is one in capitals, and what is not in capitals."""
    assert not is_spelt(word)
