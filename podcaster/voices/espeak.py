"""eSpeak NG as a dictionary: text to phonemes in IPA, through the library inside the package
espeakng-loader."""

from __future__ import annotations

import ctypes
import re
import threading
from functools import cache

from podcaster.errors import PodcasterError

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: nothing is played
_NO_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT: report trouble instead of ending this process
_UTF8 = 1
#: IPA, with U+0361 between the letters of one phoneme: "t͡s" is one sound, "ts" two.
_IPA = 0x02 | 0x80 | (0x361 << 8)
#: The library has one voice at a time, for the whole process.
_guard = threading.Lock()


def phonemes(text: str, language: str = "de") -> str:
    """Give the phonemes of `text`, words apart by spaces, punctuation lost; may be called from several
    threads.

    Raises PodcasterError where the package is missing or damaged.
    """
    with _guard:
        library = _library()  # in here: two threads must not start it at the same time
        if library.espeak_SetVoiceByName(language.encode()) != 0:
            raise PodcasterError(f"eSpeak NG has no voice for “{language}”; reinstall espeakng-loader.")
        rest = ctypes.c_char_p(text.encode())
        found = []
        while rest.value is not None:  # one clause a call
            part = library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA)
            found.append(part.decode("utf-8", "replace") if part else "")
    # What is read in another language comes with the names of both: "(en)…(de)".
    return " ".join(re.sub(r"\([^)]*\)", "", " ".join(found)).split())


@cache
def _library() -> ctypes.CDLL:
    """Load and start the library, once."""
    try:
        import espeakng_loader

        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path()
    except (ImportError, OSError, RuntimeError) as error:
        raise PodcasterError(
            f"eSpeak NG cannot be loaded ({error}); "
            "`pip install --force-reinstall espeakng-loader` repairs it."
        ) from error
    library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
    if library.espeak_Initialize(_SYNCHRONOUS, 0, str(data).encode(), _NO_EXIT) <= 0:
        raise PodcasterError(
            f"{data}: eSpeak NG's data cannot be read; "
            "`pip install --force-reinstall espeakng-loader` repairs it."
        )
    return library
