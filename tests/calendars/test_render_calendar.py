"""A calendar holds 30 days of the past and 400 to come, at most 1 MB, the nearest first; and says what it lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from plugins.calendars.model import CalendarFacts, Written
from plugins.calendars.render_calendar import LIMIT_BYTES, CalendarFile, render_calendar
from plugins.events.model import Recurrence
from tests.calendars.cases import DENVER, at, event, series

NOW = at(DENVER, "2026-10-08", "14:20")
EVERYTHING = "events/calendar.ics"
ZONE = b"BEGIN:VTIMEZONE\r\nTZID:America/Denver\r\nEND:VTIMEZONE\r\n"
FACTS = CalendarFacts(
    name="Library: What’s on",
    text="All of it.",
    more="The nearest.",
    nothing="Nothing.",
    file="https://a.example/events/calendar.ics",
    page="https://a.example/events/",
    color=("darkgreen", "#264e32"),
    zone="America/Denver",
    year=2026,
)


def written(name: str, hours: int, size: int = 100) -> Written:
    """Return some lines about an event so many hours from now; one in the past is over."""
    moment = NOW + timedelta(hours=hours)
    lines = f"BEGIN:VEVENT\r\nX-IS:{name}\r\n".encode().ljust(size - 12, b"x") + b"\r\nEND:VEVENT"
    one = event(name, "2026-10-09", "10:00")
    return Written(
        event=one, lines=lines, zone="America/Denver", year=2026, next=moment if hours > 0 else None, last=moment
    )


def made(*events: Written, limit: int = LIMIT_BYTES) -> CalendarFile:
    return render_calendar(FACTS, events, lambda *_: ZONE, limit=limit)


def names(file: CalendarFile) -> list[str]:
    return [line.split(b":")[1].rstrip(b"x").decode() for line in file.data.splitlines() if line.startswith(b"X-IS")]


def test_what_comes_first_is_first_and_what_is_over_last():
    file = made(written("a-late", 50), written("b-just-over", -1), written("c-soon", 1), written("d-long-over", -90))
    assert names(file) == ["c-soon", "a-late", "b-just-over", "d-long-over"]
    assert file.left_out == 0


@pytest.mark.parametrize("room", range(0, 500, 50))
def test_a_calendar_is_never_larger_than_its_limit_and_keeps_the_nearest(room: int):
    events = [written(name, hours) for name, hours in (("1", 1), ("2", 2), ("3", 3), ("4", -1))]
    limit = len(made(limit=10_000).data) + room
    file = made(*events, limit=limit)
    assert len(file.data) <= max(limit, len(made(*events, limit=0).data))
    assert names(file) == ["1", "2", "3", "4"][: len(names(file))]
    assert file.left_out == 4 - len(names(file))


def test_a_calendar_that_lacks_something_says_so():
    assert b"DESCRIPTION:All of it.\r\n" in made(written("1", 1)).data
    assert b"DESCRIPTION:All of it. The nearest.\r\n" in made(written("1", 1), limit=0).data
    assert b"DESCRIPTION:Nothing.\r\n" in made().data


def test_a_calendar_of_nothing_is_a_calendar():
    calendar = Calendar.from_ical(made().data)
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_no_calendar_of_thousands_is_over_a_megabyte(calendars):
    single = event("1", "2026-10-09", "10:00", "11:00")
    many = [replace(single, uid=str(n), starts=single.starts + timedelta(hours=n)) for n in range(3000)]
    files = calendars(many, NOW, text="Some words about it. " * 30)
    assert len(files[EVERYTHING]) <= LIMIT_BYTES
    kept = [str(one["UID"]) for one in Calendar.from_ical(files[EVERYTHING]).events]
    assert kept == [f"{n}@juniper.example" for n in range(len(kept))]
    assert 700 < len(kept) < 3000


@pytest.mark.parametrize(
    ("day", "is_there"),
    [("2026-09-07", False), ("2026-09-08", True), ("2026-10-08", True), ("2027-11-12", True), ("2027-11-13", False)],
)
def test_a_calendar_holds_30_days_of_the_past_and_400_to_come(calendars, day: str, is_there):
    one = event("it", day, "10:00", "11:00")
    files = calendars([one], NOW)
    assert (b"UID:it@" in files[EVERYTHING]) is is_there
    assert b"UID:it@" in files["events/it/it.ics"]


def test_a_series_that_goes_on_ends_with_the_period_and_begins_with_it(calendars):
    weekly = series("chess", "2024-01-05", "10:00", "11:00", "FREQ=WEEKLY")
    text = calendars([weekly], NOW)[EVERYTHING]
    assert b"DTSTART;TZID=America/Denver:20260911T100000" in text
    assert b"UNTIL=20271112T170000Z" in text


def test_a_series_that_is_over_is_in_its_own_file_alone(calendars):
    over = replace(
        event("over", "2024-01-05", "10:00", "11:00"), recurrence=Recurrence(rule="FREQ=WEEKLY", until=date(2024, 2, 2))
    )
    files = calendars([over], NOW)
    assert b"UID:over@" not in files[EVERYTHING]
    assert b"UNTIL=20240202T170000Z" in files["events/over/over.ics"]


def test_an_event_that_takes_place_for_months_is_there_while_it_lasts(calendars):
    long = replace(event("show", "2026-05-01", "10:00"), ends=at(DENVER, "2026-12-01", "10:00"))
    assert b"UID:show@" in calendars([long], NOW)[EVERYTHING]
