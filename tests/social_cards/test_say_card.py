"""What a card says follows from what was announced, and from no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from plugins.kernel.entry import Announced, Entry
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Library
from plugins.social_cards.choose_cards import has_own_card, link_to, plan_card
from plugins.social_cards.say_card import card_of, library_card
from plugins.tools.interface import read_interface
from tests.conftest import ROOT

ZONE = ZoneInfo("America/Denver")
LIBRARY = Library(name="Juniper", tag_line=Phrase(default="One card.", by_language={"es": "Una tarjeta."}))
WORDS = read_interface(ROOT / "theme" / "translations")


def at(day: int, hour: int = 0, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def card(entry: Entry, language: str = "en"):
    return card_of(entry, LIBRARY, language, partial(WORDS.say, language))


def event(**announced: object) -> Entry:
    what = Announced(**({"starts": at(17, 11), "ends": at(17, 13)} | announced))
    return Entry(kind="event", address="events/a/", title="Seed Swap", language="en", announced=what)


def test_an_event_says_when_and_where():
    said = card(event(place="Central"))
    assert (said.stamp, said.when) == (("Sat", "17", "Oct"), ("Saturday 17 October", "11:00 am to 1:00 pm"))
    assert (said.place, said.status, said.is_off, said.label) == ("Central", "", False, "")
    assert said.words == "Seed Swap. Saturday 17 October, 11:00 am to 1:00 pm. Central. Juniper"


def test_in_another_language_it_speaks_that():
    said = card(event(status="cancelled"), "es")
    assert said.when == ("sábado, 17 de octubre", "11:00 a 13:00")
    assert (said.stamp, said.status) == (("sáb", "17", "oct"), "Cancelado")


@pytest.mark.parametrize(
    ("status", "word", "is_off"),
    [
        ("confirmed", "", False),
        ("cancelled", "Cancelled", True),
        ("postponed", "Postponed", True),
        ("moved", "Moved", False),
        ("full", "Full", False),
        ("tentative", "Not certain yet", False),
    ],
)
def test_a_card_says_how_an_event_stands(status, word, is_off):
    said = card(event(status=status))
    assert (said.status, said.is_off) == (word, is_off)


@pytest.mark.parametrize(
    ("announced", "when"),
    [
        ({"ends": None}, ("Saturday 17 October", "11:00 am")),
        ({"starts": at(17), "ends": at(18), "all_day": True}, ("Saturday 17 October",)),
        ({"starts": at(17), "ends": at(20), "all_day": True}, ("17 to 19 October",)),
        ({"starts": at(17, 10), "ends": at(19, 16)}, ("17 to 19 October", "10:00 am")),
        ({"ends": at(18, 1)}, ("Saturday 17 October", "11:00 am to 1:00 am")),
        ({"is_series": True, "rule": "FREQ=WEEKLY"}, ("Every Saturday", "11:00 am to 1:00 pm")),
        ({"is_series": True, "rule": "FREQ=WEEKLY;BYDAY=TU,TH"}, ("Every Tuesday and Thursday", "11:00 am to 1:00 pm")),
        ({"is_series": True, "rule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}, ("Every week", "11:00 am to 1:00 pm")),
        ({"is_series": True, "rule": "FREQ=WEEKLY;INTERVAL=2"}, ("Several dates", "11:00 am to 1:00 pm")),
        ({"is_series": True, "rule": "FREQ=DAILY"}, ("Every day", "11:00 am to 1:00 pm")),
        ({"is_series": True, "rule": "FREQ=DAILY;BYDAY=MO,TU"}, ("Several dates", "11:00 am to 1:00 pm")),
        ({"is_series": True, "rule": "FREQ=MONTHLY;BYDAY=2SA"}, ("Every month", "11:00 am to 1:00 pm")),
        ({"is_series": True, "rule": "FREQ=YEARLY"}, ("Every year", "11:00 am to 1:00 pm")),
        ({"is_series": True, "ends": None}, ("Several dates", "11:00 am")),
        ({"is_series": True, "rule": "FREQ=MONTHLY", "all_day": True, "ends": at(18)}, ("Every month",)),
    ],
)
def test_times_are_said_in_the_words_of_the_page(announced, when):
    assert card(event(**announced)).when == when


def test_only_a_single_day_is_stamped():
    stamps = [card(event(**one)).stamp for one in ({}, {"ends": at(19, 13)}, {"is_series": True, "rule": "FREQ=DAILY"})]
    assert stamps == [("Sat", "17", "Oct"), (), ()]


def test_the_next_date_and_what_is_left_of_a_series_change_nothing():
    entry = event(is_series=True, rule="FREQ=WEEKLY")
    later = replace(entry, starts=at(24, 15), ends=at(24, 16), status="cancelled", next_dates=(at(24), at(31)))
    assert card(entry) == card(later)


@pytest.mark.parametrize(
    ("kind", "published", "label"), [("post", at(6), "6 Oct 2026"), ("program", None, "Program"), ("page", None, "")]
)
def test_other_pages_have_their_title_and_what_they_are(kind, published, label):
    said = card(Entry(kind=kind, address="a/", title="A title", language="en", published=published))
    assert (said.title, said.label, said.when, said.stamp) == ("A title", label, (), ())


def test_pages_that_are_no_entry_have_the_librarys_own():
    assert library_card(LIBRARY, "es").words == "Juniper. Una tarjeta"


@pytest.mark.parametrize(("dates", "has_one"), [((at(17),), True), ((), False)])
def test_what_is_over_has_no_card_of_its_own(dates, has_one):
    assert has_own_card(replace(event(), next_dates=dates)) is has_one
    assert has_own_card(Entry(kind="post", address="a/", title="A", language="en"))


@pytest.mark.parametrize(
    ("image", "has_picture", "address", "alt", "kind"),
    [
        (None, False, "a/card.png?ab", "A. Juniper", "image/png"),
        (("images/a.jpg", "Two boats"), True, "a/card.jpg?ab", "Two boats", "image/jpeg"),
        (("images/a.jpg", ""), True, "a/card.jpg?ab", "A. Juniper", "image/jpeg"),
        (("images/a.svg", "Two boats"), False, "a/card.png?ab", "A. Juniper", "image/png"),
    ],
)
def test_a_link_says_where_a_card_is_and_what_it_shows(image, has_picture, address, alt, kind):
    entry = Entry(kind="page", address="a/", title="A", language="en", shared_image=image)
    link = link_to(plan_card(entry, card(entry), has_picture=has_picture), "ab")
    assert (link.address, link.alt, link.type, link.width, link.height) == (address, alt, kind, 1200, 630)
