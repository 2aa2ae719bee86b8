"""Writes how a place changes its clocks, so that a calendar on any device shows the time on the library's wall.

As rules and not as lists of dates: some calendars read long lists (RDATE) an hour wrong. Worked out from the locked
tzdata alone, so that every machine writes the same.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
# Rules are found by looking this far ahead: only then is "the last Sunday" told from "the fourth".
YEARS_AHEAD = 12
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = -1
_WEEKS_COUNTED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A day of the year by its month and weekday: (3, 2, 6) is the second Sunday of March, (10, -1, 6) the last."""

    month: int
    nth: int
    weekday: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The moment at which clocks are set to another offset, and the wall time that they showed just then."""

    moment: datetime
    wall: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def kind(self) -> tuple[timedelta, timedelta, str, object]:
        """Return what is the same in every year of one rule."""
        return self.before, self.after, self.name, self.wall.time()


def zone_name(zone: tzinfo | None) -> str:
    """Return the name under which a zone is written; "" for one whose times are written in UTC."""
    name = zone.key if isinstance(zone, ZoneInfo) else ""
    return "" if name.rpartition("/")[2] in {"UTC", "UCT", "GMT", "Zulu", "Universal", "Greenwich"} else name


def render_zone(zone: ZoneInfo, first_year: int, last_year: int) -> bytes:
    """Return the VTIMEZONE of a zone that holds from the first year on; rules in force in the last year go on."""
    made = Timezone()
    made.add("tzid", zone.key)
    changes = tuple(_changes(zone, first_year - 1, last_year + YEARS_AHEAD))
    if not changes or changes[0].wall.year >= first_year:
        made.add_component(_beginning(zone, first_year - 1))
    for group in _groups(changes):
        made.add_component(_observance(group, is_open=group[-1].wall.year >= last_year + YEARS_AHEAD))
    return bytes(made.to_ical())


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    """Yield every change of a zone's clocks; none lasts less than a week."""
    moment, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        following = moment + WEEK
        if _state(zone, moment) != _state(zone, following):
            yield _change(zone, moment, following)
        moment = following


def _state(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, str]:
    there = moment.astimezone(zone)
    return there.utcoffset() or timedelta(0), there.tzname() or ""


def _change(zone: ZoneInfo, low: datetime, high: datetime) -> Change:
    before = _state(zone, low)
    while high - low > SECOND:
        middle = low + timedelta(seconds=(high - low) // SECOND // 2)
        low, high = (middle, high) if _state(zone, middle) == before else (low, middle)
    after, name = _state(zone, high)
    wall = (high + before[0]).replace(tzinfo=None)
    return Change(moment=high, wall=wall, before=before[0], after=after, name=name)


def _groups(changes: Iterable[Change]) -> list[tuple[Change, ...]]:
    """Return changes that follow one rule from year to year, each group in order."""
    done: list[tuple[Change, ...]] = []
    growing: dict[object, tuple[Change, ...]] = {}
    for change in changes:
        group = growing.get(change.kind, ())
        if group and not _continues(group, change):
            done.append(group)
            group = ()
        growing[change.kind] = (*group, change)
    return sorted([*done, *growing.values()], key=lambda group: group[0].moment)


def _continues(group: tuple[Change, ...], change: Change) -> bool:
    is_next = change.wall.year == group[-1].wall.year + 1
    return is_next and bool(_rules_of((*group, change)))


def _rules_of(group: tuple[Change, ...]) -> frozenset[Rule]:
    return frozenset.intersection(*(_rules(change.wall.date()) for change in group))


def _rules(day: date) -> frozenset[Rule]:
    nth = (day.day - 1) // 7 + 1
    days_left = calendar.monthrange(day.year, day.month)[1] - day.day
    counted = (nth,) if nth <= _WEEKS_COUNTED else ()
    last = (_LAST,) if days_left < len(_DAYS) else ()
    return frozenset(Rule(month=day.month, nth=one, weekday=day.weekday()) for one in (*counted, *last))


def _observance(group: tuple[Change, ...], *, is_open: bool) -> TimezoneStandard | TimezoneDaylight:
    first = group[0]
    made = TimezoneDaylight() if first.after > first.before else TimezoneStandard()
    made.add("dtstart", first.wall)
    made.add("tzoffsetfrom", first.before)
    made.add("tzoffsetto", first.after)
    made.add("tzname", first.name)
    if len(group) > 1:
        rule = min(_rules_of(group), key=lambda one: one.nth)
        # A day later, for readers that take UNTIL for wall time and would miss the last change.
        until = {} if is_open else {"until": group[-1].moment + DAY}
        parts = {"freq": "yearly", **until, "bymonth": rule.month, "byday": f"{rule.nth}{_DAYS[rule.weekday]}"}
        made.add("rrule", vRecur(parts))
    return made


def _beginning(zone: ZoneInfo, year: int) -> TimezoneStandard:
    offset, name = _state(zone, datetime(year, 1, 1, tzinfo=UTC))
    made = TimezoneStandard()
    made.add("dtstart", datetime(year, 1, 1))  # noqa: DTZ001 - wall time, as RFC 5545 (section 3.6.5) wants it
    made.add("tzoffsetfrom", offset)
    made.add("tzoffsetto", offset)
    made.add("tzname", name)
    return made
