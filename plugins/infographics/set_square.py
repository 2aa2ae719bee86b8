"""Sets the square picture for social media: the title, and the first thing to see, as large as it may be."""

from __future__ import annotations

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.describe import describe
from plugins.infographics.draw import draw
from plugins.infographics.marks import Line, Rect
from plugins.infographics.model import Chart, Figure
from plugins.infographics.poster import Drawn, Poster, Sheet, Words
from plugins.infographics.set_panel import set_figure, shifted
from plugins.infographics.set_title import set_catch, set_title

SIDE, _MARGIN, _EDGE, _FRAME, _GAP = 1080.0, 72.0, 20.0, 14.0, 40.0
_FOOT, _BAR = 30.0, 8.0
# With less room than this, a drawing is too small to be read on a telephone.
_LEAST = 330.0
_TALLEST, _SAYS = 190.0, 33.0
_BESIDE, _TEXT = 260.0, 31.0


def set_square(poster: Poster, words: ChartWords) -> Sheet:
    """Return the square: up to two big figures, and the first drawing where there is room for it."""
    room = SIDE - 2 * _MARGIN
    title, top = set_title(poster.title, _MARGIN, _MARGIN, room, words.letters, in_one=True)
    catch, rules, top = set_catch(poster.catch, _MARGIN, top + 10, room, words.letters)
    bar = Rect(x=_MARGIN, y=top + 12, width=room, height=_BAR, fill="ink")
    top += 12 + _BAR + 28
    foot = words.letters.shortened(poster.foot, room, _FOOT, "bold")
    bottom = SIDE - _MARGIN - _FOOT - 24
    parts, top = _figures([one for one in poster.charts if isinstance(one.drawing, Figure)][:2], top, words)
    drawings = [one for one in poster.charts if not isinstance(one.drawing, Figure)]
    if drawings and bottom - top >= _LEAST:
        parts += _drawing(drawings[0], top + (14 if parts else 0), bottom, words)
    said = Words(x=_MARGIN, y=SIDE - _MARGIN, lines=(foot,), voice="bold", size=_FOOT, pitch=_FOOT)
    inset = _EDGE + _FRAME / 2
    side = SIDE - 2 * inset
    frame = Rect(x=inset, y=inset, width=side, height=side, fill="none", stroke=_FRAME)
    ink: tuple[Rect | Line, ...] = (frame, bar, *rules)
    return Sheet(width=SIDE, height=SIDE, parts=(*title, *catch, *parts, said), rules=ink)


def _figures(charts: list[Chart], top: float, words: ChartWords) -> tuple[list[Words | Drawn], float]:
    if not charts:
        return [], top
    wide = (SIDE - 2 * _MARGIN - _GAP * (len(charts) - 1)) / len(charts)
    made = [set_figure(chart, wide, words, tallest=_TALLEST, says=_SAYS) for chart in charts]
    parts: list[Words | Drawn] = []
    for place, part in enumerate(made):
        parts += shifted(part.parts, _MARGIN + place * (wide + _GAP), top)
    return parts, top + max(part.height for part in made) + 10


def _drawing(chart: Chart, top: float, bottom: float, words: ChartWords) -> list[Words | Drawn]:
    """Return a drawing with its title, as large as the room allows."""
    size = 44.0
    heading = words.letters.shortened(chart.title.upper(), SIDE - 2 * _MARGIN, size, "wood")
    said = Words(x=_MARGIN, y=top + size, lines=(heading,), voice="wood", size=size, pitch=size, role="heading")
    top += size + 22
    picture = draw(chart.drawing, words)
    room = SIDE - 2 * _MARGIN
    scale = min(room / picture.width, (bottom - top) / picture.height)
    told = f"{chart.title}. {describe(chart.drawing, words)}"
    drawn = Drawn(x=_MARGIN, y=top, scale=scale, picture=picture, name=f"chart-{chart.name}", told=told)
    beside = room - scale * picture.width - _GAP
    return [said, drawn, *_beside(chart.sentence, SIDE - _MARGIN - beside, top, beside, words)]


def _beside(text: str, left: float, top: float, wide: float, words: ChartWords) -> list[Words]:
    """Return what a drawing shows beside it, where there is room for that."""
    if wide < _BESIDE or not text:
        return []
    lines = words.letters.wrapped(text, wide, _TEXT, lines=8)
    return [Words(x=left, y=top + _TEXT, lines=lines, voice="body", size=_TEXT, pitch=_TEXT * 1.3)]
