"""The first sentence of a description."""

from __future__ import annotations

import pytest

from plugins.events.teaser import LIMIT, plain_text, teaser


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
