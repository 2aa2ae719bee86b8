"""A date as people write it: 2026-10-17, 17/10/2026, October 17, 2026, Sat 17 Oct 2026."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, time, timedelta, timezone
from typing import Literal

from plugins.events.parse_time import UnreadableTimeError, parse_time

Order = Literal["day", "month", ""]
MONTHS_IN_A_YEAR = 12
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
CURE = "Write it as 2026-10-17."

_MONTHS = (
    "january jan enero ene janvier",
    "february feb febrero février",
    "march mar marzo mars",
    "april apr abril abr avril",
    "may mayo mai",
    "june jun junio juin",
    "july jul julio juillet",
    "august aug agosto ago août",
    "september sept sep septiembre septembre",
    "october oct octubre octobre",
    "november nov noviembre novembre",
    "december dec diciembre dic décembre",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_WEEKDAYS = (
    "monday mon lunes",
    "tuesday tue tues martes",
    "wednesday wed weds miércoles",
    "thursday thu thur thurs jueves",
    "friday fri viernes",
    "saturday sat sábado",
    "sunday sun domingo",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_EIGHT = re.compile(r"((?:19|20|21)\d\d)(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_TWO_NUMBERS = re.compile(r"(?:[^\W\d]+[,.]?\s*)?(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)")
_FULL_YEAR = re.compile(r"\d{4}")
_SHORT = re.compile(r"\d{1,2}")
_SMALL_WORDS = frozenset({"the", "of", "de", "del", "le"})
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ORDINALS = re.compile(r"(\d)(?:st|nd|rd|th|º|ª)\b")
_ISO_MOMENT = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})[Tt ]\s?(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|z|UTC|[+-]\d{2}:?\d{2})?"
)
_SERIAL = re.compile(r"[345]\d{4}(?:[.,]\d+)?")


class UnreadableDateError(ValueError):
    """A text is no date for certain; the message says why, and `cure` how to write it."""

    def __init__(self, message: str, cure: str = CURE) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date, and the time and the offset from UTC where they were written with it."""

    day: date
    at: time | None = None
    offset: timezone | None = None


def decide_order(texts: Iterable[str]) -> Order:
    """Return whether the day or the month comes first in a column; "" when it does not say, or contradicts itself."""
    pairs = {(int(found[1]), int(found[2])) for text in texts for found in (_TWO_NUMBERS.match(text),) if found}
    day_first = any(first > MONTHS_IN_A_YEAR >= second for first, second in pairs)
    month_first = any(second > MONTHS_IN_A_YEAR >= first for first, second in pairs)
    if day_first == month_first:
        return ""
    return "day" if day_first else "month"


def parse_moment(text: str, order: Order = "") -> Moment:
    """Return the date in a text, with its time and offset where it has them.

    Raises UnreadableDateError or UnreadableTimeError.
    """
    plain = " ".join(text.split())
    iso = _ISO_MOMENT.fullmatch(plain)
    if iso:
        return Moment(day=parse_date(iso[1]), at=parse_time(iso[2]), offset=_offset(iso[3]))
    try:
        return Moment(day=parse_date(plain, order))
    except UnreadableDateError:
        parted = _parted(plain, order)
        if parted is None:
            raise
        return parted


def parse_date(text: str, order: Order = "") -> date:
    """Return the date in a text; `order` decides 5/6/2026.

    Raises UnreadableDateError.
    """
    plain = " ".join(text.split()).strip(" ,.")
    found = _YEAR_FIRST.fullmatch(plain)
    if found:
        return _date(text, int(found[1]), int(found[3]), int(found[4]))
    eight = _EIGHT.fullmatch(plain)
    if eight:
        return _date(text, int(eight[1]), int(eight[2]), int(eight[3]))
    two = _YEAR_LAST.fullmatch(plain)
    if two and two[2] == "-" and _SHORT.fullmatch(two[4]):
        raise UnreadableDateError(f'"{text}" gives the year two digits, so nobody can tell the year from the day.')
    if two:
        return _numbers(text, int(two[1]), int(two[3]), _year(two[4]), order)
    return _words(text, plain)


def _numbers(text: str, first: int, second: int, year: int, order: Order) -> date:
    """Return the date of two numbers and a year, when only one reading is possible or the column decides."""
    day_first = first > MONTHS_IN_A_YEAR or first == second
    month_first = second > MONTHS_IN_A_YEAR or first == second
    if not order and not day_first and not month_first:
        one, other = _date(text, year, second, first), _date(text, year, first, second)
        raise UnreadableDateError(f'"{text}" could be {_say(one)} or {_say(other)}.', f"Write {one} or {other}.")
    if (day_first and not month_first) or (order == "day" and not month_first):
        return _date(text, year, second, first)
    return _date(text, year, first, second)


def _words(text: str, plain: str) -> date:
    words = _WORD.findall(_ORDINALS.sub(r"\1", plain.casefold()))
    months = [MONTHS[word] for word in words if word in MONTHS]
    weekdays = [WEEKDAYS[word] for word in words if word in WEEKDAYS]
    numbers = [word for word in words if word.isdecimal()]
    rest = set(words) - MONTHS.keys() - WEEKDAYS.keys() - set(numbers) - _SMALL_WORDS
    years = [number for number in numbers if _FULL_YEAR.fullmatch(number)]
    days = [number for number in numbers if _SHORT.fullmatch(number)]
    if not years and plain[:1].isdecimal() and days[1:]:
        years = [str(_year(days.pop()))]
    if rest or len(weekdays) > 1 or (len(months), len(years), len(days)) != (1, 1, 1):
        raise _refusal(text, plain, months)
    day = _date(text, int(years[0]), months[0], int(days[0]))
    if weekdays and weekdays[0] != day.weekday():
        raise UnreadableDateError(f'"{text}" names another day of the week: {day.isoformat()} is a {day:%A}.')
    return day


def _refusal(text: str, plain: str, months: list[int]) -> UnreadableDateError:
    if _SERIAL.fullmatch(plain):
        day = date(1899, 12, 30) + timedelta(days=int(plain[:5]))
        return UnreadableDateError(
            f'"{text}" is how a spreadsheet counts days; it may mean {day.isoformat()}.',
            "Format the column as a date before saving it as CSV.",
        )
    if months and not re.search(r"\d{4}", plain):
        return UnreadableDateError(f'"{text}" has no year.')
    if len(re.findall(r"\d{4}", plain)) > 1 or len(months) > 1:
        return UnreadableDateError(
            f'"{text}" holds more than one date.', "Write the first in date, and the last in end_date or more in also."
        )
    return UnreadableDateError(f'"{text}" is not a date we can read.')


def _date(text: str, year: int, month: int, day: int) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UnreadableDateError(f'"{text}" is in the year {year}, which must be a slip.')
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableDateError(f'"{text}" is in no calendar.') from None


def _year(digits: str) -> int:
    return int(digits) if _FULL_YEAR.fullmatch(digits) else 2000 + int(digits)


def _say(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    length = timedelta(hours=min(hours, 23), minutes=min(minutes, 59))
    return timezone(-length if text[0] == "-" else length)


def _parted(plain: str, order: Order) -> Moment | None:
    """Return a date followed by a time, wherever the one ends and the other begins."""
    words = [word for word in re.split(r"[ ,]+", plain) if word not in {"at", "@", "-", "–"}]
    for cut in range(len(words) - 1, 0, -1):
        ending = " ".join(words[cut:])
        try:
            at = None if ending.isdecimal() else parse_time(ending)
        except UnreadableTimeError:
            continue
        if at is not None:
            return Moment(day=parse_date(" ".join(words[:cut]), order), at=at)
    return None
