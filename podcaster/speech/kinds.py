"""What kind of word a word is, by its form: a verb, an adverb, a noun that says when or how much."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcaster.speech import nouns
from podcaster.speech.nearby import NOT_ADJECTIVES, is_adjective, is_determiner, is_preposition

#: Verbs without an object: what stands beside them is their subject.
INTRANSITIVE = frozenset(nouns.load("clauses")["intransitive"].split())
#: Past tenses without -te, with their prefixes; their plural has -en.
_STRONG = (
    r"(?:be|ver|er|ge|ent|emp|zer|über|unter|wider|wieder|miss|hinter|voll|durch|um|auf|ein|ab|an|aus)?(?:traf|schlug|stieß|rief|zwang|ließ|riet|fing|lud|"
    r"sah|bat|fand|griff|band|hob|schoss|trug|lor|wann|nahm|hielt|warf|trieb|schrieb|glich|sang|zog|fiel|trog|grub|sprach|wog|half|lag|stand|kam|ging|war|"
    r"gab|lieh|trat|starb|blieb|schuf|warb|saß|stieg|trank|aß|fraß|las|maß|fuhr|lief|flog|floh|schloss|schnitt|schwieg|schien|rang|sprang|sank|stahl|brach|"
    r"brannte|goss|hieb|bog|bot|fror|genoss|lag|log|zieh|mied|pfiff|ritt|riss|roch|schob|schritt|schwamm|schwur|sann|spann|stach|strich|wich|wies|wuchs|"
    r"wusch|tat|wusste|bis|biss|litt|lud|buk|hing|galt|schmolz|focht|wand|schwand|schrak|drang|klang|gelang|kroch|schlich|stritt|glitt|lieh|schied|vergaß|"
    r"verdarb|befahl|empfahl|geschah|gewann|verlor|vergab|fror)"
)
_VERB = re.compile(
    rf"\w{{2,}}(?:te|ten|t|en)|{_STRONG}|"
    r"pries|soll|will|kann|muss|darf|wird|wurden?|würde|werde|habe|sei|mag|weiß|isst|tut|sind|bin|wären?|gäben?|kämen?|fänden?|ließen?|lägen?|stünden?|bekämen?|nähmen?|ginge"
)
_STRONG_SINGULAR = re.compile(_STRONG)
_STRONG_PLURAL = re.compile(rf"{_STRONG}en")
_NO_VERBS = (
    NOT_ADJECTIVES
    | frozenset(
        "mit seit nicht jetzt selbst fast dort sofort erst zuerst zuletzt einst oft meist zunächst gegen neben zwischen hinten oben unten "
        "bekanntlich damit somit samt laut sonst nebst jüngst längst direkt damals überhaupt insgesamt heut".split()
    )
) - frozenset(
    "wurde hatte sollte wollte konnte musste werden haben waren seien sind würde könnte müsste dürfte hätte".split()
)
#: Forms of to be, and of to become.
BE = frozenset(
    "ist sind war waren sei seien wäre wären bin bist wurde wurden bleibt blieb bleiben blieben heißt hieß".split()
)
BECOME = frozenset("wird werden würde würden werde".split())
_TIMES = re.compile(
    r"(?:\w*(?:tag|abend|nacht|morgen|mittag|woche|monat|jahr|stunde|minute|sekunde|wochenende|ende|anfang|mitte)(?:e?[sn]|en|)|mittwoch|sommer|winter|frühling|frühjahr|herbst|januar|jänner|februar|märz|april|mai|juni|juli|"
    r"august|september|oktober|november|dezember|weihnachten|ostern|pfingsten|silvester|mal|früh)"
)
#: How long, how far, how much: no object, and in the accusative beside any verb.
MEASURES = re.compile(
    r"(?:\w*(?:meter|tag|monat|abend|morgen|vormittag|nachmittag|punkt|grad|liter|euro|dollar|franken|cent|hektar|sommer|winter|schritt|zoll|rubel)|platz|rang)"
)
_AMOUNTS = tuple("gramm kilo jahr stunde minute sekunde woche tonne prozent mal pfund fuß meile".split())


def is_verb(clause: Sequence[str], index: int) -> bool:
    """Whether a word of a clause is a verb: it ends like one, and no article makes an adjective of it."""
    word = clause[index]
    if (
        not word[0].islower()
        or word in _NO_VERBS
        or is_preposition(word)
        or is_determiner(word)
        or not _VERB.fullmatch(word)
    ):
        return False
    before = clause[index - 1].lower() if index else ""
    inflected = is_adjective(word) and (
        is_determiner(before)
        or is_preposition(before)
        or (clause[index - 1][0].islower() and is_adjective(before))
    )
    alone = before in ("alle", "viele", "beide", "einige", "mehrere", "manche") and index == len(clause) - 1
    return not (index and inflected) or alone or bool(_STRONG_PLURAL.fullmatch(word))


def is_measure(noun: str) -> bool:
    """Whether a noun says how long, how far or how much: it is no object then."""
    return bool(MEASURES.fullmatch(noun.lower())) or noun.lower().endswith(_AMOUNTS)


def is_time(noun: str) -> bool:
    """Whether a noun says when."""
    return bool(_TIMES.fullmatch(noun.lower()))


def is_adverb(word: str) -> bool:
    """Whether a word alone before the verb says how: "Vergeblich suchte …"."""
    return bool(_ADVERB.fullmatch(word.lower())) and not nouns.is_listed(word)


#: How adverbs end.
_ADVERB = re.compile(r"\w{3,}(?:lich|weise|isch|haft|sam|los|ens|mals|falls|wärts|ends|maßen|dings|halber)")


def is_past(word: str) -> bool:
    """Whether a word is a verb in the past, of one: `knickte`, `erging`."""
    return word[0].islower() and (word.endswith("te") or bool(_STRONG_SINGULAR.fullmatch(word)))


def is_past_plural(word: str) -> bool:
    """Whether a word is a verb like `bekamen`, and no adjective, although it ends like one."""
    return bool(_STRONG_PLURAL.fullmatch(word))


def has_no_object(verb: str) -> bool:
    """Whether nothing but its subject can stand beside a verb."""
    return verb in INTRANSITIVE or verb in BE or verb in BECOME
