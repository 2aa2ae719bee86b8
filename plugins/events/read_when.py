"""When the event of a row takes place: its dates, times, days and repetition, from whichever columns say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from plugins.events import rules
from plugins.events.parse_date import UnreadableDateError
from plugins.events.parse_days import Days
from plugins.events.parse_moment import Moment, parse_moment
from plugins.events.parse_time import UnreadableTimeError
from plugins.events.read_clock import NOTHING_SAID, Clock, joined_days, not_yet, read_day_cell, read_time_cell
from plugins.events.read_end import end_of_series, with_end
from plugins.events.row import Row
from plugins.events.time_zones import letters_of, zone_of
from plugins.events.words import ALL_DAY, NO, YES
from plugins.kernel.moments import MIDNIGHT, WallTime, combine
from plugins.kernel.problems import Severity

DAY = timedelta(days=1)
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When something takes place; an all-day event ends at the midnight after its last day.

    `also` and `until` are what the cells of the dates say of a series.
    """

    starts: datetime
    ends: datetime | None
    all_day: bool
    also: tuple[date, ...] = ()
    until: date | None = None
    remark: str = ""


def read_when(row: Row) -> When | None:
    """Return when the event of a row takes place, or None with the reasons noted in the row."""
    before = len(row.problems)
    first = read_day_cell(row, "date", row.year) if row.text("date") else _parts_of_date(row)
    start = read_time_cell(row, "start", row.year)
    year = (first.day or start.day or date.min).year if first.day or start.day else None
    last, end = read_day_cell(row, "end_date", year), read_time_cell(row, "end", year)
    zone = _zone(row)
    if any(problem.severity is Severity.ERROR for problem in row.problems[before:]):
        return None
    start = _joined(row, first, start, "start")
    end = _joined(row, last, end, "end")
    until = end_of_series(row, start, end)
    end = with_end(row, start, end if until is None else replace(end, day=None))
    if start.day is None:
        row.report(rules.NO_DATE, "date", "The row has no date.", "Write one as 2026-10-17.")
    if row.failed or start.day is None:
        return None
    all_day, start, end = _whole_days(row, start, end)
    if all_day:
        when = _days(row, start, end)
    elif start.at is None:
        what = "It says when it ends, but not when it starts."
        row.report(rules.START_MISSING, "start", what, "Write the start time.")
        return None
    else:
        when = _times(row, start, end, zone)
    also = joined_days(first.also, start.also)
    if when is None or not (also or until or start.remark):
        return when
    return replace(when, also=also, until=until, remark=start.remark)


def _parts_of_date(row: Row) -> Clock:
    """Return the day that columns for year, month and day give together."""
    year, month, day = (row.text(name) for name in ("year", "month", "day"))
    if not (year and month and day) or not day.rstrip(".").isdecimal():
        return NOTHING_SAID
    text = f"{year}-{month}-{day}" if month.isdecimal() else f"{day} {month} {year}"
    found = row.sheet.memo.days(text, "", None)
    return Clock(day=found.first.day) if isinstance(found, Days) else NOTHING_SAID


def read_moment(row: Row, name: str) -> Moment | None:
    """Return the date, and the time if it has one, of a cell; what cannot be read is noted in the row."""
    return _moment(row, name, row.text(name)) if row.text(name) else None


def _moment(row: Row, name: str, text: str) -> Moment | None:
    try:
        return parse_moment(text, row.order(name))
    except UnreadableDateError as refusal:
        row.report(rules.UNREADABLE_DATE, name, not_yet(text) or str(refusal), refusal.cure, text)
    except UnreadableTimeError as refusal:
        row.report(rules.UNREADABLE_TIME, name, str(refusal), refusal.cure, text)
    return None


def _zone(row: Row) -> tzinfo:
    text = row.text("time_zone")
    if not text:
        return row.sheet.time_zone
    zone = row.sheet.time_zone if text.upper() in letters_of(row.sheet.time_zone) else zone_of(text)
    if zone is None:
        row.report(
            rules.UNKNOWN_ZONE, "time_zone", f'"{text}" is no time zone we know.', "Write one as America/Denver."
        )
    return zone or row.sheet.time_zone


def _joined(row: Row, day: Clock, clock: Clock, name: str) -> Clock:
    """Return what a date's and a time's column say together; midnight in a column of dates is no time."""
    if day.day is None:
        return clock
    if clock.day not in {None, day.day} or (day.at not in {None, MIDNIGHT, clock.at} and clock.at is not None):
        what = f'"{row.text(name)}" and "{row.text("date" if name == "start" else "end_date")}" contradict each other.'
        row.report(rules.TWO_DATES, name, what, "Correct the one that is wrong.")
    if clock.at is not None or clock.all_day or day.at == MIDNIGHT:
        return Clock(
            day=day.day,
            at=clock.at,
            offset=clock.offset,
            all_day=clock.all_day,
            last_day=day.last_day or clock.last_day,
            last_at=clock.last_at or day.last_at,
            also=clock.also,
            remark=clock.remark,
        )
    return day


def _whole_days(row: Row, start: Clock, end: Clock) -> tuple[bool, Clock, Clock]:
    """Return whether the event has days only; times that only say so (00:00 to 23:59) are taken away."""
    said = _says_all_day(row) or start.all_day
    midnight_to_midnight = start.at == MIDNIGHT and (end.at is None or end.at >= LAST_MINUTE)
    if midnight_to_midnight and (said or end.at is not None):
        if not said:
            row.report(rules.ALL_DAY_GUESSED, "start", "It lasts from 00:00 to 23:59: taken to last all day.", _SAY_SO)
        return True, replace(start, at=None), Clock(day=end.day)
    if said and (start.at is not None or end.at is not None):
        if start.at == end.at == MIDNIGHT:
            return True, replace(start, at=None), Clock(day=end.day)
        what = "It says that it lasts all day and gives times; we go by the times."
        row.report(rules.ALL_DAY_WITH_TIMES, "all_day", what, "Empty all_day, or start and end.")
        return False, start, end
    if not said and start.at is None and end.at is None:
        rule = rules.ALL_DAY_GUESSED if row.sheet.foreign else rules.NO_START_TIME
        row.report(rule, "start", "It has no start time, so it is shown as lasting all day.", _SAY_SO)
    return said or (start.at is None and end.at is None), start, end


_SAY_SO = "Write the start time, or yes in all_day."


def _says_all_day(row: Row) -> bool:
    word = row.word("all_day")
    if word in YES or word in NO or word in ALL_DAY:
        return word not in NO
    if row.text("all_day"):
        row.report(rules.UNKNOWN_WORD, "all_day", f'"{word}" is neither yes nor no.', "Write yes, or leave it empty.")
    return False


def _days(row: Row, start: Clock, end: Clock) -> When | None:
    first = start.day or date.min
    last = end.day or first
    if last < first:
        row.report(
            rules.END_BEFORE_START,
            "end_date",
            f"It would end on {last}, before it starts on {first}.",
            "Correct one of them.",
        )
        return None
    zone = row.sheet.time_zone
    starts, ends = combine(first, MIDNIGHT, zone)[0], combine(last + DAY, MIDNIGHT, zone)[0]
    return When(starts=starts, ends=ends, all_day=True)


def _times(row: Row, start: Clock, end: Clock, zone: tzinfo) -> When | None:
    starts = moment_of(row, start, zone, "start")
    if end.at is None:
        later = end.day is not None and start.day is not None and end.day > start.day
        if row.sheet.layout.has("end"):
            row.report(rules.NO_END, "end", "It does not say when it ends.", "Write the time in the column end.")
        after = Clock(day=end.day + DAY, at=MIDNIGHT) if later and end.day else None
        ends = None if after is None else moment_of(row, after, zone, "end")
        return When(starts=starts, ends=ends, all_day=False)
    last = end.day or start.day or date.min
    midnight_after = end.at == MIDNIGHT and end.offset is None and last == start.day
    closing = Clock(day=last + DAY if midnight_after else last, at=end.at, offset=end.offset)
    ends = moment_of(row, closing, zone, "end")
    if ends.astimezone(UTC) == starts.astimezone(UTC) and row.sheet.foreign:
        row.report(rules.NO_END, "end", "It ends when it starts, so its end is taken as unknown.", "Correct the end.")
        return When(starts=starts, ends=None, all_day=False)
    if ends.astimezone(UTC) <= starts.astimezone(UTC):
        report_end(row, starts, ends)
        return None
    return When(starts=starts, ends=ends, all_day=False)


def report_end(row: Row, starts: datetime, ends: datetime) -> None:
    """Note in the row that it would end before it starts."""
    cure = "Correct one of them."
    if starts.date() == ends.date() and not row.text("end_date"):
        cure = f"Correct one of them; if it goes on past midnight, write {ends.date() + DAY} in the column end_date."
    what = f"It would end at {ends:%Y-%m-%d %H:%M}, which is not after its start, {starts:%Y-%m-%d %H:%M}."
    row.report(rules.END_BEFORE_START, "end", what, cure)


def moment_of(row: Row, clock: Clock, zone: tzinfo, name: str) -> datetime:
    """Return a clock's moment in the wall time of the branch."""
    day, at = clock.day or date.min, clock.at or MIDNIGHT
    if clock.offset is not None:
        return datetime.combine(day, at, clock.offset).astimezone(row.sheet.time_zone)
    moment, shown = combine(day, at, zone)
    if shown is WallTime.NEVER:
        what = f"The clocks go forward over {at:%H:%M} on {day}; it is shown as {moment:%H:%M}."
        row.report(rules.CLOCK_SKIPS, name, what, "Write the time that is meant.")
    if shown is WallTime.TWICE:
        what = f"The clocks show {at:%H:%M} twice on {day}; the first is taken."
        row.report(rules.CLOCK_TWICE, name, what, "If the second is meant, write the time with its offset from UTC.")
    return moment if zone is row.sheet.time_zone else moment.astimezone(row.sheet.time_zone)
