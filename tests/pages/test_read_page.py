"""A page's facts and what is wrong with them."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from plugins.kernel.library import Library
from plugins.pages.model import StaffPage
from plugins.pages.read_page import read_page
from plugins.tools.front_matter import split

LIBRARY = Library(name="Juniper County Library", languages=("en", "es"))


def read(*lines, name="pages/get-a-card.md"):
    front = split("\n".join(["---", *lines, "---"]))
    return read_page(front, name, PurePosixPath(name), LIBRARY)


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("pages/get-a-card.md", [], {"language": "en", "slug": "get-a-card", "key": "get-a-card"}),
        ("pages/get-a-card.es.md", [], {"language": "es", "slug": "get-a-card", "key": "get-a-card"}),
        ("pages/card.md", ["slug: Get a card"], {"language": "en", "slug": "get-a-card", "key": "get-a-card"}),
        ("pages/a.md", ["translation_key: k", "lang: es"], {"language": "es", "slug": "a", "key": "k"}),
        ("pages/a.md", ["status: hidden"], {"language": "en", "slug": "a", "key": "a", "hidden": True}),
        ("pages/a.md", ["status: draft"], {"language": "en", "slug": "a", "key": "a", "hidden": True}),
        (
            "pages/a.md",
            ["summary: In <b>short</b>", "menu_title: Card"],
            {"language": "en", "slug": "a", "key": "a", "summary": "In short", "menu_title": "Card"},
        ),
    ],
)
def test_a_page(name, lines, expected):
    assert read("title: Get a card", *lines, name=name) == (StaffPage(title="Get a card", **expected), ())


@pytest.mark.parametrize(
    ("lines", "rule", "line", "is_left_out"),
    [
        (["summary: x"], "facts.missing", 1, True),
        (["title: A", "lang: fr"], "facts.wrong-value", 3, True),
        (["title: A", "status: live"], "facts.wrong-value", 3, True),
        (["title: A", "sumary: b"], "facts.unknown-field", 3, False),
    ],
)
def test_what_is_wrong_with_a_page(lines, rule, line, is_left_out):
    page, (problem,) = read(*lines)
    assert (problem.rule, problem.line, page is None) == (rule, line, is_left_out)
