"""Tells a drawing to those who do not see it: what kind it is, and its values as long as they are few."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.model import (
    Bars,
    BeforeAfter,
    Columns,
    DotMap,
    Drawing,
    Figure,
    Hours,
    Label,
    Lines,
    Measure,
    Parts,
    Pictogram,
    Ranking,
    Series,
    Stacking,
    Timeline,
    Value,
)

# More values than this are told by the lowest and the highest; all of them are in the table.
_FEW, _FEW_OF_SEVERAL = 12, 24


def describe(drawing: Drawing, words: ChartWords) -> str:
    """Return what a drawing shows, as it is read aloud."""
    if isinstance(drawing, Figure):
        return f"{words.value(drawing.value, drawing.measure)} {drawing.says}"
    return words.word(
        "infographic.told",
        kind=words.word(f"infographic_kind.{_kind(drawing)}"),
        values=_TOLD[type(drawing)](drawing, words),
    )


def _kind(drawing: Drawing) -> str:
    if isinstance(drawing, Columns):
        return "stacked" if drawing.stacking is Stacking.STACKED else "columns"
    if isinstance(drawing, Lines):
        return "area" if drawing.is_area else "lines"
    return _KINDS[type(drawing)]


_KINDS: Mapping[type, str] = {
    Bars: "bars",
    Parts: "parts",
    Pictogram: "pictogram",
    BeforeAfter: "before_after",
    Timeline: "timeline",
    Hours: "hours",
    DotMap: "map",
    Ranking: "ranking",
}


def _row(drawing: Bars | Parts | Pictogram, words: ChartWords) -> str:
    return _values(drawing.labels, drawing.values, drawing.measure, words)


def _columns(drawing: Columns | Lines, words: ChartWords) -> str:
    return _all_series(drawing.labels, drawing.series, drawing.measure, words)


def _pair(drawing: BeforeAfter, words: ChartWords) -> str:
    return _all_series(drawing.labels, (drawing.before, drawing.after), drawing.measure, words)


def _moments(drawing: Timeline, words: ChartWords) -> str:
    del words
    return "; ".join(_sentence(one.when_full, one.what.rstrip("."), one.detail) for one in drawing.moments)


def _week(drawing: Hours, words: ChartWords) -> str:
    return "; ".join(_day(drawing, place, words) for place in range(len(drawing.days)))


def _dots(drawing: DotMap, words: ChartWords) -> str:
    labels = tuple(Label(full=dot.label, short=dot.label) for dot in drawing.dots)
    return _values(labels, tuple(dot.value for dot in drawing.dots), drawing.measure, words)


def _ranks(drawing: Ranking, words: ChartWords) -> str:
    return "; ".join(f"{row.place} {row.label} {words.value(row.value, drawing.measure)}" for row in drawing.rows)


_TOLD: Mapping[type, Callable[[Any, ChartWords], str]] = {
    Bars: _row,
    Parts: _row,
    Pictogram: _row,
    Columns: _columns,
    Lines: _columns,
    BeforeAfter: _pair,
    Timeline: _moments,
    Hours: _week,
    DotMap: _dots,
    Ranking: _ranks,
}


def _sentence(when: str, what: str, detail: str) -> str:
    return ", ".join(part for part in (f"{when}: {what}", detail) if part)


def _values(
    labels: tuple[Label, ...], values: tuple[Value, ...], measure: Measure, words: ChartWords, few: int = _FEW
) -> str:
    if len(labels) <= few:
        return words.listed(labels, values, measure)
    known: list[tuple[Decimal, Label]] = [
        (value, label) for value, label in zip(values, labels, strict=True) if value is not None
    ]
    if not known:
        return words.word("infographic.no_figure")
    low, high = min(known, key=lambda one: one[0]), max(known, key=lambda one: one[0])
    return words.word(
        "infographic.from_to",
        count=str(len(labels)),
        low=words.value(low[0], measure),
        low_label=low[1].full,
        high=words.value(high[0], measure),
        high_label=high[1].full,
    )


def _all_series(labels: tuple[Label, ...], series: tuple[Series, ...], measure: Measure, words: ChartWords) -> str:
    if len(series) == 1:
        return _values(labels, series[0].values, measure, words)
    few = _FEW if len(labels) * len(series) <= _FEW_OF_SEVERAL else 0
    return ". ".join(f"{one.name}: {_values(labels, one.values, measure, words, few)}" for one in series)


def _day(hours: Hours, place: int, words: ChartWords) -> str:
    """Return when the first branch opens on a day and the last one closes, and how many are open at most."""
    counts = hours.open_places[place]
    slots = [slot for slot, count in enumerate(counts) if count]
    if not slots:
        return f"{hours.days[place].full}: {words.word('infographic.closed')}"
    opens, closes = (hours.first_minute + hours.slot_minutes * slot for slot in (slots[0], slots[-1] + 1))
    said = words.word("infographic.open_from_to", opens=words.hour(opens), closes=words.hour(closes))
    most = max(counts)
    at_most = f", {words.word('infographic.most_open', n=most, count=str(most))}" if hours.places > 1 else ""
    return f"{hours.days[place].full}: {said}{at_most}"
