"""When an event is news: before it takes place, and when it is cancelled, moved or full; the same on every look."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from plugins.events.agenda import Agenda
from plugins.events.entries import entry_of
from plugins.events.standing import Standing
from tests.events.conftest import DENVER

HEADER = "id,title,date,start,end,repeat,except,branch,room,status,updated,previous_place,occurrence,note\n"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DENVER)


@pytest.fixture
def news(read, library):
    """Return a function from rows and a moment to the news of them: id, moment, days, place and status."""

    def told(rows: str, now: str, days: int = 28):
        known = replace(library, announce_days=days)
        standing = Standing(Agenda(read(HEADER + rows, library=known).events, known), at(now))
        entries = [entry_of(event, standing, ("en",), lambda event: event.teaser) for event in standing.agenda.events]
        return [one for entry in entries for one in entry.news]

    return told


def said(found):
    return [
        (one.id, one.published.strftime("%m-%d %H:%M"), [f"{day:%m-%d}" for day in one.next_dates], one.status)
        for one in found
    ]


ONCE = "walk,Walk,2026-11-20,18:00,19:00,,,central,,{},,,,\n"


@pytest.mark.parametrize(
    ("now", "days", "expected"),
    [
        ("2026-10-23T17:59", 28, []),
        ("2026-10-23T18:00", 28, ["walk"]),
        ("2026-11-20T18:59", 28, ["walk"]),
        ("2026-11-20T19:00", 28, []),
        ("2026-11-12T18:00", 7, []),
        ("2026-11-13T18:00", 7, ["walk"]),
        ("2026-08-01T00:00", 120, ["walk"]),
    ],
)
def test_what_takes_place_once_is_told_from_weeks_before_until_it_is_over(news, now, days, expected):
    assert [one.id for one in news(ONCE.format(""), now, days)] == expected


def test_it_is_dated_at_the_hour_of_its_start_whatever_the_clocks_do(news):
    # On 1 November the clocks go back: the hour on the wall is the same.
    (one,) = news(ONCE.format(""), "2026-11-10T10:00")
    assert one.published == at("2026-10-23T18:00")


WEEKLY = "tea,Tea,2026-10-06,10:00,11:00,weekly,{},central,,{},{},,,\n"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-05T10:00", [("tea/2026-10", "09-08 10:00", ["10-06", "10-13", "10-20", "10-27"])]),
        (
            "2026-10-06T12:00",
            [
                ("tea/2026-10", "09-08 10:00", ["10-06", "10-13", "10-20", "10-27"]),
                ("tea/2026-11", "10-06 10:00", ["11-03", "11-10", "11-17", "11-24"]),
            ],
        ),
        ("2026-10-27T11:00", [("tea/2026-11", "10-06 10:00", ["11-03", "11-10", "11-17", "11-24"])]),
    ],
)
def test_a_series_is_told_once_a_month_with_its_dates(news, now, expected):
    assert [one[:3] for one in said(news(WEEKLY.format("", "", ""), now))] == expected


def test_what_comes_next_of_a_series_is_known_for_the_order_of_feeds(news):
    assert [one.starts for one in news(WEEKLY.format("", "", ""), "2026-10-14T09:00")] == [
        at("2026-10-20T10:00"),
        at("2026-11-03T10:00"),
    ]


def test_a_day_that_falls_out_changes_no_id(news):
    before, after = (news(WEEKLY.format(skipped, "", ""), "2026-10-20T12:00") for skipped in ("", "2026-11-03"))
    assert [one.id for one in before] == [one.id for one in after] == ["tea/2026-10", "tea/2026-11"]
    assert [f"{day:%d}" for day in after[1].next_dates] == ["10", "17", "24"]


@pytest.mark.parametrize("status", ["cancelled", "postponed", "moved", "full"])
def test_a_change_takes_the_place_of_what_was_told_and_has_an_id_of_its_own(news, status):
    rows = f"walk,Walk,2026-11-20,18:00,19:00,,,central,,{status},2026-11-02,Steps,,Sorry\n"
    (one,) = news(rows, "2026-11-03T10:00")
    assert said([one]) == [(f"walk/{status}/20261102T0000", "11-02 00:00", ["11-20"], status)]
    assert (one.note, one.previous_place) == ("Sorry", "Steps")


def test_a_change_without_a_day_is_dated_as_the_event_would_have_been(news):
    assert said(news(ONCE.format("cancelled"), "2026-11-03T10:00")) == [
        ("walk/cancelled/20261120T1800", "10-23 18:00", ["11-20"], "cancelled")
    ]
    assert news(ONCE.format("cancelled"), "2026-10-03T10:00") == []


def test_a_change_is_told_at_once_however_far_off_the_event_is(news):
    rows = "walk,Walk,2027-05-20,18:00,19:00,,,central,,cancelled,2026-10-02,,,\n"
    assert said(news(rows, "2026-10-03T10:00")) == [
        ("walk/cancelled/20261002T0000", "10-02 00:00", ["05-20"], "cancelled")
    ]


def test_a_change_of_tomorrow_is_not_dated_tomorrow(news):
    rows = "walk,Walk,2026-10-20,18:00,19:00,,,central,,cancelled,2026-10-09,,,\n"
    assert [one[:2] for one in said(news(rows, "2026-10-08T10:00"))] == [
        ("walk/cancelled/20261009T0000", "09-22 18:00")
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ",,,,,,,,,cancelled,2026-10-05,,2026-12-15,Ill",
            ("tea/2026-12-15/cancelled/20261005T0000", ["12-15"], "Central"),
        ),
        (
            ",,2026-12-16,12:00,,,,,,,2026-10-05,,2026-12-15,",
            ("tea/2026-12-15/moved/20261005T0000", ["12-16"], "Central"),
        ),
        (",,,,,,,mill-street,,,2026-10-05,,2026-12-15,", ("tea/2026-12-15/moved/20261005T0000", ["12-15"], "Mill")),
    ],
)
def test_a_day_of_a_series_that_changes_is_news_by_the_date_of_its_own_row(news, change, expected):
    rows = WEEKLY.format("", "", "2026-09-01") + f"tea{change}\n"
    (one,) = [one for one in news(rows, "2026-10-08T10:00") if "/2026-12-15/" in one.id]
    assert (one.id, [f"{day:%m-%d}" for day in one.next_dates], one.place) == expected
    assert one.published == at("2026-10-05T00:00")
    other = "mill-street" in change
    assert [branch.id for branch in one.branches] == ["central", *(["mill-street"] if other else [])]


def test_the_month_does_not_name_a_day_that_is_cancelled(news):
    rows = WEEKLY.format("", "", "") + "tea,,,,,,,,,cancelled,2026-10-05,,2026-10-20,\n"
    month = next(one for one in news(rows, "2026-10-08T10:00") if one.id == "tea/2026-10")
    assert [f"{day:%d}" for day in month.next_dates] == ["06", "13", "27"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("cancelled", ["tea/cancelled/20261002T0000"]),
        ("full", ["tea/full/20261002T0000"]),
        ("moved", ["tea/moved/20261002T0000", "tea/2026-10", "tea/2026-11"]),
        ("tentative", ["tea/2026-10", "tea/2026-11"]),
    ],
)
def test_a_whole_series_that_changes_is_told_of_once(news, status, expected):
    found = news(WEEKLY.format("", status, "2026-10-02"), "2026-10-08T10:00")
    assert [one.id for one in found] == expected
    if "/" in expected[0] and status in expected[0]:
        assert found[0].published == at("2026-10-02T00:00")


def test_a_series_that_changes_again_is_told_of_again_and_one_without_a_day_once(news):
    def ids(updated: str, now: str) -> list[str]:
        return [one.id for one in news(WEEKLY.format("", "cancelled", updated), now)]

    assert ids("2026-10-05", "2026-10-08T10:00") == ["tea/cancelled/20261005T0000"]
    assert ids("", "2026-10-08T10:00") == ids("", "2026-10-29T10:00") == ["tea/cancelled"]


def test_the_same_content_at_the_same_moment_is_the_same_news(news):
    rows = WEEKLY.format("", "", "") + ONCE.format("full")
    assert news(rows, "2026-11-08T10:00") == news(rows, "2026-11-08T10:00")


def test_as_the_days_go_by_no_id_comes_back_with_another_date(news):
    rows = WEEKLY.format("", "", "") + ONCE.format("")
    known = {}
    for day in range(120):
        now = at("2026-09-01T00:30") + timedelta(days=day)
        for one in news(rows, now.replace(tzinfo=None).isoformat()):
            assert one.published <= now
            assert known.setdefault(one.id, (one.published, one.next_dates)) == (one.published, one.next_dates)
    assert set(known) == {"walk", "tea/2026-10", "tea/2026-11", "tea/2026-12", "tea/2027-01"}
