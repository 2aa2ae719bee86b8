"""Colors as sRGB, out of OKLCH, and the contrast between any two of them (WCAG 2.2)."""

from __future__ import annotations

import math

# Below these, sRGB's curve is a straight line (IEC 61966-2-1).
_STRAIGHT_LINEAR = 0.0031308
_STRAIGHT_ENCODED = 0.04045


def oklch_to_hex(lightness: float, chroma: float, hue: float) -> str:
    """Return the sRGB color "#rrggbb"; channels outside the gamut are clipped, as browsers do."""
    return "#" + "".join(f"{round(255 * _encoded(channel)):02x}" for channel in _linear_srgb(lightness, chroma, hue))


def _linear_srgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Follow https://bottosson.github.io/posts/oklab/, "Converting from linear sRGB to Oklab"."""
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _clipped(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _clipped(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _clipped(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _clipped(channel: float) -> float:
    return min(1.0, max(0.0, channel))


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= _STRAIGHT_LINEAR else 1.055 * channel ** (1 / 2.4) - 0.055


def _decoded(channel: float) -> float:
    return channel / 12.92 if channel <= _STRAIGHT_ENCODED else ((channel + 0.055) / 1.055) ** 2.4


def luminance(color: str) -> float:
    """Return WCAG's relative luminance of "#rrggbb", from 0 to 1."""
    red, green, blue = (_decoded(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast ratio of two colors "#rrggbb", from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
