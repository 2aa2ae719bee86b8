"""What a map of the site says of one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedPage:
    """One page: addresses below the site's own, `alternates` by language, `changed` where the content says it."""

    address: str
    changed: datetime | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    images: tuple[str, ...] = ()
