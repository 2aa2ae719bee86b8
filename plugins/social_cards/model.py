"""What a social card says, and what is drawn of it: lines of type, bars of ink, and sheets that lie on it askew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Voice = Literal["wood", "slab", "body", "italic", "typed"]
# The width of a text in em of a face; None where the face lacks one of its letters.
Measure = Callable[[Voice, str], float | None]

# What every network shows whole (https://ogp.me, and the networks' own advice: 1.91 to 1).
WIDTH_PX, HEIGHT_PX = 1200, 630


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """The colors of a card as "#rrggbb", each with what is written on it."""

    ground: str
    ink: str
    spark: str
    on_spark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says, in the page's language; `stamp` is a date as weekday, day, month.

    `status` is a word such as "Cancelled"; `is_off` when nobody should come, so that the title is struck.
    """

    library: str
    title: str
    label: str = ""
    stamp: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    place: str = ""
    status: str = ""
    is_off: bool = False
    motto: str = ""

    @property
    def words(self) -> str:
        """Return all of it as a sentence, for those who hear the card."""
        said = (self.status, self.title, ", ".join(self.when), self.place, self.motto, self.library)
        return ". ".join(dict.fromkeys(part.rstrip(".") for part in said if part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of type: `y` is its baseline, `color` a field of Colors, `spacing` what is added between letters."""

    x: float
    y: float
    text: str
    voice: Voice
    size: float
    color: str = "ink"
    spacing: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of ink, or with a stroke, the outline of one."""

    x: float
    y: float
    width: float
    height: float
    stroke: float = 0.0
    color: str = "ink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Something that was put on the card by hand, a little askew: its parts are placed from its corner."""

    x: float
    y: float
    width: float
    height: float
    angle: float
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything that is drawn, in pixels; `struck` lies over the lines; `unset` is what no face has letters for.

    `title_size` is the size of the title's smallest line, 0 where there is no title.
    """

    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    struck: tuple[Bar, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    unset: tuple[str, ...] = ()
    title_size: float = 0.0
