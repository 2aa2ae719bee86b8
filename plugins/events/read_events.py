"""A spreadsheet to events: every row becomes one, is joined to one, or is named in the report with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NotRequired, TypedDict, Unpack
from zoneinfo import ZoneInfo

from plugins.events import rules
from plugins.events.columns import Layout, is_known, key_of, keys_of, layout_of
from plugins.events.model import Event, Reading
from plugins.events.name_events import duplicate, name_events
from plugins.events.parse_date import Order, decide_order
from plugins.events.read_changes import join_changes
from plugins.events.read_details import is_public
from plugins.events.read_event import read_event
from plugins.events.read_table import NotATableError, Record, Table, read_table
from plugins.events.report_columns import report_columns, report_ends
from plugins.events.row import Row, Sheet
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem

NAMES_SHOWN = 12
DateOrder = Literal["day-first", "month-first", ""]
ORDERS: Mapping[DateOrder, Order] = MappingProxyType({"day-first": "day", "month-first": "month", "": ""})
DATE_COLUMNS = tuple("date start end_date end until except also occurrence opens closes updated".split())


class Circumstances(TypedDict):
    """What is known of a spreadsheet besides its bytes; with `today`, dates far from it are pointed out.

    `columns` maps their names of columns (or numbers, from 1) to ours; `encoding` is a name such as "cp1252".
    """

    file: str
    library: Library
    time_zone: ZoneInfo
    foreign: bool
    default_branch: NotRequired[str]
    today: NotRequired[date | None]
    columns: NotRequired[Mapping[str, str]]
    date_order: NotRequired[DateOrder]
    encoding: NotRequired[str]


def read_events(source_bytes: bytes, **known: Unpack[Circumstances]) -> Reading:
    """Return what came of a spreadsheet; `foreign` is one of another system, where unknown words are kept as text.

    Nothing is raised, whatever the bytes.
    """
    file, columns = known["file"], known.get("columns", {})
    try:
        table = read_table(source_bytes, _is_name_of(columns), known.get("encoding", ""))
    except NotATableError as refusal:
        return _refused(file, str(refusal), rows=0)
    layout = layout_of(table.header.cells, columns)
    missing = _missing(layout)
    if missing:
        return _refused(file, f"{missing}; it has {_listed(table.header.cells)}", rows=len(table.rows))
    stated = ORDERS[known.get("date_order", "")]
    sheet = Sheet(
        file=file,
        library=known["library"],
        time_zone=known["time_zone"],
        foreign=known["foreign"],
        default_branch=known.get("default_branch", ""),
        today=known.get("today"),
        header=table.header.cells,
        layout=layout,
        orders=MappingProxyType({name: stated or _order(table, layout, name) for name in DATE_COLUMNS}),
        is_order_stated=bool(stated),
    )
    return _read_rows(sheet, table)


def _is_name_of(columns: Mapping[str, str]) -> Callable[[str], bool]:
    """Return what tells whether a cell could be the name of a column."""
    stated = keys_of(columns)
    return lambda cell: is_known(cell) or key_of(cell) in stated


def merge_readings(readings: Iterable[Reading]) -> Reading:
    """Return several files as one; an event whose id an earlier file has is left out and reported."""
    first_with: dict[str, Event] = {}
    problems: list[Problem] = []
    rows = joined = left_out = 0
    for reading in readings:
        rows, joined, left_out = rows + reading.rows, joined + reading.joined, left_out + reading.left_out
        problems.extend(reading.problems)
        for event in reading.events:
            if first_with.setdefault(event.uid, event) is not event:
                problems.append(duplicate(event, first_with[event.uid]))
                left_out += 1
    return Reading(
        events=tuple(first_with.values()), problems=tuple(problems), rows=rows, joined=joined, left_out=left_out
    )


def _read_rows(sheet: Sheet, table: Table) -> Reading:
    problems = list(report_columns(sheet, table))
    seen: dict[tuple[str, ...], tuple[int, bool]] = {}
    events: list[Event] = []
    changed: list[Row] = []
    rows: dict[int, Row] = {}
    joined = 0
    for record in table.rows:
        row = rows[record.line] = Row(sheet=sheet, record=record)
        earlier = seen.get(_filled(record))
        if earlier is not None:
            problems.append(_repeated(sheet, record, earlier[0]))
            joined += earlier[1]
            continue
        if _is_change(row):
            changed.append(row)
        event = _read_row(row)
        seen[_filled(record)] = (record.line, event is not None)
        events.extend([] if event is None else [event])
    named, about_ids = name_events(events, foreign=sheet.foreign)
    whole = join_changes(changed, named, rows)
    problems += (problem for row in rows.values() for problem in row.problems)
    ordered = sorted((*problems, *report_ends(sheet, table, named), *about_ids), key=lambda problem: problem.line or 0)
    joined += whole.count
    left_out = len(table.rows) - joined - len(named)
    return Reading(events=whole.events, problems=tuple(ordered), rows=len(table.rows), joined=joined, left_out=left_out)


def _is_header(row: Row) -> bool:
    return [cell.casefold() for cell in row.record.cells] == [name.casefold() for name in row.sheet.header]


def _is_change(row: Row) -> bool:
    """Tell whether a row changes one day of a series."""
    return bool(row.text("occurrence")) and not _is_header(row) and is_public(row)


def _read_row(row: Row) -> Event | None:
    """Return the event of a row; None when it has an error, is not for the public, or changes a day of another."""
    cells = row.record.cells
    if _is_header(row):
        row.report(rules.HEADER_AGAIN, "title", "The row repeats the names of the columns.", "Delete it.")
        return None
    if not is_public(row):
        what = "The file marks it as private, hidden or a draft, so it is left out."
        row.report(rules.NOT_PUBLIC, "title", what, "Nothing to do, if that is right.")
        return None
    extra = [cell for cell in cells[len(row.sheet.header) :] if cell]
    if extra:
        what = f"The row has more cells than there are columns; dropped: {' | '.join(extra)[:200]}."
        row.report(rules.MORE_CELLS, "title", what, "Put a text with the delimiter in it between quotation marks.")
    return None if _is_change(row) else read_event(row)


def _filled(record: Record) -> tuple[str, ...]:
    """Return the cells without the empty ones at the end."""
    cells = record.cells
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _repeated(sheet: Sheet, record: Record, line: int) -> Problem:
    what, cure = f"The row is an exact copy of line {line}.", "Delete one of the two."
    return rules.REPEATED_ROW.at(sheet.file, line=record.line, what=what, cure=cure)


def _order(table: Table, layout: Layout, name: str) -> Order:
    places = layout.positions.get(name, ())
    return decide_order(record.cells[place] for record in table.rows for place in places if place < len(record.cells))


def _missing(layout: Layout) -> str:
    """Return which columns a list of events needs and this has not; "" when it has them."""
    lacks = [
        words for words, names in (("a title", ("title",)), ("a date", ("date", "start"))) if not layout.has(*names)
    ]
    return f"it has no column for {' and none for '.join(lacks)}" if lacks else ""


def _listed(header: tuple[str, ...]) -> str:
    names = [name for name in header if name]
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return "the columns " + ", ".join(name[:40] for name in names[:NAMES_SHOWN]) + more


def _refused(file: str, reason: str, rows: int) -> Reading:
    what = f"This is no list of events: {reason}."
    cure = "It needs a first row with the names of its columns, at least title and date (see docs/events-csv.md)."
    return Reading(problems=(rules.NOT_EVENTS.at(file, what=what, cure=cure),), rows=rows, left_out=rows)
