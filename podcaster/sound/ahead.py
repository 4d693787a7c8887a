"""Working ahead: what comes next is made in a thread while the caller is busy with what came before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
_END = object()


def ahead(items: Iterable[T], depth: int = 4) -> Iterator[T]:
    """Give `items` in order, up to `depth` of them made in a thread before they are asked for.

    Pays where either side lets other threads run: decoder, resampler and encoder do, and so does the disk.
    What is raised in making an item is raised here.
    """
    source = iter(items)
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as thread:
        coming: deque[Future[T | object]] = deque(thread.submit(next, source, _END) for _ in range(depth))
        try:
            while (item := coming.popleft().result()) is not _END:
                coming.append(thread.submit(next, source, _END))
                yield item  # type: ignore[misc]  # no T is _END
        finally:
            for each in coming:
                each.cancel()
