"""The icon is the first letter of the library's name, in its own color."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from plugins.styles.favicon import favicon

BESLEY = Path(__file__).parents[2] / "theme/fonts-ttf/besley-800.ttf"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("name", "has_letter"),
    [("Juniper County Library", True), ("“Étude” Library", True), ("مكتبة", False), ("", False), ("& <b>", True)],
)
def test_the_icon_is_a_letter_on_the_ground_of_the_brand(name, has_letter):
    drawn = ET.fromstring(favicon(name, BESLEY, ink="#ffffff", ground="#264e32"))  # noqa: S314 - our own
    assert drawn.find(f"{SVG}title").text in (name, None)
    assert drawn.find(f"{SVG}rect").get("fill") == "#264e32"
    assert (drawn.find(f"{SVG}path") is not None) == has_letter


def test_two_libraries_have_two_icons():
    same = {"ink": "#ffffff", "ground": "#264e32"}
    assert favicon("Juniper", BESLEY, **same) != favicon("River", BESLEY, **same)
