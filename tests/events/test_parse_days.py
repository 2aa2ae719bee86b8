"""Cells of dates that hold more than a day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.events.parse_date import Order, UnreadableDateError
from plugins.events.parse_days import Days, parse_days
from plugins.events.parse_time import UnreadableTimeError


def _said(days: Days) -> str:
    parts = [str(days.first.day), f"{days.first.at:%H:%M}" if days.first.at else ""]
    parts += [f"to {days.last}" if days.last else "", f"-{days.ends:%H:%M}" if days.ends else ""]
    parts += [f"also {day}" for day in days.also]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2013.3.15-16", "", "2013-03-15 to 2013-03-16"),
        ("2013.3.30-4.2", "", "2013-03-30 to 2013-04-02"),
        ("23-25/01/2024", "", "2024-01-23 to 2024-01-25"),
        ("23.-25.01.2024", "", "2024-01-23 to 2024-01-25"),
        ("23/01/2024 - 25/01/2024", "", "2024-01-23 to 2024-01-25"),
        ("23/01/2024-25/01/2024", "", "2024-01-23 to 2024-01-25"),
        ("05/06/2024-07/06/2024", "day", "2024-06-05 to 2024-06-07"),
        ("2026-10-17 - 2026-10-19", "", "2026-10-17 to 2026-10-19"),
        ("2026-10-17/2026-10-19", "", "2026-10-17 to 2026-10-19"),
        ("2026-10-17 to 2026-10-19", "", "2026-10-17 to 2026-10-19"),
        ("Jan 5-7, 2022", "", "2022-01-05 to 2022-01-07"),
        ("January 5th – 7th, 2022", "", "2022-01-05 to 2022-01-07"),
        ("5-7 January 2022", "", "2022-01-05 to 2022-01-07"),
        ("5 Jan - 7 Feb 2022", "", "2022-01-05 to 2022-02-07"),
        ("Dec 30 - Jan 2, 2023", "", "2022-12-30 to 2023-01-02"),
        ("17. bis 19. Oktober 2026", "", "2026-10-17 to 2026-10-19"),
        ("17 al 19 de octubre de 2026", "", "2026-10-17 to 2026-10-19"),
        ("Sat Oct 17 - Sun Oct 18 2026", "", "2026-10-17 to 2026-10-18"),
        ("17 October 2026, 7:30pm - 9pm", "", "2026-10-17 19:30 -21:00"),
        ("17/10/2026 6:00 PM - 10:30 PM", "", "2026-10-17 18:00 -22:30"),
        ("Saturday 17 October 2026 at 7pm", "", "2026-10-17 19:00"),
        ("17.10.2026, 19.30 Uhr", "", "2026-10-17 19:30"),
        ("2026-10-17 10:00 - 2026-10-18 12:00", "", "2026-10-17 10:00 to 2026-10-18 -12:00"),
        ("1 May 2026, 3 June 2026", "", "2026-05-01 also 2026-06-03"),
        ("May 1, 2026, June 3, 2026", "", "2026-05-01 also 2026-06-03"),
        ("2026-10-24; 2026-10-17; 2026-10-31", "", "2026-10-17 also 2026-10-24 also 2026-10-31"),
        ("17/10/2026 & 24/10/2026", "", "2026-10-17 also 2026-10-24"),
        ("17/10/2026 and 24/10/2026", "", "2026-10-17 also 2026-10-24"),
        ("4, 5 and 6 July 2026", "", "2026-07-04 also 2026-07-05 also 2026-07-06"),
        ("Oct 20 & 22, 2026", "", "2026-10-20 also 2026-10-22"),
        ("Sat 17 - Sun 18 October 2026", "", "2026-10-17 to 2026-10-18"),
        ("17/10/2026 (Sat)", "", "2026-10-17"),
        ("Fr. 17.10.2025", "", "2025-10-17"),
        ("1697551200", "", "2023-10-17 14:00"),
        ("1697551200000", "", "2023-10-17 14:00"),
        ("Saturday, October 17, 2026 - 2:00pm to 3:30pm", "", "2026-10-17 14:00 -15:30"),
        ("45678", "", "2025-01-21"),
        ("45678.75", "", "2025-01-21 18:00"),
        ("20261017T140000Z", "", "2026-10-17 14:00"),
        ("Sat Oct 17 2026 14:00:00 GMT+0200 (CEST)", "", "2026-10-17 14:00"),
        ("Sat, 17 Oct 2026 14:00:00 +0200", "", "2026-10-17 14:00"),
        ("2026年10月17日", "", "2026-10-17"),
        ("Jan 5th 2022", "", "2022-01-05"),
        ("10.05.2015", "day", "2015-05-10"),
        ("17. 10. 2026", "", "2026-10-17"),
        ("Samstag, 17. Oktober 2026", "", "2026-10-17"),
        ("sabato 17 ottobre 2026", "", "2026-10-17"),
        ("17 mars 2026", "", "2026-03-17"),
    ],
)
def test_days_are_read(text: str, order: Order, expected: str):
    days = parse_days(text, order)
    assert _said(days) == expected
    assert bool(days.inferred) == bool(days.last or days.also or days.ends or text.startswith("45678"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("05-07/06/2024", "two|could be|not a date"),
        ("25-23/01/2024", "not a date"),
        ("2013.3.16-15", "not a date"),
        ("Fri 17 - Sun 18 October 2026", "not a date"),
        ("17/10/2026 (Sun)", "another day of the week"),
        ("17 October 2026 7pm, 24 October 2026 8pm", "times of their own"),
        ("31/13/24", "in no calendar"),
        ("Octobr 6, 2026", 'no month "octobr"'),
        ("October 6", "has no year"),
        ("17/3", "has no year"),
        ("30 February", "in no calendar"),
        ("every Monday", "not a date"),
        ("2026", "not a date"),
        ("59999", "counts days"),
        ("TBC", "not a date"),
    ],
)
def test_what_is_no_day_for_certain_is_refused_with_the_reason(text: str, reason: str):
    with pytest.raises(UnreadableDateError, match=reason):
        parse_days(text)


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("October 6", 2026, "2026-10-06"),
        ("17/3", 2024, "2024-03-17"),
        ("17.3.", 2024, "2024-03-17"),
        ("Sat 17 October", 2026, "2026-10-17"),
        ("October 6-8", 2026, "2026-10-06 to 2026-10-08"),
    ],
)
def test_a_year_may_be_given(text: str, year: int, expected: str):
    assert _said(parse_days(text, "", year)) == expected


def test_a_misspelt_month_gets_the_right_one():
    with pytest.raises(UnreadableDateError) as refusal:
        parse_days("Febuary 6, 2026")
    assert refusal.value.cure.startswith('Did you mean "February"?')


@given(st.text(alphabet="0123456789-/.,;: &andtoOctpm–", max_size=24))
def test_any_text_is_days_or_refused(text: str):
    try:
        days = parse_days(text)
    except (UnreadableDateError, UnreadableTimeError):
        return
    assert days.last is None or days.last > days.first.day
