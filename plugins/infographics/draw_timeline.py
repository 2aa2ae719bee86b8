"""Draws what happened and when: moments down a line, each with a box on it."""

from __future__ import annotations

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, WIDTH, Line, Mark, Picture, Rect, Text
from plugins.infographics.model import Moment, Timeline

_WHEN, _WHEN_LEAST, _WHEN_ROOM = 32.0, 20.0, 112.0
_WHAT, _LEADING, _AFTER, _LEAST = 19.0, 21.0, 14.0, 54.0
_BOX = 16.0


def draw_timeline(timeline: Timeline, words: ChartWords) -> Picture:
    """Return the drawing."""
    letters = words.letters
    sizes = [
        letters.size_that_fits(moment.when.upper(), _WHEN_ROOM, _WHEN, _WHEN_LEAST, "wood")
        for moment in timeline.moments
    ]
    size = min(sizes, default=_WHEN)
    column = max((letters.width(one.when.upper(), size, "wood") for one in timeline.moments), default=0.0)
    line = min(column, _WHEN_ROOM) + 22
    marks: list[Mark] = []
    top = 8.0
    tops: list[float] = []
    for moment in timeline.moments:
        tops.append(top)
        said, height = _said(moment, line + 26, top, words)
        marks += [_when(moment, size, line, top), *said]
        top += height
    boxes = [
        Rect(
            x=line - _BOX / 2,
            y=at,
            width=_BOX,
            height=_BOX,
            fill="spark" if moment.is_focus else "card",
            stroke=4,
        )
        for moment, at in zip(timeline.moments, tops, strict=True)
    ]
    way = Line(points=((line, 6), (line, tops[-1] + _BOX / 2 if tops else 6)), width=4)
    return Picture(height=top - 2, marks=(way, *boxes, *marks))


def _when(moment: Moment, size: float, line: float, top: float) -> Text:
    return Text(x=line - 22, y=top + 8 + 0.36 * size, text=moment.when, size=size, voice="wood", anchor="end")


def _said(moment: Moment, left: float, top: float, words: ChartWords) -> tuple[list[Text], float]:
    """Return what happened, in as many lines as it needs, and the room it takes."""
    letters = words.letters
    room = WIDTH - left
    what = letters.wrapped(moment.what, room, _WHAT, "bold", lines=3)
    detail = letters.wrapped(moment.detail, room, BODY, lines=3)
    base = top + 8
    found = [
        Text(x=left, y=base + _LEADING * row, text=line, size=_WHAT, voice="bold") for row, line in enumerate(what)
    ]
    found += [Text(x=left, y=base + _LEADING * (len(what) + row), text=line) for row, line in enumerate(detail)]
    return found, max(_LEAST, _LEADING * (len(what) + len(detail)) + _AFTER)
