"""Draws a pictogram: one icon for so many, and of the last as much as is left over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, LABEL, VALUE, WIDTH, Fill, Icon, Mark, Picture, Text
from plugins.infographics.model import Pictogram

_ROW, _LARGEST, _AFTER = 10, 38.0, 12.0
_SMALL_ROW, _MANY = 20, 40
# Whoever asks for more icons than this has counted wrong, and gets them no smaller.
MOST = 400


def draw_pictogram(pictogram: Pictogram, words: ChartWords) -> Picture:
    """Return the drawing: each label with its value and its icons below, and what one icon stands for."""
    marks: list[Mark] = []
    most = max((value / pictogram.each for value in pictogram.values), default=Decimal(0))
    row = _ROW if most <= _MANY else _SMALL_ROW
    pitch = WIDTH / row
    top = 0.0
    for place, label in enumerate(pictogram.labels):
        value = words.value(pictogram.values[place], pictogram.measure)
        room = WIDTH - words.letters.width(value, VALUE, "wood") - 14
        name = words.letters.shortened(label.full, room, LABEL, "bold")
        marks.append(Text(x=0, y=top + 18, text=name, size=LABEL, voice="bold"))
        marks.append(Text(x=WIDTH, y=top + 19, text=value, size=VALUE, voice="wood", anchor="end"))
        icons = _icons(pictogram, place, top + 27, row)
        marks += icons
        rows = -(-max(1, len(icons)) // row)
        top += 27 + rows * pitch + _AFTER
    decimals = pictogram.measure.decimals if pictogram.each % 1 else 0
    each = words.value(pictogram.each, replace(pictogram.measure, decimals=decimals))
    key = words.word("infographic.one_stands_for", number=each)
    marks.append(Icon(name=pictogram.icon, x=0, y=top - 4, size=22, fill="brand"))
    marks.append(Text(x=30, y=top + 13, text=words.letters.shortened(key, WIDTH - 30, BODY)))
    return Picture(height=top + 20, marks=tuple(marks))


def _icons(pictogram: Pictogram, place: int, top: float, row: int) -> list[Icon]:
    count = min(max(pictogram.values[place] / pictogram.each, Decimal(0)), Decimal(MOST))
    whole = int(count)
    shares = [1.0] * whole + ([float(count - whole)] if count > whole else [])
    pitch = WIDTH / row
    size = min(_LARGEST, pitch - 2)
    fill: Fill = "spark" if place == pictogram.focus else "brand"
    return [
        Icon(
            name=pictogram.icon,
            x=pitch * (number % row),
            y=top + pitch * (number // row),
            size=size,
            fill=fill,
            share=share,
        )
        for number, share in enumerate(shares)
    ]
