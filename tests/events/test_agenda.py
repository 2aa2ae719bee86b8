"""What is on in a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from plugins.events import expand
from plugins.events.agenda import Agenda
from plugins.events.model import Occurrence
from plugins.events.reading import Reading
from plugins.kernel.library import Library

DENVER = ZoneInfo("America/Denver")
TABLE = """id,title,date,start,end,end_date,all_day,repeat,branch,audience,topics,program
story,Story Hour,2026-10-02,10:00,11:00,,,weekly,central,under-5s,stories,story-hour
music,Music,2026-10-02,10:00,12:00,,,weekly,mill-street,adults,music,
talk,A Talk,2026-10-09,19:00,20:00,,,,central,adults,stories; music,
show,A Show,2026-10-05,,,2026-10-30,yes,,mill-street,,,
night,Late Night,2026-10-09,22:00,01:00,2026-10-10,,,central,adults,,
"""


@pytest.fixture
def agenda(read: Callable[..., Reading], library: Library) -> Agenda:
    return Agenda(read(TABLE).events, library)


def _said(found: tuple[Occurrence, ...]) -> list[str]:
    return [f"{one.event.uid} {one.date.day}{' again' if one.again else ''}" for one in found]


def test_a_period_is_in_order_and_marks_what_comes_again(agenda: Agenda):
    found = agenda.between(date(2026, 10, 1), date(2026, 10, 9))
    expected = ["music 2", "story 2", "show 5", "music 9 again", "story 9 again", "talk 9", "night 9"]
    assert _said(found) == expected


@pytest.mark.parametrize(
    ("facets", "expected"),
    [
        ({"branch": "central"}, ["story 9", "talk 9", "night 9"]),
        ({"audience": "adults"}, ["music 9", "talk 9", "night 9"]),
        ({"audience": "adults", "topic": "stories"}, ["talk 9"]),
        ({"program": "story-hour"}, ["story 9"]),
        ({"branch": ""}, ["show 5", "music 9", "story 9", "talk 9", "night 9"]),
        ({"topic": "nothing"}, []),
    ],
)
def test_facets_narrow_it(agenda: Agenda, facets: dict[str, str], expected: list[str]):
    assert _said(agenda.between(date(2026, 10, 9), date(2026, 10, 10), **facets)) == expected


def test_days_hold_what_is_on_and_closures(agenda: Agenda):
    days = agenda.days(date(2026, 12, 24), date(2026, 12, 26))
    assert [(day.date.day, len(day.occurrences), str(day.closure)) for day in days] == [(25, 0, "Christmas Day")]


def test_several_days_are_listed_on_their_first_within_the_period(agenda: Agenda):
    days = agenda.days(date(2026, 10, 8), date(2026, 10, 12))
    assert [(day.date.day, _said(day.occurrences)[0]) for day in days] == [(8, "show 5"), (9, "music 9")]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-09T10:30", ["show 5", "music 9", "story 9", "talk 9"]),
        ("2026-10-09T11:00", ["show 5", "music 9", "talk 9", "night 9"]),
        ("2026-10-10T00:30", ["show 5", "night 9", "music 16", "story 16"]),
        ("2026-10-31T00:00", ["music 6", "story 6", "music 13 again", "story 13 again"]),
    ],
)
def test_upcoming_is_what_is_not_over(agenda: Agenda, now: str, expected: list[str]):
    assert _said(agenda.upcoming(datetime.fromisoformat(now).replace(tzinfo=DENVER), 4)) == expected


def test_upcoming_of_one_event_looks_a_year_ahead(agenda: Agenda):
    now = datetime(2026, 1, 1, tzinfo=DENVER)
    assert _said(agenda.upcoming(now, 9, uid="talk")) == ["talk 9"]
    assert agenda.upcoming(datetime(2025, 1, 1, tzinfo=DENVER), 9, uid="talk") == ()
    assert agenda.upcoming(now, 9, uid="nobody") == ()


def test_what_falls_out_is_told_with_the_reason(agenda: Agenda):
    found = agenda.skipped(date(2026, 12, 1), date(2026, 12, 31), branch="central")
    assert [(one.event.uid, one.date, str(one.reason)) for one in found] == [
        ("story", date(2026, 12, 25), "Christmas Day")
    ]


def test_months_with_something_on(agenda: Agenda):
    assert agenda.months(date(2026, 8, 20), 4) == (date(2026, 10, 1), date(2026, 11, 1))
    assert agenda.months(date(2026, 8, 20), 4, audience="nobody") == ()


def test_counts_and_values_of_a_facet(agenda: Agenda):
    period = (date(2026, 10, 1), date(2026, 10, 9))
    assert agenda.counts("topic", *period) == {"stories": 3, "music": 3}
    assert agenda.counts("topic", *period, branch="central") == {"stories": 3, "music": 1}
    assert [id_ for id_, _ in agenda.facet_values("branch")] == ["central", "mill-street"]
    assert agenda.facet_values("program") == (("story-hour", "story-hour"),)


def test_foreign_values_come_after_the_librarys_own(read: Callable[..., Reading], library: Library):
    text = "title,date,categories\nA,2026-10-17,Zines; Music\nB,2026-10-17,ants; Stories\n"
    values = Agenda(read(text, foreign=True).events, library).facet_values("topic")
    assert [id_ for id_, _ in values] == ["stories", "music", "ants", "zines"]


def test_an_event_is_found_by_its_id(agenda: Agenda):
    found = agenda.find("talk")
    assert found is not None
    assert found.summary == "A Talk"
    assert agenda.find("nobody") is None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-07T23:59", "later"),
        ("2026-10-08T00:00", "soon"),
        ("2026-10-09T18:59", "soon"),
        ("2026-10-09T19:00", "live"),
        ("2026-10-09T19:59", "live"),
        ("2026-10-09T20:00", "done"),
    ],
)
def test_the_state_of_an_occurrence(agenda: Agenda, now: str, expected: str):
    (one,) = agenda.upcoming(datetime(2026, 10, 1, tzinfo=DENVER), 1, uid="talk")
    assert one.state(datetime.fromisoformat(now).replace(tzinfo=DENVER)) == expected


def test_each_time_of_a_series_is_worked_out_once_whatever_is_asked(
    read: Callable[..., Reading], library: Library, monkeypatch: pytest.MonkeyPatch
):
    rows = "".join(f"s{n},S{n},2026-01-0{n},10:00,11:00,weekly,central,stories\n" for n in range(1, 8))
    agenda = Agenda(read(f"id,title,date,start,end,repeat,branch,topics\n{rows}").events, library)
    made: list[tuple[str, date]] = []
    work_out = expand._on
    monkeypatch.setattr(expand, "_on", lambda event, day: made.append((event.uid, day)) or work_out(event, day))
    for _ in range(3):
        agenda.days(date(2026, 10, 1), date(2026, 10, 31))
        agenda.days(date(2026, 10, 8), date(2026, 11, 7), branch="central")
        agenda.counts("topic", date(2026, 10, 1), date(2026, 10, 31))
        agenda.upcoming(datetime(2026, 10, 8, tzinfo=DENVER), 20, topic="stories")
        agenda.upcoming(datetime(2026, 10, 8, tzinfo=DENVER), 8, uid="s3")
        agenda.months(date(2026, 10, 1), 2)
    assert len(made) > 30
    assert len(made) == len(set(made))
