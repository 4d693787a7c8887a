"""German number words: cardinals, ordinals' stems, years, digits one by one.

num2words is not used: it has no inflected ordinals and no `ein` before a noun, and its thousands are not
those of a newsreader (bench/german.py compares).
"""

from __future__ import annotations

_ONES = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
).split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_SCALES = (
    (10**15, "Billiarde", "Billiarden"),
    (10**12, "Billion", "Billionen"),
    (10**9, "Milliarde", "Milliarden"),
    (10**6, "Million", "Millionen"),
)
#: Longer runs of digits are read one by one: nobody can follow them otherwise.
MOST_DIGITS = 15


def _below_hundred(n: int, last: bool) -> str:
    if n == 1:
        return "eins" if last else "ein"
    if n < 20:
        return _ONES[n]
    ten, one = divmod(n, 10)
    stem = _TENS[ten - 2]
    return stem if one == 0 else ("ein" if one == 1 else _ONES[one]) + "und" + stem


def _below_thousand(n: int, last: bool, lone: bool) -> str:
    """`lone`: nothing is said before it, so that 100 is `hundert`, as in 120, and not as in 2.120."""
    hundred, rest = divmod(n, 100)
    if not hundred:
        return _below_hundred(rest, last)
    head = ("" if hundred == 1 and lone else "ein" if hundred == 1 else _ONES[hundred]) + "hundert"
    return head + (_below_hundred(rest, last) if rest else "")


def cardinal(n: int) -> str:
    """The number as a word, counting: 1 `eins`, 120 `hundertzwanzig`, 1_250_000 `eine Million …`."""
    if n < 0:
        return "minus " + cardinal(-n)
    if n >= 10 ** (MOST_DIGITS + 3):
        return digits(str(n))
    parts = []
    for scale, one, many in _SCALES:
        count, n = divmod(n, scale)
        if count == 1:
            parts.append(f"eine {one}")
        elif count:
            parts.append(f"{cardinal(count)} {many}".replace("eins ", "eine ", 1))
    if n or not parts:
        parts.append(_below_million(n))
    return " ".join(parts)


def _below_million(n: int) -> str:
    thousand, rest = divmod(n, 1000)
    if not thousand:
        return _below_thousand(rest, True, True)
    head = ("" if thousand == 1 else _below_thousand(thousand, False, True)) + "tausend"
    return head + (_below_thousand(rest, True, False) if rest else "")


def before_noun(n: int) -> str:
    """The number before a word that it counts: 101 `hundertein`, but 1 needs its own case: `ein`."""
    word = cardinal(n)
    return word[:-1] if word.endswith("eins") else word


def ordinal_stem(n: int) -> str:
    """The ordinal without its ending: 3 `dritt`, 20 `zwanzigst`."""
    if n >= 10**6:
        head, rest = divmod(n, 10**6)
        if rest:
            return cardinal(head * 10**6) + " " + ordinal_stem(rest)
        return ("" if head == 1 else before_noun(head)) + "millionst"
    special = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    head, rest = divmod(n, 100)
    if rest in special:
        return (cardinal(head * 100) if head else "") + special[rest]
    return cardinal(n) + ("t" if 0 < rest < 20 or n == 0 else "st")


def year(n: int) -> str:
    """A year: 1989 `neunzehnhundertneunundachtzig`, 1066 `tausendsechsundsechzig`, 2005 `zweitausendfünf`."""
    if 1100 <= n < 2000:
        head, rest = divmod(n, 100)
        return _ONES[head] + "hundert" + (_below_hundred(rest, True) if rest else "")
    return cardinal(n)


def digits(text: str) -> str:
    """Every digit of a text by its name: `0316` `null drei eins sechs`."""
    return " ".join(_ONES[int(c)] for c in text if c in "0123456789")


def decimal(whole: str, fraction: str) -> str:
    """A decimal: `2`, `35` -> `zwei Komma drei fünf`."""
    head = cardinal(int(whole)) if len(whole) <= MOST_DIGITS else digits(whole)
    return f"{head} Komma {digits(fraction)}"
