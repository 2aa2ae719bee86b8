"""A table of numbers as a block looks at it: columns by name, each read once as text, as numbers or as periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from plugins.infographics.read_numbers import Column, is_blank, read_numbers
from plugins.infographics.read_periods import Period, read_periods
from plugins.kernel.problems import Problem, Rule
from plugins.kernel.text import closest, shorten
from plugins.tools.front_matter import field_name
from plugins.tools.read_table import Table

# A table beyond this takes longer than a build should.
MOST_CELLS = 3_000_000
_MOSTLY = 0.5


class Sheet:
    """A table: `lines` are those of its rows in the file, `origins` the columns their cells came from, if unpivoted."""

    def __init__(
        self,
        file: str,
        columns: Mapping[str, Sequence[str]],
        lines: Sequence[int],
        delimiter: str = ",",
        origins: Sequence[str] = (),
    ) -> None:
        self.file, self.lines, self.delimiter, self.origins = file, lines, delimiter, origins
        self._columns = columns
        self._keys = {field_name(" ".join(name.split())): name for name in reversed([*columns])}
        self._numbers: dict[str, Column] = {}
        self._periods: dict[str, dict[str, Period | None]] = {}
        self._melted: dict[tuple[str, ...], Sheet] = {}
        self._are_numbers: dict[str, bool] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of its columns, in order."""
        return tuple(self._columns)

    def find(self, *wanted: str) -> str:
        """Return the first of these columns that there is, by its name here; "" where there is none."""
        return next(
            (self._keys[key] for name in wanted if (key := field_name(" ".join(name.split()))) in self._keys), ""
        )

    def near(self, name: str) -> str:
        """Return the column that was most likely meant."""
        return closest(name, self.names)

    def texts(self, name: str) -> Sequence[str]:
        """Return the cells of a column."""
        return self._columns[name]

    def numbers(self, name: str) -> Column:
        """Return a column as numbers."""
        if name not in self._numbers:
            self._numbers[name] = read_numbers(self._columns[name], self.delimiter)
        return self._numbers[name]

    def periods(self, name: str) -> dict[str, Period | None]:
        """Return the period that each text of a column is."""
        if name not in self._periods:
            self._periods[name] = read_periods(self._columns[name])
        return self._periods[name]

    def is_time(self, name: str) -> bool:
        """Tell whether a column holds periods: nearly all that is written in it, and not numbers by chance."""
        found = self.periods(name)
        return bool(found) and all(found.values())

    def is_number(self, name: str) -> bool:
        """Tell whether a column holds numbers, for the most part."""
        if name not in self._are_numbers:
            self._are_numbers[name] = self._has_numbers(name)
        return self._are_numbers[name]

    def _has_numbers(self, name: str) -> bool:
        cells = Counter(self._columns[name])
        filled = sum(count for cell, count in cells.items() if not is_blank(cell))
        kinds = [cell for cell in cells if not is_blank(cell)]
        column = read_numbers(kinds)
        strange = sum(cells[kinds[at]] for at in column.strange)
        return filled > 0 and strange <= filled * _MOSTLY

    def melted(self, columns: tuple[str, ...], label: str, value: str) -> Sheet:
        """Return the table with a row for each cell of some columns: the column's name as label, the cell as value."""
        if columns not in self._melted:
            self._melted[columns] = self._unpivoted(columns, label, value)
        return self._melted[columns]

    def problem(self, rule: Rule, name: str, row: int, what: str, cure: str) -> Problem:
        """Return what is wrong with a cell, under the name its column has in the file."""
        column, value = self.origins[row] if self.origins else name, shorten(self._columns[name][row], 80)
        return rule.at(self.file, line=self.lines[row], column=column, value=value, what=what, cure=cure)

    def _unpivoted(self, columns: tuple[str, ...], label: str, value: str) -> Sheet:
        times, rows = len(columns), range(len(self.lines))
        kept: dict[str, Sequence[str]] = {
            name: [cell for cell in cells for _ in columns]
            for name, cells in self._columns.items()
            if name not in columns
        }
        kept[label] = list(columns) * len(self.lines)
        kept[value] = [self._columns[name][row] for row in rows for name in columns]
        lines = [line for line in self.lines for _ in range(times)]
        return Sheet(self.file, kept, lines, self.delimiter, list(columns) * len(self.lines))


def sheet_of(file: str, table: Table) -> Sheet:
    """Return the sheet of a table; a column without a name has its number, one that is there twice a number more."""
    width = max([len(table.header.cells), *(len(row.cells) for row in table.rows)])
    names = _names(table.header.cells, width)
    rows = [(*row.cells, *("",) * (width - len(row.cells))) for row in table.rows]
    cells: Iterable[Sequence[str]] = zip(*rows, strict=True) if rows else ((),) * width
    return Sheet(file, dict(zip(names, cells, strict=True)), [row.line for row in table.rows], table.delimiter)


def _names(header: Sequence[str], width: int) -> list[str]:
    names: list[str] = []
    for at in range(width):
        name = " ".join(header[at].split()) if at < len(header) else ""
        name, number = name or f"Column {at + 1}", 1
        while name in names:
            number += 1
            name = f"{name.removesuffix(f' {number - 1}')} {number}"
        names.append(name)
    return names
