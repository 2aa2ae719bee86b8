"""The cells of a row under the names that they have in the archive: as they are written, under our own columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.events.columns import OWN, Layout, key_of
from plugins.events.parse_date import Order, UnreadableDateError, parse_date
from plugins.events.raw_rows import RawRow

_DATES = frozenset("date start end_date end until opens closes updated previous_start occurrence".split())
# Which of the two numbers is the day is told by the other rows of a column, and the archive has others.
_UNSURE = re.compile(r"\s*\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}\b")


def archive_cells(
    row: RawRow, header: tuple[str, ...], layout: Layout, orders: Mapping[str, Order], given: Mapping[str, str]
) -> dict[str, str]:
    """Return the filled cells of a row by their names; `given` is what library.toml says where the row says nothing."""
    names = _names(header, layout)
    cells: dict[str, str] = {}
    for place, text in enumerate(row.cells):
        name = names.get(place) or f"column {place + 1}"
        if text.strip():
            cells[name] = _sure(text, orders.get(name, "")) if name in _DATES else text
    return {name: value for name, value in given.items() if value and name not in cells} | cells


def _names(header: tuple[str, ...], layout: Layout) -> dict[int, str]:
    """Return the name of each place: ours where it is the best for one, else what the file calls it."""
    best = {places[0]: name for name, places in layout.positions.items() if name in OWN}
    names: dict[int, str] = {}
    for place, written in enumerate(header):
        name = best.get(place) or written.strip()
        taken = {key_of(other) for other in names.values()} | {key_of(other) for other in best.values()}
        if place not in best and key_of(name) in taken:
            name = f"{name} {place + 1}"
        names[place] = name
    return names


def _sure(text: str, order: Order) -> str:
    """Return a date in which nobody can take the day for the month."""
    found = _UNSURE.match(text)
    if not found:
        return text
    try:
        return parse_date(found[0], order).isoformat() + text[found.end() :]
    except UnreadableDateError:
        return text
