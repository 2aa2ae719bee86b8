"""Puts the numbers of a block in order: shares or changes in place of values, the largest first, the rest together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from plugins.infographics import rules
from plugins.infographics.block import Block
from plugins.infographics.model import Form, Measure, Value
from plugins.infographics.read_periods import Period
from plugins.infographics.worked import Place, Row, Worked

_TOTALS = frozenset("total totals all sum overall todo todos todas suma gesamt المجموع الإجمالي".split()) | {
    "grand total",
    "total general",
    "en total",
}
# How a share is written: "49.8%".
SHARE = Measure(form=Form.PERCENT, decimals=1)
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
# Beyond this, what was before is as good as nothing, and a share of it says nothing.
MOST_PERCENT = Decimal(10) ** 12


def arrange(block: Block, worked: Worked, *, by_value: bool) -> Worked:
    """Return the numbers as they are to be drawn; `by_value` puts the largest first where the block does not say."""
    worked = shown_as(block, without_total(worked))
    worked = _sorted(block, worked, by_value=by_value and not worked.over_time)
    most = block.whole("top", "5")
    return worked if most is None else first_ones(worked, most, with_rest=block.choice("rest", _rest(worked)) == "yes")


def _rest(worked: Worked) -> str:
    return "yes" if worked.is_additive and not worked.over_time else "no"


def without_total(worked: Worked) -> Worked:
    """Return the numbers without a row that is the sum of the others."""
    found = [at for at, place in enumerate(worked.places) if place.text.casefold() in _TOTALS]
    if len(found) != 1 or len(worked.places) == 1 or not worked.is_additive:
        return worked
    at = found[0]
    for row in worked.rows:
        others = [value for place, value in enumerate(row.values) if place != at and value is not None]
        if row.values[at] is not None and row.values[at] != sum(others):
            return worked
    return picked(worked, [place for place in range(len(worked.places)) if place != at])


def shown_as(block: Block, worked: Worked) -> Worked:
    """Return values, or the share that each has of the whole, or how each has changed in a year."""
    how = block.choice("show", "value")
    if how == "share":
        return _shares(block, worked)
    return _changes(block, worked) if how == "change" else worked


def _shares(block: Block, worked: Worked) -> Worked:
    if not worked.is_additive:
        what, cure = "A share is of a sum, and these numbers have none.", "Take the line show: out."
        raise block.refusal(rules.MEAN, "show", what, cure)
    refuse_negative(block, worked)
    rows: Sequence[Row]
    if len(worked.rows) > 1:
        totals = [_total(row.values[at] for row in worked.rows) for at in range(len(worked.places))]
        rows = [Row(name=row.name, values=tuple(map(share, row.values, totals))) for row in worked.rows]
    else:
        total = _total(worked.values)
        rows = [Row(name="", values=tuple(share(value, total) for value in worked.values))]
    whole = _total(value for row in worked.rows for value in row.values)
    noticed = replace(worked.noticed, whole=whole, whole_form=worked.form, whole_currency=worked.currency)
    return _rated(replace(worked, noticed=noticed), rows)


def _changes(block: Block, worked: Worked) -> Worked:
    if not worked.over_time:
        what, cure = "A change on a year before needs years or months along the axis.", "Write label: and their column."
        raise block.refusal(rules.PERIOD, "show", what, cure)
    at = {place.period: number for number, place in enumerate(worked.places)}
    before = [at.get(_year_before(place.period)) if place.period else None for place in worked.places]

    def changed(values: Sequence[Value]) -> tuple[Value, ...]:
        return tuple(None if one is None else change(values[one], now) for one, now in zip(before, values, strict=True))

    rows = [Row(name=row.name, values=changed(row.values)) for row in worked.rows]
    known = [number for number in range(len(worked.places)) if any(row.values[number] is not None for row in rows)]
    if not known:
        what = "For none of these is there a number of a year before."
        raise block.refusal(rules.EMPTY, "show", what, "Let from: begin a year earlier.")
    return picked(_rated(worked, rows), range(known[0], len(worked.places)))


def _year_before(period: Period) -> Period:
    return replace(period, starts=period.starts.replace(year=period.starts.year - 1, day=min(period.starts.day, 28)))


def _rated(worked: Worked, rows: Sequence[Row]) -> Worked:
    is_whole = all(value is None or value == value.to_integral_value() for row in rows for value in row.values)
    decimals = 0 if is_whole else 1
    return replace(worked, rows=tuple(rows), form=Form.PERCENT, decimals=decimals, currency="", is_additive=False)


def share(value: Value, whole: Decimal) -> Value:
    """Return a part of a whole in percent, to one decimal."""
    return None if value is None or not whole else (value * _HUNDRED / whole).quantize(_TENTH, ROUND_HALF_UP)


def change(before: Value, now: Value) -> Value:
    """Return by how much percent a value has changed; None where that cannot be said."""
    if before is None or now is None or before <= 0:
        return None
    percent = (now - before) * _HUNDRED / before
    return percent.quantize(_TENTH, ROUND_HALF_UP) if percent < MOST_PERCENT else None


def _total(values: Iterable[Value]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def refuse_negative(block: Block, worked: Worked) -> None:
    """Say which part is less than nothing; raises NoDrawingError."""
    for row in worked.rows:
        for place, value in zip(worked.places, row.values, strict=True):
            if value is not None and value < 0:
                what = f'"{place.text or row.name}" is {value}, and a part of a whole cannot be less than nothing.'
                raise block.refusal(rules.NEGATIVE, "value", what, "Mend the table, or draw it as bars.")


def _sorted(block: Block, worked: Worked, *, by_value: bool) -> Worked:
    how = block.choice("sort", "value" if by_value else "table")
    places = range(len(worked.places))
    if how == "label":
        return picked(worked, sorted(places, key=lambda at: worked.places[at].text.casefold()))
    return picked(worked, by_size(worked)) if how == "value" else worked


def by_size(worked: Worked) -> list[int]:
    """Return the positions of all places, the largest first (all series together); equals as they stand."""

    def size(at: int) -> tuple[bool, Decimal]:
        values = [row.values[at] for row in worked.rows if row.values[at] is not None]
        return not values, -_total(values)

    return sorted(range(len(worked.places)), key=size)


def first_ones(worked: Worked, most: int, *, with_rest: bool) -> Worked:
    """Return the largest places, and what all others come to where their sum means something."""
    if len(worked.places) <= most:
        return worked
    kept = by_size(worked)[:most]
    kept = sorted(kept) if worked.over_time else kept
    others = [at for at in range(len(worked.places)) if at not in kept]
    shown = picked(worked, kept)
    # What shares of the rest come to is a share as well.
    if not with_rest or not (worked.is_additive or worked.noticed.whole is not None):
        return replace(shown, noticed=replace(shown.noticed, not_shown=len(others)))
    rows = tuple(
        Row(name=row.name, values=(*row.values, _total(full.values[at] for at in others)))
        for row, full in zip(shown.rows, worked.rows, strict=True)
    )
    return replace(shown, places=(*shown.places, Place(others=len(others))), rows=rows)


def picked(worked: Worked, places: Sequence[int]) -> Worked:
    """Return the numbers of some places alone, with what was noticed of these."""
    rows = tuple(Row(name=row.name, values=tuple(row.values[at] for at in places)) for row in worked.rows)
    kept = tuple(worked.places[at] for at in places)
    partial = tuple(place for place in worked.noticed.partial if place in kept)
    return replace(worked, places=kept, rows=rows, noticed=replace(worked.noticed, partial=partial))
