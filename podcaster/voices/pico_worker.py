"""A process that speaks with SVOX Pico: texts come in on standard input, sound goes out on standard output.

Run as a file, with two arguments: the folder of py_nanotts, and the seconds that a text may take (who
started it may be gone, and ends it no more when Pico hangs). Imports nothing else, so that it is up in a few
hundredths of a second. Each way, a message is a length (4 bytes, little-endian) and so many bytes: UTF-8
text in; 16 kHz mono int16 out. A length of 0xFFFFFFFF instead of sound says that Pico refused the text.
"""

import faulthandler
import os
import signal
import sys

REFUSED = 0xFFFFFFFF


def serve() -> None:
    """Answer until standard input ends, which it does when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent decides
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever the engine prints is no answer
    sys.path.append(sys.argv[1])
    from py_nanotts import NanoTTS

    speak = NanoTTS().speak
    patience = float(sys.argv[2])
    texts = sys.stdin.buffer
    while len(head := texts.read(4)) == 4:
        text = texts.read(int.from_bytes(head, "little")).decode("utf-8")
        faulthandler.dump_traceback_later(patience, exit=True)  # works while Pico has the interpreter's lock
        try:
            sound = speak(text, voice="de-DE")
        except Exception:
            answers.write(REFUSED.to_bytes(4, "little"))
        else:
            answers.write(len(sound).to_bytes(4, "little"))
            answers.write(sound)
        faulthandler.cancel_dump_traceback_later()
        answers.flush()


if __name__ == "__main__":
    serve()
