"""When events take place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plugins.events.expand import occurrences, skipped
from plugins.events.model import Event
from plugins.events.reading import Reading
from plugins.events.rule_days import MOST_DAYS

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


@pytest.mark.parametrize(
    ("first", "repeat", "end", "expected"),
    [
        ("2026-10-06", "every Tuesday and Thursday", "count=4", "10-06 10-08 10-13 10-15"),
        ("2026-10-05", "every other Monday", "until=2026-11-16", "10-05 10-19 11-02 11-16"),
        ("2026-10-10", "second and fourth Saturday", "until=2026-12-01", "10-10 10-24 11-14 11-28"),
        ("2026-10-30", "last Friday", "count=3", "10-30 11-27 12-25"),
        ("2026-10-29", "fifth Thursday", "count=3", "10-29 12-31 04-29"),
        ("2026-10-31", "31st of the month", "count=3", "10-31 12-31 01-31"),
        ("2026-10-31", "last day of the month", "count=3", "10-31 11-30 12-31"),
        ("2026-10-15", "1st and 15th of the month", "count=3", "10-15 11-01 11-15"),
        ("2026-10-09", "weekdays", "count=3", "10-09 10-12 10-13"),
        ("2026-10-09", "every 3 days", "until=2026-10-18", "10-09 10-12 10-15 10-18"),
        ("2026-10-03", "first Saturday of every other month", "count=3", "10-03 12-05 02-06"),
        ("2026-10-10", "FREQ=YEARLY;BYMONTH=10;BYDAY=2SA", "until=2027-12-31", "10-10 10-09"),
    ],
)
def test_a_series_takes_place_on_the_days_of_its_rule(read: Read, first: str, repeat: str, end: str, expected: str):
    column, _, value = end.partition("=")
    event = _event(read, f"date,start,end,repeat,{column}", f"{first},10:00,11:00,{repeat},{value}")
    assert [day[5:] for day in _days(event, "2026-01-01", "2028-01-01")] == expected.split()


def test_a_series_without_an_end_goes_on_as_far_as_is_asked(read: Read):
    event = _event(read, "date,start,end,repeat", "2026-10-06,10:00,11:00,weekly")
    assert _days(event, "2199-12-20", "2230-01-01") == ["2199-12-24", "2199-12-31"]
    daily = _event(read, "date,start,end,repeat", "2026-10-06,10:00,11:00,daily")
    assert len(_days(daily, "2026-10-06", "2199-12-31")) == MOST_DAYS


def test_a_count_takes_in_the_days_that_fall_out(read: Read):
    event = _event(
        read, "date,start,end,repeat,branch,count,except", "2026-12-11,10:00,11:00,weekly,central,4,2026-12-18"
    )
    assert _days(event, "2026-12-01", "2027-12-31") == ["2026-12-11", "2027-01-01"]


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
