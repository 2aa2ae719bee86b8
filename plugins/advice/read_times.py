"""Reads the times of day that a sentence names for certain: "2-3:30 pm", "14:00 to 15:30", "starts at 6 pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

_HALF = r"\s?(?P<{half}>[ap])(?:\.\s?m\.|m\b)"
_CLOCK = r"(?P<{hour}>\d{{1,2}})(?:[:.](?P<{minute}>[0-5]\d))?(?:{half_of})?"
_NOON, _HOURS, _MINUTES = 12, 24, 60
# What stands before or after a number that is no time: money, a fraction, a date, a version, how many.
_NOT_BEFORE = r"(?<![\d$€£.,:/-])\b"
_NOT_AFTER = r"(?![\d:/%-])(?!\s?(?:years|people|minutes|min|pages|años|personas|páginas)\b)"


def _clock(number: int) -> str:
    half = _HALF.format(half=f"half{number}")
    return _CLOCK.format(hour=f"hour{number}", minute=f"minute{number}", half_of=half)


_RANGE = re.compile(
    rf"{_NOT_BEFORE}{_clock(1)}\s?(?:[-–—]|to|until|till|a|hasta)\s?(?:las\s)?{_clock(2)}{_NOT_AFTER}", re.IGNORECASE
)
_SINGLE = re.compile(rf"{_NOT_BEFORE}{_clock(1)}{_NOT_AFTER}", re.IGNORECASE)
# Only a time at which the event itself is said to start: a craft and a party after it have times of their own.
_ITSELF = (
    r"(?:^|\b(?:it|we|(?:this|the|our) (?:event|program|programme|workshop|class|concert|course|session|show|screening"
    r"|film|talk|tour|trip|meeting|storytime|reading)|(?:el|este) (?:acto|taller|curso|concierto)|la charla)\s)"
)
_START = re.compile(
    rf"{_ITSELF}(?:starts?|begins?|starting|beginning|empieza|empezamos|comienza)\s(?:promptly\s|sharp\s)?"
    rf"(?:at|a las?)\s{_clock(1)}{_NOT_AFTER}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTime:
    """Times as a text names them: its words, the first, and the last where it names one."""

    words: str
    first: time
    last: time | None = None


def ranges(text: str, near: time) -> Iterator[NamedTime]:
    """Yield each stretch of time; where nothing says am or pm, the half of the day is the one nearer to a time."""
    for found in _RANGE.finditer(text):
        if not (found["half2"] or (_has_minutes(found, 1) and _has_minutes(found, 2))):
            continue
        last = _time(found, 2, _later(near))
        # "2-3:30 pm": the first takes its half of the day from the second, or comes before noon.
        first = _time(found, 1, near) if found["half1"] or last is None else _before(found, last, near)
        if first is not None and last is not None:
            yield NamedTime(words=found[0], first=first, last=last)


def starts(text: str, near: time) -> Iterator[NamedTime]:
    """Yield each time at which the text says that it starts."""
    for found in _START.finditer(text):
        if found["half1"] or _has_minutes(found, 1):
            first = _time(found, 1, near)
            yield from [NamedTime(words=found[0], first=first)] if first else []


def singles(text: str) -> Iterator[NamedTime]:
    """Yield each time that says am or pm."""
    for found in _SINGLE.finditer(text):
        first = _time(found, 1, time(0)) if found["half1"] else None
        yield from [NamedTime(words=found[0], first=first)] if first else []


def _has_minutes(found: re.Match[str], number: int) -> bool:
    """Tell whether a number has minutes after a colon: 3.11 may be a version, and a chapter."""
    place = found.start(f"minute{number}")
    return place > 0 and found.string[place - 1] == ":"


def _time(found: re.Match[str], number: int, near: time) -> time | None:
    hour, minute = int(found[f"hour{number}"]), int(found[f"minute{number}"] or 0)
    half = (found[f"half{number}"] or "").lower()
    if half:
        return time(hour % _NOON + (_NOON if half == "p" else 0), minute) if 1 <= hour <= _NOON else None
    if not 1 <= hour <= _NOON:
        return time(hour, minute) if hour < _HOURS else None
    return min((time(hour % _NOON, minute), time(hour % _NOON + _NOON, minute)), key=lambda one: _apart(one, near))


def _before(found: re.Match[str], last: time, near: time) -> time | None:
    """Return the first of two times, in the half of the day of the second where it then comes before that."""
    hour, minute = int(found["hour1"]), int(found["minute1"] or 0)
    if not found["half2"] or not 1 <= hour <= _NOON:
        return _time(found, 1, near)
    both = (time(hour % _NOON, minute), time(hour % _NOON + _NOON, minute))
    return max((one for one in both if one < last), default=None)


def _later(near: time) -> time:
    return time(min(near.hour + 1, _HOURS - 1), near.minute)


def _apart(one: time, other: time) -> int:
    return abs((one.hour - other.hour) * _MINUTES + one.minute - other.minute)
