"""Columns whose names leave open what is in them, told by their cells: a start that holds days, a missing header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from plugins.events.columns import Layout
from plugins.events.memo import Memo
from plugins.events.parse_days import Days
from plugins.events.parse_hours import Hours
from plugins.events.words import is_not_yet, is_null
from plugins.kernel.moments import MIDNIGHT
from plugins.tools.read_table import Record, Table

SAMPLE_ROWS = 200
LONG_TEXT = 120
_MOVES = (("start", "date"), ("end", "end_date"))


def fit_layout(layout: Layout, table: Table, memo: Memo) -> Layout:
    """Return a layout in which a column called start or end that holds days alone is one of dates."""
    positions = dict(layout.positions)
    for name, dates in _MOVES:
        places = positions.get(name, ())
        moved = tuple(place for place in places if _all(table.rows, place, lambda text: _is_day(text, memo)))
        if moved and not positions.get(dates):
            positions[dates] = moved
            positions[name] = tuple(place for place in places if place not in moved)
    return replace(layout, positions=MappingProxyType({name: places for name, places in positions.items() if places}))


def cell_of(record: Record, layout: Layout, name: str) -> str:
    """Return what the first filled cell of one of our names says."""
    places = layout.positions.get(name, ())
    return next((record.cells[place] for place in places if place < len(record.cells) and record.cells[place]), "")


def _all(rows: Iterable[Record], place: int, is_one: Callable[[str], bool]) -> bool:
    """Tell whether every cell at a place that says something is of a kind; False when none says anything."""
    texts = [cell for cell in _cells(rows, place) if not is_null(cell) and not is_not_yet(cell)]
    return bool(texts) and all(map(is_one, texts))


def _cells(rows: Iterable[Record], place: int) -> list[str]:
    sample = (
        record.cells[place] for record, _ in zip(rows, range(SAMPLE_ROWS), strict=False) if place < len(record.cells)
    )
    return [cell for cell in sample if cell]


def _is_day(text: str, memo: Memo) -> bool:
    if isinstance(memo.hours(text), Hours):
        return False
    found = memo.days(text, "", None)
    if isinstance(found, Days):
        return found.first.at in {None, MIDNIGHT} and found.ends is None
    return not isinstance(found, Days) and ("could be" in str(found) or memo.lacks_year(text, ""))


def is_data(table: Table, memo: Memo) -> bool:
    """Tell whether what should be the names of columns reads like a row: one of its cells is a day."""
    return any(_is_some_day(cell, memo) for cell in table.header.cells if cell)


def with_header(table: Table) -> Table:
    """Return a table whose first rows were rows as well, its columns called by their numbers."""
    records = (*table.above, table.header, *table.rows)
    width = max(len(record.cells) for record in records)
    header = Record(line=table.header.line, cells=tuple(str(number + 1) for number in range(width)))
    return replace(table, header=header, rows=records, above=())


def is_bare(table: Table) -> bool:
    """Tell whether the columns of a table are called by their numbers."""
    return all(name == str(number) for number, name in enumerate(table.header.cells, start=1))


def guess_columns(table: Table, memo: Memo) -> Mapping[str, str]:
    """Return which numbers of columns are certain, by what is in their cells; no title where two could be it."""
    found: dict[str, str] = {}
    texts = []
    for place, number in enumerate(table.header.cells):
        if _all(table.rows, place, lambda text: _is_some_day(text, memo)):
            found[number] = "end_date" if "date" in found.values() else "date"
        elif _all(table.rows, place, lambda text: isinstance(memo.hours(text), Hours)):
            found[number] = "end" if "start" in found.values() else "start"
        elif _all(table.rows, place, lambda text: text.startswith(("http://", "https://", "www."))):
            found[number] = "link"
        elif not _all(table.rows, place, lambda text: text.replace(".", "").replace("-", "").isdecimal()):
            texts.append((number, _cells(table.rows, place)))
    titles = [number for number, cells in texts if cells and max(map(len, cells)) <= LONG_TEXT]
    if len(titles) == 1:
        found[titles[0]] = "title"
        found.update({number: "description" for number, cells in texts if cells and number != titles[0]})
    return found


def _is_some_day(text: str, memo: Memo) -> bool:
    found = memo.days(text, "", None)
    return isinstance(found, Days) or "could be" in str(found)
