"""Draws a letter as the library's mark, in the type of its name (by fonttools)."""

from __future__ import annotations

from pathlib import Path

from plugins.icons.model import Mark

# So many letters are read at the size of a browser's tab.
LETTERS_LIMIT = 2


def first_letter(name: str) -> str:
    """Return the first letter or figure of a name, or "" where it has none."""
    return next((letter for letter in name if letter.isalnum()), "")


def draw_letters(text: str, font: Path, ink: str) -> Mark | None:
    """Return one or two letters as a mark in a color "#rrggbb"; None where the font has not all of them."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib import TTFont

    if not text or not font.is_file():
        return None
    face = TTFont(font)
    glyphs, names = face.getGlyphSet(), face.getBestCmap() or {}
    found = [names.get(ord(letter)) for letter in text]
    bounds, pen, across = BoundsPen(glyphs), SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}"), 0
    for name in found:
        if name is None:
            return None
        # Letters stand on their heads in a font: its y goes up.
        place = (1, 0, 0, -1, across, 0)
        glyphs[name].draw(TransformPen(bounds, place))
        glyphs[name].draw(TransformPen(pen, place))
        across += glyphs[name].width
    if bounds.bounds is None:
        return None
    left, top, right, bottom = bounds.bounds
    path = f'<path fill="{ink}" d="{pen.getCommands()}"/>'
    return Mark(svg=path, x=left, y=top, width=right - left, height=bottom - top)
