"""Whether a door is open, and hours in words and for scripts."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, OpeningHours, SpecialDay
from plugins.tools.doors import Door, days_data, door_of, week_data, week_words


def hours(*pairs):
    return tuple(OpeningHours(opens=time.fromisoformat(one), closes=time.fromisoformat(two)) for one, two in pairs)


LONG, SPLIT, LATE = hours(("09:00", "20:00")), hours(("10:00", "13:00"), ("14:00", "18:00")), hours(("18:00", "00:00"))
WEEK = (LONG, LONG, LONG, SPLIT, LATE, (), ())
SNOW = SpecialDay(first=date(2026, 10, 5), last=date(2026, 10, 6), reason=Phrase(default="Snow"))
YEARLY = SpecialDay(month_day=(12, 25))
SHORT = SpecialDay(first=date(2026, 12, 25), hours=hours(("09:00", "11:00")))


def branch(*special, week=WEEK):
    return Branch(id="a", name=Phrase(default="A"), week=week, special_days=special)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-07T09:00", Door(state="until", time=time(20))),
        ("2026-10-07T19:59", Door(state="until", time=time(20))),
        ("2026-10-07T08:59", Door(state="opens_at", time=time(9))),
        ("2026-10-07T20:00", Door(state="opens_tomorrow", day=date(2026, 10, 8))),
        ("2026-10-08T13:00", Door(state="opens_at", time=time(14))),
        ("2026-10-08T12:59", Door(state="until", time=time(13))),
        ("2026-10-09T23:59", Door(state="until", time=time(0))),
        ("2026-10-10T12:00", Door(state="closed_today")),
        ("2026-10-05T12:00", Door(state="closed_today")),
    ],
)
def test_how_a_door_stands(now, expected):
    assert door_of(branch(SNOW), datetime.fromisoformat(now)) == expected


def test_a_door_that_opens_in_some_days_or_never():
    friday = datetime(2026, 10, 9, 21, 0)  # noqa: DTZ001 - wall time
    assert door_of(branch(week=(LONG, LONG, LONG, LONG, LONG, (), ())), friday) == Door(
        state="opens_on", day=date(2026, 10, 12)
    )
    assert door_of(branch(week=((), (), (), (), LONG, (), ())), friday) == Door(state="closed")


@pytest.mark.parametrize(
    ("week", "lang", "expected"),
    [
        (WEEK, "en", "Mon–Wed 9 am to 8 pm, Thu 10 am to 1 pm & 2 pm to 6 pm, Fri 6 pm to midnight"),
        ((LONG,) * 7, "en", "Mon–Sun 9 am to 8 pm"),
        (((),) * 7, "en", ""),
    ],
)
def test_a_week_in_a_line(week, lang, expected):
    assert week_words(week, lang) == expected


def test_a_week_for_scripts():
    assert week_data(WEEK) == "540-1200|540-1200|540-1200|600-780,840-1080|1080-1440||"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), ""),
        ((SNOW,), "2026-10-05/2026-10-06:"),
        ((YEARLY, SHORT), "2026-12-25:540-660;*-12-25:"),
    ],
)
def test_special_days_for_scripts_put_dated_days_first(days, expected):
    assert days_data(days) == expected
