"""Draws values over time as lines or an area, broken where a value is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plugins.infographics.axis import axis_height, axis_texts, draw_axis
from plugins.infographics.chart_words import ChartWords
from plugins.infographics.draw_grid import Note, draw_grid, draw_note, gutter, plan_note
from plugins.infographics.letters import Letters
from plugins.infographics.marks import BODY, WIDTH, Disc, Fill, Line, Mark, Picture, Point, Rect, Shape, Text
from plugins.infographics.model import Lines, Series
from plugins.infographics.scale import Scale, ends, ticks

_PLOT, _STEPS, _LEADING, _EDGE = 210.0, 5, 20.0, 20.0
_DASHES = ("", "9 5", "2 5", "14 5 2 5", "5 3", "1 3", "18 6")
_NAMES = 0.34
_SPOT = 13.0
# Where points stand closer than this, a thick line would be a blot.
_CLOSE, _STROKE, _THIN = 4.0, 4.0, 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Where values stand: places `step` apart from the left edge, on a scale that grows upwards."""

    scale: Scale
    step: float
    left: float
    right: float

    def x(self, place: int) -> float:
        return self.left + self.step * place

    def point(self, place: int, value: Decimal) -> Point:
        return self.x(place), self.scale.at(value)


def draw_lines(lines: Lines, words: ChartWords) -> Picture:
    """Return the drawing: a note on what to look at, the grid, lines with their names at their ends, the axis."""
    names = _room_for_names(lines, words.letters)
    count = len(lines.labels)
    low, high = _ends(lines)
    left = gutter(low, high, lines.measure, words, steps=_STEPS) + _EDGE / 2
    right = WIDTH - max(names, _EDGE)
    step = (right - left) / max(1, count - 1)
    note = _note(lines, left, step, words)
    texts = axis_texts(lines.labels, step, words.letters)
    head = note.height if note else 24.0
    scale = Scale(low=low, high=high, start=head + _PLOT, end=head)
    plot = _Plot(scale=scale, step=step, left=left, right=right)
    marks: list[Mark] = [*draw_grid(scale, lines.measure, words, left - _EDGE / 2, steps=_STEPS)]
    for number, series in enumerate(lines.series):
        marks += _series(lines, series, plot, number)
    marks += _base(plot)
    marks += draw_axis(texts, [plot.x(place) for place in range(count)], scale.start + 4, words.letters)
    marks += _names(lines, plot, words.letters) if names else ()
    marks += _focus(lines, plot, note)
    return Picture(height=scale.start + 4 + axis_height(texts), marks=tuple(marks))


def _ends(lines: Lines) -> tuple[Decimal, Decimal]:
    """Return the round numbers between which the axis runs."""
    low, high = ends((value for one in lines.series for value in one.values), from_zero=lines.from_zero)
    marks = ticks(low, high, _STEPS, whole=lines.measure.decimals == 0)
    return marks[0], marks[-1]


def _series(lines: Lines, series: Series, plot: _Plot, number: int) -> Iterator[Mark]:
    """Yield each unbroken run of a series: a line, or a dot where it is one value by itself."""
    for run in _runs(series):
        points = tuple(plot.point(place, value) for place, value in run)
        if lines.is_area and len(points) > 1:
            foot = plot.scale.at(max(plot.scale.low, Decimal(0)))
            area: Fill = "tint" if number == 0 else "none"
            yield Shape(points=(*points, (points[-1][0], foot), (points[0][0], foot)), fill=area)
        if len(points) > 1:
            ink: Fill = "brand" if number == 0 else "ink"
            yield Line(points=points, width=_STROKE if plot.step > _CLOSE else _THIN, ink=ink, dash=_DASHES[number % 7])
        else:
            yield Disc(x=points[0][0], y=points[0][1], radius=4, fill="brand" if number == 0 else "ink")


def _runs(series: Series) -> Iterator[list[tuple[int, Decimal]]]:
    run: list[tuple[int, Decimal]] = []
    for place, value in enumerate(series.values):
        if value is not None:
            run.append((place, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _base(plot: _Plot) -> Sequence[Mark]:
    """Return the line at the foot; where it is not zero it begins broken, so that nobody takes it for zero."""
    left = plot.left - _EDGE / 2
    if plot.scale.low <= 0 <= plot.scale.high:
        zero = plot.scale.at(Decimal(0))
        return (Line(points=((left, zero), (WIDTH, zero)), width=3),)
    y = plot.scale.start
    torn = tuple((left + 6.0 * number, y + (0, -7, 7, 0)[number % 4]) for number in range(8))
    return (Line(points=(*torn, (WIDTH, y)), width=2.5),)


def _room_for_names(lines: Lines, letters: Letters) -> float:
    """Return how much room the names at the ends of the lines take."""
    # One line is what the title says.
    if len(lines.series) <= 1:
        return 0.0
    return min(_NAMES * WIDTH, 23 + max(letters.width(one.name, BODY, "bold") for one in lines.series))


def _names(lines: Lines, plot: _Plot, letters: Letters) -> Iterator[Mark]:
    """Yield the name of each line where it ends, moved apart where two would meet, with a piece of the line before."""
    room = WIDTH - plot.right - 22
    ended = [
        (plot.scale.at(value), number)
        for number, one in enumerate(lines.series)
        if (value := next((value for value in reversed(one.values) if value is not None), None)) is not None
    ]
    base = plot.scale.start
    for y, number in reversed(_apart(sorted(ended), base)):
        text = letters.shortened(lines.series[number].name, room, BODY, "bold")
        dash = _DASHES[number % 7]
        ink: Fill = "brand" if number == 0 else "ink"
        yield Line(points=((plot.right - 2, y), (plot.right + 16, y)), width=4, ink=ink, dash=dash)
        yield Text(x=plot.right + 22, y=y + 6, text=text, voice="bold")


def _apart(ended: list[tuple[float, int]], lowest: float) -> list[tuple[float, int]]:
    """Return places from the top down, at least a line of type apart, none below the lowest."""
    placed: list[tuple[float, int]] = []
    for y, number in ended:
        placed.append((max(y, placed[-1][0] + _LEADING) if placed else y, number))
    over = placed[-1][0] - lowest if placed else 0.0
    if over <= 0:
        return placed
    raised: list[tuple[float, int]] = []
    for y, number in reversed(placed):
        limit = raised[-1][0] - _LEADING if raised else lowest
        raised.append((min(y, limit), number))
    return raised[::-1]


def _focused(lines: Lines) -> Decimal | None:
    return lines.series[0].values[lines.focus] if lines.focus is not None else None


def _note(lines: Lines, left: float, step: float, words: ChartWords) -> Note | None:
    value = _focused(lines)
    if lines.focus is None or value is None:
        return None
    return plan_note(left + step * lines.focus, words.brief(value, lines.measure), lines.focus_says, words)


def _focus(lines: Lines, plot: _Plot, note: Note | None) -> Iterator[Mark]:
    """Yield the one mark to look at, and the note on it."""
    value = _focused(lines)
    if note is None or value is None or lines.focus is None:
        return
    x, y = plot.point(lines.focus, value)
    yield from draw_note(note, y - _SPOT / 2)
    yield Rect(x=x - _SPOT / 2, y=y - _SPOT / 2, width=_SPOT, height=_SPOT, fill="spark", stroke=3)
