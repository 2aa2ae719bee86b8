"""Draws what helps to read values off a drawing: thin lines with round numbers, and the note on what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, LABEL, VALUE, WIDTH, Anchor, Line, Mark, Text
from plugins.infographics.model import Measure
from plugins.infographics.scale import Scale, ticks

_GAP, _DOWN, _ROOM = 8.0, 6.0, 7.0
_LEADING, _LEAST = 20.0, 36.0
# A note that is further up than this from what it is about has a line down to it.
_NEAR = 12.0


def gutter(low: Decimal, high: Decimal, measure: Measure, words: ChartWords, *, steps: int) -> float:
    """Return how much room the numbers of a grid take at its side."""
    marks = ticks(low, high, steps, whole=measure.decimals == 0)
    return _GAP + max(words.letters.width(words.mark(tick, measure), BODY) for tick in marks)


def draw_grid(scale: Scale, measure: Measure, words: ChartWords, left: float, *, steps: int) -> tuple[Mark, ...]:
    """Return a line at each round number within a scale that grows upwards, with its number before it."""
    found: list[Mark] = []
    for tick in ticks(scale.low, scale.high, steps, whole=measure.decimals == 0):
        if scale.low <= tick <= scale.high:
            y = scale.at(tick)
            found.append(Line(points=((left, y), (WIDTH, y)), width=1.5, ink="tint"))
            found.append(Text(x=left - _GAP, y=y + _DOWN, text=words.mark(tick, measure), anchor="end"))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The value of what to look at, and beside it what is said of it, in a band above the drawing."""

    x: float
    wide: float
    value: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return how high the band is."""
        return max(_LEAST, 14 + _LEADING * len(self.lines))


def plan_note(x: float, value: str, says: str, words: ChartWords) -> Note:
    """Return the note on something at `x`, within the drawing."""
    letters = words.letters
    wide = letters.width(value, VALUE, "wood") if value else 0.0
    middle = min(max(x, wide / 2), WIDTH - wide / 2)
    room = max(middle, WIDTH - middle) - wide / 2 - _ROOM
    lines = letters.wrapped(says, room, LABEL, "bold", lines=2) if says else ()
    half = max((letters.width(line, LABEL, "bold") for line in lines), default=0.0) / 2 if not value else 0.0
    middle = min(max(middle, half), WIDTH - half)
    return Note(x=middle, wide=wide, value=value, lines=lines)


def draw_note(note: Note, y: float) -> tuple[Mark, ...]:
    """Return the note on something whose top is at `y`."""
    if not note.value and not note.lines:
        return ()
    base = note.height - 8
    marks: list[Mark] = []
    if y - base > _NEAR:
        marks.append(Line(points=((note.x, base + 4), (note.x, y - 2)), width=1.5))
    if not note.value:
        return (*marks, *_centered(note, base))
    anchor: Anchor = "end" if note.x >= WIDTH / 2 else "start"
    marks.append(Text(x=note.x, y=base, text=note.value, size=VALUE, voice="wood", anchor="middle"))
    aside = note.wide / 2 + _ROOM
    edge = note.x - aside if anchor == "end" else note.x + aside
    for row, line in enumerate(reversed(note.lines)):
        up = base - 1 - _LEADING * row
        marks.append(Text(x=edge, y=up, text=line, size=LABEL, voice="bold", anchor=anchor))
    return tuple(marks)


def _centered(note: Note, base: float) -> tuple[Mark, ...]:
    return tuple(
        Text(x=note.x, y=base - 1 - _LEADING * row, text=line, size=LABEL, voice="bold", anchor="middle")
        for row, line in enumerate(reversed(note.lines))
    )
