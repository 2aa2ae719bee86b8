"""What only the whole of a spreadsheet tells: the order of its dates, years left out, and what its offsets mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NotRequired, TypedDict
from zoneinfo import ZoneInfo

from plugins.events.columns import Layout
from plugins.events.fit_layout import cell_of
from plugins.events.known_words import known_words
from plugins.events.memo import Memo
from plugins.events.parse_date import Order, decide_order
from plugins.events.report_columns import report_offsets
from plugins.events.row import Sheet
from plugins.events.years import fill_years
from plugins.events.zero_offsets import weigh_offsets
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem
from plugins.tools.read_table import Table

TIMED = ("date", "start")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NAMED_ORDER = re.compile(r"\b(?:(dd?[/.-]mm?)|mm?[/.-]dd?)\b", re.IGNORECASE)
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


def sheet_of(table: Table, layout: Layout, memo: Memo, known: Circumstances) -> tuple[Sheet, tuple[Problem, ...]]:
    """Return what all rows share, with what only the whole of the file tells; and what is to be said about it."""
    stated = ORDERS[known.get("date_order", "")]
    orders = {name: stated or _order(table, layout, name) for name in DATE_COLUMNS}
    told = {name: order for name, order in orders.items() if order}
    if len(set(told.values())) == 1:
        # One program wrote all columns in one way.
        orders = dict.fromkeys(DATE_COLUMNS, next(iter(told.values())))
    years_of = "date" if layout.has("date") else "start"
    cells = [(record.line, cell_of(record, layout, years_of)) for record in table.rows]
    years = fill_years([(line, text) for line, text in cells if text], orders[years_of], memo, _year_above(table))
    starts = (
        (cell_of(record, layout, "title"), cell_of(record, layout, name)) for record in table.rows for name in TIMED
    )
    offsets = weigh_offsets(((title, text) for title, text in starts if text), known["time_zone"], memo)
    sheet = Sheet(
        file=known["file"],
        library=known["library"],
        time_zone=known["time_zone"],
        foreign=known["foreign"],
        default_branch=known.get("default_branch", ""),
        today=known.get("today"),
        header=table.header.cells,
        layout=layout,
        orders=MappingProxyType(orders),
        told_orders=() if stated else tuple(told),
        years=years,
        years_of=(years_of,),
        is_wall_time=offsets.is_wall_time,
        last_line=table.rows[-1].line if table.rows else 0,
        known=known_words(known["library"]),
        memo=memo,
    )
    return sheet, tuple(report_offsets(sheet, table, offsets))


def _year_above(table: Table) -> int | None:
    """Return the one year that the lines above the names of the columns name, as in "What's on, spring 2024"."""
    years = {int(year) for record in table.above for cell in record.cells for year in _YEAR.findall(cell)}
    return years.pop() if len(years) == 1 else None


def _order(table: Table, layout: Layout, name: str) -> Order:
    """Return what the name of a column says of its dates, such as "Date (dd/mm/yyyy)", else what its cells do."""
    places = layout.positions.get(name, ())
    for place in places:
        named = _NAMED_ORDER.search(table.header.cells[place])
        if named:
            return "day" if named[1] else "month"
    return decide_order(record.cells[place] for record in table.rows for place in places if place < len(record.cells))
