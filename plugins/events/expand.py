"""When an event takes place: every time between two days, in the branch's wall time, less the days it is closed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from plugins.events.model import Change, Event, Occurrence, Skipped
from plugins.events.rule_days import RuleDays
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, OpeningHours
from plugins.kernel.moments import combine

LONGEST = timedelta(days=3660)


class Once:
    """The one time of an event that is no series."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.one = Occurrence(event=event, starts=event.starts, ends=event.ends)
        self.date, self.last_date = self.one.date, self.one.last_date

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """Return the time if it touches the days from first to last."""
        return (self.one,) if self.date <= last and self.last_date >= first else ()

    def ruled(self, last: date) -> list[date]:
        """Return no day: there is no rule."""
        del last
        return []


class Times:
    """All times of one event; each is worked out once, because every list of a site asks for them again."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self._rule = RuleDays(event.recurrence, event.starts.date()) if event.recurrence else None
        self._listed = sorted({event.starts.date(), *event.also})
        self._made: dict[date, Occurrence] = {}
        self._reasons: dict[date, Phrase | None] = {}
        self._changed_days = frozenset(change.on for change in event.changes)
        self._changed = tuple(_changed(event, change) for change in event.changes)
        self._reach = timedelta(days=_wall_length(event).days)

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """Return the times that touch the days from first to last, in order."""
        days = self.days(first - self._reach, last)
        plain = [day for day in days if day not in self._changed_days and self._closed(day) is None]
        found = [*(self._on(day) for day in plain), *self._changed]
        touching = (one for one in found if one.date <= last and one.last_date >= first)
        return tuple(sorted(touching, key=_start)) if self._changed else tuple(touching)

    def skipped(self, first: date, last: date) -> tuple[Skipped, ...]:
        """Return the days from first to last that fall out because the branch is closed, or moved to another day.

        A closed day that is in `except` as well is among them: people want to know why.
        """
        rule = self._rule.between(first, last) if self._rule else []
        reasons = ((day, self._closed(day)) for day in rule if day not in self._changed_days)
        closed = [Skipped(event=self.event, date=day, reason=reason) for day, reason in reasons if reason is not None]
        moved = [Skipped(event=self.event, date=one.on, moved=one) for one in self._changed if one.date != one.on]
        return tuple(sorted([*closed, *(one for one in moved if first <= one.date <= last)], key=lambda one: one.date))

    def days(self, first: date, last: date) -> list[date]:
        """Return the days of the series from first to last, those on which the branch is closed as well."""
        found = self._rule.between(first, last) if self._rule else []
        if self.event.also or not self._rule:
            found = sorted({*found, *(day for day in self._listed if first <= day <= last)})
        return [day for day in found if day not in self.event.excluded] if self.event.excluded else found

    def ruled(self, last: date) -> list[date]:
        """Return every day up to the last that the rule names, whether or not it takes place then."""
        return self._rule.between(date.min, last) if self._rule else []

    def near(self, day: date) -> tuple[date, ...]:
        """Return the days of the series just before and just after one that is none of them."""
        listed = (one for one in (*self._listed, *(self._rule.near(day) if self._rule else ())))
        days = sorted({one for one in listed if one != day} - self.event.excluded)
        before, after = [one for one in days if one < day], [one for one in days if one > day]
        return (*before[-1:], *after[:1])

    def _on(self, day: date) -> Occurrence:
        if day not in self._made:
            self._made[day] = _on(self.event, day)
        return self._made[day]

    def _closed(self, day: date) -> Phrase | None:
        if day not in self._reasons:
            self._reasons[day] = _closed(self.event, day)
        return self._reasons[day]


def times_of(event: Event) -> Once | Times:
    """Return the times of an event."""
    return Times(event) if event.is_series else Once(event)


def occurrences(event: Event, first: date, last: date) -> tuple[Occurrence, ...]:
    """Return the times an event takes place that touch the days from first to last, in order."""
    return times_of(event).between(first, last)


def skipped(event: Event, first: date, last: date) -> tuple[Skipped, ...]:
    """Return the days of a series from first to last on which it is not, and why."""
    return Times(event).skipped(first, last) if event.recurrence or event.changes else ()


def _start(one: Occurrence) -> datetime:
    return one.starts.astimezone(UTC)


def _wall_length(event: Event) -> timedelta:
    if event.ends is None:
        return timedelta(0)
    length = event.ends.replace(tzinfo=None) - event.starts.replace(tzinfo=None)
    return max(timedelta(0), min(length, LONGEST))


def _on(event: Event, day: date) -> Occurrence:
    if day == event.starts.date():
        return Occurrence(event=event, starts=event.starts, ends=event.ends)
    starts, _ = combine(day, event.starts.time(), event.starts.tzinfo or UTC)
    return Occurrence(event=event, starts=starts, ends=_end(event, starts, datetime.combine(day, event.starts.time())))


def _changed(event: Event, change: Change) -> Occurrence:
    planned = _on(event, change.on)
    starts = change.starts or planned.starts
    ends = change.ends or (planned.ends if change.starts is None else _end(event, starts, starts.replace(tzinfo=None)))
    return Occurrence(event=event, starts=starts, ends=ends, change=change)


def _end(event: Event, starts: datetime, wall_start: datetime) -> datetime | None:
    """Return the end of what starts at a time: as long after it on the wall as the series has it."""
    if event.ends is None:
        return None
    length, zone = _wall_length(event), starts.tzinfo or UTC
    wall_end = wall_start + length
    ends, _ = combine(wall_end.date(), wall_end.time(), zone)
    if ends.astimezone(UTC) <= starts.astimezone(UTC):  # The clocks skipped its start, and not its end.
        return (starts.astimezone(UTC) + length).astimezone(zone)
    return ends


def _closed(event: Event, day: date) -> Phrase | None:
    """Return why a day of a rule falls out; what staff wrote as an extra date (`also`) stays."""
    if event.branch is None or event.recurrence is None or day in event.also:
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
