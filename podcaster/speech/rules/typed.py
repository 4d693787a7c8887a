"""What was typed for want of the right sign: `40 m3`, `post(at)amt.at`, `seit:2019`, `s(pr)achlich`."""

from __future__ import annotations

import re

from podcaster.speech.rules.rule import Rule, rule

#: Before everything else.
ADDRESSES: tuple[Rule, ...] = (
    rule("mail without its sign", "post(at)amt.at", "post at amt Punkt at", r"(?<=\w)\s?[(\[]{1,2}\s?at\s?[)\]]{1,2}\s?(?=[\w-]{1,63}\.[a-z])", "@", re.IGNORECASE),
    rule("mail without its point", "post@amt(dot)at", "post at amt Punkt at", r"(?<=\w)\s?[(\[]\s?(?:dot|punkt)\s?[)\]]\s?(?=[a-z])", ".", re.IGNORECASE),
    rule("copyright", "(c) 2019 Huber", "Copyright zweitausendneunzehn Huber", r"\([Cc]\)(?=\s\d{4}\b)", "©"),
)  # fmt: skip
#: Faces, before their brackets mean anything.
FACES: tuple[Rule, ...] = (
    rule(
        "face", "Schön :-) war es ;D", "Schön war es", r"(?:^|(?<=\s))(?:[:;][-o^']?[)(DPp*|]\s?)+(?!\w)", ""
    ),
)
#: Behind the addresses.
NUMBERS: tuple[Rule, ...] = (
    rule("square metres", "75 m2", "fünfundsiebzig Quadratmeter", r"(?<![\w.])([kcm]?m)([23])(?!\w|[.,]\d)", lambda m: m[1] + "²³"[int(m[2]) - 2]),
    rule("one and one", "Kunden von 1&1", "Kunden von eins und eins", r"(?<![\w.,])1\s?&\s?1(?!\d|[.,]\d)", "eins und eins"),
    rule("dash of another length in a range", "10—15 Grad", "zehn bis fünfzehn Grad", r"(?<=\d)[—−](?=\d{1,9}(?:[.,:]\d{1,3})?(?![\d−—])(?! ?=))(?<!\d[−—]\d.)", "–"),
    rule("number glued to a colon", "Stand:21.05.2019", "Stand: einundzwanzigster Mai zweitausendneunzehn", r"(?<=[a-zäöüß]{2}):(?=\d)", ": "),
    rule("number glued to a period", "Das war so.15", "Das war so. fünfzehn", r"(?<=[a-zäöüß)“”\"]\.)(?=\d{1,3}(?:\s|$))", " "),
)  # fmt: skip
#: Behind the gender forms.
BRACKETS: tuple[Rule, ...] = (
    rule("brackets in a word", "die Fem(in)istin", "die Feministin", r"(?<=[A-Za-zäöüÄÖÜß])\(([a-zäöüß]{1,5})\)(?=[a-zäöüß])", r"\1"),
    rule("ending in brackets", "jede(r) und die Zahl(en)", "jeder und die Zahlen", r"(?<=[a-zäöüß]{2})\((r|n|s|m|e|en|er|es)\)(?![\w-])", r"\1"),
    rule("beginning of a word in brackets", "das (un)mögliche Spiel", "das unmögliche Spiel", r"(?<!\w)\(([A-ZÄÖÜa-zäöü][a-zäöüß]{1,5})\)(?=[A-Za-zäöüß][a-zäöüß])", r"\1"),
    rule("first part of a word in brackets", "die (Wieder-)Wahl", "die Wieder-Wahl", r"\(([A-ZÄÖÜ]\w{1,30}-)\)(?=[A-ZÄÖÜa-zäöü])", r"\1"),
)  # fmt: skip
