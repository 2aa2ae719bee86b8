"""Puts the values of rows together that stand for the same: months to years, branches to a total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from plugins.infographics.kinds import CHOICES
from plugins.infographics.model import Value
from plugins.infographics.read_periods import MONTHS_IN_YEAR, Period, month_of

_LENGTHS = {"year": MONTHS_IN_YEAR, "quarter": 3, "month": 1}
_DAYS_FILLED = 100
_MOST_PLACES = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """The values that come together, how many cells were blank, and which months are known (counted from year 0)."""

    values: list[Decimal] = field(default_factory=list)
    blanks: list[int] = field(default_factory=list)
    months: set[int] = field(default_factory=set)

    def add(self, values: Sequence[Value], period: Period | None) -> None:
        """Put more values in, all of one period."""
        known = [value for value in values if value is not None]
        self.values.extend(known)
        self.blanks.extend([1] * (len(values) - len(known)))
        if known and period is not None:
            self.months.update(months_of(period))


def months_of(period: Period) -> range:
    """Return the months of a period, counted from year 0."""
    first = month_of(period.starts)
    return range(first, first + max(1, period.months))


def period_around(period: Period, per: str, year_starts: str) -> Period:
    """Return the year, quarter or month that a period lies in; `year_starts` is a month's name, for years."""
    months = _LENGTHS[per]
    first = CHOICES["year_starts"].index(year_starts) if per != "month" else 0
    at = month_of(period.starts)
    year, month = divmod(at - (at - first) % months, MONTHS_IN_YEAR)
    return Period(starts=period.starts.replace(year=year, month=month + 1, day=1), months=months)


def is_complete(bucket: Bucket, period: Period | None) -> bool:
    """Tell whether every month of a period is known."""
    return period is None or not bucket.values or bucket.months >= set(months_of(period))


def combined(bucket: Bucket, how: str) -> Value:
    """Return the one value that a bucket comes to; None for one with nothing in it."""
    if how == "count":
        return Decimal(len(bucket.values) + len(bucket.blanks))
    if not bucket.values:
        return None
    if how == "average":
        return sum(bucket.values) / Decimal(len(bucket.values))
    if how == "last":
        return bucket.values[-1]
    return {"highest": max, "lowest": min}.get(how, _sum)(bucket.values)


def _sum(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def filled(periods: Iterable[Period]) -> list[Period]:
    """Return periods in order, with those between them that nothing is known of, where they are of one length."""
    found = sorted(set(periods))
    lengths = {one.months for one in found}
    span = (found[-1].starts - found[0].starts).days
    if len(lengths) > 1 or (not found[0].months and span > _DAYS_FILLED):
        return found
    chain = [found[0]]
    while chain[-1] < found[-1] and len(chain) < _MOST_PLACES:
        chain.append(chain[-1].next())
    return chain if set(found) <= set(chain) else found
