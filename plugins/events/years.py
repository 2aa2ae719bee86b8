"""The years of dates that were written without one, where the order of the rows leaves only one reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from plugins.events.memo import Memo
from plugins.events.parse_date import Order
from plugins.events.parse_days import Days

# Two rows in order are at most half a year apart, where no date with a year stands on the other side.
FARTHEST = timedelta(days=183)
NO_YEARS: Mapping[int, int] = MappingProxyType({})


def fill_years(cells: Sequence[tuple[int, str]], order: Order, memo: Memo, above: int | None) -> Mapping[int, int]:
    """Return by its line the year of each date that has none; nothing where that is not certain.

    `cells` are the lines and texts of a column from top to bottom, and `above` is the year in the title above it, which
    is that of the first row. Dates must rise, or fall, from row to row.
    """
    dated = [(line, text, memo.days(text, order, None)) for line, text in cells]
    known = {line: found.first.day for line, _, found in dated if isinstance(found, Days)}
    lacking = [(line, text) for line, text, _ in dated if memo.lacks_year(text, order)]
    if not lacking or not (known or above):
        return NO_YEARS
    rows = [(line, text) for line, text, _ in dated if line in known or memo.lacks_year(text, order)]
    # Lists rise; that one falls, only its own dates can tell.
    is_falling = len(set(known.values())) > 1
    for ordered in (rows, rows[::-1]) if is_falling else (rows,):
        filled = _fill(ordered, known, order, memo, above if ordered is rows else None)
        if filled:
            return MappingProxyType({line: filled[line].year for line, _ in lacking if line in filled})
    return NO_YEARS


def _fill(
    rows: list[tuple[int, str]], known: dict[int, date], order: Order, memo: Memo, above: int | None
) -> dict[int, date]:
    """Return the days of rows that rise; empty when they do not. Rows that stay uncertain are not in it."""
    starts = [known[line] for line, _ in rows if line in known]
    if starts != sorted(starts):
        return {}
    forward, is_forward_whole = _walk(rows, known, order, memo, _first_day(rows, known, order, memo, above))
    backward, is_backward_whole = _walk(rows[::-1], known, order, memo, None, step=-1)
    if not is_forward_whole or not is_backward_whole:
        return {}
    return {
        line: day for line, day in {**backward, **forward}.items() if forward.get(line, day) == backward.get(line, day)
    }


def _first_day(
    rows: list[tuple[int, str]], known: dict[int, date], order: Order, memo: Memo, above: int | None
) -> date | None:
    if above is None or rows[0][0] in known:
        return None
    return _day(rows[0][1], order, memo, above)


def _walk(
    rows: list[tuple[int, str]], known: dict[int, date], order: Order, memo: Memo, at: date | None, step: int = 1
) -> tuple[dict[int, date], bool]:
    """Return the nearest day that each row can have after the one before it, and whether every step was possible."""
    days: dict[int, date] = {}
    bounded = _bounded(rows, known)
    for line, text in rows:
        if line in known:
            at = known[line]
            days[line] = at
        elif at is not None:
            day = _next(text, order, memo, at, step)
            if day is None or (abs(day - at) > FARTHEST and line not in bounded):
                return days, False
            at = days[line] = day
    return days, True


def _bounded(rows: list[tuple[int, str]], known: dict[int, date]) -> set[int]:
    """Return the lines after which a date with a year still comes."""
    last = max((place for place, (line, _) in enumerate(rows) if line in known), default=-1)
    return {line for line, _ in rows[:last]}


def _next(text: str, order: Order, memo: Memo, at: date, step: int) -> date | None:
    for year in (at.year, at.year + step):
        day = _day(text, order, memo, year)
        if day is not None and (day - at).days * step >= 0:
            return day
    return None


def _day(text: str, order: Order, memo: Memo, year: int) -> date | None:
    found = memo.days(text, order, year)
    return found.first.day if isinstance(found, Days) else None
