"""The library as its own library.toml describes it: branches and their hours, audiences, topics, languages, menu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.kernel.languages import Phrase

# The pattern of a spine label's band, which tells audiences apart without color.
Band = Literal["dots", "stripes", "diagonal", "half", "solid"]

MINUTES_IN_A_DAY = 24 * 60
NO_WORDS = Phrase(default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """One stretch of a day, in the branch's wall time; closing at 00:00 means midnight at the end of the day."""

    opens: time
    closes: time

    @property
    def opens_minute(self) -> int:
        """Return the minute of the day, from 0."""
        return self.opens.hour * 60 + self.opens.minute

    @property
    def closes_minute(self) -> int:
        """Return the minute of the day, up to 1440 for midnight."""
        return self.closes.hour * 60 + self.closes.minute or MINUTES_IN_A_DAY


# Seven days, Monday first; a day holds no hours when the branch is closed, two when it closes for lunch.
Week = tuple[tuple[OpeningHours, ...], ...]
CLOSED_WEEK: Week = ((),) * 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """Days with other hours than the week's: from first to last, or one day of every year; no hours means closed."""

    first: date | None = None
    last: date | None = None
    month_day: tuple[int, int] | None = None
    hours: tuple[OpeningHours, ...] = ()
    reason: Phrase = NO_WORDS

    def covers(self, day: date) -> bool:
        """Tell whether a day is one of these."""
        if self.month_day is not None:
            return (day.month, day.day) == self.month_day
        return self.first is not None and self.first <= day <= (self.last or self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One library building."""

    id: str
    name: Phrase
    short_name: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    phone: str = ""
    email: str = ""
    access: Phrase = NO_WORDS
    getting_here: Phrase = NO_WORDS
    rooms: tuple[str, ...] = ()
    week: Week = CLOSED_WEEK
    special_days: tuple[SpecialDay, ...] = ()

    @property
    def address(self) -> str:
        """Return the address of the branch's page within the site."""
        return f"branches/{self.id}/"

    def special_on(self, day: date) -> SpecialDay | None:
        """Return what makes a day special; a dated day goes before one of every year, the first named before others."""
        covering = [special for special in self.special_days if special.covers(day)]
        dated = [special for special in covering if special.month_day is None]
        return next(iter(dated or covering), None)

    def hours_on(self, day: date) -> tuple[OpeningHours, ...]:
        """Return the hours of a day, in order; none when the branch is closed."""
        special = self.special_on(day)
        return self.week[day.weekday()] if special is None else special.hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who something is for; ages in whole years, None where there is no limit."""

    id: str
    name: Phrase
    youngest: int | None = None
    oldest: int | None = None
    band: Band = "solid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What something is about."""

    id: str
    name: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """Something that lets people take part; `words` are how a text that speaks of it begins, besides its name."""

    id: str
    name: Phrase
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Social:
    """An account of the library elsewhere."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """One entry of the menu; without a title, the site has its own word for that address."""

    title: Phrase | None = None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the library as a whole; `hours` is a sentence about when the phone is answered."""

    phone: str = ""
    email: str = ""
    hours: Phrase = NO_WORDS
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An urgent word on every page, from `starts` until `ends`; no branches means all of them."""

    text: Phrase
    branches: tuple[str, ...] = ()
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSource:
    """Spreadsheets of events, by a pattern below the content folder; with an address, the copy of what lies there.

    `columns` leads from their names to ours; `lines` says where in library.toml each key stands ("" is the heading).
    """

    file: str
    address: str = ""
    name: str = ""
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    date_order: Literal["day-first", "month-first", ""] = ""
    time_zone: ZoneInfo | None = None
    encoding: str = ""
    branch: str | None = None
    allow_private: bool = False
    max_age_days: int = 14
    bad_rows_percent: int = 20
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), compare=False)


STANDARD_MENU = tuple(
    MenuItem(address=address) for address in ("events/", "programs/", "news/", "branches/", "subscribe/")
)

STANDARD_SOURCES = (EventSource(file="events/*.csv"),)
# A reserved name (RFC 2606), so that feeds hold absolute addresses even before the library has said its own.
PLACEHOLDER_ADDRESS = "https://library.example/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Who the site belongs to; the first language is the site's own, `address` is absolute and ends with a slash."""

    name: str
    short_name: str = ""
    tag_line: Phrase = NO_WORDS
    address: str = PLACEHOLDER_ADDRESS
    calendar_host: str = ""
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    languages: tuple[str, ...] = ("en",)
    hue: float = 152.0
    chroma: float = 0.065
    icon_letter: str = ""
    icon_file: str = ""
    branches: tuple[Branch, ...] = ()
    audiences: tuple[Audience, ...] = ()
    topics: tuple[Topic, ...] = ()
    access: tuple[Provision, ...] = ()
    social: tuple[Social, ...] = ()
    catalog: str = ""
    contact: Contact = field(default_factory=Contact)
    menu: tuple[MenuItem, ...] = STANDARD_MENU
    notice: Notice | None = None
    event_sources: tuple[EventSource, ...] = STANDARD_SOURCES
    announce_days: int = 28
    hub: str = ""
    podcast_category: str = "Education"
    is_default: bool = False

    def branch(self, id_: str) -> Branch | None:
        """Return the branch of an id."""
        return next((branch for branch in self.branches if branch.id == id_), None)

    def audience(self, id_: str) -> Audience | None:
        """Return the audience of an id."""
        return next((audience for audience in self.audiences if audience.id == id_), None)

    def topic(self, id_: str) -> Topic | None:
        """Return the topic of an id."""
        return next((topic for topic in self.topics if topic.id == id_), None)

    def closure_on(self, day: date) -> Phrase | None:
        """Return the reason why every branch is closed on a special day; None on any other day."""
        specials = [branch.special_on(day) for branch in self.branches]
        closed = [special for special in specials if special is not None and not special.hours]
        if not closed or len(closed) < len(self.branches):
            return None
        return next((special.reason for special in closed if special.reason), NO_WORDS)
