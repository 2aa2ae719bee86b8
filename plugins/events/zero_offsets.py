"""Whether +00:00 behind every time of a file means UTC, or was written beside times of the clock on the wall."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.events.memo import Memo
from plugins.events.parse_days import Days
from plugins.kernel.moments import MIDNIGHT

_ENDS_WITH_OFFSET = re.compile(r"\d:\d{2}.*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?: \(.*\))?$", re.IGNORECASE)
FIRST_HOUR_OF_THE_DAY = 6
FEWEST_AT_NIGHT = 2
A_FIFTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Offsets:
    """What the zero offsets of a file mean, and why; `count` is how many there are, 0 where others are among them."""

    is_wall_time: bool = False
    count: int = 0
    why: str = ""


def weigh_offsets(cells: Iterable[tuple[str, str]], zone: ZoneInfo, memo: Memo) -> Offsets:
    """Return what the offsets behind the times of a file mean; `cells` are titles, and texts with a date and a time.

    UTC is what they say, and is believed, unless the file itself speaks against it: every time is midnight; the same
    thing is at the same written time in summer and in winter; or a fifth would begin at night, and none as written.
    """
    starts: list[tuple[str, datetime]] = []
    for title, text in cells:
        found = memo.days(text, "", None) if _ENDS_WITH_OFFSET.search(text) else None
        if not isinstance(found, Days) or found.first.at is None or found.first.offset is None:
            continue
        if found.first.offset.utcoffset(None) != timedelta(0):
            return Offsets()
        starts.append((title.casefold(), datetime.combine(found.first.day, found.first.at)))
    if not starts or all(zone.utcoffset(start) == timedelta(0) for _, start in starts):
        return Offsets()
    return _weighed(starts, zone)


def _weighed(starts: list[tuple[str, datetime]], zone: ZoneInfo) -> Offsets:
    count = len(starts)
    if all(start.time() == MIDNIGHT for _, start in starts):
        return Offsets(is_wall_time=True, count=count, why="every one of them is midnight")
    written = [(title, start.time(), zone.utcoffset(start)) for title, start in starts]
    local = [(title, start.replace(tzinfo=UTC).astimezone(zone)) for title, start in starts]
    on_wall = _steady(written)
    in_utc = _steady([(title, moment.time(), moment.utcoffset()) for title, moment in local])
    if on_wall != in_utc:
        return Offsets(
            is_wall_time=on_wall > in_utc,
            count=count,
            why="the same events are at the same written time in summer and in winter",
        )
    nights = sum(moment.hour < FIRST_HOUR_OF_THE_DAY for _, moment in local)
    as_written = sum(start.time() != MIDNIGHT and start.hour < FIRST_HOUR_OF_THE_DAY for _, start in starts)
    odd = nights >= FEWEST_AT_NIGHT and nights * A_FIFTH >= count and not as_written
    return Offsets(is_wall_time=odd, count=count, why=f"{nights} of {count} would begin before six in the morning")


def _steady(times: list[tuple[str, time, timedelta | None]]) -> int:
    """Return how many things are at one time of day on both sides of a change of the clocks."""
    offsets: dict[tuple[str, time], set[timedelta | None]] = defaultdict(set)
    for title, at, offset in times:
        offsets[title, at].add(offset)
    return sum(len(found) > 1 for found in offsets.values())
