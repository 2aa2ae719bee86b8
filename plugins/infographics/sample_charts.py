"""One chart of every kind for the style guide, with made-up numbers, in the words of any language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.model import (
    Bars,
    BeforeAfter,
    Chart,
    Columns,
    Dot,
    DotMap,
    Drawing,
    Figure,
    Hours,
    Label,
    Lines,
    Measure,
    Moment,
    Parts,
    Pictogram,
    Ranked,
    Ranking,
    Series,
    ShownTable,
    Source,
    Stacking,
    Timeline,
)
from plugins.tools.dates import month_words, short_month, short_weekday, weekday

_LOANS = tuple(map(Decimal, (342900, 158420, 121260, 65560)))
_YEAR = tuple(map(Decimal, "33120 34870 31940 26310 35480 33760 35900 34220 32410 35690 42186 36420".split()))
_BRANCHES = tuple(Label(full=name, short=name) for name in ("Central", "Northside", "Riverbend", "Mill Street"))
_PLACES = ((39.74, -104.99), (39.80, -104.98), (39.75, -104.93), (39.70, -105.05))
_MEASURE = Measure()
_MONDAY = date(2026, 10, 5)


def sample_charts(words: ChartWords) -> tuple[Chart, ...]:
    """Return a chart of each kind; its title is what the kind is called."""
    shown = ShownTable(
        headings=(words.word("guide.branch"), words.word("guide.loans")),
        rows=tuple((one.full, words.value(value, _MEASURE)) for one, value in zip(_BRANCHES, _LOANS, strict=True)),
    )
    source = Source(name=words.word("guide.quoted"), dated="2026")
    return tuple(
        Chart(
            name=name.replace("_", "-"),
            title=words.word(f"infographic_kind.{name}"),
            drawing=drawing,
            sentence="",
            remarks=(),
            source=source,
            table=shown,
            file="",
        )
        for name, drawing in _drawings(words)
    )


def _drawings(words: ChartWords) -> Iterator[tuple[str, Drawing]]:
    says = words.word("guide.loans")
    yield "figure", Figure(value=Decimal(688140), measure=_MEASURE, says=says)
    yield "bars", Bars(labels=_BRANCHES, values=_LOANS, measure=_MEASURE, focus=0)
    yield "columns", Columns(labels=_months(words), series=_series(_YEAR), measure=_MEASURE, focus=10)
    yield "stacked", _stacked()
    yield "lines", Lines(labels=_years(12), series=(*_series(_YEAR), *_fallen()), measure=_MEASURE)
    yield "area", Lines(labels=_years(12), series=_series(_broken()), measure=_MEASURE, is_area=True)
    yield "parts", Parts(labels=_BRANCHES, values=_LOANS, whole=sum(_LOANS, Decimal(0)), measure=_MEASURE)
    yield (
        "pictogram",
        Pictogram(labels=_BRANCHES[:2], values=_LOANS[:2], each=Decimal(20000), icon="book", measure=_MEASURE, focus=0),
    )
    yield "timeline", _timeline(words)
    yield "before_after", _pair()
    yield "hours", _hours(words)
    yield "map", _map()
    yield "ranking", _ranking()


def _months(words: ChartWords) -> tuple[Label, ...]:
    days = [date(2025 + (8 + month) // 12, (8 + month) % 12 + 1, 1) for month in range(12)]
    return tuple(
        Label(full=month_words(day, words.spoken), short=short_month(day, words.spoken)[:1].upper(), starts=day)
        for day in days
    )


def _years(count: int) -> tuple[Label, ...]:
    return tuple(
        Label(full=str(2014 + one), short=f"’{14 + one}", starts=date(2014 + one, 1, 1)) for one in range(count)
    )


def _series(values: tuple[Decimal | None, ...]) -> tuple[Series, ...]:
    return (Series(name=_BRANCHES[0].full, values=values),)


def _fallen() -> tuple[Series, ...]:
    return (Series(name=_BRANCHES[1].full, values=tuple(value / 2 for value in _YEAR)),)


def _broken() -> tuple[Decimal | None, ...]:
    return tuple(None if place in (5, 6) else value for place, value in enumerate(_YEAR))


def _stacked() -> Columns:
    series = tuple(
        Series(name=one.full, values=tuple(value * (4 - place) for value in _YEAR[:6]))
        for place, one in enumerate(_BRANCHES)
    )
    return Columns(labels=_years(6), series=series, measure=_MEASURE, stacking=Stacking.STACKED)


def _timeline(words: ChartWords) -> Timeline:
    days = (date(2025, 10, 1), date(2026, 1, 1), date(2026, 8, 1))
    said = ("guide.event", "guide.program_about", "guide.event_about")
    return Timeline(
        moments=tuple(
            Moment(
                when=short_month(day, words.spoken),
                when_full=month_words(day, words.spoken),
                what=words.word(key),
                is_focus=day == days[-1],
            )
            for day, key in zip(days, said, strict=True)
        )
    )


def _pair() -> BeforeAfter:
    after = tuple(value * factor for value, factor in zip(_LOANS, map(Decimal, ("0.6", "1.4", "1", "2")), strict=True))
    before, later = Series(name="2019", values=_LOANS), Series(name="2025", values=after)
    return BeforeAfter(labels=_BRANCHES, before=before, after=later, measure=_MEASURE, focus=0)


def _hours(words: ChartWords) -> Hours:
    days = tuple(date.fromordinal(_MONDAY.toordinal() + one) for one in range(7))
    labels = tuple(Label(full=weekday(day, words.spoken), short=short_weekday(day, words.spoken)) for day in days)
    weekdays, weekend = (0, 1, 3, 4, 4, 4, 4, 4, 4, 2, 2, 0), (0, 0, 1, 4, 4, 4, 3, 1, 0, 0, 0, 0)
    return Hours(
        days=labels, open_places=(*[weekdays] * 5, *[weekend] * 2), first_minute=8 * 60, slot_minutes=60, places=4
    )


def _map() -> DotMap:
    dots = zip(_BRANCHES, _PLACES, _LOANS, strict=True)
    return DotMap(
        dots=tuple(
            Dot(label=one.full, latitude=north, longitude=east, value=value, is_focus=one is _BRANCHES[0])
            for one, (north, east), value in dots
        ),
        measure=_MEASURE,
    )


def _ranking() -> Ranking:
    rows = zip(_BRANCHES, _LOANS, strict=True)
    return Ranking(
        rows=tuple(
            Ranked(place=str(place), label=one.full, value=value, is_focus=place == 1)
            for place, (one, value) in enumerate(rows, 1)
        ),
        measure=_MEASURE,
    )
