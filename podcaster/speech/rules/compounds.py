"""Numbers inside words: 30-jährig, 90er-Jahre, G20-Gipfel, 100-m-Lauf, 5G, F-16, U21, 2.0."""

from __future__ import annotations

import re

from podcaster.speech import nouns, numbers
from podcaster.speech.rules.money import scale_word
from podcaster.speech.rules.rule import NUM, START, Rule, integer, rule

_UNITS = {row[0]: row for row in nouns.rows("units")}
_SIGNS = {"€": "Euro", "$": "Dollar", "£": "Pfund", "%": "Prozent", "‰": "Promille", "°": "Grad", "Mio.": "Millionen", "Mrd.": "Milliarden", "Mio": "Millionen",
          "Mrd": "Milliarden", "Std.": "Stunden", "Min.": "Minuten", "Min": "Minuten", "Tsd.": "Tausend", "°C": "Grad"}  # fmt: skip
_ORDER = "|".join(re.escape(k) for k in sorted([*_UNITS, *_SIGNS], key=len, reverse=True))
_CAPITAL = "A-ZÄÖÜ"
_SUFFIXES = (
    r"(?:jährig|köpfig|stündig|minütig|tägig|wöchig|monatig|fach|stöckig|stufig|türig|teilig|seitig|sitzig|bändig|malig|stellig|sprachig|spurig|"
    r"gleisig|beinig|eckig|prozentig|zeilig|strahlig|motorig|flügelig|silbig|geschossig|reihig|zügig|jährlich|stündlich|tagig|mal\b|monatlich|"
    r"pfündig|zöllig|zylindrig|punktig|wertig|gliedrig|sätzig|aktig|dimensional|kernig|phasig|polig|rädrig|achsig|gängig|meterig|tausendstel|hundertstel|zehntel)"
)


def _word(number: str) -> str:
    """The number as the first part of a word: 1 `ein`, 2,5 `zwei Komma fünf`."""
    if "," in number:
        whole, rest = number.split(",")
        return numbers.decimal("".join(c for c in whole if c.isdecimal()), rest)
    if number[0] == "0" and len(number) > 1:
        return numbers.digits(number).replace(" ", "-")  # "der 007-Film"
    return numbers.before_noun(integer(number))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _adjective(match: re.Match[str]) -> str:
    suffix = match[2]
    if "," in match[1] and match[1].endswith(",5") and not suffix.startswith(("prozent", "mal")):
        head = numbers.before_noun(integer(match[1][:-2])) + "einhalb"
    else:
        head = _word(match[1]) + (" " if "," in match[1] else "")
    return _capital(head + suffix.lower()) if suffix[0].isupper() else head + suffix


def _hyphenated(match: re.Match[str]) -> str:
    """`100-m-Lauf`, `500-Mio.-Euro-Paket`, `3-Zimmer-Wohnung`, `20-Euro-Schein`."""
    parts = [p for p in re.split(r"-", match[2]) if p]
    words = []
    for part in parts:
        if part in ("Mio.", "Mio", "Mrd.", "Mrd"):
            words.append(scale_word(part, match[1]))
        else:
            row = _UNITS.get(part) if part != "K" else None  # "4K-Auflösung"
            words.append(_SIGNS.get(part) or (row[2] if row and row[4] == "f" else row[1] if row else part))
    head = _capital(_word(match[1]).replace(" ", "-"))
    return "-".join([head, *words]) + "-"


def _decade(match: re.Match[str]) -> str:
    """`90er`, `1980er`, `'68ern`; with "-Jahre" behind it is one word."""
    number = int(match[1])
    said = numbers.year(number) if number >= 1100 else numbers.cardinal(number)
    said += "er" + match[2]
    joined = match[3]
    if joined in {"-Jahre", "-jahre"}:
        return _capital(said) + "jahre" + match[4]
    if match.string[match.end(2) : match.end(2) + 1] == "-":
        return _capital(said) + (joined or "") + (match[4] or "")
    noun_follows = re.match(r"\s+[A-ZÄÖÜ]", match.string[match.end() : match.end() + 3])
    return (said if noun_follows else _capital(said)) + (joined or "") + (match[4] or "")


def _letters_digits(match: re.Match[str]) -> str:
    """`A9` "A neun", `G20-` "G-zwanzig-", `H5N1` "H fünf N eins"."""
    letters, number = match[1], match[2]
    said = numbers.digits(number) if number[0] == "0" and len(number) > 1 else _long(number)
    compound = (
        match.string[match.end() : match.end() + 1] == "-"
        and match.string[match.end() + 1 : match.end() + 2].isalpha()
    )
    return f"{letters}-{said.replace(' ', '-')}" if compound else f"{letters} {said}"


def _long(number: str) -> str:
    return numbers.cardinal(int(number)) if len(number) <= 4 else numbers.digits(number)


def _digits_letters(match: re.Match[str]) -> str:
    return f"{_capital(numbers.before_noun(int(match[1])) if match[2][0].islower() else _one(match[1]))}-{match[2]}"


def _one(number: str) -> str:
    return numbers.before_noun(int(number)) if number != "1" else "ein"


def _version(match: re.Match[str]) -> str:
    said = [
        numbers.cardinal(int(p)) if p[0] != "0" or len(p) == 1 else numbers.digits(p)
        for p in match[0].split(".")
    ]
    glued = match.string[match.start() - 1 : match.start()].isalpha()
    return (" " if glued else "") + " Punkt ".join(said)


def _series_of(match: re.Match[str]) -> str:
    joined = match[2] or "bis"
    first = numbers.before_noun(int(match[1]))
    suffix = match[6]
    capital = suffix[0].isupper()
    second = numbers.before_noun(int(match[5])) + suffix.lower()
    return f"{_capital(first) if capital else first}- {joined} {_capital(second) if capital else second}"


def _behind(match: re.Match[str]) -> str:
    number = match[2]
    said = numbers.digits(number) if number[0] == "0" and len(number) > 1 else (
        numbers.year(int(number)) if len(number) == 4 else numbers.cardinal(int(number)))  # fmt: skip
    return f"{match[1]}-{said.replace(' ', '-')}"


def _formula(word: str) -> str:
    if not any(c.isdecimal() for c in word):
        return word
    return re.sub(r"\d+", lambda m: f" {_long(m[0])} ", word).strip().replace("  ", " ")


#: So many come before the measures.
EARLY = 15
RULES: tuple[Rule, ...] = (
    rule("ordinal before a superlative", "die 3.-größte Stadt", "die drittgrößte Stadt", r"(?<![\w.,])(\d{1,2})\.?(?:-|\s?-\s?|(?<=\.)\s?)(?=(?:größt|kleinst|höchst|best|schlechtest|ältest|jüngst|stärkst|schwächst|schnellst|langsamst|längst|kürzest|reichst|ärmst|wichtigst|teuerst|billigst|häufigst|beliebtest|meist|niedrigst|tiefst|schwerst|schönst|letzt|erfolgreichst|bevölkerungsreichst|wärmst|kältest|heißest|trockenst|nasseste?)(?:e|en|er|es|em)\b)", lambda m: numbers.ordinal_stem(int(m[1]))),
    rule("resolution", "in 4K gedreht", "in vier K gedreht", r"(?<![\w.,])([2458])K\b(?!-)", lambda m: f"{numbers.cardinal(int(m[1]))} K"),
    rule("thousands in a mark", "die 100.000er-Marke", "die Hunderttausender-Marke", r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+)er(?=n?\b)", lambda m: _capital(numbers.cardinal(integer(m[1]))) + "er"),
    rule("decade", "die 90er-Jahre", "die Neunzigerjahre", r"(?<![\w.,])['’]?(\d{1,4})(?:(?<=0)ig)?er(n?)(?:(-[Jj]ahre)(n?)|()())\b", _decade),
    rule("number word with suffix, series", "die 70- bis 80-Jährigen", "die Siebzig- bis Achtzigjährigen",
         rf"{START}(\d{{1,3}})-?(?:(?<=-)\s(bis|und|oder)\s|\s(bis)\s|\s?([–-])\s?)(\d{{1,3}})-?({_SUFFIXES}\w*)", _series_of, re.IGNORECASE),
    rule("adjective with a number", "eine 30-jährige Frau", "eine dreißigjährige Frau", rf"{START}({NUM})\s?-?({_SUFFIXES}\w*)", _adjective, re.IGNORECASE),
    rule("open compound", "die 70- und 80-Jährigen", "die Siebzig- und Achtzigjährigen", rf"{START}(\d{{1,4}})-(?=,? (?:und|bis|oder|sowie|,)\s?\d)", lambda m: _capital(_word(m[1])) + "-"),
    rule("ordinal in a compound", "die 1.-Mai-Demo", "die Erster-Mai-Demo", rf"(?<![\w.,])(\d{{1,2}})\.-(?=[{_CAPITAL}])", lambda m: _capital(numbers.ordinal_stem(int(m[1]))) + ("er-" if re.match(r"(?:Mai|Juni|Juli|Oktober|November|Dezember|Platz|April|März|August)", m.string[m.end():m.end()+9]) else "e-")),
    rule("row of numbers in a compound", "im 4-4-2-System", "im Vier-vier-zwei-System", rf"{START}(\d{{1,2}}(?:-\d{{1,2}}){{2,4}})-(?=[{_CAPITAL}])", lambda m: _capital("-".join(numbers.cardinal(int(n)) for n in m[1].split("-"))) + "-"),
    rule("range in a compound", "die 3-4-Zimmer-Wohnung", "die Drei-bis-vier-Zimmer-Wohnung", rf"{START}(\d{{1,3}})[–-](\d{{1,3}})-(?=[{_CAPITAL}])", lambda m: f"{_capital(_word(m[1]))}-{'' if m[1] == m[2] else 'bis-'}{_word(m[2])}-"),
    rule("sum in a compound", "die 50+1-Regel", "die Fünfzig-plus-eins-Regel", rf"{START}(\d{{1,3}})\+(\d{{1,3}})-(?=[{_CAPITAL}])", lambda m: f"{_capital(_word(m[1]))}-plus-{numbers.cardinal(int(m[2]))}-"),
    rule("times in a compound", "die 4x100-m-Staffel", "die Vier-mal-hundert-Meter-Staffel", rf"{START}(\d{{1,2}})\s?[x×]\s?(?=\d{{1,5}}-)", lambda m: _capital(_word(m[1])) + "-mal-"),
    rule("compound with units", "der 100-m-Lauf", "der Hundert-Meter-Lauf",
         rf"{START}({NUM})(?! [A-Z]-)[ -]?-?((?:(?:{_ORDER}|Millionen|Milliarden|Euro|Dollar|Franken)-){{1,3}})(?=[A-Za-zÄÖÜäöü])", _hyphenated),
    rule("number behind a hyphen, in a compound", "das GLP-1-Hormon", "das GLP-eins-Hormon", rf"(?<![\w.,-])([{_CAPITAL}][A-Za-zÄÖÜäöüß]{{0,12}})-(\d{{1,4}})(?=-[A-Za-zÄÖÜäöü])", lambda m: _behind(m)),
    rule("compound", "die 3-Zimmer-Wohnung", "die Drei-Zimmer-Wohnung", rf"{START}({NUM})-(?=[A-Za-zÄÖÜäöü]{{2}})", lambda m: _capital(_word(m[1]).replace(" ", "-")) + "-"),
    rule("range of letters and digits", "die U1–U4", "die U eins bis U vier", rf"(?<![\w-])([{_CAPITAL}]{{1,2}})(\d{{1,3}})\s?[–-]\s?(?=\1\d{{1,3}}\b)", r"\1\2 bis "),
    rule("type of an aeroplane", "eine Boeing 737-800", "eine Boeing siebenhundertsiebenunddreißig achthundert", r"(\b(?:Boeing|Airbus|Embraer|Fokker|Dash|Bombardier|Antonow|Tupolew)(?: [A-Z]{1,2})?[ -]?)(\d{2,3})-(\d{2,4})\b", lambda m: f"{m[1]}{_long(m[2])} {_long(m[3])}"),
    rule("letters, hyphen, digits", "die F-16-Jets", "die F-sechzehn-Jets", rf"(?<![\w.,-])([{_CAPITAL}][A-Za-zÄÖÜäöüß]{{0,12}})-(\d{{1,4}})(?![\d.,]\d|\w|[–-]\d)", _behind),
    rule("business to business", "B2B-Geschäft", "B-to-B-Geschäft", r"\bB2([BC])\b", r"B-to-\1"),
    rule("letters and digits", "die A9", "die A neun", rf"(?<![\w.,-])([{_CAPITAL}]{{1,5}}|[{_CAPITAL}][a-z]{{1,3}}|i|e|s|Covid|iPhone|iPad)(\d{{1,5}})(?![\d.,]\d|\w)", _letters_digits),
    rule("formula", "H5N1", "H fünf N eins", rf"\b(?=[{_CAPITAL}a-z\d]{{2,12}}\b)(?=\w{{0,11}}[{_CAPITAL}])(?:[{_CAPITAL}][a-z]?\d*|\d+(?=[{_CAPITAL}])){{1,8}}(?<=[{_CAPITAL}a-z\d])\b", lambda m: _formula(m[0])),
    rule("digits and letters", "das 5G-Netz", "das Fünf-G-Netz", rf"(?<![\w.,])(\d{{1,3}})([{_CAPITAL}]{{1,3}})\b(?!\.)", _digits_letters),
    rule("range of house numbers", "Haus 5a–7c", "Haus fünf a bis sieben c", r"(?<![\w.,])(\d{1,3}[a-h]?)\s?[–-]\s?(?=(?:(?<=[a-h][–-])|\d{1,3})[a-h]\b(?!\.\w))", r"\1 bis "),
    rule("house number", "Hauptstraße 12a", "Hauptstraße zwölf a", r"(?<![\w.,])(\d{1,3})([a-h])\b(?!\.\w)", r"\1 \2"),
    rule("version", "Version 17.2", "Version siebzehn Punkt zwei", r"(?<![\d.,:])\d{1,4}(?:\.\d{1,2}){1,4}(?!\d|[.,]\d|\.\s?[a-zäöü])", _version),
)  # fmt: skip
