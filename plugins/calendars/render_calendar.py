"""Puts events together into one calendar file that is small enough for phones, the nearest events first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from icalendar import Calendar
from icalendar.prop import vText

from plugins.calendars.model import CalendarFacts, Written
from plugins.kernel.text import without_unseen

# Google takes no more than 1 MB.
LIMIT_BYTES = 1_000_000
REFRESH = timedelta(hours=1)
_END = b"END:VCALENDAR\r\n"
# Returns the VTIMEZONE of a zone that holds from a year on.
Zone = Callable[[str, int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A finished calendar, and how many of the events it was to hold have no room in it."""

    data: bytes
    left_out: int


def render_calendar(
    facts: CalendarFacts, events: Sequence[Written], zone_of: Zone, *, limit: int = LIMIT_BYTES
) -> CalendarFile:
    """Return a calendar: of events the nearest to now that have room, those to come first, then those just over."""
    nearest = sorted(events, key=_nearness)
    longest = _head(facts, f"{facts.text} {facts.more}")
    room = limit - len(longest) - len(_END) - len(_described(_zones(facts, nearest), zone_of))
    kept = nearest[: _count_within(room, nearest)]
    head = longest if len(kept) < len(nearest) else _head(facts, facts.text if events else facts.nothing)
    lines = (written.lines for written in kept)
    data = b"".join((head, _described(_zones(facts, kept), zone_of), *lines, _END))
    return CalendarFile(data=data, left_out=len(nearest) - len(kept))


def _nearness(written: Written) -> tuple[bool, float, str]:
    if written.next is None:
        return True, -written.last.timestamp(), written.event.uid
    return False, written.next.timestamp(), written.event.uid


def _count_within(room: int, events: Sequence[Written]) -> int:
    for count, written in enumerate(events):
        room -= len(written.lines)
        if room < 0:
            return count
    return len(events)


def _zones(facts: CalendarFacts, events: Sequence[Written]) -> dict[str, int]:
    """Return each zone that is named, with the earliest year; of a calendar of dates or of nothing the library's.

    RFC 5545 (3.4) wants a calendar to hold something, and a zone is the one thing that an empty one can.
    """
    zones: dict[str, int] = {}
    for written in events:
        if written.zone:
            zones[written.zone] = min(written.year, zones.get(written.zone, written.year))
    return zones or ({} if events else {facts.zone: facts.year})


def _described(zones: Mapping[str, int], zone_of: Zone) -> bytes:
    return b"".join(zone_of(*zone) for zone in sorted(zones.items()))


def _head(facts: CalendarFacts, text: str) -> bytes:
    """Return what a calendar says of itself, in the words of RFC 7986 and in those of older calendars.

    An event's own file has no name: with one, Outlook would make a calendar of its own for it.
    """
    made = Calendar()
    made.add("prodid", "-//Broadside//Events//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    if not facts.is_subscribed:
        return bytes(made.to_ical()).removesuffix(_END)
    name, said = vText(without_unseen(facts.name)), vText(without_unseen(text))
    for key, value in (("name", name), ("x-wr-calname", name), ("description", said), ("x-wr-caldesc", said)):
        made.add(key, value)
    made.add("x-wr-timezone", facts.zone)
    made.add("url", facts.page)
    made.add("source", facts.file, parameters={"VALUE": "URI"})
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT1H")
    made.add("color", facts.color[0])
    made.add("x-apple-calendar-color", facts.color[1])
    return bytes(made.to_ical()).removesuffix(_END)
