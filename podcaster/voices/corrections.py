"""Vowels and consonants that eSpeak NG gets wrong in whole classes of German words.

Each row: words (in full, large or small), sounds in eSpeak NG's IPA, what stands instead, and examples.
"""

from __future__ import annotations

import re

from podcaster.voices import espeak

_ENDING = "(?:e[mnrst]?|est|et(?:e[mnrst]?)?)?"
CORRECTIONS: tuple[tuple[str, str, str, str], ...] = (
    (
        rf"\w*(?:hör|stör|empör|schwör)t{_ENDING}|\w*behörd\w*",
        "œ(?=[rɾ])",
        "øː",
        "gehört, zerstörte, Behörde",
    ),
    (rf"\w*(?:klär|nähr|bewähr)t{_ENDING}", "ɛ(?=[rɾ]t)", "ɛː", "erklärt"),
    (rf"\w*spürt{_ENDING}", "ʏ", "yː", "gespürt"),
    (rf"\w*größt\w*|\w*löst{_ENDING}|\w*stößt|\w*tröst\w*", "œ(?=st)", "øː", "größte, gelöst"),
    (r"\w*(?:grüß|büß)t\w*", "ʏ(?=st)", "yː", "begrüßte"),
    (
        r"(?:ab|an|auf|aus|bei|bekannt|bloß|da|ein|fern|fest|frei|heim|her|hin|kennen|klar|los|mit"
        r"|nach|nieder|raus|rein|statt|teil|um|vor|wach|weg|zu)ge(?!h[et]|hen|b[et]|ben|gen|ld|ist|nu|stern)\w{3,}",
        "^([^ɡ]*)ɡˌ?(?:eː?|ɛ)",
        r"\1ɡə",
        "nachgedacht",
    ),
    (
        r"\w+ge(?:st(?:ell|ernt|imm|oß|ieg|ürz|ört|anden|ützt|euert|artet|rengt|richen)"
        r"|sp(?:itzt|rochen|ielt|errt|annt|ürt))\w*",
        "ɡ[əɛ]s(?=ˌ?[tp])",
        "ɡəʃ",
        "zugestimmt",
    ),
    (r"\w*möglich\w*", "œ[ɡk]l", "øːkl", "möglicherweise, ermöglicht"),
    (r"\w*(?:höch|näch|lich|reich|weich)st\w*", "kst", "çst", "höchster, möglichst"),
    (r"\w*höchst\w*", "œ(?=çst)", "øː", "höchster"),
    (r"\w*nächst\w*", "ɛ(?=çst)", "ɛː", "nächster"),
    (rf"(?:\w*(?:ge|be|ver|ein|aus|um))?plant{_ENDING}", "a(?=nt)", "ɑː", "geplant"),
    (rf"\w*(?:beton|verton|schon)t{_ENDING}", "ɔ(?=nt)", "oː", "betont, geschont"),
    (
        rf"(?:\w*(?:ge|ab|auf|aus|ein|er|heim|her|hin|nach|über|wieder|zurück))?holt{_ENDING}",
        "ɔ(?=lt)",
        "oː",
        "holte, wiederholt",
    ),
    (r"\w*schläfst|\w*schläft", "ɛ(?=f)", "ɛː", "schläft"),
    (rf"\w*offenbart{_ENDING}", "a(?=[rɾ]t)", "ɑː", "offenbarte"),
    (rf"\w*wert(?:e|en|s|es|em|er|voll\w*|los\w*|ung\w*|{_ENDING})", "ɛ(?=[rɾ]t)", "eː", "Wert, bewertet"),
    (r"\w*[aeiouäöü]nkung\w*", "n(?=kʊŋ)", "ŋ", "Erkrankung, Senkung"),
    (r"\w*veranker\w*|\w*krank\w*", "(?<=a)nk", "ŋk", "verankert, Krankenkasse"),
    (
        r"\w+geh(?:olt|ör|alten|akt|andelt|oben|ängt|ängig|eilt|eiratet|olfen)\w*",
        "ɡə(?=ˌ?[aɑoɔøœɛ])",
        "ɡəh",
        "nachgeholt",
    ),
    (r"\w*geburt\w*", "ʊ͡ɐ", "uːɾ", "Geburt"),
    (r"achthundert\w*", "axt(?=[ˈˌ]?ʊ)", "axth", "achthundert"),
)
_COMPILED = tuple(
    (re.compile(words, re.IGNORECASE), re.compile(old), new) for words, old, new, _ in CORRECTIONS
)


def corrected(word: str, said: str = "") -> str:
    """Give the IPA of a word with its right sounds, or nothing where eSpeak NG has them.

    `said` is what is known of it already, and given back where nothing is to be corrected.
    """
    rows = [(old, new) for words, old, new in _COMPILED if words.fullmatch(word)]
    if rows and not said:
        said = espeak.phonemes(word)
    for old, new in rows:
        said = old.sub(new, said)
    return said
