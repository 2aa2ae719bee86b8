"""Cells that hold more than one time, or a time and a time zone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.events.parse_hours import parse_hours
from plugins.events.parse_time import UnreadableTimeError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9a", "09:00"),
        ("12noon", "12:00"),
        ("1200", "12:00"),
        ("17;00", "17:00"),
        ("6:00 PM - 10:30 PM", "18:00 22:30"),
        ("6:00 PM–10:30 PM", "18:00 22:30"),
        ("6-8pm", "18:00 20:00"),
        ("6:30-8pm", "18:30 20:00"),
        ("9-5pm", "09:00 17:00"),
        ("11-1pm", "11:00 13:00"),
        ("10-12pm", "10:00 12:00"),
        ("12-2pm", "12:00 14:00"),
        ("10am-12", "10:00 12:00"),
        ("11am - 1", "11:00 13:00"),
        ("7:30pm - 9", "19:30 21:00"),
        ("10am to noon", "10:00 12:00"),
        ("8pm - midnight", "20:00 00:00"),
        ("8pm - 1am", "20:00 01:00"),
        ("noon - 1 pm", "12:00 13:00"),
        ("10:00-11:30", "10:00 11:30"),
        ("10-11:30", "10:00 11:30"),
        ("19-21", "19:00 21:00"),
        ("19-21 Uhr", "19:00 21:00"),
        ("19.30 - 21.00 Uhr", "19:30 21:00"),
        ("from 10am to 2pm", "10:00 14:00"),
        ("between 10am and 2pm", "10:00 14:00"),
        ("de 10:00 a 11:30", "10:00 11:30"),
        ("7:30pm for 8pm start", "20:00 remark"),
        ("7.30 for 8pm", "20:00 remark"),
        ("3pm to late", "15:00 remark"),
        ("3pm onwards", "15:00 remark"),
        ("ab 19 Uhr", "19:00"),
        ("10:00+02:00", "10:00 UTC+02:00"),
        ("19:30Z", "19:30 UTC"),
        ("14:00 UTC", "14:00 UTC"),
        ("2pm UTC+3:30", "unreadable"),
        ("2pm UTC+03:30", "14:00 UTC+03:30"),
        ("7:30 PM EST", "19:30 EST"),
        ("1pm - 2pm ET", "13:00 14:00 ET"),
        ("0.4375", "10:30"),
        ("1899-12-30 10:30:00", "10:30"),
        ("10 Uhr", "10:00"),
        ("14:00 Uhr", "14:00"),
        ("at 2 pm", "14:00"),
    ],
)
def test_times_are_read(text: str, expected: str):
    try:
        hours = parse_hours(text)
    except UnreadableTimeError:
        assert expected == "unreadable"
        return
    parts = [f"{hours.starts:%H:%M}", f"{hours.ends:%H:%M}" if hours.ends else "", hours.zone]
    parts += [str(hours.offset) if hours.offset else "", "remark" if hours.remark == text else ""]
    assert " ".join(part for part in parts if part) == expected
    assert bool(hours.inferred) == (hours.ends is not None or bool(hours.remark))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("10-12", "two times"),
        ("2-3", "two times"),
        ("7pm & 9pm", "two times"),
        ("10:30am, 2pm", "two times"),
        ("20:00 AM", "says am"),
        ("TBC", "not a time"),
        ("late", "not a time"),
        ("all evening", "not a time"),
        ("14:00 - 13:00", "two times"),
        ("9", "morning or in the evening"),
    ],
)
def test_what_leaves_a_doubt_is_refused(text: str, reason: str):
    with pytest.raises(UnreadableTimeError, match=reason):
        parse_hours(text)


@given(st.text(alphabet="0123456789:apm -–toforlateUTCZ+", max_size=14))
def test_any_text_is_hours_or_refused(text: str):
    try:
        hours = parse_hours(text)
    except UnreadableTimeError:
        return
    assert hours.starts is not None
