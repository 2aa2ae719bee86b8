"""Counts months across years."""

from __future__ import annotations

from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the first day of the month that lies so many months after a day's, or before it."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)
