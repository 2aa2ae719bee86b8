"""A spreadsheet to events: every row becomes one, is joined to one, or is named in the report with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Unpack

from plugins.events import rules
from plugins.events.columns import is_name_of, layout_of
from plugins.events.fit_layout import fit_layout, guess_columns, is_bare, is_data, with_header
from plugins.events.join_same import Joined, join_same
from plugins.events.memo import Memo
from plugins.events.model import Event
from plugins.events.name_events import duplicate, name_events
from plugins.events.read_changes import join_changes
from plugins.events.read_details import is_public
from plugins.events.read_event import read_event
from plugins.events.reading import Reading
from plugins.events.refuse import refuse
from plugins.events.report_columns import report_columns, report_ends
from plugins.events.row import Row, Sheet, row_of
from plugins.events.whole_sheet import Circumstances, sheet_of
from plugins.kernel.problems import Problem
from plugins.tools.read_table import NotATableError, Record, Table, read_table


def read_events(source_bytes: bytes, **known: Unpack[Circumstances]) -> Reading:
    """Return what came of a spreadsheet; `foreign` is one of another system, where unknown words are kept as text.

    Nothing is raised, whatever the bytes.
    """
    file, memo, columns = known["file"], Memo(), known.get("columns", {})
    try:
        table = read_table(source_bytes, is_name_of(columns), known.get("encoding", ""))
    except NotATableError as refusal:
        return _refused(file, str(refusal), rows=0)
    table, columns, about = _with_columns(file, table, columns, memo)
    layout = fit_layout(layout_of(table.header.cells, columns), table, memo)
    reason = NO_NAMES if is_bare(table) and not layout.has("title") else refuse(table, layout)
    if reason:
        return _refused(file, reason, rows=len(table.rows))
    sheet, about_times = sheet_of(table, layout, memo, known)
    return _read_rows(sheet, table, (*about, *about_times))


# Which of several texts is the title, nobody can tell from outside.
NO_NAMES = "its first row holds no names of columns, and which of them is the title cannot be told"


def _with_columns(
    file: str, table: Table, columns: Mapping[str, str], memo: Memo
) -> tuple[Table, Mapping[str, str], tuple[Problem, ...]]:
    """Return a table without names of columns as one whose columns have numbers, and what is certain of these."""
    names = sum(map(is_name_of(columns), table.header.cells))
    if names > 1 or not is_data(table, memo):
        return table, columns, ()
    bare = with_header(table)
    guessed = columns or guess_columns(bare, memo)
    taken = ", ".join(f"{number} as {name}" for number, name in guessed.items()) or "none for certain"
    what = f"The first row holds no names of columns. By what is in them we took columns {taken}."
    cure = 'Give the file a first row with names, or say in library.toml columns = { "1" = "date", "2" = "title" }.'
    said = rules.NO_HEADER.at(file, line=table.header.line, what=what, cure=cure)
    return bare, guessed, (said,) if "title" in guessed.values() and not columns else ()


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


def _read_rows(sheet: Sheet, table: Table, about: Iterable[Problem]) -> Reading:
    problems = [*report_columns(sheet, table), *about]
    seen: dict[tuple[str, ...], tuple[int, bool]] = {}
    events: list[Event] = []
    changed: list[Row] = []
    rows: dict[int, Row] = {}
    joined = 0
    for record in table.rows:
        row = rows[record.line] = row_of(sheet, record)
        filled = _filled(record)
        earlier = seen.get(filled)
        if earlier is not None:
            problems.append(_repeated(sheet, record, earlier[0]))
            joined += earlier[1]
            continue
        if _is_change(row):
            changed.append(row)
        event = _read_row(row)
        seen[filled] = (record.line, event is not None)
        events.extend([] if event is None else [event])
    same = join_same(events) if sheet.foreign else Joined(events=tuple(events), problems=(), count=0)
    named, about_ids = name_events(same.events, foreign=sheet.foreign)
    whole = join_changes(changed, named, rows)
    problems += (problem for row in rows.values() for problem in row.problems)
    ordered = sorted(
        (*problems, *report_ends(sheet, table, named), *same.problems, *about_ids),
        key=lambda problem: problem.line or 0,
    )
    joined += whole.count + same.count
    left_out = len(table.rows) - joined - len(named)
    return Reading(
        events=whole.events,
        problems=tuple(ordered),
        rows=len(table.rows),
        joined=joined,
        left_out=left_out,
        header=sheet.header,
    )


def _is_header(row: Row) -> bool:
    cells, header = row.record.cells, row.sheet.header
    return cells[0].casefold() == header[0].casefold() and [*map(str.casefold, cells)] == [*map(str.casefold, header)]


def _is_below(row: Row) -> bool:
    """Tell whether a row is a line under another system's table, such as when it was written."""
    if not row.sheet.foreign or row.record.line != row.sheet.last_line:
        return False
    return len([cell for cell in row.record.cells if cell]) == 1


def _is_change(row: Row) -> bool:
    """Tell whether a row changes one day of a series."""
    return bool(row.text("occurrence")) and not _is_header(row) and is_public(row)


def _read_row(row: Row) -> Event | None:
    """Return the event of a row; None when it has an error, is not for the public, or changes a day of another."""
    cells = row.record.cells
    if _is_header(row):
        row.report(rules.HEADER_AGAIN, "title", "The row repeats the names of the columns.", "Delete it.")
        return None
    if _is_below(row):
        what = f'Below the rows stands "{next(filter(None, cells))[:80]}", which is no event.'
        row.report(rules.BELOW_ROWS, "title", what, "Delete it, if the file is yours.")
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


def _refused(file: str, reason: str, rows: int) -> Reading:
    what = f"This is no list of events: {reason}."
    cure = "It needs a first row with the names of its columns, at least title and date (see docs/events-csv.md)."
    if reason == NO_NAMES:
        cure = 'Give it a first row with names, or say in library.toml columns = { "1" = "date", "2" = "title" }.'
    return Reading(problems=(rules.NOT_EVENTS.at(file, what=what, cure=cure),), rows=rows, left_out=rows)
