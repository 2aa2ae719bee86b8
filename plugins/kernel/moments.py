"""When now is, and which moment a date and a time on a library's wall mean."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MIDNIGHT = time(0)


class WallTime(StrEnum):
    """How often the clock on the wall showed a time that day."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


def combine(day: date, at: time, zone: tzinfo) -> tuple[datetime, WallTime]:
    """Return the moment of a wall time, and how often that time is on the wall when the clocks change.

    As RFC 5545 (section 3.3.5) has it: a time that never was is counted from before the change, so that 2:30 becomes
    3:30; of a time that was there twice, the first is meant.
    """
    moment = datetime.combine(day, at.replace(tzinfo=None, fold=0), zone)
    later = moment.replace(fold=1)
    if moment.utcoffset() == later.utcoffset():
        return moment, WallTime.ONCE
    seen = moment.astimezone(UTC).astimezone(zone)
    if seen.replace(tzinfo=None, fold=0) != moment.replace(tzinfo=None, fold=0):
        return seen, WallTime.NEVER
    return moment, WallTime.TWICE


def parse_now(text: str, zone: tzinfo) -> datetime:
    """Return the moment of an ISO date or date and time, in the library's zone; a date alone means 00:00.

    Raises ValueError with a sentence for people.
    """
    try:
        given = datetime.fromisoformat(text.strip())
    except ValueError:
        sentence = f'"{text}" is not a date or a moment: write 2026-10-08 or 2026-10-08T14:20.'
        raise ValueError(sentence) from None
    if given.tzinfo is not None:
        return given.astimezone(zone)
    return combine(given.date(), given.time(), zone)[0]


def now_from(text: str, environ: Mapping[str, str], clock: Callable[[], float], zone: tzinfo) -> datetime:
    """Return the build's one "now": what was asked for, else SOURCE_DATE_EPOCH, else the clock (time.time).

    Raises ValueError with a sentence for people.
    """
    if text.strip():
        return parse_now(text, zone)
    epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.fromtimestamp(clock(), UTC).astimezone(zone)
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        sentence = f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds since 1970.'
        raise ValueError(sentence) from None


def zone_named(name: str) -> ZoneInfo | None:
    """Return the time zone of a name such as "America/Denver", or None when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def month_last(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def next_month(day: date) -> date:
    """Return the first day of the month after a day's."""
    return month_last(day) + timedelta(days=1)
