"""Which times of an event a calendar holds: those of its period; of an event that has none then, those it has."""

from __future__ import annotations

from datetime import timedelta

from plugins.calendars.model import Period, Planned
from plugins.events.agenda import LOOK_AHEAD_DAYS, Agenda
from plugins.events.model import Event, Occurrence


def plan_times(event: Event, agenda: Agenda, period: Period) -> Planned:
    """Return an event with the times that its lines hold; a series that is over or far off is in its own file only."""
    times = agenda.times_of(event.uid, period.first, period.last) or _other_times(event, agenda, period)
    last = max((one.on for one in times), default=period.last)
    return Planned(event=event, times=times, ruled=tuple(agenda.rule_of(event.uid, last)))


def _other_times(event: Event, agenda: Agenda, period: Period) -> tuple[Occurrence, ...]:
    first = event.starts.date()
    last = first + timedelta(days=LOOK_AHEAD_DAYS) if first > period.last else period.first
    return agenda.times_of(event.uid, first, last)
