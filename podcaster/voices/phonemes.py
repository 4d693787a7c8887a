"""German text in the phonemes that Kokoro knows: eSpeak NG's IPA, brought to the model's inventory by a
table.

The model was trained on English, Japanese, French, Spanish, Hindi, Italian, Portuguese and Chinese. Its
vocabulary has German's sounds, but no style of it is German: which of two similar signs sounds right
was measured with a recogniser (bench/voices.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from podcaster.voices import espeak
from podcaster.voices.compounds import parts
from podcaster.voices.corrections import corrected
from podcaster.voices.initials import is_spelt
from podcaster.voices.stress import stressed

_VOWEL = "aeiouyøœɛɪʊɔəɐɚɑæʌIWYAO"

#: What replaces what, in reading order; each row with the reason for it. Numbers are the mean log-probability
#: that the recogniser gives to the true text of 50 s of speech, nearer to 0 is better; ±0.02 is chance.
RULES: tuple[tuple[str, str, str], ...] = (
    ("t͡s", "ʦ", "one sign of the model: Zeit"),
    ("t͡ʃ|tʃ", "ʧ", "one sign: deutsch"),
    ("d͡ʒ|dʒ", "ʤ", "one sign: Dschungel"),
    ("ts", "ʦ", "eSpeak writes it as two sounds where a stem ends: nichts"),
    (
        "ɔ͡ø",
        "ɔɪ",
        "Häuser. Two vowels: the signs I, W, Y are English diphthongs, and cost words (-0.63, not -0.60)",
    ),
    ("͡", "", "the other diphthongs, too, are their two vowels: Zeit, Haus; and p͡f its two consonants"),
    ("ɑ̃|ã", "aŋ", "German says French nasals with ŋ: Restaurant, Chance"),
    ("ɔ̃|õ", "ɔŋ", "Balkon, Saison"),
    ("ɛ̃|œ̃", "ɛŋ", "Teint, Parfum"),
    ("̃", "ŋ", "any other nasal vowel"),
    ("[ʏy](?!ː)", "ɨ", "the model has no ʏ, and says y as i: fünf (y -0.70, ɨ -0.52 of a text full of ü)"),
    ("g", "ɡ", "IPA's sign is U+0261, not the letter"),
    ("ɜː", "œ", "as German says English ur: surfen"),
    ("ɜ", "ɐ", "eSpeak's sign for -er: Kinder"),
    ("r", "ɾ", "the Japanese styles know the tap best; ɹ costs words (-0.65, not -0.59), χ and ʁ more"),
    ("ɑː|(?<=ˈ)ɑ|ɑ(?![^ ]*ˈ)", "aː", "German's long a is the short one, longer: Tag, Radio, Einladung"),
    ("ɑ", "a", "eSpeak's open a before the stress: Garantie"),
    (
        f"(?<![ˈˌ {_VOWEL}ː])([{_VOWEL}])ː(?=[^ ˈ]*ˈ)",
        r"\1",
        "eSpeak lengthens full vowels before the stress: Minister, Präsident",
    ),
    (f"(?<=ː)ɾ(?![ˈˌ]?[{_VOWEL}])", "ɐ", "r that no vowel follows is a vowel behind long ones: Uhr"),
    (f"ɾ(?![ˈˌ]?[{_VOWEL}])", "ɹ", "behind short ones it gets lost as one: Markt (-0.49, not -0.38)"),
    ("(?<!ː)ɐ", "ɚ", "-er in ɐ is heard as -e: Keller was heard as Kelle (-0.68, not -0.60)"),
    ("œ|ø(?!ː)", "ɜ", "œ is heard as e or a: möchte, Köln (-0.52, not -0.46)"),
    (
        f"(^|[ ˈˌ])([ptk])(?=[ˈˌ]?[{_VOWEL}])",
        r"\1\2ʰ",
        "German breathes p, t, k: Kunde was heard as Gunde (-0.60)",
    ),
    ("ʔ", "", "a stop before vowels is taken for a consonant (-1.18)"),
)
#: Words that have no stress of their own in a sentence.
_WEAK = frozenset(
    "der die das den dem des ein eine einen einem einer und oder in im an am auf aus bei von vom zu zum zur "
    "mit nach vor für ist es er sie als wie um sich so hat war".split()
)
_COMPILED = tuple((re.compile(old), new) for old, new, _ in RULES)

#: Punctuation that the model knows, and what stands for the rest.
_MARKS = {
    **dict.fromkeys(".,;:!?…", None),
    "–": ",",
    "—": ",",
    "(": ",",
    ")": ",",
    "[": ",",
    "]": ",",
    "/": ",",
}
_SPLIT = re.compile(r"([.,;:!?…–—()\[\]/]+)")


#: Endings of words of the list, and their sounds.
_ENDINGS = {
    "s": "s",
    "in": "ɪn",
    "innen": "ɪnən",
    "sche": "ʃə",
    "schen": "ʃən",
    "scher": "ʃɐ",
    "sches": "ʃəs",
}

#: Where eSpeak runs parts of a number into each other: "tausendvier" gets a soft d, and no stress in front.
_NUMBER = re.compile(
    r"(?<=hundert|tausend)(?=(?:ein|zwei|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|zwan|tausend))"
    r"|(?<=zig|ßig)(?=tausend)"
)


def kokoro_phonemes(text: str) -> str:
    """Give the phonemes of `text` in the model's signs, one character each, punctuation kept."""
    out = ""
    for phrase, part in _parts(_NUMBER.sub(" ", unicodedata.normalize("NFC", text))):
        if not phrase and _SPLIT.fullmatch(part):
            mark = _MARKS.get(part[0]) or part[0]
            out = f"{out.rstrip(' ,')}{mark} " if out else ""
        else:
            runs = [_word(part)] if phrase else _runs(part)
            said = " ".join(filter(None, map(_run, runs)))
            out += f"{said} " if said else ""
    return re.sub(r" (?=[.,;:!?…])", "", out).strip()


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Phrases of the list of words (True), and around them marks and what stands between marks (False)."""
    for number, between in enumerate(_phrases().split(text)):
        if number % 2:
            yield True, between
        else:
            yield from ((False, part) for part in _SPLIT.split(between) if part.strip())


def plain_phonemes(text: str) -> str:
    """Give the phonemes of `text` as eSpeak NG writes them: what models trained on German have learned."""
    out = ""
    for part in _SPLIT.split(unicodedata.normalize("NFC", text)):
        if _SPLIT.fullmatch(part):
            out = f"{out.rstrip()}{_MARKS.get(part[0]) or part[0]} " if out else ""
        elif part.strip():
            out += espeak.phonemes(part, "de").replace("\u0361", "") + " "
    return re.sub(r" (?=[.,;:!?…])", "", out).strip()


def _runs(text: str) -> list[tuple[str, str]]:
    """Cut a clause into runs (kind, text): words with a way of their own apart, the German between them
    whole.

    A kind is a language of eSpeak NG, or empty where the text is IPA already.
    """
    runs: list[tuple[str, str]] = []
    for word in text.split():
        for kind, said in _joined(word):
            if runs and kind == "de" == runs[-1][0]:
                runs[-1] = ("de", f"{runs[-1][1]} {said}")
            else:
                runs.append((kind, said))
    return runs


def _joined(word: str) -> list[tuple[str, str]]:
    """The kind of a word; of one with hyphens that holds a word of the list, the kinds of its parts."""
    whole = _word(word)
    if whole[0] != "de" or "-" not in word:
        return [whole]
    names = [name for name in word.split("-") if name]
    kinds = []
    while names:  # the longest first: the e-mail in an e-mail address
        size = next((n for n in range(len(names), 1, -1) if _word("-".join(names[:n]))[0] != "de"), 1)
        kinds.append(_word("-".join(names[:size])))
        names = names[size:]
    return kinds if any(kind != "de" for kind, _ in kinds) else [whole]


@lru_cache(10_000)
def _word(word: str) -> tuple[str, str]:
    """Kind of a word or of a phrase of the list, and what is said; with a final -s, too."""
    words = _words()
    bare = re.sub(r"\W+$|^\W+", "", word)
    if found := words.get(bare) or words.get(bare.lower()):
        return found
    if said := _with_ending(bare):
        return "", said
    capitals = bare.removesuffix("s")
    if is_spelt(capitals):
        return "", _letters(capitals) + "s" * (bare != capitals)
    said = _german(bare)
    return ("", said) if said else ("de", word)


def _with_ending(word: str) -> str:
    """IPA of a word of the list with an ending that is not in it: Bidens, Trumpsche, Managerinnen."""
    for ending, sounds in _ENDINGS.items():
        stem = word.removesuffix(ending).rstrip("'’")
        kind, said = _words().get(stem, ("de", ""))
        if kind or not word.endswith(ending):
            continue
        if ending == "s":
            return said + ("ɪs" if said[-1] in "sʃ" else sounds)
        if not ending.startswith("in"):
            return said + sounds
        if not stem.endswith("or"):  # die Direktorin: see stress.py
            return re.sub("ɐ$", "ər", said) + sounds
    return ""


def _german(word: str) -> str:
    """IPA of a German word that eSpeak NG gets wrong; nothing where it does not."""
    if two := parts(word, _words()):
        first, second = map(_alone, two)
        return first + _less_stressed(second)
    return corrected(word, stressed(word))


def _less_stressed(second: str) -> str:
    """IPA of a second part of a compound; vowels before its stress are short, as before any."""
    before, stress, behind = second.replace("ˌ", "").partition("ˈ")
    return before.replace("ː", "").replace("ɑ", "a") + f"ˌ{behind}" if stress else second


def _alone(part: str) -> str:
    """IPA of a part of a compound."""
    kind, said = _word(part)
    if kind == "de":  # a noun, perhaps, that lost its capital
        kind, said = _word(part[0].upper() + part[1:])
    return espeak.phonemes(said, kind) if kind else said


def _letters(word: str) -> str:
    """IPA of a word that is said letter by letter: the last one has the stress.

    Apart, since run together as eSpeak NG does it they are taken for a word: +0.5 of log-probability.
    """
    *others, last = (espeak.phonemes(letter) for letter in word)
    return " ".join([*(letter.replace("ˈ", "ˌ") for letter in others), last])


def _run(run: tuple[str, str]) -> str:
    kind, text = run
    said = espeak.phonemes(text, kind) if kind else text
    if kind == "de" and text.split()[-1].lower() in _WEAK:  # at the end, eSpeak would stress it
        before, space, last = said.rpartition(" ")
        said = before + space + re.sub("[ˈˌ]", "", last)
    return to_inventory(said)


def to_inventory(ipa: str) -> str:
    """Bring IPA to the model's signs. The text must be composed (NFC): taken apart, ç would become c."""
    said = unicodedata.normalize("NFC", ipa)
    for pattern, new in _COMPILED:
        said = pattern.sub(new, said)
    return said


@cache
def _phrases() -> re.Pattern[str]:
    """What the list has that is more than one word between blanks and marks."""
    keys = [re.escape(word) for word in _words() if _SPLIT.search(word) or " " in word]
    return re.compile(rf"(?<!\w)((?:{'|'.join(sorted(keys, key=len, reverse=True))})(?:['’]?s)?)(?!\w)")


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Words that German rules get wrong: word -> (language of eSpeak NG or empty for IPA, what is said)."""
    table = (files("podcaster.voices") / "data" / "words.tsv").read_text("utf-8")
    words = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            word, kind, said = [*line.split("\t"), ""][:3]
            words[word] = ("", said) if kind == "ipa" else (kind, said or word)
    return words


def cut_phonemes(said: str, limit: int) -> list[str]:
    """Cut phonemes into pieces of at most `limit` signs: at the mark next to the middle, else at a space."""
    if len(said) <= limit:
        return [said]
    middle = len(said) // 2
    for pattern in (r"(?<=[.;:!?…]) ", r"(?<=,) ", " "):
        places = [m.start() for m in re.finditer(pattern, said) if 0 < m.start() < len(said) - 1]
        near = [p for p in places if abs(p - middle) < len(said) * 0.35]
        if near:
            middle = min(near, key=lambda p: abs(p - middle))
            break
    return cut_phonemes(said[:middle].strip(), limit) + cut_phonemes(said[middle:].strip(), limit)
