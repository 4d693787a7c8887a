"""Forms for all genders: Bürger:innen, Lehrer*innen, Student_innen, MitarbeiterInnen, jede:r."""

from __future__ import annotations

import re

from podcaster.speech import nearby
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
    "psychiat": "psychiater", "könig": "könige", "bundespräsident": "bundespräsidenten", "veteran": "veteranen", "afghan": "afghanen", "dekan": "dekane", "kaplän": "kapläne",
    "kapitän": "kapitäne", "bischöf": "bischöfe", "detektiv": "detektive", "serb": "serben", "slowen": "slowenen", "schwäb": "schwaben", "portugies": "portugiesen", "vietnames": "vietnamesen", "lett": "letten",
    "kurd": "kurden", "israeli": "israelis", "katholik": "katholiken", "muslim": "muslime", "vorständ": "vorstände", "rebell": "rebellen", "tyrann": "tyrannen", "nomad": "nomaden", "kamerad": "kameraden",
    "vasall": "vasallen", "konsul": "konsuln", "general": "generäle", "admiral": "admirale", "clown": "clowns", "fan": "fans", "profi": "profis", "coach": "coaches", "fürst": "fürsten", "prinz": "prinzen", "herzög": "herzöge", "gräf": "grafen", "magyar": "magyaren",
    "barbar": "barbaren", "tatar": "tataren", "zar": "zaren", "star": "stars", "boss": "bosse", "mönch": "mönche", "lord": "lords", "schultheiß": "schultheiße", "anarch": "anarchen", "nachfahr": "nachfahren", "vorfahr": "vorfahren", "ahn": "ahnen", "aktivist": "aktivisten", "erb": "erben", "syr": "syrer", "asiat": "asiaten",
}  # fmt: skip
_WEAK = tuple("ent ant ist nom loge at et it graf log urg arch soph ot ast ekt".split())


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
    if low.endswith(("eur", "är", "ör", "ier", "ar")):
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
    before = [w.lower() for w in nearby.words_before(whole, len(whole))]
    while len(before) > 2 and before[-1] in ("und", "oder", "sowie"):
        before = before[:-2]  # "den Ärzt:innen und Pfleger:innen": what governs the first governs both
    if re.match(
        r"\s+(?:zufolge|gegenüber|entsprechend)\b(?! (?:de[nmr]|die|das|eine?[nmr]?|sein\w*|ihre\w*|all\w*|[A-ZÄÖÜ]))",
        text[match.end() : match.end() + 30],
    ):
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
        if nearby.is_adjective(word) or word.isdecimal() or word in ("mehr", "als", "rund", "etwa", "und"):
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


#: An article for both: the feminine, the masculine, and the case of the latter.
_PAIRS = {
    "ein|e": ("eine", "ein", "nom"), "eine|n": ("eine", "einen", "acc"), "eine|r": ("eine", "ein", "nom"), "jede|r": ("jede", "jeder", "nom"),
    "jede|n": ("jede", "jeden", "acc"), "kein|e": ("keine", "kein", "nom"), "keine|n": ("keine", "keinen", "acc"), "sein|e": ("seine", "sein", "nom"),
    "ihr|e": ("ihre", "ihr", "nom"), "mein|e": ("meine", "mein", "nom"), "unser|e": ("unsere", "unser", "nom"), "seine|n": ("seine", "seinen", "acc"),
    "ihre|n": ("ihre", "ihren", "acc"), "diese|r": ("diese", "dieser", "nom"), "diese|n": ("diese", "diesen", "acc"), "welche|r": ("welche", "welcher", "nom"),
    "manche|r": ("manche", "mancher", "nom"), "zum|zur": ("zur", "zum", "dat"), "zur|zum": ("zur", "zum", "dat"),
    **dict.fromkeys(("einer|m", "einem|r", "einer|einem", "einem|einer"), ("einer", "einem", "dat")),
    **dict.fromkeys(("eines|r", "einer|s", "eines|einer", "einer|eines"), ("einer", "eines", "gen")),
    **dict.fromkeys(("jeder|m", "jedem|r", "jeder|jedem", "jedem|jeder"), ("jeder", "jedem", "dat")),
    **dict.fromkeys(("den|die", "die|den"), ("die", "den", "acc")), **dict.fromkeys(("dem|der", "der|dem"), ("der", "dem", "dat")),
    **dict.fromkeys(("des|der", "der|des"), ("der", "des", "gen")),
    **dict.fromkeys(("ihrer|m", "ihrem|r"), ("ihrer", "ihrem", "dat")), **dict.fromkeys(("seiner|m", "seinem|r"), ("seiner", "seinem", "dat")),
    **dict.fromkeys(("keiner|m", "keinem|r"), ("keiner", "keinem", "dat")), **dict.fromkeys(("dieser|m", "diesem|r"), ("dieser", "diesem", "dat")),
    "eine|einen": ("eine", "einen", "acc"), "einen|eine": ("eine", "einen", "acc"), "eine|ein": ("eine", "ein", "nom"), "ein|eine": ("eine", "ein", "nom"),
}  # fmt: skip
_SINGULARS = {
    "ärzt": "arzt", "anwält": "anwalt", "rät": "rat", "köch": "koch", "gäst": "gast", "bäuer": "bauer", "wirt": "wirt", "dieb": "dieb", "freund": "freund",
    "feind": "feind", "chef": "chef", "azubi": "azubi", "könig": "könig", "spion": "spion", "nachbar": "nachbar", "psychiat": "psychiater",
}  # fmt: skip
#: Weak nouns without -e in the singular: "der Student", but "der Kollege".
_BARE = re.compile(r"(?:ent|ant|ist|nom|at|et|it|ot|graf|urg|arch|soph|ekt|eut|ut|ord|ich|bär)$")


def _singular(stem: str, case: str) -> str | None:
    """The masculine of one person: `Trainer`, `Student`, in the accusative `Studenten`."""
    low = stem.lower()
    for start in range(len(low)):
        if low[start:] in _SINGULARS:
            word = stem[:start] + _like(stem[start], _SINGULARS[low[start:]])
            return word + ("s" if case == "gen" else "")
    plural = _masculine(stem)
    if plural is None or low.endswith("beamt"):
        return None
    if plural.endswith("en") and not low.endswith("or"):
        return plural if case != "nom" else stem if _BARE.search(low) else plural.removesuffix("n")
    return stem + ("s" if case == "gen" else "")


def _like(first: str, word: str) -> str:
    return word.capitalize() if first.isupper() else word


#: Whose object a person may be: "sucht ein:e Trainer:in".
_WANTS = re.compile(
    r"\b(?:such\w+|brauch\w*|benötig\w+|find\w*|fand\w*|wähl\w+|hat|haben|hatten?|kenn\w+|kannte\w*|erwart\w+|bekomm\w*|bekam\w*|erhält|erhielt\w*|nominier\w+|ernenn\w+|wünsch\w+"
    r"|will|wollen|wollten?|möchten?|vermiss\w+|triff\w*|traf\w*|treffen|sah\w*|sieht|sehen|beschäftig\w+|engagier\w+|stell\w+|verpflicht\w+|beruf\w+|für|um|ohne|durch|gegen)\b(?!.*[.!?;,])"
)


def _one_person(match: re.Match[str]) -> str:
    """`eine:n erfahrene:n Trainer:in`: a woman's words and then a man's; where no masculine is known, hers alone."""
    pair = _PAIRS.get(re.sub(_MARK, "|", match["article"].lower()))
    if not pair:
        return match[0]
    feminine, masculine, case = pair
    if masculine in ("ein", "kein") and _WANTS.search(match.string, 0, match.start()):
        masculine, case = masculine + "en", "acc"
    hers = re.sub(rf"{_MARK}[nrsm]\b", "", match["adjectives"])
    his = re.sub(rf"e{_MARK}([nrsm])\b", r"e\1", match["adjectives"])
    if case == "acc" and not re.search(_MARK, match["adjectives"]):
        his = re.sub(r"e\b", "en", his)
    head = _like(match["article"][0], feminine)
    noun = _singular(match["stem"], case)
    both = f" {'und' if feminine.startswith('jede') else 'oder'} {masculine}{his} {noun}" if noun else ""
    return f"{head}{hers} {match['stem']}in{both}"


RULES: tuple[Rule, ...] = (
    rule(
        "one person of any gender with an article",
        "Gesucht wird ein:e Trainer:in.",
        "Gesucht wird eine Trainerin oder ein Trainer.",
        rf"\b(?P<article>[A-Za-z][a-z]{{2,5}}{_MARK}[a-z]{{1,5}})(?P<adjectives>(?: [a-zäöüß]{{3,30}}(?:{_MARK}[nrsm])?){{0,3}})"
        rf" (?P<stem>[A-ZÄÖÜ][\wäöüß-]{{1,40}}?[a-zäöüß]){_MARK}[iI]n\b",
        _one_person,
    ),
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
        "ein:e Beste",
        "eine Beste",
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
        rf"\b([A-ZÄÖÜa-zäöü][a-zäöüß-]{{2,40}}e){_MARK}[rns]\b",
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
