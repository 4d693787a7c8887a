"""Signs that are said, and those that are only seen."""

from __future__ import annotations

from podcaster.speech import numbers
from podcaster.speech.rules.rule import Rule, rule

_NAMES = {
    "÷": "geteilt", "×": "mal", "+": "Plus", "=": "gleich", "−": "minus", "#": "Raute", "/": "Schrägstrich", "_": "Unterstrich", "~": "Tilde",
    "&": "Und", "@": "At", "*": "Stern", "%": "Prozent", "€": "Euro", "$": "Dollar", "§": "Paragrafen",
}  # fmt: skip
#: Before the numbers.
RULES: tuple[Rule, ...] = (
    rule("minus behind a rating", "von A+ bis C- gut", "von A plus bis C minus gut", r"(?<![\w-])([ABCD]{1,3})[-−](?!\w|,? (?:und|oder|bis|sowie|beziehungsweise)\b|,? \w+-)", r"\1 minus"),
    rule("name of a star", "das * im Vertrag", "das Sternchen im Vertrag", r"\*(?:(?=\s)(?:(?<=\b[Dd]as \*)|(?<=\b[Ee]in \*)|(?<=\b[Dd]em \*)|(?<=\b[Ee]inem \*)|(?<=\b[Mm]it \*))|(?<=[„»“\"]\*)(?=[“«”\"]))", "Sternchen"),
    rule("name of another sign", "das „÷“ fehlt", "das geteilt fehlt", r"(?<=[„»“\"])([÷×+=−#/_~])(?=[“«”\"])", lambda m: _NAMES[m[1]]),
    rule("sign with its name", "das &-Zeichen", "das Und-Zeichen", r"(?<![\w])([&@#+*/_=%€$~§])(?=-(?:Zeichen|Symbol|Taste))", lambda m: _NAMES.get(m[1], m[1])),
    rule("plus or minus, typed", "+/- 3", "plus minus drei", r"\s?\+\s?/\s?[-–−]\s?", " ± "),
    rule("mark with a minus in quotation marks", "die „2–“ zählt", "die zwei minus zählt", r"(?<=[„»“\"])([1-6])\s?[-–−](?=[“«”\"])", r"\1 minus"),
    rule("mark with a minus", "die Note 2-", "die Note zwei minus", r"(\b(?:[Nn]oten?|Zensur|Schulnote|eine[rn]?|mit)(?: einer| von| glatten)? [1-6])\s?[-–−](?=[\s.,;!?)]*$|[.,;!?)]| und | oder | bis )", r"\1 minus"),
    rule("plus behind a number, in a compound", "die 60+-Generation", "die Sechzig-plus-Generation", r"(?<![\w.,])(\d{1,3})\+(?=-[A-ZÄÖÜ])", lambda m: f"{numbers.cardinal(int(m[1])).capitalize()}-plus"),
    rule("plus behind a number", "Kunden 60+ zahlen", "Kunden sechzig plus zahlen", r"(?<=\d)\+(?!\s?\d|\w)", " plus"),
    rule("average in a compound", "der Ø-Preis", "der Durchschnitts-Preis", r"(?<!\w)[Ø⌀](?=-[A-ZÄÖÜ])", "Durchschnitts"),
    rule("plus behind letters", "LGBTQ+-Gruppen", "LGBTQ-plus-Gruppen", r"(?<=[A-Za-zäöü])\+(?=-)", "-plus"),
    rule("plus behind a word", "Disney+ wächst", "Disney plus wächst", r"(?<=[A-Za-zäöü])\+(?!\w)", " plus"),
    rule("plus", "3 + 4", "drei plus vier", r"(?<=[\w)%])\s?\+\s?(?=[\w(])", " plus "),
    rule("minus", "7 − 4", "sieben minus vier", r"(?<=\d)(?: −\s?|−)(?=\d)|(?<=\d) [-–] (?=\d+(?:,\d+)? ?=)", " minus "),
    rule("equals", "3 + 4 = 7", "drei plus vier gleich sieben", r"\s?=+\s?", " gleich "),
    rule("divided", "10 : 2", "zehn zu zwei", r"(?<=\d)\s?÷\s?(?=\d)", " geteilt durch "),
    rule("divided, slash", "10 / 2", "zehn durch zwei", r"(?<=\d) / (?=\d)", " durch "),
    rule("at most", "≤ 5", "höchstens fünf", r"\s?(?:≤|<=)\s?(?=\d)", " höchstens "),
    rule("at least", "≥ 5", "mindestens fünf", r"\s?(?:≥|>=)\s?(?=\d)", " mindestens "),
    rule("less", "< 5 Grad", "kleiner als fünf Grad", r"\s?<\s?(?=[\d,−-]|[A-Za-z]\b)", " kleiner als "),
    rule("more", "> 40 Grad", "größer als vierzig Grad", r"\s?>\s?(?=[\d,−-]|[A-Za-z]\b)", " größer als "),
    rule("unlike", "a ≠ b", "a ungleich b", r"\s?≠\s?", " ungleich "),
    rule("about", "≈ 5", "ungefähr fünf", r"\s?≈\s?|(?<!\w)~\s?(?=\d)", " ungefähr "),
    rule("plus or minus", "± 3", "plus minus drei", r"\s?±\s?", " plus minus "),
    rule("times", "a × b", "a mal b", r"\s?[×∙]\s?(?=[\w])|(?<=\d)\s?·\s?(?=\d)|(?<=\b[a-zA-Z])\s?·\s?(?=[a-zA-Z]\b)", " mal "),
    rule("root", "√ 2", "Wurzel aus zwei", r"√\s?", "Wurzel aus "),
    rule("infinite", "∞ weit", "unendlich weit", r"∞", "unendlich"),
    rule("and", "Huber & Sohn", "Huber und Sohn", r"\s?&\s?", " und "),
    rule("number sign, typed", "Platte # 3", "Platte Nummer drei", r"(?<!\w)#\s(?=\d)", "Nummer "),
    rule("number sign", "№ 5", "Nummer fünf", r"№\s?", "Nummer "),
    rule("average", "Ø 5 Grad", "Durchschnitt fünf Grad", r"(?<!\w)[Ø⌀]\s?(?=\d|\s)", "Durchschnitt "),
    rule("copyright", "© Huber", "Copyright Huber", r"[©]", "Copyright "),
    rule("and, or", "und/oder", "und oder", r"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])", " "),
    rule("always open", "24/7", "vierundzwanzig sieben", r"(?<![\d/])(24)/(7)(?![\d/])", r"\1 \2"),
    rule("blood pressure", "der Blutdruck lag bei 120/80", "der Blutdruck lag bei hundertzwanzig zu achtzig", r"(\b(?:[Bb]lutdruck|RR)[^.!?/]{0,40}?\b\d{2,3})\s?/\s?(?=\d{2,3}\b)", r"\1 zu "),
    rule("slash between numbers", "3/24", "drei Schrägstrich vierundzwanzig", r"(?<=\d)\s?/\s?(?=\d)", " Schrägstrich "),
    rule("arrow", "A → B", "A, B", r"\s?(?:[→➔➜⇒↦⟶]|-->|->|=>)\s?", ", "),
)  # fmt: skip

#: After the numbers: what is left cannot be said.
SILENT: tuple[Rule, ...] = (
    rule("square of a letter", "a² gleich b", "a Quadrat gleich b", r"\b([A-Za-z]{1,3})²(?!\w)", r"\1 Quadrat"),
    rule("cube of a letter", "a³ gleich b", "a hoch drei gleich b", r"\b([A-Za-z]{1,3})³(?!\w)", r"\1 hoch drei"),
    rule("footnote", "Das stimmt¹ nicht", "Das stimmt nicht", r"[⁰¹²³⁴⁵⁶⁷⁸⁹ª]+|[¼-¾⅐-⅞]", " "),
    rule("brackets", "Kurz (ÖVP) sprach", "Kurz, ÖVP, sprach", r"\s?[(\[{]\s?([^()\[\]{}]{1,400}?)\s?[)\]}](?=(\s?\w)?)", lambda m: f", {m[1]}" + (", " if m[2] else "")),
    rule("quotation marks", "„Nein“, sagte er", "Nein, sagte er", r"[\"„“”»«‹›‟❝❞〝〞＂]|(?<!\w)['‚‘’]|['‘’](?![\wäöü])", ""),
    rule("bracket that is never closed", "Er ging (nach Hause", "Er ging, nach Hause", r"(?<=\w)\s?[(\[]\s?(?=\w)", ", "),
    rule("what is left", "a | b", "a b", r"[^\w\s.,;:!?…'’–—-]|_", " "),
)  # fmt: skip

#: Last of all: what the others left of marks and spaces.
MARKS: tuple[Rule, ...] = (
    rule("spaces in a row", "a  b", "a b", r"[^\S\n]{2,}", " "),
    rule("dashes without words", "- Ein Punkt", "Ein Punkt", r"(?:^|(?<=\n))[^\S\n]?[-–—*•]+\s+", ""),
    rule("commas in a row", "a, , b", "a, b", r"[\s,](?:(?<=,)|\s?,)(?:\s{0,2},)+", ","),
    rule("comma before an end", "a, .", "a.", r"[,\s](?:(?<=,)|(?<=\s),)(?:\s?(?=[.;:!?…])|(?<=[:;(],)|(?<=[:;(]\s,))", ""),
    rule("comma at the beginning", ", a", "a", r"[\s,;:](?:(?<![\s\S][\s,;:])|(?<=\n[\s,;:])|(?<=[.!?…] [\s,;:]))(?:(?<=\s)[,;:]+|(?<=[,;:])[,;:]*)\s?", ""),
    rule("two periods", "bei Huber..", "bei Huber.", r"(?<!\.)\.\s?\.(?![.\w])", "."),
    rule("space before a mark", "a .", "a.", r"[^\S\n](?=[,.;:!?…](?:\s|$))", ""),
)  # fmt: skip
