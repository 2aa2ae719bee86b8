"""Draws two values for each name and the way from one to the other: hollow before, filled after."""

from __future__ import annotations

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, LABEL, VALUE, WIDTH, Anchor, Fill, Line, Mark, Picture, Rect, Text, Voice
from plugins.infographics.model import BeforeAfter, Value
from plugins.infographics.scale import Scale, ends

_ROW, _LEADING, _BOX, _KEY = 66.0, 21.0, 18.0, 34.0
_TIP = 9.0


def draw_before_after(pair: BeforeAfter, words: ChartWords) -> Picture:
    """Return the drawing: the key, then for each name its two values on a common scale."""
    low, high = ends((*pair.before.values, *pair.after.values), from_zero=True)
    widest = max(_width(value, pair, words) for value in (*pair.before.values, *pair.after.values)) + 22
    scale = Scale(low=low, high=high, start=widest, end=WIDTH - widest)
    marks: list[Mark] = [*_key(pair, words)]
    top = _KEY
    for place, label in enumerate(pair.labels):
        lines = words.letters.wrapped(label.full, WIDTH, LABEL, "bold")
        marks += [
            Text(x=0, y=top + 17 + _LEADING * row, text=line, size=LABEL, voice="bold")
            for row, line in enumerate(lines)
        ]
        foot = top + _LEADING * len(lines) + 19
        marks += _pair(pair, place, scale, foot, words)
        top = foot + _ROW - 40
    return Picture(height=top - 6, marks=tuple(marks))


def _width(value: Value, pair: BeforeAfter, words: ChartWords) -> float:
    size, voice = _set(value)
    return words.letters.width(words.value(value, pair.measure), size, voice)


def _set(value: Value) -> tuple[float, Voice]:
    return (BODY, "body") if value is None else (VALUE, "wood")


def _key(pair: BeforeAfter, words: ChartWords) -> list[Mark]:
    name = words.letters.shortened(pair.before.name, WIDTH / 2 - 40, BODY)
    second = 28 + words.letters.width(name, BODY) + 24
    return [
        _mark(9, 11, "card"),
        Text(x=28, y=17, text=name),
        _mark(second + 9, 11, "brand"),
        Text(x=second + 28, y=17, text=words.letters.shortened(pair.after.name, WIDTH - second - 28, BODY)),
    ]


def _mark(x: float, y: float, fill: Fill, size: float = _BOX) -> Rect:
    return Rect(x=x - size / 2, y=y - size / 2, width=size, height=size, fill=fill, stroke=3)


def _pair(pair: BeforeAfter, place: int, scale: Scale, y: float, words: ChartWords) -> list[Mark]:
    """Return the two values of a name, each outside of its mark, and an arrow from the first to the second."""
    before, after = pair.before.values[place], pair.after.values[place]
    fill: Fill = "spark" if place == pair.focus else "brand"
    is_rise = before is None or after is None or after >= before
    marks: list[Mark] = []
    one, other = (scale.at(value) if value is not None else None for value in (before, after))
    if one is not None and other is not None and abs(other - one) > _BOX:
        tip = other - _TIP if is_rise else other + _TIP
        marks.append(Line(points=((one, y), (tip, y)), width=6))
    is_near = one is not None and other is not None and abs(other - one) < _BOX
    marks += [_mark(one, y, "card", _BOX + 10 if is_near else _BOX)] if one is not None else []
    marks += [_mark(other, y, fill)] if other is not None else []
    first: Anchor = "end" if is_rise else "start"
    second: Anchor = "start" if is_rise else "end"
    marks.append(_value(before, scale.start if one is None else one, y, first, pair, words))
    marks.append(_value(after, scale.end if other is None else other, y, second, pair, words))
    return marks


def _value(value: Value, x: float, y: float, anchor: Anchor, pair: BeforeAfter, words: ChartWords) -> Text:
    size, voice = _set(value)
    aside = 19.0 if anchor == "start" else -19.0
    text = words.value(value, pair.measure)
    return Text(x=x + aside, y=y + 0.36 * size, text=text, size=size, voice=voice, anchor=anchor, halo=True)
