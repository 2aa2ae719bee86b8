"""Finds the events of a spreadsheet that are over, with all of their rows and the cells the archive gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.events.archive_cells import archive_cells
from plugins.events.columns import Layout, is_known, key_of, keys_of, layout_of
from plugins.events.find_over import last_day
from plugins.events.model import Event
from plugins.events.parse_date import Order, decide_order
from plugins.events.raw_rows import RawRow, RawSheet, read_raw
from plugins.events.reading import Reading
from plugins.events.sources import ARCHIVE, Sheet
from plugins.events.whole_sheet import ORDERS
from plugins.kernel.library import Library
from plugins.kernel.problems import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """An event that is over: its last day, its rows in the file it is in, and their cells as the archive has them.

    The cells are as they are written, unless `is_rewritten`.
    """

    event: Event
    last: date
    rows: tuple[RawRow, ...]
    cells: tuple[Mapping[str, str], ...]
    is_rewritten: bool = False

    @property
    def file(self) -> str:
        """Return the file of the archive that it belongs to, by the year of its last day."""
        return f"{ARCHIVE}/{self.last.year}.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows of a spreadsheet, to be found by their first line, by what they say, and by their id."""

    header: tuple[str, ...]
    layout: Layout
    orders: Mapping[str, Order]
    by_line: Mapping[int, RawRow]
    by_cells: Mapping[tuple[str, ...], list[RawRow]]
    by_id: Mapping[str, list[RawRow]]


def read_own(source_bytes: bytes, sheet: Sheet) -> RawSheet:
    """Return the rows of a spreadsheet as they are written.

    Raises NotATableError.
    """
    stated = keys_of(sheet.source.columns)
    encoding = "utf-8" if sheet.source.address else sheet.source.encoding
    return read_raw(source_bytes, lambda cell: is_known(cell) or key_of(cell) in stated, encoding)


def find_moving(raw: RawSheet, reading: Reading, sheet: Sheet, library: Library, before: date) -> Iterator[Moving]:
    """Yield the events that are over before a day; an event about one of whose rows something is wrong stays."""
    bad = {one.line for one in reading.problems if one.severity is Severity.ERROR}
    rows = _rows_of(raw, sheet)
    for event in reading.events:
        last = last_day(event, before)
        own = rows.by_line.get(event.line)
        if last is None or own is None:
            continue
        alike, about = rows.by_cells[_filled(own)], rows.by_id.get(event.uid, [])
        together = sorted({row.first: row for row in (*alike, *about)}.values(), key=lambda row: row.first)
        if not any(row.first in bad for row in together):
            cells = tuple(
                _cells(row, rows, event, _given(event, sheet, library, is_own=row in alike)) for row in together
            )
            yield Moving(event=event, last=last, rows=tuple(together), cells=cells)


def _rows_of(raw: RawSheet, sheet: Sheet) -> _Rows:
    header = raw.table.header.cells
    layout = layout_of(header, sheet.source.columns)
    stated = ORDERS[sheet.source.date_order]
    by_cells: dict[tuple[str, ...], list[RawRow]] = {}
    by_id: dict[str, list[RawRow]] = {}
    id_places = layout.positions.get("id", ())
    for row in raw.rows:
        by_cells.setdefault(_filled(row), []).append(row)
        for place in id_places[:1]:
            if place < len(row.cells):
                by_id.setdefault(row.cells[place].strip(), []).append(row)
    return _Rows(
        header=header,
        layout=layout,
        orders={name: stated or decide_order(_column(raw, places)) for name, places in layout.positions.items()},
        by_line={row.first: row for row in raw.rows},
        by_cells=by_cells,
        by_id=by_id,
    )


def _column(raw: RawSheet, places: tuple[int, ...]) -> Iterable[str]:
    return (row.cells[place] for row in raw.rows for place in places if place < len(row.cells))


def _filled(row: RawRow) -> tuple[str, ...]:
    return tuple("\0".join(cell.strip() for cell in row.cells).rstrip("\0").split("\0"))


def _cells(row: RawRow, rows: _Rows, event: Event, given: Mapping[str, str]) -> Mapping[str, str]:
    return archive_cells(row, rows.header, rows.layout, rows.orders, given) | {"id": event.uid}


def _given(event: Event, sheet: Sheet, library: Library, *, is_own: bool) -> dict[str, str]:
    """Return what library.toml says for all rows of a source, which each row in the archive must say itself.

    A row about one day of a series says no branch: it would be another one.
    """
    zone, branch = sheet.source.time_zone, sheet.source.branch
    is_there = is_own and branch and event.branch and event.branch.id == branch
    return {
        "time_zone": zone.key if zone and zone.key != library.time_zone.key else "",
        "branch": branch if branch and is_there else "",
    }
