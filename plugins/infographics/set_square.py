"""Sets the square picture for social media: the title, and the first thing to see, as large as it may be."""

from __future__ import annotations

import re

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.describe import describe
from plugins.infographics.draw import draw
from plugins.infographics.marks import Line, Rect
from plugins.infographics.model import Chart, Figure
from plugins.infographics.poster import Drawn, Poster, Sheet, Words
from plugins.infographics.set_panel import set_figure, shifted
from plugins.infographics.set_title import set_catch, set_title

SIDE, _MARGIN, _EDGE, _FRAME, _GAP = 1080.0, 72.0, 20.0, 14.0, 40.0
_ROOM, _BAR = SIDE - 2 * _MARGIN, 8.0
_FOOT, _FOOT_LEAST = 30.0, 20.0
_BOTTOM = SIDE - _MARGIN - _FOOT - 24
# A drawing that would be smaller cannot be read on a telephone.
_LEAST = 1.0
_TALLEST, _SAYS, _HEADING = 190.0, 33.0, 44.0
_BESIDE, _TEXT, _PITCH = 260.0, 31.0, 1.3
_SENTENCE = re.compile(r"(?<=[.!?]) ")


def set_square(poster: Poster, words: ChartWords) -> Sheet:
    """Return the square: up to two big figures, and the first drawing that is large enough there."""
    title, top = set_title(poster.title, _MARGIN, _MARGIN, _ROOM, words.letters, in_one=True)
    catch, rules, top = set_catch(poster.catch, _MARGIN, top + 10, _ROOM, words.letters)
    bar = Rect(x=_MARGIN, y=top + 12, width=_ROOM, height=_BAR, fill="ink")
    top += 12 + _BAR + 28
    parts, top = _figures([one for one in poster.charts if isinstance(one.drawing, Figure)][:2], top, words)
    drawings = [one for one in poster.charts if not isinstance(one.drawing, Figure)]
    parts += _drawing(drawings, top + (14 if parts else 0), words)
    size = words.letters.size_that_fits(poster.foot, _ROOM, _FOOT, _FOOT_LEAST, "bold")
    foot = words.letters.shortened(poster.foot, _ROOM, size, "bold")
    said = Words(x=_MARGIN, y=SIDE - _MARGIN, lines=(foot,), voice="bold", size=size, pitch=size)
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


def _drawing(charts: list[Chart], top: float, words: ChartWords) -> list[Words | Drawn]:
    """Return the first drawing that is large enough in the room there is, with its title; else what the first says."""
    below = top + _HEADING + 22
    for chart in charts:
        picture = draw(chart.drawing, words)
        scale = min(_ROOM / picture.width, (_BOTTOM - below) / picture.height)
        if scale >= _LEAST:
            told = f"{chart.title}. {describe(chart.drawing, words)}"
            drawn = Drawn(x=_MARGIN, y=below, scale=scale, picture=picture, name=f"chart-{chart.name}", told=told)
            beside = _ROOM - scale * picture.width - _GAP
            said = _said(chart.sentence, SIDE - _MARGIN - beside, below, beside, words) if beside >= _BESIDE else []
            return [*_heading(chart, top, words), drawn, *said]
    said = _said(charts[0].sentence, _MARGIN, below, _ROOM, words) if charts else []
    return [*_heading(charts[0], top, words), *said] if said else []


def _heading(chart: Chart, top: float, words: ChartWords) -> list[Words]:
    text = words.letters.shortened(chart.title.upper(), _ROOM, _HEADING, "wood")
    y = top + _HEADING
    return [Words(x=_MARGIN, y=y, lines=(text,), voice="wood", size=_HEADING, pitch=_HEADING, role="heading")]


def _said(text: str, left: float, top: float, wide: float, words: ChartWords) -> list[Words]:
    """Return as many whole sentences of a text as have room, or nothing."""
    most = int((_BOTTOM - top) / (_TEXT * _PITCH))
    sentences = _SENTENCE.split(text)
    for count in range(len(sentences), 0, -1):
        lines = words.letters.wrapped(" ".join(sentences[:count]), wide, _TEXT, lines=99)
        if lines and len(lines) <= most:
            return [Words(x=left, y=top + _TEXT, lines=lines, voice="body", size=_TEXT, pitch=_TEXT * _PITCH)]
    return []
