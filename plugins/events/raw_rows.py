"""The rows of a spreadsheet letter by letter, with their lines: for whoever moves them and may lose nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import StringIO

from plugins.tools.decode import NotTextError, decode
from plugins.tools.read_table import NotATableError, Table, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """The cells of a row as they are written, and the first and the last line of the file that it takes, from 1."""

    first: int
    last: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """A spreadsheet as read_table understands it, its lines with their ends, its header and its rows."""

    table: Table
    lines: tuple[str, ...]
    header: RawRow
    rows: tuple[RawRow, ...]
    is_cut_off: bool = False


def read_raw(source: bytes, known: Callable[[str], bool], encoding: str = "") -> RawSheet:
    """Return the rows of a spreadsheet below its header, as they are written; blank ones are left out.

    Raises NotATableError.
    """
    table = read_table(source, known, encoding)
    try:
        text, _ = decode(source, encoding)
    except NotTextError as refusal:
        raise NotATableError(str(refusal)) from refusal
    lines = tuple(StringIO(text, newline=""))
    by_line = {row.first: row for row in _rows(lines, table.delimiter)}
    header = by_line.get(table.header.line)
    if table.open_quotes or header is None:
        raise NotATableError("a quotation mark opens in it and never closes")
    rows = tuple(by_line[record.line] for record in table.rows if record.line in by_line)
    if len(rows) != len(table.rows):
        raise NotATableError("its rows cannot be told apart")
    tail = lines[rows[-1].first - 1 :] if rows else ()
    return RawSheet(table=table, lines=lines, header=header, rows=rows, is_cut_off="".join(tail).count('"') % 2 == 1)


def _rows(lines: tuple[str, ...], delimiter: str) -> Iterable[RawRow]:
    reader = csv.reader(lines, delimiter=delimiter)
    first = 1
    try:
        for cells in reader:
            yield RawRow(first=first, last=reader.line_num, cells=tuple(cells))
            first = reader.line_num + 1
    except csv.Error:
        return


def render_rows(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as a CSV of ours: commas, quotation marks where they are needed, one line end for all."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for cells in rows:
        writer.writerow([cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells])
    return out.getvalue()
