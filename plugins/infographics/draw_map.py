"""Draws branches as dots where they lie, the larger the area the larger the value; no map service is asked.

Degrees become units with the width of a degree at the middle latitude (an equirectangular projection), which over one
county or city is as good as any.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, WIDTH, Anchor, Disc, Mark, Picture, Text
from plugins.infographics.model import Dot, DotMap, Value

_TALLEST, _SHORTEST, _EDGE = 360.0, 150.0, 46.0
_LARGEST, _SMALLEST = 30.0, 6.0
_UNKNOWN = 7.0
_LEADING, _LABEL = 20.0, 17.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """Room that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: _Box) -> float:
        """Return the area that two boxes share."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * tall if wide > 0 and tall > 0 else 0.0

    def outside(self, height: float) -> float:
        """Return how far a box reaches out of the drawing."""
        return max(0.0, -self.left, self.right - WIDTH) + max(0.0, -self.top, self.bottom - height)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A dot on the drawing."""

    dot: Dot
    x: float
    y: float
    radius: float

    @property
    def box(self) -> _Box:
        r = self.radius + 3
        return _Box(left=self.x - r, top=self.y - r, right=self.x + r, bottom=self.y + r)


def draw_map(dots: DotMap, words: ChartWords) -> Picture:
    """Return the drawing: small dots before large ones, so that none is hidden, and each with its name and value."""
    spots, height = _spots(dots.dots)
    ordered = sorted(spots, key=lambda spot: -spot.radius)
    discs = [
        Disc(
            x=spot.x,
            y=spot.y,
            radius=spot.radius,
            fill="spark" if spot.dot.is_focus else "card" if spot.dot.value is None else "brand",
            stroke=2.5,
        )
        for spot in ordered
    ]
    return Picture(height=height, marks=(*discs, *_labels(ordered, height, dots, words)))


def _spots(dots: Sequence[Dot]) -> tuple[list[_Spot], float]:
    """Return where each dot stands, and how high the drawing is."""
    middle = math.radians((max(dot.latitude for dot in dots) + min(dot.latitude for dot in dots)) / 2)
    flat = [(dot.longitude * math.cos(middle), -dot.latitude) for dot in dots]
    left, top = min(x for x, _ in flat), min(y for _, y in flat)
    wide, tall = max(x for x, _ in flat) - left, max(y for _, y in flat) - top
    room_x, room_y = WIDTH - 2 * _EDGE, _TALLEST - 2 * _EDGE
    share = min(room_x / wide if wide else math.inf, room_y / tall if tall else math.inf)
    share = 0.0 if math.isinf(share) else share
    height = min(_TALLEST, max(_SHORTEST, tall * share + 2 * _EDGE))
    indent_x, indent_y = (WIDTH - wide * share) / 2, (height - tall * share) / 2
    most = max((dot.value for dot in dots if dot.value is not None), default=None)
    spots = [
        _Spot(dot=dot, x=indent_x + (x - left) * share, y=indent_y + (y - top) * share, radius=_radius(dot, most))
        for dot, (x, y) in zip(dots, flat, strict=True)
    ]
    return spots, height


def _radius(dot: Dot, most: Value) -> float:
    """Return the radius of a dot whose area says its value; none is too small to see."""
    if dot.value is None or not most:
        return _UNKNOWN
    return max(_SMALLEST, _LARGEST * math.sqrt(max(0.0, float(dot.value) / float(most))))


def _labels(spots: Sequence[_Spot], height: float, dots: DotMap, words: ChartWords) -> Iterator[Mark]:
    """Yield name and value of each dot, where they meet least of what is there already: the largest dots first."""
    taken = [spot.box for spot in spots]
    for spot in spots:
        name = words.letters.shortened(spot.dot.label, WIDTH / 2, _LABEL, "bold")
        value = words.value(spot.dot.value, dots.measure)
        wide = max(words.letters.width(name, _LABEL, "bold"), words.letters.width(value, BODY))
        box, x, anchor = min(
            _places(spot, wide),
            key=lambda place: sum(place[0].overlap(one) for one in taken) + 1000 * place[0].outside(height),
        )
        taken.append(box)
        yield Text(x=x, y=box.top + 15, text=name, size=_LABEL, voice="bold", anchor=anchor, halo=True)
        yield Text(x=x, y=box.top + 15 + _LEADING, text=value, anchor=anchor, halo=True)


def _places(spot: _Spot, wide: float) -> Iterator[tuple[_Box, float, Anchor]]:
    """Yield the places that a label may have about a dot, the best ones first."""
    tall = 2 * _LEADING
    aside = spot.radius + 7
    for up, right in product((-tall / 2, -tall + 6, -6), (True, False)):
        x = spot.x + aside if right else spot.x - aside
        left = x if right else x - wide
        box = _Box(left=left, top=spot.y + up, right=left + wide, bottom=spot.y + up + tall)
        yield box, x, "start" if right else "end"
    for top in (spot.y - aside - tall, spot.y + aside - 2):
        for shift in (0.0, wide / 3, -wide / 3):
            x = spot.x + shift
            yield _Box(left=x - wide / 2, top=top, right=x + wide / 2, bottom=top + tall), x, "middle"
