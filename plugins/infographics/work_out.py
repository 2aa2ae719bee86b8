"""Works out the numbers of a block from the rows that it chose: labels, series, sums, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plugins.infographics import rules
from plugins.infographics.block import Block, NoDrawingError
from plugins.infographics.buckets import Bucket, combined, filled, is_complete, period_around
from plugins.infographics.model import Form, Value
from plugins.infographics.read_numbers import Column
from plugins.infographics.shape import CELL, HEADING, PERIOD, Shape
from plugins.infographics.worked import Noticed, Place, Row, Worked
from plugins.kernel.problems import Rule
from plugins.kernel.text import shorten

Buckets = dict[str, dict[Place, Bucket]]
_MOST_SAID = 8
# More series than this nobody can tell apart, by whatever color and pattern.
MOST_SERIES = 7
_ROUNDED = 4
_MOST_DECIMALS = 2


def work_out(block: Block, shape: Shape, rows: Sequence[int]) -> Worked:
    """Return the numbers of a block; raises NoDrawingError."""
    how, column = block.choice("combine", "sum"), _column(block, shape, rows)
    buckets = _buckets(block, shape, rows, column)
    _see_rates(block, buckets, column, how)
    places = _places(block, buckets)
    noticed = _noticed(buckets, places, how)
    rows_ = [
        Row(name=name, values=tuple(_value(found.get(one), how) for one in places)) for name, found in buckets.items()
    ]
    is_mean = how == "average" and any(len(one.values) > 1 for found in buckets.values() for one in found.values())
    rated = column.form is Form.PERCENT
    decimals = max(min(column.decimals, _MOST_DECIMALS), 1 if how == "average" and rated else 0)
    worked = Worked(
        places=tuple(places),
        rows=tuple(rows_),
        form=Form.NUMBER if how == "count" else column.form,
        decimals=decimals,
        currency=column.currency,
        measured="" if shape.value in ("", CELL) else shape.value,
        labeled="" if shape.label in (HEADING, PERIOD) else shape.label,
        is_additive=how in ("sum", "count") and not rated,
        is_whole=not any(block.options.get(name) for name in ("from", "to")) and not _filters_time(block, shape),
        noticed=replace(noticed, is_mean=is_mean and not rated, is_mean_of_means=is_mean and rated),
    )
    if len(worked.rows) > MOST_SERIES and block.kind != "before-after":
        what = f"{len(worked.rows)} series are too many to tell apart; {MOST_SERIES} are the most."
        raise block.refusal(rules.LARGE, "group", what, "Choose some with where:, or leave group: out.")
    if all(value is None for row in worked.rows for value in row.values):
        what, cure = "None of the cells that are asked for holds a number.", "Choose other rows, or fill the cells in."
        raise block.refusal(rules.EMPTY, "value", what, cure)
    return _complete(block, _trimmed(worked), buckets)


def _trimmed(worked: Worked) -> Worked:
    """Return the numbers without times at the ends of which nothing is known."""
    if not worked.over_time:
        return worked
    known = [at for at in range(len(worked.places)) if any(row.values[at] is not None for row in worked.rows)]
    span = slice(known[0], known[-1] + 1)
    rows = tuple(Row(name=row.name, values=row.values[span]) for row in worked.rows)
    return replace(worked, places=worked.places[span], rows=rows)


def _column(block: Block, shape: Shape, rows: Sequence[int]) -> Column:
    """Return the numbers of all rows; raises NoDrawingError when one of those asked for holds no number."""
    if not shape.value:
        return Column(values=(Decimal(1),) * len(shape.sheet.lines))
    column = shape.sheet.numbers(shape.value)
    wanted = set(rows) if column.strange else set()
    strange = [at for at in column.strange if at in wanted]
    for at in strange[:_MOST_SAID]:
        cure = "Write a number, or leave the cell empty: a blank is not zero."
        _say_cell(block, shape, at, rules.NUMBER, "is no number", cure)
    if len(strange) > _MOST_SAID:
        what = f"{len(strange) - _MOST_SAID} more cells of this column are no numbers."
        cure = "Mend them, too, or choose another column."
        block.problems.append(shape.sheet.problem(rules.NUMBER, shape.value, strange[_MOST_SAID], what, cure))
    if column.mixed is not None:
        what = "is written in another way than the rest: the column has 1,234.5 and 1.234,5"
        _say_cell(block, shape, column.mixed, rules.MIXED, what, "Write all numbers of the column in the same way.")
    if strange or column.mixed is not None:
        raise NoDrawingError
    if column.is_unclear:
        cure = "Write 1234 for a thousand and more, and 1.23 for little more than one."
        what = f'Nothing in the column "{shape.value}" tells what its points mean; they were read as those of decimals.'
        block.problems.append(rules.UNCLEAR.at(shape.sheet.file, column=shape.value, what=what, cure=cure))
    return column


def _say_cell(block: Block, shape: Shape, at: int, rule: Rule, what: str, cure: str) -> None:
    cell = shorten(shape.sheet.texts(shape.value)[at], 40)
    block.problems.append(shape.sheet.problem(rule, shape.value, at, f'"{cell}" {what}.', cure))


def _buckets(block: Block, shape: Shape, rows: Sequence[int], column: Column) -> Buckets:
    """Return the values by series and place, in the order in which they stand in the table, each in that of time."""
    per = block.text("per")
    periods = shape.sheet.periods(shape.time) if shape.time else {}
    places: dict[str, Place] = {}
    found: Buckets = {}
    for (group, label, time), values in _alike(shape, rows, column).items():
        if label not in places:
            places[label] = _place(block, shape, label, per)
        series = found.setdefault(group, {})
        series.setdefault(places[label], Bucket()).add(values, periods.get(time))
    return found


def _alike(shape: Shape, rows: Sequence[int], column: Column) -> dict[tuple[str, str, str], list[Value]]:
    """Return the values of all rows that have the same words: there are few of these, and perhaps many rows."""
    sheet = shape.sheet
    none = ("",) * len(sheet.lines)
    words = [sheet.texts(name) if name else none for name in (shape.group, shape.label, shape.time)]
    values: Sequence[Value] = column.values
    if len(rows) < len(sheet.lines):
        words = [[cells[row] for row in rows] for cells in words]
        values = [values[row] for row in rows]
    found: defaultdict[tuple[str, str, str], list[Value]] = defaultdict(list)
    for group, label, time, value in zip(*words, values, strict=True):
        found[group, label, time].append(value)
    return found


def _place(block: Block, shape: Shape, label: str, per: str) -> Place:
    period = shape.sheet.periods(shape.label).get(label) if shape.label and shape.label == shape.time else None
    if not per:
        return Place(text="" if period else label, period=period)
    if period is None:
        what, cure = f'"{label}" is no day, month or year, which "per" needs.', "Take the line per: out."
        raise block.refusal(rules.PERIOD, "per", what, cure)
    around = period_around(period, block.choice("per", per), block.choice("year_starts", "january"))
    if not around.holds(period):
        cure = "Choose something longer, or take the line per: out."
        raise block.refusal(
            rules.VALUE, "per", f"The numbers of the table are not for each {per}, but for longer.", cure
        )
    return Place(period=around)


def _see_rates(block: Block, buckets: Buckets, column: Column, how: str) -> None:
    is_together = any(len(one.values) > 1 for found in buckets.values() for one in found.values())
    if how == "sum" and column.form is Form.PERCENT and is_together:
        what = "Several percentages fall together, and their sum says nothing."
        cure = "Choose rows so that there is one for each label, or write combine: average"
        raise block.refusal(rules.MEAN, "combine", what, cure)


def _places(block: Block, buckets: Buckets) -> list[Place]:
    """Return all places, in the order of the table; periods in theirs, with those between that nothing is known of."""
    found = list(dict.fromkeys(place for series in buckets.values() for place in series))
    periods = [place.period for place in found if place.period]
    if len(periods) < len(found):
        return found
    if len({period.months for period in periods}) > 1:
        what = "The labels are of different lengths, such as months and years, and cannot stand along one axis."
        cure = "Choose some with where:, or write per: year (and year_starts: april, where your year begins then)."
        raise block.refusal(rules.PERIOD, "label", what, cure)
    return [Place(period=period) for period in filled(periods)]


def _value(bucket: Bucket | None, how: str) -> Value:
    if bucket is None:
        return None
    value = combined(bucket, how)
    return _rounded(value) if value is not None and how == "average" else value


def _rounded(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if value == whole else round(value, _ROUNDED)


def _noticed(buckets: Buckets, places: Sequence[Place], how: str) -> Noticed:
    if how != "sum":
        return Noticed()
    partial = [
        place
        for place in places
        if any(one and one.values and one.blanks for one in (found.get(place) for found in buckets.values()))
    ]
    return Noticed(partial=tuple(partial))


def _complete(block: Block, worked: Worked, buckets: Buckets) -> Worked:
    """Return the numbers without years of which some months are not known: at the ends cut off, between left open."""
    if not block.text("per"):
        return worked
    series = [buckets[row.name] for row in worked.rows]
    whole = [
        [is_complete(one[place], place.period) if place in one else True for place in worked.places] for one in series
    ]
    open_ = [at for at in range(len(worked.places)) if not all(one[at] for one in whole)]
    in_order = tuple(worked.places[at] for at in open_)
    if block.choice("incomplete", "leave-out") == "keep" or not open_:
        return replace(worked, noticed=replace(worked.noticed, unfinished=in_order))
    rows = tuple(
        Row(name=row.name, values=tuple(value if known else None for value, known in zip(row.values, one, strict=True)))
        for row, one in zip(worked.rows, whole, strict=True)
    )
    if all(value is None for row in rows for value in row.values):
        what, cure = "Of no year are all months known.", "Write incomplete: keep, and the drawing says so."
        raise block.refusal(rules.EMPTY, "per", what, cure)
    trimmed = _trimmed(replace(worked, rows=rows))
    cut = tuple(place for place in in_order if place not in trimmed.places)
    partial = tuple(place for place in worked.noticed.partial if place in trimmed.places and place not in in_order)
    return replace(trimmed, noticed=replace(worked.noticed, cut=cut, partial=partial))


def _filters_time(block: Block, shape: Shape) -> bool:
    clauses = block.options.get("where", {})
    return (
        isinstance(clauses, dict) and bool(shape.time) and any(shape.sheet.find(name) == shape.time for name in clauses)
    )
