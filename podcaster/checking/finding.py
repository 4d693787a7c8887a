"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        where: The file or address, and the place in it.
        what: What is wrong there, in words that continue `where`.
        mend: How to mend it.
        level: `error`: apps refuse, lose or garble something; `warning`: it can be better.
    """

    where: str
    what: str
    mend: str
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.level}: {self.where}: {self.what}. {self.mend}."
