"""Days and moments of library.toml: 2026-12-24, "12-25" for every year, 2026-01-14T11:00."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo

from plugins.kernel.library import SpecialDay
from plugins.kernel.moments import MIDNIGHT, combine
from plugins.library.unclear import UnclearError

# A year with a 29 February, in which days of every year are counted.
_LEAP_YEAR = 2028
# Before and after these, a time zone may lead out of the calendar.
_YEARS = range(1900, 9000)
_MONTH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})")
_CURE = 'Write a day as 2026-12-24, or one of every year as "12-24": the month first.'


def parse_day(value: object) -> tuple[date, bool]:
    """Return a date, and whether it is one of every year (its own year then means nothing); raises UnclearError."""
    if isinstance(value, datetime):
        return value.date(), False
    if isinstance(value, date):
        return value, False
    text = str(value).strip()
    yearly = _MONTH_DAY.fullmatch(text)
    try:
        return date(_LEAP_YEAR, int(yearly[1]), int(yearly[2])) if yearly else date.fromisoformat(text), bool(yearly)
    except ValueError:
        raise UnclearError(f'"{value}" is not a day.', _CURE) from None


def parse_days(first: object, last: object | None) -> tuple[SpecialDay, ...]:
    """Return the days from first to last, without hours or reason; days of every year come one by one.

    Raises UnclearError.
    """
    start, yearly = parse_day(first)
    end, end_yearly = (start, yearly) if last is None else parse_day(last)
    if yearly != end_yearly:
        raise UnclearError(
            f'"{first}" and "{last}" are not of the same kind.', "Give both with a year, or both without."
        )
    if yearly:
        return _yearly(start, end)
    if end < start:
        raise UnclearError(f'The last day, "{last}", comes before the first, "{first}".', "Swap the two.")
    return (SpecialDay(first=start, last=end),)


def _yearly(start: date, end: date) -> tuple[SpecialDay, ...]:
    """From "12-31" until "01-02" is three days."""
    if end < start:
        end = end.replace(year=end.year + 1)
    days = (start + timedelta(days=ahead) for ahead in range((end - start).days + 1))
    return tuple(SpecialDay(month_day=(day.month, day.day)) for day in days)


def parse_moment(value: object, zone: tzinfo, *, end_of_day: bool) -> datetime:
    """Return a moment in the library's zone; a day alone is its first moment, or its last. Raises UnclearError."""
    if not isinstance(value, date):
        value = _moment_of_text(str(value))
    if value.year not in _YEARS:
        raise UnclearError(
            f'The year of "{value}" is out of reach.', f"Write one between {_YEARS[0]} and {_YEARS[-1]}."
        )
    if not isinstance(value, datetime):
        return combine(value + timedelta(days=int(end_of_day)), MIDNIGHT, zone)[0]
    if value.tzinfo is not None:
        return value.astimezone(zone)
    return combine(value.date(), value.time(), zone)[0]


def _moment_of_text(text: str) -> date | datetime:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        raise UnclearError(f'"{text}" is not a moment.', "Write 2026-01-14T11:00: the day, a T, the time.") from None
