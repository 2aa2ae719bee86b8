"""What an event is: what happens, when, where, for whom, how to book, and what has changed about it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Provision, Topic
from plugins.kernel.problems import Problem
from plugins.kernel.text import slug

CalendarDay = date
State = Literal["done", "live", "soon", "later"]
Repeats = Literal["weekly", ""]

# How long an event without an end is taken to last, when it matters whether it is over.
ASSUMED_LENGTH = timedelta(hours=2)
# Addresses under events/ that are not an event's, and names that no Windows folder may have.
RESERVED_IDS = re.compile(
    r"\d{4}-\d{2}|branch|audience|topic|program|language|access|archive|past|page|embed|fetched"
    r"|con|prn|aux|nul|com\d|lpt\d"
)


class Status(StrEnum):
    """Whether an event takes place as it was announced."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED = "moved"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """How to book: `required` is None where nothing was said, True for a must, False for a recommendation or none."""

    required: bool | None = None
    recommended: bool = False
    url: str = ""
    opens: date | None = None
    closes: date | None = None
    places: int | None = None


NO_REGISTRATION = Registration()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event or series, in the wall time of its branch; an all-day event ends at midnight after its last day."""

    uid: str
    summary: str
    starts: datetime
    ends: datetime | None = None
    all_day: bool = False
    teaser: str = ""
    description: str = ""
    branch: Branch | None = None
    place: str = ""
    room: str = ""
    online: str = ""
    audiences: tuple[Audience, ...] = ()
    topics: tuple[Topic, ...] = ()
    ages: str = ""
    program: str = ""
    cost: str = ""
    registration: Registration = NO_REGISTRATION
    status: Status = Status.CONFIRMED
    note: str = ""
    repeats: Repeats = ""
    until: date | None = None
    excluded: frozenset[date] = frozenset()
    also: tuple[date, ...] = ()
    language: str = ""
    access: str = ""
    provisions: tuple[Provision, ...] = ()
    image: str = ""
    image_alt: str = ""
    partners: tuple[str, ...] = ()
    url: str = ""
    updated: datetime | None = None
    sequence: int = 0
    previous_start: datetime | None = None
    previous_place: str = ""
    source: str = ""
    line: int = 0

    @property
    def address(self) -> str:
        """Return the address of the event's page within the site."""
        return f"events/{address_part(self.uid)}/"

    @property
    def where(self) -> str:
        """Return "Central, Story Room", or the place elsewhere; empty when nothing is known."""
        house = self.place if self.branch is None else self.branch.short_name or str(self.branch.name)
        return ", ".join(part for part in (house, self.room) if part)

    @property
    def is_series(self) -> bool:
        """Tell whether the event takes place more than once."""
        return bool(self.repeats or self.also)

    @property
    def is_off(self) -> bool:
        """Tell whether nobody should come at the announced time."""
        return self.status in {Status.CANCELLED, Status.POSTPONED}


def address_part(uid: str) -> str:
    """Return an id as part of an address; one that cannot stand there as it is gets a mark of its own."""
    plain = slug(uid)
    if plain == uid and not RESERVED_IDS.fullmatch(plain):
        return plain
    mark = hashlib.sha256(uid.encode(errors="replace")).hexdigest()[:8]
    return f"{plain[:71].rstrip('-')}-{mark}" if plain.isascii() else f"event-{mark}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time an event takes place; `again` when the same event is already listed in that month."""

    event: Event
    starts: datetime
    ends: datetime | None = None
    again: bool = False

    @property
    def date(self) -> CalendarDay:
        """Return the day on which it starts."""
        return self.starts.date()

    @property
    def last_date(self) -> CalendarDay:
        """Return the last day it takes in; what lasts less than a day belongs to the day it starts on."""
        if self.ends is None or self.ends.replace(tzinfo=None) - self.starts.replace(tzinfo=None) < timedelta(days=1):
            return self.date
        return (self.ends - timedelta(microseconds=1)).date()

    @property
    def all_day(self) -> bool:
        """Tell whether it has dates only."""
        return self.event.all_day

    @property
    def finishes(self) -> datetime:
        """Return when it ends, or is taken to end where nobody said."""
        return self.ends or (self.starts.astimezone(UTC) + ASSUMED_LENGTH).astimezone(self.starts.tzinfo)

    def state(self, now: datetime) -> State:
        """Return how it stands at an aware moment: over, on now, still to come today or tomorrow, or later."""
        moment = now.astimezone(UTC)
        if self.finishes.astimezone(UTC) <= moment:
            return "done"
        if self.starts.astimezone(UTC) <= moment:
            return "live"
        days_ahead = self.date - now.astimezone(self.starts.tzinfo).date()
        return "soon" if days_ahead <= timedelta(days=1) else "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A time at which a series would have taken place, had the branch not been closed."""

    event: Event
    date: date
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the agenda; `closure` is the reason why every branch is closed."""

    date: date
    occurrences: tuple[Occurrence, ...] = ()
    closure: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a spreadsheet: `rows` is the sum of the events, the rows joined to one, and those left out."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: int = 0
    joined: int = 0
    left_out: int = 0
