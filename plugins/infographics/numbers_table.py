"""All numbers of a drawing as a table: as people read them, and as programs do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from plugins.infographics.arrange import SHARE, share
from plugins.infographics.desk import Scene
from plugins.infographics.model import Form, Measure, ShownTable, Value
from plugins.infographics.read_periods import MONTHS_IN_YEAR, Period
from plugins.infographics.say_time import capitalized
from plugins.infographics.worked import Place, Worked

Numbers = tuple[tuple[str, ...], ...]
NO_FIGURE = "–"


def table_of(scene: Scene, *, with_shares: bool = False) -> tuple[ShownTable, Numbers]:
    """Return the numbers of a block for people and for programs, with shares where these mean something."""
    worked = scene.worked
    whole = _whole(worked) if with_shares else None
    headings = _headings(scene)
    if whole is not None:
        headings = (*headings, scene.teller.say("share"))
    rows = [_row(scene, at, whole) for at in range(len(worked.places))]
    shown = ShownTable(headings=headings, rows=tuple(rows), foot=_foot(scene, whole))
    return shown, numbers_of(headings[: 1 + len(worked.rows)], worked)


def numbers_of(headings: Sequence[str], worked: Worked) -> Numbers:
    """Return the numbers as programs read them: without marks of thousands, periods as ISO 8601 has them."""
    rows = (
        (raw_place(place), *(raw_value(row.values[at]) for row in worked.rows))
        for at, place in enumerate(worked.places)
    )
    return (tuple(headings), *rows)


def raw_place(place: Place) -> str:
    """Return a label as it stands in the table, or a period for programs."""
    if place.period is None:
        return place.text or f"({place.others})"
    return raw_period(place.period)


def raw_period(period: Period) -> str:
    """Return a period as ISO 8601 has it: 2025, 2025-09, 2025-09-30 or 2025-04-01/P3M."""
    day = period.starts.isoformat()
    if period.months == 1:
        return day[:7]
    if period.months == MONTHS_IN_YEAR and period.starts.month == 1:
        return day[:4]
    return f"{day}/P{period.months}M" if period.months else day


def raw_value(value: Value) -> str:
    """Return a number for programs; nothing where there is none."""
    return "" if value is None else f"{value:f}"


def _headings(scene: Scene) -> tuple[str, ...]:
    worked, say = scene.worked, scene.teller.say
    lengths = {place.period.months for place in worked.places if place.period}
    word = (
        {MONTHS_IN_YEAR: "year", 3: "quarter", 1: "month", 0: "day"}.get(next(iter(lengths)), "period")
        if lengths
        else "what"
    )
    named = "" if lengths else worked.labeled
    first = named or say(f"heading_{word}")
    if len(worked.rows) > 1 or worked.rows[0].name:
        return (first, *(scene.teller.named(row.name).full or say("figures") for row in worked.rows))
    return (first, worked.measured if scene.noun == say("figures") and worked.measured else capitalized(scene.noun))


def _row(scene: Scene, at: int, whole: Decimal | None) -> tuple[str, ...]:
    values = [row.values[at] for row in scene.worked.rows]
    cells = [NO_FIGURE if value is None else scene.teller.words.value(value, scene.measure) for value in values]
    if whole is not None:
        part = share(values[0], whole)
        cells.append(NO_FIGURE if part is None else scene.teller.words.value(part, SHARE))
    return (scene.teller.label(scene.worked.places[at]).full, *cells)


def _foot(scene: Scene, whole: Decimal | None) -> tuple[str, ...]:
    worked = scene.worked
    is_gapped = worked.over_time and any(value is None for row in worked.rows for value in row.values)
    if not worked.is_additive or len(worked.places) <= 1 or worked.noticed.not_shown or is_gapped:
        return ()
    known = [[value for value in row.values if value is not None] for row in worked.rows]
    cells = [scene.teller.words.value(sum(one, Decimal(0)), scene.measure) if one else NO_FIGURE for one in known]
    if whole is not None:
        cells.append(scene.teller.words.value(Decimal(100), Measure(form=Form.PERCENT)))
    return (scene.teller.say("all"), *cells)


def _whole(worked: Worked) -> Decimal | None:
    """Return what the values sum to, where shares of it mean something."""
    values = [value for value in worked.values if value is not None]
    if not worked.is_additive or len(worked.rows) > 1 or len(values) <= 1 or min(values) < 0:
        return None
    return None if worked.noticed.not_shown else sum(values, Decimal(0)) or None
