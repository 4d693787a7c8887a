"""Sources: where articles come from, and what is remembered of them.

poll(project, memory, …)     look into every source; what is new or changed waits in the memory
due(project, memory, …)      what of it is to be built now
Memory, read_memory, …       what was seen, what became of it, when it is tried again
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from podcaster.faces import lazy_names

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

__getattr__ = lazy_names(
    __name__,
    memory="Item Memory read_memory write_memory",
    offers="Offer",
    polling="Trouble due poll sources_of",
    report="Stuck stuck_articles",
)
