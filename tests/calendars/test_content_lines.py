"""Lines as RFC 5545 wants them; icalendar, which we do not use for them, writes the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from icalendar.prop import vText

from plugins.calendars.content_lines import escaped, parameter, text_line
from tests.calendars.test_golden import GOLDEN

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\\\ufffe\uffff"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a, b; c", r"a\, b\; c"),
        ("one\ntwo\r\nthree\rfour", r"one\ntwo\nthree\nfour"),
        (r"back\slash", r"back\\slash"),
        (r"a\, b", r"a\\\, b"),
        ("bell \x07 rings", "bell  rings"),
        ('"quoted": yes', '"quoted": yes'),
    ],
)
def test_signs_that_mean_something_are_escaped(text: str, expected: str):
    assert escaped(text) == expected


@given(TEXTS)
def test_any_text_is_folded_as_icalendar_folds_it(text: str):
    event = Event()
    event.add("description", vText(text))
    assert text_line("DESCRIPTION", text) in event.to_ical()


@given(TEXTS)
def test_any_text_is_read_back_as_it_was(text: str):
    lines = b"BEGIN:VEVENT\r\n" + text_line("SUMMARY", text) + b"END:VEVENT\r\n"
    assert str(Event.from_ical(lines)["SUMMARY"]) == text


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.ics")), ids=lambda path: path.stem)
def test_icalendar_writes_a_golden_file_again_with_the_same_lines(path):
    data = path.read_bytes()
    assert sorted(Calendar.from_ical(data).to_ical().splitlines()) == sorted(data.splitlines())


@pytest.mark.parametrize(
    ("value", "expected"),
    [("Join online", "LABEL=Join online"), ('Say "hi"', "LABEL=Say 'hi'"), ("Zoom: here\n", 'LABEL="Zoom: here"')],
)
def test_a_parameter_holds_no_quotation_marks(value: str, expected: str):
    assert parameter("LABEL", value) == expected
