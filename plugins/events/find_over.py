"""When an event is over: the last day on which any of its times takes place."""

from __future__ import annotations

from datetime import date

from plugins.events.expand import Times
from plugins.events.model import Event
from plugins.events.parse_date import EARLIEST_YEAR
from plugins.events.rule_days import LAST_DAY

EARLIEST = date(EARLIEST_YEAR, 1, 1)


def last_day(event: Event, before: date) -> date | None:
    """Return the last day of an event that is over before a day; None for one that is not, or may not be.

    A series is over when its rule has ended and none of its days, extra or moved ones, is left.
    """
    rule = event.recurrence
    if rule and rule.count is None and (rule.until is None or rule.until >= before):
        return None
    times = Times(event)
    if times.between(before, LAST_DAY):
        return None
    return max([event.starts.date(), *(one.last_date for one in times.between(EARLIEST, before))])


def count_coming(events: tuple[Event, ...], today: date) -> int:
    """Return how many events are not over."""
    return sum(last_day(event, today) is None for event in events)
