"""Addresses: pages, mail, names of accounts, hashtags, files."""

from __future__ import annotations

import re

from podcaster.speech import numbers
from podcaster.speech.rules.rule import Rule, rule

#: Ends of addresses; none that is also a German word ("in", "im", "so").
_TLD = (
    r"(?:de|at|ch|com|org|net|eu|info|li|lu|it|fr|uk|us|es|nl|be|pl|cz|hu|ru|ua|tv|io|ai|app|dev|news|wien|berlin|hamburg|bayern|koeln|"
    r"tirol|gov|edu|online|shop|blog|me|fm|biz|int|mil|page|swiss|media|social|jetzt|ly|gl|zone|wiki|live|link|team|eus|co|ca|au|nz|jp|"
    r"cn|kr|tr|gr|pt|se|no|dk|fi|ie|hr|si|rs|sk|bg|ro|lt|lv|ee|by|il|ae|ir|br|mx|cl|za|xyz|club|store|tech|cloud|gmbh|ag|reise|reisen|"
    r"saarland|ruhr|nrw|cologne|bz|cc|ws|gg|site|website|space|world|today|digital|haus|immo|immobilien|jobs|museum|pro|global|earth|green|"
    r"energy|foundation|ngo|vote|tips|guide|help|support|film|radio|video|games|academy|events|email|tickets|bio|coop|one|works|studio|design|fans|golf|ski|"
    r"run|fit|care|gay|lgbt|bank|versicherung|versicherungen|schule|zuerich|tel|travel|cat|aero)"
)
_FILE = r"(?:html?|pdf|docx?|xlsx?|csv|txt|jpe?g|png|gif|mp[34]|zip|exe|py|js|json|xml)"
_NAMES = {
    ".": "Punkt", "/": "Schrägstrich", "-": "Bindestrich", "_": "Unterstrich", "@": "at", ":": "Doppelpunkt", "?": "Fragezeichen",
    "=": "gleich", "&": "und", "#": "Raute", "%": "Prozent", "~": "Tilde", "+": "plus", ",": "Komma",
}  # fmt: skip


def _spell(address: str) -> str:
    parts = re.findall(r"[^\W\d_]+|\d+|[^\w]|_", address)
    return " ".join(
        _NAMES.get(p, "") if not p.isalnum() else _digits(p) if p.isdecimal() else p for p in parts
    )


def _digits(part: str) -> str:
    if (part[0] == "0" and len(part) > 1) or len(part) > 4:
        return numbers.digits(part)
    return numbers.year(int(part))


def _padded(match: re.Match[str]) -> str:
    address = match["address"].rstrip(".,;:!?/")
    return _spell(address) + match["address"][len(address) :].replace("/", "")


def _handle(match: re.Match[str]) -> str:
    name = match[1].rstrip(".")
    return "at " + _spell(name) + match[1][len(name) :]


#: What says already that a hashtag follows, and the first ones of a list.
_NAMED = re.compile(
    r"(?:[Hh]ash-?[Tt]ags?|Schlagw[oö]rt\w{0,3}|Raute)(?: wie)?\W{0,3}(?:#\w+\W{0,2}(?: und| oder| sowie| bzw\.| wie)? \W?)*$"
)


def _hashtag(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 160) : match.start()]
    tag = match[1]
    if tag.isdecimal() and len(tag) < 4:
        joined = re.match(r"-[A-ZÄÖÜ]", match.string[match.end() : match.end() + 2])
        return f"Nummer-{numbers.cardinal(int(tag))}" if joined else f"Nummer {tag}"
    words = re.sub(r"\d+", lambda m: f" {_digits(m[0])} ", tag.replace("_", " Unterstrich ")).strip()
    named = _NAMED.search(before)
    compound = match.string[match.end() : match.end() + 1] == "-"
    return words if named or compound else f"Hashtag {words}"


RULES: tuple[Rule, ...] = (
    rule(
        "mail",
        "presse@amt.at",
        "presse at amt Punkt at",
        r"(?<![\w.@])(?P<address>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
        _padded,
    ),
    rule(
        "page",
        "https://www.orf.at/wahl",
        "www Punkt orf Punkt at Schrägstrich wahl",
        r"(?<!\w)(?:(?:https?|ftp)://(?P<address>[^\s<>\"“”„»«()\[\]]{1,500}))",
        _padded,
    ),
    rule(
        "page without protocol",
        "www.orf.at",
        "www Punkt orf Punkt at",
        r"(?<![\w.@/-])(?P<address>(?:www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
        rf"|[A-Za-zÄÖÜäöüß0-9][\w-]{{1,62}}(?:\.[\w-]{{1,63}}){{0,3}}\.{_TLD}|[A-Za-z]\.(?:(?:[\w-]{{2,63}}\.){{1,2}}{_TLD}|com|org|net|me|ai|co|page))(?![\w@])(?!\.\w)"
        r"(?:/[^\s<>\"“”„»«()\[\]]{0,300})?)",
        _padded,
    ),
    rule(
        "file",
        "liste.pdf",
        "liste Punkt pdf",
        rf"(?<![\w.@/-])(?P<address>[\w-]{{1,60}}\.{_FILE})(?!\w)",
        _padded,
    ),
    rule(
        "account elsewhere",
        "@anna@chaos.social",
        "at anna at chaos Punkt social",
        r"(?<![\w@])(?P<address>@[\w.]{1,60}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
        _padded,
    ),
    rule("account", "@polizei_wien", "at polizei Unterstrich wien", r"(?<![\w@])@(\w[\w.]{0,60})", _handle),
    rule("hashtag", "#Klimastreik", "Hashtag Klimastreik", r"(?<![\w#&])#(\w{1,80})", _hashtag),
    rule("key of a telephone", "die #-Taste", "die Raute-Taste", r"(?<!\w)#(?=-?Taste)", "Raute"),
    rule("star key", "die *-Taste", "die Stern-Taste", r"(?<!\w)\*(?=-?Taste)", "Stern"),
    rule(
        "address of a computer",
        "192.168.0.1",
        "hundertzweiundneunzig Punkt hundertachtundsechzig Punkt null Punkt eins",
        r"(?<![\w.,])(?!\d{1,3}(?:\.\d{3}){3}\b)\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)",
        lambda m: " Punkt ".join(numbers.cardinal(int(p)) for p in m[0].split(".")),
    ),
    rule(
        "number of a document",
        "doi: 10.1038/s415",
        "doi: zehn Punkt tausendachtunddreißig Schrägstrich s vierhundertfünfzehn",
        r"(?<![\w.])(?P<address>10\.\d{4,9}/[\w.()/-]{1,80})",
        _padded,
    ),
    rule(
        "end of addresses",
        "die Endung .wien",
        "die Endung Punkt wien",
        rf"(?<![^\s„“\"»(])\.(?={_TLD}\b(?!\.\w))",
        "Punkt ",
    ),
    rule(
        "at a time",
        "Gesendet @ 16:41",
        "Gesendet um sechzehn Uhr einundvierzig",
        r"(?<=\s)@\s?(?=\d{1,2}:\d\d\b)",
        "um ",
    ),
    rule("mastodon", "Wir @ Home", "Wir at Home", r"(?<=\s)@(?=\s)", "at"),
)
