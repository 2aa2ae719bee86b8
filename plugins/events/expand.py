"""When an event takes place: every date between two days, in the branch's wall time, less the days it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from plugins.events.model import Event, Occurrence, Skipped
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, OpeningHours
from plugins.kernel.moments import combine

WEEK = timedelta(weeks=1)
LONGEST = timedelta(days=3660)


def occurrences(event: Event, first: date, last: date) -> tuple[Occurrence, ...]:
    """Return the times an event takes place that touch the days from first to last, in order."""
    dates = (day for day in _dates(event, first, last) if _closed(event, day) is None)
    found = (_on(event, day) for day in dates)
    return tuple(one for one in found if one.date <= last and one.last_date >= first)


def skipped(event: Event, first: date, last: date) -> tuple[Skipped, ...]:
    """Return the weekly dates from first to last that fall out because the branch is closed, with the reason.

    A date that is in `except` as well is among them: people want to know why.
    """
    days = _weekly(event, first, last, frozenset()) if event.repeats == "weekly" else ()
    reasons = ((day, _closed(event, day)) for day in days)
    return tuple(Skipped(event=event, date=day, reason=reason) for day, reason in reasons if reason is not None)


def _dates(event: Event, first: date, last: date) -> Iterator[date]:
    """Yield the start dates that could touch the days from first to last, in order."""
    length = _wall_length(event)
    earliest = first - timedelta(days=length.days + 1) if length > timedelta(0) else first
    dates = {event.starts.date(), *event.also} - event.excluded
    dates = {day for day in dates if earliest <= day <= last}
    if event.repeats == "weekly":
        dates.update(_weekly(event, earliest, last, event.excluded))
    yield from sorted(dates)


def _weekly(event: Event, earliest: date, last: date, excluded: frozenset[date]) -> Iterator[date]:
    start = event.starts.date()
    behind = max(0, (earliest - start).days)
    day = start + WEEK * -(-behind // 7)
    end = last if event.until is None else min(last, event.until)
    while day <= end:
        if day not in excluded:
            yield day
        day += WEEK


def _wall_length(event: Event) -> timedelta:
    if event.ends is None:
        return timedelta(0)
    length = event.ends.replace(tzinfo=None) - event.starts.replace(tzinfo=None)
    return max(timedelta(0), min(length, LONGEST))


def _on(event: Event, day: date) -> Occurrence:
    if day == event.starts.date():
        return Occurrence(event=event, starts=event.starts, ends=event.ends)
    zone, wall = event.starts.tzinfo or UTC, event.starts.time()
    starts, _ = combine(day, wall, zone)
    if event.ends is None:
        return Occurrence(event=event, starts=starts)
    wall_end = datetime.combine(day, wall) + _wall_length(event)
    ends, _ = combine(wall_end.date(), wall_end.time(), zone)
    if ends.astimezone(UTC) <= starts.astimezone(UTC):  # The clocks skipped its start, and not its end.
        ends = (starts.astimezone(UTC) + _wall_length(event)).astimezone(zone)
    return Occurrence(event=event, starts=starts, ends=ends)


def _closed(event: Event, day: date) -> Phrase | None:
    """Return why a weekly date falls out; what staff wrote as an extra date (`also`) stays."""
    if event.branch is None or not event.repeats or day in event.also:
        return None
    return closure(event.branch, day, None if event.all_day else event.starts.time())


def closure(branch: Branch, day: date, wall: time | None) -> Phrase | None:
    """Return why a branch that is usually open at a time is closed then on a special day; None when it is not."""
    special = branch.special_on(day)
    if special is None:
        return None
    if not special.hours:
        return special.reason
    if wall is None or _open(special.hours, wall) or not _open(branch.week[day.weekday()], wall):
        return None
    return special.reason


def _open(hours: tuple[OpeningHours, ...], wall: time) -> bool:
    minute = wall.hour * 60 + wall.minute
    return any(stretch.opens_minute <= minute < stretch.closes_minute for stretch in hours)
