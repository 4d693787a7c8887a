"""Text as it comes from pages, made fit for a voice: invisible and look-alike characters, markup, other scripts."""

from __future__ import annotations

import re
import unicodedata

_SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f",
    ),
    " ",
)
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
     *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFFC), *range(0xE0000, 0xE0200)]
)  # fmt: skip
_PLAIN = str.maketrans(
    {
        "\u2028": "\n", "\u2029": "\n", "\r": "\n", "\x85": "\n",
        "‐": "-", "‑": "-", "⁃": "-", "﹣": "-", "‒": "–", "―": "—", "⸺": "—", "`": "'", "´": "'", "ʼ": "’", "′": "'", "″": '"',
        "⁄": "/", "∕": "/", "∶": ":", "․": ".", "‥": "…", "μ": "µ", "∙": "·", "㎡": "m²", "㎥": "m³", "㎞": "km", "㎏": "kg",
        "Ω": "Ω", "K": "K", "Å": "Å", "\u0378": None,
    }
)  # fmt: skip
#: What one character becomes, in one table: nearly all texts have few of them, so that looking is cheaper than translating.
_REPLACED = {
    **{chr(code): space for code, space in _SPACES.items()},
    **{chr(code): "" for code in _INVISIBLE},
    **{chr(code): said or "" for code, said in _PLAIN.items()},
}
_ODD = re.compile("[" + "".join(re.escape(c) for c in _REPLACED if c < "\U00010000") + "]")
_TAGGING = re.compile("[\U000e0000-\U000e01ff]")
_LIGATURES = {
    **{chr(0x2080 + n): str(n) for n in range(10)},
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ĳ": "ij",
    "ŉ": "’n",
}
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--[^<>\n]{0,500}-->|<[!?][^<>\n]{0,200}>")
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|nbsp|shy|apos)|#(\d{1,6})|#x([0-9a-fA-F]{1,5}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": " ", "shy": "", "apos": "'"}
_OTHER_SCRIPT = re.compile(r"[^\x00-\u024F\u1E00-\u1EFF\u2000-\u2BFF]")
#: A word with a letter of another script in it: its Latin letters in front, and what comes behind.
_FOREIGN_WORD = re.compile(r"\b(?:(?=\w)[\x00-\u024F\u1E00-\u1EFF\u2000-\u2BFF])*+\w+")

_CYRILLIC = {
    "а": "a", "б": "b", "в": "w", "г": "g", "д": "d", "е": "e", "ё": "jo", "ж": "sch", "з": "s", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "ch", "ц": "z",
    "ч": "tsch", "ш": "sch", "щ": "schtsch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "є": "je", "і": "i",
    "ї": "ji", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dsch", "ғ": "gh", "қ": "q",
    "ң": "ng", "ө": "ö", "ұ": "u", "ү": "ü", "һ": "h", "ә": "ä",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m",
    "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps",
    "ω": "o", "ά": "a", "έ": "e", "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o", "ϊ": "i", "ϋ": "y", "ΐ": "i", "ΰ": "y",
}  # fmt: skip
_GREEK_PAIRS = (
    ("μπ", "b"),
    ("ντ", "d"),
    ("γκ", "g"),
    ("ου", "u"),
    ("ού", "u"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("αι", "e"),
    ("ει", "i"),
    ("οι", "i"),
)
#: UTF-8 that was read as Windows-1252 or Latin-1: what the letters and marks of German texts become then.
_MANGLED = {
    good.encode("utf-8").decode(wrong): good
    for wrong in ("latin-1", "cp1252")
    for good in "äöüÄÖÜßéèáàç–—„“‚‘’…€°§"
    if wrong == "latin-1" or all(byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) for byte in good.encode("utf-8"))
}
_MANGLING = re.compile("|".join(map(re.escape, _MANGLED)))
#: A single Greek letter is a symbol, and has a name.
_LETTER_NAMES = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda My Ny Xi Omikron Pi Rho Sigma Tau Ypsilon Phi Chi Psi Omega".split(),
        strict=True,
    )
)
#: Cyrillic and Greek letters that look like Latin ones, for words that mix the scripts.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁѵАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορν", "aeopcyxijsdvABEKMHOPCTYXIJSABEZHIKMNOPTYXaopv"
)


def clean(text: str) -> str:
    """Repair a text so that only what can be said is left; letters that need nothing stay as they are.

    Invisible characters, control characters, lone surrogates, tags and emoji go; words in other scripts are
    transliterated; look-alikes become what they look like. Line breaks stay.
    """
    if text.isascii() and "<" not in text and "&" not in text and text.isprintable():
        return text
    text = _MANGLING.sub(lambda m: _MANGLED[m[0]], text) if "Ã" in text or "â" in text else text
    text = _TAGGING.sub("", _ODD.sub(lambda m: _REPLACED[m[0]], text))
    text = _ENTITY.sub(_entity, text)
    text = _TAG.sub(" ", text)
    text = "".join(_LIGATURES.get(c, c) for c in text) if any(c in text for c in _LIGATURES) else text
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "", text)
    text = re.sub(r" {2,}", " ", text)
    return _latin(text) if _OTHER_SCRIPT.search(text) else _without_symbols(text)


def _entity(match: re.Match[str]) -> str:
    if match[1]:
        return _NAMED[match[1]]
    code = int(match[2]) if match[2] else int(match[3], 16)
    return chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _without_symbols(text: str) -> str:
    """Without pictures, which have no words: emoji, dingbats, box drawings, flags."""
    return re.sub(
        r"[\u2100-\u2115\u2117-\u2121\u2123-\u214F\u2300-\u23FF\u2400-\u2BFF\u20D0-\u20FF]+", " ", text
    )


def _latin(text: str) -> str:
    """Words of other scripts in Latin letters."""
    text = _FOREIGN_WORD.sub(lambda m: _word(m[0]), text)
    return _without_symbols(_OTHER_SCRIPT.sub(lambda m: _character(m[0]), text))


def _word(word: str) -> str:
    if any(c.isascii() and c.isalpha() for c in word):
        word = word.translate(_LOOKALIKES)
    low = word.lower()
    if len(word) == 1 and low in _LETTER_NAMES:
        return _LETTER_NAMES[low]
    if any(c in _GREEK for c in low):
        for pair, letters in _GREEK_PAIRS:
            low = low.replace(pair, letters)
        return _cased(word, "".join(_GREEK.get(c, c) for c in low))
    if any(c in _CYRILLIC for c in low):
        low = re.sub(r"(?<=[аеёиоуыэюя])с(?=[аеёиоуыэюя])", "ss", low)
        low = re.sub(r"(?<=[аеёоуыэюяьъ])е|^е", "je", low)
        low = re.sub(r"ий\b", "i", low)
        return _cased(word, "".join(_CYRILLIC.get(c, c) for c in low))
    return word


def _cased(model: str, word: str) -> str:
    return (
        word.upper()
        if len(model) > 1 and model.isupper()
        else word.capitalize()
        if model[:1].isupper()
        else word
    )


def _character(character: str) -> str:
    """Any other character: its Latin transliteration, or a space."""
    plain = unicodedata.normalize("NFKD", character)
    if plain.isascii():
        return "".join(c for c in plain if c.isalnum() or c in " .,-")
    if not character.isalnum():
        return " "
    if unicodedata.category(character) in ("Nd", "Nl", "No"):
        digit = unicodedata.digit(character, -1)
        return str(digit) if digit >= 0 else " "
    from anyascii import anyascii

    found = anyascii(character)
    return "".join(c for c in found if c.isalnum())
