"""Draws any chart: which module draws what, and how a drawing is told to those who do not see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from plugins.infographics import model
from plugins.infographics.chart_words import ChartWords
from plugins.infographics.draw_bars import draw_bars
from plugins.infographics.draw_before_after import draw_before_after
from plugins.infographics.draw_columns import draw_columns
from plugins.infographics.draw_hours import draw_hours
from plugins.infographics.draw_lines import draw_lines
from plugins.infographics.draw_map import draw_map
from plugins.infographics.draw_parts import draw_parts
from plugins.infographics.draw_pictogram import draw_pictogram
from plugins.infographics.draw_ranking import draw_ranking
from plugins.infographics.draw_timeline import draw_timeline
from plugins.infographics.marks import Anchor, Picture, Text

_DRAW: Mapping[type, Callable[[Any, ChartWords], Picture]] = {
    model.Bars: draw_bars,
    model.Columns: draw_columns,
    model.Lines: draw_lines,
    model.Parts: draw_parts,
    model.Pictogram: draw_pictogram,
    model.Timeline: draw_timeline,
    model.BeforeAfter: draw_before_after,
    model.Hours: draw_hours,
    model.DotMap: draw_map,
    model.Ranking: draw_ranking,
}
_OTHER_SIDE: Mapping[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def draw(drawing: model.Drawing, words: ChartWords) -> Picture:
    """Return the picture of a drawing as its page is read; a figure has none, and is set as type."""
    picture = _DRAW[type(drawing)](drawing, words)
    if not words.is_mirrored:
        return picture
    # East stays right of west, whatever the script.
    return _kept(picture) if isinstance(drawing, model.DotMap) else picture.mirrored()


def _kept(picture: Picture) -> Picture:
    marks = tuple(
        replace(mark, anchor=_OTHER_SIDE[mark.anchor]) if isinstance(mark, Text) else mark for mark in picture.marks
    )
    return replace(picture, marks=marks)
