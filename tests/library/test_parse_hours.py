"""Opening hours as people write them."""

from __future__ import annotations

import pytest

from plugins.library.parse_hours import parse_hours
from plugins.library.unclear import UnclearError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00-20:00", ["09:00-20:00"]),
        ("9-17", ["09:00-17:00"]),
        ("9–17", ["09:00-17:00"]),
        ("09.30 - 17.00", ["09:30-17:00"]),
        ("9h30-17h00", ["09:30-17:00"]),
        ("9 am to 8 pm", ["09:00-20:00"]),
        ("9am-5pm", ["09:00-17:00"]),
        ("9 a.m. to 5:30 p.m.", ["09:00-17:30"]),
        ("9-5pm", ["09:00-17:00"]),
        ("1-5 PM", ["13:00-17:00"]),
        ("10:30-2 pm", ["10:30-14:00"]),
        ("9 am - 5", ["09:00-17:00"]),
        ("9 am - 17", ["09:00-17:00"]),
        ("12-5 pm", ["12:00-17:00"]),
        ("12 pm to 5 pm", ["12:00-17:00"]),
        ("from 9 until 12", ["09:00-12:00"]),
        ("noon to 5 pm", ["12:00-17:00"]),
        ("9:00-24:00", ["09:00-00:00"]),
        ("18:00-0:00", ["18:00-00:00"]),
        ("8 am to midnight", ["08:00-00:00"]),
        ("24 hours", ["00:00-00:00"]),
        ("10:00-13:00, 14:00-18:00", ["10:00-13:00", "14:00-18:00"]),
        ("14-18; 10-13", ["10:00-13:00", "14:00-18:00"]),
        ("10-13 and 14-18", ["10:00-13:00", "14:00-18:00"]),
        ("closed", []),
        (" Closed ", []),
    ],
)
def test_plain_spellings_are_understood(text, expected):
    assert [f"{hours.opens:%H:%M}-{hours.closes:%H:%M}" for hours in parse_hours(text)] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'Write hours like "9:00-20:00"'),
        ("by appointment", 'Write hours like "9:00-20:00"'),
        ("9:00", "cannot be understood"),
        ("9:00-8:00", 'Did you mean "9:00-20:00"?'),
        ("9-5", 'Did you mean "9:00-17:00"?'),
        ("20:00-9:00", "end before they begin"),
        ("22:00-2:00", "belongs to the next day"),
        ("9 am to 9 am", "end before they begin"),
        ("9-11 pm", 'may mean "9:00-23:00" or "21:00-23:00"'),
        ("25:00-26:00", "no clock shows"),
        ("9:00-24:30", "no clock shows"),
        ("9:75-12:00", "no clock shows"),
        ("14 pm to 5 pm", "no clock shows"),
        ("0 am to 5 pm", "no clock shows"),
        ("10-14, 13-18", "overlap"),
        ("10-13,", "cannot be understood"),
    ],
)
def test_the_rest_is_explained(text, said):
    with pytest.raises(UnclearError) as caught:
        parse_hours(text)
    assert said in f"{caught.value.what} {caught.value.cure}"
