"""Whether a branch is open, when it opens next, and its week in words and for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from plugins.kernel.library import Branch, OpeningHours, SpecialDay, Week
from plugins.tools import dates

State = Literal["until", "opens_at", "opens_on", "opens_tomorrow", "closed_today", "closed"]
DAYS_AHEAD = 6
_A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """How a branch's door stands: open until a time, or closed and opening at a time or on a day."""

    state: State
    time: time | None = None
    day: date | None = None


def door_of(branch: Branch, now: datetime) -> Door:
    """Return how a door stands at a moment in the library's wall time (the script in theme/static/js says the same)."""
    today, minute = now.date(), now.hour * 60 + now.minute
    hours = branch.hours_on(today)
    for one in hours:
        if one.opens_minute <= minute < one.closes_minute:
            return Door(state="until", time=one.closes)
        if minute < one.opens_minute:
            return Door(state="opens_at", time=one.opens)
    if not hours:
        return Door(state="closed_today")
    ahead = next((days for days in range(1, DAYS_AHEAD + 1) if branch.hours_on(today + timedelta(days=days))), 0)
    if ahead == 1:
        return Door(state="opens_tomorrow", day=today + timedelta(days=1))
    return Door(state="opens_on", day=today + timedelta(days=ahead)) if ahead else Door(state="closed")


def week_words(week: Week, lang: str) -> str:
    """Return a week in a line: "Mon–Thu 9 am to 8 pm, Fri 9 am to 6 pm"; days without hours are left out."""
    spans: list[tuple[int, int, tuple[OpeningHours, ...]]] = []
    for day, hours in enumerate(week):
        if spans and spans[-1][2] == hours:
            spans[-1] = (spans[-1][0], day, hours)
        else:
            spans.append((day, day, hours))
    return ", ".join(_span(*span, lang) for span in spans if span[2])


def _span(first: int, last: int, hours: tuple[OpeningHours, ...], lang: str) -> str:
    names = [dates.short_weekday(_A_MONDAY + timedelta(days=day), lang) for day in (first, last)]
    days = names[0] if first == last else f"{names[0]}–{names[1]}"
    return f"{days} {' & '.join(dates.hours_words(one, lang) for one in hours)}"


def week_data(week: Week) -> str:
    """Return a week for scripts: seven parts, Monday first, in minutes from midnight ("540-1200|…")."""
    return "|".join(_ranges(hours) for hours in week)


def days_data(special_days: Sequence[SpecialDay]) -> str:
    """Return special days for scripts: "2026-12-24:540-780;*-12-25:"; dated days before those of every year."""
    ordered = sorted(special_days, key=lambda one: one.month_day is not None)
    return ";".join(f"{_days(one)}:{_ranges(one.hours)}" for one in ordered)


def _ranges(hours: tuple[OpeningHours, ...]) -> str:
    return ",".join(f"{one.opens_minute}-{one.closes_minute}" for one in hours)


def _days(special: SpecialDay) -> str:
    if special.month_day is not None:
        return "*-{:02}-{:02}".format(*special.month_day)
    last = f"/{special.last}" if special.last and special.last != special.first else ""
    return f"{special.first}{last}"
