"""Puts events together into one calendar file that is small enough for phones, the nearest events first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plugins.calendars.content_lines import line, text_line
from plugins.calendars.model import CalendarFacts, Written

# Google takes no more than 1 MB.
LIMIT_BYTES = 1_000_000
# How often to look for changes: a cancellation of today should not come tomorrow.
REFRESH = "PT1H"
_BEGIN = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Broadside//Events//EN\r\nCALSCALE:GREGORIAN\r\n"
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

    An event's own file has no X-WR-CALNAME: with one, Outlook would make a calendar of its own for it.
    """
    if not facts.is_subscribed:
        return b"".join((_BEGIN, text_line("NAME", facts.name), line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)))
    said = (
        text_line("DESCRIPTION", text),
        text_line("X-WR-CALDESC", text),
        text_line("NAME", facts.name),
        text_line("X-WR-CALNAME", facts.name),
        line("COLOR", facts.color[0]),
        line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH),
        line("SOURCE;VALUE=URI", facts.file),
        line("URL", facts.page),
        line("X-APPLE-CALENDAR-COLOR", facts.color[1]),
        line("X-PUBLISHED-TTL", REFRESH),
        line("X-WR-TIMEZONE", facts.zone),
    )
    return b"".join((_BEGIN, *said))
