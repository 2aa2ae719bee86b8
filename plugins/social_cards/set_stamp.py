"""Sets what is stamped on a card: its date, as the date-due stamp prints it, and how the event stands, in one word."""

from __future__ import annotations

from plugins.social_cards.fit_line import CAP, Box, fit_line
from plugins.social_cards.model import Bar, Line, Measure, Sheet

STAMP = Box(width=174, height=222)
_ANGLE, _STATUS_ANGLE = -2.5, 2.0
_INNER, _FINE = 11.0, 3.0
_DAY_PX, _SIDE_PX, _SIDE_SPACING = 108.0, 42.0, 2.0
_STATUS_PX, _STATUS_SPACING, _PAD = 66.0, 3.0, 19.0


def stamp_sheet(date: tuple[str, ...], x: float, y: float, measure: Measure, *, is_off: bool) -> Sheet | None:
    """Return a date (weekday, day, month) as a stamp; in outline where nobody should come."""
    ground = "ink" if is_off else "spark"
    color = "ink" if is_off else "on_spark"
    whole = Bar(x=0, y=0, width=STAMP.width, height=STAMP.height, color=ground, stroke=4.0 if is_off else 0.0)
    inner = Bar(
        x=_INNER,
        y=_INNER,
        width=STAMP.width - 2 * _INNER,
        height=STAMP.height - 2 * _INNER,
        stroke=_FINE,
        color=color,
    )
    sizes, baselines = (_SIDE_PX, _DAY_PX, _SIDE_PX), (62.0, 152.0, 196.0)
    lines = [
        _centered(text, STAMP.width, baseline, size, measure, color=color, spacing=_SIDE_SPACING)
        for text, size, baseline in zip(date, sizes, baselines, strict=True)
    ]
    made = tuple(line for line in lines if line)
    if len(made) < len(lines):
        return None
    return Sheet(x=x, y=y + 4, width=STAMP.width, height=STAMP.height, angle=_ANGLE, bars=(whole, inner), lines=made)


def status_sheet(word: str, right: float, y: float, measure: Measure, *, is_off: bool) -> Sheet | None:
    """Return a word such as "Cancelled", stamped at the top right."""
    line = fit_line(word, "wood", 460, _STATUS_PX, measure)
    if line is None:
        return None
    text_width = line.width + _STATUS_SPACING * len(line.text)
    width, height = text_width + 2 * _PAD, CAP["wood"] * _STATUS_PX + 2 * _PAD
    ground, color = ("spark", "on_spark") if is_off else ("ink", "ground")
    placed = Line(
        x=_PAD,
        y=_PAD + CAP["wood"] * line.size,
        text=line.text,
        voice="wood",
        size=line.size,
        color=color,
        spacing=_STATUS_SPACING,
    )
    whole = Bar(x=0, y=0, width=width, height=height, color=ground)
    fine = Bar(x=7, y=7, width=width - 14, height=height - 14, stroke=2.5, color=color)
    return Sheet(
        x=right - width, y=y - 8, width=width, height=height, angle=_STATUS_ANGLE, bars=(whole, fine), lines=(placed,)
    )


def _centered(
    text: str, width: float, y: float, size: float, measure: Measure, *, color: str, spacing: float
) -> Line | None:
    line = fit_line(text, "wood", width - 2 * _INNER - 20, size, measure)
    if line is None:
        return None
    spacing = 0.0 if len(line.text) <= 1 else spacing
    x = (width - line.width - spacing * (len(line.text) - 1)) / 2
    return Line(x=x, y=y, text=line.text, voice="wood", size=line.size, color=color, spacing=spacing)
