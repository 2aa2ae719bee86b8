"""How the event of a row repeats, and the days on which its branch is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, time, timedelta

from plugins.events import rules
from plugins.events.expand import closure
from plugins.events.model import Recurrence
from plugins.events.read_clock import joined_days, read_dates
from plugins.events.read_recurrence import nearest_words, read_recurrence
from plugins.events.read_when import When
from plugins.events.row import Row
from plugins.events.rule_days import RuleDays
from plugins.kernel.library import Branch
from plugins.kernel.moments import WallTime, combine

FAR_YEARS = 10
DAYS_IN_A_YEAR = 366
CLOCKS_AHEAD_DAYS = 400
# No country changes its clocks later in the day.
BY_DAY = time(5)


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


def check_days(row: Row, when: When, series: Series, branch: Branch | None) -> None:
    """Note in the row what is odd about the days: a closed branch, a year far off, a very long event."""
    first = when.starts.date()
    _check_closed(row, when, series, branch)
    _check_clocks(row, when, series)
    if when.ends is not None and (when.ends.date() - first).days > DAYS_IN_A_YEAR:
        row.report(rules.TOO_LONG, "end_date", "It lasts more than a year.", "If it comes again, repeat it instead.")
    today = row.sheet.today
    if today is None or series.recurrence:
        return
    last = max([(when.ends or when.starts).date(), *series.also])
    if abs(first.year - today.year) > FAR_YEARS:
        row.report(rules.ODD_YEAR, "date", f"It is in the year {first.year}.", "Correct the year if it is a slip.")
    elif last < today - timedelta(days=DAYS_IN_A_YEAR):
        row.report(rules.LONG_PAST, "date", f"It was over by {last}.", "Nothing to do, if that is right.")


def _check_clocks(row: Row, when: When, series: Series) -> None:
    """Note each coming night on which the clocks skip the start of a series, or show it twice."""
    today, first, at = row.sheet.today, when.starts.date(), when.starts.time()
    if today is None or series.recurrence is None or when.all_day or at >= BY_DAY:
        return
    begin = max(first + timedelta(days=1), today)
    for day in RuleDays(series.recurrence, first).between(begin, today + timedelta(days=CLOCKS_AHEAD_DAYS)):
        moment, shown = combine(day, at, when.starts.tzinfo or UTC)
        if shown is WallTime.NEVER and day not in series.excluded:
            what = f"The clocks go forward over {at:%H:%M} on {day}; that night it is at {moment:%H:%M}."
            row.report(rules.CLOCK_SKIPS, "start", what, "Put that day into except, or leave it.", str(day))
        if shown is WallTime.TWICE and day not in series.excluded:
            what = f"The clocks show {at:%H:%M} twice on {day}; the first is taken."
            row.report(rules.CLOCK_TWICE, "start", what, "Put that day into except, or leave it.", str(day))


def _check_closed(row: Row, when: When, series: Series, branch: Branch | None) -> None:
    if branch is None:
        return
    first = when.starts.date()
    usual = branch.week[first.weekday()]
    for day in series.also if series.recurrence else (first, *series.also):
        reason = closure(branch, day, None if when.all_day else when.starts.time())
        if reason is not None:
            why = f" ({reason})" if reason else ""
            what = f"{branch.name} is closed on {day}{why}."
            row.report(rules.CLOSED_DAY, "date" if day == first else "also", what, "Choose another day.", str(day))
    lasts_one_day = when.ends is None or (when.ends - when.starts).days < 1
    if any(branch.week) and not usual and branch.special_on(first) is None and lasts_one_day:
        what = f"{branch.name} is closed on {first:%A}s, and {first} is one."
        row.report(rules.CLOSED_DAY, "date", what, "Choose another day, or say in the description which door is open.")
