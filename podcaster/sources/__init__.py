"""Sources: where articles come from, and what is remembered of them.

poll(project, memory, …)     look into every source; what is new or changed waits in the memory
due(project, memory, …)      what of it is to be built now
Memory, read_memory, …       what was seen, what became of it, when it is tried again
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podcaster.sources.memory import Item, Memory, read_memory, write_memory
    from podcaster.sources.offers import Offer
    from podcaster.sources.polling import Trouble, due, poll, sources_of
    from podcaster.sources.report import Stuck, stuck_articles

__all__ = [
    "Item",
    "Memory",
    "Offer",
    "Stuck",
    "Trouble",
    "due",
    "poll",
    "read_memory",
    "sources_of",
    "stuck_articles",
    "write_memory",
]

_HOMES = {
    "Item": "memory",
    "Memory": "memory",
    "read_memory": "memory",
    "write_memory": "memory",
    "Offer": "offers",
    "Stuck": "report",
    "stuck_articles": "report",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'polling')}"), name)
