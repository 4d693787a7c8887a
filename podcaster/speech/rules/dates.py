"""Dates: days and months in every usual form, years with them, decades."""

from __future__ import annotations

import re

from podcaster.speech import nearby, numbers
from podcaster.speech.rules.rule import LABELS, MONTH, MONTH_NAMES, WEEKDAY, Rule, rule
from podcaster.text import MONTHS

_DAY = r"(?<![\d.,:§])(?:0?[1-9]|[12]\d|3[01])"
_JOIN = r"\s?(?:,|und|oder|sowie|bzw\.|beziehungsweise|bis zum|bis einschließlich|bis inklusive|bis|auf den|auf|[–-]|/)\s?"
_JOINED = {"–": " bis ", "-": " bis ", "/": " und ", ",": ", "}
_WEAK = frozenset(
    "am vom zum dem den des im beim diesem diesen dieses jedem jeden einem einen eines seinem seinen "
    "ihrem ihren jenem jenen jenes welchem welchen meinem meinen unserem unseren keinem keinen manchem".split()
)
_STRONG_DATIVE = frozenset("ab seit von nach vor mit zwischen".split())
_ACCUSATIVE = frozenset("bis für gegen um auf über per".split())
_BETWEEN = frozenset(
    "einschließlich inklusive spätestens frühestens voraussichtlich etwa ungefähr vorerst zumindest mindestens längstens jeweils exakt genau zunächst".split()
)

_DAYS = dict(
    zip(
        "Mo Di Mi Do Fr Sa So".split(),
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
        strict=True,
    )
)


_LIFE = {
    "geb": "geboren", "Geb": "Geboren", "gest": "gestorben", "Gest": "Gestorben", "verst": "verstorben", "Verst": "Verstorben", "erm": "ermordet",
    "Erm": "Ermordet", "*": "geboren", "†": "gestorben", "✝": "gestorben",
}  # fmt: skip
_WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}(?:\s?,\s?|\s)$")
#: What a group of words may follow that no verb or preposition governs.
_OPEN = re.compile(r"[.(:–—]\s?$|\n$")


def ending(text: str, start: int) -> str:
    """The ending of a day's ordinal that stands at a position: `am ersten`, `der erste`, `ab erstem Mai`."""
    before = text[max(0, start - nearby.REACH) : start]
    weekday = _WEEKDAY_BEFORE.search(before[-16:])
    if weekday:
        before = before[: len(before) - len(weekday[0])]
        if not before or _OPEN.search(before[-3:]):
            return "er"
    words = nearby.words_before(before, len(before))
    while words and words[-1].lower() in _BETWEEN:
        words.pop()
    word = words[-1].lower() if words and before.rstrip()[-1:] not in (",", "(", ":", "–", "—") else ""
    if word in ("und", "oder", "sowie"):
        earlier = [w.lower() for w in words]
        if "zwischen" in earlier and "dem" not in earlier:
            return "em"
        nearest = next((w for w in reversed(earlier) if w in _WEAK or w in ("der", "dieser", "jeder")), "")
        return "er" if not nearest else "en" if nearest in _WEAK else "e"
    if word in _WEAK or word in _ACCUSATIVE:
        return "en"
    if word in _STRONG_DATIVE:
        return "em"
    if word in ("der", "dieser", "jeder", "jener", "welcher", "die"):
        return "e"
    if words and words[-1].islower() and nearby.is_adjective(word):
        return word[-2:] if word.endswith(("en", "er", "em")) else "e"
    return "er"


def _month(name: str) -> str:
    return MONTH_NAMES[name.rstrip(".")]


def _days(match: re.Match[str]) -> str:
    """`3. und 4. Mai 2020`: all days have the ending of the first."""
    tail = ending(match.string, match.start())
    text = match[0]
    head = text[: match.start(2) - match.start()]
    head = re.sub(r"\d+\.?", lambda m: numbers.ordinal_stem(int(m[0].rstrip("."))) + tail, head)
    before = match.string[max(0, match.start() - 40) : match.start()]
    if (
        "." not in head.rstrip(". ")
        and "," in head
        and not re.search(r"\b(?:[Aa]m|[Vv]om|den|dem|[Zz]um|ab|bis|der) $", before)
    ):
        return match[0]  # "die Punkte 3, 5 und 8. Mai heißt der Chef"
    night = "Nacht" in match.string[max(0, match.start() - 40) : match.start()]
    head = re.sub(r"\s?([–\-/,])\s?", lambda m: " auf " if m[1] == "/" and night else _JOINED[m[1]], head)
    year = f" {numbers.year(int(match[3]))}" if match[3] else ""
    return head + _month(match[2]) + year


def _full_year(text: str | None) -> str:
    if not text:
        return ""
    short = int(text)
    return " " + numbers.year(short if len(text) == 4 else 2000 + short if short <= 40 else 1900 + short)


def _numeric(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        return match[0]
    tail = ending(match.string, match.start())
    glued = " " if match.string[match.end() : match.end() + 1].isalpha() else ""
    return f"{numbers.ordinal_stem(day)}{tail} {MONTHS[month - 1]}{_full_year(match[3])}{glued}"


def _without_year(match: re.Match[str]) -> str:
    """`1.11.` is a date where an article or preposition says so, or no chapter is meant."""
    said = _numeric(match)
    at_end = match.string[match.end() :].strip() == ""
    return said + ("." if at_end and said != match[0] else "")


def _numeric_range(match: re.Match[str]) -> str:
    tail = ending(match.string, match.start())
    first = numbers.ordinal_stem(int(match[1])) + tail
    join = " und " if match[2] == "/" else " bis " if match[2] in "–-" else f" {match[2]} "
    return f"{first}{join}{match[3]}"


def _iso(match: re.Match[str]) -> str:
    month, day = int(match[2]), int(match[3])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    tail = ending(match.string, match.start())
    return f"{numbers.ordinal_stem(day)}{tail} {MONTHS[month - 1]} {numbers.year(int(match[1]))}"


_SERIES = re.compile(r"\b(\w+) \d+(?:, \d+)*,? (?:und|oder|bis) $")


#: Behind these a number counts, and a month may begin the next sentence.
_COUNTING = frozenset(
    "auf um von bei mit über unter rund etwa nur insgesamt haben hat hatten hatte sind waren blieben kamen fehlen gibt gab es".split()
)
_GOING_ON = re.compile(
    r" (?:war|wird|ist|gilt|brachte|bringt|soll|könnte|wurde|dürfte|begann|beginnt|sei)\w*\b"
)
_TWO_MONTHS = re.compile(rf"(?:,? {MONTH})*,? (?:und|bis|oder|sowie) {MONTH}(?! \d)")
_NIGHT = re.compile(r"Nacht|verschoben|verlegt|datiert|terminiert|vertagt")
_LABEL = re.compile(r"\b(?:Nrn?|Kap|Abs|Art|S|Bd|Ziff)\. ?$")


def _single(match: re.Match[str]) -> str:
    """`24. Mai`, unless the period ends a sentence: "stieg auf 24. Mai und Juni …"."""
    text, start = match.string, match.start()
    words = [w.lower() for w in nearby.words_before(text, start)]
    follows = text[match.end() : match.end() + 60]
    near = text[max(0, start - 60) : start]
    last = words[-1] if words else ""
    dated = (
        last in _WEAK | _STRONG_DATIVE
        or last in ("der", "dieser", "jeder")
        or _WEEKDAY_BEFORE.search(near[-16:])
    )
    night = _NIGHT.search(near)
    if (
        not match[3]
        and not night
        and last in _COUNTING
        and (_GOING_ON.match(follows) or _TWO_MONTHS.match(follows))
    ):
        return match[0]
    if not match[3] and not night and near.strip() and not dated and _TWO_MONTHS.match(follows):
        return match[0]  # "Kapitel 3. Mai und Juni sind frei": no day of two months
    series = near.endswith(("und ", "oder ", "bis ")) and _SERIES.search(near)
    if series and series[1].lower() in LABELS:
        return match[0]
    if last in LABELS - {"stand", "saison"} or _LABEL.search(near):
        return match[0]
    return _days(match)


def _day_alone(match: re.Match[str]) -> str:
    """`am Samstag, 23., und Sonntag, 24. März`: the month comes later."""
    return f"{match[1]}{numbers.ordinal_stem(int(match[2]))}{ending(match.string, match.start(2))}"


def _weekday(match: re.Match[str]) -> str:
    stop = "." if match[0].endswith(".") and not match.string[match.end() :].strip() else ""
    return f"{match[1]} {_DAYS[match[2]]}{stop}"


#: A text without this needs no rule from here.
NEEDED = r"[\dA-Z–-](?:(?<=\d)|(?<=[–-])\s?(?:J[aäu]n|Feb|Mär|Apr|Mai|Jul|Aug|Sep|Okt|Nov|Dez)|[a-zä]{2,3}\.|(?<=[MDFS])[oiar](?:\.|(?:\s?[–-]|,| und| oder| bis|/)| (?:geschl|zu|frei|Ruhe)))"
#: Tells a sentence splitter, too, whether a number is a day.
DAY_OF_MONTH = rule("day of a month", "am 24. Dezember", "am vierundzwanzigsten Dezember", rf"({_DAY}\.\s?)({MONTH})(?:\s(\d{{4}})(?![\d.,]\d))?", _single)  # fmt: skip
RULES: tuple[Rule, ...] = (
    rule("ordinals with a plus", "am 1. + 2. Mai", "am ersten und zweiten Mai", r"(?<![\d.,:/\w+-])(\d{1,3}\.)\s?[+&]\s?(?=\d{1,3}\.)", r"\1 und "),
    rule("short weekdays, range", "Mo–Fr von 8 Uhr", "Montag bis Freitag von acht Uhr", r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\.?\s?[–-]\s?(Mo|Di|Mi|Do|Fr|Sa|So)\b\.?", lambda m: f"{_DAYS[m[1]]} bis {_DAYS[m[2]]}"),
    rule("short weekdays, from and to", "Mo bis Fr offen", "Montag bis Freitag offen", r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\.? bis (Mo|Di|Mi|Do|Fr|Sa|So)\b\.?(?! ?–)", lambda m: f"{_DAYS[m[1]]} bis {_DAYS[m[2]]}" + ("." if m[0].endswith(".") and not m.string[m.end() :].strip() else "")),
    rule("short weekdays before a time or date", "Mo., 8 Uhr", "Montag, acht Uhr", r"\b(?:(Mo|Di|Mi|Do|Sa|So)\.?(?=[,:]? \d)|(?<!\d )(Fr)\.?(?=[,:] \d|\.? \d{1,2}\. ?(?:[01]?\d\.|[A-Z])|\.? \d{1,2}(?:[:.]\d\d)?(?:\s?[–-]\s?\d{1,2}(?:[:.]\d\d)?)? ?Uhr))", lambda m: _DAYS[m[1] or m[2]]),
    rule("the attacks", "seit 9/11", "seit neun elf", r"(?<![\d/.,])9/11(?![\d/.,])", "neun elf"),
    rule("short weekdays in a list", "Mo. und Mi. offen", "Montag und Mittwoch offen", r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\.( und |, | oder |/| bis )(Mo|Di|Mi|Do|Fr|Sa|So)\.", lambda m: f"{_DAYS[m[1]]}{' und ' if m[2] == '/' else m[2]}{_DAYS[m[3]]}"),
    rule("range of whole dates", "12.3.–30.6.2025", "zwölfter März bis dreißigsten Juni zweitausendfünfundzwanzig",
         rf"({_DAY}\.\s?(?:{MONTH}|(?:0?[1-9]|1[0-2])\.)(?:\s?\d{{4}})?)\s?[–-]\s?(?=(?:0?[1-9]|[12]\d|3[01])\.\s?(?:{MONTH}|(?:0?[1-9]|1[0-2])\.))", r"\1 bis "),
    rule("weekday behind its preposition", "am Di. tagt er", "am Dienstag tagt er", r"(\b(?:[Aa]m|[Aa]b|[Bb]is|[Vv]om|[Jj]eden|[Nn]ächsten|[Ll]etzten|[Dd]iesen|[Kk]ommenden|[Zz]um|[Ss]eit|[Ff]ür|[Dd]er|[Dd]en) )(Mo|Di|Mi|Do|Fr|Sa|So)\.(?=\s[a-zäöü])", lambda m: m[1] + _DAYS[m[2]]),
    rule("weekday at the beginning", "So. kommt Regen", "Sonntag kommt Regen", r"((?:^|[,;:–] |\bund |\n))(Mo|Di|Mi|Do|Fr|Sa|So)\.(?=\s[a-zäöü])", lambda m: m[1] + _DAYS[m[2]]),
    rule("short weekday behind a word", "außer Mo. offen", "außer Montag offen", r"\b([Aa]ußer|[Jj]eden|[Aa]m|[Aa]b|[Bb]is|[Nn]ur|[Ii]mmer|hat|ist|täglich|tägl\.|auch|je|letzte[mn]|nächste[mn]|kommende[mn]|vergangene[mn]|vorige[mn]) (Mo|Di|Mi|Do|Fr|Sa|So)(?:\.(?! ?\d)|(?= (?:geschlossen|zu\b|frei|Ruhetag|und (?:Mo|Di|Mi|Do|Fr|Sa|So)\b)))", _weekday),
    rule("day of birth or death", "Eva Huber, geb. 3.5.1935", "Eva Huber, geboren am dritten Mai neunzehnhundertfünfunddreißig",
         rf"(?:\b(?P<word>[Gg]eb|[Gg]est|[Vv]erst|[Ee]rm)\.|(?P<sign>[*†✝]))\s?(?:am\s)?(?=(?:0?[1-9]|[12]\d|3[01])\.\s?(?:{MONTH}|(?:0?[1-9]|1[0-2])\.))", lambda m: f"{_LIFE[m['word'] or m['sign']]} am "),
    rule("time behind a date", "11.05.2012 15:36", "elfter Mai zweitausendzwölf, fünfzehn Uhr sechsunddreißig",
         rf"((?:\d\.\s?|{MONTH}\s|-\d\d-)\d{{2,4}})(?:,?\s(?:[|/·–—-]|at|um)?\s?|\s?[|/·]\s?)((?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:,.-]\d|\s?Uhr|\s?h\b)(?:\s·)?", r"\1, \2 Uhr"),
    rule("ISO date", "am 2022-11-01", "am ersten November zweitausendzweiundzwanzig", r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-])", _iso),
    rule("first half of a range in figures", "vom 3.–7.5.2024", "vom dritten bis siebten Mai zweitausendvierundzwanzig",
         rf"(?<!\d\. )({_DAY})\.\s?([–/-]|bis|und)\s?((?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?!\d{{3}}\b))", _numeric_range),
    rule("date in figures", "am 1.11.2022", "am ersten November zweitausendzweiundzwanzig",
         rf"({_DAY})\.\s?(0?[1-9]|1[0-2])\.\s?(\d{{4}}|\d\d(?![\d:]|,\d|\.\d| ?(?:Uhr|Prozent|%|€|Euro)))(?!\d)", _numeric),
    rule("date in figures with a slash", "am 01/11/2022", "am ersten November zweitausendzweiundzwanzig", r"(?<![\d/])(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])/(\d{4})(?![\d/])", _numeric),
    rule("day and month in figures", "am 1.11. kommt", "am ersten November kommt", rf"({_DAY})\.\s?(0?[1-9]|1[0-2])\.(?!\d)()", _without_year),
    rule("days of a month", "am 3. und 4. Mai", "am dritten und vierten Mai",
         rf"((?:{_DAY}\.?(?:{_JOIN})){{1,5}}(?:0?[1-9]|[12]\d|3[01])\.\s?)({MONTH})(?:\s(\d{{4}})(?![\d.,]\d))?", _days),
    DAY_OF_MONTH,
    rule("day whose month comes later", "am Freitag, 3., und Samstag, 4. Mai", "am Freitag, dritten, und Samstag, vierten Mai", rf"\b((?:{WEEKDAY}),? (?:den |dem )?)(\d{{1,2}})\.(?=,? (?:und|bis|oder|sowie|,) (?:{WEEKDAY}|\w+(?:zehn|zwanzig|ßig|[snft])t))", _day_alone),
    rule("range of months", "gilt März–Oktober", "gilt März bis Oktober", rf"\b({MONTH})( \d{{4}})?\s?[–-]\s?(?={MONTH})", lambda m: f"{_month(m[1])}{m[2] or ''} bis "),
    rule("day of this month", "ab 10. d. M.", "ab zehntem dieses Monats", r"(?<![\d.,])(\d{1,2})\.(?= ?(?:d\. ?(?:M|J|Mts)|ds\.|(?:dieses|des|jeden|jedes|laufenden|kommenden|nächsten|vorigen|letzten|vergangenen) Monats))",
         lambda m: numbers.ordinal_stem(int(m[1])) + ending(m.string, m.start())),
    rule("month and year", "im Okt. 2020", "im Oktober zweitausendzwanzig", rf"\b({MONTH})( ?)(?:['’](\d\d)|(\d{{4}})(?![\d]|[.,]\d))(?!\w|[–-]\d)",
         lambda m: f"{_month(m[1])} {numbers.year(int(m[4])) if m[4] else _full_year(m[3]).strip()}"),
    rule("short month", "im Okt.", "im Oktober", r"\b([Ii]m|[Aa]b|[Ss]eit|[Bb]is|Ende|Anfang|Mitte|und|[Vv]on|vom|[Nn]ach|[Vv]or|[Dd]es|[Pp]er|[Ff]ür) (Jan|Jän|Feb|Apr|Aug|Sept|Sep|Okt|Nov|Dez)\.", lambda m: f"{m[1]} {_month(m[2])}"),
)  # fmt: skip
