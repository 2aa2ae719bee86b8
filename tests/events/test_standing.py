"""What is next of each event, and what else its readers might like."""

from __future__ import annotations

from datetime import datetime

import pytest

from plugins.events.agenda import Agenda
from plugins.events.standing import RELATED, Standing
from tests.events.conftest import DENVER

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=DENVER)
ROWS = """id,title,date,start,end,repeat,until,audience,status
weekly,Weekly,2026-09-03,10:00,11:00,weekly,,adults,
ended,Ended,2026-01-01,10:00,11:00,weekly,2026-02-20,adults,
past,Past,2026-10-08,10:00,11:00,,,adults,
now,Now,2026-10-08,14:00,15:00,,,adults,
far,Far,2029-05-05,10:00,11:00,,,adults,
farther,Far Series,2030-05-04,10:00,11:00,weekly,,adults,
off,Off,2026-10-09,10:00,11:00,,,adults,cancelled
same-1,Workshop,2026-10-20,10:00,11:00,,,under-5s,full
same-2,Workshop,2026-12-20,10:00,11:00,,,under-5s,
same-3,Workshop,2026-11-20,10:00,11:00,,,under-5s,cancelled
"""


@pytest.fixture
def agenda(read, library):
    return Agenda(read(ROWS).events, library)


@pytest.fixture
def standing(agenda):
    return Standing(agenda, NOW)


@pytest.mark.parametrize(
    ("uid", "upcoming", "shown"),
    [
        ("weekly", 8, "2026-10-15"),
        ("ended", 0, "2026-02-19"),
        ("past", 0, "2026-10-08"),
        ("now", 1, "2026-10-08"),
        ("far", 1, "2029-05-05"),
        ("farther", 8, "2030-05-04"),
    ],
)
def test_a_page_is_about_the_next_time_or_the_last_there_was(agenda, standing, uid, upcoming, shown):
    event = agenda.find(uid)
    assert len(standing.upcoming(event)) == upcoming
    assert standing.shown(event).date.isoformat() == shown


def related(agenda, standing, uid):
    return [one.event.uid for one in standing.related(agenda.find(uid))]


def test_the_same_title_comes_first_however_far_and_what_is_off_not_at_all(agenda, standing):
    assert related(agenda, standing, "same-1") == ["same-2"]
    assert related(agenda, standing, "same-3") == ["same-1", "same-2"]


def test_then_others_for_the_same_people_each_once(agenda, standing):
    assert related(agenda, standing, "past") == ["now", "weekly"]
    assert related(agenda, standing, "weekly") == ["now"]


def test_there_are_four_at_most(library, read):
    rows = [f"e{number},E{number},2026-10-{10 + number},10:00,11:00,,,adults," for number in range(9)]
    agenda = Agenda(read("\n".join([ROWS.splitlines()[0], *rows])).events, library)
    assert len(Standing(agenda, NOW).related(agenda.find("e0"))) == RELATED
