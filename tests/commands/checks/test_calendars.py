"""Calendars are what calendar apps read."""

from __future__ import annotations

import pytest

from plugins.commands.checks.calendars import calendar_faults

EVENT = """BEGIN:VEVENT
UID:a@library.example
DTSTAMP:20261008T142000Z
DTSTART;TZID=America/Denver:20261017T100000
DTEND;TZID=America/Denver:20261017T110000
SUMMARY:Tea
END:VEVENT
"""
CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Library//EN
BEGIN:VTIMEZONE
TZID:America/Denver
BEGIN:STANDARD
DTSTART:20201101T020000
TZOFFSETFROM:-0600
TZOFFSETTO:-0700
END:STANDARD
END:VTIMEZONE
{EVENT}END:VCALENDAR
"""


def faults(text: str) -> list[str]:
    return list(calendar_faults(text.replace("\n", "\r\n").encode()))


def test_a_calendar_that_is_as_it_should_be_is_fine():
    assert faults(CALENDAR) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("UID:a@library.example\n", "", 'has an event "Tea" without UID'),
        ("DTSTAMP:20261008T142000Z\n", "", 'has an event "Tea" without DTSTAMP'),
        ("DTSTART;TZID=America/Denver:20261017T100000\n", "", 'has an event "Tea" without DTSTART'),
        ("TZID=America/Denver:20261017T1", "TZID=Europe/Madrid:20261017T1", 'names the time zone "Europe/Madrid"'),
        ("VERSION:2.0\n", "", "lacks VERSION"),
        ("PRODID:-//Library//EN\n", "", "lacks PRODID"),
        ("20261017T110000", "20261016T110000", 'has an event "Tea" that ends before it begins'),
        (EVENT, EVENT * 2, 'has the event "a@library.example" 2 times'),
        ("SUMMARY:Tea", f"SUMMARY:{'Tea' * 30}", "has a line of 98 bytes, and 75 are allowed"),
        ("SUMMARY:Tea", "DURATION:PT1H\nSUMMARY:Tea", 'has an event "Tea" with both an end and a duration'),
        ("END:VEVENT\n", "", "cannot be read"),
        ("20261017T100000", "soon", 'has an event "Tea" whose DTSTART cannot be read'),
        ("DTEND;TZID=America/Denver:", "DTEND:", 'has an event "Tea" whose begin and end are not by the same clock'),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, fault: str):
    assert old in CALENDAR
    found = faults(CALENDAR.replace(old, new))
    assert [one for one in found if one.startswith(fault)], found


def test_a_day_of_a_series_that_is_told_of_by_itself_is_no_twin():
    day = EVENT.replace("SUMMARY", "RECURRENCE-ID;TZID=America/Denver:20261017T100000\nSUMMARY")
    assert faults(CALENDAR.replace(EVENT, EVENT + day)) == []


def test_a_time_zone_on_a_folded_line_is_seen():
    text = CALENDAR.replace("DTSTART;TZID=America/Denver:2026", "DTSTART;TZID=Europe/M\n adrid:2026")
    assert faults(text)[0].startswith('names the time zone "Europe/Madrid"')


def test_lines_that_do_not_end_as_they_must_are_said():
    assert next(calendar_faults(CALENDAR.encode())).startswith("has lines that do not end as calendars want them")
