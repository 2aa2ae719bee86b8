"""The first sentence of a description."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.events import teaser as module
from plugins.events.teaser import LIMIT, plain_text, teaser

PIECES = [
    "word ",
    "Then ",
    "end. ",
    "e.g. ",
    'said "No." ',
    "7 ",
    "12. ",
    "- ",
    "\n",
    "\n\n",
    "  ",
    "\xa0",
    "\x00",
    "\t",
    "(Ah!) ",
    "…",
    "é",
]


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("", ""),
        ("One sentence only", "One sentence only"),
        ("First. Second.", "First."),
        ("Is it? Yes.", "Is it?"),
        ("Dr. Brandt speaks at 7 p.m. Come early. Bring tea.", "Dr. Brandt speaks at 7 p.m. Come early."),
        ("It costs 3.50 today. Pay at the door.", "It costs 3.50 today."),
        ("She said “Go.” Then we went.", "She said “Go.”"),
        ("# Heading\n\nText follows.", "Heading"),
        ("**Bold** and *soft* and `code`, a [link](https://a.example/). More.", "Bold and soft and code, a link."),
        ("![a lantern](images/x.svg) Make one. Or two.", "Make one."),
        ("<p>Hello &amp;amp; <b>welcome</b>.</p><p>Second.</p>", "Hello & welcome."),
        ("<script>alert(1)</script>Fine. More.", "Fine."),
        ("snake_case_word and 2*3*4 stay. Yes.", "snake_case_word and 2*3*4 stay."),
        ("One line\nbroken in two. Next.", "One line broken in two."),
        ("¿Quieres venir? Ven.", "¿Quieres venir?"),
    ],
)
def test_the_first_sentence_is_plain_text(description: str, expected: str):
    assert teaser(description) == expected


def test_a_long_sentence_is_cut_between_words():
    said = teaser("word " * 2000)
    assert len(said) <= LIMIT
    assert said.endswith("word…")


def test_paragraphs_are_kept_apart():
    assert plain_text("One<br>two\n\nthree") == "One\n\ntwo\n\nthree"


@given(st.lists(st.sampled_from([*PIECES, "long" * 9, "*soft* ", "&amp; ", "<b>bold</b> "]), max_size=40).map("".join))
@example("w" * (LIMIT - 1) + '. "Then and so on, for longer than anybody would care to read, and again."' * 3)
@example("1) of a list")
def test_a_beginning_of_plain_words_is_enough(description: str):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_opening", lambda _: "")
        expected = teaser(description)
    assert teaser(description) == expected
