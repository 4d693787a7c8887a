"""Language: whether a text is German, as far as its script and commonest words tell."""

from __future__ import annotations

import re
import unicodedata

#: The commonest short words of languages that newspapers here link to, few of them in two lists.
_WORDS = {
    "German": "der die das und ist nicht ein eine einen dem den des mit von für auf im sich auch wird als "
    "zu bei nach aus werden hat sind war dass oder aber wie einer zum zur haben noch nur sie er es wir",
    "English": "the and of is that for with was are this be have has from by not they which were will "
    "been their would what there it he his but you said who",
    "French": "le les et est une dans que qui pour pas sur avec il ce cette sont du aux plus par ont été ne",
    "Italian": "il che di per con sono della non una gli anche del alla è nel più dei questo come delle",
    "Spanish": "el los que y por una con para las es del se como pero más este fue ha su lo al está",
    "Dutch": "het een van en dat niet zijn voor met aan ook maar bij naar door wordt uit heeft deze wat dit",
    "Polish": "nie się jest na że do jak przez od ale dla są było który tego oraz po przy już tylko",
    "Turkish": "ve bir bu için ile olarak olan daha çok gibi kadar sonra en ise değil ama var",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic script",
    "GREEK": "Greek",
    "ARABIC": "Arabic",
    "HEBREW": "Hebrew",
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "DEVANAGARI": "Hindi",
}
#: Letters and words that are looked at: the opening of an article tells enough.
_ENOUGH = 20_000
#: With fewer of the common words than this, a text is too short to tell.
_FEW = 8


def foreign_language(text: str) -> str | None:
    """Name the language of `text` in English if it is clearly another than German, else None.

    A German text with foreign names, quotes or paragraphs is German.
    """
    opening = text[:_ENOUGH]
    letters = [letter for letter in opening if letter.isalpha()]
    other = [letter for letter in letters if ord(letter) > 0x24F]  # beyond Latin and its extensions A and B
    if len(other) > len(letters) / 2:
        scripts = [unicodedata.name(letter, "?").split()[0].split("-")[0] for letter in other[:500]]
        commonest = max(set(scripts), key=scripts.count)
        return _SCRIPTS.get(commonest, "a language in another script")
    words = re.findall(r"[^\W\d_]+", opening.lower())
    counts = {language: sum(word in common for word in words) for language, common in _SETS.items()}
    likeliest = max(counts, key=lambda language: counts[language])
    if counts[likeliest] < _FEW or counts[likeliest] < 2 * counts["German"]:
        return None
    return likeliest
