"""Draws bars that lie: each below its name and value, or, where there are many, beside them."""

from __future__ import annotations

from decimal import Decimal

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, LABEL, VALUE, WIDTH, Fill, Line, Mark, Picture, Rect, Text, Voice
from plugins.infographics.model import Bars
from plugins.infographics.scale import Scale, ends

# More than these are set closer, each in one line.
_FEW = 8
_BAR, _LEADING, _AFTER = 34.0, 21.0, 11.0
_CLOSE, _CLOSE_BAR, _CLOSE_LEADING = 30.0, 19.0, 20.0
_NAMES = 0.4


def draw_bars(bars: Bars, words: ChartWords) -> Picture:
    """Return the drawing."""
    if len(bars.labels) > _FEW:
        return _many(bars, words)
    marks: list[Mark] = []
    top = 0.0
    scale = _scale(bars, 0, WIDTH)
    for place, label in enumerate(bars.labels):
        value = words.value(bars.values[place], bars.measure)
        room = WIDTH - words.letters.width(value, VALUE, "wood") - 14
        lines = words.letters.wrapped(label.full, room, LABEL, "bold")
        foot = top + _LEADING * len(lines)
        marks += [
            Text(x=0, y=top + 17 + _LEADING * row, text=line, size=LABEL, voice="bold")
            for row, line in enumerate(lines)
        ]
        marks.append(_value(value, foot - 3, is_known=bars.values[place] is not None))
        marks += _bar(bars, place, scale, foot + 3, _BAR)
        top = foot + 3 + _BAR + _AFTER
    return Picture(height=top - _AFTER + 2, marks=(*marks, *_zero(scale, top - _AFTER)))


def _value(value: str, y: float, *, is_known: bool) -> Text:
    if not is_known:
        return Text(x=WIDTH, y=y, text=value, anchor="end")
    return Text(x=WIDTH, y=y, text=value, size=VALUE, voice="wood", anchor="end")


def _many(bars: Bars, words: ChartWords) -> Picture:
    letters = words.letters
    texts = [words.value(value, bars.measure) for value in bars.values]
    names = min(_NAMES * WIDTH, max(letters.width(label.full, BODY) for label in bars.labels))
    ends_at = WIDTH - max(letters.width(text, BODY, "bold") for text in texts) - 8
    scale = _scale(bars, names + 10, ends_at)
    marks: list[Mark] = []
    top = 0.0
    for place, label in enumerate(bars.labels):
        lines = letters.wrapped(label.full, names, BODY)
        height = _CLOSE + _CLOSE_LEADING * (len(lines) - 1)
        base = top + 16
        marks += [Text(x=0, y=base + _CLOSE_LEADING * row, text=line) for row, line in enumerate(lines)]
        marks += _bar(bars, place, scale, top + (height - _CLOSE) / 2 + 1, _CLOSE_BAR)
        voice: Voice = "body" if bars.values[place] is None else "bold"
        marks.append(Text(x=WIDTH, y=base + (height - _CLOSE) / 2, text=texts[place], voice=voice, anchor="end"))
        top += height
    return Picture(height=top - 6, marks=(*marks, *_zero(scale, top - 6)))


def _scale(bars: Bars, start: float, end: float) -> Scale:
    low, high = ends(bars.values)
    return Scale(low=low, high=high, start=start, end=end)


def _bar(bars: Bars, place: int, scale: Scale, top: float, height: float) -> tuple[Mark, ...]:
    """Return the bar of a value; of one that is not known, nothing: it is no zero."""
    value = bars.values[place]
    if value is None:
        return ()
    zero, end = scale.at(Decimal(0)), scale.at(value)
    fill: Fill = "spark" if place == bars.focus else "brand"
    return (Rect(x=min(zero, end), y=top, width=abs(end - zero), height=height, fill=fill),)


def _zero(scale: Scale, height: float) -> tuple[Mark, ...]:
    """Return the line of zero, where bars begin, if some go to the other side of it."""
    at = scale.at(Decimal(0))
    return (Line(points=((at, 0), (at, height)), width=2),) if scale.low < 0 else ()
