"""Words of capitals: whether they are said letter by letter ("EZB") or as a word ("NATO").

eSpeak NG says as a word whatever has a vowel: "ARD" was heard as "Art", and "KI" as "Ki".
"""

from __future__ import annotations

import re

#: Two or three letters, and said as a word; among them words that are set in capitals to give them weight.
_SHORT_WORDS = frozenset(
    "APA AWO DAX ESA ETA EWE GAU HUK IFO IRA LAN NOK PIN PSA RAM ROM SAT SIM TAN TAZ TÜV UFO UNO VOX ZIB "
    "AM AN AUF AUS BEI BIN BIS DA DAS DEM DEN DER DES DIE DU EIN ER ES FÜR GUT HAT ICH IHR IM IN IST JA "
    "JE MAL MAN MIT NEU NIE NUN NUR OB SIE SO TAG TUN UM UND UNS VOM VON VOR WAR WAS WEG WEN WER WIE WIR "
    "WO ZU ZUM ZUR".split()
)
#: Four letters and more, and said letter by letter although they look like a word; and the other way round.
_SPELT = frozenset("ADAC EADS EAEU IAEA IAEO OECD OSZE USPD".split())
_WORDS = frozenset("AIDS AWACS JETZT LIDL UNRWA".split())

_VOWEL = "[AEIOUÄÖÜY]"
_CONSONANT = "[BCDFGHJKLMNPQRSTVWXZ]"
#: What may be said as a German word, by its consonants: these at the beginning and the end, few between.
_BEGINNING = f"{_CONSONANT}|[BFGKP]L|[BDFGKPTW]R|S[CKLMNPTW]|STR|SCH[LMNRW]?|CH|KN|PF|PH|TH|ZW|QU"
_BETWEEN = f"{_CONSONANT}{{1,2}}|(?={_CONSONANT}?.?[LMNRS]){_CONSONANT}{{3}}"
_END = (
    f"{_CONSONANT}|L[DFKMNPSTZ]|M[FPST]|N[DFGKSTZ]|[PFKH]T|[BGKP]S|R[BCDFGKLMNPSTZ]|S[KPT]|SCH|C[HK]|TZ"
    "|LL|NN|RR|SS|TT|FF|CHT|NST|RST"
)
_WORD = re.compile(
    f"(?:{_BEGINNING})?{_VOWEL}{{1,2}}(?:(?:{_BETWEEN}){_VOWEL}{{1,2}})*(?:{_END})?",
)


def is_spelt(word: str) -> bool:
    """Whether a word is said letter by letter: one of two to six capitals; no other word is."""
    if not re.fullmatch(r"[A-ZÄÖÜ]{2,6}", word):
        return False
    if len(word) < 4:
        return word not in _SHORT_WORDS
    return word in _SPELT or (word not in _WORDS and not _WORD.fullmatch(word))
