"""What a library answers about its own days, branches and words."""

from __future__ import annotations

from datetime import date, time

import pytest

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, OpeningHours, SpecialDay, Topic

NINE_TO_FIVE = (OpeningHours(opens=time(9), closes=time(17)),)
MORNING = (OpeningHours(opens=time(9), closes=time(12)),)
WEEK = (NINE_TO_FIVE,) * 5 + ((), ())
TRAINING = SpecialDay(first=date(2026, 10, 12), reason=Phrase(default="Staff training"))
BREAK = SpecialDay(first=date(2026, 12, 24), last=date(2026, 12, 26), hours=MORNING)
CHRISTMAS = SpecialDay(month_day=(12, 25), reason=Phrase(default="Christmas"))
CENTRAL = Branch(id="central", name=Phrase(default="Central"), week=WEEK, special_days=(CHRISTMAS, TRAINING, BREAK))
MILL = Branch(id="mill", name=Phrase(default="Mill Street"), week=WEEK, special_days=(TRAINING, CHRISTMAS))


@pytest.mark.parametrize(
    ("special", "day", "covered"),
    [
        (TRAINING, date(2026, 10, 12), True),
        (TRAINING, date(2027, 10, 12), False),
        (BREAK, date(2026, 12, 23), False),
        (BREAK, date(2026, 12, 26), True),
        (BREAK, date(2026, 12, 27), False),
        (CHRISTMAS, date(2031, 12, 25), True),
        (CHRISTMAS, date(2031, 12, 26), False),
        (SpecialDay(), date(2031, 12, 26), False),
    ],
)
def test_a_special_day_covers_its_days(special, day, covered):
    assert special.covers(day) is covered


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 10, 8), NINE_TO_FIVE),  # a Thursday
        (date(2026, 10, 10), ()),  # a Saturday
        (date(2026, 10, 12), ()),  # a Monday, of training
        (date(2026, 12, 25), MORNING),  # a dated day goes before one of every year
        (date(2028, 12, 25), ()),
    ],
)
def test_a_branch_knows_its_hours_on_any_day(day, hours):
    assert CENTRAL.hours_on(day) == hours


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 10, 12), "Staff training"),
        (date(2026, 12, 25), None),  # Central is open
        (date(2028, 12, 25), "Christmas"),
        (date(2026, 10, 10), None),  # every Saturday is no special day
    ],
)
def test_a_library_is_closed_when_all_its_branches_are(day, reason):
    closure = Library(name="Juniper", branches=(CENTRAL, MILL)).closure_on(day)
    assert (None if closure is None else str(closure)) == reason


def test_a_library_without_branches_is_never_closed():
    assert Library(name="Juniper").closure_on(date(2026, 12, 25)) is None


def test_a_library_finds_its_own_words():
    library = Library(
        name="Juniper",
        branches=(CENTRAL,),
        audiences=(Audience(id="teens", name=Phrase(default="Teens")),),
        topics=(Topic(id="tech", name=Phrase(default="Tech")),),
    )
    assert library.branch("central") is CENTRAL
    assert (library.branch("mill"), library.audience("tech"), library.topic("teens")) == (None, None, None)
    assert str(library.audience("teens").name) == "Teens"
    assert str(library.topic("tech").name) == "Tech"


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [(NINE_TO_FIVE[0], (540, 1020)), (OpeningHours(opens=time(0), closes=time(0)), (0, 1440))],
)
def test_midnight_is_the_end_of_a_day_when_closing(hours, minutes):
    assert (hours.opens_minute, hours.closes_minute) == minutes


def test_a_branch_has_an_address_within_the_site():
    assert CENTRAL.address == "branches/central/"
