"""What the cells of a row say about its days and its times of day, each read for itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, time, timezone

from plugins.events import rules
from plugins.events.parse_date import NoYearError, UnreadableDateError
from plugins.events.parse_days import Days
from plugins.events.parse_hours import Hours
from plugins.events.parse_time import UnreadableTimeError
from plugins.events.row import Row
from plugins.events.time_zones import letters_of
from plugins.events.words import ALL_DAY, is_not_yet
from plugins.kernel.moments import MIDNIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What the cell of a start or an end says: a time, a date, both, or that it lasts all day.

    `last_day` and `last_at` are an end in the same cell, `also` more days, `remark` words that say more than the time.
    """

    day: date | None = None
    at: time | None = None
    offset: timezone | None = None
    all_day: bool = False
    last_day: date | None = None
    last_at: time | None = None
    also: tuple[date, ...] = ()
    remark: str = ""


NOTHING_SAID = Clock()


def read_day_cell(row: Row, name: str, year: int | None = None) -> Clock:
    """Return what the cell of a date says; what cannot be read is noted in the row."""
    text = row.text(name)
    if not text:
        return NOTHING_SAID
    days = _read(row, name, text, year)
    return NOTHING_SAID if days is None else _clock_of_days(row, name, text, days)


def read_time_cell(row: Row, name: str, year: int | None = None) -> Clock:
    """Return what the cell of a time says, which may be a date as well; what cannot be read is noted in the row."""
    text = row.text(name)
    if not text:
        return NOTHING_SAID
    if text.casefold() in ALL_DAY:
        return Clock(all_day=True)
    hours = row.sheet.memo.hours(text)
    if isinstance(hours, UnreadableTimeError):
        return _time_with_date(row, name, text, hours, year)
    if name == "start" and text.startswith("24"):
        row.report(rules.UNREADABLE_TIME, name, f'"{text}" ends a day.', "Write 00:00 and the date of the next day.")
    return _clock_of_hours(row, name, text, hours)


def read_dates(row: Row, name: str) -> tuple[date, ...]:
    """Return the dates of a list, in order; what cannot be read is noted in the row."""
    parts = [part.strip() for text in row.texts(name) for part in text.replace("\n", ";").split(";")]
    found = [_read(row, name, part, None) for part in parts if part]
    return tuple(sorted({day for days in found if days is not None for day in (days.first.day, *days.also)}))


def _read(row: Row, name: str, text: str, year: int | None) -> Days | None:
    found = row.sheet.memo.days(text, row.order(name), year)
    if isinstance(found, Days):
        return found
    if isinstance(found, UnreadableTimeError):
        row.report(rules.UNREADABLE_TIME, name, str(found), found.cure, text)
        return None
    cure = "Write the year as well: 2026-10-17." if isinstance(found, NoYearError) else found.cure
    row.report(rules.UNREADABLE_DATE, name, not_yet(text) or str(found), cure, text)
    return None


def _clock_of_days(row: Row, name: str, text: str, days: Days) -> Clock:
    if days.inferred:
        row.report(rules.INFERRED, name, days.inferred, CHECK, text)
    elif name in row.sheet.years_of and row.year is not None and row.sheet.memo.lacks_year(text, row.order(name)):
        what = f'"{text}" has no year; the order of the rows leaves only {days.first.day.year}.'
        row.report(rules.INFERRED, name, what, CHECK, text)
    clock = Clock(
        day=days.first.day,
        at=days.first.at,
        offset=_offset(row, days.first.offset),
        last_day=days.last,
        last_at=days.ends,
        also=days.also,
        remark=days.remark,
    )
    return _in_zone(row, name, clock, days.zone)


CHECK = "Nothing to do, if that is right."


def _clock_of_hours(row: Row, name: str, text: str, hours: Hours) -> Clock:
    if hours.inferred:
        row.report(rules.INFERRED, name, hours.inferred, CHECK, text)
    clock = Clock(at=hours.starts, offset=_offset(row, hours.offset), last_at=hours.ends, remark=hours.remark)
    return _in_zone(row, name, clock, hours.zone)


def _time_with_date(row: Row, name: str, text: str, refusal: UnreadableTimeError, year: int | None) -> Clock:
    found = row.sheet.memo.days(text, row.order(name), year)
    if isinstance(found, Days):
        return _clock_of_days(row, name, text, found)
    if isinstance(found, UnreadableDateError) and (text.count("/") > 1 or text.count("-") > 1):
        row.report(rules.UNREADABLE_DATE, name, str(found), found.cure)
        return NOTHING_SAID
    other = found if isinstance(found, UnreadableTimeError) else refusal
    row.report(rules.UNREADABLE_TIME, name, not_yet(text) or str(other), other.cure)
    return NOTHING_SAID


def not_yet(text: str) -> str:
    """Return that a text says "to be announced", or "" when it says something else."""
    return f'"{text}": it is not known yet, so the event cannot be announced.' if is_not_yet(text) else ""


def _offset(row: Row, offset: timezone | None) -> timezone | None:
    """Return an offset, unless the file writes the same one (that of UTC) beside times that are those of a wall."""
    return None if row.sheet.is_wall_time and offset == UTC else offset


def _in_zone(row: Row, name: str, clock: Clock, letters: str) -> Clock:
    """Return a clock that was written with the letters of a zone; those of another zone than the file's are noted."""
    if not letters or letters.upper() in letters_of(row.sheet.time_zone):
        return clock
    what = f'"{row.text(name)}" is in the time zone {letters}, and this file is read in {row.sheet.time_zone}.'
    row.report(rules.UNKNOWN_ZONE, name, what, "Write the time by the library's clock, or use a column time_zone.")
    return replace(clock, at=clock.at or MIDNIGHT)


def joined_days(*parts: Iterable[date]) -> tuple[date, ...]:
    """Return the days of several lists, each once, in order."""
    return tuple(sorted({day for part in parts for day in part}))
