"""Keeps a feed below the size at which readers cut it off: the last items go first, since the first matter most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plugins.feeds.model import Item

LIMIT_BYTES = 512_000


def fitted(items: Sequence[Item], render: Callable[[Sequence[Item]], bytes], limit_bytes: int = LIMIT_BYTES) -> bytes:
    """Return what is rendered of the items, of as many of the first as there is room for."""
    kept = len(items)
    while True:
        data = render(items[:kept])
        if len(data) <= limit_bytes or not kept:
            return data
        kept = min(kept - 1, kept * limit_bytes // len(data))
