"""How single words are said: the user's lexicon.toml over the one of the program.

    "Reykjavik" = "Reikjawik"        # say it so
    "Bolsonaro*" = "Bolsonaru*"      # with any ending: Bolsonaros
    "NGO" = { spell = true }         # letter by letter
    "Washington" = { leave = true }   # as written, whatever the program's own says

A word is found whole; upper and lower case count, but a word in lower case is found at a sentence's beginning, too.

The user's words are for every voice. The program's own are for engines that know how German is written and nothing
else: they were chosen by hearing such a one, and a voice that knows foreign words by itself says them worse so.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from podcaster.errors import UsageError
from podcaster.speech import nouns

FILE = "lexicon.toml"
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words or phrases and how they are said; a word that is to be left alone stands for itself.

    Attributes:
        words: Word or phrase, with or without an asterisk, to how it is said.
        own: Those of `words` that the user has written down.
        said: The words that stand in what is said: respelled already, they are foreign no more.
    """

    words: Mapping[str, str]
    own: frozenset[str] = frozenset()
    said: frozenset[str] = field(init=False, repr=False, compare=False)
    _pattern: re.Pattern[str] | None = field(init=False, repr=False, compare=False)
    _users: Lexicon | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keys = sorted(self.words, key=len, reverse=True)
        parts = [
            re.escape(k.removesuffix("*")) + ("([a-zäöüß]{0,4})" if k.endswith("*") else "()") for k in keys
        ]
        parts = [
            f"[{p[0].upper()}{p[0]}]{p[1:]}" if k[0].islower() else p
            for k, p in zip(keys, parts, strict=True)
        ]
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None
        object.__setattr__(self, "_pattern", pattern)
        users = Lexicon({word: self.words[word] for word in self.own}) if self.own else None
        object.__setattr__(self, "_users", users)
        object.__setattr__(self, "said", frozenset(w for v in self.words.values() for w in _WORD.findall(v)))

    def __call__(self, text: str) -> str:
        """The text with its words as they are said."""
        return self._pattern.sub(self._say, text) if self._pattern else text

    def own_words(self, text: str) -> str:
        """The text with the user's own words alone as they are said."""
        return self._users(text) if self._users else text

    def __contains__(self, word: str) -> bool:
        return bool(self._pattern and self._pattern.fullmatch(word))

    def _say(self, match: re.Match[str]) -> str:
        written = match[0]
        ending = next((g for g in match.groups() if g), "")
        stem = written.removesuffix(ending) if ending else written
        said = next((self.words[k] for k in _keys(stem, written) if k in self.words), written)
        if written[0].isupper() and said[:1].islower():
            said = said[0].upper() + said[1:]
        return said.replace("*", ending) if "*" in said else said


def _keys(stem: str, written: str) -> list[str]:
    small = [w[0].lower() + w[1:] for w in (written, stem)]
    return [written, small[0], f"{written}*", f"{small[0]}*", f"{stem}*", f"{small[1]}*"]


def load_lexicon(folder: Path) -> Lexicon:
    """The program's lexicon with the one in `folder`, if there is one, over it.

    Raises UsageError that names the file and the word that is wrong.
    """
    path = folder / FILE
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return shipped()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: is not valid TOML: {error}.") from error
    own = {word: _entry(path, word, value) for word, value in values.items()}
    hidden = {word.casefold().rstrip("*") for word in own}
    kept = {w: said for w, said in shipped().words.items() if w.casefold().rstrip("*") not in hidden}
    return Lexicon({**kept, **own}, frozenset(own))


def _entry(path: Path, word: str, value: object) -> str:
    if isinstance(value, str):
        value = {"say": value}
    if isinstance(value, dict) and len(value) == 1 and word.strip():
        match value:
            case {"say": str(said)} if said.strip():
                return said
            case {"spell": True}:
                return " ".join(c for c in word if c.isalnum())
            case {"leave": True}:
                return word
    raise UsageError(
        f'{path}: "{word}" must be how to say it ("…"), or {{ spell = true }} or {{ leave = true }}.'
    )


@cache
def shipped() -> Lexicon:
    """The program's own lexicon."""
    return Lexicon({word: said for word, said in nouns.load("lexicon").items() if isinstance(said, str)})


#: Spellings that German words do not have: an engine that knows only German is likely to stumble. Parts that meet where two
#: German words are joined ("Krank|heit", "des|halb", "und|zwanzig", "be|antragen") are none.
_FOREIGN = re.compile(
    r"[çñøåłčćšžýőűãõêâîôûœæèëïðþğışţșțźżńśě]"
    # at the beginning, at the end
    r"|\b(?:x|sh|kh|zh|gh|jh|wh|wr|ng|dz|sz(?!en)|dj|mc)|(?<!c)sh\b|gh\b|kh\b|how\b|(?<!i)ew\b|[bcdfgklmnprst]y\b|[aeo]ys?\b|[aeo]ux\b|ois\b|(?<=\w\w)[fkmpv]ing\b|que\b"
    # anywhere
    r"|oo(?!t|r|p|s|z)|ou(?!r\b|te|n)|ght|eau|uee|ears|cz|ij|(?<!all)(?<!sch)ii|aa(?!l|r|t|s|g|b)|cc|rz[yę]|szcz"
    r"|ea(?:[dv]|ks?\b|ch|m[ei]|st|s[eh]|ring|r\b|n\b)|ee[dkp]|[aeo]y(?=[aou])|c(?=[aou])(?<!sc)|c(?=[eiy])(?<!sc)|\bc[hlr](?=[aeiou])"
    r"|(?<![aeioubdnot])j(?![aeouäöü])|\w(?<=[dn])j(?!e|u|ä|a)",
)
_GERMAN = frozenset(
    "bayer bayr party handy baby hobby pony story lobby city sony whisky tempo maya mayer meyer kleyer loyal royal "
    "symbol system team computer cent city clown creme code comic camp camping café christ chron chrom charta chor chaos chance charakter chlor cholesterin "
    "chemie chemiker chemisch chef china chile chines chirurg club couch cousin tour route ressource journal jury jugend coup cover "
    "corona container controlling contra courage croissant cup cut cyprus crème clique clip claus carsten carl caro caritas cant celle cello cellist cottbus coburg "
    "cuxhaven calw cottb carina claudia clara clemens christian christoph christine caroline cornelia constantin conrad carola center concert cd cdu csu "
    "pyramide idee ideal theater real realität reagier museum okay boykott soja mayonnaise ray bayreuth coach"
    "podcast niveau plateau tableau patrouill holocaust konvoi forc asthma hightech chemnitz charkiw cherson chodork charm cocktail clever "
    "zoo boot moor doof kooper koordin campus casting discount discounter provinz ozean ocean facette szene fach zoolog alkohol vanille accessoire police office "
    "service annonce nuance balance renaissance allianz farce finance spray alliiert schiit jobcenter mecklenburg luca marcus lucas oscar nicole vincent marc franc francs".split()
)


def foreign(text: str, lexicon: Lexicon | None = None) -> list[str]:
    """The words of a spoken text that look foreign and are in no lexicon, in order, each once.

    `podcaster inspect --spoken` marks them: an engine may say them wrongly, and lexicon.toml can mend it.
    """
    lexicon = lexicon or shipped()
    found = dict.fromkeys(
        w for w in _WORD.findall(text) if _looks_foreign(w) and w not in lexicon and w not in lexicon.said
    )
    return list(found)


def _looks_foreign(word: str) -> bool:
    low = word.lower()
    if word.isupper() or any(g in low for g in _GERMAN):
        return False
    return bool(_FOREIGN.search(low)) or bool(re.search(r"[a-zäöüß]{2}[A-ZÄÖÜ][a-z]", word))
