"""onnxruntime for voices: models run on one thread each, watched, and called off when they take too long."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcaster.errors import PodcasterError
from podcaster.voices.voice import UnsayableError, VoiceGoneError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Sentences at a time, whatever the cores: each takes 100 to 250 MB.
_MOST = 8


def load(path: Path) -> Any:
    """Load a model for runs on one thread each. Raises PodcasterError where onnxruntime cannot."""
    try:
        import onnxruntime
    except ImportError as error:
        raise PodcasterError(
            f"{path}: needs onnxruntime; `pip install 'podcaster[neural]'` adds it."
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Plans for one length of sentence do not fit the next: without them a voice takes a fifth less memory.
    options.enable_mem_pattern = False
    options.log_severity_level = 4  # what goes wrong is raised; a run that is called off is no news
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has classes of its own for each kind of failure
        raise PodcasterError(
            f"{path}: onnxruntime cannot load this model ({str(error)[:200]}); "
            "the file is damaged, or no voice."
        ) from error


def cores() -> int:
    """Sentences that are best spoken at a time: as many as this process may use cores, up to a bound."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        count = os.cpu_count() or 1
    return max(1, min(_MOST, count))


def file_identity(path: Path) -> str:
    """Tell a file from others of its name, for the clip cache's key."""
    with path.open("rb") as file:
        return f"{path.stem}/{hashlib.file_digest(file, 'sha256').hexdigest()[:16]}"


class Runs:
    """The runs of one voice that are under way, from several threads."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._guard = threading.Lock()
        self._under_way: set[Any] = set()
        self._closed = False

    def run(self, session: Any, inputs: dict[str, Any], seconds: float, text: str) -> NDArray[np.float32]:
        """Run a model and give its first output, flat; called off after so many seconds.

        Raises UnsayableError that names `text`, VoiceGoneError after `close`.
        """
        import numpy as np

        with self._watched(seconds) as options:
            try:
                sound: NDArray[np.float32] = session.run(None, inputs, options)[0].reshape(-1)
            except Exception as error:
                if self._closed:
                    raise VoiceGoneError(f"voice {self._name} was stopped") from error
                raise UnsayableError(
                    f"voice {self._name} cannot say “{text[:120]}”: it took more than {seconds:.0f} s, "
                    "or failed "
                    f"({str(error)[:200]})."
                ) from error
        if not len(sound) or not np.isfinite(sound).all():
            raise UnsayableError(f"voice {self._name} cannot say “{text[:120]}”: no sound came out.")
        return sound

    def close(self) -> None:
        """Call off every run, and let no other begin."""
        with self._guard:
            self._closed = True
            for options in self._under_way:
                options.terminate = True

    @contextmanager
    def _watched(self, seconds: float) -> Iterator[Any]:
        """Options of a run that ends by itself after so many seconds, or when all is closed."""
        import onnxruntime

        options = onnxruntime.RunOptions()

        def stop() -> None:
            options.terminate = True

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        with self._guard:
            if self._closed:
                raise VoiceGoneError(f"voice {self._name} was stopped")
            self._under_way.add(options)
        timer.start()
        try:
            yield options
        finally:
            timer.cancel()
            with self._guard:
                self._under_way.discard(options)
