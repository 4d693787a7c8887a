"""What is left of numbers: ranges, years, decimals, whole numbers, and `ein` in its forms."""

from __future__ import annotations

import re
from functools import lru_cache

from podcaster.speech import grammar, nearby, nouns, numbers, ones
from podcaster.speech.rules.rule import INT, LABELS, MINUS, NUM, Rule, rule

_YEARS = r"(?:1[0-9]\d\d|20\d\d)"
_CUES = frozenset(
    "jahr jahre jahren jahres seit anfang ende mitte frühjahr frühling sommer herbst winter saison "
    "silvester neujahr ostern weihnachten anno pfingsten wahljahr baujahr jahrgang geboren gestorben "
    "geborene geborenen spätsommer frühsommer spätherbst studienjahr schuljahr geschäftsjahr wm em "
    "olympia copyright januar jänner februar feber märz april mai juni juli august september oktober "
    "november dezember sommern vor nach im".split()
)
_COUNTS = frozenset(
    "rund etwa knapp fast insgesamt nur mindestens höchstens genau circa ca über mehr weniger als exakt "
    "gut zirka lediglich maximal ungefähr die den aller alle diese diesen weitere weiteren zusätzliche "
    "jeweils je pro gegen beinahe nahezu".split()
)


def _lifespan(match: re.Match[str]) -> str:
    """Years of life in brackets, between commas: `(1863–1934)`."""
    follows = match.string[match.end() : match.end() + 1]
    tail = "" if follows in (".", ",", ";", ":", "!", "?", "") else ","
    return f", {numbers.year(int(match[1]))} bis {numbers.year(int(match[2]))}{tail}"


def _year_pair(match: re.Match[str]) -> str:
    """`2022/23`, `1999/2000`."""
    first, second = int(match[1]), match[2]
    if len(second) == 4:
        return f"{numbers.year(first)} {numbers.year(int(second))}"
    return f"{numbers.year(first)} {numbers.cardinal(int(second)) if second[0] != '0' else numbers.digits(second)}"


def _year(match: re.Match[str]) -> str:
    """A year, unless something is counted: `1984 fiel`, but `1984 Fälle`."""
    number = int(match[1])
    text, start, end = match.string, match.start(), match.end()
    if number >= 2000 or number < 1100:
        return numbers.year(number)
    return numbers.cardinal(number) if _is_count(text, start, end) else numbers.year(number)


def _is_count(text: str, start: int, end: int) -> bool:
    words = [w.lower() for w in nearby.words_before(text, start)]
    last = words[-1] if words else ""
    if last in _CUES:
        return False
    if last in _COUNTS and len(words) > 1 and words[-2] in ("von", "um", "aus", "seit", "ab", "bis"):
        return bool(grammar.noun_after(text, end)[0])
    if last in _COUNTS:
        return last not in ("die", "den", "gegen", "als") or bool(
            re.match(r"\s[A-ZÄÖÜ]", text[end : end + 2])
        )
    noun, adjectives = grammar.noun_after(text, end)
    if any(not word.endswith("e") for word in adjectives):
        return False
    return bool(noun) and (
        noun in _COUNTED
        or nouns.is_plural(noun)
        or (nouns.gender(noun) is not None and noun.lower() in _MEASURES)
    )


_COUNTED = frozenset(
    "Menschen Fälle Personen Leute Stück Euro Meter Kilometer Quadratmeter Liter Tonnen Grad Prozent "
    "Einwohner Mitarbeiter Mitglieder Zuschauer Besucher Kilo Dollar Franken Punkte Betten Stimmen "
    "Opfer Tote Kinder Schüler Soldaten Teilnehmer Beschäftigte Haushalte Häuser Wohnungen Seiten "
    "Stunden Hektar Kilogramm Gramm Kilowattstunden Megawatt Kilowatt PS Watt Karten Plätze "
    "Arbeitsplätze Jobs Stellen Schafe Tiere Bäume Flüchtlinge Läufer Fans Helfer Arbeiter Studenten "
    "Studierende Bewohner Jahre Jahren".split()
)  # fmt: skip
_MEASURES = frozenset(w.lower() for w in _COUNTED)


def _range(match: re.Match[str]) -> str:
    return f"{match[1]} bis {match[2]}"


def _minus(match: re.Match[str]) -> str:
    return {"+": "plus ", "±": "plus minus "}.get(match[1], "minus ")


def _decimal(match: re.Match[str]) -> str:
    whole = "".join(c for c in match[1] if c.isdecimal())
    return numbers.decimal(whole, match[2])


def _one(match: re.Match[str]) -> str:
    """A lone 1: `ein` in its form before a noun, `eins` where it is a name or nothing follows."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - nearby.REACH) : start]
    return _one_between(before, text[end : end + nearby.REACH])


@lru_cache(4096)
def _one_between(before: str, after: str) -> str:
    text, start, end = f"{before}1{after}", len(before), len(before) + 1
    written = nearby.words_before(text, start)
    words = [w.lower() for w in written]
    named = written and (written[-1][0].isupper() or words[-1] in ("iphone", "ios"))
    if named and _is_label(words[-1]) and not before.endswith(", "):
        return "eins"  # "Stand 1", but "dort entstand 1 Schaden"
    if _PARTY.search(before):
        return "eins"
    if (
        written
        and re.fullmatch(r"[A-ZÄÖÜ]{2,6}", written[-1])
        and before.endswith(f"{written[-1]} ")
        and not grammar.noun_after(text, end)[0]
    ):
        return "eins"  # "ORF 1 live"
    if before.endswith("minus ") and after.startswith((" Grad", "\N{NO-BREAK SPACE}Grad")):
        return "ein"
    follows = text[end : end + 60]
    partitive = _ONE_OF.match(follows)
    if partitive and (not partitive["noun"] or partitive["number"] or nouns.is_plural(partitive["noun"])):
        of = nouns.gender(partitive["noun"]) if partitive["noun"] else _antecedent(text[:start])
        return ones.pronoun(text, start, end, of or "m")
    if _LONE.match(follows) and _stands_for_one(words, text[:start]) and not grammar.noun_after(text, end)[0]:
        return {"f": "eine", "n": "eines"}.get(_antecedent(text[:start]) or "m", "einer")
    several = _SEVERAL.match(follows)
    if several:
        return "eine" if several[1].startswith(("Million", "Milliard", "Billion")) else "ein"
    if re.match(r"\s(?:bis|oder)\s(?:zwei|drei|vier)\s[A-ZÄÖÜ]", follows):
        return "ein"
    return ones.ein(text, start, end) or "eins"


#: Labels that end longer words: "Listenplatz 1".
_ENDS = tuple(label for label in LABELS if len(label) > 5)
#: The parties of a lawsuit are numbered: "die Beklagte zu 1 mache sich …".
_PARTY = re.compile(
    r"(?:[Bb]eklagte|[Kk]läger|[Aa]ntragsteller|[Aa]ntragsgegner|[Aa]ngeklagte|[Bb]eteiligte|[Bb]eschuldigte|[Zz]euge|[Bb]eschwerdeführer|[Ss]chuldner|[Gg]läubiger)"
    r"(?:n|r|in|innen|s)? zu $"
)


def _is_label(word: str) -> bool:
    return word in LABELS or word.endswith(_ENDS)


_SEVERAL = re.compile(r"\s(?:bis|oder|und)\s(?:\d+(?:,\d+)?|[a-zäöüß]+ Komma [a-zäöüß ]+)\s([A-ZÄÖÜ]\w+)")
_ONE_OF = re.compile(
    r"\s(?:(?:von|der|unter|aus)\s(?P<number>\d+\s)?(?:den\s|vielen\s|drei\s|zwei\s|vier\s|fünf\s|diesen\s|insgesamt\s)*(?:[a-zäöüß]+en\s)?(?P<noun>[A-ZÄÖÜ]\w+)"
    r"|von\s(?:ihnen|denen)\b|davon\b)"
)
#: A verb follows, or the sentence ends: nothing is counted behind the 1.
_LONE = re.compile(
    r"\s[a-zäöü]+(?<!en)(?<!ig)(?<!e)\b(?<!mehr)(?<!zu)(?<!und)(?<!bis)(?<!oder)(?<!weniger)(?<!ter)(?<!tes)(?<!rer)(?<!res)|\s\w+te\b|\sdagegen\b|\.?$"
)
_LED = frozenset(
    "nur noch und aber dagegen hingegen gerade nicht jedoch lediglich bloß wurde wird blieb bleibt ist war".split()
)
#: What was counted before: "von den 12 Frauen", "9 Spieler".
_COUNTED_BEFORE = re.compile(
    r"(?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|beiden|aller) (?:[a-zäöüß]+en? )?([A-ZÄÖÜ][\w-]+)"
)


def _antecedent(before: str) -> nouns.Gender | None:
    """The gender of what was counted last in the same sentence."""
    counted = _COUNTED_BEFORE.findall(before)
    return nouns.gender(counted[-1]) if counted and "timme" not in counted[-1] else None


def _stands_for_one(words: list[str], before: str) -> bool:
    """Whether a lone 1 is one of those that were counted, or one person: ", 1 enthielt sich"."""
    if before.endswith(", ") and not re.search(r"\d, $", before):
        return True
    return bool(words) and words[-1] in _LED and bool(_COUNTED_BEFORE.search(before))


def _cardinal(match: re.Match[str]) -> str:
    digits = "".join(c for c in match[0] if c.isdecimal())
    if len(digits) > numbers.MOST_DIGITS or (len(digits) > 1 and digits[0] == "0"):
        return numbers.digits(digits)
    number = int(digits)
    if number == 1:
        return _one(match)
    if 10**6 <= number < 2 * 10**6 and _case_shows(match):
        return "einer" + numbers.cardinal(number)[4:]
    if number > 100 and number % 100 == 1 and match.string.startswith(" Mal ", match.end()):
        return numbers.before_noun(number)
    return numbers.cardinal(number)


def _case_shows(match: re.Match[str]) -> bool:
    det = grammar.determiner(match.string, match.start())
    return not det.word and det.preposition in (
        "von",
        "mit",
        "bei",
        "aus",
        "nach",
        "zu",
        "seit",
        "vor",
        "unter",
    )


_COUNTED_BY_POINT = (
    r"(?=\s?(?:%|‰|°|€|Prozent|Promille|Mio|Mrd|Mia|Mill|Milli|Billi|Punkt|Grad|Meter|Kilo|Zentimeter|Millimeter|Tonnen|Liter|Sekunden|Stunden|Minuten|Jahre|Franken|Dollar|Euro|Hektar|Tore|"
    r"[kcm]?m[²³]?\b|[km]?g\b|t\b|l\b|s\b|[kMGT]W))"
)
#: Before all that looks for numbers: a decimal with a point, as in Switzerland.
POINTS: tuple[Rule, ...] = (
    rule("decimals with points, the unit behind the last", "von 2.5 auf 2.3 Prozent", "von zwei Komma fünf auf zwei Komma drei Prozent", rf"(?<![\d.,:/\w])(\d{{1,3}})\.(\d{{1,2}})(?=\s(?:auf|bis|und|oder|statt|zu)\s\d{{1,3}}\.\d{{1,2}}{_COUNTED_BY_POINT})", r"\1,\2"),
    rule("decimal with a point", "3.5 Mio. und 0.9312", "drei Komma fünf Millionen und null Komma neun drei eins zwei",
         rf"(?<![\d.,:/\w])(\d{{1,3}})\.(\d{{1,2}}{_COUNTED_BY_POINT}|\d{{4,6}}(?![\d.,]|\s?(?:/|-\d))|(?<=\b0\.)\d{{1,6}}(?!\d|[.:]\d|\s?(?:(?:[–-]|bis|und)\s?\d{{1,2}}(?:[.:]\d\d)?\s?)?Uhr))", r"\1,\2"),
)  # fmt: skip
#: Before the signs: the slash and the brackets are meant here.
YEARS: tuple[Rule, ...] = (
    rule("ordinals with a slash", "in der 5./6. Klasse", "in der fünften und sechsten Klasse", r"(?<![\d.,:/\w+-])(\d{1,3}\.)\s?/\s?(?=\d{1,3}\.\s[A-ZÄÖÜ])", r"\1 und "),
    rule("years of life", "Mozart (1756–1791) kam", "Mozart, siebzehnhundertsechsundfünfzig bis siebzehnhunderteinundneunzig, kam", rf"\s?\((?:\*\s?)?({_YEARS})\s?(?:[–—-]|bis)\s?(?:†\s?)?({_YEARS})\)", _lifespan),
    rule("range to a season", "1918–1934/38", "neunzehnhundertachtzehn bis neunzehnhundertvierunddreißig achtunddreißig", rf"(?<![\d.,/])({_YEARS})\s?[–-]\s?(?={_YEARS}/\d\d)", r"\1 bis "),
    rule("range of years with a minus", "2019−2023", "zweitausendneunzehn bis zweitausenddreiundzwanzig", rf"(?<![\d.,/])({_YEARS})\s?−\s?(?={_YEARS}(?!\d| ?=))", r"\1 bis "),
    rule("season", "2022/23", "zweitausendzweiundzwanzig dreiundzwanzig", rf"(?<![\d.,/])({_YEARS})/(\d\d|{_YEARS})(?![\d/]|[.,]\d)", _year_pair),
)  # fmt: skip
RULES: tuple[Rule, ...] = (
    rule("number glued to a word", "Sport1 und t3n", "Sport eins und t drei n", r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " "),
    rule("range of things with their unit", "80 Euro–120 Euro", "achtzig Euro bis hundertzwanzig Euro", rf"(?<=[a-zäöüßA-Z])–(?={MINUS}?\d)", lambda m: " bis " if re.search(r"\d (?:[A-ZÄÖÜ]\w+ )?[A-ZÄÖÜ]\w+$", m.string[max(0, m.start() - 40) : m.start()]) else m[0]),
    rule("numbers of a hyphenated series", "14-16 Jahre", "vierzehn bis sechzehn Jahre", rf"(?<![\d.,:\w/+-])({NUM})\s?[–—]\s?(?={MINUS}?\d)", r"\1 bis "),
    rule("range with a hyphen", "18-22 Grad", "achtzehn bis zweiundzwanzig Grad", rf"(?<![\d.,:\w/+-])({NUM})\s?-\s?({NUM})(?![\d\w-]|[.,]\d)", _range),
    rule("range with minus", "von -5 bis -2 Grad", "von minus fünf bis minus zwei Grad", r"(?<=\d)\s?\.\.\.?\s?(?=\d)", " bis "),
    rule("born", "(* 1970)", "geboren neunzehnhundertsiebzig", r"\*\s?(?=\d{1,2}\.|\d{4}|(?:in|am)\s)", "geboren "),
    rule("died", "(† 1970)", "gestorben neunzehnhundertsiebzig", r"[†✝]\s?(?=\d|am\s|in\s)", "gestorben "),
    rule("sign before a number", "auf −14 Grad", "auf minus vierzehn Grad", r"(?<![\w.,)])([-−–+±])\s?(?=\d)(?<!\w [–-] )", _minus),
    rule("short year", "Abi '05", "Abi null fünf", r"(?<!\w)['’](\d\d)\b", lambda m: numbers.digits(m[1]) if m[1][0] == "0" else m[1]),
    rule("year", "1989 fiel", "neunzehnhundertneunundachtzig fiel", rf"(?<![\d.,:\w-])(?<!\d )({_YEARS})(?![\d%‰]|[.,]\d| \d{{3}}(?!\d)|\w)", _year),
    rule("decimal", "Stärke 6,2", "Stärke sechs Komma zwei", rf"({INT}),(\d{{1,24}})", _decimal),
    rule("whole number", "12.500 Menschen", "zwölftausendfünfhundert Menschen", rf"{INT}", _cardinal),
)  # fmt: skip
