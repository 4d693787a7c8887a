"""What can go wrong in a way that the user can mend: each is shown as one sentence."""


class PodcasterError(Exception):
    """One sentence that names the file, what is wrong and what to do; the program exits with `status`."""

    status = 1


class UsageError(PodcasterError):
    """A wrong option, setting or project folder: nothing was begun."""

    status = 2


class TryLaterError(PodcasterError):
    """Nothing is wrong with the input: the same command may work later (`EX_TEMPFAIL` of sysexits.h)."""

    status = 75
