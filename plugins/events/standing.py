"""How each event stands at one moment: its next times, the last one there was, and what else its readers might like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from plugins.events.agenda import Agenda
from plugins.events.expand import occurrences
from plugins.events.model import Event, Occurrence

NEXT_DATES = 8
RELATED = 4


class Standing:
    """Answers for each event, each worked out once: thousands of events ask for the same neighbors."""

    def __init__(self, agenda: Agenda, now: datetime) -> None:
        self.agenda, self.now, self._moment = agenda, now, now.astimezone(UTC)
        self._upcoming: dict[str, tuple[Occurrence, ...]] = {}
        self._for_audience: dict[str, tuple[Occurrence, ...]] = {}
        self._by_title: dict[str, tuple[Occurrence, ...]] = {}
        self._titles: defaultdict[str, list[Event]] = defaultdict(list)
        for event in agenda.events:
            self._titles[event.summary].append(event)

    def upcoming(self, event: Event) -> tuple[Occurrence, ...]:
        """Return the next times that are not finished, at most eight; none once it is over."""
        if event.uid not in self._upcoming:
            self._upcoming[event.uid] = self._find_upcoming(event)
        return self._upcoming[event.uid]

    def _find_upcoming(self, event: Event) -> tuple[Occurrence, ...]:
        if event.is_series:
            return self.agenda.upcoming(max(self.now, event.starts), NEXT_DATES, uid=event.uid)
        one = Occurrence(event=event, starts=event.starts, ends=event.ends)
        return () if one.is_over(self._moment) else (one,)

    def shown(self, event: Event) -> Occurrence:
        """Return the time that its page is about: the next one, else the last there was."""
        ahead = self.upcoming(event)
        if ahead:
            return ahead[0]
        first = Occurrence(event=event, starts=event.starts, ends=event.ends)
        if not event.is_series:
            return first
        past = occurrences(event, event.starts.date(), self.now.date())
        return past[-1] if past else first

    def related(self, event: Event) -> tuple[Occurrence, ...]:
        """Return the next of other events: of the same title first, then for the same audience, each event once."""
        audience = event.audiences[0].id if event.audiences else ""
        found: dict[str, Occurrence] = {}
        for one in (*self._same_title(event.summary), *self._same_audience(audience)):
            if one.event.uid != event.uid:
                found.setdefault(one.event.uid, one)
            if len(found) == RELATED:
                break
        return tuple(sorted(found.values(), key=_order))

    def _same_title(self, title: str) -> tuple[Occurrence, ...]:
        if title not in self._by_title:
            ahead = (next(iter(self.upcoming(event)), None) for event in self._titles[title])
            self._by_title[title] = _first(one for one in ahead if one)
        return self._by_title[title]

    def _same_audience(self, audience: str) -> tuple[Occurrence, ...]:
        if audience not in self._for_audience:
            found = self.agenda.upcoming(self.now, RELATED * 6, audience=audience)
            nearest = {one.event.uid: one for one in reversed(found) if not one.is_off}
            self._for_audience[audience] = tuple(nearest.values())[: -RELATED - 2 : -1]
        return self._for_audience[audience]


def _first(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Return the first few that take place, and one more: an event does not count itself."""
    return tuple(sorted((one for one in found if not one.is_off), key=_order)[: RELATED + 1])


def _order(one: Occurrence) -> tuple[datetime, str]:
    return one.starts, one.event.uid
