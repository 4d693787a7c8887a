"""Whether a noun group without article and preposition is the subject of its clause or an object.

German leaves the case of "1 Hund" to the reader. The second part of a main clause is its verb:
where the subject stands before it, or between it and the group, the group is an object.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcaster.speech import nouns
from podcaster.speech.kinds import BE, BECOME, INTRANSITIVE, MEASURES, is_adverb, is_time, is_verb
from podcaster.speech.nearby import (
    CONTRACTED,
    EIN_WORDS,
    Case,
    is_adjective,
    is_determiner,
    is_preposition,
)


def _words(key: str) -> frozenset[str]:
    return frozenset(nouns.load("clauses")[key].split())


_MODAL = re.compile(
    r"(?:soll|woll|könn|konn|kann|muss|müss|darf|dürf|durf|will|mag|möcht|lass|lässt|ließ|wird|werd|würd)\w*"
)
#: With `es` before them these have an object.
_THERE_IS = re.compile(
    r"(?:gab|g[äi]be|gibt|geben|braucht?e?|brauche|bedarf|hat|hatte|habe|setzt|setzte|regnete|hagelte|kostete?)"
)
_PRONOUNS = _words("pronouns")
_NOMINATIVE = _words("nominative")
_OTHERWISE = _words("otherwise")
_SUBORDINATING = _words("subordinating")
#: Adverbs and the like, which begin a sentence and are no subject.
_ADVERBS = _words("adverbs")


def case_in_clause(words: Sequence[str], following: str, noun: str) -> Case:
    """Nominative or accusative, by the verb and by where its subject stands.

    Args:
        words: The words and commas of the sentence before the group, nearest last.
        following: What stands behind the group's number.
        noun: The group's noun.
    """
    if words and words[-1] in ("und", "oder", "sowie"):
        shown, words = _joined(words)
        if shown:
            return shown
    comma = whole = max((i for i, word in enumerate(words) if word == ","), default=-1)
    clause = list(words[comma + 1 :])
    rest = re.split(r"[.;:!?](?:\s|$)|,\s", following, maxsplit=1)[0].split()
    if (
        clause
        and (comma >= 0 or clause[0].lower() in _SUBORDINATING)
        and (found := _subordinate(clause, rest, noun, words[comma - 1] if comma > 0 else ""))
    ):
        return found
    while comma > 0 and not any(is_verb(clause, i) for i in range(len(clause))):  # a series
        comma = max((i for i, word in enumerate(words[:comma]) if word == ","), default=-1)
        clause = list(words[comma + 1 :])
    if len(clause) > len(words) - whole - 1:  # the verb was said before: as the first thing that was counted
        said = next((i for i in range(len(clause)) if is_verb(clause, i)), 0)
        first = next((i for i, word in enumerate(clause) if i > said and word[0].isdecimal()), len(clause))
        clause = clause[:first]
    clause = _last_of(clause)
    index = next((i for i in range(len(clause)) if is_verb(clause, i)), -1)
    if index < 0:
        return "acc" if clause and clause[0].lower() == "wer" else "nom"
    verb = clause[index]
    field, between = clause[:index], clause[index + 1 :]
    if not field and comma > 0:  # ", 34, hat 1 Hund": the clause goes on behind what was put in
        field = list(words[:comma])
    while field and field[0].lower() in _LEADING:
        field = field[1:] or ["wer"]  # "und hat": the subject is that of the clause before
    if field and field[0].lower() == "es" and not _has_subject(between, verb):
        extent = MEASURES.fullmatch(noun.lower()) and verb not in _FAILING
        return "acc" if _THERE_IS.fullmatch(verb) or extent else "nom"
    subject = _is_subject(field, verb) or _has_subject(between, verb)
    return _beside(verb, rest, noun, subject=subject)


def _joined(words: Sequence[str]) -> tuple[Case | None, Sequence[str]]:
    """What an `und` joins the group to, `eine Frau und`: the case that it shows, and the words before it."""
    start = len(words) - 1
    while start and (words[start - 1][0].isupper() or is_adjective(words[start - 1])):
        start -= 1
    if start == len(words) - 1:
        return None, words
    article = words[start - 1].lower() if start else ""
    if start and (
        EIN_WORDS.fullmatch(article)
        or article in ("den", "dem", "der", "die", "das")
        or article[:1].isdecimal()
    ):
        start -= 1
        if article.endswith(("en", "em")):
            return (
                "dat" if article.endswith("em") or is_preposition(words[start - 1].lower()) else "acc"
            ), words
    return None, words[:start]


def _last_of(clause: list[str]) -> list[str]:
    """The last of several clauses that are joined: `und hat` of "liegt am See und hat"."""
    verbs = [i for i in range(len(clause)) if is_verb(clause, i)]
    for index in range(len(clause) - 1, 0, -1):
        if (
            clause[index] in ("und", "oder", "aber", "sondern", "denn")
            and verbs
            and verbs[0] < index < verbs[-1]
        ):
            return clause[index:]
    return clause


_LEADING = frozenset("und aber oder doch sondern denn auch nur selbst sogar".split())
_FAILING = frozenset("fehlt fehlte fehlen fehlten bleibt blieb folgt folgte ist war wäre wird wurde".split())
_INFINITIVE = re.compile(r"(?!ge)\w+(?:en|ern|eln)|sein|tun")


#: What is beside these is in the dative: "dankte 1 Helfer".
_DATIVE_VERB = re.compile(
    r"(?:dank|gratulier|folg|begegn|vertrau|misstrau|applaudier|kondolier|ähnel|entsprech|nütz|schad|gehorch)(?:e|t|te|ten|en|n)|h[ai]lf\w*|h[eo]lfen|widersprach\w*|widerspr[ie]cht|unterlag\w*|unterliegt|entkam\w*|entkommt|beistehen|entsprach\w*|entspricht|glich|gleicht|wich"
)


def _beside(verb: str, rest: list[str], noun: str, *, subject: bool) -> Case:
    """The case beside a verb whose subject has been found, or not."""
    last = rest[-1].lower() if rest else ""
    if verb in BE:
        return "nom"
    if verb in BECOME or _MODAL.fullmatch(verb):
        if last in ("sein", "werden", "bleiben") or (verb in BECOME and not _INFINITIVE.fullmatch(last)):
            return "nom"
        return "nom" if not subject else "dat" if _DATIVE_VERB.fullmatch(last) else "acc"
    if subject and _DATIVE_VERB.fullmatch(verb):
        return "dat"
    if verb in INTRANSITIVE:
        return "acc" if subject and MEASURES.fullmatch(noun.lower()) and verb not in _FAILING else "nom"
    return "acc" if subject else "nom"


def _subordinate(clause: list[str], rest: list[str], noun: str, about: str) -> Case | None:
    """`dass 1 Mann starb`, `der 1 Mann rettete`, `in dem 1 Mann wohnt`; None where it is a main clause."""
    low = [word.lower() for word in clause]
    first = low[0]
    relative = bool(re.fullmatch(r"der|die|das|welche[rs]?", first)) and (
        len(clause) == 1 or not (clause[1][0].isupper() or is_adjective(low[1]))
    )
    oblique = (
        low[:1]
        if re.fullmatch(r"de[nm]|denen|deren|dessen|welche[nm]", first)
        else low[1:2]
        if is_preposition(first)
        and len(low) > 1
        and re.fullmatch(r"de[nmr]|die|das|denen|deren|dessen|welche[rnms]?", low[1])
        else []
    )
    if any(is_verb(clause, i) for i in range(len(clause))):
        return None  # a main clause
    if first in _SUBORDINATING:
        subject = _has_subject(clause[1:], "")
    elif relative:
        subject = first != "der" or nouns.gender(about) != "f"  # "die Frau, der 1 Mann half"
    elif (
        oblique
        and (first not in ("den", "dem") or len(clause) == 1 or not clause[1][0].isupper())
        and (not is_preposition(first) or len(clause) == 2 or not clause[2][0].isupper())
    ):
        subject = _has_subject(clause[2 if is_preposition(first) else 1 :], "")
    else:
        return None
    verb = next((word for word in reversed(rest) if word[0].islower()), "")
    return _beside(verb.strip(",."), [], noun, subject=subject)


def _is_subject(field: list[str], verb: str) -> bool:
    """Whether what stands before the verb of a main clause is its subject."""
    if not field or is_verb([field[0].lower(), *field[1:]], 0):
        return False
    first = field[0].lower()
    if first in ("was", "wer", "das") and len(field) == 1:
        return True
    if first in _OTHERWISE or is_preposition(first) or first in CONTRACTED or first in _SUBORDINATING:
        return False
    if len(field) == 1 and (first in _ADVERBS or is_adverb(field[0])):
        return False
    if first in _ADVERBS:
        return _is_subject(field[1:], verb)
    return _group_at(field, 0, verb)[0]


def _has_subject(words: list[str], verb: str) -> bool:
    """Whether a subject stands among the words behind a verb."""
    index = 0
    while index < len(words):
        word = words[index].lower()
        if is_preposition(word) or word in _OTHERWISE or word in CONTRACTED:
            index = _group_at(words, index + 1, verb)[1]
            continue
        found, index = _group_at(words, index, verb)
        if found:
            return True
    return False


def _group_at(words: list[str], index: int, verb: str) -> tuple[bool, int]:
    """Whether a noun group that begins at a word may be the verb's subject, and where it ends."""
    first = words[index].lower() if index < len(words) else ""
    noun_next = index + 1 < len(words) and (words[index + 1][0].isupper() or words[index + 1][0].isdecimal())
    if first == "es" or (first in _PRONOUNS and not (noun_next and first in _NOMINATIVE)):
        return True, index + 1
    if not first:
        return False, index + 1
    if _governs(words, index):
        head = next((i for i in range(index + 1, min(len(words), index + 5)) if words[i][0].isupper()), -1)
    else:
        head = index if words[index][0].isupper() else -1
    if head < 0:
        return False, index + 1
    end = head + 1
    while end < len(words) and words[end][0].isupper():
        end += 1
    return _may_act(first, words[head], verb, joined="und" in words), end


def _governs(words: list[str], index: int) -> bool:
    """Whether a noun group's noun stands behind a word: an article, a number, an adjective."""
    word, low = words[index], words[index].lower()
    if low in _NOMINATIVE or low[0].isdecimal() or EIN_WORDS.fullmatch(low) or is_determiner(low):
        return True
    capital = word[0].isupper()
    before_noun = index + 1 < len(words) and words[index + 1][0].isupper()
    return is_adjective(low) and (not capital or (before_noun and nouns.gender(word) is None))


def _may_act(article: str, noun: str, verb: str, *, joined: bool) -> bool:
    """Whether a noun with its article may be a verb's subject, by its case and number."""
    if is_time(noun) and article not in ("der", "das", "die", "ein"):
        return False
    if article == "der" and noun.lower().endswith("jährige"):
        return True
    of, many = nouns.gender(noun), nouns.is_plural(noun)
    if article in ("der", "dieser", "jener", "einer"):
        return not (of == "f" or (many and of != "m"))
    if verb and many and not _is_many(verb):
        return noun.endswith(("er", "en", "el")) or article not in ("die", "seine", "ihre", "diese", "alle")
    if verb and _is_many(verb) and of in ("f", "n") and not many and not joined:
        return article not in ("die", "das", "eine", "ein", "seine", "ihre")
    return True


def _is_many(verb: str) -> bool:
    return verb.endswith("en") or verb in ("sind", "tun")
