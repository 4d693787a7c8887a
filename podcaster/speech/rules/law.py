"""Paragraphs, articles, sections of laws, and the files of courts."""

from __future__ import annotations

import re

from podcaster.speech import nearby, numbers
from podcaster.speech.rules import romans
from podcaster.speech.rules.rule import MONTH, Rule, rule

_DECISIONS = {
    "Beschl": "Beschluss", "Urt": "Urteil", "Entsch": "Entscheidung", "Bek": "Bekanntmachung", "Erl": "Erlass", "Verf": "Verfügung",
}  # fmt: skip
_NUMBER = r"\d+[a-z]{0,2}\b"


def _paragraph(match: re.Match[str]) -> str:
    """`§ 3` is "Paragraf drei", with an article in the genitive, dative or accusative "des Paragrafen drei"."""
    before = [w.lower() for w in nearby.words_before(match.string, match.start())][-1:]
    if re.search(
        r"\b[iI]\.\s?S\.\s?d\.\s$|\bSinne d\.\s$", match.string[max(0, match.start() - 12) : match.start()]
    ):
        return "Paragrafen "
    return (
        "Paragrafen "
        if before and before[0] in ("des", "dem", "den", "vom", "zum", "im", "beim", "eines")
        else "Paragraf "
    )


def _with_letter(match: re.Match[str]) -> str:
    """`§ 129a`; the number in words, or `§ 3g` would be read as three grams."""
    return f"{match[1]} {numbers.cardinal(int(match[2]))} {' '.join(match[3])}"


#: What a sentence is of; else `S.` is a page: "Bd. 2, S. 14".
_OF_LAW = re.compile(r"(?:§|Paragra|Abs|Art|Nr|Nummer|Ziff|[Ll]it|Buchst)[^.;]{0,6}\.?[^.;]{0,24}$")


def _sentence(match: re.Match[str]) -> str:
    """`Abs. 3 S. 2` is a sentence of a law; behind a book, a year, and beyond what a law has, `S.` is a page."""
    number = re.match(r"(\d+)( f\b)?", match.string[match.end() :])
    before = match.string[max(0, match.start() - 40) : match.start()]
    year = re.search(r"(?<!\d)(?:1[5-9]|20)\d\d$", before)
    page = year or not _OF_LAW.search(before) or (number and (number[2] or int(number[1]) > 30))
    return f"{match[1]}{'Seite' if page else 'Satz'} "


def _list(match: re.Match[str]) -> str:
    """`§§ 3–5`, and `§§ 3g, 5m`, which are no grams and metres."""
    found = re.sub(r"(?<=\d)\s?[–-]\s?(?=\d)", " bis ", match[0])
    return re.sub(
        r"\b(\d{1,3})([a-eg-z])\b(?![./²³])", lambda m: f"{numbers.cardinal(int(m[1]))} {m[2]}", found
    )


def _court_file(match: re.Match[str]) -> str:
    name = "Geschäftszahl" if match[0][0] == "G" else "Aktenzeichen"
    return f"{name} {_file(match)}"


def _file(match: re.Match[str]) -> str:
    """`5 L 3799/24.F`: the chamber, the register, number and year, and a letter behind."""
    court = re.sub(r"\d+", lambda m: numbers.cardinal(int(m[0])), match[1])
    court = re.sub(r"^[IVX]+(?= )", lambda m: numbers.cardinal(romans.value(m[0])), court)
    year = numbers.digits(match[3]) if match[3][0] == "0" else numbers.cardinal(int(match[3]))
    file = f"{numbers.cardinal(int(match[2]))} Schrägstrich {year}"
    return f"{court}{file}" + (f" {match[4]}" if match[4] else "")


def _stop(match: re.Match[str]) -> str:
    """The period that ends the sentence, too."""
    return "." if match[0].endswith(".") and not match.string[match.end() :].strip() else ""


RULES: tuple[Rule, ...] = (
    rule(
        "paragraphs",
        "den §§ 3–5",
        "den Paragrafen drei bis fünf",
        r"§\s?§\s?(?=\d)[^.;\n]{0,40}",
        lambda m: "Paragrafen " + _list(m)[2:].lstrip(" §"),
    ),
    rule("paragraph", "laut § 3", "laut Paragraf drei", r"§\s?(?=\d)", _paragraph),
    rule(
        "part of a gazette",
        "BGBl. I Nr. 5",
        "Bundesgesetzblatt eins Nummer fünf",
        r"(?<=Bl\. )([IVX]{1,3})(?= (?:(?:Nr|S)\b|\d))",
        lambda m: numbers.cardinal(romans.value(m[1])),
    ),
    rule(
        "paragraph in a Roman numeral",
        "aus § 823 I BGB",
        "aus Paragraf achthundertdreiundzwanzig eins BGB",
        r"((?:§{1,2}|Art\.|Artikel|Paragraf)\s?\d{1,4}[a-z]?) I(?= (?:[A-ZÄÖÜ][a-zäöü]*[A-Z]+\w*|Nr\.?|S\.|lit\.)(?!\w))",
        r"\1 eins",
    ),
    rule(
        "according to a paragraph",
        "Gem. § 3",
        "Gemäß Paragraf drei",
        r"\bGem\.(?=\s?(?:Paragra[fp]|Art(?:\.|ikel)|Abs\.|Z(?:iff)?\.))",
        "Gemäß",
    ),
    rule(
        "lone sign",
        "mit einem § mehr",
        "mit einem Paragraf mehr",
        r"§(§?)§*",
        lambda m: "Paragrafen" if m[1] else "Paragraf",
    ),
    rule("article in a compound", "der Art.-5-Fall", "der Artikel-fünf-Fall", r"\bArt\.-(?=\d)", "Artikel-"),
    rule("articles", "die Artt. 3 und 4", "die Artikel drei und vier", r"\bArtt\.\s?(?=\d)", "Artikel "),
    rule(
        "article",
        "Art. 5",
        "Artikel fünf",
        r"(?<!seiner )(?<!ihrer )(?<!dieser )(?<!jeder )(?<!aller )(?<!einer )(?<!jeglicher )\bArt\.\s?(?=\d|[IVX]+\b)",
        "Artikel ",
    ),
    rule("absatz", "Abs. 2", "Absatz zwei", r"\bAbs\.\s?(?=\d)", "Absatz "),
    rule(
        "satz",
        "Absatz 3 S. 2",
        "Absatz drei Satz zwei",
        rf"(?<=\d)([a-z]?,? )S\.\s?(?={_NUMBER})",
        _sentence,
    ),
    rule(
        "first case of a paragraph",
        "Abs. 2, 1. Fall",
        "Absatz zwei, erster Fall",
        r"(?<=\d)(,? )([1-9])\.(?= (?:Fall|Satz|Halbsatz|Strich|Unterabsatz)\b)",
        lambda m: f"{m[1]}{numbers.ordinal_stem(int(m[2]))}er",
    ),
    rule("halbsatz", "Satz 2 Hs. 1", "Satz zwei Halbsatz eins", r"\bHs\.\s?(?=\d)", "Halbsatz "),
    rule(
        "alternative",
        "Nr. 1 Alt. 2",
        "Nummer eins Alternative zwei",
        r"(?<=\d )Alt\.\s?(?=\d)",
        "Alternative ",
    ),
    rule("ziffer", "Ziff. 4", "Ziffer vier", r"\bZiff\.\s?(?=\d)", "Ziffer "),
    rule("ziffer in Austria", "Absatz 1 Z 4", "Absatz eins Ziffer vier", r"(?<=\d )Z\.?\s(?=\d)", "Ziffer "),
    rule("randnummer", "Rn. 12", "Randnummer zwölf", r"\bR(?:n|dn|dnr|z)\.\s?(?=\d)", "Randnummer "),
    rule("letter", "lit. b", "Buchstabe b", r"\b(?:[Ll]it|Buchst)\.\s?(?=[a-z]\b)", "Buchstabe "),
    rule(
        "together",
        "§ 1 i. V. m. § 2",
        "Paragraf eins in Verbindung mit Paragraf zwei",
        r"\bi\.\s?V\.\s?m\.",
        "in Verbindung mit",
    ),
    rule(
        "following pages",
        "§ 10 ff.",
        "Paragraf zehn fortfolgende.",
        r"(?<=\d)([a-z]?)\s?ff\b\.?",
        lambda m: f"{m[1]} fortfolgende{_stop(m)}",
    ),
    rule(
        "following page",
        "§ 10 f.",
        "Paragraf zehn folgende.",
        r"(?<![A-Za-z]\d)(?<=\d)\s?f\b\.?(?!\w)",
        lambda m: f" folgende{_stop(m)}",
    ),
    rule(
        "number with a letter",
        "Paragraf 129a",
        "Paragraf hundertneunundzwanzig a",
        r"\b(Paragraf(?:en)?|Artikel|Absatz|Nummer|Ziffer|Satz|Hausnummer) (\d+)([a-z]{1,2})\b",
        _with_letter,
    ),
    rule("old and new version", "StGB a. F.", "StGB alte Fassung", r"\ba\.\s?F\.", "alte Fassung"),
    rule("new version", "StGB n. F.", "StGB neue Fassung", r"\bn\.\s?F\.", "neue Fassung"),
    rule(
        "file of a court",
        "Az. 3 StR 12/21",
        "Aktenzeichen drei StR zwölf Schrägstrich einundzwanzig",
        r"\b(?:(?:Az|AZ|Gz|GZ)(?:\.:?|:|(?=\s\d))\s?|Aktenzeichen:?\s)((?:[\w.-]+\s){0,3}?)(\d{1,5})\s?/\s?(\d{2,4})(?:\.([A-Z]))?\b",
        _court_file,
    ),
    rule(
        "file of the European court",
        "in C-311/18",
        "in C dreihundertelf Schrägstrich achtzehn",
        r"\b([CT])-?(\d{1,4})/(\d{2})\b()",
        lambda m: f"{m[1]} {numbers.cardinal(int(m[2]))} Schrägstrich {numbers.cardinal(int(m[3]))}",
    ),
    rule(
        "file without a label",
        "BGH, 3 StR 12/21",
        "BGH, drei StR zwölf Schrägstrich einundzwanzig",
        r"(?<![\w.,])((?:\d{1,3}|[IVX]{1,5}) [A-Z][A-Za-z]{0,4}(?: [A-Z]{1,2})? )(\d{1,5})\s?/\s?(\d{2}|\d{4})(?:\.([A-Z]))?\b",
        _file,
    ),
    rule(
        "verse of the Bible",
        "Johannes 3,16",
        "Johannes drei sechzehn",
        r"(\b(?:Mose|Matthäus|Markus|Lukas|Johannes|Römer|Korinther|Galater|Epheser|Philipper|Kolosser|Hebräer|Jakobus|Petrus|Psalm|Jesaja|Jeremia|Genesis|Exodus|"
        r"Sprüche|Prediger|Hiob|Offenbarung|Mt|Mk|Lk|Joh|Röm|Kor|Gen|Ps|Jes|Offb) )(\d{1,3}),\s?(\d{1,3})(?!\d|,\d|\s?(?:%|Prozent|Millionen|Euro|Meter|Punkte|Sekunden|Kilo))",
        r"\1\2 \3",
    ),
    rule(
        "decision of a court",
        "Urt. v. 3. Mai",
        "Urteil vom dritten Mai",
        r"\b(Beschl|Urt|Entsch|Bek|Erl|Verf)\.(?:\s?v\.)?(?=\s?(?:\d|v[.o]))",
        lambda m: _DECISIONS[m[1]] + (" vom" if m[0].endswith("v.") else ""),
    ),
    rule(
        "dated",
        "Urteil v. 3. Mai",
        "Urteil vom dritten Mai",
        rf"(?<=\w )v\.(?=\s?\d{{1,2}}\.\s?(?:\d|{MONTH}))",
        "vom",
    ),
    rule("file", "Az.: 12", "Aktenzeichen zwölf", r"\b(?:Az|AZ)(?:\.:?|:|(?=\s\d))", "Aktenzeichen"),
)
