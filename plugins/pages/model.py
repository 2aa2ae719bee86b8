"""What a page is, once its facts have been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPage:
    """One page of the library's own, such as "Get a card"; `key` pairs it with its translations."""

    title: str
    language: str
    slug: str
    key: str
    summary: str = ""
    menu_title: str = ""
    hidden: bool = False
    updated: datetime | None = None
    old_addresses: tuple[str, ...] = ()
