"""The new time of one day of a series: what a row says of it, and the rest as the series has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from plugins.events.model import Event, Occurrence
from plugins.events.parse_moment import Moment
from plugins.events.read_clock import Clock, read_time_cell
from plugins.events.read_when import moment_of, read_moment, report_end
from plugins.events.row import Row
from plugins.kernel.moments import MIDNIGHT, combine

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTime:
    """When it starts and ends that day; None where that is as in the series."""

    starts: datetime | None = None
    ends: datetime | None = None


def read_new_time(row: Row, event: Event, on: date) -> NewTime | None:
    """Return the new time of a day, or None with the reason noted in the row.

    A date that the row of the series has as well was copied along with it, and moves nothing.
    """
    first, last = _unless_copied(row, "date", event), _unless_copied(row, "end_date", event)
    start, end = read_time_cell(row, "start"), read_time_cell(row, "end")
    end = Clock(at=start.last_at) if end.at is None else end
    if row.failed:
        return None
    day = (first.day if first else start.day) or on
    if event.all_day:
        return _whole_days(event, day, last.day if last else None, on)
    zone = event.starts.tzinfo or UTC
    at = start.at or (first.at if first else None) or event.starts.time()
    starts = moment_of(row, Clock(day=day, at=at, offset=start.offset), zone, "start")
    closing = _closing(end, (last.day if last else end.day) or starts.date())
    ends = None if closing is None else moment_of(row, closing, zone, "end")
    if ends is not None and ends.astimezone(UTC) <= starts.astimezone(UTC):
        report_end(row, starts, ends)
        return None
    planned = combine(on, event.starts.time(), zone)[0]
    return _what_differs(event, planned, starts, ends)


def _unless_copied(row: Row, name: str, event: Event) -> Moment | None:
    moment = read_moment(row, name)
    series = Occurrence(event=event, starts=event.starts, ends=event.ends)
    return None if moment is None or moment.day in {series.date, series.last_date} else moment


def _closing(end: Clock, day: date) -> Clock | None:
    if end.at is None:
        return None
    return Clock(day=day + DAY if end.at == MIDNIGHT and end.day is None else day, at=end.at, offset=end.offset)


def _what_differs(event: Event, planned: datetime, starts: datetime, ends: datetime | None) -> NewTime:
    if starts != planned:
        return NewTime(starts=starts, ends=ends)
    wall = None if event.ends is None else event.ends.replace(tzinfo=None) - event.starts.replace(tzinfo=None)
    is_as_planned = ends is not None and wall == ends.replace(tzinfo=None) - starts.replace(tzinfo=None)
    return NewTime(ends=None if is_as_planned else ends)


def _whole_days(event: Event, day: date, last: date | None, on: date) -> NewTime:
    zone = event.starts.tzinfo or UTC
    ends = None if last is None else combine(last + DAY, MIDNIGHT, zone)[0]
    return NewTime(starts=None if day == on else combine(day, MIDNIGHT, zone)[0], ends=ends)
