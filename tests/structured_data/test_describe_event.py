"""Events in schema.org's words: state, place, price, times with their offset."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from plugins.events.agenda import Agenda
from plugins.events.model import Change, Event, Occurrence, Registration, Status
from plugins.kernel.entry import Entry
from plugins.kernel.library import Branch, Contact, Library
from plugins.structured_data.describe_event import event_node, series_node
from plugins.structured_data.describe_page import describe_page
from plugins.structured_data.model import Speaker
from plugins.tools.interface import read_interface
from tests.calendars.cases import ADULTS, DENVER, LIBRARY, MADRID, MILL, at, days, event, series

NOW = at(DENVER, "2026-10-08", "14:20")
TALK = event("talk", "2026-10-17", "14:00", "15:30", teaser="One sentence.", audiences=(ADULTS,))
SCHEMA = "https://schema.org/"


@pytest.fixture(scope="module")
def speaker(root: Path) -> Speaker:
    words = read_interface(root / "theme/translations")
    picture = "https://juniper.example/{}".format
    return Speaker(
        library=LIBRARY,
        language="en",
        now=NOW,
        say=partial(words.say, "en"),
        picture_of=lambda image: picture(image) if image else "",
    )


def once(one: Event) -> Occurrence:
    return Occurrence(event=one, starts=one.starts, ends=one.ends)


def node(speaker: Speaker, **edit: Any) -> dict[str, Any]:
    return event_node(once(replace(TALK, **edit)), speaker)


def test_what_is_said_of_an_event(speaker: Speaker):
    found = node(speaker, image="images/a.svg", registration=Registration(required=True, places=24), ages="8+")
    assert (found["@type"], found["name"], found["description"]) == ("Event", "Talk", "One sentence.")
    assert (found["startDate"], found["endDate"]) == ("2026-10-17T14:00-06:00", "2026-10-17T15:30-06:00")
    assert (found["maximumAttendeeCapacity"], found["typicalAgeRange"], found["inLanguage"]) == (24, "8-", "en")
    assert found["image"] == "https://juniper.example/images/a.svg"
    assert found["organizer"]["name"] == "Juniper County Library"
    assert found["url"] == "https://juniper.example/events/talk/"


@pytest.mark.parametrize(
    ("edit", "status", "before"),
    [
        ({}, "EventScheduled", None),
        ({"status": Status.TENTATIVE}, "EventScheduled", None),
        ({"status": Status.FULL}, "EventScheduled", None),
        ({"status": Status.CANCELLED}, "EventCancelled", None),
        ({"status": Status.POSTPONED}, "EventPostponed", None),
        ({"status": Status.MOVED, "previous_place": "Mill Street"}, "EventScheduled", None),
        (
            {"status": Status.MOVED, "previous_start": at(DENVER, "2026-11-03", "14:00")},
            "EventRescheduled",
            "2026-11-03T14:00-07:00",
        ),
    ],
)
def test_what_has_become_of_it(speaker: Speaker, edit: dict[str, Any], status: str, before: str | None):
    found = node(speaker, **edit)
    assert (found["eventStatus"], found.get("previousStartDate")) == (SCHEMA + status, before)


@pytest.mark.parametrize(
    ("edit", "mode", "kinds"),
    [
        ({}, "Offline", ["Place"]),
        ({"online": "https://meet.example/"}, "Mixed", ["Place", "VirtualLocation"]),
        ({"branch": None, "online": "https://meet.example/"}, "Online", ["VirtualLocation"]),
        ({"branch": None, "place": "The river steps"}, "Offline", ["Place"]),
        ({"branch": None}, "Offline", ["Place"]),
    ],
)
def test_where_people_meet(speaker: Speaker, edit: dict[str, Any], mode: str, kinds: list[str]):
    found = node(speaker, **edit)
    places = found["location"] if isinstance(found["location"], list) else [found["location"]]
    assert found["eventAttendanceMode"] == f"{SCHEMA}{mode}EventAttendanceMode"
    assert [place["@type"] for place in places] == kinds
    assert all(place.get("address") or place.get("url") for place in places)


def test_a_branch_has_its_address_and_its_place_on_the_map(speaker: Speaker):
    place = node(speaker)["location"]
    assert place["name"] == "Juniper County Library, Central Library"
    assert place["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 Library Square",
        "addressLocality": "Juniper",
        "addressRegion": "CO",
        "postalCode": "80000",
        "addressCountry": "US",
    }
    assert (place["geo"]["latitude"], place["geo"]["longitude"]) == (39.5012, -106.0021)


@pytest.mark.parametrize(
    ("cost", "price", "is_free"),
    [
        *(("", "0", True), ("Free", "0", True), ("free.", "0", True), ("0", "0", True)),
        *(("$5", "5", False), ("$12.50", "12.50", False)),
        *(("$5 for linen and board", None, False), ("$5–$10", None, False), ("Donations", None, False)),
    ],
)
def test_a_price_is_a_number_or_not_given(speaker: Speaker, cost: str, price: str | None, is_free):
    found = node(speaker, cost=cost)
    assert (found["offers"].get("price"), found["isAccessibleForFree"]) == (price, is_free)
    assert ("priceCurrency" in found["offers"]) is (price is not None)


@pytest.mark.parametrize(
    ("country", "currency"), [("US", "USD"), ("ES", "EUR"), ("GB", "GBP"), ("", None), ("XX", None)]
)
def test_the_currency_is_that_of_the_country(speaker: Speaker, country: str, currency: str | None):
    library = replace(LIBRARY, contact=Contact(country=country))
    found = event_node(once(replace(TALK, branch=MILL)), replace(speaker, library=library))
    assert found["offers"].get("priceCurrency") == currency


@pytest.mark.parametrize(
    ("edit", "availability"),
    [
        ({}, "InStock"),
        ({"registration": Registration(required=True, opens=at(DENVER, "2026-10-09"))}, "PreOrder"),
        ({"registration": Registration(required=True, closes=at(DENVER, "2026-10-08"))}, "OutOfStock"),
        ({"status": Status.FULL}, "SoldOut"),
    ],
)
def test_whether_there_are_places(speaker: Speaker, edit: dict[str, Any], availability: str):
    assert node(speaker, **edit)["offers"]["availability"] == SCHEMA + availability


@pytest.mark.parametrize(
    ("edit", "ages"),
    [
        ({"ages": "0–4"}, "0-4"),
        ({"ages": "", "audiences": (ADULTS,)}, "18-"),
        ({"audiences": ()}, None),
        ({"audiences": (ADULTS, replace(ADULTS, id="all", youngest=None))}, None),
        ({"audiences": (replace(ADULTS, youngest=0, oldest=4), replace(ADULTS, youngest=5, oldest=11))}, "0-11"),
    ],
)
def test_the_ages_it_suits(speaker: Speaker, edit: dict[str, Any], ages: str | None):
    assert node(speaker, **edit).get("typicalAgeRange") == ages


def test_days_have_no_time_and_end_on_the_last(speaker: Speaker):
    found = event_node(once(days("fair", "2026-10-17", "2026-10-20")), speaker)
    assert (found["startDate"], found["endDate"]) == ("2026-10-17", "2026-10-19")


def test_without_an_end_none_is_made_up(speaker: Speaker):
    assert "endDate" not in node(speaker, ends=None)


@pytest.mark.parametrize(("zone", "offset"), [(DENVER, "-06:00"), (MADRID, "+02:00")])
def test_times_have_the_offset_of_their_own_wall(speaker: Speaker, zone, offset: str):
    assert event_node(once(event("talk", "2026-10-17", "14:00", zone=zone)), speaker)["startDate"].endswith(offset)


def test_a_series_has_its_next_times_each_with_what_is_different_about_it(speaker: Speaker):
    change = Change(on=at(DENVER, "2026-10-16").date(), status=Status.CANCELLED)
    chess = series("chess", "2026-10-02", "16:00", "17:00", "FREQ=WEEKLY", until=at(DENVER, "2026-10-30").date())
    agenda = Agenda([replace(chess, changes=(change,))], LIBRARY)
    found = series_node(agenda.events[0], agenda.upcoming(NOW, 6), speaker)
    assert (found["@type"], found["startDate"], found["endDate"]) == ("EventSeries", "2026-10-02", "2026-10-30")
    assert [one["startDate"][:10] for one in found["subEvent"]] == [f"2026-10-{day:02}" for day in (9, 16, 23, 30)]
    cancelled = [one["eventStatus"].endswith("EventCancelled") for one in found["subEvent"]]
    assert cancelled == [False, True, False, False]
    assert len({one["@id"] for one in found["subEvent"]}) == 4


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("events/", ["Soon", "Later"]),
        ("events/2026-11/", ["Later"]),
        ("es/events/2026-11/", ["Later"]),
        ("events/2026-09/", ["Over"]),
        ("events/branch/mill/", ["Later"]),
        ("events/branch/central/", ["Soon"]),
    ],
)
def test_a_list_has_the_first_of_what_it_lists(speaker: Speaker, address: str, names: list[str]):
    events = (
        event("over", "2026-09-02", "10:00", branch=None),
        event("soon", "2026-10-09", "10:00"),
        event("later", "2026-11-09", "10:00", branch=MILL),
    )
    bilingual = replace(speaker, library=replace(LIBRARY, languages=("en", "es")))
    found = describe_page(address, bilingual, Agenda(events, LIBRARY), {})
    assert found
    assert [item["item"]["name"] for item in found["itemListElement"]] == names
    assert [item["position"] for item in found["itemListElement"]] == [*range(1, len(names) + 1)]


@pytest.mark.parametrize("address", ["about/", "events/archive/", "events/topic/none/", "404.html", "embed/"])
def test_of_other_pages_there_is_nothing_to_say(speaker: Speaker, address: str):
    assert describe_page(address, speaker, Agenda((), LIBRARY), {}) is None


def test_a_library_that_says_nothing_of_itself_still_has_a_place(speaker: Speaker):
    bare = replace(speaker, library=Library(name="Bare"))
    place = event_node(once(replace(TALK, branch=Branch(id="a", name=MILL.name))), bare)["location"]
    assert place["address"] == "Mill Street, Bare"
    assert event_node(once(replace(TALK, branch=None)), bare)["location"]["address"] == "Bare"


def test_a_series_that_is_over_has_its_last_time(speaker: Speaker):
    over = series("chess", "2024-01-05", "10:00", "11:00", "FREQ=WEEKLY", count=3)
    entry = Entry(kind="event", address="events/chess/", title="Chess", language="en", id="chess")
    found = describe_page(entry.address, speaker, Agenda([over], LIBRARY), {entry.address: entry})
    assert found
    assert [one["startDate"] for one in found["subEvent"]] == ["2024-01-19T10:00-07:00"]
