"""German words whose stress eSpeak NG misplaces, by their ending or beginning.

eSpeak NG knows "Student", "Politik" and "stimmen", but stresses "Studentin" on the first syllable, and
"Politiker" and "zustimmen" on the second last. Here each of these classes gets its stress.
"""

from __future__ import annotations

import re

from podcaster.voices import espeak

_MARKS = re.compile("[ˈˌ]")
_VOWEL = "aeiouyøœɛɪʊɔəɐɑʏ"
_TIE = "\u0361"
#: Women, by the word for men: die Studentin, die Ministerin. Behind -or the stress moves: die Direktorin.
_WOMEN = re.compile(
    r"(?!Valentin|Konstantin|Quentin|Florentin|Schwerin|Cholesterin|\w*[Gg]ly[cz]erin)"
    r"([A-ZÄÖÜ]\w+(?:ent|ant|ist|[dmk]at|okrat|ekt|or|chef|er|är|[sn]ier|eur|issar|notar|thekar|ert|nom)|Chef)(in|innen)"
)
#: Adjectives of French origin: the stress is on the end.
_IOUS = re.compile(r"\w*(?:[gstrdl]i|skandal|pomp|porö|musku?l)ös(?:e[mnrs]?|ere[mnrs]?)?", re.IGNORECASE)
_IKER = re.compile(r"[A-ZÄÖÜ]\w*[^aeoäöü]iker(?:[ns]|in|innen)?")
#: zu- before a verb or what comes of one has the stress, but in these.
_ZU = re.compile(
    r"zu(?!allererst|dem$|einander|erst|folge$|frieden|gegen|grunde|gunsten|gute|hauf|hause|hilfe|innerst"
    r"|leide$|meist|nutze$|ende$|letzt|liebe|mal$|mindest"
    r"|mute$|nächst|nichte|oberst|recht|rück|sammen|schanden|schulden|stande(?:$|kom)|tage|teil$"
    r"|tiefst|ungunsten|viel|vor|wege$|weilen"
    r"|wenig|wider|zeiten)\w{3,}",
    re.IGNORECASE,
)


def stressed(word: str) -> str:
    """Give the IPA of a word with its right stress, or nothing where the word is of none of these classes."""
    if match := _WOMEN.fullmatch(word):
        return _woman(match[1], "ɪn" if match[2] == "in" else "ɪnən")
    if _IKER.fullmatch(word):
        said = _MARKS.sub("", espeak.phonemes(word))
        doubled = re.search(r"(.)\1iker", word)
        return re.sub(
            rf"([{_VOWEL}])ː?([^{_VOWEL}ː]+)[iɪ]ː?k(?=[ɜəe])",
            lambda m: f"ˈ{m[1]}{'ː' if len(m[2].replace(_TIE, '')) == 1 and not doubled else ''}{m[2]}ɪk",
            said,
        )
    if _IOUS.fullmatch(word):
        said = _MARKS.sub("", espeak.phonemes(word))
        return re.sub(r"i?ː?øː(?!.*øː)", lambda found: f"{'i' * found[0].startswith('i')}ˈøː", said)
    if _ZU.fullmatch(word):
        said = espeak.phonemes(word)
        return re.sub("^t͡su", "t͡sˈu", _MARKS.sub("", said)) if re.match("t͡suː[^ ]*ˈ", said) else ""
    return ""


def _woman(man: str, ending: str) -> str:
    if man.endswith(("ert", "nom")):  # der Experte, der Ökonom
        return re.sub("ə$", "", espeak.phonemes(f"{man}e")) + ending
    said = re.sub("ɾ$", "r", stressed(man) or espeak.phonemes(man))
    if man.endswith("or"):
        said = re.sub("oːr$", "ˈoːr", _MARKS.sub("", said))
    return re.sub("[ɜɐ]$", "ər", said) + ending
