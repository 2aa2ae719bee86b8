"""What a series is made of: how it repeats, what has become of it, and what is different about one of its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from plugins.kernel.library import Branch


class Status(StrEnum):
    """Whether an event takes place as it was announced."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED = "moved"
    FULL = "full"


OFF = frozenset({Status.CANCELLED, Status.POSTPONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """How a series repeats: the value of an RRULE without its UNTIL and COUNT, which stand beside it."""

    rule: str
    until: date | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is different about one occurrence of a series, `on` the day it has there; empty is as in the series."""

    on: date
    starts: datetime | None = None
    ends: datetime | None = None
    branch: Branch | None = None
    place: str = ""
    room: str = ""
    status: Status | None = None
    note: str = ""
    updated: datetime | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether it takes place somewhere else."""
        return bool(self.branch or self.place or self.room)


def where_words(branch: Branch | None, place: str, room: str) -> str:
    """Return a house and a room in it, without what is not known."""
    house = place if branch is None else branch.short_name or str(branch.name)
    return ", ".join(part for part in (house, room) if part)
