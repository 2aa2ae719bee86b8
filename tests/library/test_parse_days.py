"""Days and moments of library.toml."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from plugins.kernel.library import SpecialDay
from plugins.library.parse_days import parse_days, parse_moment
from plugins.library.unclear import UnclearError

DENVER = ZoneInfo("America/Denver")
EVE = date(2026, 12, 24)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (EVE, None, [SpecialDay(first=EVE, last=EVE)]),
        ("2026-12-24", None, [SpecialDay(first=EVE, last=EVE)]),
        (datetime(2026, 12, 24, 9, tzinfo=UTC), None, [SpecialDay(first=EVE, last=EVE)]),
        (EVE, "2027-01-02", [SpecialDay(first=EVE, last=date(2027, 1, 2))]),
        ("12-25", None, [SpecialDay(month_day=(12, 25))]),
        ("1-1", None, [SpecialDay(month_day=(1, 1))]),
        ("02-29", None, [SpecialDay(month_day=(2, 29))]),
        ("12-24", "12-26", [SpecialDay(month_day=(12, day)) for day in (24, 25, 26)]),
        ("12-31", "01-01", [SpecialDay(month_day=(12, 31)), SpecialDay(month_day=(1, 1))]),
    ],
)
def test_days_are_understood(first, last, expected):
    assert list(parse_days(first, last)) == expected


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("25.12.2026", None, "Write a day as 2026-12-24"),
        ("13-25", None, "is not a day"),
        ("02-30", None, "is not a day"),
        ("Christmas", None, "is not a day"),
        (5, None, "is not a day"),
        (EVE, date(2026, 12, 23), "comes before the first"),
        (EVE, "12-26", "both with a year, or both without"),
        ("12-24", "soon", "is not a day"),
    ],
)
def test_other_days_are_explained(first, last, said):
    with pytest.raises(UnclearError) as caught:
        parse_days(first, last)
    assert said in f"{caught.value.what} {caught.value.cure}"


@pytest.mark.parametrize(
    ("value", "end_of_day", "expected"),
    [
        (datetime.fromisoformat("2026-01-14T11:00"), False, "2026-01-14T11:00:00-07:00"),
        (datetime(2026, 1, 14, 18, tzinfo=UTC), False, "2026-01-14T11:00:00-07:00"),
        ("2026-01-14T11:00", True, "2026-01-14T11:00:00-07:00"),
        ("2026-01-14 11:00", False, "2026-01-14T11:00:00-07:00"),
        (date(2026, 1, 14), False, "2026-01-14T00:00:00-07:00"),
        (date(2026, 1, 14), True, "2026-01-15T00:00:00-07:00"),
        ("2026-01-14", True, "2026-01-15T00:00:00-07:00"),
    ],
)
def test_a_moment_is_in_the_librarys_zone(value, end_of_day, expected):
    assert parse_moment(value, DENVER, end_of_day=end_of_day).isoformat() == expected


@pytest.mark.parametrize("value", ["tomorrow", "", 8, "2026-01-14T25:00"])
def test_other_moments_are_explained(value):
    with pytest.raises(UnclearError, match="2026-01-14T11:00"):
        parse_moment(value, DENVER, end_of_day=False)


@pytest.mark.parametrize("value", [date.max, date.min, "9999-12-31T23:59"])
def test_a_year_beyond_the_calendar_is_explained(value):
    with pytest.raises(UnclearError, match="out of reach"):
        parse_moment(value, DENVER, end_of_day=True)
