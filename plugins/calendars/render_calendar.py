"""Puts events together into one calendar file that is small enough for phones, the nearest events first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar

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
    """A finished calendar, and how many of the events it was to hold had no room in it."""

    data: bytes
    left_out: int = 0


def render_calendar(
    facts: CalendarFacts, events: Sequence[Written], zone_of: Zone, *, limit: int = LIMIT_BYTES
) -> CalendarFile:
    """Return a calendar of events; where they are too many, of the nearest to now."""
    head = _head(facts)
    room = limit - len(head) - len(_END)
    kept: list[Written] = []
    zones: dict[str, int] = {}
    size = 0
    for written in sorted(events, key=_nearness):
        wanted = _with(zones, written)
        needed = size + len(written.lines) + _size_of(wanted, zone_of)
        if needed > room:
            break
        kept, zones, size = [*kept, written] if False else kept, wanted, size + len(written.lines)
        kept.append(written)
    body = b"".join(written.lines for written in sorted(kept, key=_order))
    # A calendar of nothing holds a zone, since RFC 5545 (3.4) wants it to hold something.
    shown = zones or {facts.zone: datetime.now(UTC).year}
    return CalendarFile(data=head + b"".join(zone_of(*one) for one in sorted(shown.items())) + body + _END)
