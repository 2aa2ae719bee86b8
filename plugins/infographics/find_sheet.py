"""Finds the table that a block names in content/data/, and keeps it while one build reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from plugins.infographics import rules
from plugins.infographics.block import Block, NoDrawingError
from plugins.infographics.sheet import MOST_CELLS, Sheet, sheet_of
from plugins.kernel.text import closest
from plugins.tools.content_files import ContentFiles, Found
from plugins.tools.read_table import EmptyTableError, NotATableError, read_table

FOLDER = "data"
MOST_BYTES = 40_000_000
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_NUMBER = re.compile(r"[-+(]?[$£€]?\s*\d[\d.,\s]*%?\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The tables that were read so far, by path and sign; another build has others."""

    known: dict[tuple[Path, int, int], Sheet] = field(default_factory=dict)

    def find(self, block: Block, files: ContentFiles) -> Sheet:
        """Return the table of a block; raises NoDrawingError when it is not there or cannot be drawn from."""
        cure = "Put a CSV file into content/data/ and name it, such as table: loans.csv"
        name = block.required("table", "This block does not say from which table to draw.", cure).removeprefix("data/")
        found = files.find(quote(f"{FOLDER}/{name}"))
        if found is None or not found.path.is_relative_to((files.root / FOLDER).resolve()):
            raise block.refusal(
                rules.TABLE, "table", f'There is no table "{name}" in content/data/.', _near(name, files)
            )
        state = found.path.stat()
        key = (found.path, state.st_size, state.st_mtime_ns)
        if key not in self.known:
            self.known[key] = _read(block, found, f"{FOLDER}/{name}")
        return self.known[key]


def _near(name: str, files: ContentFiles) -> str:
    folder = files.root / FOLDER
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")) if folder.is_dir() else []
    near = closest(name, there)
    if near:
        return f'Did you mean "{near}"?'
    return f"There are: {', '.join(there[:8])}." if there else "Save it there as CSV UTF-8."


def _read(block: Block, found: Found, file: str) -> Sheet:
    if found.size_bytes > MOST_BYTES:
        raise _too_large(block, file, f"{found.size_bytes // 1_000_000} MB")
    try:
        table = read_table(found.path.read_bytes(), _is_heading)
    except EmptyTableError as refusal:
        raise _empty(block, file) from refusal
    except NotATableError as refusal:
        raise block.refusal(
            rules.TABLE, "table", f'"{file}" is no table: {refusal}.', "Save it as CSV UTF-8."
        ) from refusal
    if not table.rows:
        raise _empty(block, file)
    if len(table.rows) * len(table.header.cells) > MOST_CELLS:
        raise _too_large(block, file, f"{len(table.rows):,} rows")
    return sheet_of(file, table)


def _is_heading(cell: str) -> bool:
    """Tell whether a cell may head a column: words or a year, and no number."""
    return bool(cell) and (bool(_YEAR.fullmatch(cell)) or not _NUMBER.fullmatch(cell))


def _too_large(block: Block, file: str, size: str) -> NoDrawingError:
    cure = "Let your spreadsheet program add it up first, by branch and month, and save that."
    return block.refusal(rules.LARGE, "table", f'The table "{file}" is too large: {size}.', cure)


def _empty(block: Block, file: str) -> NoDrawingError:
    return block.refusal(rules.EMPTY, "table", f'The table "{file}" has no rows.', "Add a row for each number.")
