"""What is said once about a whole spreadsheet: how it was read, and what became of each of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.events import rules
from plugins.events.columns import OWN
from plugins.events.model import Event
from plugins.events.row import Sheet
from plugins.events.zero_offsets import Offsets
from plugins.kernel.problems import Problem
from plugins.kernel.text import closest
from plugins.tools.decode import MACINTOSH
from plugins.tools.read_table import Table

LISTS = frozenset({"audience", "topics", "partners", "also", "except"})
FEWEST_DELIMITERS = 3
# A mail address or a telephone number: no example of it goes into a report.
_REACHES_PEOPLE = re.compile(r"[^\s@]+@[^\s@]+\.\w|^\+?(?:[\s()/-]*\d){9,}$")
IN_CURE = "Nothing to do, if that is right."
ORDERS = {"day": "the day comes before the month", "month": "the month comes before the day"}


def report_columns(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """Yield one problem for each thing worth knowing about a file as a whole."""
    yield from _report_reading(sheet, table)
    for place in sheet.layout.unknown:
        yield from _report_unknown(sheet, table, place)
    for place in sheet.layout.private:
        yield _private(sheet, table, sheet.header[place])
    for name, places in sheet.layout.positions.items():
        for place in places[1:] if name not in LISTS else ():
            spare = sheet.header[place]
            what = f'"{spare}" says the same as "{sheet.header[places[0]]}", which goes before it.'
            yield rules.SPARE_COLUMN.at(sheet.file, line=table.header.line, column=spare, what=what, cure=IN_CURE)
    for name in sheet.told_orders:
        column = sheet.header[sheet.layout.positions[name][0]]
        order = ORDERS[sheet.orders[name]]
        what = f'In the column "{column}", {order}: its name, or some of its rows, allow no other reading.'
        yield rules.DATE_ORDER.at(sheet.file, line=table.header.line, column=column, what=what, cure=IN_CURE)


def _private(sheet: Sheet, table: Table, name: str) -> Problem:
    what = f'The column "{name}" may hold private data, so nothing of it is read.'
    cure = "Best delete it from the file."
    return rules.PRIVATE_COLUMN.at(sheet.file, line=table.header.line, column=name, what=what, cure=cure)


def _report_reading(sheet: Sheet, table: Table) -> Iterator[Problem]:
    if table.encoding in {"Windows-1252", MACINTOSH}:
        what = f"The file is not in UTF-8, so its letters were read as {table.encoding}."
        yield rules.ENCODING.at(sheet.file, what=what, cure="Save it as CSV UTF-8 if letters look wrong.")
    if table.above:
        text = " / ".join(next(cell for cell in record.cells if cell)[:60] for record in table.above[:6])
        what = f"Above the names of the columns stands: {text}. It is not read."
        yield rules.ABOVE_HEADER.at(sheet.file, line=table.above[0].line, what=what, cure=IN_CURE)
    for line in table.open_quotes:
        what = "A quotation mark opens here and never closes, so it was taken for a letter."
        yield rules.OPEN_QUOTE.at(sheet.file, line=line, what=what, cure="Close it, or delete it.")
    for record in table.rows:
        if any(_holds_rows(cell, table) for cell in record.cells if "\n" in cell):
            what = "A quotation that opens here goes on over lines that look like rows, so they may be missing."
            yield rules.OPEN_QUOTE.at(sheet.file, line=record.line, what=what, cure="Close it where its cell ends.")


def _holds_rows(cell: str, table: Table) -> bool:
    """Tell whether a line within a cell has as many delimiters as a row of the table."""
    enough = max(FEWEST_DELIMITERS, len(table.header.cells) - 1)
    return any(line.count(table.delimiter) >= enough for line in cell.split("\n")[1:])


def report_offsets(sheet: Sheet, table: Table, offsets: Offsets) -> Iterator[Problem]:
    """Yield what the zero offsets of a file were taken for."""
    column = next(
        (sheet.header[place] for name in ("start", "date") for place in sheet.layout.positions.get(name, ())), ""
    )
    zone = sheet.time_zone
    if offsets.is_wall_time:
        what = f"All {offsets.count} times are written as UTC (+00:00), and {offsets.why}: read as times in {zone}."
        cure = "Have the system write the offset of the library's clock, or none."
        yield rules.ZERO_OFFSETS.at(sheet.file, line=table.header.line, column=column, what=what, cure=cure)
    elif offsets.count:
        what = f"All {offsets.count} times are written as UTC (+00:00), and were converted to {zone}."
        cure = "Check one of them; if they are times of the library's clock, have the system write no offset."
        yield rules.OFFSETS_CONVERTED.at(sheet.file, line=table.header.line, column=column, what=what, cure=cure)


def report_ends(sheet: Sheet, table: Table, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield a note when no column says when the events of a file end, and some have a time."""
    if sheet.layout.has("end") or not any(event.ends is None for event in events):
        return
    what, cure = "No column says when the events end.", "Add a column end, if people should know."
    yield rules.NO_ENDS.at(sheet.file, line=table.header.line, column="end", what=what, cure=cure)


def _report_unknown(sheet: Sheet, table: Table, place: int) -> Iterator[Problem]:
    """Yield a note on a column that means nothing to us; none when it has neither a name nor a cell."""
    name = sheet.header[place]
    values = (record.cells[place] for record in table.rows if place < len(record.cells))
    example = next((value for value in values if value), "")
    if not name and not example:
        return
    if _REACHES_PEOPLE.search(example):
        yield _private(sheet, table, name or f"column {place + 1}")
        return
    called = f'"{name}"' if name else f"without a name (number {place + 1})"
    near = closest(name, OWN) if name and not sheet.foreign else ""
    cure = f'If "{near}" is meant, call it so.' if near else "Nothing to do, if the events do not need it."
    what = f"We do not know a column {called}; what is in it is kept nowhere."
    column = name or f"column {place + 1}"
    yield rules.UNKNOWN_COLUMN.at(
        sheet.file, line=table.header.line, column=column, value=example[:80], what=what, cure=cure
    )
