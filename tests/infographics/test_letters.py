"""Text that has little room is broken into even lines, or shortened, by the widths of the real fonts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "room", "lines", "expected"),
    [
        ("Central", 100, 2, ("Central",)),
        ("Riverbend and Ferry Road", 120, 3, ("Riverbend and", "Ferry Road")),
        ("times somebody came through a door", 230, 2, ("times somebody", "came through a door")),
        ("", 100, 2, ()),
        ("one two three four five six seven", 60, 2, ("one two", "three f…")),
        ("Donaudampfschiff", 60, 2, ("Donau…",)),
    ],
)
def test_a_text_is_broken_evenly_and_shortened_only_where_it_must_be(text, room, lines, expected, words):
    found = words.letters.wrapped(text, room, 17, lines=lines)
    assert found == expected
    assert all(words.letters.width(line, 17) <= room for line in found)


def test_a_letter_that_no_face_has_is_taken_for_a_wide_one(words):
    assert words.width_em("body", "文") is None
    assert words.letters.width("文文", 10) > words.letters.width("oo", 10)


def test_bold_and_wood_are_measured_as_such(words):
    width = words.letters.width
    assert width("Central", 18, "wood") < width("Central", 18) < width("Central", 18, "bold")
