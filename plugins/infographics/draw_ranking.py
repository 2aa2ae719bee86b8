"""Draws a ranking: place, name and value in each row, with a thin bar to compare them by."""

from __future__ import annotations

from decimal import Decimal

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, LABEL, VALUE, WIDTH, Fill, Line, Mark, Picture, Rect, Text
from plugins.infographics.model import Ranked, Ranking
from plugins.infographics.scale import Scale, ends

_BAR, _LEADING, _AFTER = 9.0, 21.0, 13.0


def draw_ranking(ranking: Ranking, words: ChartWords) -> Picture:
    """Return the drawing."""
    letters = words.letters
    indent = max((letters.width(row.place, VALUE, "wood") for row in ranking.rows), default=0.0) + 12
    low, high = ends(row.value for row in ranking.rows)
    scale = Scale(low=low, high=high, start=indent, end=WIDTH)
    marks: list[Mark] = []
    top = 0.0
    for row in ranking.rows:
        found, height = _row(row, ranking, scale, top, words)
        marks += found
        top += height
    zero = scale.at(Decimal(0))
    line = [Line(points=((zero, 0), (zero, top - _AFTER)), width=2)] if low < 0 else []
    return Picture(height=top - _AFTER + 2, marks=(*marks, *line))


def _row(row: Ranked, ranking: Ranking, scale: Scale, top: float, words: ChartWords) -> tuple[list[Mark], float]:
    letters = words.letters
    value = words.value(row.value, ranking.measure)
    wide = letters.width(value, VALUE, "wood")
    further = letters.width(row.further, BODY) + 12 if row.further else 0.0
    lines = letters.wrapped(row.label, WIDTH - scale.start - wide - further - 12, LABEL, "bold")
    marks: list[Mark] = [Text(x=0, y=top + 20, text=row.place, size=VALUE, voice="wood")]
    marks += [
        Text(x=scale.start, y=top + 18 + _LEADING * number, text=line, size=LABEL, voice="bold")
        for number, line in enumerate(lines)
    ]
    marks.append(Text(x=WIDTH, y=top + 20, text=value, size=VALUE, voice="wood", anchor="end"))
    if row.further:
        marks.append(Text(x=WIDTH - wide - 12, y=top + 19, text=row.further, anchor="end"))
    foot = top + 26 + _LEADING * (len(lines) - 1)
    zero, end = scale.at(Decimal(0)), scale.at(row.value)
    fill: Fill = "spark" if row.is_focus else "brand"
    marks.append(Rect(x=min(zero, end), y=foot, width=abs(end - zero), height=_BAR, fill=fill))
    return marks, foot + _BAR + _AFTER - top
