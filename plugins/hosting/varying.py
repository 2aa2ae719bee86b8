"""The table as servers take it: what every file is sent with, and for each other header its value by row."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.hosting.table import row_headers, table
from plugins.kernel.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Varying:
    """Headers that are `same` for all rows, and those of which each row has its own value, or "" for none."""

    patterns: dict[str, str]
    same: dict[str, str]
    by_row: dict[str, dict[str, str]]

    @property
    def last(self) -> str:
        """Return the row that fits whatever no other does."""
        return list(self.patterns)[-1]


def varying(library: Library) -> Varying:
    """Return the table by header."""
    rows = table(library)
    given = {row.name: row_headers(row, library) for row in rows}
    names = list(dict.fromkeys(name for headers in given.values() for name in headers))
    by_row = {name: {row.name: given[row.name].get(name, "") for row in rows} for name in names}
    is_same = {name: len(set(values.values())) == 1 for name, values in by_row.items()}
    return Varying(
        patterns={row.name: row.pattern.pattern for row in rows},
        same={name: next(iter(by_row[name].values())) for name in names if is_same[name]},
        by_row={name: by_row[name] for name in names if not is_same[name]},
    )
