"""Says in a sentence what is the most and what the least: with ties, with one value alone, with shares of a whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from plugins.infographics.arrange import SHARE, share
from plugins.infographics.label import Teller
from plugins.infographics.model import Form, Measure
from plugins.infographics.say_time import Known, capitalized, known_of
from plugins.infographics.worked import Worked
from plugins.tools.dates import list_words

# More that are the same than this are counted, and not named.
_FEW = 3


def say_order(worked: Worked, measure: Measure, teller: Teller, noun: str) -> str:
    """Return "Central has the most loans: 342,900 of 688,140 (49.8%). Mill Street has the fewest: 65,560."."""
    known = [(place, value) for place, value in known_of(worked, worked.values) if not place.others]
    if not known:
        return ""
    is_counted = worked.is_additive and measure.form is Form.NUMBER and noun != teller.say("figures")
    kind = "count" if is_counted else "rate"
    values = [value for _, value in known]
    most, least = max(values), min(values)
    if len(known) == 1 or most == least:
        return _say_alike(known, measure, teller, noun)
    said = _say_most(known, most, measure, teller, noun, kind=kind, whole=_whole(worked, kind))
    # What is left of many may hold less than the least that is shown.
    has_rest = any(place.others for place in worked.places) or bool(worked.noticed.not_shown)
    return said if has_rest else f"{said} {_say_least(known, least, measure, teller, kind)}"


def say_each(worked: Worked, measure: Measure, teller: Teller, noun: str) -> str:
    """Return the same of each series, the first few of them."""
    said = []
    for row in worked.rows[:_FEW]:
        name = teller.named(row.name).full
        of = name.lower() if not worked.measured else f"{noun} ({name})"
        said.append(say_order(replace(worked, rows=(row,)), measure, teller, of))
    return " ".join(said)


def _whole(worked: Worked, kind: str) -> Decimal | None:
    values = [value for value in worked.values if value is not None]
    return sum(values, Decimal(0)) if kind == "count" and min(values) >= 0 and not worked.noticed.not_shown else None


def _say_alike(known: Known, measure: Measure, teller: Teller, noun: str) -> str:
    value = teller.words.value(known[0][1], measure)
    counted = f"{value} {noun}" if measure.form is Form.NUMBER else value
    if len(known) == 1:
        return teller.say("only", label=teller.label(known[0][0]).full, value=counted)
    return teller.say("all_alike", n=len(known), count=str(len(known)), value=counted)


def _say_most(
    known: Known, most: Decimal, measure: Measure, teller: Teller, noun: str, *, kind: str, whole: Decimal | None
) -> str:
    value = teller.words.value(most, measure)
    names = {"noun": noun, "value": value, "labels": _those(known, most, teller)}
    if sum(one == most for _, one in known) > 1:
        return capitalized(teller.say(f"most_shared_{kind}", **names))
    part = share(most, whole) if whole else None
    if whole and part is not None:
        of = {"whole": teller.words.value(whole, measure), "share": teller.words.value(part, SHARE)}
        return capitalized(teller.say("most_of", **names, **of))
    return capitalized(teller.say(f"most_{kind}", **names))


def _say_least(known: Known, least: Decimal, measure: Measure, teller: Teller, kind: str) -> str:
    shared = "_shared" if sum(one == least for _, one in known) > 1 else ""
    names = {"value": teller.words.value(least, measure), "labels": _those(known, least, teller)}
    return capitalized(teller.say(f"least{shared}_{kind}", **names))


def _those(known: Known, value: Decimal, teller: Teller) -> str:
    """Return the names of all that have a value, or of many how many they are."""
    labels = [teller.label(place).full for place, one in known if one == value]
    if len(labels) > _FEW:
        return teller.say("so_many", n=len(labels), count=str(len(labels)))
    return listed(labels, teller)


def listed(labels: list[str], teller: Teller) -> str:
    """Return "Central, Northside and Mill Street"."""
    return list_words(labels, teller.words.spoken)
