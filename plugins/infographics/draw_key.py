"""Draws the key of a chart: what each ink and pattern stands for."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, WIDTH, Fill, Mark, Rect, Text
from plugins.infographics.model import Series

# In the order in which neighbors differ most, in light and dark, in print and to whoever sees no color.
_FILLS: tuple[Fill, ...] = ("brand", "card", "hatch", "tint", "dots", "cross", "rows")
_SWATCH, _ROW, _GAP = 16.0, 26.0, 18.0


def series_fill(place: int) -> Fill:
    """Return the ink or pattern of a series or part by its place."""
    return _FILLS[place % len(_FILLS)]


def draw_key(series: Sequence[Series], words: ChartWords) -> tuple[tuple[Mark, ...], float]:
    """Return the key of several series, in as many rows as it needs, and its height."""
    marks: list[Mark] = []
    left, top = 0.0, 0.0
    for place, one in enumerate(series):
        name = words.letters.shortened(one.name, WIDTH - _SWATCH - 8, BODY)
        wide = _SWATCH + 8 + words.letters.width(name, BODY)
        if left and left + wide > WIDTH:
            left, top = 0.0, top + _ROW
        marks.append(Rect(x=left + 1, y=top + 3, width=_SWATCH, height=_SWATCH, fill=series_fill(place), stroke=1.5))
        marks.append(Text(x=left + _SWATCH + 8, y=top + 17, text=name))
        left += wide + _GAP
    return tuple(marks), top + _ROW
