"""Where a German compound is parted: eSpeak NG reads over some seams, and most parts rightly by themselves.

"Bundestags|präsidentin" became "-schpräsidentin", "Berufs|schule" had the sound of "ich", "Kriegs|beginn" a
long e, "Impf|stoff" an s as in English, and "Raketen|angriff" forgot how "Rakete" is stressed.
"""

from __future__ import annotations

import re
from collections.abc import Container

#: Not first parts, if they are all of it: prefixes, which eSpeak NG knows, and beginnings of foreign words.
_PREFIXES = re.compile(
    r"(?:ab|an|auf|aus|be|bei|bereit|da|dar|durch|ein|ent|er|fest|fort|frei|ge|gegen|her|heran|heraus|hervor|hin|in|los|miss|mit"
    r"|nach|ob|teil|über|um|un|unter|ver|vor|voran|voraus|weg|weiter|wider|wieder|zer|zu|zurecht|zurück|zusammen"
    r"|dis|indi|ins?|kons?|trans?|sub|pro|re)+",
    re.IGNORECASE,
)
#: How second parts begin that are read wrongly behind a first one.
_SECOND = re.compile(
    # ge- and be- get a long e
    r"ge(?:biet|brauch|burt|bäude|bühr|danke|dicht|dächt|fahr|fecht|fängn|fäß|fühl|halt|hirn|lände|mein|müse|nehm|nuss|päck"
    r"|rät|richt|sang|schehen|schenk|schicht|schmack|schoss|schäft|schwind|sellschaft|setz|sicht|spräch|stalt|ständn|sundh"
    r"|treide|triebe|walt|werk|wicht|winn|wissen|wässer)"
    r"|be(?:antrag|auftrag|darf|deut|dingung|dürf|fehl|fugnis|fund|ginn|gleit|griff|handl|hörde|kämpf|lastung|nutz|obacht"
    r"|rat|rech|reich|richt|ruf|satzung|schluss|schreib|schuss|schäftig|schütz|schwerde|setz|sitz|stand|stell|stimm|stätig|such"
    r"|treib|treu|trag|trieb|weg|weis|werb|wert|wohner|zahl|zieh|zirk|zug)"
    # these get another stress
    r"|agentur|industrie(?!ll)|konferenz|minist(?:er|eri)|organisation|republik|reserve|sekretär"
    # the s of the first part takes the p
    r"|(?<=s)p(?:aket|akt|apier|ark|arlament|artei|artner|atient|ause|erson|flege|flicht|hase|lan|latt|latz|olit|oliz|osition"
    r"|ost|otenzial|raxis|reis|rinzip|risma|roblem|rodukt|rofess|rofi|rogno|rogramm|rojekt|rotest|rozess|räsid|rüf|unkt)"
    # st and sp are said as if they were inside a word; what stands behind a prefix goes with it
    r"|(?<!fe)station|st(?:aat(?!ion)|adt|ahl|andard|andort|ands|art(?!i)|eig|ein(?!sch|satz|stell)|elle[nrs]?\b|ellung|ern\b|euer"
    r"|ift|il\b|illstand|imm|off|opp|raf|raß|rass|rateg|recke|reif|reik|reit|rom|ruktur|tärk|ube|udent|udio?|ufe|unde"
    r"|(?<!chtst)urz|(?<!chtst)urm|ück|ädt|ärk|ütz)|stand(?:s|es|e)?\b|sp(?:ekul|erre|iegel|iel|itze|ort|rach|recher|rech|ritz)"
    r"|(?:ver|ent|ab|an|auf|aus|bei|ein|um|vor|zu)(?:st(?:and|änd|imm|ell|ieg|eig|alt)|sp(?:rech|ruch|iel)|schuss|schüss|schluss)"
    r"|politiker|informatiker|praktiker|historiker"
    # h is lost behind t
    r"|(?<=t)h(?:aft|alle|alt|and|aus|eit|err|ilf|of|und)"
    # and these lose their vowel, or find others
    r"|(?:welt|teams?|entwurfs?|entwürfen?|chancen?)\b"
)
#: First parts whose last e is a murmur, and short ones whose vowel is long.
_FIRST = re.compile(
    r"(?:(?:Blüte|Bade|Ehe|Ernte|Gäste|Getränke|Geräte|Halte|Hitze|Kälte|Lese|Pferde|Pflege|Rede|Schweine|Sende|Sorge|Speise"
    r"|Städte|Tage(?!s)|Wärme|\w+kräfte|Gewerbe|Werbe|Probe|Folge|Vergabe|Ausgabe|Abgabe|Anlage)"
    r"(?!n|t(?:e|en|et|est)?\b|r?\b|rei|rer|mal)|Chef|[Mm]aß"
    r"|(?:Asyl|Baby|Jury|Mail|Show|Team)(?=[bcdfghjklmnpqrtvwz])|(?:Süd|Erd)(?=[aouäöü])|Schlag(?=ader)"
    # long ones of one syllable, which get short before another
    r"|(?:Blut|Brot|Brut(?!to)|Buch(?!t)|Chor|Erd|Fuß|Gas(?!t|s)|Glas|Grab|Grad|Gruß|Grün(?!d)|Herd|Hof(?!f)|Hör(?!n|big)"
    r"|Krebs|Lob(?!b)"
    r"|Mond(?!rag)|Mut(?!t)|Not(?!h)|Pfad|Rad|Rat(?!t|h?en|z)|Rot(?!t|hen)|Schlaf|Schlag|Schön|Schwert|Spaß"
    r"|Spar(?!gel|ta|te|r)|Stoß|Straf|Strom|Süd"
    r"|Tag(?!lia)|Tat(?!t|j)|Thron|Tuch|Wert(?!her)|Öl)(?=[bdfghjklmnpqrstvwz])"
    r"|Bar(?=geld|kauf|verm|zahl)|Kron(?=juwel|prinz|zeug)|Ton(?=band|fall|art|spur|lage|höhe|träger)"
    r"|Tor(?=chance|erfolg|hüter|jäger|linie|raum|schuss|schütz|vorlage|wart)"
    r")(?=\w{3})"
)
#: Nouns (and what comes of them) that have the stress in front, other than verbs with the same prefix.
_STRESSED_IN_FRONT = re.compile(
    r"((?:Über|Unter|Hinter)(?=blick|sicht|gewicht|rest|schuss|fall|gang|gäng|gabe|nahme|schrift|stunde|wasser|titel|seite|grund"
    r"|gründ|schied|kunft|künft|hang|bau|welt|zahl|maß|arm|hose|lage|licht|haus|punkt|land)|unter(?=schiedlich|gebracht|gegangen)"
    r"|[Gg]egen(?!über|einander|d\b|den\b|stand|ständ|seitig|wart|wärt)(?=\w{4}))"
)
#: How a German word begins.
_ONSET = re.compile(
    r"(?:[bcdfghjklmnprstvwz]|[bfgkp]l|[bdfgkpt]r|s[pt]r?|sch[lmnrw]?|kn|pf[lr]?|qu|zw|ch)?[aeiouäöüy]",
    re.IGNORECASE,
)
#: An s that belongs to the first part.
_LINKING = re.compile(
    "s(?=[bdfghjklmnrsvwz]|chef)(?!hop|how|hip|hirt)"
    "|(?:(?<=heit)|(?<=keit)|(?<=schaft)|(?<=tät)|(?<=ung)|(?<=ing)|(?<=ion)|(?<=ium))s"
)
#: What stands behind a word of the list without making a compound of it.
_DERIVED = re.compile(
    r"(?:e[nmrs]?|ens|ern|ers|nen|innen|in|s|n|r(?:s|n|in|innen)?|erin|erinnen|sche?[mnrs]?|ten|ton|es(?:e|en|in|isch)"
    r"|ner(?:n|s|in|innen)?)\b|(?:isch|ismus|ist|ier|ität|t?ion|ation|ativ|ell|ös|aner|anisch|ant|anz|ig(?!el)|ung|schaft"
    r"|lich(?!t)|log|heit|keit|los|haft|bar|sam|tum|chen|lein|ler|ling|nis|weise|dsch|ß)"
)


def parts(word: str, known: Container[str]) -> tuple[str, str] | None:
    """The two parts of a compound that had better be read apart, or None.

    `known` are words that have sounds of their own.
    """
    if len(word) < 6 or not word.isalpha():
        return None
    length = _known(word, known) or _fixed(word) or _before_second(word)
    return (word[:length], word[length:]) if length else None


def _known(word: str, known: Container[str]) -> int:
    """The length of a known noun at the beginning of a compound, with the s that links it, or 0."""
    for length in range(len(word) - 3, 4, -1):
        first = word[:length]
        if first in known and first[0].isupper() and not (first[-1] == "s" and first[:-1] in known):
            start = length + bool(_LINKING.match(word, length))
            compound = _ONSET.match(word, start) and (length > 6 or word[start] not in "aeiouäöü")
            return start if compound and not _DERIVED.match(word, length) else 0
    return 0


def _fixed(word: str) -> int:
    """The length of a first part that is always parted, or 0."""
    if found := _STRESSED_IN_FRONT.match(word):
        return found.end()
    found = _FIRST.match(word)
    second = word[found.end() :] if found else ""
    return len(word) - len(second) if _ONSET.match(second) and not _DERIVED.match(second) else 0


def _before_second(word: str) -> int:
    """Where a second part begins that is read wrongly behind a first one, or 0."""
    for start in range(3, len(word) - 2):
        first = word[:start]
        if not re.search("[aeiouyäöü]", first, re.IGNORECASE) or _PREFIXES.fullmatch(first):
            continue
        if _SECOND.match(word, start) or (first[-1] == "s" and re.match(r"sch(?!ens?\b)\w{3}", word[start:])):
            return start
    return 0
