"""Forms for all genders: Bürger:innen, Lehrer*innen, Student_innen, MitarbeiterInnen, jede:r."""

from __future__ import annotations

import re

from podcaster.speech import grammar
from podcaster.speech.rules.rule import Rule, rule

_MARK = r"(?:[:*_·]|/-?)"
#: Stem -> masculine plural, where the stem is not the same as it (Bürger) and no ending tells it (Student-en).
_PLURALS = {
    "ärzt": "ärzte", "anwält": "anwälte", "rät": "räte", "köch": "köche", "freund": "freunde", "chef": "chefs", "kund": "kunden",
    "kolleg": "kollegen", "expert": "experten", "zeug": "zeugen", "nachbar": "nachbarn", "bäuer": "bauern", "jüd": "juden", "gäst": "gäste",
    "beamt": "beamten", "pilot": "piloten", "franzos": "franzosen", "chines": "chinesen", "pat": "paten", "genoss": "genossen",
    "gesell": "gesellen", "held": "helden", "spion": "spione", "pol": "polen", "türk": "türken", "russ": "russen", "griech": "griechen",
    "brit": "briten", "dän": "dänen", "schwed": "schweden", "finn": "finnen", "schott": "schotten", "tschech": "tschechen", "slowak": "slowaken",
    "kroat": "kroaten", "rumän": "rumänen", "bulgar": "bulgaren", "ungar": "ungarn", "sachs": "sachsen", "hesse": "hessen",
    "bot": "boten", "laie": "laien", "psycholog": "psychologen", "soziolog": "soziologen", "pädagog": "pädagogen",
    "strateg": "strategen", "fotograf": "fotografen", "geograf": "geografen", "choreograf": "choreografen",
    "virolog": "virologen", "biolog": "biologen", "theolog": "theologen", "ökolog": "ökologen", "epidemiolog": "epidemiologen",
    "therapeut": "therapeuten", "diplomat": "diplomaten", "demokrat": "demokraten", "kandidat": "kandidaten", "soldat": "soldaten",
    "ökonom": "ökonomen", "astronom": "astronomen", "architekt": "architekten", "prokurist": "prokuristen", "azubi": "azubis",
    "sportler": "sportler", "landsmänn": "landsmänner", "wirt": "wirte", "feind": "feinde", "dieb": "diebe", "sklav": "sklaven",
    "psychiat": "psychiater", "könig": "könige", "bundespräsident": "bundespräsidenten", "erb": "erben", "syr": "syrer", "asiat": "asiaten",
}  # fmt: skip
_WEAK = ("ent", "ant", "ist", "nom", "loge", "at", "et", "it", "graf", "log", "urg", "arch", "soph", "ot")


def _masculine(stem: str) -> str | None:
    low = stem.lower()
    for start in range(len(low)):
        if low[start:] in _PLURALS:
            plural = _PLURALS[low[start:]]
            return stem[:start] + (plural.capitalize() if stem[start].isupper() else plural)
    if low.endswith(
        ("hotelier", "bankier", "portier", "premier", "croupier", "routinier", "conférencier", "couturier")
    ):
        return stem + "s"
    if low.endswith(("eur", "är", "ör", "ier")):
        return stem + "e"
    if low.endswith(("er", "el", "ler")):
        return stem
    if low.endswith(("or",)):
        return stem + "en"
    return stem + "en" if low.endswith(_WEAK) else None


def _both(match: re.Match[str]) -> str:
    stem = match["stem"]
    feminine = stem + "innen"
    masculine = _masculine(stem)
    if masculine is None or match.string[match.end() : match.end() + 1] == "-":
        return feminine
    if not masculine.endswith(("n", "s")) and _is_dative_plural(match):
        masculine += "n"
    return f"{feminine} und {masculine}"


def _is_dative_plural(match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    whole = re.sub(rf"(?<=\w){_MARK}(?=innen)", "", text[max(0, start - 90) : start])
    before = [w.lower() for w in grammar.words_before(whole, len(whole))]
    while len(before) > 2 and before[-1] in ("und", "oder", "sowie"):
        before = before[:-2]  # "den Ärzt:innen und Pfleger:innen": what governs the first governs both
    if re.match(r"\s+(?:zufolge|gegenüber|entsprechend)\b", text[match.end() : match.end() + 20]):
        return True
    for word in reversed(before[-4:]):
        if word in (
            "den",
            "diesen",
            "jenen",
            "vielen",
            "allen",
            "beiden",
            "ihren",
            "seinen",
            "unseren",
            "keinen",
            "einigen",
        ):
            return word != "den" or True
        if grammar.is_adjective(word) or word.isdecimal() or word in ("mehr", "als", "rund", "etwa", "und"):
            continue
        return word in (
            "mit",
            "von",
            "bei",
            "nach",
            "aus",
            "zu",
            "unter",
            "zwischen",
            "seit",
            "gegenüber",
            "laut",
            "dank",
        )
    return False


RULES: tuple[Rule, ...] = (
    rule(
        "all genders, plural in front of a compound",
        "Die Bürger:innenräte tagen.",
        "Die Bürgerinnenräte tagen.",
        rf"\b(?P<stem>[A-ZÄÖÜ][\wäöüß-]{{1,40}}?[a-zäöüß]){_MARK}innen(?=[a-zäöüß-])",
        lambda m: m["stem"] + "innen",
    ),
    rule(
        "all genders, plural",
        "Die Bürger:innen wählen.",
        "Die Bürgerinnen und Bürger wählen.",
        rf"\b(?P<stem>[A-ZÄÖÜ][\wäöüß-]{{1,40}}?[a-zäöüß])(?:{_MARK}innen|\(innen\)|/Innen)\b",
        _both,
    ),
    rule(
        "all genders, plural with a capital",
        "Die MitarbeiterInnen wählen.",
        "Die Mitarbeiterinnen und Mitarbeiter wählen.",
        r"\b(?P<stem>[A-ZÄÖÜ][\wäöüß-]{1,40}[a-zäöüß])Innen\b",
        _both,
    ),
    rule(
        "articles for both",
        "der/die Neue",
        "der oder die Neue",
        r"\b(der|die|das|ein|eine|einer|einem|einen|dem|den|des|er|sie|ihm|ihr|ihn|sein|ihre?|jeder|jede|Der|Die|Ein|Eine|Er|Sie|Jede|Jeder)"
        r"\s?/\s?(die|der|das|eine?[rmns]?|sie|er|es|ihr|ihm|ihre?|sein|den|dem|jeder|jede)\b",
        r"\1 oder \2",
    ),
    rule(
        "articles for all genders",
        "jede:r zweite",
        "jede und jeder zweite",
        rf"\b([Jj]ede|[Ee]ine|[Kk]eine|[Dd]iese|[Ii]hre|[Ss]eine|[Ww]elche|[Mm]anche){_MARK}([rnms])\b",
        lambda m: f"{m[1]} {'und' if m[1].lower() == 'jede' else 'oder'} {_other_form(m[1], m[2])}",
    ),
    rule(
        "articles for all genders, longer first",
        "ein:e Lehrer:in",
        "eine Lehrerin",
        rf"\b([Ee]in|[Kk]ein|[Ss]ein|[Ii]hr|[Uu]nser){_MARK}e\b",
        r"\1e",
    ),
    rule(
        "der:die",
        "der:die Beste",
        "der oder die Beste",
        r"\b([Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Dd]es)[:*_](die|der)\b",
        r"\1 oder \2",
    ),
    rule(
        "adjective nouns of all genders",
        "ein:e Abgeordnete:r",
        "eine Abgeordnete",
        rf"\b([A-ZÄÖÜ][a-zäöüß-]{{2,40}}e){_MARK}[rns]\b",
        r"\1",
    ),
    rule(
        "all genders, one person",
        "Die Lehrer:in kommt.",
        "Die Lehrerin kommt.",
        rf"\b([A-ZÄÖÜ][\wäöüß-]{{1,40}}?[a-zäöüß])(?:{_MARK}in|\(in\))\b",
        lambda m: _feminine(m[1]),
    ),
    rule(
        "all genders, one person with a capital",
        "Die LehrerIn kommt.",
        "Die Lehrerin kommt.",
        r"\b([A-ZÄÖÜ][a-zäöüß-]{2,40}(?:er|ent|ant|ist|or|eur))In\b",
        r"\1in",
    ),
    rule(
        "job advertisements",
        "Köchin (m/w/d)",
        "Köchin, männlich weiblich divers",
        r"\((?:m/w/d|w/m/d|d/m/w|m/w/x|w/m/x)\)",
        ", männlich weiblich divers",
    ),
)


def _other_form(word: str, ending: str) -> str:
    return word.lower() + ending


def _feminine(stem: str) -> str:
    return stem + "in"
