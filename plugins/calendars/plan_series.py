"""Says a series as calendars want it: a rule, the days that are out, those added, and those that are different."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date

from plugins.calendars.model import Series
from plugins.events.model import Event, Occurrence
from plugins.kernel.moments import combine


def plan_series(event: Event, times: Sequence[Occurrence], ruled: Sequence[date]) -> Series:
    """Return the series of the times at which an event takes place within a period (at least one).

    `ruled` is every day that the rule names, at least up to the last of them.
    """
    by_day = {one.on: one for one in sorted(times, key=lambda one: one.on)}
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


def plain(event: Event, one: Occurrence) -> Occurrence:
    """Return one of the times of a series as the series has it, without what is different about it."""
    if one.change is None:
        return one
    starts, _ = combine(one.on, event.starts.time(), event.starts.tzinfo or UTC)
    if event.ends is None:
        return Occurrence(event=event, starts=starts)
    wall = starts.replace(tzinfo=None) + (event.ends.replace(tzinfo=None) - event.starts.replace(tzinfo=None))
    return Occurrence(event=event, starts=starts, ends=combine(wall.date(), wall.time(), event.starts.tzinfo or UTC)[0])
