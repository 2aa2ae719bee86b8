"""Tells each page of the site which calendar belongs to it, and the page about subscribing all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plugins.calendars import describe
from plugins.calendars.choose_calendars import Choice, event_file, links_of
from plugins.calendars.links import TEXT_LIMIT, CalendarLinks, Meeting, google_form, outlook_form
from plugins.calendars.model import Voice
from plugins.calendars.render_zone import zone_name
from plugins.events.model import Event, Occurrence
from plugins.kernel.text import shorten

# Pages about what is on that are no list of one thing.
_OF_EVERYTHING = ("", "subscribe/")
# Returns the next time of an event, or None when there is none.
Next = Callable[[Event], Occurrence | None]


class PageCalendars:
    """Knows the calendar of every page by the page's address."""

    def __init__(self, chosen: Sequence[Choice], events: Sequence[Event], voice: Voice, next_of: Next) -> None:
        self._chosen, self._voice, self._next_of = tuple(chosen), voice, next_of
        self._events = {event.address: event for event in events}
        self._by_page = {one.page: one for one in chosen}
        own = {"branch": "branches/", "program": "programs/"}
        self._by_page |= {f"{own[one.kind]}{one.places[0][1]}/": one for one in chosen if one.kind in own}
        self._links: dict[str, tuple[CalendarLinks, ...]] = {}

    def calendar(self, address: str, language: str) -> CalendarLinks | None:
        """Return the calendar of a page, with its name in a language; None for a page that has none."""
        plain = self._plain(address)
        if plain in self._events:
            return self._of_event(self._events[plain])
        choice = self._by_page.get(plain)
        if choice is None and (plain in _OF_EVERYTHING or plain.startswith("events/")):
            choice = self._chosen[0]
        return links_of(choice, self._voice, language) if choice else None

    def calendars(self, address: str, language: str) -> tuple[CalendarLinks, ...]:
        """Return every calendar, with its name in a language."""
        del address
        if language not in self._links:
            self._links[language] = tuple(links_of(one, self._voice, language) for one in self._chosen)
        return self._links[language]

    def _plain(self, address: str) -> str:
        prefixes = tuple(f"{one}/" for one in self._voice.library.languages[1:])
        return address.partition("/")[2] if address.startswith(prefixes) else address

    def _of_event(self, event: Event) -> CalendarLinks:
        address = event_file(event)
        following = self._next_of(event)
        shown = CalendarLinks(title=event.summary, address=address, full=self._voice.site + address)
        if following is None or following.is_off:
            return shown
        meeting = self._meeting(following)
        return CalendarLinks(
            title=shown.title,
            address=shown.address,
            full=shown.full,
            google=google_form(meeting),
            outlook=outlook_form(meeting),
        )

    def _meeting(self, one: Occurrence) -> Meeting:
        event = one.event
        text = shorten(event.teaser, TEXT_LIMIT)
        return Meeting(
            title=describe.title(one, self._voice),
            starts=one.starts,
            ends=one.ends or one.starts,
            all_day=one.all_day,
            zone=zone_name(one.starts.tzinfo),
            place=describe.place(one, self._voice),
            text="\n\n".join(part for part in (text, self._voice.site + event.address) if part),
        )
