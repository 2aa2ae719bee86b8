"""Finds events on days on which their branch is closed, or closes early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from plugins.advice import rules
from plugins.events.agenda import Agenda
from plugins.events.model import Occurrence, Skipped
from plugins.kernel.library import OpeningHours
from plugins.kernel.problems import Problem

AHEAD = timedelta(days=60)


def judge_closures(agenda: Agenda, now: datetime) -> Iterator[Problem]:
    """Yield a problem for each coming day of a series that falls out, and for each event that outlasts the doors."""
    today = now.date()
    for gone in agenda.skipped(today, today + AHEAD):
        if gone.moved is None and gone.date not in gone.event.excluded:
            yield _falls_out(gone)
    for one in agenda.between(today, today + AHEAD):
        closes = _closes(one)
        if closes is not None:
            yield _past_closing(one, closes)


def _falls_out(gone: Skipped) -> Problem:
    branch = gone.event.branch
    why = f" ({gone.reason})" if gone.reason else ""
    return rules.FALLS_OUT.at(
        gone.event.source,
        line=gone.event.line,
        column="except",
        value=str(gone.date),
        what=f"It falls out on {gone.date}, when {branch.name if branch else 'the branch'} is closed{why}.",
        cure=f"If that is right, put {gone.date} into except; else give the day a row of its own, with another date.",
    )


def _closes(one: Occurrence) -> datetime | None:
    """Return when the branch of an event closes on a special day, where that is before its end."""
    special = one.branch.special_on(one.date) if one.branch else None
    if special is None or not special.hours or one.ends is None or one.all_day or one.is_off:
        return None
    day = datetime.combine(one.date, datetime.min.time(), one.starts.tzinfo)
    closes = day + timedelta(minutes=max(hours.closes_minute for hours in special.hours))
    usual = day + timedelta(minutes=max((hours.closes_minute for hours in _usual(one)), default=0))
    return closes if one.starts < closes < one.ends <= usual else None


def _usual(one: Occurrence) -> tuple[OpeningHours, ...]:
    branch = one.branch
    return branch.week[one.date.weekday()] if branch else ()


def _past_closing(one: Occurrence, closes: datetime) -> Problem:
    name = one.branch.name if one.branch else ""
    return rules.PAST_CLOSING.at(
        one.event.source,
        line=one.event.line,
        column="end",
        value=f"{one.ends:%H:%M}",
        what=f"On {one.date} it lasts until {one.ends:%H:%M}, and {name} closes at {closes:%H:%M} that day.",
        cure=f"Give {one.date} a row of its own with another end, or say in its note which door is open.",
    )
