"""Paints a card: from its words and colors to the bytes of a PNG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from plugins.social_cards.model import HEIGHT_PX, WIDTH_PX, Bar, Colors, Drawing, Line, Voice
from plugins.tools.faces import Faces as FacesOf
from plugins.tools.few_colors import Meeting, with_few_colors
from plugins.tools.typesetting import Press

TEMPLATE = Path(__file__).with_name("card.typ")
# The file that measures a voice, and what typst calls the face that it holds.
_FILES: dict[Voice, str] = {
    "wood": "league-gothic.ttf",
    "slab": "besley-800.ttf",
    "body": "atkinson-next-700.ttf",
    "italic": "atkinson-next-italic.ttf",
    "typed": "courier-prime-700.ttf",
}
_FACES: dict[Voice, dict[str, Any]] = {
    "wood": {"font": "League Gothic", "weight": 400, "style": "normal"},
    "slab": {"font": "Besley", "weight": 800, "style": "normal"},
    "body": {"font": "Atkinson Hyperlegible Next", "weight": 700, "style": "normal"},
    "italic": {"font": "Atkinson Hyperlegible Next", "weight": 400, "style": "italic"},
    "typed": {"font": "Courier Prime", "weight": 700, "style": "normal"},
}


class Faces(FacesOf[Voice]):
    """Measures text in the voices of a card."""

    def __init__(self, fonts: Path) -> None:
        super().__init__(fonts, _FILES)


def files_of(fonts: Path) -> tuple[Path, ...]:
    """Return the files that cards are drawn with; nothing where a theme does not have all of its fonts."""
    files = (TEMPLATE, *(fonts / file for file in _FILES.values()))
    return files if all(file.is_file() for file in files) else ()


def paint_card(drawing: Drawing, colors: Colors, press: Press) -> bytes:
    """Return a card as PNG."""
    said = asdict(colors)

    def bars(found: Sequence[Bar]) -> list[dict[str, Any]]:
        return [asdict(bar) | {"color": said[bar.color]} for bar in found]

    def lines(found: Sequence[Line]) -> list[dict[str, Any]]:
        return [asdict(line) | _FACES[line.voice] | {"color": said[line.color]} for line in found]

    sheets = [asdict(sheet) | {"bars": bars(sheet.bars), "lines": lines(sheet.lines)} for sheet in drawing.sheets]
    drawn = press.png(
        {
            "width": WIDTH_PX,
            "height": HEIGHT_PX,
            "ground": colors.ground,
            "bars": bars(drawing.bars),
            "lines": lines(drawing.lines),
            "struck": bars(drawing.struck),
            "sheets": sheets,
        }
    )
    return with_few_colors(drawn, _meetings(colors))


def _meetings(colors: Colors) -> tuple[Meeting, ...]:
    return (
        (colors.ground, colors.ink, 24),
        (colors.ground, colors.spark, 8),
        (colors.spark, colors.on_spark, 16),
        (colors.ink, colors.spark, 8),
    )
