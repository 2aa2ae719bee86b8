"""Titles set to the measure: one line, two, or plain text, and what a face cannot set."""

from __future__ import annotations

import re

import pytest

from plugins.tools.display import Compositor


@pytest.fixture(scope="module")
def compositor(root):
    return Compositor(root / "theme/fonts-ttf")


@pytest.mark.parametrize(
    ("text", "voice", "expected"),
    [
        ("What’s on", "wood", r"fit em-\d+-\d+"),
        ("Storytime", "slab", r"fit sl hang em-\d+-\d+"),
        ("News", "slab", r"fit sl em-\d+-\d+"),
        ("Quilts", "wood", r"fit hang em-\d+-\d+"),
        ("Español, sí", "wood", r"fit hang em-\d+-\d+"),
        ("中文", "wood", "fit-plain"),
        ("שלום", "slab", "fit-plain sl"),
        ("Tea 🫖", "wood", "fit-plain"),
    ],
)
def test_a_line_says_how_wide_it_is(compositor, text, voice, expected):
    line = compositor.line(text, voice)
    assert line.text == text
    assert re.fullmatch(expected, line.classes)


def test_a_longer_line_is_wider(compositor):
    def width(text):
        return float(compositor.line(text, "wood").classes.rpartition("em-")[2].replace("-", "."))

    assert width("A") < width("AB") < width("ABC")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("News", ["News"]),
        ("  News  of \n May ", ["News of May"]),
        ("x" * 32, ["x" * 32]),
        ("Riverbend stays open until nine on Thursdays", ["Riverbend stays open", "until nine on Thursdays"]),
        ("x" * 33, []),
        (f"{'x' * 45} and more", []),
        ("word " * 20, []),
        ("", [""]),
    ],
)
def test_a_title_takes_one_line_or_two_or_is_plain_text(compositor, title, expected):
    assert [line.text for line in compositor.title(title)] == expected


def test_two_lines_are_slab_over_wood(compositor):
    first, second = compositor.title("Riverbend stays open until nine on Thursdays")
    assert " sl" in first.classes
    assert " sl" not in second.classes
