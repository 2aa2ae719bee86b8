"""Years, months and days, however they are written, told by the whole column."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.infographics.buckets import filled, period_around
from plugins.infographics.read_periods import Period, parse_period, read_periods


def period(text: str) -> Period:
    """Return the period of a first day and a number of months: "2025-01-01 12"."""
    day, months = text.split()
    return Period(starts=date.fromisoformat(day), months=int(months))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025", "2025-01-01 12"),
        ("2024/25", "2024-04-01 12"),
        ("2024–25", "2024-04-01 12"),
        ("2024/2025", "2024-04-01 12"),
        ("2025-09", "2025-09-01 1"),
        ("2025-3", "2025-03-01 1"),
        ("2008-09", "2008-09-01 1"),
        ("2025/09", "2025-09-01 1"),
        ("09/2025", "2025-09-01 1"),
        ("Sep 2025", "2025-09-01 1"),
        ("Sept 2025", "2025-09-01 1"),
        ("September 2025", "2025-09-01 1"),
        ("septiembre de 2025", "2025-09-01 1"),
        ("Jan-05", "2005-01-01 1"),
        ("Feb-87", "1987-02-01 1"),
        ("Q3 2025", "2025-07-01 3"),
        ("2025-Q3", "2025-07-01 3"),
        ("2025 T3", "2025-07-01 3"),
        ("2023-04-01/P3M", "2023-04-01 3"),
        ("2023-04-01/P1Y", "2023-04-01 12"),
        ("2023-04-01/2023-06-30", "2023-04-01 3"),
        ("2023-04-01/2024-03-31", "2023-04-01 12"),
        ("2025-09-30", "2025-09-30 0"),
        ("2025-09-30T14:00", "2025-09-30 0"),
        ("30/09/2025", "2025-09-30 0"),
        ("09/30/2025", "2025-09-30 0"),
        ("30.9.2025", "2025-09-30 0"),
        ("05/05/2025", "2025-05-05 0"),
    ],
)
def test_what_a_time_is(written: str, expected: str):
    assert parse_period(written) == period(expected)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "Central",
            "May",
            "12",
            "3500",
            "2025-13",
            "03/04/2025",
            "2025-02-30",
            "Q5 2025",
            "2024/26",
            "2023-04-05/P",
        ),
        *("9999-12-31", "12/9999", "0001-01-02", "2023-04-01/P99999999M", "2023-04-01/P99999999999999999999Y"),
    ],
)
def test_what_is_no_time(text: str):
    assert parse_period(text) is None


def test_a_column_tells_months_from_years_that_begin_in_another_month():
    assert read_periods(["2008-09", "2009-10"])["2008-09"] == period("2008-04-01 12")
    assert read_periods(["2008-09", "2008-10"])["2008-09"] == period("2008-09-01 1")


def test_a_column_tells_days_from_months():
    assert read_periods(["03/04/2025", "13/04/2025"])["03/04/2025"] == period("2025-04-03 0")
    assert read_periods(["03/04/2025", "04/13/2025"])["03/04/2025"] == period("2025-03-04 0")


@pytest.mark.parametrize(
    ("per", "starts", "expected"),
    [
        ("year", "january", "2025-01-01 12"),
        ("year", "april", "2024-04-01 12"),
        ("year", "september", "2024-09-01 12"),
        ("quarter", "january", "2025-01-01 3"),
        ("month", "april", "2025-02-01 1"),
    ],
)
def test_what_a_month_is_part_of(per: str, starts: str, expected: str):
    assert period_around(period("2025-02-01 1"), per, starts) == period(expected)


def test_missing_months_keep_their_places():
    assert filled([period("2025-03-01 1"), period("2024-12-01 1")]) == [
        period("2024-12-01 1"),
        period("2025-01-01 1"),
        period("2025-02-01 1"),
        period("2025-03-01 1"),
    ]
    far = [period("2023-03-31 0"), period("2024-03-31 0")]
    assert filled(far) == far
    crossed = [period("2025-01-01 3"), period("2025-03-01 3")]
    assert filled(crossed) == crossed
