"""Advice on rows of events: what triggers each remark and how it reads, word for word; and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from plugins.advice.compare_audience import compare_audience
from plugins.advice.compare_cost import compare_cost
from plugins.advice.compare_dates import compare_dates
from plugins.advice.compare_times import compare_times, compare_times_of_post
from plugins.advice.judge_closures import judge_closures
from plugins.advice.judge_event import judge_event
from plugins.kernel.problems import Problem
from tests.advice.texts import LIBRARY, agenda, events, piece, row_piece, told

MEND = "Mend whichever is wrong"
NOW = datetime(2026, 11, 20, 20, tzinfo=UTC)


def _said(row: dict[str, str]) -> list[str]:
    def all_of(row: dict[str, str]) -> Iterator[Problem]:
        (event,) = events(row)
        found = row_piece(event)
        yield from compare_times(found, event)
        yield from compare_cost(found)
        yield from compare_audience(found, event.audiences)
        yield from compare_dates(found)

    return [told(one) for one in all_of(row)]


TIMES = "; best is a text without times, since the page shows those of the calendar. [advice.other-time]"
WHO = ": people find it in the lists by its audience, and decide by its text. [advice.other-audience]"
COST = "; if only some need not pay, say in the cost who. [advice.free-and-cost]"
PLACE = "events/all.csv:2, description: "


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (
            {"description": "From 3 to 4:30 pm in the hall."},
            f'The text says "3 to 4:30 pm" (15:00 to 16:30), and the columns say 14:00 to 15:30. {MEND}{TIMES}',
        ),
        (
            {"description": "Hall, 14:00-16:00."},
            f'The text says "14:00-16:00" (14:00 to 16:00), and the columns say 14:00 to 15:30. {MEND}{TIMES}',
        ),
        (
            {"description": "Meet us in the hall on Saturday from 2-5 pm."},
            f'The text says "2-5 pm" (14:00 to 17:00), and the columns say 14:00 to 15:30. {MEND}{TIMES}',
        ),
        (
            {"description": "Bring a cup. Saturday, 17 October, from 4 to 5 pm."},
            f'The text says "4 to 5 pm" (16:00 to 17:00), and the columns say 14:00 to 15:30. {MEND}{TIMES}',
        ),
        (
            {"description": "The talk starts at 6:30 pm."},
            f'The text says "The talk starts at 6:30 pm" (18:30), and the columns say 14:00 to 15:30. {MEND}{TIMES}',
        ),
        (
            {"title": "A Talk, 7 p.m."},
            f'The text says "7 p.m." (19:00), and the columns say 14:00 to 15:30. {MEND}{TIMES}',
        ),
        (
            {"description": "The workshop is free. Bring a cup.", "cost": "$5"},
            f'The text says "workshop is free", and the cost is "$5". {MEND}{COST}',
        ),
        (
            {"description": "Free admission!", "cost": "12 dollars"},
            f'The text says "Free admission", and the cost is "12 dollars". {MEND}{COST}',
        ),
        (
            {"description": "Un taller gratuito.", "cost": "5 €", "language": "es"},
            f'The text says "gratuito", and the cost is "5 €". {MEND}{COST}',
        ),
        (
            {"description": "Bring a chair. For adults.", "audience": "under-5s"},
            f'The text says "For adults", and the audience is: Under 5s. {MEND}{WHO}',
        ),
        (
            {"title": "Teens Only", "audience": "adults"},
            f'The text says "Teens Only", and the audience is: Adults. {MEND}{WHO}',
        ),
        (
            {"description": "A morning of songs, ages 2 to 4.", "audience": "teens; adults"},
            f'The text says "ages 2 to 4", and the audience is: Teens, Adults. {MEND}{WHO}',
        ),
        (
            {"description": "Solo para adolescentes.", "audience": "under-5s", "language": "es"},
            f'The text says "Solo para adolescentes", and the audience is: Under 5s. {MEND}{WHO}',
        ),
        (
            {"description": "See you on Sunday 17 October."},
            (
                '"Sunday 17 October": 2026-10-17 is a Saturday. Write Saturday if the date is right, '
                "or mend the date if the day of the week is. [advice.wrong-weekday]"
            ),
        ),
    ],
)
def test_texts_that_disagree_with_their_columns(row: dict[str, str], remark: str):
    assert _said(row) == [f"{PLACE}{remark}"]


@pytest.mark.parametrize(
    "row",
    [
        {"description": "From 2 to 3:30 pm in the hall."},
        {"description": "Soup from 2:30 to 3 pm."},  # a part of it
        {"description": "Groups meet 9:00-10:00 and 11:00-12:00."},  # several: parts, or other days
        {"description": "Doors open 1:30-2:00 pm."},
        {"description": "Registration starts at 9 am."},
        {"description": "Stay and play until eleven. Two sessions of 20-25 minutes."},
        {"description": "We read chapters 3 to 4, pages 10:12 to 11."},
        {"description": "Free comic books 10:30am-5pm while supplies last."},  # something else on the same day
        {"description": "Stay for a fun craft starting at 5:30 PM after it."},
        {"description": "And stick around as we celebrate ten years from 3-5 PM!"},
        {"description": f"{'1' * 5000} from 3 to 4 pm."},
        {"title": "Tea at 2 pm"},
        {"title": "Python 3.11 for beginners, and John 3:16"},
        {"description": "From 2:00 to 3:30."},  # of the clock twelve, or of the afternoon
        {"description": "Breakfast from 9:00-10:00, and from 14:00-15:30."},
        {"description": "From 3 to 4 pm.", "all_day": "yes", "start": "", "end": ""},
        {"description": "The coffee is free.", "cost": "$5"},
        {"description": "It is free for members.", "cost": "$5"},
        {"description": "Free parking. A sugar-free evening; feel free to sit.", "cost": "$5"},
        {"description": "Free admission!", "cost": "Free, $5 for the book"},
        {"description": "Free admission!", "cost": ""},
        {"description": "Sweaters for babies, knitted by hand.", "audience": "adults"},
        {"description": "For adults.", "audience": "adults"},
        {"description": "For teens.", "audience": "all-ages"},
        {"description": "For teens."},
        {"description": "Ages 3 to 5, with a grown-up.", "audience": "under-5s"},
        {"description": "See you on Saturday 17 October."},
    ],
)
def test_texts_that_agree_or_may(row: dict[str, str]):
    assert _said(row) == []


@pytest.mark.parametrize(
    ("written", "language", "words"),
    [
        ("Come on Saturday 17 October, 3 to 5 pm.", "en", "3 to 5 pm"),
        ("On October 17th at 6 pm we read.", "en", "6 pm"),
        ("El 17 de octubre de 16:00 a 18:00.", "es", "16:00 a 18:00"),
        ("Come on Saturday 17 October, 2 to 3:30 pm.", "en", ""),
        ("On 17 October, tea is at 2:30 pm.", "en", ""),
        ("On 17 October and on 24 October at 6 pm.", "en", ""),
        ("On 17 October from 2 pm to 3 pm and 6 pm to 7 pm.", "en", ""),
        ("The desk is open on 17 October at 9 am.", "en", ""),
        ("We met on 3 October at 6 pm.", "en", ""),
    ],
)
def test_the_times_of_a_post_about_an_event(written: str, language: str, words: str):
    (event,) = events({})
    found = piece(f"---\ntitle: Come\ndate: 2026-10-01\nevent: talk\n---\n\n{written}\n", "post", language)
    remarks = [told(one) for one in compare_times_of_post(found, event)]
    assert [one[: one.index(" (")] for one in remarks] == (
        [f'posts/kettles.md:7: The text says "{words}"'] if words else []
    )
    assert all(', and the calendar has "A Talk" at 14:00 to 15:30. ' in one for one in remarks)


def test_a_program_is_compared_too():
    text = "---\ntitle: Mending\ncost: $5 a cup\n---\n\nAdmission is free.\n"
    assert [told(one) for one in compare_cost(piece(text, "program"))] == [
        f'programs/kettles.md:6: The text says "Admission is free", and the cost is "$5 a cup". {MEND}{COST}'
    ]


@pytest.mark.parametrize(
    ("row", "remarks"),
    [
        (
            {"branch": "central"},
            [
                (
                    "audience: It does not say who it is for. Fill in audience with one or more of under-5s, teens, "
                    "adults, all-ages. [advice.no-audience]"
                ),
                (
                    "access: It does not say what makes it possible to take part. Write what helps people to take part "
                    "into access: a hearing loop, a ramp, an interpreter. [advice.no-access]"
                ),
            ],
        ),
        ({"branch": "riverbend", "audience": "adults"}, []),
        ({"place": "The river", "audience": "adults", "access": "Paved path."}, []),
        (
            {"branch": "riverbend", "audience": "adults", "registration": "required"},
            [
                (
                    "registration: People are asked to book, and nothing says how. Write an address into "
                    "registration_link, or say in the description whom to call or to ask. [advice.no-way-to-book]"
                )
            ],
        ),
        ({"branch": "riverbend", "ages": "3-5", "registration": "required", "description": "Call 555 0100."}, []),
        (
            {"branch": "riverbend", "audience": "adults", "places": "24"},
            [
                (
                    "registration: It has 24 places, and nothing says how people get one. Write required or "
                    "recommended into registration, and where to book into registration_link. [advice.no-way-to-book]"
                )
            ],
        ),
        ({"branch": "riverbend", "audience": "adults", "places": "24", "description": "Just ask at the desk."}, []),
        (
            {
                "branch": "riverbend",
                "audience": "adults",
                "registration": "required",
                "registration_link": "https://catalog.juniper.example/book/talk",
            },
            [],
        ),
        (
            {
                "branch": "riverbend",
                "ages": "3-5",
                "registration": "required",
                "description": "اتصل بنا",
                "language": "ar",
            },
            [],
        ),
    ],
)
def test_what_a_row_does_not_say(row: dict[str, str], remarks: list[str]):
    (event,) = events(row)
    found = [
        told(one).removeprefix("events/all.csv:2, ") for one in judge_event(row_piece(event), event, LIBRARY.audiences)
    ]
    assert found == remarks


def test_closed_days_of_a_series_and_doors_that_close_early():
    weekly = {"id": "chess", "date": "2026-11-05", "repeat": "weekly", "branch": "central"}
    late = {"id": "late", "date": "2026-11-27", "start": "12:00", "end": "14:00", "branch": "central"}
    assert [told(one) for one in judge_closures(agenda(weekly, late), NOW)] == [
        (
            "events/all.csv:2, except: It falls out on 2026-11-26, when Central is closed (Thanksgiving). "
            "If that is right, put 2026-11-26 into except; else give the day a row of its own, with another date. "
            "[advice.falls-out]"
        ),
        (
            "events/all.csv:3, end: On 2026-11-27 it lasts until 14:00, and Central closes at 13:00 that day. Give "
            "2026-11-27 a row of its own with another end, or say in its note which door is open. [advice.past-closing]"
        ),
    ]
    known = {**weekly, "except": "2026-11-26"}
    early = {**late, "end": "13:00"}
    elsewhere = {**late, "id": "walk", "branch": "", "place": "The river"}
    assert [*judge_closures(agenda(known, early, elsewhere), NOW)] == []
