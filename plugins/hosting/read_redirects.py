"""Reads redirects.csv: where the addresses of the old site lead, one in a row."""

from __future__ import annotations

from plugins.hosting import rules
from plugins.hosting.redirect import Wish
from plugins.kernel.problems import Problem
from plugins.tools.read_table import NotATableError, read_table

FILE = "redirects.csv"
COLUMNS = ("from", "to")


def read_redirects(text: str) -> tuple[tuple[Wish, ...], tuple[Problem, ...]]:
    """Return what the rows say, as written, and what is wrong with the table as a whole; empty rows are passed over."""
    try:
        table = read_table(text.encode(), lambda name: name.casefold() in COLUMNS, "UTF-8")
    except NotATableError:
        return (), (_unnamed([]),)
    header = [cell.casefold() for cell in (*table.above, table.header)[0].cells]
    if not set(COLUMNS) <= set(header):
        return (), (_unnamed(header),)
    old, new = (header.index(name) for name in COLUMNS)
    wishes, problems = [], []
    for row in table.rows:
        cells = [*row.cells] + [""] * len(header)
        if cells[old] and cells[new]:
            wishes.append(Wish(written=cells[old], target=cells[new], file=FILE, line=row.line))
        else:
            problems.append(_half(cells[old] or cells[new], row.line))
    return tuple(wishes), tuple(problems)


def _unnamed(header: list[str]) -> Problem:
    what = "The first row of this table does not name the columns from and to."
    cure = "Write from,to into the first row, and below it one old address and one new one a row."
    return rules.NOT_A_TABLE.at(FILE, line=1, value=",".join(header)[:80], what=what, cure=cure)


def _half(value: str, line: int) -> Problem:
    what = "This row does not say both what leads on and where it leads."
    return rules.BAD_FROM.at(FILE, line=line, value=value, what=what, cure="Fill in both cells, or delete the row.")
