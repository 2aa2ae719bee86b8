"""Finds the color of CSS that is nearest to the library's own, since calendars name theirs (RFC 7986, section 5.9)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Dark enough for white words on them, as most calendars write (CSS Color 4, "Named Colors").
COLORS: Mapping[str, str] = MappingProxyType(
    {
        "brown": "#a52a2a",
        "crimson": "#dc143c",
        "darkblue": "#00008b",
        "darkcyan": "#008b8b",
        "darkgreen": "#006400",
        "darkmagenta": "#8b008b",
        "darkolivegreen": "#556b2f",
        "darkred": "#8b0000",
        "darkslateblue": "#483d8b",
        "darkslategray": "#2f4f4f",
        "dimgray": "#696969",
        "firebrick": "#b22222",
        "green": "#008000",
        "indigo": "#4b0082",
        "maroon": "#800000",
        "mediumvioletred": "#c71585",
        "midnightblue": "#191970",
        "navy": "#000080",
        "olive": "#808000",
        "purple": "#800080",
        "rebeccapurple": "#663399",
        "royalblue": "#4169e1",
        "saddlebrown": "#8b4513",
        "seagreen": "#2e8b57",
        "sienna": "#a0522d",
        "steelblue": "#4682b4",
        "teal": "#008080",
    }
)


def nearest_color(color: str) -> str:
    """Return the name of the color nearest to "#rrggbb", of the first in the alphabet when two are as near."""
    return min(COLORS, key=lambda name: (_distance(COLORS[name], color), name))


def _distance(one: str, other: str) -> float:
    """Return how far apart two colors look: "redmean", a weighted distance in sRGB (https://www.compuphase.com/cmetric.htm)."""
    (red, green, blue), (red_2, green_2, blue_2) = _channels(one), _channels(other)
    mean = (red + red_2) / 2
    return (2 + mean / 256) * (red - red_2) ** 2 + 4 * (green - green_2) ** 2 + (3 - mean / 256) * (blue - blue_2) ** 2


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
