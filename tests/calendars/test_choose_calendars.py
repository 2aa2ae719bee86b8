"""Which calendars there are, where, and what they are called; and which of them belongs to a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.calendars.choose_calendars import choices, links_of
from plugins.calendars.tell_pages import PageCalendars
from plugins.events.agenda import Agenda
from plugins.events.model import Event, Occurrence, Status
from tests.calendars.cases import ADULTS, LIBRARY, STORIES, event

TWO_LANGUAGES = replace(LIBRARY, languages=("en", "es"))
EVENTS = (
    event("talk", "2026-10-09", "19:00", "20:00", audiences=(ADULTS,), topics=(STORIES,), program="deeds"),
    event("away", "2026-10-10", "19:00", branch=None, language="es"),
    event("off", "2026-10-11", "19:00", status=Status.CANCELLED),
)
AGENDA = Agenda(EVENTS, TWO_LANGUAGES)
ADDRESSES = [
    "events/calendar.ics",
    "events/branch/central/calendar.ics",
    "events/branch/mill/calendar.ics",
    "events/audience/adults/calendar.ics",
    "events/topic/stories/calendar.ics",
    "events/program/deeds/calendar.ics",
    "events/language/es/calendar.ics",
    "events/branch/central/audience/adults/calendar.ics",
]


def test_each_thing_that_has_events_has_a_calendar_and_so_has_each_branch():
    assert [one.address for one in choices(AGENDA, {})] == ADDRESSES


@pytest.mark.parametrize(
    ("language", "adults", "spanish"), [("en", "Adults", "Spanish"), ("es", "Personas adultas", "español")]
)
def test_they_are_named_in_the_language_of_the_page(voice_of, language: str, adults: str, spanish: str):
    voice = voice_of(TWO_LANGUAGES)
    names = [links_of(one, voice, language).name for one in choices(AGENDA, {"deeds": "Deeds Desk"})]
    assert names[:4] == ["Everything", "Central Library", "Mill Street", adults]
    assert names[4:] == ["Stories", "Deeds Desk", spanish, f"Central Library, {adults}"]


def test_what_people_see_in_their_calendar_is_in_the_sites_own_language(voice_of):
    titles = [links_of(one, voice_of(TWO_LANGUAGES), "es").title for one in choices(AGENDA, {})]
    assert titles[0] == "Juniper County Library: What’s on"
    assert titles[-1] == "Juniper County Library: Central Library, Adults"


@pytest.fixture
def pages(voice_of) -> PageCalendars:
    def next_of(one: Event) -> Occurrence | None:
        return None if one.uid == "away" else Occurrence(event=one, starts=one.starts, ends=one.ends)

    return PageCalendars(choices(AGENDA, {}), EVENTS, voice_of(TWO_LANGUAGES), next_of)


@pytest.mark.parametrize(
    ("page", "calendar"),
    [
        ("", "events/calendar.ics"),
        ("es/", "events/calendar.ics"),
        ("events/", "events/calendar.ics"),
        ("events/2026-11/", "events/calendar.ics"),
        ("subscribe/", "events/calendar.ics"),
        ("events/branch/central/", "events/branch/central/calendar.ics"),
        ("es/events/branch/central/", "events/branch/central/calendar.ics"),
        ("branches/mill/", "events/branch/mill/calendar.ics"),
        ("programs/deeds/", "events/program/deeds/calendar.ics"),
        ("events/topic/stories/", "events/topic/stories/calendar.ics"),
        ("events/talk/", "events/talk/talk.ics"),
        ("about/", None),
        ("programs/chess/", None),
        ("news/talk/", None),
    ],
)
def test_a_page_has_the_calendar_of_what_it_is_about(pages: PageCalendars, page: str, calendar: str | None):
    found = pages.calendar(page, "en")
    assert (found.address if found else None) == calendar


@pytest.mark.parametrize(
    ("page", "has_forms"), [("events/talk/", True), ("events/away/", False), ("events/off/", False)]
)
def test_only_what_is_still_to_come_can_be_added_by_a_form(pages: PageCalendars, page: str, has_forms):
    found = pages.calendar(page, "en")
    assert found
    assert (bool(found.google), bool(found.outlook), found.webcal) == (has_forms, has_forms, "")
