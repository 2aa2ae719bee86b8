"""Writes a drawing as SVG: with classes for a page, or with colors of its own for a picture that leaves the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Protocol

from plugins.infographics.faces import FAMILIES, NAMES
from plugins.infographics.icons import BOX, PATHS
from plugins.infographics.marks import Disc, Fill, Icon, Line, Mark, Picture, Rect, Shape, Text, Voice

PATTERNS: Mapping[Fill, str] = MappingProxyType(
    {
        "hatch": "M-2 2L2-2M-2 10L10-2M6 10L10 6",
        "dots": "M1 2h3M5 6h3",
        "cross": "M-2 2L2-2M-2 10L10-2M6 10L10 6M-2-2L10 10",
        "rows": "M0 2h8M0 6h8",
    }
)
_TILE = 8
_EDGE = 'stroke-width="1.5" fill-rule="evenodd"'
_STROKES: Mapping[Fill, float] = MappingProxyType({"hatch": 2.0, "dots": 3.0, "cross": 1.2, "rows": 1.6})


class Inking(Protocol):
    """Says in which attributes a mark has its color."""

    def fill(self, fill: Fill, *, edged: bool) -> str: ...

    def stroke(self, ink: Fill) -> str: ...

    def text(self, voice: Voice, *, halo: bool) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ByClass:
    """Classes of theme/static/css/components/chart.css; the page is read in light, dark, print and high contrast."""

    letters: Mapping[Fill, str]

    def fill(self, fill: Fill, *, edged: bool) -> str:
        letter = self.letters.get(fill, "")
        names = f"{letter} e".strip() if edged else letter
        return f' class="{names}"' if names else ""

    def stroke(self, ink: Fill) -> str:
        return f' class="o{self.letters[ink] if ink != "ink" else ""}"'

    def text(self, voice: Voice, *, halo: bool) -> str:
        weight = ' font-weight="700"' if voice == "bold" else ""
        names = " ".join(name for name in ("w" if voice == "wood" else "", "h" if halo else "") if name)
        return (f' class="{names}"' if names else "") + weight


@dataclass(frozen=True, slots=True, kw_only=True)
class ByColor:
    """Colors as "#rrggbb" and names of fonts, for what draws no classes, custom properties or oklch()."""

    colors: Mapping[Fill, str]
    ground: str

    def fill(self, fill: Fill, *, edged: bool) -> str:
        color = f' fill="{self.colors[fill]}"' if fill in self.colors else ""
        return color + (self._edge() if edged else "")

    def _edge(self) -> str:
        return f' stroke="{self.colors["ink"]}"'

    def stroke(self, ink: Fill) -> str:
        return f' fill="none" stroke="{self.colors[ink]}"'

    def text(self, voice: Voice, *, halo: bool) -> str:
        _, weight, style = NAMES[voice]
        slant = f' font-style="{style}"' if style != "normal" else ""
        clear = f' stroke="{self.ground}" stroke-width="5" paint-order="stroke"' if halo else ""
        return f' font-family="{FAMILIES[voice]}" font-weight="{weight}"{slant} fill="{self.colors["ink"]}"{clear}'


CLASSES = ByClass(
    letters=MappingProxyType({"ink": "k", "brand": "b", "spark": "s", "card": "c", "tint": "t", "none": "n"})
)


def render_marks(picture: Picture, name: str, inking: Inking) -> str:
    """Return what stands within the svg element; `name` makes ids that no other drawing on the page has."""
    return _patterns(picture, name, inking) + "".join(_mark(mark, name, inking) for mark in picture.marks)


def _patterns(picture: Picture, name: str, inking: Inking) -> str:
    used = dict.fromkeys(fill for mark in picture.marks if (fill := _fill_of(mark)) in PATTERNS)
    made = "".join(_pattern(fill, name, inking) for fill in used if fill)
    return f"<defs>{made}</defs>" if made else ""


def _fill_of(mark: Mark) -> Fill | None:
    return mark.fill if isinstance(mark, Rect | Shape | Disc | Icon) else None


def _pattern(fill: Fill, name: str, inking: Inking) -> str:
    return (
        f'<pattern id="{name}-{fill}" width="{_TILE}" height="{_TILE}" patternUnits="userSpaceOnUse">'
        f'<path{inking.fill("card", edged=False)} d="M0 0h8v8H0z"/>'
        f'<path{inking.stroke("ink")} stroke-width="{number(_STROKES[fill])}" d="{PATTERNS[fill]}"/></pattern>'
    )


def _mark(mark: Mark, name: str, inking: Inking) -> str:
    match mark:
        case Text():
            return _text(mark, inking)
        case Line():
            dash = f' stroke-dasharray="{mark.dash}"' if mark.dash else ""
            return f'<path{inking.stroke(mark.ink)} stroke-width="{number(mark.width)}"{dash} d="{_way(mark.points)}"/>'
        case Icon():
            return _icon(mark, name, inking)
        case Rect():
            box = f'x="{number(mark.x)}" y="{number(mark.y)}" width="{number(mark.width)}"'
            return f'<rect{_filled(mark, name, inking)} {box} height="{number(mark.height)}"/>'
        case Disc():
            at = f'cx="{number(mark.x)}" cy="{number(mark.y)}" r="{number(mark.radius)}"'
            return f"<circle{_filled(mark, name, inking)} {at}/>"
    return f'<path{_filled(mark, name, inking)} d="{_way(mark.points)}z"/>'


def _filled(mark: Rect | Shape | Disc, name: str, inking: Inking) -> str:
    width = f' stroke-width="{number(mark.stroke)}"' if mark.stroke else ""
    return _fill(mark.fill, name, inking, edged=bool(mark.stroke)) + width


def _fill(fill: Fill, name: str, inking: Inking, *, edged: bool) -> str:
    pattern = f' fill="url(#{name}-{fill})"' if fill in PATTERNS else ""
    return inking.fill(fill, edged=edged) + pattern


def _text(mark: Text, inking: Inking) -> str:
    anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
    place = f' x="{number(mark.x)}" y="{number(mark.y)}" font-size="{number(mark.size)}"'
    words = mark.text.upper() if mark.voice == "wood" else mark.text
    return f"<text{inking.text(mark.voice, halo=mark.halo)}{place}{anchor}>{escape(words, quote=False)}</text>"


def _icon(mark: Icon, name: str, inking: Inking) -> str:
    """Return an icon; of a part of one, the rest is an outline."""
    if mark.share >= 1:
        return _outline(mark, _fill(mark.fill, name, inking, edged=True))
    empty = _outline(mark, inking.fill("card", edged=True))
    return empty + (_part(mark, _fill(mark.fill, name, inking, edged=True)) if mark.share > 0 else "")


def _outline(mark: Icon, ink: str) -> str:
    place = f"translate({number(mark.x)} {number(mark.y)}) scale({mark.size / BOX:.3g})"
    return f'<path{ink} transform="{place}" {_EDGE} d="{PATHS[mark.name]}"/>'


def _part(mark: Icon, ink: str) -> str:
    """Return the part of an icon that is filled: a box of its own cuts it off without an id."""
    start = 1 - mark.share if mark.from_right else 0.0
    box = f'x="{number(mark.x + start * mark.size)}" y="{number(mark.y)}" width="{number(mark.share * mark.size)}"'
    view = f"{number(start * BOX)} 0 {number(mark.share * BOX)} {number(BOX)}"
    path = f'<path{ink} {_EDGE} d="{PATHS[mark.name]}"/>'
    return f'<svg aria-hidden="true" {box} height="{number(mark.size)}" viewBox="{view}">{path}</svg>'


def _way(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def number(value: float) -> str:
    """Return a number with at most one decimal, as short as SVG takes it."""
    return f"{value:.1f}".removesuffix(".0") if value else "0"
