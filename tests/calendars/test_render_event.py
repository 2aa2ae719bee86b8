"""An event's lines: an id that stays, dates from the content alone, and what has become of it in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar, Component

from plugins.calendars.choose_calendars import event_file
from plugins.events.model import Event, Status
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Library
from tests.calendars.cases import CASES, CENTRAL, DENVER, LIBRARY, MADRID, MILL, at, event

NOW = at(DENVER, "2026-10-08", "14:20")
TALK = event("a-talk", "2026-10-09", "19:00", "20:00")


@pytest.fixture
def written(calendars):
    """Return a function from an event to its component as icalendar reads it."""

    def component(one: Event, library: Library = LIBRARY, now: datetime = NOW) -> Component:
        return Calendar.from_ical(calendars([one], now, library)[event_file(one)]).events[0]

    return component


EDITS = [
    {"summary": "Another title"},
    {"starts": at(DENVER, "2026-11-01", "09:00"), "ends": at(DENVER, "2026-11-01", "10:00")},
    {"branch": MILL, "room": "Attic"},
    {"status": Status.CANCELLED, "note": "No."},
    {"teaser": "New.", "audiences": LIBRARY.audiences},
    {"updated": at(DENVER, "2026-10-08", "09:00"), "sequence": 3},
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: next(iter(edit)))
def test_no_edit_changes_the_id(written, edit):
    assert str(written(replace(TALK, **edit))["UID"]) == str(written(TALK)["UID"]) == "a-talk@juniper.example"


@pytest.mark.parametrize(
    ("uid", "library", "expected"),
    [
        ("a-talk", LIBRARY, "a-talk@juniper.example"),
        ("a-talk", replace(LIBRARY, address="https://county.example/library/"), "a-talk@county.example"),
        ("a-talk", replace(LIBRARY, calendar_host="old.example"), "a-talk@old.example"),
        ("LibCal-77@other.example", LIBRARY, "LibCal-77@other.example"),
    ],
)
def test_an_id_is_like_no_other_in_the_world(written, uid: str, library: Library, expected: str):
    assert str(written(replace(TALK, uid=uid), library)["UID"]) == expected


def test_when_it_changed_comes_from_its_row(written):
    found = written(replace(TALK, updated=at(DENVER, "2026-10-07", "09:30"), sequence=2))
    changed = datetime(2026, 10, 7, 15, 30, tzinfo=UTC)
    assert (found.DTSTAMP, found.LAST_MODIFIED, found["SEQUENCE"]) == (changed, changed, 2)


def test_where_nobody_wrote_that_down_nothing_is_made_up(written):
    found = written(TALK)
    assert (found.DTSTAMP, "LAST-MODIFIED" in found, found["SEQUENCE"]) == (datetime(1970, 1, 1, tzinfo=UTC), False, 0)


@pytest.mark.parametrize("name", CASES)
def test_the_time_of_day_changes_no_byte(calendars, name: str):
    case = CASES[name]
    early, late = (case.now.replace(hour=0, minute=1), case.now.replace(hour=23, minute=59))
    assert all(data == calendars(case.events, late)[file] for file, data in calendars(case.events, early).items())


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.CONFIRMED, ("CONFIRMED", "A Talk", "OPAQUE")),
        (Status.TENTATIVE, ("TENTATIVE", "A Talk", "OPAQUE")),
        (Status.CANCELLED, ("CANCELLED", "CANCELLED: A Talk", "TRANSPARENT")),
        (Status.POSTPONED, ("TENTATIVE", "POSTPONED: A Talk", "TRANSPARENT")),
        (Status.MOVED, ("CONFIRMED", "A Talk", "OPAQUE")),
        (Status.FULL, ("CONFIRMED", "A Talk", "OPAQUE")),
    ],
)
def test_what_has_become_of_it_is_in_status_and_title(written, status: Status, expected: tuple[str, str, str]):
    found = written(replace(TALK, status=status))
    assert (str(found["STATUS"]), str(found["SUMMARY"]), str(found["TRANSP"])) == expected


def test_words_are_in_the_sites_own_language(written):
    spanish = replace(LIBRARY, languages=("es", "en"), audiences=LIBRARY.audiences)
    found = written(replace(TALK, status=Status.CANCELLED, audiences=LIBRARY.audiences), spanish)
    assert str(found["SUMMARY"]) == "CANCELADO: A Talk"
    assert "Personas adultas" in str(found["DESCRIPTION"])


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, "Central, 1 Library Square, Juniper, CO 80000"),
        ({"room": "Story Room"}, "Central, Story Room, 1 Library Square, Juniper, CO 80000"),
        ({"branch": MILL}, "Mill Street"),
        ({"branch": None, "place": "The river steps, 18 Ferry Road"}, "The river steps, 18 Ferry Road"),
        ({"branch": None, "online": "https://meet.example/"}, "Online"),
    ],
)
def test_the_place_says_street_and_town(written, known, expected: str):
    assert str(written(replace(TALK, **known))["LOCATION"]) == expected


def test_a_place_that_nobody_knows_is_not_made_up(written):
    assert "LOCATION" not in written(replace(TALK, branch=None))


def test_an_hour_that_comes_twice_is_told_by_universal_time(written):
    second = datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=DENVER)
    found = written(replace(TALK, starts=second, ends=None))
    assert found["DTSTART"].to_ical() == b"20261101T083000Z"


def test_a_branch_in_another_zone_has_its_own_times(written):
    found = written(event("talk", "2026-10-09", "19:00", "20:00", MADRID))
    assert (found["DTSTART"].params["TZID"], found["DTSTART"].to_ical()) == ("Europe/Madrid", b"20261009T190000")


def test_long_descriptions_are_cut_where_the_page_says_the_rest(calendars):
    text = "A paragraph of some words. " * 20
    data = calendars([TALK], NOW, text="\n\n".join([text.strip()] * 5))[event_file(TALK)]
    said = str(Calendar.from_ical(data).events[0]["DESCRIPTION"])
    assert len(said) < 1200
    assert "…" in said
    assert said.endswith("https://juniper.example/events/a-talk/")


def test_a_name_with_letters_that_break_files_is_written_without_them(written):
    branch = replace(CENTRAL, name=Phrase(default="Cen\x00tral"), short_name="Cen\x00tral")
    found = written(replace(TALK, summary="Bell \x07", note="\x1b[0m", branch=branch))
    assert (str(found["SUMMARY"]), str(found["COMMENT"])) == ("Bell ", "[0m")
