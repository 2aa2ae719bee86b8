"""Sets titles as the compositor does: one or two lines that fill the column, else plain text (uharfbuzz)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from plugins.tools.css_measures import em_class
from plugins.tools.measure import Face

Voice = Literal["wood", "slab"]
ONE_LINE = 32
TWO_LINES = 64
_WOOD_HANGS = re.compile("[,;Q]")
_SLAB_HANGS = re.compile("[gjpqyQ,;]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One display line, and the class names that set it to the measure (theme/README.md, "Display lines")."""

    text: str
    classes: str


class Compositor:
    """Measures lines in the two display faces."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    @cached_property
    def _faces(self) -> dict[str, Face]:
        return {"wood": Face(self._fonts / "league-gothic.ttf"), "slab": Face(self._fonts / "besley-800.ttf")}

    def line(self, text: str, voice: Voice) -> Line:
        """Return a line set to the measure; one with a glyph the face lacks is set plain, in the reader's own type."""
        width = self._faces[voice].width_em(text.upper() if voice == "wood" else text)
        slab = " sl" if voice == "slab" else ""
        if width is None:
            return Line(text=text, classes=f"fit-plain{slab}")
        hangs = (_SLAB_HANGS if voice == "slab" else _WOOD_HANGS).search(text)
        return Line(text=text, classes=f"fit{slab}{' hang' if hangs else ''} {em_class(width)}")

    def title(self, text: str, one_line: int = ONE_LINE) -> tuple[Line, ...]:
        """Return a page's title in one or two lines, or nothing when it is too long for two.

        `one_line` is how many letters stand on one.
        """
        text = " ".join(text.split())
        broken = halves(text) if one_line < len(text) <= TWO_LINES else None
        if broken:
            return self.line(broken[0], "slab"), self.line(broken[1], "wood")
        return (self.line(text, "wood"),) if len(text) <= ONE_LINE else ()


def halves(text: str) -> tuple[str, str] | None:
    """Return the two parts of a text nearest in length, broken between words; None when one would be too long."""
    spaces = [place for place, letter in enumerate(text) if letter == " "]
    if not spaces:
        return None
    at = min(spaces, key=lambda place: abs(place - len(text) / 2))
    both = text[:at], text[at + 1 :]
    return both if max(map(len, both)) <= ONE_LINE + 6 else None
