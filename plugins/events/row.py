"""One row of a spreadsheet on its way to an event: its cells by our names, and everything wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from zoneinfo import ZoneInfo

from plugins.events.columns import Layout
from plugins.events.known_words import KnownWords
from plugins.events.memo import Memo
from plugins.events.parse_date import Order
from plugins.events.words import LONGEST_NULL, is_not_yet, is_null
from plugins.events.years import NO_YEARS
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem, Rule, Severity
from plugins.tools.read_table import Record

# Where "to be announced" is something to report, and where it is something to read.
_REPORTS_NOT_YET = frozenset({"date", "start", "end", "end_date", "until", "also"})
_READS_NOT_YET = frozenset({"place", "room", "cost", "note", "description", "summary"})
_UNKNOWN = frozenset({"unknown", "?"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What all rows of a file share.

    `orders` says for a column whether the day or the month comes first (`told_orders` are those whose cells told it),
    `years` the year of the line whose date (in one
    of the columns `years_of`) has none, and `is_wall_time` that an offset of zero is written beside times of the wall.
    """

    file: str
    header: tuple[str, ...]
    layout: Layout
    library: Library
    time_zone: ZoneInfo
    foreign: bool
    default_branch: str = ""
    orders: Mapping[str, Order] = field(default_factory=lambda: MappingProxyType({}))
    told_orders: tuple[str, ...] = ()
    today: date | None = None
    years: Mapping[int, int] = field(default_factory=lambda: NO_YEARS)
    years_of: tuple[str, ...] = ("date",)
    is_wall_time: bool = False
    last_line: int = 0
    known: KnownWords = field(default_factory=KnownWords)
    memo: Memo = field(default_factory=Memo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row, what its cells say by our names of columns, and the problems found in it so far."""

    sheet: Sheet
    record: Record
    said: Mapping[str, tuple[str, ...]]
    problems: list[Problem] = field(default_factory=list)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return what each column of a name says, without empty cells."""
        return self.said.get(name, ())

    def text(self, name: str) -> str:
        """Return what the first filled column of a name says, or ""."""
        found = self.said.get(name)
        return found[0] if found else ""

    def word(self, name: str) -> str:
        """Return the first cell of a name in lower case, "none" and the like included."""
        cells = self.record.cells
        for place in self.sheet.layout.positions.get(name, ()):
            if place < len(cells) and cells[place]:
                return " ".join(cells[place].casefold().split())
        return ""

    def link(self, name: str) -> str:
        """Return the address that a cell of a name leads to (=HYPERLINK), or ""."""
        places = self.sheet.layout.positions.get(name, ()) if self.record.links else ()
        return next((address for place, address in self.record.links if place in places), "")

    @property
    def year(self) -> int | None:
        """Return the year of a date that has none, where it is certain."""
        return self.sheet.years.get(self.record.line)

    def order(self, name: str) -> Order:
        """Return whether the day or the month comes first in a column."""
        return self.sheet.orders.get(name, "")

    def column(self, name: str) -> str:
        """Return what the file calls a column: the first filled one, else the first."""
        places = self.sheet.layout.positions.get(name, ())
        filled = [place for place in places if place < len(self.record.cells) and self.record.cells[place]]
        return next((self.sheet.header[place] for place in (*filled, *places)), name)

    def report(self, rule: Rule, name: str, what: str, cure: str, value: str | None = None) -> None:
        """Note a problem of one column of this row."""
        said = self.text(name) if value is None else value
        self.problems.append(
            rule.at(
                self.sheet.file, line=self.record.line, column=self.column(name), value=said[:200], what=what, cure=cure
            )
        )

    @property
    def failed(self) -> bool:
        """Tell whether something is so wrong that the row is left out."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def row_of(sheet: Sheet, record: Record) -> Row:
    """Return the row of a record; a cell that says that there is nothing to say is as good as empty."""
    cells, width = record.cells, len(record.cells)
    said = {}
    for name, places in sheet.layout.positions.items():
        texts = [cells[place] for place in places if place < width and cells[place]]
        if texts and (len(texts) > 1 or len(texts[0]) <= LONGEST_NULL):
            texts = [text for text in texts if _says(name, text)]
        if texts:
            said[name] = tuple(texts)
    return Row(sheet=sheet, record=record, said=said)


def _says(name: str, text: str) -> bool:
    if len(text) > LONGEST_NULL:
        return True
    if is_null(text):
        return False
    if name in _REPORTS_NOT_YET or not is_not_yet(text):
        return True
    return name in _READS_NOT_YET and text.casefold() not in _UNKNOWN
