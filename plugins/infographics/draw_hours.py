"""Draws a week of opening as strips: the more branches are open, the higher and the darker the strip."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import BODY, LABEL, WIDTH, Fill, Line, Mark, Picture, Rect, Text
from plugins.infographics.model import Hours

_ROW, _STRIP, _HEAD = 34.0, 26.0, 26.0
_HOUR = 60
_EVERY_HOURS = (1, 2, 3, 4, 6, 12)
_LEAST_SHARE = 0.3


def draw_hours(hours: Hours, words: ChartWords) -> Picture:
    """Return the drawing: hours above, a strip for each day, and a key where there are several branches."""
    letters = words.letters
    names = max(letters.width(day.short, LABEL, "bold") for day in hours.days) + 12
    slots = max(len(row) for row in hours.open_places)
    step = (WIDTH - names - 4) / slots
    height = _HEAD + _ROW * len(hours.days)
    marks: list[Mark] = [*_clock(hours, names, step, height, words)]
    for place, day in enumerate(hours.days):
        base = _HEAD + _ROW * (place + 1) - 4
        marks.append(Text(x=0, y=base - 6, text=day.short, size=LABEL, voice="bold"))
        marks += _strip(hours, place, names, step, base)
        marks.append(Line(points=((names, base), (WIDTH - 4, base)), width=1.5))
    key, room = _key(hours, height + 8, words) if hours.places > 1 else ([], 0.0)
    return Picture(height=height + room, marks=(*marks, *key))


def _clock(hours: Hours, left: float, step: float, height: float, words: ChartWords) -> Iterator[Mark]:
    """Yield full hours, as many as have room, each with a thin line down the week."""
    slots = max(len(row) for row in hours.open_places)
    whole = [minute for slot in range(slots + 1) if not (minute := hours.first_minute + slot * hours.slot_minutes) % 60]
    texts = {minute: words.hour(minute) for minute in whole}
    widest = max((words.letters.width(text, BODY) for text in texts.values()), default=0.0)
    apart = step * _HOUR / hours.slot_minutes
    every = next((hour for hour in _EVERY_HOURS if apart * hour >= widest + 10), _EVERY_HOURS[-1])
    taken = 0.0
    for minute in whole:
        if minute // _HOUR % every:
            continue
        x = left + step * (minute - hours.first_minute) / hours.slot_minutes
        half = words.letters.width(texts[minute], BODY) / 2
        middle = min(x, WIDTH - half)
        yield Line(points=((x, _HEAD - 4), (x, height - 4)), width=1.5, ink="tint")
        if middle - half > taken:
            yield Text(x=middle, y=16, text=texts[minute], anchor="middle")
            taken = middle + half + 6


def _strip(hours: Hours, day: int, left: float, step: float, base: float) -> Iterator[Mark]:
    """Yield each stretch of a day in which the same number of places is open."""
    slot = 0
    for count, run in groupby(hours.open_places[day]):
        length = len(list(run))
        if count:
            tall = _tall(count, hours.places)
            x = left + step * slot
            fill = _fill(count, hours.places)
            yield Rect(x=x, y=base - tall, width=step * length, height=tall, fill=fill, stroke=1.5)
        slot += length


def _tall(count: int, places: int) -> float:
    """Return how high a strip is; one branch of many is still seen."""
    share = count / places
    return _STRIP * (_LEAST_SHARE + (1 - _LEAST_SHARE) * share) if places > 1 else _STRIP


def _fill(count: int, places: int) -> Fill:
    if count == places:
        return "brand"
    return "hatch" if count * 2 >= places else "card"


def _key(hours: Hours, top: float, words: ChartWords) -> tuple[list[Mark], float]:
    """Return what the heights stand for: one branch open, and all of them."""
    marks: list[Mark] = []
    left = 0.0
    base = top + _STRIP
    counts = dict.fromkeys((1, -(-hours.places // 2), hours.places))
    for count in counts:
        tall = _tall(count, hours.places)
        text = words.word("infographic.open_places", n=count, count=str(count))
        fill = _fill(count, hours.places)
        marks.append(Rect(x=left + 1, y=base - tall, width=22, height=tall, fill=fill, stroke=1.5))
        marks.append(Text(x=left + 31, y=base - 5, text=text))
        left += 31 + words.letters.width(text, BODY) + 20
    return marks, _STRIP + 16
