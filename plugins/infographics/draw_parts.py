"""Draws the parts of a whole as one bar, parted, with a line for each part below it.

A bar and not a pie: lengths are compared more exactly than angles, and names need no lines that lead to slices.
"""

from __future__ import annotations

from decimal import Decimal

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.draw_key import series_fill
from plugins.infographics.marks import LABEL, VALUE, WIDTH, Fill, Line, Mark, Picture, Rect, Text
from plugins.infographics.model import Form, Parts
from plugins.tools.numbers import percent_words

_BAR, _ROW, _SWATCH, _LEADING = 62.0, 40.0, 20.0, 21.0
_THINNEST = 2.0
_SHARE = 70.0


def draw_parts(parts: Parts, words: ChartWords) -> Picture:
    """Return the drawing: the bar, and below it each part with its value and its share."""
    marks: list[Mark] = []
    left = 0.0
    for place, value in enumerate(parts.values):
        wide = max(_THINNEST, WIDTH * float(value / parts.whole)) if parts.whole and value else 0.0
        marks.append(
            Rect(x=left, y=1.5, width=min(wide, WIDTH - left), height=_BAR, fill=_fill(parts, place), stroke=2)
        )
        left += wide
    if left < WIDTH - 1:
        # What the parts leave of the whole.
        marks.append(Rect(x=left, y=1.5, width=WIDTH - left, height=_BAR, fill="none", stroke=2))
    top = _BAR + 14
    for place in range(len(parts.labels)):
        row, height = _row(parts, place, top, words)
        marks += row
        top += height
    return Picture(height=top - 6, marks=tuple(marks))


def _fill(parts: Parts, place: int) -> Fill:
    return "spark" if place == parts.focus else series_fill(place)


def _row(parts: Parts, place: int, top: float, words: ChartWords) -> tuple[list[Mark], float]:
    letters = words.letters
    value = words.value(parts.values[place], parts.measure)
    share = _share(parts, place, words)
    shown = share if share == value or parts.measure.form is Form.PERCENT else value
    numbers = letters.width(shown, VALUE, "wood") + (_SHARE if shown != share else 0)
    lines = letters.wrapped(parts.labels[place].full, WIDTH - _SWATCH - 10 - numbers - 10, LABEL, "bold")
    swatch = Rect(x=1, y=top + 3, width=_SWATCH, height=_SWATCH, fill=_fill(parts, place), stroke=2)
    marks: list[Mark] = [swatch]
    marks += [
        Text(x=_SWATCH + 10, y=top + 20 + _LEADING * row, text=line, size=LABEL, voice="bold")
        for row, line in enumerate(lines)
    ]
    marks.append(Text(x=WIDTH, y=top + 23, text=share, size=VALUE, voice="wood", anchor="end"))
    if shown != share:
        marks.append(Text(x=WIDTH - _SHARE, y=top + 21, text=value, anchor="end"))
    height = _ROW + _LEADING * (len(lines) - 1)
    if place + 1 < len(parts.labels):
        marks.append(Line(points=((0, top + height - 6), (WIDTH, top + height - 6)), width=1.5, ink="tint"))
    return marks, height


def _share(parts: Parts, place: int, words: ChartWords) -> str:
    """Return a part as a share of the whole."""
    if parts.measure.form is Form.PERCENT:
        return words.value(parts.values[place], parts.measure)
    share = parts.values[place] / parts.whole * 100 if parts.whole else Decimal(0)
    decimals = 1 if share < 1 else 0
    return percent_words(share, words.spoken, decimals)
