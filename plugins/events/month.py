"""A month as a table: seven days a week, each day with its first events and the way to the rest of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from plugins.events.model import Day, Occurrence, Skipped
from plugins.events.plan import Plan
from plugins.kernel.languages import Phrase

# How many events a day shows before it leads to its list: a thousand a month still make a page people can use.
SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day; `count` is how much is on, `more` the address of the list where all of it is, "" when all is shown."""

    date: date
    occurrences: tuple[Occurrence, ...] = ()
    count: int = 0
    more: str = ""
    moved: tuple[Skipped, ...] = ()
    closure: Phrase | None = None

    @property
    def hidden(self) -> int:
        """Return how many events the cell does not show."""
        return self.count - len(self.occurrences)


Row = tuple[Cell | None, ...]


def weeks(plan: Plan, prefix: str) -> tuple[Row, ...]:
    """Return the weeks of a month's plan, Monday first; None stands for a day of the month before or after."""
    held = {day.date: day for day in plan.days}
    first, last = plan.first, plan.last
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    cells: list[Cell | None] = [None] * first.weekday()
    cells += [_cell(held.get(day) or Day(date=day), plan, prefix) for day in days]
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))


def _cell(day: Day, plan: Plan, prefix: str) -> Cell:
    count = len(day.occurrences)
    # A line that says "and one more" takes as much room as the one.
    shown = day.occurrences if count <= SHOWN + 1 else day.occurrences[:SHOWN]
    more = f"{prefix}{plan.address(plan.page_of(day.date))}#d-{day.date.isoformat()}" if len(shown) < count else ""
    return Cell(date=day.date, occurrences=shown, count=count, more=more, moved=day.moved, closure=day.closure)
