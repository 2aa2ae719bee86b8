"""When something takes place, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from plugins.tools import dates


class Timed(Protocol):
    """What has a beginning and perhaps an end, in wall time."""

    @property
    def starts(self) -> dt.datetime: ...

    @property
    def ends(self) -> dt.datetime | None: ...

    @property
    def date(self) -> dt.date: ...

    @property
    def last_date(self) -> dt.date: ...

    @property
    def all_day(self) -> bool: ...


def last_day(starts: dt.datetime, ends: dt.datetime | None) -> dt.date:
    """Return the last day a time takes in; what lasts less than a day belongs to the day it starts on."""
    first = starts.date()
    if ends is None or ends.date() == first:
        return first
    is_short = ends.replace(tzinfo=None) - starts.replace(tzinfo=None) < dt.timedelta(days=1)
    return first if is_short else (ends - dt.timedelta(microseconds=1)).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One time by itself, where there is no event that words could be made of."""

    starts: dt.datetime
    ends: dt.datetime | None
    all_day: bool

    @property
    def date(self) -> dt.date:
        """Return the day on which it starts."""
        return self.starts.date()

    @property
    def last_date(self) -> dt.date:
        """Return the last day it takes in."""
        return last_day(self.starts, self.ends)


def when_words(one: Timed, lang: str, now: dt.datetime) -> str:
    """Return "Saturday 17 October, 2:00 to 3:30 pm", with the year when it is not now's."""
    if one.last_date > one.date:
        days = dates.range_words(one.date, one.last_date, lang, year=one.last_date.year != now.year)
        return days if one.all_day else f"{days}, {dates.clock_words(one.starts.time(), lang)}"
    day = dates.day_words(one.date, lang, year=one.date.year != now.year)
    if one.all_day:
        return day
    if one.ends is None:
        return f"{day}, {dates.clock_words(one.starts.time(), lang)}"
    return f"{day}, {dates.span_words(one.starts.time(), one.ends.time(), lang)}"
