"""Widths of lines, of a small font made here: every letter has a width of its own."""

from __future__ import annotations

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from plugins.tools.measure import Face

WIDTHS = {".notdef": 500, "space": 250, "A": 600, "B": 1000, "eacute": 400}


@pytest.fixture(scope="module")
def face(tmp_path_factory):
    path = tmp_path_factory.mktemp("font") / "small.ttf"
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(WIDTHS))
    font.setupCharacterMap({32: "space", 65: "A", 66: "B", 233: "eacute"})
    font.setupGlyf({name: TTGlyphPen(None).glyph() for name in WIDTHS})
    font.setupHorizontalMetrics({name: (width, 0) for name, width in WIDTHS.items()})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupPost()
    font.save(path)
    return Face(path)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("A", 0.6),
        ("AB", 1.6),
        ("A B", 1.85),
        ("é", 0.4),
        ("e\u0301", 0.4),  # the accent joins its letter
        ("AC", None),  # no C in this font
        ("مرحبا", None),
    ],
)
def test_a_line_is_as_wide_as_its_glyphs(face, text, width):
    assert face.width_em(text) == (None if width is None else pytest.approx(width))


def test_asking_twice_gives_the_same(face):
    assert face.width_em("AB") == face.width_em("AB")


def test_a_font_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        Face(tmp_path / "none.ttf")
