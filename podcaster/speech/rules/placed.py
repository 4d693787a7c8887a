"""Who was placed in a ranking: a woman (`Zweite`) or a man (`Zweiter`)."""

from __future__ import annotations

import re

from podcaster.speech import nearby, nouns

#: Who stands right before the verb in the last clause: ", die Schwester wurde 1.".
_PLACED = re.compile(
    r"\b([Dd]er|[Dd]ie|[Ii]hre?|[Ss]eine?|[Ee]ine?) (?:[a-zäöüß-]+ )?([A-ZÄÖÜ][\wäöüß-]+) (?:wurde|wird|ist|war|landete|kam|blieb|belegte)[^,]{0,30}$"
)
_WOMAN = re.compile(
    r"(?:in|frau|dame|schwester|mutter|tochter|[Tt]ante|[Cc]ousine|[Nn]ichte|Schwester|Mutter|Tochter|Frau|Dame)$"
)


def is_feminine(match: re.Match[str]) -> bool:
    """Whether who was placed is a woman, or are several: "Zweite", not "Zweiter"."""
    before = match.string[max(0, match.start() - 120) : match.start()]
    sentence = re.split(r"(?<!\d)[.!?]\s", before)[-1]
    clause = re.split(r"(?<!\d), |; ", sentence)[-1]
    if (shown := _of_clause(clause.split())) is not None:
        return shown
    placed = _PLACED.search(sentence)
    if placed and placed[1].lower() in ("der", "ihr", "sein", "ein"):
        return False
    if placed and _WOMAN.search(placed[2]):
        return True
    subject = re.search(r",\s(?:(?:ihr|sein|mein|der|die)e?\s)?([A-ZÄÖÜ]\w+)\s$", sentence)
    if subject:
        if subject[1] in nouns.names("women"):
            return True
        return subject[1].endswith("in") and nouns.gender(subject[1]) == "f"
    if re.search(
        r"\b(?:wurden|waren|sind|werden|kamen|landeten) (?:die|unsere|seine|ihre|beide) (?:[a-zäöüß]+en )?[A-ZÄÖÜ]\w+(?:en|er|innen|s|e)\b",
        sentence,
    ):
        return True
    if re.search(
        r"\b(?:Die [A-ZÄÖÜ]\w+(?:en|er|innen)|[Ss]ie) (?:wurden|waren|sind|werden|kamen|landeten)\b", sentence
    ):
        return True
    if re.search(r"\b(?:[Ee]r|[Dd]er)\b", sentence) and not re.search(
        r"\b(?:[Ss]ie|[A-ZÄÖÜ]\w+in)\b", sentence
    ):
        return False
    if any(w in nouns.names("women") for w in re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]+", sentence)):
        return True
    for noun in re.findall(r"\b(?:[Dd]ie|[Ee]ine|[Ii]hre) ((?:[a-zäöüß-]+ )?[A-ZÄÖÜ][\wäöüß-]+)", sentence):
        last = noun.split()[-1]
        if last.endswith("in") or re.search(r"(?:e|frau|läuferin|mutter|tochter|schwester)$", last):
            return True
    return bool(
        re.search(
            r"\b(?:[Ss]ie|Frau|[A-ZÄÖÜ][a-zäöüß-]{3,}(?:erin|istin|entin|antin|anzösin|rztin|öchin|ärntnerin))\b",
            sentence,
        )
    )


def _of_clause(words: list[str]) -> bool | None:
    """The same by the first noun group of a clause that no preposition governs; None where none tells."""
    index = 0
    while index < len(words):
        word, low = words[index].strip('„“"»«():'), words[index].lower()
        following = words[index + 1] if index + 1 < len(words) else ""
        if low in ("er", "sie") or (
            low in ("der", "die")
            and not index
            and following[:1].islower()
            and not nearby.is_adjective(following)
        ):
            return low in ("sie", "die")
        if nearby.is_preposition(low) or low in nearby.CONTRACTED:
            index = _group_end(words, index + 1)
            continue
        if low in _ARTICLES:
            end = _group_end(words, index + 1)
            of = nouns.gender(words[end - 1].strip(",."))
            if low in ("die", "eine", "ihre", "seine", "unsere", "meine"):
                return True
            if low not in ("den", "dem", "des", "einem", "einen") and of != "f":
                return False
            index = end
            continue
        if word[:1].isupper() and not (low in _ADVERBS and not index):
            known = _of_name(word, following, first=not index)
            if known is not None:
                return known
            if not index and nouns.gender(word) is None and following[:1].islower():
                return bool(_HERS.search(" ".join(words)))  # "Shiffrin beendete ihre Saison als 3."
        index += 1
    return None


#: A surname alone tells nothing; what belongs to her does.
_HERS = re.compile(r"\b(?:ihre?[mnrs]?|sie)\b")
_ADVERBS = frozenset(nouns.load("clauses")["adverbs"].split())


def _of_name(word: str, following: str, *, first: bool) -> bool | None:
    """Whether a noun without article is a woman's name or what a woman is called."""
    if word in ("Frau", "Herr"):
        return word == "Frau"
    if word in nouns.names("women"):
        return True
    if word.endswith("in") and nouns.gender(word) == "f":
        return True
    man = (
        not word.lower().endswith(("meter", "liter"))
        and re.search(r"(?:kollege|er|ist|mann|sieger|bruder|sohn)$", word)
        and nouns.gender(word) == "m"
    )
    return False if man and (first or following[:1].isupper()) else None


def _group_end(words: list[str], index: int) -> int:
    """Where the noun group that begins at a word ends."""
    while index < len(words) and (words[index][0].islower() or not words[index][0].isalpha()):
        if not (nearby.is_adjective(words[index]) or nearby.is_determiner(words[index])):
            return index
        index += 1
    while index < len(words) and words[index][0].isupper():
        index += 1
    return index


_ARTICLES = frozenset(
    "der die das ein eine ihr ihre sein seine unser unsere mein meine den dem des einem einen".split()
)
