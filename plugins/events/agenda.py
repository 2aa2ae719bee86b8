"""What is on: the events of a period, in order and by day, for everybody or for one branch, audience or topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypedDict, Unpack

from plugins.events.count_months import add_months
from plugins.events.expand import closure, times_of
from plugins.events.model import Day, Event, Occurrence, Skipped
from plugins.events.shelf import Shelf, marked, reading_order, stretches
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
        self._called: dict[Kind, dict[str, Phrase | str]] = {}
        self._filed: dict[str, frozenset[tuple[Kind, str]]] = {}
        for event in self.events:
            named = tuple(_names(event))
            self._filed[event.uid] = frozenset((kind, id_) for kind, id_, _ in named)
            for kind, id_, name in named:
                self._called.setdefault(kind, {})[id_] = name
            elsewhere = {("branch", change.branch.id) for change in event.changes if change.branch is not None}
            for place in self._filed[event.uid] | elsewhere:
                shelves[place].append(event)
        # Every list of a period asks for the same counts; the events never change, so each is worked out once.
        self._counted: dict[tuple[object, ...], Counter[tuple[str, str]]] = {}
        self._coming: dict[tuple[object, ...], tuple[Occurrence, ...]] = {}
        self._values: dict[Kind, tuple[tuple[str, Phrase | str], ...]] = {}
        # Each series is expanded once, for whichever list asks first.
        self._times = {event.uid: times_of(event) for event in self.events}
        self._everything = Shelf(self._times[event.uid] for event in self.events)
        self._shelves = {place: Shelf(self._times[event.uid] for event in held) for place, held in shelves.items()}

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
        return marked(sorted(self._found(first, last, facets), key=reading_order))

    def days(self, first: date, last: date, **facets: Unpack[Facets]) -> tuple[Day, ...]:
        """Return the days with something on, and those on which every branch (or the one asked for) is closed.

        What lasts several days is listed once, on its first day within the period.
        """
        days = self.every_day(first, last, **facets)
        return tuple(day for day in days if day.occurrences or day.moved or day.closure is not None)

    def every_day(self, first: date, last: date, **facets: Unpack[Facets]) -> tuple[Day, ...]:
        """Return every day of a period, those with nothing on as well."""
        return self.grouped(self.between(first, last, **facets), first, last, **facets)

    def grouped(
        self, found: Iterable[Occurrence], first: date, last: date, **facets: Unpack[Facets]
    ) -> tuple[Day, ...]:
        """Return every day of a period with those of its occurrences that are given."""
        by_day: defaultdict[date, list[Occurrence]] = defaultdict(list)
        for one in found:
            by_day[max(one.date, first)].append(one)
        moved: defaultdict[date, list[Skipped]] = defaultdict(list)
        for gone in self.skipped(first, last, **facets):
            if gone.moved is not None:
                moved[gone.date].append(gone)
        days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        return tuple(
            Day(
                date=day,
                occurrences=tuple(by_day[day]),
                moved=tuple(moved[day]),
                closure=self._closure(day, facets),
            )
            for day in days
        )

    def upcoming(
        self, after: datetime, limit: int, *, uid: str = "", **facets: Unpack[Facets]
    ) -> tuple[Occurrence, ...]:
        """Return the next occurrences that are not finished at an aware moment, up to 400 days ahead."""
        if uid:
            found = self._times.get(uid)
            return self._upcoming(Shelf([found] if found else []), after, limit, facets)
        asked = (after, limit, *sorted(facets.items()))
        if asked not in self._coming:
            self._coming[asked] = self._upcoming(self._shelf(facets), after, limit, facets)
        return self._coming[asked]

    def _upcoming(self, shelf: Shelf, after: datetime, limit: int, facets: Facets) -> tuple[Occurrence, ...]:
        found: list[Occurrence] = []
        moment = after.astimezone(UTC)
        for first, last in stretches(after.date() - timedelta(days=1), LOOK_AHEAD_DAYS):
            new = (one for one in shelf.between(first, last) if self._has(one, facets) and not one.is_over(moment))
            found = sorted({(one.event.uid, one.starts): one for one in (*found, *new)}.values(), key=reading_order)
            if len(found) >= limit:
                break
        return marked(found[:limit])

    def skipped(self, first: date, last: date, **facets: Unpack[Facets]) -> tuple[Skipped, ...]:
        """Return the days of series that fall out because their branch is closed, or moved, by date and title."""
        wanted = frozenset(_wanted(facets))
        series = (times for times in self._shelf(facets).series if wanted <= self._filed[times.event.uid])
        found = (one for times in series for one in times.skipped(first, last))
        return tuple(sorted(found, key=lambda one: (one.date, one.event.summary, one.event.uid)))

    def months(self, first: date, count: int, **facets: Unpack[Facets]) -> tuple[date, ...]:
        """Return the first day of each of the next `count` months in which something is on."""
        months = [add_months(first, ahead) for ahead in range(count)]
        ends = [add_months(month, 1) - timedelta(days=1) for month in months]
        return tuple(
            month for month, end in zip(months, ends, strict=True) if any(True for _ in self._found(month, end, facets))
        )

    def counts(self, kind: Kind, first: date, last: date, **facets: Unpack[Facets]) -> Mapping[str, int]:
        """Return how many times something is on from first to last, for each id of a kind."""
        asked = (first, last, *sorted(facets.items()))
        if asked not in self._counted:
            self._counted[asked] = Counter(
                place for one in self._found(first, last, facets) for place in self._places(one)
            )
        return {id_: count for (of_kind, id_), count in self._counted[asked].items() if of_kind == kind}

    def facet_values(self, kind: Kind) -> tuple[tuple[str, Phrase | str], ...]:
        """Return the (id, name) of everything of a kind that has events: in the library's order, then by name."""
        if kind not in self._values:
            self._values[kind] = self._facet_values(kind)
        return self._values[kind]

    def _facet_values(self, kind: Kind) -> tuple[tuple[str, Phrase | str], ...]:
        known = {
            "branch": [branch.id for branch in self.library.branches],
            "audience": [audience.id for audience in self.library.audiences],
            "topic": [topic.id for topic in self.library.topics],
            "access": [one.id for one in self.library.access],
        }.get(kind, [])
        order = {id_: position for position, id_ in enumerate(known)}
        names = self._called.get(kind, {})
        if kind == "language":
            names = {tag: self._language(tag) for tag in names}
        return tuple(
            sorted(names.items(), key=lambda item: (order.get(item[0], len(known)), str(item[1]).casefold(), item[0]))
        )

    def _language(self, tag: str) -> Phrase:
        """Return what a language is called in each language of the site."""
        words = {one: language_words(tag, one) for one in self.library.languages}
        return Phrase(default=words[self.library.languages[0]], by_language=words)

    def _shelf(self, facets: Facets) -> Shelf:
        wanted = [self._shelves.get(place, Shelf(())) for place in _wanted(facets)]
        return min(wanted, key=len, default=self._everything)

    def _found(self, first: date, last: date, facets: Facets) -> Iterator[Occurrence]:
        return (one for one in self._shelf(facets).between(first, last) if self._has(one, facets))

    def _has(self, one: Occurrence, facets: Facets) -> bool:
        return frozenset(_wanted(facets)) <= self._places(one)

    def _places(self, one: Occurrence) -> frozenset[tuple[Kind, str]]:
        """Return under what an occurrence is filed; one in another branch than its series, under both."""
        filed = self._filed[one.event.uid]
        if one.change is None or one.change.branch is None:
            return filed
        elsewhere: tuple[Kind, str] = ("branch", one.change.branch.id)
        return filed | {elsewhere}

    def _closure(self, day: date, facets: Facets) -> Phrase | None:
        branch = self.library.branch(facets.get("branch", ""))
        return self.library.closure_on(day) if branch is None else closure(branch, day, None)


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


def _event_order(event: Event) -> tuple[datetime, str, str]:
    return event.starts.astimezone(UTC), event.summary, event.uid
