"""A repetition rule as calendars write it: FREQ=WEEKLY;BYDAY=TU,TH (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from types import MappingProxyType

from plugins.events.series import Recurrence

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CURE = "Write one such as FREQ=MONTHLY;BYDAY=2SA,4SA, or words such as second and fourth Saturday."
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY", "BYHOUR", "BYMINUTE", "BYSECOND"})
_DAY = r"(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)"
_NUMBER = r"[+-]?\d{1,3}"
# The parts we read, in the order in which we write them.
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "FREQ": "[A-Z]+",
        "INTERVAL": r"[1-9]\d{0,2}",
        "BYMONTH": rf"{_NUMBER}(?:,{_NUMBER})*",
        "BYMONTHDAY": rf"{_NUMBER}(?:,{_NUMBER})*",
        "BYDAY": rf"{_DAY}(?:,{_DAY})*",
        "BYSETPOS": rf"{_NUMBER}(?:,{_NUMBER})*",
        "WKST": "(?:MO|TU|WE|TH|FR|SA|SU)",
        "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
        "COUNT": r"[1-9]\d{0,4}",
    }
)
_LIMITS: Mapping[str, int] = MappingProxyType({"BYMONTH": 12, "BYMONTHDAY": 31, "BYSETPOS": 366})
_WEEKS_IN_A_MONTH = 5


class UnreadableRepeatError(ValueError):
    """A text does not say for certain how something repeats; the message says why, and `cure` how to write it.

    `unknown` counts the words that mean nothing to us; `by_date` tells that the first day shows what may be meant.
    """

    def __init__(self, message: str, cure: str = _CURE, *, unknown: int = 0, by_date: bool = False) -> None:
        super().__init__(message)
        self.cure = cure
        self.unknown = unknown
        self.by_date = by_date


def parse_rule(text: str, zone: tzinfo = UTC) -> Recurrence:
    """Return the recurrence of an RRULE's value; an UNTIL in UTC is a day in the zone.

    Raises UnreadableRepeatError.
    """
    plain = "".join(text.upper().split()).removeprefix("RRULE:").strip(";")
    parts: dict[str, str] = {}
    for part in plain.split(";"):
        name, _, value = part.partition("=")
        _check_part(text, name, value, parts)
        parts[name] = value
    _check_whole(text, parts)
    until, count = parts.pop("UNTIL", ""), parts.pop("COUNT", "")
    if until and count:
        raise UnreadableRepeatError(f'"{text}" has both UNTIL and COUNT.', "Keep one of the two.")
    return Recurrence(
        rule=_normal(parts), until=_day(text, until, zone) if until else None, count=int(count) if count else None
    )


def _check_part(text: str, name: str, value: str, parts: Mapping[str, str]) -> None:
    if name in _TOO_OFTEN or value in _TOO_OFTEN:
        raise UnreadableRepeatError(
            f'"{text}" repeats more often than once a day.', "Write a row for each time of day."
        )
    if name not in _PARTS:
        raise UnreadableRepeatError(f'We do not read the part "{name}" of "{text}".')
    if name in parts:
        raise UnreadableRepeatError(f'"{text}" has {name} twice.')
    if not re.fullmatch(_PARTS[name], value):
        raise UnreadableRepeatError(f'{name} cannot be "{value}" in "{text}".')
    if name in _LIMITS and not all(0 < abs(int(number)) <= _LIMITS[name] for number in value.split(",")):
        raise UnreadableRepeatError(f'{name} cannot be "{value}" in "{text}".')


def _check_whole(text: str, parts: Mapping[str, str]) -> None:
    frequency, days = parts.get("FREQ", ""), parts.get("BYDAY", "")
    if frequency not in _FREQUENCIES:
        raise UnreadableRepeatError(f'"{text}" does not repeat daily, weekly, monthly or yearly.')
    numbers = [abs(int(number)) for number in re.findall(r"[+-]?\d+", days)]
    may_count = frequency == "MONTHLY" or (frequency == "YEARLY" and "BYMONTH" in parts)
    if numbers and not (may_count and all(0 < number <= _WEEKS_IN_A_MONTH for number in numbers)):
        raise UnreadableRepeatError(f'"{text}" counts days of the week ({days}) within something that has no such day.')
    if frequency == "WEEKLY" and "BYMONTHDAY" in parts:
        raise UnreadableRepeatError(f'"{text}" repeats weekly, and gives days of a month.')
    if "BYSETPOS" in parts and not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYMONTH"}:
        raise UnreadableRepeatError(f'"{text}" has BYSETPOS, and nothing to count.')
    if "-" in parts.get("BYMONTH", ""):
        raise UnreadableRepeatError(f'BYMONTH cannot be "{parts["BYMONTH"]}" in "{text}".')


def _normal(parts: Mapping[str, str]) -> str:
    """Return a rule with its parts in one order, without those that say what holds anyway."""
    idle = {"INTERVAL": "1", "WKST": "MO"}
    kept = {name: parts[name].replace("+", "") for name in _PARTS if name in parts and parts[name] != idle.get(name)}
    if parts["FREQ"] == "WEEKLY" and "BYDAY" in kept:
        kept["BYDAY"] = ",".join(sorted(set(kept["BYDAY"].split(",")), key=DAYS.index))
    return ";".join(f"{name}={value}" for name, value in kept.items())


def _day(text: str, until: str, zone: tzinfo) -> date:
    try:
        if until.endswith("Z"):
            return datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(zone).date()
        return datetime.strptime(until[:8], "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise UnreadableRepeatError(f'UNTIL cannot be "{until}" in "{text}": it is in no calendar.') from None
