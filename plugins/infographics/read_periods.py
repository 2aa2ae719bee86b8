"""Reads a column of years, months, quarters or days, in whatever way they are written, by the whole column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

MONTHS_IN_YEAR = 12
_CENTURY = 100
_YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)"
_ONE_YEAR = re.compile(rf"{_YEAR}(?:\.0)?")
_SPLIT_YEAR = re.compile(rf"{_YEAR}\s*[-/–]\s*(?P<next>\d\d(?:\d\d)?)")
_MONTH = re.compile(rf"{_YEAR}[-/.](?P<month>\d\d?)|(?P<month_2>\d\d?)[-/.](?P<year_2>\d{{4}})")
_NAMED = re.compile(r"(?P<name>[^\W\d_]{3,})\.?[\s\-/]*(?:de\s+)?['’]?(?P<year>\d{4}|\d\d)", re.IGNORECASE)
_QUARTER = re.compile(
    rf"{_YEAR}[\s\-/]*[QT](?P<quarter>[1-4])|[QT](?P<quarter_2>[1-4])[\s\-/]*(?P<year_2>\d{{4}})", re.IGNORECASE
)
_SPAN = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)/(?:P(?P<count>\d+)(?P<unit>[YM])|(?P<end>\d{4}-\d\d-\d\d))")
_DAY = re.compile(r"(?P<iso>\d{4}-\d\d-\d\d)(?:[T ].*)?|(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.](?P<year>\d{4})")
# A calendar of Python ends with 9999, which some programs write for never: before and after a period must be a year.
_YEARS = range(2, 9999)
# Languages in whose words staff may write months.
_LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl", "ca")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Period:
    """A stretch of time: its first day, and how many months it takes; 0 for one day."""

    starts: date
    months: int

    @property
    def ends(self) -> date:
        """Return the first day after it."""
        if not self.months:
            return date.fromordinal(self.starts.toordinal() + 1)
        return _after(self.starts, self.months)

    def next(self) -> Period:
        """Return the one that follows."""
        return Period(starts=self.ends, months=self.months)

    def holds(self, other: Period) -> bool:
        """Tell whether another lies within it."""
        return self.starts <= other.starts and other.ends <= self.ends


def read_periods(texts: Iterable[str]) -> dict[str, Period | None]:
    """Return the period of each text; one that is none has None."""
    found = [text for text in dict.fromkeys(texts) if text]
    split = [text for text in found if _SPLIT_YEAR.fullmatch(text)]
    # 2008-09 is a September, unless every other of its kind is a year and the next.
    is_split = bool(split) and all(_split_year(text) for text in split)
    is_split = is_split and (len(split) > 1 or any("/" in text or "–" in text for text in split))
    order = _day_order(found)
    return {text: _parsed(text, order, is_split=is_split) for text in found}


def parse_period(text: str) -> Period | None:
    """Return the period that one text is, as it stands in an option."""
    return read_periods([text])[text] if text else None


def _parsed(text: str, order: str, *, is_split: bool) -> Period | None:
    readers: tuple[Callable[[str], Period | None], ...] = (_year, _month, _quarter, _span, _named)
    readers = (_split_year, *readers) if is_split else (*readers, _split_year)
    try:
        found = next((period for read in readers if (period := read(text))), None) or _day(text, order)
        is_known = found is not None and found.starts.year in _YEARS and found.ends.year in _YEARS
    except (ValueError, OverflowError):
        return None
    return found if is_known else None


def _year(text: str) -> Period | None:
    found = _ONE_YEAR.fullmatch(text)
    return Period(starts=date(int(found["year"]), 1, 1), months=MONTHS_IN_YEAR) if found else None


def _split_year(text: str) -> Period | None:
    """Return "2024/25" as the year that begins in April: which month it is, the label leaves open, and we show it."""
    found = _SPLIT_YEAR.fullmatch(text)
    if not found or int(found["next"]) % _CENTURY != (int(found["year"]) + 1) % _CENTURY:
        return None
    return Period(starts=date(int(found["year"]), 4, 1), months=MONTHS_IN_YEAR)


def _month(text: str) -> Period | None:
    found = _MONTH.fullmatch(text)
    if not found:
        return None
    year, month = int(found["year"] or found["year_2"]), int(found["month"] or found["month_2"])
    return Period(starts=date(year, month, 1), months=1) if 1 <= month <= MONTHS_IN_YEAR else None


def _named(text: str) -> Period | None:
    found = _NAMED.fullmatch(text)
    month = _names().get(found["name"].casefold()) if found else None
    if not found or month is None:
        return None
    year = int(found["year"])
    # Two figures are of this century, as spreadsheet programs have it (up to 2049).
    year += 0 if year >= _CENTURY else 2000 if year < _CENTURY // 2 else 1900
    return Period(starts=date(year, month, 1), months=1)


@cache
def _names() -> dict[str, int]:
    names: dict[str, int] = {"sept": 9}
    for tag in _LANGUAGES:
        months = Locale(tag).months
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                names |= {str(name).casefold().rstrip("."): at for at, name in months[form][width].items()}
    return names


def _quarter(text: str) -> Period | None:
    found = _QUARTER.fullmatch(text)
    if not found:
        return None
    year, quarter = int(found["year"] or found["year_2"]), int(found["quarter"] or found["quarter_2"])
    return Period(starts=date(year, 3 * quarter - 2, 1), months=3)


def _span(text: str) -> Period | None:
    """Return an interval of ISO 8601, as the statistics of English libraries have it: 2023-04-01/P3M."""
    found = _SPAN.fullmatch(text)
    if not found:
        return None
    starts = date.fromisoformat(found["start"])
    if found["count"]:
        return Period(starts=starts, months=int(found["count"]) * (MONTHS_IN_YEAR if found["unit"] == "Y" else 1))
    return span_of(starts, date.fromisoformat(found["end"]))


def span_of(first: date, last: date) -> Period | None:
    """Return the whole months from a first day to a last; None where they are none."""
    after = date.fromordinal(last.toordinal() + 1)
    months = month_of(after) - month_of(first)
    if first == last:
        return Period(starts=first, months=0)
    return Period(starts=first, months=months) if months > 0 and _after(first, months) == after else None


def month_of(day: date) -> int:
    """Return the month of a day, counted from year 0."""
    return day.year * MONTHS_IN_YEAR + day.month - 1


def _after(first: date, months: int) -> date:
    year, month = divmod(month_of(first) + months, MONTHS_IN_YEAR)
    return date(year, month + 1, min(first.day, 28))


def _day_order(texts: list[str]) -> str:
    """Return which of the two small numbers of a date is the day, where the column tells."""
    pairs = [found for text in texts if (found := _DAY.fullmatch(text)) and found["first"]]
    if any(int(found["first"]) > MONTHS_IN_YEAR for found in pairs):
        return "first"
    return "second" if any(int(found["second"]) > MONTHS_IN_YEAR for found in pairs) else ""


def _day(text: str, order: str) -> Period | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    if found["iso"]:
        return Period(starts=date.fromisoformat(found["iso"]), months=0)
    if not order and found["first"] != found["second"]:
        return None
    month, day = (found["second"], found["first"]) if order == "first" else (found["first"], found["second"])
    return Period(starts=date(int(found["year"]), int(month), int(day)), months=0)
