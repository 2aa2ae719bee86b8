"""What an icon is made of, and the files it becomes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is drawn: SVG that fills a box of `width` by `height`, beginning at `x` and `y`."""

    svg: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A kind of icon: how much of its side the mark takes, and whether the ground fills the whole of it."""

    share: float
    has_ground: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class IconFile:
    """One file: its address, its side in pixels, and its shape."""

    address: str
    side: int
    shape: Shape


# A letter on its ground, as in a browser's tab.
LETTER = Shape(share=0.62)
# The same where it is sixteen dots wide.
SMALL_LETTER = Shape(share=0.78)
# A drawing of the library's own needs no ground there, and takes all the room.
DRAWING = Shape(share=1.0, has_ground=False)
# Apple rounds the corners; what is within a circle of 80 % stays on any system
# (https://www.w3.org/TR/appmanifest/#icon-masks).
TOUCH = Shape(share=0.6)
MASKABLE = Shape(share=0.46)

SVG_ADDRESS = "theme/icons/favicon.svg"
# Browsers ask for it at the top of a site, whatever a page says.
ICO_ADDRESS = "favicon.ico"
ICO_SIDES = (16, 32, 48)
