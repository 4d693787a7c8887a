"""Roman numerals: rulers and popes in every case, wars and centuries, chapters and volumes."""

from __future__ import annotations

import re

from podcaster.speech import nearby, nouns, numbers
from podcaster.speech.rules import clauses
from podcaster.speech.rules.rank import STARTS
from podcaster.speech.rules.rule import Rule, rule

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{0,3})|XL(?:IX|IV|V?I{0,3})|LX{0,3}(?:IX|IV|V?I{0,3}))"
_NAME = r"[A-ZÄÖÜ][a-zäöüßéèáóíłčš]+"
_LABEL = (
    r"(?:Band|Bände|Kapitel|Teil|Artikel|Akt|Gruppe|Klasse|Typ|Stufe|Phase|Liga|Hartz|Version|Buch|Abschnitt|Anhang|Anlage|Weltkrieg|Szene|"
    r"Reaktor|Block|Kategorie|Grad|Zone|Tarif|Symphonie|Sinfonie|Konzert|Mark|Tabelle|Nummer|Vatikanum|Generation|Pflegestufe|Satz|Haus|Etappe|Runde|Bereich|Stadium|Semester|Klausur|Niveau|Jahrgang|Entwurf|Lot|Tranche|Studie|Formel|Protokoll|Zusatzprotokoll|Bowl|Bezirk|Wahlkreis|Sektor|Dynastie|Modell|Serie|Episode|Staffel|Folge|Mission|Apollo|Gemini|Saturn|Zivilkammer|Strafkammer|Kammer|Sorbonne|Ebene|Level|Teilband|Halbband|Schacht|Abteilung|Senat|Diabetes Typ|Pfeiler|Säule)"
)
#: The same in the plural, in lower case.
_LABELS = (
    "klassen|teilen?|kapiteln?|bänden?|akten?|artikeln?|stufen|gruppen|zonen|phasen|bezirken?|abschnitten?|typen|kategorien|säulen|etappen|runden|blöcken?|reaktoren|bereichen?|senaten?|"
    "anhängen?|anlagen|ligen|büchern?|szenen|sätzen?|häusern?|schächten?|tarifen?|symphonien|sinfonien"
)
_ARTICLE = {
    ("nom", "m"): ("der", "e"), ("acc", "m"): ("den", "en"), ("dat", "m"): ("dem", "en"), ("gen", "m"): ("des", "en"),
    ("nom", "f"): ("die", "e"), ("acc", "f"): ("die", "e"), ("dat", "f"): ("der", "en"), ("gen", "f"): ("der", "en"),
}  # fmt: skip
_TITLES = frozenset(
    "könig königin kaiser kaiserin papst zar zarin kurfürst kurfürstin herzog herzogin großherzog fürst "
    "fürstin sultan schah pharao prinz prinzessin graf gräfin erzherzog erzherzogin patriarch "
    "gegenpapst bischof erzbischof kalif regentin regent markgraf landgraf monarch monarchin queen king "
    "pontifex königs kaisers papstes zaren papsts herzogs fürsten kurfürsten kurfürst pharaos "
    "großherzogs sultans".split()
)


def value(roman: str) -> int:
    """The number of a Roman numeral."""
    total = 0
    for here, following in zip(roman, [*roman[1:], "I"], strict=True):
        total += -_VALUES[here] if _VALUES[here] < _VALUES[following] else _VALUES[here]
    return total


def _ruler(match: re.Match[str]) -> str:
    name, roman = match["name"], match["roman"]
    text, start = match.string, match.start()
    last = name.rsplit(" ", 1)[-1]
    first = name.split(" ")[0]
    prefix = ""
    if first != last and not {first, first.removesuffix("s")} & (
        nouns.names("rulers") | nouns.names("women")
    ):
        prefix, name, start = first + " ", last, start + len(first) + 1
    dotted = bool(match["dot"])
    if not roman or (
        not dotted
        and (last not in nouns.names("rulers") and last.removesuffix("s") not in nouns.names("rulers"))
    ):
        return match[0]
    common = (
        nouns.is_listed(last)
        and last not in nouns.names("rulers") | nouns.names("women")
        and last.lower() not in _TITLES
    )
    if (dotted and len(roman) == 1 and roman in "LCDM") or last in _NOT_RULERS or common:
        return match[0]
    if dotted and len(roman) == 1 and not _is_ruler(name, text, start):
        return match[0]  # "Sabine V.": what courts leave of a surname
    before = nearby.words_before(text, start)
    if dotted and len(roman) == 1 and before and _BEFORE_COURT.fullmatch(before[-1]):
        return match[0]
    ends_here = not text[match.end() :].strip(" \"“»«”')\n")
    if dotted and ends_here and not _is_ruler(name, text, start) and not (roman != "I" and len(roman) > 2):
        return match[0]
    case, of = _case(name, text, start, match.end())
    if match["apostrophe"]:
        case, name = "gen", f"{name}{match['apostrophe']}"
    article, ending = _ARTICLE[case, of]
    stop = "." if dotted and (ends_here or _new_sentence(text, match.end())) else ""
    return f"{prefix}{name} {article} {numbers.ordinal_stem(value(roman)).capitalize()}{ending}{stop}"


_NOT_RULERS = frozenset(
    "Im Der Die Das Des Den Dem Am Vom Zum Und In Ein Kapitel Band Teil Akt Artikel Abschnitt Buch "
    "Szene Typ Klasse Gruppe Anlage Anhang Phase Stufe".split()
)


def _new_sentence(text: str, end: int) -> bool:
    return bool(
        re.match(
            r"\s+(?:Der|Die|Das|Er|Sie|Es|In|Im|Am|Doch|Dann|Ein|Eine|Nach|Seit|Danach|Auch|Und|Aber|Mit|Dort|Sein|Seine|Ihr|Ihre)\s",
            text[end : end + 12],
        )
    )


def _is_ruler(name: str, text: str, start: int) -> bool:
    parts = name.split(" ")
    before = [w.lower() for w in nearby.words_before(text, start)][-1:]
    return any(
        p in nouns.names("rulers") or p.removesuffix("s") in nouns.names("rulers") for p in parts
    ) or bool(before and before[0] in _TITLES)


def _case(name: str, text: str, start: int, end: int) -> tuple[nearby.Case, str]:
    """Case by the name's own ending, the title's article, the preposition; else by the clause."""
    words = nearby.words_before(text, start, commas=True)
    title = ""
    while words and words[-1].lower() in _TITLES:
        last_title = words.pop().lower()
        title = title or last_title
    described = len(words)
    while described and words[described - 1][0].islower() and nearby.is_adjective(words[described - 1]):
        described -= 1
    article = words[described - 1].lower() if described else ""
    if described < len(words) and (nearby.is_determiner(article) or nearby.is_preposition(article)):
        words = words[:described]
        title = title or "-"
    of = _gender(name, title.strip("-"))
    last = name.rsplit(" ", 1)[-1]
    if last.endswith("s") and last not in nouns.names("ending_in_s"):
        return "gen", of
    lower = [w.lower() for w in words[-3:]]
    word = lower[-1] if lower else ""
    previous = lower[-2] if len(lower) > 1 else ""
    if not title and _RELATIVE.fullmatch(word) and (previous == "," or lower[:-2] == [","]):
        return ("acc" if word == "der" and previous == "," and of == "m" else "nom"), of
    if word == "der":
        return ("nom" if of == "m" or not previous else "dat" if previous in _DATIVE else "gen"), of
    if _OF_SOMEBODY.fullmatch(previous) and words[-1][0].isupper():  # "ihrem Enkel Alexander I."
        return _BY_ENDING.get(previous[-2:], "nom"), of
    if word == "an" and _ON.search(text, max(0, start - 60), start):
        return "acc", of
    return _BY_WORD.get(word) or clauses.case_of_name(words, text[end : end + nearby.REACH], STARTS), of


_OF_SOMEBODY = re.compile(r"(?:[msd]ein|ihr|unser|eur)(?:e[mns])")
_BY_ENDING: dict[str, nearby.Case] = {"em": "dat", "en": "acc", "es": "gen"}
#: Behind these a letter is all that is told of somebody's second name.
_BEFORE_COURT = re.compile(
    r"(?:[A-ZÄÖÜ]\w+)?(?:[Aa]ngeklagte|[Bb]eschuldigte|[Vv]erdächtige|[Vv]erurteilte|[Vv]erhaftete|[Ff]estgenommene|[Vv]ermisste|[Zz]euge|[Tt]äter|[Oo]pfer)\w{0,2}"
)
#: With these `an` goes with the accusative.
_ON = re.compile(
    r"\b(?:[Ee]rinner|[Dd]enk|[Dd]acht|[Gg]edacht|[Gg]laub|[Ss]chr[ie]+b|[Aa]ppell|[Vv]erk[ai]uf|[Bb]rief|[Gg]edenk|[Vv]erlor|[Gg]ing|[Üü]bergab|[Ww]and|[Gg]ewandt|[Bb]otschaft)"
)
#: Behind a comma and before a name these are no articles: "das Schloss, das Ludwig XIV. baute".
_RELATIVE = re.compile(r"de[rnm]|die|das|dessen|denen|deren")
_DATIVE = frozenset(
    "mit von bei nach seit aus zu unter neben vor zwischen gegenüber hinter laut dank samt an nebst "
    "außer".split()
)
_ACCUSATIVE = frozenset("für durch gegen ohne um auf über".split())
_GENITIVE = frozenset("wegen trotz während anlässlich seitens statt zugunsten".split())
_BY_WORD: dict[str, nearby.Case] = {
    **dict.fromkeys(_DATIVE, "dat"),
    **dict.fromkeys(_ACCUSATIVE, "acc"),
    **dict.fromkeys(_GENITIVE, "gen"),
    **dict.fromkeys(("dem", "vom", "zum", "beim", "im", "am", "zur", "einem"), "dat"),
    **dict.fromkeys(("des", "eines"), "gen"),
    "den": "acc",
    "die": "nom",
}


def _gender(name: str, title: str) -> str:
    parts = name.split(" ")
    women = nouns.names("women")
    if title:
        return "f" if title.endswith("in") or title in ("queen", "prinzessin", "kaiserin") else "m"
    if parts[-1] == "Maria" and len(parts) > 1:
        return "m"
    return (
        "f"
        if parts[0] in women
        or (parts[0].removesuffix("s") in women and parts[0] not in nouns.names("ending_in_s"))
        else "m"
    )


def _before_noun(match: re.Match[str]) -> str:
    """`II. Weltkrieg` has the ending of an adjective: the digits stay for the ordinals' rule."""
    before = re.search(r"(\w+) $", match.string[max(0, match.start() - 30) : match.start()])
    if before and {before[1], before[1].removesuffix("s")} & (nouns.names("rulers") | nouns.names("women")):
        return match[0]  # "Papst Paul VI. berichtet Teil II"
    return f"{value(match[1])}."


def _behind_article(match: re.Match[str]) -> str:
    """`die IV. Panzerdivision`; but a single letter before a name is one of its initials: "der I. Müller"."""
    roman = match[0][len(match[1]) : -1]
    noun = re.match(r"\s(\w+)", match.string[match.end() :])
    if not noun or (len(roman) == 1 and nouns.gender(noun[1]) is None):
        return match[0]
    return f"{match[1]}{value(roman)}."


def _label(match: re.Match[str]) -> str:
    return f"{match[1]}{numbers.cardinal(value(match[2]))}" if match[2] else match[0]


RULES: tuple[Rule, ...] = (
    rule("chapter", "Band IV", "Band vier", rf"\b((?:[A-ZÄÖÜ][a-zäöüß-]+(?:{_LABEL.lower()})|{_LABEL})(?: |-))(?=[IVXL])({_ROMAN}|XC|C)(?!\w|\. [A-ZÄÖÜ][a-z]+ )", _label),
    rule("more chapters", "die Teile II und III", "die Teile zwei und drei", rf"\b((?:[A-ZÄÖÜ][a-zäöüß-]*(?:{_LABELS})|{_LABELS.title()}) )(?=[IVX])({_ROMAN}(?:, (?=[IVX]){_ROMAN})?)( (?:und|bis|oder) )(?=[IVX])({_ROMAN})\b",
         lambda m: f"{m[1]}{', '.join(numbers.cardinal(value(r)) for r in m[2].split(', '))}{m[3]}{numbers.cardinal(value(m[4]))}"),
    rule("before a noun", "im II. Weltkrieg", "im zweiten Weltkrieg", rf"(?<![\w.])(?=[IVXL])({_ROMAN})\.(?=\s?(?:[a-zäöü]+(?:e|en|er|es|em) )?(?:[a-z]+ )?(?:Weltkrieg|Jahrhundert|Jh\.|Jhdt|Zivilsenat|Strafsenat|Senat|Vatikan|Internationale|Bezirk|Republik|Quartal|Parteitag|Abteilung|Korps|Armeekorps|Konzil|Olympi|Klasse|Legislatur|Akt\b|Kammer|Liga|Buch|Teil|Nationalrat|Gesetzgebung|Dynastie|Lateran|Kongress|Satz\b|Universität|Medizinische|Kapitel|Abschnitt|Band))", _before_noun),
    rule("before any noun, behind an article", "die IV. Panzerdivision", "die vierte Panzerdivision", rf"(\b(?:[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Zz]u[rm]|[Aa]m|[Vv]om|[Bb]eim|[Ii]ns|[Dd]iese[rnms]?|[Ss]eine[rnms]?|[Ii]hre[rnms]?)\s)(?=[IVXL]){_ROMAN}\.(?=\s[A-ZÄÖÜ][a-zäöüß]+)", _behind_article),
    rule("alone, behind an article", "und der II. endete", "und der Zweite endete", rf"(?<=\b[Dd](?:er|ie|as|en|em|es) )(?=[IVX]{{2}})({_ROMAN})\.(?=\s[a-zäöü]|,\s|$)", _before_noun),
    rule("series before a noun", "im XIX. und XX. Jahrhundert", "im neunzehnten und zwanzigsten Jahrhundert", rf"(?<![\w.])(?=[IVXL])({_ROMAN})\.(?=(?:,| und| oder| bis|[/–-])\s?(?:im |am |vom |zum |der |die |das |den |dem |des )?\d+\.)", _before_noun),
    rule("ruler", "unter Johannes XXIII. in Rom", "unter Johannes dem Dreiundzwanzigsten in Rom", rf"\b(?P<name>(?:{_NAME} (?=(?:{_NAME}) [IVX])){{0,1}}{_NAME})(?P<apostrophe>['’]?) (?=[IVX])(?P<roman>{_ROMAN})(?!\w)(?P<dot>\.?)", _ruler),
    rule("sequel", "Rocky IV läuft", "Rocky vier läuft", rf"(?<=[A-Za-zäöüß] )(?=[IVX]{{2}})({_ROMAN})(?![\w.-]|\.\w)", lambda m: numbers.cardinal(value(m[1]))),
    rule("sequel at the end", "Er sah Rocky IV.", "Er sah Rocky vier.", rf"(?<=[A-Za-zäöüß] )(?=[IVX]{{2}})({_ROMAN})(?=\.(?:\s*$|\s[A-ZÄÖÜ]))", lambda m: numbers.cardinal(value(m[1]))),
    rule("hyphen", "Hartz-IV-Reform", "Hartz-vier-Reform", rf"(?<=[a-zäöüß]-)(?=[IVX])({_ROMAN})(?=-|\b)", lambda m: numbers.cardinal(value(m[1])) if m[1] else m[0]),
    rule("year in Roman numerals", "MCMLXXXIV", "neunzehnhundertvierundachtzig", r"\b(M{1,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\b", lambda m: numbers.year(value(m[1])) if len(m[1]) >= 4 else m[0]),
)  # fmt: skip
