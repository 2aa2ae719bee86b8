"""What a drawing is made of: bars, lines, dots, icons and text, each in an ink, before it is written as SVG."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Voice = Literal["body", "bold", "wood", "slab", "italic"]
# The inks of a drawing, and patterns in ink on card where a color alone would carry meaning.
Fill = Literal["ink", "brand", "spark", "card", "tint", "hatch", "dots", "cross", "rows", "none"]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

# Every panel is so many units wide, and no text in it is smaller than BODY (docs/architecture.md, "Infographics").
WIDTH = 400.0
BODY, LABEL, VALUE = 17.0, 18.0, 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle; `stroke` is the width of its edge in ink."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill
    stroke: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line through points; `dash` as SVG has it."""

    points: tuple[Point, ...]
    width: float
    ink: Fill = "ink"
    dash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A filled shape through points."""

    points: tuple[Point, ...]
    fill: Fill
    stroke: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A round mark."""

    x: float
    y: float
    radius: float
    fill: Fill
    stroke: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon:
    """One of our icons in a box of `size`; `share` of it is filled, from the side where reading begins."""

    name: str
    x: float
    y: float
    size: float
    fill: Fill
    share: float = 1.0
    from_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of type on its baseline; `start` is where reading begins. One with a `halo` stands clear of lines."""

    x: float
    y: float
    text: str
    size: float = BODY
    voice: Voice = "body"
    anchor: Anchor = "start"
    halo: bool = False


Mark = Rect | Line | Shape | Disc | Icon | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing: 400 units wide, as high as it needs to be."""

    height: float
    marks: tuple[Mark, ...]
    width: float = WIDTH

    def mirrored(self) -> Picture:
        """Return the picture for a page that is read from right to left: text still starts where reading begins."""
        return replace(self, marks=tuple(_mirrored(mark, self.width) for mark in self.marks))


def _mirrored(mark: Mark, width: float) -> Mark:
    if isinstance(mark, Rect):
        return replace(mark, x=width - mark.x - mark.width)
    if isinstance(mark, Icon):
        return replace(mark, x=width - mark.x - mark.size, from_right=not mark.from_right)
    if isinstance(mark, Line | Shape):
        return replace(mark, points=tuple((width - x, y) for x, y in mark.points))
    return replace(mark, x=width - mark.x)


def moved(marks: tuple[Mark, ...], down: float) -> tuple[Mark, ...]:
    """Return marks so much further down."""
    return tuple(
        replace(mark, points=tuple((x, y + down) for x, y in mark.points))
        if isinstance(mark, Line | Shape)
        else replace(mark, y=mark.y + down)
        for mark in marks
    )
