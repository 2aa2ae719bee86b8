"""Some of the events, laid out so that a period finds what touches it; and the order in which people read them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from plugins.events.expand import Once, Times
from plugins.events.model import Occurrence


class Shelf:
    """Single events by their day, and the times of each series."""

    def __init__(self, held: Iterable[Once | Times]) -> None:
        everything = tuple(held)
        self.series = tuple(times for times in everything if isinstance(times, Times))
        single = [times for times in everything if isinstance(times, Once)]
        self._long = tuple(one for one in single if one.last_date > one.date)
        self._short = sorted((one for one in single if one.last_date == one.date), key=lambda one: one.date)
        self._days = [one.date for one in self._short]
        self._size = len(everything)

    def __len__(self) -> int:
        return self._size

    def between(self, first: date, last: date) -> Iterator[Occurrence]:
        """Yield what touches the days from first to last, in no order."""
        yield from (once.one for once in self._short[bisect_left(self._days, first) : bisect_right(self._days, last)])
        for once in self._long:
            yield from once.between(first, last)
        for times in self.series:
            yield from times.between(first, last)


def reading_order(one: Occurrence) -> tuple[datetime, str, str]:
    """Return by what occurrences are sorted: start, title and id."""
    return one.starts.astimezone(UTC), one.event.summary, one.event.uid


def marked(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Return the same, with `again` on what is already listed in its month."""
    seen: set[tuple[str, int, int]] = set()
    marked = []
    for one in found:
        month = (one.event.uid, one.date.year, one.date.month)
        marked.append(replace(one, again=True) if month in seen else one)
        seen.add(month)
    return tuple(marked)


def stretches(first: date, days: int) -> Iterator[tuple[date, date]]:
    """Yield ever longer periods, so that the next few dates are found without working out a year of them."""
    behind, ahead = 0, 8
    while behind <= days:
        until = min(ahead, days + 1)
        yield first + timedelta(days=behind), first + timedelta(days=until)
        behind, ahead = until + 1, ahead * 3
