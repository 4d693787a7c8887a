"""Sums of money: sign before or behind, millions, cents, rates."""

from __future__ import annotations

import re

from podcaster.speech import nouns, numbers
from podcaster.speech.rules.rule import INT, START, Rule, integer, rule


class _Currency:
    def __init__(self, row: tuple[str, ...]) -> None:
        signs, self.one, self.many, self.cent, _, places = row
        self.signs = signs.split(" ")
        self.cents = places == "2" and bool(self.cent)


_ALL = [_Currency(row) for row in nouns.rows("currencies")]
_BY_SIGN = {sign: c for c in _ALL for sign in c.signs}
_SIGNS = "|".join(re.escape(s) for s in sorted(_BY_SIGN, key=len, reverse=True))
_SIGN = rf"(?:{_SIGNS})"
#: What may stand before the sum: signs and codes, not words ("1 Euro 50").
_FIRST = "|".join(
    re.escape(s) for s in sorted(_BY_SIGN, key=len, reverse=True) if not re.search(r"[A-Z][a-zł]{2}|-D", s)
)
_SHORT = {"Mio": "Millionen", "Mrd": "Milliarden", "Bio": "Billionen", "Tsd": "tausend", "Mill": "Millionen", "Bill": "Billionen", "Brd": "Billiarden",
          "mn": "Millionen", "bn": "Milliarden", "m": "Millionen", "k": "tausend", "K": "tausend", "M": "Millionen", "B": "Milliarden", "tn": "Billionen", "tsd": "tausend", "mio": "Millionen", "mrd": "Milliarden", "Mia": "Milliarden"}  # fmt: skip
_SCALE = r"(?:Millionen|Million|Milliarden|Milliarde|Billionen|Billion|Tausend|tausend|(?:Mio|Mrd|Mia|Bio|Tsd|Mill|Bill|tsd|mio|mrd)\b\.?)"
_AMOUNT = rf"{INT}(?:,(?:\d+|--?|[–—]))?"
_PER = re.compile(r"\s?/\s?(\w+[²³]?)")


def scale_word(text: str, amount: str) -> str:
    """`Mrd.` with its amount: `1 Milliarde`, `2 Milliarden`."""
    word = _SHORT.get(text.rstrip("."), text)
    return (
        word.removesuffix("en") + ("e" if word.startswith("Milliard") else "")
        if amount == "1" and word.endswith("en")
        else word
    )


def _say(amount: str, scale: str | None, currency: _Currency, match: re.Match[str]) -> str:
    whole, _, cents = amount.partition(",")
    if cents in ("-", "--", "–", "—", "00", ""):
        cents = ""
    count = whole
    if scale:
        word = scale_word(scale, amount)
        number = whole + ("," + cents if cents else "")
        return (
            f"{number}{'' if word == 'tausend' and not cents else ' '}{word} {currency.many}"
            if word != "tausend" or cents
            else f"{integer(whole) * 1000} {currency.many}"
        )
    name = currency.one if integer(whole) == 1 and not cents else currency.many
    if not cents:
        return f"{count} {name}"
    if len(cents) != 2 or not currency.cents or _is_rate(match, whole, currency):
        return f"{count},{cents} {currency.many}"
    if not integer(whole):
        return f"{int(cents)} {'Cent' if currency.cent == 'Cent' else currency.cent}"
    first = currency.one if integer(whole) == 1 else currency.many
    return f"{count} {first} {numbers.cardinal(int(cents))}"


def _is_rate(match: re.Match[str], whole: str, currency: _Currency) -> bool:
    """An exchange rate ("1,08 Dollar je Euro") is a decimal, not a price."""
    near = match.string[max(0, match.start() - 80) : match.end() + 20]
    return (
        currency.one in ("US-Dollar", "Dollar", "Franken", "Pfund")
        and integer(whole) < 3
        and bool(re.search(r"[Kk]urs|Devisen|[Ee]uro\b|notiert|EZB", near))
    )


def _per(match: re.Match[str], name: str) -> str:
    tail = match[name]
    if not tail:
        return ""
    unit = _PER.match(tail)
    return f" pro {_unit_name(unit[1])}" if unit else ""


#: "das SEK 21 Waffen": a police force, and no Swedish kronor.
_POLICE = re.compile(r"\b(?:[Dd]as|[Dd]em|[Dd]es|[Vv]om|[Zz]um|[Bb]eim|[Ee]in|[Ee]inem|[Uu]nd) $")


def _before(match: re.Match[str]) -> str:
    """`€ 12,50`, `CHF 12’000`, `$1.5bn`, `$1,200.50`."""
    currency = _BY_SIGN[match["sign"]]
    amount = match["amount"]
    if match["sign"] == "SEK" and _POLICE.search(match.string, max(0, match.start() - 8), match.start()):
        return match[0]
    english = re.fullmatch(r"\d{1,3}(?:,\d{3})*\.\d{1,2}|\d{1,3}(?:,\d{3})+|\d+\.\d{1,2}", amount)
    if english:
        amount = amount.replace(",", "").replace(".", ",")
    return (
        ((match["minus"] and "minus ") or "")
        + _say(amount, match["scale"], currency, match)
        + (match["plus"] or "").replace("+", " plus")
    )


def _behind(match: re.Match[str]) -> str:
    return _say(match["amount"], match["scale"], _BY_SIGN[match["sign"]], match) + _per(match, "per")


def _unit_name(sign: str) -> str:
    row = next((r for r in nouns.rows("units") if r[0] == sign), None)
    return row[5] if row else _BY_SIGN[sign].one if sign in _BY_SIGN else sign


def _scaled(match: re.Match[str]) -> str:
    word = scale_word(match[3], match[1])
    end = "." if match[3].endswith(".") and not match.string[match.end() :].strip() else ""
    return (
        f"{integer(match[1]) * 1000}" if word == "tausend" and "," not in match[1] else f"{match[1]} {word}"
    ) + end


RULES: tuple[Rule, ...] = (
    rule("no cents, with a point", "für 3.- Fr.", "für drei Franken.", r"(?<=\d)\.(?:--?|[–—])(?=\s?(?:Fr\b|Franken|CHF|Euro|€))", ",–"),
    rule("no cents, with a point behind the sign", "Fr. 3.- je Stück", "drei Franken je Stück", r"(\b(?:Fr\.|CHF|EUR)\s?\d{1,4})\.(?:--?|[–—])(?!\w)", r"\1,–"),
    rule("only centimes", "Fr. -.90", "neunzig Rappen", r"\b(?:Fr\.|CHF)\s?(?:[–—-]|0)\.(\d\d)(?!\d)", r"\1 Rappen"),
    rule("francs by their dash alone", "für 20.- zu haben", "für zwanzig Franken zu haben", r"(?<![\w.,:'’])(?<!Fr\. )(?<!CHF )(\d{1,4}(?:[’']\d{3})*)\.[–—-]{1,2}(?=[\s,;)]|$)(?!\s?(?:Fr\b|Franken|CHF|Euro|€|\d))", r"\1 Franken"),
    rule("no cents in a range", "599,– bis 899,– Euro", "fünfhundertneunundneunzig bis achthundertneunundneunzig Euro", r"(?<=\d),(?:--?|[–—])(?=\s(?:bis|und|oder|statt|auf)\s(?:\w+\s)?(?:€\s)?\d)", ""),
    rule("only cents", "für -,50 €", "für fünfzig Cent", r"(?<!\S)[–—-],(\d\d)\s?(?:€|Euro|EUR)", r"\1 Cent"),
    rule("centimes behind a point", "4.80 Fr.", "vier Franken achtzig", rf"{START}(\d+)\.(\d\d)\s?(?:[Ss]?Fr\.|CHF|Franken)(?!\w)",
         lambda m: f"{m[1]},{m[2]} Franken" + ("." if m[0].endswith(".") and not m.string[m.end() :].strip() else "")),
    rule("no centimes", "CHF 12.–", "zwölf Franken", rf"\b((?:CHF|[Ss]?Fr\.)\s?{INT})\.[–—-]{{1,2}}(?!\d)", r"\1"),
    rule("francs and centimes", "2 Fr. 20", "zwei Franken zwanzig", rf"{START}({INT}) Fr\. (\d\d)(?!\d|[.,]\d)", r"\1 Franken \2"),
    rule("thousands of euros", "20 TEUR", "zwanzigtausend Euro", rf"{START}({INT})\s?(?:TEUR|T€)(?!\w)", lambda m: f"{integer(m[1]) * 1000} Euro"),
    rule("range of prices, sign before", "€ 10–15", "zehn bis fünfzehn Euro", rf"(?<!\w)(?P<sign>€|\$|£|CHF|EUR|USD|Fr\.)\s?(?P<a>{INT}(?:,\d+)?)\s?(?:–|-|bis)\s?(?P<b>{INT}(?:,\d+)?)(?![\d,.]\d)",
         lambda m: f"{m['a']} bis {m['b']} {_BY_SIGN[m['sign']].many}"),
    rule("range of prices with cents", "5,50–7,90 €", "fünf Euro fünfzig bis sieben Euro neunzig", rf"{START}(\d{{1,4}},\d\d)(\s?(?:–|-|bis)\s?)(?=\d{{1,4}}(?:,\d\d)?\s?(?P<sign>€|Euro|EUR|Franken|Fr\.|CHF)(?!\w|/|\s?(?:pro|je)\b))", lambda m: f"{m[1]} {m['sign']} bis "),
    rule("sum, sign before", "CHF 12’000", "zwölftausend Franken",
         rf"(?<![\w€$£])(?<!\d )(?P<minus>[-−–]?)(?P<sign>{_FIRST})\s?(?P<amount>\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,2}})?(?![\d,])|\d+\.\d{{1,2}}(?!\d)|{_AMOUNT})(?:\s?(?P<scale>{_SCALE}|(?:bn|mn|tn|m|k|K|M|B)(?!\w)))?(?P<plus>\+?)", _before),
    rule("sum behind the word", "von Euro 1.100,00", "von tausendeinhundert Euro", rf"(?<!\d )(?<!illionen )(?<!illiarden )\b(Euro|Franken|Dollar)\s({INT},(?:\d\d|--?|[–—]))(?!\d|\s?(?:Euro|€|Franken|Dollar|Millionen|Mi[or]))", r"\2 \1"),
    rule("sum, sign behind", "2,5 Mrd. €", "zwei Komma fünf Milliarden Euro",
         rf"{START}(?P<amount>{_AMOUNT})\s?(?:(?P<scale>{_SCALE})\s?)?(?P<sign>{_SIGN})(?!\w|-[A-Za-z])(?P<per>\s?/\s?(?:[A-Za-z]+[²³]?))?", _behind),
    rule("cents", "99 ct", "neunundneunzig Cent", rf"{START}({INT}(?:,\d+)?)\s?(?:[Cc]t\b\.?|Cents\b|¢)(?P<per>\s?/\s?(?:[A-Za-z]+[²³]?))?", lambda m: f"{m[1]} Cent{_per(m, 'per')}"),
    rule("currency per", "14 Euro/Stunde", "vierzehn Euro pro Stunde", r"\b(Euro|Dollar|Franken|Cent)\s?/\s?(?!Euro|Dollar|Franken|Yen|Pfund|Rubel|Lira)(?=[A-Za-zÄÖÜ])(\w+[²³]?)", lambda m: f"{m[1]} pro {_unit_name(m[2])}"),
    rule("lone sign", "in € gerechnet", "in Euro gerechnet", r"[€$£¥₽₴₺₹₩₪₿](?!\w)|(?<=\d)[€$£]|[€$£¥](?=-)", lambda m: _BY_SIGN[m[0]].many),
    rule("short million", "1 Mio. Menschen", "eine Million Menschen", rf"{START}({INT}(?:,\d+)?)(\s?)((?:Mio|Mrd|Mia|Bio|Bill|Mill|Tsd)\b\.?)", _scaled),
    rule("million, singular", "1 Millionen", "eine Million", r"(?<![\d.,])1 (Million|Milliard|Billion)en\b", lambda m: f"1 {m[1]}{'e' if m[1].endswith('d') else ''}"),
)  # fmt: skip
