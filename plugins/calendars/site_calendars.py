"""All calendar files of a site: each event's lines are written once, and put into every calendar that holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from plugins.calendars.choose_calendars import EVERYTHING, Choice, Place, event_file, pairs
from plugins.calendars.model import DAYS_BACK, CalendarFacts, Period, Planned, Telling, Voice, Written
from plugins.calendars.plan_times import plan_times
from plugins.calendars.render_calendar import CalendarFile, render_calendar
from plugins.calendars.render_event import render_event
from plugins.calendars.render_zone import render_zone
from plugins.events.agenda import LOOK_AHEAD_DAYS, Agenda, facets_of
from plugins.events.model import Event, Occurrence

# Returns what an event's page says of it.
Tell = Callable[[Event], Telling]
# Tells whether the site has a page at an address.
Has = Callable[[str], bool]


class SiteCalendars:
    """Writes the calendars of an agenda, for one period and in one voice; `color` is that of all of them."""

    def __init__(self, agenda: Agenda, voice: Voice, period: Period, color: tuple[str, str], has: Has) -> None:
        self._agenda, self._voice, self._period, self._color, self._has = agenda, voice, period, color, has
        self._planned: dict[str, Planned] = {}
        self._zones: dict[tuple[str, int], bytes] = {}

    def next_of(self, event: Event) -> Occurrence | None:
        """Return the next time of an event that is not over."""
        times = self._plan(event).times
        return next((one for one in times if not one.is_over(self._period.now)), None)

    def files(self, chosen: Sequence[Choice], tell: Tell) -> Iterator[tuple[str, CalendarFile]]:
        """Yield the address and the bytes of every calendar, those of single events last."""
        written: dict[str, Written] = {}
        for event in self._agenda.events:
            found = render_event(self._plan(event), tell(event), self._voice, self._period)
            if found is not None:
                written[event.uid] = found
        shelves = self._shelves(written)
        for choice in chosen:
            yield choice.address, self._file(choice, shelves.get(choice.places, ()))
        for event in self._agenda.events:
            yield event_file(event), self._event_file(event, written)

    def _plan(self, event: Event) -> Planned:
        if event.uid not in self._planned:
            self._planned[event.uid] = plan_times(event, self._agenda, self._period)
        return self._planned[event.uid]

    def _shelves(self, written: Mapping[str, Written]) -> dict[tuple[Place, ...], list[Written]]:
        """Return what is current under everything that a calendar may be about."""
        shelves: defaultdict[tuple[Place, ...], list[Written]] = defaultdict(list)
        for one in written.values():
            if one.is_current:
                for places in _shelves_of(one.event):
                    shelves[places].append(one)
        return shelves

    def _file(self, choice: Choice, held: Sequence[Written]) -> CalendarFile:
        name = choice.name(self._voice.language) or self._voice.say("menu.events", {})
        pages = (choice.page, *(Choice(places=(place,)).page for place in choice.places), EVERYTHING.page)
        page = next(page for page in pages if self._has(page))
        facts = self._facts(f"{self._voice.library.name}: {name}", choice.address, page)
        return render_calendar(facts, held, self._zone)

    def _event_file(self, event: Event, written: Mapping[str, Written]) -> CalendarFile:
        facts = replace(self._facts(event.summary, event_file(event), event.address), is_subscribed=False)
        return render_calendar(facts, [written[event.uid]] if event.uid in written else [], self._zone)

    def _facts(self, name: str, file: str, page: str) -> CalendarFacts:
        say, library = self._voice.say, self._voice.library
        return CalendarFacts(
            name=name,
            text=say("calendar.about", {"ahead": LOOK_AHEAD_DAYS, "back": DAYS_BACK}),
            more=say("calendar.nearest", {}),
            nothing=say("calendar.nothing", {}),
            file=library.address + file,
            page=library.address + page,
            color=self._color,
            zone=str(library.time_zone),
            year=self._period.first.year,
        )

    def _zone(self, name: str, year: int) -> bytes:
        if (name, year) not in self._zones:
            self._zones[name, year] = render_zone(ZoneInfo(name), year, self._period.last.year)
        return self._zones[name, year]


def _shelves_of(event: Event) -> Iterator[tuple[Place, ...]]:
    places = facets_of(event)
    yield ()
    yield from ((place,) for place in places)
    yield from pairs(places)
