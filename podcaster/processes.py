"""Other runs of the program."""

from __future__ import annotations

import os


def has_died(pid: int) -> bool:
    """Whether this computer has no such process any more; False where the system cannot say."""
    if os.name == "nt":  # signal 0 is Ctrl-C there
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
