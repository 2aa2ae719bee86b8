"""Checks calendars, as RFC 5545 wants them: what a calendar app cannot read it leaves out, mostly without a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from icalendar import Calendar, Event

_LINE_LIMIT = 75
_REQUIRED = ("UID", "DTSTAMP", "DTSTART")
_ZONE = re.compile(rb"^[A-Z-]+;(?:[^:\r\n]*;)?TZID=\"?([^;:\"\r\n]+)", re.MULTILINE)


def calendar_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with a calendar, each as the end of a sentence that begins with its name."""
    yield from _line_faults(data)
    try:
        calendar = Calendar.from_ical(data)
    except (ValueError, KeyError, IndexError) as failure:
        yield f"cannot be read ({failure})"
        return
    for name in ("VERSION", "PRODID"):
        if not calendar.get(name):
            yield f"lacks {name}"
    yield from _zone_faults(calendar, data)
    events = [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    yield from _event_faults(events)


def _line_faults(data: bytes) -> Iterator[str]:
    lines = data.split(b"\r\n")
    if lines[-1] or any(b"\n" in line for line in lines):
        yield "has lines that do not end as calendars want them (CR and LF)"
    longest = max(map(len, lines))
    if longest > _LINE_LIMIT:
        yield f"has a line of {longest} bytes, and {_LINE_LIMIT} are allowed"


def _zone_faults(calendar: Calendar, data: bytes) -> Iterator[str]:
    """Yield time zones that are named and not told: apps would take their own, or the wrong time."""
    told = {str(zone.get("TZID")) for zone in calendar.walk("VTIMEZONE")}
    unfolded = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")
    for zone in sorted({found.decode(errors="replace") for found in _ZONE.findall(unfolded)} - told):
        yield f'names the time zone "{zone}" without saying what it is (VTIMEZONE)'


def _event_faults(events: list[Event]) -> Iterator[str]:
    for event in events:
        lacking = [name for name in _REQUIRED if not event.get(name)]
        if lacking:
            yield f'has an event "{event.get("SUMMARY", "")}" without {", ".join(lacking)}'
        for name, told in event.errors:
            yield f'has an event "{event.get("SUMMARY", "")}" whose {name} cannot be read ({told})'
        yield from _time_faults(event)
    for (uid, _), times in Counter(map(_identity, events)).items():
        if times > 1:
            yield f'has the event "{uid}" {times} times, so that apps would show one of them only'


def _identity(event: Event) -> tuple[str, str]:
    """Return what tells an event from others: its UID, and which day of a series it replaces."""
    day = event.get("RECURRENCE-ID")
    return str(event.get("UID")), day.to_ical().decode() if day is not None else ""


def _time_faults(event: Event) -> Iterator[str]:
    starts, ends = event.get("DTSTART"), event.get("DTEND")
    if starts is None or ends is None or event.errors:
        return
    try:
        is_backwards = ends.dt < starts.dt
    except TypeError:
        yield f'has an event "{event.get("SUMMARY", "")}" whose begin and end are not by the same clock'
        return
    if is_backwards:
        yield f'has an event "{event.get("SUMMARY", "")}" that ends before it begins'
    if event.get("DURATION") is not None:
        yield f'has an event "{event.get("SUMMARY", "")}" with both an end and a duration'
