"""What is odd about the days of a row: a closed branch, a year far off, a night on which the clocks change."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta

from plugins.events import rules
from plugins.events.expand import closure
from plugins.events.read_series import Series
from plugins.events.read_when import When
from plugins.events.row import Row
from plugins.events.rule_days import RuleDays
from plugins.kernel.library import Branch
from plugins.kernel.moments import WallTime, combine

FAR_YEARS = 10
DAYS_IN_A_YEAR = 366
CLOCKS_AHEAD_DAYS = 400
SOME_WEEKS = timedelta(weeks=9)
# No country changes its clocks later in the day.
BY_DAY = time(5)


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
    for day in series.also if series.recurrence else (first, *series.also):
        reason = closure(branch, day, None if when.all_day else when.starts.time())
        if reason is not None:
            why = f" ({reason})" if reason else ""
            what = f"{branch.name} is closed on {day}{why}."
            row.report(rules.CLOSED_DAY, "date" if day == first else "also", what, "Choose another day.", str(day))
    if any(branch.week) and (when.ends is None or (when.ends - when.starts).days < 1):
        _check_week(row, first, series, branch)


def _check_week(row: Row, first: date, series: Series, branch: Branch) -> None:
    """Note each day of the week on which the event is and its branch is never open."""
    days = RuleDays(series.recurrence, first).between(first, first + SOME_WEEKS) if series.recurrence else [first]
    usual = {day.weekday(): day for day in reversed(days) if branch.special_on(day) is None}
    for weekday, day in sorted(usual.items()):
        if not branch.week[weekday]:
            what = f"{branch.name} is closed on {day:%A}s, and {day} is one."
            cure = "Choose another day, or say in the description which door is open."
            row.report(rules.CLOSED_DAY, "date" if day == first else "repeat", what, cure)
