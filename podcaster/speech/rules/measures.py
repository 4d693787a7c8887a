"""Measures: units behind numbers, units per units, fractions, percent in compounds."""

from __future__ import annotations

import re

from podcaster.speech import grammar, nouns, numbers, ones
from podcaster.speech.rules.rule import NUM, START, Rule, integer, rule

_UNITS = {row[0]: row for row in nouns.rows("units")}
_ANY = "|".join(re.escape(u) for u in sorted(_UNITS, key=len, reverse=True))
#: `a` (year) stands only behind a slash: "5 a" is no measure, but "kWh/a" is.
_COUNTED = _ANY.replace("|a|", "|")
_SCALES = r"(?:Mio\.?|Mrd\.?|Millionen|Milliarden|Billionen|Tausend|tausend|Million|Milliarde)"
#: What is counted against: "Fälle/Tag", "Watt/Kopf".
_BASE = (
    "Jahr|Monat|Woche|Tag|Nacht|Stunde|Minute|Sekunde|Quartal|Saison|Spiel|Kopf|Person|Einwohner|Haushalt|Kind|Schüler|Patient|Fahrt|Stück|Packung|"
    "Hektar|Liter|Kilometer|Meter|Kilo|Kilogramm|Gramm|Quadratmeter|Kubikmeter|Quadratkilometer|Tonne|Kilowattstunde|Megawattstunde|Flasche|Portion|Barrel|Unze"
)
_FRACTIONS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6),
              "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10)}  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HEAVENS = {"N": "Nord", "S": "Süd", "O": "Ost", "E": "Ost", "W": "West"}
_SIGN = "[" + "".join(_FRACTIONS) + "]"


#: How big something is: "dem 50 Kubikmeter großen Tank".
_EXTENT = re.compile(
    r"\s(?:groß|lang|breit|hoh|tief|schwer|alt|dick|weit|entfernt|stark|dünn|schmal|kurz|hell|teur|kalt|heiß|warm|schnell|fassend|gelegen|mächtig)(?:e|en|er|es|em)\b"
)


def _unit(match: re.Match[str]) -> str:
    """`95 km/h`: the unit in its number and case; the digits stay for the rules that follow."""
    number, scale, row = match["number"], match["scale"] or "", _UNITS[match["unit"]]
    single = number == "1" and not scale
    dative = (
        not single and row[3] != row[2] and not _EXTENT.match(match.string, match.end()) and _is_dative(match)
    )
    name = row[1] if single else row[3] if dative else row[2]
    per = _per(match["per"] or "")
    ends = match["dot"] and not match.string[match.end() :].strip()
    return f"{number} {scale + ' ' if scale else ''}{name}{per}{'.' if ends else ''}"


def _per(written: str) -> str:
    """`/km` is " pro Kilometer", `/100 km` " auf 100 Kilometer", `/(m²·a)` " pro Quadratmeter und Jahr"."""
    if not written:
        return ""
    if written.replace(" ", "") == "/100km":
        return " auf 100 Kilometer"
    parts = re.findall(r"[^\s/()·*]+", written)
    if parts == ["s²"]:
        return " pro Quadratsekunde"
    split = [p for part in parts for p in ([part[:-1], "a"] if part in ("m²a", "ha a") else [part])]
    return " pro " + " und ".join(_UNITS[p][5] for p in split)


def _per_base(match: re.Match[str]) -> str:
    """`5 Fälle/Tag`, `95 g CO2/km`; but "bei Tag/Nacht" counts nothing."""
    what, base = match[1], match[2]
    if re.search(r"\b(?:Tag|Nacht|Monat|Woche|Jahr|Stunde)$", what):
        return match[0]
    return f"{what} pro {_UNITS[base][5] if base in _UNITS else base}"


def _is_dative(match: re.Match[str]) -> bool:
    start = match.start()
    before = match.string[max(0, start - 60) : start]
    earlier = re.search(rf"{NUM}\s?(?:bis|und|oder|[–-])\s?$", before)
    head = before[: earlier.start()] if earlier else before
    if head.lower().endswith("bis zu "):  # says how many at most, and rules no case
        return grammar.is_dative(match.string, max(0, start - 60) + len(head) - 7)
    return (
        grammar.is_dative(match.string, start - (len(before) - earlier.start()) if earlier else start)
        or bool(
            re.search(r"\bauf $", before)
            and not re.search(
                r"\b(?:st[ie]{2}g\w*|kletter\w+|sank\w*|sinke?\w*|fiel\w*|fall\w*|fällt|wuchs\w*|gestiegen|aufstieg\w*|schoss\w*)\b",
                before,
            )
            and re.match(r"\s?(?:ü\.|über |Höhe|Tiefe|See)", match.string[match.end() :][:12])
        )
        or bool(
            re.search(
                r"\b(?:in|aus|bei|mit|nach|von|seit|(?<!nach wie )vor|zu) (?:rund|etwa|knapp|fast|gut|über|mehr als|bis zu|ca\.|circa|mindestens|maximal|nur) $",
                before,
            )
        )
    )


def fraction(top: int, bottom: int, dative: bool = False) -> str:
    """`ein Drittel`, `drei Viertel`, in the dative `zwei Dritteln`."""
    if bottom == 2:
        return "ein halb" if top == 1 else f"{numbers.before_noun(top)} halbe"
    noun = {3: "Drittel", 8: "Achtel", 7: "Siebtel", 16: "Sechzehntel"}.get(bottom, _stem(bottom))
    if top == 1:
        return f"{'einem' if dative else 'ein'} {noun}"
    return f"{numbers.before_noun(top)} {noun}{'n' if dative else ''}"


def _stem(bottom: int) -> str:
    return numbers.ordinal_stem(bottom).capitalize() + "el"


def _mixed(match: re.Match[str]) -> str:
    top, bottom = _FRACTIONS[match[2]] if match[2] else (int(match[3]), int(match[4]))
    whole = int(match[1])
    head = numbers.before_noun(whole) if whole else ""
    if bottom == 2 and top == 1:
        return f"{head}einhalb"
    return f"{head} {fraction(top, bottom)}" if (top, bottom) != (3, 4) else f"{head}dreiviertel"


def _noun_fraction(match: re.Match[str]) -> str:
    """`½ Liter` is "einen halben Liter", `¼ Stunde` "eine viertel Stunde", `2/3 der` "zwei Drittel der"."""
    text, start, end = match.string, match.start(), match.end()
    top, bottom = _FRACTIONS[match[1]] if match[1] else (int(match[2]), int(match[3]))
    span = re.match(r" bis \d{1,3}(?= )", text[end : end + 12])
    if span:  # "½ bis 1 Jahr"
        end += span.end()
    noun, _ = grammar.noun_after(text, end)
    if noun in _UNITS:
        text = text[:end] + text[end:].replace(noun, _UNITS[noun][1], 1)
        noun = _UNITS[noun][1]
    article = re.match(
        r"\s(?:der|des|aller|davon|von|seiner|ihrer|dieser|unserer|deren|dessen|am|im|an|in)\b",
        text[end : end + 10],
    )
    if top == 1 and bottom == 2 and not noun:
        return "die Hälfte" if article else "ein halb"
    det = grammar.determiner(text, start)
    relative = det.word in ("der", "die", "das", "den", "dem") and det.before[-1:] == (",",)
    if (
        det.word == "ihr" or relative
    ):  # "es fehlte ihr 1/100 Sekunde", "die Fläche, die 1/3 ausmacht": a pronoun
        det = grammar.Determiner("strong", "", "", ())
    if top == 1 and noun and not article and bottom in (2, 4, 8, 10, 100, 1000):
        ein = ones.ein(text, start, end) if not det.word else None
        if bottom == 2:
            return _half(noun, ein, det)
        kind = {4: "viertel", 8: "achtel", 10: "zehntel", 100: "hundertstel", 1000: "tausendstel"}[bottom]
        return f"{ein or ''} {kind}".strip()
    dative = det.word in ("den", "dem", "zu") or (
        not det.word
        and (
            det.preposition in ("mit", "von", "zu", "bei", "nach", "aus", "seit", "in", "an")
            or grammar.corresponds(det)
        )
    )
    if det.word and top == 1:
        return fraction(top, bottom).removeprefix("ein ")
    if noun and not article and (top, bottom) == (3, 4):
        return "drei viertel"
    return fraction(top, bottom, dative)


def _half(noun: str, ein: str | None, det: grammar.Determiner) -> str:
    of = nouns.gender(noun) or "n"
    if ein is None:
        case, found = grammar.case_of(det, of)
        return "halb" + grammar.adjective_ending(det, case, found or of)
    ending = {"ein": "er" if of == "m" else "es", "eine": "e"}.get(ein, "en")
    return f"{ein} halb{ending}"


def _compound(match: re.Match[str]) -> str:
    """`2/3-Mehrheit` is "Zweidrittelmehrheit", `1/8-Finale` "Achtelfinale"."""
    top, bottom = int(match[1]), int(match[2])
    if not 1 < bottom <= 1000 or (top >= bottom and match[3] != "T"):
        return match[0]
    if bottom == 2:
        return f"halb{match[3].lower()}"
    part = fraction(top, bottom).split(" ")[1].lower()
    head = "" if top == 1 else numbers.before_noun(top)
    word = f"{head}{part}{match[3].lower()}"
    return word.capitalize() if match[3][0].isupper() else word


def _percent_word(match: re.Match[str]) -> str:
    return f"{_head(match[1])}prozentig{match[2]}"


def _head(number: str) -> str:
    if "," in number:
        whole, rest = number.split(",")
        return numbers.decimal("".join(c for c in whole if c.isdecimal()), rest) + " "
    return numbers.before_noun(integer(number))


def _sign_compound(match: re.Match[str]) -> str:
    top, bottom = _FRACTIONS[match[1]]
    if bottom == 2:
        return "Halb" + match[2].lower()
    part = fraction(top, bottom).split(" ")[1].lower()
    return ((numbers.before_noun(top) if top > 1 else "") + part).capitalize() + match[2].lower()


def _checked(match: re.Match[str]) -> str:
    if match[2] and int(match[2]) >= int(match[3]):
        return match[0]
    return _noun_fraction(match)


#: So many rules come before those of compounds.
EARLY = 6
RULES: tuple[Rule, ...] = (
    rule("points of percent", "um 2 %-Punkte", "um zwei Prozentpunkte", r"(?<=\d)\s?%-?[Pp]unkt", " Prozentpunkt"),
    rule("percent, range of adjectives", "10–15%iger Rabatt", "zehn- bis fünfzehnprozentiger Rabatt", rf"{START}({NUM})(?:\s?%)?(?:\s?[–-]\s?|-? bis )({NUM})\s?(?:%|-prozent|prozent)-?ig(\w*)", lambda m: f"{_head(m[1]).strip()}- bis {_head(m[2])}prozentig{m[3]}"),
    rule("percent, adjective", "eine 80%ige Auslastung", "eine achtzigprozentige Auslastung", rf"{START}({NUM})\s?(?:%|-prozent|prozent)-?ig(\w*)", _percent_word),
    rule("half in an adjective", "ein 1 ½-stündiger Film", "ein eineinhalbstündiger Film", r"(?<![\d/.,])(\d{1,2})\s?(?:½|(?<=\s)1/2)\s?-?(?=(?:st[üu]nd|jähr|täg|minüt|monat|wöch|fach|mal|zöll|seit)\w*)", lambda m: f"{numbers.before_noun(int(m[1]))}einhalb"),
    rule("fraction in a compound", "die 2/3-Mehrheit", "die Zweidrittelmehrheit", r"(?<![\d/.,])(\d{1,2})/(\d{1,4})-([A-Za-zÄÖÜäöü])", _compound),
    rule("sign in a compound", "die ¾-Mehrheit", "die Dreiviertelmehrheit", rf"(?<!\d)({_SIGN})-([A-Za-zÄÖÜäöü])", _sign_compound),
    rule("range from a fraction", "½–1 Jahr", "ein halbes bis ein Jahr", rf"({_SIGN})\s?[–-]\s?(?=\d)", r"\1 bis "),
    rule("unit behind a fraction", "½ TL Salz", "ein halber Teelöffel Salz", rf"(?<=[½⅓⅔¼¾⅛\d]) ?(?<=[½⅓⅔¼¾⅛ ])(?<![^/½⅓⅔¼¾⅛][\d] )(?<!\A\d )({_COUNTED})(?![\w²³/-])", lambda m: " " + _UNITS[m[1]][1]),
    rule("whole and fraction", "1½ Stunden", "eineinhalb Stunden", rf"(?<![\d/.,])(\d{{1,3}})\s?(?:({_SIGN})|(?<=\d\s)([1-9])/([2-9])(?![\d/]))", _mixed),
    rule("half a million", "½ Millionen Euro", "eine halbe Million Euro", r"(?<![\d/.,])(?:½|1/2) (Million|Milliard|Billion)en\b", lambda m: f"½ {m[1]}{'e' if m[1].endswith('d') else ''}"),
    rule("half past", "um ½ 8", "um halb acht", r"\b([Uu]m|[Aa]b|[Gg]egen|[Bb]is|[Vv]or|[Nn]ach|von|kurz) (?:½|1/2) (?=(?:[1-9]|1[0-2])(?:\s?Uhr|(?!\d|[.,:]\d| ?[A-ZÄÖÜ%€])))", r"\1 halb "),
    rule("fraction", "2/3 der Stimmen", "zwei Drittel der Stimmen", rf"(?:(?<!\d)({_SIGN})|(?<![\d/.,:\w-])([1-9])/([2-9]|1[0256]|20|100|1000)(?![\d/]|[.,]\d|\s?-|\s?[Uu]hr))", _checked),
    rule("quarter of the sky", "48° 12′ N", "achtundvierzig Grad zwölf Minuten Nord", r"(?<=[°′'’″\"])\s?([NSOEW])(?=[\s.,;)]|$)", lambda m: " " + _HEAVENS[m[1]]),
    rule("degrees and minutes", "47° 4′ Nord", "siebenundvierzig Grad vier Minuten Nord", r"(\d)\s?°\s?(\d{1,2})\s?[′'’](?!\w)(?:\s?(\d{1,2}(?:,\d+)?)\s?[″\"])?", lambda m: f"{m[1]} Grad {m[2]} Minuten" + (f" {m[3]} Sekunden" if m[3] else "")),
    rule("degrees with a space", "21 ° C", "einundzwanzig Grad Celsius", r"(?<=\d)\s?°\s?(?=[CF]\b)", " °"),
    rule("inches in a compound", "das 11\"-Display", "das Elf-Zoll-Display", rf"{START}({NUM})\s?[\"”“](?=-[A-ZÄÖÜ])", lambda m: f"{_head(m[1]).strip().capitalize().replace(' ', '-')}-Zoll"),
    rule("inches", "ein Schirm mit 27\" kostet", "ein Schirm mit siebenundzwanzig Zoll kostet", rf"{START}({NUM})\s?\"(?!\w)", lambda m: m[0] if m.string[: m.start()].count('"') % 2 or "„" in m.string[: m.start()] else f"{m[1]} Zoll"),
    rule("times between units", "50 m x 25 m", "fünfzig Meter mal fünfundzwanzig Meter", r"(?<=\w)\s[x×]\s(?=\d)", " mal "),
    rule("times", "2×4 m", "zwei mal vier Meter", r"(?<=\d)\s?[×x]\s?(?=\d)", " mal "),
    rule("times, adverb, range", "2–3 × pro Woche", "zwei- bis dreimal pro Woche", r"(?<![\w.,])(\d{1,3})\s?(?:[–-]|bis)\s?(\d{1,3})\s?[x×](?!\w)", lambda m: f"{numbers.before_noun(int(m[1]))}- bis {numbers.before_noun(int(m[2]))}mal"),
    rule("times, adverb", "3x täglich", "dreimal täglich", r"(?<![\w.,])(\d{1,3})\s?[x×](?!\w)", lambda m: numbers.before_noun(int(m[1])) + "mal"),
    rule("sizes to the power", "10² Watt", "zehn hoch zwei Watt", r"(?<=\d)(?=[⁻²³⁴⁵⁶⁷⁸⁹]|¹[⁰¹²³⁴⁵⁶⁷⁸⁹])(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)", lambda m: f" hoch {'minus ' if m[1] else ''}{m[2].translate(_RAISED)}"),
    rule("units", "95 km/h", "fünfundneunzig Kilometer pro Stunde",
         rf"{START}(?P<number>{NUM})\s?(?:(?P<scale>{_SCALES})\s)?(?P<unit>{_COUNTED})(?P<per>\s?/\s?(?:100\s?km|s²|\((?:{_ANY})\s?[·*/ ]?\s?(?:{_ANY})\)|(?:{_ANY})(?:[/·](?:{_ANY}))?|m²a)(?!\w))?(?![\w²³/]|-\w)(?P<dot>(?:(?<=Std)|(?<=Min)|(?<=min)|(?<=Sek)|(?<=sek)|(?<=Stk)|(?<=Pkt))\.|)", _unit),
    rule("words per units", "3 Milligramm/Liter", "drei Milligramm pro Liter", rf"\b(Kilometer|Meter|Liter|Gramm|Milligramm|Mikrogramm|Kilogramm|Tonnen|Watt|Kilowattstunden?|Stück|Einwohner|Fälle|Stunden?|Personen|Menschen|Mikrosievert|Megabit)/({_ANY}|[A-Z][a-zäöü]+)(?!\w)", lambda m: f"{m[1]} pro {_UNITS[m[2]][5] if m[2] in _UNITS else m[2]}"),
    rule("things per base", "3 Fälle/Tag", "drei Fälle pro Tag", rf"(?<=\d)((?:[^\n.;:!?/]|\.\d){{1,30}}?[\wäöü])\s?/\s?({_BASE}|km|m²|m³|ha|kWh|MWh|kg|qm|h|l|s|min|a)(?![\w²³]|-)", _per_base),
    rule("things per thousands", "5 Fälle/100.000 Einwohner", "fünf Fälle pro hunderttausend Einwohner", r"(?<=[a-zäöü])\s?/\s?(?=\d{1,3}(?:[. ]?000){1,2} [A-ZÄÖÜ])", " pro "),
    rule("kilometre of a road", "bei km 35", "bei Kilometer fünfunddreißig", r"(?<![\w/])[Kk]m (?=\d)(?<!\b\d km )(?<!\b\d\d km )(?<!\b\d\d\d km )", "Kilometer "),
    rule("lone units", "Wert in µg/m³", "Wert in Mikrogramm pro Kubikmeter", r"(?<![\w/])((?:k|M|c|m|µ)?(?:m[²³]|g|Wh)|km/h|l|t|Mbit)/(m[²³]|s|h|l|km|kWh)(?!\w)", lambda m: f"{_UNITS[m[1]][2]} pro {_UNITS[m[2]][5]}" if m[1] in _UNITS else m[0]),
    rule("lone powers", "viele m² Wald", "viele Quadratmeter Wald", r"(?<!\w)(km²|m²|cm²|km³|m³|cm³|km/h|°C|kWh|MWh|GWh|TWh|qm|mm²)(?!\w)", lambda m: "Kilometer pro Stunde" if m[1] == "km/h" else _UNITS[m[1]][2]),
    rule("lone percent", "der %-Wert", "der Prozent-Wert", r"%", " Prozent"),
    rule("lone permille", "in ‰ gemessen", "in Promille gemessen", r"‰", " Promille"),
    rule("lone degree", "ein ° mehr", "ein Grad mehr", r"°", " Grad "),
)  # fmt: skip
