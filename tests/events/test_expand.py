"""When events take place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plugins.events.expand import occurrences, skipped
from plugins.events.model import Event, Reading

Read = Callable[..., Reading]


def _event(read: Read, columns: str, cells: str, zone: str = "") -> Event:
    known = {"time_zone": ZoneInfo(zone)} if zone else {}
    (event,) = read(f"id,title,{columns}\na,A,{cells}\n", **known).events
    return event


@pytest.mark.parametrize(
    ("zone", "start", "expected"),
    [
        (
            "America/Denver",
            "2026-10-25",
            ["2026-10-25T10:00:00-06:00", "2026-11-01T10:00:00-07:00", "2026-11-08T10:00:00-07:00"],
        ),
        (
            "America/Denver",
            "2027-03-07",
            ["2027-03-07T10:00:00-07:00", "2027-03-14T10:00:00-06:00", "2027-03-21T10:00:00-06:00"],
        ),
        (
            "Europe/London",
            "2026-10-18",
            ["2026-10-18T10:00:00+01:00", "2026-10-25T10:00:00+00:00", "2026-11-01T10:00:00+00:00"],
        ),
        (
            "Europe/London",
            "2027-03-21",
            ["2027-03-21T10:00:00+00:00", "2027-03-28T10:00:00+01:00", "2027-04-04T10:00:00+01:00"],
        ),
    ],
)
def test_a_weekly_event_keeps_its_wall_time_when_the_clocks_change(
    read: Read, zone: str, start: str, expected: list[str]
):
    event = _event(read, "date,start,end,repeat", f"{start},10:00,11:00,weekly", zone)
    first = date.fromisoformat(start)
    found = occurrences(event, first, date.fromordinal(first.toordinal() + 14))
    assert [one.starts.isoformat() for one in found] == expected
    assert {one.ends.time().isoformat() for one in found if one.ends} == {"11:00:00"}


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2027-03-07", ["02:30-0700 03:15-0700", "03:30-0600 04:15-0600", "02:30-0600 03:15-0600"]),
        ("2026-10-25", ["02:30-0600 03:15-0600", "02:30-0700 03:15-0700", "02:30-0700 03:15-0700"]),
    ],
)
def test_a_time_the_clocks_skip_comes_after_the_gap(read: Read, first: str, expected: list[str]):
    event = _event(read, "date,start,end,repeat", f"{first},02:30,03:15,weekly")
    start = date.fromisoformat(first)
    found = occurrences(event, start, date.fromordinal(start.toordinal() + 14))
    assert [f"{one.starts:%H:%M%z} {one.finishes:%H:%M%z}" for one in found] == expected


def _days(event: Event, first: str, last: str) -> list[str]:
    return [str(one.date) for one in occurrences(event, date.fromisoformat(first), date.fromisoformat(last))]


def test_dates_are_taken_out_and_added(read: Read):
    event = _event(
        read,
        "date,start,end,repeat,until,except,also",
        "2026-10-17,10:00,11:00,weekly,2026-11-14,2026-10-24; 2026-11-07,2026-10-20; 2026-12-01",
    )
    expected = ["2026-10-17", "2026-10-20", "2026-10-31", "2026-11-14", "2026-12-01"]
    assert _days(event, "2026-01-01", "2027-01-01") == expected
    assert _days(event, "2026-10-21", "2026-11-14") == ["2026-10-31", "2026-11-14"]


def test_also_alone_makes_a_series_of_listed_days(read: Read):
    event = _event(read, "date,start,end,also", "2026-10-17,10:00,11:00,2026-10-20; 2026-10-23")
    assert event.is_series
    assert _days(event, "2026-10-18", "2026-10-31") == ["2026-10-20", "2026-10-23"]


def test_a_closed_branch_takes_weekly_dates_out_and_says_why(read: Read):
    event = _event(read, "date,start,end,repeat,branch", "2026-12-18,10:00,11:00,weekly,central")
    assert _days(event, "2026-12-18", "2027-01-01") == ["2026-12-18", "2027-01-01"]
    found = skipped(event, date(2026, 12, 1), date(2027, 12, 31))
    assert [(str(one.date), str(one.reason)) for one in found] == [("2026-12-25", "Christmas Day")]


def test_a_date_that_is_excepted_as_well_keeps_its_reason(read: Read):
    event = _event(read, "date,start,end,repeat,branch,except", "2026-12-18,10:00,11:00,weekly,central,2026-12-25")
    found = skipped(event, date(2026, 12, 1), date(2026, 12, 31))
    assert [str(one.reason) for one in found] == ["Christmas Day"]


def test_what_staff_add_to_a_closed_day_stays(read: Read):
    event = _event(read, "date,start,end,repeat,branch,also", "2026-12-18,10:00,11:00,weekly,central,2026-12-25")
    assert "2026-12-25" in _days(event, "2026-12-18", "2027-01-01")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [("10:00", "11:00", []), ("14:00", "15:00", ["Christmas Eve"]), ("21:00", "22:00", [])],
)
def test_shorter_hours_take_out_what_they_shut_out(read: Read, start: str, end: str, expected: list[str]):
    event = _event(read, "date,start,end,repeat,branch", f"2026-12-17,{start},{end},weekly,central")
    found = skipped(event, date(2026, 12, 1), date(2026, 12, 31))
    assert [str(one.reason) for one in found] == expected


def test_several_days_touch_every_period_they_reach_into(read: Read):
    event = _event(read, "date,end_date,all_day", "2026-10-17,2026-10-19,yes")
    assert _days(event, "2026-10-19", "2026-10-31") == ["2026-10-17"]
    assert _days(event, "2026-10-20", "2026-10-31") == []
    (one,) = occurrences(event, date(2026, 10, 18), date(2026, 10, 18))
    assert (one.date, one.last_date) == (date(2026, 10, 17), date(2026, 10, 19))


def test_a_late_night_belongs_to_the_day_it_starts_on(read: Read):
    event = _event(read, "date,start,end_date,end", "2026-10-17,22:00,2026-10-18,01:00")
    assert _days(event, "2026-10-18", "2026-10-18") == []
