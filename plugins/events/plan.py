"""Which lists of events there are, whatever their language: what each is about, its days, and how these fill pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from plugins.events.agenda import LOOK_AHEAD_DAYS, Agenda
from plugins.events.count_months import add_months
from plugins.events.facets import EVERYTHING, LISTED, Chosen
from plugins.events.model import Day, Event, Occurrence
from plugins.kernel.moments import month_last, next_month
from plugins.tools.when import last_day

# How many lines a page of a list holds, so that a library with a thousand events a month has pages people can use.
PAGE = 130
MONTHS_AHEAD = 6
# With fewer days than this left of a month, the list from now on goes on to the end of the next.
DAYS_LEFT = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One list: of a month, of what was chosen, or of everything from now on.

    `last` is the last day it tells of, `rest` how much is on after that day, within the days it looks ahead.
    """

    chosen: Chosen = EVERYTHING
    month: date | None = None
    first: date
    last: date
    days: tuple[Day, ...]
    pages: tuple[tuple[Day, ...], ...]
    rest: int = 0

    @property
    def count(self) -> int:
        """Return how many times something is on."""
        return sum(len(day.occurrences) for day in self.days)

    def address(self, number: int = 1) -> str:
        """Return the address of a page within its language."""
        whole = f"{month_address(self.month)}list/" if self.month else self.chosen.address
        return whole if number == 1 else f"{whole}page/{number}/"

    def page_of(self, day: date) -> int:
        """Return the number of the page on which a day begins."""
        return next(number for number, days in enumerate(self.pages, 1) if any(one.date == day for one in days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """Every list of a site; `months` are in order, those that are over among them."""

    coming: Plan
    chosen: tuple[Plan, ...]
    months: tuple[Plan, ...]

    @property
    def every(self) -> tuple[Plan, ...]:
        """Return all of them."""
        return (self.coming, *self.chosen, *self.months)


def plan_lists(agenda: Agenda, now: datetime, programs: Iterable[str]) -> Plans:
    """Return every list there is at a moment; `programs` are those that have a page of their own."""
    known = frozenset(programs)
    found = [Chosen(kind=kind, id=id_) for kind in LISTED for id_, _ in agenda.facet_values(kind)]
    # A branch has a list even when nothing is on there, because its page leads to it.
    found += [Chosen(kind="branch", id=branch.id) for branch in agenda.library.branches]
    shown = (chosen for chosen in dict.fromkeys(found) if chosen.kind != "program" or chosen.id in known)
    return Plans(
        coming=_coming(agenda, now.date()),
        chosen=tuple(_chosen(agenda, chosen, now) for chosen in shown),
        months=tuple(_month(agenda, month) for month in months(agenda, now.date())),
    )


def _coming(agenda: Agenda, today: date) -> Plan:
    end = month_last(today)
    last = month_last(next_month(today)) if (end - today).days < DAYS_LEFT else end
    days = agenda.days(today, last)
    return Plan(first=today, last=last, days=days, pages=tuple(cut(days, PAGE)))


def _month(agenda: Agenda, month: date) -> Plan:
    days = agenda.days(month, month_last(month))
    return Plan(month=month, first=month, last=month_last(month), days=days, pages=tuple(cut(days, PAGE)))


def _chosen(agenda: Agenda, chosen: Chosen, now: datetime) -> Plan:
    """Return the next events of what was chosen: as many whole days as a page holds."""
    today = now.date()
    far = today + timedelta(days=LOOK_AHEAD_DAYS)
    midnight = datetime.combine(today, time(0), now.tzinfo)
    found = tuple(one for one in agenda.upcoming(midnight, PAGE + 1, **chosen.facets) if one.last_date >= today)
    held = _whole_days(found)
    last = held[-1].date if len(held) < len(found) else far
    until = max((one.date for one in held), default=today)
    days = tuple(
        day for day in agenda.grouped(held, today, max(until, today), **chosen.facets) if _is_told(day, chosen)
    )
    kind = chosen.kind or "branch"
    all_of_it = agenda.counts(kind, today, far).get(chosen.id, 0)
    return Plan(chosen=chosen, first=today, last=last, days=days, pages=(days,), rest=max(0, all_of_it - len(held)))


def _whole_days(found: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    """Return what fits a page without breaking off within a day, where more than a day fits."""
    if len(found) <= PAGE:
        return found
    whole = tuple(one for one in found if one.date < found[-1].date)
    return whole or found[:PAGE]


def _is_told(day: Day, chosen: Chosen) -> bool:
    """Tell whether a list has words for a day: that doors are shut is worth saying of a branch alone."""
    return bool(day.occurrences) or (day.closure is not None and chosen.kind == "branch")


def cut(days: Iterable[Day], limit: int) -> Iterator[tuple[Day, ...]]:
    """Yield pages of whole days, each with at most `limit` occurrences; a day that is longer goes on on the next."""
    page: list[Day] = []
    room = limit
    for piece in (piece for day in days for piece in _pieces(day, limit)):
        if len(piece.occurrences) > room and page:
            yield tuple(page)
            page, room = [], limit
        page.append(piece)
        room -= len(piece.occurrences)
    yield tuple(page)


def _pieces(day: Day, limit: int) -> Iterator[Day]:
    if len(day.occurrences) <= limit:
        yield day
        return
    for start in range(0, len(day.occurrences), limit):
        yield replace(day, occurrences=day.occurrences[start : start + limit])


def months(agenda: Agenda, today: date) -> tuple[date, ...]:
    """Return the first day of every month in which something is on: past ones, and those to come.

    A series alone makes no page more than six months ahead.
    """
    end = add_months(today, MONTHS_AHEAD - 1)
    far = today + timedelta(days=LOOK_AHEAD_DAYS)
    spans = {_span(event) for event in agenda.events if not event.is_series}
    single = {month for first, last in spans for month in _months(first, min(last, far))}
    starts = [event.starts.date() for event in agenda.events if event.is_series]
    first = min(starts, default=today)
    maybe = set(_months(first, month_last(end))) - single
    served = {month for month in maybe if agenda.months(month, 1)}
    return tuple(sorted(single | served))


def _span(event: Event) -> tuple[date, date]:
    """Return the first day and the last of a single event."""
    return event.starts.date(), last_day(event.starts, event.ends)


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = next_month(month)


def month_address(month: date) -> str:
    """Return the address of a month, without its language."""
    return f"events/{month.year:04}-{month.month:02}/"
