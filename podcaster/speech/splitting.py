"""German text to sentences."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"“”»«’')\]]*(?=\s|$)|\n+")
#: Words after which a period ends no sentence.
_ABBREVIATIONS = frozenset(
    "abs abt art bzw ca dr prof dipl ing mag hr fr hrsg nr st str tel vgl z d u i s o evtl ggf inkl exkl "
    "zzgl max min geb gest jh jhdt mio mrd mill bio tsd sog std sek co bd aufl kap ziff jan jän feb apr "
    "aug sept okt nov dez mo di mi do fr sa so rd allg kath evang ev österr dt engl frz ital lat gr amtl "
    "zit lit rn hl".split()
)
#: Words that begin sentences and stand in no name.
_STARTERS = frozenset(
    "der die das ein eine er sie es wir ich ihr in im am an auf bei beim mit nach von vor für zu zum zur "
    "aus seit um über unter doch aber und oder denn auch so dann danach damit dabei da dort hier nun "
    "jetzt nur noch schon sein seine ihre dieser diese dieses diesen dem den des wer was wie wo wann "
    "warum wenn als ob obwohl während weil man nicht kein keine alle viele einige laut trotz wegen "
    "insgesamt zuletzt dazu darunter heute gestern morgen".split()
)
_ORDINAL_AHEAD = frozenset(
    "am im zum zur vom beim der die das dem den des ein eine einem einen einer eines ab bis seit und ihr "
    "ihre ihrem ihren ihrer sein seine seinem seinen seiner".split()
)
_WORD = re.compile(r"[\w’'-]+")


def sentences(text: str) -> list[str]:
    """Split a text into its sentences, each with its end mark; line breaks end sentences, too."""
    found = []
    start = 0
    for end in _END.finditer(text):
        if end.start() < start or not _is_end(text, end):
            continue
        found.append(text[start : end.end()])
        start = end.end()
    found.append(text[start:])
    return [" ".join(sentence.split()) for sentence in found if sentence.strip()]


def _is_end(text: str, end: re.Match[str]) -> bool:
    mark = end.group()
    if mark[0] == "\n":
        return True
    following = _WORD.search(text[end.end() : end.end() + 60])
    if following is None:
        return True
    next_word = following.group()
    if next_word[0].islower():
        return False
    if mark != ".":
        return True
    before = text[max(0, end.start() - 40) : end.start()].split()
    last = before[-1].lstrip("(„\"»«'‚“[") if before else ""
    starter = next_word.lower() in _STARTERS
    if last.isdigit():
        previous = before[-2].lower().lstrip("(„") if len(before) > 1 else ""
        return starter or not (len(last) <= 3 and (previous in _ORDINAL_AHEAD or not previous))
    stem = last.lower().rsplit(".", 1)[-1]
    if stem in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()):
        return starter and stem not in ("dr", "prof", "z", "st", "nr")
    return True
