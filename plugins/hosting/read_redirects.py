"""Reads redirects.csv: where the addresses of the old site lead, one in a row."""

from __future__ import annotations

import csv
import io

from plugins.hosting import rules
from plugins.hosting.redirect import Wish
from plugins.kernel.problems import Problem

FILE = "redirects.csv"
COLUMNS = ("from", "to")


def read_redirects(text: str) -> tuple[tuple[Wish, ...], tuple[Problem, ...]]:
    """Return what the rows say, as written, and what is wrong with the table as a whole; empty rows are passed over."""
    rows = csv.reader(io.StringIO(text), dialect=_dialect(text))
    header = [cell.strip().casefold() for cell in next(rows, [])]
    if not set(COLUMNS) <= set(header):
        what = "The first row of this table does not name the columns from and to."
        cure = "Write from,to into the first row, and below it one old address and one new one a row."
        return (), (rules.NOT_A_TABLE.at(FILE, line=1, value=",".join(header)[:80], what=what, cure=cure),)
    old, new = (header.index(name) for name in COLUMNS)
    wishes, problems = [], []
    for row in rows:
        cells = [cell.strip() for cell in row] + [""] * len(header)
        if cells[old] and cells[new]:
            wishes.append(Wish(written=cells[old], target=cells[new], file=FILE, line=rows.line_num))
        elif any(cells):
            problems.append(_half(cells[old] or cells[new], rows.line_num))
    return tuple(wishes), tuple(problems)


def _half(value: str, line: int) -> Problem:
    what = "This row does not say both what leads on and where it leads."
    return rules.BAD_FROM.at(FILE, line=line, value=value, what=what, cure="Fill in both cells, or delete the row.")


def _dialect(text: str) -> type[csv.Dialect]:
    """Return how the cells are parted: spreadsheets of many countries write semicolons."""
    first = text.partition("\n")[0]

    class Parted(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Parted
