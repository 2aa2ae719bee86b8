"""When an event is news: some weeks before it takes place, and again once it is cancelled, moved or full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from plugins.events.agenda import Agenda
from plugins.events.model import Event, Occurrence, Status
from plugins.kernel.entry import Entry
from plugins.kernel.later import Later, text_of
from plugins.kernel.moments import combine, month_last
from plugins.tools.slots import copy_with

A_MONTH = timedelta(days=31)
NEXT_DATES = 8
CHANGES = frozenset({Status.CANCELLED, Status.POSTPONED, Status.MOVED, Status.FULL})
# Returns what an event's page says of it.
Tell = Callable[[Event], str | Later[Any]]
# A link or a picture of this site: what becomes of it depends on more than the text, so the text is read at once.
_NAMES_A_FILE = re.compile(
    r"\]\(\s*<?(?!https?:|mailto:|tel:|#)|\]:\s|\b(?:src|href)\s*=\s*[\"']?(?!https?:|mailto:|tel:|#)", re.IGNORECASE
)


def news_of(event: Event, entry: Entry, agenda: Agenda, now: datetime, tell: Tell) -> tuple[Entry, ...]:
    """Return what people are told of an event at a moment: nothing before it is time, nothing once it is over."""
    lead = timedelta(days=agenda.library.announce_days)
    if _is_far(event, entry, now.date() + lead):
        return ()
    herald = Herald(event=event, entry=entry, agenda=agenda, now=now, lead=lead)
    found = tuple(one for one in herald.news() if one.published is not None and one.published <= now)
    return tuple(copy_with(one, body=_body(event, tell)) for one in found)


def _is_far(event: Event, entry: Entry, last: date) -> bool:
    """Tell, without working anything out, that there is nothing to tell: most events of a year are far away."""
    if entry.starts is None or event.changes or event.status in CHANGES:
        return False
    # The dates of a month are told together, as its first is announced.
    return entry.starts.date() > last + (A_MONTH if event.is_series else timedelta(0))


def _body(event: Event, tell: Tell) -> str | Later[Any]:
    told = tell(event)
    return text_of(told) if _NAMES_A_FILE.search(event.description) else told


@dataclass(frozen=True, slots=True, kw_only=True)
class Herald:
    """Says what is news about one event at a moment; `entry` is the event's own, `lead` how long before it is told."""

    event: Event
    entry: Entry
    agenda: Agenda
    now: datetime
    lead: timedelta

    def news(self) -> Iterator[Entry]:
        """Yield each piece of news, those among them that are not public yet."""
        event = self.event
        if not event.is_series:
            yield from self._of_one(Occurrence(event=event, starts=event.starts, ends=event.ends))
            return
        for change in event.changes:
            yield from self._of_change(change.on, (change.starts or event.starts).date())
        if event.status in CHANGES:
            yield from self._of_series()
        # What is full or off is no news again each month.
        if event.status not in CHANGES or event.status is Status.MOVED:
            yield from self._by_month()

    def _of_one(self, one: Occurrence) -> Iterator[Entry]:
        if one.is_over(self.now):
            return
        if one.status in CHANGES:
            yield self._changed(one, self.event.uid, self.event.updated)
        else:
            yield self._told(one, self.event.uid, self._announced(one.starts.date()))

    def _of_change(self, on: date, day: date) -> Iterator[Entry]:
        """Yield what has become of one day of a series."""
        around = timedelta(days=1)
        times = self.agenda.times_of(self.event.uid, min(on, day) - around, max(on, day) + around)
        one = next((one for one in times if one.change is not None and one.on == on), None)
        if one is not None and one.status in CHANGES and not one.is_over(self.now):
            changed = one.change.updated if one.change else None
            yield self._changed(one, f"{self.event.uid}/{on.isoformat()}", changed)

    def _of_series(self) -> Iterator[Entry]:
        """Yield what has become of all of a series: one piece of news, with the next dates that it is about."""
        upcoming = self.agenda.upcoming(max(self.now, self.event.starts), NEXT_DATES, uid=self.event.uid)
        following = [one for one in upcoming if one.change is None]
        if following:
            told = self._changed(following[0], self.event.uid, self.event.updated)
            # Without a day of its own in the row, the id may not follow the next date, which moves on.
            key = told.id if self.event.updated else f"{self.event.uid}/{self.event.status}"
            yield copy_with(told, id=key, next_dates=_starts(following))

    def _by_month(self) -> Iterator[Entry]:
        """Yield the meetings of a series month by month: as many words for a weekly one as for a monthly one."""
        today = self.now.date()
        by_month: dict[str, list[Occurrence]] = {}
        for one in self.agenda.times_of(self.event.uid, today.replace(day=1), month_last(today + self.lead)):
            by_month.setdefault(f"{one.on.year:04}-{one.on.month:02}", []).append(one)
        for month, times in by_month.items():
            planned = [one for one in times if not one.is_off]
            following = next((one for one in planned if not one.is_over(self.now)), None)
            if following is not None:
                told = self._told(following, f"{self.event.uid}/{month}", self._announced(min(one.on for one in times)))
                yield copy_with(told, **self._as_planned(), next_dates=_starts(planned))

    def _as_planned(self) -> dict[str, Any]:
        """Return what is true of every date of the series; where it once was is news of its own."""
        status = Status.CONFIRMED if self.event.status in CHANGES else self.event.status
        return {"place": self.event.where, "status": str(status), "previous_start": None, "previous_place": ""}

    def _announced(self, on: date) -> datetime:
        """Return when people are told of what is on a day: so many days before, at the hour at which it starts."""
        return combine(on - self.lead, self.event.starts.time(), self.event.starts.tzinfo or UTC)[0]

    def _changed(self, one: Occurrence, key: str, changed: datetime | None) -> Entry:
        """Return the news of a change: dated when the row says that it was made, else as the event is announced."""
        known = changed is not None and changed <= self.now
        mark = (changed or one.starts).strftime("%Y%m%dT%H%M")
        published = changed if changed is not None and known else self._announced(one.starts.date())
        return self._told(one, f"{key}/{one.status}/{mark}", published)

    def _told(self, one: Occurrence, id_: str, published: datetime) -> Entry:
        there = self.entry.branches
        return copy_with(
            self.entry,
            id=id_,
            published=published,
            branches=there if one.branch is None or one.branch in there else (*there, one.branch),
            starts=one.starts,
            ends=one.ends,
            place=one.where,
            status=str(one.status),
            note=one.note,
            previous_start=one.previous_start,
            previous_place=one.previous_place,
            next_dates=(one.starts,),
        )


def _starts(times: list[Occurrence]) -> tuple[datetime, ...]:
    return tuple(one.starts for one in times)
