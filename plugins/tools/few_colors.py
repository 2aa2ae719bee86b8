"""Makes a drawing of few colors light: each dot gets the nearest of them, or of the steps between two (by Pillow)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

Rgb = tuple[int, int, int]
# Two colors that meet in a drawing, and the steps from one to the other at the edge of a letter.
Meeting = tuple[str, str, int]
# Higher ones take ten times as long for a tenth less.
_COMPRESSION = 6


def with_few_colors(png: bytes, meetings: Sequence[Meeting]) -> bytes:
    """Return a PNG with no colors but these (at most 256): half as heavy, and the same to the eye."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as drawn:
        few = drawn.convert("RGB").quantize(palette=_palette(tuple(meetings)), dither=Image.Dither.NONE)
    made = io.BytesIO()
    few.save(made, "PNG", compress_level=_COMPRESSION)
    return made.getvalue()


@lru_cache(maxsize=4)
def _palette(meetings: tuple[Meeting, ...]) -> Picture:
    from PIL import Image

    colors = dict.fromkeys(color for meeting in meetings for color in steps(*meeting))
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for color in colors for channel in color])
    return palette


def steps(first: str, last: str, count: int) -> list[Rgb]:
    """Return so many colors from one "#rrggbb" to another, both of them included."""
    start, end = _rgb(first), _rgb(last)
    return [_between(start, end, step / (count - 1)) for step in range(count)]


def _between(start: Rgb, end: Rgb, share: float) -> Rgb:
    red, green, blue = (round(one + (other - one) * share) for one, other in zip(start, end, strict=True))
    return red, green, blue


def _rgb(color: str) -> Rgb:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
