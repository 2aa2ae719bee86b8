"""When the event of a row ends: by its own columns, by the cell of its start, or by how long it lasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from plugins.events import rules
from plugins.events.parse_repeat import parse_letters
from plugins.events.read_clock import NOTHING_SAID, Clock
from plugins.events.read_duration import read_duration
from plugins.events.row import Row
from plugins.events.words import NO, YES
from plugins.kernel.moments import MIDNIGHT

DAY = timedelta(days=1)


def end_of_series(row: Row, start: Clock, end: Clock) -> date | None:
    """Return the last day of a series where another system has it in the column of the end of an event."""
    if not row.sheet.foreign or start.day is None or end.day is None or end.day - start.day <= DAY:
        return None
    says_how = row.word("repeat") not in NO | YES and parse_letters(row.text("repeat")) is None
    return end.day if says_how and not row.text("until") else None


def with_end(row: Row, start: Clock, end: Clock) -> Clock:
    """Return the end that its own columns say, else that in the cell of the start, else that of a duration."""
    if start.last_day is not None and end.day not in {None, start.last_day}:
        what = f'"{row.text("date") or row.text("start")}" and "{row.text("end_date")}" contradict each other.'
        row.report(rules.TWO_DATES, "end_date", what, "Correct the one that is wrong.")
    if end.at is None and not end.all_day and start.last_at is not None:
        end = replace(end, at=start.last_at, offset=start.offset)
        if start.at is not None and end.day is None and start.last_day is None and MIDNIGHT < start.last_at <= start.at:
            end = replace(end, day=(start.day or date.min) + DAY)
    if end.day is None and start.last_day is not None:
        end = replace(end, day=start.last_day)
    if end == NOTHING_SAID and start.at is not None and start.day is not None:
        return _after_duration(row, start)
    return end


def _after_duration(row: Row, start: Clock) -> Clock:
    length = read_duration(row)
    if length is None or start.day is None or start.at is None:
        return NOTHING_SAID
    ends = datetime.combine(start.day, start.at) + length
    return Clock(day=ends.date(), at=ends.time(), offset=start.offset)
