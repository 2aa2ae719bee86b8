"""Each case becomes exactly its golden file, and other programs find in it the times that the agenda has."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from plugins.calendars.model import period_at
from plugins.events.agenda import Agenda
from plugins.events.model import Occurrence, Status
from tests.calendars.cases import CASES, LIBRARY, Case
from tests.calendars.readers import Time, by_ical_js, by_recurring_ical_events, said

GOLDEN = Path(__file__).parent / "golden"
FILE = "events/calendar.ics"


def expected(case: Case) -> list[Time]:
    """Return the times of the agenda in a calendar's period."""
    period = period_at(case.now)
    return sorted(_time(one) for one in Agenda(case.events, LIBRARY).between(period.first, period.last))


def _time(one: Occurrence) -> Time:
    mark = {Status.CANCELLED: "CANCELLED: ", Status.POSTPONED: "POSTPONED: "}.get(one.status, "")
    uid, summary = f"{one.event.uid}@juniper.example", f"{mark}{one.event.summary}"
    if one.all_day:
        return uid, said(one.date), said(one.last_date + timedelta(days=1)), summary
    return uid, said(one.starts), said(one.ends or one.starts), summary


@pytest.mark.parametrize("name", CASES)
def test_a_case_becomes_its_golden_file(calendars, name: str):
    made = calendars(CASES[name].events, CASES[name].now)[FILE]
    assert made.decode() == (GOLDEN / f"{name}.ics").read_bytes().decode()


def test_every_golden_file_has_its_case():
    assert {path.stem for path in GOLDEN.glob("*.ics")} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_recurring_ical_events_finds_the_times_of_the_agenda(name: str):
    case = CASES[name]
    period = period_at(case.now)
    data = (GOLDEN / f"{name}.ics").read_bytes()
    found = by_recurring_ical_events(data, period.first - timedelta(days=400), period.last + timedelta(days=400))
    assert found == expected(case)


def test_ical_js_finds_the_times_of_the_agenda(browser, root: Path):
    found = by_ical_js(browser, root, [(GOLDEN / f"{name}.ics").read_bytes() for name in CASES])
    assert dict(zip(CASES, found, strict=True)) == {name: expected(case) for name, case in CASES.items()}


@pytest.mark.parametrize("name", CASES)
def test_icalendar_finds_no_fault(name: str):
    calendar = Calendar.from_ical((GOLDEN / f"{name}.ics").read_bytes())
    assert [error for part in calendar.walk() for error in part.errors] == []


@pytest.mark.parametrize("name", CASES)
def test_lines_are_folded_by_octets(name: str):
    data = (GOLDEN / f"{name}.ics").read_bytes()
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    for line in data.split(b"\r\n"):
        line.decode()  # no letter is cut in two
