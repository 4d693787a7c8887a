"""A room's face: its public names, each imported from the module where it lives when it is first asked for.

So a room can be imported at no cost, and a command pays only for what it uses (PEP 562).
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any


def lazy_names(package: str, **homes: str) -> Callable[[str], Any]:
    """Make the `__getattr__` of `package`: module -> the names, with spaces between, that live in it."""
    home_of = {name: module for module, names in homes.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(importlib.import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, found)  # the next time, Python finds it without asking
        return found

    return find
