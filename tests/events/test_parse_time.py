"""Times of day as people write them."""

from __future__ import annotations

import pytest

from plugins.events.parse_time import UnreadableTimeError, parse_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00", "14:00"),
        ("14.30", "14:30"),
        ("7:05", "07:05"),
        ("10:00 AM", "10:00"),
        ("10:00:00 AM", "10:00"),
        ("12:00 PM", "12:00"),
        ("12:15 am", "00:15"),
        ("01:00 PM", "13:00"),
        ("2pm", "14:00"),
        ("2 pm", "14:00"),
        ("2 p.m.", "14:00"),
        ("2:30 p.m.", "14:30"),
        ("2am", "02:00"),
        ("12am", "00:00"),
        ("9a", "09:00"),
        ("17;00", "17:00"),
        ("1200", "12:00"),
        ("14h", "14:00"),
        ("14h30", "14:30"),
        ("13:00 PM", "13:00"),
        ("24:00", "00:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("midnight", "00:00"),
        ("mediodía", "12:00"),
        ("7:30:00", "07:30"),
    ],
)
def test_a_time_is_read(text: str, expected: str):
    assert parse_time(text).isoformat(timespec="minutes") == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a time"),
        ("TBC", "not a time"),
        ("late", "not a time"),
        ("9", "morning or in the evening"),
        ("14", "something else than a time"),
        ("25", "not on any clock"),
        ("20:00 AM", "says am"),
        ("25:00", "not on any clock"),
        ("10:75", "not on any clock"),
        ("24:30", "not on any clock"),
        ("6:00 PM - 10:30 PM", "two times"),
        ("10:00 to 11:00", "two times"),
        ("7:30pm for 8pm start", "not a time"),
    ],
)
def test_what_is_no_time_for_certain_is_refused_with_the_reason(text: str, reason: str):
    with pytest.raises(UnreadableTimeError, match=reason) as refusal:
        parse_time(text)
    assert refusal.value.cure.endswith(".")
