"""Finds where a value stands on an axis, and the round numbers that the axis is marked with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight line of values from `low` to `high`, drawn from `start` to `end`."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Return where a value stands; on an axis of no length, at its start."""
        span = self.high - self.low
        share = float((value - self.low) / span) if span else 0.0
        return self.start + share * (self.end - self.start)


def nice_step(span: Decimal, count: int) -> Decimal:
    """Return the smallest of 1, 2 or 5 times a power of ten that parts a span into at most `count` steps."""
    if span <= 0:
        return Decimal(1)
    rough = span / count
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step * power for step in _STEPS if step * power >= rough)


def ticks(low: Decimal, high: Decimal, count: int, *, whole: bool = False) -> tuple[Decimal, ...]:
    """Return round numbers that begin at or below `low` and end at or above `high`, at most some `count` steps apart.

    `whole` is for what is counted: there is no half of a visit.
    """
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = nice_step(high - low, count)
    if whole and step < 1:
        step = Decimal(1)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
    return tuple(_plain(step * (first + place)) for place in range(int(last - first) + 1))


def _plain(value: Decimal) -> Decimal:
    return value.normalize() + 0 if value else Decimal(0)


def ends(values: Iterable[Decimal | None], *, from_zero: bool = True) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest of some values; zero is among them, unless the axis may begin elsewhere."""
    known = [value for value in values if value is not None]
    known += [Decimal(0)] if from_zero or not known else []
    return min(known), max(known)
