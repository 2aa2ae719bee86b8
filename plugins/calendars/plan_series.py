"""Says a series as calendars want it: a rule, the days that are out, the days added, and the days that are different."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from dateutil.rrule import rrulestr

from plugins.calendars.model import Series
from plugins.events.model import Event, Occurrence
from plugins.kernel.moments import combine


def plan_series(event: Event, times: Sequence[Occurrence]) -> Series:
    """Return the series of the times at which an event takes place within a period (at least one)."""
    by_day = {one.on: one for one in sorted(times, key=lambda one: one.on)}
    ruled = rule_days(event, max(by_day))
    kept = [day for day in ruled if day in by_day]
    changed = tuple(one for one in by_day.values() if one.change is not None)
    # What is added before the rule begins cannot follow its first day: then every day is named.
    if len(kept) < 2 or kept[0] > min(by_day):  # noqa: PLR2004 - one day is no rule
        first, *others = by_day
        return Series(first=plain(event, by_day[first]), added=tuple(others), changed=changed)
    excluded = tuple(day for day in ruled if kept[0] < day < kept[-1] and day not in by_day)
    return Series(
        first=plain(event, by_day[kept[0]]),
        rule=event.recurrence.rule if event.recurrence else "",
        until=plain(event, by_day[kept[-1]]),
        excluded=excluded,
        added=tuple(day for day in by_day if day not in set(kept)),
        changed=changed,
    )


def rule_days(event: Event, last: date) -> list[date]:
    """Return every day up to the last that the rule of a series names, whether or not it takes place then."""
    if event.recurrence is None:
        return []
    count = f";COUNT={event.recurrence.count}" if event.recurrence.count else ""
    start = datetime.combine(event.starts.date(), datetime.min.time())
    end = min(filter(None, (last, event.recurrence.until)))
    found: Iterable[datetime] = rrulestr(f"{event.recurrence.rule}{count}", dtstart=start)
    days = []
    for moment in found:
        if moment.date() > end:
            break
        days.append(moment.date())
    return days


def plain(event: Event, one: Occurrence) -> Occurrence:
    """Return one of the times of a series as the series has it, without what is different about it."""
    if one.change is None:
        return one
    starts, _ = combine(one.on, event.starts.time(), event.starts.tzinfo or UTC)
    if event.ends is None:
        return Occurrence(event=event, starts=starts)
    wall = starts.replace(tzinfo=None) + (event.ends.replace(tzinfo=None) - event.starts.replace(tzinfo=None))
    return Occurrence(event=event, starts=starts, ends=combine(wall.date(), wall.time(), event.starts.tzinfo or UTC)[0])
