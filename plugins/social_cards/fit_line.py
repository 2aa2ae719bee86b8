"""How far a line of type reaches, to all sides, and how large it may be where there is so much room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import combining, normalize

from plugins.social_cards.model import Measure, Voice

# How far letters reach, in em: a capital's height, what hangs below the line, an accent above a capital.
CAP: Mapping[Voice, float] = MappingProxyType(
    {"wood": 0.735, "slab": 0.75, "body": 0.668, "italic": 0.668, "typed": 0.58}
)
_HANGS: Mapping[Voice, float] = MappingProxyType(
    {"wood": 0.16, "slab": 0.24, "body": 0.22, "italic": 0.22, "typed": 0.2}
)
_ACCENT, _SECOND_ACCENT = 0.2, 0.12
_HANGING = frozenset(",;()[]{}|@$/\\_Q")
_HANGING_SMALL = _HANGING | frozenset("gjpqy")
# Of Unicode's classes of accents, those that stand above a letter.
_ABOVE = 230
# Between lines set to the measure, in pixels.
GAP_PX = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Room for text, in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """One line as it is set: how far it reaches above and below its baseline, all in pixels."""

    text: str
    voice: Voice
    size: float
    width: float
    above: float
    below: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Lines one below the other, with a gap between each two."""

    lines: tuple[Set, ...]
    gap: float

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return sum(one.above + one.below for one in self.lines) + self.gap * (len(self.lines) - 1)

    @property
    def smallest(self) -> float:
        """Return the size of its smallest line."""
        return min(one.size for one in self.lines)

    @property
    def area(self) -> float:
        """Return how much of a box it takes."""
        return sum(one.width * one.above for one in self.lines)


def reach(text: str, voice: Voice) -> tuple[float, float]:
    """Return how far a line reaches above and below its baseline, in em."""
    letters = [(letter, normalize("NFD", letter)[1:]) for letter in text]
    hanging = _HANGING if voice == "wood" else _HANGING_SMALL
    is_hanging = any(letter in hanging or any(map(_is_below, marks)) for letter, marks in letters)
    accents = max(
        (sum(combining(mark) == _ABOVE for mark in marks) for letter, marks in letters if letter.isupper()), default=0
    )
    above = CAP[voice] + (_ACCENT if accents else 0.0) + (_SECOND_ACCENT if accents > 1 else 0.0)
    return above, _HANGS[voice] if is_hanging else 0.0


def _is_below(mark: str) -> bool:
    return 0 < combining(mark) < _ABOVE


def as_set(text: str, voice: Voice) -> str:
    """Return a text as a voice sets it: wood has capitals only."""
    return text.upper() if voice == "wood" else text


def set_line(text: str, voice: Voice, size: float, measure: Measure) -> Set | None:
    """Return a line at a size, or None where the face lacks a letter."""
    text = as_set(text, voice).replace("\u00a0", " ")
    width = measure(voice, text)
    if width is None:
        return None
    above, below = reach(text, voice)
    return Set(text=text, voice=voice, size=size, width=width * size, above=above * size, below=below * size)


def fit_line(text: str, voice: Voice, width: float, size: float, measure: Measure) -> Set | None:
    """Return a line at a size, or at the smaller one at which it is as long as there is room for."""
    line = set_line(text, voice, size, measure)
    if line is None or line.width <= width:
        return line
    return set_line(text, voice, size * width / line.width, measure)
