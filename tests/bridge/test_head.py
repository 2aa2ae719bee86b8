"""What the head of a page says: titles cut, descriptions of a length, other languages by their names."""

from __future__ import annotations

import pytest

from plugins.bridge.head import Head, describe, others
from plugins.kernel.entry import Alternate


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("News", "Juniper County Library", "News · Juniper County Library"),
        ("Juniper County Library", "Juniper County Library", "Juniper County Library"),
        ("News", "", "News"),
        ("x" * 45, "Juniper County Library", f"{'x' * 45} · Juniper County Library"),
        ("x" * 46, "Juniper County Library", "x" * 46),
        ("word " * 20, "Juniper", f"{'word ' * 12}word…"),
        ("News", "x" * 90, "News"),
    ],
)
def test_the_title_of_the_tab_has_at_most_70_characters(title, site, expected):
    made = Head(title=title, address="", language="en", site=site).document_title
    assert made == expected
    assert len(made) <= 70


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        (
            "Long enough to say what this page is about, I think.",
            ["More"],
            "Long enough to say what this page is about, I think.",
        ),
        ("Short.", ["From the library."], "Short. From the library."),
        ("Short", ["From the library.", "And more."], "Short. From the library. And more."),
        ("", ["From the library."], "From the library."),
        ("  spread \n out  ", [], "spread out"),
    ],
)
def test_a_short_description_is_added_to(text, more, expected):
    assert describe(text, *more) == expected


def test_a_long_description_is_cut():
    assert len(describe("word " * 100)) <= 170


def test_languages_have_their_own_names():
    found = others((Alternate(language="en", address="a/"), Alternate(language="es", address="es/a/")))
    assert [(one.lang, one.address, one.name) for one in found] == [("en", "a/", "English"), ("es", "es/a/", "español")]
