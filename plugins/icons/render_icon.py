"""Renders an icon: the library's mark in the middle of its ground, as SVG, and several pictures as one ICO."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from html import escape

from plugins.icons.model import Mark, Shape

SIDE = 64
_HEADER, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
_ICON, _BITS = 1, 32


def render_svg(name: str, mark: Mark | None, shape: Shape, ground: str) -> str:
    """Return an icon with a name, on a ground "#rrggbb"; without a mark it is a plain square."""
    square = f'<rect width="{SIDE}" height="{SIDE}" fill="{ground}"/>' if shape.has_ground or mark is None else ""
    drawn = _placed(mark, SIDE * shape.share) if mark else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"><title>{escape(name)}</title>'
        f"{square}{drawn}</svg>\n"
    )


def _placed(mark: Mark, room: float) -> str:
    """Return a mark as large as its room, in the middle."""
    scale = room / max(mark.width, mark.height)
    across = SIDE / 2 - scale * (mark.x + mark.width / 2)
    down = SIDE / 2 - scale * (mark.y + mark.height / 2)
    return f'<g transform="translate({across:.3f} {down:.3f}) scale({scale:.6f})">{mark.svg}</g>'


def render_ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Return PNG files, each with its side in pixels, as one ICO (https://en.wikipedia.org/wiki/ICO_(file_format))."""
    parts = [_HEADER.pack(0, _ICON, len(pictures))]
    begin = _HEADER.size + _ENTRY.size * len(pictures)
    for side, data in pictures:
        parts.append(_ENTRY.pack(side, side, 0, 0, 1, _BITS, len(data), begin))
        begin += len(data)
    return b"".join([*parts, *(data for _, data in pictures)])
