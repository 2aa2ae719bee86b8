"""The icon is the first letter of the library's name, or the letters it asks for, in its own color."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from plugins.icons.draw_letter import draw_letters, first_letter
from plugins.icons.model import LETTER
from plugins.icons.render_icon import render_svg

BESLEY = Path(__file__).parents[2] / "theme/fonts-ttf/besley-800.ttf"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("name", "letter", "has_letter"),
    [
        ("Juniper County Library", "J", True),
        ("“Étude” Library", "É", True),
        ("& <b>", "b", True),
        ("42nd Street", "4", True),
        ("مكتبة", "م", False),
        ("", "", False),
    ],
)
def test_the_icon_is_a_letter_on_the_ground_of_the_brand(name, letter, has_letter):
    assert first_letter(name) == letter
    svg = render_svg(name, draw_letters(letter, BESLEY, "#ffffff"), LETTER, "#264e32")
    drawn = ET.fromstring(svg)  # noqa: S314 - our own
    assert drawn.findtext(f"{SVG}title") == name
    assert drawn.find(f"{SVG}rect").get("fill") == "#264e32"
    assert [one.get("fill") for one in drawn.iter(f"{SVG}path")] == (["#ffffff"] if has_letter else [])


def test_two_letters_are_wider_than_one_and_two_libraries_have_two_icons():
    one, two = draw_letters("J", BESLEY, "#fff"), draw_letters("JL", BESLEY, "#fff")
    assert one
    assert two
    assert two.width > one.width * 1.5
    assert one != draw_letters("R", BESLEY, "#fff")


def test_without_a_font_or_a_letter_there_is_no_mark(tmp_path):
    assert draw_letters("J", tmp_path / "none.ttf", "#fff") is None
    assert draw_letters("日", BESLEY, "#fff") is None
    assert draw_letters("J日", BESLEY, "#fff") is None
    assert draw_letters(" ", BESLEY, "#fff") is None
