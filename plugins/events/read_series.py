"""How the event of a row repeats, and the days on which its branch is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.events import rules
from plugins.events.model import Recurrence
from plugins.events.read_clock import joined_days, read_dates
from plugins.events.read_recurrence import nearest_words, read_recurrence
from plugins.events.read_when import When
from plugins.events.row import Row
from plugins.events.rule_days import RuleDays


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """How an event repeats; all empty for one that does not."""

    recurrence: Recurrence | None = None
    excluded: frozenset[date] = frozenset()
    also: tuple[date, ...] = ()


def read_series(row: Row, when: When, known: Recurrence | None = None) -> Series:
    """Return how the event of a row repeats; `known` is how it does when its dates have said so."""
    failed_before = row.failed
    recurrence = known or read_recurrence(row, when.starts.date(), when.until)
    excluded, also = read_dates(row, "except"), joined_days(read_dates(row, "also"), when.also)
    if recurrence is None and row.failed == failed_before:
        _check_single(row, excluded, also)
    if recurrence is not None:
        _check_excluded(row, when.starts.date(), recurrence, excluded, also)
    return Series(recurrence=recurrence, excluded=frozenset(excluded), also=also)


def _check_single(row: Row, excluded: tuple[date, ...], also: tuple[date, ...]) -> None:
    for name, given in (("until", row.text("until")), ("count", row.text("count")), ("except", excluded and not also)):
        if given:
            what = "The event does not repeat, so this changes nothing."
            row.report(rules.NO_REPEAT, name, what, f"Write weekly in the column repeat, or empty {name}.")


def _check_excluded(
    row: Row, first: date, recurrence: Recurrence, excluded: tuple[date, ...], also: tuple[date, ...]
) -> None:
    days = RuleDays(recurrence, first)
    for day in excluded:
        if day not in also and not days.between(day, day):
            what = f"{day} ({day:%A}) is not a day of this series{nearest_words(days.near(day))}."
            row.report(rules.NOT_A_DATE_OF_IT, "except", what, "Correct the date, or take it out.", str(day))
