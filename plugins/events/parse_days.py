"""What a cell of a date says when it says more than a day: 23-25/01/2024, several dates, 17 October 7pm - 9pm."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypeVar

from plugins.events.month_names import FULL_NAMES, MONTHS, WEEKDAYS
from plugins.events.parse_date import (
    SERIAL,
    SERIAL_DAY_ZERO,
    NoYearError,
    Order,
    UnreadableDateError,
    parse_date,
    serial_date,
)
from plugins.events.parse_hours import Hours, parse_hours
from plugins.events.parse_moment import Moment, parse_moment
from plugins.events.parse_time import UnreadableTimeError

Found = TypeVar("Found")
LONGEST = timedelta(days=366)
MINUTES_IN_A_DAY = 1440
MOST_WORDS_OF_A_TIME = 6
_SERIALS = (36526, 55153)  # The years 2000 to 2050, as a spreadsheet program counts days.
_BETWEEN = r"\s*(?:-|–|—|~|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bbis\b|\bal\b|\ba\b|\bau\b|\bt/m\b)\s*"
_SPACED = re.compile(
    r"\s+(?:-|–|—|~|to|until|till?|through|thru|bis(?: zum)?|al|a|au|t/m)\s+|\s*[–—~]\s*|(?<=\d)/(?=\d{4}-)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(rf"(\d{{1,2}})\.?{_BETWEEN}(\d{{1,2}}([/.])\d{{1,2}}\3(?:\d{{4}}|\d{{2}}))", re.IGNORECASE)
_LAST_NUMBERS = re.compile(r"((\d{4})([./])(\d{1,2})\3\d{1,2})\s*[-–—~]\s*(?:(\d{1,2})\3)?(\d{1,2})")
_WHOLE = re.compile(r"(\d{1,2}([/.])\d{1,2}\2\d{2,4})-(\d{1,2}\2\d{1,2}\2\d{2,4})")
_DAY_BEFORE_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?{_BETWEEN}(\d{{1,2}}\D.*)", re.IGNORECASE)
_MONTH_BEFORE_DAY = re.compile(
    rf"([^\W\d_]+\.?)\s+(\d{{1,2}})(?:st|nd|rd|th)?{_BETWEEN}(\d{{1,2}})((?:st|nd|rd|th)?\b.*)", re.IGNORECASE
)
_DAY_ALONE = re.compile(r"(?:([^\W\d_]+)\.?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?", re.IGNORECASE)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_AND = r"\s*(?:,|&|\+|\band\b|\bund\b|\by\b|\bet\b|\be\b)\s*(?:and\s+)?"
_DAYS_OF_MONTH = re.compile(rf"({_NUMBER}(?:{_AND}{_NUMBER})+)\s+([^\W\d].*)", re.IGNORECASE)
_MONTH_OF_DAYS = re.compile(rf"([^\W\d_]+\.?)\s+({_NUMBER}(?:{_AND}{_NUMBER})+)((?:,|\s)\s*\d{{4}})?", re.IGNORECASE)
_LIST = re.compile(r"\s*[;|\n]\s*|\s+(?:&|and|und|y|et|e|en)\s+|\s*,\s*(?:and\s+)?", re.IGNORECASE)
_SEVERAL = "Write the first in date, and the last in end_date or more in also."


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first day (with its time), the last one and the time it ends, and more days on which the same is on."""

    first: Moment
    last: date | None = None
    ends: time | None = None
    also: tuple[date, ...] = ()
    zone: str = ""
    remark: str = ""
    inferred: str = ""


def parse_days(text: str, order: Order = "", year: int | None = None) -> Days:
    """Return the days in a text; `year` is that of a text without one.

    Raises UnreadableDateError or UnreadableTimeError.
    """
    try:
        return Days(first=parse_moment(text, order, year))
    except (UnreadableDateError, UnreadableTimeError) as refusal:
        plain = " ".join(text.replace("\n", " ; ").split())
        found = (
            _serial(plain)
            or _range(plain, order, year)
            or _with_hours(plain, order, year)
            or _several(plain, order, year)
        )
        if found is None:
            raise refusal from None
        return found


def _quietly(parse: Callable[[], Found]) -> Found | None:
    try:
        return parse()
    except (UnreadableDateError, UnreadableTimeError):
        return None


def _serial(plain: str) -> Days | None:
    found = SERIAL.fullmatch(plain)
    if found is None or not _SERIALS[0] <= int(found[1]) <= _SERIALS[1]:
        return None
    minutes = round(float(f"0.{found[2] or 0}") * MINUTES_IN_A_DAY) % MINUTES_IN_A_DAY
    at = time(minutes // 60, minutes % 60) if found[2] else None
    day = serial_date(int(found[1]))
    said = f'"{plain}" is how a spreadsheet program counts days from {SERIAL_DAY_ZERO}: it is {day}.'
    return Days(first=Moment(day=day, at=at), inferred=said)


def _range(plain: str, order: Order, year: int | None) -> Days | None:
    for first, last in _sides(plain):
        one, other = _first_side(first, last, order, year), _quietly(lambda last=last: parse_moment(last, order, year))  # type: ignore[misc]
        if one is not None and other is not None and timedelta(0) < other.day - one.day <= LONGEST:
            said = f'"{plain}" is from {one.day} to {other.day}.'
            return Days(first=one, last=other.day, ends=other.at, inferred=said)
    return None


def _sides(plain: str) -> list[tuple[str, str]]:
    """Return the ways in which a text may be a first and a last day; the last is whole, the first may lack parts."""
    ways = [(plain[: found.start()], plain[found.end() :]) for found in _SPACED.finditer(plain)]
    whole, numbers, last = _WHOLE.fullmatch(plain), _NUMBERS.fullmatch(plain), _LAST_NUMBERS.fullmatch(plain)
    if whole:
        ways.append((whole[1], whole[3]))
    if numbers:
        ways.append((numbers[1], numbers[2]))
    if last:
        ways.append((last[1], f"{last[2]}-{last[5] or last[4]}-{last[6]}"))
    named = _MONTH_BEFORE_DAY.fullmatch(plain)
    if named and named[1].strip(".").casefold() in MONTHS:
        ways.append((f"{named[1]} {named[2]}{named[4]}", f"{named[1]} {named[3]}{named[4]}"))
    before = _DAY_BEFORE_MONTH.fullmatch(plain)
    if before:
        ways.append((before[1], before[2]))
    return ways


def _first_side(first: str, last: str, order: Order, year: int | None) -> Moment | None:
    """Return the first day of a range; what it lacks of month and year is that of the last day."""
    closing = _quietly(lambda: parse_moment(last, order, year))
    if closing is None:
        return None
    alone = _DAY_ALONE.fullmatch(first)
    if alone and (not alone[1] or alone[1].casefold() in WEEKDAYS):
        whole = f"{alone[1] or ''} {alone[2]} {FULL_NAMES[closing.day.month - 1]} {closing.day.year}"
        return _quietly(lambda: Moment(day=parse_date(whole)))
    try:
        return parse_moment(first, order, year)
    except NoYearError:
        opening = _quietly(lambda: parse_date(first, order, closing.day.year))
        if opening is not None and opening > closing.day:
            opening = _quietly(lambda: parse_date(first, order, closing.day.year - 1))
        return None if opening is None else Moment(day=opening)
    except (UnreadableDateError, UnreadableTimeError):
        return None


def _with_hours(plain: str, order: Order, year: int | None) -> Days | None:
    """Return a day, and when on it something starts and ends: "17 October 2026, 7:30pm - 9pm"."""
    words = plain.replace(",", " ").split(" ")
    words = [word for word in words if word and word.casefold() not in {"at", "@", "|", "um"}]
    for cut in range(max(1, len(words) - MOST_WORDS_OF_A_TIME), len(words)):
        rest = " ".join(words[cut:]).lstrip("-–— ")
        hours = _quietly(lambda rest=rest: parse_hours(rest)) if not rest.isdecimal() else None  # type: ignore[misc]
        day = _day(" ".join(words[:cut]).rstrip("-–— :"), order, year) if hours is not None else None
        if day is not None and hours is not None:
            return _on(day, hours)
    return None


def _day(text: str, order: Order, year: int | None) -> date | None:
    return _quietly(lambda: parse_date(text, order, year))


def _on(day: date, hours: Hours) -> Days:
    first = Moment(day=day, at=hours.starts, offset=hours.offset)
    return Days(first=first, ends=hours.ends, zone=hours.zone, remark=hours.remark, inferred=hours.inferred)


def _parts(plain: str) -> list[str]:
    """Return what may be several dates; days that share a month are given it: "4, 5 and 6 July 2026"."""
    before, after = _DAYS_OF_MONTH.fullmatch(plain), _MONTH_OF_DAYS.fullmatch(plain)
    if before:
        return [f"{day} {before[2]}" for day in re.findall(r"\d{1,2}", before[1])]
    if after and after[1].strip(".").casefold() in MONTHS:
        return [f"{after[1]} {day}{after[3] or ''}" for day in re.findall(r"\d{1,2}", after[2])]
    return _LIST.split(plain)


def _several(plain: str, order: Order, year: int | None) -> Days | None:
    """Return the first of several whole dates, and the others; all at one time, where they have any."""
    moments: list[Moment] = []
    buffer = ""
    for part in (part for part in _parts(plain) if part):
        buffer = f"{buffer}, {part}" if buffer else part
        found = _quietly(lambda text=buffer: parse_moment(text, order, year))  # type: ignore[misc]
        if found is not None:
            moments.append(found)
            buffer = ""
    if buffer or len(moments) < 2:  # noqa: PLR2004
        return None
    if len({(moment.at, moment.offset) for moment in moments}) > 1:
        raise UnreadableDateError(f'"{plain}" holds several dates with times of their own.', "Give each its own row.")
    first, *others = sorted(moments, key=lambda moment: moment.day)
    also = tuple(sorted({moment.day for moment in others} - {first.day}))
    said = f'"{plain}" holds {len(also) + 1} dates: it is on each of them.'
    return Days(first=first, also=also, inferred=said)
