"""Draws the site's icon: the first letter of the library's name, in its own type and color."""

from __future__ import annotations

from html import escape
from pathlib import Path

SIDE = 64
# How much of the side the letter's height takes.
SHARE = 0.62


def favicon(name: str, font: Path, *, ink: str, ground: str) -> str:
    """Return an SVG of a name's first letter, ink on ground ("#rrggbb"); a plain square where the font lacks it."""
    letter = next((letter for letter in name if letter.isalnum()), "")
    path = _path(letter, font)
    mark = f'<path fill="{ink}" {path}/>' if path else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"><title>{escape(name)}</title>'
        f'<rect width="{SIDE}" height="{SIDE}" fill="{ground}"/>{mark}</svg>\n'
    )


def _path(letter: str, font: Path) -> str:
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.ttLib import TTFont

    if not font.is_file():
        return ""
    face = TTFont(font)
    glyphs, glyph = face.getGlyphSet(), (face.getBestCmap() or {}).get(ord(letter)) if letter else None
    if glyph is None:
        return ""
    bounds, pen = BoundsPen(glyphs), SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
    glyphs[glyph].draw(bounds)
    glyphs[glyph].draw(pen)
    left, bottom, right, top = bounds.bounds
    scale = SIDE * SHARE / (top - bottom)
    across, down = (SIDE - scale * (left + right)) / 2, (SIDE + scale * (top + bottom)) / 2
    return f'd="{pen.getCommands()}" transform="translate({across:.2f} {down:.2f}) scale({scale:.5f} -{scale:.5f})"'
