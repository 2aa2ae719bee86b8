"""Finds out which columns of a table a block means: what stands along the axis, what is counted, what makes series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.infographics import rules
from plugins.infographics.block import Block
from plugins.infographics.known_tables import LATITUDES, LONGITUDES, Known, known_table
from plugins.infographics.read_periods import parse_period
from plugins.infographics.sheet import Sheet

# The columns that an unpivoted table gets: what were the headings, and what stood below them.
HEADING, CELL = "Heading", "Cell"
PERIOD = "Period"
# Kinds that draw what happens over time, where a table tells of time.
OVER_TIME = frozenset({"line", "area", "columns", "figure"})
_SHOWN = 10
_NOT_COUNTED = frozenset({*LATITUDES, *LONGITUDES, "year", "id", "code", "postcode"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A table in long form, and the names of its columns: label, value, series, time; "" where there is none."""

    sheet: Sheet
    known: Known
    label: str
    value: str
    group: str
    time: str


def shape_of(block: Block, sheet: Sheet) -> Shape:
    """Return how a block looks at a table; raises NoDrawingError."""
    known = known_table(sheet)
    sheet = _with_spans(sheet, known)
    wanted = tuple(column(block, sheet, "value", name) for name in block.texts("value"))
    times = _period_columns(sheet)
    heading = ""
    if len(wanted) > 1:
        sheet, value, heading = sheet.melted(wanted, HEADING, CELL), CELL, HEADING
    elif not wanted and not known.value and len(times) > 1 and block.text("combine") != "count":
        sheet, value = sheet.melted(times, PERIOD, CELL), CELL
    else:
        value = wanted[0] if wanted else ""
    time = _time(sheet, known, value)
    group = _named(block, sheet, "group")
    label = _named(block, sheet, "label") or _label(block, sheet, known, value, time, heading)
    if heading and label != heading and not group:
        group = heading
    if block.kind == "before-after":
        # The two times lie along the axis while numbers are worked out, and each label is a series.
        label, group = group or time, label
    if block.kind == "figure" and not any(map(block.text, ("label", "per", "at", "earlier"))):
        label = ""
    if not value and block.text("combine") != "count":
        value = sheet.find(known.value) if known.value else _only_number(block, sheet, (label, group, time))
    return Shape(sheet=sheet, known=known, label=label, value=value, group=group, time=time)


def column(block: Block, sheet: Sheet, option: str, name: str) -> str:
    """Return the column that an option names, by its name in the table; raises NoDrawingError."""
    found = sheet.find(name)
    if found:
        return found
    near = sheet.near(name)
    shown = listed(sheet.names)
    cure = (f'Did you mean "{near}"? ' if near else "") + f"The columns are: {shown}."
    what = f'The table "{sheet.file}" has no column "{name}".'
    raise block.refusal(rules.COLUMN, option, what, cure)


def listed(names: Sequence[str]) -> str:
    """Return the first names of many."""
    return ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")


def _named(block: Block, sheet: Sheet, option: str) -> str:
    name = block.text(option)
    return column(block, sheet, option, name) if name else ""


def _with_spans(sheet: Sheet, known: Known) -> Sheet:
    """Return the table with one column for its periods, where it has one for their first day and one for their last."""
    if not known.until:
        return sheet
    first, last = sheet.texts(sheet.find(known.period)), sheet.texts(sheet.find(known.until))
    spans = [f"{start}/{end}" for start, end in zip(first, last, strict=True)]
    columns = {name: sheet.texts(name) for name in sheet.names} | {PERIOD: spans}
    return Sheet(sheet.file, columns, sheet.lines, sheet.delimiter)


def _period_columns(sheet: Sheet) -> tuple[str, ...]:
    return tuple(name for name in sheet.names if parse_period(name) is not None)


def _time(sheet: Sheet, known: Known, value: str) -> str:
    if known.period:
        return sheet.find(PERIOD, known.period)
    return next((name for name in sheet.names if name != value and sheet.is_time(name)), "")


def _label(block: Block, sheet: Sheet, known: Known, value: str, time: str, heading: str) -> str:
    """Return what stands along the axis where the block does not say so."""
    if block.kind in OVER_TIME and time:
        return time
    if heading and block.kind not in OVER_TIME and block.kind != "before-after":
        return heading
    if known.label and sheet.find(known.label):
        return sheet.find(known.label)
    words = (name for name in sheet.names if name not in (value, time) and not sheet.is_number(name))
    found = next((name for name in words if not sheet.is_time(name)), "") or time
    # Of nothing but numbers, the first column is what the others are of: ages, shelves.
    found = found or (sheet.names[0] if len(sheet.names) > 1 and sheet.names[0] != value else "")
    if found or block.kind == "figure":
        return found
    cure = f"Add a line such as label: {sheet.names[0]}"
    raise block.refusal(rules.MISSING, "label", "This block does not say what its numbers are of.", cure)


def _only_number(block: Block, sheet: Sheet, others: tuple[str, ...]) -> str:
    """Return the one column of numbers; raises NoDrawingError when there are several, or none."""
    named = [name for name in sheet.names if name not in others and name.casefold() not in _NOT_COUNTED]
    found = [name for name in named if sheet.is_number(name) and not sheet.is_time(name)]
    found = found or [name for name in named if sheet.is_number(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        what, cure = f'No column of "{sheet.file}" holds numbers.', "Name the column that should: value: Loans"
        raise block.refusal(rules.MISSING, "value", what, cure)
    cure = f"Add one of these lines: {', '.join(f'value: {name}' for name in found[:6])}"
    what = f'"{sheet.file}" has several columns of numbers.'
    raise block.refusal(rules.MISSING, "value", what, cure)
