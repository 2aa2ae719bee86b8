"""Which lists there are, from when to when, and how they fill pages."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from plugins.events.agenda import Agenda
from plugins.events.facets import Chosen
from plugins.events.model import Day
from plugins.events.plan import PAGE, cut, months, plan_lists
from tests.events.conftest import DENVER

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=DENVER)
HEAD = "id,title,date,start,end,repeat,until,branch,audience,topics,program,language"
ROWS = f"""{HEAD}
story,Story Hour,2026-08-05,10:00,11:00,weekly,2026-12-30,central,under-5s,stories,story-hour,
ended,Ended,2025-02-03,10:00,11:00,weekly,2025-02-20,central,,,,
talk,A Talk,2026-10-08,09:00,10:00,,,central,adults,music,unknown,
fiesta,Fiesta,2027-05-01,10:00,11:00,,,,,,,es
"""


def plans(library, read, rows=ROWS):
    return plan_lists(Agenda(read(rows).events, library), NOW, {"story-hour"})


def test_there_is_a_list_of_everything_that_has_events_and_of_each_branch(library, read):
    found = [plan.address() for plan in plans(library, read).chosen]
    assert found == [
        "events/branch/central/",
        "events/audience/under-5s/",
        "events/audience/adults/",
        "events/topic/stories/",
        "events/topic/music/",
        "events/program/story-hour/",
        "events/language/es/",
        "events/branch/mill-street/",
    ]


def test_the_list_from_now_on_goes_to_the_end_of_the_month_and_keeps_what_is_over_today(library, read):
    coming = plans(library, read).coming
    assert (coming.first, coming.last) == (date(2026, 10, 8), date(2026, 10, 31))
    assert [one.event.uid for one in coming.days[0].occurrences] == ["talk"]


def test_with_a_few_days_left_it_goes_to_the_end_of_the_next(library, read):
    agenda = Agenda(read(ROWS).events, library)
    late = plan_lists(agenda, datetime(2026, 10, 27, 9, tzinfo=DENVER), ())
    assert (late.coming.first, late.coming.last) == (date(2026, 10, 27), date(2026, 11, 30))


def test_a_list_of_one_thing_looks_a_year_ahead(library, read):
    (spanish,) = [plan for plan in plans(library, read).chosen if plan.chosen == Chosen(kind="language", id="es")]
    assert [day.date for day in spanish.days] == [date(2027, 5, 1)]
    assert spanish.rest == 0


def test_a_list_of_one_thing_ends_with_a_whole_day_and_counts_the_rest(library, read):
    rows = [f"e{day}-{number},E,2026-10-{10 + day},10:00,,,,central,,,," for day in range(5) for number in range(60)]
    (central,) = [
        plan
        for plan in plans(library, read, "\n".join([HEAD, *rows])).chosen
        if plan.chosen == Chosen(kind="branch", id="central")
    ]
    assert (central.count, central.rest, central.last) == (120, 180, date(2026, 10, 11))


def test_a_day_longer_than_a_page_is_broken_off(library, read):
    rows = [f"e{number},E,2026-10-10,10:00,,,,central,,,," for number in range(PAGE + 20)]
    central = plans(library, read, "\n".join([HEAD, *rows])).chosen[0]
    assert (central.count, central.rest, central.last) == (PAGE, 20, date(2026, 10, 10))


def test_months_that_are_over_stay_and_months_without_anything_are_left_out(library, read):
    found = [month.isoformat()[:7] for month in months(Agenda(read(ROWS).events, library), NOW.date())]
    assert found == ["2025-02", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-05"]


def test_a_series_alone_makes_no_month_that_is_far(library, read):
    rows = f"{HEAD}\nstory,Story Hour,2026-10-07,10:00,11:00,weekly,,central,,,,\n"
    found = months(Agenda(read(rows).events, library), NOW.date())
    assert (found[0], found[-1], len(found)) == (date(2026, 10, 1), date(2027, 3, 1), 6)


@pytest.mark.parametrize("day", ["1900-01-01", "9999-12-31"])
def test_an_odd_year_stops_nothing(library, read, day):
    rows = f"{HEAD}\nodd,Odd,{day},10:00,11:00,,,,,,,\n"
    assert [len(plan.days) for plan in plans(library, read, rows).months] == ([1] if day.startswith("1900") else [])


def days(*counts: int) -> list[Day]:
    return [
        Day(date=date(2026, 10, 1) + timedelta(days=place), occurrences=(None,) * count)
        for place, count in enumerate(counts)
    ]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((), [[]]),
        ((3, 3, 3), [[3, 3], [3]]),
        ((7,), [[7]]),
        ((0, 8, 0), [[0, 7], [1, 0]]),
        ((1, 15), [[1], [7], [7], [1]]),
    ],
)
def test_pages_hold_whole_days_and_only_a_day_that_is_longer_goes_on(counts, expected):
    assert [[len(day.occurrences) for day in page] for page in cut(days(*counts), 7)] == expected


def test_every_page_of_a_list_has_an_address_and_a_day_is_found(library, read):
    rows = [f"e{day}-{number},E,2026-11-{day:02},10:00,,,,central,,,," for day in range(1, 6) for number in range(60)]
    (month,) = plans(library, read, "\n".join([HEAD, *rows])).months
    assert [month.address(number) for number in (1, 2, 3)] == [
        "events/2026-11/list/",
        "events/2026-11/list/page/2/",
        "events/2026-11/list/page/3/",
    ]
    assert [month.page_of(date(2026, 11, day)) for day in range(1, 6)] == [1, 1, 2, 2, 3]
