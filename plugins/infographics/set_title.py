"""Sets the head of a poster: its title in lines that fill the measure, and the catch line between two rules."""

from __future__ import annotations

from plugins.infographics.letters import Letters
from plugins.infographics.marks import Line, Rect, Voice
from plugins.infographics.poster import Words
from plugins.tools.display import ONE_LINE, TWO_LINES, halves

CAP = {"wood": 0.735, "slab": 0.75}
_HANGS = {"wood": 0.16, "slab": 0.26}
_HANGING = {"wood": frozenset(",;Q"), "slab": frozenset("gjpqyQ,;")}
# A title of more letters stands on two lines. One line is no taller than a share of the measure.
_SHORT = 18
_TALLEST, _GAP, _PLAIN, _PLAIN_PITCH = 0.22, 22.0, 0.062, 1.12


def set_title(
    title: str, left: float, top: float, room: float, letters: Letters, *, in_one: bool = False
) -> tuple[list[Words], float]:
    """Return a title in one or two lines set to the measure, or in plain ones where it is longer, and its foot.

    `in_one` is for low paper: then two lines are for titles that do not fit one.
    """
    broken = halves(title) if (ONE_LINE if in_one else _SHORT) < len(title) <= TWO_LINES else None
    if broken is None and len(title) > ONE_LINE:
        return _plain(title, left, top, room, letters)
    lines: tuple[tuple[str, Voice], ...] = ((broken[0], "slab"), (broken[1], "wood")) if broken else ((title, "wood"),)
    found: list[Words] = []
    for text, voice in lines:
        shown = text.upper() if voice == "wood" else text
        size = letters.size_that_fits(shown, room, room * _TALLEST / CAP[voice], 1, voice)
        top += CAP[voice] * size
        found.append(Words(x=left, y=top, lines=(shown,), voice=voice, size=size, pitch=size, role="title"))
        top += (_HANGS[voice] * size if _HANGING[voice] & set(shown) else 0.0) + _GAP
    return found, top - _GAP


def _plain(title: str, left: float, top: float, room: float, letters: Letters) -> tuple[list[Words], float]:
    size = room * _PLAIN
    lines = letters.wrapped(title, room, size, "slab", lines=6)
    pitch = size * _PLAIN_PITCH
    words = Words(x=left, y=top + size * CAP["slab"], lines=lines, voice="slab", size=size, pitch=pitch, role="title")
    return [words], top + pitch * len(lines)


def set_catch(
    text: str, left: float, top: float, room: float, letters: Letters
) -> tuple[list[Words], list[Rect | Line], float]:
    """Return the line between two rules, and its foot; nothing where there is none."""
    if not text:
        return [], [], top
    size = room * 0.026
    shown = letters.shortened(text, room * 0.8, size, "italic")
    wide = letters.width(shown, size, "italic")
    base = top + size * 1.2
    start = left + (room - wide) / 2
    y = base - size * 0.3
    rules: list[Rect | Line] = [
        Line(points=((left, y), (start - size * 0.6, y)), width=2.5),
        Line(points=((start + wide + size * 0.6, y), (left + room, y)), width=2.5),
    ]
    words = Words(x=start, y=base, lines=(shown,), voice="italic", size=size, pitch=size)
    return [words], rules, base + size * 0.5
