"""What a calendar is made of: a period, a series as rule and exceptions, the lines of an event, its own facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from plugins.events.agenda import LOOK_AHEAD_DAYS
from plugins.events.model import Event, Occurrence
from plugins.kernel.library import Library
from plugins.tools.interface import Say

DAYS_BACK = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that calendars hold: 30 days of the past, 400 to come."""

    first: date
    last: date
    now: datetime


def period_at(now: datetime) -> Period:
    """Return the period that calendars hold on a day."""
    today = now.date()
    return Period(first=today - timedelta(days=DAYS_BACK), last=today + timedelta(days=LOOK_AHEAD_DAYS), now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """In whose name calendars speak: the library, the words of its own language, and what makes its ids its own."""

    library: Library
    say: Say

    @property
    def language(self) -> str:
        """Return the site's own language."""
        return self.library.languages[0]

    @property
    def site(self) -> str:
        """Return the site's address."""
        return self.library.address

    def uid(self, event: Event) -> str:
        """Return an id that no event elsewhere has: our own with the library's host, another system's as it is."""
        host = self.library.calendar_host or urlsplit(self.library.address).hostname or "localhost"
        return event.uid if "@" in event.uid else f"{event.uid}@{host}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An event with the times that its lines are to hold, and every day that its rule names up to the last of them."""

    event: Event
    times: tuple[Occurrence, ...]
    ruled: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series as calendars want it: its first time, how it goes on, and which days are out, in or different.

    `rule` is the value of an RRULE that ends on the last of its days; it is "" where only `added` days follow.
    """

    first: Occurrence
    rule: str = ""
    until: Occurrence | None = None
    excluded: tuple[date, ...] = ()
    added: tuple[date, ...] = ()
    changed: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What an event's page says of it, as plain text, and its picture's full address ("" where there is none)."""

    text: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The lines of one event or series, written once for every calendar that holds it.

    `next` is its first time from today on, `last` its last; `year` is that of its earliest.
    """

    event: Event
    lines: bytes
    zone: str
    year: int
    next: datetime | None
    last: datetime
    is_current: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFacts:
    """What one calendar says of itself; an event's own file is taken in once, and not subscribed to.

    `text` is about what it holds, `more` follows where not all has room, and `nothing` stands there where it holds
    nothing but `zone` from `year` on. `file` and `page` are full addresses, `color` a name of CSS and "#rrggbb".
    """

    name: str
    text: str
    more: str
    nothing: str
    file: str
    page: str
    color: tuple[str, str]
    zone: str
    year: int
    is_subscribed: bool = True
