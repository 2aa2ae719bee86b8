"""Draws columns that stand on zero: one series, several beside each other, or several upon each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plugins.infographics.axis import AxisText, axis_height, axis_texts, draw_axis
from plugins.infographics.chart_words import ChartWords
from plugins.infographics.draw_grid import Note, draw_grid, draw_note, gutter, plan_note
from plugins.infographics.draw_key import draw_key, series_fill
from plugins.infographics.marks import VALUE, WIDTH, Fill, Line, Mark, Picture, Rect, Text, moved
from plugins.infographics.model import Columns, Stacking, Value
from plugins.infographics.scale import Scale, ends, ticks

_PLOT, _NOTE, _FEW = 200.0, 36.0, 6
_GRID_STEPS = 4
_GAP, _WIDEST = 0.17, 74.0
# Columns that stand closer than this keep a smaller gap, or little would be left of them.
_CLOSE, _CLOSE_GAP = 4, 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Where columns stand: places `step` apart, values on a scale that grows upwards."""

    scale: Scale
    left: float
    step: float
    texts: tuple[AxisText, ...]

    @property
    def zero(self) -> float:
        return self.scale.at(Decimal(0))

    def center(self, place: int) -> float:
        return self.left + self.step * (place + 0.5)

    @property
    def wide(self) -> float:
        return min(self.step * (1 - _GAP), _WIDEST) if self.step > _CLOSE else self.step * (1 - _CLOSE_GAP)


def draw_columns(columns: Columns, words: ChartWords) -> Picture:
    """Return the drawing: a key where there are several series, a note on the one to look at, columns, names."""
    key, key_height = draw_key(columns.series, words) if len(columns.series) > 1 else ((), 0.0)
    is_valued = _has_values(columns, words)
    left = 0.0 if is_valued else gutter(*ends(_tops(columns)), columns.measure, words, steps=_GRID_STEPS)
    step = (WIDTH - left) / max(1, len(columns.labels))
    note = _note(columns, left, step, words, is_valued=is_valued)
    plot = _plot(columns, left, step, note, words)
    marks: list[Mark] = [] if is_valued else [*draw_grid(plot.scale, columns.measure, words, left, steps=_GRID_STEPS)]
    for place in range(len(columns.labels)):
        marks += _stack(columns, plot, place) if columns.stacking is Stacking.STACKED else _group(columns, plot, place)
    marks.append(Line(points=((left, plot.zero), (WIDTH, plot.zero)), width=3))
    foot = plot.scale.start + 4
    marks += draw_axis(plot.texts, [plot.center(place) for place in range(len(columns.labels))], foot, words.letters)
    marks += _values(columns, plot, words) if is_valued else ()
    marks += draw_note(note, _top(columns, plot) - (VALUE + 4 if is_valued else 0)) if note else ()
    height = key_height + foot + axis_height(plot.texts)
    return Picture(height=height, marks=(*key, *moved(tuple(marks), key_height)))


def _plot(columns: Columns, left: float, step: float, note: Note | None, words: ChartWords) -> _Plot:
    low, high = ends(_tops(columns))
    marks = ticks(low, high, _GRID_STEPS, whole=columns.measure.decimals == 0)
    top = high if note or len(columns.labels) <= _FEW else marks[-1]
    head = note.height + (0 if note.value else VALUE) if note else _NOTE
    scale = Scale(low=marks[0] if low < 0 else low, high=top, start=head + _PLOT, end=head)
    return _Plot(scale=scale, left=left, step=step, texts=axis_texts(columns.labels, step, words.letters))


def _tops(columns: Columns) -> list[Value]:
    """Return every value that a column reaches."""
    rows = [one.values for one in columns.series]
    if columns.stacking is not Stacking.STACKED:
        return [value for row in rows for value in row]
    return [sum((value for value in stack if value is not None), Decimal(0)) for stack in zip(*rows, strict=True)]


def _fill(columns: Columns, series: int, place: int) -> Fill:
    return "spark" if place == columns.focus and series == 0 else series_fill(series)


def _group(columns: Columns, plot: _Plot, place: int) -> list[Mark]:
    """Return the columns of one place, side by side; one that is not known leaves its place empty."""
    count = len(columns.series)
    wide = plot.wide / count
    found: list[Mark] = []
    for number, series in enumerate(columns.series):
        value = series.values[place]
        if value is not None:
            left = plot.center(place) - plot.wide / 2 + wide * number
            found.append(_column(plot, left, wide, Decimal(0), value, _fill(columns, number, place), edged=count > 1))
    return found


def _stack(columns: Columns, plot: _Plot, place: int) -> list[Mark]:
    found: list[Mark] = []
    base = Decimal(0)
    for number, series in enumerate(columns.series):
        value = series.values[place] or Decimal(0)
        if value:
            left = plot.center(place) - plot.wide / 2
            fill = _fill(columns, number, place)
            found.append(_column(plot, left, plot.wide, base, base + value, fill, edged=True))
            base += value
    return found


def _column(plot: _Plot, left: float, wide: float, low: Decimal, high: Decimal, fill: Fill, *, edged: bool) -> Rect:
    one, other = plot.scale.at(low), plot.scale.at(high)
    stroke = 1.5 if edged else 0.0
    return Rect(x=left, y=min(one, other), width=wide, height=abs(other - one), fill=fill, stroke=stroke)


def _has_values(columns: Columns, words: ChartWords) -> bool:
    """Tell whether each column has room for its value."""
    if len(columns.series) > 1 or len(columns.labels) > _FEW:
        return False
    step = WIDTH / max(1, len(columns.labels))
    texts = [words.brief(value, columns.measure) for value in columns.series[0].values if value is not None]
    return all(words.letters.fits(text, step - 4, VALUE, "wood") for text in texts)


def _values(columns: Columns, plot: _Plot, words: ChartWords) -> Sequence[Mark]:
    return [
        Text(
            x=plot.center(place),
            y=min(plot.zero, plot.scale.at(value)) - 6,
            text=words.brief(value, columns.measure),
            size=VALUE,
            voice="wood",
            anchor="middle",
        )
        for place, value in enumerate(columns.series[0].values)
        if value is not None
    ]


def _looked_at(columns: Columns) -> Value:
    """Return the value of the column to look at."""
    place = columns.focus
    if place is None:
        return None
    if columns.stacking is Stacking.STACKED:
        return _tops(columns)[place]
    return next((series.values[place] for series in columns.series if series.values[place] is not None), None)


def _top(columns: Columns, plot: _Plot) -> float:
    value = _looked_at(columns)
    return plot.zero if value is None else min(plot.zero, plot.scale.at(value))


def _note(columns: Columns, left: float, step: float, words: ChartWords, *, is_valued: bool) -> Note | None:
    """Return the note on the column to look at."""
    value = _looked_at(columns)
    if columns.focus is None or (is_valued and not columns.focus_says):
        return None
    text = "" if value is None or is_valued else words.brief(value, columns.measure)
    return plan_note(left + step * (columns.focus + 0.5), text, columns.focus_says, words)
