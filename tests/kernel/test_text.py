"""Addresses made of titles: plain letters take a shorter way, and come to the same."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.kernel.text import has_unseen, slug, without_unseen

LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "’": "", "'": ""})


def the_long_way(title):
    """Return a title's address, whatever its letters."""
    taken_apart = unicodedata.normalize("NFKD", title.casefold().translate(LETTERS))
    letters = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
    words = re.sub(r"\W+", " ", unicodedata.normalize("NFC", letters).replace("_", " ")).split()
    return "-".join(words) or re.sub(r"\W+", "-", letters).strip("-") or "untitled"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aB'’é_ -.中İßﬁ²\x1f/9", max_size=24))
def test_a_title_in_plain_letters_gets_the_address_it_would_get_in_any(title):
    assert slug(title) == the_long_way(title)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("It's a day", "its-a-day"),
        ("It’s a day", "its-a-day"),
        ("a_b  c--d", "a-b-c-d"),
        ("Ça va, œuvre", "ca-va-oeuvre"),
        ("...", "untitled"),
        ("", "untitled"),
        ("word " * 30, "-".join(["word"] * 16)),
        ("x" * 90, "x" * 80),
    ],
)
def test_the_address_of_a_title(title, expected):
    assert slug(title) == expected


@given(
    st.text(
        alphabet="aé字 \n\t\xa0\xad\u200b\x00\x07\x1f\x7f\x85\ufeff\ufffd\ufffe\uffff\ud800\udfff\U0001f4da", max_size=8
    )
)
def test_what_nobody_can_see_is_known_and_taken_out(text):
    unseen = [
        letter for letter in text if letter not in "\t\n" and (letter < " " or letter in "\x7f\ufffe\uffff\ud800\udfff")
    ]
    assert has_unseen(text) == bool(unseen)
    assert without_unseen(text) == "".join(letter for letter in text if letter not in unseen)
