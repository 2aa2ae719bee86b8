"""How booking stands, worked out from the dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from plugins.events.model import Occurrence
from plugins.events.reading import Reading

Read = Callable[..., Reading]
# An event on 17 October 2026, from two to half past three in Denver.
NAMES = "id,title,date,start,end,registration,registration_link,opens,closes,places,status"
EVENT = "a,A,2026-10-17,14:00,15:30"
LINK = "https://book.example/a"


@pytest.mark.parametrize(
    ("cells", "now", "state"),
    [
        (",,,,,", "2026-10-08T12:00", "none"),
        ("none,,,,,", "2026-10-08T12:00", "not-needed"),
        ("drop-in,,,,,", "2026-10-18T12:00", "not-needed"),
        ("required,,,,,", "2026-10-08T12:00", "open"),
        (f",{LINK},,,,", "2026-10-08T12:00", "open"),
        (",,,,24,", "2026-10-08T12:00", "open"),
        (f"recommended,{LINK},,,,", "2026-10-08T12:00", "recommended"),
        # A day alone opens at its beginning and closes at its end, by the library's clock.
        (f"required,{LINK},2026-10-09,2026-10-16,,", "2026-10-08T23:59", "not-yet"),
        (f"required,{LINK},2026-10-09,2026-10-16,,", "2026-10-09T00:00", "open"),
        (f"required,{LINK},2026-10-09,2026-10-16,,", "2026-10-16T23:59", "open"),
        (f"required,{LINK},2026-10-09,2026-10-16,,", "2026-10-17T00:00", "closed"),
        (f"recommended,{LINK},2026-10-09,2026-10-16,,", "2026-10-08T12:00", "not-yet"),
        (f"recommended,{LINK},2026-10-09,2026-10-16,,", "2026-10-16T12:00", "recommended"),
        (f"required,{LINK},2026-10-09 09:00,2026-10-16 12:00,,", "2026-10-09T08:59", "not-yet"),
        (f"required,{LINK},2026-10-09 9:00 am,2026-10-16 noon,,", "2026-10-09T09:00", "open"),
        (f"required,{LINK},2026-10-09 09:00,2026-10-16 12:00,,", "2026-10-16T12:00", "closed"),
        # Nobody books what is over, off or full.
        (f"required,{LINK},,,,", "2026-10-17T15:29", "open"),
        (f"required,{LINK},,,,", "2026-10-17T15:30", "closed"),
        (f"required,{LINK},,,,cancelled", "2026-10-08T12:00", "closed"),
        (f"required,{LINK},,,,postponed", "2026-10-08T12:00", "closed"),
        (f"required,{LINK},,,24,full", "2026-10-08T12:00", "full"),
        (f"required,{LINK},2026-10-09,,24,full", "2026-10-08T12:00", "full"),
        (f"required,{LINK},,2026-10-16,24,full", "2026-10-17T12:00", "closed"),
        (",,,,,full", "2026-10-08T12:00", "none"),
    ],
)
def test_booking_stands_as_the_dates_and_the_status_say(read: Read, cells: str, now: str, state: str):
    reading = read(f"{NAMES}\n{EVENT},{cells}\n")
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    (event,) = reading.events
    moment = datetime.fromisoformat(f"{now}-06:00")
    assert Occurrence(event=event, starts=event.starts, ends=event.ends).booking(moment) == state


def test_the_clock_of_another_place_makes_no_difference(read: Read):
    (event,) = read(f"{NAMES}\n{EVENT},required,{LINK},2026-10-09,,,\n").events
    states = [
        event.registration.state(datetime.fromisoformat(f"2026-10-09T{at}")) for at in ("07:59+02:00", "08:00+02:00")
    ]
    assert states == ["not-yet", "open"]


@pytest.mark.parametrize(
    ("opens", "closes"),
    [("2026-10-16", "2026-10-09"), ("2026-10-16 12:00", "2026-10-16 09:00"), ("2026-10-16 12:00", "2026-10-16 12:00")],
)
def test_booking_that_closes_before_it_opens_is_an_error(read: Read, opens: str, closes: str):
    reading = read(f"{NAMES}\n{EVENT},required,{LINK},{opens},{closes},,\n")
    assert reading.events == ()
    assert [problem.rule for problem in reading.problems] == ["events.closes-before-opens"]


def test_a_single_day_may_open_and_close(read: Read):
    (event,) = read(f"{NAMES}\n{EVENT},required,{LINK},2026-10-16,2026-10-16,,\n").events
    assert str(event.registration.last_day) == "2026-10-16"
