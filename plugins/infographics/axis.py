"""Chooses what is written along an axis, so that no label meets another: in full, short, on more lines, or not each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.infographics.letters import Letters
from plugins.infographics.marks import BODY, WIDTH, Mark, Text
from plugins.infographics.model import Label

_GAP, _LEADING = 9.0, 20.0
_LINES = 3
_JANUARY = 1
# Every second, third, ...: what people count by. For months those that divide a year, for years those of calendars.
_EVERY = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 25, 30, 50, 60, 100)
# More months than this are told by their years.
_MANY_MONTHS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisText:
    """What stands below one place of an axis: lines of text, in the first or second row."""

    place: int
    lines: tuple[str, ...]
    row: int = 0


def axis_texts(labels: Sequence[Label], step: float, letters: Letters) -> tuple[AxisText, ...]:
    """Return what is written below places that are `step` units apart."""
    is_time = all(label.starts for label in labels)
    if is_time and len(labels) > _MANY_MONTHS and _has_months(labels):
        return _years(labels, step, letters)
    for texts in ([label.full for label in labels], [label.short for label in labels]):
        if all(letters.fits(text, step - _GAP, BODY) for text in texts):
            return tuple(AxisText(place=place, lines=(text,)) for place, text in enumerate(texts))
    return _every_so_many(labels, step, letters) if is_time else _names(labels, step, letters)


def _has_months(labels: Sequence[Label]) -> bool:
    return len({label.starts.year for label in labels if label.starts}) < len(labels)


def _years(labels: Sequence[Label], step: float, letters: Letters) -> tuple[AxisText, ...]:
    """Return the years of many months, each below its January."""
    found = [
        (place, str(label.starts.year))
        for place, label in enumerate(labels)
        if label.starts and label.starts.month == _JANUARY and label.starts.day == 1
    ]
    apart = step * (found[1][0] - found[0][0]) if len(found) > 1 else step
    every = _least_step([text for _, text in found], apart, letters)
    chosen = [one for one in found if int(one[1]) % every == 0] or found[:1]
    return tuple(AxisText(place=place, lines=(text,)) for place, text in chosen)


def _least_step(texts: Sequence[str], apart: float, letters: Letters) -> int:
    widest = max((letters.width(text, BODY) for text in texts), default=0.0)
    return next((every for every in _EVERY if widest + _GAP <= every * apart), max(_EVERY[-1], len(texts)))


def _every_so_many(labels: Sequence[Label], step: float, letters: Letters) -> tuple[AxisText, ...]:
    """Return some of the labels of periods, evenly spaced, the first among them."""
    every = _least_step([label.short for label in labels], step, letters)
    return tuple(AxisText(place=place, lines=(labels[place].short,)) for place in range(0, len(labels), every))


def _names(labels: Sequence[Label], step: float, letters: Letters) -> tuple[AxisText, ...]:
    """Return every name: on more lines where its words have room, else in two rows and shortened."""
    room = step - _GAP
    if all(letters.fits(word, room, BODY) for label in labels for word in label.full.split()):
        broken = [letters.wrapped(label.full, room, BODY, lines=_LINES) for label in labels]
        return tuple(AxisText(place=place, lines=lines) for place, lines in enumerate(broken))
    return tuple(
        AxisText(
            place=place,
            lines=(letters.shortened(label.full, 2 * step - _GAP, BODY),),
            row=place % 2,
        )
        for place, label in enumerate(labels)
    )


def draw_axis(texts: Sequence[AxisText], centers: Sequence[float], top: float, letters: Letters) -> tuple[Mark, ...]:
    """Return the texts below an axis; those at its ends keep within the drawing."""
    found: list[Mark] = []
    for one in texts:
        half = max(letters.width(line, BODY) for line in one.lines) / 2
        x = min(max(centers[one.place], half), WIDTH - half)
        for row, line in enumerate(one.lines):
            y = top + BODY + _LEADING * (one.row + row)
            found.append(Text(x=x, y=y, text=line, anchor="middle"))
    return tuple(found)


def axis_height(texts: Sequence[AxisText]) -> float:
    """Return how much room the texts take."""
    rows = max((one.row + len(one.lines) for one in texts), default=0)
    return rows * _LEADING + 6
