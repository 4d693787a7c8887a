"""A script becomes clips: what is not in the cache is voiced, several at a time, and proved to be whole."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, overload

from podcaster.errors import PodcasterError
from podcaster.voices.pace import Pace, load_pace, save_pace
from podcaster.voices.roles import Cast

if TYPE_CHECKING:
    from podcaster.model import Clip, Script, Utterance
    from podcaster.voices.cache import ClipCache
    from podcaster.voices.voice import Voice

#: Seconds between the pieces of a sentence that was too long for the engine: a breath after a sentence or a
#: clause, hardly more than the gap between two words elsewhere.
_BREATHS = ((re.compile(r"[.!?…]\W*$"), 0.30), (re.compile(r"[,;:–—]\W*$"), 0.15))
_NO_BREATH = 0.04


class Clips(Sequence["Clip"]):
    """The clips of a script, one for every utterance, read from the cache when they are asked for.

    An utterance in which there is nothing to say ("***") has a clip without samples.
    """

    def __init__(self, texts: Sequence[str], voice: Voice, cache: ClipCache) -> None:
        self._pieces = [_pieces(text, voice.limit) for text in texts]
        self._voice = voice
        self._cache = cache

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, index: int) -> Clip: ...
    @overload
    def __getitem__(self, index: slice) -> list[Clip]: ...
    def __getitem__(self, index: int | slice) -> Clip | list[Clip]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return _joined(self._pieces[index], [self.piece(text) for text in self._pieces[index]])

    def pieces(self, index: int) -> list[str]:
        """The texts that are voiced one by one for utterance `index`."""
        return self._pieces[index]

    def piece(self, text: str) -> Clip:
        """The clip of one piece; voiced again where the cache has lost it."""
        key = self._cache.key(self._voice.fingerprint, text)
        clip = self._cache.get(key)
        if clip is None:
            clip = self._voice.say(text)
            self._cache.put(key, clip)
        return clip

    def forget(self, text: str) -> None:
        """Take the clip of one piece out of the cache."""
        self._cache.drop(self._cache.key(self._voice.fingerprint, text))


class SeveralVoices(Sequence["Clip"]):
    """The clips of a script that several voices speak, in the script's order."""

    def __init__(self, parts: list[tuple[Clips, list[int]]]) -> None:
        """Each part is one voice's clips, and their places in the script."""
        self._home = {
            place: (clips, number) for clips, places in parts for number, place in enumerate(places)
        }

    def __len__(self) -> int:
        return len(self._home)

    @overload
    def __getitem__(self, index: int) -> Clip: ...
    @overload
    def __getitem__(self, index: slice) -> list[Clip]: ...
    def __getitem__(self, index: int | slice) -> Clip | list[Clip]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        clips, number = self._home[range(len(self))[index]]
        return clips[number]


def voice_script(
    script: Script,
    voice: Voice,
    cache: ClipCache,
    on_clip: Callable[[int, float], None] | None = None,
) -> Sequence[Clip]:
    """Let `voice` speak every utterance of `script` that is not in `cache` yet.

    `on_clip(index, seconds)` is called from this thread when an utterance is there, in any order. Each clip
    is in the cache before the next is begun, so that a run that breaks off goes on where it stopped.
    Several scripts may be voiced at the same time, from threads. Raises PodcasterError that names the
    sentence which could not be said whole, VoiceGoneError when the engine has gone away.
    """
    groups: dict[int, tuple[Voice, list[int]]] = {}
    for index, utterance in enumerate(script.utterances):
        speaker = voice.speaker(utterance.role) if isinstance(voice, Cast) else voice
        groups.setdefault(id(speaker), (speaker, []))[1].append(index)
    parts = []
    for speaker, places in groups.values():
        texts = [_for(speaker, script.utterances[place]) for place in places]
        heard = None if on_clip is None else _placed(on_clip, places)
        parts.append((_voice_texts(texts, speaker, cache, heard), places))
    return parts[0][0] if len(parts) == 1 else SeveralVoices(parts)


def _for(voice: Voice, utterance: Utterance) -> str:
    """What this voice gets to say a sentence."""
    knows_words = getattr(voice, "knows_words", False)  # plug-ins need not have it
    return utterance.spoken if knows_words else utterance.plain


def _placed(on_clip: Callable[[int, float], None], places: list[int]) -> Callable[[int, float], None]:
    """Tell of a clip by its place in the whole script."""
    return lambda index, seconds: on_clip(places[index], seconds)


def _voice_texts(
    texts: list[str], voice: Voice, cache: ClipCache, on_clip: Callable[[int, float], None] | None
) -> Clips:
    """Have one voice speak all of its texts."""
    clips = Clips(texts, voice, cache)
    pace = load_pace(cache.folder, voice.fingerprint)
    lengths = _voiced(clips, voice.concurrency, on_clip)
    pace = pace.learned(lengths.items())
    for text in [t for t, seconds in lengths.items() if not pace.fits(t, seconds)]:
        clips.forget(text)  # once more: engines have bad moments
        _prove(text, _sound_length(clips.piece(text)), pace, clips, voice)
    save_pace(cache.folder, voice.fingerprint, pace)
    return clips


def _voiced(clips: Clips, concurrency: int, on_clip: Callable[[int, float], None] | None) -> dict[str, float]:
    """Have every piece voiced; returns how many seconds of sound each has."""
    lengths: dict[str, float] = {}
    stop = threading.Event()

    def voiced(text: str) -> float:
        if stop.is_set():
            return 0.0
        return _sound_length(clips.piece(text))

    waiting: dict[str, list[int]] = {}  # the utterances that wait for a piece, in order
    for index in range(len(clips)):
        for text in dict.fromkeys(clips.pieces(index)):  # a refrain counts once
            waiting.setdefault(text, []).append(index)
    missing = [len(set(clips.pieces(index))) for index in range(len(clips))]
    pool = ThreadPoolExecutor(concurrency, thread_name_prefix="voice")
    try:
        left: dict[Future[float], str] = {pool.submit(voiced, text): text for text in waiting}
        while left:
            done, _ = wait(left, return_when=FIRST_EXCEPTION if on_clip is None else "FIRST_COMPLETED")
            for future in done:
                text = left.pop(future)
                lengths[text] = future.result()
                for index in waiting[text]:
                    missing[index] -= 1
                    if not missing[index] and on_clip is not None:
                        on_clip(index, sum(lengths[piece] for piece in clips.pieces(index)))
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)
    return lengths


def _prove(text: str, seconds: float, pace: Pace, clips: Clips, voice: Voice) -> None:
    """Refuse a clip that cannot be the whole text."""
    if pace.fits(text, seconds):
        return
    clips.forget(text)
    low, high = pace.bounds(text)
    raise PodcasterError(
        f"voice {voice.name} does not say this sentence whole: “{shortened(text)}” took {seconds:.1f} s, "
        f"expected were {low:.1f} to {high:.1f} s; change the sentence or take another voice."
    )


def shortened(text: str, limit: int = 120) -> str:
    """Fit a sentence into a message."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _pieces(text: str, limit: int) -> list[str]:
    """Cut a text for an engine's limit; nothing where there is nothing to say."""
    from podcaster.speech import cut

    return [piece for piece in cut(text, limit) if any(map(str.isalnum, piece))]


def _sound_length(clip: Clip) -> float:
    """Seconds of sound in a clip, without the silence at its ends."""
    from podcaster.pcm import sound_edges, to_float

    start, end = sound_edges(to_float(clip.samples), clip.rate)
    return (end - start) / clip.rate


def _joined(texts: list[str], clips: list[Clip]) -> Clip:
    """Put the pieces of a sentence together."""
    import numpy as np

    from podcaster.model import Clip
    from podcaster.pcm import to_float, to_int16, trimmed

    if len(clips) == 1:
        return clips[0]
    if not clips:
        return Clip(np.zeros(0, np.int16), 24000)
    rate = clips[0].rate
    parts = []
    for text, clip in zip(texts, clips, strict=True):
        sound, before, after = trimmed(to_float(clip.samples), rate)
        breath = next((seconds for end, seconds in _BREATHS if end.search(text)), _NO_BREATH)
        parts += [sound, np.zeros(max(0, int(breath * rate) - before - after), np.float32)]
    return Clip(to_int16(np.concatenate(parts[:-1])), rate)
