"""Numbers that are read digit by digit: telephone, account, post code, emergency call."""

from __future__ import annotations

import re

from podcaster.speech import numbers
from podcaster.speech.rules.rule import Rule, rule

_LABEL = (
    r"(?:[Tt]el(?:efon)?(?:nummer)?\.?|[Ff]ax(?:nummer)?|[Rr]ufnummer|[Nn]otruf(?:nummer)?|[Hh]otline|[Dd]urchwahl|[Mm]obil|[Hh]andy(?:nummer)?|"
    r"Kontonummer|Konto-Nr\.|Kto\.|BLZ|Bankleitzahl|PLZ|Postleitzahl|PIN|TAN|[Kk]ennziffer|[Ee]uronotruf|[Tt]elefonseelsorge|[Bb]ürgertelefon|"
    r"[Ss]orgentelefon|[Hh]ilfetelefon|[Rr]ettungsdienst|[Ff]euerwehr-?[Nn]otruf|[Pp]olizei-?[Nn]otruf|WKN|Kundennummer|Matrikelnummer|"
    r"Seriennummer|Spendenkonto|Kurzwahl|[Gg]esundheitstelefon|[Nn]ummer)"
)


def _grouped(number: str) -> str:
    plus = "plus " if number.lstrip().startswith("+") else ""
    return plus + numbers.digits(number)


def _iban(match: re.Match[str]) -> str:
    return f"{match[1]} {numbers.digits(match[2])}"


def _emergency(match: re.Match[str]) -> str:
    return match[1] + re.sub(r"\d+", lambda m: numbers.digits(m[0]), match[2])


#: Before anything else: nothing means hundreds of digits, and no pattern should have to try.
ENDLESS: tuple[Rule, ...] = (
    rule("endless digits", "1" * 25, "eins " * 25, r"\d{25,}", lambda m: f" {numbers.digits(m[0])} "),
)
RULES: tuple[Rule, ...] = (
    rule("ordinary", "eine 08/15-Lösung", "eine Nullachtfünfzehn-Lösung", r"(?<![\d/.,])08/15(?![\d/])", "Nullachtfünfzehn"),
    rule("book", "ISBN 978-3-16-148410-0", "ISBN neun sieben acht drei eins sechs eins vier acht vier eins null null", r"\b(IS[BS]N(?:-1[03])?(?: der [A-ZÄÖÜ]\w+)?:?\s?)(\d[\d -]{6,16}\d(?:-?[xX]\b)?)(?!\d)", lambda m: m[1] + numbers.digits(m[2]) + (" X" if m[2][-1] in "xX" else "")),
    rule("account", "AT61 1904 3002 3457 3201", "AT sechs eins eins neun null vier drei null null zwei drei vier fünf sieben drei zwei null eins",
         r"\b([A-Z]{2})(\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,3})?)\b", _iban),
    rule("long number behind its label", "das Konto 1004567", "das Konto eins null null vier fünf sechs sieben", r"(\b(?:\w*(?:[Nn]ummer|[Kk]onto|[Kk]ennung|[Cc]ode|ID|PIN)|[\w-]*Nr\.) )(\d{5,24}|\d{2,6}(?:[ -]\d{2,8}){1,5})(?![\d/-]|[.,]\d| /| \d)", lambda m: m[1] + numbers.digits(m[2])),
    rule("extension", "4000 DW 8155", "viertausend Durchwahl acht eins fünf fünf", r"(?<=\d)[ ,/-]{1,2}(?:DW|Dw)\.?:? ?(\d{1,6})\b", lambda m: f" Durchwahl {numbers.digits(m[1])}"),
    rule("international number", "+43 1 555 12-0", "plus vier drei eins fünf fünf fünf eins zwei null",
         r"(?<![\w+])\+\d{1,3}(?:[ /.-]{0,2}\(0\)\d{0,5})?(?:[ /-]{1,3}\(?\d{1,10}\)?){1,7}(?!\d|,\d)|(?<![\w+])\+\d{9,15}\b", lambda m: _grouped(m[0])),
    rule("number with an area code", "0800 / 123 45 67", "null acht null null eins zwei drei vier fünf sechs sieben",
         r"(?<![\w.,:+/-])(?<!\d )(?!\d\d/\d\d/\d{4})\(?0(?:\d{1,5}|(?: \d{1,4}){1,3}(?= ?/|\)))\)?(?:\s?[/–-]\s?|\s)\d{1,10}(?:[ –/-]{1,2}\d{1,8}){0,6}(?![\d:%]|,\d|\.\d| ?(?:Uhr|Euro|€|Prozent|km))",
         lambda m: _grouped(m[0])),
    rule("long number with a leading zero", "06641234567", "null sechs sechs vier eins zwei drei vier fünf sechs sieben",
         r"(?<![\w.,:+-])0\d{3,}\b(?![.,]\d)", lambda m: _grouped(m[0])),
    rule("emergency call", "Notruf 144 oder 133", "Notruf eins vier vier oder eins drei drei",
         rf"(\b{_LABEL}:? (?:unter |lautet |ist |der |die |Nummer |Nr\. ){{0,3}})(\d{{3,12}}(?:[ /-]\d{{2,8}}){{0,5}}(?:(?:,| oder| und) \d{{3}}\b(?! ))?)"
         r"(?![\d%]|[.,]\d| ?(?:Uhr|Euro|€|Prozent))", _emergency),
    rule("police and ambulance", "Wählen Sie 112!", "Wählen Sie eins eins zwei!",
         r"(\b(?:[Ww]ähl\w{1,3}|[Rr]uf\w{1,3}|(?:unter|über) (?:der |dem |den )?|[Nn]otruf\w{0,6}|112 (?:oder|und))(?: Sie)?(?: bitte)?(?: sofort)?(?: die)? ?)"
         r"((?:110|112|122|133|140|141|142|144|147|117|118|116 ?117|116 ?111|116 ?123)(?: (?:oder|und) (?:110|112|122|133|144|117|118)\b)?)(?!\d|[.,:]\d| ?(?:[A-ZÄÖÜ%€]\w*|der|von)\b)", _emergency),
    rule("European help lines", "die 116 117", "die eins eins sechs eins eins sieben", r"(?<![\d.,])116 ?(?:000|006|111|116|117|123)(?!\d|[.,]\d| [A-ZÄÖÜ]\w+(?:en|er)\b)", lambda m: numbers.digits(m[0])),
    rule("post code", "01067 Dresden", "null eins null sechs sieben Dresden",
         r"(?<![\w.,])([AD]-)?(\d{5})(?= [A-ZÄÖÜ][a-zäöüß]+(?:[,.;)\n]|$))", lambda m: f"{(m[1] or '').replace('-', ' ')}{numbers.digits(m[2])}" if _is_code(m) else m[0]),
)  # fmt: skip


def _is_code(match: re.Match[str]) -> bool:
    """A post code stands behind a street's number and comma, or has a leading zero."""
    before = match.string[max(0, match.start() - 3) : match.start()]
    return match[0][0] in "0AD" or bool(re.search(r"\d, $", before))
