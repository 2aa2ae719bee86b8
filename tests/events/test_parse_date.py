"""Dates as people write them."""

from __future__ import annotations

import pytest

from plugins.events.parse_date import Order, UnreadableDateError, decide_order, parse_date
from plugins.events.parse_moment import parse_moment
from plugins.events.parse_time import UnreadableTimeError


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-17",
        "2026/10/17",
        "2026.10.17",
        "20261017",
        "17/10/2026",
        "10/17/2026",
        "17.10.2026",
        "17/10/26",
        "October 17, 2026",
        "17 October 2026",
        "Oct 17 2026",
        "Oct. 17th, 2026",
        "17-Oct-26",
        "17-Oct-2026",
        "Saturday, October 17, 2026",
        "Sat 17 Oct 2026",
        "Saturday the 17th of October 2026",
        "17 de octubre de 2026",
        "sábado 17 de octubre de 2026",
    ],
)
def test_one_day_in_every_spelling(text: str):
    assert parse_date(text).isoformat() == "2026-10-17"


@pytest.mark.parametrize(("order", "expected"), [("day", "2026-06-05"), ("month", "2026-05-06")])
def test_the_order_of_the_column_decides(order: Order, expected: str):
    assert parse_date("5/6/2026", order).isoformat() == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["05/06/2026", "17/10/2026"], "day"),
        (["05/06/2026", "10/17/2026"], "month"),
        (["Sat 17/10/2026"], "day"),
        (["05/06/2026", "Sat 10/10/2026", "Fri 5/6/2026"], "day"),
        (["Wed 5/6/2026"], "month"),
        (["5/6", "17/3"], "day"),
        (["23-25/01/2024"], "day"),
        (["17/10/2026 10.11.12"], "day"),
        (["05/06/2026", "06/06/2026"], ""),
        (["17/10/2026", "10/17/2026"], ""),
        (["2026-10-17", "2026-05-06 14.30.00"], ""),
        (["31/13/2024"], ""),
        ([], ""),
    ],
)
def test_a_column_says_whether_the_day_comes_first(texts: list[str], expected: str):
    assert decide_order(texts) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("05/06/2026", '"05/06/2026" could be 5 June 2026 or 6 May 2026.'),
        ("31/13/24", "in no calendar"),
        ("2026-02-30", "in no calendar"),
        ("17-10-26", "two digits"),
        ("October 6", "has no year"),
        ("17 Oct", "has no year"),
        ("Octember 6, 2026", 'no month "octember"'),
        ("Quux 6, 2026", "not a date"),
        ("Friday 17 October 2026", "2026-10-17 is a Saturday"),
        ("2013.3.15-16", "not a date"),
        ("1 May 2026, 3 June 2026", "more than one date"),
        ("45678", "it may mean 2025-01-21"),
        ("0026-10-17", "must be a slip"),
        ("9999-12-31", "must be a slip"),
        ("", "not a date"),
        ("١٧/١٠/٢٠٢٦x", "not a date"),
    ],
)
def test_what_is_no_date_for_certain_is_refused_with_the_reason(text: str, reason: str):
    with pytest.raises(UnreadableDateError, match=reason) as refusal:
        parse_date(text)
    assert refusal.value.cure.endswith(".")


def test_both_readings_are_ready_to_paste():
    with pytest.raises(UnreadableDateError) as refusal:
        parse_date("05/06/2026")
    assert refusal.value.cure.startswith("Write 2026-06-05 or 2026-05-06; ")
    assert 'date_order = "day-first"' in refusal.value.cure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-17", "2026-10-17 None None"),
        ("2026-10-17T14:00", "2026-10-17 14:00:00 None"),
        ("2026-10-17 14:00:00", "2026-10-17 14:00:00 None"),
        ("2026-10-17T14:00:00.000Z", "2026-10-17 14:00:00 UTC"),
        ("2024-09-11T13:30:00+02:00", "2024-09-11 13:30:00 UTC+02:00"),
        ("2024-09-11T13:30:00-0630", "2024-09-11 13:30:00 UTC-06:30"),
        ("October 17, 2026 2:00 PM", "2026-10-17 14:00:00 None"),
        ("17 October 2026 at 14:00", "2026-10-17 14:00:00 None"),
        ("17/10/2026 2 pm", "2026-10-17 14:00:00 None"),
    ],
)
def test_a_date_may_have_a_time_and_an_offset(text: str, expected: str):
    moment = parse_moment(text)
    assert f"{moment.day} {moment.at} {moment.offset}" == expected


def test_a_date_with_a_time_keeps_both_readings():
    with pytest.raises(UnreadableDateError, match="could be 5 June 2026 or 6 May 2026"):
        parse_moment("05/06/2026 10:00")


def test_a_time_that_is_on_no_clock_is_refused():
    with pytest.raises(UnreadableTimeError):
        parse_moment("2026-10-17T25:00")
