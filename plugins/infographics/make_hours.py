"""Makes a week of opening hours as strips: for each day, how many places are open at each time."""

from __future__ import annotations

from datetime import date, timedelta

from plugins.infographics.block import Block
from plugins.infographics.desk import Desk, Made
from plugins.infographics.label import Teller
from plugins.infographics.model import Hours, Label, ShownTable, Source
from plugins.infographics.read_week import Open, read_week
from plugins.infographics.say_order import listed
from plugins.kernel.library import MINUTES_IN_A_DAY, OpeningHours
from plugins.tools.dates import hours_words, short_weekday, weekday

_A_MONDAY = date(2024, 1, 1)
_DAYS = tuple(_A_MONDAY + timedelta(days=at) for at in range(7))
_SLOTS = (10, 15, 20, 30, 60)


def make_hours(block: Block, desk: Desk) -> Made:
    """Draw when places are open in a week."""
    places = read_week(block, desk)
    slot = min(_SLOTS, key=lambda one: abs(one - (block.whole("slot", "30") or 30)))
    stretches = [hours for place in places for day in place.week for hours in day]
    first = min(hours.opens_minute for hours in stretches) // slot * slot
    last = max(map(_closes, stretches))
    slots = range(first, -(-last // slot) * slot, slot)
    counts = tuple(
        tuple(sum(_is_open(place.week[day], minute, slot) for place in places) for minute in slots) for day in range(7)
    )
    tag = desk.teller.words.spoken
    hours = Hours(
        days=tuple(Label(full=weekday(day, tag), short=short_weekday(day, tag)) for day in _DAYS),
        open_places=counts,
        first_minute=first,
        slot_minutes=slot,
        places=len(places),
    )
    table, numbers = _tables(places, hours, desk.teller)
    return Made(
        drawing=hours,
        sentence=_sentence(places, hours, desk.teller),
        remarks=block.texts_of("remark"),
        table=table,
        numbers=numbers,
        title=desk.teller.say("week"),
        source=None
        if block.text("table")
        else Source(name=desk.teller.library.name, dated=desk.teller.say("regular_hours")),
    )


def _closes(hours: OpeningHours) -> int:
    """Return the minute at which a stretch ends; one past midnight ends at midnight here."""
    return hours.closes_minute if hours.closes_minute > hours.opens_minute else MINUTES_IN_A_DAY


def _is_open(day: tuple[OpeningHours, ...], minute: int, slot: int) -> bool:
    """Tell whether a place is open for at least half of a slot."""
    shared = sum(max(0, min(_closes(one), minute + slot) - max(one.opens_minute, minute)) for one in day)
    return shared * 2 >= slot


def _tables(places: tuple[Open, ...], hours: Hours, teller: Teller) -> tuple[ShownTable, tuple[tuple[str, ...], ...]]:
    headings = (teller.say("heading_weekday"), *(place.name for place in places))
    shown, raw = [], [headings]
    for at, day in enumerate(hours.days):
        weeks = [place.week[at] for place in places]
        said = [", ".join(hours_words(one, teller.words.spoken) for one in week) for week in weeks]
        shown.append((day.full, *(words or teller.say("closed") for words in said)))
        raw.append((day.full, *(", ".join(f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in week) for week in weeks)))
    return ShownTable(headings=headings, rows=tuple(shown)), tuple(raw)


def _sentence(places: tuple[Open, ...], hours: Hours, teller: Teller) -> str:
    """Return on which day the doors are open longest, and on which none is."""
    lengths = [sum(bool(count) for count in day) for day in hours.open_places]
    longest = [hours.days[at].full for at in range(7) if lengths[at] == max(lengths)]
    closed = [hours.days[at].full for at in range(7) if not lengths[at]]
    at = lengths.index(max(lengths))
    week = sorted((one for place in places for one in place.week[at]), key=lambda one: one.opens_minute)
    latest = max(week, key=_closes)
    whole = OpeningHours(opens=week[0].opens, closes=latest.closes)
    names = {"days": listed(longest, teller), "hours": hours_words(whole, teller.words.spoken)}
    key = "open_all_alike" if len(longest) == len(lengths) else "open_longest"
    said = teller.say(key if len(places) == 1 else f"{key}_of", count=str(len(places)), **names)
    return f"{said} {teller.say('never_open', days=listed(closed, teller))}" if closed else said
