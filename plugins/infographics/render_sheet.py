"""Writes a poster as one SVG with colors of its own, or as what the press needs to set it as a tagged PDF."""

from __future__ import annotations

from typing import Any

from plugins.infographics.faces import NAMES
from plugins.infographics.marks import Picture, Text
from plugins.infographics.poster import Drawn, Sheet, Words
from plugins.infographics.render_svg import ByColor, number, render_marks


def render_sheet(sheet: Sheet, inking: ByColor) -> str:
    """Return the whole poster as SVG."""
    size = f'width="{number(sheet.width)}" height="{number(sheet.height)}"'
    ground = f'<rect {size} fill="{inking.ground}"/>'
    rules = render_marks(Picture(height=sheet.height, marks=sheet.rules), "rule", inking)
    parts = "".join(_part(part, inking) for part in sheet.parts)
    box = f'viewBox="0 0 {number(sheet.width)} {number(sheet.height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>{ground}{rules}{parts}</svg>'


def _part(part: Words | Drawn, inking: ByColor) -> str:
    if isinstance(part, Words):
        lines = tuple(
            Text(x=part.x, y=part.y + part.pitch * row, text=line, size=part.size, voice=part.voice)
            for row, line in enumerate(part.lines)
        )
        return render_marks(Picture(height=0, marks=lines), "text", inking)
    move = f"translate({number(part.x)} {number(part.y)}) scale({part.scale:.4f})"
    return f'<g transform="{move}">{render_marks(part.picture, part.name, inking)}</g>'


def press_data(sheet: Sheet, inking: ByColor, *, title: str, author: str, language: str) -> dict[str, Any]:
    """Return what poster.typ sets: rules as one drawing, words as text, drawings with what they show."""
    rules = Sheet(width=sheet.width, height=sheet.height, parts=(), rules=sheet.rules)
    return {
        "width": sheet.width,
        "height": sheet.height,
        "title": title,
        "author": author,
        "language": language.partition("-")[0],
        "ink": inking.colors["ink"],
        "ground": inking.ground,
        "rules": render_sheet(rules, inking),
        "parts": [_data(part, inking) for part in sheet.parts],
    }


def _data(part: Words | Drawn, inking: ByColor) -> dict[str, Any]:
    if isinstance(part, Words):
        family, weight, style = NAMES[part.voice]
        face = {"font": family, "weight": weight, "style": style, "size": part.size, "pitch": part.pitch}
        return {"kind": part.role, "x": part.x, "y": part.y, "lines": part.lines, **face}
    picture = part.picture
    size = f'width="{number(picture.width)}" height="{number(picture.height)}"'
    box = f'viewBox="0 0 {number(picture.width)} {number(picture.height)}"'
    marks = render_marks(picture, part.name, inking)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>{marks}</svg>'
    wide = part.scale * picture.width
    return {"kind": "drawing", "x": part.x, "y": part.y, "width": wide, "svg": svg, "told": part.told}
