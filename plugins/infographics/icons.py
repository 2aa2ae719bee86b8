"""The icons that pictograms count with, drawn here: each fills a box of 40 by 40."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BOX = 40.0

# Paths of SVG; what is drawn twice over is empty (fill-rule: evenodd).
PATHS: Mapping[str, str] = MappingProxyType(
    {
        "book": "M7 2h26v36H7zM7 8h26v2H7zM7 13h26v2H7zM14 23h12v9H14z",
        "person": "M20 2a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM8 38V25a7 7 0 0 1 7-7h10a7 7 0 0 1 7 7v13z",
        "card": "M2 8h36v24H2zM2 13h36v5H2zM6 24h14v3H6z",
        "door": "M8 2h24v36H8zM12 6h16v28H12zM14 8h12v24H14zM22 19h2v4h-2z",
        "computer": "M3 4h34v23H3zM6 7h28v17H6zM15 27h10v5h6v4H9v-4h6z",
        "child": "M20 12a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM11 38v-8a5 5 0 0 1 5-5h8a5 5 0 0 1 5 5v8z",
        "event": "M4 6h6V2h4v4h12V2h4v4h6v32H4zM8 14v20h24V14zM12 18h6v6h-6z",
        "heart": "M20 37L4 20a9 9 0 0 1 0-12.5a9.2 9.2 0 0 1 13 0l3 3l3-3a9.2 9.2 0 0 1 13 0a9 9 0 0 1 0 12.5z",
        "disc": "M20 2a18 18 0 1 0 0 36a18 18 0 1 0 0-36zM20 15a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
        "ticket": "M2 10h36v7a3 3 0 0 0 0 6v7H2v-7a3 3 0 0 0 0-6zM27 13h2v3h-2zM27 18h2v4h-2zM27 24h2v3h-2z",
        "house": "M20 3l18 16h-5v18H23V25h-6v12H7V19H2z",
        "clock": "M20 2a18 18 0 1 0 0 36a18 18 0 1 0 0-36zM18 8h4v11l7 6l-2.5 3l-8.5-7z",
        "coin": "M20 2a18 18 0 1 0 0 36a18 18 0 1 0 0-36zM20 6a14 14 0 1 1 0 28a14 14 0 1 1 0-28z"
        "M20 9a11 11 0 1 0 0 22a11 11 0 1 0 0-22z",
        "tool": "M6 2h4l6 6v4l14 14h4l4 4l-8 8l-4-4v-4L12 16H8L2 10V6z",
    }
)
# By these names staff write them.
NAMES = tuple(PATHS)
