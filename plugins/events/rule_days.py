"""The days on which a series repeats, worked out once, in order, and no further ahead than somebody asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice

from plugins.events.series import Recurrence

# No series goes on for longer than either of these: 27 years of every day, or the end of the calendar we read.
MOST_DAYS = 10_000
LAST_DAY = date(2199, 12, 31)


class RuleDays:
    """The days of a rule that begins on a day of its own."""

    def __init__(self, recurrence: Recurrence, first: date) -> None:
        self._coming = _days(recurrence, first)
        self._found: list[date] = []
        self._reached = date.min

    def between(self, first: date, last: date) -> list[date]:
        """Return the days from first to last."""
        self._reach(last)
        return self._found[bisect_left(self._found, first) : bisect_right(self._found, last)]

    def near(self, day: date) -> tuple[date, ...]:
        """Return the days just before and just after a day."""
        self._reach(day)
        before, after = bisect_left(self._found, day), bisect_right(self._found, day)
        return (*self._found[max(0, before - 1) : before], *self._found[after : after + 1])

    def _reach(self, last: date) -> None:
        while self._reached <= last:
            day = next(self._coming, None)
            if day is None:
                self._reached = date.max
                return
            self._found.append(day)
            self._reached = day


def _days(recurrence: Recurrence, first: date) -> Iterator[date]:
    """Yield the days of a rule; what UNTIL and COUNT say of it stands beside it, and either ends it."""
    end = min(recurrence.until or LAST_DAY, LAST_DAY)
    if first > end:
        return iter(())
    starts = datetime.combine(first, time(0))
    from dateutil.rrule import rrulestr

    times = rrulestr(f"{recurrence.rule};UNTIL={end:%Y%m%d}T000000", dtstart=starts)
    return (moment.date() for moment in islice(times, min(recurrence.count or MOST_DAYS, MOST_DAYS)))
