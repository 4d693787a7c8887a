"""Times of day, durations, scores."""

from __future__ import annotations

import re

from podcaster.speech import grammar, numbers
from podcaster.speech.rules.rule import MONTH, WEEKDAY, Rule, integer, rule

_CLOCK = r"(?:[01]?\d|2[0-4])"
_TIME = rf"{_CLOCK}(?:[.:][0-5]\d)?"
_TO = r"\s?(?:[–-]|bis|und|oder|,|/)\s?"


#: Behind a time that could also be a number: nothing that is counted.
_NOTHING_COUNTED = r"(?![.,:]?\d|\.\s?[–-]|-|\s?[–%‰€$]|\s(?:[A-ZÄÖÜ]\w+|[kcm]?m|k?g|t)\b(?<!Uhr)|\s?(?:Uhr|h)\b|\s(?:auf|bis)\s\d)"
#: A time with its "Uhr" comes later in the sentence.
_LATER = r"(?=(?:[^.;!?\n]|\.\d){1,60}?\w ?Uhr\b)"


def _clock(text: str, last: bool = True) -> str:
    """`8.30` -> "8 Uhr dreißig"; a full hour that is not the last of a range goes without "Uhr"."""
    hour, _, minute = text.replace(":", ".").partition(".")
    said = "ein" if int(hour) == 1 else numbers.cardinal(int(hour))
    if not minute or not int(minute):
        return f"{said} Uhr" if last else said
    return f"{said} Uhr {numbers.cardinal(int(minute))}"


def _time(match: re.Match[str]) -> str:
    """`1 Uhr` behind things that are counted is a clock: "21 Euro und 1 Uhr"."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    if match[1] == "1" and re.search(rf"\d (?!Uhr|Minute|{MONTH})[A-ZÄÖÜ]\w+ und $", before):
        return match[0]
    return _clock(match[1])


def _range(match: re.Match[str]) -> str:
    join = match[2].strip()
    join = " bis " if join in "–-" else ", " if join == "," else " und " if join == "/" else f" {join} "
    first = (
        match[0].startswith(match[1] + " Uhr")
        and "bis" in join
        and "." not in match[1]
        and ":" not in match[1]
    )
    return _clock(match[1], last=first) + join + _clock(match[3])


def _list(match: re.Match[str]) -> str:
    """`7.05, 7.35 und 8.05 Uhr`."""
    times = re.sub(_TIME, lambda m: _clock(m[0], last=False), match[1])
    return times + _clock(match[2])


def _unit(count: int, one: str, many: str, *, dative: bool = False) -> str:
    return f"{('einer' if dative else 'eine') if count == 1 else numbers.before_noun(count)} {one if count == 1 else many}"


def _duration(match: re.Match[str], hours: int, minutes: int, seconds: str | None) -> str:
    dative = bool(
        re.search(
            r"\b(?:[Ii]n|[Nn]ach|[Mm]it|[Vv]on|[Bb]ei|[Vv]or|[Ss]eit|[Bb]innen)\s"
            r"(?:(?:nur|rund|etwa|knapp|fast|gut|genau|exakt|unter|über|mehr als|weniger als|nicht einmal|einer Zeit von|neuen)\s)?$",
            match.string[max(0, match.start() - 26) : match.start()],
        )
    )
    parts = []
    if hours:
        parts.append(_unit(hours, "Stunde", "Stunden", dative=dative))
    if minutes:
        parts.append(_unit(minutes, "Minute", "Minuten", dative=dative))
    if seconds and float(seconds.replace(",", ".")):
        whole, _, rest = seconds.partition(",")
        parts.append(
            f"{numbers.decimal(whole, rest)} Sekunden"
            if rest
            else _unit(int(whole), "Sekunde", "Sekunden", dative=dative)
        )
    if not parts:
        return "null Sekunden"
    return ", ".join(parts[:-1]) + (" und " if parts[:-1] else "") + parts[-1]


def _hms(match: re.Match[str]) -> str:
    return _duration(match, int(match[1]), int(match[2]), match[3] + ("," + match[4] if match[4] else ""))


_MATCH = re.compile(
    r"(?:\b(?:gew[aio]nn|sieg|besieg|verl[oi]e?r|unterl[aie]+g|schl[ua]g|bezw[aiu]ng|führ|scheiter|end|hie[ßs]|steh?t|stand|lag|lieg|ging|geh|setz|verspiel|trenn|bezog|spiel|fertig|behielt|ausgegl|egalis|verkürz|erhöh|stell)\w*"
    r"|(?:Serie|Serienstand|Satz|Sätzen?|Stand|Endstand|Gesamtstand|Halbfinale|Finale|Playoffs?|Erfolg|Niederlage|Sieg|Heimsieg|Remis|Duell))\b[^.;!?]{0,60}$"
)
_MATCH_AFTER = re.compile(
    r" (?:\w+ )?(?:siegt|gew[ia]nn|besieg|unterl[ai]g|verl[oi]e?r|schl[ua]g|führt|bezw[ai]ng|hinten|vorn|zurück|n\. ?V\.|n\. ?P\.)"
)
_COUNTING = re.compile(
    r"\b(?:um|rund|etwa|ca\.|circa|von|in|nach|vor|seit|bei|auf Platz|Plätzen?|Seiten?|Jahre|pro|je|mehr als|knapp|zwischen|Rang|Minute|Gruppen?|Klassen?|Kapitel|Linien?|Nummern?|Nr\.) $"
)


def _result(match: re.Match[str]) -> str:
    """`3-4` is a result where somebody wins, loses or leads; else it is a range."""
    before = match.string[max(0, match.start() - 80) : match.start()]
    after = match.string[match.end() : match.end() + 30]
    if (match[2] != "0" and not _MATCH.search(before) and not _MATCH_AFTER.match(after)) or _COUNTING.search(
        before
    ):
        return match[0]
    return f"{numbers.cardinal(int(match[1]))} zu {numbers.cardinal(int(match[2]))}"


def _score(match: re.Match[str]) -> str:
    first, second = (numbers.cardinal(integer(match[i])) for i in (1, 2))
    if re.match(r",\d", match.string[match.end() :][:2]):
        second = match[2]  # "1:1,08": the decimals are said later
    if "," in match[1]:
        first = match[1]
    return f"{first} zu {second}"


RULES: tuple[Rule, ...] = (
    rule("quarters of an hour", "um ½ 9, um ¾ 8", "um halb neun, um drei viertel acht", r"(\b(?:[Uu]m|[Gg]egen|[Aa]b|[Bb]is|[Ss]eit|[Vv]or|[Nn]ach|[Aa]uf)\s)([½¼¾])\s?(\d{1,2})\b(?![.,:]\d)", lambda m: f"{m[1]}{ {'½': 'halb', '¼': 'viertel', '¾': 'drei viertel'}[m[2]] } {numbers.cardinal(int(m[3]))}"),
    rule("hours, h, minutes", "ab 11h30", "ab elf Uhr dreißig", rf"(?<![\d.,:])({_CLOCK})h([0-5]\d)(?!\w)", lambda m: _clock(f"{m[1]}:{m[2]}")),
    rule("result with halves", "mit 7½:3½", "mit siebeneinhalb zu dreieinhalb", r"(?<=[\d½])\s?:\s?(?=\d{0,2}½)|(?<=½)\s?:\s?(?=\d)", " zu "),
    rule("time of a zone", "um 10.15 MEZ", "um zehn Uhr fünfzehn MEZ", rf"(?<![\d.,:])({_CLOCK}[.:][0-5]\d)(?=\s(?:MEZ|MESZ|GMT|UTC|CET|CEST|OEZ|Ortszeit|Lokalzeit|früh|nachts|morgens|mittags|abends|nachmittags|vormittags)\b)", lambda m: _clock(m[1])),
    rule("time with seconds", "um 5:30:15 Uhr", "um fünf Uhr dreißig und fünfzehn Sekunden",
         rf"(?<![\d.,:])({_CLOCK}[.:][0-5]\d)[.:]([0-5]\d)\s?Uhr\b", lambda m: f"{_clock(m[1])} und {_unit(int(m[2]), 'Sekunde', 'Sekunden')}"),
    rule("list of times", "um 7.05, 7.35 und 8.05 Uhr", "um sieben Uhr fünf, sieben Uhr fünfunddreißig und acht Uhr fünf", rf"(?<![\d.,:])((?:{_TIME}, ){{1,6}}{_TIME} (?:und|oder) )({_TIME})\s?Uhr\b", _list),
    rule("ordinal minute", "in der 3. Min.", "in der dritten Minute", r"(?<=\d\. )(Min|Sek|Std)\b\.?", lambda m: {"Min": "Minute", "Sek": "Sekunde", "Std": "Stunde"}[m[1]]),
    rule("range of times", "8:00–17:30 Uhr", "acht bis siebzehn Uhr dreißig", rf"(?<![\d.,:])({_TIME})(?:\sUhr)?({_TO}(?:um )?|\s(?:bis|und) (?:ca\.\s?|circa |etwa |rund |gegen |mindestens |spätestens ))({_TIME})\s?Uhr\b", _range),
    rule("range of times, German h", "von 8-12h", "von acht bis zwölf Uhr", rf"(?<=von )({_TIME})(\s?(?:[–-]|bis|und)\s?)({_TIME})\s?h\b", _range),
    rule("time compound", "die 18-Uhr-Nachrichten", "die Achtzehn-Uhr-Nachrichten", rf"(?<![\d.,:])({_TIME})-Uhr-", lambda m: _clock(m[1]).capitalize().replace(" ", "-") + "-"),
    rule("time", "um 18.30 Uhr", "um achtzehn Uhr dreißig", rf"(?<![\d.,:–-])({_TIME})\s?Uhr\b(?! \d)", _time),
    rule("range of times with colons", "8:30–16:00 offen", "acht Uhr dreißig bis sechzehn Uhr offen", rf"(?<![\d.,:])({_CLOCK}:[0-5]\d)\s?[–-]\s?({_CLOCK}:[0-5]\d)(?![\d:]|[.,]\d|\s?(?:Std|Stunden|Min|min|h\b))", lambda m: f"{_clock(m[1])} bis {_clock(m[2])}"),
    rule("times without Uhr, range", "von 7 bis 13.45 offen", "von sieben bis dreizehn Uhr fünfundvierzig offen", rf"(\b(?:[Vv]on|[Zz]wischen)\s)({_TIME})(\s(?:bis|und)\s)({_CLOCK}[.:][0-5]\d){_NOTHING_COUNTED}", lambda m: m[1] + _clock(m[2], last=False) + m[3] + _clock(m[4])),
    rule("time by a later one", "um 9.02 statt 8.47 Uhr", "um neun Uhr zwei statt acht Uhr siebenundvierzig", rf"(?<![\d.,:])({_CLOCK}\.[0-5]\d)(?:(\s?[–-]\s?)(?={_CLOCK}\b)|{_NOTHING_COUNTED}){_LATER}", lambda m: _clock(m[1]) + (" bis " if m[2] else "")),
    rule("time behind its preposition", "um 18.30 los", "um achtzehn Uhr dreißig los", rf"(\b(?:[Uu]m|[Gg]egen|[Aa]b|[Ss]eit|kurz nach|kurz vor|[Bb]is)\s)({_CLOCK}\.[0-5]\d){_NOTHING_COUNTED}", lambda m: m[1] + _clock(m[2])),
    rule("hours and minutes with units", "nach 3 h 20 min", "nach drei Stunden zwanzig Minuten", r"(?<![\d.,:])(\d{1,3})\s?(?:h|Std\.?)\s(?:und\s)?(\d{1,2})\s?(?:min|Min)\b\.?(?!\w)",
         lambda m: f"{m[1]} {'Stunde' if m[1] == '1' else 'Stunden'} {m[2]} {'Minute' if m[2] == '1' else 'Minuten'}"),
    rule("time with h", "um 15h", "um fünfzehn Uhr", rf"\b((?:[Uu]m|[Aa]b|[Gg]egen|[Bb]is|[Ss]eit|[Vv]on|[Vv]or|[Nn]ach)\s)({_TIME})(?:(?<!seit \d)(?<!von \d)(?<!vor \d)(?<!nach \d)(?<!Nach \d)(?<!Seit \d)\s)?h\b", lambda m: m[1] + _clock(m[2])),
    rule("time with h and minutes", "Beginn 20.15h", "Beginn zwanzig Uhr fünfzehn", rf"(?<![\d.,:])({_CLOCK}[.:][0-5]\d)\s?h\b", lambda m: _clock(m[1])),
    rule("time without Uhr", "um 20:45 los", "um zwanzig Uhr fünfundvierzig los", rf"\b((?:[Uu]m|[Gg]egen|[Aa]b|[Ss]eit|kurz nach|kurz vor)\s)({_CLOCK}:[0-5]\d)(?![\d:,.]\d|-| ?(?:Stunden|Minuten|Min|Std|min))\b", lambda m: m[1] + _clock(m[2])),
    rule("hours and minutes in a compound", "ein 2:05:00-Lauf", "ein Zwei-Stunden-fünf-Minuten-Lauf", r"(?<![\d.,:])(\d{1,2}):([0-5]\d):00-(?=[A-ZÄÖÜ])",
         lambda m: f"{_unit(int(m[1]), 'Stunde', 'Stunden')}{'-' + _unit(int(m[2]), 'Minute', 'Minuten') if int(m[2]) else ''}-".replace(" ", "-").capitalize().replace("stunde", "Stunde").replace("minute", "Minute")),
    rule("hours, minutes, seconds", "2:08:31 Stunden", "zwei Stunden, acht Minuten und einunddreißig Sekunden",
         r"(?<![\d.,:])(\d{1,3}):([0-5]\d):([0-5]\d)(?:[,.](\d{1,3}))?(?:\s?(?:Stunden|Std\.?|h)(?!\w))?(?!:)", _hms),
    rule("minutes, seconds, parts", "1:54,32 Minuten", "eine Minute und vierundfünfzig Komma drei zwei Sekunden",
         r"(?<![\d.,:])(\d{1,3}):([0-5]\d(?:,\d{1,3}|\.\d{1,2}))(?:\s?(?:Minuten|Min\.?|min)(?!\w))?(?![\d:])", lambda m: _duration(m, 0, int(m[1]), m[2].replace(".", ","))),
    rule("minutes and seconds", "9:58 Minuten", "neun Minuten und achtundfünfzig Sekunden", r"(?<![\d.,:])(\d{1,3}):([0-5]\d)\s?(?:Minuten|Min\.?|min)(?!\w)", lambda m: _duration(m, 0, int(m[1]), m[2])),
    rule("hours and minutes", "2:30 Stunden", "zwei Stunden und dreißig Minuten", r"(?<![\d.,:])(\d{1,3}):([0-5]\d)\s?(?:Stunden|Std\.?|h)(?!\w)", lambda m: _duration(m, int(m[1]), int(m[2]), None)),
    rule("time behind its label", "Beginn: 19:30", "Beginn: neunzehn Uhr dreißig", rf"\b((?:Beginn|Einlass|Start|Abfahrt|Ankunft|Anpfiff|Anstoß|Abflug|Landung|Treffpunkt|Ende|Uhrzeit|Stand|{WEEKDAY}):?,? )({_CLOCK}:[0-5]\d|(?<!Stand )(?<!Stand: ){_CLOCK}\.[0-5]\d)(?![\d:,.]\d|-)\b", lambda m: m[1] + _clock(m[2])),
    rule("time by its zeros", "ab Linz 19:00", "ab Linz neunzehn Uhr", r"(?<![\d.,:(–-])((?:0\d|1\d|2[0-3]):(?:[0-5]0|0\d)|\d:0\d)(?![\d:]|[.,]\d|-|\s?(?:\(|–|im\b|gegen\b|für\b))(?<=0\d:\d\d|.\d:0\d)", lambda m: _clock(m[1])),
    rule("divided, with its result", "7 : 2 = 3,5", "sieben durch zwei gleich drei Komma fünf", r"(?<=\d)\s?:\s?(?=\d{1,6}(?:,\d+)?\s?=)", " durch "),
    rule("result with a hyphen", "verlor die Serie 3-4", "verlor die Serie drei zu vier", r"(?<![\d.,:/–-])(\d{1,3})[–-](\d{1,3})(?![\d/%–-]|[.,:]\d|\s?(?:[A-ZÄÖÜ€%‰°$£]|(?:[kcmd]?m[²³]?|[km]?g|h|[mcdh]?l|ha|t|km/h|kWh|min|s)\b|Jahr|mal\b|bis\b)|-?\w)", _result),
    rule("score in a compound", "der 2:0-Sieg", "der Zwei-zu-null-Sieg", r"(?<![\d.,:])(\d{1,3}):(\d{1,3})-(?=[A-Za-zÄÖÜäöü])",
         lambda m: f"{numbers.cardinal(int(m[1])).capitalize()}-zu-{numbers.cardinal(int(m[2]))}-"),
    rule("score", "mit 3:2 gewonnen", "mit drei zu zwei gewonnen", r"(?<![\d.,:])(\d{1,4}(?:,\d{1,2})?)(?:\s:\s|:)(\d{1,3}(?:[. ]\d{3})+|\d{1,6})(?!\d|:\d)", _score),
    rule("injury time", "in der 90.+3 Minute", "in der neunzigsten plus drei Minute", r"(?<!\d)(\d{2,3})\.\s?\+\s?(\d{1,2})(?!\d)\.?( Min(?:ute)?\b\.?)?",
         lambda m: f"{m[1]}. plus {m[2]} Minute" if m[3] else f"{numbers.ordinal_stem(int(m[1]))}e plus {m[2]}"),
    rule("injury time behind", "in der 90+3. Minute", "in der neunzig plus dritten Minute", r"(?<!\d)(\d{2,3})\s?\+\s?(\d{1,2})\.(?= Minute)",
         lambda m: f"{numbers.cardinal(int(m[1]))} plus {numbers.ordinal_stem(int(m[2]))}{grammar.ending_for(m.string, m.start(), m.end())}"),
)  # fmt: skip
