"""Paints SVG of our own as PNG with fonts of our own, the same on every machine (by resvg)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def paint_svg(svg: str, fonts: Sequence[Path], zoom: int) -> bytes:
    """Return a drawing as PNG, so many times its size.

    Its colors are sRGB in attributes: what is oklch() or var() would be black without a word. A letter that no font has
    would be a box: whoever draws sees to it that there is none.
    """
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(file) for file in fonts], zoom=zoom
    )
