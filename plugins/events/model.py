"""What an event is: what happens, when, where, for whom, how to book, and what has changed about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from plugins.events.addresses import address_part
from plugins.events.registration import NO_REGISTRATION, Booking, Registration
from plugins.events.series import OFF, Change, Recurrence, Status, where_words
from plugins.kernel.languages import Phrase
from plugins.kernel.library import NO_WORDS, Audience, Branch, Provision, Topic
from plugins.kernel.moments import combine
from plugins.tools.when import last_day

# The one door to the words of events, wherever they are at home.
__all__ = [
    "NO_REGISTRATION",
    "OFF",
    "Booking",
    "Change",
    "Day",
    "Event",
    "Occurrence",
    "Recurrence",
    "Registration",
    "Skipped",
    "State",
    "Status",
    "address_part",
]

CalendarDay = date
State = Literal["done", "live", "soon", "later"]

# How long an event without an end is taken to last, when it matters whether it is over.
ASSUMED_LENGTH = timedelta(hours=2)


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
    recurrence: Recurrence | None = None
    excluded: frozenset[date] = frozenset()
    also: tuple[date, ...] = ()
    changes: tuple[Change, ...] = ()
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
    def last_changed(self) -> datetime | None:
        """Return when any of it was changed last, be it a single day of a series."""
        said = (self.updated, *(change.updated for change in self.changes))
        return max((one for one in said if one is not None), default=None)

    @property
    def address(self) -> str:
        """Return the address of the event's page within the site."""
        return f"events/{address_part(self.uid)}/"

    @property
    def where(self) -> str:
        """Return "Central, Story Room", or the place elsewhere; empty when nothing is known."""
        return where_words(self.branch, self.place, self.room)

    @property
    def is_series(self) -> bool:
        """Tell whether the event takes place more than once."""
        return bool(self.recurrence or self.also)

    @property
    def is_off(self) -> bool:
        """Tell whether nobody should come at the announced time."""
        return self.status in OFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time an event takes place, with what is different about it; `again` when it is already listed that month."""

    event: Event
    starts: datetime
    ends: datetime | None = None
    again: bool = False
    change: Change | None = None

    @property
    def date(self) -> CalendarDay:
        """Return the day on which it starts."""
        return self.starts.date()

    @property
    def last_date(self) -> CalendarDay:
        """Return the last day it takes in; what lasts less than a day belongs to the day it starts on."""
        return last_day(self.starts, self.ends)

    @property
    def all_day(self) -> bool:
        """Tell whether it has dates only."""
        return self.event.all_day

    @property
    def finishes(self) -> datetime:
        """Return when it ends, or is taken to end where nobody said."""
        return self.ends or (self.starts.astimezone(UTC) + ASSUMED_LENGTH).astimezone(self.starts.tzinfo)

    @property
    def on(self) -> CalendarDay:
        """Return the day that the series has for it."""
        return self.date if self.change is None else self.change.on

    @property
    def branch(self) -> Branch | None:
        """Return the branch at which it takes place."""
        if self.change is None or not (self.change.branch or self.change.place):
            return self.event.branch
        return self.change.branch

    @property
    def where(self) -> str:
        """Return where it takes place: another room is in the house of the series, another house has none of its."""
        change, event = self.change, self.event
        if change is None or not change.is_elsewhere:
            return event.where
        if change.branch or change.place:
            return where_words(change.branch, change.place, change.room)
        return where_words(event.branch, event.place, change.room)

    @property
    def status(self) -> Status:
        """Return whether it takes place as announced; one at another time or place has moved."""
        if self.change is None:
            return self.event.status
        moved = Status.MOVED if self.change.starts or self.change.is_elsewhere else self.event.status
        return self.change.status or moved

    @property
    def is_off(self) -> bool:
        """Tell whether nobody should come."""
        return self.status in OFF

    @property
    def note(self) -> str:
        """Return what people must know about its status."""
        return self.event.note if self.change is None else self.change.note or self.event.note

    @property
    def previous_start(self) -> datetime | None:
        """Return when it was to start, if at another time."""
        if self.change is None:
            return self.event.previous_start
        if self.change.starts is None:
            return None
        return combine(self.change.on, self.event.starts.time(), self.event.starts.tzinfo or UTC)[0]

    @property
    def previous_place(self) -> str:
        """Return where it was to be, if elsewhere."""
        if self.change is None:
            return self.event.previous_place
        return self.event.where if self.change.is_elsewhere else ""

    def booking(self, now: datetime) -> Booking:
        """Return how booking stands at an aware moment; nobody can book what is off or over."""
        said = self.event.registration.state(now)
        if said in {"none", "not-needed"}:
            return said
        if said == "closed" or self.is_off or self.is_over(now):
            return "closed"
        return "full" if self.status is Status.FULL else said

    def is_over(self, now: datetime) -> bool:
        """Tell whether it has ended at an aware moment; at one in UTC, that takes least."""
        return self.finishes.astimezone(UTC) <= (now if now.tzinfo is UTC else now.astimezone(UTC))

    def state(self, now: datetime) -> State:
        """Return how it stands at an aware moment: over, on now, still to come today or tomorrow, or later."""
        if self.is_over(now):
            return "done"
        if self.starts.astimezone(UTC) <= now.astimezone(UTC):
            return "live"
        days_ahead = self.date - now.astimezone(self.starts.tzinfo).date()
        return "soon" if days_ahead <= timedelta(days=1) else "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A day of a series on which it is not: its branch is closed for a reason, or it has `moved` to another day."""

    event: Event
    date: date
    reason: Phrase = NO_WORDS
    moved: Occurrence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the agenda: what is on, what has moved to another day, and the reason why every branch is closed."""

    date: date
    occurrences: tuple[Occurrence, ...] = ()
    moved: tuple[Skipped, ...] = ()
    closure: Phrase | None = None
