"""What a cell of a start says when it says more than a time: 6:00 PM - 10:30 PM, 7:30pm for 8pm start, 3pm to late."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timezone

from plugins.events.parse_moment import parse_offset
from plugins.events.parse_time import HALF, NOON, UnreadableTimeError, parse_time

_OFFSET = re.compile(
    r"(.*\d(?::\d{2}|\s?[ap]\.?m\.?))\s?(Z|\+\d{2}:?\d{2}|(?:UTC|GMT)(?:[+-]\d{2}:?\d{2})?)", re.IGNORECASE
)
_LETTERS = re.compile(r"(.*\d(?:\s?[apAP]\.?[mM]\.?)?)\s+\(?([A-Z]{2,5})\)?")
_FOR = re.compile(r"(.+?)\s+for\s+(.+?)(?:\s+(?:start|kick-?off|prompt|sharp))?", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:from\s+|ab\s+)?(.+?)\s*(?:(?:-|–|—|to|til|till|until)\s*(?:late|close|closing|finish|end|\?)"
    r"|onwards?|on|\+|-|–|open end)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:from\s+|between\s+|von\s+|de\s+|dalle\s+)?(\d.*?|noon|midnight|midday)\s*"
    r"(?:-|–|—|~|\bto\b|\buntil\b|\btill?\b|\bbis\b|\band\b|\ba(?:\s+las)?\b(?!\.?m)|\bà\b|\balle\b)\s*(\d.*|noon|midnight|midday)",
    re.IGNORECASE,
)
_HOUR_ALONE = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")
_HOUR_OF_TWO = re.compile(r"\d{1,2}")
_HALF_OF = re.compile(rf"\d\s?{HALF}\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When something starts and ends; `remark` is the text where its words say more than its times.

    `zone` are the letters of a time zone (ET), and `inferred` a sentence about what was worked out.
    """

    starts: time
    ends: time | None = None
    offset: timezone | None = None
    zone: str = ""
    remark: str = ""
    inferred: str = ""


def parse_hours(text: str) -> Hours:
    """Return the times in a text.

    Raises UnreadableTimeError.
    """
    plain = " ".join(text.split())
    try:
        return Hours(starts=parse_time(plain))
    except UnreadableTimeError as refusal:
        found = _with_zone(plain) or _for(plain) or _range(text, plain) or _open(plain)
        if found is None:
            raise refusal from None
        return found


def _with_zone(plain: str) -> Hours | None:
    found = _OFFSET.fullmatch(plain)
    letters = None if found else _LETTERS.fullmatch(plain)
    matched = found or letters
    if matched is None or matched[2].casefold() in {"am", "pm", "uhr", "hrs", "noon"}:
        return None
    hours = _quietly(matched[1])
    if hours is None:
        return None
    if letters:
        return Hours(starts=hours.starts, ends=hours.ends, zone=letters[2], inferred=hours.inferred)
    offset = parse_offset(re.sub(r"(?i)^(?:utc|gmt)(?=[+-])", "", matched[2]))
    return Hours(starts=hours.starts, ends=hours.ends, offset=offset, inferred=hours.inferred)


def _quietly(text: str) -> Hours | None:
    try:
        return parse_hours(text)
    except UnreadableTimeError:
        return None


def _time_or_none(text: str) -> time | None:
    try:
        return parse_time(text)
    except UnreadableTimeError:
        return None


def _for(plain: str) -> Hours | None:
    """Return "7:30pm for 8pm start": people come at the first, and it starts at the second."""
    found = _FOR.fullmatch(plain)
    if found is None:
        return None
    both = _range(plain, f"{found[1]} - {found[2]}")
    if both is None or both.ends is None:
        return None
    return Hours(starts=both.ends, remark=plain, inferred=f'"{plain}" starts at {both.ends:%H:%M}.')


def _open(plain: str) -> Hours | None:
    found = _OPEN.fullmatch(plain)
    starts = _time_or_none(found[1]) if found else None
    return None if starts is None else Hours(starts=starts, remark=plain, inferred=f'"{plain}" has no end.')


def _range(text: str, plain: str) -> Hours | None:
    found = _RANGE.fullmatch(plain)
    if found is None:
        return None
    first, last = found[1].strip(), found[2].strip()
    halves = [_HALF_OF.search(part) for part in (first, last)]
    if halves[0] and not halves[1] and _HOUR_ALONE.fullmatch(last):
        starts = _time_or_none(first)
        ends = None if starts is None else _after(starts, last, halves[0][1].casefold())
    elif halves[1] and not halves[0] and _HOUR_ALONE.fullmatch(first):
        ends = _time_or_none(last)
        starts = None if ends is None else _before(ends, first, halves[1][1].casefold())
    else:
        starts, ends = _hours_of_a_day(first, last)
    if starts is None or ends is None:
        return None
    return Hours(starts=starts, ends=ends, inferred=f'"{text}" is {starts:%H:%M} to {ends:%H:%M}.')


def _before(ends: time, first: str, half: str) -> time | None:
    """Return the start of "6-8pm" or "11-1pm": in the same half of the day, unless that is after the end."""
    return next((at for at in _in_halves(first, half) if _order(at) < _order(ends, is_end=True)), None)


def _after(starts: time, last: str, half: str) -> time | None:
    """Return the end of "7:30pm - 9" or "11am - 1"."""
    later = [at for at in _in_halves(last, half) if _order(at, is_end=True) > _order(starts)]
    return min(later, key=lambda at: _order(at, is_end=True), default=None)


def _in_halves(text: str, half: str) -> list[time]:
    other = "a" if half == "p" else "p"
    found = _HOUR_ALONE.fullmatch(text)
    hour = int(found[1]) if found else 0
    if hour > NOON:
        at = _time_or_none(f"{hour}:{found[2] or '00'}" if found else "")
        return [] if at is None else [at]
    return [at for at in (_time_or_none(f"{text} {one}m") for one in (half, other)) if at is not None]


def _order(at: time, *, is_end: bool = False) -> int:
    return at.hour * 60 + at.minute or (24 * 60 if is_end else 0)


def _hours_of_a_day(first: str, last: str) -> tuple[time | None, time | None]:
    """Return two times of 24 hours, of which one may be an hour alone: 19-21, 10-11:30."""
    starts, ends = _time_or_none(first), _time_or_none(last)
    bare = [int(part) if _HOUR_OF_TWO.fullmatch(part) else None for part in (first, last)]
    if starts is None and bare[0] is not None and (ends or (bare[1] or 0) > NOON):
        starts = _time_or_none(f"{bare[0]}:00")
    if ends is None and bare[1] is not None and starts and (bare[1] > NOON or bare[0] is None):
        ends = _time_or_none(f"{bare[1]}:00")
    if starts is None or ends is None or _order(ends, is_end=True) <= _order(starts) < 18 * 60:
        return None, None
    return starts, ends
