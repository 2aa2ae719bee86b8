"""A row of another system that gives the days of the week between two dates: from 1 October to 15 December, T,Th."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from plugins.events import rules
from plugins.events.model import Recurrence
from plugins.events.parse_repeat import parse_letters
from plugins.events.read_when import When
from plugins.events.row import Row
from plugins.events.rule_days import RuleDays
from plugins.kernel.moments import MIDNIGHT, combine

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The first time of such a row, and how it goes on from there."""

    when: When
    recurrence: Recurrence


def read_range(row: Row, when: When) -> Range | None:
    """Return the series of a row whose two dates are those of the whole of it; None for any other row."""
    letters = parse_letters(row.text("repeat")) if row.sheet.foreign else None
    first, last = when.starts.date(), (when.ends or when.starts).date()
    if when.all_day and when.ends is not None:
        last -= DAY
    if letters is None or last <= first or row.text("until"):
        return None
    days = RuleDays(letters, first).between(first, last)
    if not days:
        what = f'None of the days from {first} to {last} is one of "{row.text("repeat")}".'
        row.report(rules.NOT_ITS_OWN_DAY, "repeat", what, "Correct the dates or the days of the week.")
        return None
    zone = when.starts.tzinfo or UTC
    starts = combine(days[0], when.starts.time(), zone)[0]
    recurrence = Recurrence(rule=letters.rule, until=last)
    return Range(when=replace(when, starts=starts, ends=_end(when, starts)), recurrence=recurrence)


def _end(when: When, starts: datetime) -> datetime | None:
    """Return the end on the day of the start, or on the next when it is earlier on the clock."""
    if when.ends is None:
        return None
    zone, at = starts.tzinfo or UTC, MIDNIGHT if when.all_day else when.ends.time()
    is_next_day = when.all_day or at <= starts.time()
    return combine(starts.date() + DAY if is_next_day else starts.date(), at, zone)[0]
