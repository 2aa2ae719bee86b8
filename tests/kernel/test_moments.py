"""Now and wall time, the two days a year on which the clocks change included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from plugins.kernel.moments import (
    WallTime,
    combine,
    month_last,
    now_from,
    parse_now,
    zone_named,
)

DENVER = ZoneInfo("America/Denver")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-08", "2026-10-08T00:00:00-06:00"),
        ("2026-10-08T14:20", "2026-10-08T14:20:00-06:00"),
        (" 2026-10-08 14:20 ", "2026-10-08T14:20:00-06:00"),
        ("2026-10-08T14:20:05", "2026-10-08T14:20:05-06:00"),
        ("2026-10-08T20:20Z", "2026-10-08T14:20:00-06:00"),
        ("2026-10-08T22:20+02:00", "2026-10-08T14:20:00-06:00"),
        ("2026-12-08T14:20", "2026-12-08T14:20:00-07:00"),
        ("2026-03-08T02:30", "2026-03-08T03:30:00-06:00"),  # never on the wall in Denver
    ],
)
def test_now_is_read_in_the_library_zone(text, expected):
    assert parse_now(text, DENVER).isoformat() == expected


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-13-01", "10/08/2026", "14:20"])
def test_a_now_that_is_none_is_said_in_a_sentence(text):
    with pytest.raises(ValueError, match="write 2026-10-08 or 2026-10-08T14:20"):
        parse_now(text, DENVER)


@pytest.mark.parametrize(
    ("text", "environ", "expected"),
    [
        ("2026-10-08", {"SOURCE_DATE_EPOCH": "0"}, datetime(2026, 10, 8, tzinfo=DENVER)),
        ("", {"SOURCE_DATE_EPOCH": "86400"}, datetime(1970, 1, 2, tzinfo=UTC)),
        ("", {"SOURCE_DATE_EPOCH": ""}, datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)),
        ("", {}, datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)),
    ],
)
def test_now_comes_from_what_was_asked_then_the_epoch_then_the_clock(text, environ, expected):
    now = now_from(text, environ, lambda: 1_000_000_000.0, DENVER)
    assert now == expected
    assert now.tzinfo is DENVER


@pytest.mark.parametrize("epoch", ["soon", "1.5", "99999999999999999"])
def test_an_epoch_that_is_no_number_of_seconds_is_said(epoch):
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        now_from("", {"SOURCE_DATE_EPOCH": epoch}, lambda: 0.0, DENVER)


@pytest.mark.parametrize(
    ("zone", "day", "at", "expected", "seen"),
    [
        ("America/Denver", date(2026, 10, 8), time(14), "2026-10-08T14:00:00-06:00", WallTime.ONCE),
        ("America/Denver", date(2026, 3, 8), time(1, 59), "2026-03-08T01:59:00-07:00", WallTime.ONCE),
        ("America/Denver", date(2026, 3, 8), time(2), "2026-03-08T03:00:00-06:00", WallTime.NEVER),
        ("America/Denver", date(2026, 3, 8), time(2, 30), "2026-03-08T03:30:00-06:00", WallTime.NEVER),
        ("America/Denver", date(2026, 3, 8), time(3), "2026-03-08T03:00:00-06:00", WallTime.ONCE),
        ("America/Denver", date(2026, 11, 1), time(1, 30), "2026-11-01T01:30:00-06:00", WallTime.TWICE),
        ("America/Denver", date(2026, 11, 1), time(2), "2026-11-01T02:00:00-07:00", WallTime.ONCE),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-04T02:45:00+11:00", WallTime.NEVER),
        ("Pacific/Apia", date(2011, 12, 30), time(12), "2011-12-31T12:00:00+14:00", WallTime.NEVER),  # a day left out
        ("UTC", date(2026, 3, 8), time(2, 30), "2026-03-08T02:30:00+00:00", WallTime.ONCE),
    ],
)
def test_a_wall_time_is_a_moment_even_when_the_clocks_change(zone, day, at, expected, seen):
    moment, how_often = combine(day, at, ZoneInfo(zone))
    assert moment.isoformat() == expected
    assert how_often is seen


@pytest.mark.parametrize(
    ("name", "known"),
    [("America/Denver", True), ("UTC", True), ("Denver", False), ("", False), ("../etc/passwd", False), ("a\0", False)],
)
def test_a_zone_is_known_by_its_name(name, known):
    assert (zone_named(name) is not None) == known


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 10, 8), date(2026, 10, 31)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_month_has_a_last_day(day, last):
    assert month_last(day) == last
