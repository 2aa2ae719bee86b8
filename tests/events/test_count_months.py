"""Months are counted from one year into the next, and back."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.events.count_months import add_months


@pytest.mark.parametrize(
    ("day", "months", "first"),
    [
        (date(2026, 10, 8), 0, date(2026, 10, 1)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2026, 10, 8), 14, date(2027, 12, 1)),
        (date(2027, 1, 31), -1, date(2026, 12, 1)),
    ],
)
def test_months_are_counted_across_years(day, months, first):
    assert add_months(day, months) == first
