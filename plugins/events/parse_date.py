"""A date as people write it: 2026-10-17, 17/10/2026, October 17, 2026, Sat 17 Oct 2026."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from plugins.events.month_names import FULL_NAMES, MONTHS, WEEKDAYS
from plugins.kernel.text import closest

Order = Literal["day", "month", ""]
MONTHS_IN_A_YEAR = 12
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
# A leap year: every day that a text without a year may name is in it.
SOME_YEAR = 2000
SERIAL_DAY_ZERO = date(1899, 12, 30)
CURE = "Write it as 2026-10-17."

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_EIGHT = re.compile(r"((?:19|20|21)\d\d)(\d\d)(\d\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]?(?:\s?\(.\))?")
_YEAR_LAST = re.compile(r"(?:([^\W\d_]+)[,.]*\s*)?(\d{1,2})([-/.])(\d{1,2})\3(\d{4}|\d{2})")
_NO_YEAR = re.compile(r"(?:([^\W\d_]+)[,.]*\s*)?(\d{1,2})/(\d{1,2})|(?:([^\W\d_]+)[,.]*\s*)?(\d{1,2})\.(\d{1,2})\.")
_ANY_NUMBERS = re.compile(r"(?:^|[-–\s])(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)")
_FULL_YEAR = re.compile(r"\d{4}")
_SHORT = re.compile(r"\d{1,2}")
_SPACED = re.compile(r"(\d)\s?([./-])\s(?=\d)")
_WEEKDAY_LAST = re.compile(r"(.*\d)[\s,]*\(?([^\W\d_]+)\.?\)?")
_SMALL_WORDS = frozenset({"the", "of", "de", "del", "le", "den", "d", "am", "feira"})
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ORDINALS = re.compile(r"(\d)(?:st|nd|rd|th|er|re|º|ª|°)\b|(\d)\.(?=\s)")
SERIAL = re.compile(r"([345]\d{4})(?:[.,](\d+))?")


class UnreadableDateError(ValueError):
    """A text is no date for certain; the message says why, and `cure` how to write it."""

    def __init__(self, message: str, cure: str = CURE) -> None:
        super().__init__(message)
        self.cure = cure


class NoYearError(UnreadableDateError):
    """A text is a day of every year."""


def decide_order(texts: Iterable[str]) -> Order:
    """Return whether the day or the month comes first in a column; "" when it does not say, or contradicts itself."""
    told = {_told(text) for text in set(texts)} - {""}
    return told.pop() if len(told) == 1 else ""


def _told(text: str) -> Order:
    """Return what one text says: by a number over 12, or by the day of the week it names."""
    if _FULL_YEAR.match(text):
        return ""
    found = _ANY_NUMBERS.search(text)
    without = None if found else _NO_YEAR.fullmatch(text)
    if not found and not without:
        return ""
    first, second = (found[1], found[3]) if found else _two_of(without)
    one, other = int(first), int(second)
    if (one > MONTHS_IN_A_YEAR) != (other > MONTHS_IN_A_YEAR):
        return _only(day_first=one > MONTHS_IN_A_YEAR)
    named = _YEAR_LAST.fullmatch(text)
    return _told_by_weekday(named) if named and named[1] and one != other else ""


def _only(*, day_first: bool) -> Order:
    return "day" if day_first else "month"


def _told_by_weekday(found: re.Match[str]) -> Order:
    weekday = WEEKDAYS.get(found[1].casefold())
    first, second, year = int(found[2]), int(found[4]), _year(found[5])
    if weekday is None or max(first, second) > MONTHS_IN_A_YEAR or min(first, second) < 1:
        return ""
    fits = [date(year, second, first).weekday() == weekday, date(year, first, second).weekday() == weekday]
    return _only(day_first=fits[0]) if fits[0] != fits[1] else ""


def parse_date(text: str, order: Order = "", year: int | None = None) -> date:
    """Return the date in a text; `order` decides 5/6/2026, and `year` is that of a text without one.

    Raises UnreadableDateError.
    """
    plain = _weekday_first(_SPACED.sub(r"\1\2", " ".join(text.split()).strip(" ,")))
    found = _YEAR_FIRST.fullmatch(plain) or _EAST_ASIAN.fullmatch(plain)
    if found:
        return _date(text, int(found[1]), int(found[found.re.groups - 1]), int(found[found.re.groups]))
    eight = _EIGHT.fullmatch(plain)
    if eight:
        return _date(text, int(eight[1]), int(eight[2]), int(eight[3]))
    last = _YEAR_LAST.fullmatch(plain.rstrip("."))
    if last and last[3] == "-" and _SHORT.fullmatch(last[5]):
        raise UnreadableDateError(f'"{text}" gives the year two digits, so nobody can tell the year from the day.')
    if last and (not last[1] or last[1].casefold() in WEEKDAYS):
        return _on_weekday(text, last[1], _numbers(text, int(last[2]), int(last[4]), _year(last[5]), order))
    without = _NO_YEAR.fullmatch(plain)
    if without:
        first, second = _two_of(without)
        day = _numbers(text, int(first), int(second), SOME_YEAR if year is None else year, order)
        if year is None:
            raise NoYearError(f'"{text}" has no year.')
        return _on_weekday(text, without[1] or without[4], day)
    return _words(text, plain.strip("."), year)


def _weekday_first(plain: str) -> str:
    """Return "17/10/2026 (Sat)" as "Sat 17/10/2026"."""
    found = _WEEKDAY_LAST.fullmatch(plain)
    return f"{found[2]} {found[1]}" if found and found[2].casefold() in WEEKDAYS else plain


def serial_date(days: int) -> date:
    """Return the date that a spreadsheet program counts as so many days."""
    return SERIAL_DAY_ZERO + timedelta(days=days)


def _two_of(found: re.Match[str] | None) -> tuple[str, str]:
    if found is None:
        return "0", "0"
    return (found[2], found[3]) if found[2] else (found[5], found[6])


def _numbers(text: str, first: int, second: int, year: int, order: Order) -> date:
    """Return the date of two numbers and a year, when only one reading is possible or the column decides."""
    day_first = first > MONTHS_IN_A_YEAR or first == second
    month_first = second > MONTHS_IN_A_YEAR or first == second
    if not order and not day_first and not month_first:
        one, other = _date(text, year, second, first), _date(text, year, first, second)
        raise UnreadableDateError(
            f'"{text}" could be {_say(one)} or {_say(other)}.',
            f'Write {one} or {other}; or say of the file in library.toml date_order = "day-first" or "month-first" '
            "(import-events takes --date-order).",
        )
    if (day_first and not month_first) or (order == "day" and not month_first):
        return _date(text, year, second, first)
    return _date(text, year, first, second)


def _words(text: str, plain: str, year: int | None) -> date:
    words = _WORD.findall(_ORDINALS.sub(r"\1\2", plain.casefold()))
    months = [MONTHS[word] for word in words if word in MONTHS]
    weekdays = [word for word in words if word in WEEKDAYS]
    numbers = [word for word in words if word.isdecimal()]
    rest = [word for word in words if not (word in MONTHS or word in WEEKDAYS or word.isdecimal())]
    rest = [word for word in rest if word not in _SMALL_WORDS]
    years = [number for number in numbers if _FULL_YEAR.fullmatch(number)]
    days = [number for number in numbers if _SHORT.fullmatch(number)]
    if not years and plain[:1].isdecimal() and days[1:]:
        years = [str(_year(days.pop()))]
    if not years and year is not None:
        years = [str(year)]
    if rest or len(weekdays) > 1 or (len(months), len(days)) != (1, 1) or len(years) > 1:
        raise _refusal(text, plain, months, rest)
    if not years:
        _date(text, SOME_YEAR, months[0], int(days[0]))
        raise NoYearError(f'"{text}" has no year.')
    return _on_weekday(text, "".join(weekdays), _date(text, int(years[0]), months[0], int(days[0])))


def _on_weekday(text: str, weekday: str | None, day: date) -> date:
    if weekday and WEEKDAYS.get(weekday.casefold()) != day.weekday():
        raise UnreadableDateError(f'"{text}" names another day of the week: {day.isoformat()} is a {day:%A}.')
    return day


def _refusal(text: str, plain: str, months: list[int], rest: list[str]) -> UnreadableDateError:
    serial = SERIAL.fullmatch(plain)
    if serial:
        return UnreadableDateError(
            f'"{text}" is how a spreadsheet counts days; it may mean {serial_date(int(serial[1])).isoformat()}.',
            "Format the column as a date before saving it as CSV.",
        )
    near = closest(rest[0], FULL_NAMES) if len(rest) == 1 and not months else ""
    if near:
        return UnreadableDateError(
            f'"{text}": there is no month "{rest[0]}".', f'Did you mean "{near.capitalize()}"? {CURE}'
        )
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
