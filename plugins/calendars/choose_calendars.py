"""Which calendars there are: of everything, of each list of what is on, and of each branch for each audience."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from plugins.calendars.links import CalendarLinks, subscription
from plugins.calendars.model import Voice
from plugins.events.agenda import Agenda, Kind, facets_of
from plugins.events.model import Event
from plugins.kernel.languages import Phrase

FILE = "calendar.ics"
Place = tuple[Kind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One calendar: what an event must be filed under to be in it (nothing: all are), and the names of that."""

    places: tuple[Place, ...] = ()
    names: tuple[Phrase | str, ...] = ()

    @property
    def page(self) -> str:
        """Return the address of the list that it belongs to, as if there were one for two things as well."""
        return "events/" + "".join(f"{kind}/{id_}/" for kind, id_ in self.places)

    @property
    def address(self) -> str:
        """Return the address of its file: that of the list and calendar.ics."""
        return self.page + FILE

    @property
    def kind(self) -> str:
        """Return what it is about: "", "branch", "audience", ... or "branch audience"."""
        return " ".join(kind for kind, _ in self.places)

    def name(self, language: str) -> str:
        """Return what it is about in a language: "Central, Adults"; "" for everything."""
        return ", ".join(one.in_(language) if isinstance(one, Phrase) else one for one in self.names)


EVERYTHING = Choice()


def choices(agenda: Agenda, programs: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return every calendar, that of everything first; `programs` are titles by id.

    A branch has one even when nothing is on there, as it has a list.
    """
    single = {place: name for kind in get_args(Kind) for place, name in _values(agenda, kind, programs)}
    filed = (facets_of(event) for event in agenda.events)
    found = {pair for places in filed for pair in pairs(places)}
    order = {place: position for position, place in enumerate(single)}
    double = sorted(found, key=lambda pair: [order[place] for place in pair])
    return (
        EVERYTHING,
        *(Choice(places=(place,), names=(name,)) for place, name in single.items()),
        *(Choice(places=pair, names=tuple(single[place] for place in pair)) for pair in double),
    )


def _values(agenda: Agenda, kind: Kind, programs: Mapping[str, str]) -> Iterator[tuple[Place, Phrase | str]]:
    found: dict[str, Phrase | str] = dict(agenda.facet_values(kind))
    branches = {branch.id: branch.name for branch in agenda.library.branches} if kind == "branch" else {}
    for id_, name in ({**branches, **found}).items():
        yield (kind, id_), programs.get(id_, name) if kind == "program" else name


def pairs(places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield each branch with each audience of the things that an event is filed under."""
    places = tuple(places)
    branches = [place for place in places if place[0] == "branch"]
    audiences = [place for place in places if place[0] == "audience"]
    yield from ((branch, audience) for branch in branches for audience in audiences)


def links_of(choice: Choice, voice: Voice, language: str) -> CalendarLinks:
    """Return the ways to subscribe to a calendar, with its name in a language."""
    name = choice.name(language) or voice.say("calendar.everything", {})
    title = f"{voice.library.name}: {choice.name(voice.language) or voice.say('menu.events', {})}"
    return subscription(title, choice.address, voice.site, name=name, kind=choice.kind)


def event_file(event: Event) -> str:
    """Return the address of an event's own file, which is named as its page."""
    part = event.address.rstrip("/").rpartition("/")[2]
    return f"{event.address}{part}.ics"
