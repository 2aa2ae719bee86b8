"""Sets one panel of a poster: its heading, its drawing, its sentence; or a big figure with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.compare import compare
from plugins.infographics.describe import describe
from plugins.infographics.draw import draw
from plugins.infographics.marks import WIDTH, Voice
from plugins.infographics.model import Chart, Figure
from plugins.infographics.poster import Drawn, Role, Words
from plugins.infographics.set_title import CAP

_HEADING, _TEXT, _SAYS = 36.0, 21.0, 25.0
_PITCH = 1.35
_COMMA = 0.13


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Parts placed from their own corner, and the room they take."""

    parts: tuple[Words | Drawn, ...]
    height: float


def shifted(parts: Iterable[Words | Drawn], right: float, down: float) -> tuple[Words | Drawn, ...]:
    """Return parts so much further to the right and down."""
    return tuple(replace(part, x=part.x + right, y=part.y + down) for part in parts)


def set_panel(chart: Chart, wide: float, words: ChartWords) -> Part:
    """Return a panel that is so wide."""
    heading, top = _lines(chart.title.upper(), 0, wide, words, voice="wood", size=_HEADING, role="heading", most=3)
    picture = draw(chart.drawing, words)
    scale = wide / WIDTH
    told = f"{chart.title}. {describe(chart.drawing, words)}"
    drawn = Drawn(x=0, y=top + 6, scale=scale, picture=picture, name=f"chart-{chart.name}", told=told)
    top += 6 + picture.height * scale + 8
    parts: list[Words | Drawn] = [*heading, drawn]
    for text in (chart.sentence, *chart.remarks):
        said, top = _lines(text, top, wide, words, size=_TEXT)
        parts += said
    return Part(parts=tuple(parts), height=top)


def set_figure(chart: Chart, wide: float, words: ChartWords, *, tallest: float = 260.0, says: float = _SAYS) -> Part:
    """Return a big figure that fills its width, or is as tall as it may be, with its words below."""
    figure = chart.drawing
    if not isinstance(figure, Figure):
        raise TypeError(figure)
    value = words.value(figure.value, figure.measure)
    size = words.letters.size_that_fits(value, wide, tallest / CAP["wood"], 1, "wood")
    base = CAP["wood"] * size
    hangs = _COMMA * size if "," in value or ";" in value else 0.0
    parts: list[Words | Drawn] = [Words(x=0, y=base, lines=(value,), voice="wood", size=size, pitch=size)]
    said, top = _lines(figure.says, base + hangs + 8, wide, words, voice="bold", size=says)
    parts += said
    for text in (compare(figure, words), *chart.remarks):
        more, top = _lines(text, top, wide, words, size=says * _TEXT / _SAYS)
        parts += more
    return Part(parts=tuple(parts), height=top)


def _lines(
    text: str,
    top: float,
    wide: float,
    words: ChartWords,
    *,
    size: float,
    voice: Voice = "body",
    role: Role = "text",
    most: int = 16,
) -> tuple[list[Words | Drawn], float]:
    """Return a text in lines that fit, and the place below them."""
    if not text:
        return [], top
    lines = words.letters.wrapped(text, wide, size, voice, lines=most)
    pitch = size * _PITCH
    y = top + size
    return [Words(x=0, y=y, lines=lines, voice=voice, size=size, pitch=pitch, role=role)], top + pitch * len(lines)
