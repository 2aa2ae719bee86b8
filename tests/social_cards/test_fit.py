"""Text is fitted to a box whole: as large as it may be, in lines as even as may be."""

from __future__ import annotations

import pytest

from plugins.social_cards.fit_bill import fit_bill
from plugins.social_cards.fit_block import Ladder, fit_block
from plugins.social_cards.fit_line import Box, fit_line, reach
from plugins.social_cards.fit_title import fit_small, fit_title
from plugins.social_cards.model import Voice

WIDE = Box(width=1000, height=400)


def ruler(voice: Voice, text: str) -> float | None:
    """Return half an em for each letter of slab and body, a third of wood; Greek is what no face has."""
    if any("\u0370" <= letter <= "\u03ff" for letter in text):
        return None
    return len(text) * (1 / 3 if voice == "wood" else 0.5)


@pytest.mark.parametrize(
    ("text", "voice", "above", "below"),
    [
        ("NEW HOURS", "wood", 0.735, 0),
        ("EN MAYO, SÍ", "wood", 0.935, 0.16),
        ("ÇA VA", "wood", 0.735, 0.16),
        ("TIẾNG VIỆT", "wood", 1.055, 0.16),
        ("New hours", "slab", 0.75, 0),
        ("Opening", "slab", 0.75, 0.24),
        ("Éclairs", "slab", 0.95, 0),
        ("café", "slab", 0.75, 0),
    ],
)
def test_a_line_reaches_as_far_as_its_letters_do(text, voice, above, below):
    assert reach(text, voice) == pytest.approx((above, below))


@pytest.mark.parametrize(
    ("text", "lines", "sizes"),
    [
        # One word fills the measure, or the height.
        ("ABCDEF", ["ABCDEF"], [500]),
        ("A", ["A"], [533]),
        # Of two lines each is as long as the other.
        ("Autumn seed swap", ["Autumn", "SEED SWAP"], [257, 257]),
        ("Ask a seed keeper", ["Ask a", "SEED KEEPER"], [305, 208]),
        # Three, where they are larger than two would be.
        (
            "Riverbend stays open until nine on Thursdays",
            ["RIVERBEND STAYS OPEN", "until nine", "ON THURSDAYS"],
            [123, 164, 205],
        ),
    ],
)
def test_a_short_title_is_set_to_the_measure_on_one_to_three_lines(text, lines, sizes):
    found = fit_bill(text, WIDE, ruler)
    assert found
    assert [one.text for one in found.lines] == lines
    assert [round(one.size) for one in found.lines] == sizes
    assert found.height <= WIDE.height + 0.01
    assert len({round(one.width) for one in found.lines}) == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four five six", ["one two", "three four", "five six"]),
        ("a bb ccc dddd", ["a bb ccc", "dddd"]),
        # A word that is longer than a line is broken, and nothing of it is lost.
        ("abcdefghijklmnopqrstuvwxyz", ["abcdefghij", "klmnopqrst", "uvwxyz"]),
        # A letter and its accents stay together.
        ("x" * 9 + "e\u0301" * 3, ["x" * 9, "e\u0301" * 3]),
    ],
)
def test_a_block_breaks_between_words_and_within_those_that_are_too_long(text, lines):
    ladder = Ladder(voice="body", largest=20, smallest=20, leading=1.2, breaking=20)
    found = fit_block(text, Box(width=100, height=200), ladder, ruler)
    assert found
    assert [one.text for one in found.lines] == lines


def test_a_block_is_as_large_as_its_box_allows():
    ladder = Ladder(voice="slab", largest=90, smallest=40, leading=1.1)
    sizes = [
        setting.lines[0].size
        for count in (2, 12, 24, 30)
        if (setting := fit_block(" ".join(["letters"] * count), WIDE, ladder, ruler))
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 90
    assert fit_block("letters " * 200, WIDE, ladder, ruler) is None


@pytest.mark.parametrize("length", [1, 3, 40, 64, 65, 140, 300, 900])
@pytest.mark.parametrize("gap", [" ", ""])
def test_a_title_of_any_length_fits_whole(length, gap):
    title = (gap.join(["abcdefg"] * length))[:length].strip()
    found = fit_title(title, WIDE, ruler)
    assert found
    assert found.height <= WIDE.height + 0.01
    assert max(one.width for one in found.lines) <= WIDE.width + 0.01
    assert "".join(one.text for one in found.lines).replace(" ", "").casefold() == title.replace(" ", "")


def test_the_longer_a_title_the_smaller_and_plainer():
    found = [fit_title(("abcdefg " * 200)[:length], WIDE, ruler) for length in (20, 60, 120, 500, 900)]
    sizes = [setting.smallest for setting in found if setting]
    assert len(sizes) == 5
    assert sizes == sorted(sizes, reverse=True)
    assert [setting.lines[0].voice for setting in found if setting][2:] == ["slab", "body", "body"]


@pytest.mark.parametrize("title", ["", "   ", "Ώρες", "New Ώρες"])
def test_what_no_face_has_letters_for_is_not_set(title):
    assert fit_title(title, WIDE, ruler) is None


def test_a_line_is_made_smaller_where_there_is_less_room_and_never_larger():
    assert fit_line("abcdefghij", "slab", 500, 40, ruler).size == 40
    assert fit_line("abcdefghij", "slab", 100, 40, ruler).size == pytest.approx(20)
    assert fit_line("Ώ", "slab", 100, 40, ruler) is None


def test_a_long_place_is_set_small_on_several_lines():
    one, several = fit_small("Central", 1000, 42, ruler), fit_small("Behind the old mill " * 8, 1000, 42, ruler)
    assert one
    assert several
    assert (len(one.lines), one.lines[0].voice, one.lines[0].size) == (1, "slab", 42)
    assert {line.voice for line in several.lines} == {"body"}
    assert len(several.lines) > 1
