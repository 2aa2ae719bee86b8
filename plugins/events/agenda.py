"""What is on: the events of a period, in order and by day, for everybody or for one branch, audience or topic."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypedDict, Unpack

from plugins.events.expand import Times, closure
from plugins.events.model import Day, Event, Occurrence, Skipped
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Library
from plugins.tools.dates import language_words

Kind = Literal["branch", "audience", "topic", "program", "language", "access"]
LOOK_AHEAD_DAYS = 400


class Facets(TypedDict, total=False):
    """What to keep: only what has all of these ids; an empty id keeps everything."""

    branch: str
    audience: str
    topic: str
    program: str
    language: str
    access: str


class Agenda:
    """All events of the site, ready to be asked for a period."""

    def __init__(self, events: Iterable[Event], library: Library) -> None:
        self.events = tuple(sorted(events, key=_event_order))
        self.library = library
        self._by_uid = {event.uid: event for event in self.events}
        shelves: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in self.events:
            for place in facets_of(event):
                shelves[place].append(event)
        # Every list of a period asks for the same counts; the events never change, so each is worked out once.
        self._counted: dict[tuple[object, ...], Counter[tuple[str, str]]] = {}
        # Each series is expanded once, for whichever list asks first.
        self._times = {event.uid: Times(event) for event in self.events}
        self._everything = _Shelf(self._times[event.uid] for event in self.events)
        self._shelves = {place: _Shelf(self._times[event.uid] for event in held) for place, held in shelves.items()}

    def find(self, uid: str) -> Event | None:
        """Return the event of an id."""
        return self._by_uid.get(uid)

    def times_of(self, uid: str, first: date, last: date) -> tuple[Occurrence, ...]:
        """Return the times of one event that touch the days from first to last, in order."""
        return self._times[uid].between(first, last)

    def rule_of(self, uid: str, last: date) -> list[date]:
        """Return every day up to the last that a series' rule names, whether or not it takes place then."""
        return self._times[uid].ruled(last)

    def between(self, first: date, last: date, **facets: Unpack[Facets]) -> tuple[Occurrence, ...]:
        """Return what takes place from first to last, by start, title and id."""
        return _marked(sorted(self._found(first, last, facets), key=_order))

    def days(self, first: date, last: date, **facets: Unpack[Facets]) -> tuple[Day, ...]:
        """Return the days with something on, and those on which every branch (or the one asked for) is closed.

        What lasts several days is listed once, on its first day within the period.
        """
        days = self.every_day(first, last, **facets)
        return tuple(day for day in days if day.occurrences or day.closure is not None)

    def every_day(self, first: date, last: date, **facets: Unpack[Facets]) -> tuple[Day, ...]:
        """Return every day of a period, those with nothing on as well."""
        by_day: defaultdict[date, list[Occurrence]] = defaultdict(list)
        for one in self.between(first, last, **facets):
            by_day[max(one.date, first)].append(one)
        days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        return tuple(Day(date=day, occurrences=tuple(by_day[day]), closure=self._closure(day, facets)) for day in days)

    def upcoming(
        self, after: datetime, limit: int, *, uid: str = "", **facets: Unpack[Facets]
    ) -> tuple[Occurrence, ...]:
        """Return the next occurrences that are not finished at an aware moment, up to 400 days ahead."""
        shelf = self._shelf(facets) if not uid else _Shelf(self._times[uid] for _ in (self.find(uid),) if _)
        found: list[Occurrence] = []
        for first, last in _stretches(after.date() - timedelta(days=1)):
            touching = (one for one in shelf.between(first, last) if _has(one.event, facets))
            new = (one for one in touching if one.state(after) != "done")
            found = sorted({(one.event.uid, one.starts): one for one in (*found, *new)}.values(), key=_order)
            if len(found) >= limit:
                break
        return _marked(found[:limit])

    def skipped(self, first: date, last: date, **facets: Unpack[Facets]) -> tuple[Skipped, ...]:
        """Return the dates of series that fall out because their branch is closed, by date and title."""
        series = (times for times in self._shelf(facets).series if _has(times.event, facets))
        found = (one for times in series for one in times.skipped(first, last))
        return tuple(sorted(found, key=lambda one: (one.date, one.event.summary, one.event.uid)))

    def months(self, first: date, count: int, **facets: Unpack[Facets]) -> tuple[date, ...]:
        """Return the first day of each of the next `count` months in which something is on."""
        months = [_add_months(first, ahead) for ahead in range(count)]
        ends = [_add_months(month, 1) - timedelta(days=1) for month in months]
        return tuple(
            month for month, end in zip(months, ends, strict=True) if any(True for _ in self._found(month, end, facets))
        )

    def counts(self, kind: Kind, first: date, last: date, **facets: Unpack[Facets]) -> Mapping[str, int]:
        """Return how many times something is on from first to last, for each id of a kind."""
        asked = (first, last, *sorted(facets.items()))
        if asked not in self._counted:
            self._counted[asked] = Counter(
                place for one in self._found(first, last, facets) for place in facets_of(one.event)
            )
        return {id_: count for (of_kind, id_), count in self._counted[asked].items() if of_kind == kind}

    def facet_values(self, kind: Kind) -> tuple[tuple[str, Phrase | str], ...]:
        """Return the (id, name) of everything of a kind that has events: in the library's order, then by name."""
        known = {
            "branch": [branch.id for branch in self.library.branches],
            "audience": [audience.id for audience in self.library.audiences],
            "topic": [topic.id for topic in self.library.topics],
            "access": [one.id for one in self.library.access],
        }.get(kind, [])
        order = {id_: position for position, id_ in enumerate(known)}
        names = {id_: name for event in self.events for of_kind, id_, name in _names(event) if of_kind == kind}
        if kind == "language":
            names = {tag: self._language(tag) for tag in names}
        return tuple(
            sorted(names.items(), key=lambda item: (order.get(item[0], len(known)), str(item[1]).casefold(), item[0]))
        )

    def _language(self, tag: str) -> Phrase:
        """Return what a language is called in each language of the site."""
        words = {one: language_words(tag, one) for one in self.library.languages}
        return Phrase(default=words[self.library.languages[0]], by_language=words)

    def _shelf(self, facets: Facets) -> _Shelf:
        wanted = [self._shelves.get(place, _Shelf(())) for place in _wanted(facets)]
        return min(wanted, key=len, default=self._everything)

    def _found(self, first: date, last: date, facets: Facets) -> Iterator[Occurrence]:
        return (one for one in self._shelf(facets).between(first, last) if _has(one.event, facets))

    def _closure(self, day: date, facets: Facets) -> Phrase | None:
        branch = self.library.branch(facets.get("branch", ""))
        return self.library.closure_on(day) if branch is None else closure(branch, day, None)


class _Shelf:
    """Some of the events, laid out so that a period finds what touches it without looking at the rest."""

    def __init__(self, held: Iterable[Times]) -> None:
        everything = tuple(held)
        self.series = tuple(times for times in everything if times.event.is_series)
        single = [_single(times.event) for times in everything if not times.event.is_series]
        self._long = tuple(one for one in single if one.last_date > one.date)
        self._short = sorted((one for one in single if one.last_date == one.date), key=lambda one: one.date)
        self._days = [one.date for one in self._short]
        self._size = len(everything)

    def __len__(self) -> int:
        return self._size

    def between(self, first: date, last: date) -> Iterator[Occurrence]:
        yield from self._short[bisect_left(self._days, first) : bisect_right(self._days, last)]
        yield from (one for one in self._long if one.date <= last and one.last_date >= first)
        for times in self.series:
            yield from times.between(first, last)


def facets_of(event: Event) -> tuple[tuple[Kind, str], ...]:
    """Return under what an event is filed, as (kind, id)."""
    return tuple((kind, id_) for kind, id_, _ in _names(event))


def _names(event: Event) -> Iterator[tuple[Kind, str, Phrase | str]]:
    if event.branch is not None:
        yield "branch", event.branch.id, event.branch.name
    for audience in event.audiences:
        yield "audience", audience.id, audience.name
    for topic in event.topics:
        yield "topic", topic.id, topic.name
    if event.program:
        yield "program", event.program, event.program
    if event.language:
        yield "language", event.language, event.language
    for provision in event.provisions:
        yield "access", provision.id, provision.name


def _wanted(facets: Facets) -> tuple[tuple[str, str], ...]:
    return tuple((kind, str(id_)) for kind, id_ in facets.items() if id_)


def _has(event: Event, facets: Facets) -> bool:
    return set(_wanted(facets)) <= set(facets_of(event))


def _single(event: Event) -> Occurrence:
    return Occurrence(event=event, starts=event.starts, ends=event.ends)


def _event_order(event: Event) -> tuple[datetime, str, str]:
    return event.starts.astimezone(UTC), event.summary, event.uid


def _order(one: Occurrence) -> tuple[datetime, str, str]:
    return one.starts.astimezone(UTC), one.event.summary, one.event.uid


def _marked(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Return the same, with `again` on what is already listed in its month."""
    seen: set[tuple[str, int, int]] = set()
    marked = []
    for one in found:
        month = (one.event.uid, one.date.year, one.date.month)
        marked.append(replace(one, again=True) if month in seen else one)
        seen.add(month)
    return tuple(marked)


def _stretches(first: date) -> Iterator[tuple[date, date]]:
    """Yield ever longer periods, so that the next few dates are found without working out a year of them."""
    behind, ahead = 0, 8
    while behind <= LOOK_AHEAD_DAYS:
        until = min(ahead, LOOK_AHEAD_DAYS + 1)
        yield first + timedelta(days=behind), first + timedelta(days=until)
        behind, ahead = until + 1, ahead * 3


def _add_months(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)
