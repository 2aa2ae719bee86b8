"""Chooses the rows of a table that a block asks for: by what stands in a column, and from one period to another."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from plugins.infographics import rules
from plugins.infographics.block import Block
from plugins.infographics.read_numbers import parse_number
from plugins.infographics.read_periods import Period, parse_period
from plugins.infographics.shape import Shape, column, listed
from plugins.infographics.sheet import Sheet
from plugins.kernel.text import closest

_NOT = re.compile(r"not\s+(.+)", re.IGNORECASE)
_COMPARED = re.compile(r"(>=|<=|>|<|over|under|at least|at most)\s*(.+)", re.IGNORECASE)
_RANGE = re.compile(r"(.+?)\s+to\s+(.+)", re.IGNORECASE)
_SIGNS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": lambda one, other: one > other,
    "<": lambda one, other: one < other,
    ">=": lambda one, other: one >= other,
    "<=": lambda one, other: one <= other,
}
_WORDS = {"over": ">", "under": "<", "at least": ">=", "at most": "<="}


def choose_rows(block: Block, shape: Shape) -> list[int]:
    """Return the positions of the rows that a block asks for, in order; raises NoDrawingError when there are none."""
    rows = list(range(len(shape.sheet.lines)))
    for name, wanted in _clauses(block).items():
        found = column(block, shape.sheet, "where", name)
        allowed = _allowed(block, shape.sheet, found, wanted)
        cells = shape.sheet.texts(found)
        rows = [row for row in rows if cells[row] in allowed]
    rows = _within(block, shape, rows)
    if not rows:
        what, cure = "No row of the table is left to draw.", "Loosen what stands in where:, from: and to:"
        raise block.refusal(rules.EMPTY, "where" if "where" in block.options else "from", what, cure)
    return rows


def _clauses(block: Block) -> dict[str, Any]:
    clauses: Any = block.options.get("where", {}) or {}
    if not isinstance(clauses, dict):
        cure = "Write where: and below it, indented, one line a column, such as Branch: Central"
        raise block.refusal(rules.VALUE, "where", '"where" is not a list of columns and what they hold.', cure)
    return dict(clauses)


def _allowed(block: Block, sheet: Sheet, name: str, wanted: object) -> set[str]:
    """Return the texts of a column that are meant; a problem for a word that no row has."""
    there = list(dict.fromkeys(sheet.texts(name)))
    allowed: set[str] = set()
    for one in wanted if isinstance(wanted, list) else [wanted]:
        text = " ".join(str(one).split())
        found = _matching(sheet, name, there, text)
        if not found and not _COMPARED.fullmatch(text):
            near = closest(text, there)
            cure = f'Did you mean "{near}"?' if near else f"It holds: {listed(there)}"
            what = f'The column "{name}" of "{sheet.file}" has no "{text}".'
            raise block.refusal(rules.CELL, "where", what, cure)
        allowed |= found
    return allowed


def _matching(sheet: Sheet, name: str, there: list[str], text: str) -> set[str]:
    negated = _NOT.fullmatch(text)
    if negated:
        return set(there) - _matching(sheet, name, there, negated[1])
    same = {cell for cell in there if cell.casefold() == text.casefold()}
    if same:
        return same
    compared, ranged = _COMPARED.fullmatch(text), _RANGE.fullmatch(text)
    if compared:
        return _numbers_in(sheet, name, _SIGNS[_WORDS.get(compared[1].casefold(), compared[1])], compared[2])
    periods = sheet.periods(name) if sheet.is_time(name) else {}
    if ranged and periods:
        return _periods_in(periods, parse_period(ranged[1]), parse_period(ranged[2]))
    if ranged:
        least = _numbers_in(sheet, name, _SIGNS[">="], ranged[1])
        return least & _numbers_in(sheet, name, _SIGNS["<="], ranged[2])
    period = parse_period(text) if periods else None
    return _periods_in(periods, period, period) if period else set()


def _numbers_in(sheet: Sheet, name: str, holds: Callable[[Decimal, Decimal], bool], written: str) -> set[str]:
    try:
        bound = parse_number(written)
    except ValueError:
        return set()
    pairs = zip(sheet.texts(name), sheet.numbers(name).values, strict=True)
    return {cell for cell, value in pairs if value is not None and holds(value, bound)}


def _periods_in(periods: dict[str, Period | None], first: Period | None, last: Period | None) -> set[str]:
    if first is None or last is None:
        return set()
    return {text for text, one in periods.items() if one and first.starts <= one.starts and one.ends <= last.ends}


def _within(block: Block, shape: Shape, rows: list[int]) -> list[int]:
    """Return the rows whose period lies between from: and to:."""
    bounds = {name: _bound(block, shape, name) for name in ("from", "to") if block.text(name)}
    if not bounds:
        return rows
    first, last = bounds.get("from"), bounds.get("to")
    periods, cells = shape.sheet.periods(shape.time), shape.sheet.texts(shape.time)
    meant = {
        text
        for text, one in periods.items()
        if one and (not first or first.starts <= one.starts) and (not last or one.ends <= last.ends)
    }
    return [row for row in rows if cells[row] in meant]


def _bound(block: Block, shape: Shape, name: str) -> Period:
    written = block.text(name)
    if not shape.time:
        what, cure = f'"{shape.sheet.file}" has no column of years, months or days.', f"Take the line {name}: out."
        raise block.refusal(rules.PERIOD, name, what, cure)
    period = parse_period(written)
    if period is None:
        what, cure = f'"{written}" is no year, month or day.', f"Write it as {name}: 2019, or {name}: 2019-04"
        raise block.refusal(rules.VALUE, name, what, cure)
    return period
