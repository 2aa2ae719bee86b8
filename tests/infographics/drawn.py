"""Looks at a drawing as it would be seen: where its text stands, and what meets what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from plugins.infographics.letters import Letters
from plugins.infographics.marks import Picture, Rect, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A line of type in a drawing that is read from left to right, and the box of its letters."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def boxes(picture: Picture, letters: Letters) -> list[Box]:
    """Return the box of every line, a little smaller than its letters: touching is not overlapping."""
    found = []
    for mark in picture.marks:
        if isinstance(mark, Text) and mark.text:
            shown = mark.text.upper() if mark.voice == "wood" else mark.text
            wide = letters.width(shown, mark.size, mark.voice)
            left = {"start": mark.x, "middle": mark.x - wide / 2, "end": mark.x - wide}[mark.anchor]
            top, bottom = mark.y - 0.6 * mark.size, mark.y
            found.append(Box(text=mark.text, left=left, right=left + wide, top=top, bottom=bottom))
    return found


def meetings(picture: Picture, letters: Letters) -> list[tuple[str, str]]:
    """Return every two lines of type that lie on each other."""
    return [
        (one.text, other.text)
        for one, other in combinations(boxes(picture, letters), 2)
        if min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 1
    ]


def outside(picture: Picture, letters: Letters) -> list[str]:
    """Return text that reaches out of the drawing."""
    return [
        one.text
        for one in boxes(picture, letters)
        if one.left < -1 or one.right > picture.width + 1 or one.top < -1 or one.bottom > picture.height + 1
    ]


def texts(picture: Picture) -> list[str]:
    return [mark.text for mark in picture.marks if isinstance(mark, Text)]


def bars(picture: Picture, fill: str) -> list[Rect]:
    return [mark for mark in picture.marks if isinstance(mark, Rect) and mark.fill == fill]
