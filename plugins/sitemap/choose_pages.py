"""Says which pages stand in the map: every one that may be found, and when it last changed, if anybody knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from plugins.kernel.entry import Entry
from plugins.sitemap.model import MappedPage

_HIDDEN = frozenset(("missing",))


def of_entry(entry: Entry, now: datetime, picture_of: Callable[[str], str]) -> MappedPage | None:
    """Return an entry's page; None for one that nobody shall find."""
    if not entry.listed or entry.status in ("draft", "waiting"):
        return None
    picture = picture_of(entry.image)
    return MappedPage(
        address=entry.address,
        changed=changed(entry, now),
        alternates=tuple((one.language, one.address) for one in entry.alternates),
        images=(picture,) if picture else (),
    )


def changed(entry: Entry, now: datetime) -> datetime | None:
    """Return when a page last changed, as its content says; a day to come is a slip, and no promise."""
    said = entry.updated or entry.published
    return said if said and said <= now else None


def in_order(pages: Iterable[MappedPage]) -> tuple[MappedPage, ...]:
    """Return each page once, by address: the same site has the same map."""
    found: Mapping[str, MappedPage] = {one.address: one for one in pages}
    return tuple(found[address] for address in sorted(found))


def is_shown(kind: str, *, unlisted: bool) -> bool:
    """Tell whether a page that is no entry stands in the map."""
    return not unlisted and kind not in _HIDDEN
